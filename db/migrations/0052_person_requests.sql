-- +goose Up

create type person_request_kind as enum ('SEE', 'CORRECT', 'OBJECT', 'ERASE');
create type person_request_state as enum ('RECEIVED', 'IDENTITY_CHECKED', 'ANSWERED', 'REFUSED', 'WITHDRAWN');
create type person_request_reason as enum ('IDENTITY_NOT_SHOWN', 'NOTHING_HELD', 'NEEDED_TO_VERIFY', 'OTHER');
create type identity_check as enum ('IN_PERSON', 'CALL', 'PARTNER_RECORDS', 'OTHER');

-- What somebody asks about what is held of them: to see, to have it corrected, to object, to have it erased. Nobody needs an
-- account for it; who knows the code follows it. Of the code the hash is kept.
create table person_requests (
  id              bigint generated always as identity primary key,
  reference       text collate "C" not null constraint person_requests_reference_once unique,
  code_sha256     bytea not null constraint person_requests_code_once unique constraint person_requests_codes_are_hashes check (length(code_sha256) = 32),
  kind            person_request_kind not null,
  state           person_request_state not null default 'RECEIVED',
  partner_id      bigint references partners, -- who has declared them, where they say so
  region_id       bigint references regions,
  language        language not null,
  version         int not null default 1,
  answer_due_on   date not null,
  identity_check  identity_check,
  checked_by      text,
  reason          person_request_reason,
  ended_at        timestamptz,
  constraint person_requests_ended check ((ended_at is not null) = (state in ('ANSWERED', 'REFUSED', 'WITHDRAWN'))),
  constraint person_requests_refused_for_a_reason check ((state = 'REFUSED') = (reason is not null)),
  constraint person_requests_checked_by_somebody check ((identity_check is null) = (checked_by is null)),
  constraint person_requests_answered_once_checked check (state not in ('IDENTITY_CHECKED', 'ANSWERED') or identity_check is not null)
);
create index person_requests_open on person_requests (answer_due_on, id) where ended_at is null;
create index person_requests_of_partner on person_requests (partner_id, answer_due_on, id);
create index person_requests_by_clock on person_requests (answer_due_on, id);
create index person_requests_by_end on person_requests (ended_at) where ended_at is not null;
call keep('person_requests', 'code_sha256');

-- Who asks, and in which words, and what they were answered; apart, as it goes when it was kept long enough.
create table person_request_details (
  id          bigint generated always as identity primary key,
  request_id  bigint not null constraint person_request_details_once unique references person_requests,
  full_name   text not null constraint person_request_details_name_given check (full_name <> '' and length(full_name) <= 200),
  email       text,
  telephone   text,
  words       text constraint person_request_details_words_given check (words <> '' and length(words) <= 2000),
  answer      text constraint person_request_details_answer_given check (answer <> '' and length(answer) <= 2000),
  constraint person_request_details_reachable check (num_nonnulls(email, telephone) > 0)
);
call keep('person_request_details', 'full_name', 'email', 'telephone', 'words', 'answer');
create trigger record_personal_change after update on person_request_details for each row execute function
  record_personal_change('full_name', 'email', 'telephone', 'words', 'answer');

-- +goose StatementBegin
-- The rows that declare the same as one, each correcting another: of an end, or of an answer to what still holds, those of
-- what has ended or holds.
create function versions_of(declared_row bigint) returns setof bigint
language sql stable set search_path = pg_catalog, public, pg_temp as $$
  with recursive same (id) as (
    select coalesce(
      (select j.row_id from job_ends e join jobs j on j.id = e.job_id where e.row_id = declared_row),
      (select q.row_id from held_answers h join held_questions q on q.id = h.question_id where h.row_id = declared_row),
      declared_row)
    union
    select n.id
    from same s
    join declaration_rows o on o.id = s.id
    join declaration_rows n on n.replaces_id = o.id or n.id = o.replaces_id
  )
  select id from same
$$;
-- +goose StatementEnd

-- +goose StatementBegin
-- A request goes forward, and what was asked of whom stays.
create function check_person_request() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if old.ended_at is not null or old.identity_check is not null and new.state = 'RECEIVED'
    or (old.reference, old.code_sha256, old.kind, old.language, old.answer_due_on) is distinct from
       (new.reference, new.code_sha256, new.kind, new.language, new.answer_due_on)
    or old.partner_id is distinct from new.partner_id or old.region_id is distinct from new.region_id
  then
    raise exception 'the request % goes forward alone', old.reference
      using errcode = 'check_violation', constraint = 'person_requests_go_forward';
  end if;
  return null;
end
$$;
-- +goose StatementEnd
create trigger go_forward after update on person_requests for each row execute function check_person_request();
create trigger requests_stay after delete on person_requests for each row execute function refuse_change();

-- Letters go to who has asked too, without an account: by the address that is kept with the request.
alter type letter_kind add value 'PERSON_REQUEST_CAME';
alter type letter_kind add value 'PERSON_REQUEST_RECEIVED';
alter type letter_kind add value 'PERSON_IDENTITY_CHECKED';
alter type letter_kind add value 'PERSON_REQUEST_ENDED';
alter table letters
  alter column account_id drop not null,
  add column request_id bigint references person_requests,
  add constraint letters_to_somebody check (num_nonnulls(account_id, request_id) = 1);
create index letters_of_request on letters (request_id) where request_id is not null;
