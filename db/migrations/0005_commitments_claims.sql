-- +goose Up

create type target_kind as enum ('SIGNATURE', 'AMENDMENT', 'CORRECTION');
create type claim_subject as enum (
  'DATE', 'CONVENTIONS', 'PARTNERS', 'JOBS', 'PROJECT_HOLDERS', 'DUE_DATE', 'REGIONS', 'SECTORS', 'REMARKS', 'DELIVERY');
create type claim_stance as enum ('AGREES', 'DIFFERS', 'NOT_READ', 'NO_READING');

-- One promised result. It belongs to a convention, or to a signing where only the total was announced; a convention's
-- can be part of its signing's, and parts are never added to the whole.
create table commitments (
  id                bigint generated always as identity primary key,
  slug              slug not null constraint commitments_slug_once unique,
  signing_id        bigint references signings,
  convention_id     bigint references conventions,
  indicator_id      bigint not null references indicators,
  part_of_id        bigint,
  position          int not null,
  wording_language  language not null default 'FR',
  wording_fr        text,
  wording_ar        text,
  wording_en        text,
  baseline_value    bigint,
  baseline_status   figure_status not null,
  constraint commitments_of_one_thing check (num_nonnulls(signing_id, convention_id) = 1),
  constraint commitments_same_indicator unique (id, indicator_id),
  constraint commitments_part_counts_the_same
    foreign key (part_of_id, indicator_id) references commitments (id, indicator_id),
  constraint commitments_part_of_another check (part_of_id <> id),
  constraint commitments_part_of_convention check (part_of_id is null or convention_id is not null),
  constraint commitments_baseline_figure check (is_figure(baseline_value, baseline_status)),
  constraint commitments_wording_original check (is_text(wording_language, wording_fr, wording_ar, wording_en))
);
create index commitments_of_signing on commitments (signing_id, position, id);
create index commitments_of_convention on commitments (convention_id, position, id);
create index commitments_of_indicator on commitments (indicator_id, position, id);
create index commitments_of_whole on commitments (part_of_id, position, id);
call keep('commitments', 'position');

-- Append-only: what was promised at signature stays beside what is promised now.
create table targets (
  id               bigint generated always as identity primary key,
  commitment_id    bigint not null references commitments,
  version          int not null constraint targets_version_positive check (version >= 1),
  previous         int generated always as (nullif(version, 1) - 1) stored,
  kind             target_kind not null,
  figure_value     bigint,
  figure_status    figure_status not null,
  due_on           partial_date,
  decided_on       partial_date,
  reason_language  language not null default 'FR',
  reason_fr        text,
  reason_ar        text,
  reason_en        text,
  constraint targets_version_once unique (commitment_id, version),
  constraint targets_follow_one_another
    foreign key (commitment_id, previous) references targets (commitment_id, version),
  constraint targets_first_at_signature check ((version = 1) = (kind = 'SIGNATURE')),
  constraint targets_change_has_reason check (
    kind = 'SIGNATURE' or is_text(reason_language, reason_fr, reason_ar, reason_en)),
  constraint targets_figure check (is_figure(figure_value, figure_status))
);
call keep('targets');
create trigger targets_append_only before update or delete on targets
  for each row execute function refuse_change();
create trigger targets_never_emptied before truncate on targets
  for each statement execute function refuse_change();

-- +goose StatementBegin
-- What no column constraint can say of a commitment: it has a target from the start, and it can be a part only of what
-- its own convention's signing promised, whichever of the three rows changes.
create function check_commitment() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if exists (
    select from commitments part
    join commitments whole on whole.id = part.part_of_id
    join conventions c on c.id = part.convention_id
    where (part.id = new.id or whole.id = new.id) and c.signing_id is distinct from whole.signing_id)
  then
    raise exception 'commitment % is part of another signing''s', new.slug
      using errcode = 'check_violation', constraint = 'commitments_part_of_own_signing';
  end if;
  if not exists (select from targets t where t.commitment_id = new.id) then
    raise exception 'commitment % has no target', new.slug
      using errcode = 'check_violation', constraint = 'commitments_have_a_target';
  end if;
  return null;
end
$$;
-- +goose StatementEnd
create constraint trigger check_commitment after insert or update on commitments
  deferrable initially deferred for each row execute function check_commitment();

