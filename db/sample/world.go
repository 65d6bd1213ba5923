package sample

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"mithaq/db"
)

// link ties two rows together; its table names the columns.
type (
	signingOrientation struct {
		ID            int64 `db:"id"`
		SigningID     int64 `db:"signing_id"`
		OrientationID int64 `db:"orientation_id"`
	}
	conventionOrientation struct {
		ID            int64 `db:"id"`
		ConventionID  int64 `db:"convention_id"`
		OrientationID int64 `db:"orientation_id"`
	}
	conventionRegion struct {
		ID           int64 `db:"id"`
		ConventionID int64 `db:"convention_id"`
		RegionID     int64 `db:"region_id"`
	}
	conventionSector struct {
		ID           int64 `db:"id"`
		ConventionID int64 `db:"convention_id"`
		SectorID     int64 `db:"sector_id"`
	}
)

// change is a row of the history.
type change struct {
	ID        int64  `db:"id"`
	ChangedAt string `db:"changed_at"`
	ChangedBy string `db:"changed_by"`
	Reason    string `db:"reason"`
	Kind      string `db:"kind"`
	Table     string `db:"table_name"`
	RowID     int64  `db:"row_id"`
	Before    string `db:"before"`
	After     string `db:"after"`
}

// registerRow says that the sample holds a row, like one of a register file.
type registerRow struct {
	Register string `db:"register"`
	Table    string `db:"table_name"`
	RowID    int64  `db:"row_id"`
	Label    string `db:"label"`
}

// world is the register that is made up. Its facts are kept whole; what is declared goes by in batches.
type world struct {
	options Options
	lists   lists
	rand    *rand.Rand
	last    map[string]int64 // ids given, by table
	slug    string

	registers             *sheet[db.Register]
	sources               *sheet[db.Source]
	partners              *sheet[db.Partner]
	partnerNames          *sheet[db.PartnerName]
	partnerTies           *sheet[db.PartnerTie]
	orientations          *sheet[db.Orientation]
	signings              *sheet[db.Signing]
	signatories           *sheet[db.Signatory]
	signingOrientations   *sheet[signingOrientation]
	conventions           *sheet[db.Convention]
	parties               *sheet[db.Party]
	conventionOrientation *sheet[conventionOrientation]
	conventionRegions     *sheet[conventionRegion]
	conventionSectors     *sheet[conventionSector]
	commitments           *sheet[db.Commitment]
	amendments            *sheet[db.Amendment]
	targets               *sheet[db.Target]
	claims                *sheet[db.Claim]
	documents             *sheet[db.Document]
	schedules             *sheet[db.ReportingSchedule]
	allocations           *sheet[db.Allocation]
	openings              *sheet[db.Opening]
	replies               *sheet[db.Reply]
	citations             *sheet[db.Citation]
	changes               *sheet[change]
	registerRows          *sheet[registerRow]

	cited      map[string]int  // how often each source supports each fact, by both together
	words      map[string]bool // invented names already given
	bodies     []*body
	ceremonies []*ceremony
	accords    []*accord

	regionPlace map[int64]int // by id, its place in the list
	officers    []string      // by region
	groupIDs    []*int64
	sectorIDs   map[string]*int64
}

