package db

import (
	"reflect"
	"slices"
	"strings"

	"github.com/lib/pq"
)

// JobTotal is how many verified jobs there are of one group: those of a convention in a region, say. What the group
// doesn't go by is null.
type JobTotal struct {
	Key          int64         `db:"id" see:"everyone"`
	CountedBy    string        `db:"counted_by" see:"everyone"`
	ConventionID *int64        `db:"convention_id" see:"everyone"`
	EmployerID   *int64        `db:"employer_id" see:"everyone"`
	RegionID     *int64        `db:"region_id" see:"everyone"`
	SectorID     *int64        `db:"sector_id" see:"everyone"`
	ContractKind *ContractKind `db:"contract_kind" see:"everyone"`
	StartMonth   *PartialDate  `db:"start_month" see:"everyone"`
	Jobs         int64         `db:"jobs" see:"everyone"`
}

// JobTotalFilter narrows a list of totals; what is left zero asks for nothing. CountedBy is the grouping.
type JobTotalFilter struct {
	CountedBy    string       `where:"t.counted_by = $"`
	Convention   string       `by:"CONVENTION" of:"conventions" where:"t.convention_id = $"`
	Partner      string       `by:"PARTNER" of:"partners" where:"t.employer_id = $"`
	Region       string       `by:"REGION" of:"regions" where:"t.region_id = $"`
	Sector       string       `by:"SECTOR" of:"sectors" where:"t.sector_id = $"`
	ContractKind ContractKind `by:"CONTRACT_KIND" where:"t.contract_kind = $"`
	StartedFrom  PartialDate  `by:"START_MONTH" where:"coalesce(t.start_month, '') >= left($::text, 7)"`
	StartedUntil PartialDate  `by:"START_MONTH" where:"coalesce(t.start_month, '') <= left($::text, 7) || '~'"`
}

// JobTotals are the totals by every grouping that is kept. One grouping is read at a time.
var JobTotals = newTable[JobTotal]("verified_job_totals", append(fromTop("JOBS", "t.jobs", "bigint", "t.id", "bigint"),
	fromTop("START_MONTH", "coalesce(t.start_month, '')", "text", "t.id", "bigint")...)).onceDeclared()

// JobDimension is what totals of jobs can be counted by.
type JobDimension string

// jobGroupings are the groupings that are kept, as the database's job_groupings; each is its dimensions in their order.
var jobGroupings = []string{
	"ALL", "CONVENTION", "PARTNER", "REGION", "SECTOR", "CONTRACT_KIND", "START_MONTH",
	"CONVENTION REGION", "CONVENTION CONTRACT_KIND", "CONVENTION START_MONTH",
	"PARTNER REGION", "PARTNER SECTOR", "PARTNER CONTRACT_KIND", "PARTNER START_MONTH",
	"REGION SECTOR", "REGION CONTRACT_KIND", "REGION START_MONTH",
	"SECTOR CONTRACT_KIND", "SECTOR START_MONTH", "CONTRACT_KIND START_MONTH",
}

// Values lists the enum's values in the order in which groupings name them.
func (JobDimension) Values() []string {
	return []string{"CONVENTION", "PARTNER", "REGION", "SECTOR", "CONTRACT_KIND", "START_MONTH"}
}

// By gives the filter for totals counted by these dimensions: the grouping is that of them and of all that the filter
// asks for. A grouping that isn't kept gives BAD_USER_INPUT.
func (f JobTotalFilter) By(dimensions []JobDimension) (JobTotalFilter, error) {
	grouping := groupingOf(f, dimensions)
	if !slices.Contains(jobGroupings, grouping) {
		return f, BadInput("by", "grouping_unknown", "totals by %s are not kept; kept are those by %s",
			named(grouping), strings.Join(mapped(jobGroupings, named), "; "))
	}
	f.CountedBy = grouping
	return f, nil
}

// dimension is what totals can be counted by; its values are in the order in which groupings name them.
type dimension interface {
	~string
	Values() []string
}

// groupingOf names the grouping by dimensions and by those that a filter's fields go by.
func groupingOf[D dimension](filter any, dimensions []D) string {
	var by []string
	for _, d := range dimensions {
		by = append(by, string(d))
	}
	for field := range asked(filter) {
		by = append(by, field.Tag.Get("by"))
	}
	var grouping []string
	for _, d := range D("").Values() {
		if slices.Contains(by, d) {
			grouping = append(grouping, d)
		}
	}
	if len(grouping) == 0 {
		return "ALL"
	}
	return strings.Join(grouping, " ")
}

func named(grouping string) string {
	if grouping == "ALL" {
		return "nothing (the whole)"
	}
	return strings.ReplaceAll(grouping, " ", " and ")
}

func mapped(texts []string, f func(string) string) []string {
	out := make([]string, len(texts))
	for i, text := range texts {
		out[i] = f(text)
	}
	return out
}

// JobTotalsKept tells whether totals by these dimensions are kept.
func JobTotalsKept(by []JobDimension) bool {
	return slices.Contains(jobGroupings, groupingOf(JobTotalFilter{}, by))
}

// jobKeys are the columns that tie lists of jobs to their parents, and the dimensions that go by them. A signing's jobs
// are those of its conventions.
var jobKeys = map[string]JobDimension{
	"t.convention_id": "CONVENTION", "t.employer_id": "PARTNER", "t.region_id": "REGION", "t.sector_id": "SECTOR",
	"t.signing_id": "CONVENTION",
}

// countBySums writes the count of jobs from the totals that are kept, where they are by what the filter asks for: that of
// the whole table, or, by the column that ties lists to their parents, of each of these.
func countBySums(n narrowed, key string, parents []int64) (Statement, bool) {
	totals, fits := totalFilterOf(n.filter)
	var by []JobDimension
	if key != "" {
		dimension, known := jobKeys[key]
		by, fits = []JobDimension{dimension}, fits && known
	}
	totals, err := totals.By(by)
	if !fits || err != nil {
		return Statement{}, false
	}
	var q statement
	from := " from " + JobTotals.Name + " t"
	if key == "t.signing_id" {
		key, from = "c.signing_id", from+" join conventions c on c.id = t.convention_id"
	}
	if key == "" {
		q.add("select coalesce(sum(t.jobs), 0)::bigint as count" + from)
	} else {
		q.add("select " + key + " as key, sum(t.jobs)::bigint as count" + from)
	}
	conditions := Placed.held(narrowed{totals, n.keys}.conditions(&q))
	if key != "" {
		conditions = append(conditions, key+" = any("+q.parameter(pq.Array(parents))+")")
	}
	q.where(conditions)
	if key != "" {
		q.add("group by 1")
	}
	return Statement{Text: q.String(), Args: q.args}, true
}

// totalFilterOf gives the filter of totals that asks for the same as one of jobs; false where none does.
func totalFilterOf(filter any) (totals JobTotalFilter, fits bool) {
	into := reflect.ValueOf(&totals).Elem()
	for field, value := range asked(filter) {
		if !into.FieldByName(field.Name).IsValid() {
			return totals, false
		}
		into.FieldByName(field.Name).Set(value)
	}
	return totals, true
}
