package db

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
)

// SavedJob says which job of which draft is to be saved: a new one, or a row of it anew, as it was when it had that version.
type SavedJob struct {
	Declaration    ID
	Row            *ID
	Version        *int
	Job            JobInput
	IdempotencyKey *string
}

// SaveJob saves a job of a draft. A row that somebody else has changed meanwhile is a CONFLICT.
func (d *DB) SaveJob(ctx context.Context, v *Viewer, in SavedJob) (*DeclarationRow, error) {
	return d.saveRow(ctx, v, "declaration: job saved", in.Declaration, in.IdempotencyKey, in, func(tx *DB, declaration *Declaration) (int64, error) {
		return tx.saveJob(ctx, declaration, in)
	})
}

func (d *DB) saveJob(ctx context.Context, declaration *Declaration, in SavedJob) (int64, error) {
	own, err := d.draftRow(ctx, declaration, in.Row, in.Version, "JOB")
	if err != nil {
		return 0, err
	}
	reader, err := d.newJobReader(ctx, declaration, own, []JobInput{in.Job})
	if err != nil {
		return 0, err
	}
	job, faults := reader.read(in.Job)
	if own != nil {
		kept, err := d.keptJobs(ctx, []int64{own.Key})
		if err != nil {
			return 0, err
		}
		faults = kept[own.Key].withItsNumber(job, faults)
	}
	if err := faults.err(); err != nil {
		return 0, err
	}
	if err := d.touch(ctx, declaration.Key); err != nil {
		return 0, err
	}
	if own != nil {
		job.RowID = own.Key
		return own.Key, d.rewriteJobs(ctx, declaration, []*declaredJob{job})
	}
	keys, err := d.addJobs(ctx, declaration, []*declaredJob{job})
	if err != nil {
		return 0, err
	}
	return keys[0], nil
}

// mostRows is how many rows a declaration has at most: it is submitted and decided as one.
const mostRows = 10000

// room sees that a draft takes so many more rows, and gives the position of its last one.
func (d *DB) room(ctx context.Context, declaration *Declaration, more int) (last int, err error) {
	var rows struct {
		Last  int `db:"last"`
		Count int `db:"count"`
	}
	err = d.selectOne(ctx, &rows, "select coalesce(max(position), 0) as last, count(*) as count from declaration_rows where declaration_id = $1", declaration.Key)
	if err == nil && rows.Count+more > mostRows {
		err = Conflict("declaration", "declaration_full", fmt.Sprintf("a declaration has %d rows at most; begin another for the others", mostRows))
	}
	return rows.Last, err
}

// addJobs writes new rows to the end of a draft, in one statement however many they are. It gives their keys.
func (d *DB) addJobs(ctx context.Context, declaration *Declaration, jobs []*declaredJob) ([]int64, error) {
	last, err := d.room(ctx, declaration, len(jobs))
	if err != nil {
		return nil, err
	}
	for i, job := range jobs {
		job.Position = last + 1 + i
	}
	given, err := json.Marshal(jobs)
	if err != nil {
		return nil, err
	}
	var keys []int64
	err = d.selectRows(ctx, &keys, `
		with given as (
			select g.*, random_key() as job_id
			from json_to_recordset($1) as g (`+recordOfJob+`)),
		kept as (
			insert into declaration_rows (declaration_id, convention_id, partner_id, position, kind, reference, region_id)
			select $2, $3, $4, g.position, 'JOB', g.reference, g.region_id
			from given g order by g.position
			returning id, position),
		made as (
			insert into jobs (id, row_id, convention_id, signing_id, employer_id, undertaking, occupation, occupation_group_id, sector_id,
			  region_id, contract_kind, started_on, ended_on, refills_id)
			select g.job_id, k.id, $3, (select c.signing_id from conventions c where c.id = $3), g.employer_id, g.undertaking, g.occupation,
			  g.occupation_group_id, g.sector_id, g.region_id, g.contract_kind, g.started_on, g.ended_on,
			  coalesce(g.refills_id, o.job_id)
			from given g join kept k using (position) left join given o on o.reference = g.refills
			returning id),
		persons as (
			insert into beneficiary_profiles (job_id, gender, age_band, education, situation_before, birth_year, identity_kind, identity_ending)
			select g.job_id, g.gender, g.age_band, g.education, g.situation_before, g.birth_year, g.identity_kind, g.identity_ending
			from given g join made m on m.id = g.job_id),
		marks as (
			insert into fingerprints (job_id, key_version, fingerprint)
			select g.job_id, k.key_version, decode(k.fingerprint, 'hex')
			from given g join made m on m.id = g.job_id cross join lateral `+marksOfJob+`)
		select id from kept order by position`, string(given), declaration.Key, declaration.ConventionID, declaration.PartnerID)
	return keys, err
}

// recordOfJob are the columns of a declaredJob, with their types.
const recordOfJob = `row_id bigint, position int, reference text, employer_id bigint, undertaking text, occupation text,
	occupation_group_id bigint, sector_id bigint, region_id bigint, contract_kind contract_kind, started_on date, ended_on date,
	refills_id bigint, refills text, gender gender, age_band age_band, education education, situation_before situation_before, birth_year int,
	identity_kind identity_kind, identity_ending text, marks jsonb`

// marksOfJob are the fingerprints of the person of g, by each key in force.
const marksOfJob = `jsonb_to_recordset(coalesce(nullif(g.marks, 'null'), '[]')) as k (key_version int, fingerprint text)`

