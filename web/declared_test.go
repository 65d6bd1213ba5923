package web_test

import (
	"fmt"
	"maps"
	"strings"
	"testing"
	"time"

	"mithaq/web"
)

// office is a site with a partner's two people, another partner's, and officers.
type office struct {
	accounts
	partner, other, convention           string
	hr, colleague, stranger              *person
	national, here, elsewhere, inspector *person // officers; here is MA-06, and inspector administers
}

func newOffice(t *testing.T) office { return newOfficeOf(t, web.Pace{}) }

func newOfficeOf(t *testing.T, uploads web.Pace) office {
	a := newAccountsOf(t, uploads, "")
	o := office{accounts: a}
	if err := a.owner.QueryRow(`
		select p.slug, c.slug, (select min(o.slug) from partners o where o.id <> p.id)
		from parties l join partners p on p.id = l.partner_id join conventions c on c.id = l.convention_id
		where p.kind = 'COMPANY' and l.role = 'PARTNER' order by p.id, c.id limit 1`).Scan(&o.partner, &o.convention, &o.other); err != nil {
		t.Fatal(err)
	}
	o.inspector, _ = a.administrator("admin@register.test")
	o.hr = o.inspector.invites(o.inspector, "hr@partner.test", map[string]any{"role": "PARTNER_ADMINISTRATOR", "partner": o.partner})
	o.colleague = o.inspector.invites(o.inspector, "colleague@partner.test", map[string]any{"role": "PARTNER_MEMBER", "partner": o.partner})
	o.stranger = o.inspector.invites(o.inspector, "stranger@other.test", map[string]any{"role": "PARTNER_MEMBER", "partner": o.other})
	for email, into := range map[string]struct {
		of     any
		person **person
	}{"national@agency.test": {nil, &o.national}, "here@agency.test": {"MA-06", &o.here}, "elsewhere@agency.test": {"MA-01", &o.elsewhere}} {
		*into.person = o.inspector.invites(o.inspector, email, map[string]any{"role": "OFFICER", "region": into.of})
		(*into.person).secondFactor()
	}
	return o
}

// does asks for a mutation by its name, and for what of its answer is to be read.
func (p *person) does(mutation, answer string, input map[string]any) answered {
	p.Helper()
	return p.ask(fmt.Sprintf("mutation ($input: %s%sInput!) { %s(input: $input) { %s } }", strings.ToUpper(mutation[:1]), mutation[1:], mutation, answer), input)
}

const declarationParts = `declaration { id reference state version answerDueOn contentSha256 daysWaiting isClaimed
	counts { rows waiting accepted returned refused replaced withdrawn }
	rows { nodes { id reference state version job { region { code } contractKind startedOn } profile { ageBand identityEnding } decision { outcome basis reason words } checks } } }`

func (o office) starts(p *person) string {
	o.Helper()
	started := p.does("startDeclaration", declarationParts, map[string]any{"partner": o.partner, "convention": o.convention, "from": "2024-01-01", "until": "2024-06-30"})
	id := started.text("data.startDeclaration.declaration.id")
	if id == "" {
		o.Fatalf("no declaration was begun: %v", started.body)
	}
	return id
}

func hire(reference string, more map[string]any) map[string]any {
	job := map[string]any{"reference": reference, "region": "MA-06", "contractKind": "CDI", "startedOn": "2024-03-04",
		"person": map[string]any{"identityKind": "NATIONAL_CARD", "identityNumber": "ab 123-4" + reference, "gender": "FEMALE", "birthYear": 1999}}
	maps.Copy(job, more)
	return job
}

func (o office) saves(p *person, declaration, reference string, more map[string]any) answered {
	o.Helper()
	saved := p.does("saveJob", "row { id version state }", map[string]any{"declaration": declaration, "job": hire(reference, more)})
	if saved.text("data.saveJob.row.state") != "DRAFT" {
		o.Fatalf("%s was not saved: %v", reference, saved.body)
	}
	return saved
}

