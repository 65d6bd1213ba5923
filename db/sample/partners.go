package sample

import (
	"fmt"

	"mithaq/db"
)

// body is a partner with what others need to know of it.
type body struct {
	row     db.Partner
	members []*body // of a federation, or a group's subsidiaries
	sector  string
	home    int // its region, by place in the list
	gone    bool
}

// Names of a body by its kind: French, Arabic, English, in each of which %s is the invented word.
var bodyNames = map[db.PartnerKind][3]string{
	"COMPANY":     {"%s, société fictive", "%s، شركة خيالية", "%s, a fictional company"},
	"FEDERATION":  {"Fédération fictive %s", "الفيدرالية الخيالية %s", "Fictional Federation %s"},
	"FOUNDATION":  {"Fondation fictive %s", "المؤسسة الخيالية %s", "Fictional Foundation %s"},
	"ASSOCIATION": {"Association fictive %s", "الجمعية الخيالية %s", "Fictional Association %s"},
	"PUBLIC_BODY": {"Office fictif %s", "المكتب الخيالي %s", "Fictional Office %s"},
}

// The first bodies are of these kinds; all others are companies.
var firstKinds = []db.PartnerKind{
	"FEDERATION", "FEDERATION", "FEDERATION", "FOUNDATION", "FOUNDATION", "FOUNDATION", "FOUNDATION", "ASSOCIATION",
	"ASSOCIATION", "ASSOCIATION", "ASSOCIATION", "PUBLIC_BODY", "PUBLIC_BODY", "PUBLIC_BODY",
}

const federations, groups = 3, 5

// Where the companies of different roles stand in the list.
var (
	firstGroup = len(firstKinds)
	withdrawn  = firstGroup + groups     // leaves its conventions
	succeeded  = firstGroup + groups + 1 // is followed by the next one
)

// employingSectors are the sections in which partners are, with how often.
var employingSectors = []string{"C", "C", "C", "C", "N", "N", "G", "G", "J", "J", "F", "A", "A", "I", "H", "K", "M", "Q", "P", "D", "E", "B"}

func (w *world) makePartners() {
	count := min(400, 60+w.options.Jobs/3000)
	for i := range count {
		kind := db.PartnerKind("COMPANY")
		if i < len(firstKinds) {
			kind = firstKinds[i]
		}
		w.bodies = append(w.bodies, w.makePartner(i, kind))
	}
	companies := w.bodies[succeeded+2:]
	for i := range federations {
		w.tieAll("MEMBER", w.bodies[i], companies[i*5:i*5+4+i])
	}
	companies = companies[16:]
	for i := range groups {
		w.tieAll("SUBSIDIARY", w.bodies[firstGroup+i], companies[i*2:i*2+2])
	}
	w.bodies[withdrawn].gone = true
	w.tie("SUCCESSOR", w.bodies[succeeded], w.bodies[succeeded+1], 1, dayOf(2024, 3, 1).whole(), nil)
	for i := range 6 {
		w.rename(w.bodies[succeeded+1+i])
	}
}

func (w *world) makePartner(i int, kind db.PartnerKind) *body {
	latin, arabic := w.word()
	form := bodyNames[kind]
	names := name(fmt.Sprintf(form[0], capital(latin)), fmt.Sprintf(form[1], arabic), fmt.Sprintf(form[2], capital(latin)))
	switch i % 5 { // not every body is named in every language
	case 1, 2:
		names.EN = nil
	case 3:
		names.EN, names.AR = nil, nil
	}
	p := db.Partner{Key: w.next("partners"), Slug: latin, Kind: kind, Named: names}
	if i%3 == 0 {
		p.ShortName = ptr(capital(latin))
	}
	if kind == "COMPANY" && i%2 == 0 {
		p.ICE = ptr(w.ice(int64(i)))
	}
	hold(w, w.partners, p.Key, p, dayOf(2019, 4, 2), "partner "+p.Slug)
	w.cite("partner "+p.Slug, between(w.rand, 2019, 2025), "", func(c *db.Citation) { c.PartnerID = &p.Key })
	home := pickRegion(w.rand, nationwide(w.lists.regions))
	return &body{row: p, sector: oneOf(w.rand, employingSectors), home: home}
}

// ice makes a number whose check digits are right and which no enterprise has: theirs begin with 00.
func (w *world) ice(i int64) string {
	base := 990_000_000_000_000 + i*1_000_000
	return fmt.Sprint(base + 97 - base%97)
}

func (w *world) tieAll(kind db.PartnerTieKind, whole *body, parts []*body) {
	for i, part := range parts {
		whole.members = append(whole.members, part)
		since, until := dayOf(2015+i, 1, 1), (*db.PartialDate)(nil)
		if i == 3 {
			until = dayOf(2023, 12, 31).whole()
		}
		from := db.PartialDate(fmt.Sprint(2015 + i))
		if i%2 == 0 {
			from = *max(since, dayOf(2018, 1, 1)).whole()
		}
		w.tie(kind, whole, part, 1, &from, until)
	}
}

func (w *world) tie(kind db.PartnerTieKind, one, other *body, position int, since, until *db.PartialDate) {
	t := db.PartnerTie{Key: w.next("partner_ties"), Kind: kind, PartnerID: one.row.Key, OtherID: other.row.Key,
		Position: position, Since: since, Until: until}
	label := fmt.Sprintf("partner %s, %s %s", one.row.Slug, kind, other.row.Slug)
	hold(w, w.partnerTies, t.Key, t, dayOf(2024, 3, 4), fmt.Sprintf("%s, time %d", label, position))
	w.cite(label, 2024, "", func(c *db.Citation) { c.PartnerTieID = &t.Key })
}

// rename gives a body the names that it had before.
func (w *world) rename(b *body) {
	latin, arabic := w.word()
	for i, n := range []db.PartnerName{
		{Name: capital(latin) + " fictif", Language: db.FR, Since: ptr(db.PartialDate("2012")), Until: ptr(db.PartialDate("2022-06"))},
		{Name: arabic + " الخيالية", Language: db.AR, Until: ptr(db.PartialDate("2022"))},
	} {
		n.Key, n.PartnerID, n.Position = w.next("partner_names"), b.row.Key, i+1
		label := fmt.Sprintf("partner %s, name %d", b.row.Slug, n.Position)
		hold(w, w.partnerNames, n.Key, n, dayOf(2022, 7, 1), label)
		w.cite(label, 2022, "", func(c *db.Citation) { c.PartnerNameID = &n.Key })
	}
}
