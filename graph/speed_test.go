package graph_test

import (
	"encoding/json"
	"log/slog"
	"testing"

	"mithaq/db/dbtest"
	"mithaq/graph"
)

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
