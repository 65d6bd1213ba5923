-- +goose Up

-- The kinds of contract under which a job doesn't count, as a rule says it; null where it excludes none. Rule 1 excludes none.
alter table counting_rules
  add column excluded_contracts text collate "C" constraint counting_rules_excluded_contracts check (
    excluded_contracts ~ '^(CDI|CDD|INTERIM|INSERTION|APPRENTICESHIP|SEASONAL|OTHER)(, (CDI|CDD|INTERIM|INSERTION|APPRENTICESHIP|SEASONAL|OTHER))*$');

-- What an officer is pointed to beside a row. Nothing is decided by it. No partner may know of the first: somebody is declared
-- elsewhere who waits to be verified there, or is.
create or replace view row_checks as
  select j.row_id, 'PERSON_DECLARED_ELSEWHERE' as found
  from jobs j
  join declaration_rows r on r.id = j.row_id
  where exists (
    select from fingerprints f
    join fingerprints o on o.fingerprint = f.fingerprint
    left join jobs oj on oj.id = o.job_id
    left join project_holders oh on oh.id = o.project_holder_id
    join declaration_rows other on other.id = coalesce(oj.row_id, oh.row_id)
    where f.job_id = j.id and other.state in ('WAITING', 'ACCEPTED')
      and (other.kind, other.partner_id, other.reference) <> (r.kind, r.partner_id, r.reference))
  union all
  select h.row_id, 'PERSON_DECLARED_ELSEWHERE' as found
  from project_holders h
  join declaration_rows r on r.id = h.row_id
  where exists (
    select from fingerprints f
    join fingerprints o on o.fingerprint = f.fingerprint
    left join jobs oj on oj.id = o.job_id
    left join project_holders oh on oh.id = o.project_holder_id
    join declaration_rows other on other.id = coalesce(oj.row_id, oh.row_id)
    where f.project_holder_id = h.id and other.state in ('WAITING', 'ACCEPTED')
      and (other.kind, other.partner_id, other.reference) <> (r.kind, r.partner_id, r.reference))
  union all
  select m.row_id, 'START_BEFORE_CONVENTION'
  from (select j.row_id, j.convention_id, j.started_on as since from jobs j
    union all select s.row_id, s.convention_id, s.reached_on from project_stages s) m
  join conventions c on c.id = m.convention_id
  where rpad(coalesce(c.starts_on, c.signed_on)::text, 10, '-01-01') > m.since::text
  union all
  select m.row_id, 'START_AFTER_CONVENTION'
  from (select j.row_id, j.convention_id, j.started_on as since from jobs j
    union all select s.row_id, s.convention_id, s.reached_on from project_stages s) m
  join conventions c on c.id = m.convention_id
  where c.ends_on::text || '~' < m.since::text
  union all
  select m.row_id, 'START_OUTSIDE_PERIOD'
  from (select j.row_id, j.started_on as since from jobs j
    union all select s.row_id, s.reached_on from project_stages s) m
  join declaration_rows r on r.id = m.row_id
  join declarations d on d.id = r.declaration_id
  where m.since not between d.period_from and d.period_until
  union all
  select j.row_id, 'CONTRACT_EXCLUDED'
  from jobs j
  where exists (
    select from counting_rules g
    join indicators i on i.id = g.indicator_id
    where i.code = 'JOBS_CREATED' and g.applies_from <= j.started_on::text and coalesce(g.applies_until, '9999') || '~' >= j.started_on::text
      and j.contract_kind::text = any (string_to_array(g.excluded_contracts, ', '))
      and not exists (
        select from counting_rules n
        where n.indicator_id = g.indicator_id and n.version > g.version and n.applies_from <= j.started_on::text
          and coalesce(n.applies_until, '9999') || '~' >= j.started_on::text))
  union all
  select r.id, 'CHANGED'
  from declaration_rows r
  where r.replaces_id is not null;

-- +goose StatementBegin
create function months_touched(since date, until date) returns int
language sql immutable parallel safe set search_path = pg_catalog, public, pg_temp as $$
  select (12 * (extract(year from until) - extract(year from since)) + extract(month from until) - extract(month from since))::int + 1
$$;
-- +goose StatementEnd

-- How many jobs a declaration has beside those that its partner declared before. What is unusual is how many there are, and no
-- single row; so it is told of the declaration. Past are the partner's latest twelve that were decided, of those submitted before
-- it, that had jobs which were accepted, or corrected since; usual is the median of their jobs a month, which one that was unusual
-- itself hardly moves. Corrections and amendments are counted where the row was that they stand for. A month is one that a
-- period touches.
create view declaration_pasts as
  select d.id, n.jobs, n.months, p.declarations, p.usual
  from declarations d
  cross join lateral (
    select count(r.id)::int as jobs, months_touched(d.period_from, d.period_until) as months
    from declaration_rows r
    where r.declaration_id = d.id and r.kind = 'JOB' and r.replaces_id is null and r.state <> 'WITHDRAWN') n
  cross join lateral (
    select count(*)::int as declarations, percentile_cont(0.5) within group (order by x.jobs::float8 / x.months) as usual
    from (
      select months_touched(o.period_from, o.period_until) as months, (
          select count(*) from declaration_rows r
          where r.declaration_id = o.id and r.kind = 'JOB' and r.replaces_id is null and r.state in ('ACCEPTED', 'REPLACED')) as jobs
      from declarations o
      where o.partner_id = d.partner_id and o.state = 'DECIDED' and o.submitted_at < d.submitted_at
        and exists (
          select from declaration_rows r
          where r.declaration_id = o.id and r.kind = 'JOB' and r.replaces_id is null and r.state in ('ACCEPTED', 'REPLACED'))
      order by o.submitted_at desc, o.id desc
      limit 12) x) p;
