package graph

import (
	"cmp"
	"slices"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// mostErrors is how many errors an answer tells.
const mostErrors = 3

// inOrder puts errors in the order of their fields in the operation, and cuts them off. Fields are answered at the same
// time, so that they fail in any order.
func inOrder(operation *ast.OperationDefinition, errs gqlerror.List) gqlerror.List {
	if len(errs) < 2 {
		return errs
	}
	p := places{}
	p.number("", operation.SelectionSet)
	slices.SortStableFunc(errs, func(a, b *gqlerror.Error) int {
		return cmp.Or(p.compare(a.Path, b.Path), cmp.Compare(a.Message, b.Message))
	})
	return errs[:min(len(errs), mostErrors)]
}

// places number the fields of an operation in the order in which they are written, by their names from the root.
type places map[string]int

func (p places) number(above string, set ast.SelectionSet) {
	for _, selection := range set {
		switch s := selection.(type) {
		case *ast.Field:
			here := above + "." + s.Alias
			if _, known := p[here]; !known {
				p[here] = len(p)
			}
			p.number(here, s.SelectionSet)
		case *ast.InlineFragment:
			p.number(above, s.SelectionSet)
		case *ast.FragmentSpread:
			p.number(above, s.Definition.SelectionSet)
		}
	}
}

func (p places) compare(a, b ast.Path) int {
	above := ""
	for i := range min(len(a), len(b)) {
		name, isName := a[i].(ast.PathName)
		if !isName {
			first, _ := a[i].(ast.PathIndex)
			second, _ := b[i].(ast.PathIndex)
			if first != second {
				return cmp.Compare(first, second)
			}
			continue
		}
		other, _ := b[i].(ast.PathName)
		if name != other {
			return cmp.Compare(p[above+"."+string(name)], p[above+"."+string(other)])
		}
		above += "." + string(name)
	}
	return cmp.Compare(len(a), len(b))
}
