package dbtest

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/lib/pq"

	"mithaq/db"
	"mithaq/db/embedded"
)

// Replica gives the register of December 2021 on two PostgreSQL servers of its own: what is written goes to the first, and
// the public reads from a second, which streams it and is late by lag. Both end with the test.
func Replica(t *testing.T, lag time.Duration) (*db.DB, db.Logins) {
	t.Helper()
	primaryDir, standbyDir := folder(t), folder(t)
	primary := begin(t, primaryDir)
	logins := loginsOf(t, primary, nil)
	fill(t, logins)
	end(t, primary) // so that its files can be copied
	copied := filepath.Join(standbyDir, "postgres")
	if out, err := exec.Command("cp", "-a", filepath.Join(primaryDir, "postgres"), copied).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	primary = begin(t, primaryDir)
	t.Cleanup(func() { end(t, primary) })
	follow(t, copied, primary.DSN(embedded.Owner, embedded.Database), lag)
	standby := begin(t, standbyDir)
	t.Cleanup(func() { end(t, standby) })
	read, err := pq.NewConfig(standby.DSN(db.PublicLogin, embedded.Database))
	if err != nil {
		t.Fatal(err)
	}
	logins = loginsOf(t, primary, &read)
	d, err := db.Open(logins)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = d.Close() })
	return d, logins
}

// Alone gives the register of December 2021 on a PostgreSQL server of its own, and what stops that and starts it again. It
// ends with the test.
func Alone(t *testing.T) (d *db.DB, logins db.Logins, stop, start func()) {
	t.Helper()
	dir := folder(t)
	server := begin(t, dir)
	logins = loginsOf(t, server, nil)
	fill(t, logins)
	d, err := db.Open(logins)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = d.Close(); end(t, server) })
	return d, logins, func() { end(t, server) }, func() { server = begin(t, dir) }
}

func folder(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp(memory(), "mithaq-test-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	return dir
}

func begin(t *testing.T, dir string) *embedded.Server {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	server, err := embedded.Start(ctx, embedded.Options{DataDir: dir, Binaries: os.Getenv("POSTGRES_BIN")})
	if err != nil {
		skip(t, "no PostgreSQL for the tests: %v", err)
	}
	return server
}

func end(t *testing.T, server *embedded.Server) {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	if err := server.Stop(ctx); err != nil {
		t.Errorf("PostgreSQL did not stop cleanly: %v", err)
	}
}

func loginsOf(t *testing.T, server *embedded.Server, read *pq.Config) db.Logins {
	t.Helper()
	owner, err := pq.NewConfig(server.DSN(embedded.Owner, embedded.Database))
	if err != nil {
		t.Fatal(err)
	}
	return db.LoginsFor(owner, db.Passwords{}, read)
}

func fill(t *testing.T, logins db.Logins) {
	t.Helper()
	if err := db.Migrate(t.Context(), logins, db.Passwords{}, func(string) {}); err != nil {
		t.Fatal(err)
	}
	if err := fillRegister(t.Context(), logins); err != nil {
		t.Fatal(err)
	}
}

// follow makes a copied cluster a standby of the primary.
func follow(t *testing.T, cluster, primary string, lag time.Duration) {
	t.Helper()
	settings, err := os.OpenFile(filepath.Join(cluster, "postgresql.auto.conf"), os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	_, err = settings.WriteString("primary_conninfo = '" + strings.ReplaceAll(primary, "'", "''") + "'\nrecovery_min_apply_delay = '" + lag.String() + "'\n")
	if err := settings.Close(); err != nil {
		t.Fatal(err)
	}
	if err == nil {
		err = os.WriteFile(filepath.Join(cluster, "standby.signal"), nil, 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
}
