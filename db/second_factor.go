package db

import (
	"bytes"
	"context"
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"errors"
	"fmt"
	"image/png"
	"strings"
	"time"

	"github.com/pquerna/otp"
	"github.com/pquerna/otp/totp"
)

const (
	stepSeconds   = 30 // of a code of the second factor, RFC 6238
	recoveryCodes = 10
	pictureSize   = 240
)

// SecondFactor is a second factor to be confirmed: the secret as it is typed, as an address that apps open, and as a
// picture of that address.
type SecondFactor struct {
	Secret  string
	URI     string
	Picture string // a data: address
}

// BeginSecondFactor gives a secret that counts once it is confirmed; a factor that there is stands until then, and is only
// replaced by who shows a code of it, or a recovery code.
func (d *DB) BeginSecondFactor(ctx context.Context, v *Viewer, client, password, code string) (*SecondFactor, error) {
	if err := d.confirmPassword(ctx, v, client, "password", password, func(tx *DB) error {
		if !v.Account.HasSecondFactor {
			return nil
		}
		err := tx.checkSecondFactor(ctx, v.Account.Key, code)
		if known := (*Error)(nil); errors.As(err, &known) {
			return BadInput("code", known.Reason, "%s", known.Message)
		}
		return err
	}); err != nil {
		return nil, err
	}
	key, err := totp.Generate(totp.GenerateOpts{Issuer: "Mithaq", AccountName: v.Account.Email, SecretSize: 20})
	if err != nil {
		return nil, err
	}
	drawn, err := key.Image(pictureSize, pictureSize)
	if err != nil {
		return nil, err
	}
	var picture bytes.Buffer
	if err := png.Encode(&picture, drawn); err != nil {
		return nil, err
	}
	err = d.InTx(ctx, v.actor(), "second factor: begun", func(tx *DB) error {
		_, err := tx.exec(ctx, "update accounts set totp_begun = $2 where id = $1", v.Account.Key, d.vault.seal(key.Secret(), sealedFor(v.Account.Key)))
		return err
	})
	return &SecondFactor{key.Secret(), key.URL(), "data:image/png;base64," + base64.StdEncoding.EncodeToString(picture.Bytes())}, err
}

// sealedFor says what a sealed secret is, so that it opens for that account alone.
func sealedFor(account int64) string { return fmt.Sprintf("totp %d", account) }

// ConfirmSecondFactor has the secret that was begun count from now on, when a code of it is shown, and gives recovery
// codes, which nobody can read again.
func (d *DB) ConfirmSecondFactor(ctx context.Context, v *Viewer, client, code string) ([]string, error) {
	attempt, err := d.attempt(ctx, normalEmail(v.Account.Email), client)
	if err != nil {
		return nil, err
	}
	account := v.Account.Key
	return inTx(ctx, d, v, "second factor: confirmed", func(tx *DB) ([]string, error) {
		var begun []byte
		if err := tx.selectOne(ctx, &begun, "select totp_begun from accounts where id = $1 for update", account); err != nil {
			return nil, err
		}
		step, err := d.stepOf(begun, account, code)
		if err != nil {
			return nil, err
		}
		if step == 0 {
			return nil, BadInput("code", "second_factor_wrong", "this isn't the code that the app shows now")
		}
		if err := tx.forgive(ctx, attempt); err != nil {
			return nil, err
		}
		if _, err := tx.exec(ctx, `
			update accounts
			set totp_secret = totp_begun, totp_begun = null, totp_on = true, totp_step = $2
			where id = $1`, account, step); err != nil {
			return nil, err
		}
		if err := tx.write(ctx, account, "SECOND_FACTOR_CHANGED", nil, 0); err != nil {
			return nil, err
		}
		if _, err := tx.exec(ctx, "update sessions set second_factor = true where id = $1", v.session); err != nil {
			return nil, err
		}
		if _, err := tx.endSessions(ctx, account, v.session); err != nil { // they have shown no code of it
			return nil, err
		}
		return tx.makeRecoveryCodes(ctx, account)
	})
}

