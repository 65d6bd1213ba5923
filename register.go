package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"github.com/lib/pq"

	"mithaq/db"
	"mithaq/db/embedded"
	"mithaq/db/registers"
)

// postgresTime is how long the private PostgreSQL may take to stop.
const postgresTime = 4 * time.Second

// withRegister runs what a command does with the register, reached and migrated.
func withRegister(ctx context.Context, do func(s settings, d *db.DB) error) error {
	s, err := readSettings()
	if err != nil {
		return err
	}
	return inRegister(ctx, s, do)
}

// withHeldRegister runs what a command asks of a register that is there: none is made in a folder that has none, which is
// likely the wrong one.
func withHeldRegister(ctx context.Context, do func(s settings, d *db.DB) error) error {
	s, err := readSettings()
	if err != nil {
		return err
	}
	if s.owner == nil {
		held, err := embedded.Holds(s.DataDir)
		if err != nil {
			return err
		}
		if !held {
			return fmt.Errorf("there is no register in %s; name the folder of one by DATA_DIR, or make one there with: mithaq serve", s.DataDir)
		}
	}
	return inRegister(ctx, s, do)
}

func inRegister(ctx context.Context, s settings, do func(s settings, d *db.DB) error) error {
	d, closeDB, err := openRegister(ctx, s, newLog())
	if err != nil {
		return err
	}
	defer closeDB()
	return do(s, d)
}

// openRegister reaches the database, starting or joining the private PostgreSQL where no other is named, and migrates
// it. What it gives back closes all that again.
func openRegister(ctx context.Context, s settings, log *slog.Logger) (*db.DB, func(), error) {
	logins, stopPostgres, err := readyDatabase(ctx, s, log)
	if err != nil {
		return nil, nil, err
	}
	d, err := db.Open(logins)
	if err == nil {
		d.AnswerDays, d.RetentionMonths, d.Format = s.AnswerDays, s.RetentionMonths, registers.Form{}
		err = d.Ping(ctx)
	}
	if err != nil {
		if d != nil {
			_ = d.Close()
		}
		stopPostgres()
		return nil, nil, plain(ctx, err)
	}
	return d, func() { _ = d.Close(); stopPostgres() }, nil
}

// readyDatabase is openRegister without the pools: it gives the logins to the migrated database.
func readyDatabase(ctx context.Context, s settings, log *slog.Logger) (db.Logins, func(), error) {
	if s.owner != nil { // before anything is made
		if err := db.Reach(ctx, *s.owner); err != nil {
			return db.Logins{}, nil, plain(ctx, err)
		}
	}
	passwords, err := db.ReadPasswords(s.KeysDir)
	if err != nil {
		return db.Logins{}, nil, err
	}
	owner, stopPostgres, err := ownerLogin(ctx, s, log)
	if err != nil {
		return db.Logins{}, nil, err
	}
	logins := db.LoginsFor(owner, passwords, s.read)
	if err := db.Migrate(ctx, logins, passwords, progress); err != nil {
		stopPostgres()
		return db.Logins{}, nil, plain(ctx, err)
	}
	return logins, stopPostgres, nil
}

// ownerLogin gives the owner's login: DATABASE_URL's, or the private PostgreSQL's.
func ownerLogin(ctx context.Context, s settings, log *slog.Logger) (pq.Config, func(), error) {
	if s.owner != nil {
		return *s.owner, func() {}, nil
	}
	forgetPostgresEnvironment()
	private, err := embedded.Start(ctx, embedded.Options{DataDir: s.DataDir, Binaries: s.PostgresBin, Log: log, Progress: progress})
	if err != nil {
		return pq.Config{}, nil, err
	}
	stop := func() {
		ending, cancel := context.WithTimeout(context.Background(), postgresTime)
		defer cancel()
		if err := private.Stop(ending); err != nil {
			log.Warn("PostgreSQL did not stop cleanly; the next start recovers", "cause", err)
		}
	}
	cfg, err := pq.NewConfig(private.DSN(embedded.Owner, embedded.Database))
	return cfg, stop, err
}

// forgetPostgresEnvironment takes away what the environment says of other PostgreSQLs (PGHOST, PGOPTIONS, …): lib/pq
// would heed it, and the private one is set up by this program alone.
func forgetPostgresEnvironment() {
	for _, variable := range os.Environ() {
		if name, _, _ := strings.Cut(variable, "="); strings.HasPrefix(name, "PG") {
			_ = os.Unsetenv(name)
		}
	}
}

// importFirst puts the register of December 2021 into a database that holds none, and sees that the public reads the
// same one.
func importFirst(ctx context.Context, d *db.DB) error {
	held, err := d.HeldRegister(ctx)
	if err == nil && held == nil {
		progress("importing the register of December 2021")
		_, err = registers.Import(ctx, d, "import", registers.Read(registers.December2021Name, registers.December2021))
	}
	for range 50 { // a replica may be a little behind
		if err != nil {
			return plain(ctx, err)
		}
		var shown *db.Register
		if shown, err = d.Register(ctx); shown != nil {
			return nil
		}
		select {
		case <-ctx.Done():
			return plain(ctx, ctx.Err())
		case <-time.After(100 * time.Millisecond):
		}
	}
	return errors.New("READ_DATABASE_URL names a database without this register; it must be DATABASE_URL's, or a replica of it")
}

// lockDataDir holds the data directory for one serving program; the system lets go of it when the program ends,
// however it does.
func lockDataDir(dir string) (unlock func(), err error) {
	if err := os.MkdirAll(dir, 0o711); err != nil {
		return nil, fmt.Errorf("the data directory can't be made (%w); set DATA_DIR to one that can be written", err)
	}
	file, err := os.OpenFile(filepath.Join(dir, "serve.lock"), os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, fmt.Errorf("the data directory can't be written (%w); set DATA_DIR to one that can", err)
	}
	if err := syscall.Flock(int(file.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err != nil {
		_ = file.Close()
		return nil, fmt.Errorf("another mithaq serves the data directory %s; stop it, or set DATA_DIR to another", dir)
	}
	return func() { _ = file.Close() }, nil
}
