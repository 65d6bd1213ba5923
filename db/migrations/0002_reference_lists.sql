-- +goose Up

create type sector_grouping as enum ('INDUSTRY', 'SERVICES', 'TECHNOLOGY');
create type counting as enum ('GROSS', 'NET');
create type stage as enum (
  'WELCOMED', 'TRAINED', 'PLAN_READY', 'FINANCED', 'LAUNCHED', 'FIRST_ORDER', 'FOLLOWED_UP', 'LEFT');

create table regions (
  id               bigint generated always as identity primary key,
  code             text collate "C" not null constraint regions_code_once unique
    constraint regions_code_iso_3166_2 check (code ~ '^MA-(0[1-9]|1[0-2])$'),
  name_fr          text not null,
  name_ar          text not null,
  name_en          text not null,
  population       bigint not null constraint regions_population_positive check (population > 0),
  population_as_of date not null
);
call keep('regions');

create table sectors (
  id         bigint generated always as identity primary key,
  code       text collate "C" not null constraint sectors_code_once unique
    constraint sectors_code_nma_2010 check (code ~ '^[A-U]$'),
  name_fr    text not null,
  name_ar    text not null,
  name_en    text not null,
  grouping   sector_grouping
);
call keep('sectors');

create table indicators (
  id             bigint generated always as identity primary key,
  code           text collate "C" not null constraint indicators_code_once unique
    constraint indicators_code_plain check (code ~ '^[A-Z]+(_[A-Z]+)*$'),
  position       int not null,
  name_language  language not null default 'FR',
  name_fr        text,
  name_ar        text,
  name_en        text,
  constraint indicators_name_original check (is_text(name_language, name_fr, name_ar, name_en))
);
call keep('indicators');

-- How an indicator is counted. A new rule is a new version: figures name the version that they were counted under.
create table counting_rules (
  id                      bigint generated always as identity primary key,
  indicator_id            bigint not null references indicators,
  version                 int not null constraint counting_rules_version_positive check (version >= 1),
  applies_from            partial_date not null,
  applies_until           partial_date,
  register_own            boolean not null,
  counting                counting not null,
  counted_from_stage      stage,
  sustained_after_value   bigint,
  sustained_after_status  figure_status not null,
  neet_from_age_value     bigint,
  neet_from_age_status    figure_status not null,
  neet_to_age_value       bigint,
  neet_to_age_status      figure_status not null,
  definition_language     language not null default 'FR',
  definition_fr           text,
  definition_ar           text,
  definition_en           text,
  constraint counting_rules_version_once unique (indicator_id, version),
  constraint counting_rules_end_after_start check (applies_until >= applies_from),
  constraint counting_rules_sustained_after_figure check (is_figure(sustained_after_value, sustained_after_status)),
  constraint counting_rules_neet_from_age_figure check (is_figure(neet_from_age_value, neet_from_age_status)),
  constraint counting_rules_neet_to_age_figure check (is_figure(neet_to_age_value, neet_to_age_status)),
  constraint counting_rules_definition_original
    check (is_text(definition_language, definition_fr, definition_ar, definition_en))
);
call keep('counting_rules');

create table orientations (
  id                    bigint generated always as identity primary key,
  slug                  slug not null constraint orientations_slug_once unique,
  name_language         language not null default 'FR',
  name_fr               text,
  name_ar               text,
  name_en               text,
  description_language  language not null default 'FR',
  description_fr        text,
  description_ar        text,
  description_en        text,
  constraint orientations_name_original check (is_text(name_language, name_fr, name_ar, name_en)),
  constraint orientations_description_original check (
    num_nonnulls(description_fr, description_ar, description_en) = 0
    or is_text(description_language, description_fr, description_ar, description_en))
);
call keep('orientations');
