package web_test

import (
	"fmt"
	"maps"
	"strings"
	"testing"
	"time"
)

const progressParts = `id reference state version amends progress { stage reachedOn leftReason region { code } sector { code } verified { stage reachedOn } }
	profile { gender ageBand birthYear identityEnding } details { fullName telephone email project } checks decision { outcome words }`

const progressOf = `declaration { id state version counts { rows waiting accepted returned refused replaced withdrawn } rows { nodes { ` + progressParts + ` } } }`

func entrepreneur(reference string, more map[string]any) map[string]any {
	holder := map[string]any{"reference": reference, "region": "MA-06", "sector": "C", "welcomedOn": "2024-02-01",
		"details": map[string]any{"fullName": "Hajar Exemple", "telephone": "+212 000 111", "project": "Un atelier"},
		"person":  map[string]any{"identityKind": "NATIONAL_CARD", "identityNumber": "zz 991-" + reference, "gender": "FEMALE", "birthYear": 1999}}
	maps.Copy(holder, more)
	return holder
}

func (o office) welcomes(p *person, declaration, reference string, more map[string]any) answered {
	o.Helper()
	saved := p.does("saveProjectHolder", "row { "+progressParts+" }", map[string]any{"declaration": declaration, "holder": entrepreneur(reference, more)})
	if saved.text("data.saveProjectHolder.row.state") != "DRAFT" {
		o.Fatalf("%s was not welcomed: %v", reference, saved.body)
	}
	return saved
}

func (o office) reaches(p *person, declaration, reference, stage, on string) answered {
	o.Helper()
	saved := p.does("saveProgress", "row { "+progressParts+" }", map[string]any{"declaration": declaration, "reference": reference, "stage": stage, "reachedOn": on})
	if saved.text("data.saveProgress.row.state") != "DRAFT" {
		o.Fatalf("%s of %s was not saved: %v", stage, reference, saved.body)
	}
	return saved
}

// submits submits a declaration as it is now, and gives the receipt.
func (o office) submits(p *person, declaration string) answered {
	o.Helper()
	now := p.ask(`{ viewer { declaration(id: "`+declaration+`") { version } } }`, nil)
	receipt := p.does("submitDeclaration", progressOf, map[string]any{"declaration": declaration, "version": now.at("data.viewer.declaration.version")})
	if receipt.reason() != "" {
		o.Fatalf("not submitted: %v", receipt.body)
	}
	return receipt
}

// stages are the rows of a declaration, with what they declare and where they stand.
func (o office) stages(p *person, declaration string) string {
	o.Helper()
	got := p.ask(`{ viewer { declaration(id: "`+declaration+`") { rows { nodes { reference state progress { stage } } } } } }`, nil)
	nodes, _ := got.at("data.viewer.declaration.rows.nodes").([]any)
	var all []string
	for _, node := range nodes {
		row := node.(map[string]any)
		progress, _ := row["progress"].(map[string]any)
		all = append(all, fmt.Sprint(row["reference"], " ", progress["stage"], " ", row["state"]))
	}
	return strings.Join(all, ", ")
}

// TestAProjectHolderFromTheWelcomeToTheLaunch goes with one from the partner to the officer, and back for a correction.
func TestAProjectHolderFromTheWelcomeToTheLaunch(t *testing.T) {
	o := newOffice(t)
	declaredBefore, verifiedBefore := o.public()
	id := o.starts(o.hr)
	welcome := o.welcomes(o.hr, id, "P-1", nil)
	if got := fmt.Sprint(welcome.at("data.saveProjectHolder.row.details"), welcome.at("data.saveProjectHolder.row.profile"), welcome.at("data.saveProjectHolder.row.progress")); got !=
		"map[email:<nil> fullName:Hajar Exemple project:Un atelier telephone:+212 000 111] map[ageBand:FROM_25_TO_34 birthYear:1999 gender:FEMALE identityEnding:P1] map[leftReason:<nil> reachedOn:2024-02-01 region:map[code:MA-06] sector:map[code:C] stage:WELCOMED verified:[]]" {
		t.Errorf("what was saved is %s", got)
	}
	o.reaches(o.colleague, id, "P-1", "LAUNCHED", "2024-05-01")
	o.refusesStages(id)

	receipt := o.submits(o.hr, id)
	if got := counts(receipt, "data.submitDeclaration.declaration"); got != "2 2 0 0 0 0 0" {
		t.Fatalf("submitted: %s %v", got, receipt.body)
	}
	// A stage isn't verified before the welcome is, and all is decided as of jobs.
	rows := o.national.ask(`{ viewer { declaration(id: "`+id+`") { rows { nodes { `+progressParts+` } } } } }`, nil)
	key := func(i int) any { return rows.at(fmt.Sprintf("data.viewer.declaration.rows.nodes.%d.id", i)) }
	if got := rows.text("data.viewer.declaration.rows.nodes.1.details.fullName"); got != "Hajar Exemple" {
		t.Errorf("beside the launch the officer reads of the person %q", got)
	}
	if got := o.national.does("decideRows", "declaration { id }", map[string]any{"declaration": id, "rows": []any{key(1)}, "outcome": "ACCEPTED", "basis": "VISIT"}).reason(); got != "BAD_USER_INPUT project_stages_after_the_welcome" {
		t.Errorf("a launch accepted before the welcome: %q", got)
	}
	o.here.does("decideRows", "declaration { id }", map[string]any{"declaration": id, "rows": []any{key(0)}, "outcome": "ACCEPTED", "basis": "VISIT"})
	o.national.does("decideRows", "declaration { id }", map[string]any{"declaration": id, "outcome": "RETURNED", "reason": "EVIDENCE_MISSING", "words": "Le registre du commerce manque."})
	if got := o.stages(o.hr, id); got != "P-1 WELCOMED ACCEPTED, P-1 LAUNCHED RETURNED" {
		t.Errorf("decided: %s", got)
	}
	o.correctsStages(id, key(0), key(1))
	if declared, verified := o.public(); declared != declaredBefore || verified != verifiedBefore {
		t.Errorf("public: %s declared, %s verified; before %s and %s: nothing of project holders is", declared, verified, declaredBefore, verifiedBefore)
	}
}

