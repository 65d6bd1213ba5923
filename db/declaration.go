package db

import (
	"context"
	"errors"
	"slices"
	"time"
)

// What partners declare. The public sees of it the counts of Delivery and the verified jobs.

// Declaration is what a partner submits for a convention and a period. Its receipt comes with the submission.
type Declaration struct {
	Key              int64            `db:"id" see:"partner officer auditor administrator"`
	Reference        *string          `db:"reference" see:"partner officer auditor administrator"`
	ConventionID     int64            `db:"convention_id" see:"partner officer auditor administrator"`
	PartnerID        int64            `db:"partner_id" see:"partner officer auditor administrator"`
	PeriodFrom       Date             `db:"period_from" see:"partner officer auditor administrator"`
	PeriodUntil      Date             `db:"period_until" see:"partner officer auditor administrator"`
	State            DeclarationState `db:"state" see:"partner officer auditor administrator"`
	Version          int              `db:"version" see:"partner officer auditor administrator"`
	EnteredByOfficer bool             `db:"entered_by_officer" see:"partner officer auditor administrator"`
	SubmittedAt      *Instant         `db:"submitted_at" see:"partner officer auditor administrator"`
	SubmittedBy      *string          `db:"submitted_by" see:"partner"`
	ContentSHA256    *string          `db:"content_sha256" see:"partner officer auditor administrator"`
	ReceiptDueOn     *Date            `db:"answer_due_on" see:"partner officer auditor administrator"`
	TrailPosition    *int64           `db:"trail_position" see:"partner officer auditor administrator"`
	TrailSum         *string          `db:"trail_sum" see:"partner officer auditor administrator"`
	DecidedAt        *Instant         `db:"decided_at" see:"partner officer auditor administrator"`
	WithdrawnAt      *Instant         `db:"withdrawn_at" see:"partner officer auditor administrator"`
	DrawSHA256       *string          `db:"draw_sha256" see:"partner officer auditor administrator"`
	ReopenedAt       *Instant         `db:"reopened_at" see:"partner officer auditor administrator"`
	CreatedBy        string           `db:"created_by" made:"default"` // an officer fills in what that officer began
	ClaimedBy        *int64           `db:"claimed_by" see:"officer"`
	ClaimUntil       *Instant         `db:"claim_ends_at" see:"officer"`
}

// ID names the declaration.
func (d *Declaration) ID() ID { return ID{"Declaration", d.Key} }

// AnswerDueOn is the day by which the agency must have answered: that of the receipt; once a second officer was asked for, as
// many days after that.
func (d *Declaration) AnswerDueOn() *Date {
	if d.ReceiptDueOn == nil || d.ReopenedAt == nil {
		return d.ReceiptDueOn
	}
	later := dayOf(string(*d.ReopenedAt)).Sub(dayOf(string(*d.SubmittedAt)))
	day := Date(dayOf(string(*d.ReceiptDueOn)).Add(later).Format(time.DateOnly))
	return &day
}

// dayOf is the day with which a date or a moment, as they are written, begins.
func dayOf(written string) time.Time {
	day, _ := time.Parse(time.DateOnly, written[:len(time.DateOnly)]) // what the database has is one
	return day
}

// DaysWaiting is for how many days, begun ones counted, the agency has had the declaration; nil before it was submitted,
// and once it was decided or withdrawn.
func (d *Declaration) DaysWaiting() *int {
	if d.State != "SUBMITTED" {
		return nil
	}
	begun := d.SubmittedAt
	if d.ReopenedAt != nil {
		begun = d.ReopenedAt
	}
	since, err := time.Parse(InstantForm, string(*begun))
	if err != nil {
		return nil
	}
	days := int(time.Since(since)/(24*time.Hour)) + 1
	return &days
}

