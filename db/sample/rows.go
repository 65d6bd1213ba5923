package sample

import (
	"fmt"

	"mithaq/db"
)

// entry is a declaration while its rows are made up.
type entry struct {
	*declarer
	period   period
	at       int // its place among the periods
	id       int64
	on       day // when its rows were entered, at the latest
	decided  day // when the last of its rows was decided on
	position int
	waiting  int // rows on which nothing is decided yet
}

// outcomeOf makes up what is decided on a row of a declaration in that state.
func (f *flow) outcomeOf(state db.DeclarationState) db.RowState {
	switch state {
	case "DRAFT", "WITHDRAWN":
		return db.RowState(state)
	case "SUBMITTED":
		if f.rand.IntN(10) < 6 {
			return "WAITING"
		}
	}
	switch f.rand.IntN(25) {
	case 0:
		return "RETURNED"
	case 1:
		return "REFUSED"
	}
	return "ACCEPTED"
}

// before is the row in whose place another stands, and whether that amends it.
type before struct {
	row     *int64
	amended bool
}

// row writes a line of a declaration, and what was decided on it; final is its state now, and decided what the officer
// said, which is older where the row was replaced since.
func (f *flow) row(e *entry, kind db.RowKind, reference string, final, decided db.RowState, instead before, region int) (id int64, on day) {
	f.rowID++
	e.position++
	entered := written{by: e.user, at: (e.on - 1).at(e.position)}
	line := db.DeclarationRow{Key: f.rowID, DeclarationID: e.id, ConventionID: e.accord.row.Key, PartnerID: e.body.row.Key,
		Position: e.position, Kind: kind, State: final, Reference: reference, Version: 1, ReplacesID: instead.row, Amends: instead.amended}
	if region >= 0 {
		line.RegionID = &f.w.lists.regions[region].ID
	}
	f.rows.add(line, entered)
	if decided != "ACCEPTED" && decided != "RETURNED" && decided != "REFUSED" {
		e.waiting += boolInt(final == "WAITING")
		return f.rowID, e.on
	}
	on = min(e.period.submitted+day(between(f.rand, 2, 50)), today)
	e.decided = max(e.decided, on)
	d := db.Decision{Round: "FIRST", Key: f.next(&f.decisionID), RowID: f.rowID, Outcome: db.Outcome(decided), DecidedOn: on.date()}
	officer := "officer.national"
	if region >= 0 && f.rand.IntN(8) > 0 {
		d.OfficeID, officer = &f.w.lists.regions[region].ID, f.w.officers[region]
	}
	switch decided {
	case "ACCEPTED":
		d.Basis = &bases[f.rand.IntN(len(bases))]
	case "RETURNED":
		why := &returnReasons[f.rand.IntN(len(returnReasons))]
		d.Reason, d.Reasons = &why.listed, &why.words
	case "REFUSED":
		why := &refusalReasons[f.rand.IntN(len(refusalReasons))]
		d.Reason, d.Reasons = &why.listed, &why.words
	}
	f.decisions.add(d, written{by: officer, at: on.at(e.position)})
	return f.rowID, on
}

func (f *flow) next(id *int64) int64 {
	*id++
	return *id
}

// profile writes of the person of a job or behind a project what is counted, and mostly a fingerprint.
func (f *flow) profile(job, holder *int64, by written, person []byte) {
	p := db.BeneficiaryProfile{Key: f.next(&f.profileID), JobID: job, ProjectHolderID: holder,
		Gender: oneOf(f.rand, genders), AgeBand: oneOf(f.rand, ages), Education: oneOf(f.rand, educations), SituationBefore: oneOf(f.rand, situations)}
	f.profiles.add(p, by)
	if person != nil {
		f.fingerprints.add(db.Fingerprint{Key: f.next(&f.fingerprintID), JobID: job, ProjectHolderID: holder, KeyVersion: 1, Fingerprint: person}, by)
	}
}

// person gives the fingerprint of somebody: of some there is none, and a few come twice.
func (f *flow) person() []byte {
	switch n := f.rand.IntN(200); {
	case n < 24:
		return nil
	case n > 198 && f.lastPerson != nil:
		person := f.lastPerson
		f.lastPerson = nil
		return person
	}
	f.lastPerson = hash(f.rand)
	return f.lastPerson
}

// What is said of people, each as often as it stands here.
var (
	genders    = weighted[db.Gender](map[db.Gender]int{"FEMALE": 41, "MALE": 56, "UNKNOWN": 3})
	ages       = weighted[db.AgeBand](map[db.AgeBand]int{"UNDER_18": 2, "FROM_18_TO_24": 34, "FROM_25_TO_34": 38, "FROM_35_TO_44": 15, "FROM_45": 7, "UNKNOWN": 4})
	educations = weighted[db.Education](map[db.Education]int{"NONE": 9, "BELOW_BACCALAUREATE": 27, "VOCATIONAL": 26, "BACCALAUREATE": 16, "HIGHER": 17, "UNKNOWN": 5})
	situations = weighted[db.SituationBefore](map[db.SituationBefore]int{"NEET": 24, "UNEMPLOYED": 40, "STUDENT": 16, "EMPLOYED": 12, "UNKNOWN": 8})
)

// weighted lists each value as often as its weight says, in the order of the type.
func weighted[T db.Enum](weights map[T]int) []T {
	var list []T
	var of T
	for _, value := range of.Values() {
		for range weights[T(value)] {
			list = append(list, T(value))
		}
	}
	return list
}

// referenceOf gives a row its number in the partner's own files.
func (d *declarer) referenceOf() string {
	d.reference++
	return fmt.Sprintf("%d/%06d", d.accord.row.Key, d.reference)
}
