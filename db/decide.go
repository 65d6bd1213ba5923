package db

import (
	"context"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/lib/pq"
)

// Verdict is what an officer decides on rows of a declaration: on those named, or on all that wait and are the officer's.
type Verdict struct {
	Declaration ID
	Rows        []ID
	Outcome     Outcome
	Basis       *Basis
	Reason      *DecisionReason
	Words       *string
}

const mostReasons = 2000 // characters

// claimDays is after how many working days a claim lapses.
const claimDays = 2

// ClaimDeclaration has an officer look at a declaration, and keeps others from deciding on it until that officer lets it go, or
// two working days are over.
func (d *DB) ClaimDeclaration(ctx context.Context, v *Viewer, id ID) (*Declaration, error) {
	return inTx(ctx, d, v, "declaration: claimed", func(tx *DB) (*Declaration, error) {
		declaration, err := tx.undecided(ctx, v, id)
		if err != nil {
			return nil, err
		}
		if _, err := tx.exec(ctx, "update declarations set claimed_by = $2, claim_ends_at = $3 where id = $1", declaration.Key, v.Account.Key,
			workingDaysLater(time.Now(), claimDays)); err != nil {
			return nil, err
		}
		return tx.declaration(ctx, declaration.Key)
	})
}

// ReleaseDeclaration lets a declaration go that one has claimed; an administrator, and an officer of the whole country, let go
// whatever is claimed.
func (d *DB) ReleaseDeclaration(ctx context.Context, v *Viewer, id ID) (*Declaration, error) {
	return inTx(ctx, d, v, "declaration: let go", func(tx *DB) (*Declaration, error) {
		declaration, err := tx.seen(ctx, v, id)
		if err != nil {
			return nil, err
		}
		released, err := tx.execOnce(ctx, `
			update declarations set claimed_by = null, claim_ends_at = null
			where id = $1 and claimed_by is not null and (claimed_by = $2 or $3)`, declaration.Key, v.Account.Key, v.freesClaims())
		if err == nil && !released {
			err = Conflict("declaration", "claimed_by_another", "this isn't claimed by you")
		}
		if err != nil {
			return nil, err
		}
		return tx.declaration(ctx, declaration.Key)
	})
}

// undecided reads a declaration that waits and that nobody else looks at, and holds others off it.
func (d *DB) undecided(ctx context.Context, v *Viewer, id ID) (*Declaration, error) {
	if err := d.holdDeclaration(ctx, id); err != nil {
		return nil, err
	}
	declaration, err := d.seen(ctx, v, id)
	switch {
	case err != nil:
		return nil, err
	case declaration.State != "SUBMITTED":
		return nil, Conflict("declaration", "nothing_waits", "nothing of this declaration waits for a decision")
	case declaration.Claimant() != nil && *declaration.Claimant() != v.Account.Key:
		return nil, Conflict("declaration", "claimed_by_another", "another officer looks at this declaration; it is free again once that officer lets it go, or two working days later")
	}
	return declaration, nil
}

// Claimant is the account of the officer who looks at the declaration; nil where nobody does, or a claim has lapsed.
func (d *Declaration) Claimant() *int64 {
	if d.ClaimEndsAt() == nil {
		return nil
	}
	return d.ClaimedBy
}

// ClaimEndsAt is when the claim lapses; nil without one, or where it has lapsed.
func (d *Declaration) ClaimEndsAt() *Instant {
	if d.ClaimUntil == nil || *d.ClaimUntil <= instant(time.Now()) {
		return nil
	}
	return d.ClaimUntil
}

// freesClaims tells whether a viewer lets go what others have claimed.
func (v *Viewer) freesClaims() bool { return v.Holds(Administrator) || v.verifiesEverywhere() }

// Releases tells whether a viewer may let go the claim of a declaration.
func (v *Viewer) Releases(d *Declaration) bool {
	return d.Claimant() != nil && (v.HasClaimed(d) || v.freesClaims())
}

