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

// promiseGroup is what a promised total goes by; of is the key of the signing, the region or whatever it is.
type promiseGroup struct {
	By            string
	Of, Indicator int64
}

// promiseSum is what was added up in a group.
type promiseSum struct{ Commitments, Sum, Missing int64 }

// promises are the rows that promised totals are made from.
type promises struct {
	Commitments []struct {
		ID        int64
		Signing   *int64 `db:"signing_id"`
		Convent   *int64 `db:"convention_id"`
		Indicator int64  `db:"indicator_id"`
		PartOf    *int64 `db:"part_of_id"`
	}
	Targets []struct {
		ID, Version int64
		Commitment  int64  `db:"commitment_id"`
		Value       *int64 `db:"figure_value"`
	}
	Allocations []struct {
		Target int64  `db:"target_id"`
		Region *int64 `db:"region_id"`
		Sector *int64 `db:"sector_id"`
		Value  *int64 `db:"figure_value"`
	}
	Conventions []struct {
		ID      int64
		Signing *int64 `db:"signing_id"`
	}
	Parties []struct {
		Convent int64  `db:"convention_id"`
		Partner *int64 `db:"partner_id"`
		Role    string
	}
}

func promisesOf(t rapid.TB, q sqlx.Queryer) *promises {
	var p promises
	for query, into := range map[string]any{
		"select id, signing_id, convention_id, indicator_id, part_of_id from commitments": &p.Commitments,
		"select id, version, commitment_id, figure_value from targets":                    &p.Targets,
		"select target_id, region_id, sector_id, figure_value from allocations":           &p.Allocations,
		"select id, signing_id from conventions":                                          &p.Conventions,
		"select convention_id, partner_id, role from parties":                             &p.Parties,
	} {
		if err := sqlx.Select(q, into, query); err != nil {
			t.Fatal(err)
		}
	}
	return &p
}

// sums adds the promises up, row by row: each commitment says by itself in which groups it counts, and is then left out
// of those in which its whole counts too.
func (p *promises) sums() map[promiseGroup]promiseSum {
	latest := map[int64]int{} // by commitment, where its latest target stands
	for i, t := range p.Targets {
		if k, known := latest[t.Commitment]; !known || t.Version > p.Targets[k].Version {
			latest[t.Commitment] = i
		}
	}
	counts := map[int64]map[promiseGroup]*int64{} // by commitment
	for i, c := range p.Commitments {
		target := p.Targets[latest[c.ID]]
		counts[c.ID] = p.groups(i, target.ID, target.Value)
	}
	sums := map[promiseGroup]promiseSum{}
	for _, c := range p.Commitments {
		for group, value := range counts[c.ID] {
			if c.PartOf != nil {
				if _, counted := counts[*c.PartOf][group]; counted {
					continue
				}
			}
			sum := sums[group]
			sum.Commitments++
			if value == nil {
				sum.Missing++
			} else {
				sum.Sum += *value
			}
			sums[group] = sum
		}
	}
	return sums
}

// groups gives what a commitment, of that target, adds to each group.
func (p *promises) groups(i int, target int64, value *int64) map[promiseGroup]*int64 {
	c := p.Commitments[i]
	groups := map[promiseGroup]*int64{{"ALL", 0, c.Indicator}: value}
	add := func(by string, of, value *int64) {
		if of != nil {
			groups[promiseGroup{by, *of, c.Indicator}] = value
		}
	}
	add("SIGNING", c.Signing, value)
	if c.Convent != nil {
		add("CONVENTION", c.Convent, value)
		for _, convention := range p.Conventions {
			if convention.ID == *c.Convent {
				add("SIGNING", convention.Signing, value)
			}
		}
		for _, party := range p.Parties {
			if party.Convent == *c.Convent && party.Role == "PARTNER" {
				add("PARTNER", party.Partner, value)
			}
		}
	}
	for _, a := range p.Allocations {
		if a.Target == target {
			add("REGION", a.Region, a.Value)
			add("SECTOR", a.Sector, a.Value)
		}
	}
	return groups
}

