package web_test

import "strings"

// heardElsewhere are mutations that nothing keeps from being done, of which it is tried elsewhere whom they hear.
var heardElsewhere = map[string]string{
	"endRole": "accounts_life_test.go", "inviteAgain": "accounts_links_test.go", "revokeToken": "tokens_test.go",
}

// everyPartnersMutation requires that each mutation that hears people of partners is tried.
func (s *seeing) everyPartnersMutation(tried map[string]map[string]any) {
	for _, mutation := range s.schema.Mutation.Fields {
		auth := mutation.Directives.ForName("auth")
		if auth == nil || auth.Arguments.ForName("roles") == nil || tried[mutation.Name] != nil || heardElsewhere[mutation.Name] != "" {
			continue
		}
		for _, role := range auth.Arguments.ForName("roles").Value.Children {
			if role.Value.Raw == "PARTNER_MEMBER" || role.Value.Raw == "PARTNER_ADMINISTRATOR" {
				s.Errorf("whom %s hears is not tried", mutation.Name)
				break
			}
		}
	}
}

// refused says what each mutation about the partner's answers each viewer: whether one is heard, or why not. What is asked
// for can't be done, so that nothing is.
func (s *seeing) refused() map[string][]string {
	found := map[string][]string{}
	nowhere := "2099-01-01"
	opening := s.hr.does("announceOpening", "opening { id }", s.vacancy(nil)).text("data.announceOpening.opening.id")
	reply := s.hr.does("publishReply", "reply { id }", map[string]any{"partner": s.partner, "convention": s.convention, "language": "FR", "words": "Une réponse."}).text("data.publishReply.reply.id")
	named := s.hr.ask(`{ viewer { declaration(id: "`+s.id+`") { evidence { id } } } }`, nil).text("data.viewer.declaration.evidence.0.id")
	tried := map[string]map[string]any{
		"startDeclaration":    {"partner": s.partner, "convention": s.convention, "from": nowhere, "until": nowhere},
		"discardDeclaration":  {"declaration": s.id},
		"saveJob":             {"declaration": s.draft, "job": hire("", nil)},
		"saveJobEnd":          {"declaration": s.draft, "reference": "", "endedOn": nowhere},
		"removeEvidence":      {"evidence": named},
		"closeOpening":        {"opening": opening, "version": 99},
		"withdrawOpening":     {"opening": opening, "version": 99},
		"withdrawReply":       {"reply": reply, "version": 99},
		"saveProjectHolder":   {"declaration": s.draft, "holder": entrepreneur("", nil)},
		"saveProgress":        {"declaration": s.draft, "reference": "", "stage": "LAUNCHED", "reachedOn": nowhere},
		"removeRow":           {"declaration": s.draft, "row": s.row, "version": 1},
		"submitDeclaration":   {"declaration": s.draft, "version": 99},
		"withdrawDeclaration": {"declaration": s.draft},
		"correctRows":         {"rows": []string{s.row}},
		"answerStillHeld":     {"answers": []map[string]any{{"question": s.asked, "version": 99, "answer": "HELD"}}},
		"claimDeclaration":    {"declaration": s.draft},
		"decideRows":          {"declaration": s.id, "rows": []string{s.row}, "outcome": "ACCEPTED", "basis": "CALL"},
		"drawSample":          {"declaration": s.id},
		"releaseDeclaration":  {"declaration": s.draft},
		"askSecondOfficer":    {"rows": []string{s.row}, "words": ""},
		"openPerson":          {"row": s.row, "reason": "short"},
		"nameEvidence":        {"declaration": s.draft, "kind": "CALL", "description": ""},
		"announceOpening":     {"partner": s.partner, "language": "FR", "occupation": "", "apply": "", "opensOn": nowhere, "closesOn": nowhere},
		"publishReply":        {"partner": s.partner, "language": "FR", "words": ""},
		"invite":              {"email": "none", "language": "FR", "role": "PARTNER_MEMBER", "partner": s.partner},
		"checkPersonIdentity": {"request": s.request, "version": 99, "how": "CALL"},
		"answerPersonRequest": {"request": s.request, "version": 99, "words": "x"},
		"findPersonRows":      {"request": s.request, "version": 99},
		"eraseDetails":        {"request": s.request, "version": 99, "row": s.row},
		"createToken":         {"partner": s.partner, "name": "", "scopes": []string{"READ"}, "days": 1},
	}
	s.everyPartnersMutation(tried)
	for mutation, input := range tried {
		for _, p := range s.viewers {
			answer := p.does(mutation, "__typename", input)
			code, _, _ := strings.Cut(answer.reason(), " ")
			if code == "BAD_USER_INPUT" || code == "CONFLICT" {
				code = "heard"
			}
			if code == "" {
				code = "DONE"
			}
			found[mutation] = append(found[mutation], code)
		}
	}
	return found
}
