package sample

import (
	"fmt"

	"mithaq/db"
)

// promise is a commitment as it is being made up.
type promise struct {
	row    db.Commitment
	first  db.Figure
	accord *accord // nil: the signing's
	on     day
	due    *db.PartialDate
}

var wordings = map[string][3]string{
	"JOBS_CREATED":              {"créer des emplois fictifs", "إحداث مناصب شغل خيالية", "create fictional jobs"},
	"PROJECT_HOLDERS_SUPPORTED": {"accompagner des porteurs de projets fictifs", "مواكبة حاملي مشاريع خياليين", "support fictional project holders"},
	"PEOPLE_TRAINED":            {"former des personnes fictives", "تكوين أشخاص خياليين", "train fictional people"},
}

const jobsCreated, holdersSupported, peopleTrained = "JOBS_CREATED", "PROJECT_HOLDERS_SUPPORTED", "PEOPLE_TRAINED"

func (w *world) makeCommitments() {
	totals := map[*ceremony]map[string]int64{}
	for _, c := range w.ceremonies {
		if c.plot == ordinary {
			continue
		}
		totals[c] = map[string]int64{}
		for _, indicator := range []string{jobsCreated, holdersSupported} {
			c.wholes[indicator] = w.next("commitments")
		}
	}
	for i, a := range w.accords {
		if a.row.CommitmentsCoverage == db.Partial && i%2 == 0 {
			continue
		}
		for position, indicator := range w.promisedBy(i, a) {
			n := w.promise(i, a, position+1, indicator)
			if c := a.ceremony; c != nil && totals[c] != nil {
				totals[c][indicator] += n
			}
		}
	}
	for _, c := range w.ceremonies {
		for position, indicator := range []string{jobsCreated, holdersSupported} {
			if id, whole := c.wholes[indicator], totals[c]; whole != nil {
				w.announce(c, id, position+1, indicator, (whole[indicator]*6/5/500+1)*500)
			}
		}
	}
}

func (w *world) promisedBy(i int, a *accord) []string {
	indicators := []string{jobsCreated}
	if a.holders > 0 || i%11 == 0 {
		indicators = append(indicators, holdersSupported)
	}
	if i%3 == 0 {
		indicators = append(indicators, peopleTrained)
	}
	return indicators
}

// announce writes what a signing promised as a whole.
func (w *world) announce(c *ceremony, id int64, position int, indicator string, n int64) {
	w.keepPromise(&promise{on: c.on, first: known(n), due: ptr(db.PartialDate(fmt.Sprint(c.on.year() + 3))), row: db.Commitment{
		Key: id, Slug: fmt.Sprintf("%s-%d", c.row.Slug, position), SigningID: &c.row.Key, Position: position,
		Baseline: missing("NOT_APPLICABLE")}}, indicator)
}

// promise writes what a convention promised, so that what it will deliver is about the intended share of it.
func (w *world) promise(i int, a *accord, position int, indicator string) int64 {
	n := int64(between(w.rand, 2, 30) * 10)
	expected := map[string]float64{jobsCreated: 0.93 * float64(a.jobs), holdersSupported: 0.93 * float64(a.holders)}[indicator]
	if expected > 0 {
		n = max(1, int64(expected/a.progress))
		if n > 50 && a.progress != overDelivering {
			n = n / 10 * 10
		}
	}
	p := &promise{accord: a, on: a.on, first: known(n), row: db.Commitment{Key: w.next("commitments"),
		Slug: fmt.Sprintf("%s-engagement-%d", a.row.Slug, position), ConventionID: &a.row.Key, Position: position,
		Baseline: missing("NOT_APPLICABLE")}}
	switch {
	case a.progress == overDelivering || a.progress == nothingCame:
	case i%13 == 5:
		p.first = missing([]db.FigureStatus{"NOT_PUBLISHED", "UNKNOWN"}[i%2])
	case i%10 == 7:
		p.row.Baseline = known(n / 20)
	}
	if i%8 != 3 {
		p.due = ptr(a.until.about(w.rand))
	}
	if c := a.ceremony; c != nil && c.plot == inParts && indicator != peopleTrained {
		p.row.PartOfID = ptr(c.wholes[indicator])
	}
	w.keepPromise(p, indicator)
	return n
}

