package db_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"mithaq/db"
	"mithaq/db/dbtest"
)

// withKeys is an office whose keys are in a folder, as those of a program that serves.
func withKeys(t *testing.T) (o office, dir string, another func() *db.DB) {
	t.Helper()
	o = newOffice(t)
	dir = t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "persons"), []byte(strings.Repeat("k", 26)), 0o600); err != nil {
		t.Fatal(err)
	}
	_, logins := dbtest.SampleLogins(t)
	var name string
	if err := o.owner.Get(&name, "select current_database()"); err != nil {
		t.Fatal(err)
	}
	logins.Owner.Database, logins.App.Database, logins.Public.Database = name, name, name
	logins.KeysDir, logins.Persons = dir, strings.Repeat("k", 26)
	another = func() *db.DB {
		d, err := db.Open(logins)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = d.Close() })
		return d
	}
	o.d = another()
	return o, dir, another
}

// declares has somebody with a number declared, and gives the declaration.
func (o office) declares(d *db.DB, reference, number string) *db.Declaration {
	o.Helper()
	job := hire(reference)
	job.Person.IdentityNumber = &number
	draft := o.draft()
	reply, err := d.AddJobs(o.Context(), o.hr, db.Batch{Declaration: draft.ID(), Jobs: []db.JobInput{job}})
	if err != nil || reply.Taken != 1 {
		o.Fatalf("%s: %v, %v", reference, reply, err)
	}
	submitted, err := d.SubmitDeclaration(o.Context(), o.hr, db.Submission{Declaration: draft.ID(), Version: draft.Version + 1})
	if err != nil {
		o.Fatal(err)
	}
	return submitted
}

// past writes what the rules would refuse.
func (o office) past(statements string) {
	o.Helper()
	o.owner.MustExec("select set_config('mithaq.actor', 'test', true), set_config('session_replication_role', 'replica', true);" + statements)
}

// found are the references of those of whom an officer is told that they are declared elsewhere too, of those that begin so.
func (o office) found(beginning string) (found []string) {
	o.Helper()
	if err := o.owner.Select(&found, `
		select r.reference from row_checks c join declaration_rows r on r.id = c.row_id
		where c.found = 'PERSON_DECLARED_ELSEWHERE' and r.reference like $1 order by 1`, beginning+"%"); err != nil {
		o.Fatal(err)
	}
	return found
}

// versions are those of the keys that the fingerprints of a row are by.
func (o office) versions(reference string) (versions string) {
	o.Helper()
	if err := o.owner.Get(&versions, `
		select coalesce(string_agg(f.key_version::text, ' ' order by f.key_version), '')
		from declaration_rows r join jobs j on j.row_id = r.id join fingerprints f on f.job_id = j.id where r.reference = $1`, reference); err != nil {
		o.Fatal(err)
	}
	return versions
}

func TestAPersonIsFoundAcrossAChangeOfTheKey(t *testing.T) {
	o, dir, another := withKeys(t)
	beside := another() // serves since before
	said := func(string) {}
	o.declares(o.d, "K-before", "KK 11")
	change, err := o.d.BeginKeyChange(t.Context(), said)
	if err != nil || !change.Going || change.Present != 2 || change.Former != 1 || change.Alone == 0 {
		t.Fatalf("%+v, %v", change, err)
	}
	again, err := beside.BeginKeyChange(t.Context(), said)
	if err != nil || *again != *change {
		t.Errorf("run again it says %+v (%v), and said %+v", again, err, change)
	}
	o.declares(beside, "K-during", "kk11")
	if got := o.versions("K-before") + " | " + o.versions("K-during"); got != "1 | 1 2" {
		t.Errorf("the rows are by the keys %q", got)
	}
	if got := o.found("K-"); !slices.Equal(got, []string{"K-before", "K-during"}) {
		t.Errorf("found before and after the change: %v", got)
	}
	// Who sends a row again has it carry both.
	number, job := "KK-22", hire("K-again")
	job.Person.IdentityNumber = &number
	o.past("update person_keys set ended_at = now() where version = 2")
	o.declares(o.d, "K-again", number)
	o.past("update person_keys set ended_at = null")
	o.adds(db.Batch{Declaration: o.draft().ID(), Jobs: []db.JobInput{job}}, 0, 1)
	if got := o.versions("K-again"); got != "1 2" {
		t.Errorf("sent again, the row is by the keys %q", got)
	}

	lost, err := beside.EndKeyChange(t.Context(), said)
	if err != nil || lost != change.Alone { // all rows of the sample, and K-before; K-again carries both
		t.Errorf("%d are lost (%v), want %d", lost, err, change.Alone)
	}
	o.declares(o.d, "K-since", "KK.11")
	if got := o.versions("K-before") + "|" + o.versions("K-during") + "|" + o.versions("K-since"); got != "|2|2" {
		t.Errorf("the rows are by the keys %q", got)
	}
	if got := o.found("K-"); !slices.Equal(got, []string{"K-during", "K-since"}) {
		t.Errorf("found since: %v", got)
	}
	if _, err := os.Stat(filepath.Join(dir, "persons")); !os.IsNotExist(err) {
		t.Errorf("the former key is there still: %v", err)
	}
	if _, err := db.ReadPasswords(dir); err != nil {
		t.Error(err)
	}
	if _, err := os.Stat(filepath.Join(dir, "persons")); !os.IsNotExist(err) {
		t.Errorf("the next start makes the first key anew: %v", err)
	}
	if _, err := o.d.EndKeyChange(t.Context(), said); err == nil {
		t.Error("what is over ends once more")
	}
}

func TestNothingIsWrittenWithoutAKeyThatIsInForce(t *testing.T) {
	for name, spoil := range map[string]func(path string) error{
		"missing": os.Remove,
		"another": func(path string) error { return os.WriteFile(path, []byte(strings.Repeat("x", 26)), 0o600) },
	} {
		t.Run(name, func(t *testing.T) {
			o, dir, another := withKeys(t)
			if _, err := o.d.BeginKeyChange(t.Context(), func(string) {}); err != nil {
				t.Fatal(err)
			}
			if err := spoil(filepath.Join(dir, "persons-2")); err != nil {
				t.Fatal(err)
			}
			_, err := another().AddJobs(t.Context(), o.hr, db.Batch{Declaration: o.draft().ID(), Jobs: []db.JobInput{hire("K-1")}})
			if refused := db.AsError(t.Context(), err); refused == nil || refused.Reason != "person_key_missing" {
				t.Errorf("written all the same: %v", err)
			}
		})
	}
}

// TestTheEndOfAChangeGoesOn stops it after some of the fingerprints.
func TestTheEndOfAChangeGoesOn(t *testing.T) {
	o, _, another := withKeys(t)
	if _, err := o.d.BeginKeyChange(t.Context(), func(string) {}); err != nil {
		t.Fatal(err)
	}
	o.past("update person_keys set ended_at = now() where version = 1; delete from fingerprints where id < 100")
	if _, err := o.d.BeginKeyChange(t.Context(), func(string) {}); err == nil {
		t.Error("another change begins before this one is over")
	}
	lost, err := another().EndKeyChange(t.Context(), func(string) {})
	if left := 0; err != nil || lost == 0 || o.owner.Get(&left, "select count(*) from fingerprints") != nil || left != 0 {
		t.Errorf("%d fingerprints are left, %d lost, %v", left, lost, err)
	}
}
