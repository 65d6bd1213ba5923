//go:build linux

// Command bench measures the API's public reads beside PostGraphile 5, beside pgbench with the same SQL, and beside a
// plain HTTP server, on one database, and writes the ratios. It reports what it sees, whether the goals are met or not.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"
	"time"

	"github.com/caarlos0/env/v11"
)

// settings are for trying it out on less: the defaults are what results.md is made with.
type settings struct {
	Sizes       []int  `env:"SIZES" envDefault:"10000,100000,1000000"` // jobs; the last one gets the whole programme
	Connections []int  `env:"CONNECTIONS" envDefault:"1,16"`
	Rounds      int    `env:"ROUNDS" envDefault:"5"`
	Seconds     int    `env:"SECONDS_A_ROUND" envDefault:"2"`
	Rate        string `env:"RATE" envDefault:"1000000000"` // how much one address may ask for: it is not what is measured
	Binary      string `env:"MITHAQ" envDefault:"bin/mithaq"`
	PostgresBin string `env:"POSTGRES_BIN"`
	Results     string `env:"RESULTS" envDefault:"graph/bench/results.md"`
}

const (
	folder   = "graph/bench"
	variants = 64 // of each query: other slugs, other cursors
	scripted = 8  // of these, how many pgbench has: a process each
	many     = 16 // connections, at which the goals are set
)

func main() {
	if len(os.Args) > 1 && os.Args[1] == staticCommand {
		serveStatic(os.Args[2])
		return
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	err := run(ctx)
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context) error {
	s, err := env.ParseAs[settings]()
	if err != nil {
		return err
	}
	if err := tools(); err != nil {
		return err
	}
	begun := time.Now()
	house := &house{settings: s}
	defer house.close()
	if house.scratch, err = os.MkdirTemp("", "mithaq-bench-"); err != nil {
		return err
	}
	for _, jobs := range s.Sizes {
		if err := house.open(ctx, jobs); err != nil {
			return fmt.Errorf("%d jobs: %w", jobs, err)
		}
	}
	if err := house.startStatic(ctx); err != nil {
		return err
	}
	r := &report{settings: s, begun: begun, machine: machine(), versions: house.versions(ctx)}
	if err := house.measure(ctx, r); err != nil {
		return err
	}
	r.took = time.Since(begun)
	text := r.text()
	fmt.Print(text)
	return os.WriteFile(s.Results, []byte(text), 0o644)
}

// measure runs the whole programme on the largest sample, then what shows how the speed keeps with the size.
func (h *house) measure(ctx context.Context, r *report) error {
	largest := h.stages[len(h.stages)-1]
	for _, q := range queries {
		asked, err := h.prepare(ctx, largest, q)
		if err != nil {
			return fmt.Errorf("%s: %w", q.name, err)
		}
		for _, connections := range h.settings.Connections {
			found, err := race(ctx, h.settings, h.contenders(largest, asked), connections)
			if err != nil {
				return fmt.Errorf("%s: %w", q.name, err)
			}
			r.add(q, asked, connections, found)
		}
	}
	for _, q := range queries {
		if !q.everySize || len(h.stages) == 1 {
			continue
		}
		found, err := h.sizes(ctx, q)
		if err != nil {
			return fmt.Errorf("%s: %w", q.name, err)
		}
		r.bySize = append(r.bySize, sized{q, found})
	}
	r.memory = h.memory()
	return nil
}

// sizes races the samples against one another, so that what else the machine does falls on all of them alike.
func (h *house) sizes(ctx context.Context, q query) ([]result, error) {
	var racing []contender
	for _, st := range h.stages {
		asked, err := h.prepare(ctx, st, q)
		if err != nil {
			return nil, err
		}
		for _, c := range h.contenders(st, asked)[:2] { // Mithaq and PostGraphile
			c.name = fmt.Sprintf("%s, %d jobs", c.name, st.jobs)
			racing = append(racing, c)
		}
	}
	return race(ctx, h.settings, racing, many)
}

func data(jobs int) string { return filepath.Join(folder, ".data", fmt.Sprint(jobs)) }
