package db

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"reflect"
	"strings"
)

// A filter is a struct of which each field asks for something, unless it holds its zero value. The tag where is the
// condition over t, in which $ stands for the value; of names the table that the value is a slug or code of, and $ is
// then the key of that row; unknown says of which rows the condition can't be decided, as what it asks for isn't known;
// from and until name the term of an order that is a month, and that the field bounds.
// Filters are comparable.

// condition is what one field of a filter asks for.
type condition struct{ holds, unknown string }

// narrowed is a filter with the keys of the rows that it names, by the name of the field.
type narrowed struct {
	filter any
	keys   map[string]int64
}

// narrow looks up the rows that a filter names. A name that no row has gives BAD_USER_INPUT. The keys are looked up
// first, as PostgreSQL then knows of each how frequent it is, and reads by the index that fits.
func (d *DB) narrow(ctx context.Context, filter any) (narrowed, error) {
	n := narrowed{filter: filter, keys: map[string]int64{}}
	for field, value := range asked(filter) {
		table := field.Tag.Get("of")
		if table == "" {
			continue
		}
		key, found, err := d.keyNamed(ctx, table, value.String())
		switch {
		case err != nil:
			return n, err
		case !found:
			return n, d.noSuchName(ctx, field, table, value.String())
		}
		n.keys[field.Name] = key
	}
	return n, nil
}

// keyNamed gives the key of the row of a table that has that slug, or code.
func (d *DB) keyNamed(ctx context.Context, table, name string) (key int64, found bool, err error) {
	err = d.selectOne(ctx, &key, fmt.Sprintf("select id from %s where %s = $1", table, namedBy(table)), name)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, false, nil
	}
	return key, err == nil, err
}

// conditions gives what the filter asks for, over the parameters of a statement.
func (n narrowed) conditions(q *statement) []condition {
	var conditions []condition
	for field, value := range asked(n.filter) {
		asks := value.Interface()
		if key, named := n.keys[field.Name]; named {
			asks = key
		}
		place := q.parameter(asks)
		conditions = append(conditions, condition{
			strings.ReplaceAll(field.Tag.Get("where"), "$", place), strings.ReplaceAll(field.Tag.Get("unknown"), "$", place)})
	}
	return conditions
}

// elsewhere tells whether the filter wants another row than the parent in the very column that ties the list to it: a
// region's jobs in another region. There are none, and PostgreSQL would look for them.
func (n narrowed) elsewhere(column string, parent int64) bool {
	for field := range asked(n.filter) {
		if key, named := n.keys[field.Name]; named && field.Tag.Get("where") == column+" = $" && key != parent {
			return true
		}
	}
	return false
}

// beyond tells whether the filter's bounds alone keep the list beyond a cursor's first key. PostgreSQL would start to read
// at the cursor, and go on to the bound.
func (n narrowed) beyond(term, key string, below bool) bool {
	for field, value := range asked(n.filter) {
		month := value.String()
		month = month[:min(len(month), len("2006-01"))]
		if !below && field.Tag.Get("from") == term && month > key || below && field.Tag.Get("until") == term && month+"~" < key {
			return true
		}
	}
	return false
}

// asked walks over the fields of a filter that ask for something.
func asked(filter any) func(yield func(reflect.StructField, reflect.Value) bool) {
	return func(yield func(reflect.StructField, reflect.Value) bool) {
		if filter == nil {
			return
		}
		v := reflect.ValueOf(filter)
		for field := range v.Type().Fields() {
			if value := v.FieldByIndex(field.Index); !value.IsZero() && !yield(field, value) {
				return
			}
		}
	}
}

// mayMiss tells whether a filter asks for something that isn't known of every row, so that the list may not be whole.
func mayMiss(filter any) bool {
	for field := range asked(filter) {
		if field.Tag.Get("unknown") != "" {
			return true
		}
	}
	return false
}

// Narrowed is what is known of the whole list, for the list that a filter makes of it.
func (c Coverage) Narrowed(filter any) Coverage {
	if c == Complete && mayMiss(filter) {
		return Partial
	}
	return c
}

// held are the conditions that rows of the list meet, or those of the rows that can't be placed: each condition holds or
// can't be decided, and not all hold. Where each can always be decided there is no such row, which PostgreSQL would find
// out by reading all.
func (c Counted) held(conditions []condition) []string {
	var all, either []string
	decided := true
	for _, condition := range conditions {
		all = append(all, condition.holds)
		if condition.unknown == "" {
			either = append(either, condition.holds)
		} else {
			decided = false
			either = append(either, fmt.Sprintf("(%s or %s)", condition.holds, condition.unknown))
		}
	}
	switch {
	case c == Placed:
		return all
	case decided:
		return append([]string{"false"}, all...) // all the same: a statement must use its arguments
	}
	return append(either, "("+strings.Join(all, " and ")+") is not true")
}

// namedBy gives the column by which rows of a table are named.
func namedBy(table string) string {
	for _, t := range everyTable {
		if t.TableName() == table && t.NameColumn() != "" {
			return t.NameColumn()
		}
	}
	panic("no names of " + table) // a tag of ours is wrong
}

// noSuchName refuses a name that no row of a table has, and lists those that there are, where they are few.
func (d *DB) noSuchName(ctx context.Context, field reflect.StructField, table, name string) error {
	var names []string
	if err := d.selectRows(ctx, &names, fmt.Sprintf("select %[1]s from %[2]s order by %[1]s limit 13", namedBy(table), table)); err != nil {
		return err
	}
	return BadInput("filter."+strings.ToLower(field.Name[:1])+field.Name[1:], "name_unknown",
		"%.80q is none of the %s%s", name, strings.ReplaceAll(table, "_", " "), andThere(names))
}

// andThere lists the names that there are, where they are few.
func andThere(names []string) string {
	if len(names) == 0 || len(names) > 12 {
		return ""
	}
	return "; there are " + strings.Join(names, ", ")
}
