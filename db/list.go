package db

import (
	"context"

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
	// Table is that of the relation's rows.
	Table() AnyTable
	// PagesStatement is the statement of Pages, and CountsStatement that of Counts, for rows of another shape.
	PagesStatement(ctx context.Context, d *DB, parents []int64, p Paging, filter any, s Shape) (Statement, error)
	CountsStatement(ctx context.Context, d *DB, parents []int64, filter any, counted Counted) (Statement, error)
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
	return t.chosenRows(ctx, d, t.KeysStatement(keys, Shape{Read: t.read}))
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
	found, err := t.chosenRows(ctx, d, t.SlugStatement(slug, Shape{Read: t.read}))
	for _, row := range found {
		return row, err
	}
	return nil, err
}

// Only gives the row of a table that has one at most; nil when there is none.
func (t *Table[T]) Only(ctx context.Context, d *DB) (*T, error) {
	var found []listed[T]
	err := d.selectRows(ctx, &found, t.OnlyStatement(Shape{Read: t.read}).Text)
	for i := range found {
		return &found[i].Row, err
	}
	return nil, err
}

func (t *Table[T]) chosenRows(ctx context.Context, d *DB, q Statement) (map[int64]*T, error) {
	var found []listed[T]
	err := d.selectRows(ctx, &found, q.Text, q.Args...)
	rows := make(map[int64]*T, len(found))
	for i := range found {
		rows[found[i].Parent] = &found[i].Row
	}
	return rows, err
}

// Page reads one page of the whole table. A filter by a name that no row has gives BAD_USER_INPUT.
func (t *Table[T]) Page(ctx context.Context, d *DB, p Paging, filter any) (*Page[T], error) {
	q, err := t.PageStatement(ctx, d, p, filter, t.whole())
	if err != nil {
		return nil, err
	}
	var found []listed[T]
	if err := d.selectRows(ctx, &found, q.Text, q.Args...); err != nil {
		return nil, err
	}
	page := pageOf(q.Order, p, found)
	covers, err := t.Covers(ctx, d, filter)
	if err != nil {
		return nil, err
	}
	page.Coverage = covers(Complete)
	page.Count = func(ctx context.Context, counted Counted) (int, error) {
		q, err := t.CountStatement(ctx, d, filter, counted)
		if err != nil {
			return 0, err
		}
		var count int
		return count, d.selectOne(ctx, &count, q.Text, q.Args...)
	}
	return page, nil
}

// Pages reads the same page of several parents' lists in one statement; a parent without rows has an empty page. A filter
// by a name that no row has gives BAD_USER_INPUT.
func (r *Relation[T]) Pages(ctx context.Context, d *DB, parents []int64, p Paging, filter any) (map[int64]*Page[T], error) {
	q, err := r.PagesStatement(ctx, d, parents, p, filter, r.table.whole())
	if err != nil {
		return nil, err
	}
	var found []listed[T]
	if q.Text != "" {
		if err := d.selectRows(ctx, &found, q.Text, q.Args...); err != nil {
			return nil, err
		}
	}
	of := make(map[int64][]listed[T], len(parents))
	for _, row := range found {
		of[row.Parent] = append(of[row.Parent], row)
	}
	pages := make(map[int64]*Page[T], len(parents))
	for _, parent := range parents {
		pages[parent] = pageOf(q.Order, p, of[parent])
	}
	return pages, nil
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
	q, err := r.CountsStatement(ctx, d, parents, filter, counted)
	if err != nil {
		return nil, err
	}
	var found []struct {
		Key   int64
		Count int
	}
	err = d.selectRows(ctx, &found, q.Text, q.Args...)
	counts := make(map[int64]int, len(parents))
	for _, row := range found {
		counts[row.Key] = row.Count
	}
	return counts, err
}

// only reads the one row of a list that has one at most.
func (r *Relation[T]) only(ctx context.Context, d *DB, parent int64) (*T, error) {
	page, err := r.Pages(ctx, d, []int64{parent}, Paging{Count: 1}, nil)
	if err != nil || len(page[parent].Edges) == 0 {
		return nil, err
	}
	return page[parent].Edges[0].Node, nil
}
