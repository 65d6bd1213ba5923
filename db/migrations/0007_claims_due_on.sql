-- +goose Up

-- The due date that a claim comes to: “in 2 years” is a day only when it is reckoned from the signing.
alter table claims
  add column due_on partial_date,
  add constraint claims_due_on_of_due_date check (due_on is null or subject = 'DUE_DATE');