// workingDaysLater is so many working days after a moment.
func workingDaysLater(at time.Time, days int) time.Time {
	for days > 0 {
		at = at.AddDate(0, 0, 1)
		if weekday := at.Weekday(); weekday != time.Saturday && weekday != time.Sunday {
			days--
		}
	}
	return at
}

// DecideRows decides on rows of a declaration, each of which waits and is in a region of the officer's. The rows of one
// decision are all decided on, or none.
func (d *DB) DecideRows(ctx context.Context, v *Viewer, in Verdict) (*Declaration, error) {
	reasons, err := in.check()
	if err != nil {
		return nil, err
	}
	return inTx(ctx, d, v, "declaration: decided", func(tx *DB) (*Declaration, error) {
		declaration, err := tx.undecided(ctx, v, in.Declaration)
		if err != nil {
			return nil, err
		}
		rows, err := tx.decidable(ctx, v, declaration, in)
		if err != nil {
			return nil, err
		}
		if err := tx.decide(ctx, v, rows, in, reasons); err != nil {
			return nil, err
		}
		whole, err := tx.returnWhole(ctx, v, declaration.Key)
		if err != nil {
			return nil, err
		}
		if whole || in.Outcome == "RETURNED" {
			if err := tx.tellPartners(ctx, "ROWS_RETURNED", []int64{declaration.PartnerID}); err != nil {
				return nil, err
			}
		}
		return tx.declaration(ctx, declaration.Key)
	})
}

func (d *DB) decide(ctx context.Context, v *Viewer, rows []int64, in Verdict, reasons *string) error {
	_, err := d.exec(ctx, `
		insert into decisions (row_id, round, outcome, basis, office_id, reason, reasons)
		select r.id, case when exists (select from second_looks s where s.row_id = r.id) then 'SECOND' else 'FIRST' end::decision_round, $2::outcome, $3::basis, case when not $6 then r.region_id end, $4::decision_reason, $5
		from declaration_rows r
		where r.id = any ($1::bigint[])`, pq.Array(rows), in.Outcome, in.Basis, in.Reason, reasons, v.verifiesEverywhere())
	return err
}

// check gives the words of a verdict, or all that is wrong with it.
func (in *Verdict) check() (*string, error) {
	var faults Faults
	words := ""
	if in.Words != nil {
		words = strings.TrimSpace(*in.Words)
	}
	accepts := in.Outcome == "ACCEPTED"
	switch {
	case accepts && in.Basis == nil:
		faults.add(BadInput("basis", "decisions_accepted_on_a_basis", "say what the acceptance rests on"))
	case !accepts && in.Basis != nil:
		faults.add(BadInput("basis", "decisions_accepted_on_a_basis", "only an acceptance rests on a basis; leave it out"))
	}
	switch {
	case !accepts && in.Reason == nil:
		faults.add(BadInput("reason", "decisions_reason_of_the_list", "say why, by one of the list"))
	case !accepts && *in.Reason == "SAMPLE_ABOVE_RATE" || !accepts && *in.Reason == "UNANSWERED":
		faults.add(BadInput("reason", "decisions_reason_follows", "%s follows by a rule; say another reason", *in.Reason))
	case accepts && in.Reason != nil:
		faults.add(BadInput("reason", "decisions_reason_of_the_list", "an acceptance has no reason to return or refuse; leave it out"))
	}
	switch length := utf8.RuneCountInString(words); {
	case !accepts && length == 0:
		faults.add(BadInput("words", "decisions_have_reasons", "say in words what is missing or wrong, so that the partner can mend it in one go"))
	case length > mostReasons:
		faults.add(BadInput("words", "words_long", "%d characters; allowed are %d", length, mostReasons))
	}
	if words == "" {
		return nil, faults.err()
	}
	return &words, faults.err()
}

