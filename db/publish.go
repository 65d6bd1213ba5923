package db

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"sync"
	"time"
	"unicode/utf8"
)

// Publication says what to publish, as it was seen, and why; scheduled, also when.
type Publication struct {
	Revision ID
	Version  int
	Reason   string
	At       *Instant
}

// errTried ends the transaction of a trial, which leaves nothing behind.
var errTried = errors.New("tried, and taken back")

// TryRevision writes a revision in a transaction that is taken back, and hands over what came of it while it stands.
// A revision that isn't a draft is not written: what is published is there.
func (d *DB) TryRevision(ctx context.Context, v *Viewer, revision *Revision, f func(tx *DB, written []*WrittenRow) error) error {
	err := d.InTx(ctx, v.actor(), "revision: tried", func(tx *DB) error {
		rows, err := tx.rowsOf(ctx, revision.Key)
		if err != nil {
			return err
		}
		var written []*WrittenRow
		if revision.State == "DRAFT" || revision.State == "SCHEDULED" {
			if written, err = tx.writeRevision(ctx, revision, rows); err != nil {
				return err
			}
		} else {
			for _, row := range rows {
				written = append(written, &WrittenRow{Row: row, Before: row.Base, After: row.Result})
			}
		}
		if err := f(tx, written); err != nil {
			return err
		}
		return errTried
	})
	if errors.Is(err, errTried) {
		return nil
	}
	return err
}

// writeRevision writes the rows of a draft, and tells of those that were changed since they were put to it.
func (d *DB) writeRevision(ctx context.Context, revision *Revision, rows []*RevisionRow) ([]*WrittenRow, error) {
	if err := d.lock(ctx, ImportLock); err != nil {
		return nil, err
	}
	register, err := d.registerOf(ctx, revision)
	if err != nil {
		return nil, err
	}
	changed := map[int64]*Error{}
	for _, row := range rows {
		if row.Base == "" {
			continue
		}
		if err := d.holdRow(ctx, RowRef{row.Table, *row.RowID}); err != nil {
			return nil, err
		}
		now, err := d.Format.Row(ctx, d, RowRef{row.Table, *row.RowID})
		if err != nil {
			return nil, err
		}
		if !now.same(row.Base) {
			fault := Conflict("", "row_changed", fmt.Sprintf("this was changed since it was put to the draft: it was %.400s and is %.400s; look at it and save the row again", row.Base, now))
			changed[row.Key] = fault
		}
	}
	written, err := d.Format.Write(ctx, d, register, rows)
	for _, w := range written {
		if fault := changed[w.Row.Key]; fault != nil {
			w.Faults = append(Faults{fault}, w.Faults...)
		}
	}
	return written, err
}

// holdRow holds a row that its partner may change meanwhile, before what it says is compared: for all others there is the lock of
// imports. Who only names the row goes on.
func (d *DB) holdRow(ctx context.Context, row RowRef) error {
	if !slices.Contains(ownWords, row.Table) {
		return nil
	}
	_, err := d.exec(ctx, "select from "+row.Table+" where id = $1 for no key update", row.ID)
	return err
}

// same tells whether two values say the same, however they are written.
func (j JSON) same(other JSON) bool {
	var one, two any
	return json.Unmarshal([]byte(j), &one) == nil && json.Unmarshal([]byte(other), &two) == nil && reflect.DeepEqual(one, two)
}

// registerOf gives the register file that new rows go into: the one that the revision names, or the only one. Empty where
// there is none.
func (d *DB) registerOf(ctx context.Context, revision *Revision) (string, error) {
	if revision.Register != nil {
		return *revision.Register, nil
	}
	held, err := d.RegisterFiles(ctx)
	switch {
	case err != nil || len(held) == 0:
		return "", err
	case len(held) > 1:
		return "", Conflict("register", "register_needed", "there are several registers; begin the revision for one of them"+andThere(held))
	}
	return held[0], nil
}

// PublishRevision publishes a draft: all of it at once, or, with any fault, nothing.
func (d *DB) PublishRevision(ctx context.Context, v *Viewer, in Publication) (*Revision, error) {
	return inTx(ctx, d, v, in.Reason, func(tx *DB) (*Revision, error) {
		revision, err := tx.publishable(ctx, in)
		if err != nil {
			return nil, err
		}
		return tx.publish(ctx, revision, v.Account.Key, in.Reason)
	})
}

