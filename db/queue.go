package db

import (
	"cmp"
	"strings"
)

// Which declarations somebody finds in a list.

// QueueFilter says which declarations of a queue are wanted.
type QueueFilter struct {
	Partner, Convention, Region string
	SubmittedUntil              Date
	Overlap                     bool // those with somebody who is declared elsewhere
	Claimed                     bool // those that one has claimed
}

// Queue narrows declarations to those of which something waits for a viewer.
func (v *Viewer) Queue(in QueueFilter) DeclarationFilter {
	filter := DeclarationFilter{State: "SUBMITTED", Partner: in.Partner, Convention: in.Convention, Region: in.Region,
		SubmittedUntil: in.SubmittedUntil, Regions: v.offices()}
	if in.Overlap {
		filter.OverlapIn = cmp.Or(filter.Regions, "*") // beside the rows of others nothing is pointed to
	}
	if in.Claimed {
		filter.Claimant = v.Account.Key
	}
	return filter
}

// Overseen narrows declarations to those that a viewer may see as an officer, an auditor or an administrator, as seesDeclaration
// has it of each.
func (v *Viewer) Overseen(filter DeclarationFilter) DeclarationFilter {
	var partners, conventions []int64
	regions, own, all := v.regions(), "", v.Holds(Administrator) || v.verifiesEverywhere()
	if v.Holds(Officer) {
		own = v.actor()
	}
	for _, r := range v.Roles {
		switch {
		case r.Role != Auditor:
		case r.PartnerID != nil:
			partners = append(partners, *r.PartnerID)
		case r.ConventionID != nil:
			conventions = append(conventions, *r.ConventionID)
		case r.RegionID != nil:
			regions = append(regions, *r.RegionID)
		default:
			all = true
		}
	}
	seen := keysIn(partners)
	if all {
		seen = "*"
	}
	filter.Scope = strings.Join([]string{seen, keysIn(conventions), keysIn(regions), own}, ";")
	return filter
}