-- +goose StatementBegin
create function check_convention() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if exists (
    select from commitments part
    join commitments whole on whole.id = part.part_of_id
    where part.convention_id = new.id and whole.signing_id is distinct from new.signing_id)
  then
    raise exception 'convention % has a commitment that is part of another signing''s', new.slug
      using errcode = 'check_violation', constraint = 'commitments_part_of_own_signing';
  end if;
  return null;
end
$$;
-- +goose StatementEnd
create constraint trigger check_convention after update of signing_id on conventions
  deferrable initially deferred for each row execute function check_convention();

-- A fact as one source states it. Claims that disagree are both kept.
create table claims (
  id                     bigint generated always as identity primary key,
  slug                   slug not null constraint claims_slug_once unique,
  signing_id             bigint not null references signings,
  source_id              bigint not null references sources,
  subject                claim_subject not null,
  stance                 claim_stance not null,
  position               int not null,
  statement_language     language not null default 'FR',
  statement_fr           text,
  statement_ar           text,
  statement_en           text,
  figure_value           bigint,
  figure_status          figure_status not null,
  quote_text                  text,
  quote_language         language,
  speaker_fr             text,
  speaker_ar             text,
  speaker_en             text,
  speaker_role_language  language not null default 'FR',
  speaker_role_fr        text,
  speaker_role_ar        text,
  speaker_role_en        text,
  constraint claims_statement_original check (is_text(statement_language, statement_fr, statement_ar, statement_en)),
  constraint claims_figure check (is_figure(figure_value, figure_status)),
  constraint claims_quote_language_known check ((quote_text is null) = (quote_language is null)),
  constraint claims_speaker_has_role check (
    (num_nonnulls(speaker_fr, speaker_ar, speaker_en) = 0)
    = (num_nonnulls(speaker_role_fr, speaker_role_ar, speaker_role_en) = 0))
);
create index claims_of_signing on claims (signing_id, subject, position, id);
create index claims_of_source on claims (source_id, subject, position, id);
call keep('claims', 'position');

-- The place in a source that supports a fact. It supports exactly one row, and can name the fact of it that it is for.
create table citations (
  id                   bigint generated always as identity primary key,
  source_id            bigint not null references sources,
  position             int not null,
  fact                 text,
  place_language       language not null default 'FR',
  place_fr             text,
  place_ar             text,
  place_en             text,
  statement_language   language not null default 'FR',
  statement_fr         text,
  statement_ar         text,
  statement_en         text,
  quote_text                text,
  quote_language       language,
  signing_id           bigint references signings,
  signatory_id         bigint references signatories,
  convention_id        bigint references conventions,
  party_id             bigint references parties,
  partner_id           bigint references partners,
  partner_name_id      bigint references partner_names,
  partner_tie_id       bigint references partner_ties,
  orientation_id       bigint references orientations,
  commitment_id        bigint references commitments,
  target_id            bigint references targets,
  region_id            bigint references regions,
  sector_id            bigint references sectors,
  constraint citations_once unique nulls not distinct (
    source_id, position, signing_id, signatory_id, convention_id, party_id, partner_id, partner_name_id, partner_tie_id,
    orientation_id, commitment_id, target_id, region_id, sector_id),
  constraint citations_support_one_row check (num_nonnulls(
    signing_id, signatory_id, convention_id, party_id, partner_id, partner_name_id, partner_tie_id,
    orientation_id, commitment_id, target_id, region_id, sector_id) = 1),
  constraint citations_statement_original check (
    is_text(statement_language, statement_fr, statement_ar, statement_en)),
  constraint citations_quote_language_known check ((quote_text is null) = (quote_language is null))
);
create index citations_of_signing on citations (signing_id) where signing_id is not null;
create index citations_of_signatory on citations (signatory_id) where signatory_id is not null;
create index citations_of_convention on citations (convention_id) where convention_id is not null;
create index citations_of_party on citations (party_id) where party_id is not null;
create index citations_of_partner on citations (partner_id) where partner_id is not null;
create index citations_of_orientation on citations (orientation_id) where orientation_id is not null;
create index citations_of_commitment on citations (commitment_id) where commitment_id is not null;
create index citations_of_target on citations (target_id) where target_id is not null;
call keep('citations');
