package db

import (
	"context"
	"strings"
	"unicode/utf8"

	"github.com/lib/pq"
)

// JobInput is a job as its partner declares it. Region, sector and occupation group are codes, the employer a slug, refills
// the partner's reference of the job that was on the post before.
type JobInput struct {
	Reference       string
	Employer        *string
	Undertaking     *string
	Occupation      *string
	OccupationGroup *string
	Sector          *string
	Region          string
	ContractKind    ContractKind
	StartedOn       Date
	EndedOn         *Date
	Refills         *string
	Person          *PersonInput
	IsEnd           bool `json:",omitempty"` // of a batch: only the end of the job is declared, by its reference and EndedOn
}

// declaredJob is a job that was read and found right, as it is written.
type declaredJob struct {
	person
	RowID             int64        `json:"row_id"` // the row that is written anew
	Position          int          `json:"position"`
	Reference         string       `json:"reference"`
	EmployerID        int64        `json:"employer_id"`
	Undertaking       *string      `json:"undertaking"`
	Occupation        *string      `json:"occupation"`
	OccupationGroupID *int64       `json:"occupation_group_id"`
	SectorID          *int64       `json:"sector_id"`
	RegionID          int64        `json:"region_id"`
	ContractKind      ContractKind `json:"contract_kind"`
	StartedOn         Date         `json:"started_on"`
	EndedOn           *Date        `json:"ended_on"`
	RefillsID         *int64       `json:"refills_id"`
	Refills           *string      `json:"refills"` // the reference of the job that it refills, where that is written with it
}

const (
	mostReference = 100 // characters
	mostWording   = 200
	firstStart    = "1990-01-01" // before it no start is anything but a slip
)

// jobReader reads the jobs of a declaration: it knows the lists that they name, and what the partner has declared before.
type jobReader struct {
	db          *DB
	keys        personKeys
	declaration *Declaration
	own         *DeclarationRow // the row that is written anew; nil for a new one
	beside      map[string]int  // the references of the jobs that are read, and how often each stands there
	names       map[string]map[string]int64
	declared    map[string]declaredBefore
	refilled    map[int64]int64 // by the jobs that were on posts before: the rows that refill them
	refilling   map[string]int  // the references that the jobs refill, and how often
}

// declaredBefore is where a reference of the partner was declared.
type declaredBefore struct {
	Reference     string   `db:"reference"`
	RowID         int64    `db:"row_id"`
	JobID         int64    `db:"job_id"`
	DeclarationID int64    `db:"declaration_id"`
	ConventionID  int64    `db:"convention_id"`
	State         RowState `db:"state"`
	RefilledBy    *int64   `db:"refilled_by"` // the row of the job that counts on the post after it
}

// newJobReader reads what the jobs name, at once however many there are.
func (d *DB) newJobReader(ctx context.Context, declaration *Declaration, own *DeclarationRow, jobs []JobInput) (*jobReader, error) {
	r := &jobReader{db: d, declaration: declaration, own: own, beside: map[string]int{}, refilled: map[int64]int64{}, refilling: map[string]int{}, names: map[string]map[string]int64{}, declared: map[string]declaredBefore{}}
	var err error
	if r.keys, err = d.keysInForce(ctx); err != nil {
		return nil, err
	}
	for list, query := range map[string]string{
		"region": "select code as name, id from regions", "sector": "select code as name, id from sectors",
		"occupationGroup": "select code as name, id from occupation_groups",
	} {
		if err := r.learn(ctx, list, query); err != nil {
			return nil, err
		}
	}
	if err := r.learn(ctx, "employer", "select t.slug as name, t.id"+employersOf, declaration.PartnerID); err != nil {
		return nil, err
	}
	return r, r.learnDeclared(ctx, jobs)
}

// learnDeclared reads where the references that jobs say were declared before.
func (r *jobReader) learnDeclared(ctx context.Context, jobs []JobInput) error {
	var references []string
	for _, job := range jobs {
		if job.IsEnd {
			continue
		}
		reference := strings.TrimSpace(job.Reference)
		references = append(references, reference)
		r.beside[reference]++
		if job.Refills != nil {
			refilled := strings.TrimSpace(*job.Refills)
			references = append(references, refilled)
			r.refilling[refilled]++
		}
	}
	var before []declaredBefore
	err := r.db.selectRows(ctx, &before, `
		select r.reference, r.id as row_id, j.id as job_id, r.declaration_id, r.convention_id, r.state, n.row_id as refilled_by
		from declaration_rows r
		join jobs j on j.row_id = r.id
		left join jobs n on n.refills_id = j.id and n.state in ('WAITING', 'ACCEPTED') and n.amends_id is null
		where r.partner_id = $1 and r.reference = any ($2) and r.kind = 'JOB' and r.state not in ('REPLACED', 'WITHDRAWN')
		order by r.amends desc, r.id`, r.declaration.PartnerID, pq.Array(references)) // what stands comes after what is to amend it
	for _, row := range before {
		r.declared[row.Reference] = row
		if row.RefilledBy != nil {
			r.refilled[row.JobID] = *row.RefilledBy
		}
	}
	return err
}

func (r *jobReader) learn(ctx context.Context, list, query string, args ...any) error {
	var found []struct {
		Name string `db:"name"`
		ID   int64  `db:"id"`
	}
	err := r.db.selectRows(ctx, &found, query, args...)
	r.names[list] = make(map[string]int64, len(found))
	for _, f := range found {
		r.names[list][f.Name] = f.ID
	}
	return err
}

