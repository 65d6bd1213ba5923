package db

import (
	"context"
	"crypto/hmac"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
)

// personKeys are those in force: the present one, and before it, while the key is being changed, the former.
type personKeys []personKey

type personKey struct {
	version int
	vault   *vault
}

// personMark is a fingerprint with the version of its key: by it the same person is found again, and the number itself is kept
// nowhere. Written as a text it is what a row is compared by.
type personMark struct {
	KeyVersion  int    `json:"key_version"`
	Fingerprint string `json:"fingerprint"` // hexadecimal
}

func (m personMark) String() string { return fmt.Sprintf("%d:%s", m.KeyVersion, m.Fingerprint) }

// marks are the fingerprints of a number by each key in force.
func (k personKeys) marks(kind IdentityKind, number string) []personMark {
	made := make([]personMark, len(k))
	for i, key := range k {
		made[i] = personMark{key.version, hex.EncodeToString(key.vault.hash("identity", string(kind)+"\x00"+number))}
	}
	return made
}

// keyRing holds the keys of persons by their versions, as they were read from the directory of keys.
type keyRing struct {
	dir   string
	mu    sync.Mutex
	known map[int]*vault
}

// newKeyRing holds the first key, unless it was given up: then it is none, and not the one that an empty secret would make.
func newKeyRing(dir, first string) (*keyRing, error) {
	ring := &keyRing{dir: dir, known: map[int]*vault{}}
	if first == "" {
		return ring, nil
	}
	made, err := newVault(first)
	ring.known[1] = made
	return ring, err
}

// keyFile is where the key of a version lies.
func (r *keyRing) keyFile(version int) string {
	if version == 1 {
		return filepath.Join(r.dir, firstPersonKey)
	}
	return filepath.Join(r.dir, fmt.Sprintf("%s-%d", firstPersonKey, version))
}

// key gives the key of a version, which another program may have made since this one started.
func (r *keyRing) key(version int) (*vault, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if known := r.known[version]; known != nil {
		return known, nil
	}
	secret, err := checkedKey(r.keyFile(version))
	if err != nil {
		return nil, err
	}
	made, err := newVault(secret)
	if err == nil {
		r.known[version] = made
	}
	return made, err
}

// markOf is what a key makes of a fixed text.
func (v *vault) markOf(version int) []byte { return v.hash("key", fmt.Sprint(version)) }

// keysInForce gives the keys by which fingerprints are made, which stay in force until the transaction is over. Without the
// file of one nothing is written: a row under the other alone would be lost to who is matched by this one.
func (d *DB) keysInForce(ctx context.Context) (personKeys, error) {
	if err := d.holdPersonKeys(ctx); err != nil {
		return nil, err
	}
	var found []struct {
		Version int    `db:"version"`
		Mark    []byte `db:"mark"`
	}
	if err := d.selectRows(ctx, &found, "select version, mark from person_keys where ended_at is null order by version"); err != nil {
		return nil, err
	}
	keys := make(personKeys, len(found))
	for i, key := range found {
		held, err := d.personKeys.key(key.Version)
		if err == nil && key.Mark != nil && !hmac.Equal(key.Mark, held.markOf(key.Version)) {
			err = fmt.Errorf("the key of persons %d is another than the one that this register's rows were written by", key.Version)
		}
		if err != nil {
			return nil, because(CodeUnavailable, "", "person_key_missing", "the key of persons is being changed, and isn't here yet; try again shortly", err)
		}
		keys[i] = personKey{key.Version, held}
	}
	return keys, nil
}

// holdPersonKeys has whoever changes the keys wait until the transaction is over.
func (d *DB) holdPersonKeys(ctx context.Context) error {
	_, err := d.exec(ctx, "select pg_advisory_xact_lock_shared($1)", personKeysLock)
	return err
}

// personKeysLock is held while keys change, and shared by whoever writes by them.
const personKeysLock = 7203411955

// KeyChange says where a change of the key of persons stands.
type KeyChange struct {
	Present int    // the version of the key that stays
	Former  int    // that of the one before, while there are fingerprints by it or it is in force; 0 for none
	Going   bool   // whether new rows carry both
	Since   string // since when
	Both    int64  `db:"both"`  // how many rows carry both
	Alone   int64  `db:"alone"` // how many carry the former alone: they are matched no more once it is given up
}

// KeyChange tells where a change of the key stands.
func (d *DB) KeyChange(ctx context.Context) (*KeyChange, error) {
	change := new(KeyChange)
	return change, d.InSnapshot(ctx, func(tx *DB) error { return tx.readKeyChange(ctx, change) })
}

func (d *DB) readKeyChange(ctx context.Context, change *KeyChange) error {
	var keys []struct {
		Version int    `db:"version"`
		Begun   string `db:"begun"`
		Ended   bool   `db:"ended"`
		Used    bool   `db:"used"`
	}
	if err := d.selectRows(ctx, &keys, `
		select k.version, to_char(k.created_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') as begun, k.ended_at is not null as ended,
		  exists (select from fingerprints f where f.key_version = k.version) as used
		from person_keys k
		order by k.version desc
		limit 2`); err != nil {
		return err
	}
	change.Present, change.Since = keys[0].Version, keys[0].Begun
	if len(keys) < 2 || keys[1].Ended && !keys[1].Used {
		return nil
	}
	change.Former, change.Going = keys[1].Version, !keys[1].Ended
	return d.selectOne(ctx, change, `
		select count(*) filter (where b.both) as both, count(*) filter (where not b.both) as alone
		from fingerprints f
		cross join lateral (select exists (select from fingerprints p where p.key_version = $1 and p.job_id = f.job_id)
		  or exists (select from fingerprints p where p.key_version = $1 and p.project_holder_id = f.project_holder_id) as both) b
		where f.key_version = $2`, change.Present, change.Former)
}

