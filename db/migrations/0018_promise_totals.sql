-- +goose Up

-- What was promised, added up by indicator and by one thing at most. Unlike those of jobs, these sums aren't kept:
-- commitments are thousands where jobs are a million, so that adding them takes milliseconds, and what isn't kept can't
-- differ from the rows. Only the groups of the grouping that is asked for are made, as counted_by is the same for all
-- rows of a branch.
--
-- The target of a commitment is its latest version. A part is not added where its whole is: a whole is always a signing's
-- own, so that this is so of the register, of a signing, and of a region or sector to which both are allocated, and
-- never of a convention or of its partners.
--
-- The key of a group is made of what the group is, so that it is the same each time, and another for each: there is room
-- for a million indicators, which only migrations add, and for a million millions of signings or conventions.
create view promise_totals as
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
  from promised p join parties l on l.convention_id = p.convention_id and l.role = 'PARTNER'
  union all
  select 'REGION', 4, a.region_id, p.indicator_id, a.figure_value
  from promised p join allocations a on a.target_id = p.target_id and a.region_id is not null
  where not exists (
    select from promised w join allocations b on b.target_id = w.target_id
    where w.id = p.part_of_id and b.region_id = a.region_id)
  union all
  select 'SECTOR', 5, a.sector_id, p.indicator_id, a.figure_value
  from promised p join allocations a on a.target_id = p.target_id and a.sector_id is not null
  where not exists (
    select from promised w join allocations b on b.target_id = w.target_id
    where w.id = p.part_of_id and b.sector_id = a.sector_id)
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