func (w *world) keepPromise(p *promise, indicator string) {
	words := wordings[indicator]
	p.row.IndicatorID, p.row.Worded = w.lists.indicators[indicator], text(words[0], words[1], words[2])
	label := "commitment " + p.row.Slug
	w.registerRows.add(registerRow{w.slug, "commitments", p.row.Key, label}, written{})
	w.cite(label, p.on.year(), "", func(c *db.Citation) { c.CommitmentID = &p.row.Key })
	last := w.makeTargets(p, label)
	w.commitments.add(p.row, written{"sample", (p.on + 5).at(0), last.at(0)})
}

// makeTargets writes the versions of a promise's number, and gives the day of the last one.
func (w *world) makeTargets(p *promise, label string) day {
	t := db.Target{Version: 1, Kind: "SIGNATURE", Figure: p.first, DueOn: p.due, DecidedOn: ptr(p.on.about(w.rand)), Reasons: db.Text{Language: db.FR}}
	w.target(p, &t, p.on+5, label)
	last := p.on + 5
	if p.first.Value == nil || p.accord == nil && p.on.year() != 2022 || p.accord != nil && p.accord.progress == overDelivering {
		return last
	}
	if p.accord != nil && w.oneIn(4) {
		last = min(p.on+day(between(w.rand, 150, 600)), today-3)
		t = w.amend(p, t, last)
		w.target(p, &t, last, label)
	}
	if w.oneIn(8) || p.accord == nil {
		last = min(last+day(between(w.rand, 20, 90)), today)
		t.Version++
		t.Kind, t.Figure, t.AmendmentID, t.DecidedOn = "CORRECTION", known(*t.Figure.Value+int64(between(w.rand, 1, 9))), nil, nil
		t.Reasons = text("Faute de frappe dans la source fictive.", "خطأ مطبعي في المصدر الخيالي.", "A misprint in the fictional source.")
		w.target(p, &t, last, label)
	}
	return last
}

// amend gives the target that an amendment of the convention makes of another.
func (w *world) amend(p *promise, before db.Target, on day) db.Target {
	a := p.accord
	n := w.next("amendments")
	row := db.Amendment{Key: n, Slug: fmt.Sprintf("%s-avenant-%d", a.row.Slug, p.row.Position), ConventionID: a.row.Key, Position: p.row.Position,
		Reference: fmt.Sprintf("Avenant fictif n° %d", p.row.Position), SignedOn: ptr(on.about(w.rand)),
		Summaries: text("L’objectif et l’échéance changent.", "تغيير الهدف والأجل.", "The target and the due date change.")}
	label := "amendment " + row.Slug
	hold(w, w.amendments, row.Key, row, on+1, label)
	w.cite(label, on.year(), "", func(c *db.Citation) { c.AmendmentID = &row.Key })
	w.document(db.Document{ConventionID: &a.row.Key, AmendmentID: &row.Key, Position: 10 + p.row.Position, Kind: "AMENDMENT", Language: db.FR,
		Titled: text("Avenant fictif", "ملحق خيالي", "Fictional amendment")}, row.Slug+"-texte", min(on+10, today))
	before.Version++
	before.Kind, before.AmendmentID, before.DecidedOn = "AMENDMENT", &row.Key, on.whole()
	before.Figure = known(*before.Figure.Value*int64(between(w.rand, 80, 130))/100 + 1)
	before.DueOn = ptr(min(a.until+365, dayOf(2031, 12, 31)).about(w.rand))
	before.Reasons = text("Avenant fictif : conjoncture inventée.", "ملحق خيالي: ظرفية متخيلة.", "Fictional amendment: invented circumstances.")
	return before
}
