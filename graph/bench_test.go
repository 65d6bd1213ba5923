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
	handler := graph.New(b.Context(), d, slog.New(slog.DiscardHandler), graph.Settings{}) // keeps no answers
	direct := dbtest.Connect(b, logins.Public)
	const statements = 8 // signings, commitments with all that they name, partners, conventions, and four counts
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

// BenchmarkReads answers four kinds of query by plans and by resolvers.
func BenchmarkReads(b *testing.B) {
	d := dbtest.Sample(b)
	for name, q := range map[string]string{
		"list":   `{ conventions(first: 20) { nodes { id slug reference status signedOn parties(first: 5) { nodes { name partner { id slug name kind } } } commitments(first: 5) { nodes { slug wording indicator { code name } target { figure { value status } dueOn } } } } } }`,
		"one":    `{ convention(slug: "convention-fictive-012") { id reference title status startsOn endsOn jobs(first: 20) { totalCount nodes { id startMonth contractKind employer { name slug } region { code name } sector { code name } occupationGroup { code name } } } } }`,
		"levels": `{ partners(first: 10) { nodes { slug name conventions(first: 5) { nodes { reference jobs(first: 5) { nodes { id startMonth contractKind region { name } } } } } } } }`,
		"deep":   `{ jobs(first: 20) { pageInfo { endCursor hasNextPage } nodes { id startMonth contractKind employer { name } region { name } } } }`,
	} {
		body, _ := json.Marshal(map[string]string{"query": q})
		for _, path := range []string{"compiled", "resolvers"} {
			h := graph.New(b.Context(), d, slog.New(slog.DiscardHandler), graph.Settings{Reads: path})
			b.Run(name+"/"+path, func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					post(h, body)
				}
			})
		}
	}
}
