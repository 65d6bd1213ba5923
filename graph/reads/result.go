package reads

import (
	"database/sql/driver"
	"slices"
	"strconv"

	"mithaq/db"
)

// result is what a level's statement gave.
type result struct {
	asked    Asked
	cells    *db.Cells
	order    string
	keys     int             // of a cursor: the last cells of a row
	pages    map[int64]page  // by the parent
	named    []int64         // the keys that rows are asked for by, in order
	rows     []row           // those of the keys; nil for none
	totals   map[int64]int64 // by the parent
	unplaced map[int64]int64
	covers   func(known db.Coverage) db.Coverage
}

// page are the rows of one list, from…to of the level's.
type page struct {
	result   *result
	parent   int64
	known    db.Coverage // what is known of the list
	from, to int
	goesOn   bool
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

// shown are the rows of the level that the answer shows.
func (out *result) shown() []row {
	rows := make([]row, 0, max(len(out.rows), out.cells.Count()))
	for _, named := range out.rows {
		if named != nil {
			rows = append(rows, named)
		}
	}
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
	if i, found := slices.BinarySearch(out.named, k); known && found {
		return out.rows[i]
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
	return once(keys)
}

func keysOfType(ids []db.ID, name string) []int64 {
	var keys []int64
	for _, id := range ids {
		if id.Type == name {
			keys = append(keys, id.Key)
		}
	}
	return once(keys)
}

func once(keys []int64) []int64 {
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

// appendEnd writes the cursor of an end of the page, where it has one.
func (p page) appendEnd(w *writer, i int) {
	if p.count() == 0 {
		w.null(false)
		return
	}
	p.appendCursor(w, i)
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
