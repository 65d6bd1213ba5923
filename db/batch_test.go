package db_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/jmoiron/sqlx"

	"mithaq/db"
	"mithaq/db/dbtest"
)

// office is a database in which one partner declares under a convention, and an officer decides.
type office struct {
	*testing.T
	d                   *db.DB
	owner               *sqlx.DB
	partner, convention string
	hr, officer         *db.Viewer
}

func newOffice(t *testing.T) office {
	t.Helper()
	d, logins := dbtest.SampleLogins(t)
	o := office{T: t, d: d, owner: connect(t, logins.Owner)}
	var partner int64
	if err := o.owner.QueryRow(`
		select p.id, p.slug, c.slug
		from parties l join partners p on p.id = l.partner_id join conventions c on c.id = l.convention_id
		where p.kind = 'COMPANY' and l.role = 'PARTNER' order by p.id, c.id limit 1`).Scan(&partner, &o.partner, &o.convention); err != nil {
		t.Fatal(err)
	}
	o.hr = &db.Viewer{Account: &db.Account{Key: 1}, Roles: []*db.HeldRole{{Role: db.PartnerMember, PartnerID: &partner}}}
	o.officer = &db.Viewer{Account: &db.Account{Key: 2}, Roles: []*db.HeldRole{{Role: db.Officer}}}
	return o
}

func (o office) draft() *db.Declaration {
	o.Helper()
	draft, err := o.d.StartDeclaration(o.Context(), o.hr, db.NewDeclaration{Partner: o.partner, Convention: o.convention, From: "2024-01-01", Until: "2024-06-30"})
	if err != nil {
		o.Fatal(err)
	}
	return draft
}

// adds has jobs added, and looks at how many were taken and how many were there.
func (o office) adds(in db.Batch, taken, known int, faults ...string) {
	o.Helper()
	reply, err := o.d.AddJobs(o.Context(), o.hr, in)
	if err != nil {
		o.Fatal(err)
	}
	if reply.Taken != taken || reply.Known != known {
		o.Errorf("%d were taken and %d known, want %d and %d", reply.Taken, reply.Known, taken, known)
	}
	var found []string
	for _, fault := range reply.Faults {
		found = append(found, fmt.Sprint(fault.Row, " ", fault.Field, " ", fault.Reason))
	}
	if !slices.Equal(found, faults) {
		o.Errorf("faults:\n%s\nwant:\n%s", strings.Join(found, "\n"), strings.Join(faults, "\n"))
	}
}

func hire(reference string) db.JobInput {
	kind, number, gender, year := db.IdentityKind("NATIONAL_CARD"), "AB12"+reference, db.Gender("FEMALE"), 1999
	return db.JobInput{Reference: reference, Region: "MA-06", ContractKind: "CDI", StartedOn: "2024-03-04",
		Person: &db.PersonInput{IdentityKind: &kind, IdentityNumber: &number, Gender: &gender, BirthYear: &year}}
}

// said are the rows of a declaration, with what of them a batch changes.
func (o office) said(declaration *db.Declaration) string {
	o.Helper()
	var rows []string
	if err := o.owner.Select(&rows, `
		select concat_ws(' ', r.reference, r.version, j.contract_kind, f.reference, p.identity_ending, encode(substr(m.fingerprint, 1, 2), 'hex') <> '')
		from declaration_rows r join jobs j on j.row_id = r.id join beneficiary_profiles p on p.job_id = j.id
		left join fingerprints m on m.job_id = j.id left join jobs fj on fj.id = j.refills_id left join declaration_rows f on f.id = fj.row_id
		where r.declaration_id = $1 order by r.position`, declaration.Key); err != nil {
		o.Fatal(err)
	}
	return strings.Join(rows, "\n")
}

