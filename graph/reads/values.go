package reads

import (
	"reflect"
	"slices"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"mithaq/db"
)

// columns compiles a field that is a column of the row, or a group of them. Index leads to the struct that holds it.
func (c *compiler) columns(at place, within reflect.Type, index []int, field graphql.CollectedField) (node, error) {
	held, there := within.FieldByNameFunc(func(name string) bool { return strings.EqualFold(name, field.Name) })
	if !there {
		return nil, errDeclined
	}
	here := append(slices.Clone(index), held.Index...)
	for _, column := range at.table.Columns() {
		if slices.Equal(column.Index, here) {
			form := formOf(held.Type)
			if form == nil {
				return nil, errDeclined
			}
			return value{at.cell(column), form}, nil
		}
	}
	switch {
	case held.Tag.Get("db") == "" && held.Type.Kind() == reflect.Pointer:
		return fixed("null"), nil // no row has it
	case held.Type.Kind() != reflect.Struct:
		return nil, errDeclined
	}
	def := c.schema.Types[field.Definition.Type.Name()]
	var group object
	for _, inner := range c.collect(def, field.Selections) {
		if inner.Name == "__typename" {
			group = append(group, entry{keyOf(inner), fixed(`"` + def.Name + `"`)})
			continue
		}
		value, err := c.columns(at, held.Type, here, inner)
		if err != nil {
			return nil, err
		}
		group = append(group, entry{keyOf(inner), value})
	}
	return group, nil
}

// text compiles a field NAME or NAMEText whose columns are NAME_fr, NAME_ar and NAME_en: a text in the language asked
// for. Nil when it is something else.
func (c *compiler) text(at place, field graphql.CollectedField) node {
	if field.Definition.Arguments.ForName("language") == nil {
		return nil
	}
	stem := strings.TrimSuffix(field.Name, "Text")
	of := db.Snake(stem)
	t := text{required: field.Definition.Type.NonNull, original: -1}
	for _, suffix := range []string{"_fr", "_ar", "_en"} {
		column, there := at.column(of + suffix)
		if !there {
			return nil
		}
		t.languages = append(t.languages, at.cell(column))
	}
	if column, there := at.column(of + "_language"); there {
		t.original = at.cell(column)
	}
	t.slot = c.slot(languageOf(field))
	if stem == field.Name {
		return t
	}
	whole := localized{text: t}
	def := c.schema.Types[field.Definition.Type.Name()]
	for _, inner := range c.collect(def, field.Selections) {
		whole.parts = append(whole.parts, made{keyOf(inner), inner.Name, def.Name})
	}
	return whole
}

// call compiles a field that a method of the row answers: the row is made, and the method called.
func (c *compiler) call(at place, method string, field graphql.CollectedField) (node, error) {
	typ, _ := reflect.PointerTo(at.table.RowType()).MethodByName(method)
	arguments := make([]string, 0, len(field.Definition.Arguments))
	for _, argument := range field.Definition.Arguments {
		arguments = append(arguments, argument.Name)
	}
	slot := c.slot(func(variables map[string]any) (any, error) {
		in := make([]reflect.Value, len(arguments))
		given := field.ArgumentMap(variables)
		for i, name := range arguments {
			in[i] = reflect.New(typ.Type.In(i + 1)).Elem()
			if err := decode(in[i], given[name]); err != nil {
				return nil, err
			}
		}
		return in, nil
	})
	if typ.Type.NumOut() != 1 {
		return nil, errDeclined
	}
	shape, err := c.shapeOf(typ.Type.Out(0), field)
	return call{at.maker(), typ.Index, slot, shape, field.Definition.Type.NonNull}, err
}

// shape is how a Go value is written: a leaf by its form, an object by its fields.
type shape struct {
	form   form
	fields []shapeField
}

type shapeField struct {
	key   string
	index []int // of a field of the struct
	fixed string
	shape *shape
}

func (c *compiler) shapeOf(typ reflect.Type, field graphql.CollectedField) (*shape, error) {
	for typ.Kind() == reflect.Pointer || typ.Kind() == reflect.Slice {
		typ = typ.Elem()
	}
	def := c.schema.Types[field.Definition.Type.Name()]
	if len(field.Selections) == 0 {
		s := &shape{form: formOf(typ)}
		return s, declineUnless(s.form != nil)
	}
	if typ.Kind() != reflect.Struct || def.Kind != ast.Object {
		return nil, errDeclined
	}
	s := &shape{}
	for _, inner := range c.collect(def, field.Selections) {
		if inner.Name == "__typename" {
			s.fields = append(s.fields, shapeField{key: keyOf(inner), fixed: `"` + def.Name + `"`})
			continue
		}
		held, there := typ.FieldByNameFunc(func(name string) bool { return strings.EqualFold(name, inner.Name) })
		if !there || c.resolvers[def.Name+"."+inner.Name] != nil {
			return nil, errDeclined
		}
		below, err := c.shapeOf(held.Type, inner)
		if err != nil {
			return nil, err
		}
		s.fields = append(s.fields, shapeField{key: keyOf(inner), index: held.Index, shape: below})
	}
	return s, nil
}
