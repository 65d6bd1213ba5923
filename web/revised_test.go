package web_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"strings"
	"testing"
)

// keepers is a site with two administrators of its register, and an officer.
type keepers struct {
	accounts
	first, second, officer *person
	source                 string // the slug of one
}

func newKeepers(t *testing.T) keepers {
	a := newAccounts(t)
	k := keepers{accounts: a}
	k.first, _ = a.administrator("first@register.test")
	k.second = k.first.invites(k.first, "second@register.test", map[string]any{"role": "ADMINISTRATOR"})
	k.second.secondFactor()
	k.officer = k.first.invites(k.first, "officer@agency.test", map[string]any{"role": "OFFICER"})
	k.officer.secondFactor()
	if err := a.owner.QueryRow("select slug from sources order by id limit 1").Scan(&k.source); err != nil {
		t.Fatal(err)
	}
	return k
}

const revisionParts = "revision { id version state faults { field reason message } }"

// begins begins a revision, and gives its id.
func (k keepers) begins(title string) string {
	k.Helper()
	begun := k.first.does("startRevision", revisionParts, map[string]any{"title": title})
	id := begun.text("data.startRevision.revision.id")
	if id == "" {
		k.Fatalf("no revision was begun: %v", begun.body)
	}
	return id
}

// cited gives a row's values with a citation.
func (k keepers) cited(values map[string]any) map[string]any {
	cited := map[string]any{"cite": []any{map[string]any{"source": k.source, "statement": map[string]any{"fr": "La source le dit."}}}}
	maps.Copy(cited, values)
	return cited
}

// puts puts a row to a draft, and gives its id there.
func (k keepers) puts(revision, table, of string, values map[string]any) string {
	k.Helper()
	input := map[string]any{"revision": revision, "table": table, "values": values}
	if of != "" {
		input["of"] = of
	}
	saved := k.first.does("saveRevisionRow", "row { id version } faults { field reason message }", input)
	id := saved.text("data.saveRevisionRow.row.id")
	if id == "" {
		k.Fatalf("a row of %s was not saved: %v", table, saved.body)
	}
	return id
}

// alters puts a row that is there to a draft, changed.
func (k keepers) alters(revision, id string, change map[string]any) answered {
	k.Helper()
	read := k.first.ask(`{ viewer { editableRow(id: "`+id+`") { table values } } }`, nil)
	values, _ := read.at("data.viewer.editableRow.values").(map[string]any)
	if values == nil {
		k.Fatalf("%s has no values: %v", id, read.body)
	}
	maps.Copy(values, change)
	return k.first.does("saveRevisionRow", "row { id version } faults { field reason }", map[string]any{"revision": revision, "subject": id, "values": values})
}

