package db

import (
	"context"
	"encoding/json"
	"strings"

	"github.com/lib/pq"
)

// The ends of jobs among the jobs of a batch: each says the reference under which its job was declared, and the last day.

// declaredEnd is the end of a job that was read and found right, as it is written.
type declaredEnd struct {
	RowID     int64  `json:"row_id"` // the row that is written anew
	Position  int    `json:"position"`
	Reference string `json:"reference"`
	RegionID  int64  `json:"region_id"`
	JobID     int64  `json:"job_id"`
	EndedOn   Date   `json:"ended_on"`
}

// endedBefore is a job whose end is declared, with what says so already.
type endedBefore struct {
	endedJob
	Reference string `db:"reference"`
	Drafted   *int64 `db:"drafted"`  // the row of the same draft
	SaidOn    *Date  `db:"said_on"`  // the last day by a row that waits, was accepted, or is a draft
	EndsAs    *Date  `db:"ended_on"` // the last day of the job itself
}

// learnEnds reads the jobs whose ends are declared, at once however many there are.
func (b *batch) learnEnds(ctx context.Context, d *DB, declaration *Declaration, jobs []JobInput) error {
	b.ends = map[string]*endedBefore{}
	b.endsBeside = map[string]int{}
	var references []string
	for _, job := range jobs {
		if job.IsEnd {
			reference := strings.TrimSpace(job.Reference)
			references = append(references, reference)
			b.endsBeside[reference]++
		}
	}
	if len(references) == 0 {
		return nil
	}
	var found []*endedBefore
	err := d.selectRows(ctx, &found, `
		select distinct on (r.reference) r.reference, j.id, j.region_id, j.started_on, j.ended_on is not null as ended, j.ended_on,
		  e.row_id as waits, e.ended_on as said_on, case when er.declaration_id = $4 and er.state = 'DRAFT' then er.id end as drafted
		from declaration_rows r
		join jobs j on j.row_id = r.id
		left join job_ends e on e.job_id = j.id and e.state in ('DRAFT', 'WAITING', 'ACCEPTED')
		left join declaration_rows er on er.id = e.row_id
		where r.partner_id = $1 and r.convention_id = $2 and r.reference = any ($3) and r.kind = 'JOB' and r.state in ('ACCEPTED', 'WAITING')
		order by r.reference, r.amends, r.id, e.row_id`, declaration.PartnerID, declaration.ConventionID, pq.Array(references), declaration.Key)
	for _, job := range found {
		b.ends[job.Reference] = job
	}
	return err
}

// checkEnd gives the end of a job as it is to be written; nil where it is there as it is, or anything is wrong with it.
func (b *batch) checkEnd(i int, in JobInput) *declaredEnd {
	reference := strings.TrimSpace(in.Reference)
	job := b.ends[reference]
	var faults Faults
	switch {
	case reference == "" || len([]rune(reference)) > mostReference:
		faults.add(BadInput("reference", "reference_length", "a reference has 1 to %d characters", mostReference))
	case b.endsBeside[reference] > 1:
		faults.add(BadInput("reference", "end_twice", "the end of %.80q is there more than once", reference))
	case job == nil:
		faults.add(BadInput("reference", "ended_unknown", "%.80q is no job of yours under this convention that waits or was accepted", reference))
	}
	if in.EndedOn == nil {
		faults.add(BadInput("endedOn", "last_day_missing", "an end needs its last day"))
	}
	if len(faults) > 0 {
		b.faults[i] = faults
		return nil
	}
	if (job.SaidOn != nil && *job.SaidOn == *in.EndedOn) || job.EndsAs != nil && *job.EndsAs == *in.EndedOn {
		return nil
	}
	var own *DeclarationRow
	end := &declaredEnd{Reference: reference, RegionID: job.RegionID, JobID: job.Key, EndedOn: *in.EndedOn}
	if job.Drafted != nil {
		own, end.RowID = &DeclarationRow{Key: *job.Drafted}, *job.Drafted
	}
	if b.faults[i] = job.faults(*in.EndedOn, own); len(b.faults[i]) > 0 {
		return nil
	}
	return end
}

const recordOfEnd = "row_id bigint, position int, reference text, region_id bigint, job_id bigint, ended_on date"

// addEnds writes new ends to the end of a draft, in one statement however many they are.
func (d *DB) addEnds(ctx context.Context, declaration *Declaration, ends []*declaredEnd) error {
	last, err := d.room(ctx, declaration, len(ends))
	if err != nil {
		return err
	}
	for i, end := range ends {
		end.Position = last + 1 + i
	}
	given, err := json.Marshal(ends)
	if err != nil {
		return err
	}
	_, err = d.exec(ctx, `
		with given as (select * from json_to_recordset($1) as g (`+recordOfEnd+`)),
		kept as (
			insert into declaration_rows (declaration_id, convention_id, partner_id, position, kind, reference, region_id)
			select $2, $3, $4, g.position, 'JOB_END', g.reference, g.region_id
			from given g order by g.position
			returning id, position)
		insert into job_ends (row_id, convention_id, job_id, ended_on)
		select k.id, $3, g.job_id, g.ended_on from given g join kept k using (position)`,
		string(given), declaration.Key, declaration.ConventionID, declaration.PartnerID)
	return err
}

// rewriteEnds writes the last days of ends that stand in a draft anew.
func (d *DB) rewriteEnds(ctx context.Context, ends []*declaredEnd) error {
	given, err := json.Marshal(ends)
	if err != nil {
		return err
	}
	_, err = d.exec(ctx, `
		with given as (select * from json_to_recordset($1) as g (`+recordOfEnd+`)),
		r as (update declaration_rows r set version = r.version + 1 from given g where r.id = g.row_id)
		update job_ends e set job_id = g.job_id, ended_on = g.ended_on from given g where e.row_id = g.row_id`, string(given))
	return err
}
