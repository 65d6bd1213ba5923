-- +goose Up

-- What is withdrawn stays, says since when it is, and is left out of lists and totals; the reason is in the history.
-- +goose StatementBegin
do $$ declare t text; begin
  foreach t in array '{signatories,parties,partner_names,partner_ties,claims,citations,documents,allocations}'::text[] loop
    execute format('alter table %I add column withdrawn_at timestamptz', t);
  end loop;
end $$;
-- +goose StatementEnd

create or replace function conventions_coverage_of(partner bigint) returns coverage
language sql stable as $$
  select case
    when exists (select from public.signatories s where s.partner_id = partner and s.withdrawn_at is null)
     and not exists (
      select from public.signatories s
      join public.signings g on g.id = s.signing_id
      left join public.conventions c on c.signing_id = g.id
      where s.partner_id = partner and s.withdrawn_at is null
        and (g.conventions_coverage <> 'COMPLETE' or c.parties_coverage <> 'COMPLETE'))
    then 'COMPLETE'
    when exists (select from public.parties p where p.partner_id = partner and p.withdrawn_at is null) then 'PARTIAL'
    else 'NOT_PUBLISHED'
  end::coverage
$$;

create or replace view promise_totals as
with promised as not materialized (
  select m.id, m.part_of_id, m.indicator_id, m.convention_id, coalesce(m.signing_id, c.signing_id) as signing_id,
    v.id as target_id, v.figure_value
  from commitments m
  left join conventions c on c.id = m.convention_id
  cross join lateral (
    select v.id, v.figure_value from targets v where v.commitment_id = m.id order by v.version desc limit 1) v
), added (counted_by, grouping, of_id, indicator_id, figure_value) as (
  select 'ALL', 0, 0::bigint, p.indicator_id, p.figure_value
  from promised p where p.part_of_id is null
  union all
  select 'SIGNING', 1, p.signing_id, p.indicator_id, p.figure_value
  from promised p where p.part_of_id is null and p.signing_id is not null
  union all
  select 'CONVENTION', 2, p.convention_id, p.indicator_id, p.figure_value
  from promised p where p.convention_id is not null
  union all
  select 'PARTNER', 3, l.partner_id, p.indicator_id, p.figure_value
  from promised p join parties l on l.convention_id = p.convention_id and l.role = 'PARTNER' and l.withdrawn_at is null
  union all
  select 'REGION', 4, a.region_id, p.indicator_id, a.figure_value
  from promised p join allocations a on a.target_id = p.target_id and a.region_id is not null and a.withdrawn_at is null
  where not exists (
    select from promised w join allocations b on b.target_id = w.target_id
    where w.id = p.part_of_id and b.region_id = a.region_id and b.withdrawn_at is null)
  union all
  select 'SECTOR', 5, a.sector_id, p.indicator_id, a.figure_value
  from promised p join allocations a on a.target_id = p.target_id and a.sector_id is not null and a.withdrawn_at is null
  where not exists (
    select from promised w join allocations b on b.target_id = w.target_id
    where w.id = p.part_of_id and b.sector_id = a.sector_id and b.withdrawn_at is null)
)
select (g.of_id * 1000000 + g.indicator_id) * 8 + g.grouping as id, g.counted_by, g.indicator_id,
  i.position as indicator_position,
  case g.counted_by when 'SIGNING' then g.of_id end as signing_id,
  case g.counted_by when 'CONVENTION' then g.of_id end as convention_id,
  case g.counted_by when 'PARTNER' then g.of_id end as partner_id,
  case g.counted_by when 'REGION' then g.of_id end as region_id,
  case g.counted_by when 'SECTOR' then g.of_id end as sector_id,
  g.commitments, g.promised, g.missing
from (
  select a.counted_by, a.grouping, a.of_id, a.indicator_id, count(*) as commitments,
    sum(a.figure_value)::bigint as promised, count(*) filter (where a.figure_value is null) as missing
  from added a group by 1, 2, 3, 4
) g
join indicators i on i.id = g.indicator_id;

-- What was withdrawn is asked for by itself.
create index claims_withdrawn on claims (subject, position, id) where withdrawn_at is not null;
create index claims_withdrawn_by_update on claims (updated_at, id) where withdrawn_at is not null;
create index allocations_withdrawn on allocations (position, id) where withdrawn_at is not null;

-- A name that was withdrawn isn't searched for, until it is given again.
create or replace function texts_of(written jsonb, key text, list text, columns text[])
returns table (column_name text, node_id bigint, field text, language language, text text)
language sql immutable parallel safe set search_path = pg_catalog, public, pg_temp as $$
  select c, (written ->> key)::bigint, coalesce(nullif(list, ''), regexp_replace(c, '_(fr|ar|en|text)$', '')),
    coalesce(
      upper(substring(c from '_(fr|ar|en)$')),
      written ->> (substring(c from '^(.*)_text$') || '_language'),
      written ->> 'language')::language,
    written ->> c
  from unnest(columns) c
  where fold(written ->> c) <> '' and written ->> 'withdrawn_at' is null
$$;
