package reads

import (
	"context"
	"database/sql/driver"
	"slices"
	"strconv"

	"mithaq/db"
)

// run is one run of a plan.
type run struct {
	one     *db.One
	slots   []any
	results []result
}

// result is what a level's statement gave.
type result struct {
	asked    Asked
	cells    *db.Cells
	order    string
	keys     int             // of a cursor: the last cells of a row
	pages    map[int64]page  // by the parent
	rows     map[int64]int   // by the row's own key
	totals   map[int64]int64 // by the parent
	unplaced map[int64]int64
	covers   func(known db.Coverage) db.Coverage
}

// page are the rows of one list, from…to of the level's.
type page struct {
	result   *result
	parent   int64
	from, to int
	goesOn   bool
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

// split finds the lists among the rows. Those of a parent come one after the other; else gqlgen is to answer.
func (out *result) split(length int) error {
	out.pages = map[int64]page{}
	for i := 0; i < out.cells.Count(); {
		parent, from := out.cells.Row(i)[0], i
		for i < out.cells.Count() && out.cells.Row(i)[0] == parent {
			i++
		}
		key, _ := parent.(int64)
		if _, again := out.pages[key]; again {
			return errDeclined
		}
		out.pages[key] = page{from: from, to: min(i, from+length), goesOn: i-from > length}
	}
	return nil
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

// shown are the rows of the level that the answer shows.
func (out *result) shown() []row {
	if out.cells == nil {
		return nil
	}
	rows := make([]row, 0, out.cells.Count())
	if out.pages == nil {
		for i := range out.cells.Count() {
			rows = append(rows, out.cells.Row(i))
		}
	}
	for _, p := range out.pages {
		for i := p.from; i < p.to; i++ {
			rows = append(rows, out.cells.Row(i))
		}
	}
	return rows
}

// row gives the row of a level with that key; nil where there is none.
func (r *run) row(l *level, key driver.Value) row {
	out := &r.results[l.number]
	k, known := key.(int64)
	if i, found := out.rows[k]; known && found {
		return out.cells.Row(i)
	}
	return nil
}

// idOf gives the id that a row names.
func (r *run) idOf(slot int, m *maker, at row) (db.ID, error) {
	made, err := m.row(at)
	if err != nil {
		return db.ID{}, err
	}
	return r.slots[slot].(Asked).Of(made.Interface()), nil
}

func (r *run) idsOf(l *level, above []row) ([]db.ID, error) {
	ids := make([]db.ID, 0, len(above))
	for _, at := range above {
		if at[l.maker.cells[0]] == nil { // of a row that is joined, and isn't there
			continue
		}
		id, err := r.idOf(l.slot, l.maker, at)
		if err != nil {
			return nil, err
		}
		ids = append(ids, id)
	}
	return ids, nil
}

// keysOf gives the keys in a cell of rows, each once.
func keysOf(rows []row, cell int) []int64 {
	keys := make([]int64, 0, len(rows))
	for _, at := range rows {
		if key, ok := at[cell].(int64); ok {
			keys = append(keys, key)
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

func keysOfType(ids []db.ID, name string) []int64 {
	var keys []int64
	for _, id := range ids {
		if id.Type == name {
			keys = append(keys, id.Key)
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

func (p page) count() int { return p.to - p.from }

// row gives a row of the page; the last page before a cursor is read backward.
func (p page) row(i int) row {
	if p.result.asked.Paging.Backward {
		return p.result.cells.Row(p.to - 1 - i)
	}
	return p.result.cells.Row(p.from + i)
}

func (p page) appendCursor(w *writer, i int) {
	at := p.row(i)
	keys := make([]string, 0, p.result.keys)
	for _, key := range at[len(at)-p.result.keys:] {
		text, ok := key.(string)
		w.declined = w.declined || !ok
		keys = append(keys, text)
	}
	w.b = appendString(w.b, db.WriteCursor(p.result.order, keys))
}

// more tells whether there are rows after the page, or before it.
func (out *result) more(p page, after bool) bool {
	paging := out.asked.Paging
	if after != paging.Backward { // in the direction of reading
		return p.goesOn
	}
	return after && paging.Before != "" || !after && paging.After != ""
}

// parseMark reads a mark that stands in place of a coverage.
func parseMark(coverage db.Coverage) (int64, bool) {
	mark, err := strconv.ParseInt(string(coverage), 10, 64)
	return mark, err == nil
}
