package db

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"errors"
)

// Characters of an idempotency key. One that brings back a secret must not be guessed.
const (
	mostKey        = 200
	leastSecretKey = 20
)

// once runs f, which makes a row and gives its key, once for each idempotency key of who acts: who asks for the same again
// is given the key of the first time, and who asks for something else by that key a CONFLICT. Two at the same moment wait
// for each other. Without a key f runs.
func (d *DB) once(ctx context.Context, v *Viewer, key *string, payload any, f func() (int64, error)) (int64, error) {
	if key == nil {
		return f()
	}
	if err := checkKey(*key, 1); err != nil {
		return 0, err
	}
	made, err := d.onceBy(ctx, v, *key, nil, payload, f)
	return made.Result, err
}

// onceSecret is once for what is made with a secret of 256 bits that nothing but its hash is kept of: who asks for the same again
// is given the same secret, which follows from the key, the register's own and a salt. Of such a key the hash alone is kept.
func (d *DB) onceSecret(ctx context.Context, v *Viewer, key *string, payload any, f func(secret []byte) (int64, error)) (result int64, secret []byte, err error) {
	random := make([]byte, sha256.Size)
	_, _ = rand.Read(random) // it never fails
	if key == nil {
		result, err = f(random)
		return result, random, err
	}
	if err := checkKey(*key, leastSecretKey); err != nil {
		return 0, nil, err
	}
	secretOf := func(salt []byte) []byte { return d.vault.hash("secret", hex.EncodeToString(salt)+*key) }
	made, err := d.onceBy(ctx, v, hex.EncodeToString(hashOf(*key)), random, payload, func() (int64, error) { return f(secretOf(random)) })
	return made.Result, secretOf(made.Salt), err
}

func checkKey(key string, least int) error {
	if len(key) < least || len(key) > mostKey {
		return BadInput("idempotencyKey", "idempotency_key_length", "an idempotency key has %d to %d characters here", least, mostKey)
	}
	return nil
}

// madeBy is what came of a request, by its key.
type madeBy struct {
	Result int64  `db:"result"`
	Salt   []byte `db:"salt"`
	Same   bool   `db:"same"`
}

func (d *DB) onceBy(ctx context.Context, v *Viewer, key string, salt []byte, payload any, f func() (int64, error)) (made madeBy, err error) {
	text, err := json.Marshal(payload)
	if err != nil {
		return made, err
	}
	sum := d.vault.hash("idempotency", string(text)) // by a key, as there may be an identity number in it
	if _, err := d.exec(ctx, "select pg_advisory_xact_lock(hashtextextended($1, 0))", v.actor()+"\x1f"+key); err != nil {
		return made, err
	}
	err = d.selectOne(ctx, &made, "select result, salt, payload_sha256 = $3 as same from idempotency_keys where asked_by = $1 and key = $2", v.actor(), key, sum)
	switch {
	case err == nil && !made.Same:
		return made, Conflict("idempotencyKey", "idempotency_key_reused", "this key was sent before, with something else; a new request needs a new key")
	case !errors.Is(err, sql.ErrNoRows):
		return made, err
	}
	if made.Result, err = f(); err != nil {
		return made, err
	}
	made.Salt = salt
	_, err = d.exec(ctx, "insert into idempotency_keys (asked_by, key, payload_sha256, result, salt) values ($1, $2, $3, $4, $5)", v.actor(), key, sum, made.Result, salt)
	return made, err
}

// notGone refuses what a key gave the first time, where it isn't there any more.
func notGone[T any](made *T, err error) (*T, error) {
	if err == nil && made == nil {
		err = NotFound("idempotencyKey", "result_gone", "what this key made was thrown away since; a new request needs a new key")
	}
	return made, err
}
