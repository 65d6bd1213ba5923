package db

// DeclarationPast says how many jobs a declaration has, beside what its partner declared before. It decides nothing.
type DeclarationPast struct {
	Key          int64    `db:"id" see:"officer"`
	Jobs         int      `db:"jobs" see:"officer"`
	Months       int      `db:"months" see:"officer"`
	Declarations int      `db:"declarations" see:"officer"`
	Median       *float64 `db:"usual" see:"officer"`
}

// DeclarationPasts are by the declaration.
var DeclarationPasts = newTable[DeclarationPast]("declaration_pasts", by("declaration_past", false, "t.id", "bigint"), "id").apart()

// The rule of what is unusual, the register's own: of one that has at least leastUnusual jobs, and more than timesUsual times as
// many a month as the median of the partner's past, where that has leastPast declarations.
const (
	leastUnusual = 10
	timesUsual   = 3
	leastPast    = 3
)

// IsKnown tells whether the past has enough in it.
func (p *DeclarationPast) IsKnown() bool { return p.Declarations >= leastPast }

// UsualJobs is the median of the jobs a month.
func (p *DeclarationPast) UsualJobs() float64 { return *p.Median }

// IsUnusual tells whether there are many more jobs than usual.
func (p *DeclarationPast) IsUnusual() bool {
	return p.IsKnown() && p.Jobs >= leastUnusual && float64(p.Jobs) > timesUsual**p.Median*float64(p.Months)
}
