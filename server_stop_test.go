package main_test

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestStopTellsBalancersFirst stops a program in the middle of a request: it is unready before it refuses anything, and
// both that request and new ones are answered.
func TestStopTellsBalancersFirst(t *testing.T) {
	r := start(t, []string{"DATA_DIR=" + t.TempDir() + "/data"})
	const body = `{"query":"{ register { kind } }"}`
	slow, err := net.Dial("tcp", strings.TrimPrefix(r.address, "http://"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = slow.Close() }()
	_, _ = fmt.Fprintf(slow, "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s", len(body), body[:10])
	time.Sleep(100 * time.Millisecond)
	stopped := time.Now()
	r.signal(syscall.SIGTERM)
	for status := 200; status != 503; status, _, _ = r.get("/readyz") {
		if time.Since(stopped) > 800*time.Millisecond {
			t.Fatal("SIGTERM does not turn /readyz off")
		}
		time.Sleep(10 * time.Millisecond)
	}
	off := time.Since(stopped)
	if got := r.count("partners"); got != "9" {
		t.Errorf("a new request is told of %s partners", got)
	}
	time.Sleep(3 * time.Second)
	_, _ = io.WriteString(slow, body[10:])
	response, err := http.ReadResponse(bufio.NewReader(slow), nil)
	if err != nil || response.StatusCode != 200 {
		t.Errorf("the request under way got %v (%v)", response, err)
	}
	code, said := r.end()
	if took := time.Since(stopped); code != 0 || took > 15*time.Second {
		t.Errorf("it ended with %d after %v:\n%s", code, took, said)
	}
	t.Logf("/readyz is off after %v, and the end came after %v", off, time.Since(stopped))
}