// rewriteJobs writes what rows of a draft say anew, in one statement. The fingerprint of before stays where no number is
// given and the kind of card is the same, or went with the details.
func (d *DB) rewriteJobs(ctx context.Context, declaration *Declaration, jobs []*declaredJob) error {
	given, err := json.Marshal(jobs)
	if err != nil {
		return err
	}
	_, err = d.exec(ctx, `
		with g as (
			select g.*, nullif(g.marks, 'null') is not null as marked, j.id as job_id,
			  exists (select from beneficiary_profiles p where p.job_id = j.id and p.gone_on is not null) as gone
			from json_to_recordset($1) as g (`+recordOfJob+`) join jobs j using (row_id)),
		refilled as (
			select g.job_id, o.id
			from g
			join declaration_rows r on r.partner_id = $3 and r.reference = g.refills and r.declaration_id = $2
			join jobs o on o.row_id = r.id),
		kept as (
			update declaration_rows r set reference = g.reference, region_id = g.region_id, version = r.version + 1 from g where r.id = g.row_id),
		made as (
			update jobs j
			set employer_id = g.employer_id, undertaking = g.undertaking, occupation = g.occupation, occupation_group_id = g.occupation_group_id,
			  sector_id = g.sector_id, region_id = g.region_id, contract_kind = g.contract_kind, started_on = g.started_on,
			  ended_on = g.ended_on, refills_id = coalesce(g.refills_id, o.id)
			from g left join refilled o using (job_id) where j.id = g.job_id),
		persons as (
			update beneficiary_profiles p
			set gender = g.gender, age_band = case when g.gone and g.birth_year is null then p.age_band else g.age_band end,
			  education = g.education, situation_before = g.situation_before, birth_year = g.birth_year, identity_kind = g.identity_kind,
			  identity_ending = coalesce(g.identity_ending, case when g.identity_kind <> 'NONE' then p.identity_ending end),
			  gone_on = case when num_nonnulls(g.birth_year, g.identity_kind, g.identity_ending) = 0 then p.gone_on end
			from g where p.job_id = g.job_id),
		marks as (
			select g.job_id, k.key_version, decode(k.fingerprint, 'hex') as fingerprint from g cross join lateral `+marksOfJob+`),
		unmarked as (
			delete from fingerprints f using g
			where f.job_id = g.job_id and (g.marked or g.identity_kind = 'NONE' or g.identity_kind is null and not g.gone)
			  and not exists (select from marks k where k.job_id = f.job_id and k.key_version = f.key_version))
		insert into fingerprints (job_id, key_version, fingerprint)
		select k.job_id, k.key_version, k.fingerprint from marks k
		on conflict (job_id, key_version) do update set fingerprint = excluded.fingerprint`, string(given), declaration.Key, declaration.PartnerID)
	return err
}

// markAnew adds the fingerprints by keys that have come since to the persons of rows that say the same again.
func (d *DB) markAnew(ctx context.Context, jobs []*declaredJob) error {
	given, err := json.Marshal(jobs)
	if err != nil {
		return err
	}
	_, err = d.exec(ctx, `
		insert into fingerprints (job_id, key_version, fingerprint)
		select j.id, k.key_version, decode(k.fingerprint, 'hex')
		from json_to_recordset($1) as g (row_id bigint, marks jsonb) join jobs j using (row_id) cross join lateral `+marksOfJob+`
		on conflict (job_id, key_version) do nothing`, string(given))
	return err
}

// row reads a row by its key.
func (d *DB) row(ctx context.Context, key int64) (*DeclarationRow, error) {
	found, err := DeclarationRows.ByKeys(ctx, d, []int64{key})
	return found[key], err
}

var errNoRow = NotFound("row", "row_unknown", "there is no such row of this declaration")

// draftRow reads the row of a draft that is to be written, of a kind where one is given; nil for a new one.
func (d *DB) draftRow(ctx context.Context, declaration *Declaration, id *ID, version *int, kind RowKind) (*DeclarationRow, error) {
	if err := declaration.stillDraft(); err != nil || id == nil {
		return nil, err
	}
	row, err := d.row(ctx, id.keyOf("DeclarationRow"))
	switch {
	case err != nil:
		return nil, err
	case row == nil || row.DeclarationID != declaration.Key || kind != "" && row.Kind != kind:
		return nil, errNoRow
	case version == nil:
		return nil, BadInput("version", "version_missing", "say which version of the row you have seen")
	case *version != row.Version:
		return nil, Conflict("version", "row_changed", "somebody has changed this row since you have read it; look at what it is now")
	}
	return row, nil
}

// RemoveRow takes a row out of a draft.
func (d *DB) RemoveRow(ctx context.Context, v *Viewer, declaration, id ID, version int) (*Declaration, error) {
	return inTx(ctx, d, v, "declaration: row removed", func(tx *DB) (*Declaration, error) {
		draft, err := tx.draft(ctx, v, declaration)
		if err != nil {
			return nil, err
		}
		row, err := tx.draftRow(ctx, draft, &id, &version, "")
		if err != nil {
			return nil, err
		}
		if err := tx.stillProgresses(ctx, row); err != nil {
			return nil, err
		}
		if err := errors.Join(tx.throwAway(ctx, "id = $1", row.Key), tx.touch(ctx, draft.Key)); err != nil {
			return nil, err
		}
		return tx.declaration(ctx, draft.Key)
	})
}