// read gives a job as it is written, or all that is wrong with it.
func (r *jobReader) read(in JobInput) (*declaredJob, Faults) {
	var faults Faults
	j := &declaredJob{Reference: strings.TrimSpace(in.Reference), ContractKind: in.ContractKind, StartedOn: in.StartedOn, EndedOn: in.EndedOn,
		Undertaking: wording(&faults, "undertaking", in.Undertaking), Occupation: wording(&faults, "occupation", in.Occupation)}
	r.readReference(j.Reference, &faults)
	r.readNames(in, j, &faults)
	if j.Undertaking != nil && in.ContractKind != "INTERIM" {
		faults.add(BadInput("undertaking", "jobs_undertaking_of_interim", "the undertaking where the work is, is said of INTERIM alone; leave it out"))
	}
	switch {
	case in.StartedOn < firstStart:
		faults.add(BadInput("startedOn", "start_long_ago", "%s; allowed are days from %s on", in.StartedOn, firstStart))
	case in.StartedOn > today():
		faults.add(BadInput("startedOn", "start_to_come", "%s is to come; a job is declared once it has begun", in.StartedOn))
	case in.EndedOn != nil && *in.EndedOn < in.StartedOn:
		faults.add(BadInput("endedOn", "jobs_end_after_start", "%s is before the start, %s", *in.EndedOn, in.StartedOn))
	case in.EndedOn != nil && *in.EndedOn > today():
		faults.add(BadInput("endedOn", "end_to_come", "%s is to come; an end is declared once it has come", *in.EndedOn))
	}
	r.readRefilled(in, j, &faults)
	j.person = in.Person.read(r.keys, in.StartedOn, &faults)
	return j, faults
}

// readNames finds what a job names.
func (r *jobReader) readNames(in JobInput, j *declaredJob, faults *Faults) {
	j.EmployerID = r.declaration.PartnerID
	for _, named := range []struct {
		list  string
		given *string
		into  func(int64)
	}{
		{"region", &in.Region, func(key int64) { j.RegionID = key }},
		{"sector", in.Sector, func(key int64) { j.SectorID = &key }},
		{"occupationGroup", in.OccupationGroup, func(key int64) { j.OccupationGroupID = &key }},
		{"employer", in.Employer, func(key int64) { j.EmployerID = key }},
	} {
		if named.given == nil {
			continue
		}
		key, found := r.names[named.list][*named.given]
		if found {
			named.into(key)
			continue
		}
		faults.add(BadInput(named.list, "declared_"+Snake(named.list)+"_unknown", "%.80q is none of those that are allowed", *named.given))
	}
}

// before finds where a reference was declared, by another row than the one that is written.
func (r *jobReader) before(reference string) (declaredBefore, bool) {
	found, declared := r.declared[reference]
	return found, declared && (r.own == nil || found.RowID != r.own.Key)
}

// readReference reports a reference that is none, or that stands for another job: what was declared is corrected in its
// place.
func (r *jobReader) readReference(reference string, faults *Faults) {
	before, declared := r.before(reference)
	length := utf8.RuneCountInString(reference)
	switch {
	case length == 0 || length > mostReference:
		faults.add(BadInput("reference", "reference_length", "your reference of the job has 1 to %d characters", mostReference))
	case r.beside[reference] > 1:
		faults.add(Conflict("reference", "reference_twice", "another row has this reference"))
	case r.own != nil && r.own.ReplacesID != nil:
		if reference != r.own.Reference {
			faults.add(BadInput("reference", "reference_fixed", "this corrects %q, and keeps its reference", r.own.Reference))
		}
	case declared && before.DeclarationID == r.declaration.Key:
		faults.add(Conflict("reference", "reference_twice", "another row of this declaration has this reference"))
	case declared && before.State == "DRAFT":
		faults.add(Conflict("reference", "reference_drafted", "a row of another draft of yours has this reference"))
	case declared:
		faults.add(Conflict("reference", "reference_declared", "this reference was declared before; to change what was declared, correct that row"))
	}
}

// readRefilled finds the job that was on the post before.
func (r *jobReader) readRefilled(in JobInput, j *declaredJob, faults *Faults) {
	if in.Refills == nil || strings.TrimSpace(*in.Refills) == "" {
		return
	}
	refilled := strings.TrimSpace(*in.Refills)
	before, declared := r.before(refilled)
	here := declared && before.ConventionID == r.declaration.ConventionID && (before.DeclarationID == r.declaration.Key ||
		before.State == "WAITING" || before.State == "ACCEPTED")
	switch {
	case refilled != j.Reference && here:
		j.RefillsID = &before.JobID
	case refilled != j.Reference && r.beside[refilled] > 0:
		j.Refills = &refilled
	default:
		faults.add(BadInput("refills", "refilled_unknown", "%.80q is no other job of yours under this convention that waits or was accepted", *in.Refills))
		return
	}
	by, taken := r.refilled[before.JobID]
	own := r.own != nil && r.own.ReplacesID != nil && by == *r.own.ReplacesID
	if r.refilling[refilled] > 1 || here && taken && !own {
		faults.add(BadInput("refills", "refilled_twice", "%.80q is refilled by another job already; only one can follow on a post", *in.Refills))
	}
}

// wording reads a text of a few words; one without any is none.
func wording(faults *Faults, field string, text *string) *string {
	if text == nil {
		return nil
	}
	words := strings.TrimSpace(*text)
	if utf8.RuneCountInString(words) > mostWording {
		faults.add(BadInput(field, "wording_long", "%d characters; allowed are %d", utf8.RuneCountInString(words), mostWording))
	}
	if words == "" {
		return nil
	}
	return &words
}
