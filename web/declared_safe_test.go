package web_test

import (
	"fmt"
	"strings"
	"testing"
)

// TestWhatAnOfficerEntersIsThatOfficers has an officer enter for a partner: another writes none of it, and decides.
func TestWhatAnOfficerEntersIsThatOfficers(t *testing.T) {
	o := newOffice(t)
	id := o.starts(o.national)
	row := o.saves(o.national, id, "E-1", nil).at("data.saveJob.row.id")
	for _, try := range []struct {
		mutation string
		input    map[string]any
	}{
		{"saveJob", map[string]any{"declaration": id, "row": row, "version": 1, "job": hire("E-1", nil)}},
		{"removeRow", map[string]any{"declaration": id, "row": row, "version": 1}}, {"discardDeclaration", map[string]any{"declaration": id}},
		{"submitDeclaration", map[string]any{"declaration": id, "version": 2}},
	} {
		for _, other := range []*person{o.here, o.elsewhere} {
			if got := other.does(try.mutation, "__typename", try.input).reason(); got != "NOT_FOUND declaration_unknown" {
				t.Errorf("%s asks for %s: %q", other.email, try.mutation, got)
			}
		}
	}
	o.national.does("submitDeclaration", "declaration { id }", map[string]any{"declaration": id, "version": 2})
	if got := o.here.does("withdrawDeclaration", "__typename", map[string]any{"declaration": id}).reason(); got != "FORBIDDEN role_missing" {
		t.Errorf("another officer withdraws it: %q", got)
	}
	if got := o.national.does("decideRows", "__typename", map[string]any{"declaration": id, "outcome": "ACCEPTED", "basis": "CALL"}).reason(); got != "FORBIDDEN decisions_not_on_own_entry" {
		t.Errorf("who entered it decides: %q", got)
	}
	seen := o.here.ask(`{ viewer { declaration(id: "`+id+`") { enteredByOfficer isOwn isToDecide } } }`, nil)
	if fmt.Sprint(seen.at("data.viewer.declaration")) != "map[enteredByOfficer:true isOwn:false isToDecide:true]" {
		t.Errorf("another officer sees %v", seen.body)
	}
	if got := o.here.does("decideRows", declarationParts, map[string]any{"declaration": id, "outcome": "ACCEPTED", "basis": "CALL"}); counts(got, "data.decideRows.declaration") != "1 0 1 0 0 0 0" {
		t.Errorf("another officer decides: %v", got.body)
	}
}

// TestWhoWritesARowOverDoesNotDecideOnIt has somebody who is of the partner and an officer change a colleague's row.
func TestWhoWritesARowOverDoesNotDecideOnIt(t *testing.T) {
	o := newOffice(t)
	both := o.inspector.invites(o.inspector, "both@agency.test", map[string]any{"role": "OFFICER"})
	both.secondFactor()
	o.inspector.ask(inviting, map[string]any{"email": "both@agency.test", "language": "FR", "role": "PARTNER_MEMBER", "partner": o.partner})
	id := o.starts(o.hr)
	row := o.saves(o.hr, id, "E-1", nil).at("data.saveJob.row.id")
	if got := both.does("saveJob", "row { version }", map[string]any{"declaration": id, "row": row, "version": 1, "job": hire("E-1", map[string]any{"contractKind": "CDD"})}); got.at("data.saveJob.row.version") != 2.0 {
		t.Fatalf("rewritten: %v", got.body)
	}
	o.hr.does("submitDeclaration", "declaration { id }", map[string]any{"declaration": id, "version": 3})
	for _, role := range o.inspector.ask(`{ viewer { accounts(first: 100) { nodes { email roles { id role } } } } }`, nil).at("data.viewer.accounts.nodes").([]any) {
		account := role.(map[string]any)
		for _, held := range account["roles"].([]any) {
			if h := held.(map[string]any); account["email"] == "both@agency.test" && h["role"] == "PARTNER_MEMBER" {
				o.inspector.does("endRole", "__typename", map[string]any{"role": h["id"]})
			}
		}
	}
	if got := both.does("decideRows", "__typename", map[string]any{"declaration": id, "outcome": "ACCEPTED", "basis": "CALL"}).reason(); got != "FORBIDDEN decisions_not_on_own_entry" {
		t.Errorf("who wrote it over decides: %q", got)
	}
}

