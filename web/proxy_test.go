package web_test

import (
	"fmt"
	"net"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/lib/pq"
)

// proxy stands between the program and PostgreSQL, and fails as a network does.
type proxy struct {
	t       *testing.T
	address string
	target  string // PostgreSQL's unix socket

	mu       sync.Mutex
	listener net.Listener
	links    []*link
	hung     bool
}

// link is one connection through the proxy. A silent one takes everything and gives nothing, for good.
type link struct {
	client, server net.Conn
	silent         atomic.Bool
}

func newProxy(t *testing.T, login pq.Config) *proxy {
	p := &proxy{t: t, address: "127.0.0.1:0", target: fmt.Sprintf("%s/.s.PGSQL.%d", login.Host, login.Port)}
	p.listen()
	t.Cleanup(p.refuse)
	return p
}

// through gives a login that reaches PostgreSQL by the proxy.
func (p *proxy) through(login pq.Config) pq.Config {
	login = login.Clone()
	login.Host, login.Port, login.SSLMode = "127.0.0.1", uint16(p.listener.Addr().(*net.TCPAddr).Port), pq.SSLModeDisable
	return login
}

func (p *proxy) listen() {
	listener, err := net.Listen("tcp", p.address)
	if err != nil {
		p.t.Fatal(err)
	}
	p.listener, p.address = listener, listener.Addr().String()
	go func() {
		for {
			client, err := listener.Accept()
			if err != nil {
				return
			}
			p.link(client)
		}
	}()
}

func (p *proxy) link(client net.Conn) {
	server, err := net.Dial("unix", p.target)
	if err != nil {
		_ = client.Close()
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	l := &link{client: client, server: server}
	l.silent.Store(p.hung)
	p.links = append(p.links, l)
	go l.carry(client, server)
	go l.carry(server, client)
}

func (l *link) carry(from, to net.Conn) {
	defer func() { _, _ = from.Close(), to.Close() }()
	buffer := make([]byte, 16<<10)
	for {
		n, err := from.Read(buffer)
		if err != nil {
			return
		}
		if l.silent.Load() {
			continue
		}
		if _, err := to.Write(buffer[:n]); err != nil {
			return
		}
	}
}

// hang makes all connections silent, and those that are made from now on.
func (p *proxy) hang() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.hung = true
	for _, l := range p.links {
		l.silent.Store(true)
	}
}

// answer forwards new connections again; what was silent stays so, as after a failover.
func (p *proxy) answer() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.hung = false
}

// refuse drops all connections, and takes no more.
func (p *proxy) refuse() {
	_ = p.listener.Close()
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, l := range p.links {
		_, _ = l.client.Close(), l.server.Close()
	}
}
