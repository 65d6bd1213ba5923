package db

import (
	"context"
	"database/sql"
	"errors"
	"strings"
)

// SavedEnd says which job of the partner's has ended, by the reference under which it was declared, and on which day; as a
// new row of a draft, or as a row of it anew.
type SavedEnd struct {
	Declaration    ID
	Row            *ID
	Version        *int
	Reference      string
	EndedOn        Date
	IdempotencyKey *string
}

// SaveJobEnd saves the end of a job that was declared before, by a row of a draft.
func (d *DB) SaveJobEnd(ctx context.Context, v *Viewer, in SavedEnd) (*DeclarationRow, error) {
	return d.saveRow(ctx, v, "declaration: end saved", in.Declaration, in.IdempotencyKey, in, func(tx *DB, declaration *Declaration) (int64, error) {
		return tx.saveEnd(ctx, declaration, in)
	})
}

// endedJob is the job that has ended.
type endedJob struct {
	Key       int64  `db:"id"`
	RegionID  int64  `db:"region_id"`
	StartedOn Date   `db:"started_on"`
	Ended     bool   `db:"ended"`
	Waits     *int64 `db:"waits"` // a row that says so already
}

func (d *DB) saveEnd(ctx context.Context, declaration *Declaration, in SavedEnd) (int64, error) {
	own, err := d.draftRow(ctx, declaration, in.Row, in.Version, "JOB_END")
	if err != nil {
		return 0, err
	}
	reference := strings.TrimSpace(in.Reference)
	job := new(endedJob)
	err = d.selectOne(ctx, job, `
		select j.id, j.region_id, j.started_on, j.ended_on is not null as ended,
		  (select min(e.row_id) from job_ends e where e.job_id = j.id and e.state in ('DRAFT', 'WAITING', 'ACCEPTED')) as waits
		from declaration_rows r join jobs j on j.row_id = r.id
		where r.partner_id = $1 and r.convention_id = $2 and r.reference = $3 and r.kind = 'JOB' and r.state in ('ACCEPTED', 'WAITING')
		order by r.amends, r.id limit 1`, declaration.PartnerID, declaration.ConventionID, reference)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, BadInput("reference", "ended_unknown", "%.80q is no job of yours under this convention that waits or was accepted", reference)
	}
	if err != nil {
		return 0, err
	}
	if err := job.mayEnd(in.EndedOn, own); err != nil {
		return 0, err
	}
	if err := d.touch(ctx, declaration.Key); err != nil {
		return 0, err
	}
	if own != nil {
		_, err := d.exec(ctx, `
			with r as (update declaration_rows set reference = $2, region_id = $3, version = version + 1 where id = $1)
			update job_ends set job_id = $4, ended_on = $5 where row_id = $1`, own.Key, reference, job.RegionID, job.Key, in.EndedOn)
		return own.Key, err
	}
	last, err := d.room(ctx, declaration, 1)
	if err != nil {
		return 0, err
	}
	var key int64
	err = d.selectOne(ctx, &key, `
		with r as (
			insert into declaration_rows (declaration_id, convention_id, partner_id, position, kind, reference, region_id)
			values ($1, $2, $3, $8, 'JOB_END', $4, $5)
			returning id)
		insert into job_ends (row_id, convention_id, job_id, ended_on)
		select r.id, $2, $6, $7 from r
		returning row_id`, declaration.Key, declaration.ConventionID, declaration.PartnerID, reference, job.RegionID, job.Key, in.EndedOn, last+1)
	return key, err
}

// mayEnd reports an end that can't be: of what has ended, or on a day that it can't be on.
func (j *endedJob) mayEnd(on Date, own *DeclarationRow) error { return j.faults(on, own).err() }

func (j *endedJob) faults(on Date, own *DeclarationRow) (faults Faults) {
	switch {
	case j.Ended:
		faults.add(Conflict("reference", "ended_already", "this job has ended already"))
	case j.Waits != nil && (own == nil || *j.Waits != own.Key):
		faults.add(Conflict("reference", "end_declared", "the end of this job is declared already"))
	}
	switch {
	case on < j.StartedOn:
		faults.add(BadInput("endedOn", "jobs_end_after_start", "%s is before the start, %s", on, j.StartedOn))
	case on > today():
		faults.add(BadInput("endedOn", "end_to_come", "%s is to come; an end is declared once it has come", on))
	}
	return faults
}
