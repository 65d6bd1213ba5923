-- +goose Up

-- When a row last changed is public: who keeps a copy asks for what changed since. What never enters the history
-- doesn't count as a change either.

-- +goose StatementBegin
create or replace function record_change() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  silent text[] := coalesce(tg_argv::text[], '{}') || '{updated_at,sort_name}';
  was jsonb := to_jsonb(old) - silent;
  now_is jsonb;
begin
  if tg_op = 'UPDATE' then
    if (new.created_at, new.created_by) is distinct from (old.created_at, old.created_by) then
      raise exception 'who first wrote a row does not change'
        using errcode = 'check_violation', constraint = 'first_writer_stays';
    end if;
    select jsonb_object_agg(n.key, n.value), jsonb_object_agg(n.key, was -> n.key)
      into now_is, was
      from jsonb_each(to_jsonb(new) - silent) n
     where n.value is distinct from was -> n.key;
    if now_is is null then
      return null;
    end if;
  end if;
  insert into changes (changed_by, reason, kind, table_name, row_id, before, after)
  values (acting(), current_setting('mithaq.reason', true), tg_op, tg_table_name, old.id, was, now_is);
  return null;
end
$$;
-- +goose StatementEnd

-- +goose StatementBegin
create function note_update() returns trigger
language plpgsql as $$
declare
  silent text[] := coalesce(tg_argv::text[], '{}') || '{updated_at,sort_name}';
begin
  if to_jsonb(new) - silent is distinct from to_jsonb(old) - silent then
    new.updated_at := now();
  end if;
  return new;
end
$$;
-- +goose StatementEnd

-- +goose StatementBegin
-- A table of published facts is kept, and says of each row when it last changed.
create procedure keep_dated(kept regclass, variadic unrecorded text[] default '{}')
language plpgsql as $$
begin
  if not exists (select from pg_trigger where tgrelid = kept and tgname = 'record_change') then
    execute format('call keep(%L, variadic %L)', kept, unrecorded);
  end if;
  execute format('alter table %s add column updated_at timestamptz not null default now()', kept);
  execute format('create trigger note_update before update on %s for each row execute function note_update(%s)',
    kept, (select string_agg(quote_literal(u), ', ') from unnest(unrecorded) u));
  execute format('create index %s on %s (updated_at, id)', kept::text || '_by_update', kept);
end
$$;
-- +goose StatementEnd

call keep_dated('signings');
call keep_dated('conventions', 'position');
call keep_dated('partners');
call keep_dated('commitments', 'position');
call keep_dated('sources');
call keep_dated('claims', 'position');

-- +goose StatementBegin
-- A new version of a target is a change of its commitment: old, new, and why. Targets themselves never change.
create function record_target() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if new.version > 1 then
    insert into changes (changed_by, reason, kind, table_name, row_id, before, after)
    select acting(), current_setting('mithaq.reason', true), 'UPDATE', 'commitments', new.commitment_id,
      jsonb_build_object('target_id', t.id), jsonb_build_object('target_id', new.id)
    from targets t
    where t.commitment_id = new.commitment_id and t.version = new.version - 1;
    update commitments set updated_at = now() where id = new.commitment_id;
  end if;
  return null;
end
$$;
-- +goose StatementEnd
create trigger record_target after insert on targets for each row execute function record_target();
create index changes_by_time on changes (changed_at, id);

-- Partners stand by name in lists: without accents and capitals, so that É stands with E. It is kept, as folding a name
-- takes longer than reading it.
create function sort_name(fr text, ar text, en text) returns text
language sql immutable parallel safe as $$
  select left(public.fold(coalesce(nullif(fr, ''), nullif(en, ''), ar)), 200) collate "C"
$$;
alter table partners add column sort_name text collate "C" generated always as (sort_name(name_fr, name_ar, name_en)) stored;
create index partners_by_name on partners (sort_name, id);
create index sources_by_day on sources (coalesce(published_on, ''), (- id));
create index claims_by_subject on claims (subject, position, id);
create index commitments_by_position on commitments (position, id);
create index indicators_by_position on indicators (position, id);
create index counting_rules_of_indicator on counting_rules (indicator_id, version, id);
create index signatories_of_signing on signatories (signing_id, position, id);
create index parties_of_convention on parties (convention_id, position, id);
create index partner_names_of_partner on partner_names (partner_id, position, id);
create index targets_of_commitment on targets (commitment_id, version, id);

