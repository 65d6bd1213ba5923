-- +goose Up

-- What acted: an account, a token, a command, the program as time went by, nobody; else a migration, a test.
-- +goose StatementBegin
create function trail_actor(recorded_for text) returns text
language sql immutable as $$
  select case when split_part(recorded_for, ' ', 1) in ('account', 'token', 'command', 'program', 'nobody') then upper(split_part(recorded_for, ' ', 1)) else 'OTHER' end
$$;
-- +goose StatementEnd
create index trail_entries_by_time on trail_entries (recorded_at, position);
create index trail_entries_of_actor on trail_entries (trail_actor(recorded_for), position);

-- What an entry is made of, as it may be shown: which tables, how many rows, and the names of the fields that changed; nothing of
-- what they were.
create view trail_records as
  select min(r.id) as id, r.entry_id, r.what, r.table_name, count(*) filter (where r.rows is null) + coalesce(sum(r.rows), 0)::bigint as rows,
    coalesce(string_agg(distinct r.field, ' ' order by r.field), '') as fields
  from (
    select c.id, c.entry_id, c.kind::text as what, c.table_name, case when f.first then null else 0 end::bigint as rows, f.field
    from changes c
    cross join lateral (
      select null::text as field, true as first
      union all
      select k.key, false from jsonb_object_keys(coalesce(c.after, '{}')) k (key) where c.kind = 'UPDATE' and k.key <> 'personal'
      union all
      select p.value, false from jsonb_array_elements_text(coalesce(c.after -> 'personal', '[]')) p (value)) f
    union all
    select a.id, a.entry_id, a.action, coalesce(a.table_name, ''), coalesce(a.rows, 1), null
    from audit_trail a
  ) r
  where r.entry_id is not null
  group by r.entry_id, r.what, r.table_name;