func newWorld(o Options, l lists) *world {
	w := &world{
		options: o, lists: l, last: l.last, slug: fmt.Sprintf("sample-%d", o.Seed), words: map[string]bool{}, cited: map[string]int{},
		rand:                  rand.New(rand.NewPCG(o.Seed, 0x6d697468)),
		registers:             newSheet[db.Register]("registers"),
		sources:               newSheet[db.Source]("sources"),
		partners:              newSheet[db.Partner]("partners"),
		partnerNames:          newSheet[db.PartnerName]("partner_names"),
		partnerTies:           newSheet[db.PartnerTie]("partner_ties"),
		orientations:          newSheet[db.Orientation]("orientations"),
		signings:              newSheet[db.Signing]("signings"),
		signatories:           newSheet[db.Signatory]("signatories"),
		signingOrientations:   newSheet[signingOrientation]("signing_orientations"),
		conventions:           newSheet[db.Convention]("conventions"),
		parties:               newSheet[db.Party]("parties"),
		conventionOrientation: newSheet[conventionOrientation]("convention_orientations"),
		conventionRegions:     newSheet[conventionRegion]("convention_regions"),
		conventionSectors:     newSheet[conventionSector]("convention_sectors"),
		commitments:           newSheet[db.Commitment]("commitments"),
		amendments:            newSheet[db.Amendment]("amendments"),
		targets:               newSheet[db.Target]("targets"),
		claims:                newSheet[db.Claim]("claims"),
		documents:             newSheet[db.Document]("documents"),
		schedules:             newSheet[db.ReportingSchedule]("reporting_schedules"),
		allocations:           newSheet[db.Allocation]("allocations"),
		openings:              newSheet[db.Opening]("openings"),
		replies:               newSheet[db.Reply]("replies"),
		citations:             newSheet[db.Citation]("citations"),
		changes:               plainSheet[change]("changes"),
		registerRows:          plainSheet[registerRow]("register_rows"),
	}
	w.index()
	return w
}

// index makes ready what is looked up a million times.
func (w *world) index() {
	w.regionPlace, w.sectorIDs = map[int64]int{}, map[string]*int64{}
	for i, r := range w.lists.regions {
		w.regionPlace[r.ID] = i
		w.officers = append(w.officers, "officer."+strings.ToLower(r.Code))
	}
	for group := range 9 {
		w.groupIDs = append(w.groupIDs, ptr(w.lists.groups[fmt.Sprint(group+1)]))
	}
	for code, id := range w.lists.sectors {
		w.sectorIDs[code] = &id
	}
}

// facts makes up all that is published, before anything is declared.
func (w *world) facts() {
	w.registers.add(db.Register{Kind: "SAMPLE", Language: db.FR}, written{by: "sample", at: today.at(0)})
	w.makeSources()
	w.makePartners()
	w.makeOrientations()
	w.makeSignings()
	w.makeConventions()
	w.shareOut()
	w.makeCommitments()
	w.makeClaims()
	w.makeOpenings()
	w.makeReplies()
}

// sheets gives the facts in an order in which each comes after those that it points to.
func (w *world) sheets() []copied {
	return []copied{
		w.registers, w.sources, w.partners, w.partnerNames, w.partnerTies, w.orientations, w.signings, w.signatories,
		w.signingOrientations, w.conventions, w.parties, w.conventionOrientation, w.conventionRegions,
		w.conventionSectors, w.commitments, w.amendments, w.targets, w.claims, w.documents, w.schedules, w.allocations,
		w.openings, w.replies, w.citations, w.changes, w.registerRows,
	}
}

// next gives the next id of a table.
func (w *world) next(table string) int64 {
	w.last[table]++
	return w.last[table]
}

// hold adds a fact, and notes that the sample holds it under that label.
func hold[T any](w *world, s *sheet[T], id int64, row T, on day, label string) {
	s.add(row, written{by: "sample", at: on.at(int(id))})
	w.registerRows.add(registerRow{w.slug, s.table, id, label}, written{})
}

// oneIn is true once in n times.
func (w *world) oneIn(n int) bool { return w.rand.IntN(n) == 0 }

// oneOf picks one of what is given.
func oneOf[T any](r *rand.Rand, of []T) T { return of[r.IntN(len(of))] }

// between picks a number, both ends included.
func between(r *rand.Rand, from, to int) int { return from + r.IntN(to-from+1) }

func known(n int64) db.Figure { return db.Figure{Value: &n, Status: db.FigureKnown} }

func missing(status db.FigureStatus) db.Figure { return db.Figure{Status: status} }

func text(fr, ar, en string) db.Text { return db.Text{Language: db.FR, Name: name(fr, ar, en)} }

// name leaves out the languages that are given empty.
func name(fr, ar, en string) db.Name {
	var n db.Name
	for text, into := range map[*string]**string{&fr: &n.FR, &ar: &n.AR, &en: &n.EN} {
		if *text != "" {
			*into = text
		}
	}
	return n
}
