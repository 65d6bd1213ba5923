package db

import (
	"context"
	"net"
	"time"

	"github.com/lib/pq"
)

// lib/pq asks the server to end what is cancelled, and waits for its answer: a server that has gone silent holds the
// caller, and one of the pool's connections, until the system gives the socket up. So a silent server loses its socket.
const (
	silenceLimit = 4500 * time.Millisecond // above the statement's, below an operation's
	cancelLimit  = time.Second             // for the request to end a statement
	endGrace     = 500 * time.Millisecond  // from a context's end, for the server's own answer to it
)

// dialer opens sockets that a context's end closes. With a silence, a read waits no longer than that.
type dialer struct {
	net.Dialer
	silence time.Duration
}

var _ pq.DialerContext = (*dialer)(nil)

// DialTimeout is what lib/pq asks of every dialer; it never calls it of one that heeds contexts.
func (d *dialer) DialTimeout(network, address string, timeout time.Duration) (net.Conn, error) {
	return net.DialTimeout(network, address, timeout)
}

// DialContext opens a socket and puts it where guardedConnector finds it. A request to end a statement has no such place.
func (d *dialer) DialContext(ctx context.Context, network, address string) (net.Conn, error) {
	conn, err := d.Dialer.DialContext(ctx, network, address)
	if err != nil {
		return nil, err
	}
	s := &socket{Conn: conn, silence: d.silence}
	if opened, ok := ctx.Value(openedKey{}).(*opened); ok {
		opened.put(s)
		return s, nil
	}
	s.last = time.Now().Add(cancelLimit)
	return s, nil
}

// socket is a connection to the server. lib/pq uses it from one goroutine at a time, and Close from any.
type socket struct {
	net.Conn
	silence time.Duration // 0: without an end
	last    time.Time     // no deadline is later; zero: it may be
	set     bool          // a deadline is set
}

// SetDeadline sets the deadline, or an earlier one.
func (s *socket) SetDeadline(t time.Time) error {
	if !s.last.IsZero() && (t.IsZero() || t.After(s.last)) {
		t = s.last
	}
	s.set = !t.IsZero()
	return s.Conn.SetDeadline(t)
}

// Read reads; while lib/pq has set no deadline of its own, each read has one.
func (s *socket) Read(p []byte) (int, error) {
	if s.silence > 0 && !s.set {
		if err := s.SetReadDeadline(time.Now().Add(s.silence)); err != nil {
			return 0, err
		}
	}
	return s.Conn.Read(p)
}

type openedKey struct{}

// opened holds the socket of a connection that is being made: the last one, where several hosts are tried.
type opened struct {
	socket *socket
	stop   func() bool
	until  context.Context
}

func (o *opened) put(s *socket) {
	o.release()
	o.socket = s
	o.stop = context.AfterFunc(o.until, func() { _ = s.Close() })
}

// release lets the socket outlive the context under which it was made.
func (o *opened) release() {
	if o.stop != nil {
		o.stop()
	}
}
