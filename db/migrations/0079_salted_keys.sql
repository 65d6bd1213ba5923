-- +goose Up
-- What makes a secret derives it from the key of the request and a salt, so that the same request is answered with the same: the
-- key itself is not kept, but its hash. Another request by a key that was forgotten makes another secret.
alter table idempotency_keys add column salt bytea constraint idempotency_keys_salted check (length(salt) = 32);
