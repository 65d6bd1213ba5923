package db

import (
	"context"
	"slices"

	"github.com/lib/pq"
)

// keptJob is what is kept of a job that was declared, as far as its partner says it.
type keptJob struct {
	RowID             int64           `db:"row_id"`
	EmployerID        int64           `db:"employer_id"`
	Undertaking       *string         `db:"undertaking"`
	Occupation        *string         `db:"occupation"`
	OccupationGroupID *int64          `db:"occupation_group_id"`
	SectorID          *int64          `db:"sector_id"`
	RegionID          int64           `db:"region_id"`
	ContractKind      ContractKind    `db:"contract_kind"`
	StartedOn         Date            `db:"started_on"`
	EndedOn           *Date           `db:"ended_on"`
	RefillsID         *int64          `db:"refills_id"`
	Gender            Gender          `db:"gender"`
	Education         Education       `db:"education"`
	SituationBefore   SituationBefore `db:"situation_before"`
	BirthYear         *int            `db:"birth_year"`
	IdentityKind      *IdentityKind   `db:"identity_kind"`
	IdentityEnding    *string         `db:"identity_ending"`
	Marks             pq.StringArray  `db:"marks"` // by each key, as personMark is written
	Gone              bool            `db:"gone"`  // the details of the person, which what is said can't be compared with
}

// keptJobs reads what is kept of the jobs of rows.
func (d *DB) keptJobs(ctx context.Context, rows []int64) (map[int64]*keptJob, error) {
	var found []*keptJob
	err := d.selectRows(ctx, &found, `
		select j.row_id, j.employer_id, j.undertaking, j.occupation, j.occupation_group_id, j.sector_id, j.region_id, j.contract_kind,
		  j.started_on, j.ended_on, j.refills_id, coalesce(p.gender, 'UNKNOWN') as gender, coalesce(p.education, 'UNKNOWN') as education,
		  coalesce(p.situation_before, 'UNKNOWN') as situation_before, p.birth_year, p.identity_kind, p.identity_ending, p.gone_on is not null as gone,
		  array(select f.key_version || ':' || encode(f.fingerprint, 'hex') from fingerprints f where f.job_id = j.id) as marks
		from jobs j
		left join beneficiary_profiles p on p.job_id = j.id
		where j.row_id = any ($1)`, pq.Array(rows))
	kept := make(map[int64]*keptJob, len(found))
	for _, job := range found {
		kept[job.RowID] = job
	}
	return kept, err
}

// hasNumberOf tells whether there is the number of a card of that kind.
func (k *keptJob) hasNumberOf(kind *IdentityKind) bool {
	return k.IdentityEnding != nil && alike(k.IdentityKind, kind)
}

// has tells whether a fingerprint is kept.
func (k *keptJob) has(m personMark) bool { return slices.Contains(k.Marks, m.String()) }

// erased tells whether the fingerprint went as well, on the person's own request: it isn't made anew.
func (k *keptJob) erased() bool { return k.Gone && len(k.Marks) == 0 }

// withItsNumber takes back that an identity number is missing, where that of the same kind of card is kept.
func (k *keptJob) withItsNumber(j *declaredJob, faults Faults) Faults {
	return slices.DeleteFunc(faults, func(fault *Error) bool {
		return fault.Reason == "identity_number_missing" && k.hasNumberOf(j.IdentityKind)
	})
}

// says tells whether what is kept is what a job says. Where that gives no number, it says the one that is kept.
func (k *keptJob) says(j *declaredJob) bool {
	return k.EmployerID == j.EmployerID && alike(k.Undertaking, j.Undertaking) && alike(k.Occupation, j.Occupation) &&
		alike(k.OccupationGroupID, j.OccupationGroupID) && alike(k.SectorID, j.SectorID) && k.RegionID == j.RegionID &&
		k.ContractKind == j.ContractKind && k.StartedOn == j.StartedOn && alike(k.EndedOn, j.EndedOn) &&
		alike(k.RefillsID, j.RefillsID) && j.Refills == nil && k.Gender == j.Gender && k.Education == j.Education &&
		k.SituationBefore == j.SituationBefore && (k.Gone || alike(k.BirthYear, j.BirthYear) && alike(k.IdentityKind, j.IdentityKind)) &&
		(j.Marks == nil || k.erased() || slices.ContainsFunc(j.Marks, k.has))
}

// alike tells whether two values are the same, or neither is there.
func alike[T comparable](a, b *T) bool {
	if a == nil || b == nil {
		return a == b
	}
	return *a == *b
}
