package web_test

import (
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"mithaq/web"
)

const wellServed = 500 * time.Millisecond

// TestSlowClientsAreLetGo is the lab's with fewer clients, and a fifth of the time for each.
func TestSlowClientsAreLetGo(t *testing.T) {
	slowClients(t, 20, web.Times{web.UsualTimes.Header / 5, web.UsualTimes.Read / 5, web.UsualTimes.Write / 5, web.UsualTimes.Idle / 5})
}

// slowSite is a site under slow clients.
type slowSite struct {
	t       *testing.T
	address string
	allowed web.Times

	mu     sync.Mutex
	closed map[string]time.Time // by the client's address: when the server let it go
}

// slowClients sends so many of each kind at a server, all at once, and a good client beside them.
func slowClients(t *testing.T, ofEach int, allowed web.Times) {
	s := startSlow(t, allowed)
	begun := time.Now()
	over := make(chan struct{})
	served := make(chan []time.Duration, 1)
	go func() { served <- s.goodClient(over) }()
	kinds := map[string]func(net.Conn){"headers": s.slowHeaders, "bodies": s.slowBody, "readers": s.neverReads}
	held := map[string][]string{}
	for kind, act := range kinds {
		for range ofEach {
			conn, err := net.Dial("tcp", s.address)
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { _ = conn.Close() })
			held[kind] = append(held[kind], conn.LocalAddr().String())
			go act(conn)
		}
	}
	for kind, most := range map[string]time.Duration{"headers": allowed.Header, "bodies": allowed.Read, "readers": allowed.Write} {
		slowest, left := s.waitFor(held[kind], begun.Add(most+most/2+time.Second))
		if left > 0 {
			t.Errorf("%s: %d of %d slow clients are still held after %v; allowed are %v", kind, left, ofEach, time.Since(begun), most)
		}
		t.Logf("%s: %d slow clients, the last let go after %v", kind, ofEach, slowest.Sub(begun))
	}
	close(over)
	took := <-served
	slices.Sort(took)
	p99 := took[len(took)*99/100]
	t.Logf("meanwhile the good client's %d requests took %v at the median, p99 %v", len(took), took[len(took)/2], p99)
	if p99 > wellServed || len(took) < 20 {
		t.Errorf("the good client's p99 of %d requests is %v; allowed is %v", len(took), p99, wellServed)
	}
}

// startSlow serves the site as the program does, with an API that answers a body by more than any buffer holds.
func startSlow(t *testing.T, allowed web.Times) *slowSite {
	t.Helper()
	app, err := web.ReadApp(fstest.MapFS{
		"index.html": {Data: []byte(`<html lang="fr" dir="ltr"><title>Mithaq</title><!--site-->`)}, "pages.json": {Data: []byte("[]")}, "documents.json": {Data: []byte("{}")},
	})
	if err != nil {
		t.Fatal(err)
	}
	part := []byte(strings.Repeat("x", 64<<10))
	large := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, err := io.ReadAll(r.Body); err != nil {
			w.WriteHeader(http.StatusBadRequest)
			return
		}
		for range 1000 {
			if _, err := w.Write(part); err != nil {
				return
			}
		}
	})
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	quiet := slog.New(slog.DiscardHandler)
	s := &slowSite{t: t, address: listener.Addr().String(), allowed: allowed, closed: map[string]time.Time{}}
	server := web.NewServer((&web.Site{GraphQL: large, Schema: large, Log: quiet}).Handler(app), allowed, quiet)
	server.ConnState = func(conn net.Conn, state http.ConnState) {
		if state == http.StateClosed {
			s.mu.Lock()
			defer s.mu.Unlock()
			s.closed[conn.RemoteAddr().String()] = time.Now()
		}
	}
	go func() { _ = server.Serve(listener) }()
	t.Cleanup(func() { _ = server.Close() })
	return s
}

// drip sends a byte at a time, for longer than anything is allowed to take, and reads nothing.
func (s *slowSite) drip(conn net.Conn) {
	for end := time.Now().Add(4 * s.allowed.Write); time.Now().Before(end); time.Sleep(s.allowed.Header / 20) {
		if _, err := conn.Write([]byte("x")); err != nil {
			return
		}
	}
}

func (s *slowSite) slowHeaders(conn net.Conn) {
	_, _ = io.WriteString(conn, "GET /livez HTTP/1.1\r\nHost: x\r\nX-Slow: ")
	s.drip(conn)
}

func (s *slowSite) slowBody(conn net.Conn) {
	_, _ = io.WriteString(conn, "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Length: 60000\r\n\r\n")
	s.drip(conn)
}

func (s *slowSite) neverReads(conn net.Conn) {
	_, _ = io.WriteString(conn, "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n")
}

// waitFor waits until the server has let go of these clients, or until then; it says when the last went, and how many
// are left.
func (s *slowSite) waitFor(clients []string, then time.Time) (last time.Time, left int) {
	for {
		left = 0
		s.mu.Lock()
		for _, client := range clients {
			at, gone := s.closed[client]
			if !gone {
				left++
			}
			if at.After(last) {
				last = at
			}
		}
		s.mu.Unlock()
		if left == 0 || time.Now().After(then) {
			return last, left
		}
		time.Sleep(10 * time.Millisecond)
	}
}

// goodClient asks and reads at once, until that is over, and says how long each answer took.
func (s *slowSite) goodClient(over <-chan struct{}) (took []time.Duration) {
	for {
		select {
		case <-over:
			return took
		case <-time.After(20 * time.Millisecond):
		}
		begun := time.Now()
		response, err := http.Get(fmt.Sprintf("http://%s/fr", s.address))
		if err != nil {
			s.t.Error(err)
			return append(took, time.Hour)
		}
		_, _ = io.Copy(io.Discard, response.Body)
		_ = response.Body.Close()
		took = append(took, time.Since(begun))
	}
}
