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

// Change says what keeping a row did.
type Change int

// A row was there as it is, was added, or was changed; what it was before is then in the history.
const (
	Unchanged Change = iota
	Added
	Changed
)

// Keep makes the table's row with that key be as given, a *T, and gives its primary key and what that took. A row of an
// append-only table that would have to change gives CONFLICT.
func (t *Table[T]) Keep(ctx context.Context, tx *DB, row any) (int64, Change, error) {
	var columns []Column
	for _, c := range t.columns {
		if c.Name != "id" && !c.Computed && !c.Made {
			columns = append(columns, c)
		}
	}
	return tx.keep(ctx, t.Name, t.Key, columns, reflect.ValueOf(row).Elem())
}

// Link ties two rows together by a table of links, given its name and the keys by column.
func (d *DB) Link(ctx context.Context, table string, keys ...int64) (int64, Change, error) {
	row := reflect.ValueOf(keys)
	columns := make([]Column, len(keys))
	for i, name := range links[table] {
		columns[i] = Column{Name: name, Index: []int{i}}
	}
	return d.keep(ctx, table, links[table], columns, row)
}

func (d *DB) keep(ctx context.Context, table string, key []string, columns []Column, row reflect.Value) (int64, Change, error) {
	var q keeping
	for _, c := range columns {
		q.add(c.Name, slices.Contains(key, c.Name), valueAt(row, c.Index))
	}
	var found struct {
		ID      int64 `db:"id"`
		Differs bool  `db:"differs"`
		Moved   bool  `db:"moved"`
	}
	err := d.selectOne(ctx, &found.ID, q.insert(table, key), q.args...)
	if err == nil || !errors.Is(err, sql.ErrNoRows) {
		return found.ID, Added, err
	}
	if err := d.selectOne(ctx, &found, q.compare(table), q.args...); err != nil || !(found.Differs || found.Moved) {
		return found.ID, Unchanged, err
	}
	if slices.Contains(appendOnly, table) {
		return found.ID, Unchanged, &Error{Code: CodeConflict, Reason: table + "_append_only",
			Message: fmt.Sprintf("a row of %s is already there with other contents, and %s are only ever added to", table, table)}
	}
	_, err = d.exec(ctx, q.update(table), q.args...)
	if !found.Differs { // only its place in the list did, which is no fact
		return found.ID, Unchanged, err
	}
	return found.ID, Changed, err
}

func valueAt(row reflect.Value, index []int) any {
	if row.Kind() == reflect.Slice {
		return row.Index(index[0]).Interface()
	}
	return row.FieldByIndex(index).Interface()
}

// keeping writes the statements of keep over one list of parameters.
type keeping struct {
	names, places, matches []string
	args                   []any
}

func (q *keeping) add(name string, isKey bool, value any) {
	q.args = append(q.args, value)
	place := fmt.Sprintf("$%d", len(q.args))
	q.names, q.places = append(q.names, name), append(q.places, place)
	if isKey {
		q.matches = append(q.matches, "t."+name+" is not distinct from "+place)
	}
}

func (q *keeping) insert(table string, key []string) string {
	return fmt.Sprintf("insert into %s (%s)\nvalues (%s)\non conflict (%s) do nothing\nreturning id",
		table, strings.Join(q.names, ", "), strings.Join(q.places, ", "), strings.Join(key, ", "))
}

// compare tells of the row that is there whether it differs in what it says, and whether in its place in the list.
func (q *keeping) compare(table string) string {
	differs, moved := []string{"false"}, "false"
	for i, name := range q.names {
		if name == "position" {
			moved = "t.position <> " + q.places[i]
		} else {
			differs = append(differs, "t."+name+" is distinct from "+q.places[i])
		}
	}
	return fmt.Sprintf("select t.id, %s as differs, %s as moved\nfrom %s t\nwhere %s",
		strings.Join(differs, " or "), moved, table, strings.Join(q.matches, " and "))
}

func (q *keeping) update(table string) string {
	return fmt.Sprintf("update %s t\nset (%s) = row (%s)\nwhere %s",
		table, strings.Join(q.names, ", "), strings.Join(q.places, ", "), strings.Join(q.matches, " and "))
}

