package graph_test

import (
	"log/slog"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"mithaq/db/dbtest"
	"mithaq/graph"
)

// TestTheSitesOwnDocumentsAreKnownByHash asks for one by its hash, for one that isn't known, and until a small budget would
// have been spent.
func TestTheSitesOwnDocumentsAreKnownByHash(t *testing.T) {
	const document = `query Names($first: Int) { partners(first: $first) { nodes { name } } }`
	h := graph.New(t.Context(), dbtest.Register(t), slog.New(slog.DiscardHandler),
		graph.Settings{Reads: "compiled", Cache: 1, Rate: 20, Documents: graph.OwnDocuments{"abc1": document}})
	byHash := func(hash, variables string) string {
		return url.Values{"extensions": {`{"persistedQuery":{"version":1,"sha256Hash":"` + hash + `"}}`}, "variables": {variables}}.Encode()
	}
	whole := asks(h, "GET", url.Values{"query": {document}, "variables": {`{"first":3}`}}.Encode())
	for range 10 { // each would cost 4, and costs 1
		answer := asks(h, "GET", byHash("abc1", `{"first":3}`), "Cache-Control", "no-cache")
		if answer.Code != http.StatusOK || answer.Body.String() != whole.Body.String() {
			t.Fatalf("%d %v %s; by its text %s", answer.Code, answer.Header(), answer.Body, whole.Body)
		}
	}
	unknown := asks(h, "GET", byHash("abc2", `{}`), "Accept", "application/graphql-response+json")
	if unknown.Code != http.StatusBadRequest || !strings.Contains(unknown.Body.String(), `"code":"PERSISTED_QUERY_NOT_FOUND"`) {
		t.Errorf("%d %s", unknown.Code, unknown.Body)
	}
	kept := func() bool { return asks(h, "GET", byHash("abc1", `{"first":4}`)).Header().Get("ETag") != "" }
	if kept(); !within(time.Second, kept) {
		t.Error("an answer to the site's own document is not kept")
	}
	if spent := asks(h, "POST", `{"query":"{ partners(first: 12) { nodes { name } } }"}`); spent.Code != http.StatusTooManyRequests {
		t.Errorf("a stranger's document: %d %s", spent.Code, spent.Body)
	}
}
