package embedded

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"time"
)

// How long postgres may take to end at once before it is told more harshly.
const quitPatience = 2 * time.Second

// child is a program that this process started and waits for.
type child struct {
	cmd  *exec.Cmd
	gone chan struct{} // closed when it has ended
	err  error         // how; read only after gone is closed
}

// command is a program set up to run as the user, in its own process group: a
// Ctrl-C at the terminal is the supervisor's to handle.
func (who identity) command(name string, args ...string) *exec.Cmd {
	cmd := exec.Command(name, args...)
	cmd.Env = environment()
	attr := who.attr
	attr.Setpgid = true
	endWithParent(&attr)
	cmd.SysProcAttr = &attr
	return cmd
}

// environment is the program's own without what would redirect PostgreSQL or
// translate the messages that are looked for.
func environment() []string {
	env := slices.DeleteFunc(os.Environ(), func(v string) bool {
		return strings.HasPrefix(v, "PG") || strings.HasPrefix(v, "LC_") ||
			strings.HasPrefix(v, "LANG") || strings.HasPrefix(v, "TZ=")
	})
	return append(env, "LC_ALL=C", "TZ=UTC")
}

// spawn starts a program from a thread that lives as long as the program: the
// kernel's parent-death signal is bound to the thread, not to the process.
func spawn(cmd *exec.Cmd) (*child, error) {
	c := &child{cmd: cmd, gone: make(chan struct{})}
	started := make(chan error)
	go func() {
		runtime.LockOSThread()
		defer runtime.UnlockOSThread()
		err := cmd.Start()
		started <- err
		if err == nil {
			c.err = cmd.Wait()
			close(c.gone)
		}
	}()
	return c, <-started
}

// stop ends postgres: cleanly while ctx lives, then at once, then by force.
func (c *child) stop(ctx context.Context) error {
	c.cmd.Process.Signal(syscall.SIGINT)
	select {
	case <-c.gone:
		return nil
	case <-ctx.Done():
	}
	c.cmd.Process.Signal(syscall.SIGQUIT)
	select {
	case <-c.gone:
	case <-time.After(quitPatience):
		c.cmd.Process.Kill()
		<-c.gone
	}
	return fmt.Errorf("PostgreSQL did not shut down in time and was stopped at once; the next start recovers: %w", context.Cause(ctx))
}

// giveUp stops a postgres that came up only halfway; the error that led here
// says more than how it ended.
func (c *child) giveUp() {
	ctx, cancel := context.WithTimeout(context.Background(), quitPatience)
	defer cancel()
	c.stop(ctx)
}

// endGroup ends initdb and its children. It alone is told at first: a postgres
// of its own would die of the signal without giving back its shared memory,
// which outlives it.
func (c *child) endGroup() {
	c.cmd.Process.Signal(syscall.SIGTERM)
	select {
	case <-c.gone:
	case <-time.After(quitPatience):
		syscall.Kill(-c.cmd.Process.Pid, syscall.SIGKILL)
		<-c.gone
	}
}

var (
	// A line of PostgreSQL's log, after its time and process.
	logLine = regexp.MustCompile(`^\d{4}-.*?\[\d+\] [A-Z]+: +`)
	// What every start and every end says.
	smallTalk = regexp.MustCompile(`^(starting PostgreSQL|listening on|database system (was|is) shut ?down)`)
)

// essence is what a failed program's output says, as one line: the last things
// it said, without their time stamps.
func essence(output string) string {
	const most = 4
	var said []string
	for line := range strings.Lines(output) {
		line = strings.TrimSpace(logLine.ReplaceAllString(line, ""))
		if line = strings.TrimSuffix(line, "."); line != "" && !smallTalk.MatchString(line) {
			said = append(said, line)
		}
	}
	if len(said) == 0 {
		return "it said nothing"
	}
	return strings.Join(said[max(0, len(said)-most):], "; ")
}

// exitOf says how a child ended, for a log or an error.
func (c *child) exitOf() string {
	if c.err == nil {
		return "exit status 0"
	}
	if exit := (*exec.ExitError)(nil); errors.As(c.err, &exit) {
		return exit.ProcessState.String()
	}
	return c.err.Error()
}
