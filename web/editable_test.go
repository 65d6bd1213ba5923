package web_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"mithaq/db/registers"
)

// editableShown is what the site has words for, which a test of the app holds it to: tables, columns, values, and the names
// of the rules that rows can break.
const editableShown = "app/src/tests/editable.json"

// TestWhatCanBeEditedIsToldToTheApp keeps the list that the app's words are held to.
func TestWhatCanBeEditedIsToldToTheApp(t *testing.T) {
	k := newKeepers(t)
	names := []string{}
	for _, table := range (registers.Form{}).Tables() {
		names = append(names, table.Name)
	}
	rules := []string{}
	rows, err := k.owner.Query(`
		select distinct c.conname from pg_constraint c join pg_class t on t.oid = c.conrelid
		where t.relname = any (string_to_array($1, ',')) and c.contype in ('c', 'u', 't') and c.connamespace = 'public'::regnamespace
		  and c.conname not like '%version_positive' -- of what a row counts by itself
		order by c.conname`, strings.Join(names, ","))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			t.Fatal(err)
		}
		rules = append(rules, name)
	}
	shown := k.first.ask(`{ viewer { editable { name namedBy above isCited isWithdrawn isAppendOnly
		columns { name kind values reference rule default isRequired isOfRequiredGroup isList isKey } } } }`, nil)
	text, err := json.MarshalIndent(map[string]any{"tables": shown.at("data.viewer.editable"), "rules": rules}, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	text = append(text, '\n')
	if *update {
		if err := os.WriteFile(editableShown, text, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	held, err := os.ReadFile(editableShown)
	if err != nil || !bytes.Equal(held, text) {
		t.Errorf("%s isn't what can be edited (%v); with -update it is written anew, and then the app needs words for what is new", editableShown, err)
	}
}

// TestWhatIsToBeChangedIsFound looks for rows by a text and by what they belong to.
func TestWhatIsToBeChangedIsFound(t *testing.T) {
	k := newKeepers(t)
	const rows = " { id table values above { id table above { id } } }"
	find := func(arguments string) answered {
		return k.first.ask("{ viewer { editableRows("+arguments+")"+rows+" } }", nil)
	}
	partner := k.slugOf("partners", "true")
	found := find(fmt.Sprintf(`table: "partners", text: %q`, strings.ToUpper(partner)))
	if got := found.text("data.viewer.editableRows.0.values.slug"); got != partner {
		t.Errorf("a search for %s found %q: %v", partner, got, found.body)
	}
	convention := k.slugOf("conventions", "exists (select from commitments m where m.convention_id = conventions.id)")
	of := k.id(fmt.Sprintf("{ convention(slug: %q) { id } }", convention), "convention.id")
	commitments := find(fmt.Sprintf(`table: "commitments", of: %q`, of))
	if got := commitments.text("data.viewer.editableRows.0.above.id"); got != of {
		t.Errorf("the commitments of %s: %v", convention, commitments.body)
	}
	targets := find(fmt.Sprintf(`table: "targets", of: %q`, commitments.text("data.viewer.editableRows.0.id")))
	if got := targets.text("data.viewer.editableRows.0.above.above.id"); got != of || targets.text("data.viewer.editableRows.0.values.kind") == "" {
		t.Errorf("the targets of its commitment: %v", targets.body)
	}
	for arguments, want := range map[string]string{
		`table: "accounts"`: "BAD_USER_INPUT table_unknown", `table: "partners", text: " "`: "BAD_USER_INPUT text_length",
		fmt.Sprintf(`table: "partners", of: %q`, of): "BAD_USER_INPUT of_another_table",
	} {
		if got := find(arguments).reason(); got != want {
			t.Errorf("%s: %q, want %q", arguments, got, want)
		}
	}
	revision := k.begins("x")
	k.puts(revision, "commitments", of, k.cited(map[string]any{"slug": "engagement-fictif", "indicator": "JOBS_CREATED", "wording": map[string]any{"fr": "x"}}))
	read := k.first.ask(`{ viewer { revision(id: "`+revision+`") { rows { nodes { above { id values } } } } } }`, nil)
	if got := read.text("data.viewer.revision.rows.nodes.0.above.values.slug"); got != convention {
		t.Errorf("a row of a draft belongs to %q: %v", got, read.body)
	}
	if got := k.changes(revision); got != "ADDED commitments rows_missing" {
		t.Errorf("a commitment without a target: %s", got)
	}
}
