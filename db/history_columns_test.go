package db_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mithaq/db"
	"mithaq/db/dbtest"
)

// recorded are the columns of what is declared that the history keeps. What is of a person is none of them; a new column
// must be added here, or to those that keep() leaves out.
var recorded = map[string]string{
	"declarations":           "answer_due_on claim_ends_at claimed_by content_sha256 convention_id decided_at details_gone_on draw_sha256 entered_by_officer partner_id period_from period_until reference reopened_at state submitted_at submitted_by trail_position trail_sum version withdrawn_at",
	"declaration_rows":       "amends convention_id declaration_id kind partner_id position region_id replaces_id state version",
	"evidence":               "dated_on declaration_id kind media_type row_id sha256",
	"jobs":                   "amends_id contract_kind convention_id employer_id kind occupation_group_id refills_id region_id row_id sector_id signing_id",
	"job_ends":               "convention_id job_id kind row_id",
	"project_holders":        "convention_id first_id kind partner_id row_id",
	"project_holder_details": "project_holder_id",
	"project_stages":         "amends_id convention_id kind project_holder_id row_id",
	"beneficiary_profiles":   "gone_on job_id project_holder_id",
	"fingerprints":           "job_id key_version project_holder_id",
	"decisions":              "basis decided_on office_id outcome reason reasons round row_id",
	"confirmations":          "basis confirmed_on held job_id project_holder_id",
}

// removed takes away all that is declared, past the rules that keep it.
const removed = `
	alter table decisions disable trigger decisions_append_only;
	alter table confirmations disable trigger confirmations_append_only;
	do $do$ declare t text; begin
	  foreach t in array '{declarations,declaration_rows,jobs,job_ends,project_stages,project_holders,evidence}'::text[] loop
	    execute format('alter table %I disable trigger submitted_stay', t);
	  end loop;
	  foreach t in array '{confirmations,decisions,fingerprints,beneficiary_profiles,project_stages,project_holder_details,
	    project_holders,job_ends,jobs,declaration_rows,evidence,declarations}'::text[] loop
	    execute format('delete from %I', t);
	  end loop;
	end $do$`

func TestHistoryKeepsTheseColumnsOfWhatIsDeclared(t *testing.T) {
	_, logins := dbtest.RegisterLogins(t)
	tx := connect(t, logins.Owner).MustBegin()
	defer func() { _ = tx.Rollback() }()
	tx.MustExec("select set_config('mithaq.actor', 'test', true), set_config('mithaq.reason', 'test', true)")
	tx.MustExec(declared)
	tx.MustExec("set constraints all immediate") // triggers can't be switched off while others wait
	tx.MustExec(removed)
	var found []struct {
		Table   string `db:"table_name"`
		Columns string `db:"columns"`
	}
	if err := tx.Select(&found, `
		select table_name, string_agg(distinct key, ' ' order by key) as columns
		from changes, jsonb_object_keys(before || coalesce(after, '{}')) key
		where key not in ('id', 'created_at', 'created_by')
		group by 1`); err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, f := range found {
		got[f.Table] = f.Columns
	}
	if diff := cmp.Diff(recorded, got); diff != "" {
		t.Errorf("the history keeps other columns (-want +got):\n%s", diff)
	}
}

// everyColumn writes into the history, of each table, that every column changed from its name to its name.
const everyColumn = `
	insert into changes (changed_by, reason, kind, table_name, row_id, before, after)
	select 'MARK', 'why', 'UPDATE', table_name, 1, n, n
	from (select table_name, jsonb_object_agg(column_name, table_name || '.' || column_name) as n
	      from information_schema.columns where table_schema = 'public' group by 1) t`

