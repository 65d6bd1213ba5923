package db_test

import (
	"fmt"
	"testing"
	"time"

	"mithaq/db"
)

// rowIDs are those of a declaration's rows, in their order.
func (o office) rowIDs(declaration *db.Declaration) []db.ID {
	o.Helper()
	_, rows := o.rowsOf(declaration)
	return rows
}

const inOrder = "select string_agg(state::text, ' ' order by position) from declaration_rows where declaration_id = $1"

// TestAPartnerAsksOnceForASecondOfficer has two rows returned and refused, asks for a second officer, who accepts one.
func TestAPartnerAsksOnceForASecondOfficer(t *testing.T) {
	o := newOffice(t)
	declaration := o.submits(3)
	rows := o.rowIDs(declaration)
	asks := func(rows ...db.ID) string {
		_, err := o.d.AskSecondOfficer(t.Context(), o.hr, db.Appeal{Rows: rows, Words: "La preuve est jointe."})
		return reasonOf(err)
	}
	o.decides(declaration, "RETURNED", "", rows[0])
	o.decides(declaration, "REFUSED", "", rows[1])
	o.decides(declaration, "ACCEPTED", "CONTRACT", rows[2])
	o.says("DECIDED", "select state::text from declarations where id = $1", declaration.Key)
	if got := asks(rows[0], rows[2]); got != "second_looks_of_what_was_not_accepted" {
		t.Errorf("asked of what was accepted: %q", got)
	}
	if got := asks(rows[0], rows[1]); got != "" {
		t.Fatal(got)
	}
	o.says("WAITING WAITING ACCEPTED", inOrder, declaration.Key)
	o.past(fmt.Sprintf("update declarations set submitted_at = submitted_at - interval '20 days', answer_due_on = answer_due_on - 20 where id = %d", declaration.Key))
	reopened, err := o.d.Declaration(t.Context(), o.hr, declaration.ID())
	if err != nil {
		t.Fatal(err)
	}
	if due := *reopened.AnswerDueOn(); due != db.Date(time.Now().UTC().AddDate(0, 0, o.d.AnswerDays).Format(time.DateOnly)) {
		t.Errorf("the second officer's answer is due on %s", due)
	}
	o.says("SUBMITTED t", "select state || ' ' || (reopened_at is not null)::text::char(1) from declarations where id = $1", declaration.Key)
	if got := o.decides(declaration, "ACCEPTED", "VISIT", rows[0]); got != "decisions_second_by_another" {
		t.Errorf("the first officer again: %q", got)
	}
	if got := o.decides(declaration, "ACCEPTED", "VISIT"); got != "nothing_waits" {
		t.Errorf("the first officer, on all: %q", got)
	}
	second := o
	second.officer = &db.Viewer{Account: &db.Account{Key: 3}, Roles: o.officer.Roles}
	if got := second.decides(declaration, "ACCEPTED", "VISIT", rows[0]); got != "" {
		t.Fatal(got)
	}
	if got := second.decides(declaration, "REFUSED", ""); got != "" {
		t.Fatal(got)
	}
	o.says("ACCEPTED REFUSED ACCEPTED", inOrder, declaration.Key)
	o.says("FIRST RETURNED, SECOND ACCEPTED", "select string_agg(round || ' ' || outcome, ', ' order by id) from decisions where row_id = $1", rows[0].Key)
	if got := asks(rows[1]); got != "second_looks_of_what_was_not_accepted" {
		t.Errorf("asked twice: %q", got)
	}
}

// TestWhatIsReturnedAndNotAnsweredIsClosed closes, after 60 days and no sooner, the row that nothing corrects.
func TestWhatIsReturnedAndNotAnsweredIsClosed(t *testing.T) {
	o := newOffice(t)
	if _, err := o.d.CloseUnanswered(t.Context()); err != nil { // what the sample has returned long ago
		t.Fatal(err)
	}
	declaration := o.submits(3)
	rows := o.rowIDs(declaration)
	o.decides(declaration, "RETURNED", "")
	correction, err := o.d.CorrectRows(t.Context(), o.hr, db.Correction{Rows: rows[:1]})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := o.d.SubmitDeclaration(t.Context(), o.hr, db.Submission{Declaration: correction.ID(), Version: 1}); err != nil {
		t.Fatal(err)
	}
	closes := func(days int) int {
		t.Helper()
		tx := o.owner.MustBegin()
		tx.MustExec("set local session_replication_role = replica")
		tx.MustExec("update decisions set created_at = now() - make_interval(days => $1) where row_id = any (select id from declaration_rows where declaration_id = $2)", days, declaration.Key)
		if err := tx.Commit(); err != nil {
			t.Fatal(err)
		}
		closed, err := o.d.CloseUnanswered(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return closed
	}
	if sooner, then, again := closes(59), closes(60), closes(61); sooner != 0 || then != 2 || again != 0 {
		t.Errorf("closed: %d after 59 days, %d after 60, %d again", sooner, then, again)
	}
	o.says("REPLACED REFUSED REFUSED", inOrder, declaration.Key)
	o.says("RETURNED FIRST account 2, REFUSED UNANSWERED program", "select string_agg(outcome || ' ' || round || ' ' || created_by, ', ' order by id) from decisions where row_id = $1", rows[1].Key)
	// It can still be corrected; a second officer isn't for what was closed.
	if _, err := o.d.AskSecondOfficer(t.Context(), o.hr, db.Appeal{Rows: rows[2:], Words: "x"}); reasonOf(err) != "second_looks_of_what_was_not_accepted" {
		t.Errorf("a second officer for what was closed: %v", err)
	}
	if _, err := o.d.CorrectRows(t.Context(), o.hr, db.Correction{Rows: rows[1:2]}); err != nil {
		t.Errorf("corrected after it was closed: %v", err)
	}
}
