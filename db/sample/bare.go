package sample

import (
	"context"
	"fmt"
	"strings"

	"github.com/jmoiron/sqlx"
)

// bigTables take nearly all rows. They are bared while these are copied: what PostgreSQL would check and index row by
// row, it does faster for all of them at once.
var bigTables = []string{
	"declarations", "declaration_rows", "jobs", "job_ends", "project_holders", "project_holder_details", "project_stages",
	"beneficiary_profiles", "fingerprints", "decisions", "confirmations",
}

// piece is a constraint or an index that was taken away, with the statement that brings it back.
type piece struct {
	Drop string `db:"drop"`
	Make string `db:"make"`
	What string `db:"what"`
}

// Foreign keys go first and come back last, as they rest on the unique constraints.
const (
	foreignKeys = `
		select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
		       format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as make,
		       format('%s, %s', conrelid::regclass, conname) as what
		from pg_constraint
		where contype = 'f' and (conrelid = any($1::regclass[]) or confrelid = any($1::regclass[]))
		order by conrelid::regclass::text, conname`
	uniqueConstraints = `
		select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
		       format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as make,
		       format('%s, %s', conrelid::regclass, conname) as what
		from pg_constraint
		where contype in ('p', 'u') and conrelid = any($1::regclass[])
		order by conrelid::regclass::text, conname`
	otherIndexes = `
		select format('drop index %s', i.indexrelid::regclass) as drop, pg_get_indexdef(i.indexrelid) as make,
		       format('%s, %s', i.indrelid::regclass, i.indexrelid::regclass) as what
		from pg_index i
		where i.indrelid = any($1::regclass[])
		  and not exists (select from pg_constraint c where c.conindid = i.indexrelid and c.contype in ('p', 'u'))
		order by i.indrelid::regclass::text, i.indexrelid::regclass::text`
)

// bare takes the constraints, indexes and triggers from the big tables; what it gives back brings them all back.
func bare(ctx context.Context, tx *sqlx.Tx) ([]piece, error) {
	var all []piece
	names := "{" + strings.Join(bigTables, ",") + "}"
	for _, query := range []string{foreignKeys, otherIndexes, uniqueConstraints} {
		var pieces []piece
		if err := tx.SelectContext(ctx, &pieces, query, names); err != nil {
			return nil, err
		}
		for _, p := range pieces {
			if _, err := tx.ExecContext(ctx, p.Drop); err != nil {
				return nil, err
			}
		}
		all = append(pieces, all...)
	}
	return all, setTriggers(ctx, tx, "disable", bigTables...)
}

// dress brings back what bare took away; each rule is tried on all rows.
func dress(ctx context.Context, tx *sqlx.Tx, pieces []piece) error {
	for _, p := range pieces {
		if _, err := tx.ExecContext(ctx, p.Make); err != nil {
			return fmt.Errorf("%s: %w", p.What, err)
		}
	}
	return setTriggers(ctx, tx, "enable", bigTables...)
}

// setTriggers enables or disables the triggers of tables that aren't foreign keys'.
func setTriggers(ctx context.Context, tx *sqlx.Tx, how string, tables ...string) error {
	for _, table := range tables {
		if _, err := tx.ExecContext(ctx, fmt.Sprintf("alter table %s %s trigger user", table, how)); err != nil {
			return err
		}
	}
	return nil
}