// promiseTotalsOf reads the totals as the view has them, each under a key of its own and with the figure that it is.
func promiseTotalsOf(t rapid.TB, q sqlx.Queryer) map[promiseGroup]promiseSum {
	var rows []db.PromiseTotal
	if err := sqlx.Select(q, &rows, "select * from promise_totals"); err != nil {
		t.Fatal(err)
	}
	sums, keys := map[promiseGroup]promiseSum{}, map[int64]bool{}
	for _, row := range rows {
		keys[row.Key] = true
		of := map[string]*int64{"ALL": new(int64), "SIGNING": row.SigningID, "CONVENTION": row.ConventionID,
			"PARTNER": row.PartnerID, "REGION": row.RegionID, "SECTOR": row.SectorID}[row.CountedBy]
		sum := promiseSum{row.Commitments, 0, int64(row.Missing)}
		promised := row.Promised()
		if promised.Value != nil {
			sum.Sum = *promised.Value
		}
		if want := statusOf(sum); promised.Status != want || (promised.Value == nil) != (want == db.FigureUnknown) ||
			(promised.Missing == nil) != (want != db.FigureAtLeast) {
			t.Errorf("%+v is promised as %+v, want it %s", row, promised, want)
		}
		sums[promiseGroup{row.CountedBy, *of, row.IndicatorID}] = sum
	}
	if len(keys) != len(rows) || len(sums) != len(rows) {
		t.Errorf("%d totals have %d keys and are of %d groups", len(rows), len(keys), len(sums))
	}
	return sums
}

func statusOf(s promiseSum) db.FigureStatus {
	switch s.Missing {
	case 0:
		return db.FigureKnown
	case s.Commitments:
		return db.FigureUnknown
	}
	return db.FigureAtLeast
}

// promiseMoves are what happens to promises; $1 is a random number by which each picks some of them.
var promiseMoves = []string{
	`insert into targets (commitment_id, version, kind, figure_value, figure_status, reason_fr)
	select commitment_id, max(version) + 1, 'CORRECTION', case when $1 % 2 = 0 then 10 + $1 end,
	  case when $1 % 2 = 0 then 'KNOWN' else 'UNKNOWN' end::figure_status, 'x'
	from targets where commitment_id % 3 = $1 % 3 group by 1`,
	`insert into allocations (target_id, position, region_id, figure_value, figure_status)
	select distinct on (commitment_id) v.id, 900, r.id, 7, 'KNOWN' from targets v, regions r
	where r.code = 'MA-0' || 1 + $1 % 2 and commitment_id % 2 = $1 % 2 order by commitment_id, version desc
	on conflict do nothing`,
	`insert into allocations (target_id, position, sector_id, figure_value, figure_status)
	select distinct on (commitment_id) v.id, 901, s.id, null, 'NOT_PUBLISHED' from targets v, sectors s
	where s.code = case when $1 % 2 = 0 then 'C' else 'J' end and commitment_id % 5 = $1 % 5 order by commitment_id, version desc
	on conflict do nothing`,
	"update allocations set figure_value = $1, figure_status = 'KNOWN' where id % 7 = $1 % 7",
	"update allocations set figure_value = null, figure_status = 'UNKNOWN' where id % 11 = $1 % 11",
	"delete from allocations a where id % 3 = $1 % 3 and not exists (select from citations c where c.allocation_id = a.id)",
	`with more as (
	  insert into commitments (slug, convention_id, indicator_id, position, wording_fr, baseline_status)
	  select 'more-' || id, convention_id, indicator_id, 900, 'x', 'NOT_APPLICABLE' from commitments
	  where convention_id % 4 = $1 % 4 and slug not like 'more-%' on conflict do nothing returning id)
	insert into targets (commitment_id, version, kind, figure_status) select id, 1, 'SIGNATURE', 'NOT_PUBLISHED' from more`,
	"update commitments set part_of_id = null where id % 5 = $1 % 5",
	`update commitments m set part_of_id = w.id from conventions c, commitments w
	where c.id = m.convention_id and w.signing_id = c.signing_id and w.indicator_id = m.indicator_id and m.id % 3 = $1 % 3`,
	"update parties set role = 'WITNESS', partner_id = null where role = 'PARTNER' and id % 17 = $1 % 17",
	`insert into parties (convention_id, slug, role, partner_id, position, name_fr)
	select c.id, 'more-' || p.id, 'PARTNER', p.id, 900, 'x' from conventions c, partners p
	where c.id % 4 = $1 % 4 and p.id = (select min(id) from partners) + $1 % 3 on conflict do nothing`,
	`update conventions c set signing_id = null
	where id % 19 = $1 % 19 and not exists (select from commitments m where m.convention_id = c.id and m.part_of_id is not null)`,
}

