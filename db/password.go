package db

import (
	"context"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/alexedwards/argon2id"
)

// How long a password may be, in characters.
const (
	leastPassword = 12
	mostPassword  = 200
)

// The work of a password: argon2id as OWASP advises it. So many are worked on at once, as each takes 19 MiB.
var (
	passwordWork  = &argon2id.Params{Memory: 19 << 10, Iterations: 2, Parallelism: 1, SaltLength: 16, KeyLength: 32}
	passwordsBusy = make(chan struct{}, 2)
)

// nobodysHash is what a password is held against where there is no account, so that this takes as long.
const nobodysHash = "$argon2id$v=19$m=19456,t=2,p=1$/MP6QA/MhZINV1zDzNK9GA$oKBtT1gOAGd9EdpKOA/rvyrXgTjKnTNrq7l26oPptuc"

// working waits for its turn to work on a password.
func working[T any](ctx context.Context, work func() (T, error)) (none T, err error) {
	select {
	case passwordsBusy <- struct{}{}:
		defer func() { <-passwordsBusy }()
		return work()
	case <-ctx.Done():
		return none, ctx.Err()
	}
}

// checkPassword tells whether a password is that of a hash; without a hash it does the same work for nothing.
func checkPassword(ctx context.Context, hash *string, password string) (bool, error) {
	against, real := nobodysHash, hash != nil
	if real {
		against = *hash
	}
	if len(password) > 4*mostPassword {
		password = "" // it is none, and as much work
	}
	return working(ctx, func() (bool, error) {
		right, err := argon2id.ComparePasswordAndHash(password, against)
		return right && real, err
	})
}

func hashPassword(ctx context.Context, password string) (string, error) {
	return working(ctx, func() (string, error) { return argon2id.CreateHash(password, passwordWork) })
}

// triedFirst are long passwords that everybody tries.
var triedFirst = []string{
	"123456789012", "1234567890123", "12345678901234", "123456789012345", "1234567890123456", "qwertyuiop12", "qwertyuiopas",
	"qwertyuiopasdfghjkl", "qwertyuiop[]", "azertyuiopqs", "azertyuiop12", "azertyuiop123", "azertyuiopqsdfghjklm", "1q2w3e4r5t6y",
	"1qaz2wsx3edc", "1qaz2wsx3edc4rfv", "q1w2e3r4t5y6", "abcdefghijkl", "abcdefghijklm", "abcdefghijklmnopqrstuvwxyz", "abc123abc123", "password1234",
	"password12345", "password123456", "passwordpassword", "password123!", "motdepasse12", "motdepasse123", "motdepasse1234", "motdepasse2024",
	"motdepasse2025", "motdepasse2026", "administrator", "administrateur", "administrateur1", "administrator1", "adminadmin12", "admin123456789", "adminadminadmin",
	"bienvenue123", "bienvenue1234", "welcome12345", "welcome123456", "letmein12345", "changemenow1", "changeme1234", "iloveyou1234", "iloveyouforever",
	"marocmaroc12", "maroc2030maroc", "casablanca12", "casablanca123", "casablanca2024", "casablanca2025", "casablanca2026", "rajacasablanca", "wydadcasablanca",
	"00000000000000", "123123123123", "123321123321", "112233445566", "987654321098", "qazwsxedcrfv", "zxcvbnm12345", "asdfghjkl123", "trustno1trustno1",
	"football1234", "baseball1234", "superman1234", "michelle1234", "princess1234", "sunshine1234", "unknown12345", "secretsecret", "mithaqmithaq",
}

// checkNewPassword gives what is wrong with a password that somebody chooses; nil when nothing is. Rules on the kinds of
// its characters are none: they make passwords that people can't keep.
func checkNewPassword(field, password, email string) *Error {
	length := utf8.RuneCountInString(password)
	plain := strings.ToLower(strings.TrimSpace(password))
	local, _, _ := strings.Cut(normalEmail(email), "@")
	different := map[rune]bool{}
	for _, r := range plain {
		different[r] = true
	}
	switch {
	case !utf8.ValidString(password) || strings.ContainsRune(password, 0):
		return BadInput(field, "text_encoding", "a password is text in UTF-8, without NUL")
	case length < leastPassword:
		return BadInput(field, "password_short", "a password has %d characters or more; this has %d", leastPassword, length)
	case length > mostPassword:
		return BadInput(field, "password_long", "a password has %d characters at most; this has %d", mostPassword, length)
	case plain == normalEmail(email) || len(local) >= 4 && strings.ReplaceAll(plain, local, "") != plain && utf8.RuneCountInString(strings.ReplaceAll(plain, local, "")) < 6:
		return BadInput(field, "password_like_account", "this password is the address in another form; choose another")
	case len(different) < 5 || slices.Contains(triedFirst, plain):
		return BadInput(field, "password_common", "this password is one that everybody tries; choose another")
	}
	return nil
}

// ResetPassword sets a new password, by the code of a link, ends all sessions, and gives the address to sign in with.
func (d *DB) ResetPassword(ctx context.Context, code, password string) (string, error) {
	account, err := d.codeHolder(ctx, "PASSWORD_RESET", code)
	if err != nil {
		return "", err
	}
	if fault := checkNewPassword("password", password, account.Email); fault != nil {
		return "", fault
	}
	hash, err := hashPassword(ctx, password)
	if err != nil {
		return "", err
	}
	return inTx(ctx, d, &Viewer{Account: account}, "password: reset", func(tx *DB) (string, error) {
		if err := tx.useCode(ctx, account.Key, code); err != nil {
			return "", err
		}
		_, err := tx.setPassword(ctx, account.Key, hash, 0)
		return account.Email, err
	})
}

// ChangePassword sets a new password by the old one, and ends all other sessions, of which it says how many there were.
func (d *DB) ChangePassword(ctx context.Context, v *Viewer, client, current, password string) (int, error) {
	if err := d.confirmPassword(ctx, v, client, "current", current); err != nil {
		return 0, err
	}
	if fault := checkNewPassword("new", password, v.Account.Email); fault != nil {
		return 0, fault
	}
	hash, err := hashPassword(ctx, password)
	if err != nil {
		return 0, err
	}
	return inTx(ctx, d, v, "password: changed", func(tx *DB) (int, error) {
		if err := tx.stillSignedIn(ctx, v); err != nil { // while the passwords were worked on, another may have been set by a link
			return 0, err
		}
		return tx.setPassword(ctx, v.Account.Key, hash, v.session)
	})
}

// setPassword writes the hash of a new password, tells the owner, and ends the sessions but one.
func (d *DB) setPassword(ctx context.Context, account int64, hash string, but int64) (ended int, err error) {
	if _, err := d.exec(ctx, "update accounts set password_hash = $2 where id = $1", account, hash); err != nil {
		return 0, err
	}
	if err := d.write(ctx, account, "PASSWORD_CHANGED", nil, 0); err != nil {
		return 0, err
	}
	if err := d.endLinks(ctx, account, "PASSWORD_RESET"); err != nil { // one that was asked for before is over
		return 0, err
	}
	return d.endSessions(ctx, account, but)
}

// RequestPasswordReset has a link sent to the account's address, if there is such an account. Nothing that comes back
// tells.
func (d *DB) RequestPasswordReset(ctx context.Context, email, client string) error {
	email = normalEmail(email)
	_, err := d.attempt(ctx, "reset "+email, "reset "+client, func(tx *DB) error {
		return tx.writeAnew(ctx, "PASSWORD_RESET", "a.email = $4 and "+isOpen, email)
	})
	return err
}
