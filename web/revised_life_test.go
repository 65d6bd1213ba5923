package web_test

import (
	"fmt"
	"strings"
	"testing"
)

// id asks for the id of something by a query, and where it stands in the answer.
func (k keepers) id(query, path string) string {
	k.Helper()
	id := k.asks(query).text("data." + path)
	if id == "" {
		k.Fatalf("%s has no id: %v", query, k.asks(query).body)
	}
	return id
}

// first finds the slug of the first row of a table.
func (k keepers) slugOf(table, condition string) (slug string) {
	k.Helper()
	if err := k.owner.QueryRow("select slug from " + table + " where " + condition + " order by id limit 1").Scan(&slug); err != nil {
		k.Fatal(err)
	}
	return slug
}

// TestAnAmendmentIsANewTarget adds to what was promised, and leaves what was.
func TestAnAmendmentIsANewTarget(t *testing.T) {
	k := newKeepers(t)
	revision := k.begins("Un avenant")
	convention := k.slugOf("conventions", "exists (select from commitments m where m.convention_id = conventions.id)")
	query := fmt.Sprintf(`{ convention(slug: %q) { id amendments { totalCount } commitments(first: 1) { nodes { id firstTarget { figure { value } } target { id kind figure { value } } } } } }`, convention)
	before := k.asks(query)
	amendment := k.puts(revision, "amendments", before.text("data.convention.id"), k.cited(map[string]any{"slug": "avenant-fictif-2026", "reference": "A-2026", "summary": map[string]any{"fr": "Le nombre est changé."}}))
	k.puts(revision, "targets", before.text("data.convention.commitments.nodes.0.id"), k.cited(map[string]any{"kind": "AMENDMENT", "figure": 77777,
		"amendment": "avenant-fictif-2026", "reason": map[string]any{"fr": "Par avenant."}}))
	if amendment == "" || fmt.Sprint(k.asks(query).body) != fmt.Sprint(before.body) {
		t.Error("a draft changes what everyone reads")
	}
	k.published(revision)
	after := k.asks(query)
	const of = "data.convention.commitments.nodes.0."
	if after.at(of+"target.figure.value") != 77777.0 || after.text(of+"target.kind") != "AMENDMENT" ||
		after.at(of+"firstTarget.figure.value") != before.at(of+"firstTarget.figure.value") {
		t.Errorf("after the amendment: %v, before %v", after.body, before.body)
	}
	// What was promised isn't changed, but added to.
	wrong := k.begins("Une faute")
	k.alters(wrong, after.text(of+"target.id"), map[string]any{"figure": 1})
	if got := k.changes(wrong); !strings.Contains(got, "targets_append_only") {
		t.Errorf("a target is changed: %s", got)
	}
	if got := k.publishes(k.first, wrong).reason(); got != "CONFLICT targets_append_only" {
		t.Errorf("a target is changed: %q", got)
	}
}

// TestASuccessionIsFromADate has one partner follow another.
func TestASuccessionIsFromADate(t *testing.T) {
	k := newKeepers(t)
	revision := k.begins("Une succession")
	old := k.slugOf("partners", "not exists (select from partner_ties t where t.kind = 'SUCCESSOR' and partners.id in (t.partner_id, t.other_id))")
	follower := k.slugOf("partners", "slug <> '"+old+"'")
	partner := k.id(fmt.Sprintf(`{ partner(slug: %q) { id } }`, old), "partner.id")
	missing := k.first.does("saveRevisionRow", "row { id }", map[string]any{"revision": revision, "table": "partner_ties", "of": partner,
		"values": k.cited(map[string]any{"kind": "SUCCESSOR", "other": follower})})
	if got := missing.reason() + " " + missing.text("errors.0.extensions.field"); got != "BAD_USER_INPUT value_malformed since" {
		t.Errorf("a succession without its date: %q %v", got, missing.body)
	}
	k.puts(revision, "partner_ties", partner, k.cited(map[string]any{"kind": "SUCCESSOR", "other": follower, "since": "2026-07"}))
	k.puts(revision, "partner_names", partner, k.cited(map[string]any{"name": "Ancien nom fictif", "language": "FR", "until": "2026-07"}))
	query := fmt.Sprintf(`{ partner(slug: %q) { successors { nodes { since other { slug } } } names { nodes { name until } } } }`, old)
	if got := fmt.Sprint(k.asks(query).body); strings.Contains(got, "2026-07") {
		t.Errorf("a draft is public: %s", got)
	}
	k.published(revision)
	got := fmt.Sprint(k.asks(query).body)
	if !strings.Contains(got, "2026-07") || !strings.Contains(got, follower) || !strings.Contains(got, "Ancien nom fictif") {
		t.Errorf("after the succession: %s", got)
	}
}