// DeclarationRow is one line of a declaration, whatever it declares; the table of its kind says what.
type DeclarationRow struct {
	Key           int64    `db:"id" see:"partner officer auditor administrator"`
	DeclarationID int64    `db:"declaration_id" see:"partner officer auditor administrator"`
	ConventionID  int64    `db:"convention_id" see:"partner officer auditor administrator"`
	PartnerID     int64    `db:"partner_id" see:"partner officer auditor administrator"`
	Position      int      `db:"position" see:"partner officer auditor administrator"`
	Kind          RowKind  `db:"kind" see:"partner officer auditor administrator"`
	State         RowState `db:"state" see:"partner officer auditor administrator"`
	Reference     string   `db:"reference" see:"partner officer auditor"` // the partner's own, unique for it
	Version       int      `db:"version" see:"partner officer auditor administrator"`
	ReplacesID    *int64   `db:"replaces_id" see:"partner officer auditor administrator"`
	Amends        bool     `db:"amends" see:"partner officer auditor administrator"`
	RegionID      *int64   `db:"region_id" see:"partner officer auditor administrator"`
	IsDrawn       bool     `db:"is_drawn" sql:"exists (select from sampled_rows s where s.row_id = t.id)" see:"partner officer auditor administrator"`
}

// RowCounts are the numbers of a declaration's rows, by their states, and whether a sample of them is to be drawn before
// anything is decided.
type RowCounts struct {
	Key       int64 `db:"id" see:"partner officer auditor administrator"`
	Rows      int   `db:"rows" see:"partner officer auditor administrator"`
	Waiting   int   `db:"waiting" see:"partner officer auditor administrator"`
	Accepted  int   `db:"accepted" see:"partner officer auditor administrator"`
	Returned  int   `db:"returned" see:"partner officer auditor administrator"`
	Refused   int   `db:"refused" see:"partner officer auditor administrator"`
	Replaced  int   `db:"replaced" see:"partner officer auditor administrator"`
	Withdrawn int   `db:"withdrawn" see:"partner officer auditor administrator"`
	SampleDue bool  `db:"sample_due" sql:"(t.waiting > 0 and takes_sample(t.id) and not exists (select from samples s where s.declaration_id = t.id) and exists (select from declarations d where d.id = t.id and d.state = 'SUBMITTED') and exists (select from declaration_rows r where r.declaration_id = t.id and r.state = 'WAITING' and not exists (select from second_looks l where l.row_id = r.id)))" see:"partner officer auditor administrator"`
}

// ID names the row.
func (r *DeclarationRow) ID() ID { return ID{"DeclarationRow", r.Key} }

// RowCheck is something that an officer is pointed to beside a row; it decides nothing.
type RowCheck struct {
	RowID int64    `db:"row_id" see:"officer"`
	Found RowFound `db:"found" see:"officer"`
}

// RowFound says what was found.
type RowFound string

// Values lists the enum's values.
func (RowFound) Values() []string {
	return []string{"PERSON_DECLARED_ELSEWHERE", "START_BEFORE_CONVENTION", "START_AFTER_CONVENTION", "START_OUTSIDE_PERIOD", "CONTRACT_EXCLUDED", "CHANGED"}
}

// DeclarationFilter narrows a list of declarations; what is left zero asks for nothing. Of Regions, written as
// PostgreSQL writes an array of keys, something waits; of those of OverlapIn, or of any for *, somebody who is declared
// elsewhere. Scope is what Overseen writes.
type DeclarationFilter struct {
	State          DeclarationState `where:"t.state = $"`
	Partner        string           `of:"partners" where:"t.partner_id = $"`
	Convention     string           `of:"conventions" where:"t.convention_id = $"`
	Region         string           `of:"regions" where:"t.id in (select r.declaration_id from declaration_rows r where r.state = 'WAITING' and r.region_id = $)"`
	SubmittedUntil Date             `where:"t.submitted_at < $::date + 1"`
	Returned       bool             `where:"exists (select from declaration_counts c where c.id = t.id and c.returned > 0) = $::boolean"`
	Claimant       int64            `where:"(t.claimed_by = $ and t.claim_ends_at > now())"`
	OverlapIn      string           `where:"exists (select from declaration_rows r join row_checks k on k.row_id = r.id where r.declaration_id = t.id and r.state = 'WAITING' and k.found = 'PERSON_DECLARED_ELSEWHERE' and ($::text = '*' or r.region_id = any (nullif($::text, '*')::bigint[])))"`
	Regions        string           `where:"t.id in (select r.declaration_id from declaration_rows r where r.state = 'WAITING' and r.region_id = any ($::bigint[]))"`
	Scope          string           `where:"(t.state <> 'DRAFT' and (split_part($::text, ';', 1) = '*' or t.partner_id = any (nullif(split_part($::text, ';', 1), '*')::bigint[]) or t.convention_id = any (split_part($::text, ';', 2)::bigint[]) or exists (select from declaration_rows r where r.declaration_id = t.id and r.region_id = any (split_part($::text, ';', 3)::bigint[]))) or t.state = 'DRAFT' and t.entered_by_officer and t.created_by = split_part($::text, ';', 4))"`
}

