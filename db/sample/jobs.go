package sample

import "mithaq/db"

// repair is a job that is to be declared again, as its row was returned, or was accepted and has changed since.
type repair struct {
	job       db.DeclaredJob
	amends    *int64 // the job itself, where it was verified
	row       int64
	reference string
	person    []byte
	region    int
	started   day
}

// ending is the end of a job, and what is decided on it.
type ending struct {
	job       int64
	reference string // the job's
	on        day
	state     db.RowState
	region    int
}

// job makes up a new job of a declaration.
func (f *flow) job(e *entry) {
	region := pickRegion(f.rand, e.regions)
	j, started := f.newJob(e, region)
	if vacancy := f.vacancy(e, started); vacancy != nil {
		j.RefillsID, j.EmployerID, j.SectorID, j.RegionID = &vacancy.Key, vacancy.EmployerID, vacancy.SectorID, vacancy.RegionID
		j.ContractKind, j.Undertaking = vacancy.ContractKind, vacancy.Undertaking
		j.OccupationGroupID, j.Occupation = vacancy.OccupationGroupID, vacancy.Occupation
		region = f.w.regionPlace[j.RegionID]
	}
	decided := f.outcomeOf(e.period.state)
	final, repaired := decided, f.repairedIn(e, decided, j.RefillsID != nil)
	if repaired > 0 && (e.periods[repaired].state == "DECIDED" || decided == "RETURNED") {
		final = "REPLACED"
	}
	r := repair{job: j, reference: e.referenceOf(), person: f.person(), region: region, started: started}
	ended := day(0)
	if final == "ACCEPTED" && repaired == 0 {
		ended = f.endOf(e, &r)
	}
	r.row = f.writeJob(e, &r, final, decided, before{}, ended)
	if repaired > 0 {
		if decided == "ACCEPTED" {
			r.amends = &j.Key
		}
		e.repairs[repaired] = append(e.repairs[repaired], r)
	}
}

// vacancy gives now and then a job that ended before, whose post is filled again; nobody else gets the same one.
func (f *flow) vacancy(e *entry, started day) *db.DeclaredJob {
	open := e.vacant[e.at]
	if len(open) == 0 || f.rand.IntN(6) > 0 {
		return nil
	}
	last := open[len(open)-1]
	if *last.EndedOn >= started.date() {
		return nil
	}
	e.vacant[e.at] = open[:len(open)-1]
	return &last
}

// repairedIn gives the period in which a row is declared again, in place of a new one; 0 where it isn't.
func (f *flow) repairedIn(e *entry, decided db.RowState, refills bool) int {
	again := decided == "RETURNED" && f.rand.IntN(5) > 0 || decided == "ACCEPTED" && !refills && f.rand.IntN(120) == 0
	for k := e.at + 1; again && k < len(e.periods); k++ {
		if state := e.periods[k].state; (state == "DECIDED" || state == "SUBMITTED") && e.jobs[k] > 0 {
			e.jobs[k]--
			return k
		}
	}
	return 0
}

// repair declares a job again. Where the declaration is decided on, the row is accepted and has replaced the one before;
// else it waits: a job that was verified then stands for both.
func (f *flow) repair(e *entry, r repair) {
	r.job.Key, r.job.AmendsID = f.key(), r.amends
	r.job.Occupation = oneOf(f.rand, occupations[f.rand.IntN(9)]).FR
	state := db.RowState("ACCEPTED")
	if e.period.state != "DECIDED" {
		state = "WAITING"
	}
	f.writeJob(e, &r, state, state, before{&r.row, r.amends != nil}, 0)
}