// TestNoFactIsPublishedWithoutItsCitation saves what is not cited yet, and publishes it only then.
func TestNoFactIsPublishedWithoutItsCitation(t *testing.T) {
	k := newKeepers(t)
	revision := k.begins("Sans source")
	values := map[string]any{"slug": "sans-source", "kind": "COMPANY", "name": map[string]any{"fr": "Sans source"}}
	input := map[string]any{"revision": revision, "table": "partners", "values": values}
	saved := k.first.does("saveRevisionRow", "row { id version } faults { field reason message }", input)
	if got := saved.text("data.saveRevisionRow.faults.0.reason"); got != "citation_missing" {
		t.Errorf("a row without a citation is saved with %v", saved.body)
	}
	if got := k.publishes(k.first, revision).reason(); got != "BAD_USER_INPUT citation_missing" {
		t.Errorf("it is published: %q", got)
	}
	// All that can't be is told at once, by column.
	values["kind"], values["ice"], values["short"], values["name"] = "FEDERATOIN", "123", "x", map[string]any{"fr": 5, "de": "x"}
	refused := k.first.does("saveRevisionRow", "row { id }", map[string]any{"revision": revision, "table": "partners", "values": values})
	fields := map[string]bool{}
	faults, _ := refused.at("errors.0.extensions.faults").([]any)
	for _, fault := range faults {
		fields[answered{body: fault.(map[string]any)}.text("field")] = true
	}
	for _, field := range []string{"kind", "ice", "short", "name.de"} {
		if !fields[field] {
			t.Errorf("nothing is said of %s: %v", field, refused.body)
		}
	}
	// A withdrawn citation leaves none.
	partner := k.slugOf("partners", "(select count(*) from citations c where c.partner_id = partners.id) = 1")
	citation := k.id(fmt.Sprintf(`{ partner(slug: %q) { citations { nodes { id } } } }`, partner), "partner.citations.nodes.0.id")
	bare := k.begins("Une source retirée")
	withdrawal := map[string]any{"revision": bare, "subject": citation, "operation": "WITHDRAW"}
	k.first.does("saveRevisionRow", "row { id }", withdrawal)
	if got := k.publishes(k.first, bare).reason(); got != "BAD_USER_INPUT citation_missing" {
		t.Errorf("the only citation of a partner is withdrawn: %q", got)
	}
	if got := k.alters(bare, k.id(fmt.Sprintf(`{ partner(slug: %q) { id } }`, partner), "partner.id"), k.cited(nil)); got.reason() != "" {
		t.Errorf("another citation: %v", got.body)
	}
	k.published(bare)
}

