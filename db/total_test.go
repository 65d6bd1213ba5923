package db_test

import (
	"testing"

	"github.com/jmoiron/sqlx"
	"pgregory.net/rapid"

	"mithaq/db"
	"mithaq/db/dbtest"
)

// totalsKept reads the totals that are kept with the jobs, totalsCounted those that the jobs make.
const totalsKept = `
	select concat_ws('|', counted_by, coalesce(convention_id, 0), coalesce(employer_id, 0), coalesce(region_id, 0),
	  coalesce(sector_id, 0), contract_kind, start_month) || ': ' || jobs
	from job_totals where jobs <> 0 order by 1`

const totalsCounted = `
	select concat_ws('|', k.counted_by, coalesce(c, 0), coalesce(e, 0), coalesce(r, 0), coalesce(s, 0), kind, month) || ': ' || count(*)
	from (
	  select g.counted_by,
	    case when 'convention_id' = any(g.columns) then convention_id end as c,
	    case when 'employer_id' = any(g.columns) then employer_id end as e,
	    case when 'region_id' = any(g.columns) then region_id end as r,
	    case when 'sector_id' = any(g.columns) then sector_id end as s,
	    case when 'contract_kind' = any(g.columns) then contract_kind end as kind,
	    case when 'start_month' = any(g.columns) then start_month end as month
	  from jobs cross join job_groupings() g where state = 'ACCEPTED') k
	group by counted_by, c, e, r, s, kind, month order by 1`

func totalsOf(t rapid.TB, q sqlx.Queryer, query string) []string {
	var found []string
	if err := sqlx.Select(q, &found, query); err != nil {
		t.Fatal(err)
	}
	return found
}

// TestTotalsOfASampleAreTheSumsOfItsJobs: the sample loads jobs past the triggers, and counts the totals anew.
func TestTotalsOfASampleAreTheSumsOfItsJobs(t *testing.T) {
	_, logins := dbtest.SampleLogins(t)
	owner := connect(t, logins.Owner)
	want, kept := totalsOf(t, owner, totalsCounted), totalsOf(t, owner, totalsKept)
	if len(kept) < 500 || len(want) != len(kept) {
		t.Fatalf("%d totals are kept, %d are right", len(kept), len(want))
	}
	for i := range want {
		if want[i] != kept[i] {
			t.Fatalf("kept is %s, right is %s", kept[i], want[i])
		}
	}
}

func TestTotalsAreKeptByTheGroupingsThatTheDatabaseKeeps(t *testing.T) {
	_, logins := dbtest.RegisterLogins(t)
	var groupings []string
	if err := connect(t, logins.Owner).Select(&groupings, "select counted_by from job_groupings()"); err != nil {
		t.Fatal(err)
	}
	for _, grouping := range groupings {
		if !db.IsJobGrouping(grouping) {
			t.Errorf("the model doesn't know the grouping %s", grouping)
		}
	}
	if len(groupings) != db.JobGroupings {
		t.Errorf("the database keeps %d groupings, the model knows %d", len(groupings), db.JobGroupings)
	}
}

// TestJobsAreCountedBySumsAsByRows counts jobs under every filter of one and two fields, by the totals and by the rows.
func TestJobsAreCountedBySumsAsByRows(t *testing.T) {
	d, logins := dbtest.SampleLogins(t)
	direct := connect(t, logins.Public)
	var some struct{ Convention, Partner, Region, Sector string }
	if err := direct.Get(&some, `
		select c.slug as convention, p.slug as partner, r.code as region, s.code as sector
		from (select * from verified_jobs where sector_id is not null order by id limit 1) j
		join conventions c on c.id = j.convention_id join partners p on p.id = j.employer_id
		join regions r on r.id = j.region_id join sectors s on s.id = j.sector_id`); err != nil {
		t.Fatal(err)
	}
	fields := []func(*db.JobFilter){
		func(f *db.JobFilter) { f.Convention = some.Convention }, func(f *db.JobFilter) { f.Partner = some.Partner },
		func(f *db.JobFilter) { f.Region = some.Region }, func(f *db.JobFilter) { f.Sector = some.Sector },
		func(f *db.JobFilter) { f.ContractKind = "CDI" }, func(f *db.JobFilter) { f.StartedFrom = "2024" },
		func(f *db.JobFilter) { f.StartedUntil = "2024-06" }, func(f *db.JobFilter) { f.Signing = "none" },
	}
	bySums := 0
	for i := range fields {
		for k := range i + 1 {
			var filter db.JobFilter
			fields[i](&filter)
			fields[k](&filter)
			if filter.Signing != "" {
				continue
			}
			sums, rows := db.CountedBothWays(t.Context(), d, filter)
			if sums.Text != rows.Text {
				bySums++
			}
			var counted [2]int
			for i, q := range []db.Statement{sums, rows} {
				if err := direct.Get(&counted[i], q.Text, q.Args...); err != nil {
					t.Fatalf("%+v: %v\n%s", filter, err, q.Text)
				}
			}
			if counted[0] != counted[1] {
				t.Errorf("%+v: %d by the totals, %d by the rows", filter, counted[0], counted[1])
			}
		}
	}
	if bySums < 20 {
		t.Errorf("only %d counts were by the totals", bySums)
	}
}
