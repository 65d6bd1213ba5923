package graph

import (
	"context"

	"mithaq/db"
	"mithaq/graph/reads"
)

// wanted says which rows of a list are wanted, and in which order.
type wanted struct {
	filter any
	order  string
}

// all wants every row, in the list's own order.
var all wanted

// want reads the arguments filter and orderBy.
func want[F any, O ~string](filter *F, order *O) wanted {
	w := wanted{order: string(valueOf(order))}
	if filter != nil {
		w.filter = *filter // by value, so that siblings are gathered
	}
	return w
}

// rows reads one page of a whole table.
func rows[T any](ctx context.Context, d *db.DB, table *db.Table[T], w wanted, first *int, after *string, last *int, before *string) (*db.Page[T], error) {
	paging, err := db.NewPaging(w.order, first, after, last, before)
	if err != nil || reads.Record(ctx, reads.Asked{Kind: reads.Rows, Table: table, Filter: w.filter, Paging: paging}) {
		return nil, err
	}
	return table.Page(ctx, d, paging, w.filter)
}

// list reads one page of the list that belongs to a parent, together with the same page of its siblings' lists.
func list[T any](ctx context.Context, d *db.DB, relation *db.Relation[T], parent int64, coverage db.Coverage, w wanted, first *int, after *string, last *int, before *string) (*db.Page[T], error) {
	paging, err := db.NewPaging(w.order, first, after, last, before)
	if err != nil || reads.Record(ctx, reads.Asked{Kind: reads.List, Relation: relation, Key: parent, Coverage: coverage, Filter: w.filter, Paging: paging}) {
		return nil, err
	}
	loaded, err := loaderOf(ctx).pages.Load(ctx, pageKey{relation, parent, paging, w.filter, db.Placed})()
	if err != nil {
		return nil, err
	}
	page := *loaded.(*db.Page[T]) // a copy: two fields may ask for the same page under other coverage
	page.Count = func(ctx context.Context, counted db.Counted) (int, error) {
		return loaderOf(ctx).counts.Load(ctx, pageKey{relation, parent, db.Paging{}, w.filter, counted})()
	}
	covers, err := relation.Table().Covers(ctx, d, w.filter)
	if err != nil {
		return nil, err
	}
	page.Coverage = covers(coverage)
	return &page, nil
}

// first reads the row of a list that has one at most, together with those of its siblings; nil when there is none.
func first[T any](ctx context.Context, d *db.DB, relation *db.Relation[T], parent int64) (*T, error) {
	page, err := list(ctx, d, relation, parent, db.Complete, all, &single, nil, nil, nil)
	if err != nil || len(page.Edges) == 0 {
		return nil, err
	}
	return page.Edges[0].Node, nil
}

var single, mostEvidence = 1, db.MostEvidence

// one reads the row that a foreign key names, together with those that its siblings name.
func one[T any](ctx context.Context, table *db.Table[T], key int64) (*T, error) {
	if reads.Record(ctx, reads.Asked{Kind: reads.One, Table: table, Key: key}) {
		return nil, nil
	}
	row, err := loaderOf(ctx).rows.Load(ctx, rowKey{table, key})()
	if err != nil {
		return nil, err
	}
	return row.(*T), nil
}

// oneOrNone is one for a foreign key that may be null.
func oneOrNone[T any](ctx context.Context, table *db.Table[T], key *int64) (*T, error) {
	if key == nil {
		return nil, nil
	}
	return one(ctx, table, *key)
}

// of reads the thing that a row names, together with what its siblings name; nil when there is none.
func of[T any](ctx context.Context, row *T, id func(*T) db.ID) (db.Node, error) {
	if reads.Record(ctx, reads.Asked{Kind: reads.NodeOf, Of: func(row any) db.ID { return id(row.(*T)) }}) {
		return nil, nil
	}
	return loaderOf(ctx).nodes.Load(ctx, id(row))()
}

// nodeOrNone reads whatever an id names, where there is one.
func nodeOrNone(ctx context.Context, id *db.ID) (db.Node, error) {
	if id == nil {
		return nil, nil
	}
	return loaderOf(ctx).nodes.Load(ctx, *id)()
}

// node reads the thing with that id; nil when there is none.
func node(ctx context.Context, d *db.DB, id db.ID) (db.Node, error) {
	if reads.Record(ctx, reads.Asked{Kind: reads.Nodes, IDs: []db.ID{id}}) {
		return nil, nil
	}
	return d.Node(ctx, id)
}

// nodes reads the things with those ids.
func nodes(ctx context.Context, d *db.DB, ids []db.ID) ([]db.Node, error) {
	if reads.Record(ctx, reads.Asked{Kind: reads.Nodes, IDs: ids, Each: true}) {
		return nil, nil
	}
	return d.Nodes(ctx, ids)
}

// search reads one page of what a text finds.
func search(ctx context.Context, d *db.DB, text string, types []db.SearchType, first *int, after *string, last *int, before *string) (*db.Page[db.SearchMatch], error) {
	paging, err := db.NewPaging("", first, after, last, before)
	finds := func(ctx context.Context, d *db.DB) (db.AnyTable, error) { return d.Finds(ctx, text, types) }
	if err != nil || reads.Record(ctx, reads.Asked{Kind: reads.Rows, Table: db.SearchTexts, Find: finds, Paging: paging}) {
		return nil, err
	}
	return d.Search(ctx, text, types, paging)
}

// only reads the one row of a table that has one at most.
func only[T any](ctx context.Context, d *db.DB, table *db.Table[T]) (*T, error) {
	if reads.Record(ctx, reads.Asked{Kind: reads.Only, Table: table}) {
		return nil, nil
	}
	return table.Only(ctx, d)
}

// row reads one row by id or by its slug; exactly one of them is asked for.
func row[T any](ctx context.Context, d *db.DB, table *db.Table[T], name string, id *db.ID, slug *string) (*T, error) {
	if reads.Record(ctx, reads.Asked{Kind: reads.Row, Table: table, ID: id, Slug: slug}) {
		return nil, nil
	}
	switch {
	case (id == nil) == (slug == nil):
		return nil, db.BadInput(table.Key[0], "one_of_id_and_"+table.Key[0], "ask by id or by %s, by exactly one of them", table.Key[0])
	case slug != nil:
		return table.BySlug(ctx, d, *slug)
	case id.Type != name:
		return nil, db.BadInput("id", "id_of_another_type", "this is the id of a %s, not of a %s", id.Type, name)
	}
	return oneOrNone(ctx, table, &id.Key)
}

// valueOf gives what an optional argument holds, or the zero value, which asks for nothing.
func valueOf[T any](optional *T) T {
	var value T
	if optional != nil {
		value = *optional
	}
	return value
}
