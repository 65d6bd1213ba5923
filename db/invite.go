package db

import (
	"context"
	"database/sql"
	"errors"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode/utf8"
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
}

// address is what an address has to look like; whether it is one, the mail tells. Nothing in it may mean another one.
var address = regexp.MustCompile(`^[^@\s<>()\[\],;:"\\]+@[^@\s<>()\[\],;:"\\]+\.[^@\s.<>()\[\],;:"\\]+$`)

const (
	mostEmail = 254
	mostName  = 200
)

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
		return tx.give(ctx, normalEmail(in.Email), in.Language, role)
	})
}

// InviteAdministrator is how the first administrator comes to be: whoever can run the program on the register's own
// machine may name one. It gives the role and, where mail isn't sent, the code of the link.
func (d *DB) InviteAdministrator(ctx context.Context, email string, language Language, mailed bool) (account *Account, code string, err error) {
	err = d.InTx(ctx, "command invite", "account: invited", func(tx *DB) error {
		in := Invitation{Email: email, Language: language, Role: Administrator}
		role, err := tx.invited(ctx, in)
		if err != nil {
			return err
		}
		given, err := tx.give(ctx, normalEmail(email), language, role)
		var known *Error
		again := errors.As(err, &known) && known.Reason == "role_held" // the link was lost
		if again {
			given, err = tx.heldBy(ctx, normalEmail(email), Administrator)
		}
		if err != nil {
			return err
		}
		if account, err = tx.account(ctx, given.AccountID); err != nil {
			return err
		}
		switch {
		case account.JoinedAt != nil && !again: // the account has a further role, and nothing to take up
			return nil
		case again && account.JoinedAt == nil && mailed:
			return tx.write(ctx, account.Key, "INVITATION", nil)
		}
		if account.JoinedAt != nil {
			return &Error{Code: CodeConflict, Field: "email", Reason: "already_joined", Message: email + " already has an account, and is an administrator"}
		}
		if !mailed {
			code, _, err = tx.makeCode(ctx, account.Key, "INVITATION", invitationLife)
		}
		return err
	})
	return account, code, err
}

// heldBy gives the role that the account of an address holds.
func (d *DB) heldBy(ctx context.Context, email string, role Role) (*HeldRole, error) {
	var key int64
	if err := d.selectOne(ctx, &key, `
		select r.id
		from account_roles r
		join accounts a on a.id = r.account_id
		where a.email = $1 and r.role = $2::role and r.ended_at is null`, email, role); err != nil {
		return nil, err
	}
	found, err := HeldRoles.ByKeys(ctx, d, []int64{key})
	return found[key], err
}

// mayGive tells whether a viewer may give a role, and end it.
func (v *Viewer) mayGive(role *HeldRole) bool {
	return v.Holds(Administrator) || role.Role.ofPartner() && v.administers(*role.PartnerID)
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
		field, table, column string
		given                *string
		into                 **int64
	}{
		{"partner", "partners", "slug", in.Partner, &role.PartnerID},
		{"region", "regions", "code", in.Region, &role.RegionID},
		{"convention", "conventions", "slug", in.Convention, &role.ConventionID},
	} {
		if named.given == nil {
			continue
		}
		var key int64
		err := d.selectOne(ctx, &key, "select id from "+named.table+" where "+named.column+" = $1", *named.given)
		if errors.Is(err, sql.ErrNoRows) {
			faults.add(BadInput(named.field, named.field+"_unknown", "%.80q names no %s of this register", *named.given, named.field))
		} else if err != nil {
			return nil, err
		}
		*named.into = &key
	}
	role.check(&faults)
	return role, faults.err()
}

