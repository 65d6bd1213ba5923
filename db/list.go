package db

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/lib/pq"
)

type sqlTexts = pq.StringArray

// Relation is a list that belongs to rows of another table: how a row of T is tied to its parent.
type Relation[T any] struct {
	table *Table[T]
	join  string // further tables, where the tie runs through them
	key   string // the expression that gives the parent's key
}

// AnyRelation is a relation whatever its rows are.
type AnyRelation interface {
	// AnyPages is Pages; each value is a *Page[T].
	AnyPages(ctx context.Context, d *DB, parents []int64, p Paging, filter any) (map[int64]any, error)
	Counts(ctx context.Context, d *DB, parents []int64, filter any, counted Counted) (map[int64]int, error)
}

// of makes a relation by a column of the rows themselves.
func (t *Table[T]) of(key string) *Relation[T] { return t.via("", key) }

// via makes a relation that runs through another table.
func (t *Table[T]) via(join, key string) *Relation[T] { return &Relation[T]{t, join, key} }

// ByKeys reads rows by their primary keys; a key without a row is missing in the answer.
func (t *Table[T]) ByKeys(ctx context.Context, d *DB, keys []int64) (map[int64]*T, error) {
	return t.where(ctx, d, "t.id = any($1)", pq.Array(keys))
}

// Rows is ByKeys for callers that don't know T.
func (t *Table[T]) Rows(ctx context.Context, d *DB, keys []int64) (map[int64]any, error) {
	found, err := t.ByKeys(ctx, d, keys)
	rows := make(map[int64]any, len(keys))
	for _, key := range keys {
		rows[key] = found[key]
	}
	return rows, err
}

// BySlug reads the row with that slug, or code; nil when there is none.
func (t *Table[T]) BySlug(ctx context.Context, d *DB, slug string) (*T, error) {
	found, err := t.where(ctx, d, "t."+t.Key[0]+" = $1", slug)
	for _, row := range found {
		return row, err
	}
	return nil, err
}

func (t *Table[T]) where(ctx context.Context, d *DB, condition string, arg any) (map[int64]*T, error) {
	var found []listed[T]
	err := d.selectRows(ctx, &found, "select t.id as parent, "+t.read+" from "+t.Name+" t where "+condition, arg)
	rows := make(map[int64]*T, len(found))
	for i := range found {
		rows[found[i].Parent] = &found[i].Row
	}
	return rows, err
}

// Page reads one page of the whole table. A filter by a name that no row has gives BAD_USER_INPUT.
func (t *Table[T]) Page(ctx context.Context, d *DB, p Paging, filter any) (*Page[T], error) {
	n, err := d.narrow(ctx, filter)
	if err != nil {
		return nil, err
	}
	var q statement
	order, err := t.paged(&q, p, n, "0::bigint", "")
	if err != nil {
		return nil, err
	}
	var found []listed[T]
	if err := d.selectRows(ctx, &found, q.String(), q.args...); err != nil {
		return nil, err
	}
	page := pageOf(order, p, found)
	page.Coverage = Complete.Narrowed(filter)
	if t.partly {
		page.Coverage = Partial
	}
	page.Count = func(ctx context.Context, counted Counted) (int, error) {
		var count int
		var q statement
		q.add("select count(*) from " + t.Name + " t")
		q.where(counted.held(n.conditions(&q)))
		return count, d.selectOne(ctx, &count, q.String(), q.args...)
	}
	return page, nil
}

// Pages reads the same page of several parents' lists in one statement; a parent without rows has an empty page. A filter
// by a name that no row has gives BAD_USER_INPUT.
func (r *Relation[T]) Pages(ctx context.Context, d *DB, parents []int64, p Paging, filter any) (map[int64]*Page[T], error) {
	n, err := d.narrow(ctx, filter)
	if err != nil {
		return nil, err
	}
	having := slices.DeleteFunc(slices.Clone(parents), func(parent int64) bool { return n.elsewhere(r.key, parent) })
	var q statement
	order, err := r.paged(&q, p, n, having)
	if err != nil {
		return nil, err
	}
	var found []listed[T]
	if len(having) > 0 {
		if err := d.selectRows(ctx, &found, q.String(), q.args...); err != nil {
			return nil, err
		}
	}
	of := make(map[int64][]listed[T], len(parents))
	for _, row := range found {
		of[row.Parent] = append(of[row.Parent], row)
	}
	pages := make(map[int64]*Page[T], len(parents))
	for _, parent := range parents {
		pages[parent] = pageOf(order, p, of[parent])
	}
	return pages, nil
}

// paged writes the statement for one parent plainly, as PostgreSQL then knows how long its list is.
func (r *Relation[T]) paged(q *statement, p Paging, n narrowed, parents []int64) (string, error) {
	if len(parents) == 1 {
		return r.table.paged(q, p, n, r.key, r.join, r.key+" = "+q.parameter(parents[0]))
	}
	q.add("select l.* from unnest(" + q.parameter(pq.Array(parents)) + "::bigint[]) as k (key) cross join lateral (")
	order, err := r.table.paged(q, p, n, r.key, r.join, r.key+" = k.key")
	q.add(") l")
	return order, err
}

// AnyPages is Pages for callers that don't know T.
func (r *Relation[T]) AnyPages(ctx context.Context, d *DB, parents []int64, p Paging, filter any) (map[int64]any, error) {
	found, err := r.Pages(ctx, d, parents, p, filter)
	pages := make(map[int64]any, len(found))
	for parent, page := range found {
		pages[parent] = page
	}
	return pages, err
}

// Counts counts several parents' lists in one statement.
func (r *Relation[T]) Counts(ctx context.Context, d *DB, parents []int64, filter any, counted Counted) (map[int64]int, error) {
	n, err := d.narrow(ctx, filter)
	if err != nil {
		return nil, err
	}
	q := statement{args: []any{pq.Array(parents)}}
	q.add("select " + r.key + " as key, count(*) as count from " + r.table.Name + " t " + r.join)
	q.where(append(counted.held(n.conditions(&q)), r.key+" = any($1)"))
	q.add("group by 1")
	var found []struct {
		Key   int64
		Count int
	}
	err = d.selectRows(ctx, &found, q.String(), q.args...)
	counts := make(map[int64]int, len(parents))
	for _, row := range found {
		counts[row.Key] = row.Count
	}
	return counts, err
}

// paged writes the statement of one page, asking for one row more to know whether the list goes on. Pages go by
// comparing rows with a cursor's keys, never by counting rows off.
func (t *Table[T]) paged(q *statement, p Paging, n narrowed, parent, join string, conditions ...string) (string, error) {
	order, err := t.ordered(p.Order)
	if err != nil {
		return "", err
	}
	name := t.Name + " " + order.name
	q.add(fmt.Sprintf("select %s as parent, array[%s] as keys, %s from %s t %s",
		parent, castAll(order.terms, "text"), t.read, t.Name, join))
	conditions = append(conditions, Placed.held(n.conditions(q))...)
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
	direction := " asc"
	if order.descending != p.Backward {
		direction = " desc"
	}
	q.add("order by " + strings.Join(order.terms, direction+", ") + direction)
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
