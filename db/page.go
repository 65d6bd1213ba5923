package db

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"slices"
)

// MostRows is the longest page that may be asked for, and UsualRows the one that is given unasked.
const (
	MostRows  = 100
	UsualRows = 20
)

// Paging says which page of a list is asked for: the first rows after a cursor, or the last ones before one, in an order
// of the list (empty: its first). It is comparable, so that requests for the same page of several lists can be gathered.
type Paging struct {
	Order         string
	Count         int
	Backward      bool
	After, Before string
}

// NewPaging reads the arguments of a connection. More than one of first and last, or one outside 0…100, gives
// BAD_USER_INPUT.
func NewPaging(order string, first *int, after *string, last *int, before *string) (Paging, error) {
	p := Paging{Order: order, Count: UsualRows}
	name, count := "first", first
	if last != nil {
		if first != nil {
			return p, BadInput("last", "page_both_ends", "first and last can't be asked for together")
		}
		name, count, p.Backward = "last", last, true
	}
	if count != nil {
		if p.Count = *count; p.Count < 0 || p.Count > MostRows {
			return p, BadInput(name, "page_too_long", "%s is %d; allowed are 0 to %d", name, p.Count, MostRows)
		}
	}
	if after != nil {
		p.After = *after
	}
	if before != nil {
		p.Before = *before
	}
	return p, nil
}

// PageInfo says where a page stands in its list, by Relay's cursor specification.
type PageInfo struct {
	HasNextPage     bool
	HasPreviousPage bool
	StartCursor     *string
	EndCursor       *string
}

// Edge is a row of a list with its cursor.
type Edge[T any] struct {
	Node   *T
	Cursor string
}

// Page is one page of a list. Coverage says whether the list is known to be whole; the counts are taken only when asked.
type Page[T any] struct {
	Edges    []*Edge[T]
	PageInfo *PageInfo
	Coverage Coverage
	Count    func(context.Context, Counted) (int, error)
}

// Counted says which rows of a filtered list are counted: those that it holds, or those that it can't place.
type Counted bool

// The rows of the list, and those of which it isn't known whether they belong to it.
const (
	Placed   Counted = false
	Unplaced Counted = true
)

// Nodes gives the page's rows without their cursors.
func (p *Page[T]) Nodes() []*T {
	nodes := make([]*T, len(p.Edges))
	for i, edge := range p.Edges {
		nodes[i] = edge.Node
	}
	return nodes
}

// TotalCount counts the rows that the register holds of the whole list; whether these are all there are, Coverage says.
func (p *Page[T]) TotalCount(ctx context.Context) (int, error) { return p.Count(ctx, Placed) }

// NotPlaced counts the rows of which the filter can't tell whether they belong to the list, since what it asks for isn't
// known of them.
func (p *Page[T]) NotPlaced(ctx context.Context) (int, error) { return p.Count(ctx, Unplaced) }

// listed is a row as a list's statement gives it: whose it is, where it stands in the order, and the row.
type listed[T any] struct {
	Parent int64    `db:"parent"`
	Keys   sqlTexts `db:"keys"`
	Row    T        `db:"row"`
}

// pageOf makes a page of the rows found, of which there is one more than asked for when the list goes on.
func pageOf[T any](order string, p Paging, found []listed[T]) *Page[T] {
	more := len(found) > p.Count
	if more {
		found = found[:p.Count]
	}
	if p.Backward {
		slices.Reverse(found)
	}
	page := &Page[T]{Edges: make([]*Edge[T], len(found)), PageInfo: &PageInfo{}, Coverage: Complete}
	for i := range found {
		page.Edges[i] = &Edge[T]{&found[i].Row, WriteCursor(order, found[i].Keys)}
	}
	page.PageInfo.HasNextPage = more && !p.Backward || p.Before != "" && p.Backward
	page.PageInfo.HasPreviousPage = more && p.Backward || p.After != "" && !p.Backward
	if len(found) > 0 {
		page.PageInfo.StartCursor = &page.Edges[0].Cursor
		page.PageInfo.EndCursor = &page.Edges[len(found)-1].Cursor
	}
	return page
}

// A cursor carries the name of its order and the row's keys in it, as text.
// WriteCursor gives the cursor of a row: the name of its order, and its keys there.
func WriteCursor(order string, keys []string) string {
	text, _ := json.Marshal(append([]string{order}, keys...)) // strings always marshal
	return base64.RawURLEncoding.EncodeToString(text)
}

// readCursor gives the keys, and refuses a cursor that another list or order has given.
func readCursor(field, cursor, order string, want int) ([]string, error) {
	raw, err := base64.RawURLEncoding.DecodeString(cursor)
	var parts []string
	if err == nil {
		err = json.Unmarshal(raw, &parts)
	}
	if err != nil {
		return nil, BadInput(field, "cursor_malformed", "%.40q is not a cursor; cursors are those that this list gives", cursor)
	}
	if len(parts) != want+1 || parts[0] != order {
		return nil, BadInput(field, "cursor_of_another_list", "the cursor comes from another list or order")
	}
	return parts[1:], nil
}