// TestWhatIsWithdrawnStaysVisible withdraws a claim, and undoes that by a further revision.
func TestWhatIsWithdrawnStaysVisible(t *testing.T) {
	k := newKeepers(t)
	revision := k.begins("Une affirmation retirée")
	claim := k.asks(`{ claims(first: 1) { totalCount nodes { id slug } } }`)
	id, slug := claim.text("data.claims.nodes.0.id"), claim.text("data.claims.nodes.0.slug")
	saved := k.first.does("saveRevisionRow", "row { id }", map[string]any{"revision": revision, "subject": id, "operation": "WITHDRAW"})
	if saved.reason() != "" {
		t.Fatalf("a withdrawal is not saved: %v", saved.body)
	}
	k.published(revision)
	after := k.asks(fmt.Sprintf(`{ claims(first: 1) { totalCount nodes { id } } claim(slug: %q) { withdrawnAt } node(id: %q) { id }
		withdrawn: claims(filter: {withdrawn: true}) { nodes { slug } } changes(since: "2020-01-01T00:00:00Z", first: 1) { nodes { cause fields { field new } } } }`, slug, id))
	if after.at("data.claims.totalCount") != claim.at("data.claims.totalCount").(float64)-1 || after.text("data.claims.nodes.0.id") == id {
		t.Errorf("a withdrawn claim is in the list: %v", after.body)
	}
	if after.text("data.claim.withdrawnAt") == "" || after.text("data.node.id") != id || after.text("data.withdrawn.nodes.0.slug") != slug {
		t.Errorf("a withdrawn claim is not shown: %v", after.body)
	}
	if got := fmt.Sprint(after.at("data.changes.nodes.0")); !strings.Contains(got, "withdrawn_at") || !strings.Contains(got, "une nouvelle signature") {
		t.Errorf("the history says %v", got)
	}
	undone := k.first.does("startRevision", revisionParts, map[string]any{"title": "Reprise", "undoes": revision})
	back := undone.text("data.startRevision.revision.id")
	if got := k.changes(back); got != "CHANGED claims" {
		t.Errorf("undone: %s %v", got, undone.body)
	}
	k.published(back)
	if got := k.asks(`{ claims(first: 1) { totalCount } }`); got.at("data.claims.totalCount") != claim.at("data.claims.totalCount") {
		t.Errorf("after it was undone: %v", got.body)
	}
}

// TestTwoAdministratorsAtOnce has two change the same row, in one draft and in two.
func TestTwoAdministratorsAtOnce(t *testing.T) {
	k := newKeepers(t)
	partner := k.slugOf("partners", "true")
	id := k.id(fmt.Sprintf(`{ partner(slug: %q) { id } }`, partner), "partner.id")
	one, two := k.begins("L'une"), k.begins("L'autre")
	saved := k.alters(one, id, map[string]any{"short_name": "UN"})
	k.alters(two, id, map[string]any{"short_name": "DEUX"})
	row := map[string]any{"revision": one, "row": saved.text("data.saveRevisionRow.row.id"), "version": 1, "operation": "WRITE",
		"values": k.first.ask(`{ viewer { editableRow(id: "`+id+`") { values } } }`, nil).at("data.viewer.editableRow.values")}
	seen := k.version(one)
	if got := k.second.does("saveRevisionRow", "row { version }", row); got.at("data.saveRevisionRow.row.version") != 2.0 {
		t.Errorf("the second saves the row: %v", got.body)
	}
	if got := k.first.does("saveRevisionRow", "row { version }", row).reason(); got != "CONFLICT row_changed" {
		t.Errorf("a row that was saved meanwhile: %q", got)
	}
	if got := k.first.does("publishRevision", revisionParts, map[string]any{"revision": one, "version": seen, "reason": "une raison"}).reason(); got != "CONFLICT revision_changed" {
		t.Errorf("a draft that was changed since it was read is published: %q", got)
	}
	k.published(two)
	conflict := k.publishes(k.second, one)
	if got := conflict.reason(); got != "CONFLICT row_changed" {
		t.Errorf("a row that was published meanwhile: %q %v", got, conflict.body)
	}
	if got := fmt.Sprint(conflict.at("errors.0.message")); !strings.Contains(got, "DEUX") {
		t.Errorf("the conflict doesn't show both: %s", got)
	}
	row["version"] = 2 // looked at again
	k.second.does("saveRevisionRow", "row { version }", row)
	k.published(one)
}

