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
	"insert into registers (id, kind, language) values (2, 'REAL', 'FR')":                                                   "registers_only_one",
	"update sources set slug = 'la-vie-eco-2021-12' where slug = 'nma-2010'":                                                "sources_slug_once",
	"update sources set slug = 'Not A Slug' where slug = 'nma-2010'":                                                        "slug_is_plain",
	"update sources set address = 'example.org', address_kind = null":                                                       "sources_address_kind_known",
	"update sources set published_on = '2021-13'":                                                                           "partial_date_is_a_date",
	"update sources set published_on = '2021-02-30'":                                                                        "partial_date_is_a_date",
	"update sources set published_on = '21-12-15'":                                                                          "partial_date_is_a_date",
	"update regions set code = 'MA-13' where code = 'MA-12'":                                                                "regions_code_iso_3166_2",
	"update regions set population = 0":                                                                                     "regions_population_positive",
	"update sectors set code = 'V' where code = 'A'":                                                                        "sectors_code_nma_2010",
	"update partners set ice = '123456789012345'":                                                                           "partners_ice_check_digits",
	"update partners set name_fr = null, name_en = null":                                                                    "partners_name_given",
	"insert into partner_ties (kind, partner_id, other_id, position) select 'MEMBER', id, id, 1 from partners limit 1":      "partner_ties_between_two",
	"insert into partner_ties (kind, partner_id, other_id, position) select 'SUCCESSOR', min(id), max(id), 1 from partners": "partner_ties_succession_dated",
	"insert into partner_ties (kind, partner_id, other_id, position, since, until) select 'MEMBER', min(id), max(id), 1, '2022', '2021-12' from partners": "partner_ties_until_after_since",
	"update signings set withdrawn_at = now()": "signings_withdrawn_last",
	"update partners set withdrawn_at = now() where exists (select from signatories s where s.partner_id = partners.id)": "partners_withdrawn_last",
	"update sources set withdrawn_at = now()": "sources_withdrawn_last",
	"update citations set withdrawn_at = now(); update claims set withdrawn_at = now(); update sources set withdrawn_at = now(); update citations set withdrawn_at = null; set constraints all immediate":                                            "rows_stand_on_what_stands",
	"update conventions set withdrawn_at = now(); insert into replies (slug, partner_id, convention_id, replied_on, words_text, words_language) select 'x', min(s.partner_id), min(c.id), '2024-01-01', 'x', 'FR' from signatories s, conventions c": "rows_stand_on_what_stands",
	"update conventions set withdrawn_at = now(); insert into parties (slug, convention_id, position, role, name_fr) select 'x', min(id), 9, 'WITNESS', 'x' from conventions":                                                                        "rows_stand_on_what_stands",
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
	"update claims set quote_text = null":                                                                                                     "claims_quote_language_known",
	"update citations set region_id = (select min(id) from regions) where region_id is null":                                                  "citations_support_one_row",
	"update partners set created_by = 'somebody else'":                                                                                        "first_writer_stays",
	"insert into changes (changed_by, reason, kind, table_name, row_id, before) values ('x', 'x', 'INSERT', 'x', 1, '{}')":                    "changes_kind",
	"update sources set title = ''":                                                                                                           "sources_title_given",
	"insert into regions overriding user value select * from regions limit 1":                                                                 "regions_code_once",
	"insert into sectors overriding user value select * from sectors limit 1":                                                                 "sectors_code_once",
	"insert into indicators overriding user value select * from indicators limit 1":                                                           "indicators_code_once",
	"update indicators set code = 'jobs'":                                                                                                     "indicators_code_plain",
	"update indicators set name_fr = null":                                                                                                    "indicators_name_original",
	"update counting_rules set version = 0":                                                                                                   "counting_rules_version_positive",
	"update counting_rules set applies_until = '2020'":                                                                                        "counting_rules_end_after_start",
	"update counting_rules set sustained_after_value = null, sustained_after_status = 'KNOWN'":                                                "counting_rules_sustained_after_figure",
	"update counting_rules set neet_from_age_value = 15":                                                                                      "counting_rules_neet_from_age_figure",
	"update counting_rules set neet_to_age_value = 24":                                                                                        "counting_rules_neet_to_age_figure",
	"update counting_rules set definition_fr = ''":                                                                                            "counting_rules_definition_original",
	"update counting_rules set excluded_contracts = 'CDI,SEASONAL'":                                                                           "counting_rules_excluded_contracts",
	"insert into counting_rules overriding user value select * from counting_rules limit 1":                                                   "counting_rules_version_once",
	"insert into partner_names overriding user value select * from partner_names limit 1":                                                     "partner_names_once",
	"update partner_names set name = ''":                                                                                                      "partner_names_name_given",
	"update partner_names set since = '2021', until = '2020'":                                                                                 "partner_names_until_after_since",
	"insert into partner_ties (kind, partner_id, other_id, position) select 'MEMBER', min(id), max(id), 1 from partners, generate_series(1, 2) n group by n": "partner_ties_once",
	"update orientations set name_fr = null":                                                           "orientations_name_original",
	"update orientations set description_language = 'EN', description_en = null, description_fr = 'x'": "orientations_description_original",
	"insert into orientations overriding user value select * from orientations limit 1":                "orientations_slug_once",
	"update partners set slug = (select min(slug) from partners)":                                      "partners_slug_once",
	"update partners set ice = '000000000000097'":                                                      "partners_ice_once",
	"update signings set occasion_fr = ''":                                                             "signings_occasion_original",
	"insert into signings overriding user value select * from signings limit 1":                        "signings_slug_once",
	"update signatories set name_fr = null, name_ar = null, name_en = null":                            "signatories_name_given",
	"insert into signatories overriding user value select * from signatories limit 1":                  "signatories_once",
	"insert into signatories (signing_id, slug, role, partner_id, position, name_fr) select signing_id, 'x', role, partner_id, position, 'x' from signatories where role = 'PARTNER' limit 1": "signatories_partner_once",
	"insert into signing_orientations overriding user value select * from signing_orientations limit 1":                                                                                       "signing_orientations_once",
	"update conventions set title_en = 'x'":                                                                                                                                                                                     "conventions_title_original",
	"insert into conventions overriding user value select * from conventions limit 1":                                                                                                                                           "conventions_slug_once",
	"insert into parties (convention_id, slug, role, position) select id, 'x', 'AGENCY', 1 from conventions":                                                                                                                    "parties_name_given",
	"insert into parties (convention_id, slug, role, position, name_fr) select id, 'x', 'PARTNER', 1, 'x' from conventions":                                                                                                     "parties_partner_known",
	"insert into parties (convention_id, slug, role, position, name_fr) select id, 'x', 'AGENCY', n, 'x' from conventions, generate_series(1, 2) n":                                                                             "parties_once",
	"insert into parties (convention_id, slug, role, partner_id, position, name_fr) select c.id, 'x' || n || '-' || p.id, 'PARTNER', p.id, 1, 'x' from conventions c, partners p, generate_series(1, 2) n":                      "parties_partner_once",
	"insert into convention_orientations (convention_id, orientation_id) select c.id, o.id from conventions c, orientations o, generate_series(1, 2)":                                                                           "convention_orientations_once",
	"insert into convention_regions (convention_id, region_id) select c.id, r.id from conventions c, regions r, generate_series(1, 2)":                                                                                          "convention_regions_once",
	"insert into convention_sectors (convention_id, sector_id) select c.id, s.id from conventions c, sectors s, generate_series(1, 2)":                                                                                          "convention_sectors_once",
	"update commitments set part_of_id = (select max(id) from commitments) where id = (select min(id) from commitments)":                                                                                                        "commitments_part_of_convention",
	"insert into commitments (slug, convention_id, part_of_id, indicator_id, position, wording_fr, baseline_status) select 'x', max(c.id), max(w.id), min(w.indicator_id), 1, 'x', 'UNKNOWN' from conventions c, commitments w": "commitments_part_counts_the_same",
	"update commitments set wording_fr = ''":                                                                                                  "commitments_wording_original",
	"insert into commitments overriding user value select * from commitments limit 1":                                                         "commitments_slug_once",
	"insert into targets (commitment_id, version, kind, figure_status, reason_fr) select id, 0, 'AMENDMENT', 'UNKNOWN', 'x' from commitments": "targets_version_positive",
	"insert into targets (commitment_id, version, kind, figure_status, reason_fr) select id, 2, 'AMENDMENT', 'KNOWN', 'x' from commitments":   "targets_figure",
	"insert into targets (commitment_id, version, kind, figure_status) select id, 1, 'SIGNATURE', 'UNKNOWN' from commitments":                 "targets_version_once",
	"update claims set statement_fr = null":                                                                                                   "claims_statement_original",
	"update claims set figure_value = null":                                                                                                   "claims_figure",
	"insert into claims overriding user value select * from claims limit 1":                                                                   "claims_slug_once",
	"update citations set statement_fr = ''":                                                                                                  "citations_statement_original",
	"update citations set quote_text = 'x', quote_language = null":                                                                            "citations_quote_language_known",
	"insert into citations overriding user value select * from citations limit 1":                                                             "citations_once",
	"insert into commitments (slug, signing_id, indicator_id, position, wording_fr, baseline_status) select 'x', min(g.id), min(i.id), 9, 'x', 'NOT_APPLICABLE' from signings g, indicators i; set constraints all immediate": "commitments_have_a_target",
	"update search_texts set folded = ''":                                               "search_texts_not_blank",
	"insert into search_texts overriding user value select * from search_texts limit 1": "search_texts_once",
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