func TestPromisedTotalsAreTheSumsOverTheRows(t *testing.T) {
	_, logins := dbtest.SampleLogins(t)
	owner := connect(t, logins.Owner)
	met := map[string]map[db.FigureStatus]bool{}
	rapid.Check(t, func(rt *rapid.T) {
		tx := owner.MustBegin()
		defer func() { _ = tx.Rollback() }()
		tx.MustExec("select set_config('mithaq.actor', 'test', true), set_config('mithaq.reason', 'test', true)")
		for range 4 {
			move := rapid.IntRange(0, len(promiseMoves)-1).Draw(rt, "move")
			tx.MustExec(strings.ReplaceAll(promiseMoves[move], "$1", fmt.Sprint(rapid.IntRange(0, 60).Draw(rt, "which"))))
			want := promisesOf(rt, tx).sums()
			if diff := cmp.Diff(want, promiseTotalsOf(rt, tx)); diff != "" {
				rt.Fatalf("after %q (-rows +view):\n%s", promiseMoves[move], diff)
			}
			for group, sum := range want {
				if met[group.By] == nil {
					met[group.By] = map[db.FigureStatus]bool{}
				}
				met[group.By][statusOf(sum)] = true
			}
		}
	})
	for _, by := range db.PromiseDimension("").Values() {
		if len(met[by]) < 3 {
			t.Errorf("by %s only %v were met", by, met[by])
		}
	}
}

// TestOnlyTheGroupsAskedForAreMade reads plans of pages: what no grouping asked for needs isn't read.
func TestOnlyTheGroupsAskedForAreMade(t *testing.T) {
	d, logins := dbtest.SampleLogins(t)
	public := connect(t, logins.Public)
	public.SetMaxOpenConns(1)
	for by, needed := range map[db.PromiseDimension][]string{
		"": nil, "SIGNING": nil, "CONVENTION": nil, "PARTNER": {"parties"}, "REGION": {"allocations"}, "SECTOR": {"allocations"},
	} {
		var dimensions []db.PromiseDimension
		if by != "" {
			dimensions = append(dimensions, by)
		}
		filter, err := db.PromiseTotalFilter{}.By(dimensions)
		if err != nil {
			t.Fatal(err)
		}
		q, err := db.PromiseTotals.PageStatement(t.Context(), d, db.Paging{Count: 20}, filter, db.Shape{Read: "t.id"})
		if err != nil {
			t.Fatal(err)
		}
		for _, found := range planOf(t, public, "explain (analyze, format json) ", q.Text, q.Args, 0).flat() {
			if slices.Contains([]string{"parties", "allocations"}, found.Relation) && found.Loops > 0 && !slices.Contains(needed, found.Relation) {
				t.Errorf("by %q, %s is read", by, found.Relation)
			}
		}
	}
}

// TestAWithdrawnConventionIsNotMissing withdraws one of the conventions that a promise is to be kept by: what it would declare is
// no longer missing.
func TestAWithdrawnConventionIsNotMissing(t *testing.T) {
	_, logins := dbtest.RegisterLogins(t)
	owner := connect(t, logins.Owner)
	missing := func() (n int) {
		t.Helper()
		if err := owner.Get(&n, "select d.missing from commitment_deliveries d join commitments m on m.id = d.id where m.slug = '2021-12-15-jobs-created'"); err != nil {
			t.Fatal(err)
		}
		return n
	}
	before := missing()
	owner.MustExec(`select set_config('session_replication_role', 'replica', true), set_config('mithaq.actor', 'test', true);
		update conventions set withdrawn_at = now() where id = (select max(id) from conventions)`)
	if after := missing(); before != 8 || after != 7 {
		t.Errorf("of %d conventions nothing is declared, and of %d once one is withdrawn", before, after)
	}
}
