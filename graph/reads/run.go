package reads

import (
	"context"
	"slices"

	"mithaq/db"
)

// What stands around the data of a response without errors.
const (
	Opens  = `{"data":`
	Closes = "}\n"
)

// run is one run of a plan.
type run struct {
	one     *db.One
	slots   []any
	results []result

	held   *held
	using  db.Age  // of the rows in memory; none: none are used
	again  bool    // the plan was run before
	before int64   // the version that the database had, where it was read
	fresh  []fresh // rows read since, which may be held
}

// Answer is the body of a response without errors, with the version of what was read; 0 where it moved meanwhile, or
// wasn't asked for.
type Answer struct {
	Body    []byte
	Version int64
}

// Run answers by the plan. errDeclined, or any other error, means that gqlgen is to answer.
func (p *Plan) Run(ctx context.Context, d *db.DB, variables map[string]any, versioned bool) (Answer, error) {
	r := &run{slots: make([]any, len(p.slots)), results: make([]result, p.count), held: p.held, again: p.again.Swap(true)}
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
	err := d.OnOne(ctx, func(one *db.One) error {
		r.one = one
		return r.readAll(ctx, p.levels, versioned)
	})
	if err != nil {
		return Answer{}, err
	}
	w := writer{run: r, b: make([]byte, 0, max(512, p.longest.Load()))}
	w.text(Opens)
	p.root.write(&w, nil)
	w.text(Closes)
	if w.declined {
		return Answer{}, errDeclined
	}
	if length := int64(len(w.b)); length > p.longest.Load() {
		p.longest.Store(length)
	}
	if !versioned {
		r.before = 0
	}
	return Answer{w.b, r.before}, nil
}

// readAll reads what the answer needs. Where it is to be kept, all is of one version, which the same connection gives
// before the first statement and after the last.
func (r *run) readAll(ctx context.Context, levels []*level, versioned bool) (err error) {
	r.using = r.held.now()
	if versioned {
		if r.before, err = r.one.Version(ctx); err != nil {
			return err
		}
		if r.using.Version != r.before {
			r.using = db.Age{}
		}
	}
	for _, l := range levels {
		if err := r.read(ctx, l, nil); err != nil {
			return err
		}
	}
	return r.end(ctx)
}

// begin reads the version before rows that may be held: those of a plan that is run again.
func (r *run) begin(ctx context.Context) (err error) {
	if r.using != (db.Age{}) && r.again && r.before == 0 {
		r.before, err = r.one.Version(ctx)
	}
	return err
}

// end holds the rows that were read since the version was, if it is still the same; else there was none.
func (r *run) end(ctx context.Context) error {
	if r.before == 0 {
		return nil
	}
	after, err := r.one.Version(ctx)
	switch {
	case err != nil:
		return err
	case after != r.before:
		r.before = 0
	case r.before == r.using.Version && r.using == r.held.now():
		r.held.add(r.using, r.fresh)
	}
	return nil
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

// byKeys finds rows by their keys, in order: in memory, and the others in the database. Only what rows name is held: anybody
// may ask for any number of others by their ids.
func (r *run) byKeys(ctx context.Context, l *level, keys []int64) error {
	out := &r.results[l.number]
	out.named, out.rows = keys, make([]row, len(keys))
	missing := keys
	if l.kind == One {
		if missing = r.held.take(r.using, l.held, keys, out.rows); len(missing) > 0 {
			if err := r.begin(ctx); err != nil {
				return err
			}
		}
	}
	if len(missing) == 0 {
		return nil
	}
	cells, err := r.one.Read(ctx, l.table.KeysStatement(missing, l.shape))
	if err != nil {
		return err
	}
	for i := range cells.Count() {
		at := cells.Row(i)
		if place, found := slices.BinarySearch(keys, at[0].(int64)); found {
			out.rows[place] = at
		}
	}
	if l.kind == One && r.before != 0 {
		r.fresh = append(r.fresh, fresh{l.held, cells})
	}
	return nil
}

// byName reads a row by its id or its slug, or the only one.
func (r *run) byName(ctx context.Context, l *level) (err error) {
	out := &r.results[l.number]
	var q db.Statement
	switch {
	case l.kind == Only:
		q = l.table.OnlyStatement(l.shape)
	case (out.asked.ID == nil) == (out.asked.Slug == nil), out.asked.ID != nil && out.asked.ID.Type != l.typeName:
		return errDeclined
	case out.asked.ID != nil:
		q = l.table.KeysStatement([]int64{out.asked.ID.Key}, l.shape)
	default:
		q = l.table.SlugStatement(*out.asked.Slug, l.shape)
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
		q, err = out.asked.Relation.PagesStatement(ctx, r.one.DB, parents, out.asked.Paging, out.asked.Filter, l.shape)
	} else {
		q, err = table.PageStatement(ctx, r.one.DB, out.asked.Paging, out.asked.Filter, l.shape)
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
