package db_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/jmoiron/sqlx"
	"pgregory.net/rapid"

	"mithaq/db"
	"mithaq/db/dbtest"
)

// ladder is what deliveries keep of a convention.
type ladder struct {
	Convention     int64 `db:"convention_id"`
	DeclaredGross  int64 `db:"declared_gross"`
	DeclaredNet    int64 `db:"declared_net"`
	VerifiedGross  int64 `db:"verified_gross"`
	VerifiedNet    int64 `db:"verified_net"`
	SustainedGross int64 `db:"sustained_gross"`
	SustainedNet   int64 `db:"sustained_net"`
	Waiting        int64 `db:"waiting"`
	Returned       int64 `db:"returned"`
	Refused        int64 `db:"refused"`
}

// kept reads the ladders that are kept with the rows, counted those that the rows make.
const kept = `
	select convention_id, declared_gross, declared_net, verified_gross, verified_net, sustained_gross, sustained_net, waiting,
	  returned, refused
	from deliveries where declared_gross > 0 order by 1`

const counted = `
	with recursive versions as ( -- what is confirmed of a job stays so when it is amended
	  select id as job_id, id as version, amends_id, 0 as before from jobs
	  union all
	  select v.job_id, b.id, b.amends_id, v.before + 1 from versions v join jobs b on b.id = v.amends_id),
	confirmed as (
	  select distinct on (v.job_id) v.job_id, c.held from versions v join confirmations c on c.job_id = v.version order by 1, v.before)
	select j.convention_id, count(*) as declared_gross, count(*) filter (where refills_id is null) as declared_net,
	  count(*) filter (where r.state = 'ACCEPTED') as verified_gross,
	  count(*) filter (where r.state = 'ACCEPTED' and refills_id is null) as verified_net,
	  count(*) filter (where r.state = 'ACCEPTED' and f.held) as sustained_gross,
	  count(*) filter (where r.state = 'ACCEPTED' and f.held and refills_id is null) as sustained_net,
	  count(*) filter (where r.state = 'WAITING') as waiting, count(*) filter (where r.state = 'RETURNED') as returned,
	  count(*) filter (where r.state = 'REFUSED') as refused
	from jobs j join declaration_rows r on r.id = j.row_id left join confirmed f on f.job_id = j.id
	where r.state not in ('DRAFT', 'WITHDRAWN', 'REPLACED') and (j.amends_id is null or r.state = 'ACCEPTED') group by 1 order by 1`

// moves are what happens to rows; $1 is a random number by which each picks some of them.
var moves = []string{
	"update declaration_rows set state = 'WAITING' where state = 'DRAFT' and id % 3 = $1 % 3",
	"insert into decisions (row_id, outcome, basis) select id, 'ACCEPTED', 'CALL' from declaration_rows where state = 'WAITING' and id % 4 = $1 % 4",
	"insert into decisions (row_id, outcome, reason, reasons, decided_on) select id, 'RETURNED', 'OTHER', 'x', current_date + id::int % 3 from declaration_rows where state = 'WAITING' and id % 5 = $1 % 5",
	"insert into decisions (row_id, outcome, reason, reasons) select id, 'REFUSED', 'OTHER', 'x' from declaration_rows where state = 'WAITING' and id % 7 = $1 % 7",
	"update declaration_rows set state = 'REPLACED' where state = 'RETURNED' and id % 2 = $1 % 2",
	"update declaration_rows set state = 'WITHDRAWN' where state in ('WAITING', 'RETURNED') and id % 11 = $1 % 11",
	"insert into confirmations (job_id, held, basis) select id, id % 3 > 0, 'CALL' from jobs j where state = 'ACCEPTED' and id % 3 = $1 % 3 and not exists (select from confirmations c where c.job_id = j.id)",
	"update jobs j set refills_id = id - 3 where state = 'DRAFT' and id % 13 = $1 % 13 and exists (select from jobs o where o.id = j.id - 3)",
	"update jobs set amends_id = id - 6 where state = 'DRAFT' and id % 17 = $1 % 17 and id > 6 and exists (select from jobs o where o.id = jobs.id - 6)",
	"delete from jobs j where state = 'DRAFT' and id % 3 = $1 % 3 and not exists (select from jobs o where j.id in (o.refills_id, o.amends_id))",
	"update jobs set region_id = (select max(id) from regions) where state = 'DRAFT' and id % 2 = $1 % 2",
	`select set_config('mithaq.actor', 'hr', true);
	with r as (
	  insert into declaration_rows (id, declaration_id, convention_id, partner_id, position, kind, state, reference)
	  overriding system value
	  select m + d.id, d.id, d.convention_id, d.partner_id, m + d.id, 'JOB', 'WAITING', 'ref-' || m + d.id
	  from declarations d, (select max(id) as m from declaration_rows) n where d.id <= $1 % 4
	  returning *)
	insert into jobs (id, row_id, state, convention_id, employer_id, region_id, contract_kind, started_on, refills_id)
	select id, id, state, convention_id, partner_id, (select min(id) from regions), 'CDI', '2022-01-10',
	  case when $1 % 2 = 0 then (select id from jobs j where j.id = r.id - 3) end
	from r;
	select set_config('mithaq.actor', 'officer', true)`,
}

