package db_test

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"mithaq/db"
	"mithaq/db/dbtest"
)

// broken are writes that a named constraint refuses, whoever makes them and whatever the program would have checked.
var broken = map[string]string{
	"insert into registers (id, kind, language) values (2, 'REAL', 'FR')":                                                                     "registers_only_one",
	"update sources set slug = 'la-vie-eco-2021-12' where slug = 'nma-2010'":                                                                  "sources_slug_once",
	"update sources set slug = 'Not A Slug' where slug = 'nma-2010'":                                                                          "slug_is_plain",
	"update sources set address = 'example.org', address_kind = null":                                                                         "sources_address_kind_known",
	"update sources set published_on = '2021-13'":                                                                                             "partial_date_is_a_date",
	"update sources set published_on = '2021-02-30'":                                                                                          "partial_date_is_a_date",
	"update sources set published_on = '21-12-15'":                                                                                            "partial_date_is_a_date",
	"update regions set code = 'MA-13' where code = 'MA-12'":                                                                                  "regions_code_iso_3166_2",
	"update regions set population = 0":                                                                                                       "regions_population_positive",
	"update sectors set code = 'V' where code = 'A'":                                                                                          "sectors_code_nma_2010",
	"update partners set ice = '123456789012345'":                                                                                             "partners_ice_check_digits",
	"update partners set name_fr = null, name_en = null":                                                                                      "partners_name_given",
	"insert into partner_ties (kind, partner_id, other_id) select 'MEMBER', id, id from partners limit 1":                                     "partner_ties_between_two",
	"insert into partner_ties (kind, partner_id, other_id) select 'SUCCESSOR', min(id), max(id) from partners":                                "partner_ties_succession_dated",
	"insert into partner_ties (kind, partner_id, other_id, since, until) select 'MEMBER', min(id), max(id), '2022', '2021-12' from partners":  "partner_ties_until_after_since",
	"update signings set title_language = 'EN', title_en = null":                                                                              "signings_title_original",
	"update signings set theme_language = null":                                                                                               "signings_theme_language_known",
	"update signings set announced_conventions_status = 'NOT_PUBLISHED'":                                                                      "signings_announced_conventions_figure",
	"update signings set announced_conventions_value = null":                                                                                  "signings_announced_conventions_figure",
	"update signatories set partner_id = null where role = 'PARTNER'":                                                                         "signatories_partner_known",
	"update signatories set role = 'WITNESS' where role = 'PARTNER'":                                                                          "signatories_partner_known",
	"update conventions set reference = '1/8'":                                                                                                "conventions_reference_once",
	"update conventions set starts_on = '2022', ends_on = '2021-12-31'":                                                                       "conventions_end_after_start",
	"update commitments set convention_id = (select min(id) from conventions)":                                                                "commitments_of_one_thing",
	"update commitments set signing_id = null":                                                                                                "commitments_of_one_thing",
	"update commitments set part_of_id = id":                                                                                                  "commitments_part_of_another",
	"update commitments set baseline_value = 0":                                                                                               "commitments_baseline_figure",
	"insert into targets (commitment_id, version, kind, figure_status) select id, 2, 'SIGNATURE', 'UNKNOWN' from commitments":                 "targets_first_at_signature",
	"insert into targets (commitment_id, version, kind, figure_status) select id, 2, 'AMENDMENT', 'UNKNOWN' from commitments":                 "targets_change_has_reason",
	"insert into targets (commitment_id, version, kind, figure_status, reason_fr) select id, 3, 'AMENDMENT', 'UNKNOWN', 'x' from commitments": "targets_follow_one_another",
	"update claims set speaker_fr = 'x' where speaker_fr is null":                                                                             "claims_speaker_has_role",
	"update claims set due_on = '2023'":                                                                                                       "claims_due_on_of_due_date",
	"update claims set quote_text = null":                                                                                                     "claims_quote_language_known",
	"update citations set region_id = (select min(id) from regions) where region_id is null":                                                  "citations_support_one_row",
	"update partners set created_by = 'somebody else'":                                                                                        "first_writer_stays",
	"insert into commitments (slug, signing_id, indicator_id, position, wording_fr, baseline_status) select 'x', min(g.id), min(i.id), 9, 'x', 'NOT_APPLICABLE' from signings g, indicators i; set constraints all immediate": "commitments_have_a_target",
}

func TestNamedConstraintsRefuseWhatBreaksTheRules(t *testing.T) {
	_, logins := dbtest.RegisterLogins(t)
	owner := connect(t, logins.Owner)
	for statement, constraint := range broken {
		tx := owner.MustBegin()
		tx.MustExec("select set_config('mithaq.actor', 'test', true)")
		tx.MustExec("select set_config('mithaq.reason', 'test', true)")
		if _, err := tx.Exec(statement); constraintOf(err) != constraint {
			t.Errorf("%s\n  gave %v; want %s", statement, err, constraint)
		}
		_ = tx.Rollback()
	}
	if _, err := owner.Exec("update partners set short_name = 'x'"); constraintOf(err) != "somebody_acts" {
		t.Errorf("a change by nobody gave %v; want somebody_acts", err)
	}
}

