package db

import "slices"

// Persons. Nothing here is public but what the statistics of a release protect; administrators see none of it.

// ProjectHolder is a person accompanied towards self-employment, as the row of the welcome declares it; its state is that
// row's. What corrects it names the first one, of which the stages are. Its key is drawn at random.
type ProjectHolder struct {
	Key          int64    `db:"id"`
	RowID        int64    `db:"row_id" see:"partner officer auditor"`
	State        RowState `db:"state" see:"partner officer auditor"`
	FirstID      *int64   `db:"first_id" see:"partner officer auditor"`
	Reference    string   `db:"reference" see:"partner officer auditor"` // the partner's own, unique for it
	ConventionID int64    `db:"convention_id" see:"partner officer auditor"`
	PartnerID    int64    `db:"partner_id" see:"partner officer auditor"`
	RegionID     *int64   `db:"region_id" see:"partner officer auditor"`
	SectorID     *int64   `db:"sector_id" see:"partner officer auditor"`
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
	AmendsID        *int64   `db:"amends_id" see:"partner officer auditor"` // the verified stage that it is to replace
	RegionID        *int64   `db:"region_id" sql:"(select h.region_id from holders_of_rows l join project_holders h on h.id = l.project_holder_id where l.row_id = t.row_id)" see:"partner officer auditor"`
	SectorID        *int64   `db:"sector_id" sql:"(select h.sector_id from holders_of_rows l join project_holders h on h.id = l.project_holder_id where l.row_id = t.row_id)" see:"partner officer auditor"`
}

// InOrder puts stages into the order in which they are reached.
func InOrder(reached []*ProjectStage) []ProjectStage {
	order := Stage("").Values()
	stages := make([]ProjectStage, len(reached))
	for i, stage := range reached {
		stages[i] = *stage
	}
	slices.SortFunc(stages, func(a, b ProjectStage) int {
		return slices.Index(order, string(a.Stage)) - slices.Index(order, string(b.Stage))
	})
	return stages
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
	GoneOn          *Date           `db:"gone_on" see:"partner officer auditor"`         // when the last three went: kept long enough, or erased on request
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
	IdentityFingerprints = newTable[Fingerprint]("fingerprints", by("fingerprint", false, "t.id", "bigint"), "id").apart()

	StageOfRow      = ProjectStages.of("t.row_id")
	StagesOfHolder  = ProjectStages.via("join (values ('ACCEPTED'::row_state)) l (verified) on l.verified = t.state", "t.project_holder_id")
	DetailsOfRow    = ProjectHolderDetail.via("join holders_of_rows l on l.project_holder_id = t.project_holder_id", "l.row_id")
	ProfileOfJobRow = BeneficiaryProfiles.via("join jobs l on l.id = t.job_id", "l.row_id")
	ProfileOfHolder = BeneficiaryProfiles.via("join holders_of_rows l on l.project_holder_id = t.project_holder_id", "l.row_id")
)

// ProfileOf is the relation from a row to who is behind it.
func ProfileOf(r *DeclarationRow) *Relation[BeneficiaryProfile] {
	if r.Kind == "PROGRESS" {
		return ProfileOfHolder
	}
	return ProfileOfJobRow
}
