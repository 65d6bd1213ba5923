-- +goose Up

-- Letters to partners: that rows came back, and that it is asked what still holds.
alter type letter_kind add value 'ROWS_RETURNED';
alter type letter_kind add value 'STILL_HELD_ASKED';
