package web_test

import (
	"fmt"
	"strings"
	"testing"
)

// withdraws puts withdrawals to a draft, by the ids of the rows in their order.
func (k keepers) withdraws(revision string, ids ...string) {
	k.Helper()
	for _, id := range ids {
		if got := k.first.does("saveRevisionRow", "row { id }", map[string]any{"revision": revision, "subject": id, "operation": "WITHDRAW"}).reason(); got != "" {
			k.Fatalf("the withdrawal of %s is not saved: %s", id, got)
		}
	}
}

// TestWhatOthersStandOnIsWithdrawnLast takes a convention out of the register again that should not have been entered, and then what
// was entered with it: each once nothing stands on it.
func TestWhatOthersStandOnIsWithdrawnLast(t *testing.T) {
	k := newKeepers(t)
	entered := k.begins("La prochaine signature")
	k.entersASigning(entered)
	k.published(entered)
	all := k.asks(`{ convention(slug: "convention-2026-1") { id commitments { nodes { id slug target { allocations { nodes { id } } } } } documents { nodes { id } } parties { nodes { id } } }
		promiseTotals(by: CONVENTION, filter: {convention: "convention-2026-1"}) { nodes { promised { value } } } }`)
	const of = "data.convention."
	convention := all.text(of + "id")
	if all.at("data.promiseTotals.nodes.0.promised.value") != 40.0 {
		t.Fatalf("nothing is promised: %v", all.body)
	}

	alone := k.begins("La convention seule")
	k.withdraws(alone, convention)
	if got := k.changes(alone); !strings.Contains(got, "conventions_withdrawn_last") {
		t.Errorf("a convention with parties is withdrawn: %s", got)
	}
	if got := k.publishes(k.first, alone).reason(); got != "BAD_USER_INPUT conventions_withdrawn_last" {
		t.Errorf("a convention with parties is withdrawn: %q", got)
	}

	whole := k.begins("La convention et ce qui en dépend")
	var below []string
	for _, list := range []string{"parties.nodes", "documents.nodes", "commitments.nodes.0.target.allocations.nodes", "commitments.nodes"} {
		for i := range all.at(of + list).([]any) {
			below = append(below, all.text(fmt.Sprintf("%s%s.%d.id", of, list, i)))
		}
	}
	k.withdraws(whole, append(below, convention)...)
	if got := k.preview(whole, `{ conventions(filter: {signing: "signature-2026"}) { totalCount } }`); got != `{"data":{"conventions":{"totalCount":0}}}` {
		t.Errorf("the preview is %s", got)
	}
	k.published(whole)
	after := k.asks(`{ convention(slug: "convention-2026-1") { withdrawnAt commitments { totalCount } parties { totalCount } }
		conventions(filter: {signing: "signature-2026"}) { totalCount } promiseTotals(by: CONVENTION, filter: {convention: "convention-2026-1"}) { nodes { promised { value } } }
		commitment(slug: "engagement-2026-1") { withdrawnAt } search(text: "engagement-2026") { nodes { node { id } } } node(id: "` + convention + `") { id } }`)
	if after.text(of+"withdrawnAt") == "" || after.text("data.commitment.withdrawnAt") == "" || after.text("data.node.id") != convention {
		t.Errorf("what was withdrawn isn't shown as such: %v", after.body)
	}
	if got := fmt.Sprint(after.at(of+"commitments.totalCount"), after.at(of+"parties.totalCount"), after.at("data.conventions.totalCount"), after.at("data.promiseTotals.nodes")); got != "000[]" && got != "0 0 0 []" {
		t.Errorf("what was withdrawn counts: %s", got)
	}

	// Nothing new is put on it.
	more := k.begins("Une partie de plus")
	k.puts(more, "parties", convention, k.cited(map[string]any{"slug": "temoin", "role": "WITNESS", "name": map[string]any{"fr": "Un témoin fictif"}}))
	if got := k.changes(more); !strings.Contains(got, "rows_stand_on_what_stands") {
		t.Errorf("a party is put to a withdrawn convention: %s", got)
	}

	// What was undone stands again.
	undone := k.first.does("startRevision", revisionParts, map[string]any{"title": "Reprise", "undoes": whole}).text("data.startRevision.revision.id")
	k.published(undone)
	if got := k.asks(`{ convention(slug: "convention-2026-1") { withdrawnAt commitments { totalCount } } }`); got.at(of+"withdrawnAt") != nil || got.at(of+"commitments.totalCount") != 1.0 {
		t.Errorf("after it was undone: %v", got.body)
	}
}
