//go:build linux

package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"
)

// contender is somebody who is measured. Its processes are what its processor time is counted on.
type contender struct {
	name     string
	run      func(ctx context.Context, connections, seconds int) (load, error)
	server   int
	postgres int
}

// load is what one round gave.
type load struct {
	requests float64 // answered in the whole round
	rate     float64 // a second
	latency  float64 // milliseconds: the median, of pgbench the mean
	server   float64 // processor time, milliseconds a request
	postgres float64
}

// result is what all rounds of a contender gave.
type result struct {
	name   string
	rounds []load
}

// contenders are who is measured on a query; ours comes first, as the ratios are its.
func (h *house) contenders(st *stage, a asked) []contender {
	static := fmt.Sprintf("http://%s/%d", h.static.address(), a.bytes)
	contenders := []contender{
		{"Mithaq", wrk("http://"+st.ours.address()+"/graphql", a.ours, !a.kept), st.ours.cmd.Process.Pid, st.postmaster},
		{"PostGraphile", wrk("http://"+st.theirs.address()+"/graphql", a.theirs, true), st.theirs.cmd.Process.Pid, st.postmaster},
		{"pgbench, all its SQL", pgbench(st.socket, a.pgbench), 0, st.postmaster},
		{"static net/http", wrk(static, a.ours, true), h.static.cmd.Process.Pid, 0},
	}
	if a.sums != nil {
		contenders = append(contenders, contender{"pgbench, sums over rows", pgbench(st.socket, a.sums), 0, st.postmaster})
	}
	return contenders
}

// race lets all take turns, each round beginning with another, so that what else the machine does falls on all alike.
func race(ctx context.Context, s settings, racing []contender, connections int) ([]result, error) {
	results := make([]result, len(racing))
	for i, c := range racing {
		say("warming up: %s, %d connections", c.name, connections)
		if _, err := c.run(ctx, connections, 1); err != nil {
			return nil, fmt.Errorf("%s: %w", c.name, err)
		}
		results[i].name = c.name
	}
	for round := range s.Rounds {
		for turn := range racing {
			i := (turn + round) % len(racing)
			found, err := timed(ctx, racing[i], connections, s.Seconds)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", racing[i].name, err)
			}
			results[i].rounds = append(results[i].rounds, found)
		}
	}
	return results, nil
}

// settled is how long the backends of connections that were closed take to end: only then their postmaster has their time.
const settled = 300 * time.Millisecond

// timed is a round with the processor time that it took.
func timed(ctx context.Context, c contender, connections, seconds int) (load, error) {
	server, postgres := processorTime(c.server), familyTime(c.postgres)
	found, err := c.run(ctx, connections, seconds)
	time.Sleep(settled)
	if found.requests > 0 {
		found.server = (processorTime(c.server) - server) / found.requests
		found.postgres = (familyTime(c.postgres) - postgres) / found.requests
	}
	return found, err
}

var wrkResult = regexp.MustCompile(`RESULT (\d+) (\d+) (\d+) (\d+)`)

// wrk loads a server with a file of bodies; anew: with no answer that was kept.
func wrk(url, bodies string, anew bool) func(context.Context, int, int) (load, error) {
	return func(ctx context.Context, connections, seconds int) (load, error) {
		cmd := exec.CommandContext(ctx, "wrk", "-t", fmt.Sprint(min(connections, 2)), "-c", fmt.Sprint(connections),
			"-d", fmt.Sprintf("%ds", seconds), "-s", filepath.Join(folder, "wrk.lua"), url)
		cmd.Env = append(os.Environ(), "BODIES="+bodies)
		if anew {
			cmd.Env = append(cmd.Env, "ANEW=1")
		}
		out, err := cmd.CombinedOutput()
		found := wrkResult.FindSubmatch(out)
		if err != nil || found == nil {
			return load{}, fmt.Errorf("wrk: %w: %s", err, out)
		}
		requests, microseconds, median, failed := number(found[1]), number(found[2]), number(found[3]), number(found[4])
		if failed > 0 || requests == 0 {
			return load{}, fmt.Errorf("%.0f of %.0f requests failed", failed, requests)
		}
		return load{requests: requests, rate: requests / microseconds * 1e6, latency: median / 1000}, nil
	}
}

var (
	progressed = regexp.MustCompile(`progress: [\d.]+ s, ([\d.]+) tps, lat ([\d.]+) ms`)
	processed  = regexp.MustCompile(`actually processed: (\d+)`)
)

// pgbench loads the database alone, a variant a process: with several scripts, each connection would prepare and plan
// all of them anew. Its first second is left out, as connections prepare in it.
func pgbench(socket string, scripts [][]string) func(context.Context, int, int) (load, error) {
	turn := 0
	return func(ctx context.Context, connections, seconds int) (load, error) {
		processes := min(connections, len(scripts))
		parts, failed := make([]load, processes), make([]error, processes)
		var all sync.WaitGroup
		for i := range processes {
			share := connections/processes + min(1, max(0, connections%processes-i))
			script := scripts[(turn+i)%len(scripts)]
			all.Go(func() { parts[i], failed[i] = pgbenchAlone(ctx, socket, script, share, seconds) })
		}
		all.Wait()
		turn++ // so that the rounds of one connection differ too
		var whole load
		for _, part := range parts {
			whole.requests += part.requests
			whole.rate += part.rate
			whole.latency += part.latency / float64(processes)
		}
		return whole, errors.Join(failed...)
	}
}

func pgbenchAlone(ctx context.Context, socket string, script []string, connections, seconds int) (load, error) {
	args := append([]string{"-n", "-M", "prepared", "-h", socket, "-U", publicLogin, "-c", fmt.Sprint(connections),
		"-T", fmt.Sprint(seconds + 1), "-P", "1"}, script...)
	cmd := exec.CommandContext(ctx, "pgbench", append(args, "mithaq")...)
	cmd.Env = append(os.Environ(), "PGOPTIONS=-c jit=off") // as our connections have it
	out, err := cmd.CombinedOutput()
	whole, seen := processed.FindSubmatch(out), progressed.FindAllSubmatch(out, -1)
	if err != nil || whole == nil || len(seen) < 2 {
		return load{}, fmt.Errorf("pgbench: %w: %.2000s", err, out)
	}
	found := load{requests: number(whole[1])}
	for _, second := range seen[1:] {
		found.rate += number(second[1]) / float64(len(seen)-1)
		found.latency += number(second[2]) / float64(len(seen)-1)
	}
	return found, nil
}

func number(text []byte) float64 {
	n, _ := strconv.ParseFloat(strings.TrimSpace(string(text)), 64) // the pattern lets only numbers through
	return n
}
