package graph_test

import (
	"encoding/json"
	"fmt"
	"log/slog"
	"net/http/httptest"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"

	"mithaq/db/dbtest"
	"mithaq/graph"
)

// attacks are the worst that fits into a request, each with the limit that its refusal names.
var attacks = []struct{ name, query, names string }{
	{"lists in lists", "{ conventions(first: 100) { nodes { jobs(first: 100) { nodes { employer { conventions(first: 100) { nodes { slug } } } } } } } }", "allowed are 10000"},
	{"tokens", "{ " + strings.Repeat("__typename ", 5000) + "}", "more than 1000 tokens"},
	{"depth", "{ signings { nodes " + strings.Repeat("{ conventions { nodes ", 20) + "{ id }" + strings.Repeat(" } }", 20) + " } }", "levels of fields; allowed are 15"},
	{"nested braces", "{ a " + strings.Repeat("{ a ", 300) + strings.Repeat("}", 301), "levels of fields; allowed are 15"},
	{"doubling fragments", doubling(40), "fields once its fragments are expanded; allowed are 500"},
	{"fragments in themselves", "{ ...A } fragment A on Query { ...B ...B } fragment B on Query { ...A ...A }", "Cannot spread fragment"},
	{"aliases", "{ " + repeated(200, "a%d: __typename ") + "}", "200 aliases; allowed are 30"},
	{"root fields", "{ " + strings.Repeat("__typename ", 40) + "}", "40 fields at its root; allowed are 30"},
	{"directives", "{ __typename " + strings.Repeat("@include(if: true) ", 100) + "}", "100 directives; allowed are 20"},
	{"fragments", "{ __typename }" + repeated(60, " fragment F%d on Query { __typename }"), "60 fragments; allowed are 50"},
	{"operations", repeated(11, "query Q%d { __typename } "), "11 operations; allowed are 10"},
	{"variables", "query(" + repeated(60, "$v%d: Int ") + ") { __typename }", "60 variables; allowed are 50"},
	{"one field again and again", "{ signings { nodes { " + strings.Repeat("id ", 900) + "} } }", "fields once its fragments are expanded; allowed are 500"},
	{"conflicting arguments", "{ " + repeated(70, "signings(first: %d) { nodes { id } } ") + "}", "fields at its root; allowed are 30"},
	{"counts of every row", "{ " + repeated(9, `a%d: jobs(filter: {signing: "x", sector: "C"}) { totalCount notPlaced } `) + "}", "allowed are 10000"},
	{"pages by many conditions", "{ " + repeated(9, `a%d: jobs(filter: {signing: "x", sector: "C", contractKind: CDD}) { nodes { id } } `) + "}", "allowed are 10000"},
	{"searches", "{ " + repeated(25, `a%d: search(text: "aaaa") { nodes { text } } `) + "}", "allowed are 10000"},
	{"a long string", `{ signing(slug: "` + strings.Repeat("x", 60_000) + `") { id } }`, ""},
	{"a deep value", `{ signing(slug: ` + strings.Repeat("[", 400) + strings.Repeat("]", 400) + `) { id } }`, ""},
}

func doubling(n int) string {
	document := "{ ...F0 }"
	for i := range n {
		document += fmt.Sprintf(" fragment F%d on Query { ...F%d ...F%d }", i, i+1, i+1)
	}
	return document + fmt.Sprintf(" fragment F%d on Query { __typename }", n)
}

func repeated(n int, format string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, format, i)
	}
	return b.String()
}

// TestAttacksAreAnsweredAtOnce sends each, and looks at what it says and takes.
func TestAttacksAreAnsweredAtOnce(t *testing.T) {
	h := graph.New(t.Context(), dbtest.Register(t), slog.New(slog.DiscardHandler), graph.Settings{})
	bodies := map[string][]byte{"a deep body": []byte(`{"query":"{a}","variables":{"a":` + strings.Repeat("[", 30_000) + strings.Repeat("]", 30_000) + "}}")}
	for _, a := range attacks {
		body, err := json.Marshal(map[string]string{"query": a.query})
		if err != nil {
			t.Fatal(err)
		}
		bodies[a.name] = body
	}
	for name, body := range bodies {
		t.Run(name, func(t *testing.T) {
			before := used()
			start := time.Now()
			answer := string(post(h, body))
			took, spent := time.Since(start), used()
			if !strings.Contains(answer, `"errors"`) && name != "a long string" {
				t.Errorf("it is answered: %.300s", answer)
			}
			for _, a := range attacks {
				if a.name == name && !strings.Contains(answer, a.names) {
					t.Errorf("%.300s\n  doesn't say %q", answer, a.names)
				}
			}
			processor, memory := spent.processor-before.processor, int64(spent.allocated)-int64(before.allocated)
			if took > time.Second || processor > 500*time.Millisecond || memory > 64<<20 {
				t.Errorf("it took %v, %v of the processor and %d MiB", took, processor, memory>>20)
			}
			if good := httptest.NewRecorder(); !strings.Contains(string(post(h, []byte(`{"query":"{ signings { nodes { slug } } }"}`))), "slug") {
				t.Errorf("a good request after it: %s", good.Body)
			}
		})
	}
}

type usage struct {
	processor time.Duration
	allocated uint64
}

func used() usage {
	var r syscall.Rusage
	var m runtime.MemStats
	_ = syscall.Getrusage(syscall.RUSAGE_SELF, &r)
	runtime.ReadMemStats(&m)
	return usage{time.Duration(r.Utime.Nano() + r.Stime.Nano()), m.TotalAlloc}
}