// changes reads what a revision changes, as one line a row.
func (k keepers) changes(revision string) string {
	k.Helper()
	read := k.first.ask(`{ viewer { revision(id: "`+revision+`") { revised { change row { table } fields { field before after } faults { field reason message } } } } }`, nil)
	rows, _ := read.at("data.viewer.revision.revised").([]any)
	if rows == nil {
		k.Errorf("the changes of a revision: %v", read.body)
	}
	lines := []string{}
	for _, row := range rows {
		r := answered{body: row.(map[string]any)}
		line := r.text("change") + " " + r.text("row.table")
		for _, fault := range r.at("faults").([]any) {
			line += " " + fault.(map[string]any)["reason"].(string)
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "; ")
}

func (k keepers) version(revision string) any {
	return k.first.ask(`{ viewer { revision(id: "`+revision+`") { version } } }`, nil).at("data.viewer.revision.version")
}

func (k keepers) publishes(by *person, revision string) answered {
	k.Helper()
	return by.does("publishRevision", revisionParts, map[string]any{"revision": revision, "version": k.version(revision), "reason": "une nouvelle signature"})
}

// published publishes a revision that has no faults.
func (k keepers) published(revision string) {
	k.Helper()
	if got := k.publishes(k.first, revision); got.text("data.publishRevision.revision.state") != "PUBLISHED" {
		k.Fatalf("it was not published: %v", got.body)
	}
}

func (k keepers) asks(document string) answered { return k.person("").ask(document, nil) }

// preview is the answer to a query as it would be after publication, as text.
func (k keepers) preview(revision, query string) string {
	k.Helper()
	document := fmt.Sprintf(`{ viewer { revision(id: %q) { preview(query: %q) } } }`, revision, query)
	got := k.first.ask(document, nil)
	text, err := json.Marshal(got.at("data.viewer.revision.preview"))
	if err != nil || string(text) == "null" {
		k.Errorf("no preview: %v", got.body)
	}
	return string(text)
}

const nextSigning = `{ signing(slug: "signature-2026") { title conventions { totalCount nodes { reference parties { totalCount } commitments { nodes { target { figure { value } } } } } } citations { totalCount } claims { totalCount } } }`

// entersASigning puts the next signing to a draft, with all that belongs to it.
func (k keepers) entersASigning(revision string) {
	k.Helper()
	k.puts(revision, "sources", "", map[string]any{"slug": "journal-2026", "publisher": map[string]any{"fr": "Journal fictif"}, "language": "FR"})
	k.puts(revision, "partners", "", k.cited(map[string]any{"slug": "atelier-fictif", "kind": "COMPANY", "name": map[string]any{"fr": "Atelier fictif"}}))
	signing := k.puts(revision, "signings", "", k.cited(map[string]any{"slug": "signature-2026", "date": "2026-11", "title": map[string]any{"fr": "Signature fictive de 2026"},
		"announced_conventions": 1, "partners_coverage": "COMPLETE", "conventions_coverage": "COMPLETE"}))
	k.puts(revision, "signatories", signing, k.cited(map[string]any{"slug": "atelier", "role": "PARTNER", "partner": "atelier-fictif", "name": map[string]any{"fr": "Atelier fictif"}}))
	k.puts(revision, "claims", signing, map[string]any{"slug": "journal-2026-emplois", "source": "journal-2026", "subject": "JOBS", "stance": "AGREES", "figure": 40,
		"statement": map[string]any{"fr": "40 emplois."}})
	convention := k.puts(revision, "conventions", signing, k.cited(map[string]any{"slug": "convention-2026-1", "reference": "1/1", "reference_kind": "REGISTER", "status": "SIGNED",
		"parties_coverage": "COMPLETE", "commitments_coverage": "COMPLETE", "orientations_coverage": "NOT_PUBLISHED", "sectors_coverage": "NOT_PUBLISHED",
		"regions_coverage": "COMPLETE", "regions": []any{"MA-06", "MA-01"}}))
	k.puts(revision, "parties", convention, k.cited(map[string]any{"slug": "atelier", "role": "PARTNER", "partner": "atelier-fictif", "name": map[string]any{"fr": "Atelier fictif"}}))
	commitment := k.puts(revision, "commitments", convention, k.cited(map[string]any{"slug": "engagement-2026-1", "indicator": "JOBS_CREATED", "wording": map[string]any{"fr": "40 emplois"}}))
	target := k.puts(revision, "targets", commitment, k.cited(map[string]any{"kind": "SIGNATURE", "figure": 40, "due_on": "2027"}))
	k.puts(revision, "allocations", target, k.cited(map[string]any{"region": "MA-06", "figure": 30}))
	k.puts(revision, "reporting_schedules", convention, k.cited(map[string]any{"period": "QUARTER", "days_allowed": 30, "applies_from": "2027"}))
}

// TestTheNextSigningIsEnteredOnTheSite goes from an empty draft to what everyone reads.
func TestTheNextSigningIsEnteredOnTheSite(t *testing.T) {
	k := newKeepers(t)
	revision := k.begins("La signature de 2026")
	k.entersASigning(revision)
	if got, want := k.changes(revision), "ADDED sources; ADDED partners; ADDED signings; ADDED signatories; ADDED claims; ADDED conventions; ADDED parties; ADDED commitments; ADDED targets; ADDED allocations; ADDED reporting_schedules"; got != want {
		t.Errorf("what will change is %s, want %s", got, want)
	}
	const whole = `{"conventions":{"totalCount":1,"nodes":[{"reference":"1/1","parties":{"totalCount":1},"commitments":{"nodes":[{"target":{"figure":{"value":40}}}]}}]},"citations":{"totalCount":1},"claims":{"totalCount":1}`
	var wanted, previewed any
	_ = json.Unmarshal([]byte(`{"data":{"signing":{"title":"Signature fictive de 2026",`+whole[1:]+`}}}`), &wanted)
	_ = json.Unmarshal([]byte(k.preview(revision, nextSigning)), &previewed)
	if fmt.Sprint(previewed) != fmt.Sprint(wanted) {
		t.Errorf("the preview is %v, want %v", previewed, wanted)
	}
	if got := k.asks(nextSigning).at("data.signing"); got != nil {
		t.Errorf("a draft is public: %v", got)
	}
	k.published(revision)
	if got := k.asks(nextSigning).at("data"); fmt.Sprint(got) != fmt.Sprint(wanted.(map[string]any)["data"]) {
		t.Errorf("after publication: %v, want %v", got, wanted)
	}
	if got := k.publishes(k.first, revision).reason(); got != "CONFLICT revisions_published_stay" {
		t.Errorf("published twice: %q", got)
	}
	if got := k.changes(revision); !strings.HasPrefix(got, "ADDED sources; ADDED partners; ADDED signings;") {
		t.Errorf("what was changed is %s", got)
	}
	k.withdrawsTheAllocation()
	undone := k.first.does("startRevision", revisionParts, map[string]any{"title": "Reprise", "undoes": revision})
	if got := k.changes(undone.text("data.startRevision.revision.id")); !strings.HasPrefix(got, "WITHDRAWN allocations withdrawn_already; WITHDRAWN commitments; WITHDRAWN parties; WITHDRAWN conventions;") ||
		strings.Contains(got, "not_withdrawn") {
		t.Errorf("what was entered is withdrawn, what others stand on last: %s %v", got, undone.body)
	}
}

// withdrawsTheAllocation withdraws what was allocated of the next signing's target, and looks at the totals.
func (k keepers) withdrawsTheAllocation() {
	k.Helper()
	const query = `{ promiseTotals(by: REGION, filter: {region: "MA-06", indicator: "JOBS_CREATED"}) { nodes { promised { value } } }
		convention(slug: "convention-2026-1") { commitments { nodes { target { allocations { totalCount nodes { id } } } } } } }`
	const allocations = "data.convention.commitments.nodes.0.target.allocations."
	before := k.asks(query)
	revision := k.begins("Une part retirée")
	saved := k.first.does("saveRevisionRow", "row { id }", map[string]any{"revision": revision, "subject": before.at(allocations + "nodes.0.id"), "operation": "WITHDRAW"})
	if saved.reason() != "" {
		k.Fatalf("a withdrawal is not saved: %v %v", saved.body, before.body)
	}
	k.published(revision)
	after := k.asks(query)
	if after.at(allocations+"totalCount") != 0.0 {
		k.Errorf("a withdrawn allocation is in the list: %v", after.body)
	}
	was, is := before.at("data.promiseTotals.nodes.0.promised.value"), after.at("data.promiseTotals.nodes.0.promised.value")
	if was.(float64)-is.(float64) != 30 {
		k.Errorf("%v were promised before an allocation of 30 was withdrawn, and %v are after", was, is)
	}
}