// check reports what doesn't go together with a role. The constraints of the table say the same.
func (r *HeldRole) check(faults *Faults) {
	scopes := 0
	for _, scope := range []struct {
		field  string
		key    *int64
		fits   bool
		needed bool
	}{
		{"partner", r.PartnerID, r.Role.ofPartner() || r.Role == Auditor, r.Role.ofPartner()},
		{"region", r.RegionID, r.Role == Officer || r.Role == Auditor, false},
		{"convention", r.ConventionID, r.Role == Auditor, false},
	} {
		switch {
		case scope.key == nil && scope.needed:
			faults.add(BadInput(scope.field, "role_unfitting", "the role %s is for a %s; name it", r.Role, scope.field))
		case scope.key != nil && !scope.fits:
			faults.add(BadInput(scope.field, "role_unfitting", "the role %s is for no %s; leave it out", r.Role, scope.field))
		case scope.key != nil:
			if scopes++; scopes > 1 {
				faults.add(BadInput(scope.field, "role_unfitting", "a scope is one of partner, region and convention"))
			}
		}
	}
	switch today := Date(time.Now().UTC().Format(time.DateOnly)); {
	case r.Role == Auditor && r.UntilOn == nil:
		faults.add(BadInput("untilOn", "role_unfitting", "an auditor's role ends on a day; give it"))
	case r.Role != Auditor && r.UntilOn != nil:
		faults.add(BadInput("untilOn", "role_unfitting", "only an auditor's role ends on a day; leave it out"))
	case r.UntilOn != nil && *r.UntilOn < today:
		faults.add(BadInput("untilOn", "until_past", "%s is over; give a day to come", *r.UntilOn))
	}
}

// give gives a role to the account of an address, which is made where there is none, and has it told.
func (d *DB) give(ctx context.Context, email string, language Language, role *HeldRole) (*HeldRole, error) {
	var account struct {
		Key    int64 `db:"id"`
		Joined bool  `db:"joined"`
	}
	if err := d.selectOne(ctx, &account, `
		insert into accounts (email, language)
		values ($1, $2)
		on conflict (email) do update set closed_at = null, -- who comes back after that is invited like anybody
		  name = case when accounts.closed_at is null then accounts.name end,
		  password_hash = case when accounts.closed_at is null then accounts.password_hash end,
		  joined_at = case when accounts.closed_at is null then accounts.joined_at end,
		  totp_on = accounts.totp_on and accounts.closed_at is null
		returning id, joined_at is not null as joined`, email, language); err != nil {
		return nil, err
	}
	if err := d.endPastRoles(ctx, account.Key); err != nil {
		return nil, err
	}
	var key int64
	err := d.selectOne(ctx, &key, `
		insert into account_roles (account_id, role, partner_id, region_id, convention_id, until_on)
		values ($1, $2, $3, $4, $5, $6)
		on conflict (account_id, role, partner_id, region_id, convention_id) where ended_at is null do nothing
		returning id`, account.Key, role.Role, role.PartnerID, role.RegionID, role.ConventionID, role.UntilOn)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, &Error{Code: CodeConflict, Field: "email", Reason: "role_held", Message: "the account of " + email + " already holds this role"}
	}
	if err != nil {
		return nil, err
	}
	kind := LetterKind("INVITATION")
	if account.Joined {
		kind = "ROLE_GIVEN"
	}
	if err := d.writeAgain(ctx, account.Key, kind, &key); err != nil {
		return nil, err
	}
	found, err := HeldRoles.ByKeys(ctx, d, []int64{key})
	return found[key], err
}

// InviteAgain has an invitation sent again. Of an account that the viewer may not invite, NOT_FOUND.
func (d *DB) InviteAgain(ctx context.Context, v *Viewer, id ID) (*Account, error) {
	return inTx(ctx, d, v, "account: invited again", func(tx *DB) (*Account, error) {
		account, err := tx.waiting(ctx, v, id)
		if err != nil {
			return nil, err
		}
		return account, tx.writeAgain(ctx, account.Key, "INVITATION", nil)
	})
}

// ShowInvitation gives the code of the link of an invitation, and until when it is good; those before are over.
func (d *DB) ShowInvitation(ctx context.Context, v *Viewer, id ID) (account *Account, code string, expires Instant, err error) {
	err = d.InTx(ctx, v.actor(), "account: link shown", func(tx *DB) error {
		if account, err = tx.waiting(ctx, v, id); err != nil {
			return err
		}
		code, expires, err = tx.makeCode(ctx, account.Key, "INVITATION", invitationLife)
		return err
	})
	return account, code, expires, err
}

// waiting gives an account that the viewer may invite, and whose invitation wasn't taken up.
func (d *DB) waiting(ctx context.Context, v *Viewer, id ID) (*Account, error) {
	account, err := d.account(ctx, id.keyOf("Account"))
	if err != nil {
		return nil, err
	}
	held, err := d.rolesOf(ctx, id.keyOf("Account"))
	switch {
	case err != nil:
		return nil, err
	case account == nil || !slices.ContainsFunc(held, v.mayGive):
		return nil, NotFound("account", "account_unknown", "there is no such account that you may invite")
	case account.JoinedAt != nil:
		return nil, &Error{Code: CodeConflict, Field: "account", Reason: "already_joined", Message: "this invitation was taken up already"}
	}
	return account, nil
}

