package graph_test

import (
	"bytes"
	"encoding/json"
	"log/slog"
	"net/http/httptest"
	"os"
	"os/exec"
	"testing"

	"mithaq/db/dbtest"
	"mithaq/graph"
)

// The audits that graphql-http holds, in the release that package.json names.
const audits = 61

// TestAuditsOfTheSpecificationPass runs graphql-http's audits of GraphQL over HTTP against the handler. Without the
// app's packages it fails, as a skip would be a specification that nobody checks.
func TestAuditsOfTheSpecificationPass(t *testing.T) {
	server := httptest.NewServer(graph.New(t.Context(), dbtest.Register(t), slog.New(slog.DiscardHandler), settings(t)))
	defer server.Close()
	node := exec.Command("node", "audits/graphql-over-http.mjs", server.URL+"/graphql")
	node.Dir, node.Stderr = "../web/app", os.Stderr
	out, err := node.Output()
	if err != nil {
		t.Fatalf("the audits can't run (%v); the app's packages are installed by: make build", err)
	}
	passed := 0
	for line := range bytes.Lines(out) {
		var audit struct{ ID, Name, Status, Reason string }
		if err := json.Unmarshal(line, &audit); err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		if audit.Status != "ok" {
			t.Errorf("%s %s: %s %s", audit.ID, audit.Name, audit.Status, audit.Reason)
			continue
		}
		passed++
	}
	if passed != audits {
		t.Errorf("%d audits pass; all are %d", passed, audits)
	}
}
