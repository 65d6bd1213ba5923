package web_test

import (
	"fmt"
	"testing"

	"mithaq/db"
)

// TestATokenThatDeclaresReadsNobody has a partner's own system, which may declare, ask for what it may not read: who asks about
// themselves, and what was named to prove a declaration that an officer has.
func TestATokenThatDeclaresReadsNobody(t *testing.T) {
	o := newOffice(t)
	declares := []string{"Authorization", "Bearer " + o.token(db.TokenDeclares)}
	o.person("").does("requestAboutPerson", "code", map[string]any{"kind": "SEE", "partner": o.partner, "region": "MA-06", "language": "FR",
		"fullName": "Personne fictive", "email": "x@person.test", "telephone": "0600", "words": "Tout."})
	request := o.hr.ask(`{ viewer { personRequests(first: 1) { nodes { id } } } }`, nil).text("data.viewer.personRequests.nodes.0.id")
	check := `mutation ($input: CheckPersonIdentityInput!) { checkPersonIdentity(input: $input) { request { details { fullName words } } } }`
	input := map[string]any{"request": request, "version": 1, "how": "CALL"}
	if got := o.person("").ask(check, input, declares...); got.reason() != "NOT_FOUND person_request_unseen" {
		t.Errorf("the identity of who asks is checked by a program: %v", got.body)
	}
	if got := o.hr.ask(check, input); got.text("data.checkPersonIdentity.request.details.fullName") != "Personne fictive" {
		t.Errorf("checked by somebody: %v", got.body)
	}

	id := o.starts(o.hr)
	o.saves(o.hr, id, "T-1", nil)
	o.hr.does("nameEvidence", "evidence { id }", map[string]any{"declaration": id, "kind": "CALL", "description": "Appel du 3"})
	const evidence = "declaration { state evidence { description } }"
	version := o.hr.ask(`{ viewer { declaration(id: "`+id+`") { version } } }`, nil).at("data.viewer.declaration.version")
	sent := o.person("").ask("mutation ($input: SubmitDeclarationInput!) { submitDeclaration(input: $input) { "+evidence+" } }",
		map[string]any{"declaration": id, "version": version}, declares...)
	if got := fmt.Sprint(sent.at("data.submitDeclaration.declaration")); got != "map[evidence:[] state:SUBMITTED]" {
		t.Errorf("of what was submitted: %v", sent.body)
	}
	if got := o.hr.ask(`{ viewer { declaration(id: "`+id+`") { evidence { description } } } }`, nil); got.text("data.viewer.declaration.evidence.0.description") != "Appel du 3" {
		t.Errorf("for somebody of the partner: %v", got.body)
	}
}
