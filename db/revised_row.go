package db

import (
	"context"
	"fmt"
	"slices"
	"strings"
)

// RowSaved is a row of a draft as it was saved, with what is still wrong with it.
type RowSaved struct {
	Row    *RevisionRow
	Faults []*Error
}

// openFaults are those that a row of a draft may have until it is published: what else it needs may come after it.
var openFaults = []string{"citation_missing", "reference_unknown"}

// SaveRevisionRow puts a row to a draft, or writes one of its rows anew. What is wrong with it comes at once, by column.
func (d *DB) SaveRevisionRow(ctx context.Context, v *Viewer, in SavedRow) (*RowSaved, error) {
	return inTx(ctx, d, v, "revision: a row saved", func(tx *DB) (*RowSaved, error) {
		revision, err := tx.draftRevision(ctx, in.Revision)
		if err != nil {
			return nil, err
		}
		var open Faults
		again := true
		key, err := tx.once(ctx, v, in.IdempotencyKey, in, func() (int64, error) {
			again = false
			row, err := tx.rowToSave(ctx, revision, in)
			if err != nil {
				return 0, err
			}
			if open, err = tx.checkRow(ctx, row); err != nil {
				return 0, err
			}
			if row.Key == 0 {
				row.Key, err = tx.addRow(ctx, row)
			} else {
				_, err = tx.exec(ctx, `
					update revision_rows set operation = $2, contents = $3, base = $4, version = version + 1
					where id = $1`, row.Key, row.Operation, row.Contents, row.Base)
			}
			if err != nil {
				return 0, err
			}
			return row.Key, tx.touchRevision(ctx, revision.Key)
		})
		if err != nil {
			return nil, err
		}
		saved, err := RevisionRows.ByKeys(ctx, tx, []int64{key})
		row, err := notGone(saved[key], err)
		if err == nil && again { // what it lacked the first time, it may lack still
			open, err = tx.checkRow(ctx, row)
		}
		return &RowSaved{row, append([]*Error{}, open...)}, err
	})
}

// checkRow refuses a row that can't be what it says it is, and gives the faults that it may have until it is published.
func (d *DB) checkRow(ctx context.Context, row *RevisionRow) (open Faults, err error) {
	if row.Operation == "WITHDRAW" {
		return nil, nil
	}
	draft, err := d.rowsOf(ctx, row.RevisionID)
	if err != nil {
		return nil, err
	}
	found, err := d.Format.Check(ctx, d, row, draft)
	if err != nil {
		return nil, err
	}
	var refused Faults
	for _, fault := range found {
		if slices.Contains(openFaults, fault.Reason) {
			open.add(fault)
		} else {
			refused.add(fault)
		}
	}
	return open, refused.err()
}

// rowToSave makes the row that is asked for, without looking at its values.
func (d *DB) rowToSave(ctx context.Context, revision *Revision, in SavedRow) (*RevisionRow, error) {
	row := &RevisionRow{RevisionID: revision.Key}
	var err error
	switch {
	case in.Row != nil && (in.Table != nil || in.Subject != nil || in.Of != nil):
		return nil, BadInput("row", "row_stays", "a row of the draft stays of its table and where it is; give row and version, and neither table, subject nor of")
	case in.Row != nil && in.Version == nil:
		return nil, BadInput("version", "version_needed", "a row that is there is saved with the version that was seen")
	case in.Row != nil:
		row, err = d.rowOfDraft(ctx, revision, *in.Row, *in.Version)
	case in.Subject != nil:
		err = d.existingRow(ctx, row, in)
	default:
		err = d.newRow(ctx, row, in)
	}
	if err != nil {
		return nil, err
	}
	row.Operation, row.Contents = in.Operation, "{}"
	if in.Values != nil {
		row.Contents = *in.Values
	}
	if row.Operation == "WITHDRAW" {
		if row.RowID == nil {
			return nil, BadInput("operation", "not_published_yet", "this row isn't in the register yet; take it out of the draft")
		}
		if !d.editable(row.Table).IsWithdrawn {
			return nil, d.notWithdrawn(row.Table)
		}
	}
	if row.RowID != nil { // what is saved was written beside what is there now
		row.Base, err = d.Format.Row(ctx, d, RowRef{row.Table, *row.RowID})
	}
	if row.Key == 0 && err == nil {
		var rows struct {
			Count int `db:"count"`
			Last  int `db:"last"`
		}
		err = d.selectOne(ctx, &rows, "select count(*) as count, coalesce(max(position), 0) as last from revision_rows where revision_id = $1", revision.Key)
		row.Position = rows.Last + 1 // after those that it may name, whichever were taken out
		if rows.Count >= MostRevisionRows {
			err = Conflict("revision", "revision_full", fmt.Sprintf("a revision has %d rows at most; publish it and begin another", MostRevisionRows))
		}
	}
	return row, err
}

