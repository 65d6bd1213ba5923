package dbtest

import (
	"os"
	"syscall"
)

// memory is a folder that no disk lies under, where there is one with room to spare: a copy of a template is a thousand
// files, which a disk that others write to takes seconds to hold. Empty: the folder for temporary files, as TMPDIR asks; make
// test puts that in memory as a whole.
func memory() string {
	const folder, room = "/dev/shm", 4 << 30
	var found syscall.Statfs_t
	if os.Getenv("TMPDIR") != "" || syscall.Statfs(folder, &found) != nil {
		return ""
	}
	if uint64(found.Bavail)*uint64(found.Bsize) < room {
		return ""
	}
	return folder
}
