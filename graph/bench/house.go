//go:build linux

package main

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"github.com/lib/pq"

	"mithaq/db"
	"mithaq/db/embedded"
)

// house is all that runs; close ends what open began.
type house struct {
	settings settings
	stages   []*stage
	static   *child
	scratch  string
}

// stage is a sample with the servers on it.
type stage struct {
	jobs         int
	postgres     *embedded.Server
	socket       string // the folder
	postmaster   int
	log          string
	owner        *sql.DB
	ours, theirs *child
}

// tools says what is missing before anything takes long.
func tools() error {
	for tool, of := range map[string]string{"wrk": "wrk", "pgbench": "postgresql-15"} {
		if _, err := exec.LookPath(tool); err != nil {
			return fmt.Errorf("there is no %s; on Debian: apt-get install %s", tool, of)
		}
	}
	return nil
}

// open loads the sample where it isn't there yet, and starts its servers.
func (h *house) open(ctx context.Context, jobs int) error {
	dir, err := filepath.Abs(data(jobs))
	if err != nil {
		return err
	}
	st := &stage{jobs: jobs, socket: filepath.Join(dir, "postgres.socket"), log: filepath.Join(dir, "postgres.log")}
	h.stages = append(h.stages, st)
	if err := h.load(ctx, dir, jobs); err != nil {
		return err
	}
	if st.postgres, err = embedded.Start(ctx, embedded.Options{DataDir: dir, Binaries: h.settings.PostgresBin}); err != nil {
		return err
	}
	cfg, err := pq.NewConfig(st.postgres.DSN(embedded.Owner, embedded.Database))
	if err != nil {
		return err
	}
	st.socket = cfg.Host // the folder may have had too long a name
	connector, err := pq.NewConnectorConfig(cfg)
	if err != nil {
		return err
	}
	st.owner = sql.OpenDB(connector)
	st.owner.SetMaxOpenConns(1)
	if st.postmaster, err = firstNumber(filepath.Join(dir, "postgres", "postmaster.pid")); err != nil {
		return err
	}
	return h.serve(ctx, st, dir)
}

func (h *house) load(ctx context.Context, dir string, jobs int) error {
	if _, err := os.Stat(filepath.Join(dir, "loaded")); err == nil {
		return nil
	}
	say("loading a sample of %d jobs", jobs)
	load := exec.CommandContext(ctx, h.settings.Binary, "sample", "--if-empty", "--jobs", fmt.Sprint(jobs), "--holders", fmt.Sprint(jobs/10))
	load.Env = append(os.Environ(), "DATA_DIR="+dir)
	if out, err := load.CombinedOutput(); err != nil {
		return fmt.Errorf("%w: %s", err, out)
	}
	return os.WriteFile(filepath.Join(dir, "loaded"), nil, 0o644)
}

func (h *house) serve(ctx context.Context, st *stage, dir string) (err error) {
	if st.ours, err = start(ctx, h.settings.Binary, []string{"serve"}, "DATA_DIR="+dir, "RATE="+h.settings.Rate,
		"POSTGRES_BIN="+h.settings.PostgresBin); err != nil {
		return err
	}
	node := filepath.Join(folder, "node_modules", "node", "bin", "node")
	st.theirs, err = start(ctx, node, []string{filepath.Join(folder, "postgraphile.mjs")},
		"HOST="+st.socket, "GRAPHILE_ENV=production", "NODE_ENV=production")
	return err
}

func (h *house) startStatic(ctx context.Context) error {
	self, err := os.Executable()
	if err != nil {
		return err
	}
	port, err := freePort()
	if err != nil {
		return err
	}
	h.static, err = startOn(ctx, port, self, []string{staticCommand, fmt.Sprint(port)})
	return err
}

// close ends everything, the servers before their databases.
func (h *house) close() {
	for _, st := range h.stages {
		st.ours.stop()
		st.theirs.stop()
		if st.owner != nil {
			_ = st.owner.Close()
		}
		if st.postgres != nil {
			ending, cancel := context.WithTimeout(context.Background(), 30*time.Second)
			if err := st.postgres.Stop(ending); err != nil {
				say("PostgreSQL did not stop cleanly: %v", err)
			}
			cancel()
		}
	}
	h.static.stop()
	_ = os.RemoveAll(h.scratch)
}

func (h *house) versions(ctx context.Context) string {
	var postgres string
	_ = h.stages[0].owner.QueryRowContext(ctx, "show server_version").Scan(&postgres)
	node, _ := exec.CommandContext(ctx, filepath.Join(folder, "node_modules", "node", "bin", "node"), "-p",
		"process.version + ', PostGraphile ' + require('./"+folder+"/node_modules/postgraphile/package.json').version").Output()
	return "PostgreSQL " + postgres + ", Node " + strings.TrimSpace(string(node))
}

// variants reads what to ask for, no more than there are variants.
func (st *stage) variants(ctx context.Context, q query) ([][]string, error) {
	rows, err := st.owner.QueryContext(ctx, q.variants)
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	var found [][]string
	for rows.Next() && len(found) < variants {
		var texts pq.StringArray
		if err := rows.Scan(&texts); err != nil {
			return nil, err
		}
		found = append(found, texts)
	}
	if len(found) == 0 {
		return nil, errors.Join(rows.Err(), errors.New("nothing to ask for"))
	}
	return found, rows.Err()
}

func freePort() (int, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return 0, err
	}
	defer func() { _ = l.Close() }()
	return l.Addr().(*net.TCPAddr).Port, nil
}

func say(format string, args ...any) { fmt.Fprintf(os.Stderr, "  · "+format+"\n", args...) }

// publicLogin is whose rights both servers and pgbench have.
const publicLogin = db.PublicLogin
