package reads

import (
	"database/sql/driver"
	"reflect"

	"mithaq/db"
)

// joined is a row that is joined to another; without a key there is none.
type joined struct {
	key      int
	required bool
	fields   object
}

func (j joined) write(w *writer, at row) {
	if at[j.key] == nil {
		w.null(j.required)
		return
	}
	j.fields.write(w, at)
}

// named is a row of another level that a foreign key names.
type named struct {
	level    *level
	required bool
	fields   object
}

func (n named) write(w *writer, at row) {
	found := w.run.row(n.level, at[n.level.key])
	if found == nil {
		w.null(n.required)
		return
	}
	n.fields.write(w, found)
}

// first is the row that was asked for by its name.
type first struct {
	level  *level
	fields object
}

func (f first) write(w *writer, _ row) {
	cells := w.run.results[f.level.number].cells
	if cells.Count() == 0 {
		w.null(false)
		return
	}
	f.fields.write(w, cells.Row(0))
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
		if i > 0 {
			w.b = append(w.b, ',')
		}
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
	if found == nil {
		w.null(required)
		return
	}
	k.fields.write(w, found)
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
	level *level
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
	w.b = append(w.b, '{')
	for i, p := range c.parts {
		if i > 0 {
			w.b = append(w.b, ',')
		}
		w.text(p.key)
		switch p.what {
		case "coverage":
			known := r.asked.Coverage
			switch {
			case c.coverage >= 0:
				cell, _ := at[c.coverage].(string)
				known = db.Coverage(cell)
			case c.level.kind == Rows:
				known = db.Complete
			}
			w.b = appendString(w.b, string(r.covers(known)))
		default:
			p.page(w, page)
		}
	}
	w.b = append(w.b, '}')
}

// page writes a field of a connection.
func (p part) page(w *writer, at page) {
	switch p.what {
	case "totalCount":
		w.b = appendCell(w.b, driver.Value(at.result.totals[at.parent]))
	case "notPlaced":
		w.b = appendCell(w.b, driver.Value(at.result.unplaced[at.parent]))
	case "nodes", "edges":
		w.b = append(w.b, '[')
		for i := range at.count() {
			if i > 0 {
				w.b = append(w.b, ',')
			}
			if p.what == "nodes" {
				p.value.write(w, at.row(i))
			} else {
				p.parts(w, at, i)
			}
		}
		w.b = append(w.b, ']')
	case "pageInfo":
		p.parts(w, at, 0)
	default:
		p.value.write(w, nil)
	}
}

// parts writes the edge of a row, or the page's info.
func (p part) parts(w *writer, at page, i int) {
	w.b = append(w.b, '{')
	for n, inner := range p.inner {
		if n > 0 {
			w.b = append(w.b, ',')
		}
		w.text(inner.key)
		switch inner.what {
		case "cursor":
			at.appendCursor(w, i)
		case "startCursor", "endCursor":
			if at.count() == 0 {
				w.text("null")
			} else if inner.what == "startCursor" {
				at.appendCursor(w, 0)
			} else {
				at.appendCursor(w, at.count()-1)
			}
		case "hasNextPage":
			w.b = appendCell(w.b, at.result.more(at, true))
		case "hasPreviousPage":
			w.b = appendCell(w.b, at.result.more(at, false))
		case "node":
			inner.value.write(w, at.row(i))
		default:
			inner.value.write(w, nil)
		}
	}
	w.b = append(w.b, '}')
}
