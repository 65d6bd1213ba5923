package graph_test

import (
	"io"
	"log/slog"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"mithaq/db/dbtest"
	"mithaq/graph"
	"mithaq/graph/generated"
)

// TestListsThatAreGivenWholeAreWeighed finds those of types that not everyone reads, and of what mutations give.
func TestListsThatAreGivenWholeAreWeighed(t *testing.T) {
	schema := generated.NewExecutableSchema(generated.Config{}).Schema()
	public := publicTypes(schema)
	found := 0
	for name, def := range schema.Types {
		paged := strings.HasSuffix(name, "Connection")
		if public[name] || paged || def.Kind != ast.Object || def.BuiltIn {
			continue
		}
		for _, field := range def.Fields {
			if field.Type.Elem == nil || schema.Types[field.Type.Name()].IsLeafType() {
				continue
			}
			found++
			if most := graph.WholeLists[name+"."+field.Name]; most == 0 && name+"."+field.Name != "Viewer.partners" {
				t.Errorf("%s.%s is a list given whole, and weighs as one row", name, field.Name)
			}
		}
	}
	if found != len(graph.WholeLists)+1 {
		t.Errorf("%d lists are given whole, and %d have a length", found, len(graph.WholeLists)+1)
	}
}

// publicTypes are those that a query leads to past viewer.
func publicTypes(schema *ast.Schema) map[string]bool {
	public := map[string]bool{}
	var follow func(def *ast.Definition)
	follow = func(def *ast.Definition) {
		if def == nil || public[def.Name] {
			return
		}
		public[def.Name] = true
		for _, field := range def.Fields {
			if def != schema.Query || field.Name != "viewer" {
				follow(schema.Types[field.Type.Name()])
			}
		}
	}
	follow(schema.Query)
	return public
}

// TestListsWithinListsAreRefused nests what is private, and what the site asks for.
func TestListsWithinListsAreRefused(t *testing.T) {
	h := graph.New(t.Context(), dbtest.Register(t), slog.New(slog.NewTextHandler(io.Discard, nil)), settings(t))
	for document, allowed := range map[string]bool{
		`{ viewer { accounts(first: 100) { nodes { roles { role partner { name } region { name } convention { reference } } } } } }`: true,
		`{ viewer { partners { people { account { email roles { role } } } tokens { name } } } }`:                                    true,
		`{ viewer { account { roles { account { roles { role } } } } } }`:                                                            true,
		`{ viewer { account { roles { account { roles { account { roles { role } } } } } } } }`:                                      false,
		`{ viewer { partners { people { account { roles { account { roles { role } } } } } } } }`:                                    false,
		`{ viewer { accounts(first: 100) { nodes { ...R } } } } fragment R on Account { roles { account { roles { role } } } }`:      false,
		`{ viewer { partners { people { partner { jobs(first: 100) { nodes { key } } } } } } }`:                                      false,
	} {
		if h.Allows(document) != allowed {
			t.Errorf("it should be %v that %s is answered", allowed, document)
		}
	}
}
