package web_test

import (
	"fmt"
	"testing"
)

// TestWhatAPartnerChangesMeanwhileIsNotWrittenOver publishes a revision of an opening while its partner changes it.
func TestWhatAPartnerChangesMeanwhileIsNotWrittenOver(t *testing.T) {
	o := newOffice(t)
	k := keepers{accounts: o.accounts, first: o.inspector}
	if err := o.owner.QueryRow("select slug from sources order by id limit 1").Scan(&k.source); err != nil {
		t.Fatal(err)
	}
	opening := o.hr.does("announceOpening", announced, o.vacancy(nil))
	id, slug := opening.text("data.announceOpening.opening.id"), opening.text("data.announceOpening.opening.slug")
	revision := k.begins("x")
	if got := k.alters(revision, id, k.cited(map[string]any{"posts": 13})); got.reason() != "" {
		t.Fatal(got.body)
	}
	version := k.version(revision)
	held := o.accounts.other("lock table idempotency_keys in share mode")
	changed := o.hr.beside(1, announcing, o.vacancy(map[string]any{"opening": id, "version": 1, "posts": 14, "idempotencyKey": "k"}))
	published := o.inspector.beside(2, publishing, map[string]any{"revision": revision, "version": version, "reason": "une correction"})
	o.commits(held)
	if got := changed(); got.at("data.announceOpening.opening.version") != 2.0 {
		t.Fatalf("the partner doesn't change it: %v", got.body)
	}
	if got := published(); got.reason() != "CONFLICT row_changed" {
		t.Errorf("it is published over that: %v", got.body)
	}
	if got := k.asks(fmt.Sprintf(`{ opening(slug: %q) { posts { value } } }`, slug)); got.at("data.opening.posts.value") != 14.0 {
		t.Errorf("everyone reads %v", got.body)
	}
}

const (
	announcing = "mutation ($input: AnnounceOpeningInput!) { announceOpening(input: $input) { " + announced + " } }"
	publishing = "mutation ($input: PublishRevisionInput!) { publishRevision(input: $input) { " + revisionParts + " } }"
)
