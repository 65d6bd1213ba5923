package db

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
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

// itself is who acts where the program does, as time goes by.
const itself = "program"

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
		role.Role.ofPartner() && v.actsFor(*role.PartnerID)
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

// ActsFor lists the partners that the viewer acts for, and reads of.
func (v *Viewer) ActsFor() []OwnPartner {
	own := []OwnPartner{}
	if v == nil {
		return own
	}
	if v.token != nil {
		if v.token.has(TokenReads) {
			own = append(own, OwnPartner{PartnerID: v.token.PartnerID})
		}
		return own
	}
	for _, r := range v.Roles {
		if !r.Role.ofPartner() {
			continue
		}
		at := slices.IndexFunc(own, func(p OwnPartner) bool { return p.PartnerID == *r.PartnerID })
		if at < 0 {
			at = len(own)
			own = append(own, OwnPartner{PartnerID: *r.PartnerID})
		}
		own[at].IsAdministered = own[at].IsAdministered || r.Role == PartnerAdministrator
	}
	return own
}

// OwnPartners gives the partners that the viewer acts for, or the one of a slug.
func (d *DB) OwnPartners(ctx context.Context, v *Viewer, slug *string) ([]OwnPartner, error) {
	own := v.ActsFor()
	if slug == nil {
		return own, nil
	}
	partner, err := Partners.BySlug(ctx, d, *slug)
	return slices.DeleteFunc(own, func(p OwnPartner) bool { return partner == nil || p.PartnerID != partner.Key }), err
}

// mayGive tells whether a viewer may give a role, and end it.
func (v *Viewer) mayGive(role *HeldRole) bool {
	return v.Holds(Administrator) || role.Role.ofPartner() && v.administers(*role.PartnerID)
}

// partners are the keys of those that a viewer acts for.
func (v *Viewer) partners() (keys []int64) {
	for _, own := range v.ActsFor() {
		keys = append(keys, own.PartnerID)
	}
	return keys
}

// actsFor tells whether a viewer reads of a partner as one of its people, or as its own system.
func (v *Viewer) actsFor(partner int64) bool {
	return slices.ContainsFunc(v.ActsFor(), func(p OwnPartner) bool { return p.PartnerID == partner })
}

// declaresFor tells whether a viewer declares for a partner.
func (v *Viewer) declaresFor(partner int64) bool {
	return slices.ContainsFunc(v.Roles, func(r *HeldRole) bool { return r.Role.ofPartner() && *r.PartnerID == partner })
}

// verifiesEverywhere tells whether a viewer is an officer of the whole country.
func (v *Viewer) verifiesEverywhere() bool {
	return slices.ContainsFunc(v.Roles, func(r *HeldRole) bool { return r.Role == Officer && r.RegionID == nil })
}

// regions lists the regions of which a viewer is an officer.
func (v *Viewer) regions() []int64 {
	var regions []int64
	for _, r := range v.Roles {
		if r.Role == Officer && r.RegionID != nil {
			regions = append(regions, *r.RegionID)
		}
	}
	return regions
}

// audits lists the roles by which a viewer, as an auditor, reads what a partner declares for a convention. Of a region's
// auditor, the rows there.
func (v *Viewer) audits(partner, convention int64) []*HeldRole {
	var roles []*HeldRole
	for _, r := range v.Roles {
		if r.Role == Auditor && (r.PartnerID == nil || *r.PartnerID == partner) && (r.ConventionID == nil || *r.ConventionID == convention) {
			roles = append(roles, r)
		}
	}
	return roles
}

// offices is the regions of which a viewer is an officer, as keysIn writes them.
func (v *Viewer) offices() string {
	if v.verifiesEverywhere() {
		return ""
	}
	return keysIn(v.regions())
}

// regionsSeen is the regions of which an officer or auditor sees the rows of what a partner declares for a convention.
func (v *Viewer) regionsSeen(partner, convention int64) string {
	if v.verifiesEverywhere() {
		return ""
	}
	regions := v.regions()
	for _, r := range v.audits(partner, convention) {
		if r.RegionID == nil {
			return ""
		}
		regions = append(regions, *r.RegionID)
	}
	return keysIn(regions)
}

// keysIn writes keys as PostgreSQL writes an array, since filters are comparable. The empty text narrows nothing.
func keysIn(keys []int64) string {
	texts := make([]string, len(keys))
	for i, key := range keys {
		texts[i] = strconv.FormatInt(key, 10)
	}
	return "{" + strings.Join(texts, ",") + "}"
}
