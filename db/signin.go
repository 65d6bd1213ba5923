package db

import (
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"slices"
	"strings"
	"time"
)

// SignIn is what somebody shows who signs in: who they are, and from where.
type SignIn struct {
	Email    string
	Password string
	Code     string // of the second factor, or a recovery code; empty at first
	Device   string // what the browser calls itself
	Client   string // the address, or the network of one customer
	Before   string // the token of a session that this one takes the place of
}

// How many wrong tries are heard in a while: of one account from one place where it was signed in before; of one account
// from all other places; and from such a place for whatever account. A known place has a count of its own, so that
// nobody elsewhere can keep the owner out.
const (
	mostTries       = 10
	mostClientTries = 20
	triesWithin     = 15 * time.Minute
)

// SignIn checks who signs in, and gives the token of a new session. Whatever is wrong with address and password, the
// answer and the work are the same. It gives RATE_LIMITED when too many tries were wrong, heard or not.
func (d *DB) SignIn(ctx context.Context, in SignIn) (token string, err error) {
	email := normalEmail(in.Email)
	attempt, err := d.attempt(ctx, email, in.Client)
	if err != nil {
		return "", err
	}
	var known struct {
		Key  int64   `db:"id"`
		Hash *string `db:"password_hash"`
		TOTP bool    `db:"totp_on"`
	}
	err = d.Private().selectOne(ctx, &known, `
		select id, password_hash, totp_on
		from accounts
		where email = $1 and closed_at is null and joined_at is not null`, email)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		known.Hash = nil // sqlx makes room for a value before it knows that there is no row
	case err != nil:
		return "", err
	}
	right, err := checkPassword(ctx, known.Hash, in.Password)
	if err != nil {
		return "", err
	}
	if !right {
		return "", Unauthenticated("sign_in_wrong", "the address or the password is wrong")
	}
	v := &Viewer{Account: &Account{Key: known.Key}}
	if known.TOTP && strings.TrimSpace(in.Code) == "" {
		if err := d.forgiven(ctx, v, attempt); err != nil {
			return "", err
		}
		return "", Unauthenticated("second_factor_needed", "the code of the second factor is needed as well")
	}
	return inTx(ctx, d, v, "session: signed in", func(tx *DB) (string, error) {
		// While the password was worked on, it may have been changed, or a second factor set up.
		var still bool
		if err := tx.selectOne(ctx, &still, `
			select password_hash = $2 and totp_on = $3 and closed_at is null
			from accounts
			where id = $1
			for update`, known.Key, known.Hash, known.TOTP); err != nil {
			return "", err
		}
		if !still {
			return "", Unauthenticated("sign_in_wrong", "the address or the password is wrong")
		}
		if known.TOTP {
			if err := tx.checkSecondFactor(ctx, known.Key, in.Code); err != nil {
				return "", err
			}
		}
		if err := tx.forgive(ctx, attempt); err != nil {
			return "", err
		}
		return tx.startSession(ctx, known.Key, known.TOTP, in)
	})
}

// startSession gives the token of a new session. That of before ends: who planted it has nothing of it.
func (d *DB) startSession(ctx context.Context, account int64, proven bool, in SignIn) (string, error) {
	if _, err := d.exec(ctx, "update sessions set ended_at = now() where token_sha256 = $1 and ended_at is null", hashOf(in.Before)); err != nil {
		return "", err
	}
	if err := d.makeRoom(ctx, account, MostSessions-1); err != nil {
		return "", err
	}
	token, hash := newSecret()
	var device *string
	if named := cut(in.Device, 200); named != "" {
		device = &named
	}
	_, err := d.exec(ctx, `
		insert into sessions (account_id, token_sha256, device, client, second_factor, ends_at)
		values ($1, $2, $3, $4, $5, now() + make_interval(secs => $6))`,
		account, hash, device, d.vault.hash("client", in.Client), proven, sessionMost.Seconds())
	return token, err
}

