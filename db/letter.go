package db

import (
	"context"
	"database/sql"
	"errors"
	"time"
)

// LetterKind says what a letter is about.
type LetterKind string

// Values lists the enum's values.
func (LetterKind) Values() []string {
	return []string{"INVITATION", "PASSWORD_RESET", "PASSWORD_CHANGED", "SECOND_FACTOR_CHANGED", "SIGN_IN_REFUSED", "ROLE_GIVEN",
		"ROWS_RETURNED", "STILL_HELD_ASKED",
		"PERSON_REQUEST_CAME", "PERSON_REQUEST_RECEIVED", "PERSON_IDENTITY_CHECKED", "PERSON_REQUEST_ENDED"}
}

// Letter is mail that was sent, or is to be. It says what it is about; it is written, and its code made, when it is sent.
type Letter struct {
	Key       int64      `db:"id" see:"administrator"`
	AccountID int64      `db:"account_id" see:"administrator"`
	Kind      LetterKind `db:"kind" see:"administrator"`
	RoleID    *int64     `db:"role_id" see:"administrator"`
	CreatedAt Instant    `db:"created_at" made:"default" see:"administrator"`
	Tries     int        `db:"tries" see:"administrator"`
	SentAt    *Instant   `db:"sent_at" see:"administrator"`
	DroppedAt *Instant   `db:"dropped_at" see:"administrator"`
	Failure   *string    `db:"failure" see:"administrator"`
}

// ID names the letter.
func (l *Letter) ID() ID { return ID{"Letter", l.Key} }

// LetterFilter narrows a list of letters. Those to who has no account, and asked about themselves, nobody lists.
type LetterFilter struct {
	ToAccounts bool `where:"(t.account_id is not null) = $"`
}

// Letters are all letters, the latest first.
var Letters = newTable[Letter]("letters", by("letter", true, "t.id", "bigint")).apart()

// For how long nothing more is written to somebody about the same: who asks again and again fills nobody's post box, and
// of what goes on one is told once a day.
const (
	askedAgain = 2 * time.Minute
	toldAgain  = 24 * time.Hour
)

// write puts a letter to an account out to be sent, unless it was written about the same so short a while ago.
func (d *DB) write(ctx context.Context, account int64, kind LetterKind, role *int64, quiet time.Duration) error {
	_, err := d.writeTo(ctx, kind, role, quiet, "a.id = $4", account)
	return err
}

// writeTo is write, to the account that meets a condition on a, in which $4 stands for the argument. It tells to which
// account something is sent; 0 where nothing is.
func (d *DB) writeTo(ctx context.Context, kind LetterKind, role *int64, quiet time.Duration, whom string, argument any) (account int64, err error) {
	err = d.selectOne(ctx, &account, `
		insert into letters (account_id, kind, role_id)
		select a.id, $1::letter_kind, $2
		from accounts a
		where `+whom+`
		  and not exists (
			select from letters l
			where l.account_id = a.id and l.kind = $1::letter_kind and l.dropped_at is null
			  and l.created_at > now() - make_interval(secs => $3))
		returning account_id`, kind, role, quiet.Seconds(), argument)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, nil
	}
	return account, err
}

// isOpen is what the account of somebody who can sign in meets; a is the account.
const isOpen = "a.joined_at is not null and a.closed_at is null"

// DueLetter is a letter with what is written in it.
type DueLetter struct {
	Key      int64      `db:"id"`
	Kind     LetterKind `db:"kind"`
	Account  int64      `db:"account_id"`
	Email    string     `db:"email"`
	Language Language   `db:"language"`
	Role     *Role      `db:"role"`
	Partner  *string    `db:"partner"` // the name of the partner that the role is for
	Slug     string     `db:"slug"`    // of that partner
	About    *string    `db:"about"`   // the reference of the request that it is about
	Sample   bool       `db:"sample"`

	Code string // of the link, where it has one; made now
}

// How long a letter is tried, and after how long the first time again; then twice as long each time.
const (
	letterPatience = 24 * time.Hour
	firstRetry     = time.Minute
	longestRetry   = 2 * time.Hour
)

