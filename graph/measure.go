package graph

import (
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// limit is how many of something a document may have.
type limit struct {
	what string
	most int
}

// The limits of a document, in the order in which they are looked at.
var (
	mostOperations = limit{"operations", 10}
	mostFragments  = limit{"fragments", 50}
	mostVariables  = limit{"variables", 50}
	mostAliases    = limit{"aliases", 30}
	mostDirectives = limit{"directives", 20}
	mostRoots      = limit{"fields at its root", 30}
	mostMutations  = limit{"mutations", 1}
	mostDepth      = limit{"levels of fields", 15}
	mostFields     = limit{"fields once its fragments are expanded", 500}
)

// check refuses what is more than the limit, and says how much it is.
func (l limit) check(counted int) *gqlerror.Error {
	if counted <= l.most {
		return nil
	}
	refused := coded(codeTooComplex, "the document has %d %s; allowed are %d", counted, l.what, l.most)
	refused.Extensions["counted"], refused.Extensions["allowed"] = counted, l.most
	return refused
}

// measure refuses a document that is more than the limits allow. Each part of it is looked at once, and each fragment
// expanded once, however often it is spread, so that it takes no longer than the document is long.
func measure(document *ast.QueryDocument) *gqlerror.Error {
	m := measurer{document: document, sizes: map[string]size{}}
	for _, operation := range document.Operations {
		m.directives += len(operation.Directives)
		m.variables += len(operation.VariableDefinitions)
		m.count(operation.SelectionSet)
	}
	for _, fragment := range document.Fragments {
		m.directives += len(fragment.Directives)
		m.count(fragment.SelectionSet)
	}
	checks := []*gqlerror.Error{
		mostOperations.check(len(document.Operations)), mostFragments.check(len(document.Fragments)), mostVariables.check(m.variables),
		mostAliases.check(m.aliases), mostDirectives.check(m.directives),
	}
	for _, operation := range document.Operations {
		whole := m.selections(operation.SelectionSet)
		checks = append(checks, mostDepth.check(whole.depth), mostFields.check(whole.fields), mostRoots.check(whole.roots))
		if operation.Operation == ast.Mutation {
			checks = append(checks, mostMutations.check(whole.roots))
		}
	}
	for _, refused := range checks {
		if refused != nil {
			return refused
		}
	}
	return nil
}

// size is that of a set of selections; roots are the fields of its first level.
type size struct{ depth, fields, roots int }

type measurer struct {
	document                       *ast.QueryDocument
	aliases, directives, variables int
	sizes                          map[string]size // of fragments
}

// count counts what stands in the document itself.
func (m *measurer) count(set ast.SelectionSet) {
	for _, selection := range set {
		switch s := selection.(type) {
		case *ast.Field:
			if s.Alias != s.Name {
				m.aliases++
			}
			m.directives += len(s.Directives)
			m.count(s.SelectionSet)
		case *ast.InlineFragment:
			m.directives += len(s.Directives)
			m.count(s.SelectionSet)
		case *ast.FragmentSpread:
			m.directives += len(s.Directives)
		}
	}
}

const uncountable = 1 << 20 // sizes stop here: fragments in fragments double

func (m *measurer) selections(set ast.SelectionSet) size {
	var whole size
	for _, selection := range set {
		var part size
		switch s := selection.(type) {
		case *ast.Field:
			part = m.selections(s.SelectionSet)
			part.depth, part.fields, part.roots = part.depth+1, part.fields+1, 1
		case *ast.InlineFragment:
			part = m.selections(s.SelectionSet)
		case *ast.FragmentSpread:
			part = m.fragment(s.Name)
		}
		whole.depth = max(whole.depth, part.depth)
		whole.fields = min(whole.fields+part.fields, uncountable)
		whole.roots = min(whole.roots+part.roots, uncountable)
	}
	return whole
}

func (m *measurer) fragment(name string) size {
	if known, ok := m.sizes[name]; ok {
		return known
	}
	m.sizes[name] = size{} // a fragment within itself adds nothing here; validation refuses it
	if definition := m.document.Fragments.ForName(name); definition != nil {
		m.sizes[name] = m.selections(definition.SelectionSet)
	}
	return m.sizes[name]
}
