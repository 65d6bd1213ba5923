// Package db is the model of the register: its types, its rules and its SQL. It knows no HTTP and no GraphQL.
package db

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"time"

	"github.com/jmoiron/sqlx"
	"github.com/lib/pq"
)

// Limits of what a statement on the pools may take.
const (
	statementLimit = "4s"
	lockLimit      = "2s"
	idleLimit      = "10s"
	poolSize       = 12
	asideSize      = 2

	usualAnswerDays = 30
)

// DB is the way to the database: the program's own pool, and the public's, whose login may read only what is granted to
// it. Inside a transaction it is the same type with the same methods.
type DB struct {
	pool       *sqlx.DB
	public     *sqlx.DB
	aside      *sqlx.DB // of the public's login too, and no reader's: for what tells how the database is
	tx         *sqlx.Tx
	turn       *sync.Mutex  // of a transaction in which several read at once: one after the other
	one        *sqlx.Conn   // the one connection that reads go over
	declared   *atomic.Bool // whether anything is known to have been declared
	vault      *vault       // what is kept of accounts
	personKeys *keyRing     // what identity numbers are compared by

	Format          Format // how facts are written by hand; handed over where the program is put together
	RetentionMonths int    // for how many months personal details are kept, once what they were declared with is decided
	AnswerDays      int    // how many days the agency has to answer a declaration, by the register's own rule
}

// Logins says how to reach the database under each of its three logins, in lib/pq's forms.
type Logins struct {
	Owner  pq.Config // migrates
	App    pq.Config // reads and writes
	Public pq.Config // reads what everyone may

	Secret  string // no login: seals what is kept of accounts, and lies outside the database
	Persons string // the first key of persons who are declared: by it their identity numbers are compared
	KeysDir string // where further ones are
}

// Open gives the pools. It does not connect yet.
func Open(l Logins) (*DB, error) {
	app, err := openPool(l.App, poolSize, false)
	if err != nil {
		return nil, err
	}
	readOnly := l.Public.Clone()
	readOnly.Runtime = map[string]string{"default_transaction_read_only": "on"}
	public, err := openPool(readOnly, poolSize, true)
	if err != nil {
		return nil, err
	}
	aside, err := openPool(readOnly, asideSize, true)
	if err != nil {
		return nil, err
	}
	sealed, err := newVault(l.Secret)
	if err != nil {
		return nil, err
	}
	persons, err := newKeyRing(l.KeysDir, l.Persons)
	return &DB{pool: app, public: public, aside: aside, declared: new(atomic.Bool), vault: sealed, personKeys: persons, AnswerDays: usualAnswerDays, RetentionMonths: usualRetention}, err
}

// openPool opens a pool whose statements may take no longer than limits say; the settings of cfg come before these. The
// public's connections prepare what they are asked for again, and bear no long silence; imports and exports take time.
func openPool(cfg pq.Config, size int, public bool) (*sqlx.DB, error) {
	cfg = cfg.Clone()
	runtime := map[string]string{
		"timezone":                            "UTC",
		"search_path":                         "public",
		"statement_timeout":                   statementLimit,
		"lock_timeout":                        lockLimit,
		"jit":                                 "off", // compiling takes longer than reading a page
		"idle_in_transaction_session_timeout": idleLimit,
	}
	for name, value := range cfg.Runtime {
		runtime[name] = value
	}
	cfg.Runtime = runtime
	if cfg.ConnectTimeout == 0 {
		cfg.ConnectTimeout = 5 * time.Second
	}
	silence := time.Duration(0)
	if public {
		silence = silenceLimit
	}
	connector, err := newConnector(cfg, silence)
	if err != nil {
		return nil, err
	}
	if public {
		connector = preparing{connector}
	}
	pool := sqlx.NewDb(sql.OpenDB(connector), "postgres")
	pool.SetMaxOpenConns(size)
	pool.SetMaxIdleConns(size)
	return pool, nil
}

// Close closes the pools.
func (d *DB) Close() error { return errors.Join(d.pool.Close(), d.public.Close(), d.aside.Close()) }

// Ping tells whether both logins reach the database.
func (d *DB) Ping(ctx context.Context) error {
	return errors.Join(ping(ctx, d.pool, d.pool), d.PingPublic(ctx))
}

// PingPublic tells whether the public's login reaches the database. It waits for no reader: many slow ones are no outage.
func (d *DB) PingPublic(ctx context.Context) error { return ping(ctx, d.aside, d.aside, d.public) }

// ping tries a pool. Where that fails, the idle connections of the pools are closed: they may be as dead, and each would
// take a ping's whole time to show it, long after the database has come back.
func ping(ctx context.Context, tried *sqlx.DB, pools ...*sqlx.DB) error {
	err := tried.PingContext(ctx)
	if err != nil && !errors.Is(ctx.Err(), context.Canceled) { // who asked is still there
		for _, pool := range pools {
			pool.SetMaxIdleConns(0)
			pool.SetMaxIdleConns(pool.Stats().MaxOpenConnections)
		}
	}
	return err
}

