package db

// What partners declare and officers decide. The public sees of it the counts of Delivery and the verified jobs.

// Declaration is what a partner submits for a convention and a period. Its receipt comes with the submission.
type Declaration struct {
	Key           int64            `db:"id"`
	Reference     *string          `db:"reference" see:"partner officer auditor administrator"`
	ConventionID  int64            `db:"convention_id" see:"partner officer auditor administrator"`
	PartnerID     int64            `db:"partner_id" see:"partner officer auditor administrator"`
	PeriodFrom    Date             `db:"period_from" see:"partner officer auditor administrator"`
	PeriodUntil   Date             `db:"period_until" see:"partner officer auditor administrator"`
	State         DeclarationState `db:"state" see:"partner officer auditor administrator"`
	Version       int              `db:"version" see:"partner officer auditor administrator"`
	SubmittedAt   *Instant         `db:"submitted_at" see:"partner officer auditor administrator"`
	SubmittedBy   *string          `db:"submitted_by" see:"partner"`
	ContentSHA256 *string          `db:"content_sha256" see:"partner officer auditor administrator"`
	AnswerDueOn   *Date            `db:"answer_due_on" see:"partner officer auditor administrator"`
	DecidedAt     *Instant         `db:"decided_at" see:"partner officer auditor administrator"`
	WithdrawnAt   *Instant         `db:"withdrawn_at" see:"partner officer auditor administrator"`
}

// DeclarationRow is one line of a declaration, whatever it declares; the table of its kind says what.
type DeclarationRow struct {
	Key           int64    `db:"id"`
	DeclarationID int64    `db:"declaration_id" see:"partner officer auditor administrator"`
	ConventionID  int64    `db:"convention_id" see:"partner officer auditor administrator"`
	PartnerID     int64    `db:"partner_id" see:"partner officer auditor administrator"`
	Position      int      `db:"position" see:"partner officer auditor administrator"`
	Kind          RowKind  `db:"kind" see:"partner officer auditor administrator"`
	State         RowState `db:"state" see:"partner officer auditor administrator"`
	Reference     string   `db:"reference" see:"partner officer auditor"` // the partner's own, unique for it
	ReplacesID    *int64   `db:"replaces_id" see:"partner officer auditor administrator"`
}

// Evidence is a file that rests with a declaration.
type Evidence struct {
	Key           int64  `db:"id"`
	DeclarationID int64  `db:"declaration_id" see:"partner officer auditor"`
	Name          string `db:"name" see:"partner officer auditor"`
	MediaType     string `db:"media_type" see:"partner officer auditor"`
	SHA256        string `db:"sha256" see:"partner officer auditor"`
	Content       []byte `db:"content" see:"partner officer auditor"`
}

// Decision is what an officer decided on a row, once. The officer is who wrote it, and is never public.
type Decision struct {
	Key       int64   `db:"id"`
	RowID     int64   `db:"row_id" see:"partner officer auditor administrator"`
	Outcome   Outcome `db:"outcome" see:"partner officer auditor administrator"`
	Basis     *Basis  `db:"basis" see:"partner officer auditor administrator"`
	OfficeID  *int64  `db:"office_id" see:"partner officer auditor administrator"` // a region; null: the national office
	Reasons   *string `db:"reasons" see:"partner officer auditor"`
	DecidedOn Date    `db:"decided_on" see:"partner officer auditor administrator"`
}

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

// The tables of declarations and decisions.
var (
	Declarations    = newTable[Declaration]("declarations", by("declaration", false, "t.id", "bigint"), "reference")
	DeclarationRows = newTable[DeclarationRow]("declaration_rows", by("declaration_row", false, "t.id", "bigint"), "declaration_id", "position")
	EvidenceFiles   = newTable[Evidence]("evidence", by("evidence", false, "t.id", "bigint"), "declaration_id", "sha256")
	Decisions       = newTable[Decision]("decisions", by("decision", false, "t.id", "bigint"), "row_id")
	Confirmations   = newTable[Confirmation]("confirmations", by("confirmation", false, "t.id", "bigint"), "id")
)
