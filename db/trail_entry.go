package db

import (
	"context"
	"strings"
)

// TrailEntry is what one transaction has written, as the chain of the trail has it. It shows nothing of what was written.
type TrailEntry struct {
	Key         int64      `db:"id" see:"auditor administrator"`
	Position    int64      `db:"position" see:"auditor administrator"`
	RecordedAt  Instant    `db:"recorded_at" see:"auditor administrator"`
	RecordedFor string     `db:"recorded_for" see:"auditor administrator"` // who acted: keys, which say nothing of a person
	Actor       TrailActor `db:"actor" sql:"trail_actor(t.recorded_for)" see:"auditor administrator"`
	Reason      *string    `db:"reason" see:"auditor administrator"`
	Sum         string     `db:"sum" sql:"encode(t.sum, 'hex')" see:"auditor administrator"`
}

// TrailRecord is what an entry is made of: of a table how many rows were written how, and which fields changed.
type TrailRecord struct {
	EntryID int64  `db:"entry_id" see:"auditor administrator"`
	What    string `db:"what" see:"auditor administrator"`
	Table   string `db:"table_name" see:"auditor administrator"`
	Rows    int64  `db:"rows" see:"auditor administrator"`
	Names   string `db:"fields" see:"auditor administrator"`
}

// Fields are the names of the fields that changed.
func (r *TrailRecord) Fields() []string { return strings.Fields(r.Names) }

// TrailFilter narrows the trail to days, the last included, and to what sort of actor acted.
type TrailFilter struct {
	From  Date       `where:"t.recorded_at >= $::date"`
	Until Date       `where:"t.recorded_at < $::date + 1"`
	Actor TrailActor `where:"trail_actor(t.recorded_for) = $"`
}

// The trail, the latest entry first.
var (
	TrailEntries   = newTable[TrailEntry]("trail_entries", by("trail_entry", true, "t.position", "bigint")).apart()
	TrailRecords   = newTable[TrailRecord]("trail_records", by("trail_record", false, "t.table_name", "text", "t.what", "text")).apart()
	RecordsOfEntry = TrailRecords.of("t.entry_id")
)

// TrailHead gives the last entry of the trail; nil where there is none.
func (d *DB) TrailHead(ctx context.Context) (*TrailEntry, error) {
	page, err := TrailEntries.Page(ctx, d.Private(), Paging{Count: 1}, nil)
	if err != nil || len(page.Edges) == 0 {
		return nil, err
	}
	return page.Edges[0].Node, nil
}
