package web_test

import (
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"
)

// gets downloads a file.
func (p *person) gets(path string) (status int, body string) {
	p.Helper()
	response, err := p.Get(p.url + path)
	if err != nil {
		p.Fatal(err)
	}
	defer func() { _ = response.Body.Close() }()
	content, err := io.ReadAll(response.Body)
	if err != nil {
		p.Fatal(err)
	}
	return response.StatusCode, string(content)
}

// TestWhatStillHoldsIsAnsweredInAFile downloads the questions, fills the answers in as a spreadsheet does, and sends them back: with
// faults, mended, and again.
func TestWhatStillHoldsIsAnsweredInAFile(t *testing.T) {
	o := newOffice(t)
	o.launched("H-1", "H-2", "H-3", "H-4")
	o.asks()
	status, asked := o.hr.gets("/still-held/" + o.partner + "/questions.csv?language=fr")
	rows := strings.Split(strings.TrimSpace(strings.TrimPrefix(asked, "\ufeff")), "\r\n")
	if status != http.StatusOK || len(rows) != 6 || rows[0] != "Votre référence;Ce qui a été vérifié;Convention;Depuis;À répondre au plus tard le;Réponse;Dernier jour" || !strings.HasPrefix(rows[1], "H-1;emploi;") {
		t.Fatalf("asked is %d %q", status, asked)
	}
	for _, other := range []*person{o.stranger, o.national, o.person("")} {
		if status, _ := other.gets("/still-held/" + o.partner + "/questions.xlsx"); status != http.StatusForbidden && status != http.StatusUnauthorized {
			t.Errorf("%s is given the questions: %d", other.email, status)
		}
		if got := other.sendsTo("/still-held/"+o.partner+"/answers", []byte(asked)); got.status != http.StatusForbidden && got.status != http.StatusUnauthorized {
			t.Errorf("%s answers: %d %v", other.email, got.status, got.body)
		}
	}
	answered := func(answers ...string) []byte {
		filled := []string{rows[0]}
		for i, answer := range answers {
			filled = append(filled, strings.TrimSuffix(rows[i+1], ";;")+";"+answer)
		}
		return []byte(strings.Join(filled, "\r\n"))
	}
	to := "/still-held/" + o.partner + "/answers?language=fr"
	if got := o.hr.sendsTo(to+"&version=1", answered("non connu")); got.status != http.StatusBadRequest || got.body["reason"] != "version_unknown" {
		t.Errorf("the version of answers: %d %v", got.status, got.body)
	}

	// Everything that is wrong is told by cell, and nothing is taken.
	wrong := append(answered("toujours en place;2024-05-05", "terminé;", "terminé;2024-03-03", "peut-être;", "toujours en place;"),
		"\r\nH-9;;;;;non connu;\r\nP-9;projet;;;;non connu;"...)
	got := o.hr.sendsTo(to, wrong)
	if said := strings.Join(got.faults(), ", "); got.counted() != "7 0 0 7" || said != "G2 held_answers_ended_on_a_day, G3 held_answers_ended_on_a_day, G4 jobs_end_after_start, F5 value_unknown, A6 held_question_twice, A7 held_question_unknown, A8 held_question_twice" {
		t.Errorf("what is wrong: %s, %v", said, got.body)
	}
	if address, _ := got.body["marked"].(string); address == "" {
		t.Error("there is no marked copy")
	} else if status, copied := o.hr.gets(address); status != http.StatusOK || !strings.HasPrefix(copied, "PK") {
		t.Errorf("the marked copy is %d", status)
	}

	// What isn't answered yet stays open; what is answered goes to an officer, once.
	if got := o.hr.sendsTo(to, answered("toujours en place;", "terminé;05/05/2024", "non connu;", ";", "held;"), "Idempotency-Key", "held-1"); got.counted() != "5 4 0 0" || got.body["open"] != 1.0 {
		t.Fatalf("answered: %v", got.body)
	}
	for reference, want := range map[string]string{"H-1": "HELD", "H-2": "ENDED", "H-3": "NOT_KNOWN", "P-9": "HELD"} {
		if answer := o.question(reference, false)["answer"]; answer != want {
			t.Errorf("%s is %v, want %s", reference, answer, want)
		}
	}
	if answer := o.question("H-4", true)["answer"]; answer != nil {
		t.Errorf("H-4 is %v", answer)
	}
	if got := o.hr.sendsTo(to, answered("toujours en place;", "terminé;05/05/2024", "non connu;", ";", "held;")); got.counted() != "5 0 4 0" {
		t.Errorf("the same again: %v", got.body)
	}
	if got := o.hr.sendsTo(to, answered("terminé;2024-05-05", ";", ";", ";", ";")); strings.Join(got.faults(), ", ") != "F2 question_answered" {
		t.Errorf("another answer: %v", got.body)
	}
	var declared string
	if err := o.owner.QueryRow(`
		select string_agg(r.reference || ' ' || a.held || ' ' || r.state, ', ' order by r.position) from held_answers a join declaration_rows r on r.id = a.row_id
		where r.reference like 'H-%' or r.reference = 'P-9'`).Scan(&declared); err != nil || declared != "H-1 true WAITING, H-2 false WAITING, P-9 true WAITING" {
		t.Errorf("declared is %q, %v", declared, err)
	}
	for _, said := range wrongMessages(o.hr.sendsTo(to, wrong)) {
		if said == "" || strings.Contains(said, "{") {
			t.Errorf("a fault without words: %q", said)
		}
	}
}

func wrongMessages(got sent) (said []string) {
	for _, fault := range got.body["faults"].([]any) {
		said = append(said, fmt.Sprint(fault.(map[string]any)["message"]))
	}
	return said
}
