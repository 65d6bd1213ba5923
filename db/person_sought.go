package db

import (
	"context"
	"strings"

	"github.com/lib/pq"
)

// PersonSought says by what the rows are found behind which somebody is who has asked about themselves: by the number of the card
// that they have shown, of which nothing is kept, or by what the partner that they name, or the viewer's own, calls the row.
type PersonSought struct {
	Request        ID
	Version        int
	IdentityKind   *IdentityKind
	IdentityNumber *string
	Reference      *string
}

// MostSoughtRows is how many rows are found at once.
const MostSoughtRows = 50

// FindPersonRows finds the rows behind which somebody is who has asked about themselves and shown who they are: of those of which
// the viewer sees the person, the latest first. That it was looked is recorded.
func (d *DB) FindPersonRows(ctx context.Context, v *Viewer, in PersonSought) ([]DeclarationRow, error) {
	return inTx(ctx, d, v, "person: rows looked for", func(tx *DB) ([]DeclarationRow, error) {
		request, err := tx.answerable(ctx, v, in.Request, in.Version)
		if err != nil {
			return nil, err
		}
		if request.IdentityCheck == nil {
			return nil, Conflict("request", "person_identity_unchecked", "check first that who asks is who they say; their rows are looked for then")
		}
		marks, err := tx.soughtMarks(ctx, in)
		if err != nil {
			return nil, err
		}
		if _, err := tx.exec(ctx, "insert into audit_trail (action, table_name, row_id) values ('SOUGHT', 'person_requests', $1)", request.Key); err != nil {
			return nil, err
		}
		partners := v.partners()
		if request.PartnerID != nil {
			partners = append(partners, *request.PartnerID)
		}
		return tx.soughtRows(ctx, v, marks, given(in.Reference), partners)
	})
}

// soughtMarks gives the fingerprints of the number that is given; none without a number.
func (d *DB) soughtMarks(ctx context.Context, in PersonSought) (marks []string, err error) {
	var keys personKeys
	if in.IdentityNumber != nil {
		if keys, err = d.keysInForce(ctx); err != nil {
			return nil, err
		}
	}
	var p person
	var faults Faults
	said := PersonInput{IdentityKind: in.IdentityKind, IdentityNumber: in.IdentityNumber}
	said.readNumber(keys, &p, &faults)
	for _, fault := range faults {
		fault.Field = strings.TrimPrefix(fault.Field, "person.")
	}
	if len(faults) == 0 && len(p.Marks) == 0 && given(in.Reference) == nil {
		faults.add(BadInput("identityNumber", "person_sought_by_nothing", "give the kind and number of the card that was shown, or the partner's reference of the row"))
	}
	for _, mark := range p.Marks {
		marks = append(marks, mark.String())
	}
	return marks, faults.err()
}

// soughtRows finds rows by fingerprints, and by the reference that one of some partners has for it.
func (d *DB) soughtRows(ctx context.Context, v *Viewer, marks []string, reference *string, partners []int64) ([]DeclarationRow, error) {
	var keys []int64
	if err := d.selectRows(ctx, &keys, `
		select r.id
		from declaration_rows r
		where r.state <> 'DRAFT' and r.kind in ('JOB', 'PROGRESS')
		  and ($3 or r.partner_id = any ($4::bigint[]) or r.region_id = any ($5::bigint[])) -- as SeesPerson has it
		  and r.id in (
			select coalesce(j.row_id, h.row_id)
			from fingerprints f
			left join jobs j on j.id = f.job_id
			left join project_holders h on h.id = f.project_holder_id
			where (f.key_version, f.fingerprint) in (
				select split_part(m, ':', 1)::int, decode(split_part(m, ':', 2), 'hex') from unnest($1::text[]) m)
			union all
			select o.id from declaration_rows o where o.partner_id = any ($7) and o.reference = $2)
		order by r.id desc
		limit $6`, pq.Array(marks), reference, v.verifiesEverywhere(), keysIn(v.partners()), keysIn(v.regions()), MostSoughtRows, pq.Array(partners)); err != nil {
		return nil, err
	}
	found, err := DeclarationRows.ByKeys(ctx, d, keys)
	if err != nil {
		return nil, err
	}
	rows := []DeclarationRow{}
	for _, key := range keys {
		if row := found[key]; row != nil && v.SeesPerson(row) {
			rows = append(rows, *row)
		}
	}
	return rows, nil
}