// InTx runs f in one transaction of the program's login, in which actor acts for that reason; the history keeps both.
// It commits when f returns nil, and else leaves nothing behind.
func (d *DB) InTx(ctx context.Context, actor, reason string, f func(tx *DB) error) error {
	tx, err := d.pool.BeginTxx(ctx, nil)
	if err != nil {
		return beginError(err)
	}
	defer func() { _ = tx.Rollback() }() // after a commit it does nothing
	if _, err := tx.ExecContext(ctx, `
		select set_config('mithaq.actor', $1, true), set_config('mithaq.reason', $2, true)`, actor, reason); err != nil {
		return err
	}
	if err := f(d.in(tx)); err != nil {
		return err
	}
	return tx.Commit()
}

// in gives the same database inside a transaction.
func (d *DB) in(tx *sqlx.Tx) *DB {
	inside := *d
	inside.tx = tx
	return &inside
}

// beginError is why no transaction that writes could begin. lib/pq asks for one in so many words, and a standby knows no
// other answer than that it has no such feature.
func beginError(err error) error {
	if refused := (*pq.Error)(nil); errors.As(err, &refused) && refused.Code == "0A000" {
		return readOnly(err)
	}
	return err
}

// inTx is InTx for what gives something back, with a viewer who acts.
func inTx[T any](ctx context.Context, d *DB, v *Viewer, reason string, f func(tx *DB) (T, error)) (result T, err error) {
	err = d.InTx(ctx, v.actor(), reason, func(tx *DB) error {
		result, err = f(tx)
		return err
	})
	return result, err
}

// Attempt runs a part of a transaction, of which nothing is left behind when it gives an error.
func (d *DB) Attempt(ctx context.Context, f func() error) error {
	if _, err := d.exec(ctx, "savepoint attempt"); err != nil {
		return err
	}
	err := f()
	if err != nil {
		if _, back := d.exec(ctx, "rollback to savepoint attempt"); back != nil {
			return errors.Join(err, back)
		}
	}
	_, released := d.exec(ctx, "release savepoint attempt")
	return errors.Join(err, released)
}

// inTurn has transactions about the same wait for each other to their end, so that what one counts holds when it writes.
func (d *DB) inTurn(ctx context.Context, what string, key int64) error {
	_, err := d.exec(ctx, "select pg_advisory_xact_lock(hashtextextended($1, $2))", what, key)
	return err
}

// InSnapshot runs f in a transaction of the program's login that reads, and sees the database as it was at one moment,
// whatever others write meanwhile.
func (d *DB) InSnapshot(ctx context.Context, f func(tx *DB) error) error {
	tx, err := d.pool.BeginTxx(ctx, &sql.TxOptions{Isolation: sql.LevelRepeatableRead, ReadOnly: true})
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }() // there is nothing to keep
	read := d.in(tx)
	if err := read.takeTime(ctx); err != nil {
		return err
	}
	return f(read)
}

// takeTime lifts the limits of ordinary statements for the rest of the transaction.
func (d *DB) takeTime(ctx context.Context) error {
	_, err := d.exec(ctx, `
		select set_config('statement_timeout', '0', true), set_config('lock_timeout', '0', true),
		       set_config('idle_in_transaction_session_timeout', '0', true)`)
	return err
}

// Private gives the same database as its private readers see it: they read over the program's own login, which sees
// everything, so that each says itself whose rows it gives.
func (d *DB) Private() *DB {
	private := *d
	private.public = d.pool
	return &private
}

// reader is where reads go: the transaction or the one connection where there is one, else the public's pool.
func (d *DB) reader() sqlx.QueryerContext {
	switch {
	case d.tx != nil:
		return d.tx
	case d.one != nil:
		return d.one
	}
	return d.public
}

func (d *DB) selectRows(ctx context.Context, into any, query string, args ...any) error {
	if d.turn != nil {
		d.turn.Lock()
		defer d.turn.Unlock()
	}
	return sqlx.SelectContext(ctx, d.reader(), into, query, args...)
}

func (d *DB) selectOne(ctx context.Context, into any, query string, args ...any) error {
	if d.turn != nil {
		d.turn.Lock()
		defer d.turn.Unlock()
	}
	return sqlx.GetContext(ctx, d.reader(), into, query, args...)
}

// exec runs a statement that writes; it needs a transaction, as somebody must be said to act.
func (d *DB) exec(ctx context.Context, query string, args ...any) (sql.Result, error) {
	if d.tx == nil {
		return nil, fmt.Errorf("written outside a transaction: %.60s", query)
	}
	return d.tx.ExecContext(ctx, query, args...)
}
