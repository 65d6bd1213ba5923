package db

import (
	"context"
	"regexp"
	"slices"
	"strconv"
)

// Invitation says who is invited, as what. Partner and convention are slugs, region a code.
type Invitation struct {
	Email      string
	Language   Language
	Role       Role
	Partner    *string
	Region     *string
	Convention *string
	UntilOn    *Date

	IdempotencyKey *string
}

// address is what an address has to look like; whether it is one, the mail tells. Nothing in it may mean another one.
var address = regexp.MustCompile(`^[^@\s<>()\[\],;:"\\]+@[^@\s<>()\[\],;:"\\]+\.[^@\s.<>()\[\],;:"\\]+$`)

const mostEmail = 254 // characters

// Invite gives a role to somebody, who is invited where there is no account yet, and told of it where there is. An
// administrator gives every role, a partner's administrator those of the partner. All faults come at once.
func (d *DB) Invite(ctx context.Context, v *Viewer, in Invitation) (*HeldRole, error) {
	return inTx(ctx, d, v, "account: invited", func(tx *DB) (*HeldRole, error) {
		role, err := tx.invited(ctx, in)
		if err != nil {
			return nil, err
		}
		if !v.mayGive(role) {
			return nil, Forbidden("role_missing", "you may invite people of the partners that you administer, and nobody else")
		}
		key, err := tx.once(ctx, v, in.IdempotencyKey, in, func() (int64, error) {
			if err := tx.countInvitation(ctx, v, role); err != nil {
				return 0, err
			}
			given, err := tx.give(ctx, in.Email, in.Language, role)
			if err != nil {
				return 0, err
			}
			return given.Key, nil
		})
		if err != nil {
			return nil, err
		}
		found, err := HeldRoles.ByKeys(ctx, tx, []int64{key})
		return found[key], err
	})
}

// mostInvitations is how many invitations a partner's administrators have sent in a day: the letters are the register's,
// and go to whomever they name.
const mostInvitations = 20

// countInvitation writes down that somebody is invited for a partner, and gives RATE_LIMITED where that was done too often.
// Who keeps the register isn't counted.
func (d *DB) countInvitation(ctx context.Context, v *Viewer, role *HeldRole) error {
	if v.Holds(Administrator) {
		return nil
	}
	wait, err := d.onceMore(ctx, d.vault.hash("invitations", strconv.FormatInt(*role.PartnerID, 10)), mostInvitations)
	if wait > 0 {
		err = RateLimited("invitations_many", wait, "a partner's administrators invite %d people a day at most; invite the next in %d s, or ask an administrator of the register", mostInvitations, wait)
	}
	return err
}

// onceMore writes down that a subject did once more what it may do so often a day, and gives the seconds until it may again where
// that was done too often: nothing is then written.
func (d *DB) onceMore(ctx context.Context, subject []byte, most int) (wait int, err error) {
	if _, err := d.exec(ctx, "select pg_advisory_xact_lock(hashtextextended(encode($1, 'hex'), 0))", subject); err != nil {
		return 0, err
	}
	if err := d.selectOne(ctx, &wait, `
		select coalesce((
			select ceil(extract(epoch from t.at + interval '1 day' - clock_timestamp()))
			from attempts t
			where t.subject = $1 and t.failed and t.at > now() - interval '1 day'
			order by t.at desc
			offset $2::int - 1
			limit 1), 0)::int`, subject, most); err != nil || wait > 0 {
		return wait, err
	}
	_, err = d.exec(ctx, "insert into attempts (subject, client, known, failed) values ($1, $1, false, true)", subject)
	return 0, err
}

// InviteAdministrator is how the first administrator comes to be: whoever can run the program on the register's own
// machine may name one. It gives the account and, where it has nothing to be sent, the code of the link to take it up; none
// where the account is there already, and has a further role from now on.
func (d *DB) InviteAdministrator(ctx context.Context, email string, language Language, mailed bool) (account *Account, code string, err error) {
	err = d.InTx(ctx, "command invite", "account: invited", func(tx *DB) error {
		role, err := tx.invited(ctx, Invitation{Email: email, Language: language, Role: Administrator})
		if err != nil {
			return err
		}
		if account, err = tx.reach(ctx, email, language); err != nil {
			return err
		}
		given, err := tx.hold(ctx, account.Key, role)
		switch joined := account.JoinedAt != nil; {
		case err != nil:
			return err
		case joined && given == nil:
			return Conflict("email", "already_joined", account.Email+" already has an account, and is an administrator")
		case joined:
			return tx.write(ctx, account.Key, "ROLE_GIVEN", &given.Key, 0)
		}
		if err := tx.endCodes(ctx, account.Key, "INVITATION"); err != nil {
			return err
		}
		if mailed {
			return tx.write(ctx, account.Key, "INVITATION", nil, 0)
		}
		code, _, err = tx.makeCode(ctx, account.Key, "INVITATION", invitationLife)
		return err
	})
	return account, code, err
}

// invited reads an invitation: the role that it gives, or all that is wrong with it.
func (d *DB) invited(ctx context.Context, in Invitation) (*HeldRole, error) {
	var faults Faults
	email := normalEmail(in.Email)
	if len(email) > mostEmail || !address.MatchString(email) {
		faults.add(BadInput("email", "email_malformed", "%.60q is no e-mail address; right is one like name@example.org", in.Email))
	}
	role := &HeldRole{Role: in.Role, UntilOn: in.UntilOn}
	for _, named := range []struct {
		field, table string
		given        *string
		into         **int64
	}{
		{"partner", "partners", in.Partner, &role.PartnerID}, {"region", "regions", in.Region, &role.RegionID},
		{"convention", "conventions", in.Convention, &role.ConventionID},
	} {
		if named.given == nil {
			continue
		}
		key, found, err := d.keyNamed(ctx, named.table, *named.given)
		if err != nil {
			return nil, err
		}
		if !found {
			faults.add(BadInput(named.field, named.field+"_unknown", "%.80q names no %s of this register", *named.given, named.field))
		}
		*named.into = &key
	}
	role.check(&faults)
	return role, faults.err()
}

