package sample

import (
	"context"
	"fmt"
	"slices"
	"time"
)

// emptied are the tables of facts that a sample fills, each after those that it points to.
var emptied = []string{
	"partners", "partner_names", "partner_ties", "orientations", "signings", "signatories", "signing_orientations",
	"conventions", "parties", "convention_orientations", "convention_regions", "convention_sectors", "commitments",
	"amendments", "targets", "claims", "documents", "reporting_schedules", "allocations", "openings", "replies",
}

// appendOnly are the tables that nobody takes rows from, revisions once they are published; only a sample is ever emptied, and only by its owner.
var appendOnly = []string{"targets", "decisions", "confirmations", "changes", "audit_trail", "trail_entries", "revisions", "yearly_overlaps", "person_requests", "samples", "second_looks", "held_answers", "reply_versions"}

// empty takes away the sample that is there. Big tables are truncated even when nothing is in them: rows that are copied
// into a table of the same transaction are frozen at once. Facts are deleted, so that what is kept by triggers on their
// rows goes with them.
func (l *loader) empty(ctx context.Context) error {
	statements := []string{}
	for _, table := range appendOnly {
		statements = append(statements, "alter table "+table+" disable trigger user")
	}
	for _, table := range append([]string{"evidence", "deliveries", "decision_days", "changes", "audit_trail", "trail_entries"}, bigTables...) {
		statements = append(statements, "truncate "+table)
	}
	for _, table := range []string{"held_answers", "held_questions", "sampled_rows", "samples", "second_looks", "reply_versions"} {
		statements = append(statements, "delete from "+table)
	}
	statements = append(statements, "delete from letters where request_id is not null", "delete from person_request_details",
		"delete from person_requests", "delete from yearly_overlaps", "delete from site_edits", "delete from revision_rows", "delete from revisions", "delete from citations where created_by <> 'migration'")
	for _, table := range slices.Backward(emptied) {
		statements = append(statements, "delete from "+table)
	}
	statements = append(statements, "delete from counting_rules where created_by <> 'migration'",
		"delete from indicators where created_by <> 'migration'", "delete from sources where created_by <> 'migration'",
		"delete from register_rows", "delete from registers", "set constraints all immediate", "set constraints all deferred",
		"truncate changes, audit_trail, trail_entries") // of the history of this deletion too
	for _, table := range appendOnly {
		if !slices.Contains(bigTables, table) {
			statements = append(statements, "alter table "+table+" enable trigger user")
		}
	}
	for _, statement := range statements {
		if _, err := l.tx.ExecContext(ctx, statement); err != nil {
			return fmt.Errorf("%s: %w", statement, err)
		}
	}
	return nil
}

// facts copies the tables of facts. What a new version of a target leaves in the history is among them, with its own
// day; the trigger would give it today's.
func (l *loader) facts(ctx context.Context, sheets []copied) error {
	l.say("writing what was promised")
	if _, err := l.tx.ExecContext(ctx, "alter table targets disable trigger record_target"); err != nil {
		return err
	}
	for _, sheet := range sheets {
		if err := l.copy(ctx, sheet, ""); err != nil {
			return err
		}
	}
	for _, statement := range []string{
		"set constraints all immediate", "set constraints all deferred", "alter table targets enable trigger record_target",
	} {
		if _, err := l.tx.ExecContext(ctx, statement); err != nil {
			return err
		}
	}
	return nil
}

func (l *loader) copy(ctx context.Context, sheet copied, option string) error {
	i := slices.IndexFunc(l.counts, func(c Count) bool { return c.Table == sheet.name() })
	if i < 0 {
		l.counts, i = append(l.counts, Count{Table: sheet.name()}), len(l.counts)
	}
	l.counts[i].Rows += sheet.size()
	return sheet.copy(ctx, l.conn, option)
}

// flow copies what was declared while it is being made up. Few batches are ever in memory.
func (l *loader) flow(ctx context.Context, w *world) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	batches := make(chan []copied, 2)
	go func() {
		defer close(batches)
		w.declare(func(batch []copied) bool {
			select {
			case batches <- batch:
				return true
			case <-ctx.Done():
				return false
			}
		})
	}()
	rows, said := 0, time.Now()
	l.say("writing what was declared: %d jobs, %d project holders", l.options.Jobs, l.options.Holders)
	for batch := range batches {
		for _, sheet := range batch {
			if err := l.copy(ctx, sheet, " (freeze)"); err != nil {
				return err
			}
			rows += sheet.size()
		}
		if time.Since(said) > 2*time.Second {
			said = time.Now()
			l.say("%d rows", rows)
		}
	}
	return ctx.Err()
}

// finish sets the sequences behind the rows, and lets PostgreSQL look at what it has.
func (l *loader) finish(ctx context.Context) error {
	var tables []string
	if err := l.tx.SelectContext(ctx, &tables, `
		select table_name from information_schema.columns
		where table_schema = 'public' and column_name = 'id' and is_identity = 'YES'
		order by table_name`); err != nil {
		return err
	}
	for _, count := range l.counts {
		if !slices.Contains(tables, count.Table) {
			continue
		}
		if _, err := l.tx.ExecContext(ctx, fmt.Sprintf(
			"select setval(pg_get_serial_sequence('%[1]s', 'id'), (select max(id) from %[1]s))", count.Table)); err != nil {
			return err
		}
	}
	_, err := l.tx.ExecContext(ctx, "analyze")
	return err
}

// vacuum notes which pages everybody can see, so that counts need not look at the rows.
func (l *loader) vacuum(ctx context.Context) error {
	l.say("vacuuming")
	for _, table := range bigTables {
		if _, err := l.conn.ExecContext(ctx, "vacuum (analyze) "+table); err != nil {
			return err
		}
	}
	return nil
}