// isNone tells a nil pointer that an interface holds.
func isNone(row any) bool { return row == nil || reflect.ValueOf(row).IsNil() }

// RowRef names a row of a table.
type RowRef struct {
	Table string `db:"table_name"`
	ID    int64  `db:"row_id"`
}

// LabelledRow is a row with what a report calls it.
type LabelledRow struct {
	RowRef
	Label string `db:"label"`
}

// KeptBy notes that a register file holds a row.
func (d *DB) KeptBy(ctx context.Context, register string, row RowRef, label string) error {
	_, err := d.exec(ctx, `
		insert into register_rows (register, table_name, row_id, label)
		values ($1, $2, $3, $4)
		on conflict (register, table_name, row_id) do update
		set label = excluded.label
		where register_rows.label <> excluded.label`, register, row.Table, row.ID, label)
	return err
}

// HeldElsewhere tells whether a row is another register file's, or the reference lists', and not this one's.
func (d *DB) HeldElsewhere(ctx context.Context, register string, row RowRef) (bool, error) {
	var elsewhere bool
	err := d.selectOne(ctx, &elsewhere, `
		select not exists (
		  select from register_rows where register = $1 and table_name = $2 and row_id = $3)`, register, row.Table, row.ID)
	return elsewhere, err
}

// RowsOf lists the rows that a register file has ever held.
func (d *DB) RowsOf(ctx context.Context, register string) ([]LabelledRow, error) {
	var rows []LabelledRow
	err := d.selectRows(ctx, &rows, `
		select table_name, row_id, label
		from register_rows
		where register = $1
		order by label`, register)
	return rows, err
}

// NamedTables lists the tables whose rows register files name by slug or code.
func NamedTables() []string {
	var names []string
	for _, table := range everyTable {
		if table.NameColumn() != "" {
			names = append(names, table.TableName())
		}
	}
	return names
}

// Slugs gives the primary keys of a table's rows by the slug or code that names them in register files.
func (d *DB) Slugs(ctx context.Context, table string) (map[string]int64, error) {
	i := slices.IndexFunc(everyTable, func(t AnyTable) bool { return t.TableName() == table && t.NameColumn() != "" })
	if i < 0 {
		return nil, fmt.Errorf("no slugs name the rows of %s", table)
	}
	column := everyTable[i].NameColumn()
	var found []struct {
		Slug string `db:"slug"`
		ID   int64  `db:"id"`
	}
	err := d.selectRows(ctx, &found, "select "+column+" as slug, id from "+table)
	ids := make(map[string]int64, len(found))
	for _, row := range found {
		ids[row.Slug] = row.ID
	}
	return ids, err
}

// LockForLong waits until no other program holds the lock of that name, and holds it until the transaction ends, which
// may then take its time.
func (d *DB) LockForLong(ctx context.Context, name string) error {
	if err := d.takeTime(ctx); err != nil {
		return err
	}
	return d.lock(ctx, name)
}

func (d *DB) lock(ctx context.Context, name string) error {
	_, err := d.exec(ctx, "select pg_advisory_xact_lock(hashtext('mithaq'), hashtext($1))", name)
	return err
}

// ImportLock is the name of the lock that imports and publications take: one at a time writes facts.
const ImportLock = "mithaq import"

// SettleConstraints tries now the rules that otherwise hold at the end of the transaction. The entry of the trail is still
// made there: it is one, and what makes it has all other writers wait until the end.
func (d *DB) SettleConstraints(ctx context.Context) error {
	var rules string
	if err := d.selectOne(ctx, &rules, `
		select string_agg(distinct quote_ident(conname), ', ') from pg_constraint
		where connamespace = 'public'::regnamespace and condeferred and conname <> 'record_entry'`); err != nil {
		return err
	}
	for _, when := range []string{" immediate", " deferred"} {
		if _, err := d.exec(ctx, "set constraints "+rules+when); err != nil {
			return err
		}
	}
	return nil
}
