package embedded

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
)

const (
	// port only names the socket: nothing listens on TCP.
	port = 5432
	// The kernel's limit on a socket's path: 107 bytes on Linux, 103 on macOS.
	socketPathLimit = 103
	// Above this size, in bytes, the log is put aside when postgres starts.
	logLimit = 1 << 20
)

// place knows the paths in the data directory.
type place struct {
	dir    string // absolute, without symbolic links
	socket string // the directory of the unix socket
}

func (p place) cluster() string    { return filepath.Join(p.dir, "postgres") }
func (p place) lockFile() string   { return filepath.Join(p.dir, "postgres.lock") }
func (p place) logFile() string    { return filepath.Join(p.dir, "postgres.log") }
func (p place) pidFile() string    { return filepath.Join(p.cluster(), "postmaster.pid") }
func (p place) socketFile() string { return filepath.Join(p.socket, fmt.Sprintf(".s.PGSQL.%d", port)) }

// socketDir is inside the data directory, or, when that is too long for a
// socket, or has the comma that separates hosts in a DSN, in the system's
// folder for temporary files.
func socketDir(dataDir string) (string, error) {
	fits := func(dir string) bool {
		return len(place{socket: dir}.socketFile()) <= socketPathLimit && !strings.Contains(dir, ",")
	}
	if dir := filepath.Join(dataDir, "postgres.socket"); fits(dir) {
		return dir, nil
	}
	sum := sha256.Sum256(fmt.Appendf(nil, "%d %s", os.Geteuid(), dataDir))
	dir := filepath.Join(os.TempDir(), fmt.Sprintf("mithaq-%x", sum[:8]))
	if !fits(dir) {
		return "", fmt.Errorf("the data directory %s is too long a path for a unix socket, and so is %s: choose a shorter data directory", dataDir, dir)
	}
	return dir, nil
}

// makeSocketDir makes the socket's directory for the user postgres runs as.
func (p place) makeSocketDir(who identity) error {
	if err := os.Mkdir(p.socket, 0o700); err != nil && !errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("the directory of the database's socket can't be made: %w", err)
	}
	if err := p.checkSocketDir(); err != nil {
		return err
	}
	return who.own(p.socket)
}

// checkSocketDir refuses a directory in which somebody else could have put a
// socket: it must belong to this user or to the cluster's owner, alone.
func (p place) checkSocketDir() error {
	info, err := os.Lstat(p.socket)
	if err != nil {
		return err
	}
	owner, ours := ownerOf(info), false
	if owner == os.Geteuid() {
		ours = true
	} else if cluster, err := os.Stat(p.cluster()); err == nil {
		ours = owner == ownerOf(cluster)
	}
	if !info.IsDir() || !ours || info.Mode().Perm() != 0o700 {
		return fmt.Errorf("%s, where the database's socket belongs, is not a directory of this user's own with mode 0700: remove it, or choose another data directory", p.socket)
	}
	return nil
}

// version is the cluster's major version, empty when there is no cluster yet. A
// directory that is anything else is refused and left as it is.
func (p place) version() (string, error) {
	text, err := os.ReadFile(filepath.Join(p.cluster(), "PG_VERSION"))
	if err == nil {
		return strings.TrimSpace(string(text)), nil
	}
	if !errors.Is(err, fs.ErrNotExist) {
		return "", fmt.Errorf("the data directory's version can't be read: %w", err)
	}
	entries, err := os.ReadDir(p.cluster())
	if errors.Is(err, fs.ErrNotExist) || err == nil && len(entries) == 0 {
		return "", nil
	}
	if err != nil {
		return "", err
	}
	return "", fmt.Errorf("%s is not empty and is no PostgreSQL data directory (it has no PG_VERSION): move it away or choose another data directory", p.cluster())
}

// postmaster is the process that postmaster.pid names, 0 when there is none. It
// need not be alive, nor a postgres.
func (p place) postmaster() (pid int, err error) {
	text, err := os.ReadFile(p.pidFile())
	if errors.Is(err, fs.ErrNotExist) || err == nil && len(text) == 0 { // empty: it died while writing
		return 0, nil
	}
	if err != nil {
		return 0, err
	}
	first, _, _ := strings.Cut(string(text), "\n")
	if pid, err = strconv.Atoi(strings.TrimSpace(first)); err != nil {
		return 0, fmt.Errorf("%s is not understood: look at it, and remove it if no PostgreSQL runs on this data directory", p.pidFile())
	}
	return pid, nil
}

// clearTraces removes what a postgres that is gone left behind. PostgreSQL's own
// check believes any living process of that number, and a zombie too.
func (p place) clearTraces() error {
	for _, left := range []string{p.pidFile(), p.socketFile(), p.socketFile() + ".lock"} {
		if err := os.Remove(left); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

// openLog opens the log for appending and says where the new part begins, in bytes.
func (p place) openLog() (*os.File, int64, error) {
	if info, err := os.Stat(p.logFile()); err == nil && info.Size() > logLimit {
		if err := os.Rename(p.logFile(), p.logFile()+".1"); err != nil {
			return nil, 0, err
		}
	}
	f, err := os.OpenFile(p.logFile(), os.O_CREATE|os.O_WRONLY|os.O_APPEND, 0o600)
	if err != nil {
		return nil, 0, err
	}
	info, err := f.Stat()
	if err != nil {
		f.Close()
		return nil, 0, err
	}
	return f, info.Size(), nil
}

// lastWords is what the log says from an offset on, as one line.
func (p place) lastWords(from int64) string {
	text, err := os.ReadFile(p.logFile())
	if err != nil || int64(len(text)) < from {
		return "its log " + p.logFile() + " can't be read"
	}
	return essence(string(text[from:]))
}

func ownerOf(info fs.FileInfo) int { return int(info.Sys().(*syscall.Stat_t).Uid) }

func groupOf(info fs.FileInfo) int { return int(info.Sys().(*syscall.Stat_t).Gid) }