// TestTwoRolesShowNoMoreThanEach has an officer of one region who also audits the partner: persons elsewhere stay closed.
func TestTwoRolesShowNoMoreThanEach(t *testing.T) {
	o := newOffice(t)
	id := o.starts(o.hr)
	o.saves(o.hr, id, "E-1", nil)
	o.hr.does("submitDeclaration", "declaration { id }", map[string]any{"declaration": id, "version": 2})
	o.inspector.ask(inviting, map[string]any{"email": "elsewhere@agency.test", "language": "FR", "role": "AUDITOR", "partner": o.partner, "untilOn": "2099-01-01"})
	got := o.elsewhere.ask(`{ viewer { declaration(id: "`+id+`") { rows { nodes { id reference checks profile { gender } } } } } }`, nil)
	row := got.text("data.viewer.declaration.rows.nodes.0.id")
	if row == "" || got.at("data.viewer.declaration.rows.nodes.0.profile") != nil || got.at("data.viewer.declaration.rows.nodes.0.checks") != nil {
		t.Errorf("an officer of another region, and auditor, sees %v", got.body)
	}
	if got := o.elsewhere.does("openPerson", "profile { gender }", map[string]any{"row": row, "reason": "Contrôle annuel"}); got.text("data.openPerson.profile.gender") != "FEMALE" {
		t.Errorf("opened: %v", got.body)
	}
	var why string
	if err := o.owner.QueryRow("select reason from audit_trail where action = 'OPENED'").Scan(&why); err != nil || why != "Contrôle annuel" {
		t.Errorf("the opening is recorded as %q, %v", why, err)
	}
	if _, err := o.owner.Exec("select set_config('mithaq.actor', 'x', false), set_config('mithaq.reason', 'x', false); update beneficiary_profiles p set gender = 'MALE' from jobs j where j.id = p.job_id and j.state = 'WAITING'"); err == nil || !strings.Contains(err.Error(), "not taken back") {
		t.Errorf("who was submitted is changed: %v", err)
	}
}

// TestWhatHasEndedStaysEnded has a job amended and its end declared meanwhile: whichever is decided first, it has ended.
func TestWhatHasEndedStaysEnded(t *testing.T) {
	o := newOffice(t)
	for i, order := range [][]string{{"end", "amendment"}, {"amendment", "end"}} {
		reference := fmt.Sprint("E-", i)
		id := o.starts(o.hr)
		row := o.saves(o.hr, id, reference, nil).at("data.saveJob.row.id")
		accept := func(id string) {
			o.national.does("decideRows", "declaration { id }", map[string]any{"declaration": id, "outcome": "ACCEPTED", "basis": "CONTRACT"})
		}
		submit := func(id string, version int) {
			if got := o.hr.does("submitDeclaration", "declaration { id }", map[string]any{"declaration": id, "version": version}); got.reason() != "" {
				t.Fatalf("%v", got.body)
			}
		}
		submit(id, 2)
		accept(id)
		waiting := map[string]string{"amendment": o.hr.does("correctRows", "declaration { id }", map[string]any{"rows": []any{row}}).text("data.correctRows.declaration.id"), "end": o.starts(o.hr)}
		o.hr.does("saveJobEnd", "row { id }", map[string]any{"declaration": waiting["end"], "reference": reference, "endedOn": "2024-05-05"})
		submit(waiting["amendment"], 1)
		submit(waiting["end"], 2)
		for _, which := range order {
			accept(waiting[which])
		}
		var standing string
		if err := o.owner.QueryRow("select string_agg(j.state || ' ' || coalesce(j.ended_on::text, '-'), ', ' order by j.state) from jobs j join declaration_rows r on r.id = j.row_id where r.reference = $1 and r.kind = 'JOB'", reference).Scan(&standing); err != nil || !strings.HasPrefix(standing, "ACCEPTED 2024-05-05") {
			t.Errorf("%v: the jobs are %s, %v", order, standing, err)
		}
	}
}

// TestAKeyOfWhatIsGoneSaysSo has a draft begun by a key and thrown away, and rows asked for as what they are not.
func TestAKeyOfWhatIsGoneSaysSo(t *testing.T) {
	o := newOffice(t)
	input := map[string]any{"partner": o.partner, "convention": o.convention, "from": "2024-01-01", "until": "2024-06-30", "idempotencyKey": "k"}
	id := o.hr.does("startDeclaration", "declaration { id }", input).text("data.startDeclaration.declaration.id")
	job := o.saves(o.hr, id, "E-1", nil).at("data.saveJob.row.id")
	if got := o.hr.does("saveJobEnd", "row { id }", map[string]any{"declaration": id, "row": job, "version": 1, "reference": "E-1", "endedOn": "2024-06-01"}).reason(); got != "NOT_FOUND row_unknown" {
		t.Errorf("an end in place of a job: %q", got)
	}
	saved := map[string]any{"declaration": id, "job": hire("E-2", nil), "idempotencyKey": "j"}
	second := o.hr.does("saveJob", "row { id }", saved).text("data.saveJob.row.id")
	o.hr.does("submitDeclaration", "declaration { id }", map[string]any{"declaration": id, "version": 3})
	if got := o.hr.does("saveJob", "row { id }", saved); got.text("data.saveJob.row.id") != second || second == "" {
		t.Errorf("the same again, after it was submitted: %v", got.body)
	}
	input["idempotencyKey"] = "l"
	id = o.hr.does("startDeclaration", "declaration { id }", input).text("data.startDeclaration.declaration.id")
	o.hr.does("discardDeclaration", "id", map[string]any{"declaration": id})
	if got := o.hr.does("startDeclaration", "declaration { id }", input).reason(); got != "NOT_FOUND result_gone" {
		t.Errorf("the key of a draft that is gone: %q", got)
	}
}
