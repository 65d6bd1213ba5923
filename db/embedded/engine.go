package embedded

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"time"
)

// Half-made clusters carry this name until they are complete, so that one can
// be told from a data directory.
const unfinished = "postgres.unfinished-"

// engine is the means to run a cluster: programs that fit it, and a user.
type engine struct {
	binaries
	who      identity
	fleeting bool
}

// prepare finds the programs and a user for them, and makes the cluster when
// there is none. It runs under the lock.
func (s *Server) prepare(ctx context.Context) (*engine, error) {
	version, err := s.place.version()
	if err != nil {
		return nil, err
	}
	found, err := findBinaries(s.binaries, version, s.place.cluster())
	if err != nil {
		return nil, err
	}
	var existing fs.FileInfo
	if version != "" {
		if existing, err = os.Stat(s.place.cluster()); err != nil {
			return nil, err
		}
	}
	who, err := chooseIdentity(found.folder, s.place.dir, existing)
	if err != nil {
		return nil, err
	}
	e := &engine{binaries: found, who: who, fleeting: s.fleeting}
	switch {
	case existing == nil:
		s.progress(fmt.Sprintf("making the database with PostgreSQL %d (a few seconds, the first time only)", e.major))
		err = e.create(ctx, s.place)
	case who.chown && ownerOf(existing) != who.uid:
		err = who.ownAll(s.place.cluster())
	}
	if err != nil {
		return nil, err
	}
	s.log.Debug("PostgreSQL chosen", "folder", e.folder, "version", e.major, "user", who.name)
	return e, nil
}

// create makes the cluster beside its place and renames it when it is complete.
func (e *engine) create(ctx context.Context, p place) error {
	entries, err := os.ReadDir(p.dir)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), unfinished) {
			if err := os.RemoveAll(filepath.Join(p.dir, e.Name())); err != nil {
				return fmt.Errorf("a half-made database can't be removed: %w", err)
			}
		}
	}
	dir, err := os.MkdirTemp(p.dir, unfinished)
	if err != nil {
		return fmt.Errorf("the database can't be made: %w", err)
	}
	defer os.RemoveAll(dir) // after the rename there is nothing of this name
	if err := e.who.own(dir); err != nil {
		return err
	}
	if err := e.initdb(ctx, dir); err != nil {
		return err
	}
	if err := os.Rename(dir, p.cluster()); err != nil {
		return fmt.Errorf("the new database can't be put in its place: %w", err)
	}
	return syncDir(p.dir)
}

func (e *engine) initdb(ctx context.Context, dir string) error {
	args := []string{"-D", dir, "-U", Owner, "--auth=trust", "-E", "UTF8", "--data-checksums", "--no-instructions"}
	// macOS has no C.UTF-8 of its own; from 17 on PostgreSQL brings one with the
	// same order, by code point.
	if runtime.GOOS != "linux" && e.major >= 17 {
		args = append(args, "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8")
	} else {
		args = append(args, "--locale=C.UTF-8")
	}
	if e.fleeting {
		args = append(args, "--no-sync")
	}
	var out bytes.Buffer
	cmd := e.who.command(filepath.Join(e.folder, "initdb"), args...)
	cmd.Dir = dir // a working directory that the user can surely read
	cmd.Stdout, cmd.Stderr = &out, &out
	cmd.WaitDelay = time.Second // its own children may hold the pipe
	c, err := spawn(cmd)
	if err != nil {
		return fmt.Errorf("PostgreSQL's initdb can't be run: %w", err)
	}
	select {
	case <-c.gone:
	case <-ctx.Done():
		c.endGroup()
		return fmt.Errorf("the making of the database was broken off: %w", ctx.Err())
	}
	if c.err != nil {
		return fmt.Errorf("PostgreSQL's initdb could not make the database (%s): %s", c.exitOf(), essence(out.String()))
	}
	return nil
}

// start starts postgres and says where in the log its words begin.
func (e *engine) start(p place) (*child, int64, error) {
	log, from, err := p.openLog()
	if err != nil {
		return nil, 0, fmt.Errorf("PostgreSQL's log can't be opened: %w", err)
	}
	defer log.Close()
	args := []string{"-D", p.cluster()}
	for _, setting := range e.settings(p) {
		args = append(args, "-c", setting)
	}
	cmd := e.who.command(filepath.Join(e.folder, "postgres"), args...)
	cmd.Dir = p.cluster()
	cmd.Stdout, cmd.Stderr = log, log
	c, err := spawn(cmd)
	if err != nil {
		return nil, 0, fmt.Errorf("PostgreSQL in %s can't be run: %w", e.folder, err)
	}
	return c, from, nil
}

// settings are those of postgres, each as name=value.
func (e *engine) settings(p place) []string {
	settings := []string{
		"listen_addresses=",
		`unix_socket_directories="` + strings.ReplaceAll(p.socket, `"`, `""`) + `"`,
		"unix_socket_permissions=0700",
		"port=" + strconv.Itoa(port),
		"max_connections=60",
		"shared_buffers=128MB",
		"timezone=UTC",
		"log_timezone=UTC",
		"jit=off", // compiling costs more than it saves on short queries
		"logging_collector=off",
		"log_destination=stderr",
		// Errors of statements reach the program, which logs them itself; here
		// they would only swell the log, with people's data in it.
		"log_min_messages=log",
		"log_checkpoints=off",
	}
	if e.fleeting {
		settings = append(settings, "fsync=off", "synchronous_commit=off", "full_page_writes=off")
	}
	return settings
}

// syncDir makes a rename in a directory last.
func syncDir(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer d.Close()
	return d.Sync()
}
