package db

import (
	"context"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/jmoiron/sqlx"
)

// ListRead is a list as the API reads it, for the tests that look at how PostgreSQL reads it: a whole table, or a list
// that belongs to the rows of another.
type ListRead struct {
	Name   string
	Table  string
	Orders []string
	// Statement writes what reads a page of it; parent is the key of the row that the list belongs to.
	Statement func(ctx context.Context, d *DB, p Paging, filter any, parent int64) (string, []any, error)
	// Cursor gives the cursor of the row in the middle of the list, empty when there is none.
	Cursor func(ctx context.Context, d *sqlx.DB, order string, parent int64) (string, error)
	// Parents gives the keys of the rows with the longest and with a short list.
	Parents func(ctx context.Context, d *sqlx.DB) ([]int64, error)
}

// Lists are the lists that these tables are, and these relations.
func Lists(wholes []string, relations map[string]AnyRelation) []ListRead {
	var lists []ListRead
	for _, table := range everyTable {
		if l, ok := table.(interface{ listRead() ListRead }); ok && slices.Contains(wholes, table.TableName()) {
			lists = append(lists, l.listRead())
		}
	}
	for name, r := range relations {
		lists = append(lists, r.(interface{ listRead(string) ListRead }).listRead(name))
	}
	return lists
}

func (t *Table[T]) listRead() ListRead {
	return ListRead{
		Name: t.Name, Table: t.Name, Orders: t.Orders(),
		Statement: func(ctx context.Context, d *DB, p Paging, filter any, _ int64) (string, []any, error) {
			q, err := t.PageStatement(ctx, d, p, filter, t.whole())
			return q.Text, q.Args, err
		},
		Cursor: func(ctx context.Context, d *sqlx.DB, order string, _ int64) (string, error) {
			return t.middle(ctx, d, order, "", "true")
		},
		Parents: func(context.Context, *sqlx.DB) ([]int64, error) { return []int64{0}, nil },
	}
}

func (r *Relation[T]) listRead(name string) ListRead {
	return ListRead{
		Name: name, Table: r.table.Name, Orders: r.table.Orders(),
		Statement: func(ctx context.Context, d *DB, p Paging, filter any, parent int64) (string, []any, error) {
			q, err := r.PagesStatement(ctx, d, []int64{parent}, p, filter, r.table.whole())
			return q.Text, q.Args, err
		},
		Cursor: func(ctx context.Context, d *sqlx.DB, order string, parent int64) (string, error) {
			return r.table.middle(ctx, d, order, r.join, fmt.Sprintf("%s = %d", r.key, parent))
		},
		Parents: func(ctx context.Context, d *sqlx.DB) ([]int64, error) {
			var keys []int64
			err := d.SelectContext(ctx, &keys, fmt.Sprintf(`
				with n as (select %s as key, count(*) as n from %s t %s where %s is not null group by 1)
				(select key from n order by n desc, key limit 1) union all (select key from n order by n, key limit 1)`,
				r.key, r.table.Name, r.join, r.key))
			return keys, err
		},
	}
}

func (t *Table[T]) middle(ctx context.Context, d *sqlx.DB, orderName, join, condition string) (string, error) {
	order, err := t.ordered(orderName)
	if err != nil {
		return "", err
	}
	var found []sqlTexts
	err = d.SelectContext(ctx, &found, fmt.Sprintf(`
		select array[%s] from %s t %s where %s order by %s
		offset (select count(*) / 2 from %s t %s where %s) limit 1`,
		castAll(order.terms, "text"), t.Name, join, condition, strings.Join(order.terms, ", "), t.Name, join, condition))
	if err != nil || len(found) == 0 {
		return "", err
	}
	return WriteCursor(t.Name+" "+order.name, found[0]), nil
}

// OneByOne gives the filters of a list that ask for one thing each, by the name of the field; values has something to
// ask for, by the table named or by the type of the field.
func OneByOne(filter any, values func(table string, typ reflect.Type) []any) map[string]any {
	filters := map[string]any{}
	typ := reflect.TypeOf(filter)
	for field := range typ.Fields() {
		for i, value := range values(field.Tag.Get("of"), field.Type) {
			one := reflect.New(typ).Elem()
			one.FieldByIndex(field.Index).Set(reflect.ValueOf(value).Convert(field.Type))
			filters[fmt.Sprintf("%s %d", field.Name, i)] = one.Interface()
		}
	}
	return filters
}

// JobGroupings is how many groupings of totals the model knows.
var JobGroupings = len(jobGroupings)

// IsJobGrouping tells whether the model knows a grouping of totals.
func IsJobGrouping(name string) bool { return slices.Contains(jobGroupings, name) }

// CountedBothWays gives the statements that count jobs by the totals, where these are kept, and by the rows.
func CountedBothWays(ctx context.Context, d *DB, filter JobFilter) (bySums, byRows Statement) {
	rows := *Jobs
	rows.summed = false
	bySums, _ = Jobs.CountStatement(ctx, d, filter, Placed)
	byRows, _ = rows.CountStatement(ctx, d, filter, Placed)
	return bySums, byRows
}

// ReadCursor reads a cursor of an order with that many keys.
var ReadCursor = readCursor

// SampleSize is how many rows of so many are drawn.
var SampleSize = sampleSize
