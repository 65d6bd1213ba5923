package db

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"database/sql"
	"encoding/base64"
	"errors"
	"strings"
	"time"
)

// Session is a browser in which an account is signed in.
type Session struct {
	Key       int64   `db:"id"`
	AccountID int64   `db:"account_id"`
	Device    *string `db:"device"`
	StartedAt Instant `db:"created_at"`
	SeenAt    Instant `db:"seen_at"`
	EndsAt    Instant `db:"ends_at"`
	IsCurrent bool    `db:"current"`
}

// ID names the session.
func (s *Session) ID() ID { return ID{"Session", s.Key} }

// sessionMost is how long a session lasts at most, and MostSessions how many an account has.
const (
	sessionMost  = 12 * time.Hour
	MostSessions = 20
)

// standing is what a session that still counts meets; s is the session.
const standing = "s.ended_at is null and s.ends_at > now() and s.seen_at > now() - interval '30 minutes'"

// newSecret makes a secret of 256 bits, and the hash that is kept of it.
func newSecret() (secret string, hash []byte) {
	raw := make([]byte, 32)
	_, _ = rand.Read(raw) // never fails
	secret = base64.RawURLEncoding.EncodeToString(raw)
	return secret, hashOf(secret)
}

func hashOf(secret string) []byte {
	sum := sha256.Sum256([]byte(secret))
	return sum[:]
}

// ViewerBySession tells who shows the token of a session; nil when it is none that still counts. It is what keeps the
// session from ending for want of requests.
func (d *DB) ViewerBySession(ctx context.Context, token string) (*Viewer, error) {
	private := d.Private()
	var found struct {
		Session int64 `db:"session"`
		Account int64 `db:"account"`
		Proven  bool  `db:"second_factor"`
		Stale   bool  `db:"stale"`
	}
	err := private.selectOne(ctx, &found, `
		select s.id as session, s.account_id as account, s.second_factor, s.seen_at < now() - interval '1 minute' as stale
		from sessions s
		join accounts a on a.id = s.account_id and a.closed_at is null
		where s.token_sha256 = $1 and `+standing, hashOf(token))
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	v := &Viewer{session: found.Session, proven: found.Proven}
	if v.Account, err = private.account(ctx, found.Account); err != nil {
		return nil, err
	}
	held, err := private.rolesOf(ctx, found.Account)
	if err != nil {
		return nil, err
	}
	v.count(held)
	if found.Stale {
		err = d.InTx(ctx, v.actor(), "session: seen", func(tx *DB) error {
			_, err := tx.exec(ctx, "update sessions set seen_at = now() where id = $1", found.Session)
			return err
		})
	}
	return v, err
}

// stillSignedIn refuses what a session asks for that has ended since. It holds the account, which who sets another password, or
// closes it, changes before the sessions end.
func (d *DB) stillSignedIn(ctx context.Context, v *Viewer) error {
	if err := d.holdAccount(ctx, v.Account.Key); err != nil {
		return err
	}
	var stands bool
	err := d.selectOne(ctx, &stands, "select exists (select from sessions s where s.id = $1 and "+standing+")", v.session)
	if err == nil && !stands {
		err = Unauthenticated("", "this session has ended meanwhile; sign in again")
	}
	return err
}

// Sessions reads where the viewer is signed in, the latest seen first.
func (d *DB) Sessions(ctx context.Context, v *Viewer) ([]Session, error) {
	sessions := []Session{}
	if v.Account == nil {
		return sessions, nil
	}
	err := d.Private().selectRows(ctx, &sessions, `
		select s.id, s.account_id, s.device, s.created_at, s.seen_at, s.ends_at, s.id = $2 as current
		from sessions s
		where s.account_id = $1 and `+standing+`
		order by s.seen_at desc, s.id desc
		limit $3`, v.Account.Key, v.session, MostSessions)
	return sessions, err
}

// EndSession ends one of the viewer's own sessions; another's is NOT_FOUND.
func (d *DB) EndSession(ctx context.Context, v *Viewer, id ID) error {
	return d.InTx(ctx, v.actor(), "session: ended", func(tx *DB) error {
		ended, err := tx.execOnce(ctx, `
			update sessions s
			set ended_at = now()
			where s.id = $1 and s.account_id = $2 and `+standing, id.keyOf("Session"), v.Account.Key)
		if err == nil && !ended {
			return NotFound("session", "session_unknown", "there is no such session of yours; it may have ended")
		}
		return err
	})
}

// EndOtherSessions ends all of the viewer's own sessions but this one, and says how many.
func (d *DB) EndOtherSessions(ctx context.Context, v *Viewer) (int, error) {
	return inTx(ctx, d, v, "session: others ended", func(tx *DB) (int, error) {
		return tx.endSessions(ctx, v.Account.Key, v.session)
	})
}

// endSessions ends the sessions of an account, but one; 0 spares none.
func (d *DB) endSessions(ctx context.Context, account, but int64) (int, error) {
	result, err := d.exec(ctx, `
		update sessions s
		set ended_at = now()
		where s.account_id = $1 and s.id <> $2 and `+standing, account, but)
	if err != nil {
		return 0, err
	}
	n, err := result.RowsAffected()
	return int(n), err
}

// makeRoom ends what is over so many sessions of an account, those least recently seen.
func (d *DB) makeRoom(ctx context.Context, account int64, most int) error {
	_, err := d.exec(ctx, `
		update sessions
		set ended_at = now()
		where id in (
			select s.id
			from sessions s
			where s.account_id = $1 and `+standing+`
			order by s.seen_at desc, s.id desc
			offset $2)`, account, most)
	return err
}

// SignOut ends the session of a token, if it is one.
func (d *DB) SignOut(ctx context.Context, token string) error {
	return d.InTx(ctx, "nobody", "session: signed out", func(tx *DB) error {
		_, err := tx.exec(ctx, "update sessions set ended_at = now() where token_sha256 = $1 and ended_at is null", hashOf(token))
		return err
	})
}

// execOnce tells whether a statement changed a row.
func (d *DB) execOnce(ctx context.Context, query string, args ...any) (bool, error) {
	result, err := d.exec(ctx, query, args...)
	if err != nil {
		return false, err
	}
	n, err := result.RowsAffected()
	return n > 0, err
}

// cut shortens a text to so many characters.
func cut(text string, most int) string {
	runes := []rune(strings.ToValidUTF8(text, ""))
	return string(runes[:min(len(runes), most)])
}