// reach gives the account of an address, which is made where there is none, and opened where it was closed: who comes back
// after that is invited like anybody.
func (d *DB) reach(ctx context.Context, email string, language Language) (*Account, error) {
	var key int64
	if err := d.selectOne(ctx, &key, `
		insert into accounts (email, language)
		values ($1, $2)
		on conflict (email) do update set closed_at = null,
		  name = case when accounts.closed_at is null then accounts.name end,
		  password_hash = case when accounts.closed_at is null then accounts.password_hash end,
		  joined_at = case when accounts.closed_at is null then accounts.joined_at end,
		  totp_on = accounts.totp_on and accounts.closed_at is null
		returning id`, normalEmail(email), language); err != nil {
		return nil, err
	}
	return d.account(ctx, key)
}

// give gives a role to the account of an address, and has it told.
func (d *DB) give(ctx context.Context, email string, language Language, role *HeldRole) (*HeldRole, error) {
	account, err := d.reach(ctx, email, language)
	if err != nil {
		return nil, err
	}
	given, err := d.hold(ctx, account.Key, role)
	switch {
	case err != nil:
		return nil, err
	case given == nil:
		return nil, Conflict("email", "role_held", "the account of "+account.Email+" already holds this role")
	case account.JoinedAt != nil:
		return given, d.write(ctx, account.Key, "ROLE_GIVEN", &given.Key, askedAgain)
	}
	return given, d.write(ctx, account.Key, "INVITATION", &given.Key, askedAgain)
}

// InviteAgain has an invitation sent again. Of an account that the viewer may not invite, NOT_FOUND.
func (d *DB) InviteAgain(ctx context.Context, v *Viewer, id ID) (*Account, error) {
	return inTx(ctx, d, v, "account: invited again", func(tx *DB) (*Account, error) {
		account, role, err := tx.waiting(ctx, v, id)
		if err != nil {
			return nil, err
		}
		if err := tx.countInvitation(ctx, v, role); err != nil {
			return nil, err
		}
		return account, tx.writeAnew(ctx, "INVITATION", "a.id = $4", account.Key)
	})
}

// ShowInvitation gives the code of the link of an invitation, and until when it is good; those before are over.
func (d *DB) ShowInvitation(ctx context.Context, v *Viewer, id ID) (account *Account, code string, expires Instant, err error) {
	err = d.InTx(ctx, v.actor(), "account: link shown", func(tx *DB) error {
		if account, _, err = tx.waiting(ctx, v, id); err != nil {
			return err
		}
		if err = tx.endCodes(ctx, account.Key, "INVITATION"); err != nil {
			return err
		}
		code, expires, err = tx.makeCode(ctx, account.Key, "INVITATION", invitationLife)
		return err
	})
	return account, code, expires, err
}

// waiting gives an account that the viewer may invite, as what, and whose invitation wasn't taken up.
func (d *DB) waiting(ctx context.Context, v *Viewer, id ID) (*Account, *HeldRole, error) {
	account, err := d.account(ctx, id.keyOf("Account"))
	if err != nil {
		return nil, nil, err
	}
	held, err := d.rolesOf(ctx, id.keyOf("Account"))
	at := slices.IndexFunc(held, v.mayGive)
	switch {
	case err != nil:
		return nil, nil, err
	case account == nil || at < 0:
		return nil, nil, NotFound("account", "account_unknown", "there is no such account that you may invite")
	case account.JoinedAt != nil:
		return nil, nil, Conflict("account", "already_joined", "this invitation was taken up already")
	}
	return account, held[at], nil
}

// AcceptInvitation takes up an invitation: the account has a name and a password from now on. It gives the address to
// sign in with.
func (d *DB) AcceptInvitation(ctx context.Context, code, name, password string) (string, error) {
	account, err := d.codeHolder(ctx, "INVITATION", code)
	if err != nil {
		return "", err
	}
	var faults Faults
	name, fault := checkName(name)
	faults.add(fault)
	faults.add(checkNewPassword("password", password, account.Email))
	if err := faults.err(); err != nil {
		return "", err
	}
	hash, err := hashPassword(ctx, password)
	if err != nil {
		return "", err
	}
	return inTx(ctx, d, &Viewer{Account: account}, "account: invitation taken up", func(tx *DB) (string, error) {
		if err := tx.useCode(ctx, account.Key, code); err != nil {
			return "", err
		}
		joined, err := tx.execOnce(ctx, `
			update accounts
			set name = $2, password_hash = $3, joined_at = now()
			where id = $1 and joined_at is null and closed_at is null`, account.Key, name, hash)
		if err == nil && !joined {
			return "", codeUnknown()
		}
		if err != nil {
			return "", err
		}
		return account.Email, tx.endCodes(ctx, account.Key, "INVITATION") // whatever links there are beside
	})
}

// RenewInvitation has a new link sent in place of one whose time is over. Nothing that comes back tells whether it was one.
func (d *DB) RenewInvitation(ctx context.Context, code, client string) error {
	_, err := d.attempt(ctx, "renew "+code, "renew "+client, func(tx *DB) error {
		return tx.writeAnew(ctx, "INVITATION", `a.joined_at is null and a.closed_at is null and a.id = (
			select c.account_id
			from codes c
			where c.code_sha256 = $4 and c.purpose = 'INVITATION' and c.used_at is null and c.expires_at <= now())`, hashOf(code))
	})
	return err
}
