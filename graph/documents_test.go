package graph_test

import (
	"encoding/json"
	"log/slog"
	"os"
	"regexp"
	"strings"
	"testing"

	"mithaq/db/dbtest"
	"mithaq/graph"
)

// TestThePagesAskWhatPlansAnswer reads what the built site asks, and wants a plan for each.
func TestThePagesAskWhatPlansAnswer(t *testing.T) {
	text, err := os.ReadFile("../web/dist/documents.json")
	if err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal(err)
		}
		t.Skip("the site isn't built")
	}
	var documents graph.OwnDocuments
	if err := json.Unmarshal(text, &documents); err != nil {
		t.Fatal(err)
	}
	if len(documents) < 20 {
		t.Errorf("only %d documents are known", len(documents))
	}
	private := regexp.MustCompile(`^mutation|\bviewer\b`) // what depends on who asks is never planned
	h := graph.New(t.Context(), dbtest.Empty(t), slog.New(slog.DiscardHandler), graph.Settings{Reads: "compiled"})
	for _, document := range documents {
		switch {
		case strings.Contains(document, "__schema"): // the reference
		case private.MatchString(document):
			if h.Plans(document) {
				t.Errorf("a plan answers %.200s", document)
			}
		case !h.Plans(document):
			t.Errorf("no plan answers %.200s", document)
		}
	}
}