func TestPartOfAnotherSigningIsRefused(t *testing.T) {
	_, logins := dbtest.RegisterLogins(t)
	tx := connect(t, logins.Owner).MustBegin()
	defer func() { _ = tx.Rollback() }()
	tx.MustExec("select set_config('mithaq.actor', 'test', true)")
	tx.MustExec(`
		insert into signings (slug, date, title_fr, announced_conventions_status, partners_coverage, conventions_coverage)
		values ('another', '2022', 'x', 'NOT_PUBLISHED', 'PARTIAL', 'PARTIAL')`)
	tx.MustExec(`
		insert into conventions (slug, signing_id, position, reference, reference_kind, status, parties_coverage,
		  commitments_coverage, orientations_coverage, sectors_coverage, regions_coverage)
		select 'another-1', id, 1, '1', 'OFFICIAL', 'SIGNED', 'PARTIAL', 'PARTIAL', 'PARTIAL', 'PARTIAL', 'PARTIAL'
		from signings where slug = 'another'`)
	_, err := tx.Exec(`
		insert into commitments (slug, convention_id, part_of_id, indicator_id, position, wording_fr, baseline_status)
		select 'another-jobs', c.id, whole.id, whole.indicator_id, 1, 'x', 'NOT_APPLICABLE'
		from conventions c, commitments whole
		where c.slug = 'another-1' and whole.slug = '2021-12-15-jobs-created';
		set constraints all immediate`)
	if constraintOf(err) != "commitments_part_of_own_signing" {
		t.Errorf("a part of another signing's commitment gave %v", err)
	}
}

func TestHistoryKeepsWhatWasWhoChangedItAndWhy(t *testing.T) {
	d, logins := dbtest.RegisterLogins(t)
	app := connect(t, logins.App)
	change := func(statement string) {
		t.Helper()
		tx := app.MustBegin()
		tx.MustExec("select set_config('mithaq.actor', 'amina', true), set_config('mithaq.reason', 'it was misspelt', true)")
		tx.MustExec(statement)
		if err := tx.Commit(); err != nil {
			t.Fatal(err)
		}
	}
	change("update partners set short_name = 'LYDEC' where slug = 'lydec'")
	change("update partners set short_name = 'LYDEC' where slug = 'lydec'") // changes nothing, and leaves no trace
	change("delete from claims where slug = 'ecoactu-due-date'")
	var found []struct {
		By     string  `db:"changed_by"`
		Reason string  `db:"reason"`
		Kind   string  `db:"kind"`
		Table  string  `db:"table_name"`
		Before string  `db:"before"`
		After  *string `db:"after"`
	}
	if err := connect(t, logins.Owner).Select(&found, `
		select changed_by, reason, kind, table_name, before, after from changes order by id`); err != nil {
		t.Fatal(err)
	}
	if len(found) != 2 {
		t.Fatalf("%d changes are kept, want 2: %+v", len(found), found)
	}
	if f := found[0]; f.By != "amina" || f.Reason != "it was misspelt" || f.Kind != "UPDATE" || f.Table != "partners" ||
		f.Before != `{"short_name": null}` || f.After == nil || *f.After != `{"short_name": "LYDEC"}` {
		t.Errorf("the change is kept as %+v", f)
	}
	if f := found[1]; f.Kind != "DELETE" || f.Table != "claims" || !strings.Contains(f.Before, `"slug": "ecoactu-due-date"`) || f.After != nil {
		t.Errorf("the deletion is kept as %+v", f)
	}
	_ = d
}

func TestEnumsAreSpelledTheSameEverywhere(t *testing.T) {
	_, logins := dbtest.RegisterLogins(t)
	schema := readSchema(t)
	for _, e := range []struct {
		name   string
		values []string
	}{
		{"Language", db.Language("").Values()}, {"Coverage", db.Coverage("").Values()}, {"FigureStatus", db.FigureStatus("").Values()},
		{"RegisterKind", db.RegisterKind("").Values()}, {"AddressKind", db.AddressKind("").Values()},
		{"SectorGrouping", db.SectorGrouping("").Values()}, {"Counting", db.Counting("").Values()}, {"Stage", db.Stage("").Values()},
		{"PartnerKind", db.PartnerKind("").Values()}, {"PartnerTieKind", db.PartnerTieKind("").Values()},
		{"SignatoryRole", db.SignatoryRole("").Values()}, {"ReferenceKind", db.ReferenceKind("").Values()},
		{"ConventionStatus", db.ConventionStatus("").Values()}, {"TargetKind", db.TargetKind("").Values()},
		{"ClaimSubject", db.ClaimSubject("").Values()}, {"ClaimStance", db.ClaimStance("").Values()},
	} {
		var inGraph, inPostgres []string
		for _, v := range schema.Types[e.name].EnumValues {
			inGraph = append(inGraph, v.Name)
		}
		name := strings.ToLower(regexp.MustCompile(`(.)([A-Z])`).ReplaceAllString(e.name, "${1}_$2"))
		if err := connect(t, logins.Owner).Select(&inPostgres, "select unnest(enum_range(null::"+name+"))::text"); err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(e.values, inGraph) || !slices.Equal(e.values, inPostgres) {
			t.Errorf("%s: Go %v, GraphQL %v, PostgreSQL %v", e.name, e.values, inGraph, inPostgres)
		}
	}
	for name, definition := range schema.Types {
		if definition.Kind == ast.Enum && !definition.BuiltIn && !strings.HasPrefix(name, "__") && len(definition.EnumValues) == 0 {
			t.Errorf("%s has no values", name)
		}
	}
}

func readSchema(t *testing.T) *ast.Schema {
	t.Helper()
	entries, err := os.ReadDir("../graph")
	if err != nil {
		t.Fatal(err)
	}
	var sources []*ast.Source
	for _, entry := range entries {
		if strings.HasSuffix(entry.Name(), ".graphqls") {
			text, err := os.ReadFile("../graph/" + entry.Name())
			if err != nil {
				t.Fatal(err)
			}
			sources = append(sources, &ast.Source{Name: entry.Name(), Input: string(text)})
		}
	}
	return gqlparser.MustLoadSchema(sources...)
}
