//go:build lab

package web_test

import (
	"fmt"
	"slices"
	"testing"
	"time"
)

// tenThousand are declarations that wait, of three jobs each, in all regions, some of persons who are declared twice.
const tenThousand = `
	select set_config('mithaq.actor', 'hr', true), set_config('mithaq.reason', 'test', true);
	create temporary table made on commit drop as
	select nextval(pg_get_serial_sequence('declarations', 'id')) as id, n, p.id as partner_id, c.id as convention_id
	from generate_series(1, 10000) n,
	  (select l.partner_id as id, l.convention_id from parties l where l.partner_id is not null order by l.id limit 1) p
	  join conventions c on c.id = p.convention_id;
	insert into declarations (id, convention_id, partner_id, period_from, period_until, state, reference, submitted_at, submitted_by, content_sha256, answer_due_on)
	overriding system value
	select id, convention_id, partner_id, '2024-01-01', '2024-03-31', 'SUBMITTED', 'L-' || n, now() - n * interval '1 minute', 'hr', repeat('a', 64), current_date
	from made;
	create temporary table lines on commit drop as
	select nextval(pg_get_serial_sequence('declaration_rows', 'id')) as id, m.id as declaration_id, m.convention_id, m.partner_id, p as position, m.n, r.id as region_id
	from made m join (select id, row_number() over (order by code) as k from regions) r on r.k = 1 + m.n % 12, generate_series(1, 3) p;
	insert into declaration_rows (id, declaration_id, convention_id, partner_id, position, kind, state, reference, region_id)
	overriding system value
	select id, declaration_id, convention_id, partner_id, position, 'JOB', 'WAITING', 'L-' || n || '-' || position, region_id from lines;
	insert into jobs (row_id, state, convention_id, signing_id, employer_id, region_id, contract_kind, started_on)
	select l.id, 'WAITING', l.convention_id, c.signing_id, l.partner_id, l.region_id, 'CDI', '2024-02-01'
	from lines l join conventions c on c.id = l.convention_id;
	analyze declarations; analyze declaration_rows; analyze jobs`

// TestLabTheQueueOfTenThousandOpens tells how long an officer waits for the first page of the queue, and for one far into it,
// of the whole country, of a region, and of a partner.
func TestLabTheQueueOfTenThousandOpens(t *testing.T) {
	o := newOffice(t)
	if _, err := o.owner.Exec(tenThousand); err != nil {
		t.Fatal(err)
	}
	var cursor string
	for _, asked := range []struct {
		who         *person
		what, after string
	}{
		{o.national, "", ""}, {o.national, `region: "MA-12"`, ""}, {o.national, fmt.Sprintf("partner: %q", o.partner), ""}, {o.national, "claimed: true", ""},
		{o.here, "", ""}, {o.elsewhere, "", ""}, {o.national, "", "deep"}, {o.here, "", "deep"},
	} {
		after := ""
		if asked.after != "" {
			after = fmt.Sprintf("after: %q", cursor)
		}
		document := fmt.Sprintf(`{ viewer { queue(filter: {%s}, first: 50, %s) { totalCount pageInfo { endCursor } nodes { id reference daysWaiting answerDueOn isClaimed claimEndsAt counts { rows waiting } partner { name } convention { reference } } } } }`, asked.what, after)
		var took []time.Duration
		rows := ""
		for range 7 {
			begun := time.Now()
			got := asked.who.ask(document, nil)
			took = append(took, time.Since(begun))
			if rows = fmt.Sprint(got.at("data.viewer.queue.totalCount")); got.at("data.viewer.queue.totalCount") == nil {
				t.Fatalf("%s: %v", document, got.body)
			}
			if cursor == "" {
				cursor = got.text("data.viewer.queue.pageInfo.endCursor")
			}
		}
		slices.Sort(took)
		t.Logf("%-22s {%s} %s: %v of %s waiting", asked.who.email, asked.what, asked.after, took[3].Round(100*time.Microsecond), rows)
		if took[3] > 200*time.Millisecond {
			t.Errorf("the queue takes %v; allowed are 200 ms", took[3])
		}
	}
}