// isOwn tells whether an actor ($3) has entered a row, as entered_by has it; of an answer, what it confirms too.
const isOwn = `(($3 = any (r.written_by) or $3 in (r.created_by, d.created_by, d.submitted_by, j.created_by, e.created_by, g.created_by)) is true
	or a.id is not null and exists (
	  select from held_questions q
	  join declaration_rows o on o.id = q.row_id
	  join declaration_rows n on (n.partner_id, n.reference, n.kind) = (o.partner_id, o.reference, o.kind)
	  where q.id = a.question_id and $3 = any (entered_by(n.id))))`

// decidable finds the rows to decide on: those named, which all must wait and be the officer's to decide, or all such. Of many
// rows, what is accepted on a basis of its own is the drawn ones, and what rests on the sample the others.
func (d *DB) decidable(ctx context.Context, v *Viewer, declaration *Declaration, in Verdict) ([]int64, error) {
	sample, err := d.decidableBySample(ctx, declaration, in)
	if err != nil {
		return nil, err
	}
	var only *bool // whether those that were drawn, or those that were not
	if drawn := !in.restsOnSample(); sample != nil && in.Outcome == "ACCEPTED" && in.Rows == nil {
		only = &drawn
	}
	var found []struct {
		Key    int64  `db:"id"`
		Region *int64 `db:"region_id"`
		Own    bool   `db:"own"`
		Drawn  bool   `db:"drawn"`
		Beside bool   `db:"beside"` // the welcome of somebody of whom a stage was drawn
		Again  bool   `db:"again"`  // for a second officer
		Mine   bool   `db:"mine"`   // decided by this one
	}
	if err := d.selectRows(ctx, &found, `
		select f.id, f.region_id, f.own, f.drawn, f.beside, f.again, f.mine
		from (
			select r.id, r.position, r.region_id, `+isOwn+` as own, p.row_id is not null as drawn,
			  p.row_id is null and (g.stage = 'WELCOMED') is true and carries_drawn(r.id) as beside,
			  s.id is not null as again, exists (select from decisions d where d.row_id = r.id and d.created_by = $3) as mine
			from declaration_rows r
			join declarations d on d.id = r.declaration_id
			left join jobs j on j.row_id = r.id
			left join job_ends e on e.row_id = r.id
			left join project_stages g on g.row_id = r.id
			left join held_answers a on a.row_id = r.id
			left join sampled_rows p on p.row_id = r.id
			left join second_looks s on s.row_id = r.id
			where r.declaration_id = $1 and r.state = 'WAITING' and ($2::bigint[] is null or r.id = any ($2))) f
		where $4::boolean is null or f.again or f.drawn = $4 or f.beside
		order by f.position`, declaration.Key, pq.Array(keysOf("DeclarationRow", in.Rows)), v.actor(), only); err != nil {
		return nil, err
	}
	var keys []int64
	for _, row := range found {
		switch {
		case row.Own || v.declaresFor(declaration.PartnerID):
			return nil, Forbidden("decisions_not_on_own_entry", "nobody decides on what one has entered; another officer must")
		case row.Mine && in.Rows == nil: // another officer's to look at
		case row.Mine:
			return nil, Forbidden("decisions_second_by_another", "the partner has asked for a second officer: another than who has decided before")
		case row.Again && in.restsOnSample() && in.Rows == nil: // looked at by itself
		case row.Again && in.restsOnSample():
			return nil, BadInput("basis", "decisions_by_the_sample", "what a second officer looks at is accepted on a basis of its own")
		case sample != nil && !row.Again && !row.Beside && in.Outcome == "ACCEPTED" && row.Drawn == in.restsOnSample():
			return nil, BadInput("basis", "decisions_by_the_sample", "a drawn row is accepted on a basis of its own, and the others on the sample")
		case v.Verifies(row.Region):
			keys = append(keys, row.Key)
		}
	}
	switch {
	case in.Rows != nil && len(keys) < len(in.Rows):
		return nil, Conflict("rows", "decisions_on_what_waits", "of these rows some don't wait, or are in a region of which you are no officer; nothing was decided")
	case len(keys) == 0:
		return nil, Conflict("rows", "nothing_waits", "nothing of this declaration waits for you")
	}
	return keys, nil
}
