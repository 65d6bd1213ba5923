package db

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"database/sql"
	"encoding/json"
	"errors"
)

// Characters of an idempotency key. What nobody in particular has sent is known again by its key alone: that must not be guessed.
const (
	mostKey       = 200
	leastOpenKeys = 20
)

// once runs f, which makes a row and gives its key, once for each idempotency key of who acts: who asks for the same again
// is given the key of the first time, and who asks for something else by that key a CONFLICT. Two at the same moment wait
// for each other. Without a key f runs.
func (d *DB) once(ctx context.Context, v *Viewer, key *string, payload any, f func() (int64, error)) (int64, error) {
	if key == nil {
		return f()
	}
	least := 1
	if v == nil {
		least = leastOpenKeys
	}
	if len(*key) < least || len(*key) > mostKey {
		return 0, BadInput("idempotencyKey", "idempotency_key_length", "an idempotency key has %d to %d characters here", least, mostKey)
	}
	text, err := json.Marshal(payload)
	if err != nil {
		return 0, err
	}
	sum := d.vault.hash("idempotency", string(text)) // by a key, as there may be an identity number in it
	if _, err := d.exec(ctx, "select pg_advisory_xact_lock(hashtextextended($1, 0))", v.actor()+"\x1f"+*key); err != nil {
		return 0, err
	}
	var known struct {
		Result int64 `db:"result"`
		Same   bool  `db:"same"`
	}
	err = d.selectOne(ctx, &known, "select result, payload_sha256 = $3 as same from idempotency_keys where asked_by = $1 and key = $2", v.actor(), *key, sum)
	switch {
	case err == nil && !known.Same:
		return 0, Conflict("idempotencyKey", "idempotency_key_reused", "this key was sent before, with something else; a new request needs a new key")
	case err == nil:
		return known.Result, nil
	case !errors.Is(err, sql.ErrNoRows):
		return 0, err
	}
	result, err := f()
	if err != nil {
		return 0, err
	}
	_, err = d.exec(ctx, "insert into idempotency_keys (asked_by, key, payload_sha256, result) values ($1, $2, $3, $4)", v.actor(), *key, sum, result)
	return result, err
}

// secretFor is a new secret of 256 bits; with an idempotency key the one of that key, so that who asks for the same again is given
// the same, of which the tables hold nothing but a hash.
func (d *DB) secretFor(v *Viewer, purpose string, key *string) []byte {
	if key != nil {
		return d.vault.hash(purpose, v.actor()+"\x1f"+*key)
	}
	secret := make([]byte, sha256.Size)
	_, _ = rand.Read(secret) // it never fails
	return secret
}

// notGone refuses what a key gave the first time, where it isn't there any more.
func notGone[T any](made *T, err error) (*T, error) {
	if err == nil && made == nil {
		err = NotFound("idempotencyKey", "result_gone", "what this key made was thrown away since; a new request needs a new key")
	}
	return made, err
}
