package web_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
)

const questionParts = `id version dueOn closedOn answer row { reference kind } declaredBy { id state }`

// launched declares, and has accepted, jobs of these references, and a project holder P-9 who has launched.
func (o office) launched(jobs ...string) {
	o.Helper()
	id := o.starts(o.hr)
	for _, reference := range jobs {
		o.saves(o.hr, id, reference, nil)
	}
	o.welcomes(o.hr, id, "P-9", map[string]any{"details": nil})
	o.reaches(o.hr, id, "P-9", "LAUNCHED", "2024-05-01")
	o.submits(o.hr, id)
	done := o.national.does("decideRows", progressOf, map[string]any{"declaration": id, "outcome": "ACCEPTED", "basis": "CALL"})
	if got := done.at("data.decideRows.declaration.counts.waiting"); got != 0.0 {
		o.Fatalf("not all is accepted: %v", done.body)
	}
}

// asks has the day's questions asked, of the sample's own none.
func (o office) asks() {
	o.Helper()
	if _, _, err := o.d.AskStillHeld(o.Context(), time.Now()); err != nil {
		o.Fatal(err)
	}
	if _, err := o.owner.Exec(`
		select set_config('mithaq.actor', 'test', false), set_config('mithaq.reason', 'test', false);
		delete from held_questions where row_id not in (select id from declaration_rows where reference like 'H-%' or reference = 'P-9')`); err != nil {
		o.Fatal(err)
	}
}

// question gives the question about a reference, as its partner reads it now.
func (o office) question(reference string, open bool) map[string]any {
	o.Helper()
	got := o.hr.ask(fmt.Sprintf(`{ viewer { partners(slug: %q) { stillHeld(open: %t, first: 100) { nodes { %s } } } } }`, o.partner, open, questionParts), nil)
	nodes, _ := got.at("data.viewer.partners.0.stillHeld.nodes").([]any)
	at := slices.IndexFunc(nodes, func(node any) bool {
		return fmt.Sprint(node.(map[string]any)["row"]) != "" && node.(map[string]any)["row"].(map[string]any)["reference"] == reference
	})
	if at < 0 {
		return nil
	}
	return nodes[at].(map[string]any)
}

func (o office) answer(reference, says string, endedOn any) map[string]any {
	o.Helper()
	asked := o.question(reference, true)
	return map[string]any{"question": asked["id"], "version": asked["version"], "answer": says, "endedOn": endedOn}
}

// askedAndAnswered asks about a job and a launch; gives the ids of the questions, and the declaration of the answers: one is
// that nothing is known.
func (o office) askedAndAnswered() (questions []string, declaration string) {
	o.Helper()
	o.launched("H-1", "H-2", "H-3")
	o.asks()
	for _, reference := range []string{"H-3", "H-1"} {
		questions = append(questions, fmt.Sprint(o.question(reference, true)["id"]))
	}
	done := o.hr.does("answerStillHeld", "declaration { id }", map[string]any{"answers": []any{
		o.answer("H-1", "ENDED", "2024-05-05"), o.answer("H-2", "NOT_KNOWN", nil), o.answer("P-9", "HELD", nil)}})
	return questions, done.text("data.answerStillHeld.declaration.id")
}

// TestPartnersAreAskedWhatStillHolds has jobs and a launch verified, asks about them, and has the answers verified.
func TestPartnersAreAskedWhatStillHolds(t *testing.T) {
	o := newOffice(t)
	o.launched("H-1", "H-2", "H-3", "H-4")
	o.asks()
	for _, reference := range []string{"H-1", "H-2", "H-3", "H-4", "P-9"} {
		if got := o.question(reference, true); got == nil || got["dueOn"] != time.Now().UTC().AddDate(0, 0, 30).Format(time.DateOnly) || got["answer"] != nil {
			t.Fatalf("of %s is asked %v", reference, got)
		}
	}
	if asked, _, err := o.d.AskStillHeld(t.Context(), time.Now()); err != nil || asked != 0 && o.question("H-1", true)["version"] != 1.0 {
		t.Errorf("asked again: %d, %v", asked, err)
	}
	o.refusesAnswers()

	given := map[string]any{"idempotencyKey": "a", "answers": []any{o.answer("H-1", "HELD", nil), o.answer("H-2", "ENDED", "2024-05-05"), o.answer("H-3", "NOT_KNOWN", nil), o.answer("P-9", "HELD", nil)}}
	answered := o.hr.does("answerStillHeld", "declaration { id reference counts { rows waiting } } questions { "+questionParts+" }", given)
	id := answered.text("data.answerStillHeld.declaration.id")
	if got := fmt.Sprint(answered.at("data.answerStillHeld.declaration.counts"), answered.text("data.answerStillHeld.questions.2.answer")); got != "map[rows:3 waiting:3]NOT_KNOWN" || answered.text("data.answerStillHeld.declaration.reference") == "" {
		t.Fatalf("answered: %v", answered.body)
	}
	if got := o.hr.does("answerStillHeld", "declaration { id }", given).text("data.answerStillHeld.declaration.id"); got != id {
		t.Errorf("the same key gives %q, and gave %q", got, id)
	}
	if got := o.hr.does("answerStillHeld", "declaration { id }", map[string]any{"answers": []any{map[string]any{"question": o.question("H-1", false)["id"], "version": 2, "answer": "HELD"}}}).reason(); got != "CONFLICT question_answered" {
		t.Errorf("answered twice: %q", got)
	}
	o.verifiesAnswers(id)
	o.closesUnanswered()
	if got := o.person("").ask(fmt.Sprintf(`{ convention(slug: %q) { delivery { sustained { status } } } }`, o.convention), nil).text("data.convention.delivery.sustained.status"); got != "NOT_PUBLISHED" {
		t.Errorf("sustained is %s before any release", got)
	}
}

