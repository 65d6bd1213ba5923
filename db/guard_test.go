package db

import (
	"bufio"
	"context"
	"database/sql"
	"database/sql/driver"
	"encoding/binary"
	"errors"
	"io"
	"net"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/lib/pq"
)

// uses are the ways to a connection of a pool.
var uses = map[string]func(context.Context, *sql.DB) error{
	"query": func(ctx context.Context, db *sql.DB) error {
		var one int
		return db.QueryRowContext(ctx, `select 1`).Scan(&one)
	},
	"exec": func(ctx context.Context, db *sql.DB) error {
		_, err := db.ExecContext(ctx, `select 1`)
		return err
	},
	"begin": func(ctx context.Context, db *sql.DB) error {
		tx, err := db.BeginTx(ctx, nil)
		if err == nil {
			err = tx.Rollback()
		}
		return err
	},
	"ping": func(ctx context.Context, db *sql.DB) error {
		// database/sql does not try a ping again: the first only discards.
		if err := db.PingContext(ctx); err != nil && !errors.Is(err, driver.ErrBadConn) {
			return err
		}
		return db.PingContext(ctx)
	},
	"prepare": func(ctx context.Context, db *sql.DB) error {
		stmt, err := db.PrepareContext(ctx, `select 1`)
		if err == nil {
			err = stmt.Close()
		}
		return err
	},
}

func TestPoolSurvivesErrorThenDrop(t *testing.T) {
	for name, use := range uses {
		t.Run(name, func(t *testing.T) {
			if err := use(t.Context(), poisonedPool(t, guarded)); err != nil {
				t.Errorf("with the guard: %v", err)
			}
		})
	}
	// The two that trust a connection for which lib/pq has no doubt.
	for _, name := range []string{"query", "exec"} {
		t.Run(name+" unguarded", func(t *testing.T) {
			db := poisonedPool(t, func(dsn string) (driver.Connector, error) { return pq.NewConnector(dsn) })
			for range 3 {
				if err := uses[name](t.Context(), db); err == nil || !strings.Contains(err.Error(), busyText) {
					t.Fatalf("lib/pq answers %v, not that it is busy: if it recovers by itself now, remove the guard", err)
				}
			}
		})
	}
}

func TestGuardKeepsLibPQsWords(t *testing.T) {
	db := pool(t, guarded, &fakeServer{})
	tx, err := db.Begin()
	if err != nil {
		t.Fatal(err)
	}
	defer tx.Rollback()
	rows, err := tx.Query(`select 1`)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	_, err = tx.Exec(`select 1`) // the rows are still open: the caller's fault
	if !errors.Is(err, driver.ErrBadConn) || !strings.Contains(err.Error(), busyText) {
		t.Errorf("got %v", err)
	}
}

func TestGuardForwardsCheckNamedValue(t *testing.T) {
	connector, err := guarded(listen(t, &fakeServer{}))
	if err != nil {
		t.Fatal(err)
	}
	conn, err := connector.Connect(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	value := driver.NamedValue{Value: []int64{1, 2}}
	if err := conn.(driver.NamedValueChecker).CheckNamedValue(&value); err != nil || value.Value != "{1,2}" {
		t.Errorf("a slice became %v: %v", value.Value, err)
	}
}

// poisonedPool is a pool of one connection, on which the server has answered a
// query with an error and then dropped the socket.
func poisonedPool(t *testing.T, connector func(string) (driver.Connector, error)) *sql.DB {
	t.Helper()
	server := &fakeServer{}
	server.drops.Store(1)
	db := pool(t, connector, server)
	_, err := db.ExecContext(t.Context(), `select $1`, 1)
	if answer := (*pq.Error)(nil); !errors.As(err, &answer) {
		t.Fatalf("want the server's error, got %v", err)
	}
	return db
}

func pool(t *testing.T, connector func(string) (driver.Connector, error), server *fakeServer) *sql.DB {
	t.Helper()
	c, err := connector(listen(t, server))
	if err != nil {
		t.Fatal(err)
	}
	db := sql.OpenDB(c)
	db.SetMaxOpenConns(1)
	t.Cleanup(func() { db.Close() })
	return db
}

// fakeServer speaks as much of PostgreSQL's protocol as these tests need. It
// answers every query with one row of one 1.
type fakeServer struct {
	drops atomic.Int32 // how many times yet it drops the socket after an error
}

// listen starts the server on the loopback and gives a dsn for it.
func listen(t *testing.T, s *fakeServer) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	go func() {
		for {
			conn, err := l.Accept()
			if err != nil {
				return
			}
			go s.serve(conn)
		}
	}()
	_, port, _ := net.SplitHostPort(l.Addr().String())
	return "host=127.0.0.1 port=" + port + " user=u dbname=d sslmode=disable"
}

func (s *fakeServer) serve(conn net.Conn) {
	defer conn.Close()
	conn.SetDeadline(time.Now().Add(10 * time.Second))
	in := bufio.NewReader(conn)
	if _, err := body(in); err != nil { // the startup message has no type
		return
	}
	ready := message('Z', "I")
	io.WriteString(conn, message('R', "\x00\x00\x00\x00")+ready)
	for {
		kind, err := in.ReadByte()
		if err != nil {
			return
		}
		text, err := body(in)
		if err != nil {
			return
		}
		switch kind {
		case 'Q':
			var reply string
			reply, ready = answer(text, ready)
			io.WriteString(conn, reply+ready)
		case 'S': // ends a parse or a close: everything sent before has been read
			if s.drops.Add(-1) >= 0 {
				io.WriteString(conn, message('E', "SERROR\x00C42601\x00Mno such thing\x00\x00"))
				return
			}
			io.WriteString(conn, ready)
		case 'P':
			if s.drops.Load() <= 0 {
				io.WriteString(conn, message('1', "")+message('t', "\x00\x00")+message('n', ""))
			}
		case 'C':
			io.WriteString(conn, message('3', ""))
		case 'X':
			return
		}
	}
}

// answer is the reply to a statement and the state after it.
func answer(statement, ready string) (reply, state string) {
	switch word, _, _ := strings.Cut(strings.TrimSuffix(statement, "\x00"), " "); word {
	case "BEGIN":
		return message('C', "BEGIN\x00"), message('Z', "T")
	case "ROLLBACK":
		return message('C', "ROLLBACK\x00"), message('Z', "I")
	case ";":
		return message('I', ""), ready
	default:
		return rowDescription + message('D', "\x00\x01\x00\x00\x00\x011") + message('C', "SELECT 1\x00"), ready
	}
}

var rowDescription = message('T', "\x00\x01n\x00"+"\x00\x00\x00\x00"+"\x00\x00"+"\x00\x00\x00\x17"+"\x00\x04"+"\xff\xff\xff\xff"+"\x00\x00")

func message(kind byte, body string) string {
	return string(binary.BigEndian.AppendUint32([]byte{kind}, uint32(len(body)+4))) + body
}

func body(in io.Reader) (string, error) {
	var size [4]byte
	if _, err := io.ReadFull(in, size[:]); err != nil {
		return "", err
	}
	text := make([]byte, binary.BigEndian.Uint32(size[:])-4)
	_, err := io.ReadFull(in, text)
	return string(text), err
}

// guarded gives a guarded connector for a dsn.
func guarded(dsn string) (driver.Connector, error) {
	cfg, err := pq.NewConfig(dsn)
	if err != nil {
		return nil, err
	}
	return newConnector(cfg, 0)
}
