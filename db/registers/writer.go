package registers

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"strings"

	"mithaq/db"
)

// writer writes rows; after its first error it does nothing more.
type writer struct {
	ctx    context.Context
	tx     *db.DB
	f      *File
	ids    map[string]map[string]int64 // primary keys by table and slug
	later  []func()                    // the lists that wait for the end of their section
	kept   map[db.RowRef]bool
	report Report
	site   *site   // of a publication
	edits  *edits  // of an import
	rowAt  uintptr // where the row stands whose links are written
	err    error
}

func (w *writer) rows(list reflect.Value, of above) {
	times := map[string]int{} // how often each row has come, of those that are told apart by their number
	for i := range list.Len() {
		w.row(list.Index(i), of, times)
	}
}

// row writes one row of the format with what belongs to it.
func (w *writer) row(value reflect.Value, of above, times map[string]int) {
	table, row, at := tableOf(value.Type()), value.Field(0), value.Addr().Pointer()
	for _, r := range w.f.byRow[at] {
		setKey(r.into, w.known(r.table)[r.slug])
	}
	if column := of.column(table); column != nil {
		setKey(row.FieldByIndex(column), of.id)
	}
	label := w.name(table, row, of, times)
	if w.err != nil {
		return
	}
	id, change, err := w.keep(table, row.Addr().Interface(), value, label)
	w.wrote(db.RowRef{Table: table.TableName(), ID: id}, label, change, w.placed(at, err))
	if w.site != nil && w.site.id == 0 {
		w.site.id, w.site.change = id, change
	}
	if table.NameColumn() != "" {
		w.remember(table.TableName(), nameOf(table, row), id)
	}
	w.below(value, above{table, id, label})
	if value.Type().Field(0).Tag.Get("settle") != "" && w.err == nil && w.site == nil {
		w.err = w.placed(at, w.tx.SettleConstraints(w.ctx))
	}
}

// below writes the lists that belong to a row.
func (w *writer) below(value reflect.Value, of above) {
	for _, k := range keysOf(value) {
		switch f := w.f; {
		case k.into.Kind() != reflect.Slice:
		case k.ref != "":
			w.rowAt = value.Addr().Pointer()
			w.link(of, k)
		case k.later:
			w.later = append(w.later, func() { w.f = f; w.rows(k.into, of) })
		default:
			w.rows(k.into, of)
		}
	}
}

// name gives what a report calls a row: by its slug, or else by what it belongs to and what tells it apart there. Where
// that is a number among rows that are else the same, it sets it: it stays when the row's facts or its place change.
func (w *writer) name(table db.AnyTable, row reflect.Value, of above, times map[string]int) string {
	var number reflect.Value
	var keys []string
	for _, c := range table.KeyColumns() {
		field := row.FieldByIndex(c.Index)
		switch {
		case isNumber(c.Name):
			number = field
		case strings.HasSuffix(c.Name, "_id"):
			keys = append(keys, w.slugs(row, field)...)
		case reflect.Indirect(field).IsValid():
			keys = append(keys, fmt.Sprint(reflect.Indirect(field).Interface()))
		}
	}
	what := strings.Join(keys, " ")
	if number.IsValid() {
		w.number(table, row, number, what, times)
		what = strings.TrimSuffix(fmt.Sprintf("%d of %s", number.Int(), what), " of ")
	}
	if what = of.noun(table) + " " + what; table.NameColumn() == "" {
		what = of.label + ", " + what
	}
	return what
}

// number gives a row its number among those that are else the same: in a file by their order, and on the site the next one.
func (w *writer) number(table db.AnyTable, row, number reflect.Value, what string, times map[string]int) {
	switch {
	case w.site == nil:
		times[what]++
		number.SetInt(int64(times[what]))
	case w.site.existing == nil || w.site.id != 0: // a new row, or what is new below one that is there
		next, err := w.tx.NextNumber(w.ctx, table, row.Addr().Interface())
		if err != nil && w.err == nil {
			w.err = err
		}
		number.SetInt(int64(next))
	}
}

// slugs gives the slug from which a foreign key of a row was found; none when the key is that of the row above.
func (w *writer) slugs(row, key reflect.Value) []string {
	for _, r := range w.f.byRow[row.Addr().Pointer()] {
		if r.into.Addr().Pointer() == key.Addr().Pointer() {
			return []string{r.slug}
		}
	}
	return nil
}

// placed gives the fault for a row that a rule of the database refuses, with its place in the file.
func (w *writer) placed(row uintptr, err error) error {
	if err == nil {
		return nil
	}
	known, at := db.AsError(w.ctx, err), w.f.places[row]
	if at == nil || (known.Code != db.CodeBadInput && known.Code != db.CodeConflict) {
		return fmt.Errorf("%s: %w", w.f.Name, err)
	}
	return errors.Join(Faults{{File: w.f.Name, Line: at.Line, Column: at.Column, Message: known.Message}}, known)
}

func (w *writer) link(of above, k key) {
	table := of.links(k)
	for i := range k.into.Len() {
		if w.err != nil {
			return
		}
		slug := k.into.Index(i).String()
		if !w.mayLink(of, k, slug) {
			continue
		}
		id, change, err := w.tx.Link(w.ctx, table, of.id, w.known(k.ref)[slug])
		w.wrote(db.RowRef{Table: table, ID: id}, of.label+", "+slug, change, err)
	}
}

// wrote notes which file holds a row. A row that another file holds, or the reference lists, is not this one's to change.
func (w *writer) wrote(row db.RowRef, label string, change db.Change, err error) {
	if w.site != nil {
		w.err = errors.Join(w.err, err)
		if change != db.Unchanged {
			w.site.edit(row)
		}
		return
	}
	if err == nil && change == db.Changed && !w.edits.taken[row] {
		var other bool
		if other, err = w.tx.HeldElsewhere(w.ctx, w.f.Register.Slug, row); other {
			err = &db.Error{Code: db.CodeConflict, Reason: "held_elsewhere", Message: fmt.Sprintf(
				"%s: the %s is already there with other contents, and this file doesn't hold it", w.f.Name, label)}
		}
	}
	if err == nil {
		err = w.tx.KeptBy(w.ctx, w.f.Register.Slug, row, label)
	}
	if err != nil {
		w.err = err
		return
	}
	w.kept[row] = true
	switch change {
	case db.Added:
		w.report.Added++
	case db.Changed:
		w.report.Changed++
	case db.Unchanged:
		w.report.Unchanged++
	}
}

// known gives the primary keys of a table's rows by slug, read once.
func (w *writer) known(table string) map[string]int64 {
	if w.ids[table] == nil && w.err == nil {
		w.ids[table], w.err = w.tx.Slugs(w.ctx, table)
	}
	return w.ids[table]
}

func (w *writer) remember(table, slug string, id int64) {
	if known := w.known(table); known != nil {
		known[slug] = id
	}
}

func (w *writer) vanished() {
	if w.err != nil {
		return
	}
	held, err := w.tx.RowsOf(w.ctx, w.f.Register.Slug)
	w.err = err
	for _, row := range held {
		if !w.kept[row.RowRef] {
			w.report.Vanished = append(w.report.Vanished, row.Label)
		}
	}
}
