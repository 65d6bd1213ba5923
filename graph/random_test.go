package graph_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"

	"mithaq/db"
)

// documents makes random documents of a schema, most of them valid, and variables for them. What it has seen in answers
// (ids, slugs, cursors) it asks for.
type documents struct {
	*rand.Rand
	schema *ast.Schema
	seen   map[string][]string // by "id", "cursor", and the names of types for slugs and codes

	fields    int
	mistakes  bool
	excused   bool // a field that no plan answers is asked for, more conditions than a plan has, or what there isn't
	decided   int  // by how many variables
	variables []variable
	fragments []string
}

type variable struct {
	name, typ, preset string
	values            func() any
}

func newDocuments(schema *ast.Schema, seed uint64) *documents {
	return &documents{Rand: rand.New(rand.NewPCG(seed, 7)), schema: schema, seen: map[string][]string{}}
}

// next gives a document, and a function that gives variables for it, others each time.
func (d *documents) next() (string, func() map[string]any) {
	d.fields, d.variables, d.fragments, d.excused, d.decided = 30, nil, nil, false, 0
	d.mistakes = d.IntN(4) == 0
	body := d.selections(d.schema.Query, 0)
	var declared []string
	for _, v := range d.variables {
		declared = append(declared, "$"+v.name+": "+v.typ+v.preset)
	}
	head := "query Q"
	if len(declared) > 0 {
		head += "(" + strings.Join(declared, ", ") + ")"
	}
	variables := d.variables
	return head + " " + body + "\n" + strings.Join(d.fragments, "\n"), func() map[string]any {
		values := map[string]any{}
		for _, v := range variables {
			switch required := strings.HasSuffix(v.typ, "!"); {
			case v.preset != "" && d.IntN(3) == 0:
			case !required && d.IntN(5) == 0:
			case !required && d.IntN(9) == 0 && v.typ != "Boolean":
				values[v.name] = nil
			default:
				values[v.name] = v.values()
			}
		}
		return values
	}
}

func (d *documents) selections(def *ast.Definition, depth int) string {
	var parts []string
	for range 1 + d.IntN(5) {
		if d.fields <= 0 || depth > 9 {
			break
		}
		switch n := d.IntN(14); {
		case n == 0 && def.Name != "Query":
			parts = append(parts, "... on "+d.narrower(def)+d.directive()+" "+d.selections(def, depth+1))
		case n == 1 && def.Name != "Query" && len(d.fragments) < 4:
			at := len(d.fragments)
			d.fragments = append(d.fragments, "")
			d.fragments[at] = fmt.Sprintf("fragment F%d on %s %s", at, def.Name, d.selections(def, depth+1))
			parts = append(parts, fmt.Sprintf("...F%d%s", at, d.directive()))
		case n == 2:
			parts = append(parts, d.alias()+"__typename")
		case def.Kind != ast.Object:
			some := d.schema.GetPossibleTypes(def)[d.IntN(len(d.schema.GetPossibleTypes(def)))]
			parts = append(parts, "... on "+some.Name+" "+d.selections(some, depth+1))
		default:
			parts = append(parts, d.field(def, depth))
		}
	}
	if len(parts) == 0 {
		parts = []string{"__typename"}
	}
	return "{ " + strings.Join(parts, " ") + " }"
}

func (d *documents) narrower(def *ast.Definition) string {
	if of := d.schema.GetImplements(def); len(of) > 0 && d.IntN(2) == 0 {
		return def.Name // an interface would narrow the fields to its own
	}
	return def.Name
}

func (d *documents) field(def *ast.Definition, depth int) string {
	var fields ast.FieldList
	for _, f := range def.Fields {
		leaf := d.schema.Types[f.Type.Name()].IsLeafType()
		if !strings.HasPrefix(f.Name, "__") && f.Name != "viewer" && (leaf || d.fields > 3) { // what is below viewer is never planned
			fields = append(fields, f)
		}
	}
	if strings.HasSuffix(def.Name, "Connection") && d.IntN(3) > 0 { // else most lists would be of counts
		fields = slices.DeleteFunc(fields, func(f *ast.FieldDefinition) bool { return f.Name != "nodes" && f.Name != "edges" })
	}
	if len(fields) == 0 {
		return "__typename"
	}
	f := fields[d.IntN(len(fields))]
	d.fields--
	d.excused = d.excused || slices.Contains(declined, def.Name+"."+f.Name)
	arguments, alias := d.arguments(def, f), d.alias()
	if arguments != "" && d.IntN(20) > 0 { // the same field with other arguments is a conflict
		alias = fmt.Sprintf("b%d: ", d.fields)
	}
	text := alias + f.Name + arguments + d.directive()
	if below := d.schema.Types[f.Type.Name()]; !below.IsLeafType() {
		text += " " + d.selections(below, depth+1)
	}
	return text
}

func (d *documents) alias() string {
	if d.IntN(3) == 0 {
		return fmt.Sprintf("a%d: ", d.IntN(400))
	}
	return ""
}

func (d *documents) directive() string {
	if d.IntN(12) > 0 {
		return ""
	}
	name := []string{"include", "skip"}[d.IntN(2)]
	if d.IntN(2) == 0 {
		return fmt.Sprintf(" @%s(if: %t)", name, d.IntN(2) == 0)
	}
	d.decided++
	d.excused = d.excused || d.decided > 6 // as reads.go says
	return fmt.Sprintf(" @%s(if: $%s)", name, d.variable("Boolean!", "true", func() any { return d.IntN(2) == 0 }))
}

