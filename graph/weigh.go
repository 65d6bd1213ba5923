package graph

import (
	"encoding/json"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"mithaq/db"
)

// weigh refuses an operation whose answer could have too many rows: a list has as many as its page is long, each with
// what is asked of it, and a count is one.
func weigh(operation *graphql.OperationContext) *gqlerror.Error {
	w := weigher{operation, map[string]int{}}
	if rows := w.selections(operation.Operation.SelectionSet); rows > mostRows {
		return coded(codeTooComplex, "the answer could have more than %d rows, the most allowed; ask for shorter pages, or for fewer lists within lists", mostRows)
	}
	return nil
}

type weigher struct {
	operation *graphql.OperationContext
	fragments map[string]int
}

func (w weigher) selections(set ast.SelectionSet) int {
	rows := 0
	for _, selection := range set {
		switch s := selection.(type) {
		case *ast.Field:
			rows += w.field(s)
		case *ast.InlineFragment:
			rows += w.selections(s.SelectionSet)
		case *ast.FragmentSpread:
			if _, known := w.fragments[s.Name]; !known {
				w.fragments[s.Name] = w.selections(s.Definition.SelectionSet)
			}
			rows += w.fragments[s.Name]
		}
		rows = min(rows, mostRows+1) // it could overflow
	}
	return rows
}

// field weighs a field: the rows of its page times what is asked of each, or one row and what is asked of it.
func (w weigher) field(f *ast.Field) int {
	if len(f.SelectionSet) == 0 || f.Definition == nil {
		return 0
	}
	inside := w.selections(f.SelectionSet)
	switch {
	case f.Definition.Arguments.ForName("first") != nil:
		return min(1+w.page(f)*inside, mostRows+1)
	case f.Definition.Arguments.ForName("ids") != nil:
		return min(w.length(f, "ids")*(1+inside), mostRows+1)
	case f.Name == "nodes", f.Name == "edges": // the rows of the page that the field above multiplies
		return 1 + inside
	case f.Name == "node" && f.ObjectDefinition != nil && strings.HasSuffix(f.ObjectDefinition.Name, "Edge"), f.Name == "pageInfo":
		return inside
	}
	return 1 + inside
}

// page gives the length of the page that a connection asks for.
func (w weigher) page(f *ast.Field) int {
	for _, name := range []string{"first", "last"} {
		if n, ok := w.number(f, name); ok {
			return min(max(n, 0), db.MostRows)
		}
	}
	return db.UsualRows
}

func (w weigher) argument(f *ast.Field, name string) any {
	argument := f.Arguments.ForName(name)
	if argument == nil {
		return nil
	}
	value, err := argument.Value.Value(w.operation.Variables)
	if err != nil {
		return nil // the field itself will refuse it
	}
	return value
}

func (w weigher) number(f *ast.Field, name string) (int, bool) {
	switch n := w.argument(f, name).(type) {
	case int64:
		return int(n), true
	case int:
		return n, true
	case json.Number:
		whole, err := n.Int64()
		return int(whole), err == nil
	}
	return 0, false
}

func (w weigher) length(f *ast.Field, name string) int {
	if values, ok := w.argument(f, name).([]any); ok {
		return len(values)
	}
	return 1
}