func (o office) public() (declared, verified string) {
	o.Helper()
	nobody := o.person("")
	got := nobody.ask(fmt.Sprintf(`{ convention(slug: %q) { delivery { declared(counting: GROSS) { value } verified(counting: GROSS) { value } } } }`, o.convention), nil)
	return fmt.Sprint(got.at("data.convention.delivery.declared.value")), fmt.Sprint(got.at("data.convention.delivery.verified.value"))
}

// counts are a declaration's, in the order in which they are asked for.
func counts(a answered, path string) string {
	var all []string
	for _, name := range []string{"rows", "waiting", "accepted", "returned", "refused", "replaced", "withdrawn"} {
		all = append(all, fmt.Sprint(a.at(path+".counts."+name)))
	}
	return strings.Join(all, " ")
}

// TestADeclarationFromItsDraftToItsDecision goes with three hires from the partner to the officer and back.
func TestADeclarationFromItsDraftToItsDecision(t *testing.T) {
	o := newOffice(t)
	declaredBefore, verifiedBefore := o.public()
	id := o.starts(o.hr)
	o.saves(o.hr, id, "E-1", nil)
	o.saves(o.colleague, id, "E-2", map[string]any{"region": "MA-01"})
	third := o.saves(o.hr, id, "E-3", map[string]any{"startedOn": "2019-01-01"})

	// Two colleagues don't overwrite one another.
	row := third.at("data.saveJob.row.id")
	again := map[string]any{"declaration": id, "row": row, "version": 1, "job": hire("E-3", map[string]any{"contractKind": "CDD", "startedOn": "2019-01-01"})}
	if got := o.colleague.does("saveJob", "row { version }", again); got.at("data.saveJob.row.version") != 2.0 {
		t.Errorf("the colleague changes the row: %v", got.body)
	}
	if got := o.hr.does("saveJob", "row { version }", again).reason(); got != "CONFLICT row_changed" {
		t.Errorf("a row that was changed meanwhile: %q", got)
	}
	if got, _ := o.public(); got != declaredBefore {
		t.Errorf("a draft counts: %s, before %s", got, declaredBefore)
	}

	// Only what was checked is submitted, and the receipt comes again by the same key.
	submit := map[string]any{"declaration": id, "version": 4, "idempotencyKey": "k1"}
	if got := o.hr.does("submitDeclaration", declarationParts, submit).reason(); got != "CONFLICT declaration_changed" {
		t.Errorf("a draft that was changed since: %q", got)
	}
	submit["version"] = 5
	receipt := o.hr.does("submitDeclaration", declarationParts, submit)
	reference := receipt.text("data.submitDeclaration.declaration.reference")
	if !strings.HasPrefix(reference, "D-") || len(receipt.text("data.submitDeclaration.declaration.contentSha256")) != 64 ||
		receipt.text("data.submitDeclaration.declaration.answerDueOn") != time.Now().UTC().AddDate(0, 0, 30).Format(time.DateOnly) ||
		counts(receipt, "data.submitDeclaration.declaration") != "3 3 0 0 0 0 0" {
		t.Fatalf("the receipt is %v", receipt.body)
	}
	if got := o.hr.does("submitDeclaration", declarationParts, submit).text("data.submitDeclaration.declaration.reference"); got != reference {
		t.Errorf("the same key gives %q, and gave %q", got, reference)
	}
	if got := o.hr.does("submitDeclaration", "declaration { id }", map[string]any{"declaration": id, "version": 6, "idempotencyKey": "k1"}).reason(); got != "CONFLICT idempotency_key_reused" {
		t.Errorf("the same key for something else: %q", got)
	}
	if declared, verified := o.public(); declared == declaredBefore || verified != verifiedBefore {
		t.Errorf("public: %s declared, %s verified; before %s and %s", declared, verified, declaredBefore, verifiedBefore)
	}

	o.decided(id)
	if declared, verified := o.public(); declared == declaredBefore || verified == verifiedBefore {
		t.Errorf("public: %s declared, %s verified; before %s and %s", declared, verified, declaredBefore, verifiedBefore)
	}
	o.corrected(id)
}

