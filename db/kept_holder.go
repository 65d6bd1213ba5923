package db

import (
	"context"
	"database/sql"
	"errors"
	"slices"

	"github.com/lib/pq"
)

// keptHolder is what is kept of a project holder whose welcome a row of a draft declares.
type keptHolder struct {
	Key            int64         `db:"id"`
	First          int64         `db:"first"`
	IdentityKind   *IdentityKind `db:"identity_kind"`
	IdentityEnding *string       `db:"identity_ending"`
	Gone           bool          `db:"gone"` // the details, not the fingerprint
}

// keptHolder reads what a row declares, which is the welcome of a project holder.
func (d *DB) keptHolder(ctx context.Context, row int64) (*keptHolder, error) {
	kept := new(keptHolder)
	err := d.selectOne(ctx, kept, `
		select h.id, coalesce(h.first_id, h.id) as first, p.identity_kind, p.identity_ending, p.gone_on is not null as gone
		from project_holders h left join beneficiary_profiles p on p.project_holder_id = h.id
		where h.row_id = $1`, row)
	if errors.Is(err, sql.ErrNoRows) {
		err = errNoRow
	}
	return kept, err
}

// withItsNumber takes back that an identity number is missing, where that of the same kind of card is kept.
func (k *keptHolder) withItsNumber(kind *IdentityKind, faults Faults) Faults {
	return slices.DeleteFunc(faults, func(fault *Error) bool {
		return fault.Reason == "identity_number_missing" && k.IdentityEnding != nil && alike(k.IdentityKind, kind)
	})
}

// addHolder writes the welcome of a project holder to the end of a draft. It gives the key of the row.
func (d *DB) addHolder(ctx context.Context, declaration *Declaration, h *declaredHolder) (int64, error) {
	last, err := d.room(ctx, declaration, 1)
	if err != nil {
		return 0, err
	}
	var made struct {
		Row    int64 `db:"row_id"`
		Holder int64 `db:"id"`
	}
	if err := d.selectOne(ctx, &made, `
		with r as (
			insert into declaration_rows (declaration_id, convention_id, partner_id, position, kind, reference, region_id)
			values ($1, $2, $3, $4, 'PROGRESS', $5, $6)
			returning id)
		insert into project_holders (row_id, convention_id, partner_id, reference, region_id, sector_id)
		select r.id, $2, $3, $5, $6, $7 from r
		returning row_id, id`, declaration.Key, declaration.ConventionID, declaration.PartnerID, last+1, h.Reference, h.RegionID, h.SectorID); err != nil {
		return 0, err
	}
	if _, err := d.exec(ctx, `
		with p as (
			insert into beneficiary_profiles (project_holder_id, gender, age_band, education, situation_before, birth_year, identity_kind, identity_ending)
			values ($4, $5, $6, $7, $8, $9, $10, $11))
		insert into project_stages (row_id, convention_id, project_holder_id, stage, reached_on) values ($1, $2, $4, 'WELCOMED', $3)`,
		made.Row, declaration.ConventionID, h.WelcomedOn, made.Holder, h.Gender, h.AgeBand, h.Education, h.SituationBefore, h.BirthYear,
		h.IdentityKind, h.IdentityEnding); err != nil {
		return 0, err
	}
	return made.Row, d.writeHolderApart(ctx, made.Holder, h)
}

// rewriteHolder writes what the row of a welcome says anew, and in which region the stages are that go with it. The
// fingerprint of before stays where no number is given and the kind of card is the same, or went with the details.
func (d *DB) rewriteHolder(ctx context.Context, declaration *Declaration, own *DeclarationRow, kept *keptHolder, h *declaredHolder) error {
	for _, write := range []struct {
		statement string
		args      []any
	}{
		{`with r as (
			update declaration_rows set reference = $2, region_id = $3, version = version + 1 where id = $1),
		s as (
			update project_stages set reached_on = $5 where row_id = $1)
		update project_holders set reference = $2, region_id = $3, sector_id = $4 where row_id = $1`,
			[]any{own.Key, h.Reference, h.RegionID, h.SectorID, h.WelcomedOn}},
		{`update declaration_rows r set reference = $3, region_id = $4
		from holders_of_rows l
		where l.row_id = r.id and l.project_holder_id = $2 and r.declaration_id = $1 and r.id <> $5`,
			[]any{declaration.Key, kept.Key, h.Reference, h.RegionID, own.Key}},
		{`update beneficiary_profiles
		set gender = $2, age_band = case when gone_on is not null and $6::int is null then age_band else $3 end, education = $4,
		  situation_before = $5, birth_year = $6, identity_kind = $7::identity_kind,
		  identity_ending = coalesce($8, case when $7::identity_kind <> 'NONE' then identity_ending end),
		  gone_on = case when num_nonnulls($6::int, $7::identity_kind, $8::text) = 0 then gone_on end
		where project_holder_id = $1`,
			[]any{kept.Key, h.Gender, h.AgeBand, h.Education, h.SituationBefore, h.BirthYear, h.IdentityKind, h.IdentityEnding}},
	} {
		if _, err := d.exec(ctx, write.statement, write.args...); err != nil {
			return err
		}
	}
	if len(h.Marks) > 0 || h.IdentityKind == nil && !kept.Gone || h.IdentityKind != nil && *h.IdentityKind == "NONE" {
		if _, err := d.exec(ctx, "delete from fingerprints where project_holder_id = $1", kept.Key); err != nil {
			return err
		}
	}
	if h.Details == nil {
		if _, err := d.exec(ctx, "delete from project_holder_details where project_holder_id = $1", kept.Key); err != nil {
			return err
		}
	}
	return d.writeHolderApart(ctx, kept.Key, h)
}

