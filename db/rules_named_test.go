package db_test

import (
	"maps"
	"slices"
	"testing"

	"mithaq/db/dbtest"
)

// elsewhere are the rules that tests of their own break, by the name of the test, and those that no statement can break
// alone: the keys that only foreign keys point to hold more columns than a unique one.
var elsewhere = map[string]string{
	"somebody_acts":                   "TestNamedConstraintsRefuseWhatBreaksTheRules",
	"commitments_part_of_own_signing": "TestPartOfAnotherSigningIsRefused",
	"changes_append_only":             "TestProgramCannotRewriteTheHistoryNorTargets",
	"targets_append_only":             "TestProgramCannotRewriteTheHistoryNorTargets",
	"commitments_same_indicator":      "",
	"declarations_same_partner":       "",
	"declaration_rows_same_kind":      "",
	"conventions_same_signing":        "",
	"account_roles_same_account":      "",
}

// everyRule lists the rules that have names: constraints and named foreign keys, unique indexes that are no constraint's,
// what functions raise, and the tables that are only ever added to.
const everyRule = `
	select conname::text from pg_constraint
	where connamespace = 'public'::regnamespace and (contype in ('c', 'u') or contype = 'f' and conname !~ '_fkey[0-9]*$')
	union
	select i.indexrelid::regclass::text from pg_index i join pg_class c on c.oid = i.indrelid
	where c.relnamespace = 'public'::regnamespace and i.indisunique
	  and not exists (select from pg_constraint k where k.conindid = i.indexrelid)
	union
	select (regexp_matches(prosrc, 'constraint = ''([a-z_]+)''', 'g'))[1] from pg_proc where pronamespace = 'public'::regnamespace
	union
	select rtrim(encode(tgargs, 'escape'), '\000') from pg_trigger where tgfoid in ('refuse_taking_back'::regproc, 'check_state'::regproc, 'check_nothing_stands'::regproc)
	union
	select c.relname || '_append_only' from pg_trigger g join pg_class c on c.oid = g.tgrelid join pg_proc p on p.oid = g.tgfoid
	where p.proname = 'refuse_change'`

func TestEveryNamedRuleIsBrokenByATest(t *testing.T) {
	_, logins := dbtest.RegisterLogins(t)
	var named []string
	if err := connect(t, logins.Owner).Select(&named, everyRule); err != nil {
		t.Fatal(err)
	}
	tested := slices.Concat(slices.Collect(maps.Values(everyBroken())), slices.Collect(maps.Keys(elsewhere)))
	for _, name := range named {
		if !slices.Contains(tested, name) {
			t.Errorf("no test breaks %s", name)
		}
	}
	for _, name := range tested {
		if !slices.Contains(named, name) {
			t.Errorf("%s is broken by a test, and is no rule", name)
		}
	}
	if len(named) < 150 {
		t.Errorf("only %d rules were looked at", len(named))
	}
}

// brokenTies are writes over declared that would part a row from what it belongs to.
var brokenTies = map[string]string{
	"update declaration_rows set partner_id = (select max(id) from partners where slug <> 'lydec') where id = 5": "declaration_rows_of_declaration",
	"update job_ends set state = 'WAITING'":                                "job_ends_same_state",
	"update project_stages set state = 'WAITING' where state = 'ACCEPTED'": "project_stages_same_state",
	"update jobs set convention_id = 0, signing_id = null":                 "jobs_row",
	"update job_ends set convention_id = 0":                                "job_ends_row",
	"update project_stages set convention_id = 0":                          "project_stages_row",
	"update jobs set signing_id = 0":                                       "jobs_signing",
}

func TestRowsStayWithWhatTheyBelongTo(t *testing.T) {
	_, logins := dbtest.RegisterLogins(t)
	breakEach(t, connect(t, logins.Owner), declared, brokenTies)
}
