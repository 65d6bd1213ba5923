package db_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/jmoiron/sqlx"

	"mithaq/db"
	"mithaq/db/dbtest"
)

// tampering is what somebody with all rights may do to what was recorded, and what is found of it.
var tampering = []struct{ how, found string }{
	{"update changes set reason = 'another' where id = (select max(id) from changes)", "a record of entry"},
	{"update changes set after = '{\"state\": \"ACCEPTED\"}' where id = (select min(id) from changes where entry_id is not null)", "a record of entry"},
	{"delete from changes where id = (select max(id) from changes)", "a record of entry"},
	{"update changes set entry_id = (select min(id) from trail_entries) where id = (select max(id) from changes)", "a record of entry"},
	{"insert into changes (changed_by, reason, kind, table_name, row_id, before, entry_id) select 'x', 'x', 'UPDATE', 'partners', 1, '{}', max(id) from trail_entries", "a record of entry"},
	{"update audit_trail set rows = rows + 1 where id = (select max(id) from audit_trail)", "a record of entry"},
	{"delete from audit_trail where id = (select max(id) from audit_trail)", "a record of entry"},
	{"update trail_entries set reason = 'another' where position = 3", "was changed: its sum is another"},
	{"delete from trail_entries where position = 3", "what was between them is gone"},
	{"update trail_entries set records = sum_of_records(id), sum = sum_of_entry(trail_entries) where position = 2; update trail_entries set recorded_for = 'x' where position = 2; update trail_entries set sum = sum_of_entry(trail_entries) where position = 2", "does not go on from the one before it"},
	{"delete from trail_entries where position = (select max(position) from trail_entries)", "belong to no entry"},
	{"delete from trail_entries where position >= (select trail_position from declarations where trail_position is not null limit 1); update changes set entry_id = null where not exists (select from trail_entries t where t.id = entry_id); update audit_trail set entry_id = null where not exists (select from trail_entries t where t.id = entry_id)", "names entry"},
}

// recordedLife is three transactions of the program's, the last of which writes a receipt.
func recordedLife(t *testing.T, app *sqlx.DB) {
	t.Helper()
	for _, step := range []struct{ who, statements string }{
		{"hr", drafted}, {"hr", "update declarations set version = version + 1"}, {"hr", "update declarations set version = version + 1"},
		{"hr", submitted}, {"officer", "insert into decisions (row_id, outcome, basis) select id, 'ACCEPTED', 'CALL' from declaration_rows"},
	} {
		if err := as(app, step.who, step.statements); err != nil {
			t.Fatal(err)
		}
	}
}

func TestWhatIsTamperedWithIsFound(t *testing.T) {
	d, logins := dbtest.RegisterLogins(t)
	owner, app := connect(t, logins.Owner), connect(t, logins.App)
	recordedLife(t, app)
	owner.MustExec(`alter table declarations disable trigger user;
		update declarations set trail_position = t.position, trail_sum = encode(t.sum, 'hex') from trail_entries t where t.position = 4;
		alter table declarations enable trigger user`)
	if trail, err := d.VerifyTrail(t.Context()); err != nil || len(trail.Faults) > 0 || trail.Entries < 6 || len(trail.Head) != 64 {
		t.Fatalf("untouched, the trail is %+v, %v", trail, err)
	}
	tables := []string{"changes", "audit_trail", "trail_entries"}
	for _, try := range tampering {
		switched := func(how string) string {
			var all []string
			for _, table := range tables {
				all = append(all, fmt.Sprintf("alter table %s %s trigger user", table, how))
			}
			return strings.Join(all, ";")
		}
		kept := "create table kept_%[1]s as select * from %[1]s"
		for _, table := range tables {
			owner.MustExec(fmt.Sprintf(kept, table))
		}
		owner.MustExec(switched("disable") + ";" + try.how)
		trail, err := d.VerifyTrail(t.Context())
		if err != nil || !strings.Contains(strings.Join(trail.Faults, "\n"), try.found) {
			t.Errorf("%s\n  found %v, %v; want %q", try.how, trail.Faults, err, try.found)
		}
		for _, table := range tables {
			owner.MustExec(fmt.Sprintf("delete from %[1]s; insert into %[1]s overriding system value select * from kept_%[1]s; drop table kept_%[1]s", table))
		}
		owner.MustExec(switched("enable"))
		if trail, err := d.VerifyTrail(t.Context()); err != nil || len(trail.Faults) > 0 {
			t.Fatalf("put back after %s, the trail is %v, %v", try.how, trail.Faults, err)
		}
	}
}