// writeHolderApart writes what stands in tables of its own: who the person is, and by what it is found again.
func (d *DB) writeHolderApart(ctx context.Context, holder int64, h *declaredHolder) error {
	if h.Details != nil {
		if _, err := d.exec(ctx, `
			insert into project_holder_details (project_holder_id, full_name, telephone, email, project) values ($1, $2, $3, $4, $5)
			on conflict (project_holder_id) do update
			set full_name = excluded.full_name, telephone = excluded.telephone, email = excluded.email, project = excluded.project`,
			holder, h.Details.FullName, h.Details.Telephone, h.Details.Email, h.Details.Project); err != nil {
			return err
		}
	}
	for _, mark := range h.Marks {
		if _, err := d.exec(ctx, "insert into fingerprints (project_holder_id, key_version, fingerprint) values ($1, $2, decode($3, 'hex'))",
			holder, mark.KeyVersion, mark.Fingerprint); err != nil {
			return err
		}
	}
	return nil
}

// copyHolders puts copies of rows of progress into a draft that corrects them: of a welcome, with whom it declares. What was
// accepted is amended, of what was refused or returned the copy amends what that was to. Positions are those among all rows.
func (d *DB) copyHolders(ctx context.Context, draft int64, rows []int64) error {
	_, err := d.exec(ctx, `
		with numbered as (
			select r.*, row_number() over (order by r.position) as place from declaration_rows r where r.id = any ($2)),
		old as (
			select n.id as row_id, n.reference, n.partner_id, n.convention_id, n.place, s.project_holder_id, s.stage, s.reached_on, s.left_reason,
			  case when n.state = 'ACCEPTED' then s.id else s.amends_id end as amends_id, h.id as holder_id, h.sector_id, random_key() as copy_id,
			  coalesce(h.region_id, (select o.region_id from holders_of_rows l join project_holders o on o.id = l.project_holder_id where l.row_id = n.id)) as region_id
			from numbered n
			join project_stages s on s.row_id = n.id
			left join project_holders h on h.row_id = n.id),
		kept as (
			insert into declaration_rows (declaration_id, convention_id, partner_id, position, kind, reference, region_id, replaces_id, amends)
			select $1, o.convention_id, o.partner_id, o.place, 'PROGRESS', o.reference, o.region_id, o.row_id, o.amends_id is not null
			from old o
			returning id, position),
		made as (
			insert into project_stages (row_id, convention_id, project_holder_id, stage, reached_on, left_reason, amends_id)
			select k.id, o.convention_id, o.project_holder_id, o.stage, o.reached_on, o.left_reason, o.amends_id
			from old o join kept k on k.position = o.place),
		holders as (
			insert into project_holders (id, row_id, first_id, convention_id, partner_id, reference, region_id, sector_id)
			select o.copy_id, k.id, o.project_holder_id, o.convention_id, o.partner_id, o.reference, o.region_id, o.sector_id
			from old o join kept k on k.position = o.place
			where o.holder_id is not null
			returning id),
		persons as (
			insert into beneficiary_profiles (project_holder_id, gender, age_band, education, situation_before, birth_year, identity_kind, identity_ending, gone_on)
			select h.id, p.gender, p.age_band, p.education, p.situation_before, p.birth_year, p.identity_kind, p.identity_ending, p.gone_on
			from holders h join old o on o.copy_id = h.id join beneficiary_profiles p on p.project_holder_id = o.holder_id),
		details as (
			insert into project_holder_details (project_holder_id, full_name, telephone, email, project)
			select h.id, p.full_name, p.telephone, p.email, p.project
			from holders h join old o on o.copy_id = h.id join project_holder_details p on p.project_holder_id = o.holder_id)
		insert into fingerprints (project_holder_id, key_version, fingerprint)
		select h.id, f.key_version, f.fingerprint
		from holders h join old o on o.copy_id = h.id join fingerprints f on f.project_holder_id = o.holder_id`, draft, pq.Array(rows))
	return err
}
