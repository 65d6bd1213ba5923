// Package sample fills a database with a register in which nothing is real: for demonstrations, for load, and for tests
// that need more than the register of December 2021 has. The same seed and sizes give the same rows.
package sample

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"github.com/jmoiron/sqlx"
	"github.com/lib/pq"

	"mithaq/db"
)

// Options say how large the sample is, and what to do about what is already there.
type Options struct {
	Jobs    int
	Holders int // project holders
	Seed    uint64
	IfEmpty bool // where a sample already is, do nothing
	Replace bool // where a sample already is, empty it first
}

// Most that a sample may have: more would only test patience.
const (
	mostJobs    = 20_000_000
	mostHolders = 2_000_000
)

func (o Options) check() error {
	switch {
	case o.Jobs < 0 || o.Jobs > mostJobs:
		return fmt.Errorf("--jobs is %d: allowed are 0 to %d", o.Jobs, mostJobs)
	case o.Holders < 0 || o.Holders > mostHolders:
		return fmt.Errorf("--holders is %d: allowed are 0 to %d", o.Holders, mostHolders)
	case o.IfEmpty && o.Replace:
		return errors.New("--if-empty and --replace exclude each other; give one of them")
	}
	return nil
}

// Load writes a sample into a migrated database, in one transaction: until it commits, nothing is there. It tells step
// of what it does.
func Load(ctx context.Context, owner pq.Config, o Options, step func(string)) (Summary, error) {
	if err := o.check(); err != nil {
		return Summary{}, err
	}
	began := time.Now()
	pool, err := open(owner)
	if err != nil {
		return Summary{}, err
	}
	defer func() { _ = pool.Close() }()
	conn, err := pool.Connx(ctx)
	if err != nil {
		return Summary{}, err
	}
	defer func() { _ = conn.Close() }()
	l := loader{conn: conn.Conn, options: o, began: began, step: step}
	loaded, err := l.transaction(ctx, conn)
	if err != nil || !loaded {
		return Summary{}, err
	}
	if err := l.vacuum(ctx); err != nil {
		return Summary{}, err
	}
	return l.summary(ctx)
}

// open gives a pool of the owner's without the limits of ordinary statements.
func open(owner pq.Config) (*sqlx.DB, error) {
	owner = owner.Clone()
	owner.Runtime = map[string]string{
		"timezone": "UTC", "search_path": "public", "statement_timeout": "0", "lock_timeout": "60s",
		"idle_in_transaction_session_timeout": "0", "maintenance_work_mem": "256MB", "work_mem": "64MB",
	}
	connector, err := pq.NewConnectorConfig(owner)
	if err != nil {
		return nil, err
	}
	return sqlx.NewDb(sql.OpenDB(connector), "postgres"), nil
}

// loader loads one sample.
type loader struct {
	conn    *sql.Conn
	tx      *sqlx.Tx
	options Options
	began   time.Time
	step    func(string)
	counts  []Count
}

// say tells of a step, and how many seconds it began after the start.
func (l *loader) say(format string, args ...any) {
	l.step(fmt.Sprintf("%5.1f s  ", time.Since(l.began).Seconds()) + fmt.Sprintf(format, args...))
}

// transaction loads all rows; false where nothing was to be done.
func (l *loader) transaction(ctx context.Context, conn *sqlx.Conn) (bool, error) {
	tx, err := conn.BeginTxx(ctx, nil)
	if err != nil {
		return false, err
	}
	defer func() { _ = tx.Rollback() }() // after a commit it does nothing
	l.tx = tx
	if _, err := tx.ExecContext(ctx, `
		select set_config('mithaq.actor', 'sample', true), set_config('mithaq.reason', 'sample', true),
		       pg_advisory_xact_lock(hashtext('mithaq'), hashtext('mithaq import'))`); err != nil {
		return false, err
	}
	if goOn, err := l.mayLoad(ctx); err != nil || !goOn {
		return false, err
	}
	if err := l.load(ctx); err != nil {
		return false, err
	}
	return true, tx.Commit()
}

// mayLoad looks at what the database holds; a sample is only ever put where nothing real is.
func (l *loader) mayLoad(ctx context.Context) (bool, error) {
	var held db.Register
	err := l.tx.GetContext(ctx, &held, "select kind, language from registers")
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return true, nil
	case err != nil:
		return false, err
	case held.Kind != "SAMPLE":
		return false, fmt.Errorf("this database holds a %s register, and a sample never shares a database with one; "+
			"name another with DATA_DIR or DATABASE_URL", held.Kind)
	case l.options.IfEmpty:
		l.step("a sample is already there")
		return false, nil
	case !l.options.Replace:
		return false, errors.New("this database already holds a sample register; --replace empties it and loads another, " +
			"--if-empty leaves it as it is")
	}
	return true, nil
}

// load does the work, between the beginning and the end of the transaction.
func (l *loader) load(ctx context.Context) error {
	pieces, err := bare(ctx, l.tx)
	if err != nil {
		return err
	}
	if err := l.empty(ctx); err != nil {
		return err
	}
	lists, err := readLists(ctx, l.tx)
	if err != nil {
		return err
	}
	w := newWorld(l.options, lists)
	w.facts()
	if err := l.facts(ctx, w.sheets()); err != nil {
		return err
	}
	if err := l.flow(ctx, w); err != nil {
		return err
	}
	l.say("making %d constraints and indexes, and trying them on every row", len(pieces))
	if err := dress(ctx, l.tx, pieces); err != nil {
		return err
	}
	l.say("counting the ladders and the totals")
	if _, err := l.tx.ExecContext(ctx, "select rebuild_deliveries(), rebuild_job_totals(), rebuild_decision_days()"); err != nil {
		return err
	}
	return l.finish(ctx)
}
