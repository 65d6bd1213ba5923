package web_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
)

// TestErrorsTellNothing sends every mutation that takes an id, with those of one partner's draft and of what it submitted, and
// with a version that isn't so, as each who may not see them: no answer, refused or not, has a word of them, nor says by a
// conflict that they are there.
func TestErrorsTellNothing(t *testing.T) {
	s := newSeeing(t)
	planted := func(declaration, word string) string {
		return s.saves(s.hr, declaration, "ZZ"+word, map[string]any{"occupation": "Zzmetier" + word, "undertaking": "Zzchantier" + word, "contractKind": "INTERIM"}).text("data.saveJob.row.id")
	}
	row := planted(s.draft, "draft")
	named := s.hr.does("nameEvidence", "evidence { id }", map[string]any{"declaration": s.draft, "kind": "CALL", "description": "Zzpreuvedraft"}).text("data.nameEvidence.evidence.id")
	sent := s.starts(s.hr)
	sentRow := planted(sent, "sent")
	s.submits(s.hr, sent)
	ids := map[string][]string{"draft": {s.draft, row, named}, "sent": {sent, sentRow}}
	// Who may not see: a draft only its partner's people, what was submitted nobody else's.
	unseen := map[string][]string{
		"draft": {"nobody", "another partner's member", "officer elsewhere", "officer of the region", "auditor out of scope", "auditor in scope", "administrator"},
		"sent":  {"nobody", "another partner's member", "officer elsewhere", "auditor out of scope"},
	}
	answers := 0
	for what, of := range ids {
		for _, id := range of {
			if id == "" {
				t.Fatalf("of what is %s something was not planted", what)
			}
			for _, mutation := range s.schema.Mutation.Fields {
				argument := mutation.Arguments.ForName("input")
				if argument == nil {
					continue
				}
				s.aimed = id
				input, _ := s.filled(argument.Type)
				if text, _ := json.Marshal(input); !strings.Contains(string(text), id) {
					continue
				}
				for i, p := range s.viewers {
					if !slices.Contains(unseen[what], s.names[i]) {
						continue
					}
					answer := p.does(mutation.Name, "__typename", input.(map[string]any))
					text, err := json.Marshal(answer.body)
					if err != nil {
						t.Fatal(err)
					}
					answers++
					if strings.HasPrefix(answer.reason(), "CONFLICT") {
						t.Errorf("%s tells %s how a %s stands: %s", mutation.Name, s.names[i], what, text)
					}
					for _, word := range []string{"ZZ" + what, "Zzmetier" + what, "Zzchantier" + what, "Zzpreuve" + what} {
						if strings.Contains(string(text), word) {
							t.Errorf("%s tells %s of a %s: %s", mutation.Name, s.names[i], what, text)
						}
					}
				}
			}
		}
	}
	if answers < 300 {
		t.Errorf("only %d answers were read", answers)
	}
}