// TestOnlyAdministratorsRevise has everyone else ask for each thing.
func TestOnlyAdministratorsRevise(t *testing.T) {
	k := newKeepers(t)
	revision := k.begins("x")
	inputs := map[string]map[string]any{
		"startRevision": {"title": "y"}, "saveRevisionRow": {"revision": revision, "table": "partners", "values": map[string]any{}},
		"removeRevisionRow": {"revision": revision, "row": revision, "version": 1}, "discardRevision": {"revision": revision},
		"publishRevision":  {"revision": revision, "version": 1, "reason": "une raison"},
		"scheduleRevision": {"revision": revision, "version": 1, "reason": "une raison", "at": "2026-12-31T00:00:00Z"},
	}
	for who, person := range map[string]*person{"FORBIDDEN role_missing": k.officer, "UNAUTHENTICATED ": k.person("")} {
		for mutation, input := range inputs {
			if got := person.does(mutation, "__typename", input).reason(); got != who {
				t.Errorf("%s by another: %q, want %q", mutation, got, who)
			}
		}
	}
	for _, field := range []string{"revisions { totalCount }", `revision(id: "` + revision + `") { title }`, "editable { name }", `editableRow(id: "` + revision + `") { table }`} {
		if got := k.officer.ask("{ viewer { "+field+" } }", nil).reason(); got != "FORBIDDEN role_missing" {
			t.Errorf("%s by an officer: %q", field, got)
		}
	}
	for query, want := range map[string]string{
		`{ viewer { account { email } } }`: "preview_of_private", `mutation { signOut { id } }`: "BAD_REQUEST", `{ partners(first: 100) { nodes { signings(first: 100) { nodes { slug } } } } }`: "COMPLEXITY_LIMIT_EXCEEDED",
	} {
		got := k.first.ask(fmt.Sprintf(`{ viewer { revision(id: %q) { preview(query: %q) } } }`, revision, query), nil)
		if !strings.Contains(fmt.Sprint(got.body), want) {
			t.Errorf("a preview of %s: %v, want %s", query, got.body, want)
		}
	}
	same := map[string]any{"title": "z", "idempotencyKey": "k"}
	first := k.first.does("startRevision", revisionParts, same).text("data.startRevision.revision.id")
	if got := k.first.does("startRevision", revisionParts, same).text("data.startRevision.revision.id"); got != first || first == "" {
		t.Errorf("one key begins %q and %q", first, got)
	}
}

// TestARowComesAfterWhatItBelongsTo has rows taken out of a draft, and one added to a row that stays: in order, it is written.
func TestARowComesAfterWhatItBelongsTo(t *testing.T) {
	k := newKeepers(t)
	revision := k.begins("Un partenaire et son ancien nom")
	first := k.puts(revision, "partners", "", k.cited(map[string]any{"slug": "fictif-retire-un", "kind": "COMPANY", "name": map[string]any{"fr": "Retiré fictif un"}}))
	second := k.puts(revision, "partners", "", k.cited(map[string]any{"slug": "fictif-retire-deux", "kind": "COMPANY", "name": map[string]any{"fr": "Retiré fictif deux"}}))
	third := k.puts(revision, "partners", "", k.cited(map[string]any{"slug": "fictif-garde", "kind": "COMPANY", "name": map[string]any{"fr": "Gardé fictif"}}))
	for _, row := range []string{first, second} {
		if got := k.first.does("removeRevisionRow", "__typename", map[string]any{"revision": revision, "row": row, "version": 1}); got.reason() != "" {
			t.Fatalf("a row is not taken out: %v", got.body)
		}
	}
	k.puts(revision, "partner_names", third, k.cited(map[string]any{"name": "Zyxwvu autrefois", "language": "FR", "until": "2020"}))
	k.published(revision)
	found := func() any {
		return k.asks(`{ search(text: "Zyxwvu autrefois", first: 1) { nodes { node { id } } } }`).at("data.search.nodes.0")
	}
	name := k.id(`{ partner(slug: "fictif-garde") { names { nodes { id name } } } }`, "partner.names.nodes.0.id")
	if found() == nil {
		t.Error("the former name isn't found")
	}
	gone := k.begins("Le nom est retiré")
	k.first.does("saveRevisionRow", "row { id }", map[string]any{"revision": gone, "subject": name, "operation": "WITHDRAW"})
	k.published(gone)
	if got := found(); got != nil {
		t.Errorf("a withdrawn name is found: %v", got)
	}
}