// attempt writes down that somebody tries, before anything is checked, so that many at once are counted too. It gives
// RATE_LIMITED where the try isn't to be heard; the owner is told, once a day. What is done where it is heard is done in the
// same transaction, so that it takes as long to write nothing more.
func (d *DB) attempt(ctx context.Context, email, client string, heard ...func(tx *DB) error) (int64, error) {
	subject, place := d.vault.hash("subject", email), d.vault.hash("client", client)
	locks := []int64{int64(binary.BigEndian.Uint64(subject)), int64(binary.BigEndian.Uint64(place))}
	slices.Sort(locks) // so that no two wait for each other
	var refused *Error
	attempt, err := inTx(ctx, d, nil, "sign-in: tried", func(tx *DB) (id int64, err error) {
		for _, lock := range locks {
			if _, err := tx.exec(ctx, "select pg_advisory_xact_lock($1)", lock); err != nil {
				return 0, err
			}
		}
		wait, known, err := tx.waitToTry(ctx, email, subject, place)
		if err != nil {
			return 0, err
		}
		if wait > 0 {
			refused = RateLimited("attempts_too_many", wait, "too many tries were wrong; try again in %d s", wait)
			if _, err := tx.writeTo(ctx, "SIGN_IN_REFUSED", nil, toldAgain, "a.email = $4 and "+isOpen, email); err != nil {
				return 0, err
			}
		}
		err = tx.selectOne(ctx, &id, `
			insert into attempts (subject, client, known, failed)
			values ($1, $2, $3, $4)
			returning id`, subject, place, known, wait == 0) // whoever isn't heard has tried nothing
		for _, do := range heard {
			if err == nil && wait == 0 {
				err = do(tx)
			}
		}
		return id, err
	})
	if err == nil && refused != nil {
		return 0, refused
	}
	return attempt, err
}

// waitToTry gives the seconds until the next try is heard, 0 where it is heard now, and whether the account was signed in
// at this place in the last month.
func (d *DB) waitToTry(ctx context.Context, email string, subject, place []byte) (wait int, known bool, err error) {
	var found struct {
		Known bool `db:"known"`
		Wait  int  `db:"wait"`
	}
	err = d.selectOne(ctx, &found, `
		with place as (
			select exists (
				select from sessions s
				join accounts a on a.id = s.account_id
				where a.email = $3 and s.client = $2 and s.created_at > now() - interval '30 days') as known
		), last_heard (at) as (
			select (
				select t.at from attempts t
				where t.failed and t.subject = $1 and case when p.known then t.client = $2 else not t.known end
				order by t.at desc offset $4::int - 1 limit 1)
			from place p
			union all
			select (
				select t.at from attempts t
				where t.failed and t.client = $2 and not p.known and not t.known
				order by t.at desc offset $5::int - 1 limit 1)
			from place p
		)
		select p.known, greatest(0, (
			select ceil(extract(epoch from max(h.at) + make_interval(secs => $6) - clock_timestamp())) from last_heard h))::int as wait
		from place p`, subject, place, email, mostTries, mostClientTries, triesWithin.Seconds())
	return found.Wait, found.Known, err
}

// forgive takes an attempt off those that were wrong.
func (d *DB) forgive(ctx context.Context, attempt int64) error {
	_, err := d.exec(ctx, "update attempts set failed = false where id = $1", attempt)
	return err
}

// forgiven is forgive, in a transaction of its own, once what else has to be right is.
func (d *DB) forgiven(ctx context.Context, v *Viewer, attempt int64, right ...func(tx *DB) error) error {
	return d.InTx(ctx, v.actor(), "sign-in: not wrong", func(tx *DB) error {
		for _, check := range right {
			if err := check(tx); err != nil {
				return err
			}
		}
		return tx.forgive(ctx, attempt)
	})
}

// confirmPassword has a viewer show the password again, and what else has to be right, before something that a thief of
// the session mustn't do. Wrong ones count as those of signing in do.
func (d *DB) confirmPassword(ctx context.Context, v *Viewer, client, field, password string, further ...func(tx *DB) error) error {
	attempt, err := d.attempt(ctx, normalEmail(v.Account.Email), client)
	if err != nil {
		return err
	}
	var hash *string
	if err := d.Private().selectOne(ctx, &hash, "select password_hash from accounts where id = $1", v.Account.Key); err != nil {
		return err
	}
	right, err := checkPassword(ctx, hash, password)
	if err != nil {
		return err
	}
	if !right {
		return BadInput(field, "password_wrong", "this isn't your password")
	}
	return d.forgiven(ctx, v, attempt, further...)
}

// normalEmail is the form in which addresses are compared.
func normalEmail(email string) string { return strings.ToLower(strings.TrimSpace(email)) }
