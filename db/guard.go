package db

import (
	"context"
	"database/sql/driver"
	"fmt"
	"strings"
	"time"

	"github.com/lib/pq"
)

// lib/pq v1.12.3 puts a dead connection back into the pool when the server
// answers a parse, a bind or an execute with an error and then drops the
// socket: it swallows the read error after the answer, so the connection counts
// as busy but not as bad, and every later query on it fails with busyText. The
// guard turns that into driver.ErrBadConn, which makes database/sql discard the
// connection and try again on another; that is safe, because lib/pq refuses
// before it has sent anything. TestPoolSurvivesErrorThenDrop tells when a
// release of lib/pq no longer needs this file.
const busyText = "there is already a query being processed"

// newConnector opens connections by lib/pq, guarded; its error says what is
// wrong with cfg. With a silence, a server that says nothing for so long loses
// the connection.
func newConnector(cfg pq.Config, silence time.Duration) (driver.Connector, error) {
	c, err := pq.NewConnectorConfig(cfg)
	if err != nil {
		return nil, err
	}
	c.Dialer(&dialer{silence: silence})
	return guardedConnector{c}, nil
}

type guardedConnector struct{ driver.Connector }

func (c guardedConnector) Connect(ctx context.Context) (driver.Conn, error) {
	place := &opened{until: ctx}
	conn, err := c.Connector.Connect(context.WithValue(ctx, openedKey{}, place))
	place.release()
	if err != nil {
		return nil, err
	}
	full, ok := conn.(pqConn)
	if !ok {
		conn.Close()
		return nil, fmt.Errorf("lib/pq's connection %T lacks a method that the guard forwards", conn)
	}
	return &guardedConn{pqConn: full, socket: place.socket}, nil
}

// pqConn is all that database/sql asks of lib/pq's connection; what the guard
// does not override, CheckNamedValue above all, is forwarded by embedding.
type pqConn interface {
	driver.Conn
	driver.ConnBeginTx
	driver.ConnPrepareContext
	driver.ExecerContext
	driver.QueryerContext
	driver.NamedValueChecker
	driver.Pinger
	driver.SessionResetter
	driver.Validator
}

type guardedConn struct {
	pqConn
	socket *socket
	bad    bool // database/sql uses a connection from one goroutine at a time
}

// heed closes the socket a little after ctx has ended, unless what is done by
// then is over; the caller says so by calling what it gives.
func (c *guardedConn) heed(ctx context.Context) (over func()) {
	finished := make(chan struct{})
	stop := context.AfterFunc(ctx, func() {
		select {
		case <-finished:
		case <-time.After(endGrace):
			_ = c.socket.Close()
		}
	})
	return func() {
		close(finished)
		c.bad = !stop() || c.bad // it may be closed, or about to be
	}
}

// judge keeps lib/pq's words: rows left open inside a transaction get the same
// answer, and there it has to be read by a person.
func (c *guardedConn) judge(err error) error {
	if err == nil || !strings.Contains(err.Error(), busyText) {
		return err
	}
	c.bad = true
	return fmt.Errorf("%w: %w", driver.ErrBadConn, err)
}

func (c *guardedConn) QueryContext(ctx context.Context, query string, args []driver.NamedValue) (driver.Rows, error) {
	defer c.heed(ctx)()
	rows, err := c.pqConn.QueryContext(ctx, query, args)
	return rows, c.judge(err)
}

func (c *guardedConn) ExecContext(ctx context.Context, query string, args []driver.NamedValue) (driver.Result, error) {
	defer c.heed(ctx)()
	result, err := c.pqConn.ExecContext(ctx, query, args)
	return result, c.judge(err)
}

func (c *guardedConn) BeginTx(ctx context.Context, opts driver.TxOptions) (driver.Tx, error) {
	defer c.heed(ctx)()
	tx, err := c.pqConn.BeginTx(ctx, opts)
	return tx, c.judge(err)
}

func (c *guardedConn) Ping(ctx context.Context) error {
	defer c.heed(ctx)()
	return c.judge(c.pqConn.Ping(ctx))
}

func (c *guardedConn) PrepareContext(ctx context.Context, query string) (driver.Stmt, error) {
	defer c.heed(ctx)()
	stmt, err := c.pqConn.PrepareContext(ctx, query)
	if err != nil {
		return nil, c.judge(err)
	}
	if full, ok := stmt.(pqStmt); ok {
		return &guardedStmt{full, c}, nil
	}
	return stmt, nil // a COPY's, which has neither method
}

func (c *guardedConn) ResetSession(ctx context.Context) error {
	if c.bad {
		return driver.ErrBadConn
	}
	return c.pqConn.ResetSession(ctx)
}

func (c *guardedConn) IsValid() bool { return !c.bad && c.pqConn.IsValid() }

type pqStmt interface {
	driver.Stmt
	driver.StmtExecContext
	driver.StmtQueryContext
}

type guardedStmt struct {
	pqStmt
	conn *guardedConn
}

func (s *guardedStmt) QueryContext(ctx context.Context, args []driver.NamedValue) (driver.Rows, error) {
	defer s.conn.heed(ctx)()
	rows, err := s.pqStmt.QueryContext(ctx, args)
	return rows, s.conn.judge(err)
}

func (s *guardedStmt) ExecContext(ctx context.Context, args []driver.NamedValue) (driver.Result, error) {
	defer s.conn.heed(ctx)()
	result, err := s.pqStmt.ExecContext(ctx, args)
	return result, s.conn.judge(err)
}
