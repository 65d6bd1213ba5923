package reads

import (
	"database/sql/driver"
	"encoding/base64"
	"strconv"

	"mithaq/db"
)

// row are the cells of a row.
type row = []driver.Value

// node is a piece of the answer: it writes itself from the row that it belongs to.
type node interface {
	write(w *writer, at row)
}

// writer holds the answer so far. Once declined, what is written doesn't matter.
type writer struct {
	run      *run
	b        []byte
	declined bool
}

func (w *writer) text(s string) { w.b = append(w.b, s...) }

// comma parts what comes before from what comes at i.
func (w *writer) comma(i int) {
	if i > 0 {
		w.b = append(w.b, ',')
	}
}

// rowOrNull writes what is asked of a row; nil is none.
func (w *writer) rowOrNull(found row, required bool, fields object) {
	if found == nil {
		w.null(required)
		return
	}
	fields.write(w, found)
}

// null writes null, where it may stand; else gqlgen is to say what is wrong.
func (w *writer) null(required bool) {
	w.declined = w.declined || required
	w.text("null")
}

type entry struct {
	key   string
	value node
}

// object is a row's own fields, or a group of them.
type object []entry

func (o object) write(w *writer, at row) {
	w.b = append(w.b, '{')
	for i, e := range o {
		w.comma(i)
		w.text(e.key)
		e.value.write(w, at)
	}
	w.b = append(w.b, '}')
}

// fixed is the same in every row.
type fixed string

func (f fixed) write(w *writer, _ row) { w.text(string(f)) }

// value is a column.
type value struct {
	cell int
	form form
}

func (v value) write(w *writer, at row) {
	if cell := at[v.cell]; cell != nil {
		w.b = v.form(w.b, cell)
		return
	}
	w.text("null")
}

// identity is the opaque id.
type identity struct {
	cell   int
	prefix string
}

func (i identity) write(w *writer, at row) {
	var plain [64]byte
	key, _ := at[i.cell].(int64)
	w.b = append(w.b, '"')
	w.b = base64.RawURLEncoding.AppendEncode(w.b, strconv.AppendInt(append(plain[:0], i.prefix...), key, 10))
	w.b = append(w.b, '"')
}

// text is a text in the language asked for. Of a name (original is -1) any language will do, of other texts the one that
// they were written in.
type text struct {
	slot      int
	languages []int // the cells of French, Arabic and English
	original  int
	required  bool
}

// find gives the text with its language, by the model's own rule.
func (t text) find(w *writer, at row) *db.LocalizedText {
	asked, _ := w.run.slots[t.slot].(*db.Language)
	var name db.Name
	for i, into := range []**string{&name.FR, &name.AR, &name.EN} {
		if s, ok := at[t.languages[i]].(string); ok {
			*into = &s
		}
	}
	if t.original < 0 {
		return name.Localized(asked)
	}
	language, _ := at[t.original].(string)
	return db.Text{Language: db.Language(language), Name: name}.Localized(asked)
}

func (t text) write(w *writer, at row) {
	found := t.find(w, at)
	switch {
	case found != nil:
		w.b = appendString(w.b, found.Value)
	case t.required:
		w.text(`""`)
	default:
		w.text("null")
	}
}

// localized is a text with its language and its original.
type localized struct {
	text
	parts []made
}

// made is a field of an object that no table holds.
type made struct{ key, name, typeName string }

func (l localized) write(w *writer, at row) {
	found := l.find(w, at)
	if found == nil {
		w.null(l.required)
		return
	}
	w.b = append(w.b, '{')
	for i, part := range l.parts {
		w.comma(i)
		w.text(part.key)
		switch part.name {
		case "__typename":
			w.b = appendString(w.b, part.typeName)
		case "value":
			w.b = appendString(w.b, found.Value)
		case "language":
			w.b = appendString(w.b, string(found.Language))
		case "translated":
			w.b = strconv.AppendBool(w.b, found.Translated)
		case "original":
			w.b = appendString(w.b, found.Original)
		case "originalLanguage":
			w.b = appendString(w.b, string(found.OriginalLanguage))
		default:
			w.declined = true
		}
	}
	w.b = append(w.b, '}')
}
