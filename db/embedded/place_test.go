package embedded

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestStrangeDataDirectoryIsLeftAlone(t *testing.T) {
	for _, c := range []struct{ name, file, text, want string }{
		{"another version", "PG_VERSION", "13\n", "is of PostgreSQL 13"},
		{"a version too new", "PG_VERSION", "99\n", "is of PostgreSQL 99"},
		{"no cluster", "letters.txt", "dear all", "is no PostgreSQL data directory"},
	} {
		t.Run(c.name, func(t *testing.T) {
			needPostgres(t)
			dir := t.TempDir()
			write(t, filepath.Join(dir, "postgres", c.file), c.text)
			write(t, filepath.Join(dir, "postgres/base/1"), "rows")
			before := picture(t, filepath.Join(dir, "postgres"))
			s, err := Start(t.Context(), options(t, dir))
			if err == nil {
				stop(t, s)
				t.Fatal("started")
			}
			t.Log(err)
			if !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), filepath.Join(dir, "postgres")) || strings.Contains(err.Error(), "\n") {
				t.Errorf("unclear: %v", err)
			}
			if after := picture(t, filepath.Join(dir, "postgres")); after != before {
				t.Errorf("changed from\n%s\nto\n%s", before, after)
			}
		})
	}
}

func TestHalfMadeClusterIsMadeAgain(t *testing.T) {
	dir := worldReachable(t)
	write(t, filepath.Join(dir, unfinished+"123/PG_VERSION"), "15\n")
	write(t, filepath.Join(dir, "postgres.backup/PG_VERSION"), "15\n")
	stop(t, start(t, dir))
	if _, err := os.Stat(filepath.Join(dir, unfinished+"123")); err == nil {
		t.Error("the half-made one is still there")
	}
	if _, err := os.Stat(filepath.Join(dir, "postgres.backup/PG_VERSION")); err != nil {
		t.Error("a directory that is not ours was removed")
	}
}

func TestStartBrokenOffLeavesNothing(t *testing.T) {
	needPostgres(t)
	dir := worldReachable(t)
	ctx, cancel := context.WithCancel(t.Context())
	o := options(t, dir)
	o.Progress = func(string) { time.AfterFunc(200*time.Millisecond, cancel) }
	s, err := Start(ctx, o)
	if err == nil {
		stop(t, s)
		t.Fatal("started")
	}
	if entries, _ := filepath.Glob(filepath.Join(dir, "postgres*[^k]")); len(entries) != 0 { // the lock stays
		t.Errorf("%v; there is still %q", err, entries)
	}
}

func TestFailureSaysWhatPostgresSaid(t *testing.T) {
	dir := cluster(t)
	conf := filepath.Join(dir, "postgres/postgresql.auto.conf")
	write(t, conf, "wal_level = wrong\n")
	defer write(t, conf, "")
	s, err := Start(t.Context(), options(t, dir))
	if err == nil {
		stop(t, s)
		t.Fatal("started")
	}
	t.Log(err)
	if !strings.Contains(err.Error(), `invalid value for parameter "wal_level": "wrong"`) || strings.Contains(err.Error(), "\n") {
		t.Errorf("unclear: %v", err)
	}
}

func TestLongDataDirectory(t *testing.T) {
	from := cluster(t)
	for name, dir := range map[string]string{
		"long":                    filepath.Join(from, strings.Repeat("very-long/", 12)),
		"comma, quote ' \" and é": filepath.Join(from, `a, b 'c' "d" \é`),
		"quotes, short":           filepath.Join(from, `b 'c' "d" \é`),
	} {
		t.Run(name, func(t *testing.T) {
			if err := os.MkdirAll(dir, 0o711); err != nil {
				t.Fatal(err)
			}
			move(t, from, dir)
			s := start(t, dir)
			if name != "quotes, short" {
				if filepath.Dir(s.place.socket) != os.TempDir() {
					t.Errorf("the socket is in %s", s.place.socket)
				}
				defer func() {
					if _, err := os.Stat(s.place.socket); err == nil {
						t.Errorf("%s is left behind", s.place.socket)
					}
				}()
			}
			if err := open(t, s).Ping(); err != nil {
				t.Error(err)
			}
			stop(t, s)
			move(t, dir, from)
		})
	}
}

func TestSocketDirectoryOfOthersIsRefused(t *testing.T) {
	dir := cluster(t)
	socket := filepath.Join(dir, "postgres.socket")
	elsewhere := t.TempDir()
	for name, make := range map[string]func() error{
		"open to others": func() error { return os.Mkdir(socket, 0o755) },
		"a link":         func() error { return os.Symlink(elsewhere, socket) },
	} {
		t.Run(name, func(t *testing.T) {
			if err := make(); err != nil {
				t.Fatal(err)
			}
			defer os.Remove(socket)
			s, err := Start(t.Context(), options(t, dir))
			if err == nil {
				stop(t, s)
				t.Fatal("started")
			}
			if !strings.Contains(err.Error(), socket) || !strings.Contains(err.Error(), "0700") {
				t.Errorf("unclear: %v", err)
			}
		})
	}
}

func TestLogIsPutAsideWhenLarge(t *testing.T) {
	dir := cluster(t)
	write(t, filepath.Join(dir, "postgres.log"), strings.Repeat("x", logLimit+1))
	stop(t, start(t, dir))
	if info, err := os.Stat(filepath.Join(dir, "postgres.log")); err != nil || info.Size() > logLimit {
		t.Errorf("the log was not put aside: %v", err)
	}
}
