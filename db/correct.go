package db

import (
	"context"

	"github.com/lib/pq"
)

// Correction says which rows of a declaration are to be corrected.
type Correction struct {
	Rows           []ID
	IdempotencyKey *string
}

// CorrectRows begins a draft that corrects rows of a declaration: those that were returned or refused, and those that were
// accepted and have changed since, which stand until what amends them is accepted. It holds copies of them, to be changed.
func (d *DB) CorrectRows(ctx context.Context, v *Viewer, in Correction) (*Declaration, error) {
	return inTx(ctx, d, v, "declaration: correction begun", func(tx *DB) (*Declaration, error) {
		declaration, err := tx.corrigible(ctx, v, in.Rows)
		if err != nil {
			return nil, err
		}
		key, err := tx.once(ctx, v, in.IdempotencyKey, in, func() (int64, error) {
			return tx.startCorrection(ctx, v, declaration, keysOf("DeclarationRow", in.Rows))
		})
		if err != nil {
			return nil, err
		}
		return notGone(tx.declaration(ctx, key))
	})
}

// corrigible finds the declaration that rows belong to, and holds others off it.
func (d *DB) corrigible(ctx context.Context, v *Viewer, rows []ID) (*Declaration, error) {
	if len(rows) == 0 || len(rows) > mostRows {
		return nil, BadInput("rows", "rows_number", "%d rows; allowed are 1 to %d", len(rows), mostRows)
	}
	var of []int64
	if err := d.selectRows(ctx, &of, "select distinct declaration_id from declaration_rows where id = any ($1)", pq.Array(keysOf("DeclarationRow", rows))); err != nil {
		return nil, err
	}
	if len(of) != 1 {
		return nil, NotFound("rows", "row_unknown", "these are not rows of one declaration that you may see")
	}
	return d.writable(ctx, v, ID{"Declaration", of[0]})
}

func (d *DB) startCorrection(ctx context.Context, v *Viewer, declaration *Declaration, rows []int64) (int64, error) {
	var right int
	if err := d.selectOne(ctx, &right, `
		select count(*)
		from declaration_rows r
		where r.id = any ($1) and r.kind in ('JOB', 'PROGRESS') and r.state in ('ACCEPTED', 'RETURNED', 'REFUSED')
		  and not exists (select from declaration_rows n where n.replaces_id = r.id and n.state <> 'WITHDRAWN')`, pq.Array(rows)); err != nil {
		return 0, err
	}
	if right < len(rows) {
		return 0, Conflict("rows", "not_to_be_corrected", "only jobs and stages that were accepted, returned or refused are corrected, each in one draft at a time")
	}
	if err := d.holdPersonKeys(ctx); err != nil { // fingerprints are copied, and those by a key that is given up meanwhile would stay
		return 0, err
	}
	key, err := d.insertDraft(ctx, v, declaration.ConventionID, declaration.PartnerID, declaration.PeriodFrom, declaration.PeriodUntil)
	if err != nil {
		return 0, err
	}
	if err := d.copyHolders(ctx, key, rows); err != nil {
		return 0, err
	}
	_, err = d.exec(ctx, `
		with old as (
			select r.id as row_id, r.reference, r.partner_id, r.convention_id, r.place as position,
			  case when r.state = 'ACCEPTED' then j.id else j.amends_id end as amends_id,
			  j.id as job_id, j.signing_id, j.employer_id, j.undertaking, j.occupation, j.occupation_group_id, j.sector_id, j.region_id,
			  j.contract_kind, j.started_on, j.ended_on, j.refills_id
			from (select n.*, row_number() over (order by n.position) as place from declaration_rows n where n.id = any ($2)) r
			join jobs j on j.row_id = r.id),
		kept as (
			insert into declaration_rows (declaration_id, convention_id, partner_id, position, kind, reference, region_id, replaces_id, amends)
			select $1, o.convention_id, o.partner_id, o.position, 'JOB', o.reference, o.region_id, o.row_id, o.amends_id is not null
			from old o
			returning id, position),
		made as (
			insert into jobs (row_id, convention_id, signing_id, employer_id, undertaking, occupation, occupation_group_id, sector_id,
			  region_id, contract_kind, started_on, ended_on, refills_id, amends_id)
			select k.id, o.convention_id, o.signing_id, o.employer_id, o.undertaking, o.occupation, o.occupation_group_id, o.sector_id,
			  o.region_id, o.contract_kind, o.started_on, o.ended_on, o.refills_id, o.amends_id
			from old o join kept k using (position)
			returning id, row_id),
		persons as (
			insert into beneficiary_profiles (job_id, gender, age_band, education, situation_before, birth_year, identity_kind, identity_ending, gone_on)
			select m.id, p.gender, p.age_band, p.education, p.situation_before, p.birth_year, p.identity_kind, p.identity_ending, p.gone_on
			from old o join kept k using (position) join made m on m.row_id = k.id join beneficiary_profiles p on p.job_id = o.job_id)
		insert into fingerprints (job_id, key_version, fingerprint)
		select m.id, f.key_version, f.fingerprint
		from old o join kept k using (position) join made m on m.row_id = k.id join fingerprints f on f.job_id = o.job_id`, key, pq.Array(rows))
	if err != nil {
		return 0, err
	}
	_, err = d.exec(ctx, `
		insert into evidence (declaration_id, row_id, kind, name, dated_on)
		select $1, n.id, e.kind, e.name, e.dated_on
		from declaration_rows n join evidence e on e.row_id = n.replaces_id
		where n.declaration_id = $1
		order by n.position, e.id limit $2`, key, MostEvidence)
	return key, err
}
