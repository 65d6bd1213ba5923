package reads

import (
	"reflect"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"mithaq/db"
)

// compiler makes one plan.
type compiler struct {
	*Reads
	operation *graphql.OperationContext
	plan      *Plan
	levels    []*level // all of them
}

// compile makes the plan of an operation; errDeclined where gqlgen is to answer.
func (r *Reads) compile(document *ast.QueryDocument, operation *ast.OperationDefinition, variables map[string]any) (*Plan, error) {
	if operation.Operation != ast.Query {
		return nil, errDeclined
	}
	c := &compiler{r, &graphql.OperationContext{Doc: document, Operation: operation, Variables: variables}, &Plan{held: r.held}, nil}
	for _, field := range c.collect(r.schema.Query, operation.SelectionSet) {
		if field.Name == "__typename" {
			c.plan.root = append(c.plan.root, entry{keyOf(field), fixed(`"` + r.schema.Query.Name + `"`)})
			continue
		}
		value, err := c.link(r.schema.Query, nil, field)
		if err != nil {
			return nil, err
		}
		c.plan.root = append(c.plan.root, entry{keyOf(field), value})
	}
	c.plan.count = len(c.levels)
	for _, l := range c.levels { // what is read of them is known only now
		l.seal()
	}
	return c.plan, nil
}

// collect merges the selections that hold for a type, as gqlgen does.
func (c *compiler) collect(def *ast.Definition, set ast.SelectionSet) []graphql.CollectedField {
	satisfied := []string{def.Name}
	for _, of := range c.schema.GetImplements(def) {
		satisfied = append(satisfied, of.Name)
	}
	return graphql.CollectFields(c.operation, set, satisfied)
}

func keyOf(field graphql.CollectedField) string { return `"` + field.Alias + `":` }

func (c *compiler) slot(s slot) int {
	c.plan.slots = append(c.plan.slots, s)
	return len(c.plan.slots) - 1
}

// level adds a level below another; nil is the root.
func (c *compiler) level(above *level, l *level) *level {
	l.number = len(c.levels)
	c.levels = append(c.levels, l)
	if above == nil {
		c.plan.levels = append(c.plan.levels, l)
	} else {
		above.children = append(above.children, l)
	}
	return l
}

// object compiles what is asked of a row.
func (c *compiler) object(def *ast.Definition, at place, set ast.SelectionSet) (object, error) {
	var o object
	for _, field := range c.collect(def, set) {
		value, err := c.field(def, at, field)
		if err != nil {
			return nil, err
		}
		o = append(o, entry{keyOf(field), value})
	}
	return o, nil
}

func (c *compiler) field(def *ast.Definition, at place, field graphql.CollectedField) (node, error) {
	if field.Name == "__typename" {
		return fixed(`"` + def.Name + `"`), nil
	}
	if c.resolvers[def.Name+"."+field.Name] != nil {
		return c.link(def, &at, field)
	}
	return c.value(def, at, field)
}

// link compiles a field that leads to other rows.
func (c *compiler) link(def *ast.Definition, at *place, field graphql.CollectedField) (node, error) {
	resolver := c.resolvers[def.Name+"."+field.Name]
	if resolver == nil {
		return nil, errDeclined
	}
	var marked reflect.Value
	if at != nil {
		if at.table.RowType() != resolver.call.Type().In(1).Elem() {
			return nil, errDeclined
		}
		marked = markedRow(at.table)
	}
	asked, err := resolver.ask(marked, nil)
	if err != nil {
		return nil, err
	}
	slot := c.slot(whereFixed(field, func(variables map[string]any) (any, error) {
		return resolver.ask(marked, field.ArgumentMap(variables))
	}))
	target := c.schema.Types[field.Definition.Type.Name()]
	switch asked.Kind {
	case One:
		return c.one(target, *at, asked, field)
	case List, Rows:
		return c.connection(at, asked, slot, field)
	case Row, Only:
		return c.row(target, asked, slot, field)
	case Nodes:
		return c.nodes(target, asked, slot, field)
	}
	return c.nodeOf(target, *at, slot, field)
}

// one compiles the row that a foreign key names.
func (c *compiler) one(target *ast.Definition, at place, asked Asked, field graphql.CollectedField) (node, error) {
	column, known := markedColumn(at.table, asked.Key)
	if !known {
		return nil, errDeclined
	}
	l := c.level(at.level, &level{kind: One, table: asked.Table, key: at.cell(column), rows: true})
	fields, err := c.object(target, place{l, asked.Table}, field.Selections)
	return named{l, field.Definition.Type.NonNull, fields}, err
}

