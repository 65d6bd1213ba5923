package registers

import (
	"context"
	"errors"
	"fmt"
	"reflect"

	"mithaq/db"
)

// writer writes rows; after its first error it does nothing more.
type writer struct {
	ctx    context.Context
	tx     *db.DB
	f      *File
	ids    map[string]map[string]int64 // primary keys by table and slug
	kept   map[db.RowRef]bool
	report Report
	err    error
}

// keep writes one row after its foreign keys have been found. Its label is what a report calls it.
func keep[T any](w *writer, table *db.Table[T], row *T, label string) int64 {
	at := reflect.ValueOf(row).Pointer()
	for _, r := range w.f.byRow[at] {
		w.fill(r)
	}
	if w.err != nil {
		return 0
	}
	id, change, err := table.Keep(w.ctx, w.tx, row)
	w.wrote(db.RowRef{Table: table.Name, ID: id}, label, change, w.placed(at, err))
	return id
}

// settle tries at once the rules of a commitment that hold at the end of a transaction, so that a fault has its place.
func settle(w *writer, row *db.Commitment) {
	if w.err == nil {
		w.err = w.placed(reflect.ValueOf(row).Pointer(), w.tx.SettleConstraints(w.ctx))
	}
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

// fill sets a foreign key to the primary key of the row that its slug names.
func (w *writer) fill(r reference) {
	id := w.known(r.table)[r.slug]
	if r.into.Kind() == reflect.Pointer {
		r.into = r.into.Elem()
	}
	r.into.SetInt(id)
}

// slugOf gives the slug by which a row names the one that it points to first.
func (w *writer) slugOf(row any) string {
	for _, r := range w.f.byRow[reflect.ValueOf(row).Pointer()] {
		return r.slug
	}
	return ""
}

func (w *writer) link(label, table, to string, from int64, slugs []string) {
	for _, slug := range slugs {
		if w.err != nil {
			return
		}
		id, change, err := w.tx.Link(w.ctx, table, from, w.known(to)[slug])
		w.wrote(db.RowRef{Table: table, ID: id}, label+", "+slug, change, err)
	}
}

// wrote notes which file holds a row. A row that another file holds, or the reference lists, is not this one's to change.
func (w *writer) wrote(row db.RowRef, label string, change db.Change, err error) {
	if err == nil && change == db.Changed {
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
