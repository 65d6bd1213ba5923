package web_test

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// plantedRow gives the id of a row that is saved in a declaration, with words of its own.
func (s *seeing) plantedRow(declaration, word string) string {
	return s.saves(s.hr, declaration, "ZZ"+word, map[string]any{"occupation": "Zzmetier" + word, "undertaking": "Zzchantier" + word, "contractKind": "INTERIM"}).text("data.saveJob.row.id")
}

// planted gives the ids of what not everyone sees: a draft, what was submitted, what a person asked, and a revision. Each holds
// words that begin with zz and end with what it is.
func (s *seeing) planted() map[string][]string {
	named := s.hr.does("nameEvidence", "evidence { id }", map[string]any{"declaration": s.draft, "kind": "CALL", "description": "Zzpreuvedraft"}).text("data.nameEvidence.evidence.id")
	sent := s.starts(s.hr)
	ids := map[string][]string{"draft": {s.draft, s.plantedRow(s.draft, "draft"), named}, "sent": {sent, s.plantedRow(sent, "sent")}}
	s.submits(s.hr, sent)
	s.person("").does("requestAboutPerson", "code", map[string]any{"kind": "SEE", "partner": s.partner, "region": "MA-06", "language": "FR",
		"fullName": "Zznomrequest", "email": "zzadresserequest@person.test", "telephone": "0600", "words": "Zzparolesrequest"})
	ids["request"] = []string{s.hr.ask(`{ viewer { personRequests(first: 1) { nodes { id details { fullName } } } } }`, nil).text("data.viewer.personRequests.nodes.0.id")}
	revision := s.inspector.does("startRevision", "revision { id }", map[string]any{"title": "Zztitrerevision"}).text("data.startRevision.revision.id")
	row := s.inspector.does("saveRevisionRow", "row { id }", map[string]any{"revision": revision, "table": "partners",
		"values": map[string]any{"slug": "zzpartnerrevision", "kind": "COMPANY", "name": map[string]any{"fr": "Zznomrevision"}}})
	ids["revision"] = []string{revision, row.text("data.saveRevisionRow.row.id")}
	return ids
}

// unseen are, of each of those, who may not see it: a draft only its partner's people do, what was submitted nobody elsewhere;
// what a person asked, who answers it; a revision, who keeps the register.
var unseen = map[string][]string{
	"draft":   {"nobody", "another partner's member", "officer elsewhere", "officer of the region", "auditor out of scope", "auditor in scope", "administrator"},
	"sent":    {"nobody", "another partner's member", "officer elsewhere", "auditor out of scope"},
	"request": {"nobody", "another partner's member", "officer elsewhere", "auditor out of scope", "auditor in scope", "administrator"},
	"revision": {"nobody", "another partner's member", "its member", "its administrator", "officer elsewhere", "officer of the region", "auditor out of scope",
		"auditor in scope"},
}

// seenBy are some who may see each of them: they are heard.
var seenBy = map[string][]string{"draft": {"its administrator"}, "sent": {"its administrator"}, "request": {"its administrator"}, "revision": {"administrator"}}

// TestErrorsTellNothing sends every mutation that takes an id, with those of what not everyone sees, and with a version that
// isn't so, as each who may not see it: no answer, refused or not, has a word of it, nor says by a conflict that it is there.
func TestErrorsTellNothing(t *testing.T) {
	s := newSeeing(t)
	answers, heard := map[string]int{}, map[string]int{}
	planted := s.planted()
	for what, ids := range planted {
		said := regexp.MustCompile(`(?i)zz\w*` + what)
		s.aims(ids, unseen[what], func(mutation, viewer string, answer answered) {
			text, err := json.Marshal(answer.body)
			if err != nil {
				t.Fatal(err)
			}
			answers[what]++
			if strings.HasPrefix(answer.reason(), "CONFLICT") || said.Match(text) {
				t.Errorf("%s tells %s of a %s: %s", mutation, viewer, what, text)
			}
		})
	}
	for what, ids := range planted { // last, as what one may do may be done
		s.aims(ids, seenBy[what], func(_, _ string, answer answered) {
			if code, _, _ := strings.Cut(answer.reason(), " "); code != "NOT_FOUND" && code != "FORBIDDEN" {
				heard[what]++
			}
		})
	}
	for what, least := range map[string]int{"draft": 300, "sent": 150, "request": 30, "revision": 50} {
		if answers[what] < least || heard[what] == 0 {
			t.Errorf("of a %s only %d answers were read, and who may see it was heard %d times", what, answers[what], heard[what])
		}
	}
	t.Logf("answers: %v; heard: %v", answers, heard)
}

// aims sends every mutation that takes an id with each of these, as some viewers, and tells what each answered.
func (s *seeing) aims(ids, viewers []string, told func(mutation, viewer string, answer answered)) {
	for _, id := range ids {
		if id == "" {
			s.Fatal("something was not planted")
		}
		for mutation, input := range s.aimedAt(id) {
			for i, p := range s.viewers {
				if slices.Contains(viewers, s.names[i]) {
					told(mutation, s.names[i], p.does(mutation, "__typename", input))
				}
			}
		}
	}
}

// aimedAt gives, by their names, the mutations that take an id, with an input that names this one.
func (s *seeing) aimedAt(id string) map[string]map[string]any {
	s.aimed = id
	inputs := map[string]map[string]any{}
	for _, mutation := range s.schema.Mutation.Fields {
		argument := mutation.Arguments.ForName("input")
		if argument == nil {
			continue
		}
		input, _ := s.filled(argument.Type)
		if text, _ := json.Marshal(input); strings.Contains(string(text), id) {
			inputs[mutation.Name] = input.(map[string]any)
		}
	}
	return inputs
}
