package registers

import (
	"context"
	"fmt"
	"slices"
	"strings"

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
	p := &publisher{writer: writer{ctx: ctx, tx: tx, ids: map[string]map[string]int64{}}, register: register,
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
	for _, w := range written {
		if err := p.finish(w); err != nil {
			return nil, err
		}
	}
	return written, p.settle(written)
}

// finish looks at a row when all are written.
func (p *publisher) finish(w *db.WrittenRow) (err error) {
	if w.Subject.ID == 0 {
		return nil
	}
	if w.After, err = (Form{}).Row(p.ctx, p.tx, w.Subject); err != nil {
		return err
	}
	for _, below := range shapeOf(w.Subject.Table).needs {
		over := above{table: shapeOf(w.Subject.Table).table, id: w.Subject.ID}
		next, err := p.tx.NextPlace(p.ctx, below, over.table.Singular()+"_id", over.id)
		if err != nil {
			return err
		}
		if next == 1 {
			w.Faults = append(w.Faults, db.BadInput(below.TableName(), "rows_missing", "a %s needs at least one of %s, as a row of its own", over.noun(over.table), below.TableName()))
		}
	}
	return p.checkCited(w)
}

// settle tries the rules that hold at the end. Of which row they speak they don't say, so that they are told of the last one;
// where anything is wrong already, they would say it again.
func (p *publisher) settle(written []*db.WrittenRow) error {
	for _, w := range written {
		if len(w.Faults) > 0 {
			return nil
		}
	}
	if len(written) == 0 {
		return nil
	}
	return p.attempt(written[len(written)-1], func() error { return p.tx.SettleConstraints(p.ctx) })
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
	p.ids = map[string]map[string]int64{} // what it named isn't there
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
	if w.Row.RowID == nil && p.site.change != db.Added {
		return &db.Error{Code: db.CodeConflict, Reason: "row_there", Message: fmt.Sprintf(
			"a row of %s that %s tells apart like this is in the register already; change that one", w.Row.Table, strings.Join(s.identifying(), ", "))}
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
