package sample

import (
	"fmt"
	"math/rand/v2"

	"mithaq/db"
)

// flow makes up what is declared and decided, convention by convention, and sends it off in batches.
type flow struct {
	w    *world
	rand *rand.Rand
	send func([]copied) bool

	declarations  *sheet[db.Declaration]
	rows          *sheet[db.DeclarationRow]
	jobs          *sheet[db.DeclaredJob]
	ends          *sheet[db.JobEnd]
	holders       *sheet[db.ProjectHolder]
	details       *sheet[db.ProjectHolderDetails]
	stages        *sheet[db.ProjectStage]
	profiles      *sheet[db.BeneficiaryProfile]
	fingerprints  *sheet[db.Fingerprint]
	decisions     *sheet[db.Decision]
	confirmations *sheet[db.Confirmation]

	rowID, declarationID, decisionID, confirmationID, profileID, fingerprintID, endID, stageID, detailID int64

	lastPerson []byte // the fingerprint before, which a few others share
}

// batchRows is about how many lines of declarations are in one batch.
const batchRows = 8000

// declare makes it all up; send gives false when nobody wants more.
func (w *world) declare(send func([]copied) bool) {
	f := &flow{
		w: w, rand: rand.New(rand.NewPCG(w.options.Seed, 0x61716c)), send: send,
		declarations:  newSheet[db.Declaration]("declarations"),
		rows:          newSheet[db.DeclarationRow]("declaration_rows"),
		jobs:          newSheet[db.DeclaredJob]("jobs"),
		ends:          newSheet[db.JobEnd]("job_ends"),
		holders:       newSheet[db.ProjectHolder]("project_holders"),
		details:       newSheet[db.ProjectHolderDetails]("project_holder_details"),
		stages:        newSheet[db.ProjectStage]("project_stages"),
		profiles:      newSheet[db.BeneficiaryProfile]("beneficiary_profiles"),
		fingerprints:  newSheet[db.Fingerprint]("fingerprints"),
		decisions:     newSheet[db.Decision]("decisions"),
		confirmations: newSheet[db.Confirmation]("confirmations"),
	}
	for _, a := range w.accords {
		if !f.accord(a) {
			return
		}
	}
	f.flush()
}

func (f *flow) flush() bool {
	return f.send([]copied{
		f.declarations.take(), f.rows.take(), f.jobs.take(), f.ends.take(), f.holders.take(), f.details.take(),
		f.stages.take(), f.profiles.take(), f.fingerprints.take(), f.decisions.take(), f.confirmations.take(),
	})
}

// accord lets each partner of a convention declare its share.
func (f *flow) accord(a *accord) bool {
	if a.jobs+a.holders == 0 {
		return true
	}
	jobs, holders := apportion(a.jobs, zipf(len(a.bodies))), apportion(a.holders, zipf(len(a.bodies)))
	periods := f.periodsOf(a)
	for i, b := range a.bodies {
		d := f.declarer(a, b, periods, jobs[i], holders[i])
		for k := range d.periods {
			f.declaration(d, k)
			if len(f.rows.rows) > batchRows && !f.flush() {
				return false
			}
		}
	}
	return true
}

// declarer is a partner that declares under a convention.
type declarer struct {
	accord    *accord
	body      *body
	employers []*body
	user      string
	regions   []float64
	periods   []period
	jobs      []int              // how many new ones to declare, by period
	repairs   [][]repair         // what replaces a row of an earlier period
	ends      [][]ending         // ends of jobs
	steps     [][]step           // stages of project holders
	vacant    [][]db.DeclaredJob // posts that become vacant
	reference int
}

func (f *flow) declarer(a *accord, b *body, periods []period, jobs, holders int) *declarer {
	n := len(periods)
	d := &declarer{accord: a, body: b, employers: b.members, user: "rh." + b.row.Slug, regions: f.regionsOf(a, b), periods: periods,
		repairs: make([][]repair, n+1), ends: make([][]ending, n), steps: make([][]step, n), vacant: make([][]db.DeclaredJob, n)}
	if b.row.Kind != "FEDERATION" || len(d.employers) == 0 {
		d.employers = append([]*body{b}, b.members...)
	}
	weights := make([]float64, n)
	for i, p := range periods {
		weights[i] = p.share
	}
	d.jobs = apportion(jobs, weights)
	for range holders {
		f.holder(d)
	}
	return d
}

