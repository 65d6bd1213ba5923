//go:build lab

package db_test

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/jmoiron/sqlx"

	"mithaq/db/dbtest"
	"mithaq/db/sample"
)

// What reading a page of a list may take at most in PostgreSQL, and how many rows it may scan or sort whole: tables of
// fewer are read so by choice.
const (
	mostMilliseconds = 20
	mostWhole        = 10_000
)

var ofParent = regexp.MustCompile(` of -?\d+ by `)

// TestLabEveryListOfAMillionJobs reads the plans of every list and relation, by every filter and order, first page and
// deep page, both ways, on a sample of a million jobs, and prints what each took at most.
func TestLabEveryListOfAMillionJobs(t *testing.T) {
	d, logins := dbtest.EmptyLogins(t)
	if _, err := sample.Load(t.Context(), logins.Owner, sample.Options{Jobs: 1_000_000, Holders: 100_000, Seed: 1}, func(step string) { t.Log(step) }); err != nil {
		t.Fatal(err)
	}
	public := connect(t, logins.Public)
	public.SetMaxOpenConns(1)
	public.MustExec("set jit = off") // as the pools have it
	slowest, how := map[string]float64{}, map[string]string{}
	eachRead(t, d, connect(t, logins.Owner), 2, func(name, query string, args []any) {
		took, read := bestOf(t, public, 3, query, args)
		if took > mostMilliseconds {
			t.Errorf("%s took %.1f ms: %s", name, took, describe(read))
		}
		for _, p := range read.flat() {
			if (p.Type == "Seq Scan" || strings.HasSuffix(p.Type, "Sort")) && p.Rows*p.Loops > mostWhole {
				t.Errorf("%s: %s of %s, %.0f rows", name, p.Type, p.Relation, p.Rows*p.Loops)
			}
		}
		if kind := ofParent.ReplaceAllString(name, " by "); took >= slowest[kind] {
			slowest[kind], how[kind] = took, describe(read)
		}
	})
	printTable(t, slowest, how)
}

// tried is how often PostgreSQL plans a prepared statement anew before it weighs one plan for all values.
const tried = 5

// bestOf explains a statement, again where it was slow, and gives the shortest: the first finds its pages on disk.
func bestOf(t *testing.T, public *sqlx.DB, times int, query string, args []any) (float64, plan) {
	best := planOf(t, public, "explain (analyze, timing off, format json) ", query, args, tried)
	for range times - 1 {
		if best.milliseconds <= mostMilliseconds {
			break
		}
		if again := planOf(t, public, "explain (analyze, timing off, format json) ", query, args, tried); again.milliseconds < best.milliseconds {
			best = again
		}
	}
	return best.milliseconds, best
}

// describe names what a plan reads, from the top.
func describe(p plan) string {
	var parts []string
	for _, node := range p.flat() {
		if node.Relation != "" || strings.HasSuffix(node.Type, "Sort") {
			parts = append(parts, strings.TrimSpace(fmt.Sprintf("%s %s", node.Type, cmp.Or(node.Index, node.Relation))))
		}
	}
	return strings.Join(slices.Compact(parts), ", ")
}

func printTable(t *testing.T, slowest map[string]float64, how map[string]string) {
	var names []string
	for name := range slowest {
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b string) int { return cmp.Compare(slowest[b], slowest[a]) })
	var b strings.Builder
	for _, name := range names {
		fmt.Fprintf(&b, "%7.2f ms  %s: %s\n", slowest[name], name, how[name])
	}
	t.Logf("%d lists, filters, orders and pages; what each took at most:\n%s", len(names), b.String())
}