-- The nine major groups of occupations, as ISCO-08 numbers them.
create table occupation_groups (
  id       bigint generated always as identity primary key,
  code     text collate "C" not null constraint occupation_groups_code_once unique
    constraint occupation_groups_code_isco_08 check (code ~ '^[1-9]$'),
  name_fr  text not null,
  name_ar  text not null,
  name_en  text not null
);
call keep('occupation_groups');

select set_config('mithaq.actor', 'migration', true), set_config('mithaq.reason', 'reference lists', true);
insert into occupation_groups (code, name_fr, name_ar, name_en) values
  ('1', 'directeurs, cadres de direction et gérants', 'المديرون والأطر المسيرة', 'managers'),
  ('2', 'professions intellectuelles et scientifiques', 'المهن الفكرية والعلمية', 'professionals'),
  ('3', 'professions intermédiaires', 'المهن الوسيطة', 'technicians and associate professionals'),
  ('4', 'employés de type administratif', 'مستخدمون إداريون', 'clerical support workers'),
  ('5', 'personnel des services directs aux particuliers et vendeurs', 'مستخدمو الخدمات والباعة', 'service and sales workers'),
  ('6', 'agriculteurs et ouvriers qualifiés de l’agriculture, de la sylviculture et de la pêche', 'العمال المهرة في الفلاحة والغابات والصيد', 'skilled agricultural, forestry and fishery workers'),
  ('7', 'métiers qualifiés de l’industrie et de l’artisanat', 'الحرفيون والعمال المهرة في الصناعة', 'craft and related trades workers'),
  ('8', 'conducteurs d’installations et de machines et ouvriers de l’assemblage', 'مشغلو الآلات وعمال التركيب', 'plant and machine operators, and assemblers'),
  ('9', 'professions élémentaires', 'المهن الأولية', 'elementary occupations');

create type contract_kind as enum ('CDI', 'CDD', 'INTERIM', 'INSERTION', 'APPRENTICESHIP', 'SEASONAL', 'OTHER');
create type document_kind as enum ('CONVENTION', 'AMENDMENT', 'REPORT', 'OTHER');
create type reporting_period as enum ('MONTH', 'QUARTER', 'HALF_YEAR', 'YEAR');

-- A legal change of a convention; the target versions that it made name it.
create table amendments (
  id                bigint generated always as identity primary key,
  slug              slug not null constraint amendments_slug_once unique,
  convention_id     bigint not null references conventions,
  position          int not null,
  reference         text not null constraint amendments_reference_given check (reference <> ''),
  signed_on         partial_date,
  summary_language  language not null default 'FR',
  summary_fr        text,
  summary_ar        text,
  summary_en        text,
  constraint amendments_reference_once unique (convention_id, reference),
  constraint amendments_summary_original check (is_text(summary_language, summary_fr, summary_ar, summary_en))
);
create index amendments_of_convention on amendments (convention_id, position, id);
create index amendments_by_position on amendments (position, id);
call keep_dated('amendments', 'position');

alter table targets add column amendment_id bigint references amendments,
  add constraint targets_amendment_of_amendment check (amendment_id is null or kind = 'AMENDMENT');
create index targets_of_amendment on targets (amendment_id, version, id) where amendment_id is not null;

