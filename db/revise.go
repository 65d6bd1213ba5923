package db

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// NewRevision says what to begin.
type NewRevision struct {
	Title          string
	Register       *string
	Undoes         *ID
	IdempotencyKey *string
}

// SavedRow is a row to be put to a draft.
type SavedRow struct {
	Revision       ID
	Row            *ID // of the draft
	Version        *int
	Table          *string
	Subject        *ID
	Of             *ID
	Operation      RevisionOperation
	Values         *JSON
	IdempotencyKey *string
}

// Revision finds a revision; nil where there is none.
func (d *DB) Revision(ctx context.Context, id ID) (*Revision, error) {
	found, err := Revisions.ByKeys(ctx, d.Private(), []int64{id.keyOf("Revision")})
	return found[id.keyOf("Revision")], err
}

// StartRevision begins a draft: an empty one, or one that undoes what another has published.
func (d *DB) StartRevision(ctx context.Context, v *Viewer, in NewRevision) (*Revision, error) {
	return inTx(ctx, d, v, "revision: begun", func(tx *DB) (*Revision, error) {
		var faults Faults
		if n := utf8.RuneCountInString(in.Title); strings.TrimSpace(in.Title) == "" || n > 200 {
			faults.add(BadInput("title", "revisions_title_given", "a revision has a title of 1 to 200 characters"))
		}
		held, err := tx.RegisterFiles(ctx)
		if err != nil {
			return nil, err
		}
		if in.Register != nil && !slices.Contains(held, *in.Register) {
			faults.add(BadInput("register", "name_unknown", "%.80q is none of the registers%s", *in.Register, andThere(held)))
		}
		if err := faults.err(); err != nil {
			return nil, err
		}
		key, err := tx.once(ctx, v, in.IdempotencyKey, in, func() (key int64, err error) {
			if err := tx.selectOne(ctx, &key, `
				insert into revisions (title, register, started_by) values ($1, $2, $3) returning id`, in.Title, in.Register, v.Account.Key); err != nil {
				return 0, err
			}
			if in.Undoes != nil {
				err = tx.undo(ctx, key, *in.Undoes)
			}
			return key, err
		})
		if err != nil {
			return nil, err
		}
		return tx.revision(ctx, key)
	})
}

// undo fills a draft with what takes back a published revision: its rows as they were, and withdrawals of the new ones.
func (d *DB) undo(ctx context.Context, draft int64, published ID) error {
	undone, err := d.revision(ctx, published.keyOf("Revision"))
	switch {
	case err != nil:
		return err
	case undone == nil:
		return NotFound("undoes", "revision_unknown", "there is no such revision")
	case undone.State != "PUBLISHED":
		return Conflict("undoes", "revision_not_published", "only what was published can be undone; a draft is discarded")
	}
	if _, err := d.exec(ctx, "update revisions set undoes_id = $2 where id = $1", draft, undone.Key); err != nil {
		return err
	}
	rows, err := d.rowsOf(ctx, undone.Key)
	if err != nil {
		return err
	}
	rows = slices.DeleteFunc(rows, d.goesWithItsOwn(rows))
	slices.Reverse(rows)
	for i, row := range rows {
		back := &RevisionRow{RevisionID: draft, Position: i + 1, Operation: "WITHDRAW", Table: row.Table, RowID: row.RowID, Contents: "{}"}
		if row.Base != "" {
			back.Operation, back.Contents = "WRITE", row.Base
		}
		if back.Base, err = d.Format.Row(ctx, d, RowRef{row.Table, *row.RowID}); err != nil {
			return err
		}
		if _, err := d.addRow(ctx, back); err != nil {
			return err
		}
	}
	return nil
}

// goesWithItsOwn tells which of a revision's rows go with the row that they belong to, when that is withdrawn: those that were added
// to one that was added with them, and are no facts of their own.
func (d *DB) goesWithItsOwn(rows []*RevisionRow) func(*RevisionRow) bool {
	added, withdrawn := map[int64]bool{}, map[string]bool{}
	for _, row := range rows {
		added[row.Key] = row.Base == ""
	}
	for _, table := range d.Format.Tables() {
		withdrawn[table.Name] = table.IsWithdrawn
	}
	return func(row *RevisionRow) bool {
		return row.Base == "" && !withdrawn[row.Table] && row.AboveRowID != nil && added[*row.AboveRowID]
	}
}

// revision reads a revision by its key; nil where there is none.
func (d *DB) revision(ctx context.Context, key int64) (*Revision, error) {
	found, err := Revisions.ByKeys(ctx, d, []int64{key})
	return found[key], err
}

