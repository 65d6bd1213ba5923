package db

import (
	"context"
	"strings"
)

// PublishedReply is what a partner answers, about one thing: a convention, a commitment or a claim, by its slug. It is a new
// reply, or one of its own anew, which then keeps what it said before.
type PublishedReply struct {
	Partner        string
	Reply          *ID
	Version        *int
	Convention     *string
	Commitment     *string
	Claim          *string
	Language       Language
	Words          string
	CheckOnly      bool
	IdempotencyKey *string
}

const (
	mostReply   = 5000 // characters
	mostReplies = 200  // of a partner
)

// PublishReply publishes a reply, dated today, or one of the partner's own as it is now. What is only checked is not written: the
// answer is then nil.
func (d *DB) PublishReply(ctx context.Context, v *Viewer, in PublishedReply) (*Reply, error) {
	return inTx(ctx, d, v, byPartner, func(tx *DB) (*Reply, error) {
		if in.CheckOnly {
			_, err := tx.checkReply(ctx, v, in)
			return nil, err
		}
		key, err := tx.once(ctx, v, in.IdempotencyKey, in, func() (int64, error) {
			reply, err := tx.checkReply(ctx, v, in)
			if err != nil {
				return 0, err
			}
			if reply.Key == 0 {
				return tx.addReply(ctx, reply, in.Partner)
			}
			if err := reply.unchanged(in.Version); err != nil {
				return 0, err
			}
			_, err = tx.exec(ctx, "update replies set words_text = $2, words_language = $3 where id = $1", reply.Key, reply.Said.Text, reply.Said.Language)
			return reply.Key, err
		})
		if err != nil {
			return nil, err
		}
		return tx.reply(ctx, key)
	})
}

func (d *DB) reply(ctx context.Context, key int64) (*Reply, error) {
	found, err := Replies.ByKeys(ctx, d, []int64{key})
	return found[key], err
}

func (r *Reply) unchanged(seen *int) error {
	if seen == nil || *seen != r.Version {
		return Conflict("version", "reply_changed", "this reply was changed since it was read; look at it again")
	}
	return nil
}

// checkReply gives a reply as it is to be written, or all that is wrong with it.
func (d *DB) checkReply(ctx context.Context, v *Viewer, in PublishedReply) (*Reply, error) {
	partner, err := d.spokenFor(ctx, v, in.Partner)
	if err != nil {
		return nil, err
	}
	var faults Faults
	reply := &Reply{PartnerID: partner}
	if in.Reply != nil {
		if reply, err = d.ownReply(ctx, v, *in.Reply); err != nil {
			return nil, err
		}
		if in.Convention != nil || in.Commitment != nil || in.Claim != nil {
			faults.add(BadInput("reply", "reply_elsewhere", "what a reply is about stays; leave it out, or publish another reply"))
		}
	} else if err := d.repliedTo(ctx, &faults, reply, in); err != nil {
		return nil, err
	}
	faults.add(lengthOf("words", in.Words, 1, mostReply))
	text := strings.TrimSpace(in.Words)
	reply.Said = Quote{Text: &text, Language: &in.Language}
	return reply, faults.err()
}

// signedBy tells whether a partner has to do with what it replies to: a convention that it is a party of, or what was signed
// at a signing that names it. $1 is the row, $2 the partner.
const signedBy = `
	select exists (
		select from signatories s where s.signing_id = x.signing_id and s.partner_id = $2 and s.withdrawn_at is null
		union all
		select from parties p where p.convention_id = x.convention_id and p.partner_id = $2 and p.withdrawn_at is null)
	from `

// repliedTo finds the one thing that a reply is about.
func (d *DB) repliedTo(ctx context.Context, faults *Faults, reply *Reply, in PublishedReply) error {
	if !exactlyOne(in.Convention != nil, in.Commitment != nil, in.Claim != nil) {
		faults.add(BadInput("convention", "replies_to_one_thing", "a reply is about exactly one of convention, commitment and claim; name that one"))
		return nil
	}
	for _, about := range []struct {
		field, table, of string
		name             *string
		into             **int64
	}{
		{"convention", "conventions", "(select id as convention_id, signing_id from conventions where id = $1) x", in.Convention, &reply.ConventionID},
		{"commitment", "commitments", `(select m.convention_id, coalesce(m.signing_id, c.signing_id) as signing_id
			from commitments m left join conventions c on c.id = m.convention_id where m.id = $1) x`, in.Commitment, &reply.CommitmentID},
		{"claim", "claims", "(select null::bigint as convention_id, signing_id from claims where id = $1) x", in.Claim, &reply.ClaimID},
	} {
		if about.name == nil {
			continue
		}
		key, known, err := d.keyNamed(ctx, about.table, *about.name)
		if err != nil {
			return err
		}
		if !known {
			faults.add(BadInput(about.field, about.field+"_unknown", "%.80q is none of the register's", *about.name))
			return nil
		}
		var signed bool
		if err := d.selectOne(ctx, &signed, signedBy+about.of, key, reply.PartnerID); err != nil {
			return err
		}
		if !signed {
			faults.add(BadInput(about.field, "reply_to_others", "a partner replies about what it has signed; ask an administrator of the register where it isn't registered"))
		}
		*about.into = &key
	}
	return nil
}

func (d *DB) addReply(ctx context.Context, r *Reply, partner string) (key int64, err error) {
	if err := d.roomFor(ctx, "replies", r.PartnerID, mostReplies, "withdrawn_at is null"); err != nil {
		return 0, err
	}
	err = d.selectOne(ctx, &key, `
		insert into replies (slug, partner_id, convention_id, commitment_id, claim_id, replied_on, words_text, words_language, is_from_partner)
		values ($1, $2, $3, $4, $5, $6, $7, $8, true)
		returning id`, ownSlug(partner), r.PartnerID, r.ConventionID, r.CommitmentID, r.ClaimID, today(), r.Said.Text, r.Said.Language)
	return key, err
}

// ownReply finds a reply that a viewer's partner has published by itself and that stands, and holds others off it.
func (d *DB) ownReply(ctx context.Context, v *Viewer, id ID) (*Reply, error) {
	if _, err := d.exec(ctx, "select from replies where id = $1 for update", id.keyOf("Reply")); err != nil {
		return nil, err
	}
	reply, err := d.reply(ctx, id.keyOf("Reply"))
	switch {
	case err != nil:
		return nil, err
	case reply == nil:
		return nil, NotFound("reply", "reply_unknown", "there is no such reply")
	case !v.declaresFor(reply.PartnerID):
		return nil, Forbidden("role_missing", "you speak for the partners that you act for, and for no other")
	case !reply.IsFromPartner:
		return nil, Forbidden("not_own_words", "the register has this from a source that it cites; ask an administrator of the register to change it")
	case reply.WithdrawnAt != nil:
		return nil, Conflict("reply", "reply_withdrawn", "this reply is withdrawn; publish another one")
	}
	return reply, nil
}

// WithdrawReply takes a reply out of the lists. Its address still opens it, and says since when it is withdrawn.
func (d *DB) WithdrawReply(ctx context.Context, v *Viewer, id ID, version int) (*Reply, error) {
	return inTx(ctx, d, v, byPartner, func(tx *DB) (*Reply, error) {
		reply, err := tx.ownReply(ctx, v, id)
		if err != nil {
			return nil, err
		}
		if err := reply.unchanged(&version); err != nil {
			return nil, err
		}
		if _, err := tx.exec(ctx, "update replies set withdrawn_at = now() where id = $1", reply.Key); err != nil {
			return nil, err
		}
		return tx.reply(ctx, reply.Key)
	})
}
