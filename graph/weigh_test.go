package graph_test

import (
	"io"
	"log/slog"
	"strings"
	"testing"

	"mithaq/db/dbtest"
	"mithaq/graph"
	"mithaq/graph/generated"
)

// TestListsThatAreGivenWholeAreWeighed finds those below viewer, and in what mutations give.
func TestListsThatAreGivenWholeAreWeighed(t *testing.T) {
	schema := generated.NewExecutableSchema(generated.Config{}).Schema()
	found := 0
	for name, def := range schema.Types {
		private := name == "Viewer" || name == "Account" || name == "HeldRole" || name == "Session" || name == "OwnPartner" || name == "AccessToken" || name == "Letter" ||
			name == "Revision" || name == "RevisedRow" || name == "EditableTable" || name == "Declaration"
		if !private && !strings.HasSuffix(name, "Payload") {
			continue
		}
		for _, field := range def.Fields {
			if field.Type.Elem == nil || schema.Types[field.Type.Name()].IsLeafType() {
				continue
			}
			found++
			if most := graph.WholeLists[name+"."+field.Name]; most == 0 && field.Name != "partners" {
				t.Errorf("%s.%s is a list given whole, and weighs as one row", name, field.Name)
			}
		}
	}
	if found != len(graph.WholeLists)+1 {
		t.Errorf("%d lists are given whole, and %d have a length", found, len(graph.WholeLists)+1)
	}
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
