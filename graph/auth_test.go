package graph_test

import (
	"slices"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"mithaq/graph/generated"
)

// TestEveryMutationSaysWhoMayAsk holds the schema to it that nobody has to be remembered: a mutation is for roles, for who
// is signed in, or, with a reason, for everyone.
func TestEveryMutationSaysWhoMayAsk(t *testing.T) {
	schema := generated.NewExecutableSchema(generated.Config{}).Schema()
	said := 0
	for _, field := range schema.Mutation.Fields {
		auth, open := field.Directives.ForName("auth"), field.Directives.ForName("unauthenticated")
		if (auth == nil) == (open == nil) {
			t.Errorf("the mutation %s says by @auth or @unauthenticated, by one of them, who may ask", field.Name)
		}
		if len(field.Arguments) > 1 || len(field.Arguments) == 1 && field.Arguments[0].Name != "input" {
			t.Errorf("the mutation %s has other arguments than one input", field.Name)
		}
		said++
	}
	if said < 15 {
		t.Errorf("only %d mutations were looked at", said)
	}
}

// private are the types that are reached below viewer alone.
var private = []string{
	"Viewer", "Account", "HeldRole", "Session", "OwnPartner", "AccessToken", "Letter",
	"Declaration", "RowCounts", "DeclarationRow", "DeclaredJob", "JobEnd", "BeneficiaryProfile", "Decision", "Evidence", "ReportDue",
	"Revision", "RevisionRow", "RevisedRow", "RevisedField", "RevisionFault", "EditableTable", "EditableColumn", "EditableRow",
	"ProjectStage", "ReachedStage", "ProjectHolderDetails", "HeldQuestion", "HeldAnswer", "SecondLook", "PersonRequest", "PersonRequestDetails", "TrailEntry",
}

// TestWhatIsPrivateHangsBelowViewer finds every way from the public fields of the schema to a type that isn't everybody's.
func TestWhatIsPrivateHangsBelowViewer(t *testing.T) {
	schema := generated.NewExecutableSchema(generated.Config{}).Schema()
	reached := map[string]bool{}
	var follow func(def *ast.Definition)
	follow = func(def *ast.Definition) {
		if reached[def.Name] {
			return
		}
		reached[def.Name] = true
		for _, field := range def.Fields {
			if def == schema.Query && field.Name == "viewer" {
				continue
			}
			for _, to := range schema.GetPossibleTypes(schema.Types[field.Type.Name()]) {
				follow(to)
			}
		}
	}
	follow(schema.Query)
	for _, name := range private {
		if schema.Types[name] == nil {
			t.Errorf("there is no type %s", name)
		}
		if reached[name] {
			t.Errorf("%s is reached without viewer", name)
		}
	}
	if len(reached) < 60 || slices.ContainsFunc(schema.GetPossibleTypes(schema.Types["Node"]), func(d *ast.Definition) bool { return slices.Contains(private, d.Name) }) {
		t.Errorf("%d types are reached, or node leads to a private one", len(reached))
	}
}
