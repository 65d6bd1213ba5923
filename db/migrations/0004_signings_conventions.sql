-- +goose Up

create type signatory_role as enum ('AGENCY', 'PARTNER', 'WITNESS');
create type reference_kind as enum ('OFFICIAL', 'REGISTER');
create type convention_status as enum ('SIGNED', 'IN_FORCE', 'ENDED', 'TERMINATED');

create table signings (
  id                            bigint generated always as identity primary key,
  slug                          slug not null constraint signings_slug_once unique,
  date                          partial_date not null,
  title_language                language not null default 'FR',
  title_fr                      text,
  title_ar                      text,
  title_en                      text,
  occasion_language             language not null default 'FR',
  occasion_fr                   text,
  occasion_ar                   text,
  occasion_en                   text,
  theme_text                         text,
  theme_language                language,
  place_fr                      text,
  place_ar                      text,
  place_en                      text,
  announced_conventions_value   bigint,
  announced_conventions_status  figure_status not null,
  partners_coverage             coverage not null,
  conventions_coverage          coverage not null,
  delivery_sought_on            date,
  constraint signings_title_original check (is_text(title_language, title_fr, title_ar, title_en)),
  constraint signings_occasion_original check (
    num_nonnulls(occasion_fr, occasion_ar, occasion_en) = 0
    or is_text(occasion_language, occasion_fr, occasion_ar, occasion_en)),
  constraint signings_theme_language_known check ((theme_text is null) = (theme_language is null)),
  constraint signings_announced_conventions_figure
    check (is_figure(announced_conventions_value, announced_conventions_status))
);
create index signings_by_date on signings (date, id);
call keep('signings');

-- Who signed, under the name that it had that day. The agency is a signatory, not a partner.
create table signatories (
  id          bigint generated always as identity primary key,
  signing_id  bigint not null references signings,
  slug        slug not null,
  role        signatory_role not null,
  partner_id  bigint references partners,
  position    int not null,
  name_fr     text,
  name_ar     text,
  name_en     text,
  short_name  text,
  constraint signatories_once unique (signing_id, slug),
  constraint signatories_partner_once unique (signing_id, partner_id),
  constraint signatories_name_given check (num_nonnulls(name_fr, name_ar, name_en) > 0),
  constraint signatories_partner_known check ((role = 'PARTNER') = (partner_id is not null))
);
create index signatories_of_partner on signatories (partner_id, signing_id);
call keep('signatories', 'position');

create table conventions (
  id                     bigint generated always as identity primary key,
  slug                   slug not null constraint conventions_slug_once unique,
  signing_id             bigint references signings,
  position               int not null,
  reference              text not null,
  reference_kind         reference_kind not null,
  status                 convention_status not null,
  title_language         language not null default 'FR',
  title_fr               text,
  title_ar               text,
  title_en               text,
  signed_on              partial_date,
  starts_on              partial_date,
  ends_on                partial_date,
  parties_coverage       coverage not null,
  commitments_coverage   coverage not null,
  orientations_coverage  coverage not null,
  sectors_coverage       coverage not null,
  regions_coverage       coverage not null,
  constraint conventions_reference_once unique nulls not distinct (signing_id, reference),
  constraint conventions_end_after_start check (ends_on >= starts_on),
  constraint conventions_title_original check (
    num_nonnulls(title_fr, title_ar, title_en) = 0
    or is_text(title_language, title_fr, title_ar, title_en))
);
create index conventions_by_date on conventions (coalesce(signed_on, ''), (- position), id);
create index conventions_of_signing on conventions (signing_id, coalesce(signed_on, ''), (- position), id);
call keep('conventions', 'position');

create table parties (
  id             bigint generated always as identity primary key,
  convention_id  bigint not null references conventions,
  slug           slug not null,
  role           signatory_role not null,
  partner_id     bigint references partners,
  position       int not null,
  name_fr        text,
  name_ar        text,
  name_en        text,
  constraint parties_once unique (convention_id, slug),
  constraint parties_partner_once unique (convention_id, partner_id),
  constraint parties_name_given check (num_nonnulls(name_fr, name_ar, name_en) > 0),
  constraint parties_partner_known check ((role = 'PARTNER') = (partner_id is not null))
);
create index parties_of_partner on parties (partner_id, convention_id);
call keep('parties', 'position');

create table signing_orientations (
  id              bigint generated always as identity primary key,
  signing_id      bigint not null references signings,
  orientation_id  bigint not null references orientations,
  constraint signing_orientations_once unique (signing_id, orientation_id)
);
create index signing_orientations_of_orientation on signing_orientations (orientation_id, signing_id);
call keep('signing_orientations');

create table convention_orientations (
  id              bigint generated always as identity primary key,
  convention_id   bigint not null references conventions,
  orientation_id  bigint not null references orientations,
  constraint convention_orientations_once unique (convention_id, orientation_id)
);
create index convention_orientations_of_orientation on convention_orientations (orientation_id, convention_id);
call keep('convention_orientations');

create table convention_regions (
  id             bigint generated always as identity primary key,
  convention_id  bigint not null references conventions,
  region_id      bigint not null references regions,
  constraint convention_regions_once unique (convention_id, region_id)
);
create index convention_regions_of_region on convention_regions (region_id, convention_id);
call keep('convention_regions');

create table convention_sectors (
  id             bigint generated always as identity primary key,
  convention_id  bigint not null references conventions,
  sector_id      bigint not null references sectors,
  constraint convention_sectors_once unique (convention_id, sector_id)
);
create index convention_sectors_of_sector on convention_sectors (sector_id, convention_id);
call keep('convention_sectors');

-- Whether the conventions registered with a partner are all those it signed: they are when it signed something, and
-- every signing that names it publishes the parties of each of its conventions.
create function conventions_coverage_of(partner bigint) returns coverage
language sql stable as $$
  select case
    when exists (select from public.signatories s where s.partner_id = partner)
     and not exists (
      select from public.signatories s
      join public.signings g on g.id = s.signing_id
      left join public.conventions c on c.signing_id = g.id
      where s.partner_id = partner
        and (g.conventions_coverage <> 'COMPLETE' or c.parties_coverage <> 'COMPLETE'))
    then 'COMPLETE'
    when exists (select from public.parties p where p.partner_id = partner) then 'PARTIAL'
    else 'NOT_PUBLISHED'
  end::coverage
$$;