// NextLetter takes the letter that has waited longest, makes its code, and lets it wait for its next try, so that one that
// is lost on its way is sent again; nil when none is due. Several programs take different ones.
func (d *DB) NextLetter(ctx context.Context) (*DueLetter, error) {
	return inTx(ctx, d, nil, "letter: tried", func(tx *DB) (*DueLetter, error) {
		if _, err := tx.exec(ctx, `
			update letters l
			set dropped_at = now()
			from accounts a
			where l.sent_at is null and l.dropped_at is null and a.id = l.account_id
			  and (l.created_at < now() - make_interval(secs => $1) or a.closed_at is not null
			    or l.kind = 'INVITATION' and a.joined_at is not null)`, letterPatience.Seconds()); err != nil {
			return nil, err
		}
		if _, err := tx.exec(ctx, `
			update letters
			set dropped_at = now()
			where sent_at is null and dropped_at is null and account_id is null and created_at < now() - make_interval(secs => $1)`, letterPatience.Seconds()); err != nil {
			return nil, err
		}
		due := new(DueLetter)
		err := tx.selectOne(ctx, due, `
			select l.id, l.kind, coalesce(a.id, 0) as account_id, coalesce(a.email, q.email, '') as email, coalesce(a.language, pr.language) as language,
			  r.role, pr.reference as about,
			  coalesce(case a.language when 'AR' then p.name_ar when 'EN' then p.name_en end, p.name_fr, p.name_ar, p.name_en) as partner,
			  coalesce(p.slug, '') as slug,
			  coalesce((select g.kind = 'SAMPLE' from registers g), false) as sample
			from letters l
			left join accounts a on a.id = l.account_id
			left join person_requests pr on pr.id = l.request_id
			left join person_request_details q on q.request_id = l.request_id
			left join account_roles r on r.id = coalesce(l.role_id, (
				select max(h.id) from account_roles h where h.account_id = a.id and h.ended_at is null and l.kind = 'INVITATION'))
			left join partners p on p.id = r.partner_id
			where l.sent_at is null and l.dropped_at is null and l.due_at <= now()
			order by l.due_at, l.id
			limit 1
			for update of l skip locked`)
		if errors.Is(err, sql.ErrNoRows) {
			return nil, nil
		}
		if err != nil {
			return nil, err
		}
		if _, err := tx.exec(ctx, `
			update letters
			set tries = tries + 1, due_at = now() + least(make_interval(secs => $2 * 2 ^ least(tries, 20)), make_interval(secs => $3))
			where id = $1`, due.Key, firstRetry.Seconds(), longestRetry.Seconds()); err != nil {
			return nil, err
		}
		switch due.Kind {
		case "INVITATION":
			due.Code, _, err = tx.makeCode(ctx, due.Account, "INVITATION", invitationLife)
		case "PASSWORD_RESET":
			due.Code, _, err = tx.makeCode(ctx, due.Account, "PASSWORD_RESET", resetLife)
		}
		return due, err
	})
}

// LetterSent says that a letter is on its way.
func (d *DB) LetterSent(ctx context.Context, key int64) error {
	return d.InTx(ctx, itself, "letter: sent", func(tx *DB) error {
		_, err := tx.exec(ctx, "update letters set sent_at = now(), failure = null where id = $1", key)
		return err
	})
}

// LetterFailed says why a letter could not be sent. It is tried again.
func (d *DB) LetterFailed(ctx context.Context, key int64, why string) error {
	return d.InTx(ctx, itself, "letter: failed", func(tx *DB) error {
		_, err := tx.exec(ctx, "update letters set failure = $2 where id = $1", key, cut(why, 500))
		return err
	})
}

// Forget lets go what is only kept for a while: who tried to sign in, a day; where one was signed in, a month, as a link's
// code once it is over, and the keys of requests; whom was written to about what, half a year; and marked copies of sheets,
// an hour.
func (d *DB) Forget(ctx context.Context) error {
	return d.InTx(ctx, itself, "kept long enough", func(tx *DB) error {
		for _, over := range []string{
			"delete from attempts where at < now() - interval '1 day'",
			"delete from sessions where created_at < now() - interval '31 days'",
			"delete from codes where least(used_at, expires_at) < now() - interval '30 days'",
			"delete from letters where created_at < now() - interval '180 days'",
			"delete from idempotency_keys where created_at < now() - interval '30 days'",
			"delete from marked_copies where created_at <= now() - " + markedLife,
		} {
			if _, err := tx.exec(ctx, over); err != nil {
				return err
			}
		}
		return nil
	})
}
