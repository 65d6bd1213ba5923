package registers

import (
	"context"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"mithaq/db"
)

// site is what is particular of a publication: its rows are new or known, and what it changed is noted.
type site struct {
	existing *int64 // the key of the row that is there
	id       int64  // of the row, once it is written
	change   db.Change
	edit     func(db.RowRef)
}

// Resolve says whose side an import takes of facts that were changed on the site and that the files say otherwise, by what a
// conflict calls them; "all" is every one.
type Resolve struct {
	TakeFile, KeepSite []string
}

func (r Resolve) sides(label string) (file, site bool) {
	names := func(list []string) bool { return slices.Contains(list, label) || slices.Contains(list, "all") }
	return names(r.TakeFile), names(r.KeepSite)
}

// edits are what was changed on the site since an import last agreed with it, and what this import makes of that.
type edits struct {
	made      map[db.RowRef]db.SiteEdit
	tables    map[string]bool
	resolve   Resolve
	used      map[string]bool
	taken     map[db.RowRef]bool
	settled   map[db.RowRef]bool // the file agrees with the site, or is taken
	conflicts Faults
}

func readEdits(ctx context.Context, tx *db.DB, resolve Resolve) (*edits, error) {
	made, err := tx.SiteEdits(ctx)
	e := &edits{made: made, tables: map[string]bool{}, resolve: resolve, used: map[string]bool{}, taken: map[db.RowRef]bool{}, settled: map[db.RowRef]bool{}}
	for row := range made {
		e.tables[row.Table] = true
	}
	return e, err
}

// decide tells whether the file is taken where a fact of it differs from what the site says. Where nobody has said whose side
// to take it is a conflict, which is told.
func (w *writer) decide(label string, edit db.SiteEdit, fault Fault) (takeFile bool) {
	file, site := w.edits.resolve.sides(label)
	w.edits.used[label] = true
	switch {
	case file && !site:
		return true
	case site && !file:
		return false
	}
	fault.Message = fmt.Sprintf("%s; it was changed on the site on %s (%s); say --take-file %q or --keep-site %[4]q", fault.Message, edit.At, edit.Reason, label)
	w.edits.conflicts = append(w.edits.conflicts, fault)
	return false
}

// keep is Keep, but for what was changed on the site: where the file agrees by now that is settled, and where it doesn't, it
// is decided whose side is taken.
func (w *writer) keep(table db.AnyTable, row any, value reflect.Value, label string) (int64, db.Change, error) {
	if w.site != nil || !w.edits.tables[table.TableName()] {
		return table.Keep(w.ctx, w.tx, row)
	}
	id, columns, err := table.Differs(w.ctx, w.tx, row)
	ref := db.RowRef{Table: table.TableName(), ID: id}
	edit, edited := w.edits.made[ref]
	switch {
	case err != nil || id == 0 || !edited:
	case len(columns) > 0 && !w.decide(label, edit, w.conflict(table, ref, value, columns, label)):
		return id, db.Unchanged, nil
	default:
		w.edits.taken[ref], w.edits.settled[ref] = len(columns) > 0, true
	}
	if err != nil {
		return id, db.Unchanged, err
	}
	return table.Keep(w.ctx, w.tx, row)
}

// conflict says where the file differs from the site, and what the site says.
func (w *writer) conflict(table db.AnyTable, ref db.RowRef, value reflect.Value, columns []string, label string) Fault {
	at := w.f.places[value.Addr().Pointer()]
	said := make([]string, len(columns))
	held, err := table.Rows(w.ctx, w.tx, []int64{ref.ID})
	for i, name := range columns {
		key := w.f.keyOf(value, name)
		if place := w.f.given[value.Addr().Pointer()][key]; place != nil && i == 0 {
			at = place
		}
		if err == nil {
			said[i] = fmt.Sprintf("%s is %s on the site", name, w.said(reflect.ValueOf(held[ref.ID]).Elem(), table, name))
		}
	}
	if err != nil && w.err == nil {
		w.err = err
	}
	return Fault{File: w.f.Name, Line: at.Line, Column: at.Column, Reason: "changed_on_site",
		Message: fmt.Sprintf("the file and the site differ on %s: %s", label, strings.Join(said, ", "))}
}

// keyOf gives the key of a file under which a column stands.
func (f *File) keyOf(value reflect.Value, column string) string {
	for _, k := range keysOf(value) {
		if k.name == column || strings.HasPrefix(column, k.name+"_") {
			return k.name
		}
	}
	return column
}

// said writes what a column of a row of the register says.
func (w *writer) said(row reflect.Value, table db.AnyTable, column string) string {
	for _, c := range table.Columns() {
		if c.Name != column {
			continue
		}
		value := reflect.Indirect(row.FieldByIndex(c.Index))
		if !value.IsValid() {
			return "not given"
		}
		for _, k := range keysOf(row) {
			if k.ref != "" && k.name+"_id" == column {
				return newExporter(w.ctx, w.tx, "").name(k.ref, value.Int())
			}
		}
		return fmt.Sprintf("%q", fmt.Sprint(value.Interface()))
	}
	return "not given"
}

// mayLink tells whether the file may tie a row to another: not where the site has taken the tie away, unless the file is
// taken.
func (w *writer) mayLink(of above, k key, slug string) bool {
	if w.site != nil {
		return true
	}
	edit, edited := w.edits.made[db.RowRef{Table: of.table.TableName(), ID: of.id}]
	if !edited {
		return true
	}
	held, err := w.tx.Linked(w.ctx, of.links(k), of.id)
	if err != nil {
		w.err = err
		return false
	}
	if slices.Contains(held, w.known(k.ref)[slug]) {
		return true
	}
	at := w.f.places[w.rowAt]
	takeFile := w.decide(of.label+", "+slug, edit, Fault{File: w.f.Name, Line: at.Line, Column: at.Column, Reason: "changed_on_site",
		Message: fmt.Sprintf("the file and the site differ on %s: %s is not among its %s on the site", of.label, slug, k.name)})
	if !takeFile {
		w.edits.settled[edit.RowRef] = false
	}
	return takeFile
}

// settle takes what the file and the site agree on by now out of what was changed on the site.
func (e *edits) settle(ctx context.Context, tx *db.DB) error {
	for row, settled := range e.settled {
		if settled {
			if err := tx.Settle(ctx, row); err != nil {
				return err
			}
		}
	}
	return nil
}

// unresolved gives the conflicts that nobody has decided, and the decisions about what is in none.
func (e *edits) unresolved() error {
	if len(e.conflicts) > 0 {
		return e.conflicts.sorted()
	}
	for _, label := range slices.Concat(e.resolve.TakeFile, e.resolve.KeepSite) {
		if label != "all" && !e.used[label] {
			return &db.Error{Code: db.CodeBadInput, Reason: "no_conflict", Message: fmt.Sprintf(
				"the files and the site don't differ on %q, so there is nothing to decide", label)}
		}
	}
	return nil
}
