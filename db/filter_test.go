package db_test

import (
	"testing"

	"mithaq/db"
	"mithaq/db/dbtest"
)

// TestCursorFromOutsideOfAFilterStaysOutside turns pages with a cursor of the whole list, from before and from behind
// the months that a filter asks for.
func TestCursorFromOutsideOfAFilterStaysOutside(t *testing.T) {
	d := dbtest.Sample(t)
	months := db.JobFilter{StartedFrom: "2023", StartedUntil: "2023-06"}
	page := func(order, after string, filter any) *db.Page[db.Job] {
		p, err := db.Jobs.Page(t.Context(), d, db.Paging{Order: order, Count: 100, After: after}, filter)
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	for _, order := range db.Jobs.Orders() {
		within := page(order, "", months)
		if len(within.Edges) == 0 {
			t.Fatal("the sample has no job in these months")
		}
		first := page(order, "", nil) // all of it lies before the months, in either order
		after := page(order, *first.PageInfo.EndCursor, months)
		if len(after.Edges) != len(within.Edges) || after.Edges[0].Node.Key != within.Edges[0].Node.Key {
			t.Errorf("%s: after a cursor from before the months there are %d rows, want %d", order, len(after.Edges), len(within.Edges))
		}
		rest := page(order, within.Edges[2].Cursor, months)
		if rest.Edges[0].Node.Key != within.Edges[3].Node.Key {
			t.Errorf("%s: after a cursor from within, the next row isn't the next", order)
		}
		last := db.Paging{Order: order, Count: 1, Backward: true}
		end, err := db.Jobs.Page(t.Context(), d, last, nil)
		if err != nil {
			t.Fatal(err)
		}
		if behind := page(order, *end.PageInfo.EndCursor, months); len(behind.Edges) != 0 {
			t.Errorf("%s: after a cursor from behind the months there are %d rows", order, len(behind.Edges))
		}
	}
}
