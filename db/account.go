package db

import (
	"context"
	"strings"
	"unicode/utf8"
)

const mostName = 200 // characters

// Account is somebody who signs in. It is there from its invitation on, and has a name once that is taken up.
type Account struct {
	Key             int64    `db:"id" see:"partner administrator"`
	Email           string   `db:"email" see:"partner administrator"`
	Language        Language `db:"language" see:"partner administrator"`
	Name            *string  `db:"name" see:"partner administrator"`
	HasSecondFactor bool     `db:"totp_on" see:"partner administrator"`
	JoinedAt        *Instant `db:"joined_at" see:"partner administrator"`
	ClosedAt        *Instant `db:"closed_at" see:"partner administrator"`
}

// ID names the account.
func (a *Account) ID() ID { return ID{"Account", a.Key} }

// Accounts are all accounts, by address. Nobody reads them but by what is said of viewers.
var Accounts = newTable[Account]("accounts", by("account", false, "t.email", "text"), "email").apart()

// ChangeAccount says what the viewer is called, and in which language it is written to.
func (d *DB) ChangeAccount(ctx context.Context, v *Viewer, name string, language Language) (*Account, error) {
	name, fault := checkName(name)
	if fault != nil {
		return nil, fault
	}
	account := v.Account.Key
	return inTx(ctx, d, v, "account: changed", func(tx *DB) (*Account, error) {
		if _, err := tx.exec(ctx, `
			update accounts
			set name = $2, language = $3
			where id = $1`, account, name, language); err != nil {
			return nil, err
		}
		return tx.account(ctx, account)
	})
}

// holdAccount has who else changes an account, or ends its links, wait until the transaction is over: the account comes before all
// that belongs to it, so that nobody waits for each other. Links may be made meanwhile.
func (d *DB) holdAccount(ctx context.Context, key int64) error {
	_, err := d.exec(ctx, "select from accounts where id = $1 for no key update", key)
	return err
}

func (d *DB) account(ctx context.Context, key int64) (*Account, error) {
	found, err := Accounts.ByKeys(ctx, d, []int64{key})
	return found[key], err
}

func checkName(name string) (string, *Error) {
	name = strings.Join(strings.Fields(name), " ")
	switch length := utf8.RuneCountInString(name); {
	case length == 0:
		return "", BadInput("name", "name_missing", "a name is needed")
	case length > mostName:
		return "", BadInput("name", "name_long", "a name has %d characters at most; this has %d", mostName, length)
	}
	return name, nil
}
