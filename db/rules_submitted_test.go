package db_test

import (
	"testing"

	"mithaq/db/dbtest"
)

// brokenSubmitted are writes over declared that would take back what was submitted.
var brokenSubmitted = map[string]string{
	"update declaration_rows set state = 'DRAFT' where id = 4":                                                                 "declaration_rows_go_forward",
	"update declaration_rows set state = 'WAITING' where id = 4":                                                               "declaration_rows_go_forward",
	"update declaration_rows set state = 'DRAFT' where id = 2":                                                                 "declaration_rows_go_forward",
	"update declaration_rows set state = 'REPLACED' where id = 1; update declaration_rows set state = 'ACCEPTED' where id = 1": "declaration_rows_go_forward",
	"update declaration_rows set state = 'WITHDRAWN' where id = 2; update declaration_rows set state = 'WAITING' where id = 2": "declaration_rows_go_forward",
	"delete from jobs where id = 7":                                       "jobs_submitted_stay",
	"delete from declaration_rows where id = 5":                           "declaration_rows_submitted_stay",
	"delete from job_ends":                                                "job_ends_submitted_stay",
	"delete from project_stages where row_id = 4":                         "project_stages_submitted_stay",
	"delete from declarations where id = 2":                               "declarations_submitted_stay",
	"update declarations set reference = 'D-3' where id = 2":              "declarations_receipt_stays",
	"update declarations set submitted_by = 'somebody else' where id = 2": "declarations_submitted_by_who_acts",
	"update declarations set state = 'WITHDRAWN', withdrawn_at = now() where id = 2; update declarations set state = 'SUBMITTED', withdrawn_at = null where id = 2":                                                                                                                                                                                                   "declarations_go_forward",
	"insert into declarations (id, reference, convention_id, partner_id, period_from, period_until, state, submitted_at, submitted_by, content_sha256, answer_due_on) overriding system value select 9, 'D-9', convention_id, partner_id, period_from, period_until, state, submitted_at, submitted_by, content_sha256, answer_due_on from declarations where id = 2": "declarations_submitted_by_who_acts",
}

func TestWhatWasSubmittedIsNotTakenBack(t *testing.T) {
	_, logins := dbtest.RegisterLogins(t)
	owner := connect(t, logins.Owner)
	breakEach(t, owner, declared, brokenSubmitted)
	tx := owner.MustBegin()
	defer func() { _ = tx.Rollback() }()
	tx.MustExec(sixtyJobs) // drafts are their author's to throw away
	tx.MustExec("delete from jobs; delete from declaration_rows; delete from declarations")
}
