package sample

import (
	"fmt"
	"slices"

	"mithaq/db"
)

// accord is a convention with what its commitments and declarations need to know of it.
type accord struct {
	row       db.Convention
	ceremony  *ceremony // nil: signed outside any signing
	on, until day
	bodies    []*body
	regions   []int // places in the list; empty: everywhere
	sector    string
	jobs      int // how many are to be declared
	holders   int
	progress  float64 // of its target, that is to be verified
	schedule  *db.ReportingSchedule
	quiet     bool // goes on, under a schedule, and falls silent
	silent    day  // from when nothing more is declared
}

// Progress that two conventions are there to show: more than was promised, and nothing at all.
const (
	overDelivering = 1.4
	nothingCame    = 0.0
)

var conventionTitles = [][3]string{
	{"Emplois fictifs dans %s", "مناصب شغل خيالية في %s", "Fictional jobs in %s"},
	{"Accompagnement fictif vers l’emploi, %s", "مواكبة خيالية نحو التشغيل، %s", "Fictional support towards jobs, %s"},
	{"Partenariat fictif pour l’insertion, %s", "شراكة خيالية من أجل الإدماج، %s", "Fictional partnership for insertion, %s"},
}

func (w *world) makeConventions() {
	count := min(400, 40+w.options.Jobs/2500)
	for i := range count {
		c := w.ceremonies[i%len(w.ceremonies)]
		if i%23 == 22 {
			c = nil
		}
		w.accords = append(w.accords, w.makeAccord(i, c))
	}
	for _, c := range w.ceremonies {
		count := 0
		for _, a := range w.accords {
			if a.ceremony == c {
				count++
			}
		}
		if c.plot != hidden {
			c.row.AnnouncedConventions = known(int64(count))
		}
	}
	w.closeSignings()
	for i, a := range w.accords {
		w.writeAccord(i, a)
	}
}

func (w *world) makeAccord(i int, c *ceremony) *accord {
	a := &accord{ceremony: c, on: dayOf(2022, 11, 8) + day(i), silent: today + 1}
	reference, hiddenParties := fmt.Sprintf("AFE/%d/%03d", a.on.year(), i+1), false
	if c != nil {
		a.on, hiddenParties = c.on, c.plot == hidden
		reference = fmt.Sprintf("AFE/%d/%03d", a.on.year(), i/len(w.ceremonies)+1)
	}
	a.until = a.on.afterMonths(between(w.rand, 30, 72))
	if a.quiet = i%6 == 4; a.quiet {
		a.until = max(a.until, today+200)
	}
	if !hiddenParties {
		a.bodies = w.partiesOf(i)
		a.sector = a.bodies[0].sector
	} else {
		a.sector = oneOf(w.rand, employingSectors)
	}
	if c != nil {
		for _, b := range a.bodies {
			if !slices.Contains(c.bodies, b) {
				c.bodies = append(c.bodies, b)
			}
		}
	}
	a.row = db.Convention{Key: w.next("conventions"), Slug: fmt.Sprintf("convention-fictive-%03d", i+1), Position: i/len(w.ceremonies) + 1,
		Reference: reference, ReferenceKind: "OFFICIAL", Status: w.statusOf(a), Titled: db.Text{Language: db.FR},
		PartiesCoverage: db.Complete, CommitmentsCoverage: db.Complete, OrientationsCoverage: []db.Coverage{db.Complete, db.Partial, db.NotPublished}[i%3],
		SectorsCoverage: db.Complete, RegionsCoverage: db.Complete}
	if hiddenParties {
		a.row.PartiesCoverage, a.row.ReferenceKind, a.row.CommitmentsCoverage = db.NotPublished, "REGISTER", db.Partial
	}
	w.spread(i, a)
	return a
}

// partiesOf gives a convention its partners: a few big ones have many of the conventions, and every partner has one
// while there are enough of them.
func (w *world) partiesOf(i int) []*body {
	bodies := []*body{w.bodies[i%len(w.bodies)]}
	for range w.rand.IntN(3) {
		if b := oneOf(w.rand, w.bodies); !slices.Contains(bodies, b) && !b.gone {
			bodies = append(bodies, b)
		}
	}
	return bodies
}

