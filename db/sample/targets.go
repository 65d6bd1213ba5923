package sample

import (
	"fmt"

	"mithaq/db"
)

// target writes a version of a commitment's number, what the history says of it, and how it is shared out.
func (w *world) target(p *promise, t *db.Target, on day, label string) {
	before := t.Key
	t.Key, t.CommitmentID = w.next("targets"), p.row.Key
	version := fmt.Sprintf("%s, target %d", label, t.Version)
	hold(w, w.targets, t.Key, *t, on, version)
	w.cite(version, on.year(), "figure", func(c *db.Citation) { c.TargetID = ptr(t.Key) })
	if t.Version > 1 {
		w.changes.add(change{w.next("changes"), on.at(int(t.Key)), "sample", "sample", "UPDATE", "commitments", p.row.Key,
			fmt.Sprintf(`{"target_id": %d}`, before), fmt.Sprintf(`{"target_id": %d}`, t.Key)}, written{})
	}
	if p.accord != nil && t.Figure.Value != nil && w.oneIn(2) {
		w.allocate(p, t, on, label)
	}
}

// allocate shares a part of a target out: the parts don't add up to it, as the rest is not allocated.
func (w *world) allocate(p *promise, t *db.Target, on day, label string) {
	total, position := *t.Figure.Value, 0
	add := func(a db.Allocation, parts int64) {
		position++
		a.Key, a.TargetID, a.Position, a.Figure = w.next("allocations"), t.Key, position, known(total*8/10/parts)
		if position%6 == 5 {
			a.Figure = missing(db.FigureNotPublished)
		}
		named := fmt.Sprintf("%s, target %d, allocation %d", label, t.Version, position)
		hold(w, w.allocations, a.Key, a, on, named)
		w.cite(named, on.year(), "", func(c *db.Citation) { c.AllocationID = &a.Key })
	}
	var members []*body
	if len(p.accord.bodies) > 0 {
		members = p.accord.bodies[0].members
	}
	switch kind := w.rand.IntN(4); {
	case len(members) > 0 && kind != 3:
		for _, member := range members {
			add(db.Allocation{PartnerID: &member.row.Key}, int64(len(members)))
		}
	case kind == 1:
		for year := range 3 {
			add(db.Allocation{Year: ptr(p.on.year() + year)}, 3)
		}
	case kind == 2:
		add(db.Allocation{SectorID: w.sectorIDs[p.accord.sector]}, 2)
	default:
		regions := p.accord.regions
		if len(regions) == 0 {
			regions = []int{0, 2, 5, 6, 8}
		}
		for _, at := range regions {
			add(db.Allocation{RegionID: &w.lists.regions[at].ID}, int64(len(regions)))
		}
	}
}
