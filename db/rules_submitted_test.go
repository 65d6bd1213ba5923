package db_test

import (
	"testing"

	"mithaq/db/dbtest"
)

// drafts are, over declared, a job, an end and a stage that were not submitted.
const drafts = `
	insert into declarations (id, convention_id, partner_id, period_from, period_until) overriding system value
	select 3, convention_id, partner_id, '2022-04-01', '2022-06-30' from declarations where id = 1;
	insert into declaration_rows (id, declaration_id, convention_id, partner_id, position, kind, reference) overriding system value
	select v.id, d.id, d.convention_id, d.partner_id, v.id, v.kind::row_kind, case v.kind when 'JOB_END' then 'ref-1' when 'PROGRESS' then 'ref-4' else 'draft' end
	from declarations d, (values (20, 'JOB'), (21, 'JOB_END'), (22, 'PROGRESS')) v (id, kind) where d.id = 3;
	insert into jobs (id, row_id, convention_id, employer_id, region_id, contract_kind, started_on)
	select id, id, convention_id, partner_id, (select min(id) from regions), 'CDI', '2022-04-10' from declaration_rows where id = 20;
	insert into job_ends (row_id, convention_id, job_id, ended_on) select id, convention_id, 1, '2022-04-01' from declaration_rows where id = 21;
	insert into project_stages (row_id, convention_id, project_holder_id, stage, reached_on)
	select id, convention_id, 1, 'FOLLOWED_UP', '2022-04-01' from declaration_rows where id = 22;`

// brokenSubmitted are writes over declared that would take back what was submitted.
var brokenSubmitted = map[string]string{
	"update declaration_rows set state = 'DRAFT' where id = 4":                                                                 "declaration_rows_go_forward",
	"update declaration_rows set state = 'WAITING' where id = 4":                                                               "declaration_rows_go_forward",
	"update declaration_rows set state = 'DRAFT' where id = 2":                                                                 "declaration_rows_go_forward",
	"update declaration_rows set state = 'REPLACED' where id = 1; update declaration_rows set state = 'ACCEPTED' where id = 1": "declaration_rows_go_forward",
	"update declaration_rows set state = 'WITHDRAWN' where id = 2; update declaration_rows set state = 'WAITING' where id = 2": "declaration_rows_go_forward",
	drafts + "update declaration_rows set state = 'WAITING' where declaration_id = 3; set constraints all immediate":           "declaration_rows_wait_when_submitted",
	drafts + "update declaration_rows set state = 'WITHDRAWN' where declaration_id = 3; set constraints all immediate":         "declaration_rows_wait_when_submitted",
	"update declaration_rows set state = 'REPLACED' where id = 7; insert into declaration_rows (id, declaration_id, convention_id, partner_id, position, kind, state, reference, replaces_id) overriding system value select 20 + n, declaration_id, convention_id, partner_id, 20 + n, kind, 'WAITING', reference, case n when 1 then id end from declaration_rows, generate_series(1, 2) n where id = 7": "declaration_rows_wait_once",
	"update beneficiary_profiles set gender = 'UNKNOWN' where job_id = 1":                    "persons_submitted_stay",
	"update fingerprints set fingerprint = decode(repeat('ef', 32), 'hex') where job_id = 1": "persons_submitted_stay",
	"delete from jobs where id = 7":                                                "jobs_submitted_stay",
	"delete from declaration_rows where id = 5":                                    "declaration_rows_submitted_stay",
	"delete from job_ends":                                                         "job_ends_submitted_stay",
	"delete from project_stages where row_id = 4":                                  "project_stages_submitted_stay",
	"delete from declarations where id = 2":                                        "declarations_submitted_stay",
	"update declarations set reference = 'D-3' where id = 2":                       "declarations_receipt_stays",
	"update declarations set submitted_by = 'somebody else' where id = 2":          "declarations_submitted_by_who_acts",
	"update declarations set submitted_by = 'officer' where id = 2":                "declarations_receipt_stays",
	"update declarations set submitted_at = now() - interval '1 day' where id = 2": "declarations_receipt_stays",
	"update declarations set content_sha256 = repeat('c', 64) where id = 2":        "declarations_receipt_stays",
	"update declarations set answer_due_on = '2023-01-01' where id = 2":            "declarations_receipt_stays",
	"update declarations set state = 'DRAFT', reference = null, submitted_at = null, submitted_by = null, content_sha256 = null, answer_due_on = null where id = 2": "declarations_go_forward",
	"update declarations set period_until = '2022-04-30' where id = 2":                                                                                              "declarations_contents_stay",
	"update declarations set partner_id = (select min(id) from partners) where id = 2":                                                                              "declarations_contents_stay",
	"update declaration_rows set reference = 'another' where id = 5":                                                                                                "declaration_rows_contents_stay",
	"update declaration_rows set replaces_id = 1 where id = 2":                                                                                                      "declaration_rows_contents_stay",
	"update jobs set region_id = (select max(id) from regions) where id = 2":                                                                                        "jobs_contents_stay",
	"update jobs set started_on = '2022-01-11' where id = 1":                                                                                                        "jobs_contents_stay",
	"update jobs set refills_id = 1 where id = 7":                                                                                                                   "jobs_contents_stay",
	"update jobs set ended_on = '2022-03-01' where id = 2":                                                                                                          "jobs_end_as_accepted",
	"update jobs set ended_on = null where id = 1":                                                                                                                  "jobs_end_as_accepted",
	"update job_ends set ended_on = '2022-02-02'":                                                                                                                   "job_ends_contents_stay",
	"update project_stages set reached_on = '2022-02-02' where row_id = 4":                                                                                          "project_stages_contents_stay",
	"update declarations set state = 'WITHDRAWN', withdrawn_at = now() where id = 2; update declarations set state = 'SUBMITTED', withdrawn_at = null where id = 2": "declarations_go_forward",
	"insert into declarations (id, reference, convention_id, partner_id, period_from, period_until, state, submitted_at, submitted_by, content_sha256, answer_due_on) overriding system value select 9, 'D-9', convention_id, partner_id, period_from, period_until, state, submitted_at, submitted_by, content_sha256, answer_due_on from declarations where id = 2": "declarations_submitted_by_who_acts",
}

func TestAnAcceptedEndIsTheJobs(t *testing.T) {
	_, logins := dbtest.RegisterLogins(t)
	tx := connect(t, logins.Owner).MustBegin()
	defer func() { _ = tx.Rollback() }()
	tx.MustExec("select set_config('mithaq.reason', 'test', true)")
	tx.MustExec(declared)
	var ended string
	if err := tx.Get(&ended, "select string_agg(coalesce(ended_on::text, '-'), ' ' order by id) from jobs"); err != nil || ended != "2022-02-01 - -" {
		t.Errorf("the jobs end on %s, %v; want the first on the accepted day alone", ended, err)
	}
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
