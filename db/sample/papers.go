package sample

import "mithaq/db"

// makePapers gives a convention its documents, and to some a duty to report.
func (w *world) makePapers(i int, a *accord, label string) {
	if i%2 == 0 {
		w.document(db.Document{ConventionID: &a.row.Key, Position: 1, Kind: "CONVENTION", Language: db.FR,
			Titled: text("Convention fictive signée", "الاتفاقية الخيالية الموقعة", "Fictional convention, signed")}, a.row.Slug+"-texte", a.on+6)
	}
	if i%5 == 0 {
		w.document(db.Document{ConventionID: &a.row.Key, Position: 2, Kind: oneOf(w.rand, []db.DocumentKind{"REPORT", "OTHER"}), Language: db.AR,
			Titled: text("Rapport fictif", "تقرير خيالي", "Fictional report")}, a.row.Slug+"-rapport", min(a.on+300, today))
	}
	if i%3 != 1 {
		return
	}
	periods := db.ReportingPeriod("").Values()
	s := db.ReportingSchedule{Key: w.next("reporting_schedules"), ConventionID: a.row.Key, Position: 1,
		Period: db.ReportingPeriod(periods[i/3%len(periods)]), DaysAllowed: 30, AppliesFrom: a.on.afterMonths(1).month7()}
	if i%2 == 1 {
		s.AppliesUntil = ptr(a.until.month7())
	}
	if a.quiet && a.silent > today {
		a.silent = max(a.on+200, today-700)
	}
	a.schedule = &s
	named := label + ", reporting schedule 1"
	hold(w, w.schedules, s.Key, s, a.on+6, named)
	w.cite(named, a.on.year(), "", func(c *db.Citation) { c.ReportingScheduleID = &s.Key })
}

func (w *world) document(d db.Document, slug string, on day) {
	d.Key, d.Slug = w.next("documents"), slug
	switch w.rand.IntN(3) {
	case 0:
		d.Address = ptr("example.org/" + slug + ".pdf")
		d.SHA256 = ptr(hexOf(w.rand))
		d.PublishedOn = ptr(on.about(w.rand))
	case 1:
		d.PublishedOn = ptr(on.about(w.rand))
	}
	hold(w, w.documents, d.Key, d, on, "document "+slug)
	w.cite("document "+slug, on.year(), "", func(c *db.Citation) { c.DocumentID = &d.Key })
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}
