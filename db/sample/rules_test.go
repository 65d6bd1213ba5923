package sample_test

import (
	"testing"

	"mithaq/db/dbtest"
)

// Each query counts what must not be.
var mustNotBe = map[string]string{
	"a ladder that isn't the sum of its jobs": `
		select count(*) from (
		  select convention_id,
		    count(*) filter (where state in ('WAITING', 'ACCEPTED', 'RETURNED', 'REFUSED')),
		    count(*) filter (where state in ('WAITING', 'ACCEPTED', 'RETURNED', 'REFUSED') and refills_id is null),
		    count(*) filter (where state = 'ACCEPTED'), count(*) filter (where state = 'ACCEPTED' and refills_id is null),
		    count(*) filter (where state = 'ACCEPTED' and sustained), count(*) filter (where state = 'ACCEPTED' and sustained and refills_id is null),
		    count(*) filter (where state = 'WAITING'), count(*) filter (where state = 'RETURNED'), count(*) filter (where state = 'REFUSED')
		  from jobs where state <> 'DRAFT' and (amends_id is null or state = 'ACCEPTED') group by 1
		  except
		  select convention_id, declared_gross, declared_net, verified_gross, verified_net, sustained_gross, sustained_net, waiting, returned, refused
		  from deliveries) wrong`,
	"a row that isn't what was decided": `
		select count(*) from declaration_rows r left join decisions d on d.row_id = r.id
		where case r.state when 'ACCEPTED' then d.outcome = 'ACCEPTED' when 'RETURNED' then d.outcome = 'RETURNED'
		  when 'REFUSED' then d.outcome = 'REFUSED' when 'REPLACED' then d.outcome <> 'REFUSED' else d.id is null end is not true`,
	"a replaced row that none replaces, or a verified one that another has not replaced yet": `
		select count(*) from declaration_rows r join decisions d on d.row_id = r.id
		where r.state = 'REPLACED' and not exists (select from declaration_rows n where n.replaces_id = r.id
		  and (n.state = 'ACCEPTED' or n.state = 'WAITING' and d.outcome = 'RETURNED'))`,
	"a replaced row that another partner's replaces": `
		select count(*) from declaration_rows r join declaration_rows n on n.replaces_id = r.id
		where (r.partner_id, r.reference, r.kind) <> (n.partner_id, n.reference, n.kind)`,
	"a declaration that isn't what its rows are": `
		select count(*) from declarations d
		where case d.state when 'DRAFT' then 'DRAFT' when 'WITHDRAWN' then 'WITHDRAWN' end is distinct from
		    (select max(r.state::text) from declaration_rows r where r.declaration_id = d.id and r.state in ('DRAFT', 'WITHDRAWN'))
		  or (d.state = 'SUBMITTED') <> exists (select from declaration_rows r where r.declaration_id = d.id and r.state = 'WAITING')`,
	"a decision before the submission, or by who entered": `
		select count(*) from decisions x join declaration_rows r on r.id = x.row_id join declarations d on d.id = r.declaration_id
		where x.decided_on < d.submitted_at::date or x.created_by in (d.created_by, r.created_by, d.submitted_by)
		  or d.decided_at < x.decided_on`,
	"a job that says otherwise than its confirmation": `
		select count(*) from jobs j left join confirmations c on c.job_id = j.id where j.sustained is distinct from c.held`,
	"an accepted end that the job doesn't have": `
		select count(*) from job_ends e join jobs j on j.id = e.job_id where e.state = 'ACCEPTED' and j.ended_on is distinct from e.ended_on`,
	"a post refilled before it was vacant": `
		select count(*) from jobs j join jobs before on before.id = j.refills_id
		where before.ended_on is null or j.started_on <= before.ended_on or before.convention_id <> j.convention_id`,
	"a stage after one that isn't accepted, or before it": `
		select count(*) from project_stages s
		where s.stage > 'WELCOMED' and not exists (
		  select from project_stages b where b.project_holder_id = s.project_holder_id and b.state = 'ACCEPTED'
		    and b.stage < s.stage and b.reached_on < s.reached_on)`,
	"anything after the day on which the sample is told": `
		select (select count(*) from jobs where started_on > '2026-06-30' or ended_on > '2026-06-30' or created_at > '2026-07-01')
		  + (select count(*) from project_stages where reached_on > '2026-06-30')
		  + (select count(*) from decisions where decided_on > '2026-06-30' or created_at > '2026-07-01')
		  + (select count(*) from declarations where submitted_at > '2026-07-01' or decided_at > '2026-07-01' or created_at > '2026-07-01')
		  + (select count(*) from citations where created_by = 'sample' and created_at > '2026-07-01')
		  + (select count(*) from commitments where updated_at > '2026-07-01')`,
	"a job without a profile": `select count(*) from jobs j where not exists (select from beneficiary_profiles p where p.job_id = j.id)`,
	"a name of 2021": `
		select count(*) from (
		  select t::text as said from partners t union all select t::text from partner_names t union all select t::text from signings t
		  union all select t::text from signatories t union all select t::text from parties t union all select t::text from conventions t
		  union all select t::text from claims t union all select t::text from sources t where created_by = 'sample'
		  union all select t::text from project_holder_details t union all select coalesce(undertaking, '') from jobs) x
		where said ~* '(akwa|peugeot|pcam|sumitomo|managem\M|jumia|ecart serv|lydec|efe-maroc|fmes|fenagri|anapec|sekkouri|achiq|أنابيك)'`,
	"a partner that isn't evidently fictional": `
		select count(*) from partners
		where coalesce(name_fr, 'fictif') !~* 'ficti' or coalesce(name_en, 'fictional') !~* 'ficti' or coalesce(name_ar, 'خيالي') !~ 'خيالي'`,
}