func TestABatchIsWrittenWholeOrNotAtAll(t *testing.T) {
	o := newOffice(t)
	draft := o.draft()
	first := hire("A")
	jobs := []db.JobInput{hire("C"), first, hire("B"), hire("D")}
	jobs[0].Refills = &first.Reference // of the same batch, later in it or sooner
	jobs[3].Refills = &jobs[2].Reference
	wrong := slices.Clone(jobs)
	wrong[1].Region, wrong[1].StartedOn = "MA-99", "1980-01-01"
	wrong = append(wrong, hire("B"))
	faults := []string{"1 region declared_region_unknown", "1 startedOn start_long_ago", "1 person.birthYear birth_year_impossible", "2 reference reference_twice", "4 reference reference_twice"}
	o.adds(db.Batch{Declaration: draft.ID(), Jobs: wrong}, 0, 0, faults...)
	o.adds(db.Batch{Declaration: draft.ID(), Jobs: jobs, CheckOnly: true}, 0, 0)
	o.adds(db.Batch{Declaration: draft.ID(), Jobs: jobs, Unread: map[int]bool{1: true}}, 0, 0)
	if got := o.said(draft); got != "" {
		t.Errorf("written in spite of faults:\n%s", got)
	}
	// What refills one that is left, is left.
	o.adds(db.Batch{Declaration: draft.ID(), Jobs: wrong, LeaveFaulty: true}, 0, 0, "0 refills refilled_left", faults[0], faults[1], faults[2], faults[3], "3 refills refilled_left", faults[4])
	key := "k"
	o.adds(db.Batch{Declaration: draft.ID(), Jobs: jobs, IdempotencyKey: &key}, 4, 0)
	o.adds(db.Batch{Declaration: draft.ID(), Jobs: jobs, IdempotencyKey: &key}, 4, 0)
	o.adds(db.Batch{Declaration: draft.ID(), Jobs: jobs}, 0, 4)
	if _, err := o.d.AddJobs(t.Context(), o.hr, db.Batch{Declaration: draft.ID(), Jobs: jobs[:1], IdempotencyKey: &key}); reasonOf(err) != "idempotency_key_reused" {
		t.Errorf("another batch by the same key: %v", err)
	}
	if got := o.said(draft); got != "C 1 CDI A 2C t\nA 1 CDI 2A t\nB 1 CDI 2B t\nD 1 CDI B 2D t" {
		t.Errorf("written:\n%s", got)
	}
}

func reasonOf(err error) string {
	var known *db.Error
	errors.As(err, &known)
	if known == nil {
		return ""
	}
	return known.Reason
}

func TestABatchKnowsWhatIsThere(t *testing.T) {
	o := newOffice(t)
	before := o.draft()
	o.adds(db.Batch{Declaration: before.ID(), Jobs: []db.JobInput{hire("A"), hire("B")}}, 2, 0)
	other := hire("A")
	o.adds(db.Batch{Declaration: o.draft().ID(), Jobs: []db.JobInput{other}}, 0, 0, "0 reference reference_drafted")
	if _, err := o.d.SubmitDeclaration(t.Context(), o.hr, db.Submission{Declaration: before.ID(), Version: 2}); err != nil {
		t.Fatal(err)
	}
	if _, err := o.d.AddJobs(t.Context(), o.hr, db.Batch{Declaration: before.ID(), Jobs: []db.JobInput{other}}); reasonOf(err) != "declaration_submitted" {
		t.Errorf("jobs are added to what was submitted: %v", err)
	}
	draft := o.draft()
	numberless, anotherNumber, changed := hire("A"), "CD99", hire("B")
	numberless.Person.IdentityNumber = nil
	changed.Person.IdentityNumber = &anotherNumber
	o.adds(db.Batch{Declaration: draft.ID(), Jobs: []db.JobInput{numberless, changed, hire("C")}}, 0, 1, "1 reference reference_declared")
	o.adds(db.Batch{Declaration: draft.ID(), Jobs: []db.JobInput{numberless, changed, hire("C")}, LeaveFaulty: true}, 1, 1, "1 reference reference_declared")

	// A row of the draft is written anew; its number stays where none is given, and what is new is refilled at once.
	renewed, next, none := hire("C"), hire("D"), hire("E")
	renewed.ContractKind, renewed.Refills, renewed.Person.IdentityNumber = "CDD", &next.Reference, nil
	none.Person.IdentityNumber = nil
	o.adds(db.Batch{Declaration: draft.ID(), Jobs: []db.JobInput{renewed, next, none}}, 0, 0, "2 person.identityNumber identity_number_missing")
	o.adds(db.Batch{Declaration: draft.ID(), Jobs: []db.JobInput{renewed, next}}, 2, 0)
	if got := o.said(draft); got != "C 2 CDD D 2C t\nD 1 CDI 2D t" {
		t.Errorf("written:\n%s", got)
	}
	_, jobs, err := o.d.DeclaredJobInputs(t.Context(), o.hr, draft.ID())
	if err != nil || len(jobs) != 2 || *jobs[0].Refills != "D" || jobs[0].Person.IdentityNumber != nil {
		t.Fatalf("read back: %v, %v", jobs, err)
	}
	o.adds(db.Batch{Declaration: draft.ID(), Jobs: jobs}, 0, 2)
}

