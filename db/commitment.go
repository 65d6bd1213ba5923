package db

// Commitment is one promised result: an indicator and the versions of its target.
type Commitment struct {
	Key          int64  `db:"id" see:"everyone"`
	Slug         string `db:"slug" rule:"slug" see:"everyone"`
	SigningID    *int64 `db:"signing_id" see:"everyone"`
	ConventionID *int64 `db:"convention_id" see:"everyone"`
	IndicatorID  int64  `db:"indicator_id" ref:"indicators" see:"everyone"`
	PartOfID     *int64 `db:"part_of_id" ref:"commitments" see:"everyone"`
	Position     int    `db:"position" see:"everyone"`
	Worded       Text   `db:"wording" see:"everyone"`
	Baseline     Figure `db:"baseline" default:"NOT_APPLICABLE" see:"everyone"`

	// Its targets; 0 of one that a revision has just added, as they come after it.
	FirstTargetID int64 `db:"first_target_id" sql:"coalesce((select v.id from targets v where v.commitment_id = t.id and v.version = 1), 0)" see:"everyone"`
	TargetID      int64 `db:"target_id" sql:"coalesce((select v.id from targets v where v.commitment_id = t.id order by v.version desc limit 1), 0)" see:"everyone"`
	Withdrawable
	Dated
}

// CommitmentFilter narrows a list of commitments; what is left zero asks for nothing. Partner, region and sector are
// those of the convention; a signing's own commitment can't be placed in them.
type CommitmentFilter struct {
	Indicator    string  `of:"indicators" where:"t.indicator_id = $"`
	Signing      string  `of:"signings" where:"(t.signing_id = $ or exists (select from conventions c where c.id = t.convention_id and c.signing_id = $))"`
	Convention   string  `of:"conventions" where:"t.convention_id = $"`
	Partner      string  `of:"partners" where:"exists (select from parties l where l.convention_id = t.convention_id and l.partner_id = $ and l.withdrawn_at is null)" unknown:"(t.convention_id is null or exists (select from conventions c where c.id = t.convention_id and c.parties_coverage <> 'COMPLETE'))"`
	Region       string  `of:"regions" where:"exists (select from convention_regions l where l.convention_id = t.convention_id and l.region_id = $)" unknown:"(t.convention_id is null or exists (select from conventions c where c.id = t.convention_id and c.regions_coverage <> 'COMPLETE'))"`
	Sector       string  `of:"sectors" where:"exists (select from convention_sectors l where l.convention_id = t.convention_id and l.sector_id = $)" unknown:"(t.convention_id is null or exists (select from conventions c where c.id = t.convention_id and c.sectors_coverage <> 'COMPLETE'))"`
	UpdatedSince Instant `where:"t.updated_at >= $::timestamptz"`
}

// The commitments, by what they belong to, what they count, and what they are part of.
var (
	Commitments           = newTable[Commitment]("commitments", orUpdate(fromBottom("POSITION", "t.position", "int", "t.id", "bigint")), "slug")
	SigningCommitments    = Commitments.of("t.signing_id")
	ConventionCommitments = Commitments.of("t.convention_id")
	IndicatorCommitments  = Commitments.of("t.indicator_id")
	CommitmentParts       = Commitments.of("t.part_of_id")
	PartnerCommitments    = Commitments.via("join parties l on l.convention_id = t.convention_id and l.role = 'PARTNER' and l.withdrawn_at is null", "l.partner_id")
)

// ID names the commitment.
func (c *Commitment) ID() ID { return ID{"Commitment", c.Key} }

// IsNode says that the commitment can be asked for by its id.
func (*Commitment) IsNode() {}

// Wording says in the register's words what was promised.
func (c *Commitment) Wording(language *Language) string { return c.Worded.Localized(language).value() }

// WordingText is the wording with its language and its original.
func (c *Commitment) WordingText(language *Language) *LocalizedText {
	return c.Worded.Localized(language)
}

// Target is one version of a commitment's number. Versions are only ever added.
type Target struct {
	Key          int64        `db:"id" see:"everyone"`
	CommitmentID int64        `db:"commitment_id" see:"everyone"`
	Version      int          `db:"version" see:"everyone"`
	Kind         TargetKind   `db:"kind" see:"everyone"`
	Figure       Figure       `db:"figure" see:"everyone"`
	DueOn        *PartialDate `db:"due_on" see:"everyone"`
	DecidedOn    *PartialDate `db:"decided_on" see:"everyone"`
	Reasons      Text         `db:"reason" optional:"yes" see:"everyone"`
	AmendmentID  *int64       `db:"amendment_id" ref:"amendments" see:"everyone"`
}

// The targets, by their commitment, the first version first.
var (
	Targets           = newTable[Target]("targets", by("target", false, "t.version", "int", "t.id", "bigint"), "commitment_id", "version")
	CommitmentTargets = Targets.of("t.commitment_id")
	AmendmentTargets  = Targets.of("t.amendment_id")
)

// ID names the version.
func (t *Target) ID() ID { return ID{"Target", t.Key} }

// IsNode says that the version can be asked for by its id.
func (*Target) IsNode() {}

// ReasonText says why the target was changed; nil for the first version.
func (t *Target) ReasonText(language *Language) *LocalizedText { return t.Reasons.Localized(language) }
