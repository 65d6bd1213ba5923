package db

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/lib/pq"
)

// Redraw is what drawing a sample again gave: the positions of the rows in the order of the draw, and all that is other than
// it was recorded.
type Redraw struct {
	Seed      string
	Rows      int
	Positions []int
	Faults    []string
}

// recordedDraw is what is kept of a declaration's draw.
type recordedDraw struct {
	Declaration int64         `db:"declaration_id"`
	Content     string        `db:"content_sha256"`
	Receipt     string        `db:"receipt_sha256"`
	Committed   *string       `db:"committed_sha256"`
	Value       string        `db:"value"`
	Seed        string        `db:"seed"`
	Rows        int           `db:"rows"`
	Drawn       int           `db:"drawn"`
	LeftOut     pq.Int64Array `db:"left_out"`
	Positions   pq.Int64Array `db:"positions"`
}

// RedrawSample draws the sample of the declaration with a reference again, without the database's help, and compares.
func (d *DB) RedrawSample(ctx context.Context, reference string) (*Redraw, error) {
	redraw := new(Redraw)
	return redraw, d.InSnapshot(ctx, func(tx *DB) error {
		var kept recordedDraw
		err := tx.selectOne(ctx, &kept, `
			select s.declaration_id, s.content_sha256, d.content_sha256 as receipt_sha256, d.draw_sha256 as committed_sha256, s.value, s.seed,
			  s.rows, s.drawn, s.left_out, (
			    select array_agg(r.position order by p.rank)
			    from sampled_rows p join declaration_rows r on r.id = p.row_id
			    where p.sample_id = s.id and r.declaration_id = s.declaration_id) as positions
			from samples s join declarations d on d.id = s.declaration_id
			where d.reference = $1`, reference)
		if errors.Is(err, sql.ErrNoRows) {
			return NotFound("reference", "sample_unknown", fmt.Sprintf("no sample was drawn of a declaration %.40q", reference))
		}
		if err != nil {
			return err
		}
		var positions []int
		if err := tx.selectRows(ctx, &positions, "select position from declaration_rows where declaration_id = $1 and state <> 'DRAFT' order by position", kept.Declaration); err != nil {
			return err
		}
		redraw.compare(kept, positions)
		return nil
	})
}

// compare draws among the positions of a declaration's rows, and tells what is other than was kept.
func (r *Redraw) compare(kept recordedDraw, positions []int) {
	fault := func(wrong bool, format string, args ...any) {
		if wrong {
			r.Faults = append(r.Faults, fmt.Sprintf(format, args...))
		}
	}
	among := slices.DeleteFunc(positions, func(p int) bool { return slices.Contains(kept.LeftOut, int64(p)) })
	r.Seed, r.Rows = hexSum(kept.Receipt+":"+kept.Value), len(among)
	r.Positions = drawn(r.Seed, among)
	fault(kept.Committed != nil && hexSum(kept.Value) != *kept.Committed, "the value %s is not the one whose sum the draft bore", kept.Value)
	fault(kept.Content != kept.Receipt, "the sum of the contents is another than the receipt's")
	fault(kept.Seed != r.Seed, "the seed was %s, and is %s", kept.Seed, r.Seed)
	fault(kept.Rows != r.Rows, "it was drawn among %d rows, and there are %d", kept.Rows, r.Rows)
	fault(kept.Drawn != len(r.Positions), "%d rows were drawn, and the rule says %d", kept.Drawn, len(r.Positions))
	same := slices.EqualFunc(kept.Positions, r.Positions, func(a int64, b int) bool { return a == int64(b) })
	fault(!same, "the rows that were drawn are others: %v", kept.Positions)
}

// drawn draws among rows by their positions: those come first for which the SHA-256 of seed, colon and position does.
func drawn(seed string, positions []int) []int {
	sums := make(map[int]string, len(positions))
	for _, p := range positions {
		sums[p] = hexSum(fmt.Sprintf("%s:%d", seed, p))
	}
	order := slices.SortedFunc(slices.Values(positions), func(a, b int) int { return strings.Compare(sums[a], sums[b]) })
	return order[:sampleSize(len(order))]
}
