package db

import (
	"regexp"
	"strconv"
	"strings"
	"time"
)

// IdentityKind says by what card somebody is known; NONE is who has no number to compare.
type IdentityKind string

// Values lists the enum's values.
func (IdentityKind) Values() []string {
	return []string{"NATIONAL_CARD", "RESIDENCE_CARD", "PASSPORT", "NONE"}
}

// PersonInput is what a partner says of the person in a job, or behind a project; what is left out isn't known. Of the number a keyed
// fingerprint and the last two characters are kept. A row that is saved again without one keeps those that it has.
type PersonInput struct {
	IdentityKind    *IdentityKind
	IdentityNumber  *string
	Gender          *Gender
	BirthYear       *int
	Education       *Education
	SituationBefore *SituationBefore
}

// person is what is kept of a PersonInput.
type person struct {
	Gender          Gender          `json:"gender"`
	AgeBand         AgeBand         `json:"age_band"`
	Education       Education       `json:"education"`
	SituationBefore SituationBefore `json:"situation_before"`
	BirthYear       *int            `json:"birth_year"`
	IdentityKind    *IdentityKind   `json:"identity_kind"`
	IdentityEnding  *string         `json:"identity_ending"`
	Marks           []personMark    `json:"marks"`
}

// Ages at the start of a job that a year of birth may give.
const (
	youngestAge = 14
	oldestAge   = 90
)

// identityNumber is what a number looks like once spaces, dots and dashes are left out; which letters and how many digits a
// card has differs by kind and country.
var identityNumber = regexp.MustCompile(`^[A-Z0-9]{4,20}$`)

var spacing = strings.NewReplacer(" ", "", "-", "", ".", "", "/", "", "\u00a0", "", "\u202f", "")

// read checks what is said of a person whose job starts, or who was welcomed, on a day, and gives what is kept of it.
func (in *PersonInput) read(keys personKeys, startedOn Date, faults *Faults) person {
	if in == nil {
		in = &PersonInput{}
	}
	p := person{Gender: known(in.Gender), AgeBand: "UNKNOWN", Education: known(in.Education), SituationBefore: known(in.SituationBefore), IdentityKind: in.IdentityKind}
	if in.BirthYear != nil {
		started, err := strconv.Atoi(string(startedOn)[:min(4, len(startedOn))])
		if err != nil {
			started = time.Now().Year() // the day has a fault of its own
		}
		if age := started - *in.BirthYear; age < youngestAge || age > oldestAge {
			faults.add(BadInput("person.birthYear", "birth_year_impossible", "%d; allowed are %d to %d, by the year of the start", *in.BirthYear, started-oldestAge, started-youngestAge))
		} else {
			p.AgeBand, p.BirthYear = ageBand(age), in.BirthYear
		}
	}
	in.readNumber(keys, &p, faults)
	return p
}

func (in *PersonInput) readNumber(keys personKeys, p *person, faults *Faults) {
	number := ""
	if in.IdentityNumber != nil {
		number = strings.ToUpper(spacing.Replace(strings.TrimSpace(*in.IdentityNumber)))
	}
	switch numbered := in.IdentityKind != nil && *in.IdentityKind != "NONE"; {
	case number == "" && !numbered:
	case number != "" && !numbered:
		faults.add(BadInput("person.identityKind", "identity_kind_missing", "say what kind of card the number is of: NATIONAL_CARD, RESIDENCE_CARD or PASSPORT"))
	case number == "":
		faults.add(BadInput("person.identityNumber", "identity_number_missing", "the number is missing; without one, leave the kind out, or say NONE"))
	case !identityNumber.MatchString(number):
		faults.add(BadInput("person.identityNumber", "identity_number_malformed", "an identity number has 4 to 20 letters and digits")) // which isn't said again
	default:
		ending := number[len(number)-2:]
		p.IdentityEnding, p.Marks = &ending, keys.marks(*in.IdentityKind, number)
	}
}

// known is UNKNOWN where nothing is said.
func known[T ~string](said *T) T {
	if said == nil {
		return "UNKNOWN"
	}
	return *said
}

func ageBand(age int) AgeBand {
	switch {
	case age < 18:
		return "UNDER_18"
	case age < 25:
		return "FROM_18_TO_24"
	case age < 35:
		return "FROM_25_TO_34"
	case age < 45:
		return "FROM_35_TO_44"
	}
	return "FROM_45"
}
