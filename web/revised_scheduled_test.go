package web_test

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"strings"
	"sync"
	"testing"
	"time"

	"mithaq/web"
)

// TestWhatIsScheduledComesAtItsTime schedules two revisions of one row: the first is published, by one of two programs, and
// the second can't be any more.
func TestWhatIsScheduledComesAtItsTime(t *testing.T) {
	k := newKeepers(t)
	partner := k.slugOf("partners", "true")
	id := k.id(fmt.Sprintf(`{ partner(slug: %q) { id } }`, partner), "partner.id")
	at := time.Now().Add(3 * time.Second)
	var both []string
	for i, name := range []string{"UN", "DEUX"} {
		revision := k.begins(name)
		k.alters(revision, id, map[string]any{"short_name": name})
		got := k.first.does("scheduleRevision", revisionParts, map[string]any{"revision": revision, "version": k.version(revision), "reason": "à sa date",
			"at": at.Add(time.Duration(i) * time.Millisecond).UTC().Format(time.RFC3339Nano)})
		if got.text("data.scheduleRevision.revision.state") != "SCHEDULED" {
			t.Fatalf("it was not scheduled: %v", got.body)
		}
		both = append(both, revision)
	}
	shortName := func() string {
		return k.asks(fmt.Sprintf(`{ partner(slug: %q) { shortName } }`, partner)).text("data.partner.shortName")
	}
	states := func() string {
		got := k.first.ask(`{ viewer { one: revision(id: "`+both[0]+`") { state } two: revision(id: "`+both[1]+`") { state } } }`, nil)
		return got.text("data.viewer.one.state") + " " + got.text("data.viewer.two.state")
	}
	programs := func() {
		ctx, stop := context.WithCancel(t.Context())
		defer stop()
		var running sync.WaitGroup
		for range 2 {
			running.Go(func() { web.Chores(ctx, k.d, slog.New(slog.NewTextHandler(io.Discard, nil))) })
		}
		eventually(t, func() bool { return !strings.Contains(states(), "SCHEDULED") })
		stop()
		running.Wait()
	}
	if _, _, err := k.d.PublishDue(t.Context()); err != nil || time.Now().Before(at) && shortName() == "UN" {
		t.Errorf("it came before its time: %v", err)
	}
	time.Sleep(time.Until(at.Add(10 * time.Millisecond)))
	k.firstDueIsHeld(func() {
		if next, _, err := k.d.PublishDue(t.Context()); next != nil || err != nil {
			t.Errorf("a later one overtakes the first, which another has in hand: %v, %v", next, err)
		}
	})
	programs()
	if got := shortName(); got != "UN" {
		t.Errorf("at its time it is %q", got)
	}
	second := k.first.ask(`{ viewer { revision(id: "`+both[1]+`") { state publishAt faults { field reason message } } first: revision(id: "`+both[0]+`") { state publishedBy { email } } } }`, nil)
	if second.text("data.viewer.revision.state") != "DRAFT" || second.text("data.viewer.revision.faults.0.reason") != "row_changed" {
		t.Errorf("what can't be published is %v", second.body)
	}
	if second.text("data.viewer.first.state") != "PUBLISHED" || second.text("data.viewer.first.publishedBy.email") != "first@register.test" {
		t.Errorf("what was published is %v", second.body)
	}
}

// firstDueIsHeld has another transaction hold the revision that comes first, as a program does that publishes it.
func (k keepers) firstDueIsHeld(meanwhile func()) {
	k.T.Helper()
	tx, err := k.owner.Begin()
	if err != nil {
		k.T.Fatal(err)
	}
	defer func() { _ = tx.Rollback() }() // it wrote nothing
	held, err := tx.Exec(`select from revisions where state = 'SCHEDULED' order by publish_at limit 1 for update`)
	if err != nil {
		k.T.Fatal(err)
	}
	if n, _ := held.RowsAffected(); n != 1 {
		k.T.Fatalf("%d revisions are held", n)
	}
	meanwhile()
}

// TestWhoIsNoAdministratorAnyMorePublishesNothing ends the role of who has had a revision scheduled.
func TestWhoIsNoAdministratorAnyMorePublishesNothing(t *testing.T) {
	k := newKeepers(t)
	revision := k.begins("x")
	id := k.id(fmt.Sprintf(`{ partner(slug: %q) { id } }`, k.slugOf("partners", "true")), "partner.id")
	k.alters(revision, id, map[string]any{"short_name": "X"})
	at := time.Now().Add(2 * time.Second)
	got := k.second.does("scheduleRevision", revisionParts, map[string]any{"revision": revision, "version": k.version(revision), "reason": "à sa date", "at": at.UTC().Format(time.RFC3339Nano)})
	if got.text("data.scheduleRevision.revision.state") != "SCHEDULED" {
		t.Fatalf("it was not scheduled: %v", got.body)
	}
	if _, err := k.owner.Exec(`
		begin;
		select set_config('mithaq.actor', 'test', true), set_config('mithaq.reason', 'test', true);
		update account_roles set ended_at = now() where account_id = (select id from accounts where email = 'second@register.test');
		commit`); err != nil {
		t.Fatal(err)
	}
	time.Sleep(time.Until(at.Add(10 * time.Millisecond)))
	_, failed, err := k.d.PublishDue(t.Context())
	after := k.first.ask(`{ viewer { revision(id: "`+revision+`") { state faults { reason } } } }`, nil)
	if failed == nil || err != nil || after.text("data.viewer.revision.state") != "DRAFT" || after.text("data.viewer.revision.faults.0.reason") != "role_missing" {
		t.Errorf("it was published, or nothing is told: %v, %v, %v", failed, err, after.body)
	}
	if next, _, err := k.d.PublishDue(t.Context()); next != nil || err != nil {
		t.Errorf("it is tried again: %v %v", next, err)
	}
}