// EndRole ends a role. Who has no other is signed out, and can't sign in any more.
func (d *DB) EndRole(ctx context.Context, v *Viewer, id ID) (*Account, error) {
	return inTx(ctx, d, v, "account: role ended", func(tx *DB) (*Account, error) {
		if _, err := tx.exec(ctx, "lock table account_roles in share row exclusive mode"); err != nil { // of two last ones, one stays
			return nil, err
		}
		found, err := HeldRoles.ByKeys(ctx, tx, []int64{id.keyOf("HeldRole")})
		if err != nil {
			return nil, err
		}
		role := found[id.keyOf("HeldRole")]
		if role == nil || role.EndedAt != nil || !v.mayGive(role) {
			return nil, NotFound("role", "role_unknown", "there is no such role that you may end")
		}
		if err := tx.mayEnd(ctx, v, role); err != nil {
			return nil, err
		}
		if _, err := tx.exec(ctx, "update account_roles set ended_at = now() where id = $1", role.Key); err != nil {
			return nil, err
		}
		if err := tx.closeWithoutRoles(ctx, role.AccountID); err != nil {
			return nil, err
		}
		return tx.account(ctx, role.AccountID)
	})
}

// mayEnd sees that a partner keeps an administrator, unless the register's own ends the role, and the register one who can
// act.
func (d *DB) mayEnd(ctx context.Context, v *Viewer, role *HeldRole) error {
	if role.Role != Administrator && (role.Role != PartnerAdministrator || v.Holds(Administrator)) {
		return nil
	}
	var others int
	if err := d.selectOne(ctx, &others, `
		select count(*)
		from account_roles r
		join accounts a on a.id = r.account_id and a.joined_at is not null and a.closed_at is null and (a.totp_on or r.role <> 'ADMINISTRATOR')
		where r.role = $1::role and r.partner_id is not distinct from $2 and r.ended_at is null and r.id <> $3`,
		role.Role, role.PartnerID, role.Key); err != nil {
		return err
	}
	if others == 0 {
		return &Error{Code: CodeConflict, Field: "role", Reason: "last_administrator", Message: "nobody else is an administrator here; invite another first, and wait until the invitation is taken up"}
	}
	return nil
}

// endPastRoles ends the roles of an account whose last day is over.
func (d *DB) endPastRoles(ctx context.Context, account int64) error {
	_, err := d.exec(ctx, "update account_roles set ended_at = now() where account_id = $1 and until_on < current_date and ended_at is null", account)
	return err
}

// closeWithoutRoles closes an account that holds no role any more.
func (d *DB) closeWithoutRoles(ctx context.Context, account int64) error {
	if err := d.endPastRoles(ctx, account); err != nil {
		return err
	}
	closed, err := d.execOnce(ctx, `
		update accounts a
		set closed_at = now()
		where a.id = $1 and not exists (select from account_roles r where r.account_id = a.id and r.ended_at is null)`, account)
	if err != nil || !closed {
		return err
	}
	_, err = d.endSessions(ctx, account, 0)
	return err
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
		if err := tx.useCode(ctx, code); err != nil {
			return "", err
		}
		joined, err := tx.execOnce(ctx, `
			update accounts
			set name = $2, password_hash = $3, joined_at = now()
			where id = $1 and joined_at is null and closed_at is null`, account.Key, name, hash)
		if err == nil && !joined {
			return "", codeUnknown()
		}
		return account.Email, err
	})
}

// RenewInvitation has a new link sent in place of one whose time is over. Nothing that comes back tells whether it was one.
func (d *DB) RenewInvitation(ctx context.Context, code, client string) error {
	_, err := d.attempt(ctx, "renew "+code, "renew "+client, func(tx *DB) error {
		_, err := tx.exec(ctx, `
			insert into letters (account_id, kind)
			select a.id, 'INVITATION'
			from codes c
			join accounts a on a.id = c.account_id and a.joined_at is null and a.closed_at is null
			where c.code_sha256 = $1 and c.purpose = 'INVITATION' and c.used_at is null and c.expires_at <= now() and `+notJustWritten,
			hashOf(code), "INVITATION")
		return err
	})
	return err
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

// keyOf gives the key of an id of that type; one of another type names no row.
func (id ID) keyOf(typ string) int64 {
	if id.Type != typ {
		return 0
	}
	return id.Key
}
