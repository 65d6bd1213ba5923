package registers

import (
	"reflect"
	"slices"
	"strings"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/token"
)

// key is what a mapping may hold under one key, found on the struct that the mapping is read into.
type key struct {
	name     string
	into     reflect.Value
	required bool
	group    bool // a group of columns: a mapping of its own
	later    bool
	ref      string
	rule     string
	fallback string
}

// keysOf lists the keys of a struct: the fields with a yaml tag, and the columns of an embedded row that a file gives.
// Keys that the program makes itself (ids, positions, the key of the row above) are none.
func keysOf(v reflect.Value) []key {
	var keys []key
	typ := v.Type()
	for i := range typ.NumField() {
		field, value := typ.Field(i), v.Field(i)
		tag := field.Tag
		column := tag.Get("db")
		k := key{into: value, ref: tag.Get("ref"), rule: tag.Get("rule"), fallback: tag.Get("default"),
			required: tag.Get("required") != "", later: tag.Get("later") != ""}
		switch {
		case tag.Get("yaml") != "":
			k.name = tag.Get("yaml")
		case field.Anonymous:
			keys = append(keys, keysOf(value)...)
			continue
		case column == "", column == "id", isNumber(column), tag.Get("sql") != "", tag.Get("made") != "":
			continue
		case strings.HasSuffix(column, "_id"):
			if k.ref == "" {
				continue
			}
			k.name, k.required = strings.TrimSuffix(column, "_id"), value.Kind() != reflect.Pointer
		default:
			k.name = column
			k.group = value.Kind() == reflect.Struct
			k.required = value.Kind() != reflect.Pointer && tag.Get("optional") == "" && k.fallback == ""
		}
		keys = append(keys, k)
	}
	return keys
}

// isNumber tells the columns that number the rows of a list.
func isNumber(column string) bool { return column == "position" || column == "version" }

// setPosition notes where in its list a row stands, in the column that keeps it.
func setPosition(row reflect.Value, position int) {
	for _, name := range []string{"Position", "Version"} {
		if field := row.FieldByName(name); field.IsValid() {
			field.SetInt(int64(position))
		}
	}
}

func (f *File) readMapping(node ast.Node, into reflect.Value, what string, at *token.Position) {
	entries, ok := entriesOf(node)
	if !ok {
		f.fault(at, "%s is %s; a mapping of keys to values is allowed here", what, kindOf(node))
		return
	}
	keys, given := f.keysOf(into), map[string]*token.Position{}
	f.places[into.Addr().Pointer()], f.given[into.Addr().Pointer()] = at, given
	for _, entry := range entries {
		name, place := entry.Key.GetToken().Value, entry.Key.GetToken().Position
		i := slices.IndexFunc(keys, func(k key) bool { return k.name == name })
		switch {
		case i < 0:
			f.fault(place, "unknown key %q; allowed here are %s", name, list(namesOf(keys)))
		default:
			f.readKey(keys[i], entry.Value, into)
		}
		given[name] = place
	}
	f.completeMapping(keys, given, at)
	f.checkRow(into, given, at)
}

func (f *File) readKey(k key, node ast.Node, row reflect.Value) {
	at := placeOf(node)
	switch {
	case k.ref != "" && k.into.Kind() == reflect.Slice:
		f.read(node, k.into, k.name, "slug of "+k.ref)
		if sequence, ok := f.plain(node).(*ast.SequenceNode); ok {
			for i := range sequence.Values {
				f.refs = append(f.refs, reference{k.ref, k.into.Index(i).String(), sequence.Values[i].GetToken().Position, reflect.Value{}})
			}
		}
	case k.ref != "":
		slug, ok := scalar(f.plain(node))
		if !ok {
			f.fault(at, "%s is %s; the slug or code of one of the %s is allowed here", k.name, kindOf(node), k.ref)
			return
		}
		if k.into.Kind() == reflect.Pointer {
			k.into.Set(reflect.New(k.into.Type().Elem())) // given, if not yet known
		}
		r := reference{k.ref, slug, at, k.into}
		f.refs = append(f.refs, r)
		f.byRow[row.Addr().Pointer()] = append(f.byRow[row.Addr().Pointer()], r)
	default:
		f.read(node, k.into, k.name, k.rule)
	}
}

// completeMapping fills in what was left out and may be, and tells what may not.
func (f *File) completeMapping(keys []key, given map[string]*token.Position, at *token.Position) {
	for _, k := range keys {
		if given[k.name] != nil {
			if list := k.into; k.required && list.Kind() == reflect.Slice && list.Len() == 0 {
				f.faultFor(missing(k.name), given[k.name], "%s is empty; %s", k.name, need(k.name))
			}
			continue
		}
		switch {
		case k.group && !k.required && k.fallback == "": // a text that may be missing still has its language
			f.completeMapping(keysOf(k.into), nil, at)
		case k.required:
			f.faultFor(missing(k.name), at, "%q is missing; %s", k.name, need(k.name))
			f.faults[len(f.faults)-1].key = k.name
		case k.fallback != "":
			_ = setScalar(k.into, k.fallback, "") // a constant of the struct's tag
		}
	}
}

// missing is the reason of a fault where a key is missing.
func missing(name string) string {
	if name == "cite" {
		return "citation_missing"
	}
	return "value_missing"
}

func need(name string) string {
	if name == "cite" {
		return "a fact needs a citation: the source and what it states"
	}
	return "it is needed here"
}

func entriesOf(node ast.Node) ([]*ast.MappingValueNode, bool) {
	switch n := node.(type) {
	case *ast.MappingNode:
		return n.Values, true
	case *ast.MappingValueNode:
		return []*ast.MappingValueNode{n}, true
	}
	return nil, false
}

func namesOf(keys []key) []string {
	names := make([]string, len(keys))
	for i, k := range keys {
		names[i] = k.name
	}
	return names
}
