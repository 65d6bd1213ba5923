-- +goose Up

-- Signings, conventions, partners, commitments and sources are withdrawn like what belongs to them: they stay, say since when, and
-- are left out of lists and totals. First goes what stands on them, so that nothing hangs in the air, and nothing is withdrawn
-- by the way; what is a part of a row and no fact of its own (names, targets, schedules, what a convention is for) goes with it.
-- +goose StatementBegin
do $$ declare t text; begin
  foreach t in array '{signings,conventions,partners,commitments,sources}'::text[] loop
    execute format('alter table %I add column withdrawn_at timestamptz', t);
  end loop;
end $$;

-- What stands on a row, by the first of its tables that has some; null for nothing.
create function standing_on(of_table text, row_id bigint) returns text
language sql stable set search_path = pg_catalog, public, pg_temp as $$
  select min(x.what)
  from (
    select 'signatories' as what from signatories l where l.withdrawn_at is null
      and (of_table = 'signings' and l.signing_id = row_id or of_table = 'partners' and l.partner_id = row_id)
    union all
    select 'conventions' from conventions l where l.withdrawn_at is null and of_table = 'signings' and l.signing_id = row_id
    union all
    select 'parties' from parties l where l.withdrawn_at is null
      and (of_table = 'conventions' and l.convention_id = row_id or of_table = 'partners' and l.partner_id = row_id)
    union all
    select 'commitments' from commitments l where l.withdrawn_at is null and (of_table = 'signings' and l.signing_id = row_id
      or of_table = 'conventions' and l.convention_id = row_id or of_table = 'commitments' and l.part_of_id = row_id)
    union all
    select 'allocations' from allocations l join targets t on t.id = l.target_id where l.withdrawn_at is null
      and (of_table = 'commitments' and t.commitment_id = row_id or of_table = 'partners' and l.partner_id = row_id)
    union all
    select 'claims' from claims l where l.withdrawn_at is null
      and (of_table = 'signings' and l.signing_id = row_id or of_table = 'sources' and l.source_id = row_id)
    union all
    select 'citations' from citations l where l.withdrawn_at is null and of_table = 'sources' and l.source_id = row_id
    union all
    select 'documents' from documents l where l.withdrawn_at is null
      and (of_table = 'signings' and l.signing_id = row_id or of_table = 'conventions' and l.convention_id = row_id)
    union all
    select 'partner_ties' from partner_ties l where l.withdrawn_at is null and of_table = 'partners' and row_id in (l.partner_id, l.other_id)
    union all
    select 'openings' from openings l where l.withdrawn_on is null
      and (of_table = 'conventions' and l.convention_id = row_id or of_table = 'partners' and l.partner_id = row_id)
    union all
    select 'replies' from replies l where l.withdrawn_at is null and (of_table = 'conventions' and l.convention_id = row_id
      or of_table = 'partners' and l.partner_id = row_id or of_table = 'commitments' and l.commitment_id = row_id)
    union all
    select 'declarations' from declarations l where l.state <> 'WITHDRAWN'
      and (of_table = 'conventions' and l.convention_id = row_id or of_table = 'partners' and l.partner_id = row_id)
    union all
    select 'jobs' from jobs l where of_table = 'partners' and l.employer_id = row_id and l.state <> 'WITHDRAWN'
    union all
    select 'account_roles' from account_roles l where of_table = 'partners' and l.partner_id = row_id and l.ended_at is null
  ) x
$$;

create function check_nothing_stands() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  what text := standing_on(tg_table_name, new.id);
begin
  if what is not null then
    raise exception 'on row % of % stand %', new.id, tg_table_name, what
      using errcode = 'check_violation', constraint = tg_argv[0], detail = what;
  end if;
  return null;
end
$$;

-- Nothing new is put on what was withdrawn. The arguments are the columns, each with the table that it names.
create function check_stands_on_what_stands() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  gone boolean;
begin
  for i in 1 .. tg_nargs / 2 loop
    execute format('select exists (select from %I where id = ($1 ->> %L)::bigint and withdrawn_at is not null)', tg_argv[i * 2 - 1], tg_argv[i * 2 - 2])
      into gone using to_jsonb(new);
    if gone then
      raise exception 'row % of % would stand on what was withdrawn', new.id, tg_table_name
        using errcode = 'check_violation', constraint = 'rows_stand_on_what_stands', detail = tg_argv[i * 2 - 2];
    end if;
  end loop;
  return null;
end
$$;

do $$ declare t text; begin
  foreach t in array '{signings,conventions,partners,commitments,sources}'::text[] loop
    execute format('create trigger nothing_stands after update of withdrawn_at on %I for each row
      when (old.withdrawn_at is null and new.withdrawn_at is not null) execute function check_nothing_stands(%L)', t, t || '_withdrawn_last');
  end loop;
  foreach t in array array[
    'signatories signing_id signings partner_id partners', 'conventions signing_id signings', 'parties convention_id conventions partner_id partners',
    'commitments signing_id signings convention_id conventions part_of_id commitments', 'claims signing_id signings source_id sources',
    'citations source_id sources', 'documents signing_id signings convention_id conventions', 'partner_ties partner_id partners other_id partners',
    'openings convention_id conventions partner_id partners', 'declarations convention_id conventions partner_id partners'] loop
    execute (
      select format('create trigger stands_on_what_stands after insert on %I for each row execute function check_stands_on_what_stands(%s)',
        min(w) filter (where n = 1), string_agg(quote_literal(w), ', ' order by n) filter (where n > 1))
      from unnest(string_to_array(t, ' ')) with ordinality x (w, n));
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
      left join public.conventions c on c.signing_id = g.id and c.withdrawn_at is null
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
  where m.withdrawn_at is null
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
