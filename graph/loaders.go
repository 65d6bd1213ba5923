package graph

import (
	"context"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/graph-gophers/dataloader/v7"

	"mithaq/db"
)

// gatherFor is how long a field waits for its siblings, so that a level of the answer takes one statement. The executor
// starts siblings at once, so the wait can be short; it is all latency.
const gatherFor = 500 * time.Microsecond

// loader gathers, within one operation, what the fields of a level ask for.
type loader struct {
	rows   *dataloader.Loader[rowKey, any]
	pages  *dataloader.Loader[pageKey, any]
	counts *dataloader.Loader[pageKey, int]
	nodes  *dataloader.Loader[db.ID, db.Node]
}

type rowKey struct {
	table db.AnyTable
	key   int64
}

type pageKey struct {
	relation db.AnyRelation
	parent   int64
	paging   db.Paging
	filter   any
	counted  db.Counted
}

type loaderKey struct{}

func loaderOf(ctx context.Context) *loader { return ctx.Value(loaderKey{}).(*loader) }

// withLoader gives each operation its own loader. What isn't everybody's is read over the program's own login.
func withLoader(public *db.DB) graphql.OperationMiddleware {
	private := public.Private()
	return func(ctx context.Context, next graphql.OperationHandler) graphql.ResponseHandler {
		d := public
		if _, isPrivate := ctx.Value(askingKey{}).(asking); isPrivate {
			d = private
		}
		return next(context.WithValue(ctx, loaderKey{}, &loader{
			rows: gather(func(ctx context.Context, group rowKey, keys []int64) (map[int64]any, error) {
				return group.table.Rows(ctx, d, keys)
			}, func(k rowKey) (rowKey, int64) { return rowKey{table: k.table}, k.key }),
			pages: gather(func(ctx context.Context, group pageKey, keys []int64) (map[int64]any, error) {
				return group.relation.AnyPages(ctx, d, keys, group.paging, group.filter)
			}, splitPageKey),
			counts: gather(func(ctx context.Context, group pageKey, keys []int64) (map[int64]int, error) {
				return group.relation.Counts(ctx, d, keys, group.filter, group.counted)
			}, splitPageKey),
			nodes: gather(func(ctx context.Context, group db.ID, keys []int64) (map[int64]db.Node, error) {
				return d.NodesOf(ctx, group.Type, keys)
			}, func(id db.ID) (db.ID, int64) { return db.ID{Type: id.Type}, id.Key }),
		}))
	}
}

func splitPageKey(k pageKey) (pageKey, int64) {
	parent := k.parent
	k.parent = 0
	return k, parent
}

// gather makes a loader that reads each group of alike keys with one call.
func gather[K comparable, V any](
	read func(context.Context, K, []int64) (map[int64]V, error), split func(K) (K, int64),
) *dataloader.Loader[K, V] {
	return dataloader.NewBatchedLoader(func(ctx context.Context, keys []K) []*dataloader.Result[V] {
		groups := make(map[K][]int64)
		for _, k := range keys {
			group, key := split(k)
			groups[group] = append(groups[group], key)
		}
		found, failed := make(map[K]map[int64]V), make(map[K]error)
		for group, members := range groups {
			found[group], failed[group] = read(ctx, group, members)
		}
		results := make([]*dataloader.Result[V], len(keys))
		for i, k := range keys {
			group, key := split(k)
			results[i] = &dataloader.Result[V]{Data: found[group][key], Error: failed[group]}
		}
		return results
	}, dataloader.WithWait[K, V](gatherFor))
}
