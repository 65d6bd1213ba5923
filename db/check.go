package db

// The rules of rows that one can check before they are written. Each Check reports every fault of its row, by the column
// it is about; the constraints of the tables say the same, and nothing gets by them.

// Check reports a text without its original.
func (t *Text) Check(report func(column, message string)) {
	if t.in(t.Language) == nil {
		report("", "the text is missing in its own language, "+string(t.Language)+"; give it, or name another under language")
	}
}

// Check reports a name that is none.
func (n *Name) Check(report func(column, message string)) {
	if n.Localized(nil) == nil {
		report("", "a name is needed in at least one of fr, ar, en")
	}
}

// Check reports a quote without its words, or words without their language.
func (q *Quote) Check(report func(column, message string)) {
	if (q.Text == nil) != (q.Language == nil) {
		report("", "a quote needs both its text and its language")
	}
}

// Check reports a register in a language that this program doesn't keep one in.
func (r *Register) Check(report func(column, message string)) {
	if r.Language != RegisterLanguage {
		report("language", "this program keeps registers in "+string(RegisterLanguage)+"; allowed is that")
	}
}

// Check reports an address without its kind.
func (s *Source) Check(report func(column, message string)) {
	if (s.Address == nil) != (s.AddressKind == nil) {
		report("address", "an address needs an address_kind, and the other way round")
	}
}

// Check reports a name that ends before it begins.
func (n *PartnerName) Check(report func(column, message string)) {
	checkSpan(report, "until", n.Since, n.Until)
}

// Check reports a tie that ends before it begins, and a succession without its date.
func (t *PartnerTie) Check(report func(column, message string)) {
	checkSpan(report, "until", t.Since, t.Until)
	if t.Kind == "SUCCESSOR" && t.Since == nil {
		report("since", "a succession needs its date")
	}
}

// Check reports a signatory whose role and partner don't go together.
func (s *Signatory) Check(report func(column, message string)) {
	checkRole(report, s.Role, s.PartnerID)
}

// Check reports a party whose role and partner don't go together.
func (p *Party) Check(report func(column, message string)) { checkRole(report, p.Role, p.PartnerID) }

// Check reports a convention that ends before it starts.
func (c *Convention) Check(report func(column, message string)) {
	checkSpan(report, "ends_on", c.StartsOn, c.EndsOn)
}

// Check reports a first version that isn't the signature's, a later one that is, and a change without a reason. Of a draft the
// number comes with its publication.
func (t *Target) Check(report func(column, message string)) {
	if t.Version > 0 && (t.Version == 1) != (t.Kind == "SIGNATURE") {
		report("kind", "the first target is the one of the SIGNATURE, and each later one an AMENDMENT or a CORRECTION")
	}
	if t.AmendmentID != nil && t.Kind != "AMENDMENT" {
		report("amendment", "only a target of the kind AMENDMENT names one")
	}
	if t.Kind != "SIGNATURE" && t.Reasons.in(t.Reasons.Language) == nil {
		report("reason", "a changed target needs a reason")
	}
}

// Check reports an allocation to nothing, or to several things at once.
func (a *Allocation) Check(report func(column, message string)) {
	if !exactlyOne(a.RegionID != nil, a.Year != nil, a.SectorID != nil, a.PartnerID != nil) {
		report("", "an allocation falls to exactly one of region, year, sector and partner")
	}
}

// Check reports an opening that closes before it opens, or of no post.
func (o *Opening) Check(report func(column, message string)) {
	if o.ClosesOn != "" && o.ClosesOn < o.OpensOn {
		report("closes_on", string(o.ClosesOn)+" is before "+string(o.OpensOn)+"; an opening closes on the day it opens or later")
	}
	if o.Posts.Value != nil && *o.Posts.Value == 0 {
		report("posts", "an opening has at least one post, or a number that isn't known")
	}
}

// Check reports a reply to nothing, or to several things at once, and one without words.
func (r *Reply) Check(report func(column, message string)) {
	if !exactlyOne(r.ConventionID != nil, r.CommitmentID != nil, r.ClaimID != nil) {
		report("", "a reply is about exactly one of convention, commitment and claim")
	}
	if r.Said.Text == nil {
		report("words", "a reply needs its words: text and language")
	}
}

// Check reports a schedule that ends before it starts, or allows more than a year.
func (s *ReportingSchedule) Check(report func(column, message string)) {
	checkSpan(report, "applies_until", &s.AppliesFrom, s.AppliesUntil)
	if s.DaysAllowed < 0 || s.DaysAllowed > 366 {
		report("days_allowed", "allowed are 0 to 366 days")
	}
}

// Check reports a speaker without an office, and an office without a speaker.
func (c *Claim) Check(report func(column, message string)) {
	if (c.Speakers.Localized(nil) == nil) != (c.SpeakerRoles.Localized(nil) == nil) {
		report("speaker", "a speaker needs a speaker_role, and the other way round")
	}
}

func checkSpan(report func(column, message string), column string, from, to *PartialDate) {
	if from != nil && to != nil && *to < *from {
		report(column, string(*to)+" is before "+string(*from)+"; an end comes after its beginning")
	}
}

func checkRole(report func(column, message string), role SignatoryRole, partner *int64) {
	switch {
	case role == "PARTNER" && partner == nil:
		report("partner", "in the role PARTNER, the partner is needed")
	case role != "PARTNER" && partner != nil:
		report("partner", "only the role PARTNER has a partner")
	}
}

func exactlyOne(given ...bool) bool {
	count := 0
	for _, is := range given {
		if is {
			count++
		}
	}
	return count == 1
}
