package db_test

import (
	"testing"

	"mithaq/db/dbtest"
)

// revised is a draft with a row that is there and a new one, and a revision that was published.
const revised = known + `
	insert into revisions (id, title, started_by) overriding system value values (1, 'x', 1);
	insert into revisions (id, title, started_by, state, published_at, published_by, reason) overriding system value
	values (2, 'y', 1, 'PUBLISHED', now(), 1, 'why');
	insert into revision_rows (id, revision_id, position, operation, table_name, row_id, contents, base) overriding system value
	values (1, 1, 1, 'WRITE', 'partners', 1, '{}', '{}');
	insert into revision_rows (id, revision_id, position, operation, table_name, contents) overriding system value
	values (2, 1, 2, 'WRITE', 'partners', '{}');`

// brokenRevisions are writes over revised that break a rule, by the rule.
var brokenRevisions = map[string]string{
	"update revisions set title = '' where id = 1":           "revisions_title_given",
	"update revisions set version = 0 where id = 1":          "revisions_version_positive",
	"update revisions set reason = '' where id = 1":          "revisions_reason_given",
	"update revisions set state = 'SCHEDULED' where id = 1":  "revisions_scheduled_for_a_time",
	"update revisions set published_at = now() where id = 1": "revisions_published_with_a_reason",
	"update revisions set title = 'z' where id = 2":          "revisions_published_stay",
	"update revision_rows set version = 0":                   "revision_rows_version_positive",
	"update revision_rows set above_id = 1":                  "revision_rows_above_one",
	"update revision_rows set base = '{}' where id = 2":      "revision_rows_base_of_a_row",
	"update revision_rows set row_id = 1 where id = 2":       "revision_rows_once",
	"update revision_rows set position = 1 where id = 2":     "revision_rows_in_order",
}

func TestRevisionsKeepTheirRules(t *testing.T) {
	_, logins := dbtest.RegisterLogins(t)
	breakEach(t, connect(t, logins.Owner), revised, brokenRevisions)
}
