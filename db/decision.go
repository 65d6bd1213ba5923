package db

// Decision is what was decided on a row, once a round: by an officer, who is never public, or by the program as time went by.
type Decision struct {
	Key       int64           `db:"id"`
	RowID     int64           `db:"row_id" see:"partner officer auditor administrator"`
	Round     DecisionRound   `db:"round" see:"partner officer auditor administrator"`
	Outcome   Outcome         `db:"outcome" see:"partner officer auditor administrator"`
	Basis     *Basis          `db:"basis" see:"partner officer auditor administrator"`
	OfficeID  *int64          `db:"office_id" see:"partner officer auditor administrator"` // a region; null: the national office, or what was closed by time
	Reason    *DecisionReason `db:"reason" see:"partner officer auditor administrator"`
	Reasons   *string         `db:"reasons" see:"partner officer auditor"`
	DecidedOn Date            `db:"decided_on" see:"partner officer auditor administrator"`
}

// WithoutWords is the decision for who isn't shown what was written to the partner.
func (d *Decision) WithoutWords() *Decision {
	plain := *d
	plain.Reasons = nil
	return &plain
}

// DecisionReason says, out of a list, why a row was returned or refused.
type DecisionReason string

// Values lists the enum's values.
func (DecisionReason) Values() []string {
	return []string{"EVIDENCE_MISSING", "EVIDENCE_CONTRADICTS", "INCOMPLETE", "NOT_FOUND", "NOT_UNDER_CONVENTION", "OUTSIDE_PERIOD",
		"CONTRACT_NOT_COUNTED", "DECLARED_TWICE", "SAMPLE_ABOVE_RATE", "UNANSWERED", "OTHER"}
}

// DecisionRound says which of a row's decisions one is.
type DecisionRound string

// Values lists the enum's values.
func (DecisionRound) Values() []string { return []string{"FIRST", "SECOND", "UNANSWERED"} }

// Confirmation says whether a verified job was still held six months later, or a project still followed up twelve months
// after its launch.
type Confirmation struct {
	Key             int64  `db:"id"`
	JobID           *int64 `db:"job_id" see:"partner officer auditor"`
	ProjectHolderID *int64 `db:"project_holder_id" see:"partner officer auditor"`
	Held            bool   `db:"held" see:"partner officer auditor"`
	Basis           Basis  `db:"basis" see:"partner officer auditor"`
	ConfirmedOn     Date   `db:"confirmed_on" see:"partner officer auditor"`
}

// The tables of decisions; the latest of a row comes first.
var (
	Decisions     = newTable[Decision]("decisions", by("decision", true, "t.id", "bigint"), "row_id").apart()
	DecisionOfRow = Decisions.of("t.row_id")
	Confirmations = newTable[Confirmation]("confirmations", by("confirmation", false, "t.id", "bigint"), "id")
)
