package db

import (
	"context"
	"fmt"
)

// Trail is what a look at the whole trail gave: how long it is, the sum of its last entry, and all that is wrong with it.
type Trail struct {
	Entries int64  `db:"entries"`
	Head    string `db:"head"` // hexadecimal; empty where there is no entry
	Faults  []string
}

// trailFaults finds, each by a statement, what was changed, dropped, moved or added. Each gives sentences.
var trailFaults = []string{
	// The chain itself: no position is left out, and each entry goes on from the one before.
	`select format('entry %s follows entry %s: what was between them is gone', position, before)
	from (select position, lag(position, 1, 0::bigint) over (order by position) as before from trail_entries) t
	where position <> before + 1
	order by position`,
	`select format('entry %s was changed: its sum is another', t.position)
	from trail_entries t where t.sum <> sum_of_entry(t) order by t.position`,
	`select format('entry %s does not go on from the one before it', position)
	from (select position, previous, lag(sum, 1, decode(repeat('00', 32), 'hex')) over (order by position) as before from trail_entries) t
	where previous <> before
	order by position`,
	// What it was made of.
	`select format('a record of entry %s (%s, by %s) was changed, dropped, moved or added', t.position,
	  to_char(t.recorded_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS'), t.recorded_for)
	from trail_entries t where t.records <> sum_of_records(t.id) order by t.position`,
	`select format('%s records, the first of table %s row %s, belong to no entry', count(*), min(r.table_name), min(r.row_id))
	from (
	  select entry_id, table_name, row_id from changes
	  union all
	  select entry_id, table_name, row_id from audit_trail
	) r
	where r.entry_id is not null and not exists (select from trail_entries t where t.id = r.entry_id)
	group by r.entry_id`,
	// Where it stood, as receipts tell: what is cut off at its end shows too.
	`select format('the receipt of %s names entry %s, which is gone or another', d.reference, d.trail_position)
	from declarations d
	where d.trail_position is not null
	  and not exists (select from trail_entries t where t.position = d.trail_position and encode(t.sum, 'hex') = d.trail_sum)
	order by d.trail_position`,
}

// mostTrailFaults is how many faults of a sort are told.
const mostTrailFaults = 20

// VerifyTrail looks at the whole trail, as it is at one moment: at each entry, at what it was made of, and at the receipts
// that name one.
func (d *DB) VerifyTrail(ctx context.Context) (*Trail, error) {
	trail := new(Trail)
	return trail, d.InSnapshot(ctx, func(tx *DB) error {
		if err := tx.selectOne(ctx, trail, `
			select count(*) as entries, coalesce((select encode(sum, 'hex') from trail_entries order by position desc limit 1), '') as head
			from trail_entries`); err != nil {
			return err
		}
		for _, query := range trailFaults {
			var found []string
			if err := tx.selectRows(ctx, &found, fmt.Sprintf("%s\nlimit %d", query, mostTrailFaults)); err != nil {
				return err
			}
			trail.Faults = append(trail.Faults, found...)
		}
		return nil
	})
}
