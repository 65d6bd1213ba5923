package db

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"
)

// Role says what an account may do.
type Role string

// The roles. A partner's are for one partner; an officer's for the country or a region; an auditor's for a scope, until a
// day.
const (
	PartnerMember        Role = "PARTNER_MEMBER"
	PartnerAdministrator Role = "PARTNER_ADMINISTRATOR"
	Officer              Role = "OFFICER"
	Auditor              Role = "AUDITOR"
	Administrator        Role = "ADMINISTRATOR"
)

// Values lists the enum's values.
func (Role) Values() []string {
	return []string{"PARTNER_MEMBER", "PARTNER_ADMINISTRATOR", "OFFICER", "AUDITOR", "ADMINISTRATOR"}
}

// ofPartner tells the roles that are for one partner.
func (r Role) ofPartner() bool { return r == PartnerMember || r == PartnerAdministrator }

// needsSecondFactor tells the roles that count only with a second factor.
func (r Role) needsSecondFactor() bool { return !r.ofPartner() }

// HeldRole is a role that an account holds, with what it is for.
type HeldRole struct {
	Key          int64    `db:"id" see:"partner administrator"`
	AccountID    int64    `db:"account_id" see:"partner administrator"`
	Role         Role     `db:"role" see:"partner administrator"`
	PartnerID    *int64   `db:"partner_id" see:"partner administrator"`
	RegionID     *int64   `db:"region_id" see:"partner administrator"`
	ConventionID *int64   `db:"convention_id" see:"partner administrator"`
	UntilOn      *Date    `db:"until_on" see:"partner administrator"`
	EndedAt      *Instant `db:"ended_at" see:"administrator"`
}

// ID names the role.
func (r *HeldRole) ID() ID { return ID{"HeldRole", r.Key} }

// HeldRoleFilter narrows a list of roles.
type HeldRoleFilter struct {
	Standing  bool `where:"(t.ended_at is null and coalesce(t.until_on >= current_date, true)) = $::boolean"`
	OfPartner bool `where:"(t.role in ('PARTNER_MEMBER', 'PARTNER_ADMINISTRATOR')) = $::boolean"`
}

// Standing are the roles that haven't ended, and actingFor those of them that are a partner's: an auditor's scope is no
// part of it.
var (
	Standing  = HeldRoleFilter{Standing: true}
	actingFor = HeldRoleFilter{Standing: true, OfPartner: true}
)

// The roles that are held, of accounts and of partners. Nobody reads them but by what is said of viewers.
var (
	HeldRoles    = newTable[HeldRole]("account_roles", by("held_role", false, "t.id", "bigint"), "id").apart()
	AccountRoles = HeldRoles.of("t.account_id")
	PartnerRoles = HeldRoles.of("t.partner_id")
)

// MostRoles is how many roles an account holds at most, and MostPeople how many there are for one partner: both are
// listed whole.
const (
	MostRoles  = 50
	MostPeople = 200
)

// rolesOf reads the roles that an account holds.
func (d *DB) rolesOf(ctx context.Context, account int64) ([]*HeldRole, error) {
	page, err := AccountRoles.Pages(ctx, d, []int64{account}, Paging{Count: MostRoles}, Standing)
	if err != nil {
		return nil, err
	}
	return page[account].Nodes(), nil
}

// People reads who acts for a partner, in the order in which they were invited.
func (d *DB) People(ctx context.Context, partner int64) ([]HeldRole, error) {
	page, err := PartnerRoles.Pages(ctx, d.Private(), []int64{partner}, Paging{Count: MostPeople}, actingFor)
	if err != nil {
		return nil, err
	}
	people := make([]HeldRole, 0, len(page[partner].Edges))
	for _, role := range page[partner].Nodes() {
		people = append(people, *role)
	}
	return people, nil
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

// hold gives a role to an account, and tells which it is; nil where the account holds it already.
func (d *DB) hold(ctx context.Context, account int64, role *HeldRole) (*HeldRole, error) {
	if err := d.endPastRoles(ctx, account); err != nil {
		return nil, err
	}
	var key int64
	err := d.selectOne(ctx, &key, `
		insert into account_roles (account_id, role, partner_id, region_id, convention_id, until_on)
		values ($1, $2, $3, $4, $5, $6)
		on conflict (account_id, role, partner_id, region_id, convention_id) where ended_at is null do nothing
		returning id`, account, role.Role, role.PartnerID, role.RegionID, role.ConventionID, role.UntilOn)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	if err := d.mayHold(ctx, account, role); err != nil {
		return nil, err
	}
	found, err := HeldRoles.ByKeys(ctx, d, []int64{key})
	return found[key], err
}

// mayHold sees, once a role is given, that neither the account nor the partner has more than are listed. Whoever reaches an
// account has its row to themselves; a partner has a turn of its own.
func (d *DB) mayHold(ctx context.Context, account int64, role *HeldRole) error {
	var held struct {
		Roles  int `db:"roles"`
		People int `db:"people"`
	}
	if role.Role.ofPartner() {
		if err := d.inTurn(ctx, "people", *role.PartnerID); err != nil {
			return err
		}
	}
	err := d.selectOne(ctx, &held, `
		select count(*) filter (where account_id = $1) as roles,
		  count(*) filter (where partner_id = $2 and role in ('PARTNER_MEMBER', 'PARTNER_ADMINISTRATOR')) as people
		from account_roles
		where ended_at is null and (account_id = $1 or partner_id = $2)`, account, role.PartnerID)
	switch {
	case err != nil:
		return err
	case held.Roles > MostRoles:
		return Conflict("email", "roles_many", fmt.Sprintf("this account holds %d roles, the most there can be; end one first", MostRoles))
	case role.Role.ofPartner() && held.People > MostPeople:
		return Conflict("partner", "people_many", fmt.Sprintf("%d roles are given for this partner, the most there can be; end one first", MostPeople))
	}
	return nil
}

// EndRole ends a role. Who has no other is signed out, and can't sign in any more.
func (d *DB) EndRole(ctx context.Context, v *Viewer, id ID) (*Account, error) {
	return inTx(ctx, d, v, "account: role ended", func(tx *DB) (*Account, error) {
		role, err := tx.holdRole(ctx, id)
		if err != nil {
			return nil, err
		}
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

// holdRole reads a role once its account, and after that all roles, are held, as who gives a role has the account first: of two
// last administrators who end, one stays.
func (d *DB) holdRole(ctx context.Context, id ID) (*HeldRole, error) {
	var accounts []int64
	if err := d.selectRows(ctx, &accounts, "select account_id from account_roles where id = $1", id.keyOf("HeldRole")); err != nil {
		return nil, err
	}
	for _, account := range accounts {
		if err := d.holdAccount(ctx, account); err != nil {
			return nil, err
		}
	}
	if _, err := d.exec(ctx, "lock table account_roles in share row exclusive mode"); err != nil {
		return nil, err
	}
	found, err := HeldRoles.ByKeys(ctx, d, []int64{id.keyOf("HeldRole")})
	return found[id.keyOf("HeldRole")], err
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
		return Conflict("role", "last_administrator", "nobody else is an administrator here; invite another first, and wait until the invitation is taken up")
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
	for _, purpose := range []string{"INVITATION", "PASSWORD_RESET"} { // else they would be good again once somebody invites anew
		if err := d.endLinks(ctx, account, purpose); err != nil {
			return err
		}
	}
	_, err = d.endSessions(ctx, account, 0)
	return err
}
