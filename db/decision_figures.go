package db

// DecisionFigures say what officers decided on declared jobs, and after how many days. Null where nothing was decided yet.
type DecisionFigures struct {
	Key      int64  `db:"id" see:"everyone"`
	Verified *int64 `db:"accepted" see:"everyone"`
	SentBack *int64 `db:"returned" see:"everyone"`
	Declined *int64 `db:"refused" see:"everyone"`
	Half     *int64 `db:"median_days" see:"everyone"`
	Longest  *int64 `db:"longest_days" see:"everyone"`
	Overdue  int64  `db:"late" see:"everyone"`
}

// The figures, by the key of the convention, or of the partner.
var (
	ConventionDecisions = newTable[DecisionFigures]("convention_decisions", by("decisions", false, "t.id", "bigint"))
	PartnerDecisions    = newTable[DecisionFigures]("partner_decisions", by("decisions", false, "t.id", "bigint"))
)

// isAny tells whether anything was decided.
func (f *DecisionFigures) isAny() bool { return f.Half != nil }

// Accepted counts the jobs that were accepted, as they were decided on: one that is taken back later stays counted.
func (f *DecisionFigures) Accepted() *Figure { return f.decided(f.Verified) }

// Returned counts those that were returned to be corrected.
func (f *DecisionFigures) Returned() *Figure { return f.decided(f.SentBack) }

// Refused counts those that were refused.
func (f *DecisionFigures) Refused() *Figure { return f.decided(f.Declined) }

// MedianDays is within how many days at least half of them were decided on.
func (f *DecisionFigures) MedianDays() *Figure { return f.days(f.Half) }

// LongestDays is within how many days all were.
func (f *DecisionFigures) LongestDays() *Figure { return f.days(f.Longest) }

// Late counts the jobs that wait longer than the agency has to answer.
func (f *DecisionFigures) Late() *Figure {
	if !f.isAny() && f.Overdue == 0 {
		return &Figure{Status: FigureNotPublished}
	}
	return &Figure{Value: &f.Overdue, Status: FigureKnown}
}

func (f *DecisionFigures) decided(jobs *int64) *Figure {
	if !f.isAny() {
		return &Figure{Status: FigureNotPublished}
	}
	return &Figure{Value: jobs, Status: FigureKnown}
}

func (f *DecisionFigures) days(days *int64) *Figure {
	if days == nil {
		return &Figure{Status: FigureNotApplicable}
	}
	return &Figure{Value: days, Status: FigureKnown}
}
