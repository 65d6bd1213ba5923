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
	as     *welcomed // of a welcome: whom it declares
}

// welcomed is a project holder as the row of the welcome declares it.
type welcomed struct {
	holder  db.ProjectHolder
	details db.ProjectHolderDetails
	person  []byte
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
	h.Reference = referenceOfHolder(h.Key)
	if f.rand.IntN(20) > 0 {
		h.RegionID = &f.w.lists.regions[region].ID
	} else {
		region = nowhere
	}
	if f.rand.IntN(8) > 0 {
		h.SectorID = f.w.sectorIDs[oneOf(f.rand, employingSectors)]
	}
	at := f.rand.IntN(len(d.periods))
	p := d.periods[at]
	on := p.from + day(f.rand.IntN(int(min(p.until, today)-p.from)+1))
	f.steps(d, &welcomed{h, f.describe(h.Key), f.person()}, at, on, region)
}

// nowhere is the region of who has none.
const nowhere = -1

func referenceOfHolder(key int64) string { return fmt.Sprintf("pp/%d", key) }

// describe says who the invented person is.
func (f *flow) describe(holder int64) db.ProjectHolderDetails {
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
	return row
}

// steps goes the way until the holder stops, leaves, or a stage isn't accepted.
func (f *flow) steps(d *declarer, who *welcomed, at int, on day, region int) {
	launched, holder := day(0), who.holder.Key
	for i, stage := range way {
		s := step{holder: holder, stage: stage, on: on, region: region}
		if i == 0 {
			s.as = who
		} else if f.rand.IntN(12) == 0 {
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
	confirmed, officer := min(max(launched+366, on)+day(f.rand.IntN(30)), today), "officer.national"
	if region != nowhere {
		officer = f.w.officers[region]
	}
	f.confirmations.add(db.Confirmation{Key: f.next(&f.confirmationID), ProjectHolderID: &holder, Held: f.rand.IntN(8) > 0,
		Basis: oneOf(f.rand, bases), ConfirmedOn: confirmed.date()}, written{by: officer, at: confirmed.at(int(on))})
}

func (f *flow) step(e *entry, s step) {
	row, _ := f.row(e, "PROGRESS", referenceOfHolder(s.holder), s.state, s.state, before{}, s.region)
	by := written{by: e.user, at: (e.on - 1).at(e.position)}
	if s.as != nil {
		s.as.holder.RowID, s.as.holder.State = row, s.state
		f.holders.add(s.as.holder, by)
		f.profile(nil, &s.holder, by, s.as.person)
		f.details.add(s.as.details, by)
	}
	f.stages.add(db.ProjectStage{Key: f.next(&f.stageID), RowID: row, State: s.state, ConventionID: e.accord.row.Key, ProjectHolderID: s.holder,
		Stage: s.stage, ReachedOn: s.on.date(), LeftReason: s.reason}, by)
}
