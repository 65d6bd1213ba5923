package registers

import (
	"context"
	"reflect"
	"slices"
	"strings"
	"time"

	"mithaq/db"
)

// read reads a row of the draft, or of a withdrawal the row that is there. References to rows that there aren't are faults.
func (p *publisher) read(s *shape, w *db.WrittenRow) (*File, reflect.Value) {
	contents := w.Row.Contents
	if w.Row.Operation == "WITHDRAW" {
		contents = w.Before
	}
	f, value := readRow(s, contents, w.Row.RowID != nil)
	for _, r := range f.refs {
		if known := p.known(r.table); known[r.slug] == 0 {
			f.faultFor("reference_unknown", r.at, "%q is none of the %s, neither in the register nor before it in this draft", r.slug, r.table)
		}
	}
	if w.Row.Operation == "WITHDRAW" {
		p.withdraw(f, value)
	}
	return f, value
}

// withdraw says of a row that it no longer stands.
func (p *publisher) withdraw(f *File, value reflect.Value) {
	switch column := withdrawalOf(value.Field(0)); {
	case !column.IsValid():
		f.faultFor("not_withdrawn", f.places[value.Addr().Pointer()], "rows like this are not withdrawn, but corrected")
	case !column.IsNil():
		f.faultFor("withdrawn_already", f.places[value.Addr().Pointer()], "this is withdrawn already")
	case column.Type() == reflect.TypeFor[*db.Date]():
		day := db.Date(time.Now().UTC().Format(time.DateOnly))
		column.Set(reflect.ValueOf(&day))
	default:
		now := db.Instant(time.Now().UTC().Format(db.InstantForm))
		column.Set(reflect.ValueOf(&now))
	}
}

// place finds what a row belongs to, and gives it its place there: one that is there keeps it, a new one comes last.
func (p *publisher) place(s *shape, w *db.WrittenRow, value reflect.Value) (above, error) {
	of, err := p.above(s, w)
	if err != nil {
		return of, err
	}
	if w.Row.RowID != nil {
		held, err := s.load(p.ctx, p.tx, *w.Row.RowID)
		if err != nil {
			return of, err
		}
		for _, c := range s.table.Columns() {
			if isNumber(c.Name) {
				value.Field(0).FieldByIndex(c.Index).Set(held.FieldByIndex(c.Index))
			}
		}
		return of, nil
	}
	position := value.Field(0).FieldByName("Position")
	if !position.IsValid() || slices.ContainsFunc(s.table.KeyColumns(), func(c db.Column) bool { return c.Name == "position" }) {
		return of, nil
	}
	column := ""
	if of.column(s.table) != nil {
		column = of.table.Singular() + "_id"
	}
	next, err := p.tx.NextPlace(p.ctx, s.table, column, of.id)
	position.SetInt(int64(next))
	return of, err
}

// above finds the row above: of a new row the one that it names, of one that is there the one that it has.
func (p *publisher) above(s *shape, w *db.WrittenRow) (above, error) {
	row := w.Row
	switch {
	case row.AboveRowID != nil:
		over := p.done[*row.AboveRowID]
		if over == nil || over.Subject.ID == 0 {
			return above{}, &db.Error{Code: db.CodeBadInput, Field: "of", Reason: "row_above_faulty", Message: "the row that this one belongs to can't be written"}
		}
		return above{table: shapeOf(over.Subject.Table).table, id: over.Subject.ID}, nil
	case row.AboveID != nil:
		return above{table: db.TableNamed(*row.AboveTable), id: *row.AboveID}, nil
	case row.RowID == nil:
		return above{}, nil
	}
	return s.aboveOf(p.ctx, p.tx, *row.RowID)
}

// aboveOf finds the row above one that is there.
func (s *shape) aboveOf(ctx context.Context, tx *db.DB, id int64) (above, error) {
	held, err := s.load(ctx, tx, id)
	if err != nil || !held.IsValid() {
		return above{}, err
	}
	for _, table := range s.above {
		over := above{table: table}
		if key := reflect.Indirect(held.FieldByIndex(over.column(s.table))); key.IsValid() {
			over.id = key.Int()
			return over, nil
		}
	}
	return above{}, nil
}

// identifying lists the keys that tell a row apart.
func (s *shape) identifying() []string {
	var names []string
	for _, c := range s.table.KeyColumns() {
		if !isNumber(c.Name) {
			names = append(names, strings.TrimSuffix(c.Name, "_id"))
		}
	}
	return names
}

// unlink takes away the ties that a row of the draft no longer has.
func (p *publisher) unlink(s *shape, w *db.WrittenRow, value reflect.Value) error {
	of := above{table: s.table, id: w.Subject.ID}
	for _, k := range keysOf(value) {
		if k.ref == "" || k.into.Kind() != reflect.Slice {
			continue
		}
		held, err := p.tx.Linked(p.ctx, of.links(k), of.id)
		if err != nil {
			return err
		}
		var wanted []int64
		for i := range k.into.Len() {
			wanted = append(wanted, p.known(k.ref)[k.into.Index(i).String()])
		}
		for _, to := range held {
			if slices.Contains(wanted, to) {
				continue
			}
			if err := p.tx.Unlink(p.ctx, of.links(k), of.id, to); err != nil {
				return err
			}
			w.Changed = append(w.Changed, w.Subject)
		}
	}
	return p.err
}
