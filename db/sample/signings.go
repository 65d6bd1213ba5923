package sample

import (
	"fmt"

	"mithaq/db"
)

// ceremony is a signing with what its conventions need to know of it.
type ceremony struct {
	row    db.Signing
	on     day
	plot   plot
	bodies []*body
	wholes map[string]int64 // its announced totals, by indicator
}

// plot is what a signing is there to show.
type plot int

const (
	ordinary plot = iota
	inParts       // the conventions' commitments are parts of an announced total
	hidden        // no source says who signed what
	disputed      // its sources disagree
)

var ceremonies = []struct {
	slug   string
	on     day
	digits int // of its date: a year, a month or a day
	plot   plot
	place  [3]string
}{
	{"zomil-2019", dayOf(2019, 5, 14), 7, ordinary, [3]string{"Zomil-la-Fictive", "زوميل الخيالية", "Fictional Zomil"}},
	{"signature-fictive-2020", dayOf(2020, 9, 9), 4, hidden, [3]string{"", "", ""}},
	{"signature-fictive-2021", dayOf(2021, 3, 10), 10, ordinary, [3]string{"Vixdor", "فيكسدور", "Vixdor"}},
	{"signature-fictive-2022", dayOf(2022, 6, 21), 10, inParts, [3]string{"Port-Fictif", "الميناء الخيالي", "Port Fictional"}},
	{"signature-fictive-2023", dayOf(2023, 2, 14), 10, disputed, [3]string{"Vixdor", "فيكسدور", "Vixdor"}},
	{"signature-fictive-2024", dayOf(2024, 9, 3), 7, ordinary, [3]string{"Oukbam", "أوكبام", "Oukbam"}},
	{"signature-fictive-2026", dayOf(2026, 1, 20), 10, ordinary, [3]string{"Port-Fictif", "الميناء الخيالي", "Port Fictional"}},
}

var orientations = []struct {
	slug       string
	fr, ar, en string
}{
	{"sample-emploi-des-jeunes", "Emploi des jeunes", "تشغيل الشباب", "Jobs for young people"},
	{"sample-parite", "Parité", "المناصفة", "Gender parity"},
	{"sample-equite-territoriale", "Équité territoriale", "الإنصاف المجالي", "Territorial equity"},
	{"sample-transition-verte", "Transition verte", "الانتقال الأخضر", "Green transition"},
	{"sample-numerique", "Numérique", "الرقمنة", "Digital skills"},
}

func (w *world) makeOrientations() {
	for i, o := range orientations {
		row := db.Orientation{Key: w.next("orientations"), Slug: o.slug, Named: text(o.fr, o.ar, o.en), Described: db.Text{Language: db.FR}}
		if i%2 == 0 {
			row.Described = text("Orientation fictive : "+o.fr+".", "توجه خيالي: "+o.ar+".", "Fictional orientation: "+o.en+".")
		}
		hold(w, w.orientations, row.Key, row, dayOf(2019, 5, 15), "orientation "+o.slug)
		w.cite("orientation "+o.slug, 2019, "", func(c *db.Citation) { c.OrientationID = &row.Key })
	}
}

func (w *world) makeSignings() {
	for i, c := range ceremonies {
		year := c.on.year()
		s := db.Signing{Key: w.next("signings"), Slug: c.slug, Date: db.PartialDate(c.on.String()[:c.digits]),
			Titled: text(fmt.Sprintf("Signature fictive de conventions, %d", year), fmt.Sprintf("توقيع خيالي لاتفاقيات، %d", year),
				fmt.Sprintf("Fictional signing of conventions, %d", year)),
			Occasions: db.Text{Language: db.FR}, Placed: name(c.place[0], c.place[1], c.place[2]),
			AnnouncedConventions: missing(db.FigureNotPublished), PartnersCoverage: db.Complete, ConventionsCoverage: db.Complete}
		if i%2 == 0 {
			s.Occasions = text("Assises fictives de l’emploi", "المناظرة الخيالية للتشغيل", "Fictional employment conference")
			s.Themed = db.Quote{Text: ptr("« un emploi inventé pour chacun »"), Language: ptr(db.FR)}
		}
		if i%3 != 2 {
			s.DeliverySoughtOn = ptr(min(c.on+700, today-20).date())
		}
		if c.plot == hidden {
			s.PartnersCoverage, s.ConventionsCoverage = db.NotPublished, db.Partial
		}
		w.ceremonies = append(w.ceremonies, &ceremony{row: s, on: c.on, plot: c.plot, wholes: map[string]int64{}})
	}
}

// closeSignings writes the signings, once it is known which conventions and partners they had.
func (w *world) closeSignings() {
	for i, c := range w.ceremonies {
		label := "signing " + c.row.Slug
		hold(w, w.signings, c.row.Key, c.row, c.on+4, label)
		w.cite(label, c.on.year(), "", func(cited *db.Citation) { cited.SigningID = &c.row.Key })
		w.cite(label, c.on.year(), "date", func(cited *db.Citation) { cited.SigningID = &c.row.Key })
		for j := range 1 + i%3 {
			l := signingOrientation{w.next("signing_orientations"), c.row.Key, w.orientations.rows[(i+j)%len(orientations)].Key}
			hold(w, w.signingOrientations, l.ID, l, c.on+4, label+", "+orientations[(i+j)%len(orientations)].slug)
		}
		w.makeSignatories(c, label)
		if i%2 == 0 {
			w.document(db.Document{SigningID: &c.row.Key, Position: 1, Kind: "OTHER", Language: db.FR,
				Titled: text("Programme fictif de la cérémonie", "برنامج الحفل الخيالي", "Fictional programme of the ceremony")}, c.row.Slug+"-programme", c.on+1)
		}
	}
}

func (w *world) makeSignatories(c *ceremony, label string) {
	rows := []db.Signatory{
		{Slug: "agency", Role: "AGENCY", Named: name("Agence fictive de l’emploi", "الوكالة الخيالية للتشغيل", "Fictional Employment Agency"), ShortName: ptr("AFE")},
		{Slug: "witness", Role: "WITNESS", Named: name("Un ministère fictif", "وزارة خيالية", "")},
	}
	if c.plot != hidden {
		for _, b := range c.bodies {
			rows = append(rows, db.Signatory{Slug: b.row.Slug, Role: "PARTNER", PartnerID: &b.row.Key, Named: b.row.Named, ShortName: b.row.ShortName})
		}
	}
	for i, s := range rows {
		s.Key, s.SigningID, s.Position = w.next("signatories"), c.row.Key, i+1
		named := label + ", signatory " + s.Slug
		hold(w, w.signatories, s.Key, s, c.on+4, named)
		w.cite(named, c.on.year(), "", func(cited *db.Citation) { cited.SignatoryID = &s.Key })
	}
}
