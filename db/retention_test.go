package db_test

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"mithaq/db"
)

// forgets has one program let go what is old, to the end, and gives of how many declarations.
func forgets(t *testing.T, d *db.DB) (declarations int) {
	t.Helper()
	declarations, err := d.ForgetPersons(t.Context())
	if err != nil {
		t.Error(err)
	}
	if err := d.ForgetRequests(t.Context()); err != nil {
		t.Error(err)
	}
	return declarations
}

// TestWhatCannotGoKeepsNothingElse has the details of one declaration refuse to go: those of all others do, and it is told.
func TestWhatCannotGoKeepsNothingElse(t *testing.T) {
	o := newOffice(t)
	o.past("update declarations set decided_at = now() - interval '25 months' where decided_at is not null")
	var first string
	if err := o.owner.Get(&first, "select min(reference) from declarations where decided_at is not null"); err != nil {
		t.Fatal(err)
	}
	o.owner.MustExec(`
		create function refuse() returns trigger language plpgsql as $$ begin raise exception 'not this one'; end $$;
		create trigger refuse before update of details_gone_on on declarations for each row
		  when (old.reference = '` + first + `') execute function refuse()`)
	gone, err := o.d.ForgetPersons(t.Context())
	if err == nil || !strings.Contains(err.Error(), "not this one") || gone < 10 {
		t.Errorf("the details of %d declarations went (%v)", gone, err)
	}
	var left int
	if err := o.owner.Get(&left, "select count(*) from declarations where decided_at < now() - interval '24 months' and details_gone_on is null"); err != nil || left != 1 {
		t.Errorf("those of %d stay, want 1 (%v)", left, err)
	}
}

// TestPersonalDetailsGoAndWhatIsCountedStays has two programs let go what was decided long ago, at once.
func TestPersonalDetailsGoAndWhatIsCountedStays(t *testing.T) {
	o := newOffice(t)
	read := func(query string) (n int) {
		t.Helper()
		if err := o.owner.Get(&n, query); err != nil {
			t.Fatal(err)
		}
		return n
	}
	fresh := o.declares(o.d, "R-new", "RR 1111")
	o.past(fmt.Sprintf(`
		update beneficiary_profiles set birth_year = 1990, identity_kind = 'PASSPORT', identity_ending = 'X1' where identity_kind is null;
		update declarations set decided_at = now() - interval '25 months' where decided_at is not null;
		insert into declarations (convention_id, partner_id, period_from, period_until, created_at) select convention_id, partner_id, '2020-01-01', '2020-02-01', now() - interval '3 years' from declarations where id = %d;
		insert into evidence (declaration_id, name, media_type, sha256, content) select min(id), 'contrat', 'application/pdf', repeat('a', 64), 'x' from declarations where decided_at is not null`, fresh.Key))
	const details = "select count(*) from beneficiary_profiles where (birth_year is not null or identity_kind is not null or identity_ending is not null)"
	counted := "select sum(hashtext(concat_ws(' ', job_id, project_holder_id, gender, age_band, education, situation_before)))::bigint::int8 % 1000000 from beneficiary_profiles"
	sums, marks, before := read(counted), read("select count(*) from fingerprints"), read("select count(*) from changes")
	ladders := read("select sum(verified_gross * 31 + declared_net)::int from deliveries")
	old, drafts := read("select count(*) from declarations where coalesce(decided_at, withdrawn_at) < now() - interval '24 months'"), read("select count(*) from declarations where state = 'DRAFT' and created_at < now() - interval '24 months'")

	var both sync.WaitGroup
	went := make([]int, 2)
	for i := range went {
		both.Go(func() { went[i] = forgets(t, o.d) })
	}
	both.Wait()
	if went[0]+went[1] != old+drafts || old < 10 || drafts == 0 {
		t.Errorf("those of %v declarations went, want those of %d and %d drafts", went, old, drafts)
	}
	young := read("select count(*) from jobs j join declaration_rows r on r.id = j.row_id join declarations d on d.id = r.declaration_id where coalesce(d.decided_at, now()) > now() - interval '24 months'")
	if left := read(details); left == 0 || left > young+read("select count(*) from project_holder_details") {
		t.Errorf("the details of %d are left, and %d jobs are young", left, young)
	}
	if n := read(details + " and job_id in (select j.id from jobs j join declaration_rows r on r.id = j.row_id join declarations d on d.id = r.declaration_id where d.decided_at < now() - interval '24 months')"); n != 0 {
		t.Errorf("the details of %d old jobs are left", n)
	}
	if read(counted) != sums || read("select count(*) from fingerprints") != marks || read("select sum(verified_gross * 31 + declared_net)::int from deliveries") != ladders {
		t.Error("what is counted has changed")
	}
	if read("select count(*) from evidence") != 0 || read("select count(*) from declarations where state = 'DRAFT' and created_at < now() - interval '24 months'") != 0 {
		t.Error("evidence or a draft is left")
	}
	if n := read(`select count(*) from changes where reason = 'persons: kept long enough' and after::text like '%"personal": ["birth_year", "identity_ending", "identity_kind"]%'`); n == 0 || read("select count(*) from changes") <= before {
		t.Error("the history doesn't say that fields went")
	}
	if n := read("select count(*) from changes where before::text || coalesce(after::text, '') ~ 'PASSPORT|\"X1\"|birth_year\": '"); n != 0 {
		t.Errorf("the history says in %d rows what they were", n)
	}
	if again := forgets(t, o.d); again != 0 {
		t.Errorf("those of %d went once more", again)
	}
}

