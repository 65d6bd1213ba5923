package db

import (
	"slices"
	"strings"
)

// PromiseTotal is how much was promised of one indicator in one group: by a signing, say. What the group doesn't go by is
// null. The sum is null where the number of nothing that was added is known.
type PromiseTotal struct {
	Key               int64  `db:"id" see:"everyone"`
	CountedBy         string `db:"counted_by" see:"everyone"`
	IndicatorID       int64  `db:"indicator_id" see:"everyone"`
	IndicatorPosition int    `db:"indicator_position" see:"everyone"`
	SigningID         *int64 `db:"signing_id" see:"everyone"`
	ConventionID      *int64 `db:"convention_id" see:"everyone"`
	PartnerID         *int64 `db:"partner_id" see:"everyone"`
	RegionID          *int64 `db:"region_id" see:"everyone"`
	SectorID          *int64 `db:"sector_id" see:"everyone"`
	Commitments       int64  `db:"commitments" see:"everyone"`
	Sum               *int64 `db:"promised" see:"everyone"`
	Missing           int    `db:"missing" see:"everyone"` // of how many the number isn't known
}

// PromiseTotalFilter narrows a list of promised totals; what is left zero asks for nothing. CountedBy is the grouping,
// which the indicator is no part of: every total is of one.
type PromiseTotalFilter struct {
	CountedBy  string `where:"t.counted_by = $"`
	Indicator  string `of:"indicators" where:"t.indicator_id = $"`
	Signing    string `by:"SIGNING" of:"signings" where:"t.signing_id = $"`
	Convention string `by:"CONVENTION" of:"conventions" where:"t.convention_id = $"`
	Partner    string `by:"PARTNER" of:"partners" where:"t.partner_id = $"`
	Region     string `by:"REGION" of:"regions" where:"t.region_id = $"`
	Sector     string `by:"SECTOR" of:"sectors" where:"t.sector_id = $"`
}

// PromiseTotals are the totals by every grouping that there is. One grouping is read at a time. Numbers of different
// indicators don't compare, so that each order goes by indicator first; what isn't known comes last in both directions.
var PromiseTotals = newTable[PromiseTotal]("promise_totals", slices.Concat(
	by("PROMISED_DESC", true, "(- t.indicator_position)", "int", "coalesce(t.promised, -1)", "bigint", "(- t.id)", "bigint"),
	by("PROMISED_ASC", false, "t.indicator_position", "int", "coalesce(t.promised, 9223372036854775807)", "bigint", "t.id", "bigint"),
	fromBottom("POSITION", "t.indicator_position", "int", "t.id", "bigint"))).maybeMore()

// PromiseDimension is what promised totals can be counted by, beside the indicator.
type PromiseDimension string

// Values lists the enum's values in the order in which groupings are told.
func (PromiseDimension) Values() []string {
	return []string{"SIGNING", "CONVENTION", "PARTNER", "REGION", "SECTOR"}
}

// By gives the filter for totals counted by these dimensions and by what the filter asks for: by one at most, else it
// gives BAD_USER_INPUT.
func (f PromiseTotalFilter) By(dimensions []PromiseDimension) (PromiseTotalFilter, error) {
	grouping := groupingOf(f, dimensions)
	there := append([]string{"ALL"}, PromiseDimension("").Values()...)
	if !slices.Contains(there, grouping) {
		return f, BadInput("by", "grouping_unknown", "there are no promised totals by %s; there are those by %s, each by indicator",
			named(grouping), strings.Join(mapped(there, named), "; "))
	}
	f.CountedBy = grouping
	return f, nil
}

// Promised is the sum, in units of the indicator.
func (t *PromiseTotal) Promised() *Figure { return sumOf(t.Sum, t.Missing, FigureUnknown) }
