package db

import (
	"context"
	"time"
)

// What partners announce by themselves, on the site. It is public from its announcement on.

// AnnouncedOpening is an opening as its partner announces it: a new one, or one of its own anew. Partner and convention are
// slugs, the rest of what is named codes.
type AnnouncedOpening struct {
	Partner         string
	Opening         *ID
	Version         *int
	Convention      *string
	Language        Language // of the occupation and of how to apply
	Occupation      string
	OccupationGroup *string
	Sector          *string
	Region          *string
	ContractKind    *ContractKind
	Posts           *int // nil where it isn't known
	OpensOn         Date
	ClosesOn        Date
	Apply           string
	CheckOnly       bool
	IdempotencyKey  *string
}

const (
	mostApply    = 2000   // characters
	mostPosts    = 100000 // of one opening
	mostOpenings = 200    // of a partner, that stand
	longestOpen  = 366    // days
)

// AnnounceOpening publishes an opening, or one of the partner's own as it is now. What is only checked is not written: the
// answer is then nil.
func (d *DB) AnnounceOpening(ctx context.Context, v *Viewer, in AnnouncedOpening) (*Opening, error) {
	return inTx(ctx, d, v, byPartner, func(tx *DB) (*Opening, error) {
		if in.CheckOnly {
			_, err := tx.checkOpening(ctx, v, in)
			return nil, err
		}
		key, err := tx.once(ctx, v, in.IdempotencyKey, in, func() (int64, error) {
			opening, err := tx.checkOpening(ctx, v, in)
			if err != nil {
				return 0, err
			}
			if err := opening.unchanged(in.Version); err != nil {
				return 0, err
			}
			return tx.writeOpening(ctx, opening, in.Partner)
		})
		if err != nil {
			return nil, err
		}
		return tx.opening(ctx, key)
	})
}

func (d *DB) opening(ctx context.Context, key int64) (*Opening, error) {
	found, err := Openings.ByKeys(ctx, d, []int64{key})
	return found[key], err
}

// checkOpening gives an opening as it is to be written, or all that is wrong with it.
func (d *DB) checkOpening(ctx context.Context, v *Viewer, in AnnouncedOpening) (*Opening, error) {
	partner, err := d.spokenFor(ctx, v, in.Partner)
	if err != nil {
		return nil, err
	}
	opening := &Opening{PartnerID: partner}
	if in.Opening != nil {
		if opening, err = d.ownOpening(ctx, v, *in.Opening); err != nil {
			return nil, err
		}
		if opening.PartnerID != partner {
			return nil, NotFound("opening", "opening_unknown", "this partner has announced no such opening")
		}
		if opening.WithdrawnOn != nil {
			return nil, Conflict("opening", "opening_withdrawn", "this opening is withdrawn; announce another one")
		}
	}
	faults := in.wrong(opening.Key == 0)
	if err := d.nameOpening(ctx, &faults, opening, in); err != nil {
		return nil, err
	}
	in.say(opening)
	return opening, faults.err()
}

// wrong lists what is wrong with an opening by itself.
func (in AnnouncedOpening) wrong(isNew bool) (faults Faults) {
	faults.add(lengthOf("occupation", in.Occupation, 1, mostWording))
	faults.add(lengthOf("apply", in.Apply, 1, mostApply))
	if in.Posts != nil && (*in.Posts < 1 || *in.Posts > mostPosts) {
		faults.add(BadInput("posts", "openings_posts_counted", "%d posts; allowed are 1 to %d, or none where it isn't known", *in.Posts, mostPosts))
	}
	opens, _ := time.Parse(time.DateOnly, string(in.OpensOn))
	closes, _ := time.Parse(time.DateOnly, string(in.ClosesOn))
	switch {
	case in.ClosesOn < in.OpensOn:
		faults.add(BadInput("closesOn", "openings_close_after_they_open", "%s is before %s; an opening closes on the day it opens, or later", in.ClosesOn, in.OpensOn))
	case isNew && in.ClosesOn < today():
		faults.add(BadInput("closesOn", "opening_over", "%s is over; announce what one can still apply for", in.ClosesOn))
	case closes.Sub(opens) >= longestOpen*24*time.Hour:
		faults.add(BadInput("closesOn", "opening_long", "an opening is open for %d days at most", longestOpen))
	}
	return faults
}

// nameOpening finds what an opening names, or reports what isn't there.
func (d *DB) nameOpening(ctx context.Context, faults *Faults, opening *Opening, in AnnouncedOpening) error {
	for _, named := range []struct {
		field, table string
		name         *string
		into         **int64
	}{
		{"occupationGroup", "occupation_groups", in.OccupationGroup, &opening.OccupationGroupID},
		{"sector", "sectors", in.Sector, &opening.SectorID},
		{"region", "regions", in.Region, &opening.RegionID},
		{"convention", "conventions", in.Convention, &opening.ConventionID},
	} {
		*named.into = nil
		if named.name == nil {
			continue
		}
		key, known, err := d.keyNamed(ctx, named.table, *named.name)
		if err != nil {
			return err
		}
		if !known {
			faults.add(BadInput(named.field, Snake(named.field)+"_unknown", "%.80q is none of the register's", *named.name))
			continue
		}
		*named.into = &key
	}
	if opening.ConventionID == nil {
		return nil
	}
	party, err := d.isParty(ctx, *opening.ConventionID, opening.PartnerID)
	if err == nil && !party {
		faults.add(BadInput("convention", "party_unknown", "this partner isn't registered as a party of this convention; an administrator of the register can add it"))
	}
	return err
}

