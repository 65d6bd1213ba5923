package db

import (
	"context"
	"crypto/hmac"
	"crypto/pbkdf2"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/jmoiron/sqlx"
	"github.com/lib/pq"
)

// The logins beside the owner's. They are roles of the whole PostgreSQL, shared by every register in it.
const (
	AppLogin    = "mithaq_app"
	PublicLogin = "mithaq_public"
)

// Passwords are those of the two logins, and the secrets that seal what is kept of accounts and of persons, all kept outside
// the database.
type Passwords struct {
	App, Public, Secret, Persons string
	Dir                          string // where they lie: further keys of persons come to be there
}

// MissingLogins is the error when the owner's login may not create the others: SQL is what an administrator of the
// PostgreSQL has to run. It holds no password, only what PostgreSQL needs to check one.
type MissingLogins struct{ SQL string }

func (e *MissingLogins) Error() string {
	return "the logins " + AppLogin + " and " + PublicLogin +
		" are missing, and this user may not create them; have an administrator of the PostgreSQL run:\n\n" + e.SQL
}

// LoginsFor gives the three logins from the owner's, which is DATABASE_URL's. With a READ_DATABASE_URL, the public's is
// that.
func LoginsFor(owner pq.Config, passwords Passwords, read *pq.Config) Logins {
	app, public := owner.Clone(), owner.Clone()
	app.User, app.Password = AppLogin, passwords.App
	public.User, public.Password = PublicLogin, passwords.Public
	if read != nil {
		public = read.Clone()
	}
	return Logins{Owner: owner, App: app, Public: public, Secret: passwords.Secret, Persons: passwords.Persons, KeysDir: passwords.Dir}
}

// createLogins makes the two logins where they are missing. Another program may be making them at the same moment: then
// theirs stand.
func createLogins(ctx context.Context, owner *sqlx.DB, passwords Passwords) error {
	var state struct {
		Found int  `db:"found"`
		May   bool `db:"may"`
	}
	if err := owner.GetContext(ctx, &state, `
		select (select count(*) from pg_roles where rolname in ($1, $2)) as found,
		       (select rolsuper or rolcreaterole from pg_roles where rolname = current_user) as may`,
		AppLogin, PublicLogin); err != nil {
		return err
	}
	if state.Found == 2 {
		return nil
	}
	create := createLogin(AppLogin, passwords.App) + createLogin(PublicLogin, passwords.Public) +
		"alter role " + PublicLogin + " set default_transaction_read_only = on;\n"
	if !state.May {
		return &MissingLogins{SQL: create}
	}
	for statement := range strings.SplitSeq(create, ";\n") {
		if statement == "" {
			continue
		}
		guarded := "do $do$ begin " + statement + "; exception when duplicate_object or unique_violation then null; end $do$"
		if err := retried(ctx, owner, guarded); err != nil {
			return err
		}
	}
	return nil
}

// retried runs a statement on a role again when another program, perhaps in another database, changes the role at the
// same moment: PostgreSQL then refuses one of them, and no lock reaches across databases.
func retried(ctx context.Context, owner *sqlx.DB, statement string) error {
	for try := 0; ; try++ {
		_, err := owner.ExecContext(ctx, statement)
		var refused *pq.Error
		if !errors.As(err, &refused) || refused.Code != "XX000" || try == 20 {
			return err
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(20 * time.Millisecond):
		}
	}
}

func createLogin(name, password string) string {
	return fmt.Sprintf("create role %s login nosuperuser nocreatedb nocreaterole noinherit password '%s';\n", name, scramVerifier(password))
}

// scramVerifier is what PostgreSQL keeps of a password (RFC 5803), so that the password itself is in no statement, log
// or printed page.
func scramVerifier(password string) string {
	const rounds = 4096
	salt := make([]byte, 16)
	_, _ = rand.Read(salt) // never fails
	salted, err := pbkdf2.Key(sha256.New, password, salt, rounds, sha256.Size)
	if err != nil {
		panic(err) // only for lengths that are constants here
	}
	keyed := func(key []byte, text string) []byte {
		mac := hmac.New(sha256.New, key)
		mac.Write([]byte(text))
		return mac.Sum(nil)
	}
	stored := sha256.Sum256(keyed(salted, "Client Key"))
	encode := base64.StdEncoding.EncodeToString
	return fmt.Sprintf("SCRAM-SHA-256$%d:%s$%s:%s", rounds, encode(salt), encode(stored[:]), encode(keyed(salted, "Server Key")))
}