// sixtyJobs are drafts of three conventions, entered by hr.
const sixtyJobs = `
	select set_config('mithaq.actor', 'hr', true), set_config('mithaq.reason', 'test', true);
	insert into declarations (id, convention_id, partner_id, period_from, period_until)
	overriding system value
	select row_number() over (order by c.id), c.id, p.id, '2022-01-01', '2022-03-31'
	from conventions c, partners p where c.slug < '2021-12-15-anapec-4' and p.slug = 'lydec';
	insert into declaration_rows (id, declaration_id, convention_id, partner_id, position, kind, reference)
	overriding system value
	select n, d.id, d.convention_id, d.partner_id, n, 'JOB', 'ref-' || n
	from generate_series(1, 60) n join declarations d on d.id = n % 3 + 1;
	insert into jobs (id, row_id, convention_id, employer_id, region_id, contract_kind, started_on)
	select id, id, convention_id, partner_id, (select min(id) from regions) + id % 2,
	  (array['CDI', 'CDD']::contract_kind[])[1 + id % 2], '2022-01-10'::date + 20 * (id % 3)::int from declaration_rows;
	select set_config('mithaq.actor', 'officer', true);`

// sixtySubmitted has their declarations submitted, of which the rows are drafts yet.
const sixtySubmitted = sixtyJobs + `
	select set_config('mithaq.actor', 'hr', true);
	update declarations set state = 'SUBMITTED', reference = 'D-' || id, submitted_at = now(), submitted_by = 'hr',
	  content_sha256 = repeat('a', 64), answer_due_on = '2022-05-01';
	select set_config('mithaq.actor', 'officer', true);`

func laddersOf(t rapid.TB, q sqlx.Queryer, query string) []ladder {
	var found []ladder
	if err := sqlx.Select(q, &found, query); err != nil {
		t.Fatal(err)
	}
	return found
}

func TestLaddersAreTheSumsOverTheRows(t *testing.T) {
	_, logins := dbtest.RegisterLogins(t)
	owner := connect(t, logins.Owner)
	rapid.Check(t, func(rt *rapid.T) {
		tx := owner.MustBegin()
		defer func() { _ = tx.Rollback() }()
		tx.MustExec(sixtySubmitted)
		tx.MustExec(strings.ReplaceAll(moves[0], "$1", "1"))
		for range 12 {
			move := rapid.IntRange(0, len(moves)-1).Draw(rt, "move")
			tx.MustExec(strings.ReplaceAll(moves[move], "$1", fmt.Sprint(rapid.IntRange(0, 60).Draw(rt, "which"))))
			if diff := cmp.Diff(laddersOf(rt, tx, counted), laddersOf(rt, tx, kept)); diff != "" {
				rt.Fatalf("after %q (-rows +kept):\n%s", moves[move], diff)
			}
			if diff := cmp.Diff(totalsOf(rt, tx, totalsCounted), totalsOf(rt, tx, totalsKept)); diff != "" {
				rt.Fatalf("totals after %q (-rows +kept):\n%s", moves[move], diff)
			}
		}
		before := laddersOf(rt, tx, kept)
		tx.MustExec("select rebuild_deliveries()")
		if after := laddersOf(rt, tx, kept); !slices.Equal(before, after) {
			rt.Fatalf("counted anew: %s", cmp.Diff(before, after))
		}
		const days = "select string_agg(format('%s %s %s %s %s', convention_id, partner_id, outcome, days, jobs), ', ' order by convention_id, outcome, days) from decision_days"
		var decided, anew *string
		if err := tx.Get(&decided, days); err != nil {
			rt.Fatal(err)
		}
		tx.MustExec("select rebuild_decision_days()")
		if err := tx.Get(&anew, days); err != nil || !cmp.Equal(decided, anew) {
			rt.Fatalf("days of decisions counted anew: %s, %v", cmp.Diff(decided, anew), err)
		}
		tx.MustExec("select rebuild_job_totals()")
		if diff := cmp.Diff(totalsOf(rt, tx, totalsCounted), totalsOf(rt, tx, totalsKept)); diff != "" {
			rt.Fatalf("totals counted anew (-rows +kept):\n%s", diff)
		}
	})
}

func TestTwoOfficersWhoDecideAtOnceLoseNoCount(t *testing.T) {
	_, logins := dbtest.RegisterLogins(t)
	owner := connect(t, logins.Owner)
	tx := owner.MustBegin()
	tx.MustExec(sixtySubmitted)
	tx.MustExec("update declaration_rows set state = 'WAITING'")
	if err := tx.Commit(); err != nil {
		t.Fatal(err)
	}
	app := connect(t, logins.App)
	failed := make(chan error, 2)
	for half := range 2 {
		go func() {
			var last error
			for i := half; i < 60; i += 2 {
				tx := app.MustBegin()
				tx.MustExec("select set_config('mithaq.actor', 'officer', true), set_config('mithaq.reason', 'test', true)")
				if _, err := tx.Exec("insert into decisions (row_id, outcome, basis) values ($1, 'ACCEPTED', 'CALL')", i+1); err != nil {
					last = err
				}
				if err := tx.Commit(); err != nil {
					last = err
				}
			}
			failed <- last
		}()
	}
	for range 2 {
		if err := <-failed; err != nil {
			t.Fatal(err)
		}
	}
	if diff := cmp.Diff(laddersOf(t, owner, counted), laddersOf(t, owner, kept)); diff != "" {
		t.Errorf("(-rows +kept):\n%s", diff)
	}
	if diff := cmp.Diff(totalsOf(t, owner, totalsCounted), totalsOf(t, owner, totalsKept)); diff != "" {
		t.Errorf("totals (-rows +kept):\n%s", diff)
	}
}

func TestASnapshotKnowsWhetherJobsWereDeclared(t *testing.T) {
	d, _ := dbtest.RegisterLogins(t)
	if err := d.InSnapshot(t.Context(), func(tx *db.DB) error {
		covers, err := db.Jobs.Covers(t.Context(), tx, nil)
		if err == nil && covers(db.Complete) != db.NotPublished {
			t.Errorf("of a register without declarations the jobs are %s", covers(db.Complete))
		}
		return err
	}); err != nil {
		t.Fatal(err)
	}
}
