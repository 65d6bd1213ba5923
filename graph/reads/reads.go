package reads

import (
	"errors"
	"slices"
	"strings"
	"sync"

	"github.com/vektah/gqlparser/v2/ast"

	"mithaq/db"
	"mithaq/graph/generated"
)

// Reads compiles documents against a schema and its resolvers.
type Reads struct {
	schema    *ast.Schema
	resolvers map[string]*resolver
	held      *held
}

// New gives the compiler for a schema whose resolvers are root's. With versions, rows that many answers name are held in
// memory while the data don't change.
func New(schema *ast.Schema, root generated.ResolverRoot, versions *db.Versions) *Reads {
	r := &Reads{schema: schema, resolvers: resolversOf(schema, root)}
	if versions != nil {
		r.held = &held{versions: versions}
	}
	return r
}

// Document is a valid document with its plans: one for each operation and each choice that its conditions make.
type Document struct {
	*ast.QueryDocument
	conditions []string
	mu         sync.Mutex
	plans      map[string]*Plan
}

// NewDocument gives a valid document without a plan.
func NewDocument(d *ast.QueryDocument) *Document {
	return &Document{QueryDocument: d, conditions: conditionsOf(d), plans: map[string]*Plan{}}
}

// mostConditions is how many variables may decide what a compiled document holds: each doubles the number of plans, of
// which mostPlans are kept.
const (
	mostConditions = 6
	mostPlans      = 8
)

// Plan gives the plan of an operation under the conditions of these variables; nil where gqlgen is to answer.
func (r *Reads) Plan(d *Document, operation *ast.OperationDefinition, variables map[string]any) *Plan {
	if len(d.conditions) > mostConditions {
		return nil
	}
	key := operation.Name
	for _, name := range d.conditions {
		is, _ := variables[name].(bool)
		key += map[bool]string{true: "+", false: "-"}[is]
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if plan, known := d.plans[key]; known {
		return plan
	}
	plan, err := r.compile(d.QueryDocument, operation, variables)
	if err != nil {
		plan = nil
	}
	if len(d.plans) < mostPlans {
		d.plans[key] = plan
	}
	return plan
}

// Declined tells whether an error means that a plan can't answer, and gqlgen is to.
func Declined(err error) bool { return errors.Is(err, errDeclined) }

// conditionsOf gives the variables that decide which fields of a document hold.
func conditionsOf(document *ast.QueryDocument) []string {
	found := map[string]bool{}
	var walk func(set ast.SelectionSet)
	note := func(directives ast.DirectiveList) {
		for _, d := range directives {
			for _, argument := range d.Arguments {
				if argument.Value.Kind == ast.Variable {
					found[argument.Value.Raw] = true
				}
			}
		}
	}
	walk = func(set ast.SelectionSet) {
		for _, selection := range set {
			switch s := selection.(type) {
			case *ast.Field:
				note(s.Directives)
				walk(s.SelectionSet)
			case *ast.InlineFragment:
				note(s.Directives)
				walk(s.SelectionSet)
			case *ast.FragmentSpread:
				note(s.Directives)
			}
		}
	}
	for _, operation := range document.Operations {
		walk(operation.SelectionSet)
	}
	for _, fragment := range document.Fragments {
		walk(fragment.SelectionSet)
	}
	names := make([]string, 0, len(found))
	for name := range found {
		names = append(names, name)
	}
	slices.SortFunc(names, strings.Compare)
	return names
}
