package embedded

import (
	"bufio"
	"context"
	"database/sql"
	"fmt"
	"io"
	"os"
	"os/exec"
	"syscall"
	"testing"
	"time"
)

// otherProcess names a data directory to a copy of the test program, which then
// supervises PostgreSQL there and does what its standard input says.
const otherProcess = "MITHAQ_TEST_SUPERVISE"

type other struct {
	t     *testing.T
	cmd   *exec.Cmd
	in    io.Writer
	lines chan string
}

// startOther starts a second process and waits until it supervises.
func startOther(t *testing.T, dir string) *other {
	t.Helper()
	needPostgres(t)
	o := &other{t: t, cmd: exec.Command(os.Args[0]), lines: make(chan string)}
	o.cmd.Env = append(os.Environ(), otherProcess+"="+dir)
	o.cmd.Stderr = os.Stderr
	var err error
	if o.in, err = o.cmd.StdinPipe(); err != nil {
		t.Fatal(err)
	}
	out, err := o.cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := o.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go func() {
		defer close(o.lines)
		for in := bufio.NewScanner(out); in.Scan(); {
			o.lines <- in.Text()
		}
	}()
	t.Cleanup(func() {
		o.cmd.Process.Kill()
		for range o.lines {
		}
		o.cmd.Wait()
		// The kernel should have ended its postgres; a test that fails must not
		// leave one behind.
		p := place{dir: dir}
		if pid, err := p.postmaster(); err == nil && runsOn(pid, p.cluster()) {
			syscall.Kill(pid, syscall.SIGINT)
		}
	})
	if said := o.hear(); said != "ready" {
		t.Fatalf("the other process said %q", said)
	}
	return o
}

func (o *other) say(word string) { fmt.Fprintln(o.in, word) }

func (o *other) hear() string {
	o.t.Helper()
	select {
	case line, ok := <-o.lines:
		if !ok {
			o.t.Fatal("the other process ended")
		}
		return line
	case <-time.After(10 * time.Second):
		o.t.Fatal("the other process is silent")
	}
	panic("unreachable")
}

// beOther is the life of that second process.
func beOther(dir string) {
	ctx := context.Background()
	s, err := Start(ctx, Options{DataDir: dir, Binaries: os.Getenv("POSTGRES_BIN")})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("ready")
	for in := bufio.NewScanner(os.Stdin); in.Scan() && in.Text() == "insert"; {
		go insertForever(s)
	}
	if err := s.Stop(ctx); err != nil {
		fmt.Println(err)
	}
}

// insertForever says the number of each row once it is committed.
func insertForever(s *Server) {
	db, err := sql.Open("postgres", s.DSN(Owner, Database))
	if err == nil {
		_, err = db.Exec(`drop table if exists kept; create table kept (n int primary key)`)
	}
	for n := 1; err == nil; n++ {
		if _, err = db.Exec(`insert into kept values ($1)`, n); err == nil {
			fmt.Println(n)
		}
	}
}
