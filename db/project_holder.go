package db

// Persons. Nothing here is public but what the statistics of a release protect; administrators see none of it.

// ProjectHolder is a person accompanied towards self-employment. Its key is drawn at random.
type ProjectHolder struct {
	Key          int64  `db:"id"`
	ConventionID int64  `db:"convention_id" see:"partner officer auditor"`
	PartnerID    int64  `db:"partner_id" see:"partner officer auditor"`
	RegionID     *int64 `db:"region_id" see:"partner officer auditor"`
	SectorID     *int64 `db:"sector_id" see:"partner officer auditor"`
}

// ProjectHolderDetails say who the person is, apart from all that is counted.
type ProjectHolderDetails struct {
	Key             int64   `db:"id"`
	ProjectHolderID int64   `db:"project_holder_id" see:"partner officer auditor"`
	FullName        string  `db:"full_name" see:"partner officer auditor"`
	Telephone       *string `db:"telephone" see:"partner officer auditor"`
	Email           *string `db:"email" see:"partner officer auditor"`
	Project         *string `db:"project" see:"partner officer auditor"`
}

// ProjectStage is a stage that a project holder reached; together they are the history. Its state is its row's.
type ProjectStage struct {
	Key             int64    `db:"id"`
	RowID           int64    `db:"row_id" see:"partner officer auditor"`
	State           RowState `db:"state" see:"partner officer auditor"`
	ConventionID    int64    `db:"convention_id" see:"partner officer auditor"`
	ProjectHolderID int64    `db:"project_holder_id" see:"partner officer auditor"`
	Stage           Stage    `db:"stage" see:"partner officer auditor"`
	ReachedOn       Date     `db:"reached_on" see:"partner officer auditor"`
	LeftReason      *string  `db:"left_reason" see:"partner officer auditor"`
}

// BeneficiaryProfile is of the person in a job or behind a project. A partner may say of each that it isn't known.
type BeneficiaryProfile struct {
	Key             int64           `db:"id"`
	JobID           *int64          `db:"job_id" see:"partner officer auditor"`
	ProjectHolderID *int64          `db:"project_holder_id" see:"partner officer auditor"`
	Gender          Gender          `db:"gender" see:"partner officer auditor"`
	AgeBand         AgeBand         `db:"age_band" see:"partner officer auditor"`
	Education       Education       `db:"education" see:"partner officer auditor"`
	SituationBefore SituationBefore `db:"situation_before" see:"partner officer auditor"`
	BirthYear       *int            `db:"birth_year" see:"partner officer auditor"`
	IdentityKind    *IdentityKind   `db:"identity_kind" see:"partner officer auditor"`
	IdentityEnding  *string         `db:"identity_ending" see:"partner officer auditor"` // the last two characters of the number
	GoneOn          *Date           `db:"gone_on" see:"partner officer auditor"`         // when the last three went, having been kept long enough
}

// Fingerprint finds the same person under two conventions: an HMAC-SHA-256 of an identity number that isn't kept, under a
// key that isn't in the database.
type Fingerprint struct {
	Key             int64  `db:"id"`
	JobID           *int64 `db:"job_id"`
	ProjectHolderID *int64 `db:"project_holder_id"`
	KeyVersion      int    `db:"key_version"`
	Fingerprint     []byte `db:"fingerprint"`
}

// The tables of persons.
var (
	ProjectHolders       = newTable[ProjectHolder]("project_holders", by("project_holder", false, "t.id", "bigint"), "id").apart()
	ProjectHolderDetail  = newTable[ProjectHolderDetails]("project_holder_details", by("project_holder_details", false, "t.id", "bigint"), "project_holder_id").apart()
	ProjectStages        = newTable[ProjectStage]("project_stages", by("project_stage", false, "t.id", "bigint"), "row_id").apart()
	BeneficiaryProfiles  = newTable[BeneficiaryProfile]("beneficiary_profiles", by("beneficiary_profile", false, "t.id", "bigint"), "id").apart()
	ProfileOfRow         = BeneficiaryProfiles.via("join jobs l on l.id = t.job_id", "l.row_id")
	IdentityFingerprints = newTable[Fingerprint]("fingerprints", by("fingerprint", false, "t.id", "bigint"), "id").apart()
)
