package db

import (
	"context"
	"fmt"
	"reflect"
	"strings"
)

// Table describes once how rows of T are read and written: the struct's tags name the columns, this the rest.
//
// Tags: db names the column, or the prefix of a nested struct's columns; sql gives the expression of a computed one, in
// which t is the row; see says who may read it (absent: nobody but the program). For register files, ref names the table
// that a foreign key points to, rule the form of a text, default what stands for a column left out, and optional marks a
// group of columns that may be.
type Table[T any] struct {
	Name    string
	Key     []string // the columns by which a register file finds its row again
	order   Order
	columns []Column
	read    string // the select list
}

// Order is an order of a list: expressions over t that are never null and together unique, and their types.
type Order struct {
	name       string
	terms      []string
	types      []string
	descending bool
}

// Column is a column of a table, found on its struct.
type Column struct {
	Name     string
	SQL      string // the expression to read it by
	Path     string // where it stands in the struct, dotted
	Index    []int  // the same, for reflection
	See      string
	Computed bool
}

// by makes an order of a name, of its direction, and of expressions that are each followed by their type.
func by(name string, descending bool, termsAndTypes ...string) Order {
	o := Order{name: name, descending: descending}
	for i := 0; i < len(termsAndTypes); i += 2 {
		o.terms, o.types = append(o.terms, termsAndTypes[i]), append(o.types, termsAndTypes[i+1])
	}
	return o
}

func newTable[T any](name string, order Order, key ...string) *Table[T] {
	t := &Table[T]{Name: name, Key: key, order: order}
	t.columns = columnsOf(reflect.TypeFor[T](), "", "", "", nil)
	read := make([]string, len(t.columns))
	for i, c := range t.columns {
		read[i] = fmt.Sprintf(`%s as "row.%s"`, c.SQL, c.Path)
	}
	t.read = strings.Join(read, ", ")
	everyTable = append(everyTable, t)
	return t
}

// AnyTable is a table whatever its rows are.
type AnyTable interface {
	tableName() string
	nameColumn() string
	rowColumns() []Column
	// Rows is ByKeys; each value is a *T, nil for a key without a row.
	Rows(ctx context.Context, d *DB, keys []int64) (map[int64]any, error)
}

// everyTable lists the tables that the API reads; the grants of the logins are made from it.
var everyTable []AnyTable

func (t *Table[T]) tableName() string    { return t.Name }
func (t *Table[T]) rowColumns() []Column { return t.columns }

// nameColumn gives the column by which register files name a row: its slug, or its code. Empty where rows have no names.
func (t *Table[T]) nameColumn() string {
	if len(t.Key) == 1 && (t.Key[0] == "slug" || t.Key[0] == "code") {
		return t.Key[0]
	}
	return ""
}

func columnsOf(typ reflect.Type, prefix, path, see string, index []int) []Column {
	var columns []Column
	for field := range typ.Fields() {
		tag, here := field.Tag.Get("db"), append(append([]int{}, index...), field.Index...)
		switch {
		case field.Anonymous && tag == "":
			columns = append(columns, columnsOf(field.Type, prefix, path, see, here)...)
		case tag == "":
		case isGroup(field.Type):
			columns = append(columns, columnsOf(field.Type, prefix+tag+"_", path+tag+".", field.Tag.Get("see"), here)...)
		default:
			column := Column{Name: prefix + tag, SQL: "t." + prefix + tag, Path: path + tag, Index: here, See: see}
			if seen := field.Tag.Get("see"); seen != "" {
				column.See = seen
			}
			if sql := field.Tag.Get("sql"); sql != "" {
				column.SQL, column.Computed = sql, true
			}
			columns = append(columns, column)
		}
	}
	return columns
}

// isGroup tells a nested struct of several columns (a figure, a text) from a value of one.
func isGroup(typ reflect.Type) bool { return typ.Kind() == reflect.Struct }
