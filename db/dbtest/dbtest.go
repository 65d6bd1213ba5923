// Package dbtest gives each test a fresh register in a real PostgreSQL, which it starts for the test binary and stops
// when that ends.
package dbtest

import (
	"context"
	"database/sql"
	"fmt"
	"net"
	"os"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/lib/pq"

	"mithaq/db"
	"mithaq/db/embedded"
	"mithaq/db/registers"
)

// cluster is the PostgreSQL of this test binary; it starts with the first test that needs it.
type cluster struct {
	once    sync.Once
	missing error // why there is no PostgreSQL: the tests can't run
	err     error // what went wrong on the way to it
	dir     string
	server  *embedded.Server
	owner   *sql.DB
	count   atomic.Int64
}

var shared cluster

// Main runs a package's tests and stops the PostgreSQL that they started. A package's TestMain calls it.
func Main(m *testing.M) int {
	defer shared.stop()
	return m.Run()
}

// Empty gives a migrated database without a register. It is dropped with the test.
func Empty(t testing.TB) *db.DB {
	t.Helper()
	d, _ := fresh(t, empty)
	return d
}

// EmptyLogins is Empty with the logins to reach the same database directly.
func EmptyLogins(t testing.TB) (*db.DB, db.Logins) {
	t.Helper()
	return fresh(t, empty)
}

// Register gives a database with the register of December 2021. It is dropped with the test.
func Register(t testing.TB) *db.DB {
	t.Helper()
	d, _ := fresh(t, register)
	return d
}

// RegisterLogins is Register with the logins to reach the same database directly.
func RegisterLogins(t testing.TB) (*db.DB, db.Logins) {
	t.Helper()
	return fresh(t, register)
}

// Sample gives a database with a fictional register of about 2,000 jobs and 200 project holders. It is dropped with the
// test.
func Sample(t testing.TB) *db.DB {
	t.Helper()
	d, _ := fresh(t, sampled)
	return d
}

// SampleLogins is Sample with the logins to reach the same database directly.
func SampleLogins(t testing.TB) (*db.DB, db.Logins) {
	t.Helper()
	return fresh(t, sampled)
}

// Hung gives a database that accepts connections and never says a word. It is closed with the test.
func Hung(t testing.TB) *db.DB {
	t.Helper()
	silent, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = silent.Close() })
	login, err := pq.NewConfig(fmt.Sprintf("postgres://x@%s/x?sslmode=disable&connect_timeout=60", silent.Addr()))
	if err != nil {
		t.Fatal(err)
	}
	d, err := db.Open(db.Logins{App: login, Public: login})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// Connect gives a direct connection under a login, past everything that package db does. It is closed with the test.
func Connect(t testing.TB, login pq.Config) *sql.DB {
	t.Helper()
	connector, err := pq.NewConnectorConfig(login)
	if err != nil {
		t.Fatal(err)
	}
	pool := sql.OpenDB(connector)
	t.Cleanup(func() { _ = pool.Close() })
	return pool
}

func fresh(t testing.TB, from *template) (*db.DB, db.Logins) {
	t.Helper()
	logins := create(t, from)
	d, err := db.Open(logins)
	if err != nil {
		t.Fatal(err)
	}
	d.Format = registers.Form{}
	t.Cleanup(func() { _ = d.Close() })
	return d, logins
}

// create makes a database from a template, and drops it when the test ends, after its pools are closed.
func create(t testing.TB, from *template) db.Logins {
	t.Helper()
	shared.once.Do(shared.start)
	switch {
	case shared.missing != nil:
		skip(t, "no PostgreSQL for the tests: %v", shared.missing)
	case shared.err != nil:
		t.Fatalf("the PostgreSQL of the tests: %v", shared.err)
	}
	if err := from.made(); err != nil {
		t.Fatalf("%s: %v", from.name, err)
	}
	name := fmt.Sprintf("test_%d", shared.count.Add(1))
	for _, statement := range []string{ // a template's rights on the database itself aren't copied
		"create database " + name + " template " + from.name + " strategy file_copy", // without a disk to wait for, half the time of the other
		"revoke all on database " + name + " from public",
		"grant connect on database " + name + " to " + db.AppLogin + ", " + db.PublicLogin,
	} {
		if _, err := shared.owner.Exec(statement); err != nil {
			t.Fatal(err)
		}
	}
	t.Cleanup(func() { _, _ = shared.owner.Exec("drop database " + name + " with (force)") })
	return shared.logins(name)
}

// skip says why a test can't run here. In CI it fails instead.
func skip(t testing.TB, format string, args ...any) {
	t.Helper()
	if os.Getenv("CI") == "true" {
		t.Fatalf(format, args...)
	}
	t.Skipf(format, args...)
}

func (c *cluster) start() {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	if c.dir, c.err = os.MkdirTemp(memory(), "mithaq-test-"); c.err != nil {
		return
	}
	c.server, c.missing = embedded.Start(ctx, embedded.Options{DataDir: c.dir, Binaries: os.Getenv("POSTGRES_BIN"), Fleeting: true})
	if c.missing != nil {
		return
	}
	c.owner, c.err = sql.Open("postgres", c.server.DSN(embedded.Owner, "postgres"))
}

func (c *cluster) logins(database string) db.Logins {
	cfg, err := pq.NewConfig(c.server.DSN(embedded.Owner, database))
	if err != nil {
		panic(err) // the DSN is our own
	}
	return db.LoginsFor(cfg, db.Passwords{Persons: strings.Repeat("p", 26)}, nil)
}

func (c *cluster) stop() {
	if c.owner != nil {
		_ = c.owner.Close()
	}
	if c.server != nil {
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		_ = c.server.Stop(ctx)
	}
	if c.dir != "" {
		_ = os.RemoveAll(c.dir)
	}
}
