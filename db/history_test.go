package db_test

import (
	"slices"
	"strings"
	"testing"

	"mithaq/db"
	"mithaq/db/dbtest"
)

func TestLastChangeIsOfWhatIsRecordedAlone(t *testing.T) {
	_, logins := dbtest.RegisterLogins(t)
	owner := connect(t, logins.Owner)
	owner.MustExec("alter table conventions disable trigger user; update conventions set updated_at = '2022-01-01'; alter table conventions enable trigger user")
	for _, c := range []struct {
		statement string
		moved     bool
	}{
		{"update conventions set position = position + 10", false},
		{"update conventions set status = status", false},
		{"update conventions set ends_on = '2030'", true},
	} {
		tx := owner.MustBegin()
		tx.MustExec("select set_config('mithaq.actor', 'test', true), set_config('mithaq.reason', 'test', true)")
		tx.MustExec(c.statement)
		var moved bool
		if err := tx.Get(&moved, "select bool_and(updated_at = now()) from conventions"); err != nil || moved != c.moved {
			t.Errorf("%s: moved %v, %v; want %v", c.statement, moved, err, c.moved)
		}
		_ = tx.Rollback()
	}
}

func TestNewTargetIsAChangeOfItsCommitment(t *testing.T) {
	_, logins := dbtest.RegisterLogins(t)
	app, everyone := connect(t, logins.App), connect(t, logins.Public)
	tx := app.MustBegin()
	tx.MustExec("select set_config('mithaq.actor', 'amina', true), set_config('mithaq.reason', 'first amendment', true)")
	tx.MustExec(`
		insert into targets (commitment_id, version, kind, figure_value, figure_status, reason_fr)
		select id, 2, 'AMENDMENT', 7000, 'KNOWN', 'x' from commitments where slug = '2021-12-15-jobs-created'`)
	if err := tx.Commit(); err != nil {
		t.Fatal(err)
	}
	var found []struct {
		Table  string `db:"table_name"`
		Cause  string `db:"cause"`
		Before string `db:"before"`
		After  string `db:"after"`
	}
	if err := everyone.Select(&found, `
		select c.table_name, c.cause, b.figure_value::text as before, a.figure_value::text as after
		from public_changes c
		join targets b on b.id = (before_public ->> 'target_id')::bigint
		join targets a on a.id = (after_public ->> 'target_id')::bigint`); err != nil {
		t.Fatal(err)
	}
	if len(found) != 1 || found[0].Table != "commitments" || found[0].Cause != "first amendment" || found[0].Before != "6000" || found[0].After != "7000" {
		t.Errorf("the public history has %+v", found)
	}
}

// personal are writes over drafts of what is personal, each with a mark that must not come into the history.
var personal = []string{
	"update jobs set undertaking = 'MARK', contract_kind = 'INTERIM' where state = 'DRAFT'",
	"update jobs set occupation = 'MARK' where state = 'DRAFT'",
	"update jobs set started_on = '1999-09-09', ended_on = '1999-09-10' where state = 'DRAFT'",
	"update job_ends set ended_on = '1999-09-09' where state = 'DRAFT'",
	"update project_holder_details set full_name = 'MARK', telephone = 'MARK', email = 'MARK', project = 'MARK'",
	"update project_stages set stage = 'LEFT', left_reason = 'MARK', reached_on = '1999-09-09' where state = 'DRAFT'",
	"insert into beneficiary_profiles (job_id, gender, age_band, education, situation_before) values (20, 'FEMALE', 'UNDER_18', 'NONE', 'NEET')",
	"insert into fingerprints (job_id, key_version, fingerprint) values (20, 1, decode(repeat('ef', 32), 'hex'))",
	"update beneficiary_profiles set gender = 'UNKNOWN', age_band = 'FROM_45', education = 'HIGHER', situation_before = 'STUDENT' where job_id = 20",
	"update fingerprints set fingerprint = decode(repeat('0123456789abcdef', 4), 'hex') where job_id = 20", "insert into evidence (declaration_id, name) select id, 'x' from declarations where state = 'DRAFT'",
	"update evidence set name = 'MARK' where sha256 is null",
	"delete from project_holder_details", "delete from beneficiary_profiles", "delete from fingerprints", "delete from evidence where sha256 is null",
}

func TestNothingPersonalEntersTheHistory(t *testing.T) {
	_, logins := dbtest.RegisterLogins(t)
	tx := connect(t, logins.Owner).MustBegin()
	defer func() { _ = tx.Rollback() }()
	tx.MustExec("select set_config('mithaq.actor', 'test', true), set_config('mithaq.reason', 'test', true)")
	tx.MustExec(declared + drafts)
	for _, statement := range personal {
		tx.MustExec(statement)
	}
	var history []string
	if err := tx.Select(&history, "select concat_ws(' ', table_name, before, after) from changes"); err != nil {
		t.Fatal(err)
	}
	if len(history) < 5 { // the deletions at least are there
		t.Errorf("only %d changes were looked at", len(history))
	}
	for _, text := range history {
		for _, mark := range []string{"MARK", "1999-09", "0123456789abcdef", "FROM_45", "FEMALE", "NEET", "x\"", "4d41524b"} {
			if strings.Contains(text, mark) {
				t.Errorf("the history has %s", text)
			}
		}
	}
}

func TestPublicHistoryIsOfPublicTablesAlone(t *testing.T) {
	_, logins := dbtest.RegisterLogins(t)
	tx := connect(t, logins.Owner).MustBegin()
	defer func() { _ = tx.Rollback() }()
	tx.MustExec("select set_config('mithaq.actor', 'test', true), set_config('mithaq.reason', 'test', true)")
	tx.MustExec(declared + drafts)
	for _, statement := range append(personal, "update jobs set region_id = (select max(id) from regions) where state = 'DRAFT'",
		"update declarations set version = 2", "update partners set short_name = 'x'") {
		tx.MustExec(statement)
	}
	var tables []string
	if err := tx.Select(&tables, "select distinct table_name from public_changes"); err != nil || len(tables) != 1 || tables[0] != "partners" {
		t.Errorf("the public history is of %v, %v; want partners alone", tables, err)
	}
	var rows int
	if err := tx.Get(&rows, "select count(*) from verified_jobs"); err != nil || rows != 1 {
		t.Errorf("of three jobs of which one was accepted, %d are public, %v", rows, err)
	}
}

func TestWhatIsDecidedHidesNoPublicChange(t *testing.T) {
	d, logins := dbtest.RegisterLogins(t)
	owner := connect(t, logins.Owner)
	if err := as(owner, "test", `
		insert into changes (changed_at, changed_by, reason, kind, table_name, row_id, before, after)
		select now() - n * interval '1 minute', 'x', 'x', 'UPDATE', case when n > 18000 then 'partners' else 'declaration_rows' end, n,
		  '{"short_name": "x"}', '{"short_name": "y"}' from generate_series(1, 20000) n`); err != nil {
		t.Fatal(err)
	}
	owner.MustExec("analyze changes")
	list := db.Lists([]string{"public_changes"}, nil)[0]
	for _, order := range list.Orders {
		query, args, err := list.Statement(t.Context(), d, db.Paging{Order: order, Count: 5}, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		found := planOf(t, connect(t, logins.Public), "explain (format json) ", query, args, 0).flat()
		if !slices.ContainsFunc(found, func(p plan) bool { return p.Index == "changes_public_by_time" }) {
			t.Errorf("by %s, every decision is read before a public change", order)
		}
	}
}
