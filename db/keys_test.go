package db_test

import (
	"testing"

	"mithaq/db/dbtest"
)

// unfound are the foreign keys by which PostgreSQL would read a whole table, to see that nothing names a row of the big
// tables that is deleted. An index serves whose first column is the key's, over all rows that have one.
const unfound = `
	select k.conrelid::regclass || '.' || a.attname
	from pg_constraint k
	join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
	where k.contype = 'f'
	  and k.confrelid = any('{declarations,declaration_rows,jobs,project_holders}'::regclass[])
	  and not exists (
	    select from pg_index i
	    where i.indrelid = k.conrelid and i.indkey[0] = k.conkey[1]
	      and (i.indpred is null or pg_get_expr(i.indpred, i.indrelid) = format('(%I IS NOT NULL)', a.attname)))
	order by 1`

func TestWhatNamesADraftIsFoundByAnIndex(t *testing.T) {
	_, logins := dbtest.RegisterLogins(t)
	var found []string
	if err := connect(t, logins.Owner).Select(&found, unfound); err != nil || len(found) > 0 {
		t.Errorf("no index finds the rows of %v, %v", found, err)
	}
}
