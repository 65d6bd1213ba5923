package db

import (
	"context"
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"
)

// Table describes once how rows of T are read and written: the struct's tags name the columns, this the rest.
//
// Tags: db names the column, or the prefix of a nested struct's columns; sql gives the expression of a computed one, in
// which t is the row; made marks one that the database fills by itself; see says who may read it: everyone, or the roles that may (absent: nobody but the program). For register files, ref names the table
// that a foreign key points to, rule the form of a text, default what stands for a column left out, and optional marks a
// group of columns that may be.
type Table[T any] struct {
	Name    string
	Key     []string // the columns by which a register file finds its row again
	orders  []Order  // the first is the one that is given unasked
	columns []Column
	read    string // the select list
	view    *view  // of a view: what it shows
	given   []any  // of a name that is a query: its arguments
	partly  bool   // there may be more rows than the register has been told of
	summed  bool   // of jobs: their counts are kept
	told    bool   // nothing is known of the rows until something is declared
	hidden  bool   // everyone reads its view instead
	private bool   // nothing that everyone reads comes of it
}

// Order is an order of a list: expressions over t that are never null and together unique, and their types. An order and
// its reverse share an index.
type Order struct {
	name       string
	terms      []string
	types      []string
	descending bool
}

// view says which rows of a table it shows, and is made with the grants from the tags of its struct.
type view struct{ base, condition string }

// Column is a column of a table, found on its struct.
type Column struct {
	Name     string
	SQL      string // the expression to read it by
	Path     string // where it stands in the struct, dotted, by names of columns
	Index    []int  // the same, for reflection
	See      string
	Computed bool // not a column of the table
	Made     bool // a column of the table that the database itself fills
}

// by makes an order of a name, of its direction, and of expressions that are each followed by their type.
func by(name string, descending bool, termsAndTypes ...string) []Order {
	o := Order{name: name, descending: descending}
	for i := 0; i < len(termsAndTypes); i += 2 {
		o.terms, o.types = append(o.terms, termsAndTypes[i]), append(o.types, termsAndTypes[i+1])
	}
	return []Order{o}
}

// fromTop makes an order and its reverse, the descending one first; its names are NAME_DESC and NAME_ASC.
func fromTop(name string, termsAndTypes ...string) []Order {
	return slices.Concat(by(name+"_DESC", true, termsAndTypes...), by(name+"_ASC", false, termsAndTypes...))
}

// fromBottom is fromTop, the ascending one first.
func fromBottom(name string, termsAndTypes ...string) []Order {
	return slices.Concat(by(name+"_ASC", false, termsAndTypes...), by(name+"_DESC", true, termsAndTypes...))
}

// orUpdate adds the order of last changes to others.
func orUpdate(orders []Order) []Order {
	return slices.Concat(orders, fromTop("UPDATED_AT", "t.updated_at", "timestamptz", "t.id", "bigint"))
}

// newView makes the table of those rows of another that everyone may see: the columns of T, where the condition holds.
func newView[T, B any](name string, base *Table[B], condition string, orders []Order) *Table[T] {
	t := newTable[T](name, orders)
	t.view = &view{base.Name, condition}
	base.hidden = true
	return t
}

// maybeMore says of a table that there may be more rows than the register has been told of.
func (t *Table[T]) maybeMore() *Table[T] {
	t.partly = true
	return t
}

// onceDeclared says of a table that nothing is known of its rows until something is declared.
func (t *Table[T]) onceDeclared() *Table[T] {
	t.told = true
	return t
}

// countedBySums says of the table of jobs that its rows needn't be counted where their totals are kept.
func (t *Table[T]) countedBySums() *Table[T] {
	t.summed = true
	return t
}

// apart says of a table that nothing that everyone reads comes of it: a write to it makes no kept answer an old one.
func (t *Table[T]) apart() *Table[T] {
	t.private = true
	return t
}

// Covers finds out whether lists of the table's rows are whole: it gives what is said of a list, by what its parent knows
// of it, where a filter narrows it.
func (t *Table[T]) Covers(ctx context.Context, d *DB, filter any) (func(known Coverage) Coverage, error) {
	said := Partial
	switch {
	case t.told:
		declared, err := d.anyDeclared(ctx)
		if !declared {
			said = NotPublished
		}
		return func(Coverage) Coverage { return said }, err
	case t.partly:
		return func(Coverage) Coverage { return said }, nil
	}
	return func(known Coverage) Coverage { return known.Narrowed(filter) }, nil
}