-- A published document of a signing or of a convention, or of an amendment to one.
create table documents (
  id              bigint generated always as identity primary key,
  slug            slug not null constraint documents_slug_once unique,
  signing_id      bigint references signings,
  convention_id   bigint references conventions,
  amendment_id    bigint references amendments,
  position        int not null,
  kind            document_kind not null,
  title_language  language not null default 'FR',
  title_fr        text,
  title_ar        text,
  title_en        text,
  language        language not null,
  published_on    partial_date,
  address         text constraint documents_address_given check (address <> ''),
  sha256          text collate "C" constraint documents_sha256_is_one check (sha256 ~ '^[0-9a-f]{64}$'),
  constraint documents_of_one_thing check (num_nonnulls(signing_id, convention_id) = 1),
  constraint documents_amendment_of_convention check (amendment_id is null or convention_id is not null),
  constraint documents_title_original check (is_text(title_language, title_fr, title_ar, title_en))
);
create index documents_by_position on documents (position, id);
create index documents_of_signing on documents (signing_id, position, id) where signing_id is not null;
create index documents_of_convention on documents (convention_id, position, id) where convention_id is not null;
create index documents_of_amendment on documents (amendment_id, position, id) where amendment_id is not null;
call keep_dated('documents', 'position');

-- Only under a schedule can a report be late.
create table reporting_schedules (
  id             bigint generated always as identity primary key,
  convention_id  bigint not null references conventions,
  position       int not null,
  period         reporting_period not null,
  days_allowed   int not null constraint reporting_schedules_days_allowed check (days_allowed between 0 and 366),
  applies_from   partial_date not null,
  applies_until  partial_date,
  constraint reporting_schedules_once unique (convention_id, position),
  constraint reporting_schedules_end_after_start check (applies_until >= applies_from)
);
create index reporting_schedules_of_convention on reporting_schedules (convention_id, position, id);
call keep_dated('reporting_schedules');

-- The part of a target that falls to a region, a year, a sector, or a member of a federation.
create table allocations (
  id            bigint generated always as identity primary key,
  target_id     bigint not null references targets,
  position      int not null,
  region_id     bigint references regions,
  year          int constraint allocations_year_plausible check (year between 1900 and 2999),
  sector_id     bigint references sectors,
  partner_id    bigint references partners,
  figure_value  bigint,
  figure_status figure_status not null,
  constraint allocations_to_one_thing check (num_nonnulls(region_id, year, sector_id, partner_id) = 1),
  constraint allocations_once unique nulls not distinct (target_id, region_id, year, sector_id, partner_id),
  constraint allocations_figure check (is_figure(figure_value, figure_status))
);
create index allocations_by_position on allocations (position, id);
create index allocations_of_target on allocations (target_id, position, id);
create index allocations_of_region on allocations (region_id, position, id) where region_id is not null;
create index allocations_of_sector on allocations (sector_id, position, id) where sector_id is not null;
create index allocations_of_partner on allocations (partner_id, position, id) where partner_id is not null;
create index allocations_of_year on allocations (year, position, id) where year is not null;
call keep_dated('allocations', 'position');

-- Posts that a partner expects to fill: how many, where, when, and how to apply.
create table openings (
  id                   bigint generated always as identity primary key,
  slug                 slug not null constraint openings_slug_once unique,
  partner_id           bigint not null references partners,
  convention_id        bigint references conventions,
  position             int not null default 1,
  occupation_language  language not null default 'FR',
  occupation_fr        text,
  occupation_ar        text,
  occupation_en        text,
  occupation_group_id  bigint references occupation_groups,
  sector_id            bigint references sectors,
  region_id            bigint references regions,
  contract_kind        contract_kind,
  posts_value          bigint,
  posts_status         figure_status not null,
  opens_on             date not null,
  closes_on            date not null,
  withdrawn_on         date,
  apply_language       language not null default 'FR',
  apply_fr             text,
  apply_ar             text,
  apply_en             text,
  constraint openings_occupation_original check (is_text(occupation_language, occupation_fr, occupation_ar, occupation_en)),
  constraint openings_apply_original check (is_text(apply_language, apply_fr, apply_ar, apply_en)),
  constraint openings_posts_figure check (is_figure(posts_value, posts_status)),
  constraint openings_posts_counted check (posts_value > 0),
  constraint openings_close_after_they_open check (closes_on >= opens_on)
);
create index openings_by_close on openings (closes_on, id);
create index openings_by_start on openings (opens_on, id);
create index openings_of_partner on openings (partner_id, closes_on, id);
create index openings_of_convention on openings (convention_id, closes_on, id);
create index openings_of_sector on openings (sector_id, closes_on, id);
create index openings_of_region on openings (region_id, closes_on, id);
create index openings_of_occupation_group on openings (occupation_group_id, closes_on, id);
create index openings_of_contract_kind on openings (contract_kind, closes_on, id);
call keep_dated('openings', 'position');
call search('openings', 'Opening', 'occupation_fr', 'occupation_ar', 'occupation_en');

