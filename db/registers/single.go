package registers

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"

	"mithaq/db"
)

// singleRow is what is particular of a row that a revision writes: what is listed below it is rows of their own, and what is
// there already has its citations.
type singleRow struct {
	isThere bool
	fields  map[string]string // by the place of a value in the text, where it stands in the row
}

// keysOf lists the keys of a mapping of the file.
func (f *File) keysOf(into reflect.Value) []key {
	if f.single == nil || tableOf(into.Type()) == nil {
		return keysOf(into)
	}
	keys := ownKeys(into)
	for i := range keys {
		keys[i].required = keys[i].required && !(keys[i].name == "cite" && f.single.isThere)
	}
	return keys
}

// readRow reads a row of a revision, which is JSON, with the reader of register files. What isn't given, as null, is left
// out.
func readRow(s *shape, contents db.JSON, isThere bool) (*File, reflect.Value) {
	f := newFile("")
	f.single = &singleRow{isThere: isThere, fields: map[string]string{}}
	row := reflect.New(s.typ).Elem()
	start := &token.Position{Line: 1, Column: 1}
	text, err := withoutNulls(contents)
	if err != nil {
		f.fault(start, "the values are not a JSON object: %v", err)
		return f, row
	}
	parsed, err := parser.ParseBytes(text, 0)
	if err != nil || len(parsed.Docs) != 1 || parsed.Docs[0].Body == nil {
		f.fault(start, "the values can't be read")
		return f, row
	}
	f.single.note(parsed.Docs[0].Body, "")
	f.read(parsed.Docs[0].Body, row, s.table.Singular(), "")
	return f, row
}

// withoutNulls writes a JSON object again, without what is null in it.
func withoutNulls(contents db.JSON) ([]byte, error) {
	decoder := json.NewDecoder(strings.NewReader(string(contents)))
	decoder.UseNumber()
	var object map[string]any
	if err := decoder.Decode(&object); err != nil {
		return nil, fmt.Errorf("allowed is an object of columns and their values")
	}
	var text bytes.Buffer
	encoder := json.NewEncoder(&text)
	encoder.SetEscapeHTML(false)
	err := encoder.Encode(strip(object))
	return text.Bytes(), err
}

func strip(value any) any {
	switch v := value.(type) {
	case map[string]any:
		for name, inner := range v {
			if stripped := strip(inner); stripped == nil {
				delete(v, name)
			}
		}
		if len(v) == 0 {
			return map[string]any{}
		}
		return v
	case []any:
		for i := range v {
			v[i] = strip(v[i])
		}
		return slices.DeleteFunc(v, func(item any) bool { return item == nil })
	}
	return value
}

// note writes down where in the row each value stands.
func (s *singleRow) note(node ast.Node, path string) {
	at := placeOf(node)
	if _, known := s.fields[place(at)]; !known {
		s.fields[place(at)] = path
	}
	switch n := node.(type) {
	case *ast.MappingNode:
		for _, entry := range n.Values {
			s.noteEntry(entry, path)
		}
	case *ast.MappingValueNode:
		s.noteEntry(n, path)
	case *ast.SequenceNode:
		for i, item := range n.Values {
			s.note(item, fmt.Sprintf("%s.%d", path, i))
		}
	}
}

func (s *singleRow) noteEntry(entry *ast.MappingValueNode, path string) {
	name := strings.TrimPrefix(path+"."+entry.Key.GetToken().Value, ".")
	s.fields[place(entry.Key.GetToken().Position)] = name
	s.note(entry.Value, name)
}

func place(at *token.Position) string { return fmt.Sprint(at.Line, ":", at.Column) }

// problems gives the faults that were found in the row, by column.
func (f *File) problems() db.Faults {
	var found db.Faults
	for _, fault := range f.faults.sorted() {
		reason := fault.Reason
		if reason == "" {
			reason = "value_malformed"
		}
		field := f.single.fields[place(&token.Position{Line: fault.Line, Column: fault.Column})]
		found = append(found, db.BadInput(strings.Trim(field+"."+fault.key, "."), reason, "%s", fault.Message))
	}
	return found
}
