package db

import (
	"context"
	"database/sql"
	"encoding/base64"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/lib/pq"
)

// TokenScope says what a token may do.
type TokenScope string

// A token reads, or declares.
const (
	TokenReads    TokenScope = "READ"
	TokenDeclares TokenScope = "DECLARE"
)

// Values lists the enum's values.
func (TokenScope) Values() []string { return []string{"READ", "DECLARE"} }

// AccessToken is what a partner's own system shows in place of a person.
type AccessToken struct {
	Key       int64          `db:"id"`
	PartnerID int64          `db:"partner_id"`
	Name      string         `db:"name"`
	Scoped    pq.StringArray `db:"scopes"`
	CreatedAt Instant        `db:"created_at"`
	UsedAt    *Instant       `db:"used_at"`
	ExpiresAt Instant        `db:"expires_at"`
	RevokedAt *Instant       `db:"revoked_at"`
}

// ID names the token.
func (t *AccessToken) ID() ID { return ID{"AccessToken", t.Key} }

func (t *AccessToken) has(scope TokenScope) bool { return slices.Contains(t.Scoped, string(scope)) }

// Scopes says what the token may do.
func (t *AccessToken) Scopes() []TokenScope {
	scopes := make([]TokenScope, len(t.Scoped))
	for i, scope := range t.Scoped {
		scopes[i] = TokenScope(scope)
	}
	return scopes
}

const (
	readToken     = "select t.id, t.partner_id, t.name, t.scopes::text[] as scopes, t.created_at, t.used_at, t.expires_at, t.revoked_at from access_tokens t "
	mostTokenName = 100
	mostTokenDays = 366
)

// How many tokens of a partner stand at most, and how many are listed with those that have ended.
const (
	mostTokens       = 50
	MostTokensListed = 100
)

// tokenStands is what a token that still counts meets; t is the token.
const tokenStands = "t.revoked_at is null and t.expires_at > now()"

// tokenPrefix tells what a secret is that somebody finds, and whose.
const tokenPrefix = "mithaq_"

// Tokens reads the tokens of a partner's own systems, the latest first: all that stand, and the latest of those that have
// ended in the last 90 days.
func (d *DB) Tokens(ctx context.Context, partner int64) ([]AccessToken, error) {
	tokens := []AccessToken{}
	err := d.Private().selectRows(ctx, &tokens, `
		select *
		from (`+readToken+`
			where t.partner_id = $1 and least(t.revoked_at, t.expires_at) > now() - interval '90 days'
			order by `+tokenStands+` desc, t.id desc
			limit $2) t
		order by id desc`, partner, MostTokensListed)
	return tokens, err
}

// NewToken says what token to make.
type NewToken struct {
	Partner string // the slug
	Name    string
	Scopes  []TokenScope
	Days    int

	IdempotencyKey *string
}

// check gives all that is wrong with a token to be made.
func (in NewToken) check() error {
	var faults Faults
	switch length := utf8.RuneCountInString(strings.TrimSpace(in.Name)); {
	case length == 0:
		faults.add(BadInput("name", "name_missing", "a token needs a name"))
	case length > mostTokenName:
		faults.add(BadInput("name", "name_long", "a token's name has %d characters at most; this has %d", mostTokenName, length))
	}
	if len(in.Scopes) == 0 {
		faults.add(BadInput("scopes", "scopes_missing", "a token that may do nothing is of no use; name READ, DECLARE or both"))
	}
	if in.Days < 1 || in.Days > mostTokenDays {
		faults.add(BadInput("days", "days_out_of_range", "%d days; allowed are 1 to %d", in.Days, mostTokenDays))
	}
	return faults.err()
}