-- What a partner answers publicly to a figure or a refusal, in its own words.
create table replies (
  id              bigint generated always as identity primary key,
  slug            slug not null constraint replies_slug_once unique,
  partner_id      bigint not null references partners,
  convention_id   bigint references conventions,
  commitment_id   bigint references commitments,
  claim_id        bigint references claims,
  replied_on      date not null,
  words_text      text not null constraint replies_words_given check (words_text <> ''),
  words_language  language not null,
  constraint replies_to_one_thing check (num_nonnulls(convention_id, commitment_id, claim_id) = 1)
);
create index replies_by_day on replies (replied_on, id);
create index replies_of_partner on replies (partner_id, replied_on, id);
create index replies_of_convention on replies (convention_id, replied_on, id) where convention_id is not null;
create index replies_of_commitment on replies (commitment_id, replied_on, id) where commitment_id is not null;
create index replies_of_claim on replies (claim_id, replied_on, id) where claim_id is not null;
call keep_dated('replies');

-- These facts are cited like the others.
alter table citations
  add column amendment_id bigint references amendments,
  add column document_id bigint references documents,
  add column reporting_schedule_id bigint references reporting_schedules,
  add column allocation_id bigint references allocations,
  add column opening_id bigint references openings,
  add column reply_id bigint references replies,
  drop constraint citations_once,
  drop constraint citations_support_one_row,
  add constraint citations_once unique nulls not distinct (
    source_id, position, signing_id, signatory_id, convention_id, party_id, partner_id, partner_name_id, partner_tie_id,
    orientation_id, commitment_id, target_id, region_id, sector_id, amendment_id, document_id, reporting_schedule_id,
    allocation_id, opening_id, reply_id),
  add constraint citations_support_one_row check (num_nonnulls(
    signing_id, signatory_id, convention_id, party_id, partner_id, partner_name_id, partner_tie_id,
    orientation_id, commitment_id, target_id, region_id, sector_id, amendment_id, document_id, reporting_schedule_id,
    allocation_id, opening_id, reply_id) = 1);
create index citations_of_partner_name on citations (partner_name_id, id) where partner_name_id is not null;
create index citations_of_partner_tie on citations (partner_tie_id, id) where partner_tie_id is not null;
create index citations_of_region on citations (region_id, id) where region_id is not null;
create index citations_of_sector on citations (sector_id, id) where sector_id is not null;
create index citations_of_amendment on citations (amendment_id, id) where amendment_id is not null;
create index citations_of_document on citations (document_id, id) where document_id is not null;
create index citations_of_reporting_schedule on citations (reporting_schedule_id, id) where reporting_schedule_id is not null;
create index citations_of_allocation on citations (allocation_id, id) where allocation_id is not null;
create index citations_of_opening on citations (opening_id, id) where opening_id is not null;
create index citations_of_reply on citations (reply_id, id) where reply_id is not null;
create index citations_of_source on citations (source_id, id);

-- Citations stand in the order of their ids: an index that ends with it needs no sorting.
drop index citations_of_signing, citations_of_signatory, citations_of_convention, citations_of_party, citations_of_partner,
  citations_of_orientation, citations_of_commitment, citations_of_target;
create index citations_of_signing on citations (signing_id, id) where signing_id is not null;
create index citations_of_signatory on citations (signatory_id, id) where signatory_id is not null;
create index citations_of_convention on citations (convention_id, id) where convention_id is not null;
create index citations_of_party on citations (party_id, id) where party_id is not null;
create index citations_of_partner on citations (partner_id, id) where partner_id is not null;
create index citations_of_orientation on citations (orientation_id, id) where orientation_id is not null;
create index citations_of_commitment on citations (commitment_id, id) where commitment_id is not null;
create index citations_of_target on citations (target_id, id) where target_id is not null;