// TestWhoWasDeclaredGoesButIsNotTakenBack tries, past the model, what the rule must refuse.
func TestWhoWasDeclaredGoesButIsNotTakenBack(t *testing.T) {
	o := newOffice(t)
	o.declares(o.d, "R-1", "RR 1111")
	of := " where job_id = (select j.id from jobs j join declaration_rows r on r.id = j.row_id where r.reference = 'R-1')"
	act := "select set_config('mithaq.actor', 'test', true), set_config('mithaq.reason', 'test', true); update beneficiary_profiles set "
	for _, change := range []string{
		"birth_year = 1950", "birth_year = null", "gender = 'MALE', birth_year = null, identity_kind = null, identity_ending = null, gone_on = current_date", "gone_on = current_date",
	} {
		if _, err := o.owner.Exec(act + change + of); err == nil {
			t.Errorf("a person that was submitted can be made to say %s", change)
		}
	}
	const gone = "birth_year = null, identity_kind = null, identity_ending = null, gone_on = current_date"
	if _, err := o.owner.Exec(act + gone + of); err != nil {
		t.Error(err)
	}
	if _, err := o.owner.Exec(act + "gone_on = null" + of); err == nil {
		t.Error("what went comes back")
	}
}

// TestWhoCountsTwiceIsCountedAYearAtATime has thirteen people verified under two conventions.
func TestWhoCountsTwiceIsCountedAYearAtATime(t *testing.T) {
	o := newOffice(t)
	var tens []struct {
		Year          int    `db:"year"`
		Verified      int    `db:"verified"`
		WithoutNumber int    `db:"without_number"`
		Persons       *int64 `db:"declared_twice"`
	}
	publish := func() {
		t.Helper()
		tens = nil
		if err := o.d.PublishOverlaps(t.Context()); err != nil {
			t.Fatal(err)
		}
		if err := o.owner.Select(&tens, "select year, verified, without_number, declared_twice from yearly_overlaps order by year desc"); err != nil {
			t.Fatal(err)
		}
	}
	// All that the sample has was verified two years ago; last year, thirteen of one convention turn up under another.
	o.past(`
		update decisions set decided_on = make_date(extract(year from now())::int - 2, 5, 1);
		update fingerprints set fingerprint = sha256(id::text::bytea);
		with those as (
		  select row_number() over (order by j.id) as n, j.convention_id, j.id, r.id as row_id from jobs j join declaration_rows r on r.id = j.row_id and r.state = 'ACCEPTED' join fingerprints f on f.job_id = j.id),
		two as (select min(convention_id) as a, max(convention_id) as b from those),
		a as (select row_number() over (order by id) as n, id from those, two where convention_id = a limit 13),
		b as (select row_number() over (order by id) as n, id, row_id from those, two where convention_id = b limit 13),
		later as (update decisions d set decided_on = make_date(extract(year from now())::int - 1, 5, 1) from b where d.row_id = b.row_id)
		update fingerprints f set fingerprint = sha256('twice' || a.n::text::bytea) from a join b using (n) where f.job_id in (a.id, b.id)`)
	publish()
	if len(tens) != 2 || tens[0].Persons == nil || *tens[0].Persons != 10 || tens[0].Verified != 13 || tens[0].WithoutNumber != 0 || tens[1].Persons != nil || tens[1].WithoutNumber == 0 {
		t.Fatalf("counted are %+v", tens)
	}
	// What comes later into a year that was counted is not told.
	o.past("update fingerprints set fingerprint = sha256('one')")
	was := slices.Clone(tens)
	if publish(); len(tens) != 2 || *tens[0].Persons != *was[0].Persons || tens[1].Persons != nil {
		t.Errorf("counted anew: %+v", tens)
	}
	if _, err := o.owner.Exec("select set_config('mithaq.actor', 'test', true), set_config('mithaq.reason', 'test', true); insert into yearly_overlaps (year, verified, without_number, declared_twice) values (2001, 9, 0, 7)"); err == nil {
		t.Error("seven people are told of")
	}
}

// TestAKeyThatIsChangedCountsNobodyTwice looks at one person under two conventions, whose rows carry other keys.
func TestAKeyThatIsChangedCountsNobodyTwice(t *testing.T) {
	o := newOffice(t)
	// Twelve people, each in three jobs: by the former key, by both, and by the present one.
	o.past(`
		update decisions set decided_on = make_date(extract(year from now())::int - 1, 5, 1);
		delete from fingerprints;
		with those as (
		  select row_number() over (partition by j.convention_id order by j.id) as n, dense_rank() over (order by j.convention_id) as c, j.id
		  from jobs j join declaration_rows r on r.id = j.row_id and r.state = 'ACCEPTED')
		insert into fingerprints (job_id, key_version, fingerprint, created_by)
		select s.id, k, sha256((k || ' ' || s.n)::bytea), 'test' from those s cross join generate_series(1, 2) k
		where s.n <= 12 and (s.c = 1 and k = 1 or s.c = 2 or s.c = 3 and k = 2)`)
	if err := o.d.PublishOverlaps(t.Context()); err != nil {
		t.Fatal(err)
	}
	var n int
	if err := o.owner.Get(&n, "select declared_twice from yearly_overlaps order by year desc limit 1"); err != nil || n != 10 {
		t.Errorf("%d tens (%v); twelve people count twice", n, err)
	}
}
