//go:build linux

package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// child is a server that this program has started, on a port of this machine alone.
type child struct {
	cmd   *exec.Cmd
	port  int
	ended chan error
}

func start(ctx context.Context, program string, args []string, environment ...string) (*child, error) {
	port, err := freePort()
	if err != nil {
		return nil, err
	}
	return startOn(ctx, port, program, args, environment...)
}

// startOn starts a server and waits until it answers.
func startOn(ctx context.Context, port int, program string, args []string, environment ...string) (*child, error) {
	cmd := exec.Command(program, args...)
	cmd.Env = append(os.Environ(), append(environment, fmt.Sprintf("LISTEN=127.0.0.1:%d", port), fmt.Sprintf("PORT=%d", port))...)
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} // a Ctrl-C is for this program, which stops them in order
	var said tail
	cmd.Stdout, cmd.Stderr = &said, &said
	if err := cmd.Start(); err != nil {
		return nil, fmt.Errorf("%w (is it installed?)", err)
	}
	c := &child{cmd, port, make(chan error, 1)}
	go func() { c.ended <- cmd.Wait() }()
	for range 600 {
		if conn, err := net.Dial("tcp", c.address()); err == nil {
			return c, conn.Close()
		}
		select {
		case err := <-c.ended:
			return nil, fmt.Errorf("%s ended: %w: %s", program, err, said.text)
		case <-ctx.Done():
			c.stop()
			return nil, ctx.Err()
		case <-time.After(100 * time.Millisecond):
		}
	}
	c.stop()
	return nil, fmt.Errorf("%s does not answer: %s", program, said.text)
}

func (c *child) address() string { return fmt.Sprintf("127.0.0.1:%d", c.port) }

// stop ends the child by its id, and waits for it.
func (c *child) stop() {
	if c == nil {
		return
	}
	_ = c.cmd.Process.Signal(syscall.SIGTERM)
	select {
	case <-c.ended:
	case <-time.After(15 * time.Second):
		_ = c.cmd.Process.Kill()
		<-c.ended
	}
}

// ask posts a body and gives the answer, which must have no errors.
func (c *child) ask(ctx context.Context, body string) ([]byte, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, "http://"+c.address()+"/graphql", strings.NewReader(body))
	if err != nil {
		return nil, err
	}
	request.Header.Set("Content-Type", "application/json")
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return nil, err
	}
	defer func() { _ = response.Body.Close() }()
	answer, err := io.ReadAll(response.Body)
	if err == nil && (response.StatusCode != http.StatusOK || strings.Contains(string(answer), `"errors"`)) {
		err = errors.New(response.Status + ": " + string(answer[:min(len(answer), 500)]))
	}
	return answer, err
}

// tail keeps the last words of a program.
type tail struct{ text []byte }

func (t *tail) Write(b []byte) (int, error) {
	t.text = append(t.text, b...)
	t.text = t.text[max(0, len(t.text)-2000):]
	return len(b), nil
}

const staticCommand = "static"

// serveStatic answers with as many bytes as the path says: what net/http can do at most.
func serveStatic(port string) {
	handler := func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.Copy(io.Discard, r.Body)
		n, _ := strconv.Atoi(strings.TrimPrefix(r.URL.Path, "/"))
		w.Header().Set("Content-Type", "application/json")
		_, _ = w.Write(static[:min(n, len(static))])
	}
	_ = http.ListenAndServe("127.0.0.1:"+port, http.HandlerFunc(handler))
}

var static = []byte(strings.Repeat("x", 1<<20))
