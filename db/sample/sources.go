package sample

import (
	"fmt"
	"strconv"

	"mithaq/db"
)

// gazettes are the fictional publishers, by language.
var gazettes = []struct {
	slug, fr, ar, en string
	language         db.Language
	title            string
}{
	{"gazette-fictive", "La Gazette fictive", "الجريدة الخيالية", "", db.FR, "Signature de conventions fictives, %d"},
	{"courrier-fictif", "Le Courrier fictif de l’emploi", "", "", db.FR, "Des conventions fictives pour l’emploi, %d"},
	{"sahifa-khayaliya", "", "الصحيفة الخيالية", "", db.AR, "توقيع اتفاقيات خيالية، %d"},
	{"barid-khayali", "", "البريد الخيالي", "", db.AR, "اتفاقيات خيالية للتشغيل، %d"},
	{"fictional-gazette", "", "", "The Fictional Gazette", db.EN, "Fictional conventions signed, %d"},
	{"agence-fictive", "Agence fictive de l’emploi", "الوكالة الخيالية للتشغيل", "Fictional Employment Agency", db.FR, "Communiqué fictif, %d"},
}

// makeSources makes an edition of each gazette for each year.
func (w *world) makeSources() {
	for year := 2019; year <= 2026; year++ {
		for i, g := range gazettes {
			on := dayOf(year, between(w.rand, 1, 6), between(w.rand, 1, 28))
			s := db.Source{Key: w.next("sources"), Slug: fmt.Sprintf("%s-%d", g.slug, year), Publishers: name(g.fr, g.ar, g.en),
				Title: ptr(fmt.Sprintf(g.title, year)), Language: g.language, PublishedOn: ptr(on.about(w.rand)), ReadOn: ptr(min(on+3, today).date())}
			if w.oneIn(3) {
				s.Author = ptr(w.person())
			}
			kinds := []db.AddressKind{"DOCUMENT", "SITE", "ABRIDGED"}
			if kind := (year + i) % 4; kind < len(kinds) {
				s.Address, s.AddressKind = ptr("example.org/"+g.slug+[]string{"/" + strconv.Itoa(year), "", "/…/" + strconv.Itoa(year)}[kind]), &kinds[kind]
			}
			hold(w, w.sources, s.Key, s, on+3, "source "+s.Slug)
		}
	}
}

// sourceOf picks an edition of a year.
func (w *world) sourceOf(year int) (id int64, slug string) {
	year = max(2019, min(year, 2026))
	s := w.sources.rows[(year-2019)*len(gazettes)+w.rand.IntN(len(gazettes))]
	return s.Key, s.Slug
}

var statements = []db.Text{
	text("Y est rapporté.", "ورد فيه.", "Reported there."),
	text("Nommément cité.", "مذكور بالاسم.", "Named there."),
	text("Le tableau le donne.", "يرد في الجدول.", "The table gives it."),
	text("Énoncé dans le communiqué fictif.", "ورد في البلاغ الخيالي.", "Stated in the fictional communiqué."),
}

// cite has one source or two support a row; fact names what of it, and may be empty.
func (w *world) cite(label string, year int, fact string, subject func(*db.Citation)) {
	for range 1 + (w.rand.IntN(4) / 3) {
		source, slug := w.sourceOf(year)
		w.cited[label+slug]++
		page := strconv.Itoa(between(w.rand, 1, 24))
		c := db.Citation{Key: w.next("citations"), SourceID: source, Position: w.cited[label+slug],
			Places: text("page "+page, "الصفحة "+page, "page "+page), Statements: oneOf(w.rand, statements)}
		if fact != "" {
			c.Fact = &fact
		}
		if w.oneIn(6) {
			c.Quoted = db.Quote{Text: ptr("« entièrement fictif »"), Language: ptr(db.FR)}
		}
		subject(&c)
		hold(w, w.citations, c.Key, c, min(dayOf(max(2019, min(year, 2026)), 6, 28), today),
			fmt.Sprintf("%s, citation %d of %s", label, c.Position, slug))
	}
}
