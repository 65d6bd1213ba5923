package reads

import (
	"reflect"

	"mithaq/db"
)

// named is a row of another level that a foreign key names; without a key there is none.
type named struct {
	level    *level
	required bool
	fields   object
}

func (n named) write(w *writer, at row) {
	w.rowOrNull(w.run.row(n.level, at[n.level.key]), n.required, n.fields)
}

// first is the row that was asked for by its name.
type first struct {
	level  *level
	fields object
}

func (f first) write(w *writer, _ row) {
	var found row
	if cells := w.run.results[f.level.number].cells; cells.Count() > 0 {
		found = cells.Row(0)
	}
	w.rowOrNull(found, false, f.fields)
}

// things are those whose ids are asked for, or the one.
type things struct {
	slot  int
	each  bool
	kinds map[string]kind
}

func (t things) write(w *writer, _ row) {
	ids := w.run.slots[t.slot].(Asked).IDs
	if !t.each {
		w.thing(t.kinds, ids[0], false)
		return
	}
	w.b = append(w.b, '[')
	for i, id := range ids {
		w.comma(i)
		w.thing(t.kinds, id, false)
	}
	w.b = append(w.b, ']')
}

// thing is what a row names.
type thing struct {
	slot     int
	maker    *maker
	required bool
	kinds    map[string]kind
}

func (t thing) write(w *writer, at row) {
	id, err := w.run.idOf(t.slot, t.maker, at)
	w.declined = w.declined || err != nil
	w.thing(t.kinds, id, t.required)
}

func (w *writer) thing(kinds map[string]kind, id db.ID, required bool) {
	k, known := kinds[id.Type]
	var found row
	if known {
		found = w.run.row(k.level, id.Key)
	}
	w.rowOrNull(found, required, k.fields)
}

// call is what a method makes of a row.
type call struct {
	maker    *maker
	method   int
	slot     int
	shape    *shape
	required bool
}

func (c call) write(w *writer, at row) {
	made, err := c.maker.row(at)
	if err != nil {
		w.declined = true
		return
	}
	in, _ := w.run.slots[c.slot].([]reflect.Value)
	result := made.Method(c.method).Call(in)[0]
	if result.Kind() == reflect.Pointer && result.IsNil() {
		w.null(c.required)
		return
	}
	w.b = appendValue(w.b, c.shape, result)
}

// connection is the page of a list.
type connection struct {
	level    *level
	coverage int // the cell that says what is known of the list; -1: the resolver says it
	parts    []part
}

// part is a field of a connection, of an edge or of a page's info.
type part struct {
	key   string
	what  string
	value node
	inner []part
}

func (c connection) write(w *writer, at row) {
	var parent int64
	if c.level.kind == List {
		parent, _ = at[c.level.key].(int64)
	}
	r := &w.run.results[c.level.number]
	page := r.pages[parent]
	page.result, page.parent = r, parent
	page.known = r.asked.Coverage
	switch {
	case c.coverage >= 0:
		cell, _ := at[c.coverage].(string)
		page.known = db.Coverage(cell)
	case c.level.kind == Rows:
		page.known = db.Complete
	}
	w.parts(c.parts, page, 0)
}

// parts writes the fields of a connection, of the edge of its row i, or of its page's info.
func (w *writer) parts(parts []part, at page, i int) {
	w.b = append(w.b, '{')
	for n, p := range parts {
		w.comma(n)
		w.text(p.key)
		p.write(w, at, i)
	}
	w.b = append(w.b, '}')
}

func (p part) write(w *writer, at page, i int) {
	switch p.what {
	case "totalCount":
		w.b = appendCell(w.b, at.result.totals[at.parent])
	case "notPlaced":
		w.b = appendCell(w.b, at.result.unplaced[at.parent])
	case "coverage":
		w.b = appendString(w.b, string(at.result.covers(at.known)))
	case "nodes", "edges":
		w.b = append(w.b, '[')
		for i := range at.count() {
			w.comma(i)
			if p.what == "nodes" {
				p.value.write(w, at.row(i))
			} else {
				w.parts(p.inner, at, i)
			}
		}
		w.b = append(w.b, ']')
	case "pageInfo":
		w.parts(p.inner, at, 0)
	case "node":
		p.value.write(w, at.row(i))
	case "cursor":
		at.appendCursor(w, i)
	case "startCursor":
		at.appendEnd(w, 0)
	case "endCursor":
		at.appendEnd(w, at.count()-1)
	case "hasNextPage":
		w.b = appendCell(w.b, at.result.more(at, true))
	case "hasPreviousPage":
		w.b = appendCell(w.b, at.result.more(at, false))
	default:
		p.value.write(w, nil)
	}
}
