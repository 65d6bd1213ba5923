package registers

import (
	"context"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"time"

	"mithaq/db"
)

// publisher writes the rows of a revision with the writer of imports.
type publisher struct {
	writer
	register string
	done     map[int64]*db.WrittenRow // by the key of the row of the draft
}

// Write writes the rows of a draft in the transaction, and tells of each what came of it, and what is wrong with it.
func (form Form) Write(ctx context.Context, tx *db.DB, register string, rows []*db.RevisionRow) ([]*db.WrittenRow, error) {
	p := &publisher{writer: writer{ctx: ctx, tx: tx, ids: map[string]map[string]int64{}, kept: map[db.RowRef]bool{}}, register: register,
		done: map[int64]*db.WrittenRow{}}
	written := make([]*db.WrittenRow, len(rows))
	for i, row := range rows {
		w := &db.WrittenRow{Row: row}
		if row.RowID != nil {
			w.Subject = db.RowRef{Table: row.Table, ID: *row.RowID}
			var err error
			if w.Before, err = form.Row(ctx, tx, w.Subject); err != nil {
				return nil, err
			}
		}
		written[i], p.done[row.Key] = w, w
		if err := p.attempt(w, func() error { return p.one(w) }); err != nil {
			return nil, err
		}
	}
	if len(written) > 0 { // the rules that hold at the end; of which row they speak, they don't say
		if err := p.attempt(written[len(written)-1], func() error { return tx.SettleConstraints(ctx) }); err != nil {
			return nil, err
		}
	}
	for _, w := range written {
		if w.Subject.ID == 0 {
			continue
		}
		var err error
		if w.After, err = form.Row(ctx, tx, w.Subject); err != nil {
			return nil, err
		}
		if err := p.checkCited(w); err != nil {
			return nil, err
		}
	}
	return written, nil
}

// attempt does something with a row, and makes a fault of the row of what the row can be blamed for.
func (p *publisher) attempt(w *db.WrittenRow, do func() error) error {
	p.err = nil
	err := p.tx.Attempt(p.ctx, do)
	if err == nil {
		return nil
	}
	known := db.AsError(p.ctx, err)
	if known.Code != db.CodeBadInput && known.Code != db.CodeConflict && known.Code != db.CodeNotFound {
		return err
	}
	faults := known.Faults
	if len(faults) == 0 {
		faults = []*db.Error{known}
	}
	w.Faults, w.Changed = append(w.Faults, faults...), nil
	if w.Row.RowID == nil {
		w.Subject.ID = 0
	}
	return nil
}

// one writes one row.
func (p *publisher) one(w *db.WrittenRow) error {
	s := shapeOf(w.Row.Table)
	f, value := p.read(s, w)
	if len(f.faults) > 0 {
		return &db.Error{Code: db.CodeBadInput, Message: f.faults[0].Message, Faults: f.problems()}
	}
	of, err := p.place(s, w, value)
	if err != nil {
		return err
	}
	p.f, p.site = f, &site{edit: func(row db.RowRef) { w.Changed = append(w.Changed, row) }, existing: w.Row.RowID}
	p.row(value, of, nil)
	if p.err != nil {
		return p.err
	}
	if w.Row.RowID != nil && p.site.id != *w.Row.RowID {
		return &db.Error{Code: db.CodeConflict, Reason: "row_stays", Message: fmt.Sprintf(
			"%s tells a row of %s apart, and stays; withdraw the row and add another", strings.Join(s.identifying(), ", "), w.Row.Table)}
	}
	w.Subject = db.RowRef{Table: w.Row.Table, ID: p.site.id}
	if err := p.unlink(s, w, value); err != nil {
		return err
	}
	return p.hold(s, of, w)
}

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
	held, err := s.load(p.ctx, p.tx, *row.RowID)
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

// hold notes the register file that a new row goes into. What belongs to another row goes where that one is; one that is in
// none, of a reference list, is from then on in this one.
func (p *publisher) hold(s *shape, of above, w *db.WrittenRow) error {
	row := w.Subject
	if of.table != nil {
		row = db.RowRef{Table: of.table.TableName(), ID: of.id}
		if over := shapeOf(row.Table); over == nil || len(over.above) > 0 {
			return nil
		}
	} else if w.Row.RowID != nil {
		if s.table.TableName() != "indicators" {
			return nil
		}
	}
	holders, err := p.tx.HoldersOf(p.ctx, row)
	if err != nil || len(holders) > 0 || p.register == "" {
		return err
	}
	return p.tx.KeptBy(p.ctx, p.register, row, shapeOf(row.Table).label(p, row.ID))
}

// label is what a report calls a row that a slug or code names.
func (s *shape) label(p *publisher, id int64) string {
	for name, key := range p.known(s.table.TableName()) {
		if key == id {
			return strings.ReplaceAll(s.table.Singular(), "_", " ") + " " + name
		}
	}
	return strings.ReplaceAll(s.table.Singular(), "_", " ")
}

// checkCited sees to it that what was written still has a citation that stands, unless it is withdrawn itself.
func (p *publisher) checkCited(w *db.WrittenRow) error {
	s, subject := shapeOf(w.Subject.Table), w.Subject
	held, err := s.load(p.ctx, p.tx, subject.ID)
	if err != nil {
		return err
	}
	if s.table.TableName() == "citations" { // what it supports must have another, when it is withdrawn
		of, err := p.above(s, &db.WrittenRow{Row: &db.RevisionRow{Table: subject.Table, RowID: &subject.ID}})
		if err != nil || of.table == nil {
			return err
		}
		s, subject = &shape{table: of.table}, db.RowRef{Table: of.table.TableName(), ID: of.id}
	} else if column := withdrawalOf(held); !db.Cites(s.table) || column.IsValid() && !column.IsNil() {
		return nil
	}
	cited, err := p.tx.IsCited(p.ctx, s.table, subject.ID)
	if err == nil && !cited && !slices.ContainsFunc(w.Faults, func(f *db.Error) bool { return f.Reason == "citation_missing" }) {
		w.Faults = append(w.Faults, db.BadInput("cite", "citation_missing", "no citation that stands supports this; %s", need("cite")))
	}
	return err
}
