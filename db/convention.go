package db

// Convention is an agreement between the agency and one or more partners.
type Convention struct {
	Key                  int64            `db:"id" see:"everyone"`
	Slug                 string           `db:"slug" rule:"slug" see:"everyone"`
	SigningID            *int64           `db:"signing_id" see:"everyone"`
	Position             int              `db:"position" see:"everyone"`
	Reference            string           `db:"reference" see:"everyone"`
	ReferenceKind        ReferenceKind    `db:"reference_kind" see:"everyone"`
	Status               ConventionStatus `db:"status" see:"everyone"`
	Titled               Text             `db:"title" optional:"yes" see:"everyone"`
	SignedOn             *PartialDate     `db:"signed_on" see:"everyone"`
	StartsOn             *PartialDate     `db:"starts_on" see:"everyone"`
	EndsOn               *PartialDate     `db:"ends_on" see:"everyone"`
	PartiesCoverage      Coverage         `db:"parties_coverage" see:"everyone"`
	CommitmentsCoverage  Coverage         `db:"commitments_coverage" see:"everyone"`
	OrientationsCoverage Coverage         `db:"orientations_coverage" see:"everyone"`
	SectorsCoverage      Coverage         `db:"sectors_coverage" see:"everyone"`
	RegionsCoverage      Coverage         `db:"regions_coverage" see:"everyone"`
	Withdrawable
	Dated
}

// ConventionFilter narrows a list of conventions; what is left zero asks for nothing.
type ConventionFilter struct {
	Signing      string           `of:"signings" where:"t.signing_id = $"`
	Partner      string           `of:"partners" where:"exists (select from parties l where l.convention_id = t.id and l.partner_id = $ and l.withdrawn_at is null)" unknown:"t.parties_coverage <> 'COMPLETE'"`
	Region       string           `of:"regions" where:"exists (select from convention_regions l where l.convention_id = t.id and l.region_id = $)" unknown:"t.regions_coverage <> 'COMPLETE'"`
	Sector       string           `of:"sectors" where:"exists (select from convention_sectors l where l.convention_id = t.id and l.sector_id = $)" unknown:"t.sectors_coverage <> 'COMPLETE'"`
	Orientation  string           `of:"orientations" where:"exists (select from convention_orientations l where l.convention_id = t.id and l.orientation_id = $)" unknown:"t.orientations_coverage <> 'COMPLETE'"`
	Indicator    string           `of:"indicators" where:"exists (select from commitments l where l.convention_id = t.id and l.indicator_id = $ and l.withdrawn_at is null)" unknown:"t.commitments_coverage <> 'COMPLETE'"`
	Status       ConventionStatus `where:"t.status = $"`
	SignedFrom   PartialDate      `where:"coalesce(t.signed_on, '') >= $::text" unknown:"starts_with($, coalesce(t.signed_on, ''))"`
	SignedUntil  PartialDate      `where:"(coalesce(t.signed_on, '') <= $::text || '~' and not (coalesce(t.signed_on, '') <> $ and starts_with($, coalesce(t.signed_on, ''))))" unknown:"(coalesce(t.signed_on, '') <> $ and starts_with($, coalesce(t.signed_on, '')))"`
	UpdatedSince Instant          `where:"t.updated_at >= $::timestamptz"`
}

// The conventions: the latest first, and those of a signing in its own numbering. The position is negated so that one
// direction serves both.
var (
	Conventions = newTable[Convention]("conventions",
		orUpdate(fromTop("SIGNED_ON", "coalesce(t.signed_on, '')", "text", "(- t.position)", "int", "t.id", "bigint")), "slug")
	SigningConventions     = Conventions.of("t.signing_id")
	PartnerConventions     = Conventions.via("join parties l on l.convention_id = t.id and l.role = 'PARTNER' and l.withdrawn_at is null", "l.partner_id")
	OrientationConventions = Conventions.via("join convention_orientations l on l.convention_id = t.id", "l.orientation_id")
	RegionConventions      = Conventions.via("join convention_regions l on l.convention_id = t.id", "l.region_id")
	SectorConventions      = Conventions.via("join convention_sectors l on l.convention_id = t.id", "l.sector_id")
)

// ID names the convention.
func (c *Convention) ID() ID { return ID{"Convention", c.Key} }

// IsNode says that the convention can be asked for by its id.
func (*Convention) IsNode() {}

// Title gives the convention's title, where one is published.
func (c *Convention) Title(language *Language) *string {
	return c.Titled.Localized(language).optional()
}

// TitleText is the title with its language and its original.
func (c *Convention) TitleText(language *Language) *LocalizedText {
	return c.Titled.Localized(language)
}

// Party is somebody bound by a convention, under the name of the day of signature.
type Party struct {
	Key          int64         `db:"id" see:"everyone"`
	ConventionID int64         `db:"convention_id" see:"everyone"`
	Slug         string        `db:"slug" rule:"slug" see:"everyone"`
	Role         SignatoryRole `db:"role" see:"everyone"`
	PartnerID    *int64        `db:"partner_id" ref:"partners" see:"everyone"`
	Position     int           `db:"position" see:"everyone"`
	Named        Name          `db:"name" see:"everyone"`
	Withdrawable
}

// The parties, by their convention.
var (
	Parties           = newTable[Party]("parties", by("party", false, "t.position", "int", "t.id", "bigint"), "convention_id", "slug")
	ConventionParties = Parties.of("t.convention_id")
)

// ID names the party.
func (p *Party) ID() ID { return ID{"Party", p.Key} }

// IsNode says that the party can be asked for by its id.
func (*Party) IsNode() {}

// Name gives the name that the party had on the day of signature.
func (p *Party) Name(language *Language) string { return p.Named.Localized(language).value() }

// NameText gives the name of that day with its language.
func (p *Party) NameText(language *Language) *LocalizedText { return p.Named.Localized(language) }