// notWithdrawn says of which tables rows can be withdrawn.
func (d *DB) notWithdrawn(table string) *Error {
	var those []string
	for _, t := range d.Format.Tables() {
		if t.IsWithdrawn {
			those = append(those, t.Name)
		}
	}
	return BadInput("operation", "not_withdrawn", "rows of %s are not withdrawn, but corrected; withdrawn are those of %s", table, strings.Join(those, ", "))
}

// existingRow finds the row of the register that is to be changed.
func (d *DB) existingRow(ctx context.Context, row *RevisionRow, in SavedRow) error {
	table := TableOfNode(in.Subject.Type)
	if table == nil || d.editable(table.TableName()) == nil {
		return BadInput("subject", "table_unknown", "a %.40s is not written by revisions; viewer.editable lists what is", in.Subject.Type)
	}
	if in.Table != nil && *in.Table != table.TableName() {
		return BadInput("table", "table_of_another", "the subject is a row of %s", table.TableName())
	}
	if in.Of != nil {
		return BadInput("of", "row_stays", "a row that is there stays where it belongs")
	}
	held, err := d.Format.Row(ctx, d, RowRef{table.TableName(), in.Subject.Key})
	if err == nil && held == "" {
		return NotFound("subject", "row_unknown", "the register has no such row")
	}
	row.Table, row.RowID = table.TableName(), &in.Subject.Key
	return err
}

// newRow finds where a new row is to stand.
func (d *DB) newRow(ctx context.Context, row *RevisionRow, in SavedRow) error {
	if in.Table == nil {
		return BadInput("table", "table_needed", "a new row needs its table; one that is there needs subject")
	}
	table := d.editable(*in.Table)
	if table == nil {
		return BadInput("table", "table_unknown", "%.40q is not written by revisions; viewer.editable lists what is", *in.Table)
	}
	row.Table = table.Name
	if (in.Of == nil) != (len(table.Above) == 0) {
		if in.Of != nil {
			return BadInput("of", "row_stands_alone", "rows of %s belong to no other", table.Name)
		}
		return BadInput("of", "of_needed", "a row of %s belongs to one of %s; give its id, or that of a row of this draft", table.Name, strings.Join(table.Above, ", "))
	}
	if in.Of == nil {
		return nil
	}
	above, err := d.aboveRow(ctx, row, *in.Of)
	if err == nil && !slices.Contains(table.Above, above) {
		err = BadInput("of", "of_another_table", "a row of %s belongs to one of %s, not of %s", table.Name, strings.Join(table.Above, ", "), above)
	}
	return err
}

// aboveRow finds the row that a new one belongs to, in the draft or in the register, and gives its table.
func (d *DB) aboveRow(ctx context.Context, row *RevisionRow, of ID) (string, error) {
	unknown := BadInput("of", "row_unknown", "there is no such row in the register or in this draft")
	if of.Type == "RevisionRow" {
		found, err := RevisionRows.ByKeys(ctx, d, []int64{of.Key})
		above := found[of.Key]
		if err == nil && (above == nil || above.RevisionID != row.RevisionID) {
			return "", unknown
		}
		if err != nil {
			return "", err
		}
		if above.RowID != nil { // it is in the register already
			row.AboveTable, row.AboveID = &above.Table, above.RowID
		} else {
			row.AboveRowID = &above.Key
		}
		return above.Table, nil
	}
	table := TableOfNode(of.Type)
	if table == nil {
		return "", unknown
	}
	found, err := table.Rows(ctx, d, []int64{of.Key})
	if err == nil && isNone(found[of.Key]) {
		return "", unknown
	}
	name := table.TableName()
	row.AboveTable, row.AboveID = &name, &of.Key
	return name, err
}
