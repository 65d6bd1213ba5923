package db_test

import (
	"slices"
	"strings"
	"testing"

	"mithaq/db"
	"mithaq/db/dbtest"
)

// public is what everyone may read, by hand: a column that becomes public has to be named here as well.
var public = map[string]string{
	"registers":               "kind language",
	"sources":                 "id slug publisher_fr publisher_ar publisher_en title language author published_on address address_kind read_on",
	"regions":                 "id code name_fr name_ar name_en population population_as_of",
	"sectors":                 "id code name_fr name_ar name_en grouping",
	"indicators":              "id code position name_language name_fr name_ar name_en",
	"counting_rules":          "id indicator_id version applies_from applies_until register_own counting counted_from_stage sustained_after_value sustained_after_status neet_from_age_value neet_from_age_status neet_to_age_value neet_to_age_status definition_language definition_fr definition_ar definition_en",
	"orientations":            "id slug name_language name_fr name_ar name_en description_language description_fr description_ar description_en",
	"partners":                "id slug kind name_fr name_ar name_en short_name ice",
	"partner_names":           "id partner_id name language since until",
	"partner_ties":            "id kind partner_id other_id since until",
	"signings":                "id slug date title_language title_fr title_ar title_en occasion_language occasion_fr occasion_ar occasion_en theme_text theme_language place_fr place_ar place_en announced_conventions_value announced_conventions_status partners_coverage conventions_coverage delivery_sought_on",
	"signatories":             "id signing_id role partner_id position name_fr name_ar name_en short_name",
	"conventions":             "id slug signing_id position reference reference_kind status title_language title_fr title_ar title_en signed_on starts_on ends_on parties_coverage commitments_coverage orientations_coverage sectors_coverage regions_coverage",
	"parties":                 "id convention_id role partner_id position name_fr name_ar name_en",
	"signing_orientations":    "signing_id orientation_id",
	"convention_orientations": "convention_id orientation_id",
	"convention_regions":      "convention_id region_id",
	"convention_sectors":      "convention_id sector_id",
	"commitments":             "id slug signing_id convention_id indicator_id part_of_id position wording_language wording_fr wording_ar wording_en baseline_value baseline_status",
	"targets":                 "id commitment_id version kind figure_value figure_status due_on decided_on reason_language reason_fr reason_ar reason_en",
	"claims":                  "id slug signing_id source_id subject stance position statement_language statement_fr statement_ar statement_en figure_value figure_status quote_text quote_language speaker_fr speaker_ar speaker_en speaker_role_language speaker_role_fr speaker_role_ar speaker_role_en",
	"citations":               "id source_id fact place_language place_fr place_ar place_en statement_language statement_fr statement_ar statement_en quote_text quote_language signing_id signatory_id convention_id party_id partner_id partner_name_id partner_tie_id orientation_id commitment_id target_id region_id sector_id",
}

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
	open, closed := 0, 0
	for _, c := range columns {
		_, err := everyone.Exec("select " + c.Column + " from " + c.Table + " limit 1")
		if slices.Contains(strings.Fields(public[c.Table]), c.Column) {
			open++
			if err != nil {
				t.Errorf("%s.%s is public, and refused: %v", c.Table, c.Column, err)
			}
			continue
		}
		closed++
		if codeOf(err) != "42501" {
			t.Errorf("%s.%s is private, and the public's login read it (%v)", c.Table, c.Column, err)
		}
	}
	if want := len(strings.Fields(strings.Join(slices.Collect(mapValues(public)), " "))); open != want || closed < 50 {
		t.Errorf("%d columns are open and %d closed; want %d open", open, closed, want)
	}
}

func mapValues(m map[string]string) func(func(string) bool) {
	return func(yield func(string) bool) {
		for _, v := range m {
			if !yield(v) {
				return
			}
		}
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
		"begin read write; update partners set slug = 'x'",
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
		"grant insert on registers to mithaq_public":             "revoke insert on registers from mithaq_public",
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
		"update targets set version = 9", "delete from targets", "truncate targets", "drop trigger record_change on partners",
		"alter table partners disable trigger all", "select * from goose_db_version",
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
