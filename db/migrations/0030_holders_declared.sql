-- +goose Up

-- A project holder is declared by the row of its welcome, as a job is by its row: what is said of the person hangs on that,
-- and is corrected by another row, which is of the same holder. Stages are of the first of them.
alter table project_holders
  add column row_id bigint constraint project_holders_row_once unique,
  add column kind row_kind not null default 'PROGRESS' constraint project_holders_of_their_kind check (kind = 'PROGRESS'),
  add column state row_state not null default 'DRAFT',
  add column reference text constraint project_holders_reference_given check (reference <> ''),
  add column first_id bigint references project_holders; -- null: it is the first
alter table project_holders disable trigger user;
update project_holders h
set row_id = s.row_id, state = s.state, reference = 'pp/' || h.id
from project_stages s where s.project_holder_id = h.id and s.stage = 'WELCOMED';
alter table project_holders enable trigger user;
alter table project_holders
  alter column row_id set not null,
  alter column reference set not null,
  add constraint project_holders_row foreign key (row_id, kind, state, convention_id)
    references declaration_rows (id, kind, state, convention_id) deferrable initially deferred;
create index project_holders_alike on project_holders (coalesce(first_id, id));
create index project_holders_of_reference on project_holders (partner_id, reference);
create unique index project_holders_verified_once on project_holders (partner_id, reference) where state = 'ACCEPTED';
create unique index project_holders_wait_once on project_holders (partner_id, reference) where state = 'WAITING';
drop trigger record_change on project_holders;
create trigger record_change after update or delete on project_holders for each row
  execute function record_change('state', 'region_id', 'sector_id', 'reference');
alter table project_stages add column amends_id bigint references project_stages; -- an accepted one, for which this one stands once it is accepted

-- Of whom a row of progress tells: of a welcome, whom it declares; of another stage, whoever was verified, or waits to be.
create view holders_of_rows as
  select s.row_id, (
    select h.id
    from project_holders h
    where coalesce(h.first_id, h.id) = s.project_holder_id
    order by (h.row_id = s.row_id) desc,
      array_position('{ACCEPTED,WAITING,RETURNED,REFUSED,DRAFT,REPLACED,WITHDRAWN}'::row_state[], h.state), h.row_id desc
    limit 1) as project_holder_id
  from project_stages s;

-- What was submitted of a project holder stays as it was; how to reach somebody may change, and what is personal goes in time.
create index project_holders_first on project_holders (first_id) where first_id is not null;
create trigger contents_stay after update on project_holders for each row
  when (old.state <> 'DRAFT' and to_jsonb(old) - 'state'::text is distinct from to_jsonb(new) - 'state'::text)
  execute function refuse_taking_back('project_holders_contents_stay');
create trigger submitted_stay after delete on project_holders for each row when (old.state <> 'DRAFT')
  execute function refuse_taking_back('project_holders_submitted_stay');

-- +goose StatementBegin
-- A stage is of a holder of the same partner, convention and reference; a welcome is of whom its own row declares.
create function check_stage() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if not exists (
    select from declaration_rows r
    join project_holders h on h.id = new.project_holder_id
    where r.id = new.row_id and h.first_id is null and (h.partner_id, h.convention_id, h.reference) = (r.partner_id, r.convention_id, r.reference))
    or (new.stage = 'WELCOMED') <> exists (
      select from project_holders o where o.row_id = new.row_id and coalesce(o.first_id, o.id) = new.project_holder_id)
  then
    raise exception 'the stage of row % is of another project holder', new.row_id
      using errcode = 'check_violation', constraint = 'project_stages_of_their_own_holders';
  end if;
  if new.amends_id is not null and not exists (
    select from project_stages b
    join declaration_rows r on r.id = new.row_id and r.amends
    where b.id = new.amends_id and b.project_holder_id = new.project_holder_id and b.state in ('ACCEPTED', 'REPLACED', 'WITHDRAWN'))
  then
    raise exception 'the stage of row % amends another holder''s, or what was not accepted', new.row_id
      using errcode = 'check_violation', constraint = 'project_stages_amend_their_own';
  end if;
  return null;
end
$$;

