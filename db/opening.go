package db

// Opening is posts that a partner expects to fill: how many, where, when, and how to apply.
type Opening struct {
	Key               int64         `db:"id" see:"everyone"`
	Slug              string        `db:"slug" rule:"slug" see:"everyone"`
	PartnerID         int64         `db:"partner_id" ref:"partners" see:"everyone"`
	ConventionID      *int64        `db:"convention_id" ref:"conventions" see:"everyone"`
	Position          int           `db:"position" see:"everyone"`
	Occupations       Text          `db:"occupation" see:"everyone"`
	OccupationGroupID *int64        `db:"occupation_group_id" ref:"occupation_groups" see:"everyone"`
	SectorID          *int64        `db:"sector_id" ref:"sectors" see:"everyone"`
	RegionID          *int64        `db:"region_id" ref:"regions" see:"everyone"`
	ContractKind      *ContractKind `db:"contract_kind" see:"everyone"`
	Posts             Figure        `db:"posts" see:"everyone"`
	OpensOn           Date          `db:"opens_on" see:"everyone"`
	ClosesOn          Date          `db:"closes_on" see:"everyone"`
	WithdrawnOn       *Date         `db:"withdrawn_on" see:"everyone"`
	Applying          Text          `db:"apply" see:"everyone"`
	Version           int           `db:"version" made:"trigger" see:"everyone"`
	IsFromPartner     bool          `db:"is_from_partner" made:"default" see:"everyone"`
	Dated
}

// OpeningFilter narrows a list of openings; what is left zero asks for nothing.
type OpeningFilter struct {
	Partner         string       `of:"partners" where:"t.partner_id = $"`
	Convention      string       `of:"conventions" where:"t.convention_id = $"`
	Region          string       `of:"regions" where:"t.region_id = $" unknown:"t.region_id is null"`
	Sector          string       `of:"sectors" where:"t.sector_id = $" unknown:"t.sector_id is null"`
	OccupationGroup string       `of:"occupation_groups" where:"t.occupation_group_id = $" unknown:"t.occupation_group_id is null"`
	ContractKind    ContractKind `where:"t.contract_kind = $" unknown:"t.contract_kind is null"`
	OpenOn          Date         `where:"(t.opens_on <= $::date and t.closes_on >= $::date and (t.withdrawn_on > $::date) is not false)"`
	UpdatedSince    Instant      `where:"t.updated_at >= $::timestamptz"`
}

// The openings: those that close last first; and those of everything that they name.
var (
	Openings = newTable[Opening]("openings", orUpdate(append(fromTop("CLOSES_ON", "t.closes_on", "date", "t.id", "bigint"),
		fromTop("OPENS_ON", "t.opens_on", "date", "t.id", "bigint")...)), "slug").maybeMore()
	PartnerOpenings    = Openings.of("t.partner_id")
	ConventionOpenings = Openings.of("t.convention_id")
	SectorOpenings     = Openings.of("t.sector_id")
	RegionOpenings     = Openings.of("t.region_id")
)

// ID names the opening.
func (o *Opening) ID() ID { return ID{"Opening", o.Key} }

// IsNode says that the opening can be asked for by its id.
func (*Opening) IsNode() {}

// Occupation says what is to be done.
func (o *Opening) Occupation(language *Language) string {
	return o.Occupations.Localized(language).value()
}

// OccupationText is the occupation with its language and its original.
func (o *Opening) OccupationText(language *Language) *LocalizedText {
	return o.Occupations.Localized(language)
}

// ApplyText says how to apply.
func (o *Opening) ApplyText(language *Language) *LocalizedText { return o.Applying.Localized(language) }
