package web_test

import (
	"fmt"
	"strings"
)

// returned are the ids of the partner's declarations of which rows came back, as it asks for them.
func (o office) returned() string {
	o.Helper()
	found, _ := o.hr.ask(`{ viewer { partners { declarations(returned: true) { nodes { id } } } } }`, nil).at("data.viewer.partners.0.declarations.nodes").([]any)
	var ids []string
	for _, node := range found {
		ids = append(ids, node.(map[string]any)["id"].(string))
	}
	return strings.Join(ids, " ")
}

// corrected has the partner read why a row was returned, correct it, amend another, and both be accepted.
func (o office) corrected(id string) {
	o.Helper()
	read := o.colleague.ask(`{ viewer { declaration(id: "`+id+`") { `+strings.TrimSuffix(strings.TrimPrefix(declarationParts, "declaration { "), "}")+` } } }`, nil)
	returned := read.at("data.viewer.declaration.rows.nodes.2.id")
	if got := read.text("data.viewer.declaration.rows.nodes.2.decision.words"); got != "Le début est hors période." {
		o.Errorf("the partner reads %q: %v", got, read.body)
	}
	if got := read.at("data.viewer.declaration.rows.nodes.2.checks"); got != nil {
		o.Errorf("the partner reads what the officer is pointed to: %v", got)
	}
	if got := o.returned(); got != id {
		o.Errorf("of the declarations %q rows came back, want of %q", got, id)
	}
	_, verified := o.public()
	correct := map[string]any{"rows": []any{returned, read.at("data.viewer.declaration.rows.nodes.0.id")}, "idempotencyKey": "c1"}
	draft := o.hr.does("correctRows", declarationParts, correct)
	second := draft.text("data.correctRows.declaration.id")
	if got := o.hr.does("correctRows", declarationParts, correct).text("data.correctRows.declaration.id"); got != second || second == "" {
		o.Fatalf("corrections begun by one key: %q and %q: %v", second, got, draft.body)
	}
	if got := o.hr.does("correctRows", "declaration { id }", map[string]any{"rows": correct["rows"]}).reason(); got != "CONFLICT not_to_be_corrected" {
		o.Errorf("corrected twice: %q", got)
	}
	for i, change := range []map[string]any{{"contractKind": "CDD"}, {"startedOn": "2024-02-01"}} {
		reference := []string{"E-1", "E-3"}[i]
		row := fmt.Sprintf("data.correctRows.declaration.rows.nodes.%d.", i)
		job := hire(reference, change)
		delete(job["person"].(map[string]any), "identityNumber") // that of before stays
		saved := o.hr.does("saveJob", "row { version profile { identityEnding } }", map[string]any{"declaration": second, "row": draft.at(row + "id"), "version": 1, "job": job})
		if saved.text("data.saveJob.row.profile.identityEnding") != draft.text(row+"profile.identityEnding") || saved.at("data.saveJob.row.version") != 2.0 {
			o.Errorf("%s: %v", reference, saved.body)
		}
	}
	o.hr.does("submitDeclaration", "declaration { id }", map[string]any{"declaration": second, "version": 3})
	if got := o.returned(); got != "" {
		o.Errorf("rows of %q came back, and all are corrected", got)
	}
	if _, now := o.public(); now != verified {
		o.Errorf("%s are verified while an amendment waits, before %s", now, verified)
	}
	done := o.national.does("decideRows", declarationParts, map[string]any{"declaration": second, "outcome": "ACCEPTED", "basis": "PAYSLIP"})
	if got := counts(done, "data.decideRows.declaration"); got != "2 0 2 0 0 0 0" {
		o.Errorf("the corrections: %s %v", got, done.body)
	}
	if got := counts(o.hr.ask(`{ viewer { declaration(id: "`+id+`") { counts { rows waiting accepted returned refused replaced withdrawn } } } }`, nil), "data.viewer.declaration"); got != "3 0 1 0 0 2 0" {
		o.Errorf("what was corrected: %s", got)
	}
}
