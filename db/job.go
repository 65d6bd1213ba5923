package db

// Job is a verified post under a convention, as everyone may see it: no day, no end, no wording, and nothing of the
// person. Its key is drawn at random, so that it doesn't tell the order in which jobs were declared.
type Job struct {
	Key               int64        `db:"id" see:"everyone"`
	ConventionID      int64        `db:"convention_id" see:"everyone"`
	SigningID         *int64       `db:"signing_id" see:"everyone"`
	EmployerID        int64        `db:"employer_id" see:"everyone"`
	SectorID          *int64       `db:"sector_id" see:"everyone"`
	RegionID          int64        `db:"region_id" see:"everyone"`
	ContractKind      ContractKind `db:"contract_kind" see:"everyone"`
	OccupationGroupID *int64       `db:"occupation_group_id" see:"everyone"`
	StartMonth        PartialDate  `db:"start_month" made:"generated" see:"everyone"`
}

// DeclaredJob is a job with all that its declaration says of it. Its state is its row's.
type DeclaredJob struct {
	Job
	RowID         int64    `db:"row_id" see:"partner officer auditor administrator"`
	State         RowState `db:"state" see:"partner officer auditor administrator"`
	Undertaking   *string  `db:"undertaking" see:"partner officer auditor administrator"` // for interim: where the work is
	Occupation    *string  `db:"occupation" see:"partner officer auditor administrator"`
	StartedOn     Date     `db:"started_on" see:"partner officer auditor administrator"`
	EndedOn       *Date    `db:"ended_on" see:"partner officer auditor administrator"`
	RefillsID     *int64   `db:"refills_id" see:"partner officer auditor administrator"` // the job on the same post before
	RefilledRowID *int64   `db:"refilled_row_id" sql:"(select f.row_id from jobs f where f.id = t.refills_id)" see:"partner officer auditor administrator"`
	AmendsID      *int64   `db:"amends_id" see:"partner officer auditor administrator"` // the verified job that it is to replace
	Sustained     *bool    `db:"sustained" see:"partner officer auditor administrator"` // null: not known, or too young
}

// JobFilter narrows a list of jobs; what is left zero asks for nothing. Months of start go by the partial dates given:
// until 2024 is until its end.
type JobFilter struct {
	Convention      string       `of:"conventions" where:"t.convention_id = $"`
	Signing         string       `of:"signings" where:"t.signing_id = $"`
	Partner         string       `of:"partners" where:"t.employer_id = $"`
	Region          string       `of:"regions" where:"t.region_id = $"`
	Sector          string       `of:"sectors" where:"t.sector_id = $" unknown:"t.sector_id is null"`
	OccupationGroup string       `of:"occupation_groups" where:"t.occupation_group_id = $" unknown:"t.occupation_group_id is null"`
	ContractKind    ContractKind `where:"t.contract_kind = $"`
	StartedFrom     PartialDate  `from:"t.start_month" where:"t.start_month >= left($::text, 7)"`
	StartedUntil    PartialDate  `until:"t.start_month" where:"t.start_month <= left($::text, 7) || '~'"`
}

// The verified jobs, the latest first, and those of everything that they name.
var (
	DeclaredJobs = newTable[DeclaredJob]("jobs", by("declared_job", false, "t.id", "bigint"), "id")
	Jobs         = newView[Job]("verified_jobs", DeclaredJobs, "t.state = 'ACCEPTED'",
		fromTop("START_MONTH", "t.start_month", "text", "t.id", "bigint")).onceDeclared().countedBySums()
	JobOfRow            = DeclaredJobs.of("t.row_id")
	ConventionJobs      = Jobs.of("t.convention_id")
	SigningJobs         = Jobs.of("t.signing_id")
	PartnerJobs         = Jobs.of("t.employer_id")
	SectorJobs          = Jobs.of("t.sector_id")
	RegionJobs          = Jobs.of("t.region_id")
	OccupationGroupJobs = Jobs.of("t.occupation_group_id")
)

// ID names the job.
func (j *Job) ID() ID { return ID{"Job", j.Key} }

// IsNode says that the job can be asked for by its id.
func (*Job) IsNode() {}

// JobEnd is the end of a job that was declared before.
type JobEnd struct {
	Key          int64    `db:"id"`
	RowID        int64    `db:"row_id" see:"partner officer auditor administrator"`
	State        RowState `db:"state" see:"partner officer auditor administrator"`
	ConventionID int64    `db:"convention_id" see:"partner officer auditor administrator"`
	JobID        int64    `db:"job_id" see:"partner officer auditor administrator"`
	EndedOn      Date     `db:"ended_on" see:"partner officer auditor administrator"`
}

// JobEnds are the ends, by their rows.
var (
	JobEnds  = newTable[JobEnd]("job_ends", by("job_end", false, "t.id", "bigint"), "row_id").apart()
	EndOfRow = JobEnds.of("t.row_id")
)

// OccupationGroup is a major group of occupations, as ISCO-08 numbers them.
type OccupationGroup struct {
	Key   int64  `db:"id" see:"everyone"`
	Code  string `db:"code" see:"everyone"`
	Named Name   `db:"name" see:"everyone"`
}

// OccupationGroups are the nine major groups.
var OccupationGroups = newTable[OccupationGroup]("occupation_groups", by("occupation_group", false, "t.code", "text"), "code")

// ID names the group.
func (g *OccupationGroup) ID() ID { return ID{"OccupationGroup", g.Key} }

// IsNode says that the group can be asked for by its id.
func (*OccupationGroup) IsNode() {}

// Name gives the group's name.
func (g *OccupationGroup) Name(language *Language) string { return g.Named.Localized(language).value() }
