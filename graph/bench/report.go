//go:build linux

package main

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// report is what was seen.
type report struct {
	settings settings
	begun    time.Time
	took     time.Duration
	machine  string
	versions string
	memory   string
	rows     []measured
	bySize   []sized
}

// measured is a query at a number of connections.
type measured struct {
	query       query
	asked       asked
	connections int
	results     []result
}

type sized struct {
	query   query
	results []result
}

func (r *report) add(q query, a asked, connections int, results []result) {
	r.rows = append(r.rows, measured{q, a, connections, results})
}

// spread is a median with the least and the most.
type spread struct{ middle, least, most float64 }

func of(rounds []load, take func(load) float64) spread {
	values := make([]float64, len(rounds))
	for i, round := range rounds {
		values[i] = take(round)
	}
	return spreadOf(values)
}

func spreadOf(values []float64) spread {
	values = slices.Sorted(slices.Values(values))
	return spread{(values[(len(values)-1)/2] + values[len(values)/2]) / 2, values[0], values[len(values)-1]}
}

// ratio is that of a's rate to b's, of the rounds that were run beside each other.
func ratio(a, b result) spread {
	values := make([]float64, len(a.rounds))
	for i := range values {
		values[i] = a.rounds[i].rate / b.rounds[i].rate
	}
	return spreadOf(values)
}

func (s spread) String() string {
	digits := 0
	if s.middle < 100 {
		digits = 2
	}
	return fmt.Sprintf("%.*f (%.*f–%.*f)", digits, s.middle, digits, s.least, digits, s.most)
}

func (r *report) text() string {
	var b strings.Builder
	fmt.Fprintf(&b, "# Speed\n\nMade by `make bench` on %s, in %s: %s. %s.\n\n", r.begun.UTC().Format(time.DateOnly), r.took.Round(time.Second), r.machine, r.versions)
	fmt.Fprintf(&b, "%d jobs; %d rounds of %d s, which alternate; up to %d variants of each query, of which pgbench has %d. Every scalar of every answer was the "+
		"same from Mithaq and PostGraphile before the clock ran. Medians, with the least and the most in brackets.\n\n",
		r.settings.Sizes[len(r.settings.Sizes)-1], r.settings.Rounds, r.settings.Seconds, variants, scripted)
	r.goals(&b)
	r.details(&b)
	r.sizes(&b)
	b.WriteString(r.memory + "\n")
	return b.String()
}

// goals are what is aimed at, at the number of connections at which it is.
func (r *report) goals(b *strings.Builder) {
	fmt.Fprintf(b, "| at %d connections | × PostGraphile | goal | share of pgbench (kept whole: of net/http) | goal | |\n| --- | --- | --- | --- | --- | --- |\n", many)
	for _, m := range r.rows {
		if m.connections != many {
			continue
		}
		times, share, least := ratio(m.results[0], m.results[1]), ratio(m.results[0], m.results[2]), m.query.shareOfSQL
		if m.query.shareOfStatic > 0 {
			share, least = ratio(m.results[0], m.results[3]), m.query.shareOfStatic
		}
		verdict := "met"
		if times.middle < m.query.timesPostGraphile || share.middle < least {
			verdict = "not met"
		}
		fmt.Fprintf(b, "| %s | %s | ≥ %.2g | %s | ≥ %.2g | %s |\n", m.query.name, times, m.query.timesPostGraphile, share, least, verdict)
	}
	for _, m := range r.rows {
		if m.connections == many && len(m.results) > 4 {
			fmt.Fprintf(b, "\nAgainst sums over rows, %s: × %s; the goal is %.0f.\n", m.query.name, ratio(m.results[0], m.results[4]), m.query.timesSums)
		}
	}
	b.WriteString("\nMithaq holds in memory the rows that keys name, as partners and regions; pgbench reads them too, by all the SQL that Mithaq " +
		"asks when it holds nothing, with the settings of its connections.\n\n")
}

func (r *report) details(b *strings.Builder) {
	b.WriteString("Latency is the median (pgbench's, the mean); processor time is a request's, in the server and in PostgreSQL.\n\n")
	b.WriteString("| | connections | | requests/s | latency, ms | Mithaq ÷ it | server, ms | PostgreSQL, ms |\n| --- | --- | --- | --- | --- | --- | --- | --- |\n")
	for _, m := range r.rows {
		for i, found := range m.results {
			name, connections := "", ""
			if i == 0 {
				name = fmt.Sprintf("%s (%d bytes, %d scalars, %d statements)", m.query.name, m.asked.bytes, m.asked.scalars, m.asked.statements)
				connections = fmt.Sprint(m.connections)
			}
			fmt.Fprintf(b, "| %s | %s | %s |\n", name, connections, line(found, m.results[0]))
		}
	}
	b.WriteString("\n")
}

func line(found, ours result) string {
	return fmt.Sprintf("%s | %s | %s | %s | %s | %s", found.name, of(found.rounds, func(l load) float64 { return l.rate }),
		of(found.rounds, func(l load) float64 { return l.latency }), ratio(ours, found),
		used(found.rounds, func(l load) float64 { return l.server }), used(found.rounds, func(l load) float64 { return l.postgres }))
}

// used is a median of processor time; a dash where there is no such process.
func used(rounds []load, take func(load) float64) string {
	middle := of(rounds, take).middle
	if middle == 0 {
		return "–"
	}
	return fmt.Sprintf("%.3f", middle)
}

// sizes tell how much of the speed on the smallest sample is left on the others.
func (r *report) sizes(b *strings.Builder) {
	if len(r.bySize) == 0 {
		return
	}
	fmt.Fprintf(b, "By the size of the sample, at %d connections:\n\n| | | requests/s | ÷ the smallest sample's |\n| --- | --- | --- | --- |\n", many)
	for _, s := range r.bySize {
		for i, found := range s.results {
			fmt.Fprintf(b, "| %s | %s | %s | %s |\n", s.query.name, found.name,
				of(found.rounds, func(l load) float64 { return l.rate }), ratio(found, s.results[i%2]))
		}
	}
	b.WriteString("\n")
}
