package web_test

import (
	"fmt"
	"testing"
	"time"
)

const lookedAt = `{ viewer { declaration(id: "%s") { state rows { nodes { id state secondLook { askedAt words } decision { round outcome reason words closesOn } } } } } }`

// looked is the row at a place of a declaration: its state, and the round, outcome and reason of its decision.
func (o office) looked(p *person, id string, row int) string {
	o.Helper()
	got := p.ask(fmt.Sprintf(lookedAt, id), nil)
	at := fmt.Sprintf("data.viewer.declaration.rows.nodes.%d.", row)
	return fmt.Sprint(got.text(at+"state"), " ", got.text(at+"decision.round"), " ", got.text(at+"decision.outcome"), " ", got.text(at+"decision.reason"))
}

// TestASecondOfficerIsAskedForOnce has a row returned and one refused, and another officer than the first look at both.
func TestASecondOfficerIsAskedForOnce(t *testing.T) {
	o := newOffice(t)
	id := o.submitsMany(3)
	rows := o.rowsNamed(o.hr, id, "")
	o.decides(o.here, id, "RETURNED", rows[:1], "")
	o.decides(o.here, id, "REFUSED", rows[1:2], "")
	o.decides(o.here, id, "ACCEPTED", rows[2:], "CONTRACT")
	asks := func(p *person, words string, rows ...string) string {
		return p.does("askSecondOfficer", "declaration { state }", map[string]any{"rows": rows, "words": words}).reason()
	}
	for _, refused := range []struct {
		by     *person
		words  string
		rows   []string
		reason string
	}{
		{o.stranger, "x", rows[:1], "NOT_FOUND declaration_unknown"}, {o.inspector, "x", rows[:1], "FORBIDDEN role_missing"},
		{o.hr, " ", rows[:1], "BAD_USER_INPUT second_looks_words_given"}, {o.hr, "x", rows[1:], "CONFLICT second_looks_of_what_was_not_accepted"},
	} {
		if got := asks(refused.by, refused.words, refused.rows...); got != refused.reason {
			t.Errorf("%s asks for %d rows with %q: %q, want %q", refused.by.email, len(refused.rows), refused.words, got, refused.reason)
		}
	}
	if got := asks(o.colleague, "La preuve est jointe.", rows[:2]...); got != "" {
		t.Fatalf("the partner asks: %s", got)
	}
	if got := o.looked(o.hr, id, 0); got != "WAITING FIRST RETURNED EVIDENCE_MISSING" {
		t.Errorf("asked for: %s", got)
	}
	for p, want := range map[*person]any{o.hr: "La preuve est jointe.", o.national: "La preuve est jointe.", o.inspector: nil} {
		if got := p.ask(fmt.Sprintf(lookedAt, id), nil); got.at("data.viewer.declaration.rows.nodes.0.secondLook.words") != want || got.text("data.viewer.declaration.rows.nodes.0.secondLook.askedAt") == "" {
			t.Errorf("%s reads %v", p.email, got.body)
		}
	}
	queue := o.national.ask(fmt.Sprintf(`{ viewer { queue(filter: {partner: %q}, first: 100) { nodes { id daysWaiting } } } }`, o.partner), nil)
	found := false
	nodes, _ := queue.at("data.viewer.queue.nodes").([]any)
	for _, node := range nodes {
		one := node.(map[string]any)
		found = found || one["id"] == id && one["daysWaiting"] == 1.0
	}
	if !found {
		t.Errorf("the queue has no such declaration: %v", queue.body)
	}
	if got := o.decides(o.here, id, "ACCEPTED", rows[:1], "VISIT").reason(); got != "FORBIDDEN decisions_second_by_another" {
		t.Errorf("the first officer again: %q", got)
	}
	if got := o.decides(o.here, id, "ACCEPTED", nil, "VISIT").reason(); got != "CONFLICT nothing_waits" {
		t.Errorf("the first officer, on all: %q", got)
	}
	o.decides(o.national, id, "ACCEPTED", rows[:1], "VISIT")
	o.decides(o.national, id, "REFUSED", nil, "")
	if first, second := o.looked(o.hr, id, 0), o.looked(o.hr, id, 1); first != "ACCEPTED SECOND ACCEPTED " || second != "REFUSED SECOND REFUSED EVIDENCE_MISSING" {
		t.Errorf("decided: %s; %s", first, second)
	}
	if got := asks(o.hr, "Encore.", rows[1]); got != "CONFLICT second_looks_of_what_was_not_accepted" {
		t.Errorf("asked twice: %q", got)
	}
}

// TestAReturnedRowClosesAfterSixtyDays says so beforehand, closes it, and counts it as nobody's decision.
func TestAReturnedRowClosesAfterSixtyDays(t *testing.T) {
	o := newOffice(t)
	if _, err := o.d.CloseUnanswered(t.Context()); err != nil { // what the sample has returned long ago
		t.Fatal(err)
	}
	id := o.submitsMany(2)
	rows := o.rowsNamed(o.hr, id, "")
	o.decides(o.here, id, "RETURNED", nil, "")
	_, before := o.publicly()
	read := o.hr.ask(fmt.Sprintf(lookedAt, id), nil)
	if got, want := read.text("data.viewer.declaration.rows.nodes.0.decision.closesOn"), time.Now().UTC().AddDate(0, 0, 60).Format(time.DateOnly); got != want {
		t.Errorf("closes on %s, want %s", got, want)
	}
	o.hr.does("correctRows", "declaration { id }", map[string]any{"rows": rows[:1]}) // a draft keeps nothing open
	for _, days := range []int{59, 60} {
		if _, err := o.owner.Exec(fmt.Sprintf(`
			set session_replication_role = replica;
			update decisions set created_at = now() - interval '%d days' where row_id in (select r.id from declaration_rows r join declarations d on d.id = r.declaration_id order by d.id desc, r.position limit 3);
			set session_replication_role = origin`, days)); err != nil {
			t.Fatal(err)
		}
		closed, err := o.d.CloseUnanswered(t.Context())
		if want := max(0, 2*(days-59)); err != nil || closed != want {
			t.Errorf("after %d days %d rows are closed, %v; want %d", days, closed, err, want)
		}
	}
	for _, p := range []*person{o.hr, o.here, o.inspector} {
		if got := o.looked(p, id, 1); got != "REFUSED UNANSWERED REFUSED UNANSWERED" {
			t.Errorf("%s reads %s", p.email, got)
		}
	}
	if _, after := o.publicly(); after != before {
		t.Errorf("closing counts as a decision:%s, before%s", after, before)
	}
}