// CreateToken makes a token for a partner that the viewer administers, and gives it, this once, or again to who sends the same by
// the same key.
func (d *DB) CreateToken(ctx context.Context, v *Viewer, in NewToken) (secret string, token *AccessToken, err error) {
	partner, err := d.administered(ctx, v, in.Partner)
	if err != nil {
		return "", nil, err
	}
	if err := in.check(); err != nil {
		return "", nil, err
	}
	scopes := slices.Clone(in.Scopes)
	slices.Sort(scopes)
	written := func(secret []byte) string { return tokenPrefix + base64.RawURLEncoding.EncodeToString(secret) }
	token, err = inTx(ctx, d, v, "token: made", func(tx *DB) (*AccessToken, error) {
		key, made, err := tx.onceSecret(ctx, v, in.IdempotencyKey, in, func(secret []byte) (key int64, err error) {
			if err := tx.mayMakeToken(ctx, partner); err != nil {
				return 0, err
			}
			err = tx.selectOne(ctx, &key, `
				insert into access_tokens (partner_id, name, scopes, token_sha256, expires_at)
				values ($1, $2, $3::text[]::token_scope[], $4, now() + make_interval(days => $5))
				returning id`, partner, strings.TrimSpace(in.Name), pq.Array(slices.Compact(scopes)), hashOf(written(secret)), in.Days)
			return key, err
		})
		if err != nil {
			return nil, err
		}
		secret = written(made)
		return tx.token(ctx, key)
	})
	return secret, token, err
}

// mayMakeToken sees that a partner has no more tokens than there can be.
func (d *DB) mayMakeToken(ctx context.Context, partner int64) error {
	if err := d.inTurn(ctx, "tokens", partner); err != nil {
		return err
	}
	var stand int
	if err := d.selectOne(ctx, &stand, "select count(*) from access_tokens t where t.partner_id = $1 and "+tokenStands, partner); err != nil {
		return err
	}
	if stand >= mostTokens {
		return Conflict("partner", "tokens_many", fmt.Sprintf("%d tokens of this partner stand, the most there can be; revoke one that isn't used first", stand))
	}
	return nil
}

// administered gives the key of a partner that the viewer administers; of another, FORBIDDEN.
func (d *DB) administered(ctx context.Context, v *Viewer, slug string) (int64, error) {
	partner, err := Partners.BySlug(ctx, d.Private(), slug)
	switch {
	case err != nil:
		return 0, err
	case partner == nil:
		return 0, BadInput("partner", "partner_unknown", "%.80q names no partner of this register", slug)
	case !v.administers(partner.Key):
		return 0, Forbidden("role_missing", "only an administrator of this partner may do that")
	}
	return partner.Key, nil
}

func (d *DB) token(ctx context.Context, key int64) (*AccessToken, error) {
	token := new(AccessToken)
	return token, d.selectOne(ctx, token, readToken+"where t.id = $1", key)
}

// RevokeToken revokes a token of a partner that the viewer administers, or as who keeps the register; of another, NOT_FOUND.
func (d *DB) RevokeToken(ctx context.Context, v *Viewer, id ID) (*AccessToken, error) {
	return inTx(ctx, d, v, "token: revoked", func(tx *DB) (*AccessToken, error) {
		token, err := tx.token(ctx, id.keyOf("AccessToken"))
		if errors.Is(err, sql.ErrNoRows) || err == nil && !v.administers(token.PartnerID) && !v.Holds(Administrator) {
			return nil, NotFound("token", "token_unknown", "there is no such token of a partner that you administer")
		}
		if err != nil {
			return nil, err
		}
		if _, err := tx.exec(ctx, "update access_tokens set revoked_at = now() where id = $1 and revoked_at is null", token.Key); err != nil {
			return nil, err
		}
		return tx.token(ctx, token.Key)
	})
}

// ViewerByToken tells who shows a token; nil when it is none that stands. One that declares holds the
// role of its partner's members, and one that only reads none, so that it writes nothing.
func (d *DB) ViewerByToken(ctx context.Context, secret string) (*Viewer, error) {
	if !strings.HasPrefix(secret, tokenPrefix) {
		return nil, nil
	}
	token := new(AccessToken)
	err := d.Private().selectOne(ctx, token, readToken+`
		where t.token_sha256 = $1 and `+tokenStands, hashOf(secret))
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	v := &Viewer{token: token}
	if token.has(TokenDeclares) {
		v.Roles = []*HeldRole{{Role: PartnerMember, PartnerID: &token.PartnerID}}
	}
	return v, d.InTx(ctx, v.actor(), "token: used", func(tx *DB) error {
		_, err := tx.exec(ctx, `
			update access_tokens
			set used_at = now()
			where id = $1 and (used_at is null or used_at < now() - interval '1 minute')`, token.Key)
		return err
	})
}
