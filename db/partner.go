package db

// Partner is a signatory or employer: a company, a federation, a foundation, an association or a public body.
type Partner struct {
	Key       int64       `db:"id" see:"everyone"`
	Slug      string      `db:"slug" rule:"slug" see:"everyone"`
	Kind      PartnerKind `db:"kind" see:"everyone"`
	Named     Name        `db:"name" see:"everyone"`
	ShortName *string     `db:"short_name" see:"everyone"`
	ICE       *string     `db:"ice" rule:"ice" see:"everyone"`
	SortName  string      `db:"sort_name" made:"generated" see:"everyone"`

	ConventionsCoverage Coverage `db:"conventions_coverage" sql:"conventions_coverage_of(t.id)" see:"everyone"`
	Withdrawable
	Dated
}

// PartnerFilter narrows a list of partners; what is left zero asks for nothing. A partner whose conventions aren't all
// known can't be placed in a region or a sector.
type PartnerFilter struct {
	Kind         PartnerKind `where:"t.kind = $"`
	Signing      string      `of:"signings" where:"exists (select from signatories l where l.partner_id = t.id and l.signing_id = $ and l.withdrawn_at is null)"`
	Convention   string      `of:"conventions" where:"exists (select from parties l where l.partner_id = t.id and l.convention_id = $ and l.withdrawn_at is null)" unknown:"(select c.parties_coverage from conventions c where c.id = $) <> 'COMPLETE'"`
	Region       string      `of:"regions" where:"exists (select from parties l join convention_regions r on r.convention_id = l.convention_id where l.partner_id = t.id and r.region_id = $ and l.withdrawn_at is null)" unknown:"conventions_coverage_of(t.id) <> 'COMPLETE'"`
	Sector       string      `of:"sectors" where:"exists (select from parties l join convention_sectors s on s.convention_id = l.convention_id where l.partner_id = t.id and s.sector_id = $ and l.withdrawn_at is null)" unknown:"conventions_coverage_of(t.id) <> 'COMPLETE'"`
	MemberOf     string      `of:"partners" where:"exists (select from partner_ties l where l.other_id = t.id and l.kind = 'MEMBER' and l.partner_id = $ and l.withdrawn_at is null)"`
	UpdatedSince Instant     `where:"t.updated_at >= $::timestamptz"`
}

const signatoryPartners = "join signatories l on l.partner_id = t.id and l.role = 'PARTNER' and l.withdrawn_at is null"

// The partners, those who signed at a signing, and those tied to another.
var (
	Partners            = newTable[Partner]("partners", orUpdate(fromBottom("NAME", "t.sort_name", "text", "t.id", "bigint")), "slug")
	SigningPartners     = Partners.via(signatoryPartners, "l.signing_id")
	PartnerMembers      = Partners.via(tied("MEMBER"), "l.partner_id")
	PartnerFederations  = Partners.via(tiedBack("MEMBER"), "l.other_id")
	PartnerSubsidiaries = Partners.via(tied("SUBSIDIARY"), "l.partner_id")
	PartnerGroups       = Partners.via(tiedBack("SUBSIDIARY"), "l.other_id")
)

// tied joins the partners at the far end of ties of a kind, each once however often it was tied.
func tied(kind PartnerTieKind) string {
	return "join (select distinct partner_id, other_id from partner_ties where kind = '" + string(kind) + "' and withdrawn_at is null) l on l.other_id = t.id"
}

// tiedBack joins those at the near end.
func tiedBack(kind PartnerTieKind) string {
	return "join (select distinct partner_id, other_id from partner_ties where kind = '" + string(kind) + "' and withdrawn_at is null) l on l.partner_id = t.id"
}

// ID names the partner.
func (p *Partner) ID() ID { return ID{"Partner", p.Key} }

// IsNode says that the partner can be asked for by its id.
func (*Partner) IsNode() {}

// Name gives the partner's present name.
func (p *Partner) Name(language *Language) string { return p.Named.Localized(language).value() }

// NameText gives the partner's present name with its language.
func (p *Partner) NameText(language *Language) *LocalizedText { return p.Named.Localized(language) }

// PartnerName is a further name that a partner is or was known by.
type PartnerName struct {
	Key       int64        `db:"id" see:"everyone"`
	PartnerID int64        `db:"partner_id" see:"everyone"`
	Position  int          `db:"position" see:"everyone"`
	Name      string       `db:"name" see:"everyone"`
	Language  Language     `db:"language" see:"everyone"`
	Since     *PartialDate `db:"since" see:"everyone"`
	Until     *PartialDate `db:"until" see:"everyone"`
	Withdrawable
}

// The further names, by their partner.
var (
	PartnerNames   = newTable[PartnerName]("partner_names", by("partner_name", false, "t.position", "int", "t.id", "bigint"), "partner_id", "position")
	NamesOfPartner = PartnerNames.of("t.partner_id")
)

// ID names the name.
func (n *PartnerName) ID() ID { return ID{"PartnerName", n.Key} }

// IsNode says that the name can be asked for by its id.
func (*PartnerName) IsNode() {}

// PartnerTie ties a federation to a member, a group to a subsidiary, or a partner to its successor.
type PartnerTie struct {
	Key       int64          `db:"id" see:"everyone"`
	Kind      PartnerTieKind `db:"kind" see:"everyone"`
	PartnerID int64          `db:"partner_id" see:"everyone"`
	OtherID   int64          `db:"other_id" ref:"partners" see:"everyone"`
	Position  int            `db:"position" see:"everyone"` // among those of the same kind with the same partner
	Since     *PartialDate   `db:"since" see:"everyone"`
	Until     *PartialDate   `db:"until" see:"everyone"`
	Withdrawable
}

// The ties, by the partner at either end, and the successions alone.
var (
	PartnerTies         = newTable[PartnerTie]("partner_ties", by("partner_tie", false, "t.id", "bigint"), "kind", "partner_id", "other_id", "position")
	PartnerSuccessions  = PartnerTies.via("join (values ('SUCCESSOR'::partner_tie_kind)) l (kind) on l.kind = t.kind", "t.partner_id")
	PartnerPredecessors = PartnerTies.via("join (values ('SUCCESSOR'::partner_tie_kind)) l (kind) on l.kind = t.kind", "t.other_id")
)

// ID names the tie.
func (t *PartnerTie) ID() ID { return ID{"PartnerTie", t.Key} }

// IsNode says that the tie can be asked for by its id.
func (*PartnerTie) IsNode() {}
