package db

// Claim is a fact as one source states it. Claims that disagree stand side by side.
type Claim struct {
	Key          int64        `db:"id" see:"everyone"`
	Slug         string       `db:"slug" rule:"slug" see:"everyone"`
	SigningID    int64        `db:"signing_id" see:"everyone"`
	SourceID     int64        `db:"source_id" ref:"sources" see:"everyone"`
	Subject      ClaimSubject `db:"subject" see:"everyone"`
	Stance       ClaimStance  `db:"stance" see:"everyone"`
	Position     int          `db:"position" see:"everyone"`
	Statements   Text         `db:"statement" see:"everyone"`
	Figure       Figure       `db:"figure" default:"NOT_APPLICABLE" see:"everyone"`
	Quoted       Quote        `db:"quote" optional:"yes" see:"everyone"`
	Speakers     Name         `db:"speaker" optional:"yes" see:"everyone"`
	SpeakerRoles Text         `db:"speaker_role" optional:"yes" see:"everyone"`
	Dated
	Withdrawable
}

// ClaimFilter narrows a list of claims; what is left zero asks for nothing.
type ClaimFilter struct {
	Subject      ClaimSubject `where:"t.subject = $"`
	Stance       ClaimStance  `where:"t.stance = $"`
	Signing      string       `of:"signings" where:"t.signing_id = $"`
	Source       string       `of:"sources" where:"t.source_id = $"`
	UpdatedSince Instant      `where:"t.updated_at >= $::timestamptz"`
	Withdrawn    bool         `where:"(t.withdrawn_at is not null and $::boolean)"`
}

// The claims: by subject, within it in the register's order; those about a signing, and those of a source.
var (
	Claims        = newTable[Claim]("claims", orUpdate(fromBottom("SUBJECT", "t.subject", "claim_subject", "t.position", "int", "t.id", "bigint")), "slug")
	SigningClaims = Claims.of("t.signing_id")
	SourceClaims  = Claims.of("t.source_id")
)

// ID names the claim.
func (c *Claim) ID() ID { return ID{"Claim", c.Key} }

// IsNode says that the claim can be asked for by its id.
func (*Claim) IsNode() {}

// Statement says in the register's words what the source states.
func (c *Claim) Statement(language *Language) string { return c.Statements.Localized(language).value() }

// StatementText is the statement with its language and its original.
func (c *Claim) StatementText(language *Language) *LocalizedText {
	return c.Statements.Localized(language)
}

// Quote gives the source's deciding words, where they are quoted.
func (c *Claim) Quote() *Quote { return c.Quoted.orNil() }

// SpeakerText names who said it, where the source names a speaker.
func (c *Claim) SpeakerText(language *Language) *LocalizedText { return c.Speakers.Localized(language) }

// SpeakerRoleText gives the speaker's office.
func (c *Claim) SpeakerRoleText(language *Language) *LocalizedText {
	return c.SpeakerRoles.Localized(language)
}