// DeclarationRowFilter narrows a list of rows.
type DeclarationRowFilter struct {
	State   RowState `where:"t.state = $"`
	Drawn   bool     `where:"exists (select from sampled_rows s where s.row_id = t.id) = $::boolean"`
	Regions string   `where:"t.region_id = any ($::bigint[])"`
}

// The tables of declarations. A partner's come the latest first; what waits, by how long it has.
var (
	Declarations = newTable[Declaration]("declarations",
		append(by("ENTERED", true, "t.id", "bigint"), by("SUBMITTED", false, "t.submitted_at", "timestamptz", "t.id", "bigint")...), "reference").apart()
	DeclarationRows = newTable[DeclarationRow]("declaration_rows",
		by("declaration_row", false, "t.position", "int", "t.id", "bigint"), "declaration_id", "position").apart()
	DeclarationCounts = newTable[RowCounts]("declaration_counts", by("declaration_counts", false, "t.id", "bigint"), "id").apart()
	RowChecks         = newTable[RowCheck]("row_checks", by("row_check", false, "t.row_id", "bigint", "t.found", "text"), "row_id", "found").apart()
	EvidenceFiles     = newTable[Evidence]("evidence", by("evidence", false, "t.id", "bigint"), "id").apart()

	PartnerDeclarations = Declarations.of("t.partner_id")
	RowsOfDeclaration   = DeclarationRows.of("t.declaration_id")
	CorrectionsOfRow    = DeclarationRows.via("join (values ('WITHDRAWN'::row_state)) l (taken_back) on l.taken_back <> t.state", "t.replaces_id")
	ChecksOfRow         = RowChecks.of("t.row_id")

	EvidenceOfDeclaration = EvidenceFiles.of("t.declaration_id")
)

// seen reads a declaration that a viewer may see; one that may not be seen is not found.
func (d *DB) seen(ctx context.Context, v *Viewer, id ID) (*Declaration, error) {
	found, err := Declarations.ByKeys(ctx, d, []int64{id.keyOf("Declaration")})
	declaration := found[id.keyOf("Declaration")]
	if err != nil {
		return nil, err
	}
	seen := declaration != nil && v.seesDeclaration(declaration)
	if seen {
		if regions := v.RowsSeen(declaration, DeclarationRowFilter{}).Regions; regions != "" {
			err = d.selectOne(ctx, &seen, "select exists (select from declaration_rows where declaration_id = $1 and region_id = any ($2::bigint[]))", declaration.Key, regions)
		}
	}
	if err == nil && !seen {
		err = errNoDeclaration
	}
	return declaration, err
}

var errNoDeclaration = NotFound("declaration", "declaration_unknown", "there is no such declaration that you may see")

// Declaration reads a declaration; nil where there is none that the viewer may see.
func (d *DB) Declaration(ctx context.Context, v *Viewer, id ID) (*Declaration, error) {
	declaration, err := d.Private().seen(ctx, v, id)
	if hidden := (*Error)(nil); errors.As(err, &hidden) && hidden.Code == CodeNotFound {
		return nil, nil
	}
	return declaration, err
}

