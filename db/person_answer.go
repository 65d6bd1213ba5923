package db

import (
	"context"
	"slices"
	"unicode/utf8"
)

// PersonRequestsSeen narrows requests to those that a viewer answers: as officer of the whole country all, of regions those
// there; as one of a partner's people those that name it.
func (v *Viewer) PersonRequestsSeen(open bool) PersonRequestFilter {
	filter := PersonRequestFilter{Open: open}
	if !v.verifiesEverywhere() {
		filter.Seen = keysIn(v.regions()) + " " + keysIn(v.partners())
	}
	return filter
}

// Answers tells whether a viewer answers a request, and sees who asks: somebody who has signed in, never a program by a token.
func (v *Viewer) Answers(r *PersonRequest) bool {
	return v != nil && v.Account != nil && (v.Verifies(r.RegionID) || r.PartnerID != nil && v.declaresFor(*r.PartnerID))
}

// answerable reads a request that a viewer answers, as it was when it had that version, and holds others off it.
func (d *DB) answerable(ctx context.Context, v *Viewer, id ID, version int) (*PersonRequest, error) {
	if _, err := d.exec(ctx, "select from person_requests where id = $1 for update", id.keyOf("PersonRequest")); err != nil {
		return nil, err
	}
	request, err := d.personRequest(ctx, id.keyOf("PersonRequest"))
	switch {
	case err != nil:
		return nil, err
	case request == nil || !v.Answers(request):
		return nil, NotFound("request", "person_request_unseen", "there is no such request that you may answer")
	case request.EndedAt != nil:
		return nil, errRequestEnded
	case request.Version != version:
		return nil, Conflict("version", "person_request_changed", "somebody has changed this request since you have read it; look at what it is now")
	}
	return request, nil
}

// CheckedIdentity says how somebody has shown who they are. No copy of a card is ever asked for, and none is kept.
type CheckedIdentity struct {
	Request ID
	Version int
	How     IdentityCheck
}

// CheckPersonIdentity notes that who asks is who they say.
func (d *DB) CheckPersonIdentity(ctx context.Context, v *Viewer, in CheckedIdentity) (*PersonRequest, error) {
	return inTx(ctx, d, v, "person: identity checked", func(tx *DB) (*PersonRequest, error) {
		request, err := tx.answerable(ctx, v, in.Request, in.Version)
		if err != nil {
			return nil, err
		}
		if request.IdentityCheck != nil {
			return nil, Conflict("request", "person_identity_checked", "the identity was checked before")
		}
		if _, err := tx.exec(ctx, `
			update person_requests set state = 'IDENTITY_CHECKED', identity_check = $2, checked_by = $3, version = version + 1 where id = $1`,
			request.Key, in.How, v.actor()); err != nil {
			return nil, err
		}
		if err := tx.writeToRequester(ctx, request, "PERSON_IDENTITY_CHECKED"); err != nil {
			return nil, err
		}
		return tx.personRequest(ctx, request.Key)
	})
}

// PersonAnswer is what is answered to a request: that it was done, or why it isn't.
type PersonAnswer struct {
	Request ID
	Version int
	Reason  *PersonRequestReason // why it is refused; nil where it is done
	Words   string
}

// AnswerPersonRequest answers a request, for good. Done is only what is asked by who has shown who they are.
func (d *DB) AnswerPersonRequest(ctx context.Context, v *Viewer, in PersonAnswer) (*PersonRequest, error) {
	words := given(&in.Words)
	var faults Faults
	if words == nil {
		faults.add(BadInput("words", "person_answer_missing", "say what was done, or why it isn't; who asked reads it"))
	} else if length := utf8.RuneCountInString(*words); length > mostRequestWords {
		faults.add(BadInput("words", "words_long", "%d characters; allowed are %d", length, mostRequestWords))
	}
	if err := faults.err(); err != nil {
		return nil, err
	}
	return inTx(ctx, d, v, "person: answered", func(tx *DB) (*PersonRequest, error) {
		request, err := tx.answerable(ctx, v, in.Request, in.Version)
		if err != nil {
			return nil, err
		}
		state := "REFUSED"
		if in.Reason == nil {
			state = "ANSWERED"
		}
		if state == "ANSWERED" && request.IdentityCheck == nil {
			return nil, Conflict("request", "person_identity_unchecked", "check first that who asks is who they say; until then only a refusal is an answer")
		}
		if _, err := tx.exec(ctx, `
			update person_requests set state = $2, reason = $3, ended_at = now(), version = version + 1 where id = $1`, request.Key, state, in.Reason); err != nil {
			return nil, err
		}
		if _, err := tx.exec(ctx, "update person_request_details set answer = $2 where request_id = $1", request.Key, words); err != nil {
			return nil, err
		}
		if err := tx.writeToRequester(ctx, request, "PERSON_REQUEST_ENDED"); err != nil {
			return nil, err
		}
		return tx.personRequest(ctx, request.Key)
	})
}

