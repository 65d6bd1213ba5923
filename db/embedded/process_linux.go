package embedded

import (
	"bytes"
	"os"
	"path/filepath"
	"strconv"
	"syscall"
)

// namespaced is root's way to run postgres without changing an owner: a user
// namespace in which the program's own user is called 65534. Outside it is
// still root, so it reaches a data directory under a home of mode 0700.
func namespaced() (identity, error) {
	const nobody = 65534
	return identity{
		name: "root in a user namespace",
		attr: syscall.SysProcAttr{
			Cloneflags:                 syscall.CLONE_NEWUSER,
			UidMappings:                []syscall.SysProcIDMap{{ContainerID: nobody, HostID: 0, Size: 1}},
			GidMappings:                []syscall.SysProcIDMap{{ContainerID: nobody, HostID: 0, Size: 1}},
			GidMappingsEnableSetgroups: false,
		},
	}, nil
}

// endWithParent asks the kernel to shut postgres down (SIGINT: a fast, clean
// shutdown) when the thread that started it ends.
func endWithParent(attr *syscall.SysProcAttr) { attr.Pdeathsig = syscall.SIGINT }

// runsOn reports whether a process is alive and a postgres of this cluster. A
// pid alone proves nothing: it may be a zombie's, or another program's by now.
func runsOn(pid int, cluster string) bool {
	proc := filepath.Join("/proc", strconv.Itoa(pid))
	stat, err := os.ReadFile(filepath.Join(proc, "stat"))
	if err != nil {
		return false
	}
	// "12 (postgres) S …": the name may itself contain a parenthesis.
	from, to := bytes.IndexByte(stat, '('), bytes.LastIndexByte(stat, ')')
	if from < 0 || to < from || to+2 >= len(stat) {
		return false
	}
	name, state := string(stat[from+1:to]), stat[to+2]
	if name != "postgres" || state == 'Z' || state == 'X' {
		return false
	}
	// Every process of PostgreSQL works in its data directory.
	at, err := os.Stat(filepath.Join(proc, "cwd"))
	if err != nil {
		return false
	}
	dir, err := os.Stat(cluster)
	return err == nil && os.SameFile(at, dir)
}

// endOrphans ends the backends of a postmaster that died: a busy one notices
// only after its query, and until then no new postmaster can start. SIGQUIT is
// what the postmaster itself would send them.
func endOrphans(cluster string) {
	entries, _ := os.ReadDir("/proc") // unreadable: they end by themselves, later
	for _, e := range entries {
		if pid, err := strconv.Atoi(e.Name()); err == nil && runsOn(pid, cluster) {
			syscall.Kill(pid, syscall.SIGQUIT)
		}
	}
}
