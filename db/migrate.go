package db

import (
	"context"
	"embed"
	"fmt"
	"io/fs"
	"strings"

	"github.com/jmoiron/sqlx"
	"github.com/lib/pq"
	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/lock"
)

//go:embed migrations/*.sql
var migrations embed.FS

// The major versions of PostgreSQL that the register runs on.
const (
	oldestPostgres = 15
	newestPostgres = 18
)

// Migrate brings the database to this program's version: it makes the two logins, applies what migrations are missing,
// and sets the logins' rights from the structs' tags. Programs that start at once wait for one another. It tells step
// of each migration applied.
func Migrate(ctx context.Context, logins Logins, passwords Passwords, step func(string)) error {
	owner := logins.Owner.Clone()
	owner.Runtime = map[string]string{ // a migration may take its time
		"statement_timeout": "0", "lock_timeout": "60s", "idle_in_transaction_session_timeout": "0",
	}
	pool, err := openPool(owner, poolSize, false)
	if err != nil {
		return err
	}
	defer func() { _ = pool.Close() }()
	if err := checkVersion(ctx, pool); err != nil {
		return err
	}
	if err := createLogins(ctx, pool, passwords); err != nil {
		return err
	}
	if err := applyMigrations(ctx, pool, step); err != nil {
		return err
	}
	return grantAccess(ctx, pool)
}

// Reach tells whether a database answers, as a version that the register runs on. It changes nothing.
func Reach(ctx context.Context, login pq.Config) error {
	pool, err := openPool(login, poolSize, false)
	if err != nil {
		return err
	}
	defer func() { _ = pool.Close() }()
	return checkVersion(ctx, pool)
}

func checkVersion(ctx context.Context, pool *sqlx.DB) error {
	var version int
	if err := pool.GetContext(ctx, &version, "select current_setting('server_version_num')::int"); err != nil {
		return err
	}
	if major := version / 10000; major < oldestPostgres || major > newestPostgres {
		return fmt.Errorf("this is PostgreSQL %d; the register runs on %d to %d: name one of those in DATABASE_URL", major, oldestPostgres, newestPostgres)
	}
	return nil
}

func applyMigrations(ctx context.Context, pool *sqlx.DB, step func(string)) error {
	files, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return err
	}
	locker, err := lock.NewPostgresSessionLocker(lock.WithLockTimeout(1, 60))
	if err != nil {
		return err
	}
	provider, err := goose.NewProvider(goose.DialectPostgres, pool.DB, files, goose.WithSessionLocker(locker))
	if err != nil {
		return err
	}
	pending, err := provider.HasPending(ctx)
	if err != nil {
		return err
	}
	if pending {
		results, err := provider.Up(ctx)
		for _, result := range results {
			step(fmt.Sprintf("migrated: %s", strings.TrimSuffix(result.Source.Path, ".sql")))
		}
		if err != nil {
			return extensionMissing(err)
		}
	}
	_, err = pool.ExecContext(ctx, "call write_histories()") // of the columns that tables have now, should it have been stopped before
	return err
}
