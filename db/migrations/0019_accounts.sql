-- +goose Up

create type role as enum ('PARTNER_MEMBER', 'PARTNER_ADMINISTRATOR', 'OFFICER', 'AUDITOR', 'ADMINISTRATOR');
create type code_purpose as enum ('INVITATION', 'PASSWORD_RESET');
create type letter_kind as enum ('INVITATION', 'PASSWORD_RESET', 'PASSWORD_CHANGED', 'SECOND_FACTOR_CHANGED', 'SIGN_IN_REFUSED', 'ROLE_GIVEN');
create type token_scope as enum ('READ', 'DECLARE');

-- Somebody who signs in. An account is there from its invitation on; it has a name and a password from the day on which
-- that is taken up.
create table accounts (
  id             bigint generated always as identity primary key,
  email          text collate "C" not null constraint accounts_email_once unique constraint accounts_email_is_one check (email ~ '^[^@[:space:][:upper:]]+@[^@[:space:][:upper:]]+$' and length(email) <= 254),
  language       language not null,
  name           text constraint accounts_name_given check (name <> '' and length(name) <= 200),
  password_hash  text,
  totp_secret    bytea,   -- sealed by a key that isn't in the database
  totp_begun     bytea,   -- one that isn't confirmed yet
  totp_on        boolean not null default false,
  totp_step      bigint,  -- the last step of time of which a code was taken: none counts twice
  joined_at      timestamptz,
  closed_at      timestamptz,
  constraint accounts_joined_with_name_and_password check ((joined_at is null) = (name is null) and (joined_at is null) = (password_hash is null)),
  constraint accounts_second_factor_has_secret check (not totp_on or totp_secret is not null)
);
call keep('accounts', 'email', 'name', 'password_hash', 'totp_secret', 'totp_begun', 'totp_step');

-- What an account may do: for a partner; as an officer of the whole country or of a region; as an auditor, in a scope and
-- until a day.
create table account_roles (
  id             bigint generated always as identity primary key,
  account_id     bigint not null references accounts,
  role           role not null,
  partner_id     bigint references partners,
  region_id      bigint references regions,
  convention_id  bigint references conventions,
  until_on       date,
  ended_at       timestamptz,
  constraint account_roles_of_a_partner check (case role
    when 'PARTNER_MEMBER' then partner_id is not null
    when 'PARTNER_ADMINISTRATOR' then partner_id is not null
    when 'AUDITOR' then true
    else partner_id is null end),
  constraint account_roles_of_a_region check (region_id is null or role in ('OFFICER', 'AUDITOR')),
  constraint account_roles_of_a_convention check (convention_id is null or role = 'AUDITOR'),
  constraint account_roles_one_scope check (num_nonnulls(partner_id, region_id, convention_id) <= 1),
  constraint account_roles_auditor_until check ((role = 'AUDITOR') = (until_on is not null))
);
create unique index account_roles_once on account_roles (account_id, role, partner_id, region_id, convention_id) nulls not distinct
  where ended_at is null;
create index account_roles_of_partner on account_roles (partner_id, id) where ended_at is null;
call keep('account_roles');

-- Codes that stand in a link, once: of each its hash. A new one puts an end to those before it.
create table codes (
  id           bigint generated always as identity primary key,
  account_id   bigint not null references accounts,
  purpose      code_purpose not null,
  code_sha256  bytea not null constraint codes_once unique constraint codes_are_hashes check (length(code_sha256) = 32),
  expires_at   timestamptz not null,
  used_at      timestamptz
);
create index codes_of_account on codes (account_id, purpose);
call keep('codes', 'code_sha256');

-- Where somebody is signed in. The token itself is in the browser alone. The client is a keyed hash of its address: it
-- tells a known one from others, and nobody where it is.
create table sessions (
  id            bigint generated always as identity primary key,
  account_id    bigint not null references accounts,
  token_sha256  bytea not null constraint sessions_once unique constraint sessions_are_hashes check (length(token_sha256) = 32),
  device        text constraint sessions_device_short check (length(device) <= 200),
  client        bytea,
  second_factor boolean not null default false, -- whether it was shown when this session began, or in it
  seen_at       timestamptz not null default now(),
  ends_at       timestamptz not null,
  ended_at      timestamptz
);
create index sessions_of_account on sessions (account_id, id);
call keep('sessions', 'token_sha256', 'device', 'client', 'seen_at');

-- For whoever has lost what shows the second factor: each stands for one code of it.
create table recovery_codes (
  id           bigint generated always as identity primary key,
  account_id   bigint not null references accounts,
  code_hmac    bytea not null constraint recovery_codes_are_hashes check (length(code_hmac) = 32),
  used_at      timestamptz,
  constraint recovery_codes_once unique (account_id, code_hmac)
);
call keep('recovery_codes', 'code_hmac');

-- Who tries to sign in, to have a password reset or an invitation sent anew: what is tried too often isn't heard. Both are
-- keyed hashes, and go after a day.
create table attempts (
  id       bigint generated always as identity primary key,
  at       timestamptz not null default now(),
  subject  bytea not null,
  client   bytea not null,
  known    boolean not null, -- whether the account was signed in there before
  failed   boolean not null
);
create index attempts_of_subject on attempts (subject, at) where failed;
create index attempts_of_client on attempts (client, at) where failed;
create index attempts_by_time on attempts (at);

-- What a partner's own systems show in place of a person.
create table access_tokens (
  id            bigint generated always as identity primary key,
  partner_id    bigint not null references partners,
  name          text not null constraint access_tokens_name_given check (name <> '' and length(name) <= 100),
  scopes        token_scope[] not null constraint access_tokens_can_something check (cardinality(scopes) > 0),
  token_sha256  bytea not null constraint access_tokens_once unique constraint access_tokens_are_hashes check (length(token_sha256) = 32),
  used_at       timestamptz,
  expires_at    timestamptz not null,
  revoked_at    timestamptz
);
create index access_tokens_of_partner on access_tokens (partner_id, id);
call keep('access_tokens', 'token_sha256', 'used_at');

-- The mail that waits to be sent, and what became of it. A letter says what it is about; it is written, and its code made,
-- when it is sent.
create table letters (
  id          bigint generated always as identity primary key,
  account_id  bigint not null references accounts,
  kind        letter_kind not null,
  role_id     bigint references account_roles,
  due_at      timestamptz not null default now(),
  tries       int not null default 0,
  sent_at     timestamptz,
  dropped_at  timestamptz,
  failure     text,
  constraint letters_sent_or_dropped check (sent_at is null or dropped_at is null)
);
create index letters_due on letters (due_at, id) where sent_at is null and dropped_at is null;
create index letters_of_account on letters (account_id, kind, id);
call keep('letters', 'due_at', 'tries', 'failure');
