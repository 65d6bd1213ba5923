package graph_test

import (
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/vektah/gqlparser/v2/ast"

	"mithaq/db/dbtest"
	"mithaq/graph"
	"mithaq/graph/generated"
)

// declined are the fields that resolvers answer. Whoever adds one says why, here.
var declined = []string{
	"Change.citations",    // which relation it is depends on the table that changed
	"FieldChange.newNode", // no table holds field changes, so that there is no key to read by
	"FieldChange.oldNode",
}

// TestEveryFieldIsAnsweredByAPlan compiles a document for each field of the schema.
func TestEveryFieldIsAnsweredByAPlan(t *testing.T) {
	schema := generated.NewExecutableSchema(generated.Config{}).Schema()
	h := graph.New(t.Context(), dbtest.Empty(t), slog.New(slog.DiscardHandler), graph.Settings{})
	ways := waysTo(schema)
	var found []string
	for name, def := range schema.Types {
		way, reached := ways[name]
		if !reached || def.Kind != ast.Object || strings.HasPrefix(name, "__") {
			continue
		}
		for _, f := range def.Fields {
			if strings.HasPrefix(f.Name, "__") || f.Name == "viewer" { // what is below it is nobody's but who asks
				continue
			}
			if document := fmt.Sprintf(way, asked(schema, f)); !h.Plans(document) {
				found = append(found, name+"."+f.Name)
				t.Log(document)
			}
		}
	}
	slices.Sort(found)
	if diff := cmp.Diff(declined, found); diff != "" {
		t.Errorf("declined (-said +found):\n%s", diff)
	}
}

// waysTo gives, for each type that can be reached, a document in which %s stands for what is asked of it.
func waysTo(schema *ast.Schema) map[string]string {
	ways := map[string]string{"Query": "{ %s }"}
	for queue := []string{"Query"}; len(queue) > 0; queue = queue[1:] {
		for _, f := range schema.Types[queue[0]].Fields {
			to := schema.Types[f.Type.Name()]
			if strings.HasPrefix(f.Name, "__") || f.Name == "viewer" || to.IsLeafType() {
				continue
			}
			for _, def := range schema.GetPossibleTypes(to) {
				if _, known := ways[def.Name]; known {
					continue
				}
				inner := "%s"
				if def != to {
					inner = "... on " + def.Name + " { %s }"
				}
				ways[def.Name] = fmt.Sprintf(ways[queue[0]], f.Name+requiredArguments(f)+" { "+inner+" }")
				queue = append(queue, def.Name)
			}
		}
	}
	return ways
}

func asked(schema *ast.Schema, f *ast.FieldDefinition) string {
	text := f.Name + requiredArguments(f)
	if !schema.Types[f.Type.Name()].IsLeafType() {
		text += " { __typename }"
	}
	return text
}

func requiredArguments(f *ast.FieldDefinition) string {
	var given []string
	for _, a := range f.Arguments {
		if a.Type.NonNull {
			value := map[string]string{"ID": `"x"`, "[ID!]!": "[]", "String": `"x"`, "DateTime": `"2024-01-01T00:00:00Z"`}[strings.TrimSuffix(a.Type.String(), "!")]
			if a.Type.Elem != nil {
				value = "[]"
			}
			given = append(given, a.Name+": "+value)
		}
	}
	if len(given) == 0 {
		return ""
	}
	return "(" + strings.Join(given, ", ") + ")"
}