// say puts to an opening what its partner says by itself.
func (in AnnouncedOpening) say(opening *Opening) {
	opening.Occupations = textIn(in.Language, in.Occupation)
	opening.Applying = textIn(in.Language, in.Apply)
	opening.ContractKind = in.ContractKind
	opening.Posts = Figure{Status: "UNKNOWN"}
	if in.Posts != nil {
		posts := int64(*in.Posts)
		opening.Posts = Figure{Value: &posts, Status: "KNOWN"}
	}
	opening.OpensOn, opening.ClosesOn = in.OpensOn, in.ClosesOn
}

// unchanged refuses to write over an opening that a colleague has changed since it was read.
func (o *Opening) unchanged(seen *int) error {
	if o.Key == 0 {
		return nil
	}
	if seen == nil || *seen != o.Version {
		return Conflict("version", "opening_changed", "this opening was changed since it was read; look at it again")
	}
	return nil
}

// writeOpening writes an opening, and gives its key.
func (d *DB) writeOpening(ctx context.Context, o *Opening, partner string) (key int64, err error) {
	given := []any{o.ConventionID, o.Occupations.Language, o.Occupations.FR, o.Occupations.AR, o.Occupations.EN, o.OccupationGroupID,
		o.SectorID, o.RegionID, o.ContractKind, o.Posts.Value, o.Posts.Status, o.OpensOn, o.ClosesOn, o.Applying.FR, o.Applying.AR, o.Applying.EN}
	if o.Key != 0 {
		_, err = d.exec(ctx, `
			update openings
			set convention_id = $1, occupation_language = $2, occupation_fr = $3, occupation_ar = $4, occupation_en = $5,
			  occupation_group_id = $6, sector_id = $7, region_id = $8, contract_kind = $9, posts_value = $10, posts_status = $11,
			  opens_on = $12, closes_on = $13, apply_language = $2, apply_fr = $14, apply_ar = $15, apply_en = $16
			where id = $17`, append(given, o.Key)...)
		return o.Key, err
	}
	if err := d.roomFor(ctx, "openings", o.PartnerID, mostOpenings, "closes_on >= current_date and withdrawn_on is null"); err != nil {
		return 0, err
	}
	err = d.selectOne(ctx, &key, `
		insert into openings (convention_id, occupation_language, occupation_fr, occupation_ar, occupation_en, occupation_group_id,
		  sector_id, region_id, contract_kind, posts_value, posts_status, opens_on, closes_on, apply_language, apply_fr, apply_ar,
		  apply_en, partner_id, slug, is_from_partner)
		values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $2, $14, $15, $16, $17, $18, true)
		returning id`, append(given, o.PartnerID, ownSlug(partner))...)
	return key, err
}

// ownOpening finds an opening that a viewer's partner has announced by itself, and holds others off it.
func (d *DB) ownOpening(ctx context.Context, v *Viewer, id ID) (*Opening, error) {
	if _, err := d.exec(ctx, "select from openings where id = $1 for update", id.keyOf("Opening")); err != nil {
		return nil, err
	}
	opening, err := d.opening(ctx, id.keyOf("Opening"))
	switch {
	case err != nil:
		return nil, err
	case opening == nil:
		return nil, NotFound("opening", "opening_unknown", "there is no such opening")
	case !v.declaresFor(opening.PartnerID):
		return nil, Forbidden("role_missing", "you speak for the partners that you act for, and for no other")
	case !opening.IsFromPartner:
		return nil, Forbidden("not_own_words", "the register has this from a source that it cites; ask an administrator of the register to change it")
	}
	return opening, nil
}

// CloseOpening ends the time in which one can apply: from now on nobody can, but on the very day on which one first could.
func (d *DB) CloseOpening(ctx context.Context, v *Viewer, id ID, version int) (*Opening, error) {
	return d.endOpening(ctx, v, id, version, func(o *Opening) (string, error) {
		switch {
		case o.OpensOn > today():
			return "", Conflict("opening", "opening_not_open", "nobody can apply yet; withdraw it instead")
		case o.ClosesOn < today():
			return "", Conflict("opening", "opening_closed", "this opening is closed already")
		}
		return "closes_on = greatest(opens_on, current_date - 1)", nil
	})
}

// WithdrawOpening says that an opening doesn't stand any more. It stays to be read, with the day.
func (d *DB) WithdrawOpening(ctx context.Context, v *Viewer, id ID, version int) (*Opening, error) {
	return d.endOpening(ctx, v, id, version, func(*Opening) (string, error) { return "withdrawn_on = current_date", nil })
}

func (d *DB) endOpening(ctx context.Context, v *Viewer, id ID, version int, how func(*Opening) (string, error)) (*Opening, error) {
	return inTx(ctx, d, v, byPartner, func(tx *DB) (*Opening, error) {
		opening, err := tx.ownOpening(ctx, v, id)
		if err != nil {
			return nil, err
		}
		if opening.WithdrawnOn != nil {
			return nil, Conflict("opening", "opening_withdrawn", "this opening is withdrawn already")
		}
		if err := opening.unchanged(&version); err != nil {
			return nil, err
		}
		change, err := how(opening)
		if err != nil {
			return nil, err
		}
		if _, err := tx.exec(ctx, "update openings set "+change+" where id = $1", opening.Key); err != nil {
			return nil, err
		}
		return tx.opening(ctx, opening.Key)
	})
}
