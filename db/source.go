package db

// Source is a published document that the register's facts rest on.
type Source struct {
	Key         int64        `db:"id" see:"everyone"`
	Slug        string       `db:"slug" rule:"slug" see:"everyone"`
	Publishers  Name         `db:"publisher" optional:"yes" see:"everyone"`
	Title       *string      `db:"title" see:"everyone"`
	Language    Language     `db:"language" see:"everyone"`
	Author      *string      `db:"author" see:"everyone"`
	PublishedOn *PartialDate `db:"published_on" see:"everyone"`
	Address     *string      `db:"address" see:"everyone"`
	AddressKind *AddressKind `db:"address_kind" see:"everyone"`
	ReadOn      *Date        `db:"read_on" see:"everyone"`
	Withdrawable
	Dated
}

// SourceFilter narrows a list of sources; what is left zero asks for nothing.
type SourceFilter struct {
	Language       Language    `where:"t.language = $"`
	Signing        string      `of:"signings" where:"(exists (select from claims l where l.source_id = t.id and l.signing_id = $ and l.withdrawn_at is null) or exists (select from citations l where l.source_id = t.id and l.signing_id = $ and l.withdrawn_at is null))"`
	PublishedFrom  PartialDate `where:"coalesce(t.published_on, '') >= $::text" unknown:"starts_with($, coalesce(t.published_on, ''))"`
	PublishedUntil PartialDate `where:"(coalesce(t.published_on, '') <= $::text || '~' and not (coalesce(t.published_on, '') <> $ and starts_with($, coalesce(t.published_on, ''))))" unknown:"(coalesce(t.published_on, '') <> $ and starts_with($, coalesce(t.published_on, '')))"`
	UpdatedSince   Instant     `where:"t.updated_at >= $::timestamptz"`
}

// The sources, and those that speak of a signing: each that a claim about it or a citation of it names.
var (
	Sources        = newTable[Source]("sources", orUpdate(fromTop("PUBLISHED_ON", "coalesce(t.published_on, '')", "text", "(- t.id)", "bigint")), "slug")
	SigningSources = Sources.via(`join (
		select signing_id, source_id from claims where withdrawn_at is null union select signing_id, source_id from citations where withdrawn_at is null
	) l on l.source_id = t.id`, "l.signing_id")
)

// ID names the source.
func (s *Source) ID() ID { return ID{"Source", s.Key} }

// IsNode says that the source can be asked for by its id.
func (*Source) IsNode() {}

// Publisher gives the publisher's name.
func (s *Source) Publisher(language *Language) *string {
	return s.Publishers.Localized(language).optional()
}

// PublisherText gives the publisher's name with its language.
func (s *Source) PublisherText(language *Language) *LocalizedText {
	return s.Publishers.Localized(language)
}

// Citation is the place in a source that supports one row of the register.
type Citation struct {
	Key           int64   `db:"id" see:"everyone"`
	SourceID      int64   `db:"source_id" ref:"sources" see:"everyone"`
	Position      int     `db:"position" see:"everyone"` // among those of the same source for the same row
	Fact          *string `db:"fact" see:"everyone"`
	Places        Text    `db:"place" optional:"yes" see:"everyone"`
	Statements    Text    `db:"statement" see:"everyone"`
	Quoted        Quote   `db:"quote" optional:"yes" see:"everyone"`
	SigningID     *int64  `db:"signing_id" see:"everyone"`
	SignatoryID   *int64  `db:"signatory_id" see:"everyone"`
	ConventionID  *int64  `db:"convention_id" see:"everyone"`
	PartyID       *int64  `db:"party_id" see:"everyone"`
	PartnerID     *int64  `db:"partner_id" see:"everyone"`
	PartnerNameID *int64  `db:"partner_name_id" see:"everyone"`
	PartnerTieID  *int64  `db:"partner_tie_id" see:"everyone"`
	OrientationID *int64  `db:"orientation_id" see:"everyone"`
	CommitmentID  *int64  `db:"commitment_id" see:"everyone"`
	TargetID      *int64  `db:"target_id" see:"everyone"`
	RegionID      *int64  `db:"region_id" see:"everyone"`
	SectorID      *int64  `db:"sector_id" see:"everyone"`

	AmendmentID         *int64 `db:"amendment_id" see:"everyone"`
	DocumentID          *int64 `db:"document_id" see:"everyone"`
	ReportingScheduleID *int64 `db:"reporting_schedule_id" see:"everyone"`
	AllocationID        *int64 `db:"allocation_id" see:"everyone"`
	OpeningID           *int64 `db:"opening_id" see:"everyone"`
	ReplyID             *int64 `db:"reply_id" see:"everyone"`
	Withdrawable
}

