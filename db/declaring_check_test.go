package db_test

import (
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// impossible are statements that find what must never be.
var impossible = map[string]string{
	"a job counts twice": `
		select partner_id::text || ' ' || reference from declaration_rows
		where kind = 'JOB' and (state = 'ACCEPTED' or not amends and state in ('WAITING', 'RETURNED', 'REFUSED'))
		group by partner_id, reference having count(*) > 1`,
	"a state was skipped": `
		select c.row_id || ': ' || (c.before ->> 'state') || ' to ' || (c.after ->> 'state')
		from changes c
		where c.table_name = 'declaration_rows' and c.kind = 'UPDATE' and c.after ? 'state'
		  and (c.before ->> 'state') || ' ' || (c.after ->> 'state') not in ('DRAFT WAITING', 'WAITING ACCEPTED', 'WAITING RETURNED',
		    'WAITING REFUSED', 'WAITING WITHDRAWN', 'RETURNED REPLACED', 'RETURNED WITHDRAWN', 'REFUSED REPLACED', 'ACCEPTED REPLACED',
		    'RETURNED WAITING', 'REFUSED WAITING', 'RETURNED REFUSED')`,
	"a declaration isn't where its rows are": `
		select d.id || ' ' || d.state || ' ' || coalesce(string_agg(r.state::text, ' '), '')
		from declarations d left join declaration_rows r on r.declaration_id = d.id
		group by d.id
		having case d.state
		  when 'DRAFT' then bool_or(r.state <> 'DRAFT')
		  when 'SUBMITTED' then bool_or(r.state = 'DRAFT') or not bool_or(r.state = 'WAITING')
		  when 'DECIDED' then bool_or(r.state in ('DRAFT', 'WAITING'))
		  else bool_or(r.state <> 'WITHDRAWN') end`,
	"what a row declares is elsewhere than the row": `
		select r.id::text from declaration_rows r join jobs j on j.row_id = r.id where r.state <> j.state or r.amends <> (j.amends_id is not null)
		union all
		select r.id::text from declaration_rows r join project_stages s on s.row_id = r.id where r.state <> s.state or r.amends <> (s.amends_id is not null)
		union all
		select r.id::text from declaration_rows r join project_holders h on h.row_id = r.id where r.state <> h.state`,
	"a project holder is verified twice": `
		select reference from project_holders where state = 'ACCEPTED' group by partner_id, reference having count(*) > 1`,
	"verified stages are out of order": `
		select s.id::text from project_stages s join project_stages o on o.project_holder_id = s.project_holder_id and o.id <> s.id
		where s.state = 'ACCEPTED' and o.state = 'ACCEPTED' and (s.stage = o.stage or s.stage < o.stage and s.reached_on > o.reached_on)`,
	"a stage is verified, and the welcome isn't": `
		select s.id::text from project_stages s
		where s.state = 'ACCEPTED' and not exists (select from project_stages o where o.project_holder_id = s.project_holder_id and o.stage = 'WELCOMED' and o.state = 'ACCEPTED')`,
	"the ladder of project holders isn't their number, or stands on its head": `
		select d.id::text from holder_deliveries d
		full join (
		  select r.convention_id as id, count(distinct s.project_holder_id) as declared,
		    count(distinct s.project_holder_id) filter (where r.state = 'ACCEPTED') as verified
		  from declaration_rows r join project_stages s on s.row_id = r.id
		  where s.stage <> 'LEFT' and r.state in ('WAITING', 'ACCEPTED', 'RETURNED', 'REFUSED') group by 1) c using (id)
		where (d.declared, d.verified) is distinct from (c.declared, c.verified) or d.declared < d.verified or d.verified < d.sustained`,
	"a row was decided without a decision": `
		select r.id::text from declaration_rows r where r.state in ('ACCEPTED', 'RETURNED', 'REFUSED', 'REPLACED')
		and not exists (select from decisions d where d.row_id = r.id)`,
	"somebody decided on an own entry": `
		select d.id::text from decisions d where d.created_by = any (entered_by(d.row_id))`,
	"a row went back unasked, or was decided twice by one officer": `
		select c.row_id::text from changes c
		where c.table_name = 'declaration_rows' and c.after ->> 'state' = 'WAITING' and c.before ->> 'state' in ('RETURNED', 'REFUSED')
		  and not exists (select from second_looks s where s.row_id = c.row_id)
		union all
		select row_id::text from decisions group by row_id having count(*) > count(distinct created_by)`,
	"an officer decided elsewhere": `
		select d.id::text from decisions d join jobs j on j.row_id = d.row_id where d.office_id <> j.region_id
		union all
		select d.id::text from decisions d join declaration_rows r on r.id = d.row_id where d.office_id <> r.region_id`,
	"a row says another region than what it declares": `
		select r.id::text from declaration_rows r where r.kind = 'JOB' and r.region_id is distinct from (select j.region_id from jobs j where j.row_id = r.id)`,
	"a ladder stands on its head": `
		select convention_id::text from deliveries where declared_gross < verified_gross or verified_gross < sustained_gross or declared_net < verified_net`,
}

// check looks for whatever must never be, after many did many things at once.
func (w *work) check(t rapid.TB) {
	for what, query := range impossible {
		var found []string
		if err := w.owner.Select(&found, query); err != nil || len(found) > 0 {
			t.Fatalf("%s: %v, %v", what, found, err)
		}
	}
	if diff := cmp.Diff(laddersOf(t, w.owner, counted), laddersOf(t, w.owner, kept)); diff != "" {
		t.Fatalf("ladders (-rows +kept):\n%s", diff)
	}
	if diff := cmp.Diff(totalsOf(t, w.owner, totalsCounted), totalsOf(t, w.owner, totalsKept)); diff != "" {
		t.Fatalf("totals (-rows +kept):\n%s", diff)
	}
	for id, rewrites := range w.rewrites {
		var version int
		if err := w.owner.Get(&version, "select coalesce((select version from declaration_rows where id = $1), 0)", id.Key); err != nil || version > 0 && version != 1+rewrites {
			t.Fatalf("a row was rewritten %d times, and is version %d, %v", rewrites, version, err)
		}
	}
}
