package reads

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"

	"mithaq/db"
	"mithaq/graph/generated"
)

// errDeclined says that gqlgen is to answer.
var errDeclined = errors.New("declined")

// resolver is the method that answers a field, and the names of its arguments.
type resolver struct {
	call      reflect.Value
	arguments []string
	row       bool // it is given the row that the field belongs to
}

// resolversOf finds the resolver of each field that has one, by "Type.field".
func resolversOf(schema *ast.Schema, root generated.ResolverRoot) map[string]*resolver {
	found := map[string]*resolver{}
	types := reflect.TypeFor[generated.ResolverRoot]()
	for i := range types.NumMethod() {
		name := types.Method(i).Name
		of := reflect.ValueOf(root).MethodByName(name).Call(nil)[0]
		for _, field := range schema.Types[name].Fields {
			method, there := of.Type().MethodByName(goName(of.Type(), field.Name))
			if !there {
				continue
			}
			r := &resolver{call: of.Method(method.Index), row: name != schema.Query.Name}
			for _, argument := range field.Arguments {
				r.arguments = append(r.arguments, argument.Name)
			}
			found[name+"."+field.Name] = r
		}
	}
	return found
}

// goName gives the name of the method that gqlgen binds to a field: the same but for capitals.
func goName(typ reflect.Type, field string) string {
	for i := range typ.NumMethod() {
		if name := typ.Method(i).Name; strings.EqualFold(name, field) {
			return name
		}
	}
	return ""
}

// ask calls the resolver and gives what it would read.
func (r *resolver) ask(row reflect.Value, arguments map[string]any) (Asked, error) {
	recorder := &Recorder{}
	in := []reflect.Value{reflect.ValueOf(context.WithValue(context.Background(), recorderKey{}, recorder))}
	if r.row {
		in = append(in, row)
	}
	for _, name := range r.arguments {
		value := reflect.New(r.call.Type().In(len(in))).Elem()
		if err := decode(value, arguments[name]); err != nil {
			return Asked{}, errDeclined
		}
		in = append(in, value)
	}
	out := r.call.Call(in)
	if !out[1].IsNil() || len(recorder.asked) != 1 {
		return Asked{}, errDeclined
	}
	return recorder.asked[0], nil
}

// firstMark is the mark of a row's first column. A marked row holds in each whole number the mark of its column, and in
// each coverage its mark as text, so that what a resolver asks for tells by which columns.
const firstMark = 1 << 40

func markedRow(table db.AnyTable) reflect.Value {
	row := reflect.New(table.RowType())
	for i, column := range table.Columns() {
		mark := int64(firstMark + i)
		field := row.Elem().FieldByIndex(column.Index)
		switch into := field.Addr().Interface().(type) {
		case *int64:
			*into = mark
		case **int64:
			*into = &mark
		case *db.Coverage:
			*into = db.Coverage(fmt.Sprint(mark))
		}
	}
	return row
}

// markedColumn gives the column whose mark that is.
func markedColumn(table db.AnyTable, mark int64) (db.Column, bool) {
	i := int(mark - firstMark)
	if columns := table.Columns(); i >= 0 && i < len(columns) {
		return columns[i], true
	}
	return db.Column{}, false
}
