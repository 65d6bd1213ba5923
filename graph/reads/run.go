package reads

import (
	"context"

	"mithaq/db"
)

// run is one run of a plan.
type run struct {
	one     *db.One
	slots   []any
	results []result
}

// Answer is the bytes of data, with the version of what was read; 0 where it moved meanwhile, or wasn't asked for.
type Answer struct {
	Data    []byte
	Version int64
}

// Run answers by the plan. errDeclined, or any other error, means that gqlgen is to answer.
func (p *Plan) Run(ctx context.Context, d *db.DB, variables map[string]any, versioned bool) (Answer, error) {
	r := &run{slots: make([]any, len(p.slots)), results: make([]result, p.count)}
	for i, slot := range p.slots { // before anything is read: declining then costs nothing
		made, err := slot(variables)
		if err != nil {
			return Answer{}, err
		}
		if asked, ok := made.(Asked); ok && len(asked.IDs) > db.MostRows {
			return Answer{}, errDeclined
		}
		r.slots[i] = made
	}
	var version int64
	err := d.OnOne(ctx, func(one *db.One) (err error) {
		r.one = one
		if !versioned {
			return r.readAll(ctx, p.levels)
		}
		version, err = r.readVersioned(ctx, p.levels)
		return err
	})
	if err != nil {
		return Answer{}, err
	}
	w := writer{run: r, b: make([]byte, 0, 4096)}
	p.root.write(&w, nil)
	if w.declined {
		return Answer{}, errDeclined
	}
	return Answer{w.b, version}, nil
}

func (r *run) readAll(ctx context.Context, levels []*level) error {
	for _, l := range levels {
		if err := r.read(ctx, l, nil); err != nil {
			return err
		}
	}
	return nil
}

// readVersioned reads the version on the same connection before the first statement and after the last; it gives 0 where
// they differ.
func (r *run) readVersioned(ctx context.Context, levels []*level) (int64, error) {
	before, err := r.one.Version(ctx)
	if err != nil {
		return 0, err
	}
	if err := r.readAll(ctx, levels); err != nil {
		return 0, err
	}
	after, err := r.one.Version(ctx)
	if err != nil || after != before {
		return 0, err
	}
	return after, nil
}

// read runs the statement of a level, and then those below it. Above are the rows that it belongs to; nil at the root.
func (r *run) read(ctx context.Context, l *level, above []row) error {
	var err error
	switch out := &r.results[l.number]; l.kind {
	case One:
		err = r.byKeys(ctx, l, keysOf(above, l.key))
	case Nodes:
		err = r.byKeys(ctx, l, keysOfType(r.slots[l.slot].(Asked).IDs, l.typeName))
	case NodeOf:
		var ids []db.ID
		if ids, err = r.idsOf(l, above); err == nil {
			err = r.byKeys(ctx, l, keysOfType(ids, l.typeName))
		}
	case Row, Only:
		out.asked = r.slots[l.slot].(Asked)
		err = r.byName(ctx, l)
	default:
		out.asked = r.slots[l.slot].(Asked)
		parents := []int64{0}
		if l.kind == List {
			parents = keysOf(above, l.key)
		}
		if err = r.list(ctx, l, parents); err == nil {
			err = r.count(ctx, l, parents)
		}
	}
	if err != nil {
		return err
	}
	rows := r.results[l.number].shown()
	for _, below := range l.children {
		if len(rows) > 0 {
			if err := r.read(ctx, below, rows); err != nil {
				return err
			}
		}
	}
	return nil
}

// byKeys reads rows by their keys.
func (r *run) byKeys(ctx context.Context, l *level, keys []int64) error {
	if len(keys) == 0 {
		return nil
	}
	cells, err := r.one.Read(ctx, l.table.KeysStatement(keys, l.shape()))
	if err != nil {
		return err
	}
	out := &r.results[l.number]
	out.cells, out.rows = cells, make(map[int64]int, cells.Count())
	for i := range cells.Count() {
		out.rows[cells.Row(i)[0].(int64)] = i
	}
	return nil
}

// byName reads a row by its id or its slug, or the only one.
func (r *run) byName(ctx context.Context, l *level) (err error) {
	out := &r.results[l.number]
	var q db.Statement
	switch {
	case l.kind == Only:
		q = l.table.OnlyStatement(l.shape())
	case (out.asked.ID == nil) == (out.asked.Slug == nil), out.asked.ID != nil && out.asked.ID.Type != l.typeName:
		return errDeclined
	case out.asked.ID != nil:
		q = l.table.KeysStatement([]int64{out.asked.ID.Key}, l.shape())
	default:
		q = l.table.SlugStatement(*out.asked.Slug, l.shape())
	}
	out.cells, err = r.one.Read(ctx, q)
	return err
}

// list reads the same page of all parents' lists, or that of a whole table.
func (r *run) list(ctx context.Context, l *level, parents []int64) (err error) {
	out := &r.results[l.number]
	table := l.table
	if out.asked.Find != nil {
		if table, err = out.asked.Find(ctx, r.one.DB); err != nil {
			return err
		}
		out.asked.Table = table
	}
	if out.covers, err = table.Covers(ctx, r.one.DB, out.asked.Filter); err != nil {
		return err
	}
	var q db.Statement
	if l.kind == List {
		q, err = out.asked.Relation.PagesStatement(ctx, r.one.DB, parents, out.asked.Paging, out.asked.Filter, l.shape())
	} else {
		q, err = table.PageStatement(ctx, r.one.DB, out.asked.Paging, out.asked.Filter, l.shape())
	}
	if err != nil || q.Text == "" || !l.rows {
		return err
	}
	out.order, out.keys = q.Order, q.Keys
	if out.cells, err = r.one.Read(ctx, q); err != nil {
		return err
	}
	return out.split(out.asked.Paging.Count)
}

// count counts the lists, where that is asked for.
func (r *run) count(ctx context.Context, l *level, parents []int64) (err error) {
	out := &r.results[l.number]
	if l.total {
		if out.totals, err = r.counted(ctx, l, parents, db.Placed); err != nil {
			return err
		}
	}
	if l.unplaced {
		out.unplaced, err = r.counted(ctx, l, parents, db.Unplaced)
	}
	return err
}

func (r *run) counted(ctx context.Context, l *level, parents []int64, which db.Counted) (map[int64]int64, error) {
	asked := r.results[l.number].asked
	var q db.Statement
	var err error
	if l.kind == List {
		q, err = asked.Relation.CountsStatement(ctx, r.one.DB, parents, asked.Filter, which)
	} else {
		q, err = asked.Table.CountStatement(ctx, r.one.DB, asked.Filter, which)
	}
	if err != nil {
		return nil, err
	}
	cells, err := r.one.Read(ctx, q)
	if err != nil {
		return nil, err
	}
	counts := make(map[int64]int64, cells.Count())
	for i := range cells.Count() {
		at := cells.Row(i)
		key, _ := at[0].(int64)
		if l.kind != List {
			key = 0
		}
		counts[key], _ = at[len(at)-1].(int64)
	}
	return counts, nil
}