// refusesAnswers tries what can't be answered.
func (o office) refusesAnswers() {
	o.Helper()
	one := func(more map[string]any) map[string]any {
		answer := o.answer("H-1", "HELD", nil)
		for key, value := range more {
			answer[key] = value
		}
		return map[string]any{"answers": []any{answer}}
	}
	for _, refused := range []struct {
		by     *person
		input  map[string]any
		reason string
	}{
		{o.stranger, one(nil), "NOT_FOUND question_unknown"},
		{o.national, one(nil), "FORBIDDEN role_missing"},
		{o.hr, map[string]any{"answers": []any{}}, "BAD_USER_INPUT answers_number"},
		{o.hr, map[string]any{"answers": []any{o.answer("H-1", "HELD", nil), o.answer("H-1", "HELD", nil)}}, "NOT_FOUND question_unknown"},
		{o.hr, one(map[string]any{"version": 9}), "CONFLICT question_changed"},
		{o.hr, one(map[string]any{"answer": "ENDED"}), "BAD_USER_INPUT held_answers_ended_on_a_day"},
		{o.hr, one(map[string]any{"endedOn": "2024-05-05"}), "BAD_USER_INPUT held_answers_ended_on_a_day"},
		{o.hr, one(map[string]any{"answer": "ENDED", "endedOn": "2024-03-03"}), "BAD_USER_INPUT jobs_end_after_start"},
		{o.hr, one(map[string]any{"answer": "ENDED", "endedOn": "2099-01-01"}), "BAD_USER_INPUT end_to_come"},
	} {
		if got := refused.by.does("answerStillHeld", "declaration { id }", refused.input).reason(); got != refused.reason {
			o.Errorf("%s answers %v: %q, want %q", refused.by.email, refused.input, got, refused.reason)
		}
	}
}

// verifiesAnswers returns one answer, which is given again, and has all accepted.
func (o office) verifiesAnswers(id string) {
	o.Helper()
	rows := o.here.ask(`{ viewer { declaration(id: "`+id+`") { rows { nodes { id kind reference stillHeld { held endedOn about { kind job { startedOn } progress { stage } } } } } } } }`, nil)
	if got := fmt.Sprint(rows.at("data.viewer.declaration.rows.nodes.1.stillHeld"), rows.at("data.viewer.declaration.rows.nodes.2.stillHeld.about")); got !=
		"map[about:map[job:map[startedOn:2024-03-04] kind:JOB progress:<nil>] endedOn:2024-05-05 held:false] map[job:<nil> kind:PROGRESS progress:map[stage:LAUNCHED]]" {
		o.Errorf("the officer reads %s", got)
	}
	o.here.does("decideRows", "declaration { id }", map[string]any{"declaration": id, "rows": []any{rows.at("data.viewer.declaration.rows.nodes.1.id")}, "outcome": "RETURNED", "reason": "EVIDENCE_CONTRADICTS", "words": "La liste dit juin."})
	o.here.does("decideRows", "declaration { id }", map[string]any{"declaration": id, "outcome": "ACCEPTED", "basis": "SOCIAL_SECURITY_LIST"})
	again := o.hr.does("answerStillHeld", "declaration { id rows { nodes { replaces { id } } } }", map[string]any{"answers": []any{o.answer("H-2", "ENDED", "2024-06-30")}})
	if again.at("data.answerStillHeld.declaration.rows.nodes.0.replaces.id") == nil {
		o.Errorf("answered again: %v", again.body)
	}
	o.national.does("decideRows", "declaration { id }", map[string]any{"declaration": again.text("data.answerStillHeld.declaration.id"), "outcome": "ACCEPTED", "basis": "PAYSLIP"})
	var got string
	if err := o.owner.QueryRow(`
		select string_agg(r.reference || ' ' || coalesce(j.sustained::text, '-') || ' ' || coalesce(j.ended_on::text, '-'), ', ' order by r.reference)
		  || '; P-9 ' || (select string_agg(c.held::text, ' ') from confirmations c join project_holders h on h.id = c.project_holder_id where h.reference = 'P-9')
		from jobs j join declaration_rows r on r.id = j.row_id where r.reference like 'H-%'`).Scan(&got); err != nil ||
		got != "H-1 true -, H-2 false 2024-06-30, H-3 - -, H-4 - -; P-9 true" {
		o.Errorf("confirmed is %q, %v", got, err)
	}
}

// closesUnanswered lets thirty days pass over what isn't answered.
func (o office) closesUnanswered() {
	o.Helper()
	if _, err := o.owner.Exec("update held_questions set asked_on = asked_on - 31, due_on = due_on - 31"); err != nil {
		o.Fatal(err)
	}
	if _, _, err := o.d.AskStillHeld(o.Context(), time.Now()); err != nil {
		o.Fatal(err)
	}
	closed := o.question("H-4", false)
	if got := fmt.Sprint(closed["answer"], " ", closed["closedOn"]); got != "NOT_KNOWN "+time.Now().UTC().Format(time.DateOnly) || o.question("H-4", true) != nil {
		o.Errorf("unanswered is %s", got)
	}
	late := map[string]any{"answers": []any{map[string]any{"question": closed["id"], "version": closed["version"], "answer": "HELD"}}}
	if got := o.hr.does("answerStillHeld", "declaration { id }", late).reason(); got != "CONFLICT question_closed" {
		o.Errorf("an answer that is late: %q", got)
	}
	if got := fmt.Sprint(o.question("H-1", false)["answer"], o.question("H-2", false)["answer"]); !strings.Contains(got, "HELDENDED") {
		o.Errorf("what was answered is %s", got)
	}
}
