//go:build lab

package graph_test

import (
	"database/sql"
	"encoding/json"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"mithaq/db/dbtest"
	"mithaq/db/sample"
	"mithaq/graph"
)

// mostProcessor is what the dearest operation may take, in the program and in PostgreSQL.
const mostProcessor = 250 * time.Millisecond

// dearest are operations just below the limit of cost, of each sort.
var dearest = map[string]string{
	"rows: a hundred conventions with their jobs": "{ conventions(last: 90) { nodes { slug title jobs(first: 18) { nodes { " + jobWhole + " } } } } }",
	"rows: the convention of a hundred jobs":      "{ jobs(first: 100) { nodes { convention { jobs(first: 95) { nodes { id contractKind startMonth } } } } } }",
	"rows: partners and their conventions":        "{ partners(first: 98) { nodes { name conventions(first: 100) { nodes { slug title status } } } } }",
	"rows: changes":                               `{ changes(since: "2000-01-01T00:00:00Z", first: 100) { nodes { __typename id } } }`,
	"few: a hundred conventions, by conditions":   `{ conventions(last: 100) { nodes { jobs(last: 45, filter: {occupationGroup: "9", region: "MA-12", sector: "A", contractKind: OTHER}) { nodes { id } } } } }`,
	"few: a hundred partners, by conditions":      `{ partners(last: 100) { nodes { jobs(last: 45, filter: {occupationGroup: "9", region: "MA-12", sector: "A", contractKind: OTHER}) { nodes { id } } } } }`,
	"what can't be placed":                        "{ " + repeated(30, `a%d: jobs(first: 0, filter: {startedFrom: "2000", region: "MA-06"}) { notPlaced } `) + "}",
	"searches":                                    "{ " + repeated(19, `a%d: search(text: "conventoin fictiv") { nodes { __typename } } `) + "}",
	"totals":                                      "{ " + repeated(30, `a%d: jobTotals(by: [PARTNER, START_MONTH], first: 100) { totalCount nodes { jobs employer { name } } } `) + "}",
}

const jobWhole = "id contractKind startMonth region { code name } sector { code name } convention { slug title } employer { slug name } occupationGroup { code name }"

// TestLabTheDearestOperation measures the dearest operations that are allowed, on a million jobs: those above, the counts
// that no total is kept for, and pages by several conditions, made at random, as often as one operation may hold them.
func TestLabTheDearestOperation(t *testing.T) {
	d, logins := dbtest.EmptyLogins(t)
	if _, err := sample.Load(t.Context(), logins.Owner, sample.Options{Jobs: 1_000_000, Holders: 100_000, Seed: 1}, func(step string) { t.Log(step) }); err != nil {
		t.Fatal(err)
	}
	h := graph.New(t.Context(), d, slog.New(slog.DiscardHandler), graph.Settings{Reads: "compiled"})
	postgres := familyOf(t, dbtest.Connect(t, logins.Owner))
	candidates := map[string]string{}
	for name, query := range dearest {
		candidates[name] = query
	}
	candidates["promised totals"] = asOftenAsAllowed(h, `a%d: promiseTotals(by: [REGION], first: 100) { totalCount nodes { promised { value } region { name } } } `)
	random := conditionsOf(t, h)
	for range 400 {
		two, more := random(2), random(3+rand.IntN(2))
		candidates["two conditions: "+two] = asOftenAsAllowed(h, "a%d: jobs(first: 100, filter: {"+two+"}) { nodes { id } } ")
		candidates["more conditions: "+more] = asOftenAsAllowed(h, "a%d: jobs(last: 100, filter: {"+more+"}) { nodes { id } } ")
		candidates["a count: "+more] = "{ jobs(first: 0, filter: {" + more + "}) { totalCount } }"
	}
	took := map[string]time.Duration{}
	for name, query := range candidates {
		if took[name] = processorOf(t, h, postgres, query); took[name] > mostProcessor {
			t.Errorf("%v: %s", took[name], name)
		}
	}
	names := make([]string, 0, len(took))
	for name := range took {
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b string) int { return int(took[b] - took[a]) })
	for _, name := range names[:20] {
		t.Logf("%v  %s", took[name], name)
	}
}

// asOftenAsAllowed repeats a field up to the limit of cost.
func asOftenAsAllowed(h *graph.Handler, field string) string {
	for n := 30; n > 1; n-- {
		query := "{ " + repeated(n, field) + "}"
		if h.Allows(query) {
			return query
		}
	}
	return "{ " + repeated(1, field) + "}"
}

// processorOf gives the least processor time of some answers: the first finds its pages on disk.
func processorOf(t *testing.T, h *graph.Handler, postgres func() time.Duration, query string) time.Duration {
	t.Helper()
	body, err := json.Marshal(map[string]string{"query": query})
	if err != nil {
		t.Fatal(err)
	}
	least := time.Hour
	for range 4 {
		before := used().processor + postgres()
		if answer := string(post(h, body)); strings.Contains(answer, `"errors"`) {
			t.Fatalf("%s: %.500s", query, answer)
		}
		if least = min(least, used().processor+postgres()-before); least < mostProcessor/5 {
			break
		}
	}
	return least
}

// conditionsOf makes random filters of jobs, of values that there are.
func conditionsOf(t *testing.T, h *graph.Handler) func(count int) string {
	var values []string
	learn := func(query, format string) {
		answer := string(post(h, []byte(`{"query":"`+query+`"}`)))
		for _, found := range strings.Split(answer, `":"`)[1:] {
			value, _, _ := strings.Cut(found, `"`)
			values = append(values, fmt.Sprintf(format, value))
		}
	}
	learn("{ regions { nodes { code } } }", `region: "%s"`)
	learn("{ sectors { nodes { code } } }", `sector: "%s"`)
	learn("{ signings { nodes { slug } } }", `signing: "%s"`)
	learn("{ partners { nodes { slug } } }", `partner: "%s"`)
	learn("{ occupationGroups { nodes { code } } }", `occupationGroup: "%s"`)
	learn(`{ __type(name: \"ContractKind\") { enumValues { name } } }`, `contractKind: %s`)
	if len(values) < 40 {
		t.Fatalf("only %q", values)
	}
	return func(count int) string {
		chosen := map[string]string{}
		for len(chosen) < count {
			value := values[rand.IntN(len(values))]
			field, _, _ := strings.Cut(value, ":")
			chosen[field] = value
		}
		var filter []string
		for _, value := range chosen {
			filter = append(filter, value)
		}
		return strings.Join(filter, ", ")
	}
}

// familyOf tells the processor time of PostgreSQL's processes.
func familyOf(t *testing.T, owner *sql.DB) func() time.Duration {
	var data string
	if err := owner.QueryRow("show data_directory").Scan(&data); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(filepath.Join(data, "postmaster.pid"))
	if err != nil {
		t.Fatal(err)
	}
	postmaster, _, _ := strings.Cut(string(text), "\n")
	return func() (sum time.Duration) {
		files, _ := filepath.Glob("/proc/[0-9]*/stat")
		for _, file := range files {
			text, _ := os.ReadFile(file)
			fields := strings.Fields(string(text[strings.LastIndex(string(text), ")")+1:]))
			if len(fields) < 13 || fields[1] != postmaster {
				continue
			}
			for _, ticks := range fields[11:13] {
				n, _ := strconv.Atoi(ticks)
				sum += time.Duration(n) * 10 * time.Millisecond // the kernel's unit
			}
		}
		return sum
	}
}
