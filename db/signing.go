package db

// Signing is the ceremony at which conventions were signed.
type Signing struct {
	Key                  int64       `db:"id" see:"everyone"`
	Slug                 string      `db:"slug" rule:"slug" see:"everyone"`
	Date                 PartialDate `db:"date" see:"everyone"`
	Titled               Text        `db:"title" see:"everyone"`
	Occasions            Text        `db:"occasion" optional:"yes" see:"everyone"`
	Themed               Quote       `db:"theme" optional:"yes" see:"everyone"`
	Placed               Name        `db:"place" optional:"yes" see:"everyone"`
	AnnouncedConventions Figure      `db:"announced_conventions" see:"everyone"`
	PartnersCoverage     Coverage    `db:"partners_coverage" see:"everyone"`
	ConventionsCoverage  Coverage    `db:"conventions_coverage" see:"everyone"`
	DeliverySoughtOn     *Date       `db:"delivery_sought_on" see:"everyone"`
	Withdrawable
	Dated
}

// SigningFilter narrows a list of signings; what is left zero asks for nothing.
type SigningFilter struct {
	Partner      string      `of:"partners" where:"exists (select from signatories l where l.signing_id = t.id and l.partner_id = $ and l.withdrawn_at is null)" unknown:"t.partners_coverage <> 'COMPLETE'"`
	Orientation  string      `of:"orientations" where:"exists (select from signing_orientations l where l.signing_id = t.id and l.orientation_id = $)"`
	SignedFrom   PartialDate `where:"t.date >= $::text" unknown:"starts_with($, t.date)"`
	SignedUntil  PartialDate `where:"(t.date <= $::text || '~' and not (t.date <> $ and starts_with($, t.date)))" unknown:"(t.date <> $ and starts_with($, t.date))"`
	UpdatedSince Instant     `where:"t.updated_at >= $::timestamptz"`
}

// The signings, and those that a partner, an orientation or a source has to do with.
var (
	Signings            = newTable[Signing]("signings", orUpdate(fromTop("DATE", "t.date", "text", "t.id", "bigint")), "slug")
	PartnerSignings     = Signings.via("join signatories l on l.signing_id = t.id and l.role = 'PARTNER' and l.withdrawn_at is null", "l.partner_id")
	OrientationSignings = Signings.via("join signing_orientations l on l.signing_id = t.id", "l.orientation_id")
	SourceSignings      = Signings.via(`join (
		select signing_id, source_id from claims where withdrawn_at is null union select signing_id, source_id from citations where withdrawn_at is null
	) l on l.signing_id = t.id`, "l.source_id")
)

// ID names the signing.
func (s *Signing) ID() ID { return ID{"Signing", s.Key} }

// IsNode says that the signing can be asked for by its id.
func (*Signing) IsNode() {}

// Title gives the register's own title of the signing.
func (s *Signing) Title(language *Language) string { return s.Titled.Localized(language).value() }

// TitleText is the title with its language and its original.
func (s *Signing) TitleText(language *Language) *LocalizedText { return s.Titled.Localized(language) }

// OccasionText says what sort of meeting it was, and who called it.
func (s *Signing) OccasionText(language *Language) *LocalizedText {
	return s.Occasions.Localized(language)
}

// Theme gives the theme in the words of those who called the meeting.
func (s *Signing) Theme() *Quote { return s.Themed.orNil() }

// Place gives the name of the place.
func (s *Signing) Place(language *Language) *string { return s.Placed.Localized(language).optional() }

// Signatory is somebody who signed, under the name of that day.
type Signatory struct {
	Key       int64         `db:"id" see:"everyone"`
	SigningID int64         `db:"signing_id" see:"everyone"`
	Slug      string        `db:"slug" rule:"slug" see:"everyone"`
	Role      SignatoryRole `db:"role" see:"everyone"`
	PartnerID *int64        `db:"partner_id" ref:"partners" see:"everyone"`
	Position  int           `db:"position" see:"everyone"`
	Named     Name          `db:"name" see:"everyone"`
	ShortName *string       `db:"short_name" see:"everyone"`
	Withdrawable
}

// The signatories, by their signing.
var (
	Signatories        = newTable[Signatory]("signatories", by("signatory", false, "t.position", "int", "t.id", "bigint"), "signing_id", "slug")
	SigningSignatories = Signatories.of("t.signing_id")
)

// ID names the signatory.
func (s *Signatory) ID() ID { return ID{"Signatory", s.Key} }

// IsNode says that the signatory can be asked for by its id.
func (*Signatory) IsNode() {}

// Name gives the name that the signatory had that day.
func (s *Signatory) Name(language *Language) string { return s.Named.Localized(language).value() }

// NameText gives the name of that day with its language.
func (s *Signatory) NameText(language *Language) *LocalizedText { return s.Named.Localized(language) }

// Orientation is a strategic orientation that a signing or a convention states.
type Orientation struct {
	Key       int64  `db:"id" see:"everyone"`
	Slug      string `db:"slug" rule:"slug" see:"everyone"`
	Named     Text   `db:"name" see:"everyone"`
	Described Text   `db:"description" optional:"yes" see:"everyone"`
}

// The orientations, by the signing or convention that states them.
var (
	Orientations           = newTable[Orientation]("orientations", by("orientation", false, "t.slug", "text"), "slug")
	SigningOrientations    = Orientations.via("join signing_orientations l on l.orientation_id = t.id", "l.signing_id")
	ConventionOrientations = Orientations.via("join convention_orientations l on l.orientation_id = t.id", "l.convention_id")
)

// ID names the orientation.
func (o *Orientation) ID() ID { return ID{"Orientation", o.Key} }

// IsNode says that the orientation can be asked for by its id.
func (*Orientation) IsNode() {}

// Name gives the orientation's name.
func (o *Orientation) Name(language *Language) string { return o.Named.Localized(language).value() }

// NameText is the name with its language and its original.
func (o *Orientation) NameText(language *Language) *LocalizedText { return o.Named.Localized(language) }

// DescriptionText says what the source says of the orientation.
func (o *Orientation) DescriptionText(language *Language) *LocalizedText {
	return o.Described.Localized(language)
}