// BeginKeyChange makes a new key of persons, in a file beside the present one. From then on new rows carry a fingerprint by each.
// Where a change is under way already, that goes on.
func (d *DB) BeginKeyChange(ctx context.Context, step func(string)) (*KeyChange, error) {
	change := new(KeyChange)
	return change, d.inKeyChange(ctx, "persons: change of the key begun", change, func(tx *DB) error {
		if change.Going {
			step("a change is under way; there is nothing to begin")
			return nil
		}
		if change.Former != 0 {
			return fmt.Errorf("the change before isn't over: %d fingerprints are still by the key %d; run: mithaq keys end --yes", change.Both+change.Alone, change.Former)
		}
		former, err := d.personKeys.key(change.Present)
		if err != nil {
			return err
		}
		next := change.Present + 1
		path := d.personKeys.keyFile(next)
		step("making the key " + path)
		if _, err := readKey(path); err != nil { // made by a command that was stopped, it stands
			return err
		}
		made, err := d.personKeys.key(next)
		if err != nil {
			return err
		}
		if _, err := tx.exec(ctx, "update person_keys set mark = $2 where version = $1 and mark is null", change.Present, former.markOf(change.Present)); err != nil {
			return err
		}
		_, err = tx.exec(ctx, "insert into person_keys (version, mark) values ($1, $2)", next, made.markOf(next))
		return err
	})
}

// inKeyChange does something about the keys, alone, and says in change where they stand before and after it.
func (d *DB) inKeyChange(ctx context.Context, reason string, change *KeyChange, do func(tx *DB) error) error {
	return d.InTx(ctx, "command keys", reason, func(tx *DB) error {
		if err := tx.takeTime(ctx); err != nil {
			return err
		}
		if _, err := tx.exec(ctx, "select pg_advisory_xact_lock($1)", personKeysLock); err != nil {
			return err
		}
		if err := tx.readKeyChange(ctx, change); err != nil {
			return err
		}
		if err := do(tx); err != nil {
			return err
		}
		*change = KeyChange{}
		return tx.readKeyChange(ctx, change)
	})
}

// fingerprintsAtOnce is how many fingerprints go in one transaction.
const fingerprintsAtOnce = 2000

// EndKeyChange gives the former key up: no row is written by it any more, and the fingerprints by it go, some at a time. It
// gives how many rows are matched no more. Stopped, it goes on where it is run again; at its end the key's file is taken away.
func (d *DB) EndKeyChange(ctx context.Context, step func(string)) (lost int64, err error) {
	change, former := new(KeyChange), 0
	if err := d.inKeyChange(ctx, "persons: change of the key ended", change, func(tx *DB) error {
		if former = change.Former; former == 0 {
			return tx.noKeyChange(ctx)
		}
		_, err := tx.exec(ctx, "update person_keys set ended_at = now() where version = $1 and ended_at is null", former)
		return err
	}); err != nil {
		return 0, err
	}
	all := change.Both + change.Alone
	for gone := int64(0); ; {
		n, err := d.forgetFingerprints(ctx, former, fingerprintsAtOnce, "skip locked")
		if err == nil && n == 0 { // what others hold may stay: it is waited for, one at a time, so that nobody waits for each other
			n, err = d.forgetFingerprints(ctx, former, 1, "")
		}
		if err != nil {
			return change.Alone, err
		}
		if n == 0 {
			break
		}
		gone += n
		step(fmt.Sprintf("%d of %d fingerprints by the key %d are gone", gone, all, former))
	}
	return change.Alone, d.removeKey(former)
}

// noKeyChange says that there is nothing to end. Of a change that was stopped at its very end it takes the file away that is left.
func (d *DB) noKeyChange(ctx context.Context) error {
	var ended []int
	if err := d.selectRows(ctx, &ended, "select version from person_keys where ended_at is not null"); err != nil {
		return err
	}
	for _, version := range ended {
		if err := d.removeKey(version); err != nil {
			return err
		}
	}
	return errors.New("no key is being changed; begin with: mithaq keys begin")
}

func (d *DB) removeKey(version int) error {
	if err := os.Remove(d.personKeys.keyFile(version)); !errors.Is(err, os.ErrNotExist) {
		return err
	}
	return nil
}

func (d *DB) forgetFingerprints(ctx context.Context, version, most int, held string) (n int64, err error) {
	err = d.InTx(ctx, "command keys", "persons: fingerprints by the former key given up", func(tx *DB) error {
		done, err := tx.exec(ctx, `
			delete from fingerprints
			where id in (select id from fingerprints where key_version = $1 order by id limit $2 for update `+held+`)`, version, most)
		if err != nil {
			return err
		}
		n, err = done.RowsAffected()
		return err
	})
	return n, err
}