// decided has officers decide on the three rows: each of its region, with reasons.
func (o office) decided(id string) {
	o.Helper()
	rows := o.national.ask(`{ viewer { declaration(id: "`+id+`") { rows { nodes { id reference state job { region { code } } checks profile { ageBand identityEnding } } } } } }`, nil)
	key := func(i int) any {
		return rows.at(fmt.Sprintf("data.viewer.declaration.rows.nodes.%d.id", i))
	}
	if got := fmt.Sprint(rows.at("data.viewer.declaration.rows.nodes.2.checks")); !strings.Contains(got, "START_OUTSIDE_PERIOD") {
		o.Errorf("the officer is pointed to %s", got)
	}
	if got := rows.text("data.viewer.declaration.rows.nodes.0.profile.identityEnding") + " " + rows.text("data.viewer.declaration.rows.nodes.0.profile.ageBand"); got != "E1 FROM_25_TO_34" {
		o.Errorf("the officer sees of the person %q", got)
	}
	// An officer of another region sees and decides on the rows there alone.
	if got := o.elsewhere.ask(`{ viewer { declaration(id: "`+id+`") { rows { totalCount nodes { job { region { code } } } } } } }`, nil); got.at("data.viewer.declaration.rows.totalCount") != 1.0 ||
		got.text("data.viewer.declaration.rows.nodes.0.job.region.code") != "MA-01" {
		o.Errorf("the officer of another region sees %v", got.body)
	}
	for _, refused := range []struct {
		by     *person
		input  map[string]any
		reason string
	}{
		{o.hr, map[string]any{"outcome": "ACCEPTED", "basis": "CONTRACT"}, "FORBIDDEN role_missing"},
		{o.stranger, map[string]any{"outcome": "ACCEPTED", "basis": "CONTRACT"}, "FORBIDDEN role_missing"},
		{o.national, map[string]any{"outcome": "ACCEPTED"}, "BAD_USER_INPUT decisions_accepted_on_a_basis"},
		{o.national, map[string]any{"outcome": "REFUSED", "words": "x"}, "BAD_USER_INPUT decisions_reason_of_the_list"},
		{o.national, map[string]any{"outcome": "RETURNED", "reason": "INCOMPLETE"}, "BAD_USER_INPUT decisions_have_reasons"},
		{o.national, map[string]any{"outcome": "RETURNED", "reason": "INCOMPLETE", "words": "x", "basis": "CALL"}, "BAD_USER_INPUT decisions_accepted_on_a_basis"},
		{o.elsewhere, map[string]any{"outcome": "ACCEPTED", "basis": "CONTRACT", "rows": []any{key(0)}}, "CONFLICT decisions_on_what_waits"},
	} {
		refused.input["declaration"] = id
		if got := refused.by.does("decideRows", "declaration { id }", refused.input).reason(); got != refused.reason {
			o.Errorf("%s decides %v: %q, want %q", refused.by.email, refused.input, got, refused.reason)
		}
	}
	// One officer at a time.
	if got := o.national.does("claimDeclaration", declarationParts, map[string]any{"declaration": id}); got.at("data.claimDeclaration.declaration.isClaimed") != true {
		o.Errorf("claimed: %v", got.body)
	}
	if got := o.here.does("decideRows", "declaration { id }", map[string]any{"declaration": id, "outcome": "ACCEPTED", "basis": "CONTRACT"}).reason(); got != "CONFLICT claimed_by_another" {
		o.Errorf("another decides on what is claimed: %q", got)
	}
	if got := o.here.does("releaseDeclaration", "declaration { id }", map[string]any{"declaration": id}).reason(); got != "CONFLICT claimed_by_another" {
		o.Errorf("another lets go what is claimed: %q", got)
	}
	o.national.does("releaseDeclaration", "declaration { id }", map[string]any{"declaration": id})
	accepted := o.elsewhere.does("decideRows", declarationParts, map[string]any{"declaration": id, "outcome": "ACCEPTED", "basis": "SOCIAL_SECURITY_LIST"})
	if got := counts(accepted, "data.decideRows.declaration"); got != "3 2 1 0 0 0 0" {
		o.Errorf("after the officer of the region: %s %v", got, accepted.body)
	}
	o.here.does("decideRows", "declaration { id }", map[string]any{"declaration": id, "rows": []any{key(0)}, "outcome": "ACCEPTED", "basis": "CONTRACT", "words": "vu"})
	last := o.national.does("decideRows", declarationParts, map[string]any{"declaration": id, "outcome": "RETURNED", "reason": "OUTSIDE_PERIOD", "words": "Le début est hors période."})
	if got := counts(last, "data.decideRows.declaration") + " " + last.text("data.decideRows.declaration.state"); got != "3 0 2 1 0 0 0 DECIDED" {
		o.Errorf("after all decisions: %s", got)
	}
}

