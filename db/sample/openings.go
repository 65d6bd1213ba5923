package sample

import (
	"fmt"

	"mithaq/db"
)

var applying = []db.Text{
	text("Écrire à l’adresse fictive emploi@example.org.", "الكتابة إلى العنوان الخيالي emploi@example.org.", "Write to the fictional address emploi@example.org."),
	text("Se présenter à l’agence fictive, avec un curriculum vitæ.", "التقدم إلى الوكالة الخيالية بسيرة ذاتية.", "Come to the fictional agency with a curriculum vitae."),
	{Language: db.AR, Name: name("", "الترشيح عبر الموقع example.org.", "Apply at example.org.")},
}

// makeOpenings makes openings that are over, open and still to come; some are withdrawn, of some the region or the
// number isn't known.
func (w *world) makeOpenings() {
	count := min(4000, 60+w.options.Jobs/140)
	for i := range count {
		a := oneOf(w.rand, w.accords)
		b := w.bodies[i%len(w.bodies)]
		if len(a.bodies) > 0 {
			b = oneOf(w.rand, a.bodies)
		}
		from := today - day(between(w.rand, -60, 1500))
		if i%4 == 0 {
			from = today - day(between(w.rand, 0, 20))
		}
		w.opening(i, a, b, max(from, a.on))
	}
}

func (w *world) opening(i int, a *accord, b *body, from day) {
	group := between(w.rand, 1, 9)
	posts := known(int64(between(w.rand, 1, 40)))
	if i%7 == 6 {
		posts = missing([]db.FigureStatus{"NOT_PUBLISHED", "UNKNOWN"}[i%2])
	}
	o := db.Opening{Key: w.next("openings"), Slug: fmt.Sprintf("offre-fictive-%05d", i+1), PartnerID: b.row.Key, Position: 1,
		Occupations: oneOf(w.rand, occupations[group-1]), OccupationGroupID: ptr(w.lists.groups[fmt.Sprint(group)]),
		SectorID: ptr(w.lists.sectors[a.sector]), ContractKind: ptr(contractOf(w.rand, a.sector)), Posts: posts, OpensOn: from.date(),
		ClosesOn: (from + day(between(w.rand, 7, 75))).date(), Applying: oneOf(w.rand, applying)}
	if len(a.bodies) > 0 {
		o.ConventionID = &a.row.Key
	}
	switch i % 9 {
	case 1:
		o.OccupationGroupID, o.SectorID = nil, nil
	case 2:
		o.ContractKind = nil
	}
	if i%8 != 3 {
		o.RegionID = &w.lists.regions[w.placeOf(a)].ID
	}
	if i%12 == 4 {
		o.WithdrawnOn = ptr((from + 5).date())
	}
	hold(w, w.openings, o.Key, o, min(max(0, from-5), today), "opening "+o.Slug)
	w.cite("opening "+o.Slug, from.year(), "", func(c *db.Citation) { c.OpeningID = &o.Key })
}

// placeOf picks a region for what a convention does.
func (w *world) placeOf(a *accord) int {
	if len(a.regions) > 0 {
		return oneOf(w.rand, a.regions)
	}
	return pickRegion(w.rand, nationwide(w.lists.regions))
}

var repliesFR = []string{
	"Le chiffre ne tient pas compte des embauches fictives du dernier trimestre.",
	"Nous contestons ce refus inventé et avons transmis d’autres pièces.",
	"Le retard tient à l’ouverture différée de notre site imaginaire.",
}

const replyAR, replyEN = "هذا الرقم الخيالي لا يشمل التشغيلات الأخيرة.", "This fictional figure leaves out our latest hires."

// makeReplies lets partners answer to conventions, to commitments, and to claims.
func (w *world) makeReplies() {
	for i := range max(24, len(w.accords)/4) {
		a := w.accords[(i*5)%len(w.accords)]
		if len(a.bodies) == 0 {
			continue
		}
		on := min(max(a.on+300, dayOf(2023, 1, 10)+day(i*37%1200)), today)
		r := db.Reply{Key: w.next("replies"), Slug: fmt.Sprintf("reponse-fictive-%03d", i+1), PartnerID: a.bodies[0].row.Key, RepliedOn: on.date(),
			Said: db.Quote{Text: &repliesFR[i%len(repliesFR)], Language: ptr(db.FR)}}
		switch i % 4 {
		case 2:
			r.Said = db.Quote{Text: ptr(replyAR), Language: ptr(db.AR)}
		case 3:
			r.Said = db.Quote{Text: ptr(replyEN), Language: ptr(db.EN)}
		}
		switch i % 3 {
		case 0:
			r.ConventionID = &a.row.Key
		case 1:
			r.CommitmentID = w.commitmentOf(a)
		case 2:
			r.ClaimID = &w.claims.rows[i%len(w.claims.rows)].Key
		}
		if r.ConventionID == nil && r.CommitmentID == nil && r.ClaimID == nil {
			r.ConventionID = &a.row.Key
		}
		hold(w, w.replies, r.Key, r, on, "reply "+r.Slug)
		w.cite("reply "+r.Slug, on.year(), "", func(c *db.Citation) { c.ReplyID = &r.Key })
	}
}

func (w *world) commitmentOf(a *accord) *int64 {
	for i := range w.commitments.rows {
		if c := &w.commitments.rows[i]; c.ConventionID != nil && *c.ConventionID == a.row.Key {
			return &c.Key
		}
	}
	return nil
}
