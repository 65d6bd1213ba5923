package graph

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/validator/core"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"mithaq/db"
)

// validationRules are the specification's, with one that gqlparser lacks: an object or a list can't stand for a scalar
// or an enum. It would come as far as the value's own type, whose error speaks of Go.
func validationRules() *rules.Rules {
	all := rules.NewDefaultRules()
	all.AddRule("ScalarsHaveNoFields", func(observers *core.Events, addError core.AddErrFunc) {
		observers.OnValue(func(_ *core.Walker, value *ast.Value) {
			if value.Definition == nil || value.ExpectedType == nil || !value.Definition.IsLeafType() {
				return
			}
			custom := value.Definition.Kind == ast.Scalar && !value.Definition.BuiltIn
			if value.Kind == ast.ObjectValue || custom && value.Kind == ast.ListValue && value.ExpectedType.Elem == nil {
				addError(core.Message(`Expected value of type "%s", found %s.`, value.ExpectedType, value), core.At(value.Position))
			}
		})
	})
	return all
}

var (
	noSuchValue = regexp.MustCompile(`^(?:Value "\w+" does not exist in "\[?|\w+ is not a valid )(\w+)(?:[!\]]*" enum\.)?$`) // in the text, or a variable
	noSuchField = regexp.MustCompile(`^Cannot query field "(\w+)" on type "(\w+Connection)"\.$`)
)

// taught adds what there is to the errors for which gqlparser finds nothing that is spelled alike: the values of an enum, and
// that the fields of a list's rows are asked for below its nodes.
func taught(schema *ast.Schema, errs gqlerror.List) gqlerror.List {
	for _, e := range errs {
		if found := noSuchValue.FindStringSubmatch(e.Message); found != nil && schema.Types[found[1]] != nil {
			var names []string
			for _, value := range schema.Types[found[1]].EnumValues {
				names = append(names, value.Name)
			}
			e.Message = strings.TrimSuffix(e.Message, ".") + ". There are " + strings.Join(names, ", ") + "."
		}
		if found := noSuchField.FindStringSubmatch(e.Message); found != nil && schema.Types[found[2]] != nil {
			nodes := schema.Types[found[2]].Fields.ForName("nodes")
			if nodes != nil && schema.Types[nodes.Type.Name()].Fields.ForName(found[1]) != nil {
				e.Message += fmt.Sprintf(" Its rows have it: nodes { %s }.", found[1])
			}
		}
	}
	return errs
}

// asWritten puts the errors of validation in the order of the document, and cuts them off: the rules run in any order.
func asWritten(errs gqlerror.List) gqlerror.List {
	place := func(e *gqlerror.Error) gqlerror.Location {
		if len(e.Locations) == 0 {
			return gqlerror.Location{}
		}
		return e.Locations[0]
	}
	slices.SortStableFunc(errs, func(a, b *gqlerror.Error) int {
		return cmp.Or(cmp.Compare(place(a).Line, place(b).Line), cmp.Compare(place(a).Column, place(b).Column), cmp.Compare(a.Message, b.Message))
	})
	return errs[:min(len(errs), mostErrors)]
}

// noNulls refuses a variable that is null where null can't stand. The specification lets a variable with a default
// stand there, and null be given for it; what runs the operation takes for granted that neither happens.
func noNulls(operation *ast.OperationDefinition, variables map[string]any) *gqlerror.Error {
	null := func(name string) bool { value, given := variables[name]; return given && value == nil }
	if !slices.ContainsFunc(operation.VariableDefinitions, func(v *ast.VariableDefinition) bool { return null(v.Variable) }) {
		return nil
	}
	n := nulls{null, map[string]bool{}}
	if name := cmp.Or(n.directives(operation.Directives), n.selections(operation.SelectionSet)); name != "" {
		err := coded(string(db.CodeBadInput), "the variable $%s is null where null isn't allowed; leave it out, or give a value", name)
		err.Extensions["field"], err.Extensions["reason"] = name, "variable_null"
		return err
	}
	return nil
}

// nulls finds the first variable that is null where null can't stand.
type nulls struct {
	null func(name string) bool
	seen map[string]bool // fragments
}

func (n nulls) selections(set ast.SelectionSet) (name string) {
	for _, selection := range set {
		switch s := selection.(type) {
		case *ast.Field:
			name = cmp.Or(n.directives(s.Directives), n.arguments(s.Arguments), n.selections(s.SelectionSet))
		case *ast.InlineFragment:
			name = cmp.Or(n.directives(s.Directives), n.selections(s.SelectionSet))
		case *ast.FragmentSpread:
			if name = n.directives(s.Directives); name == "" && !n.seen[s.Name] {
				n.seen[s.Name] = true
				name = n.selections(s.Definition.SelectionSet)
			}
		}
		if name != "" {
			return name
		}
	}
	return ""
}

func (n nulls) directives(list ast.DirectiveList) string {
	for _, directive := range list {
		if name := n.arguments(directive.Arguments); name != "" {
			return name
		}
	}
	return ""
}

func (n nulls) arguments(list ast.ArgumentList) string {
	for _, argument := range list {
		if name := n.value(argument.Value); name != "" {
			return name
		}
	}
	return ""
}

func (n nulls) value(v *ast.Value) string {
	if v.Kind == ast.Variable && v.ExpectedType != nil && v.ExpectedType.NonNull && n.null(v.Raw) {
		return v.Raw
	}
	for _, child := range v.Children {
		if name := n.value(child.Value); name != "" {
			return name
		}
	}
	return ""
}
