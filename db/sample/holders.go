package sample

import (
	"fmt"

	"mithaq/db"
)

// step is a stage that a project holder is declared to have reached.
type step struct {
	holder int64
	stage  db.Stage
	on     day
	state  db.RowState
	reason *string
	region int
	number int
}

// way are the stages in their order; the last of the type, LEFT, can come after any.
var way = []db.Stage{"WELCOMED", "TRAINED", "PLAN_READY", "FINANCED", "LAUNCHED", "FIRST_ORDER", "FOLLOWED_UP"}

// key gives 60 random bits, like those that the database draws.
func (f *flow) key() int64 { return int64(f.rand.Uint64() >> 4) }

// holder makes up a project holder, and leaves the stages to the declarations of the periods in which they are reached.
func (f *flow) holder(d *declarer) {
	if len(d.periods) == 0 {
		return
	}
	region := pickRegion(f.rand, d.regions)
	h := db.ProjectHolder{Key: f.key(), ConventionID: d.accord.row.Key, PartnerID: d.body.row.Key}
	if f.rand.IntN(20) > 0 {
		h.RegionID = &f.w.lists.regions[region].ID
	}
	if f.rand.IntN(8) > 0 {
		h.SectorID = f.w.sectorIDs[oneOf(f.rand, employingSectors)]
	}
	at := f.rand.IntN(len(d.periods))
	p := d.periods[at]
	on := p.from + day(f.rand.IntN(int(min(p.until, today)-p.from)+1))
	by := written{by: d.user, at: on.at(int(h.Key & 7))}
	f.holders.add(h, by)
	f.profile(nil, &h.Key, by, f.person())
	f.describe(h.Key, by)
	f.steps(d, h.Key, at, on, region)
}

// describe writes who the invented person is.
func (f *flow) describe(holder int64, by written) {
	id := f.next(&f.detailID)
	row := db.ProjectHolderDetails{Key: id, ProjectHolderID: holder, FullName: personOf(f.rand)}
	if f.rand.IntN(10) > 0 {
		row.Telephone = ptr(fmt.Sprintf("+212 000 %06d", id))
	}
	if f.rand.IntN(3) > 0 {
		row.Email = ptr(fmt.Sprintf("porteur.%d@example.org", id))
	}
	if f.rand.IntN(10) > 0 {
		row.Project = &projects[f.rand.IntN(len(projects))]
	}
	f.details.add(row, by)
}

// steps goes the way until the holder stops, leaves, or a stage isn't accepted.
func (f *flow) steps(d *declarer, holder int64, at int, on day, region int) {
	launched := day(0)
	for i, stage := range way {
		s := step{holder: holder, stage: stage, on: on, region: region, number: i + 1}
		if i > 0 && f.rand.IntN(12) == 0 {
			s.stage, s.reason = "LEFT", &leftReasons[f.rand.IntN(len(leftReasons))]
		}
		s.state = f.outcomeOf(d.periods[at].state)
		d.steps[at] = append(d.steps[at], s)
		if s.state != "ACCEPTED" || s.stage == "LEFT" {
			return
		}
		if stage == "LAUNCHED" {
			launched = on
		}
		if stage == "FOLLOWED_UP" {
			f.confirmFollowing(holder, launched, on, region)
		}
		on += day(between(f.rand, 15, 140))
		for at < len(d.periods) && d.periods[at].until < on {
			at++
		}
		if at == len(d.periods) || on > today || f.rand.IntN(7) == 0 {
			return
		}
	}
}

// confirmFollowing says whether a project is still followed up twelve months after its launch.
func (f *flow) confirmFollowing(holder int64, launched, on day, region int) {
	if launched+366 > today || f.rand.IntN(5) == 0 {
		return
	}
	confirmed := min(max(launched+366, on)+day(f.rand.IntN(30)), today)
	f.confirmations.add(db.Confirmation{Key: f.next(&f.confirmationID), ProjectHolderID: &holder, Held: f.rand.IntN(8) > 0,
		Basis: oneOf(f.rand, bases), ConfirmedOn: confirmed.date()}, written{by: f.w.officers[region], at: confirmed.at(int(on))})
}

func (f *flow) step(e *entry, s step) {
	reference := fmt.Sprintf("pp/%d/%d", s.holder, s.number)
	row, _ := f.row(e, "PROGRESS", reference, s.state, s.state, before{}, s.region)
	f.stages.add(db.ProjectStage{Key: f.next(&f.stageID), RowID: row, State: s.state, ConventionID: e.accord.row.Key, ProjectHolderID: s.holder,
		Stage: s.stage, ReachedOn: s.on.date(), LeftReason: s.reason}, written{by: e.user, at: (e.on - 1).at(e.position)})
}
