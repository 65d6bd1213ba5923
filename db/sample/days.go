package sample

import (
	"math/rand/v2"
	"strconv"
	"time"

	"mithaq/db"
)

// day counts days from the first of January 2018: what is made up lies between that and the end of 2032.
type day int

var firstDay = time.Date(2018, 1, 1, 0, 0, 0, 0, time.UTC)

// Days are written millions of times, so each text is made once.
var dayTexts = func() []string {
	texts := make([]string, 15*366)
	for i := range texts {
		texts[i] = firstDay.AddDate(0, 0, i).Format(time.DateOnly)
	}
	return texts
}()

// today is the day on which the sample is told; no clock is asked, so that the same seed gives the same rows.
var today = dayOf(2026, 6, 30)

func dayOf(year, month, dayOfMonth int) day {
	return day(time.Date(year, time.Month(month), dayOfMonth, 0, 0, 0, 0, time.UTC).Sub(firstDay).Hours() / 24)
}

func (d day) String() string { return dayTexts[d] }
func (d day) date() db.Date  { return db.Date(dayTexts[d]) }
func (d day) year() int      { n, _ := strconv.Atoi(dayTexts[d][:4]); return n }
func (d day) month() int     { n, _ := strconv.Atoi(dayTexts[d][5:7]); return n }

// at gives a moment of the day's working hours, as PostgreSQL reads it.
func (d day) at(hour int) string { return dayTexts[d] + hours[hour%len(hours)] }

var hours = []string{"T08:40:00Z", "T09:15:00Z", "T10:05:00Z", "T11:30:00Z", "T13:20:00Z", "T14:45:00Z", "T15:50:00Z", "T16:35:00Z"}

// about gives the day to a year, a month or a day, as sources do.
func (d day) about(r *rand.Rand) db.PartialDate {
	return db.PartialDate(dayTexts[d][:[]int{4, 7, 10, 10}[r.IntN(4)]])
}

func (d day) month7() db.PartialDate { return db.PartialDate(dayTexts[d][:7]) }
func (d day) whole() *db.PartialDate { p := db.PartialDate(dayTexts[d]); return &p }

// afterMonths gives the first day of the month that many months later.
func (d day) afterMonths(months int) day {
	n := d.year()*12 + d.month() - 1 + months
	return dayOf(n/12, n%12+1, 1)
}

func ptr[T any](v T) *T { return &v }
