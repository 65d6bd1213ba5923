package db_test

import (
	"testing"

	"github.com/jmoiron/sqlx"

	"mithaq/db/dbtest"
)

// questioned is, over declared, a question about the second job, which is accepted, with an answer that waits in row 40.
const questioned = `
	insert into decisions (row_id, outcome, basis) values (2, 'ACCEPTED', 'CALL');
	insert into held_questions (id, row_id, convention_id, partner_id, asked_on, due_on) overriding system value
	select 1, id, convention_id, partner_id, '2022-07-10', '2022-08-09' from declaration_rows where id = 2;
	select set_config('mithaq.actor', 'hr', true);
	insert into declaration_rows (id, declaration_id, convention_id, partner_id, position, kind, state, reference) overriding system value
	select 40, 2, convention_id, partner_id, 40, 'STILL_HELD', 'WAITING', 'ref-2' from declarations where id = 2;
	insert into held_answers (row_id, state, convention_id, question_id, held, ended_on)
	select id, state, convention_id, 1, false, '2022-07-20' from declaration_rows where id = 40;
	select set_config('mithaq.actor', 'officer', true);`

// brokenAsked are writes that break a rule of what is asked and answered.
var brokenAsked = map[string]string{
	questioned + "insert into held_questions (id, row_id, convention_id, partner_id, asked_on, due_on) overriding system value select 2, row_id, convention_id, partner_id, asked_on, due_on from held_questions": "held_questions_once",
	questioned + "update held_questions set due_on = asked_on":                               "held_questions_due_later",
	questioned + "update held_questions set version = 0":                                     "held_questions_version_positive",
	questioned + "insert into held_answers overriding user value select * from held_answers": "held_answers_row_once",
	questioned + "update held_answers set kind = 'JOB'":                                      "held_answers_of_their_kind",
	questioned + "update held_answers set held = true":                                       "held_answers_ended_on_a_day",
	questioned + "update held_answers set convention_id = 0":                                 "held_answers_row",
	questioned + "update held_answers set state = 'ACCEPTED'":                                "held_answers_same_state",
	questioned + "insert into held_answers (row_id, state, convention_id, question_id, held) select 5, 'WAITING', convention_id, 1, true from held_answers": "held_answers_stand_once",
	questioned + "update held_answers set ended_on = '2022-07-21'":                                                                                          "held_answers_contents_stay",
	questioned + "delete from held_answers":                                                                                                                 "held_answers_submitted_stay",
	questioned + "insert into declaration_rows (id, declaration_id, convention_id, partner_id, position, kind, reference) overriding system value select 41, 2, convention_id, partner_id, 41, 'STILL_HELD', 'other' from declarations where id = 2; insert into held_answers (row_id, convention_id, question_id, held) select id, convention_id, 1, true from declaration_rows where id = 41; " + atOnce: "held_answers_of_their_own_questions",
}

func TestRulesOfWhatIsAsked(t *testing.T) {
	_, logins := dbtest.RegisterLogins(t)
	breakEach(t, connect(t, logins.Owner), declared, brokenAsked)
}

// TestAnAcceptedAnswerConfirms has an answer accepted, and looks at the job that it is about: it ended ten days after the six
// months, and so was sustained.
func TestAnAcceptedAnswerConfirms(t *testing.T) {
	_, logins := dbtest.RegisterLogins(t)
	tx := connect(t, logins.Owner).MustBegin()
	defer func() { _ = tx.Rollback() }()
	tx.MustExec("select set_config('mithaq.actor', 'test', true), set_config('mithaq.reason', 'test', true)")
	tx.MustExec(declared + questioned)
	if got := heldJob(t, tx); got != "-/-/0" {
		t.Errorf("while the answer waits: %s", got)
	}
	tx.MustExec("insert into decisions (row_id, outcome, basis) values (40, 'ACCEPTED', 'PAYSLIP'); " + atOnce)
	if got := heldJob(t, tx); got != "2022-07-20/true/1" {
		t.Errorf("once the answer is accepted: %s", got)
	}
}

func heldJob(t *testing.T, tx *sqlx.Tx) string {
	t.Helper()
	var got string
	if err := tx.Get(&got, `
		select coalesce(j.ended_on::text, '-') || '/' || coalesce(j.sustained::text, '-') || '/' || (select count(*) from confirmations c where c.job_id = j.id)
		from jobs j where j.id = 2`); err != nil {
		t.Fatal(err)
	}
	return got
}
