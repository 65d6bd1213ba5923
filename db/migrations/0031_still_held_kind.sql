-- +goose Up

-- A row of its own kind says whether what was verified still holds. It is made known before anything can use it.
alter type row_kind add value 'STILL_HELD';
