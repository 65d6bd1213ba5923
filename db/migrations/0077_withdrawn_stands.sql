-- +goose Up

-- A convention that was withdrawn keeps nothing of its signing's promises from being complete.
create or replace view commitment_deliveries as
  select m.id, a.declared_gross, a.declared_net, a.verified_gross, a.verified_net, a.waiting, a.returned, a.refused,
    coalesce(a.missing, 0) as missing, a.waiting_since
  from commitments m
  left join lateral (
    select sum(d.declared_gross)::bigint as declared_gross, sum(d.declared_net)::bigint as declared_net,
      sum(d.verified_gross)::bigint as verified_gross, sum(d.verified_net)::bigint as verified_net,
      sum(d.waiting)::bigint as waiting, sum(d.returned)::bigint as returned, sum(d.refused)::bigint as refused,
      count(*) filter (where d.declared_gross is null) as missing, min(d.waiting_since) as waiting_since
    from conventions c
    join convention_deliveries d on d.id = c.id
    where (c.id = m.convention_id or c.signing_id = m.signing_id) and c.withdrawn_at is null
  ) a on m.indicator_id = (select i.id from indicators i where i.code = 'JOBS_CREATED');

-- +goose StatementBegin
-- What a row stands on is held until the transaction is over: withdrawn meanwhile, neither would see the other.
create or replace function check_stands_on_what_stands() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  gone boolean;
begin
  for i in 1 .. tg_nargs / 2 loop
    execute format('select withdrawn_at is not null from %I where id = ($1 ->> %L)::bigint for share', tg_argv[i * 2 - 1], tg_argv[i * 2 - 2])
      into gone using to_jsonb(new);
    if gone then
      raise exception 'row % of % would stand on what was withdrawn', new.id, tg_table_name
        using errcode = 'check_violation', constraint = 'rows_stand_on_what_stands', detail = tg_argv[i * 2 - 2];
    end if;
  end loop;
  return null;
end
$$;

-- Replies, roles, allocations, amendments and schedules stand on something too; and what was withdrawn comes back only where what it
-- stands on is there, which a transaction may bring back as well.
do $$ declare t text; begin
  foreach t in array array['replies convention_id conventions partner_id partners commitment_id commitments claim_id claims',
    'account_roles partner_id partners', 'allocations partner_id partners', 'amendments convention_id conventions',
    'reporting_schedules convention_id conventions'] loop
    execute (
      select format('create trigger stands_on_what_stands after insert on %I for each row execute function check_stands_on_what_stands(%s)',
        min(w) filter (where n = 1), string_agg(quote_literal(w), ', ' order by n) filter (where n > 1))
      from unnest(string_to_array(t, ' ')) with ordinality x (w, n));
  end loop;
  foreach t in array array[
    'signatories signing_id signings partner_id partners', 'conventions signing_id signings', 'parties convention_id conventions partner_id partners',
    'commitments signing_id signings convention_id conventions part_of_id commitments', 'claims signing_id signings source_id sources',
    'citations source_id sources', 'documents signing_id signings convention_id conventions', 'partner_ties partner_id partners other_id partners'] loop
    execute (
      select format('create constraint trigger rows_stand_on_what_stands after update of withdrawn_at on %I deferrable initially deferred
          for each row when (old.withdrawn_at is not null and new.withdrawn_at is null) execute function check_stands_on_what_stands(%s)',
        min(w) filter (where n = 1), string_agg(quote_literal(w), ', ' order by n) filter (where n > 1))
      from unnest(string_to_array(t, ' ')) with ordinality x (w, n));
  end loop;
end $$;
-- +goose StatementEnd

-- +goose StatementBegin
-- An accepted answer ends a job on the day that was said, unless an end was accepted meanwhile, or the job begins later since: an
-- amendment may have moved its start after the answer was given.
create or replace function apply_held_answer() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into confirmations (job_id, held, basis)
  select j.id, coalesce(coalesce(j.ended_on, h.ended_on) >= j.started_on + make_interval(months => (select months_sustained('JOBS_CREATED'))), true), a.basis
  from added a
  join held_answers h on h.row_id = a.row_id and h.state = 'ACCEPTED'
  join held_questions q on q.id = h.question_id
  join declaration_rows o on o.id = q.row_id
  join declaration_rows r on r.partner_id = o.partner_id and r.reference = o.reference and r.kind = 'JOB' and r.state = 'ACCEPTED'
  join jobs j on j.row_id = r.id
  where o.kind = 'JOB' and not exists (select from confirmations c where c.job_id = j.id);
  update jobs j
  set ended_on = h.ended_on
  from added a
  join held_answers h on h.row_id = a.row_id and h.state = 'ACCEPTED'
  join held_questions q on q.id = h.question_id
  join declaration_rows o on o.id = q.row_id
  join declaration_rows r on r.partner_id = o.partner_id and r.reference = o.reference and r.kind = 'JOB' and r.state = 'ACCEPTED'
  where o.kind = 'JOB' and j.row_id = r.id and j.ended_on is null and h.ended_on >= j.started_on;
  insert into confirmations (project_holder_id, held, basis)
  select s.project_holder_id, h.held or h.ended_on >= s.reached_on + make_interval(months => (select months_sustained('PROJECT_HOLDERS_SUPPORTED'))), a.basis
  from added a
  join held_answers h on h.row_id = a.row_id and h.state = 'ACCEPTED'
  join held_questions q on q.id = h.question_id
  join project_stages o on o.row_id = q.row_id
  join project_stages s on s.project_holder_id = o.project_holder_id and s.stage = 'LAUNCHED' and s.state = 'ACCEPTED'
  where not exists (select from confirmations c where c.project_holder_id = s.project_holder_id);
  return null;
end
$$;
-- +goose StatementEnd
