-- +goose Up

create type partner_kind as enum ('COMPANY', 'FEDERATION', 'FOUNDATION', 'ASSOCIATION', 'PUBLIC_BODY');
create type partner_tie_kind as enum ('MEMBER', 'SUBSIDIARY', 'SUCCESSOR');

create table partners (
  id          bigint generated always as identity primary key,
  slug        slug not null constraint partners_slug_once unique,
  kind        partner_kind not null,
  name_fr     text,
  name_ar     text,
  name_en     text,
  short_name  text,
  ice         text collate "C" constraint partners_ice_once unique
    constraint partners_ice_check_digits check (is_ice(ice)),
  constraint partners_name_given check (num_nonnulls(name_fr, name_ar, name_en) > 0)
);
call keep('partners');

-- The names a partner is or was known by, beside the one that it has.
create table partner_names (
  id          bigint generated always as identity primary key,
  partner_id  bigint not null references partners,
  position    int not null,
  name        text not null constraint partner_names_name_given check (name <> ''),
  language    language not null,
  since       partial_date,
  until       partial_date,
  constraint partner_names_once unique (partner_id, position),
  constraint partner_names_until_after_since check (until >= since)
);
call keep('partner_names');

-- A federation's members, a group's subsidiaries, a partner's successors.
create table partner_ties (
  id          bigint generated always as identity primary key,
  kind        partner_tie_kind not null,
  partner_id  bigint not null references partners,
  other_id    bigint not null references partners,
  position    int not null,
  since       partial_date,
  until       partial_date,
  constraint partner_ties_once unique (kind, partner_id, other_id, position),
  constraint partner_ties_between_two check (partner_id <> other_id),
  constraint partner_ties_until_after_since check (until >= since),
  constraint partner_ties_succession_dated check (kind <> 'SUCCESSOR' or since is not null)
);
create index partner_ties_of_other on partner_ties (other_id, kind);
call keep('partner_ties');
