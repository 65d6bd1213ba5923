package db

import "math"

// Sample is what was drawn of a declaration of many rows, to be looked at row by row, and what was found.
type Sample struct {
	Key             int64   `db:"id" see:"everyone"`
	ConventionID    int64   `db:"convention_id" see:"everyone"`
	ContentSHA256   string  `db:"content_sha256" see:"everyone"`
	CommittedSHA256 *string `db:"committed_sha256" see:"everyone"`
	Value           string  `db:"value" see:"everyone"`
	Seed            string  `db:"seed" see:"everyone"`
	DrawnOn         Date    `db:"drawn_on" see:"everyone"`
	Rows            int     `db:"rows" see:"everyone"`
	Drawn           int     `db:"drawn" see:"everyone"`
	Waiting         int     `db:"waiting" see:"everyone"`
	Accepted        int     `db:"accepted" see:"everyone"`
	NotAccepted     int     `db:"wrong" see:"everyone"`
}

// SampleResult says what follows from a sample.
type SampleResult string

// Values lists the enum's values.
func (SampleResult) Values() []string { return []string{"WAITING", "ACCEPTED", "RETURNED"} }

// The samples, by what they are of.
var (
	Samples             = newTable[Sample]("samples", by("sample", true, "t.drawn_on", "date", "t.id", "bigint"), "id")
	ConventionSamples   = Samples.of("t.convention_id")
	SampleOfDeclaration = Samples.of("t.declaration_id")
)

// The rule of samples, the register's own. Sizes are Cochran's for a share of sampledShare, to sampledMargin, at 95 %, with
// his correction for small numbers: Sampling Techniques, 3rd edition, 1977, 4.2 to 4.4. The database has it too.
const (
	sampledAbove  = 50 // rows; of so many or fewer each is looked at
	sampledShare  = 0.1
	sampledMargin = 0.05
	mostWrong     = 0.1      // of the drawn rows; above it the whole is returned
	confidence    = 1.96     // standard deviations: 95 %
	bySample      = "SAMPLE" // the basis of what was not drawn
)

// sampleSize is how many rows of so many are drawn.
func sampleSize(rows int) int {
	if rows <= sampledAbove {
		return rows
	}
	wanted := confidence * confidence * sampledShare * (1 - sampledShare) / (sampledMargin * sampledMargin)
	return int(math.Ceil(wanted / (1 + (wanted-1)/float64(rows))))
}

// Result says what follows: nothing while a drawn row waits.
func (s *Sample) Result() SampleResult {
	switch {
	case s.Waiting > 0:
		return "WAITING"
	case float64(s.NotAccepted) > mostWrong*float64(s.Drawn):
		return "RETURNED"
	}
	return "ACCEPTED"
}

// ErrorRate is the share of the drawn rows that were not accepted; not known while one waits.
func (s *Sample) ErrorRate() *Ratio {
	return s.ratio(float64(s.NotAccepted) / float64(s.Drawn))
}

// ErrorRateLow is the lower end of the interval in which the rate of all rows is.
func (s *Sample) ErrorRateLow() *Ratio {
	low, _ := wilson(s.NotAccepted, s.Drawn)
	return s.ratio(low)
}

// ErrorRateHigh is its upper end.
func (s *Sample) ErrorRateHigh() *Ratio {
	_, high := wilson(s.NotAccepted, s.Drawn)
	return s.ratio(high)
}

func (s *Sample) ratio(value float64) *Ratio {
	if s.Waiting > 0 {
		return &Ratio{Status: FigureUnknown}
	}
	return &Ratio{Value: &value, Status: FigureKnown}
}

// wilson is Wilson's interval at 95 % for the share of which so many of n were found (Journal of the American Statistical
// Association 22, 1927). It takes no account of how few rows there are in all, and so is rather too wide.
func wilson(found, n int) (low, high float64) {
	share, count := float64(found)/float64(n), float64(n)
	middle := share + confidence*confidence/(2*count)
	half := confidence * math.Sqrt(share*(1-share)/count+confidence*confidence/(4*count*count))
	whole := 1 + confidence*confidence/count
	return max(0, (middle-half)/whole), min(1, (middle+half)/whole)
}
