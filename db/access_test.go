package db_test

import (
	"slices"
	"testing"

	"mithaq/db"
	"mithaq/db/dbtest"
)

// neverPublic are columns that no tag may open, whatever their table: a guard against a tag set by mistake.
var neverPublic = []string{"created_by", "created_at", "changed_by", "reason", "before", "after", "row_id", "version_id"}

func TestPublicLoginReadsPublicColumnsAndNoOthers(t *testing.T) {
	_, logins := dbtest.RegisterLogins(t)
	owner, everyone := connect(t, logins.Owner), connect(t, logins.Public)
	var columns []struct {
		Table  string `db:"table_name"`
		Column string `db:"column_name"`
	}
	if err := owner.Select(&columns, `
		select table_name, column_name
		from information_schema.columns
		where table_schema = 'public'
		order by table_name, ordinal_position`); err != nil {
		t.Fatal(err)
	}
	open, closed, public := 0, 0, db.PublicColumns()
	for _, c := range columns {
		_, err := everyone.Exec("select " + c.Column + " from " + c.Table + " limit 1")
		if slices.Contains(public[c.Table], c.Column) {
			open++
			if err != nil || slices.Contains(neverPublic, c.Column) {
				t.Errorf("%s.%s is tagged public: %v", c.Table, c.Column, err)
			}
			continue
		}
		closed++
		if codeOf(err) != "42501" {
			t.Errorf("%s.%s is private, and the public's login read it (%v)", c.Table, c.Column, err)
		}
	}
	if open < 150 || closed < 50 {
		t.Errorf("%d columns are open and %d closed: too few to have shown anything", open, closed)
	}
}

func TestPublicLoginCanNeitherWriteNorBecomeAnother(t *testing.T) {
	_, logins := dbtest.RegisterLogins(t)
	everyone := connect(t, logins.Public)
	everyone.SetMaxOpenConns(1)
	for _, try := range []string{
		"set role mithaq_app", "set role mithaq_owner", "set session authorization mithaq_app",
		"insert into registers (kind, language) values ('REAL', 'FR')", "update partners set slug = 'x'", "delete from claims",
		"truncate claims", "create table mine (x int)", "create temp table mine (x int)", "drop table claims",
		"select pg_read_file('/etc/passwd')", "copy claims to program 'true'", "alter role mithaq_public superuser",
		"select * from partners", "table changes", "select * from goose_db_version", "begin; lock table partners in exclusive mode",
		// Its sessions begin read-only, but that is a default that it may change: what holds is that nothing is granted.
		"set default_transaction_read_only = off; insert into registers (kind, language) values ('REAL', 'FR')",
		"begin read write; update partners set slug = 'x'", "begin read write; select rebuild_deliveries()",
		"begin read write; delete from verified_jobs",
		"table jobs", "table declarations", "table declaration_rows", "table job_ends", "table project_holders", "table project_stages",
		"table project_holder_details", "table beneficiary_profiles", "table fingerprints", "table evidence", "table decisions",
		"table confirmations", "table deliveries", "table decision_days", "table declaration_pasts", "table audit_trail", "select count(*) from jobs", "select from project_holders",
	} {
		_, err := everyone.Exec(try)
		if code := codeOf(err); code != "42501" && code != "25006" {
			t.Errorf("%q gave %v; want it refused", try, err)
		}
		_, _ = everyone.Exec("rollback")
		_, _ = everyone.Exec("reset role")
	}
	var memberships int
	if err := everyone.Get(&memberships, `
		select count(*) from pg_auth_members where member = (select oid from pg_roles where rolname = current_user)`); err != nil || memberships != 0 {
		t.Errorf("the public's login is a member of %d roles (%v)", memberships, err)
	}
}

func TestServingIsRefusedWhenThePublicSeesTooMuch(t *testing.T) {
	d, logins := dbtest.RegisterLogins(t)
	if err := d.CheckPublicLogin(t.Context()); err != nil {
		t.Fatalf("as it is, the check should pass: %v", err)
	}
	owner := connect(t, logins.Owner)
	for grant, revoke := range map[string]string{
		"grant select on changes to mithaq_public":               "revoke select on changes from mithaq_public",
		"grant select (created_by) on signings to mithaq_public": "revoke select (created_by) on signings from mithaq_public",
		"grant mithaq_owner to mithaq_public":                    "revoke mithaq_owner from mithaq_public",
		"alter role mithaq_public createrole":                    "alter role mithaq_public nocreaterole",
		"grant insert on registers to mithaq_public":             "revoke insert on registers from mithaq_public",
		"grant execute on function rebuild_deliveries to public": "revoke execute on function rebuild_deliveries from public",
	} {
		owner.MustExec(grant)
		if d.CheckPublicLogin(t.Context()) == nil {
			t.Errorf("after %q the check passes", grant)
		}
		owner.MustExec(revoke)
	}
	asApp, err := db.Open(db.Logins{Owner: logins.Owner, App: logins.App, Public: logins.App})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = asApp.Close() }()
	if asApp.CheckPublicLogin(t.Context()) == nil {
		t.Error("with the program's own login as the public's, the check passes")
	}
}

func TestProgramCannotRewriteTheHistoryNorTargets(t *testing.T) {
	_, logins := dbtest.RegisterLogins(t)
	app, owner := connect(t, logins.App), connect(t, logins.Owner)
	for _, try := range []string{
		"insert into changes (changed_by, reason, kind, table_name, row_id, before) values ('x', 'x', 'UPDATE', 'x', 1, '{}')",
		"update changes set reason = 'x'", "delete from changes", "truncate changes",
		"update targets set version = 9", "delete from targets", "truncate targets", "drop trigger change_recorded on partners",
		"alter table partners disable trigger all", "select * from goose_db_version",
		"insert into sources (slug, title, language, created_by) values ('x', 'x', 'FR', 'somebody else')",
		"insert into search_texts (noun) values ('x')", "update search_texts set text = 'x'", "delete from search_texts",
		"update sources set created_at = '1999-01-01'", "create temp table changes (x int)", "create table mine (x int)",
	} {
		if _, err := app.Exec(try); codeOf(err) != "42501" {
			t.Errorf("as the program, %q gave %v; want it refused", try, err)
		}
	}
	for try, constraint := range map[string]string{
		"update changes set reason = 'x'": "", // there is no row yet
		"truncate changes":                "changes_append_only",
		"update targets set version = 9":  "targets_append_only",
		"delete from targets":             "targets_append_only",
		"truncate targets cascade":        "targets_append_only",
	} {
		if _, err := owner.Exec(try); constraintOf(err) != constraint {
			t.Errorf("as the owner, %q gave %v; want %q", try, err, constraint)
		}
	}
}
