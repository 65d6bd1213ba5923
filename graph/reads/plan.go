package reads

import (
	"reflect"
	"slices"
	"strings"
	"sync/atomic"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"mithaq/db"
)

// Plan is a compiled operation: what is read, level by level, and how the answer is written from it.
type Plan struct {
	root   object
	levels []*level // those of the root's fields
	count  int      // of all levels
	slots  []slot
	held   *held
	again  atomic.Bool // it was run before

	longest atomic.Int64 // bytes of an answer, so that the next finds room
}

// slot is where the run of a plan keeps what it makes of the arguments of one field, before it reads anything.
type slot func(variables map[string]any) (any, error)

// whereFixed fills a slot once and for all where the field's arguments have no variables.
func whereFixed(field graphql.CollectedField, fill slot) slot {
	for _, argument := range field.Arguments {
		if hasVariable(argument.Value) {
			return fill
		}
	}
	made, err := fill(nil)
	return func(map[string]any) (any, error) { return made, err }
}

func hasVariable(value *ast.Value) bool {
	return value.Kind == ast.Variable ||
		slices.ContainsFunc(value.Children, func(child *ast.ChildValue) bool { return hasVariable(child.Value) })
}

// level is one statement of a plan: the rows of a list, of all the lists of the level above, or of what its rows name.
type level struct {
	number   int
	kind     Kind
	slot     int // of what the resolver asks for, with its arguments
	table    db.AnyTable
	key      int    // the cell of the row above by which rows are found
	typeName string // of Nodes and NodeOf: whose rows it reads
	maker    *maker // of NodeOf: the row above, whole

	read     []string // expressions over t, the row: the cells after the parent's key
	children []*level
	shape    db.Shape // what its statement reads, once the plan is compiled
	held     string   // what its rows are held by

	rows, cursors, total, unplaced bool // what is asked for
}

// cell gives the number of the cell in which a column stands; it is read from now on.
func (l *level) cell(column db.Column) int {
	for i, read := range l.read {
		if read == column.SQL {
			return i + 1
		}
	}
	l.read = append(l.read, column.SQL)
	return len(l.read)
}

// seal makes of all that is read of the level's rows the shape of its statement.
func (l *level) seal() {
	l.shape = db.Shape{Read: strings.Join(l.read, ", ")}
	if l.shape.Read == "" {
		l.shape.Read = "null"
	}
	if l.cursors {
		l.shape.Cursors = db.CursorColumns
	}
	l.held = l.table.TableName() + ": " + l.shape.Read
}

// place is a row whose columns can be asked for.
type place struct {
	level *level
	table db.AnyTable
}

func (p place) cell(column db.Column) int { return p.level.cell(column) }

// column finds a column by its name.
func (p place) column(name string) (db.Column, bool) {
	for _, c := range p.table.Columns() {
		if c.Name == name {
			return c, true
		}
	}
	return db.Column{}, false
}

// maker makes the Go value of a row from its cells, for methods that need it.
type maker struct {
	table db.AnyTable
	cells []int
}

func (p place) maker() *maker {
	m := &maker{table: p.table}
	for _, column := range p.table.Columns() {
		m.cells = append(m.cells, p.cell(column))
	}
	return m
}

func (m *maker) row(cells row) (reflect.Value, error) {
	made := reflect.New(m.table.RowType())
	for i, column := range m.table.Columns() {
		if err := set(made.Elem().FieldByIndex(column.Index), cells[m.cells[i]]); err != nil {
			return made, err
		}
	}
	return made, nil
}

// languageOf is the slot of a field's argument language.
func languageOf(field graphql.CollectedField) slot {
	return whereFixed(field, func(variables map[string]any) (any, error) {
		var language *db.Language
		err := decode(reflect.ValueOf(&language).Elem(), field.ArgumentMap(variables)["language"])
		return language, err
	})
}