// seesDeclaration tells whether a viewer may see a declaration: its partner's people do, and the officer who enters it for
// them; other officers, auditors and administrators once it was submitted. Which rows, RowsSeen says.
func (v *Viewer) seesDeclaration(d *Declaration) bool {
	switch {
	case v == nil:
		return false
	case v.actsFor(d.PartnerID):
		return true
	case v.Holds(Officer):
		return d.State != "DRAFT" || v.Writes(d)
	}
	return d.State != "DRAFT" && (v.Holds(Administrator) || len(v.audits(d.PartnerID, d.ConventionID)) > 0)
}

// RowsSeen narrows the rows of a declaration to those that a viewer may see: an officer of regions, and an auditor of one,
// those that are there.
func (v *Viewer) RowsSeen(d *Declaration, filter DeclarationRowFilter) DeclarationRowFilter {
	if fillsIn := d.State == "DRAFT" && v.Writes(d); !fillsIn && !v.actsFor(d.PartnerID) && !v.Holds(Administrator) {
		filter.Regions = v.regionsSeen(d.PartnerID, d.ConventionID)
	}
	return filter
}

// Verifies tells whether a viewer is an officer of a row's region.
func (v *Viewer) Verifies(region *int64) bool {
	return v.verifiesEverywhere() || region != nil && slices.Contains(v.regions(), *region)
}

// SeesPerson tells whether a viewer is shown who is behind a row, by each role for itself: its partner's people are, and the
// officers of its region. An auditor opens each, with a reason.
func (v *Viewer) SeesPerson(r *DeclarationRow) bool {
	return v.actsFor(r.PartnerID) || v.Verifies(r.RegionID)
}

// SeesWords tells whether a viewer is shown what a partner calls a row, and what it was written about it: there may be
// something of a person in it.
func (v *Viewer) SeesWords(r *DeclarationRow) bool { return v.SeesPerson(r) || v.auditsRow(r) }

// auditsRow tells whether a row is in the scope of a viewer who is an auditor.
func (v *Viewer) auditsRow(r *DeclarationRow) bool {
	return slices.ContainsFunc(v.audits(r.PartnerID, r.ConventionID), func(role *HeldRole) bool {
		return role.RegionID == nil || r.RegionID != nil && *role.RegionID == *r.RegionID
	})
}

// SeesRow tells whether a viewer may see a row that another one names: officers and auditors of regions see those there.
func (v *Viewer) SeesRow(r *DeclarationRow) bool {
	return v.Holds(Administrator) || v.SeesWords(r)
}

// SeesCorrection tells whether a viewer may see a row that corrects another: while it is a draft, its partner's people alone.
func (v *Viewer) SeesCorrection(r *DeclarationRow) bool {
	return v.SeesRow(r) && (r.State != "DRAFT" || v.actsFor(r.PartnerID))
}

// Writes tells whether a viewer fills a declaration in, submits and withdraws it: the partner's people do, and the officer who
// began to enter it for them.
func (v *Viewer) Writes(d *Declaration) bool {
	return v.declaresFor(d.PartnerID) || d.EnteredByOfficer && v.Holds(Officer) && d.CreatedBy == v.actor()
}

// Decides tells whether a viewer may decide on something of a declaration: as an officer who has no hand in it. Which rows,
// their regions say.
func (v *Viewer) Decides(d *Declaration) bool {
	return v.Holds(Officer) && d.State == "SUBMITTED" && !v.Writes(d)
}

// HasClaimed tells whether a viewer is who looks at a declaration.
func (v *Viewer) HasClaimed(d *Declaration) bool {
	claimant := d.Claimant()
	return claimant != nil && v.Account != nil && *claimant == v.Account.Key
}

// SeenReference gives the partner's own reference of a row; nil to administrators.
func (v *Viewer) SeenReference(r *DeclarationRow) *string {
	if !v.SeesWords(r) {
		return nil
	}
	return &r.Reference
}

// FoundIn lists what checks have found.
func FoundIn(checks []*RowCheck) []RowFound {
	found := make([]RowFound, len(checks))
	for i, check := range checks {
		found[i] = check.Found
	}
	return found
}