// row compiles a row that is asked for by its name, or the only one.
func (c *compiler) row(target *ast.Definition, asked Asked, slot int, field graphql.CollectedField) (node, error) {
	l := c.level(nil, &level{kind: asked.Kind, table: asked.Table, slot: slot, rows: true, typeName: target.Name})
	fields, err := c.object(target, place{l, asked.Table}, field.Selections)
	return first{l, fields}, err
}

// nodes compiles the things that have the ids asked for: a level for each type, of which those are run that ids name.
func (c *compiler) nodes(target *ast.Definition, asked Asked, slot int, field graphql.CollectedField) (node, error) {
	kinds, err := c.kinds(target, nil, level{kind: Nodes, slot: slot, rows: true}, field)
	return things{slot, asked.Each, kinds}, err
}

// nodeOf compiles the thing that a row names.
func (c *compiler) nodeOf(target *ast.Definition, at place, slot int, field graphql.CollectedField) (node, error) {
	m := at.maker()
	kinds, err := c.kinds(target, at.level, level{kind: NodeOf, slot: slot, rows: true, maker: m}, field)
	return thing{slot, m, field.Definition.Type.NonNull, kinds}, err
}

// kind is what is asked of the things of one type.
type kind struct {
	level  *level
	fields object
}

func (c *compiler) kinds(target *ast.Definition, above *level, like level, field graphql.CollectedField) (map[string]kind, error) {
	kinds := map[string]kind{}
	for _, def := range c.schema.GetPossibleTypes(target) {
		table := db.TableOfNode(def.Name)
		if table == nil {
			continue
		}
		l := &level{kind: like.kind, slot: like.slot, rows: true, maker: like.maker, typeName: def.Name, table: table}
		c.level(above, l)
		fields, err := c.object(def, place{l, table}, field.Selections)
		if err != nil {
			return nil, err
		}
		kinds[def.Name] = kind{l, fields}
	}
	return kinds, nil
}

// connection compiles a list: its page, its counts and what is known of it.
func (c *compiler) connection(at *place, asked Asked, slot int, field graphql.CollectedField) (node, error) {
	l := &level{kind: asked.Kind, table: asked.Table, slot: slot}
	list := connection{level: l, coverage: -1}
	if asked.Kind == List {
		if asked.Relation == db.AnyRelation(db.Uncited) {
			return nil, errDeclined // it depends on more than a key
		}
		l.table = asked.Relation.Table()
		key, known := markedColumn(at.table, asked.Key)
		if !known {
			return nil, errDeclined
		}
		l.key = at.cell(key)
		c.level(at.level, l)
	} else {
		c.level(nil, l)
	}
	def := c.schema.Types[field.Definition.Type.Name()]
	for _, part := range c.collect(def, field.Selections) {
		p, err := c.part(def, l, part)
		if err != nil {
			return nil, err
		}
		list.parts = append(list.parts, p)
		if mark, marked := parseMark(asked.Coverage); marked && part.Name == "coverage" {
			coverage, _ := markedColumn(at.table, mark)
			list.coverage = at.cell(coverage)
		}
	}
	return list, nil
}

// part compiles a field of a connection, of an edge or of a page's info: what the field is called says which.
func (c *compiler) part(def *ast.Definition, l *level, field graphql.CollectedField) (part, error) {
	p := part{key: keyOf(field), what: field.Name}
	below := c.schema.Types[field.Definition.Type.Name()]
	switch field.Name {
	case "__typename":
		p.value = fixed(`"` + def.Name + `"`)
	case "coverage", "hasNextPage", "hasPreviousPage":
	case "totalCount":
		l.total = true
	case "notPlaced":
		l.unplaced = true
	case "cursor", "startCursor", "endCursor":
		l.cursors = true
	case "nodes", "node":
		l.rows = true
		fields, err := c.object(below, place{l, l.table}, field.Selections)
		p.value = fields
		return p, err
	case "edges", "pageInfo":
		l.rows = true
		for _, inner := range c.collect(below, field.Selections) {
			i, err := c.part(below, l, inner)
			if err != nil {
				return p, err
			}
			p.inner = append(p.inner, i)
		}
	default:
		return p, errDeclined
	}
	return p, nil
}

// value compiles a field that the row itself holds: a column, a group of columns, or what a method makes of the row.
func (c *compiler) value(def *ast.Definition, at place, field graphql.CollectedField) (node, error) {
	row := at.table.RowType()
	name := goName(reflect.PointerTo(row), field.Name)
	if name == "" {
		return c.columns(at, row, nil, field)
	}
	if strings.EqualFold(name, "id") && db.TableOfNode(def.Name) == at.table {
		key, _ := at.column("id")
		return identity{at.cell(key), def.Name + ":"}, nil
	}
	if text := c.text(at, field); text != nil {
		return text, nil
	}
	return c.call(at, name, field)
}
