package embedded

import (
	"context"
	"database/sql"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// shared is the data directory in which the tests' one cluster waits for its
// next user: making, copying and deleting clusters is what takes a test's time.
var shared string

func TestMain(m *testing.M) {
	if dir := os.Getenv(otherProcess); dir != "" {
		beOther(dir)
		return
	}
	code := m.Run()
	if shared != "" {
		os.RemoveAll(shared)
	}
	os.Exit(code)
}

// cluster lends the shared cluster, in a data directory of the test's own. A
// test that fails doesn't give it back.
func cluster(t *testing.T) string {
	t.Helper()
	needPostgres(t)
	if shared == "" {
		dir, err := os.MkdirTemp("", "mithaq-shared-")
		if err != nil {
			t.Fatal(err)
		}
		if err := os.Chmod(dir, 0o711); err != nil {
			t.Fatal(err)
		}
		shared = dir
	}
	if _, err := os.Stat(filepath.Join(shared, "postgres")); err != nil {
		s, err := Start(t.Context(), options(t, shared))
		if err != nil {
			t.Fatal(err)
		}
		stop(t, s)
	}
	dir := worldReachable(t)
	move(t, shared, dir)
	t.Cleanup(func() {
		if !t.Failed() {
			move(t, dir, shared)
		}
	})
	return dir
}

func move(t *testing.T, from, to string) {
	t.Helper()
	if err := os.Rename(filepath.Join(from, "postgres"), filepath.Join(to, "postgres")); err != nil {
		t.Fatal(err)
	}
}

// worldReachable is a temporary directory that any user may pass through.
func worldReachable(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "mithaq-test-")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(dir, 0o711); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	return dir
}

func options(t *testing.T, dir string) Options {
	return Options{DataDir: dir, Binaries: os.Getenv("POSTGRES_BIN"), Progress: func(step string) { t.Log("…", step) }}
}

func start(t *testing.T, dir string) *Server {
	t.Helper()
	needPostgres(t)
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	s, err := Start(ctx, options(t, dir))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { stop(t, s) })
	return s
}

func stop(t *testing.T, s *Server) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	if err := s.Stop(ctx); err != nil {
		t.Error(err)
	}
}

// unable skips a test that can't run here, except where all of them must.
func unable(t *testing.T, why string) {
	t.Helper()
	if os.Getenv("CI") == "true" {
		t.Fatal(why)
	}
	t.Skip(why)
}

func needPostgres(t *testing.T) {
	t.Helper()
	if _, err := findBinaries(os.Getenv("POSTGRES_BIN"), "", ""); err != nil {
		unable(t, err.Error())
	}
}

func open(t *testing.T, s *Server) *sql.DB {
	t.Helper()
	db, err := sql.Open("postgres", s.DSN(Owner, Database))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

// table makes an empty table with a number.
func table(t *testing.T, s *Server) *sql.DB {
	t.Helper()
	db := open(t, s)
	mustExec(t, db, `drop table if exists kept`)
	mustExec(t, db, `create table kept (n int primary key)`)
	return db
}

func mustExec(t *testing.T, db *sql.DB, statement string) {
	t.Helper()
	if _, err := db.Exec(statement); err != nil {
		t.Fatalf("%s: %v", statement, err)
	}
}

func ask(t *testing.T, db *sql.DB, question string) (answer string) {
	t.Helper()
	if err := db.QueryRow(question).Scan(&answer); err != nil {
		t.Fatalf("%s: %v", question, err)
	}
	return answer
}

func waitFor(t *testing.T, done func() bool) {
	t.Helper()
	for begun := time.Now(); !done(); time.Sleep(poll) {
		if time.Since(begun) > 10*time.Second {
			t.Fatal("waited 10 s in vain")
		}
	}
}

func kill(t *testing.T, pid int, signal syscall.Signal) {
	t.Helper()
	if err := syscall.Kill(pid, signal); err != nil {
		t.Fatal(err)
	}
}

// postmaster is the process of a postgres that runs.
func postmaster(t *testing.T, p place) int {
	t.Helper()
	pid, err := p.postmaster()
	if err != nil || !runsOn(pid, p.cluster()) {
		t.Fatalf("no postgres runs: %v", err)
	}
	return pid
}

func write(t *testing.T, file, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// picture is everything about a tree that a careless program could change.
func picture(t *testing.T, dir string) string {
	t.Helper()
	var all strings.Builder
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := e.Info()
		if err != nil {
			return err
		}
		text := []byte{}
		if !e.IsDir() {
			text, err = os.ReadFile(path)
		}
		all.WriteString(strings.Join([]string{path, info.Mode().String(), info.ModTime().String(), strconv.Itoa(ownerOf(info)), string(text)}, " ") + "\n")
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all.String()
}
