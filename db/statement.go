package db

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/lib/pq"
)

// Shape says what a statement reads of each row, beside the key of its parent.
type Shape struct {
	Read    string // a select list over t, the row
	Cursors Cursors
}

// Cursors says whether the keys of a row's cursor are read too.
type Cursors int

// The keys are not read, or each as a column after the others, or all as one array.
const (
	NoCursors Cursors = iota
	CursorColumns
	CursorArray
)

func (s Shape) cursor(order Order) string {
	switch s.Cursors {
	case CursorColumns:
		return ", " + castAll(order.terms, "text")
	case CursorArray:
		return ", array[" + castAll(order.terms, "text") + "] as keys"
	}
	return ""
}

// whole is the shape of the table's own rows.
func (t *Table[T]) whole() Shape { return Shape{Read: t.read, Cursors: CursorArray} }

// Statement is a statement with its arguments. Order names the order of its rows, for cursors, and Keys is how many keys
// a cursor has. Without a text there are no rows to be read.
type Statement struct {
	Text  string
	Args  []any
	Order string
	Keys  int
}

// PageStatement is the statement of Page, for rows of another shape.
func (t *Table[T]) PageStatement(ctx context.Context, d *DB, p Paging, filter any, s Shape) (Statement, error) {
	n, err := d.narrow(ctx, filter)
	if err != nil {
		return Statement{}, err
	}
	q := statement{args: slices.Clone(t.given)}
	order, err := t.paged(&q, s, p, n, "0::bigint", "")
	if err != nil {
		return Statement{}, err
	}
	return t.finish(&q, order, p), nil
}

// finish gives a page's statement, of the order that has that name.
func (t *Table[T]) finish(q *statement, name string, p Paging) Statement {
	order, _ := t.ordered(p.Order)
	return Statement{q.String(), q.args, name, len(order.terms)}
}

// by is the order as a statement says it; pages from the end are read backward.
func (o Order) by(p Paging) string {
	direction := " asc"
	if o.descending != p.Backward {
		direction = " desc"
	}
	return strings.Join(o.terms, direction+", ") + direction
}

// CountStatement counts the rows of the table that a filter leaves, or those that it can't place.
func (t *Table[T]) CountStatement(ctx context.Context, d *DB, filter any, counted Counted) (Statement, error) {
	n, err := d.narrow(ctx, filter)
	if t.summed && counted == Placed {
		if q, kept := countBySums(n, "", nil); kept {
			return q, err
		}
	}
	q := statement{args: slices.Clone(t.given)}
	q.add("select count(*) from " + t.Name + " t")
	q.where(counted.held(t.conditions(n, &q)))
	return Statement{Text: q.String(), Args: q.args}, err
}

// KeysStatement reads rows by their primary keys.
func (t *Table[T]) KeysStatement(keys []int64, s Shape) Statement {
	if len(keys) == 1 {
		return t.chosen(s, "t.id = $1", keys[0])
	}
	return t.chosen(s, "t.id = any($1)", pq.Array(keys))
}

// SlugStatement reads the row with that slug, or code.
func (t *Table[T]) SlugStatement(slug string, s Shape) Statement {
	return t.chosen(s, "t."+t.Key[0]+" = $1", slug)
}

// OnlyStatement reads all rows of a table that has one at most.
func (t *Table[T]) OnlyStatement(s Shape) Statement {
	return Statement{Text: "select 0::bigint as parent, " + s.Read + " from " + t.Name + " t"}
}

// chosen reads the rows that meet a condition, in no order; the parent of each is itself.
func (t *Table[T]) chosen(s Shape, condition string, arg any) Statement {
	return Statement{Text: "select t.id as parent, " + s.Read + " from " + t.Name + " t where " + condition, Args: []any{arg}}
}

// Table gives the table of the relation's rows.
func (r *Relation[T]) Table() AnyTable { return r.table }