func newTable[T any](name string, orders []Order, key ...string) *Table[T] {
	t := &Table[T]{Name: name, Key: key, orders: orders}
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
	TableName() string
	Singular() string
	NameColumn() string
	Columns() []Column
	KeyColumns() []Column
	Orders() []string
	Covers(ctx context.Context, d *DB, filter any) (func(known Coverage) Coverage, error)
	PageStatement(ctx context.Context, d *DB, p Paging, filter any, s Shape) (Statement, error)
	CountStatement(ctx context.Context, d *DB, filter any, counted Counted) (Statement, error)
	KeysStatement(keys []int64, s Shape) Statement
	SlugStatement(slug string, s Shape) Statement
	OnlyStatement(s Shape) Statement
	viewed() *view
	isHidden() bool
	isApart() bool
	// Rows is ByKeys; each value is a *T, nil for a key without a row.
	Rows(ctx context.Context, d *DB, keys []int64) (map[int64]any, error)
	Keep(ctx context.Context, tx *DB, row any) (int64, Change, error)
	Differs(ctx context.Context, tx *DB, row any) (int64, []string, error)
	HeldRows(ctx context.Context, d *DB, register string) ([]HeldRow, error)
	RowType() reflect.Type
}

// everyTable lists the tables that the API reads; the grants of the logins are made from it.
var everyTable []AnyTable

func (t *Table[T]) viewed() *view  { return t.view }
func (t *Table[T]) isHidden() bool { return t.hidden }
func (t *Table[T]) isApart() bool  { return t.private }

// Orders lists the names of the table's orders, the one that is given unasked first.
func (t *Table[T]) Orders() []string {
	names := make([]string, len(t.orders))
	for i, o := range t.orders {
		names[i] = o.name
	}
	return names
}

// ordered gives the order of that name; of none, the first.
func (t *Table[T]) ordered(name string) (Order, error) {
	if name == "" {
		return t.orders[0], nil
	}
	i := slices.IndexFunc(t.orders, func(o Order) bool { return o.name == name })
	if i < 0 {
		return Order{}, BadInput("orderBy", "order_unknown", "%q is no order of this list; allowed are %s", name, strings.Join(t.Orders(), ", "))
	}
	return t.orders[i], nil
}

// TableNamed gives the table of that name; nil when there is none.
func TableNamed(name string) AnyTable {
	i := slices.IndexFunc(everyTable, func(t AnyTable) bool { return t.TableName() == name })
	if i < 0 {
		return nil
	}
	return everyTable[i]
}

// TableOf gives the table whose rows are of that type; nil when there is none.
func TableOf(row reflect.Type) AnyTable {
	i := slices.IndexFunc(everyTable, func(t AnyTable) bool { return t.RowType() == row })
	if i < 0 {
		return nil
	}
	return everyTable[i]
}

// RowType is T.
func (t *Table[T]) RowType() reflect.Type { return reflect.TypeFor[T]() }

// TableName gives the table's name.
func (t *Table[T]) TableName() string { return t.Name }

// Singular is what one row is called. With _id after it, it names the column by which a row below points to it.
func (t *Table[T]) Singular() string { return Snake(reflect.TypeFor[T]().Name()) }

var humps = regexp.MustCompile(`([a-z])([A-Z])`)

// Snake writes a type's name as tables and columns are named.
func Snake(name string) string { return strings.ToLower(humps.ReplaceAllString(name, "${1}_$2")) }

// Columns lists the table's columns as its struct names them.
func (t *Table[T]) Columns() []Column { return t.columns }

// KeyColumns lists the columns by which a register file finds a row again.
func (t *Table[T]) KeyColumns() []Column {
	columns := make([]Column, len(t.Key))
	for i, name := range t.Key {
		columns[i] = t.columns[slices.IndexFunc(t.columns, func(c Column) bool { return c.Name == name })]
	}
	return columns
}

// NameColumn gives the column by which register files name a row: its slug, or its code. Empty where rows have no names.
func (t *Table[T]) NameColumn() string {
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
			column.Made = field.Tag.Get("made") != ""
			columns = append(columns, column)
		}
	}
	return columns
}

// isGroup tells a nested struct of several columns (a figure, a text) from a value of one.
func isGroup(typ reflect.Type) bool { return typ.Kind() == reflect.Struct }