// rowsOf reads the rows of a revision, in their order.
func (d *DB) rowsOf(ctx context.Context, revision int64) ([]*RevisionRow, error) {
	var rows []*RevisionRow
	err := d.selectRows(ctx, &rows, `
		select id, revision_id, position, operation, table_name, row_id, above_table, above_id, above_row_id, contents, base, result, version
		from revision_rows where revision_id = $1 order by position, id`, revision)
	return rows, err
}

// draftRevision reads a draft, and holds others off it until the end of the transaction.
func (d *DB) draftRevision(ctx context.Context, id ID) (*Revision, error) {
	if _, err := d.exec(ctx, "select from revisions where id = $1 for update", id.keyOf("Revision")); err != nil {
		return nil, err
	}
	revision, err := d.revision(ctx, id.keyOf("Revision"))
	switch {
	case err != nil:
		return nil, err
	case revision == nil:
		return nil, NotFound("revision", "revision_unknown", "there is no such revision")
	case revision.State == "PUBLISHED":
		return nil, Conflict("revision", "revisions_published_stay", "this revision is published; a further one changes or undoes it")
	case revision.State == "DISCARDED":
		return nil, Conflict("revision", "revision_discarded", "this revision was discarded; begin another")
	}
	return revision, nil
}

// touchRevision notes that a draft has changed. What was scheduled is a draft again, as it isn't what was looked at then.
func (d *DB) touchRevision(ctx context.Context, key int64) error {
	_, err := d.exec(ctx, "update revisions set version = version + 1, state = 'DRAFT', publish_at = null, failure = null where id = $1", key)
	return err
}

// DiscardRevision gives a draft up. It stays to be read.
func (d *DB) DiscardRevision(ctx context.Context, v *Viewer, id ID) (*Revision, error) {
	return inTx(ctx, d, v, "revision: discarded", func(tx *DB) (*Revision, error) {
		revision, err := tx.draftRevision(ctx, id)
		if err != nil {
			return nil, err
		}
		if _, err := tx.exec(ctx, "update revisions set state = 'DISCARDED', publish_at = null, version = version + 1 where id = $1", revision.Key); err != nil {
			return nil, err
		}
		return tx.revision(ctx, revision.Key)
	})
}

// RemoveRevisionRow takes a row out of a draft. Rows that belong to it must go before.
func (d *DB) RemoveRevisionRow(ctx context.Context, v *Viewer, id, row ID, version int) (*Revision, error) {
	return inTx(ctx, d, v, "revision: a row taken out", func(tx *DB) (*Revision, error) {
		revision, err := tx.draftRevision(ctx, id)
		if err != nil {
			return nil, err
		}
		held, err := tx.rowOfDraft(ctx, revision, row, version)
		if err != nil {
			return nil, err
		}
		var below bool
		if err := tx.selectOne(ctx, &below, "select exists (select from revision_rows where above_row_id = $1)", held.Key); err != nil {
			return nil, err
		}
		if below {
			return nil, Conflict("row", "row_has_rows", "other rows of the draft belong to this one; take them out before it")
		}
		if _, err := tx.exec(ctx, "delete from revision_rows where id = $1", held.Key); err != nil {
			return nil, err
		}
		if err := tx.touchRevision(ctx, revision.Key); err != nil {
			return nil, err
		}
		return tx.revision(ctx, revision.Key)
	})
}

// rowOfDraft reads a row of a draft, as it was seen.
func (d *DB) rowOfDraft(ctx context.Context, revision *Revision, id ID, version int) (*RevisionRow, error) {
	found, err := RevisionRows.ByKeys(ctx, d, []int64{id.keyOf("RevisionRow")})
	row := found[id.keyOf("RevisionRow")]
	switch {
	case err != nil:
		return nil, err
	case row == nil || row.RevisionID != revision.Key:
		return nil, NotFound("row", "row_unknown", "this revision has no such row")
	case row.Version != version:
		return nil, Conflict("version", "row_changed", fmt.Sprintf("this row was changed since it was read, to version %d; read it anew", row.Version))
	}
	return row, nil
}

// addRow puts a row to a draft, and gives its key.
func (d *DB) addRow(ctx context.Context, r *RevisionRow) (key int64, err error) {
	err = d.selectOne(ctx, &key, `
		insert into revision_rows (revision_id, position, operation, table_name, row_id, above_table, above_id, above_row_id, contents, base)
		values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
		returning id`, r.RevisionID, r.Position, r.Operation, r.Table, r.RowID, r.AboveTable, r.AboveID, r.AboveRowID, r.Contents, r.Base)
	return key, err
}
