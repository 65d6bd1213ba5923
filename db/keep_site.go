package db

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
)

// What publications need of the tables beside Keep, and what imports need to know of publications.

// NextNumber gives the number that a further row has among those that are alike in the other columns of its key.
func (d *DB) NextNumber(ctx context.Context, table AnyTable, row any) (number int, err error) {
	var q keeping
	numbered := ""
	for _, c := range table.KeyColumns() {
		if c.Name == "position" || c.Name == "version" {
			numbered = c.Name
			continue
		}
		q.add(c.Name, true, valueAt(reflect.ValueOf(row).Elem(), c.Index))
	}
	err = d.selectOne(ctx, &number, fmt.Sprintf("select coalesce(max(t.%s), 0) + 1 from %s t where %s",
		numbered, table.TableName(), strings.Join(append(q.matches, "true"), " and ")), q.args...)
	return number, err
}

// NextPlace gives the place of a further row in the list of a row above it, by the column that names that one; of a list
// that belongs to none, the column is empty.
func (d *DB) NextPlace(ctx context.Context, table AnyTable, column string, above int64) (place int, err error) {
	condition, numbered := "$1::bigint is not null", "position"
	if column != "" {
		condition = "t." + column + " = $1"
	}
	if slices.ContainsFunc(table.Columns(), func(c Column) bool { return c.Name == "version" && !c.Made }) {
		numbered = "version"
	}
	err = d.selectOne(ctx, &place, "select coalesce(max(t."+numbered+"), 0) + 1 from "+table.TableName()+" t where "+condition, above)
	return place, err
}

// Linked lists the keys that a row is tied to by a table of links.
func (d *DB) Linked(ctx context.Context, table string, from int64) (to []int64, err error) {
	columns := links[table]
	err = d.selectRows(ctx, &to, fmt.Sprintf("select %s from %s where %s = $1", columns[1], table, columns[0]), from)
	return to, err
}

// Unlink takes a tie away. The history keeps that it was there.
func (d *DB) Unlink(ctx context.Context, table string, from, to int64) error {
	_, err := d.exec(ctx, fmt.Sprintf("delete from %s where %s = $1 and %s = $2", table, links[table][0], links[table][1]), from, to)
	return err
}

// IsCited tells whether a citation that stands supports a row.
func (d *DB) IsCited(ctx context.Context, table AnyTable, id int64) (cited bool, err error) {
	err = d.selectOne(ctx, &cited, fmt.Sprintf("select exists (select from citations where %s_id = $1 and withdrawn_at is null)", table.Singular()), id)
	return cited, err
}

// Cites tells whether citations support rows of a table.
func Cites(table AnyTable) bool {
	return slices.ContainsFunc(Citations.columns, func(c Column) bool { return c.Name == table.Singular()+"_id" && c.Name != "source_id" })
}

// IsAppendOnly tells whether rows of a table are only ever added.
func IsAppendOnly(table AnyTable) bool { return slices.Contains(appendOnly, table.TableName()) }

// HoldersOf lists the register files that hold a row.
func (d *DB) HoldersOf(ctx context.Context, row RowRef) (registers []string, err error) {
	err = d.selectRows(ctx, &registers, "select register from register_rows where table_name = $1 and row_id = $2 order by register", row.Table, row.ID)
	return registers, err
}

// SiteEdit is the publication from which a row's last change came.
type SiteEdit struct {
	RowRef
	At     Instant `db:"edited_at"`
	Reason string  `db:"reason"`
}

// SiteEdits lists the rows that were changed on the site since an import last agreed with them.
func (d *DB) SiteEdits(ctx context.Context) (map[RowRef]SiteEdit, error) {
	var found []SiteEdit
	err := d.selectRows(ctx, &found, `
		select e.table_name, e.row_id, e.edited_at, r.reason from site_edits e join revisions r on r.id = e.revision_id`)
	edits := make(map[RowRef]SiteEdit, len(found))
	for _, edit := range found {
		edits[edit.RowRef] = edit
	}
	return edits, err
}

// Settle takes a row out of those that were changed on the site: a register file agrees with it, or came before it.
func (d *DB) Settle(ctx context.Context, row RowRef) error {
	_, err := d.exec(ctx, "delete from site_edits where table_name = $1 and row_id = $2", row.Table, row.ID)
	return err
}

// Differs finds the row that Keep would change, and lists the columns that it would change, places in lists left out; 0 when
// there is no such row.
func (t *Table[T]) Differs(ctx context.Context, tx *DB, row any) (id int64, columns []string, err error) {
	var q keeping
	value := reflect.ValueOf(row).Elem()
	for _, c := range t.columns {
		if c.Name != "id" && !c.Computed && !c.Made {
			q.add(c.Name, slices.Contains(t.Key, c.Name), value.FieldByIndex(c.Index).Interface())
		}
	}
	differing := []string{"null"}
	for i, name := range q.names {
		if name != "position" {
			differing = append(differing, fmt.Sprintf("case when t.%[1]s is distinct from %[2]s then '%[1]s' end", name, q.places[i]))
		} else {
			differing = append(differing, "case when t.position <> "+q.places[i]+" then null end")
		}
	}
	var found struct {
		ID      int64    `db:"id"`
		Columns sqlTexts `db:"columns"`
	}
	err = tx.selectOne(ctx, &found, fmt.Sprintf("select t.id, array_remove(array[%s]::text[], null) as columns from %s t where %s",
		strings.Join(differing, ", "), t.Name, strings.Join(q.matches, " and ")), q.args...)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, nil, nil
	}
	return found.ID, found.Columns, err
}
