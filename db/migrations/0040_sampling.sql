-- +goose Up

-- Of a declaration of more than fifty rows a sample is looked at, row by row, and the rest follows from it. The rule is the
-- register's own, as written here and in README: Cochran's size for a share of 10 %, to 5 points at 95 %, with his correction
-- for small numbers (Sampling Techniques, 3rd edition, 1977, 4.2 to 4.4). Of n drawn rows more than a tenth not accepted
-- returns the whole.
alter type basis add value 'SAMPLE' before 'OTHER';
alter type decision_reason add value 'SAMPLE_ABOVE_RATE' before 'OTHER';

-- +goose StatementBegin
create function sample_size(rows int) returns int
language sql immutable parallel safe set search_path = pg_catalog, public, pg_temp as $$
  select case when rows <= 50 then rows else ceil(138.2976 / (1 + 137.2976 / rows))::int end
$$;

create function sample_fails(drawn int, wrong int) returns boolean
language sql immutable parallel safe set search_path = pg_catalog, public, pg_temp as $$
  select wrong * 10 > drawn
$$;
-- +goose StatementEnd

-- With each draft a value is made at random and sealed by a key outside the database; its sum stands in the draft, so that it
-- is fixed before anybody knows what will be submitted, and known to nobody before the draw.
alter table declarations
  add column draw_sha256 text collate "C" constraint declarations_draw_sha256 check (draw_sha256 ~ '^[0-9a-f]{64}$'),
  add column draw_sealed bytea,
  add constraint declarations_draw_whole check ((draw_sha256 is null) = (draw_sealed is null));
drop trigger record_change on declarations;
create trigger record_change after update or delete on declarations for each row execute function record_change('draw_sealed');
create trigger draw_stays after update on declarations for each row
  when ((old.draw_sha256, old.draw_sealed) is distinct from (new.draw_sha256, new.draw_sealed))
  execute function refuse_taking_back('declarations_draw_stays');

-- What was drawn of a declaration, once. Whoever draws gives the value that was sealed, and the database does the rest: the
-- seed is the SHA-256 of the receipt's sum, a colon and the value; drawn are the rows whose SHA-256 of seed, colon and position
-- comes first. Of the drawn rows, wrong are those that were decided otherwise than by accepting them, or taken back.
create table samples (
  id                bigint primary key default random_key(),
  declaration_id    bigint not null constraint samples_once unique references declarations,
  convention_id     bigint not null references conventions,
  content_sha256    text collate "C" not null,
  committed_sha256  text collate "C", -- null of what was begun before values were sealed
  value             text collate "C" not null constraint samples_value check (value ~ '^[0-9a-f]{64}$'),
  seed              text collate "C" not null,
  drawn_on          date not null default current_date,
  rows              int not null,
  drawn             int not null,
  left_out          int[] not null, -- positions of what didn't wait any more
  waiting           int not null,
  accepted          int not null default 0,
  wrong             int not null default 0,
  constraint samples_parts_of_drawn check (drawn = waiting + accepted + wrong and least(waiting, accepted, wrong) >= 0),
  constraint samples_of_rows check (drawn <= rows)
);
create index samples_of_convention on samples (convention_id, drawn_on, id);
call keep('samples', 'waiting', 'accepted', 'wrong');

create table sampled_rows (
  id         bigint generated always as identity primary key,
  row_id     bigint not null references declaration_rows constraint sampled_rows_once unique,
  sample_id  bigint not null references samples,
  rank       int not null,
  constraint sampled_rows_rank_once unique (sample_id, rank)
);
call keep('sampled_rows');

-- +goose StatementBegin
create function draw_sample() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  d declarations;
begin
  select * into d from declarations where id = new.declaration_id for update;
  select count(*) filter (where r.state = 'WAITING'), coalesce(array_agg(r.position order by r.position) filter (where r.state <> 'WAITING'), '{}')
    into new.rows, new.left_out
    from declaration_rows r where r.declaration_id = d.id;
  if d.state <> 'SUBMITTED' or new.rows = 0 or not takes_sample(d.id) then
    raise exception 'of declaration % no sample is drawn', d.id
      using errcode = 'check_violation', constraint = 'samples_of_many_that_wait';
  end if;
  if encode(sha256(convert_to(new.value, 'UTF8')), 'hex') <> d.draw_sha256 then
    raise exception 'the value is not the one that was sealed with declaration %', d.id
      using errcode = 'check_violation', constraint = 'samples_value_as_sealed';
  end if;
  new.convention_id := d.convention_id;
  new.content_sha256 := d.content_sha256;
  new.committed_sha256 := d.draw_sha256;
  new.seed := encode(sha256(convert_to(d.content_sha256 || ':' || new.value, 'UTF8')), 'hex');
  new.drawn := sample_size(new.rows);
  new.waiting := new.drawn;
  return new;
end
$$;

create function draw_rows() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into sampled_rows (row_id, sample_id, rank)
  select o.id, new.id, o.rank
  from (
    select r.id, row_number() over (order by sha256(convert_to(new.seed || ':' || r.position, 'UTF8'))) as rank
    from declaration_rows r
    where r.declaration_id = new.declaration_id and r.state = 'WAITING') o
  where o.rank <= new.drawn;
  return null;
end
$$;

-- Whether a declaration has so many rows that a sample is looked at. What was taken back doesn't count.
create function takes_sample(declaration bigint) returns boolean
language sql stable set search_path = pg_catalog, public, pg_temp as $$
  select count(*) > 50 from declaration_rows r where r.declaration_id = declaration and r.state not in ('DRAFT', 'WITHDRAWN')
$$;
-- +goose StatementEnd
create trigger draw_sample before insert on samples for each row execute function draw_sample();
create trigger draw_rows after insert on samples for each row execute function draw_rows();

-- +goose StatementBegin
-- The sample's counts follow its rows.
create function count_samples() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update samples s
  set waiting = c.waiting, accepted = c.accepted, wrong = s.drawn - c.waiting - c.accepted
  from (
    select p.sample_id, count(*) filter (where r.state = 'WAITING') as waiting,
      count(*) filter (where r.state <> 'WAITING' and (
        select d.outcome from decisions d where d.row_id = r.id order by d.id desc limit 1) = 'ACCEPTED') as accepted
    from sampled_rows p
    join declaration_rows r on r.id = p.row_id
    where p.sample_id in (select o.sample_id from added a join sampled_rows o on o.row_id = a.id)
    group by 1
  ) c
  where s.id = c.sample_id and (s.waiting, s.accepted) is distinct from (c.waiting::int, c.accepted::int);
  return null;
end
$$;

-- +goose StatementEnd
create trigger count_samples after update on declaration_rows
  referencing new table as added for each statement execute function count_samples();