func TestTheSampleKeepsTheRules(t *testing.T) {
	_, logins := dbtest.SampleLogins(t)
	owner := dbtest.Connect(t, logins.Owner)
	for what, query := range mustNotBe {
		if n := one(t, owner, query); n != "0" {
			t.Errorf("%s: %s", what, n)
		}
	}
}

func TestEveryFactIsCitedAndHeld(t *testing.T) {
	_, logins := dbtest.SampleLogins(t)
	owner := dbtest.Connect(t, logins.Owner)
	for table, key := range map[string]string{
		"signings": "signing_id", "signatories": "signatory_id", "conventions": "convention_id", "parties": "party_id",
		"partners": "partner_id", "partner_names": "partner_name_id", "partner_ties": "partner_tie_id", "orientations": "orientation_id",
		"commitments": "commitment_id", "targets": "target_id", "amendments": "amendment_id", "documents": "document_id",
		"reporting_schedules": "reporting_schedule_id", "allocations": "allocation_id", "openings": "opening_id", "replies": "reply_id",
	} {
		if n := one(t, owner, "select count(*) from "+table+" t where not exists (select from citations c where c."+key+" = t.id)"); n != "0" {
			t.Errorf("%s of the %s have no citation", n, table)
		}
		if n := one(t, owner, "select count(*) from "+table+" t where not exists (select from register_rows r where r.register = 'sample-1' and r.table_name = $1 and r.row_id = t.id)", table); n != "0" {
			t.Errorf("%s of the %s are no register's", n, table)
		}
	}
}

// laterMade are the values of columns that a sample has none of: its declarations were decided before samples were drawn,
// and what still holds is asked by the program that serves it.
var laterMade = map[string]string{"basis": "SAMPLE", "line": "STILL_HELD"}

// TestEverythingOccurs sees that each value of each enum stands in the column that is there for it.
func TestEverythingOccurs(t *testing.T) {
	_, logins := dbtest.SampleLogins(t)
	owner := dbtest.Connect(t, logins.Owner)
	for column, table := range map[string]string{
		"kind": "partners", "role": "signatories", "status": "conventions", "reference_kind": "conventions", "stance": "claims",
		"subject": "claims", "address_kind": "sources", "language": "sources", "period": "reporting_schedules", "contract_kind": "jobs",
		"outcome": "decisions", "basis": "decisions", "stage": "project_stages", "state": "declarations",
		"gender": "beneficiary_profiles", "age_band": "beneficiary_profiles", "education": "beneficiary_profiles",
		"situation_before": "beneficiary_profiles", "parties_coverage": "(select parties_coverage from conventions union select commitments_coverage from conventions)",
		"regions_coverage": "conventions", "k": "(select kind as k from targets)", "tie": "(select kind as tie from partner_ties)",
		"paper": "(select kind as paper from documents)", "line": "(select kind as line from declaration_rows)",
		"stand": "(select state as stand from declaration_rows)", "job": "(select state as job from jobs)", "posts": "(select contract_kind as posts from openings)",
		"said": "(select words_language as said from replies)",
	} {
		missing := one(t, owner, `select coalesce(string_agg(v::text, ', '), '') from (
			select unnest(enum_range((select `+column+` from `+table+` s where `+column+` is not null limit 1))) as v
			from (select 1) z) e where not exists (select from `+table+` x where x.`+column+` = e.v)`)
		if missing != laterMade[column] {
			t.Errorf("%s of %s is never %q, want %q", column, table, missing, laterMade[column])
		}
	}
}

