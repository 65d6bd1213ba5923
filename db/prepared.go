package db

import (
	"container/list"
	"context"
	"database/sql/driver"
	"errors"

	"github.com/lib/pq"
)

// mostPrepared is how many statements a connection keeps prepared: each costs PostgreSQL about 60 kB. What is asked for
// once only is not prepared, as strangers can ask for any number of different statements.
const (
	mostPrepared = 100
	mostSeen     = 1000
)

// preparing makes the connections of a connector prepare what they are asked for twice.
type preparing struct{ driver.Connector }

func (p preparing) Connect(ctx context.Context) (driver.Conn, error) {
	conn, err := p.Connector.Connect(ctx)
	if err != nil {
		return nil, err
	}
	return &preparingConn{guardedConn: conn.(*guardedConn), seen: map[string]bool{}, held: map[string]*list.Element{}, used: list.New()}, nil
}

// preparingConn is used by one goroutine at a time, as database/sql sees to.
type preparingConn struct {
	*guardedConn
	seen map[string]bool
	held map[string]*list.Element // of *prepared
	used *list.List               // the last one used comes first
}

type prepared struct {
	text      string
	statement driver.Stmt
}

// QueryContext runs a prepared statement where it is worth it. One without arguments takes one round trip as it is.
func (c *preparingConn) QueryContext(ctx context.Context, query string, args []driver.NamedValue) (driver.Rows, error) {
	if len(args) == 0 {
		return c.guardedConn.QueryContext(ctx, query, args)
	}
	statement, err := c.prepare(ctx, query)
	if err != nil {
		return nil, err
	}
	if statement == nil {
		return c.guardedConn.QueryContext(ctx, query, args)
	}
	rows, err := statement.(driver.StmtQueryContext).QueryContext(ctx, args)
	var refused *pq.Error
	if errors.As(err, &refused) && (refused.Code == "0A000" || refused.Code == "26000") { // the table has changed, or it is forgotten
		c.forget(c.held[query])
		return c.guardedConn.QueryContext(ctx, query, args)
	}
	return rows, err
}

// prepare gives the prepared statement of a text; nil where it isn't worth it yet.
func (c *preparingConn) prepare(ctx context.Context, query string) (driver.Stmt, error) {
	if element, ok := c.held[query]; ok {
		c.used.MoveToFront(element)
		return element.Value.(*prepared).statement, nil
	}
	if !c.seen[query] {
		if len(c.seen) >= mostSeen {
			clear(c.seen)
		}
		c.seen[query] = true
		return nil, nil
	}
	for len(c.held) >= mostPrepared {
		c.forget(c.used.Back())
	}
	statement, err := c.guardedConn.PrepareContext(ctx, query)
	if err != nil {
		return nil, err
	}
	c.held[query] = c.used.PushFront(&prepared{query, statement})
	return statement, nil
}

func (c *preparingConn) forget(element *list.Element) {
	if element == nil {
		return
	}
	p := c.used.Remove(element).(*prepared)
	delete(c.held, p.text)
	_ = p.statement.Close() // a connection that can't close it is found out by its next statement
}