// publishable finds a draft that is to be published, or all that is wrong with asking for that.
func (d *DB) publishable(ctx context.Context, in Publication) (*Revision, error) {
	var faults Faults
	if n := utf8.RuneCountInString(in.Reason); n < 3 || n > 2000 {
		faults.add(BadInput("reason", "revisions_reason_given", "a reason has 3 to 2,000 characters; everybody reads it beside what was changed"))
	}
	if in.At != nil {
		at, _ := time.Parse(InstantForm, string(*in.At))
		if !at.After(time.Now()) || at.After(time.Now().AddDate(1, 0, 0)) {
			faults.add(BadInput("at", "time_gone", "a time to publish at is to come, within a year"))
		}
	}
	if err := faults.err(); err != nil {
		return nil, err
	}
	revision, err := d.draftRevision(ctx, in.Revision)
	if err == nil && revision.Version != in.Version {
		return nil, Conflict("version", "revision_changed", fmt.Sprintf("this revision was changed since it was read, to version %d; look at it again", revision.Version))
	}
	return revision, err
}

// publish writes a draft in the transaction, in which who publishes acts for the reason.
func (d *DB) publish(ctx context.Context, revision *Revision, account int64, reason string) (*Revision, error) {
	rows, err := d.rowsOf(ctx, revision.Key)
	if err != nil {
		return nil, err
	}
	if len(rows) == 0 {
		return nil, BadInput("revision", "revision_empty", "this revision changes nothing; put rows to it, or discard it")
	}
	written, err := d.writeRevision(ctx, revision, rows)
	if err != nil {
		return nil, err
	}
	if err := faultsIn(written).err(); err != nil {
		return nil, err
	}
	for _, w := range written {
		if _, err := d.exec(ctx, "update revision_rows set row_id = $2, result = $3 where id = $1", w.Row.Key, w.Subject.ID, w.After); err != nil {
			return nil, err
		}
		for _, row := range w.Changed {
			if err := d.markEdit(ctx, row, revision.Key); err != nil {
				return nil, err
			}
		}
	}
	if _, err := d.exec(ctx, `
		update revisions
		set state = 'PUBLISHED', version = version + 1, published_at = now(), published_by = $2, reason = $3, failure = null
		where id = $1`, revision.Key, account, reason); err != nil {
		return nil, err
	}
	return d.revision(ctx, revision.Key)
}

// faultsIn gathers the faults of rows; each says of which, by its place in the draft. Those of rows that were changed
// meanwhile come first, so that the whole is then a CONFLICT.
func faultsIn(written []*WrittenRow) Faults {
	var conflicts, others Faults
	for _, w := range written {
		for _, fault := range w.Faults {
			placed := *fault
			placed.Field = fmt.Sprintf("rows.%d", w.Row.Position)
			if fault.Field != "" {
				placed.Field += "." + fault.Field
			}
			if placed.Code == CodeConflict {
				conflicts = append(conflicts, &placed)
			} else {
				others = append(others, &placed)
			}
		}
	}
	return append(conflicts, others...)
}

// markEdit notes that the last change of a row came from a publication.
func (d *DB) markEdit(ctx context.Context, row RowRef, revision int64) error {
	_, err := d.exec(ctx, `
		insert into site_edits (table_name, row_id, revision_id) values ($1, $2, $3)
		on conflict (table_name, row_id) do update set revision_id = excluded.revision_id, edited_at = now()`, row.Table, row.ID, revision)
	return err
}

// Preview has a revision written, lets f read the register as it would be, and takes all back. Several may read at once.
func (d *DB) Preview(ctx context.Context, v *Viewer, revision *Revision, f func(tx *DB) (JSON, error)) (answer JSON, err error) {
	err = d.TryRevision(ctx, v, revision, func(tx *DB, written []*WrittenRow) error {
		if err := faultsIn(written).err(); err != nil {
			return err
		}
		reading := *tx
		reading.turn = new(sync.Mutex)
		answer, err = f(&reading)
		return err
	})
	return answer, err
}

// RevisionChanges tells what a revision will change, or, once it is published, has.
func (d *DB) RevisionChanges(ctx context.Context, v *Viewer, revision *Revision) ([]WrittenRow, error) {
	changes := []WrittenRow{}
	err := d.TryRevision(ctx, v, revision, func(_ *DB, written []*WrittenRow) error {
		for _, w := range written {
			changes = append(changes, *w)
		}
		return nil
	})
	return changes, err
}