// TestEachTransactionThatWritesHasItsEntry has several write at once, of which some fail.
func TestEachTransactionThatWritesHasItsEntry(t *testing.T) {
	d, logins := dbtest.RegisterLogins(t)
	app := connect(t, logins.App)
	before, err := d.VerifyTrail(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	done := make(chan error)
	const writers, each = 8, 10
	for w := range writers {
		go func() {
			for i := range each {
				statement := fmt.Sprintf("insert into partners (slug, kind, name_fr) values ('w%d-%d', 'COMPANY', 'x'); update partners set name_fr = 'y' where slug = 'w%[1]d-%[2]d'", w, i)
				if i%2 == 1 {
					statement += "; select 1 / 0"
				}
				err := as(app, fmt.Sprint("writer ", w), statement)
				if (err != nil) != (i%2 == 1) {
					done <- fmt.Errorf("%d %d: %v", w, i, err)
					return
				}
			}
			done <- nil
		}()
	}
	for range writers {
		if err := <-done; err != nil {
			t.Error(err)
		}
	}
	after, err := d.VerifyTrail(t.Context())
	if err != nil || len(after.Faults) > 0 || after.Entries != before.Entries+writers*each/2 {
		t.Errorf("%d entries, before %d; faults %v, %v", after.Entries, before.Entries, after.Faults, err)
	}
	for _, try := range []string{
		"insert into trail_entries (id, position, recorded_at, recorded_for, records, previous, sum) values (0, 99, now(), 'x', 'x', 'x', 'x')",
		"update trail_entries set reason = 'x'", "delete from trail_entries", "truncate trail_entries",
		"insert into audit_trail (action, entry_id) values ('x', null)", "select setval('trail_entry_ids', 1)",
	} {
		if err := as(app, "officer", try); codeOf(err) != "42501" {
			t.Errorf("as the program, %q gave %v; want it refused", try, err)
		}
	}
}

// TestTheTrailIsReadWithoutWhatWasWritten narrows it to who acted and to a day.
func TestTheTrailIsReadWithoutWhatWasWritten(t *testing.T) {
	o := newOffice(t)
	o.declares(o.d, "T-1", "TT 1111")
	head, err := o.d.TrailHead(t.Context())
	if err != nil || head == nil || head.Actor != "ACCOUNT" || head.RecordedFor != "account 1" || len(head.Sum) != 64 {
		t.Fatalf("the head is %+v, %v", head, err)
	}
	for _, c := range []struct {
		filter db.TrailFilter
		some   bool
	}{
		{db.TrailFilter{Actor: "ACCOUNT", From: db.Date(head.RecordedAt[:10]), Until: db.Date(head.RecordedAt[:10])}, true},
		{db.TrailFilter{Actor: "TOKEN"}, false}, {db.TrailFilter{Until: "2020-01-01"}, false}, {db.TrailFilter{From: "2999-01-01"}, false},
	} {
		page, err := db.TrailEntries.Page(t.Context(), o.d.Private(), db.Paging{Count: 5}, c.filter)
		if err != nil || (len(page.Edges) > 0) != c.some {
			t.Errorf("%+v gives %d, %v", c.filter, len(page.Edges), err)
		}
	}
	pages, err := db.RecordsOfEntry.Pages(t.Context(), o.d.Private(), []int64{head.Key}, db.Paging{Count: 50}, nil)
	if err != nil {
		t.Fatal(err)
	}
	said := map[string]int64{}
	for _, r := range pages[head.Key].Nodes() {
		said[r.What+" "+r.Table+" "+r.Names] += r.Rows
	}
	if said["UPDATE declaration_rows state"] != 1 || len(said) < 2 {
		t.Errorf("the submission is made of %v", said)
	}
}
