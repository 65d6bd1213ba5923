package db_test

import (
	"strings"
	"testing"

	"mithaq/db/dbtest"
)

// facts change a published fact of every table that says when a row last changed.
var facts = map[string]string{
	"signings": "slug = slug || '-x'", "conventions": "slug = slug || '-x'", "partners": "slug = slug || '-x'",
	"commitments": "slug = slug || '-x'", "sources": "slug = slug || '-x'", "claims": "slug = slug || '-x'",
	"amendments": "slug = slug || '-x'", "documents": "slug = slug || '-x'", "openings": "slug = slug || '-x'",
	"replies": "slug = slug || '-x'", "reporting_schedules": "days_allowed = days_allowed + 1",
	"allocations": "figure_value = figure_value + 1",
}

func TestEveryDatedTableSaysWhenAFactOfItChanged(t *testing.T) {
	_, logins := dbtest.RegisterLogins(t)
	owner := connect(t, logins.Owner)
	var tables []struct {
		Name   string `db:"table_name"`
		Placed bool   `db:"placed"`
	}
	if err := owner.Select(&tables, `
		select table_name, exists (
		  select from information_schema.columns p where p.table_name = c.table_name and p.column_name = 'position') as placed
		from information_schema.columns c where table_schema = 'public' and column_name = 'updated_at'
		  and table_name in (select relname from pg_class where relkind = 'r')`); err != nil {
		t.Fatal(err)
	}
	if len(tables) != len(facts) {
		t.Errorf("%d tables are dated, and %d are tried", len(tables), len(facts))
	}
	tx := owner.MustBegin()
	defer func() { _ = tx.Rollback() }()
	tx.MustExec(published + "; set constraints all immediate")
	for _, table := range tables {
		tx.MustExec("alter table " + table.Name + " disable trigger user; update " + table.Name +
			" set updated_at = '2022-01-01'; alter table " + table.Name + " enable trigger user")
		try := func(change string, moves bool) {
			tx.MustExec("update " + table.Name + " set " + change)
			var moved, all int
			if err := tx.QueryRow("select count(*) filter (where updated_at = now()), count(*) from "+table.Name).Scan(&moved, &all); err != nil {
				t.Fatal(err)
			}
			if all == 0 || moves && moved != all || !moves && moved != 0 {
				t.Errorf("after %q, %d of %d rows of %s changed just now", change, moved, all, table.Name)
			}
		}
		column, _, _ := strings.Cut(facts[table.Name], " ")
		try(column+" = "+column, false)
		if table.Placed && table.Name != "reporting_schedules" { // whose place is their name
			try("position = position + 100", false)
		}
		try(facts[table.Name], true)
	}
}