// TestTheEndOfAJobIsDeclared has a job accepted, its end declared and accepted, and the post filled again.
func TestTheEndOfAJobIsDeclared(t *testing.T) {
	o := newOffice(t)
	submits := func(id string, rows int) {
		t.Helper()
		o.hr.does("submitDeclaration", "declaration { id }", map[string]any{"declaration": id, "version": 1 + rows})
		done := o.national.does("decideRows", declarationParts, map[string]any{"declaration": id, "outcome": "ACCEPTED", "basis": "CONTRACT"})
		if got := counts(done, "data.decideRows.declaration"); got != fmt.Sprintf("%d 0 %d 0 0 0 0", rows, rows) {
			t.Fatalf("accepted: %s %v", got, done.body)
		}
	}
	first := o.starts(o.hr)
	o.saves(o.hr, first, "E-1", nil)
	submits(first, 1)
	second := o.starts(o.hr)
	for _, refused := range []struct{ reference, endedOn, reason string }{
		{"E-9", "2024-06-01", "BAD_USER_INPUT ended_unknown"}, {"E-1", "2024-01-01", "BAD_USER_INPUT jobs_end_after_start"},
		{"E-1", "2099-01-01", "BAD_USER_INPUT end_to_come"},
	} {
		if got := o.hr.does("saveJobEnd", "row { id }", map[string]any{"declaration": second, "reference": refused.reference, "endedOn": refused.endedOn}).reason(); got != refused.reason {
			t.Errorf("%v: %q", refused, got)
		}
	}
	end := map[string]any{"declaration": second, "reference": "E-1", "endedOn": "2024-06-01"}
	if got := o.hr.does("saveJobEnd", "row { kind end { endedOn job { startedOn } } }", end); got.text("data.saveJobEnd.row.end.job.startedOn") != "2024-03-04" {
		t.Errorf("the end: %v", got.body)
	}
	if got := o.hr.does("saveJobEnd", "row { id }", end).reason(); got != "CONFLICT end_declared" {
		t.Errorf("the same end again: %q", got)
	}
	o.saves(o.hr, second, "E-2", map[string]any{"refills": "E-1", "startedOn": "2024-06-02"})
	submits(second, 2)
	var ended string
	if err := o.owner.QueryRow("select j.ended_on::text from jobs j join declaration_rows r on r.id = j.row_id where r.reference = 'E-1' and r.kind = 'JOB'").Scan(&ended); err != nil || !strings.HasPrefix(ended, "2024-06-01") {
		t.Errorf("the job ended on %s, %v", ended, err)
	}
	third := o.starts(o.hr)
	end["declaration"] = third
	if got := o.hr.does("saveJobEnd", "row { id }", end).reason(); got != "CONFLICT ended_already" {
		t.Errorf("the end of what has ended: %q", got)
	}
	o.saves(o.hr, third, "E-3", nil)
	if got := o.hr.does("saveJob", "row { id }", map[string]any{"declaration": third, "job": hire("E-4", map[string]any{"refills": "E-1"})}).reason(); got != "BAD_USER_INPUT refilled_twice" {
		t.Errorf("a post that is filled again twice: %q", got)
	}
}
