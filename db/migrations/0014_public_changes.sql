-- +goose Up

-- The history is mostly of what was declared and decided, which isn't public. The public part of it is read by an index
-- of its tables alone; the view says the same of them.
create index changes_public_by_time on changes (changed_at, id) where table_name in (
  'allocations', 'amendments', 'citations', 'claims', 'commitments', 'conventions', 'counting_rules', 'documents', 'indicators',
  'occupation_groups', 'openings', 'orientations', 'parties', 'partner_names', 'partner_ties', 'partners', 'regions', 'replies',
  'reporting_schedules', 'sectors', 'signatories', 'signings', 'sources', 'targets');
drop index changes_by_time;
