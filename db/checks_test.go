package db_test

import (
	"fmt"
	"testing"

	"mithaq/db"
)

// beside is what an officer is told of a declaration's jobs beside those before: "" where too little is known.
func (o office) beside(declaration *db.Declaration) string {
	o.Helper()
	found, err := db.DeclarationPasts.ByKeys(o.Context(), o.d.Private(), []int64{declaration.Key})
	if err != nil {
		o.Fatal(err)
	}
	p := found[declaration.Key]
	if !p.IsKnown() {
		return ""
	}
	return fmt.Sprintf("%d in %d months, usually %.2f by %d: %v", p.Jobs, p.Months, p.UsualJobs(), p.Declarations, p.IsUnusual())
}

// TestWhatIsUnusualOfAPartnerIsToldBesideItsPast has three declarations of 4, 4 and 5 jobs accepted, over six months each, and
// looks at what follows: more than three times four are unusual, and corrections don't count again.
func TestWhatIsUnusualOfAPartnerIsToldBesideItsPast(t *testing.T) {
	o := newOffice(t)
	o.past("update declarations set submitted_at = '2999-01-01' where submitted_at is not null") // as if none had come before
	for i, jobs := range []int{4, 4, 5} {
		declaration := o.submits(jobs)
		if got := o.beside(declaration); got != "" {
			t.Errorf("after %d declarations: %s", i, got)
		}
		if got := o.decides(declaration, "ACCEPTED", "CONTRACT"); got != "" {
			t.Fatal(got)
		}
	}
	o.decides(o.submits(40), "REFUSED", "") // no past, as nothing of it was accepted
	for jobs, want := range map[int]string{
		9:  "9 in 6 months, usually 0.67 by 3: false",
		12: "12 in 6 months, usually 0.67 by 3: false",
		13: "13 in 6 months, usually 0.67 by 3: true",
	} {
		if got := o.beside(o.submits(jobs)); got != want {
			t.Errorf("%d jobs: %s", jobs, got)
		}
	}
	// One that was unusual itself hardly moves the median, and what corrects it is counted where the row was.
	unusual := o.submits(30)
	rows := o.rowIDs(unusual)
	o.decides(unusual, "RETURNED", "", rows[0])
	o.decides(unusual, "ACCEPTED", "CONTRACT")
	correction, err := o.d.CorrectRows(t.Context(), o.hr, db.Correction{Rows: rows[:1]})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := o.d.SubmitDeclaration(t.Context(), o.hr, db.Submission{Declaration: correction.ID(), Version: 1}); err != nil {
		t.Fatal(err)
	}
	o.decides(correction, "ACCEPTED", "CONTRACT")
	if got, want := o.beside(o.submits(13)), "13 in 6 months, usually 0.75 by 4: false"; got != want {
		t.Errorf("after an unusual one: %s, want %s", got, want)
	}
	if got := o.beside(correction); got != "0 in 6 months, usually 0.75 by 4: false" {
		t.Errorf("the correction: %s", got)
	}
}

// TestAContractThatTheRuleExcludesIsPointedTo goes by the rule that applied when the job began.
func TestAContractThatTheRuleExcludesIsPointedTo(t *testing.T) {
	o := newOffice(t)
	declaration := o.submits(1) // CDI, from 2024-03-04
	const found = "select count(*)::text from row_checks c join declaration_rows r on r.id = c.row_id where r.declaration_id = $1 and c.found = 'CONTRACT_EXCLUDED'"
	const next = `insert into counting_rules (indicator_id, version, applies_from, register_own, counting, sustained_after_status, neet_from_age_status, neet_to_age_status, definition_fr, excluded_contracts)
		select id, %d, '%s', true, 'NET', 'UNKNOWN', 'UNKNOWN', 'UNKNOWN', 'x', %s from indicators where code = 'JOBS_CREATED'`
	for _, step := range []struct{ statement, want string }{
		{"select 1", "0"},
		{fmt.Sprintf(next, 2, "2024-04", "'CDI'"), "0"}, // later than the start
		{fmt.Sprintf(next, 3, "2024-03", "'SEASONAL, CDI'"), "1"},
		{fmt.Sprintf(next, 4, "2024", "'SEASONAL'"), "0"}, // a later version of the rule at that time
		{"update counting_rules set applies_until = '2024-02' where version = 4", "1"},
	} {
		o.past(step.statement)
		if o.says(step.want, found, declaration.Key); t.Failed() {
			t.Fatalf("after %s", step.statement)
		}
	}
	var contracts db.Contracts
	for text, want := range map[string]string{"CDD,SEASONAL": "CDD, SEASONAL", " CDI ": "CDI", "CDX": "", "CDI, CDI": "", ",": ""} {
		if err := contracts.UnmarshalText([]byte(text)); (err != nil) != (want == "") || err == nil && string(contracts) != want {
			t.Errorf("%q is read as %q, %v", text, contracts, err)
		}
	}
}
