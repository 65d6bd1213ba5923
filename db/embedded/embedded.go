// Package embedded runs the private PostgreSQL that serves the program when no
// DATABASE_URL is given: it makes the cluster, starts postgres as its own
// child, starts it again when it dies, and stops it with the program.
//
// Several processes may share one data directory. The one that holds the lock
// on it supervises postgres; the others join, and one of them takes over when
// the supervisor goes away.
package embedded

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

const (
	// Owner is the cluster's superuser, who owns Database.
	Owner = "mithaq_owner"
	// Database is the database that Start creates when it is missing.
	Database = "mithaq"

	// How often something that ends within milliseconds is looked at again, and
	// how often once it has taken more than a second.
	poll     = 10 * time.Millisecond
	slowPoll = 100 * time.Millisecond
	// How often a joined process tries the lock. A blocking flock can't be
	// given up, so the wait is a poll.
	takeOverPoll = 100 * time.Millisecond
	// How long a postgres left behind by a killed program may take to stop.
	leftoverPatience = 30 * time.Second
	// How long a shared memory block may stay in use after its postmaster died.
	orphanPatience = 10 * time.Second
	// A postgres that lived this long is started again without delay.
	steady     = 10 * time.Second
	firstPause = 100 * time.Millisecond
	lastPause  = 10 * time.Second
)

// Options say where the cluster lives and how Start reports what it does.
type Options struct {
	// DataDir is the program's data directory; the cluster lives in DataDir/postgres.
	DataDir string
	// Binaries is a folder with postgres and initdb (the setting POSTGRES_BIN); empty: look for them.
	Binaries string
	// Fleeting spares the disk: whatever ends the machine may take the whole cluster with it. Tests alone can want that.
	Fleeting bool
	// Log takes what happens after Start; nil: nothing is logged.
	Log *slog.Logger
	// Progress is told, in words and during Start only, that a long step has begun; may be nil.
	Progress func(step string)
}

// Server is a running private PostgreSQL, supervised by this process or joined.
type Server struct {
	place    place
	binaries string
	fleeting bool
	log      *slog.Logger
	progress func(step string) // replaced by the log once Start has returned
	lock     *lock
	engine   *engine // set once this process has supervised
	child    *child  // owned by run once Start has returned
	joined   atomic.Bool

	life     context.Context // ends when Stop is called
	end      context.CancelFunc
	stopOnce sync.Once
	stopCtx  context.Context // Stop's; read only after life has ended
	stopErr  error           // read only after ended is closed
	ended    chan struct{}
}

// Holds tells whether a data directory has a cluster already.
func Holds(dataDir string) (bool, error) {
	version, err := place{dir: dataDir}.version()
	return version != "", err
}

// Start starts PostgreSQL on o.DataDir, or joins the process that already runs
// it, and returns once the database answers; ctx bounds the start only. Its
// errors are sentences for the person who starts the program.
func Start(ctx context.Context, o Options) (*Server, error) {
	s, err := newServer(o)
	if err != nil {
		return nil, err
	}
	if err := s.leadOrJoin(ctx); err != nil {
		s.end()
		if s.child != nil {
			s.child.giveUp()
		}
		s.lock.release()
		return nil, err
	}
	s.progress = func(step string) { s.log.Info(step) }
	go s.run()
	return s, nil
}

func newServer(o Options) (*Server, error) {
	p, err := newPlace(o.DataDir)
	if err != nil {
		return nil, err
	}
	l, err := openLock(p.lockFile())
	if err != nil {
		return nil, fmt.Errorf("the data directory %s can't be locked: %w", p.dir, err)
	}
	s := &Server{place: p, binaries: o.Binaries, fleeting: o.Fleeting, log: o.Log, progress: o.Progress, lock: l, ended: make(chan struct{})}
	if s.log == nil {
		s.log = slog.New(slog.DiscardHandler)
	}
	if s.progress == nil {
		s.progress = func(string) {}
	}
	s.life, s.end = context.WithCancel(context.Background())
	return s, nil
}

// leadOrJoin waits for whichever comes first: the lock, or another process's
// postgres that answers.
func (s *Server) leadOrJoin(ctx context.Context) error {
	for begun, said := time.Now(), false; ; {
		held, err := s.lock.try()
		if err != nil {
			return fmt.Errorf("the data directory %s can't be locked: %w", s.place.dir, err)
		}
		if held {
			return s.lead(ctx)
		}
		if err = s.place.checkSocketDir(); err == nil {
			err = s.answers(ctx, Database)
		}
		if err == nil {
			s.joined.Store(true)
			return nil
		}
		if !said {
			said = true
			s.progress("waiting for the process that runs PostgreSQL on " + s.place.dir)
		}
		if !sleep(ctx, pollAfter(begun)) {
			return fmt.Errorf("another process holds %s, but its PostgreSQL did not answer: %w",
				s.place.lockFile(), errors.Join(ctx.Err(), err))
		}
	}
}

// DSN is the connection string of a user and a database, in lib/pq's key=value
// form; it stays the same when postgres is started again or changes hands.
func (s *Server) DSN(user, database string) string {
	quote := func(v string) string {
		return "'" + strings.NewReplacer(`\`, `\\`, `'`, `\'`).Replace(v) + "'"
	}
	return fmt.Sprintf("host=%s port=%d user=%s dbname=%s sslmode=disable",
		quote(s.place.socket), port, quote(user), quote(database))
}

// Joined reports whether another process supervises postgres.
func (s *Server) Joined() bool { return s.joined.Load() }

// Stop shuts postgres down cleanly and waits for it, or only leaves it when
// joined; when ctx ends first, postgres is stopped at once, the error says so,
// and the next start recovers.
func (s *Server) Stop(ctx context.Context) error {
	s.stopOnce.Do(func() {
		s.stopCtx = ctx
		s.end()
	})
	<-s.ended
	return s.stopErr
}

// newPlace makes the data directory when it is missing.
func newPlace(dataDir string) (place, error) {
	if dataDir == "" {
		return place{}, errors.New("no data directory was given for the private PostgreSQL")
	}
	// lib/pq would follow it, past the socket, to another server.
	if os.Getenv("PGHOSTADDR") != "" {
		return place{}, errors.New("PGHOSTADDR leads connections away from the private PostgreSQL: unset it, or give a DATABASE_URL")
	}
	dir, err := filepath.Abs(dataDir)
	if err != nil {
		return place{}, err
	}
	// 0711: when root must drop to another user, that user has to pass through.
	// What lies inside has its own, narrower modes.
	if err := os.MkdirAll(dir, 0o711); err != nil {
		return place{}, fmt.Errorf("the data directory can't be made: %w", err)
	}
	// One spelling per directory, since the socket's may be a hash of it.
	if dir, err = filepath.EvalSymlinks(dir); err != nil {
		return place{}, err
	}
	socket, err := socketDir(dir)
	return place{dir: dir, socket: socket}, err
}

// pollAfter spares postgres' log, in which every early connection leaves a line.
func pollAfter(begun time.Time) time.Duration {
	if time.Since(begun) > time.Second {
		return slowPoll
	}
	return poll
}

// sleep waits for d and reports whether ctx still lives.
func sleep(ctx context.Context, d time.Duration) bool {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return true
	case <-ctx.Done():
		return false
	}
}