func TestConventionKeepsItsPartsWhenItMoves(t *testing.T) {
	_, logins := dbtest.RegisterLogins(t)
	for _, move := range []string{
		"update conventions set signing_id = null where slug = '2021-12-15-anapec-1'",
		"update commitments set signing_id = null, convention_id = (select max(id) from conventions) where slug = '2021-12-15-jobs-created'",
	} {
		tx := connect(t, logins.Owner).MustBegin()
		tx.MustExec("select set_config('mithaq.actor', 'test', true), set_config('mithaq.reason', 'test', true)")
		tx.MustExec(`
			with part as (
			  insert into commitments (slug, convention_id, part_of_id, indicator_id, position, wording_fr, baseline_status)
			  select 'part', c.id, w.id, w.indicator_id, 1, 'x', 'NOT_APPLICABLE'
			  from conventions c, commitments w
			  where c.slug = '2021-12-15-anapec-1' and w.slug = '2021-12-15-jobs-created'
			  returning id)
			insert into targets (commitment_id, version, kind, figure_status)
			select id, 1, 'SIGNATURE', 'UNKNOWN' from part;
			set constraints all immediate;
			set constraints all deferred`)
		if _, err := tx.Exec(move + "; set constraints all immediate"); constraintOf(err) != "commitments_part_of_own_signing" {
			t.Errorf("%s gave %v", move, err)
		}
		_ = tx.Rollback()
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
		{"ContractKind", db.ContractKind("").Values()}, {"DocumentKind", db.DocumentKind("").Values()},
		{"ReportingPeriod", db.ReportingPeriod("").Values()}, {"Gender", db.Gender("").Values()}, {"AgeBand", db.AgeBand("").Values()},
		{"Education", db.Education("").Values()}, {"SituationBefore", db.SituationBefore("").Values()},
		{"Basis", db.Basis("").Values()}, {"DeclarationState", db.DeclarationState("").Values()}, {"RowKind", db.RowKind("").Values()},
		{"RowState", db.RowState("").Values()}, {"Outcome", db.Outcome("").Values()},
		{"DecisionReason", db.DecisionReason("").Values()}, {"IdentityKind", db.IdentityKind("").Values()},
		{"DecisionRound", db.DecisionRound("").Values()}, {"PersonRequestKind", db.PersonRequestKind("").Values()},
		{"PersonRequestState", db.PersonRequestState("").Values()}, {"PersonRequestReason", db.PersonRequestReason("").Values()},
		{"IdentityCheck", db.IdentityCheck("").Values()},
		{"RevisionState", db.RevisionState("").Values()}, {"RevisionOperation", db.RevisionOperation("").Values()},
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
