package embedded

import (
	"errors"
	"os"
	"syscall"
)

// lock is the flock that makes one process the supervisor. The kernel frees it
// when that process ends, however it ends; the file itself stays, because
// removing it would let two processes lock two files of one name.
type lock struct{ file *os.File }

func openLock(path string) (*lock, error) {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, err
	}
	return &lock{f}, nil
}

// try takes the lock if nobody holds it.
func (l *lock) try() (held bool, err error) {
	err = syscall.Flock(int(l.file.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	if errors.Is(err, syscall.EWOULDBLOCK) || errors.Is(err, syscall.EINTR) {
		return false, nil
	}
	return err == nil, err
}

func (l *lock) release() { l.file.Close() }
