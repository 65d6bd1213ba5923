package db

import (
	"context"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"reflect"
)

// OnOne runs f over one connection of the public's pool, so that all that it reads takes one, and so that it can read
// rows as they come.
func (d *DB) OnOne(ctx context.Context, f func(*One) error) error {
	conn, err := d.public.Connx(ctx)
	if err != nil {
		return err
	}
	defer func() { _ = conn.Close() }()
	return f(&One{&DB{pool: d.pool, public: d.public, one: conn, declared: d.declared}})
}

// One is the way to the database over one connection.
type One struct{ *DB }

// Cells are rows of cells, one after the other; each row has Width of them. A cell is what the driver makes of it: nil,
// an int64, a float64, a bool, a time, or else a string.
type Cells struct {
	Width  int
	Values []driver.Value
}

// Row gives the cells of a row.
func (c *Cells) Row(i int) []driver.Value { return c.Values[i*c.Width : (i+1)*c.Width] }

// Count gives the number of rows; no cells have none.
func (c *Cells) Count() int {
	if c == nil || c.Width == 0 {
		return 0
	}
	return len(c.Values) / c.Width
}

// Read runs a statement and gives its rows. It goes past database/sql, which would look at each cell twice more.
func (o *One) Read(ctx context.Context, s Statement) (*Cells, error) {
	args := make([]driver.NamedValue, len(s.Args))
	for i, arg := range s.Args {
		value, err := plainValue(arg)
		if err != nil {
			return nil, err
		}
		args[i] = driver.NamedValue{Ordinal: i + 1, Value: value}
	}
	var cells *Cells
	err := o.one.Raw(func(conn any) error {
		rows, err := conn.(driver.QueryerContext).QueryContext(ctx, s.Text, args)
		if err == nil {
			cells, err = readAll(rows)
		}
		return err
	})
	return cells, err
}

// usualRoom is for how many rows there is room at once: for a page of the usual length, the row that tells whether the
// list goes on, and the end.
const usualRoom = UsualRows + 2

// readAll reads rows to their end, and closes them once: lib/pq doesn't bear more.
func readAll(rows driver.Rows) (*Cells, error) {
	cells := &Cells{Width: len(rows.Columns())}
	var err error
	for err == nil {
		at := len(cells.Values)
		if cap(cells.Values)-at < cells.Width {
			grown := make([]driver.Value, at, 2*at+usualRoom*cells.Width)
			copy(grown, cells.Values)
			cells.Values = grown
		}
		cells.Values = cells.Values[:at+cells.Width]
		if err = rows.Next(cells.Values[at:]); err != nil {
			cells.Values = cells.Values[:at]
		}
		for i, cell := range cells.Values[at:] {
			if text, ok := cell.([]byte); ok { // the driver's own, which the next row overwrites
				cells.Values[at+i] = string(text)
			}
		}
	}
	if errors.Is(err, io.EOF) {
		err = nil
	}
	return cells, errors.Join(err, rows.Close())
}

// plainValue makes an argument one of the kinds that a driver takes.
func plainValue(arg any) (driver.Value, error) {
	if valuer, ok := arg.(driver.Valuer); ok {
		return valuer.Value()
	}
	switch v := reflect.ValueOf(arg); v.Kind() {
	case reflect.String:
		return v.String(), nil
	case reflect.Int, reflect.Int64:
		return v.Int(), nil
	}
	return nil, fmt.Errorf("an argument of type %T", arg)
}
