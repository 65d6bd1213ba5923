package db

import (
	"context"
	"fmt"
	"slices"
)

// HeldRow is a row of a table, as register files see it: the one that is asked about holds it, or none does.
type HeldRow struct {
	ID   int64
	Held bool
	Row  any // a *T of the table
}

// heldBy joins a row to the register file $1 that holds it, and leaves out what only others hold. $2 is the table.
const heldBy = `
	left join register_rows h on h.register = $1 and h.table_name = $2 and h.row_id = t.id
	where h.register is not null
	   or not exists (select from register_rows o where o.table_name = $2 and o.row_id = t.id)`

// HeldRows reads the rows of a table that a register file holds and those that no file does, in the order in which a
// file lists them.
func (t *Table[T]) HeldRows(ctx context.Context, d *DB, register string) ([]HeldRow, error) {
	var found []struct {
		ID   int64 `db:"id"`
		Held bool  `db:"held"`
		Row  T     `db:"row"`
	}
	err := d.selectRows(ctx, &found, "select t.id, h.register is not null as held, "+t.read+" from "+t.Name+" t"+heldBy+
		"\norder by "+t.fileOrder(), register, t.Name)
	rows := make([]HeldRow, len(found))
	for i := range found {
		rows[i] = HeldRow{found[i].ID, found[i].Held, &found[i].Row}
	}
	return rows, err
}

// fileOrder is the order of a register file's list: that of the rows' places in it, where they are kept; else by name,
// so that the same facts give the same file; else that in which they were written.
func (t *Table[T]) fileOrder() string {
	placed := slices.ContainsFunc(t.columns, func(c Column) bool { return c.Name == "position" })
	switch {
	case placed && !slices.Contains(t.Key, "position"):
		return "t.position, t.id"
	case t.NameColumn() != "":
		return "t." + t.NameColumn()
	}
	return "t.id"
}

// HeldLink is a row of a table of links.
type HeldLink struct {
	From int64 `db:"from_id"`
	To   int64 `db:"to_id"`
}

// HeldLinks is HeldRows for a table of links, in no order.
func (d *DB) HeldLinks(ctx context.Context, table, register string) ([]HeldLink, error) {
	var found []HeldLink
	columns, ok := links[table]
	if !ok {
		return nil, fmt.Errorf("%s is no table of links", table)
	}
	err := d.selectRows(ctx, &found, fmt.Sprintf("select t.%s as from_id, t.%s as to_id from %s t", columns[0], columns[1], table)+heldBy,
		register, table)
	return found, err
}

// RegisterFiles lists the slugs of the register files that hold rows of this database.
func (d *DB) RegisterFiles(ctx context.Context) ([]string, error) {
	var slugs []string
	err := d.selectRows(ctx, &slugs, "select distinct register from register_rows order by register")
	return slugs, err
}
