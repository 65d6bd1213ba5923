package db

// Reply is what a partner answers publicly to a figure or a refusal, in its own words.
type Reply struct {
	Key           int64  `db:"id" see:"everyone"`
	Slug          string `db:"slug" rule:"slug" see:"everyone"`
	PartnerID     int64  `db:"partner_id" ref:"partners" see:"everyone"`
	ConventionID  *int64 `db:"convention_id" ref:"conventions" see:"everyone"`
	CommitmentID  *int64 `db:"commitment_id" ref:"commitments" see:"everyone"`
	ClaimID       *int64 `db:"claim_id" ref:"claims" see:"everyone"`
	RepliedOn     Date   `db:"replied_on" see:"everyone"`
	Said          Quote  `db:"words" see:"everyone"`
	Version       int    `db:"version" made:"trigger" see:"everyone"`
	IsFromPartner bool   `db:"is_from_partner" made:"default" see:"everyone"`
	Dated
	Withdrawable
}

// ReplyVersion is what a reply said before it was changed.
type ReplyVersion struct {
	Key        int64   `db:"id" see:"everyone"`
	ReplyID    int64   `db:"reply_id" see:"everyone"`
	Version    int     `db:"version" see:"everyone"`
	Said       Quote   `db:"words" see:"everyone"`
	StoodFrom  Instant `db:"stood_from" see:"everyone"`
	StoodUntil Instant `db:"stood_until" see:"everyone"`
}

// Words gives the partner's own words, as they were.
func (v *ReplyVersion) Words() *Quote { return &v.Said }

// ReplyFilter narrows a list of replies; what is left zero asks for nothing.
type ReplyFilter struct {
	Partner      string  `of:"partners" where:"t.partner_id = $"`
	Convention   string  `of:"conventions" where:"t.convention_id = $"`
	Commitment   string  `of:"commitments" where:"t.commitment_id = $"`
	UpdatedSince Instant `where:"t.updated_at >= $::timestamptz"`
}

// The replies, the latest first; by who replies, and to what.
var (
	Replies           = newTable[Reply]("replies", orUpdate(fromTop("REPLIED_ON", "t.replied_on", "date", "t.id", "bigint")), "slug").maybeMore()
	PartnerReplies    = Replies.of("t.partner_id")
	ConventionReplies = Replies.of("t.convention_id")
	CommitmentReplies = Replies.of("t.commitment_id")
	ClaimReplies      = Replies.of("t.claim_id")

	// What replies said before, the latest first.
	ReplyVersions   = newTable[ReplyVersion]("reply_versions", by("VERSION", true, "t.version", "int", "t.id", "bigint"), "reply_id", "version")
	VersionsOfReply = ReplyVersions.of("t.reply_id")
)

// ID names the reply.
func (r *Reply) ID() ID { return ID{"Reply", r.Key} }

// IsNode says that the reply can be asked for by its id.
func (*Reply) IsNode() {}

// Words gives the partner's own words.
func (r *Reply) Words() *Quote { return &r.Said }
