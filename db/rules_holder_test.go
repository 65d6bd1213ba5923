package db_test

import (
	"fmt"
	"strings"
	"testing"

	"mithaq/db/dbtest"
)

// stageOf writes, over declared, a row of a holder with a stage that waits; holder is the welcome of one.
func stageOf(row int, stage, on string) string {
	return strings.NewReplacer("ROW", fmt.Sprint(row), "STAGE", stage, "DAY", on).Replace(`
		select set_config('mithaq.actor', 'hr', true);
		insert into declaration_rows (id, declaration_id, convention_id, partner_id, position, kind, state, reference) overriding system value
		select ROW, id, convention_id, partner_id, ROW, 'PROGRESS', 'WAITING', 'ref-4' from declarations where id = 2;
		insert into project_stages (row_id, state, convention_id, project_holder_id, stage, reached_on)
		select id, state, convention_id, 1, 'STAGE', 'DAY' from declaration_rows where id = ROW;`)
}

func holder(id, row int, first string) string {
	return fmt.Sprintf(`
		select set_config('mithaq.actor', 'hr', true);
		insert into declaration_rows (id, declaration_id, convention_id, partner_id, position, kind, state, reference) overriding system value
		select %[2]d, id, convention_id, partner_id, %[2]d, 'PROGRESS', 'WAITING', 'ref-%[2]d' from declarations where id = 2;
		insert into project_holders (id, row_id, state, first_id, reference, convention_id, partner_id)
		select %[1]d, id, state, %[3]s, reference, convention_id, partner_id from declaration_rows where id = %[2]d;`, id, row, first)
}

func welcome(holder, row int) string {
	return fmt.Sprintf(`
		insert into project_stages (row_id, state, convention_id, project_holder_id, stage, reached_on)
		select id, state, convention_id, %d, 'WELCOMED', '2022-01-01' from declaration_rows where id = %d;`, holder, row)
}

const atOnce = "set constraints all immediate"

// brokenHolders are writes over declared that break a rule of project holders, whose holder 1 was welcomed on 1 January and
// launched on 1 February.
var brokenHolders = map[string]string{
	"update project_holders set kind = 'JOB'":                                        "project_holders_of_their_kind",
	holder(2, 30, "null") + "update project_holders set reference = '' where id = 2": "project_holders_reference_given",
	holder(2, 30, "null") + "insert into project_holders (row_id, reference, convention_id, partner_id) select row_id, reference, convention_id, partner_id from project_holders where id = 2": "project_holders_row_once",
	"update project_holders set state = 'WAITING'":                                 "project_holders_same_state",
	"update project_holders set convention_id = (select max(id) from conventions)": "project_holders_row",
	holder(2, 30, "null") + holder(3, 31, "null") + "insert into project_holders (row_id, state, reference, convention_id, partner_id) select 5, state, reference, convention_id, partner_id from project_holders where id = 2": "project_holders_wait_once",
	holder(2, 30, "null") + "insert into project_holders (row_id, state, reference, convention_id, partner_id) select 5, 'ACCEPTED', 'ref-4', convention_id, partner_id from project_holders where id = 2":                      "project_holders_verified_once",
	"update project_holders set region_id = (select min(id) from regions)": "project_holders_contents_stay",
	holder(2, 30, "null") + "delete from project_holders where id = 2":     "project_holders_submitted_stay",
	holder(2, 30, "1") + welcome(1, 30) + atOnce:                           "project_holders_of_their_own_rows",
	holder(2, 30, "null") + welcome(2, 30) + strings.Replace(stageOf(31, "TRAINED", "2022-01-15"), "convention_id, 1,", "convention_id, 2,", 1) + atOnce:                                                                                                                    "project_stages_of_their_own_holders",
	stageOf(30, "WELCOMED", "2022-01-01") + atOnce + " -- without whom it declares":                                                                                                                                                                                         "project_stages_of_their_own_holders",
	stageOf(30, "TRAINED", "2022-01-15") + "insert into project_stages (row_id, state, convention_id, project_holder_id, stage, reached_on, amends_id) select 5, 'WAITING', convention_id, 1, 'TRAINED', '2022-01-15', id from project_stages where row_id = 30; " + atOnce: "project_stages_amend_their_own",
	stageOf(30, "TRAINED", "2022-03-01") + atOnce:                                                "project_stages_in_order",
	stageOf(30, "FIRST_ORDER", "2022-01-31") + atOnce:                                            "project_stages_in_order",
	stageOf(30, "LAUNCHED", "2022-02-01") + atOnce:                                               "project_stages_in_order",
	stageOf(30, "FIRST_ORDER", "2022-02-03") + stageOf(31, "FOLLOWED_UP", "2022-02-02") + atOnce: "project_stages_in_order",
	holder(2, 30, "null") + welcome(2, 30) + strings.NewReplacer("ref-4", "ref-30", "convention_id, 1,", "convention_id, 2,").Replace(stageOf(31, "TRAINED", "2022-02-02")) +
		"select set_config('mithaq.actor', 'officer', true); insert into decisions (row_id, outcome, basis) values (31, 'ACCEPTED', 'CALL'); " + atOnce: "project_stages_after_the_welcome",
	"update beneficiary_profiles set gender = 'FEMALE' where project_holder_id = 1":                     "persons_submitted_stay",
	"update fingerprints set fingerprint = decode(repeat('ef', 32), 'hex') where project_holder_id = 1": "persons_submitted_stay",
}

func TestRulesOfProjectHolders(t *testing.T) {
	_, logins := dbtest.RegisterLogins(t)
	breakEach(t, connect(t, logins.Owner), declared, brokenHolders)
}

// TestStagesMayComeInOrder has stages declared that may be: between others, on the same day, and the last of all.
func TestStagesMayComeInOrder(t *testing.T) {
	_, logins := dbtest.RegisterLogins(t)
	for _, may := range []string{
		stageOf(30, "TRAINED", "2022-01-01"), stageOf(30, "FINANCED", "2022-02-01") + stageOf(31, "PLAN_READY", "2022-01-20"),
		stageOf(30, "FOLLOWED_UP", "2022-02-01") + stageOf(31, "FIRST_ORDER", "2022-02-01"),
		stageOf(30, "TRAINED", "2022-01-15") + "select set_config('mithaq.actor', 'officer', true); insert into decisions (row_id, outcome, basis) values (30, 'ACCEPTED', 'CALL');",
		holder(2, 30, "null") + welcome(2, 30),
	} {
		tx := connect(t, logins.Owner).MustBegin()
		tx.MustExec("select set_config('mithaq.reason', 'test', true)")
		tx.MustExec(declared)
		if _, err := tx.Exec(may + atOnce); err != nil {
			t.Errorf("%s\n  gave %v", may, err)
		}
		_ = tx.Rollback()
	}
}