// Each query asks whether something is there that the sample is there to show.
var mustBe = map[string]string{
	"a convention that delivers 140 %": `
		select exists (select from commitments m join targets t on t.commitment_id = m.id and t.version = 1 join deliveries d on d.convention_id = m.convention_id
		where m.indicator_id = (select id from indicators where code = 'JOBS_CREATED') and d.verified_gross::float / t.figure_value between 1.3 and 1.5)`,
	"a convention that delivers nothing": `
		select exists (select from commitments m join conventions c on c.id = m.convention_id join targets t on t.commitment_id = m.id
		where t.figure_value > 0 and c.parties_coverage = 'COMPLETE' and c.status <> 'SIGNED'
		  and not exists (select from declarations d where d.convention_id = c.id))`,
	"a partner silent under a schedule": `
		select exists (select from reporting_schedules s join conventions c on c.id = s.convention_id where c.status = 'IN_FORCE'
		and (select max(period_until) from declarations d where d.convention_id = c.id) < '2025-06-30')`,
	"parts of a whole, which is more": `
		select exists (select from commitments whole join targets t on t.commitment_id = whole.id and t.version = 1
		where t.figure_value > (select sum(p.figure_value) from commitments m join targets p on p.commitment_id = m.id and p.version = 1 where m.part_of_id = whole.id))`,
	"allocations to each kind of thing": `
		select count(region_id) > 0 and count(year) > 0 and count(sector_id) > 0 and count(partner_id) > 0 from allocations`,
	"documents of each kind of thing": `select count(signing_id) > 0 and count(amendment_id) > 0 and count(convention_id) > count(amendment_id) from documents`,
	"replies to each kind of thing":   `select count(convention_id) > 0 and count(commitment_id) > 0 and count(claim_id) > 0 from replies`,
	"dates of each precision":         `select count(distinct length(due_on)) = 3 and count(*) > count(due_on) from targets`,
	"baselines":                       `select exists (select from commitments where baseline_value > 0)`,
	"a dated succession":              `select exists (select from partner_ties where kind = 'SUCCESSOR' and since is not null)`,
	"a partner that left":             `select exists (select from parties p join conventions c on c.id = p.convention_id group by p.partner_id having p.partner_id is not null and count(*) = count(*) filter (where c.status = 'TERMINATED'))`,
	"openings past, present, to come": `
		select bool_or(closes_on < '2026-06-30') and bool_or('2026-06-30' between opens_on and closes_on) and bool_or(opens_on > '2026-06-30')
		  and count(withdrawn_on) > 0 and count(*) > count(region_id) and count(*) > count(posts_value) from openings`,
	"refilled posts":                  `select count(refills_id) > 0 from jobs where state = 'ACCEPTED'`,
	"an amendment after acceptance":   `select exists (select from declaration_rows r join decisions d on d.row_id = r.id where r.state = 'REPLACED' and d.outcome = 'ACCEPTED')`,
	"a corrected row":                 `select exists (select from declaration_rows r join decisions d on d.row_id = r.id where r.state = 'REPLACED' and d.outcome = 'RETURNED')`,
	"jobs of unknown sector, group":   `select count(*) > count(sector_id) and count(*) > count(occupation_group_id) from jobs`,
	"interim with an undertaking":     `select count(undertaking) > 0 from jobs`,
	"confirmations, held and not":     `select count(distinct (held, job_id is null)) = 4 from confirmations`,
	"people in two jobs":              `select exists (select from fingerprints group by fingerprint having count(*) > 1)`,
	"national and regional offices":   `select count(office_id) > 0 and count(*) > count(office_id) from decisions`,
	"a declaration partly decided":    `select exists (select from declarations d join declaration_rows r on r.declaration_id = d.id where d.state = 'SUBMITTED' and r.state = 'ACCEPTED')`,
	"conventions outside any signing": `select exists (select from conventions where signing_id is null)`,
	"the history of changed targets":  `select count(*) > 0 from public_changes where table_name = 'commitments'`,
}

func TestTheSampleShowsEverything(t *testing.T) {
	_, logins := dbtest.SampleLogins(t)
	owner := dbtest.Connect(t, logins.Owner)
	for what, query := range mustBe {
		if there := one(t, owner, query); there != "true" {
			t.Errorf("there is no sign of %s", what)
		}
	}
}
