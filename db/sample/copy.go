package sample

import (
	"cmp"
	"context"
	"database/sql"
	"database/sql/driver"
	"fmt"
	"reflect"
	"strings"

	"mithaq/db"
)

// written says who first wrote a row, and when; and when it last changed, where that was later.
type written struct{ by, at, changed string }

// sheet holds rows of one table until they are copied into it.
type sheet[T any] struct {
	table   string
	columns []db.Column
	dated   bool // the table says of its rows when they last changed
	kept    bool // the table says of its rows who first wrote them
	rows    []T
	written []written
}

func newSheet[T any](table string) *sheet[T] {
	columns, dated := db.Copied[T]()
	return &sheet[T]{table: table, columns: columns, dated: dated, kept: true}
}

// plainSheet is of a table that doesn't say who wrote its rows.
func plainSheet[T any](table string) *sheet[T] {
	s := newSheet[T](table)
	s.kept = false
	return s
}

func (s *sheet[T]) add(row T, by written) {
	s.rows, s.written = append(s.rows, row), append(s.written, by)
}

// take gives the rows so far, and begins anew.
func (s *sheet[T]) take() copied {
	full := *s
	s.rows, s.written = nil, nil
	return &full
}

// copied is rows on their way into a table, whatever they are.
type copied interface {
	name() string
	size() int
	copy(ctx context.Context, conn *sql.Conn, option string) error
}

func (s *sheet[T]) name() string { return s.table }
func (s *sheet[T]) size() int    { return len(s.rows) }

// statement names the columns that the copy gives.
func (s *sheet[T]) statement(option string) string {
	names := make([]string, 0, len(s.columns)+3)
	for _, c := range s.columns {
		names = append(names, c.Name)
	}
	if s.kept {
		names = append(names, "created_at", "created_by")
	}
	if s.dated {
		names = append(names, "updated_at")
	}
	return fmt.Sprintf("copy %s (%s) from stdin%s", s.table, strings.Join(names, ", "), option)
}

// copier is the driver's end of a copy: it takes rows, and without values ends.
type copier interface {
	Exec(values []driver.Value) (driver.Result, error)
}

// copy goes to the driver directly: what database/sql does for each value would take longer than all the rest.
func (s *sheet[T]) copy(ctx context.Context, conn *sql.Conn, option string) error {
	if len(s.rows) == 0 {
		return nil
	}
	return conn.Raw(func(raw any) error {
		stmt, err := raw.(driver.ConnPrepareContext).PrepareContext(ctx, s.statement(option))
		if err == nil {
			err = s.send(ctx, stmt.(copier))
		}
		if err != nil {
			return fmt.Errorf("copy into %s: %w", s.table, err)
		}
		return nil
	})
}

// send writes the rows to a copy, and ends it.
func (s *sheet[T]) send(ctx context.Context, to copier) error {
	values := make([]driver.Value, 0, len(s.columns)+3)
	for i := range s.rows {
		if i%4096 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		row := reflect.ValueOf(&s.rows[i]).Elem()
		values = values[:0]
		for _, c := range s.columns {
			values = append(values, valueOf(row.FieldByIndex(c.Index)))
		}
		if s.kept {
			values = append(values, s.written[i].at, s.written[i].by)
		}
		if s.dated {
			values = append(values, cmp.Or(s.written[i].changed, s.written[i].at))
		}
		if _, err := to.Exec(values); err != nil {
			return err
		}
	}
	_, err := to.Exec(nil)
	return err
}

// valueOf gives a field as the driver takes it.
func valueOf(v reflect.Value) driver.Value {
	if v.Kind() == reflect.Pointer {
		if v.IsNil() {
			return nil
		}
		v = v.Elem()
	}
	switch v.Kind() {
	case reflect.String:
		return v.String()
	case reflect.Bool:
		return v.Bool()
	case reflect.Int, reflect.Int64:
		return v.Int()
	case reflect.Slice:
		return v.Bytes()
	}
	panic(fmt.Sprintf("a %s is in no table", v.Type())) // the structs are the program's own
}