// Erasure says whose details are erased, on which request.
type Erasure struct {
	Request ID
	Version int
	Row     ID
}

// erased are the statements by which the details behind a row go, with the fingerprints, of all that corrects it or is
// corrected by it, and what proves it.
var erased = []string{`
	update beneficiary_profiles p
	set birth_year = null, identity_kind = null, identity_ending = null, gone_on = current_date
	from jobs j where j.row_id in (select versions_of($1)) and p.job_id = j.id and p.gone_on is null`,
	"delete from fingerprints f using jobs j where j.row_id in (select versions_of($1)) and f.job_id = j.id", `
	update beneficiary_profiles p
	set birth_year = null, identity_kind = null, identity_ending = null, gone_on = current_date
	where p.gone_on is null and p.project_holder_id in (` + holdersOfRow + ")",
	"delete from project_holder_details where project_holder_id in (" + holdersOfRow + ")",
	"delete from fingerprints where project_holder_id in (" + holdersOfRow + ")",
	"delete from evidence where row_id in (select rows_about($1))",
}

// holdersOfRow are the project holder of a stage, as it was declared each time.
const holdersOfRow = `
	select h.id
	from project_stages s join project_holders h on s.project_holder_id in (h.id, h.first_id)
	where s.row_id in (select versions_of($1))`

// EraseDetails erases the personal details behind a row, and the fingerprint, on a request by who has shown who they are: of
// a row that the viewer sees the person of. What is counted stays.
func (d *DB) EraseDetails(ctx context.Context, v *Viewer, in Erasure) (*DeclarationRow, error) {
	return inTx(ctx, d, v, "person: details erased on request", func(tx *DB) (*DeclarationRow, error) {
		request, err := tx.answerable(ctx, v, in.Request, in.Version)
		if err != nil {
			return nil, err
		}
		if request.IdentityCheck == nil || !slices.Contains([]PersonRequestKind{"OBJECT", "ERASE"}, request.Kind) {
			return nil, Conflict("request", "person_identity_unchecked", "details are erased for who has asked that, or objects, once their identity was checked")
		}
		row, err := tx.row(ctx, in.Row.keyOf("DeclarationRow"))
		if err != nil {
			return nil, err
		}
		if row == nil || row.State == "DRAFT" || !v.SeesPerson(row) {
			return nil, errNoRow
		}
		if err := tx.holdAbout(ctx, row); err != nil {
			return nil, err
		}
		var waits bool
		if err := tx.selectOne(ctx, &waits, "select exists (select from declaration_rows where id in (select rows_about($1)) and state = 'WAITING')", row.Key); err != nil {
			return nil, err
		}
		if waits {
			return nil, Conflict("row", "row_waits", "an officer has yet to look at this row, or at another of the same person; that is decided, or withdrawn, before anything of it is erased")
		}
		for _, statement := range erased {
			if _, err := tx.exec(ctx, statement, row.Key); err != nil {
				return nil, err
			}
		}
		return row, nil
	})
}

// holdAbout holds others off all declarations with rows about the same person: else a correction that is begun meanwhile would be
// a copy of what is erased.
func (d *DB) holdAbout(ctx context.Context, row *DeclarationRow) error {
	_, err := d.exec(ctx, `
		select from declarations
		where id in (select r.declaration_id from declaration_rows r where r.id in (select rows_about($1)))
		order by id
		for update`, row.Key)
	return err
}

// writeToRequester puts a letter out to who has asked, where they gave an address.
func (d *DB) writeToRequester(ctx context.Context, r *PersonRequest, kind LetterKind) error {
	_, err := d.exec(ctx, `
		insert into letters (request_id, kind)
		select q.request_id, $2::letter_kind from person_request_details q where q.request_id = $1 and q.email is not null`, r.Key, kind)
	return err
}

// tellOfRequest tells the officers who answer a request, and the administrators of the partner that it names, once a day.
func (d *DB) tellOfRequest(ctx context.Context, r *PersonRequest) error {
	_, err := d.exec(ctx, `
		insert into letters (account_id, kind)
		select a.id, 'PERSON_REQUEST_CAME'
		from accounts a
		where `+isOpen+`
		  and exists (
			select from account_roles h
			where h.account_id = a.id and h.ended_at is null
			  and (h.role = 'OFFICER' and (h.region_id is null or h.region_id = $1) or h.role = 'PARTNER_ADMINISTRATOR' and h.partner_id = $2))
		  and not exists (
			select from letters l
			where l.account_id = a.id and l.kind = 'PERSON_REQUEST_CAME' and l.dropped_at is null and l.created_at > now() - make_interval(secs => $3))`,
		r.RegionID, r.PartnerID, toldAgain.Seconds())
	return err
}
