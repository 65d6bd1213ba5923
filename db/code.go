package db

import (
	"context"
	"crypto/rand"
	"database/sql"
	"errors"
	"time"
)

// How long a link is good.
const (
	invitationLife = 7 * 24 * time.Hour
	resetLife      = time.Hour
)

// makeCode makes the code of a link, of which only the hash is kept. Those before it go on, unless whoever asks for it ends
// them: a letter that is tried again has perhaps arrived, and a link perhaps been handed on.
func (d *DB) makeCode(ctx context.Context, account int64, purpose string, life time.Duration) (code string, expires Instant, err error) {
	code = rand.Text() // 130 bits
	err = d.selectOne(ctx, &expires, `
		insert into codes (account_id, purpose, code_sha256, expires_at)
		values ($1, $2::code_purpose, $3, now() + make_interval(secs => $4))
		returning expires_at`, account, purpose, hashOf(code), life.Seconds())
	return code, expires, err
}

// endCodes ends the codes of an account that could still be used.
func (d *DB) endCodes(ctx context.Context, account int64, purpose string) error {
	if err := d.holdAccount(ctx, account); err != nil {
		return err
	}
	_, err := d.exec(ctx, `
		update codes
		set used_at = now()
		where account_id = $1 and purpose = $2::code_purpose and used_at is null and expires_at > now()`, account, purpose)
	return err
}

// endLinks ends the links of an account for good: letters that wait aren't sent, and codes are used no more. The letters come
// first, as the code of one that is just being sent is there to be ended only then.
func (d *DB) endLinks(ctx context.Context, account int64, purpose string) error {
	if _, err := d.exec(ctx, `
		update letters
		set dropped_at = now()
		where account_id = $1 and kind::text = $2 and sent_at is null and dropped_at is null`, account, purpose); err != nil {
		return err
	}
	return d.endCodes(ctx, account, purpose)
}

// codeHolder gives the account that a code was made for. A code that is none, or was used or replaced, gives NOT_FOUND;
// one whose time is over BAD_USER_INPUT.
func (d *DB) codeHolder(ctx context.Context, purpose, code string) (*Account, error) {
	private := d.Private()
	var found struct {
		Account int64 `db:"account_id"`
		Used    bool  `db:"used"`
		Over    bool  `db:"over"`
	}
	err := private.selectOne(ctx, &found, `
		select c.account_id, c.used_at is not null as used, c.expires_at <= now() as over
		from codes c
		join accounts a on a.id = c.account_id and a.closed_at is null
		where c.code_sha256 = $1 and c.purpose = $2::code_purpose`, hashOf(code), purpose)
	switch {
	case errors.Is(err, sql.ErrNoRows) || err == nil && found.Used:
		return nil, codeUnknown()
	case err != nil:
		return nil, err
	case found.Over:
		return nil, BadInput("code", "code_expired", "the time of this link is over; ask for a new one")
	}
	return private.account(ctx, found.Account)
}

// writeAnew has a link sent in place of those before, which end, to whichever account meets a condition as in writeTo. Where
// nothing is sent, since it was just now, they go on.
func (d *DB) writeAnew(ctx context.Context, purpose LetterKind, whom string, argument any) error {
	written, err := d.writeTo(ctx, purpose, nil, askedAgain, whom, argument)
	if err != nil || written == 0 {
		return err
	}
	return d.endCodes(ctx, written, string(purpose))
}

func codeUnknown() *Error {
	return NotFound("code", "code_unknown", "this link was used, or a newer one took its place, or it isn't whole")
}

// useCode ends a code of an account; of two who use it at once, one is late.
func (d *DB) useCode(ctx context.Context, account int64, code string) error {
	if err := d.holdAccount(ctx, account); err != nil {
		return err
	}
	used, err := d.execOnce(ctx, `
		update codes
		set used_at = now()
		where code_sha256 = $1 and used_at is null and expires_at > now()`, hashOf(code))
	if err == nil && !used {
		return codeUnknown()
	}
	return err
}