func (d *documents) variable(typ, preset string, values func() any) string {
	v := variable{name: fmt.Sprintf("v%d", len(d.variables)), typ: typ, values: values}
	if d.IntN(3) == 0 && preset != "" {
		v.preset = " = " + preset
	}
	d.variables = append(d.variables, v)
	return v.name
}

func (d *documents) arguments(def *ast.Definition, f *ast.FieldDefinition) string {
	var given []string
	oneOf, fromEnd := d.IntN(2), d.IntN(3) == 0 // of id and slug, and of first and last
	cursor := d.IntN(3) == 0                    // or an order, of which the cursors would have to be
	for i, a := range f.Arguments {
		single := f.Arguments.ForName("id") != nil && len(f.Arguments) == 2 && !d.mistakes
		switch {
		case single && i != oneOf:
		case a.Name == "orderBy" && cursor && !d.mistakes:
		case (a.Name == "after" || a.Name == "before") && !cursor && !d.mistakes:
		case a.Name == "first" && fromEnd:
		case !a.Type.NonNull && !single && d.IntN(3) > 0 && a.Name != "first" && (a.Name != "last" || !fromEnd):
		case a.Name == "last" && f.Arguments.ForName("first") != nil && slices.ContainsFunc(given, func(g string) bool { return strings.HasPrefix(g, "first") }) && !d.mistakes:
		default:
			if d.IntN(3) == 0 {
				typ := a.Type.String()
				if single && !strings.HasSuffix(typ, "!") {
					typ += "!"
				}
				given = append(given, a.Name+": $"+d.variable(typ, literal(d.value(f, a.Name, a.Type), d.schema.Types[a.Type.Name()]), func() any { return d.value(f, a.Name, a.Type) }))
			} else {
				given = append(given, a.Name+": "+literal(d.value(f, a.Name, a.Type), d.schema.Types[a.Type.Name()]))
			}
		}
	}
	if len(given) == 0 {
		return ""
	}
	return "(" + strings.Join(given, ", ") + ")"
}

// enum is a value that is written without quotes.
type enum string

func (d *documents) value(f *ast.FieldDefinition, name string, typ *ast.Type) any {
	if typ.Elem != nil {
		var list []any
		for range 1 + d.IntN(3) {
			list = append(list, d.value(f, name, typ.Elem))
		}
		return list
	}
	def := d.schema.Types[typ.Name()]
	switch {
	case def.Kind == ast.Enum:
		return enum(def.EnumValues[d.IntN(len(def.EnumValues))].Name)
	case def.Kind == ast.InputObject:
		fields := map[string]any{}
		for range 1 + d.IntN(2) {
			in := def.Fields[d.IntN(len(def.Fields))]
			fields[in.Name] = d.value(f, in.Name, in.Type)
		}
		return fields
	case name == "first" || name == "last":
		if d.mistakes && d.IntN(8) == 0 {
			return []any{-1, 101, 5000000000}[d.IntN(3)]
		}
		return d.IntN(4)
	case typ.Name() == "ID":
		return d.one("id", f.Type.Name())
	case name == "after" || name == "before":
		if d.mistakes && d.IntN(4) == 0 {
			return []string{"", "x", "WyJjb252ZW50aW9ucyJd", "\x00"}[d.IntN(4)]
		}
		return d.cursor(f)
	case typ.Name() == "PartialDate":
		return []string{"2021", "2021-12", "2022-03-04", "2024", "2023-07"}[d.IntN(5)]
	case typ.Name() == "DateTime":
		return []string{"2020-01-01T00:00:00Z", "2100-01-01T00:00:00+01:00"}[d.IntN(2)]
	case name == "text":
		return []string{"fédération", "textile", "1/8", "وزارة", "casa", "zz", " "}[d.IntN(7)]
	}
	return d.name(f, name)
}

// cursor gives one of the list in its usual order, or rarely any.
func (d *documents) cursor(f *ast.FieldDefinition) string {
	row := d.schema.Types[d.schema.Types[f.Type.Name()].Fields.ForName("nodes").Type.Name()]
	table := db.TableOfNode(row.Name)
	if table == nil || d.mistakes && d.IntN(3) == 0 {
		return d.one("cursor", "")
	}
	return d.one("cursor "+table.TableName()+" "+table.Orders()[0], "")
}

// name gives what a filter or a slug may name.
func (d *documents) name(f *ast.FieldDefinition, argument string) string {
	of := f.Type.Name()
	if argument != "slug" && argument != "code" {
		of = strings.ToUpper(argument[:1]) + argument[1:]
	}
	if argument == "memberOf" {
		of = "Partner"
	}
	return d.one(of, of)
}

// one gives something of that kind that was seen; rarely, of another kind.
func (d *documents) one(kind, typ string) string {
	known := d.seen[kind]
	if kind == "id" && d.IntN(6) > 0 && !d.mistakes {
		known = d.seen["id "+typ]
	}
	if len(known) == 0 || d.mistakes && d.IntN(20) == 0 {
		d.excused = true
		return "none"
	}
	return known[d.IntN(len(known))]
}

// literal writes a value into a document.
func literal(value any, def *ast.Definition) string {
	switch v := value.(type) {
	case enum:
		return string(v)
	case map[string]any:
		var fields []string
		for name, inner := range v {
			fields = append(fields, name+": "+literal(inner, nil))
		}
		slices.Sort(fields)
		return "{" + strings.Join(fields, ", ") + "}"
	case []any:
		var list []string
		for _, inner := range v {
			list = append(list, literal(inner, def))
		}
		return "[" + strings.Join(list, ", ") + "]"
	}
	text, _ := json.Marshal(value)
	return string(text)
}