// writeJob writes a job with its row, its person, and whether it was still held half a year later.
func (f *flow) writeJob(e *entry, r *repair, final, decided db.RowState, instead before, ended day) int64 {
	row, on := f.row(e, "JOB", r.reference, final, decided, instead, r.region)
	j := r.job
	j.RowID, j.State = row, final
	by := written{by: e.user, at: (e.on - 1).at(e.position)}
	started := r.started
	if final == "ACCEPTED" && started < today-183 && f.rand.IntN(20) < 17 {
		held := f.rand.IntN(14) > 0 && (ended == 0 || ended > started+183)
		j.Sustained = &held
		f.confirmations.add(db.Confirmation{Key: f.next(&f.confirmationID), JobID: &j.Key, Held: held, Basis: oneOf(f.rand, bases),
			ConfirmedOn: min(max(on, started+183)+day(f.rand.IntN(40)), today).date()},
			written{by: f.w.officers[r.region], at: min(max(on, started+183)+40, today).at(e.position)})
	}
	f.jobs.add(j, by)
	f.profile(&j.Key, nil, by, r.person)
	return row
}

// newJob makes up the post itself.
func (f *flow) newJob(e *entry, region int) (db.DeclaredJob, day) {
	a := e.accord
	j := db.DeclaredJob{Job: db.Job{Key: f.key(), ConventionID: a.row.Key, SigningID: a.row.SigningID,
		EmployerID: oneOf(f.rand, e.employers).row.Key, RegionID: f.w.lists.regions[region].ID, ContractKind: contractOf(f.rand, a.sector)}}
	sector := a.sector
	switch n := f.rand.IntN(100); {
	case n < 7:
		sector = ""
	case n < 15:
		sector = oneOf(f.rand, employingSectors)
	}
	if sector != "" {
		j.SectorID = f.w.sectorIDs[sector]
	}
	groups := groupsBySector[sector]
	if len(groups) == 0 || f.rand.IntN(10) == 0 {
		groups = anyGroup
	}
	if group := oneOf(f.rand, groups); f.rand.IntN(100) >= 6 {
		j.OccupationGroupID = f.w.groupIDs[group-1]
		j.Occupation = oneOf(f.rand, occupations[group-1]).FR
	}
	if j.ContractKind == "INTERIM" && f.rand.IntN(10) < 7 {
		j.Undertaking = &undertakings[f.rand.IntN(len(undertakings))]
	}
	started := f.startIn(e.period, sector)
	j.StartedOn = started.date()
	return j, started
}

// startIn picks a day of a period; fields and hotels have their seasons.
func (f *flow) startIn(p period, sector string) day {
	last := min(p.until, today)
	for try := 0; ; try++ {
		on := p.from + day(f.rand.IntN(int(last-p.from)+1))
		month := on.month()
		season := map[string]bool{"A": month >= 3 && month <= 6 || month == 11, "I": month >= 6 && month <= 8}
		if in, seasonal := season[sector]; !seasonal || in || try == 2 {
			return on
		}
	}
}

// endOf makes up whether and when a job ended, and declares that in the period of its end. It gives the day where the
// end was accepted.
func (f *flow) endOf(e *entry, r *repair) day {
	j := &r.job
	on := r.started + day(between(f.rand, 25, 25+durations[j.ContractKind]))
	if f.rand.IntN(100) >= endings[j.ContractKind] || on > today {
		return 0
	}
	for k := e.at + 1; k < len(e.periods); k++ {
		p := e.periods[k]
		if p.until < on || p.state == "DRAFT" || p.state == "WITHDRAWN" {
			continue
		}
		end := ending{job: j.Key, reference: r.reference, on: on, state: f.outcomeOf(p.state), region: r.region}
		e.ends[k] = append(e.ends[k], end)
		if end.state != "ACCEPTED" {
			return 0
		}
		j.EndedOn = ptr(on.date())
		e.vacant[k] = append(e.vacant[k], *j)
		return on
	}
	return 0
}

func (f *flow) end(e *entry, end ending) {
	row, _ := f.row(e, "JOB_END", end.reference, end.state, end.state, before{}, end.region)
	f.ends.add(db.JobEnd{Key: f.next(&f.endID), RowID: row, State: end.state, ConventionID: e.accord.row.Key, JobID: end.job, EndedOn: end.on.date()},
		written{by: e.user, at: (e.on - 1).at(e.position)})
}