// The citations, by what they support and by their source.
var (
	Citations = newTable[Citation]("citations", by("citation", false, "t.id", "bigint"),
		"source_id", "position", "signing_id", "signatory_id", "convention_id", "party_id", "partner_id", "partner_name_id",
		"partner_tie_id", "orientation_id", "commitment_id", "target_id", "region_id", "sector_id", "amendment_id",
		"document_id", "reporting_schedule_id", "allocation_id", "opening_id", "reply_id")
	SourceCitations      = Citations.of("t.source_id")
	SigningCitations     = Citations.of("t.signing_id")
	SignatoryCitations   = Citations.of("t.signatory_id")
	ConventionCitations  = Citations.of("t.convention_id")
	PartyCitations       = Citations.of("t.party_id")
	PartnerCitations     = Citations.of("t.partner_id")
	PartnerNameCitations = Citations.of("t.partner_name_id")
	PartnerTieCitations  = Citations.of("t.partner_tie_id")
	OrientationCitations = Citations.of("t.orientation_id")
	CommitmentCitations  = Citations.of("t.commitment_id")
	TargetCitations      = Citations.of("t.target_id")
	RegionCitations      = Citations.of("t.region_id")
	SectorCitations      = Citations.of("t.sector_id")
	AmendmentCitations   = Citations.of("t.amendment_id")
	DocumentCitations    = Citations.of("t.document_id")
	ScheduleCitations    = Citations.of("t.reporting_schedule_id")
	AllocationCitations  = Citations.of("t.allocation_id")
	OpeningCitations     = Citations.of("t.opening_id")
	ReplyCitations       = Citations.of("t.reply_id")
)

// ID names the citation.
func (c *Citation) ID() ID { return ID{"Citation", c.Key} }

// IsNode says that the citation can be asked for by its id.
func (*Citation) IsNode() {}

// Place says where in the source the passage stands.
func (c *Citation) Place(language *Language) *string {
	return c.Places.Localized(language).optional()
}

// Statement says in the register's words what the passage states.
func (c *Citation) Statement(language *Language) string {
	return c.Statements.Localized(language).value()
}

// StatementText is the statement with its language and its original.
func (c *Citation) StatementText(language *Language) *LocalizedText {
	return c.Statements.Localized(language)
}

// Quote gives the passage's deciding words, where they are quoted.
func (c *Citation) Quote() *Quote { return c.Quoted.orNil() }

// SubjectID names the row that the citation supports.
func (c *Citation) SubjectID() ID {
	for _, subject := range []struct {
		name string
		key  *int64
	}{
		{"Signing", c.SigningID}, {"Signatory", c.SignatoryID}, {"Convention", c.ConventionID}, {"Party", c.PartyID},
		{"Partner", c.PartnerID}, {"PartnerName", c.PartnerNameID}, {"PartnerTie", c.PartnerTieID},
		{"Orientation", c.OrientationID}, {"Commitment", c.CommitmentID}, {"Target", c.TargetID},
		{"Region", c.RegionID}, {"Sector", c.SectorID}, {"Amendment", c.AmendmentID}, {"Document", c.DocumentID},
		{"ReportingSchedule", c.ReportingScheduleID}, {"Allocation", c.AllocationID}, {"Opening", c.OpeningID},
		{"Reply", c.ReplyID},
	} {
		if subject.key != nil {
			return ID{subject.name, *subject.key}
		}
	}
	return ID{} // citations_support_one_row
}
