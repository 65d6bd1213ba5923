package graph_test

import (
	"bytes"
	"encoding/json"
	"io"
	"log/slog"
	"net/http/httptest"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"mithaq/db/dbtest"
	"mithaq/graph"
)

// BenchmarkPromise answers the query of the README, and beside it, in the same run, does what bounds it: as many empty
// round trips to the same PostgreSQL as the query has statements. ×limit is how many times as long it takes.
func BenchmarkPromise(b *testing.B) {
	archive, err := txtar.ParseFile("testdata/promise.txtar")
	if err != nil {
		b.Fatal(err)
	}
	body, err := json.Marshal(map[string]string{"query": string(archive.Files[0].Data)})
	if err != nil {
		b.Fatal(err)
	}
	d, logins := dbtest.RegisterLogins(b)
	handler := graph.New(b.Context(), d, slog.New(slog.DiscardHandler), settings(b))
	direct := dbtest.Connect(b, logins.Public)
	const statements = 10 // signings, commitments, indicators, both targets, partners, conventions, parties, and counts
	var asked, limit time.Duration
	for b.Loop() {
		start := time.Now()
		request := httptest.NewRequest("POST", "/graphql", bytes.NewReader(body))
		request.Header.Set("Content-Type", "application/json")
		answer := httptest.NewRecorder()
		handler.ServeHTTP(answer, request)
		if _, err := io.Copy(io.Discard, answer.Body); err != nil || answer.Code != 200 {
			b.Fatal(answer.Code, err)
		}
		asked += time.Since(start)
		start = time.Now()
		for range statements {
			var one int
			if err := direct.QueryRow("select 1").Scan(&one); err != nil {
				b.Fatal(err)
			}
		}
		limit += time.Since(start)
	}
	b.ReportMetric(float64(asked)/float64(limit), "×limit")
	b.ReportMetric(float64(asked.Microseconds())/float64(b.N)/1000, "ms/query")
}