// regionsOf gives the weights of the regions in which a partner employs: its own has more.
func (f *flow) regionsOf(a *accord, b *body) []float64 {
	weights := nationwide(f.w.lists.regions)
	if len(a.regions) > 0 {
		weights = make([]float64, len(weights))
		for _, at := range a.regions {
			weights[at] = nationwide(f.w.lists.regions)[at]
		}
	}
	weights[b.home] *= 3
	return weights
}

// period is what one declaration covers.
type period struct {
	from, until, submitted day
	state                  db.DeclarationState
	share                  float64
}

var monthsOf = map[db.ReportingPeriod]int{"MONTH": 1, "QUARTER": 3, "HALF_YEAR": 6, "YEAR": 12}

// periodsOf gives the periods for which something is declared: until the convention ends, or its partners fall silent.
func (f *flow) periodsOf(a *accord) []period {
	months := 3
	if a.schedule != nil {
		months = monthsOf[a.schedule.Period]
	}
	var periods []period
	for from := a.on.afterMonths(1); from < min(a.until, a.silent, today); from = from.afterMonths(months) {
		p := period{from: from, until: from.afterMonths(months) - 1, state: "DECIDED", share: 0.5 + f.rand.Float64()}
		p.submitted = p.until + day(between(f.rand, 3, 25))
		switch late := f.rand.IntN(40); {
		case p.submitted > today:
			p.state, p.share = "DRAFT", 0.2
		case len(periods) > 0 && late == 0:
			p.state, p.share = "WITHDRAWN", 0.2
		case p.submitted > today-90, late < 3 && p.submitted > today-300:
			p.state = "SUBMITTED"
		}
		periods = append(periods, p)
	}
	return periods
}

// declaration writes one declaration with all its rows, when there are any.
func (f *flow) declaration(d *declarer, k int) {
	if d.jobs[k]+len(d.repairs[k])+len(d.ends[k])+len(d.steps[k]) == 0 {
		return
	}
	f.declarationID++
	p := d.periods[k]
	e := &entry{declarer: d, period: p, at: k, id: f.declarationID, on: min(p.submitted, today), decided: p.submitted}
	for _, r := range d.repairs[k] {
		f.repair(e, r)
	}
	for range d.jobs[k] {
		f.job(e)
	}
	for _, end := range d.ends[k] {
		f.end(e, end)
	}
	for _, s := range d.steps[k] {
		f.step(e, s)
	}
	row := db.Declaration{Key: e.id, ConventionID: d.accord.row.Key, PartnerID: d.body.row.Key, PeriodFrom: p.from.date(),
		PeriodUntil: p.until.date(), State: p.state, Version: 1}
	if p.state == "SUBMITTED" && e.waiting == 0 {
		row.State = "DECIDED" // as all its rows are
	}
	if p.state != "DRAFT" {
		row.Version, row.Reference = 2, ptr(fmt.Sprintf("D-%d-%07d", p.submitted.year(), e.id))
		row.SubmittedAt, row.SubmittedBy = ptr(db.Instant(p.submitted.at(int(e.id)))), &d.user
		row.ContentSHA256, row.ReceiptDueOn = ptr(hexOf(f.rand)), ptr((p.submitted + 60).date())
	}
	switch row.State {
	case "DECIDED":
		row.Version, row.DecidedAt = 3, ptr(db.Instant(e.decided.at(7)))
	case "WITHDRAWN":
		row.Version, row.WithdrawnAt = 3, ptr(db.Instant(min(p.submitted+2, today).at(7)))
	}
	f.declarations.add(row, written{by: d.user, at: min(p.until-2, today-1).at(0)})
}