// refusesStages tries what a partner can't declare, over a holder that was welcomed on 1 February and launched on 1 May.
func (o office) refusesStages(id string) {
	o.Helper()
	tomorrow := time.Now().UTC().AddDate(0, 0, 1).Format(time.DateOnly)
	for _, refused := range []struct {
		mutation string
		change   map[string]any
		reason   string
	}{
		{"saveProjectHolder", map[string]any{"reference": "P-1"}, "CONFLICT reference_twice"},
		{"saveProjectHolder", map[string]any{"reference": " "}, "BAD_USER_INPUT reference_length"},
		{"saveProjectHolder", map[string]any{"region": "MA-99"}, "BAD_USER_INPUT declared_region_unknown"},
		{"saveProjectHolder", map[string]any{"sector": "?"}, "BAD_USER_INPUT declared_sector_unknown"},
		{"saveProjectHolder", map[string]any{"welcomedOn": tomorrow}, "BAD_USER_INPUT stage_to_come"},
		{"saveProjectHolder", map[string]any{"welcomedOn": "1970-01-01"}, "BAD_USER_INPUT start_long_ago"},
		{"saveProjectHolder", map[string]any{"details": map[string]any{"fullName": " "}}, "BAD_USER_INPUT project_holder_details_name_given"},
		{"saveProgress", map[string]any{"reference": "P-9"}, "BAD_USER_INPUT holder_unknown"},
		{"saveProgress", map[string]any{"stage": "WELCOMED"}, "BAD_USER_INPUT stage_of_welcome"},
		{"saveProgress", map[string]any{"stage": "LAUNCHED"}, "CONFLICT stage_declared"},
		{"saveProgress", map[string]any{"reachedOn": "2024-01-31"}, "BAD_USER_INPUT stage_before_the_former"},
		{"saveProgress", map[string]any{"reachedOn": "2024-05-02"}, "BAD_USER_INPUT stage_after_the_next"},
		{"saveProgress", map[string]any{"stage": "LEFT", "reachedOn": "2024-06-01"}, "BAD_USER_INPUT project_stages_left_has_reason"},
		{"saveProgress", map[string]any{"leftReason": "x"}, "BAD_USER_INPUT project_stages_left_has_reason"},
		{"saveProgress", map[string]any{"reachedOn": tomorrow, "stage": "FIRST_ORDER"}, "BAD_USER_INPUT stage_to_come"},
	} {
		input := map[string]any{"declaration": id}
		if refused.mutation == "saveProjectHolder" {
			input["holder"] = entrepreneur("P-2", refused.change)
		} else {
			maps.Copy(input, map[string]any{"reference": "P-1", "stage": "TRAINED", "reachedOn": "2024-03-01"})
			maps.Copy(input, refused.change)
		}
		if got := o.hr.does(refused.mutation, "row { id }", input).reason(); got != refused.reason {
			o.Errorf("%s with %v: %q, want %q", refused.mutation, refused.change, got, refused.reason)
		}
	}
	// Nobody overwrites what a colleague has written, and the same request by the same key is one.
	key := map[string]any{"declaration": id, "reference": "P-1", "stage": "TRAINED", "reachedOn": "2024-03-01", "idempotencyKey": "t"}
	row := o.hr.does("saveProgress", "row { id }", key).text("data.saveProgress.row.id")
	if got := o.hr.does("saveProgress", "row { id }", key).text("data.saveProgress.row.id"); got != row || row == "" {
		o.Errorf("one key gives %q and %q", row, got)
	}
	again := map[string]any{"declaration": id, "reference": "P-1", "stage": "PLAN_READY", "reachedOn": "2024-03-02", "row": row, "version": 1}
	if got := o.colleague.does("saveProgress", "row { version }", again); got.at("data.saveProgress.row.version") != 2.0 {
		o.Errorf("the colleague changes the stage: %v", got.body)
	}
	if got := o.hr.does("saveProgress", "row { version }", again).reason(); got != "CONFLICT row_changed" {
		o.Errorf("a row that was changed meanwhile: %q", got)
	}
	welcome := o.hr.ask(`{ viewer { declaration(id: "`+id+`") { rows { nodes { id } } } } }`, nil).at("data.viewer.declaration.rows.nodes.0.id")
	if got := o.hr.does("removeRow", "declaration { id }", map[string]any{"declaration": id, "row": welcome, "version": 1}).reason(); got != "CONFLICT holder_progresses" {
		o.Errorf("the welcome is taken out from under the launch: %q", got)
	}
	if got := o.hr.does("removeRow", "declaration { id }", map[string]any{"declaration": id, "row": row, "version": 2}).reason(); got != "" {
		o.Errorf("a stage is taken out: %q", got)
	}
}