-- Stages are verified in their order, from the welcome on, each on the day of the one before or later; some may be left
-- out, and nothing comes after who has left. What waits is in order with what stands, an amendment in the place of what it amends.
create function check_stages_in_order() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  perform from project_holders h where h.id = new.project_holder_id for no key update; -- others who decide of it wait
  if exists (
    select from project_stages s
    join project_stages o on o.project_holder_id = s.project_holder_id and o.id <> s.id
    where s.row_id = new.row_id and s.state in ('WAITING', 'ACCEPTED')
      and (o.state = 'ACCEPTED' or s.state = 'WAITING' and o.state = 'WAITING')
      and (s.state = 'ACCEPTED' or s.amends_id is distinct from o.id and o.amends_id is distinct from s.id
        and not exists (select from project_stages w where w.amends_id = o.id and w.state = 'WAITING'))
      and (s.stage = o.stage or s.stage < o.stage and s.reached_on > o.reached_on or s.stage > o.stage and s.reached_on < o.reached_on))
  then
    raise exception 'the stage of row % is out of order', new.row_id
      using errcode = 'check_violation', constraint = 'project_stages_in_order';
  end if;
  if exists (
    select from project_stages s
    where s.row_id = new.row_id and s.state = 'ACCEPTED' and s.stage <> 'WELCOMED' and not exists (
      select from project_stages o where o.project_holder_id = s.project_holder_id and o.stage = 'WELCOMED' and o.state = 'ACCEPTED'))
  then
    raise exception 'the stage of row % is accepted, and the welcome of its holder is not', new.row_id
      using errcode = 'check_violation', constraint = 'project_stages_after_the_welcome';
  end if;
  return null;
end
$$;

-- A correction is of the same holder, who is declared once.
create function check_holder() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if not exists (
    select from declaration_rows r
    left join project_holders f on f.id = new.first_id
    where r.id = new.row_id and (r.partner_id, r.convention_id, r.reference) = (new.partner_id, new.convention_id, new.reference)
      and (new.first_id is null or f.first_id is null and (f.partner_id, f.convention_id, f.reference) = (r.partner_id, r.convention_id, r.reference)))
  then
    raise exception 'project holder % is of another row or holder', new.id
      using errcode = 'check_violation', constraint = 'project_holders_of_their_own_rows';
  end if;
  return null;
end
$$;

-- A row takes the place of one of the same partner, kind and reference, which no longer stands once this one is submitted,
-- unless it is accepted: then this one amends it.
create or replace function check_replaced() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if not exists (
    select from declaration_rows r
    where r.id = new.replaces_id and r.partner_id = new.partner_id and r.kind = new.kind and r.reference = new.reference
      and r.convention_id = new.convention_id
      and (not new.amends or exists (select from jobs j where j.row_id = new.id and j.amends_id is not null)
        or exists (select from project_stages s where s.row_id = new.id and s.amends_id is not null))
      and (new.state = 'DRAFT' or r.state = 'REPLACED' or r.state in ('ACCEPTED', 'WITHDRAWN') and (new.amends or new.state = 'WITHDRAWN')))
  then
    raise exception 'row % takes the place of %, which is of another or stands', new.id, new.replaces_id
      using errcode = 'check_violation', constraint = 'declaration_rows_replace_their_own';
  end if;
  return null;
end
$$;

-- +goose StatementEnd
create constraint trigger check_stage after insert or update of row_id, project_holder_id, stage, amends_id on project_stages
  deferrable initially deferred for each row execute function check_stage();
create constraint trigger check_stages_in_order after insert or update of state on project_stages
  deferrable initially deferred for each row when (new.state in ('WAITING', 'ACCEPTED')) execute function check_stages_in_order();
create constraint trigger check_holder after insert or update of row_id, reference, first_id, partner_id on project_holders
  deferrable initially deferred for each row execute function check_holder();

-- The ladder of those supported, by convention: each holder once, from the stage on at which the rule of the indicator that
-- is the latest counts. It is for releases, by which alone it becomes public, and for the tests of the order of its steps.
create view holder_deliveries as
  with counted as (
    select coalesce(r.counted_from_stage, 'WELCOMED') as stage
    from counting_rules r join indicators i on i.id = r.indicator_id
    where i.code = 'PROJECT_HOLDERS_SUPPORTED' order by r.version desc limit 1
  ), holders as (
    select s.project_holder_id, s.convention_id, bool_or(s.state = 'ACCEPTED') as verified
    from project_stages s, counted c
    where s.stage >= c.stage and s.stage <> 'LEFT' and s.state in ('WAITING', 'ACCEPTED', 'RETURNED', 'REFUSED')
    group by 1, 2
  )
  select h.convention_id as id, count(*) as declared, count(*) filter (where h.verified) as verified,
    count(*) filter (where h.verified and exists (
      select from confirmations f where f.project_holder_id = h.project_holder_id and f.held)) as sustained
  from holders h
  group by 1;
