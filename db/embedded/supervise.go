package embedded

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"strings"
	"syscall"
	"time"

	"github.com/lib/pq"
)

// errStillUsed means that processes of a dead postmaster hold its shared memory.
var errStillUsed = errors.New("processes of an earlier PostgreSQL still use its memory")

// lead brings postgres up, with its database. It runs under the lock.
func (s *Server) lead(ctx context.Context) error {
	if s.engine == nil {
		e, err := s.prepare(ctx)
		if err != nil {
			return err
		}
		s.engine = e
	}
	if err := s.settle(ctx); err != nil {
		return err
	}
	// Each time: a cleaner of temporary files may have been there meanwhile.
	if err := s.place.makeSocketDir(s.engine.who); err != nil {
		return err
	}
	s.progress("starting PostgreSQL")
	begun := time.Now()
	if err := s.launch(ctx); err != nil {
		return err
	}
	if err := s.createDatabase(ctx); err != nil {
		return err
	}
	s.log.Debug("PostgreSQL runs", "version", s.engine.major, "pid", s.child.cmd.Process.Pid, "after", time.Since(begun).Round(time.Millisecond))
	return nil
}

// settle deals with what an earlier run left behind: it waits for a postgres
// that is still there, and removes the traces of one that is not.
func (s *Server) settle(ctx context.Context) error {
	deadline := time.Now().Add(leftoverPatience)
	for said := false; ; {
		pid, err := s.place.postmaster()
		if err != nil {
			return err
		}
		if !runsOn(pid, s.place.cluster()) {
			return s.place.clearTraces()
		}
		if !said {
			said = true
			s.progress("waiting for an earlier PostgreSQL to stop")
			// The kernel may have told it already; where it doesn't, we do.
			syscall.Kill(pid, syscall.SIGINT)
		}
		if time.Now().After(deadline) {
			return fmt.Errorf("an earlier PostgreSQL (process %d) still runs on %s after %v: end it, or wait for it, and start again", pid, s.place.cluster(), leftoverPatience)
		}
		if !sleep(ctx, poll) {
			return fmt.Errorf("an earlier PostgreSQL (process %d) still runs on %s: %w", pid, s.place.cluster(), ctx.Err())
		}
	}
}

// launch starts postgres and waits until it answers; it leaves the child in s.
func (s *Server) launch(ctx context.Context) error {
	for deadline := time.Now().Add(orphanPatience); ; {
		c, from, err := s.engine.start(s.place)
		if err != nil {
			return err
		}
		s.child = c
		if err = s.untilReady(ctx, c, from); err == nil {
			return nil
		}
		c.giveUp()
		s.child = nil
		if !errors.Is(err, errStillUsed) || time.Now().After(deadline) {
			return err
		}
		endOrphans(s.place.cluster())
		if !sleep(ctx, slowPoll) {
			return ctx.Err()
		}
	}
}

func (s *Server) untilReady(ctx context.Context, c *child, from int64) error {
	begun, said := time.Now(), false
	for {
		err := s.answers(ctx, "postgres")
		select {
		case <-c.gone:
			words := s.place.lastWords(from)
			// An old one that is still ending takes the new one's lock file with it.
			if strings.Contains(words, "pre-existing shared memory block") || strings.Contains(words, `could not open file "postmaster.pid"`) ||
				strings.Contains(words, `could not open file "./postmaster.pid"`) {
				return fmt.Errorf("PostgreSQL did not start: %w (%s)", errStillUsed, words)
			}
			return fmt.Errorf("PostgreSQL did not start (%s): %s; its log is %s", c.exitOf(), words, s.place.logFile())
		default:
		}
		if err == nil {
			return nil
		}
		if starting := (*pq.Error)(nil); errors.As(err, &starting) && starting.Code == "57P03" && !said && time.Since(begun) > time.Second {
			said = true
			s.progress("PostgreSQL is recovering after an unclean end")
		}
		if !sleep(ctx, pollAfter(begun)) {
			return fmt.Errorf("PostgreSQL did not answer in time (%w): %v", ctx.Err(), err)
		}
	}
}

// answers asks a database for a sign of life.
func (s *Server) answers(ctx context.Context, database string) error {
	return s.ask(database, func(db *sql.DB) error {
		var one int
		return db.QueryRowContext(ctx, `select 1`).Scan(&one)
	})
}

func (s *Server) createDatabase(ctx context.Context) error {
	err := s.ask("postgres", func(db *sql.DB) error {
		var exists bool
		err := db.QueryRowContext(ctx, `select exists (select from pg_database where datname = $1)`, Database).Scan(&exists)
		if err == nil && !exists {
			_, err = db.ExecContext(ctx, `create database `+pq.QuoteIdentifier(Database)+` owner `+pq.QuoteIdentifier(Owner))
		}
		return err
	})
	if err != nil {
		return fmt.Errorf("the database %s can't be created: %w", Database, err)
	}
	return nil
}

func (s *Server) ask(database string, question func(*sql.DB) error) error {
	connector, err := pq.NewConnector(s.DSN(Owner, database))
	if err != nil {
		return err
	}
	db := sql.OpenDB(connector)
	defer db.Close()
	return question(db)
}

// run keeps postgres running until Stop: it waits for the lock when another
// process supervises, and starts postgres again whenever it ends.
func (s *Server) run() {
	defer close(s.ended)
	defer s.lock.release()
	if s.joined.Load() && !s.takeOver() {
		return
	}
	for pause := time.Duration(0); ; pause = min(max(2*pause, firstPause), lastPause) {
		if s.child != nil {
			begun := time.Now()
			select {
			case <-s.life.Done():
				s.stopErr = s.child.stop(s.stopCtx)
				_ = os.Remove(s.place.socket) // empty by now; the next start makes it anew
				return
			case <-s.child.gone:
			}
			s.log.Error("PostgreSQL ended by itself; it is started again", "end", s.child.exitOf())
			s.child = nil
			if time.Since(begun) > steady {
				pause = 0
			}
		}
		if !sleep(s.life, pause) {
			return
		}
		if err := s.lead(s.life); err != nil && s.life.Err() == nil {
			s.log.Error("PostgreSQL could not be started again", "err", err)
		}
	}
}

// takeOver waits until this process is the supervisor, and reports false when
// Stop came first.
func (s *Server) takeOver() bool {
	for {
		held, err := s.lock.try()
		if err != nil {
			s.log.Error("the lock on the data directory can't be tried", "err", err)
		}
		if held {
			s.joined.Store(false)
			s.log.Info("the process that ran PostgreSQL is gone; this one takes over")
			return true
		}
		if !sleep(s.life, takeOverPoll) {
			return false
		}
	}
}