// PagesStatement is the statement of Pages, for rows of another shape. That for one parent is written plainly, as
// PostgreSQL then knows how long its list is. Of several it isn't told how many there are (the keys are a subquery's): it
// would think a plan for few cheaper than one for any, and plan each time anew, which takes longer than reading.
func (r *Relation[T]) PagesStatement(ctx context.Context, d *DB, parents []int64, p Paging, filter any, s Shape) (Statement, error) {
	n, err := d.narrow(ctx, filter)
	if err != nil {
		return Statement{}, err
	}
	var q statement
	var order string
	having := slices.DeleteFunc(slices.Clone(parents), func(parent int64) bool { return n.elsewhere(r.key, parent) })
	if len(having) == 1 {
		order, err = r.table.paged(&q, s, p, n, r.key, r.join, r.key+" = "+q.parameter(having[0]))
	} else {
		q.add("select l.* from unnest((select " + q.parameter(pq.Array(having)) + "::bigint[])) as k (key) cross join lateral (")
		order, err = r.table.paged(&q, s, p, n, r.key, r.join, r.key+" = k.key")
		q.add(") l")
	}
	if err != nil {
		return Statement{}, err
	}
	finished := r.table.finish(&q, order, p)
	if len(having) == 0 {
		finished.Text = ""
	}
	return finished, nil
}

// CountsStatement counts several parents' lists: rows of a parent and its count.
func (r *Relation[T]) CountsStatement(ctx context.Context, d *DB, parents []int64, filter any, counted Counted) (Statement, error) {
	n, err := d.narrow(ctx, filter)
	if r.table.summed && counted == Placed {
		if q, kept := countBySums(n, r.key, parents); kept {
			return q, err
		}
	}
	q := statement{args: []any{pq.Array(parents)}}
	q.add("select " + r.key + " as key, count(*) as count from " + r.table.Name + " t " + r.join)
	q.where(append(counted.held(r.table.conditions(n, &q)), r.key+" = any($1)"))
	q.add("group by 1")
	return Statement{Text: q.String(), Args: q.args}, err
}

// paged writes the statement of one page, asking for one row more to know whether the list goes on. Pages go by
// comparing rows with a cursor's keys, never by counting rows off.
func (t *Table[T]) paged(q *statement, s Shape, p Paging, n narrowed, parent, join string, conditions ...string) (string, error) {
	order, err := t.ordered(p.Order)
	if err != nil {
		return "", err
	}
	name := t.Name + " " + order.name
	q.add("select " + parent + " as parent, " + s.Read + s.cursor(order) + " from " + t.Name + " t " + join)
	conditions = append(conditions, Placed.held(t.conditions(n, q))...)
	for _, cursor := range []struct {
		field, text string
		below       bool
	}{{"after", p.After, order.descending}, {"before", p.Before, !order.descending}} {
		if cursor.text == "" {
			continue
		}
		keys, err := readCursor(cursor.field, cursor.text, name, len(order.terms))
		if err != nil {
			return "", err
		}
		if !n.beyond(order.terms[0], keys[0], cursor.below) {
			conditions = append(conditions, q.beyond(order, keys, cursor.below))
		}
	}
	q.where(conditions)
	q.add("order by " + order.by(p))
	q.add(fmt.Sprintf("limit %d", p.Count+1))
	return name, nil
}

func castAll(terms []string, typ string) string {
	cast := make([]string, len(terms))
	for i, term := range terms {
		cast[i] = "(" + term + ")::" + typ
	}
	return strings.Join(cast, ", ")
}

// statement is a statement being put together from constant pieces; values are always parameters.
type statement struct {
	strings.Builder
	args []any
}

func (q *statement) add(piece string) {
	q.WriteString(piece)
	q.WriteByte('\n')
}

func (q *statement) where(conditions []string) {
	if len(conditions) > 0 {
		q.add("where " + strings.Join(conditions, "\n  and "))
	}
}

func (q *statement) parameter(value any) string {
	q.args = append(q.args, value)
	return fmt.Sprintf("$%d", len(q.args))
}

func (q *statement) beyond(order Order, keys []string, below bool) string {
	placed := make([]string, len(keys))
	for i, key := range keys {
		placed[i] = fmt.Sprintf("%s::text::%s", q.parameter(key), order.types[i])
	}
	sign := ">"
	if below {
		sign = "<"
	}
	return fmt.Sprintf("(%s) %s (%s)", strings.Join(order.terms, ", "), sign, strings.Join(placed, ", "))
}