// ResetSecondFactor turns off the second factor of somebody who has lost both the app and the recovery codes: the roles that
// need one wait until another is set up. It asks for the administrator's own password, ends the account's sessions, and tells
// the owner.
func (d *DB) ResetSecondFactor(ctx context.Context, v *Viewer, client, password string, id ID) (*Account, error) {
	key := id.keyOf("Account")
	if key == v.Account.Key {
		return nil, Conflict("account", "own_second_factor", "one's own second factor is replaced by a code of it, or a recovery code; another administrator may reset it")
	}
	if err := d.confirmPassword(ctx, v, client, "password", password); err != nil {
		return nil, err
	}
	return inTx(ctx, d, v, "second factor: reset", func(tx *DB) (*Account, error) {
		account, err := tx.account(ctx, key)
		if err != nil {
			return nil, err
		}
		if account == nil || account.ClosedAt != nil {
			return nil, NotFound("account", "account_unknown", "there is no such account that is open")
		}
		reset, err := tx.execOnce(ctx, `
			update accounts
			set totp_on = false, totp_secret = null, totp_begun = null, totp_step = null
			where id = $1 and totp_on`, key)
		switch {
		case err != nil:
			return nil, err
		case !reset:
			return nil, Conflict("account", "second_factor_none", "this account has no second factor that could be reset")
		}
		if err := tx.endRecoveryCodes(ctx, key); err != nil {
			return nil, err
		}
		if _, err := tx.endSessions(ctx, key, 0); err != nil {
			return nil, err
		}
		if err := tx.write(ctx, key, "SECOND_FACTOR_CHANGED", nil, 0); err != nil {
			return nil, err
		}
		return tx.account(ctx, key)
	})
}

func (d *DB) endRecoveryCodes(ctx context.Context, account int64) error {
	_, err := d.exec(ctx, "update recovery_codes set used_at = now() where account_id = $1 and used_at is null", account)
	return err
}

// makeRecoveryCodes makes ten codes, and ends those before them.
func (d *DB) makeRecoveryCodes(ctx context.Context, account int64) ([]string, error) {
	if err := d.endRecoveryCodes(ctx, account); err != nil {
		return nil, err
	}
	codes := make([]string, recoveryCodes)
	for i := range codes {
		text := strings.ToLower(rand.Text()[:10])
		codes[i] = text[:5] + "-" + text[5:]
		if _, err := d.exec(ctx, "insert into recovery_codes (account_id, code_hmac) values ($1, $2)", account, d.recoveryHash(codes[i])); err != nil {
			return nil, err
		}
	}
	return codes, nil
}

func (d *DB) recoveryHash(code string) []byte {
	return d.vault.hash("recovery", strings.ToLower(digitsAndLetters(code)))
}

// digitsAndLetters leaves out the spaces and hyphens that make a code easier to read.
func digitsAndLetters(code string) string {
	return strings.NewReplacer(" ", "", "-", "", "\u00a0", "").Replace(code)
}

// stepOf gives the step of time that a code of a sealed secret is for: the present one, or the one before or after it, as
// clocks differ; 0 where it is for none. No secret has no codes.
func (d *DB) stepOf(sealed []byte, account int64, code string) (int64, error) {
	code = digitsAndLetters(code)
	if sealed == nil || len(code) != otp.DigitsSix.Length() {
		return 0, nil
	}
	secret, err := d.vault.open(sealed, sealedFor(account))
	if err != nil {
		return 0, fmt.Errorf("the second factor of account %d can't be read; the key in KEYS_DIR is another than it was sealed with: %w", account, err)
	}
	now := time.Now().Unix() / stepSeconds
	found := int64(0)
	for _, step := range []int64{now - 1, now, now + 1} {
		right, err := totp.GenerateCode(secret, time.Unix(step*stepSeconds, 0))
		if err != nil {
			return 0, err
		}
		if subtle.ConstantTimeCompare([]byte(right), []byte(code)) == 1 {
			found = step
		}
	}
	return found, nil
}

// checkSecondFactor takes a code of the app, or a recovery code, once.
func (d *DB) checkSecondFactor(ctx context.Context, account int64, code string) error {
	var sealed []byte
	if err := d.selectOne(ctx, &sealed, "select totp_secret from accounts where id = $1 for update", account); err != nil {
		return err
	}
	step, err := d.stepOf(sealed, account, code)
	if err != nil {
		return err
	}
	var taken bool
	if step != 0 {
		taken, err = d.execOnce(ctx, `
			update accounts
			set totp_step = $2
			where id = $1 and (totp_step is null or totp_step < $2)`, account, step)
	} else {
		taken, err = d.execOnce(ctx, `
			update recovery_codes
			set used_at = now()
			where account_id = $1 and code_hmac = $2 and used_at is null`, account, d.recoveryHash(code))
	}
	if err == nil && !taken {
		return Unauthenticated("second_factor_wrong", "this code of the second factor is wrong, or was used before")
	}
	return err
}

// RecoveryCodesLeft counts the recovery codes that are left; nil without a second factor.
func (d *DB) RecoveryCodesLeft(ctx context.Context, v *Viewer) (*int, error) {
	if v.Account == nil || !v.Account.HasSecondFactor {
		return nil, nil
	}
	left := 0
	return &left, d.Private().selectOne(ctx, &left, "select count(*) from recovery_codes where account_id = $1 and used_at is null", v.Account.Key)
}
