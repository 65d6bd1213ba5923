//go:build !linux

package embedded

import (
	"errors"
	"os/exec"
	"strconv"
	"strings"
	"syscall"
)

func namespaced() (identity, error) {
	return identity{}, errors.New("this system has none")
}

// endWithParent has nothing to ask of this kernel: a postgres whose program was
// killed is stopped by the next start.
func endWithParent(*syscall.SysProcAttr) {}

// runsOn reports whether a process is alive and a postgres of this cluster.
func runsOn(pid int, cluster string) bool {
	out, err := exec.Command("ps", "-p", strconv.Itoa(pid), "-o", "stat=", "-o", "command=").Output()
	if err != nil {
		return false
	}
	state, command, _ := strings.Cut(strings.TrimSpace(string(out)), " ")
	return !strings.HasPrefix(state, "Z") && strings.Contains(command, "postgres") && strings.Contains(command, cluster)
}

// endOrphans can't tell a dead postmaster's backends here: they end by
// themselves after their query.
func endOrphans(string) {}
