package reads

import (
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"

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

	read     []string // expressions over t and the joined tables; the cells after the parent's key
	joins    strings.Builder
	joined   int
	children []*level

	rows, cursors, total, unplaced bool // what is asked for
}

// cell gives the number of the cell in which a column stands; it is read from now on.
func (l *level) cell(alias string, column db.Column) int {
	sql := under(alias, column)
	for i, read := range l.read {
		if read == sql {
			return i + 1
		}
	}
	l.read = append(l.read, sql)
	return len(l.read)
}

// rowName is how expressions over a row name it.
var rowName = regexp.MustCompile(`\bt\.`)

// under gives the expression of a column of the row that a statement calls so.
func under(alias string, column db.Column) string {
	if alias == "t" {
		return column.SQL
	}
	return rowName.ReplaceAllString(column.SQL, alias+".")
}

// shape is what the level's statement reads.
func (l *level) shape() db.Shape {
	s := db.Shape{Read: strings.Join(l.read, ", "), Joins: l.joins.String()}
	if s.Read == "" {
		s.Read = "null"
	}
	if l.cursors {
		s.Cursors = db.CursorColumns
	}
	return s
}

// place is a row whose columns can be asked for: the level's own, or one that is joined to it.
type place struct {
	level *level
	alias string
	table db.AnyTable
}

func (p place) cell(column db.Column) int { return p.level.cell(p.alias, column) }

// column finds a column by its name.
func (p place) column(name string) (db.Column, bool) {
	for _, c := range p.table.Columns() {
		if c.Name == name {
			return c, true
		}
	}
	return db.Column{}, false
}

// mostJoined is how many tables are joined to a level. What more is asked for is read by a level of its own: PostgreSQL
// takes longer to plan a join the more tables it has.
const mostJoined = 6

// join joins the row that a foreign key names.
func (p place) join(table db.AnyTable, key db.Column) place {
	l := p.level
	l.joined++
	alias := "j" + strconv.Itoa(l.joined)
	l.joins.WriteString(" left join " + table.TableName() + " " + alias + " on " + alias + ".id = " + under(p.alias, key))
	return place{l, alias, table}
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
