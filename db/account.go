package db

import (
	"context"
	"fmt"
	"slices"
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
	Standing bool `where:"(t.ended_at is null and coalesce(t.until_on >= current_date, true)) = $::boolean"`
}

// Standing are the roles that haven't ended.
var Standing = HeldRoleFilter{Standing: true}

// The accounts by address, and their roles. Nobody reads them but by what is said of viewers.
var (
	Accounts     = newTable[Account]("accounts", by("account", false, "t.email", "text"), "email").apart()
	HeldRoles    = newTable[HeldRole]("account_roles", by("held_role", false, "t.id", "bigint"), "id").apart()
	AccountRoles = HeldRoles.of("t.account_id")
	PartnerRoles = HeldRoles.of("t.partner_id")
)

// Viewer is who asks: an account in one of its sessions, or a partner's own system by its token; nil is nobody.
type Viewer struct {
	Account *Account
	Roles   []*HeldRole // those that count now

	waiting bool // a role waits for a second factor
	proven  bool // the session has shown one
	session int64
	token   *AccessToken
}

// actor is who acts, as the history has it: keys say nothing of a person.
func (v *Viewer) actor() string {
	switch {
	case v == nil:
		return "nobody"
	case v.token != nil:
		return fmt.Sprintf("token %d", v.token.Key)
	}
	return fmt.Sprintf("account %d", v.Account.Key)
}

// NeedsSecondFactor tells whether a role waits until there is one.
func (v *Viewer) NeedsSecondFactor() bool { return v.waiting }

// Holds tells whether the viewer holds one of the roles.
func (v *Viewer) Holds(roles ...Role) bool {
	return v != nil && slices.ContainsFunc(v.Roles, func(r *HeldRole) bool { return slices.Contains(roles, r.Role) })
}

// administers tells whether the viewer may invite a partner's people and make its tokens.
func (v *Viewer) administers(partner int64) bool {
	return slices.ContainsFunc(v.Roles, func(r *HeldRole) bool {
		return r.Role == PartnerAdministrator && *r.PartnerID == partner
	})
}

// count puts the roles that are held to the viewer, but those that wait for a second factor.
func (v *Viewer) count(held []*HeldRole) {
	for _, r := range held {
		if r.Role.needsSecondFactor() && !v.proven {
			v.waiting = true
			continue
		}
		v.Roles = append(v.Roles, r)
	}
}

// OwnPartner is a partner that a viewer acts for.
type OwnPartner struct {
	PartnerID      int64
	IsAdministered bool
}

// sees tells whether a viewer is shown a role that somebody holds: one's own are, all to an administrator, and to a
// partner's people those for their partner.
func (v *Viewer) sees(role *HeldRole) bool {
	return v.Holds(Administrator) || v.Account != nil && v.Account.Key == role.AccountID ||
		role.Role.ofPartner() && slices.ContainsFunc(v.Partners(), func(p *OwnPartner) bool { return p.PartnerID == *role.PartnerID })
}

// Seen leaves out the roles that a viewer isn't shown.
func (v *Viewer) Seen(held []*HeldRole) []HeldRole {
	seen := make([]HeldRole, 0, len(held))
	for _, role := range held {
		if v.sees(role) {
			seen = append(seen, *role)
		}
	}
	return seen
}

// Partners lists the partners that the viewer acts for, and reads of.
func (v *Viewer) Partners() []*OwnPartner {
	var own []*OwnPartner
	if v.token != nil {
		if v.token.has(TokenReads) {
			own = append(own, &OwnPartner{PartnerID: v.token.PartnerID})
		}
		return own
	}
	for _, r := range v.Roles {
		if !r.Role.ofPartner() {
			continue
		}
		at := slices.IndexFunc(own, func(p *OwnPartner) bool { return p.PartnerID == *r.PartnerID })
		if at < 0 {
			at = len(own)
			own = append(own, &OwnPartner{PartnerID: *r.PartnerID})
		}
		own[at].IsAdministered = own[at].IsAdministered || r.Role == PartnerAdministrator
	}
	return own
}

// Private gives the same database as its private readers see it: they read over the program's own login, which sees
// everything, so that each says itself whose rows it gives.
func (d *DB) Private() *DB {
	private := *d
	private.public = d.pool
	return &private
}

// rolesOf reads the roles that an account holds.
func (d *DB) rolesOf(ctx context.Context, account int64) ([]*HeldRole, error) {
	page, err := AccountRoles.Pages(ctx, d, []int64{account}, Paging{Count: MostRows}, Standing)
	if err != nil {
		return nil, err
	}
	return page[account].Nodes(), nil
}

// mostPeople is how many people of a partner are shown.
const mostPeople = 1000

// People reads who acts for a partner, in the order in which they were invited.
func (d *DB) People(ctx context.Context, partner int64) ([]HeldRole, error) {
	page, err := PartnerRoles.Pages(ctx, d.Private(), []int64{partner}, Paging{Count: mostPeople}, Standing)
	if err != nil {
		return nil, err
	}
	people := make([]HeldRole, 0, len(page[partner].Edges))
	for _, role := range page[partner].Nodes() {
		if role.Role.ofPartner() { // an auditor's scope is no part of it
			people = append(people, *role)
		}
	}
	return people, nil
}

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

func (d *DB) account(ctx context.Context, key int64) (*Account, error) {
	found, err := Accounts.ByKeys(ctx, d, []int64{key})
	return found[key], err
}

// inTx is InTx for what gives something back, with a viewer who acts.
func inTx[T any](ctx context.Context, d *DB, v *Viewer, reason string, f func(tx *DB) (T, error)) (result T, err error) {
	err = d.InTx(ctx, v.actor(), reason, func(tx *DB) error {
		result, err = f(tx)
		return err
	})
	return result, err
}

// How long things last.
const (
	sessionMost    = 12 * time.Hour
	invitationLife = 7 * 24 * time.Hour
	resetLife      = time.Hour
)