func TestPublicHistoryShowsPublicColumnsAlone(t *testing.T) {
	_, logins := dbtest.RegisterLogins(t)
	connect(t, logins.Owner).MustExec("select set_config('mithaq.actor', 'test', true);" + everyColumn)
	var found []struct {
		Table string `db:"table_name"`
		Text  string `db:"text"`
	}
	if err := connect(t, logins.Public).Select(&found, `
		select table_name, concat_ws(' ', before_public, after_public, cause, removed) as text from public_changes`); err != nil {
		t.Fatal(err)
	}
	public, shown := db.PublicColumns(), 0
	for _, f := range found {
		for _, word := range strings.FieldsFunc(f.Text, func(r rune) bool { return strings.ContainsRune(`"{},: `, r) }) {
			table, column, isColumn := strings.Cut(word, ".")
			if isColumn {
				shown++
			}
			if word == "MARK" || isColumn && (table != f.Table || !slices.Contains(public[table], column)) {
				t.Errorf("the public history of %s shows %s", f.Table, word)
			}
		}
		if strings.HasPrefix(f.Table, "verified_") || strings.HasSuffix(f.Table, "_deliveries") {
			t.Errorf("the public history has changes of %s, which is a view", f.Table)
		}
	}
	if len(found) < 18 || shown < 300 {
		t.Errorf("%d tables and %d columns are shown: too few to have shown anything", len(found), shown)
	}
}

func TestVerifiedJobsHaveTheColumnsOfJobAndNoOthers(t *testing.T) {
	_, logins := dbtest.RegisterLogins(t)
	owner := connect(t, logins.Owner)
	var columns, want []string
	if err := owner.Select(&columns, "select column_name from information_schema.columns where table_name = 'verified_jobs' order by 1"); err != nil {
		t.Fatal(err)
	}
	for _, c := range db.Jobs.Columns() {
		want = append(want, c.Name)
	}
	slices.Sort(want)
	if !slices.Equal(columns, want) || len(want) != 9 {
		t.Errorf("verified_jobs has %v; want %v", columns, want)
	}
	tx := owner.MustBegin()
	defer func() { _ = tx.Rollback() }()
	tx.MustExec(sixtyJobs)
	tx.MustExec("update declaration_rows set state = 'WAITING' where id > 5")
	for i, outcome := range []string{"RETURNED", "REFUSED", "ACCEPTED"} {
		tx.MustExec(fmt.Sprintf("insert into decisions (row_id, outcome, basis, reason, reasons) values (%d, '%[2]s', %s, 'x')",
			11+i, outcome, map[bool]string{true: "'CALL', null", false: "null, 'OTHER'"}[outcome == "ACCEPTED"]))
	}
	tx.MustExec("update declaration_rows set state = 'WITHDRAWN' where id = 14; update declaration_rows set state = 'REPLACED' where id = 15")
	var ids []int64
	if err := tx.Select(&ids, "select id from verified_jobs"); err != nil || !slices.Equal(ids, []int64{13}) {
		t.Errorf("the jobs %v are public, %v; want that of the accepted row alone", ids, err)
	}
}

// TestHistoryLooksAtEveryColumn looks for each column that is recorded in what looks for changes of its table, and at a column
// that a later migration might add.
func TestHistoryLooksAtEveryColumn(t *testing.T) {
	_, logins := dbtest.RegisterLogins(t)
	owner := connect(t, logins.Owner)
	owner.MustExec("alter table sources add column shelf text")
	unseen := func() (columns []string) {
		t.Helper()
		if err := owner.Select(&columns, `
			select format('%s.%s', k.kept, a.attname)
			from kept_histories k
			join pg_attribute a on a.attrelid = k.kept and a.attnum > 0 and not a.attisdropped
			join pg_proc p on p.proname = 'record_changes_of_' || k.kept
			where a.attname <> all (k.unrecorded || '{id,created_at,created_by,updated_at,sort_name}')
			  and position(format('''%s'', n.%I)', a.attname, a.attname) in p.prosrc) = 0
			order by 1`); err != nil {
			t.Fatal(err)
		}
		return columns
	}
	if got := unseen(); !slices.Equal(got, []string{"sources.shelf"}) {
		t.Errorf("no change is seen of %v; want the new column alone", got)
	}
	owner.MustExec("call write_histories()")
	if got := unseen(); got != nil {
		t.Errorf("no change is seen of %v", got)
	}
	owner.MustExec("select set_config('mithaq.actor', 'test', false), set_config('mithaq.reason', 'test', false); update sources set shelf = 'B 7'")
	var same bool
	if err := owner.Get(&same, `
		select count(*) = (select count(*) from sources) from changes
		where table_name = 'sources' and before = '{"shelf": null}' and after = '{"shelf": "B 7"}'`); err != nil || !same {
		t.Errorf("the new column's changes are not in the history (%v)", err)
	}
}
