package web_test

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// schedules has the partner's convention be reported of from a month on, in place of whatever schedule it has.
func (o office) schedules(period string, days int, from string) {
	o.Helper()
	if _, err := o.owner.Exec(fmt.Sprintf(`begin;
		select set_config('mithaq.actor', 'test', true), set_config('mithaq.reason', 'test', true);
		delete from citations where reporting_schedule_id is not null;
		delete from reporting_schedules;
		insert into reporting_schedules (convention_id, position, period, days_allowed, applies_from) select id, 1, '%s', %d, '%s' from conventions where slug = '%s';
		update conventions set starts_on = null, ends_on = null where slug = '%[4]s';
		commit`, period, days, from, o.convention)); err != nil {
		o.Fatal(err)
	}
}

// TestWhatIsDueIsSaidByPeriod compares the periods of a schedule with the calendar, and with what was declared.
func TestWhatIsDueIsSaidByPeriod(t *testing.T) {
	o := newOffice(t)
	due := func(p *person) string {
		got := p.ask(fmt.Sprintf(`{ viewer { partners(slug: %q) { reportsDue { convention { slug } periodFrom periodUntil dueOn isDeclared } } } }`, o.partner), nil)
		var all []string
		list, _ := got.at("data.viewer.partners.0.reportsDue").([]any)
		for _, one := range list {
			r := one.(map[string]any)
			all = append(all, fmt.Sprint(r["periodFrom"], " ", r["periodUntil"], " ", r["dueOn"], " ", r["isDeclared"]))
		}
		return strings.Join(all, ", ")
	}
	month := time.Now().UTC().AddDate(0, 0, 1-time.Now().UTC().Day())
	day := func(months, days int) string { return month.AddDate(0, months, days).Format(time.DateOnly) }
	o.schedules("MONTH", 10, month.AddDate(0, -1, 0).Format("2006-01"))
	last, present := day(-1, 0)+" "+day(0, -1)+" "+day(0, 9), day(0, 0)+" "+day(1, -1)+" "+day(1, 9)
	if got, want := due(o.hr), last+" false, "+present+" false"; got != want {
		t.Errorf("due by the month: %s, want %s", got, want)
	}
	if got := due(o.stranger); got != "" {
		t.Errorf("another partner is told %s", got)
	}
	started := o.hr.does("startDeclaration", "declaration { id }", map[string]any{"partner": o.partner, "convention": o.convention, "from": day(-1, 0), "until": day(0, -1)})
	id := started.text("data.startDeclaration.declaration.id")
	o.saves(o.hr, id, "E-1", nil)
	if got := due(o.hr); !strings.Contains(got, last+" false") {
		t.Errorf("a draft is no report: %s", got)
	}
	o.submits(o.hr, id)
	if got, want := due(o.colleague), last+" true, "+present+" false"; got != want {
		t.Errorf("once it was submitted: %s, want %s", got, want)
	}
	o.hr.does("withdrawDeclaration", "declaration { id }", map[string]any{"declaration": id})
	if got := due(o.hr); !strings.Contains(got, last+" false") {
		t.Errorf("what was withdrawn is no report: %s", got)
	}
}

// TestEvidenceIsNamedInADraftAndStays names documents, takes one out, and reads them as those who may.
func TestEvidenceIsNamedInADraftAndStays(t *testing.T) {
	o := newOffice(t)
	id := o.starts(o.hr)
	row := o.saves(o.hr, id, "E-1", nil).at("data.saveJob.row.id") // in MA-06
	names := func(more map[string]any) answered {
		input := map[string]any{"declaration": id, "kind": "SOCIAL_SECURITY_LIST", "description": "liste de mars, page 2"}
		for key, value := range more {
			input[key] = value
		}
		return o.hr.does("nameEvidence", "evidence { id kind description datedOn row { reference } }", input)
	}
	if got := names(map[string]any{"description": " ", "datedOn": in(2), "row": id, "kind": "SAMPLE"}).faults(); got != "datedOn document_to_come, description wording_length, kind evidence_held_by_its_partner, row row_unknown" {
		t.Errorf("what is wrong: %s", got)
	}
	whole := names(map[string]any{"idempotencyKey": "k"})
	if again := names(map[string]any{"idempotencyKey": "k"}); again.at("data.nameEvidence.evidence.id") != whole.at("data.nameEvidence.evidence.id") {
		t.Errorf("the same key: %v", again.body)
	}
	if got := names(map[string]any{"row": row, "kind": "CONTRACT", "datedOn": "2024-03-01"}); got.text("data.nameEvidence.evidence.row.reference") != "E-1" {
		t.Errorf("of a row: %v", got.body)
	}
	gone := names(map[string]any{"description": "autre"}).at("data.nameEvidence.evidence.id")
	if got := o.stranger.does("removeEvidence", "declaration { id }", map[string]any{"evidence": gone}).reason(); !strings.HasPrefix(got, "NOT_FOUND") {
		t.Errorf("another partner takes it out: %q", got)
	}
	if got := o.colleague.does("removeEvidence", "declaration { evidence { description } }", map[string]any{"evidence": gone}); got.at("data.removeEvidence.declaration.evidence.2") != nil {
		t.Errorf("taken out: %v", got.body)
	}
	read := func(p *person) string {
		got := p.ask(`{ viewer { declaration(id: "`+id+`") { evidence { kind row { reference } } } } }`, nil)
		return fmt.Sprint(got.at("data.viewer.declaration.evidence.0.kind"), " ", got.at("data.viewer.declaration.evidence.1.row.reference"))
	}
	if got := read(o.national); got != "<nil> <nil>" {
		t.Errorf("an officer reads a draft's: %s", got)
	}
	o.submits(o.hr, id)
	for who, want := range map[*person]string{o.hr: "SOCIAL_SECURITY_LIST E-1", o.national: "SOCIAL_SECURITY_LIST E-1", o.here: "SOCIAL_SECURITY_LIST E-1",
		o.elsewhere: "<nil> <nil>", o.inspector: "<nil> <nil>", o.stranger: "<nil> <nil>"} {
		if got := read(who); got != want {
			t.Errorf("%s reads %s, want %s", who.email, got, want)
		}
	}
	if got := names(nil).reason(); got != "CONFLICT declaration_submitted" {
		t.Errorf("named later: %q", got)
	}
	if got := o.hr.does("removeEvidence", "declaration { id }", map[string]any{"evidence": whole.at("data.nameEvidence.evidence.id")}).reason(); got != "CONFLICT declaration_submitted" {
		t.Errorf("taken back: %q", got)
	}
}
