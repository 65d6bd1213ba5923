package db

import (
	"context"
	"fmt"
	"strings"
	"unicode/utf8"
)

// EditableRow is a row of the register as a revision has it.
type EditableRow struct {
	Key    int64
	Table  string
	Values JSON
}

// ID names the row.
func (r *EditableRow) ID() ID { return ID{nodeType(r.Table), r.Key} }

// MostEditableRows is how many rows a search for what is to be changed finds at most.
const MostEditableRows = 50

// EditableRow reads a row as a revision has it; nil when there is none.
func (d *DB) EditableRow(ctx context.Context, id ID) (*EditableRow, error) {
	table := TableOfNode(id.Type)
	if table == nil {
		return nil, nil
	}
	return d.editableAt(ctx, RowRef{table.TableName(), id.Key})
}

func (d *DB) editableAt(ctx context.Context, row RowRef) (*EditableRow, error) {
	values, err := d.Format.Row(ctx, d.Private(), row)
	if err != nil || values == "" {
		return nil, err
	}
	return &EditableRow{row.ID, row.Table, values}, nil
}

// AboveEditable reads the row that a row of the register belongs to; nil when it stands by itself.
func (d *DB) AboveEditable(ctx context.Context, row *EditableRow) (*EditableRow, error) {
	return d.aboveEditable(ctx, RowRef{row.Table, row.Key})
}

func (d *DB) aboveEditable(ctx context.Context, row RowRef) (*EditableRow, error) {
	above, err := d.Format.Above(ctx, d.Private(), row)
	if err != nil || above.ID == 0 {
		return nil, err
	}
	return d.editableAt(ctx, above)
}

// AboveOfRow reads the row of the register that a row of a draft belongs to; nil where that is one of the draft, or none.
func (d *DB) AboveOfRow(ctx context.Context, row *RevisionRow) (*EditableRow, error) {
	switch {
	case row.AboveID != nil:
		return d.editableAt(ctx, RowRef{*row.AboveTable, *row.AboveID})
	case row.RowID != nil && row.AboveRowID == nil:
		return d.aboveEditable(ctx, RowRef{row.Table, *row.RowID})
	}
	return nil, nil
}

// EditableRows finds rows of a table that revisions write: those in which a text stands, or that belong to a row.
func (d *DB) EditableRows(ctx context.Context, name string, text *string, of *ID) ([]EditableRow, error) {
	described := d.editable(name)
	if described == nil {
		return nil, BadInput("table", "table_unknown", "%.40q is not written by revisions; viewer.editable lists what is", name)
	}
	query, args := "select t.id from "+described.Name+" t where true", []any{}
	if text != nil {
		if n := utf8.RuneCountInString(*text); strings.TrimSpace(*text) == "" || n > 100 {
			return nil, BadInput("text", "text_length", "a text to search for has 1 to 100 characters")
		}
		args = append(args, *text)
		query += " and position(fold($1) in fold(t::text)) > 0"
	}
	if of != nil {
		column, err := aboveColumn(described, *of)
		if err != nil {
			return nil, err
		}
		args = append(args, of.Key)
		query += fmt.Sprintf(" and t.%s = $%d", column, len(args))
	}
	var keys []int64
	if err := d.Private().selectRows(ctx, &keys, fmt.Sprintf("%s order by t.id desc limit %d", query, MostEditableRows), args...); err != nil {
		return nil, err
	}
	rows := make([]EditableRow, 0, len(keys))
	for _, key := range keys {
		row, err := d.editableAt(ctx, RowRef{described.Name, key})
		if err != nil {
			return nil, err
		}
		if row != nil { // it was there a moment before
			rows = append(rows, *row)
		}
	}
	return rows, nil
}

// aboveColumn gives the column that names the row above, of a table whose rows can belong to such a one.
func aboveColumn(described *EditableTable, of ID) (string, error) {
	table := TableOfNode(of.Type)
	for _, above := range described.Above {
		if table != nil && table.TableName() == above {
			return table.Singular() + "_id", nil
		}
	}
	return "", BadInput("of", "of_another_table", "rows of %s belong to rows of %s, not to a %.40s", described.Name, strings.Join(described.Above, ", "), of.Type)
}