func TestOnlyOneJobRefillsAnother(t *testing.T) {
	o := newOffice(t)
	before, jobs := o.draft(), []db.JobInput{hire("A"), hire("B"), hire("C")}
	jobs[1].Refills, jobs[2].Refills = &jobs[0].Reference, &jobs[0].Reference
	o.adds(db.Batch{Declaration: before.ID(), Jobs: jobs}, 0, 0, "1 refills refilled_twice", "2 refills refilled_twice")
	o.adds(db.Batch{Declaration: before.ID(), Jobs: jobs[:2]}, 2, 0)
	if _, err := o.d.SubmitDeclaration(t.Context(), o.hr, db.Submission{Declaration: before.ID(), Version: 2}); err != nil {
		t.Fatal(err)
	}
	draft := o.draft()
	o.adds(db.Batch{Declaration: draft.ID(), Jobs: jobs[1:]}, 0, 1, "1 refills refilled_twice")
	o.adds(db.Batch{Declaration: draft.ID(), Jobs: jobs[2:]}, 0, 0, "0 refills refilled_twice")
}

func TestABatchCorrectsWhatItsDraftCorrects(t *testing.T) {
	o := newOffice(t)
	before := o.draft()
	o.adds(db.Batch{Declaration: before.ID(), Jobs: []db.JobInput{hire("A"), hire("B")}}, 2, 0)
	if _, err := o.d.SubmitDeclaration(t.Context(), o.hr, db.Submission{Declaration: before.ID(), Version: 2}); err != nil {
		t.Fatal(err)
	}
	basis := db.Basis("CONTRACT")
	if _, err := o.d.DecideRows(t.Context(), o.officer, db.Verdict{Declaration: before.ID(), Outcome: "ACCEPTED", Basis: &basis}); err != nil {
		t.Fatal(err)
	}
	var row int64
	if err := o.owner.Get(&row, "select id from declaration_rows where declaration_id = $1 and reference = 'A'", before.Key); err != nil {
		t.Fatal(err)
	}
	draft, err := o.d.CorrectRows(t.Context(), o.hr, db.Correction{Rows: []db.ID{{Type: "DeclarationRow", Key: row}}})
	if err != nil {
		t.Fatal(err)
	}
	amended := hire("A")
	amended.ContractKind = "CDD"
	o.adds(db.Batch{Declaration: draft.ID(), Jobs: []db.JobInput{amended, hire("B")}}, 1, 1)
	if got := o.said(draft); got != "A 2 CDD 2A t" {
		t.Errorf("written:\n%s", got)
	}
}

// TestWhomAPartnerDeclaresForIsOneList has a tie withdrawn: whom it led to is neither offered nor taken.
func TestWhomAPartnerDeclaresForIsOneList(t *testing.T) {
	o := newOffice(t)
	o.owner.MustExec(`select set_config('mithaq.actor', 'test', false), set_config('mithaq.reason', 'test', false);
		insert into partner_ties (kind, partner_id, other_id, position)
		select 'SUBSIDIARY', p.id, (select max(id) from partners), 90 from partners p where p.slug = '` + o.partner + `'`)
	var other string
	if err := o.owner.Get(&other, "select slug from partners order by id desc limit 1"); err != nil {
		t.Fatal(err)
	}
	draft := o.draft()
	for _, tied := range []bool{true, false} {
		if !tied {
			o.owner.MustExec("update partner_ties set withdrawn_at = now() where position = 90")
		}
		choices, err := o.d.ChoicesOf(t.Context(), draft)
		if err != nil {
			t.Fatal(err)
		}
		job := hire(fmt.Sprint("E-", tied))
		job.Employer = &other
		_, err = o.d.SaveJob(t.Context(), o.hr, db.SavedJob{Declaration: draft.ID(), Job: job})
		offered := slices.ContainsFunc(choices.Employers, func(c db.Choice) bool { return c.Code == other })
		if offered != tied || (err == nil) != tied {
			t.Errorf("tied: %t; offered: %t, taken with %v", tied, offered, err)
		}
	}
}