func (w *world) statusOf(a *accord) db.ConventionStatus {
	switch {
	case len(a.bodies) > 0 && a.bodies[0].gone || w.oneIn(25) && !a.quiet:
		a.silent = min(a.on+400, today)
		return "TERMINATED"
	case a.on > today-200 && w.oneIn(2):
		return "SIGNED"
	case a.until < today:
		return "ENDED"
	}
	return "IN_FORCE"
}

// spread says where and in what a convention is to deliver, its dates and its title.
func (w *world) spread(i int, a *accord) {
	if a.ceremony != nil {
		a.row.SigningID = &a.ceremony.row.Key
	}
	switch i % 4 {
	case 0:
		a.row.RegionsCoverage = db.NotPublished
	case 1:
		a.regions = []int{5}
		if len(a.bodies) > 0 {
			a.regions[0] = a.bodies[0].home
		}
	default:
		for range between(w.rand, 2, 4) {
			if at := pickRegion(w.rand, nationwide(w.lists.regions)); !slices.Contains(a.regions, at) {
				a.regions = append(a.regions, at)
			}
		}
		a.row.RegionsCoverage = []db.Coverage{db.Complete, db.Partial}[i%4-2]
	}
	if i%5 != 4 {
		a.row.SignedOn = ptr(db.PartialDate(a.on.String()[:[]int{10, 7, 10, 4, 10}[i%5]]))
	}
	if i%3 != 2 {
		a.row.StartsOn = ptr(a.on.afterMonths(1).month7())
		a.row.EndsOn = ptr(a.until.month7())
	}
	if i%6 == 5 {
		a.row.SectorsCoverage = db.NotPublished
	}
	if i%7 != 6 {
		t, latin := conventionTitles[i%len(conventionTitles)], "Zomil"
		if len(a.bodies) > 0 {
			latin = capital(a.bodies[0].row.Slug)
		}
		a.row.Titled = text(fmt.Sprintf(t[0], latin), fmt.Sprintf(t[1], latin), fmt.Sprintf(t[2], latin))
	}
}

func (w *world) writeAccord(i int, a *accord) {
	c, label, year := a.row, "convention "+a.row.Slug, a.on.year()
	hold(w, w.conventions, c.Key, c, a.on+5, label)
	w.cite(label, year, "", func(cited *db.Citation) { cited.ConventionID = &c.Key })
	for j := range []int{2, 1, 0}[i%3] {
		o := (i + j) % len(orientations)
		l := conventionOrientation{w.next("convention_orientations"), c.Key, w.orientations.rows[o].Key}
		hold(w, w.conventionOrientation, l.ID, l, a.on+5, label+", "+orientations[o].slug)
	}
	for _, at := range a.regions {
		l := conventionRegion{w.next("convention_regions"), c.Key, w.lists.regions[at].ID}
		hold(w, w.conventionRegions, l.ID, l, a.on+5, label+", "+w.lists.regions[at].Code)
	}
	if c.SectorsCoverage == db.Complete {
		l := conventionSector{w.next("convention_sectors"), c.Key, w.lists.sectors[a.sector]}
		hold(w, w.conventionSectors, l.ID, l, a.on+5, label+", "+a.sector)
	}
	w.makeParties(a, label)
	w.makePapers(i, a, label)
}

func (w *world) makeParties(a *accord, label string) {
	if a.row.PartiesCoverage == db.NotPublished {
		return
	}
	rows := []db.Party{{Slug: "agency", Role: "AGENCY", Named: name("Agence fictive de l’emploi", "الوكالة الخيالية للتشغيل", "Fictional Employment Agency")}}
	for _, b := range a.bodies {
		rows = append(rows, db.Party{Slug: b.row.Slug, Role: "PARTNER", PartnerID: &b.row.Key, Named: b.row.Named})
	}
	for i, p := range rows {
		p.Key, p.ConventionID, p.Position = w.next("parties"), a.row.Key, i+1
		named := label + ", party " + p.Slug
		hold(w, w.parties, p.Key, p, a.on+5, named)
		w.cite(named, a.on.year(), "", func(c *db.Citation) { c.PartyID = &p.Key })
	}
}