// correctsStages has the partner amend the welcome and correct the launch, in one draft, and the officer accept both.
func (o office) correctsStages(id string, welcome, launch any) {
	o.Helper()
	draft := o.hr.does("correctRows", progressOf, map[string]any{"rows": []any{launch, welcome}})
	second := draft.text("data.correctRows.declaration.id")
	row := func(i int, what string) any {
		return draft.at(fmt.Sprintf("data.correctRows.declaration.rows.nodes.%d.%s", i, what))
	}
	if got := fmt.Sprint(row(0, "amends"), row(0, "details.fullName"), row(0, "profile.identityEnding"), row(1, "amends"), row(1, "progress.stage")); got != "trueHajar ExempleP1falseLAUNCHED" {
		o.Fatalf("the copies are %s: %v", got, draft.body)
	}
	change := entrepreneur("P-1", map[string]any{"region": "MA-01", "details": map[string]any{"fullName": "Hajar Exemple-Bis"}})
	delete(change["person"].(map[string]any), "identityNumber") // that of before stays
	saved := o.hr.does("saveProjectHolder", "row { "+progressParts+" }", map[string]any{"declaration": second, "row": row(0, "id"), "version": 1, "holder": change})
	if got := fmt.Sprint(saved.at("data.saveProjectHolder.row.version"), saved.at("data.saveProjectHolder.row.profile.identityEnding"), saved.at("data.saveProjectHolder.row.progress.region.code")); got != "2P1MA-01" {
		o.Errorf("the welcome, changed: %s %v", got, saved.body)
	}
	o.hr.does("saveProgress", "row { id }", map[string]any{"declaration": second, "row": row(1, "id"), "version": 1, "reference": "P-1", "stage": "LAUNCHED", "reachedOn": "2024-05-03"})
	o.submits(o.hr, second)
	if got := o.stages(o.hr, id); got != "P-1 WELCOMED ACCEPTED, P-1 LAUNCHED REPLACED" {
		o.Errorf("while the corrections wait: %s", got)
	}
	o.national.does("decideRows", "declaration { id }", map[string]any{"declaration": second, "outcome": "ACCEPTED", "basis": "REGISTER_EXTRACT"})
	if got := o.stages(o.hr, id) + "; " + o.stages(o.hr, second); got != "P-1 WELCOMED REPLACED, P-1 LAUNCHED REPLACED; P-1 WELCOMED ACCEPTED, P-1 LAUNCHED ACCEPTED" {
		o.Errorf("after all: %s", got)
	}
	// The holder goes on, as it is now; who was declared elsewhere too is pointed out to the officer alone.
	third := o.starts(o.hr)
	o.reaches(o.hr, third, "P-1", "FIRST_ORDER", "2024-06-01")
	o.welcomes(o.hr, third, "P-2", map[string]any{"person": map[string]any{"identityKind": "NATIONAL_CARD", "identityNumber": "ZZ991P1"}})
	o.submits(o.hr, third)
	seen := o.national.ask(`{ viewer { declaration(id: "`+third+`") { rows { nodes { `+progressParts+` } } } } }`, nil)
	if got := fmt.Sprint(seen.at("data.viewer.declaration.rows.nodes.0.progress.region.code"), seen.at("data.viewer.declaration.rows.nodes.0.details.fullName"),
		seen.at("data.viewer.declaration.rows.nodes.0.progress.verified"), seen.at("data.viewer.declaration.rows.nodes.1.checks")); got !=
		"MA-01Hajar Exemple-Bis[map[reachedOn:2024-02-01 stage:WELCOMED] map[reachedOn:2024-05-03 stage:LAUNCHED]] [PERSON_DECLARED_ELSEWHERE]" {
		o.Errorf("the officer sees %s", got)
	}
	if got := o.hr.ask(`{ viewer { declaration(id: "`+third+`") { rows { nodes { checks } } } } }`, nil); strings.Contains(fmt.Sprint(got.body), "ELSEWHERE") {
		o.Errorf("the partner is told: %v", got.body)
	}
}
