package db

// Amendment is a legal change of a convention; the versions of targets that it made name it.
type Amendment struct {
	Key          int64        `db:"id" see:"everyone"`
	Slug         string       `db:"slug" rule:"slug" see:"everyone"`
	ConventionID int64        `db:"convention_id" see:"everyone"`
	Position     int          `db:"position" see:"everyone"`
	Reference    string       `db:"reference" see:"everyone"`
	SignedOn     *PartialDate `db:"signed_on" see:"everyone"`
	Summaries    Text         `db:"summary" see:"everyone"`
	Dated
}

// The amendments, by their convention.
var (
	Amendments           = newTable[Amendment]("amendments", by("amendment", false, "t.position", "int", "t.id", "bigint"), "slug")
	ConventionAmendments = Amendments.of("t.convention_id")
)

// ID names the amendment.
func (a *Amendment) ID() ID { return ID{"Amendment", a.Key} }

// IsNode says that the amendment can be asked for by its id.
func (*Amendment) IsNode() {}

// SummaryText says in the register's words what changed.
func (a *Amendment) SummaryText(language *Language) *LocalizedText {
	return a.Summaries.Localized(language)
}

// Document is a published document of a signing or of a convention, or of an amendment to one.
type Document struct {
	Key          int64        `db:"id" see:"everyone"`
	Slug         string       `db:"slug" rule:"slug" see:"everyone"`
	SigningID    *int64       `db:"signing_id" see:"everyone"`
	ConventionID *int64       `db:"convention_id" see:"everyone"`
	AmendmentID  *int64       `db:"amendment_id" ref:"amendments" see:"everyone"`
	Position     int          `db:"position" see:"everyone"`
	Kind         DocumentKind `db:"kind" see:"everyone"`
	Titled       Text         `db:"title" see:"everyone"`
	Language     Language     `db:"language" see:"everyone"`
	PublishedOn  *PartialDate `db:"published_on" see:"everyone"`
	Address      *string      `db:"address" see:"everyone"`
	SHA256       *string      `db:"sha256" see:"everyone"`
	Dated
	Withdrawable
}

// The documents, by what they are of.
var (
	Documents           = newTable[Document]("documents", by("document", false, "t.position", "int", "t.id", "bigint"), "slug")
	SigningDocuments    = Documents.of("t.signing_id")
	ConventionDocuments = Documents.of("t.convention_id")
	AmendmentDocuments  = Documents.of("t.amendment_id")
)

// ID names the document.
func (d *Document) ID() ID { return ID{"Document", d.Key} }

// IsNode says that the document can be asked for by its id.
func (*Document) IsNode() {}

// TitleText is the title with its language and its original.
func (d *Document) TitleText(language *Language) *LocalizedText { return d.Titled.Localized(language) }

// ReportingSchedule says for which periods a convention's partners report, and by when. Only under one can a report be
// late.
type ReportingSchedule struct {
	Key          int64           `db:"id" see:"everyone"`
	ConventionID int64           `db:"convention_id" see:"everyone"`
	Position     int             `db:"position" see:"everyone"`
	Period       ReportingPeriod `db:"period" see:"everyone"`
	DaysAllowed  int             `db:"days_allowed" see:"everyone"`
	AppliesFrom  PartialDate     `db:"applies_from" see:"everyone"`
	AppliesUntil *PartialDate    `db:"applies_until" see:"everyone"`
	Dated
}

// The reporting schedules, by their convention.
var (
	ReportingSchedules  = newTable[ReportingSchedule]("reporting_schedules", by("reporting_schedule", false, "t.position", "int", "t.id", "bigint"), "convention_id", "position")
	ConventionSchedules = ReportingSchedules.of("t.convention_id")
)

// ID names the schedule.
func (s *ReportingSchedule) ID() ID { return ID{"ReportingSchedule", s.Key} }

// IsNode says that the schedule can be asked for by its id.
func (*ReportingSchedule) IsNode() {}
