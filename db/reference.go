package db

import (
	"fmt"
	"slices"
	"strings"
)

// Region is one of the twelve regions of the Kingdom since 2015.
type Region struct {
	Key            int64  `db:"id" see:"everyone"`
	Code           string `db:"code" see:"everyone"`
	Named          Name   `db:"name" see:"everyone"`
	Population     int64  `db:"population" see:"everyone"`
	PopulationAsOf Date   `db:"population_as_of" see:"everyone"`

	Share float64 `db:"population_share" sql:"t.population::float8 / (select sum(population) from regions)" see:"everyone"`
}

// The regions, and those that a convention names.
var (
	Regions           = newTable[Region]("regions", by("region", false, "t.code", "text"), "code")
	ConventionRegions = Regions.via("join convention_regions l on l.region_id = t.id", "l.convention_id")
)

// ID names the region.
func (r *Region) ID() ID { return ID{"Region", r.Key} }

// IsNode says that the region can be asked for by its id.
func (*Region) IsNode() {}

// Name gives the region's name.
func (r *Region) Name(language *Language) string { return r.Named.Localized(language).value() }

// PopulationShare gives the region's part of the population of all regions.
func (r *Region) PopulationShare() *Ratio { return &Ratio{Value: &r.Share, Status: FigureKnown} }

// Sector is a section of NMA 2010, which is aligned on ISIC rev. 4.
type Sector struct {
	Key      int64           `db:"id" see:"everyone"`
	Code     string          `db:"code" see:"everyone"`
	Named    Name            `db:"name" see:"everyone"`
	Grouping *SectorGrouping `db:"grouping" see:"everyone"`
}

// The sectors, and those that a convention names.
var (
	Sectors           = newTable[Sector]("sectors", by("sector", false, "t.code", "text"), "code")
	ConventionSectors = Sectors.via("join convention_sectors l on l.sector_id = t.id", "l.convention_id")
)

// ID names the sector.
func (s *Sector) ID() ID { return ID{"Sector", s.Key} }

// IsNode says that the sector can be asked for by its id.
func (*Sector) IsNode() {}

// Name gives the sector's name.
func (s *Sector) Name(language *Language) string { return s.Named.Localized(language).value() }

// Indicator is what a commitment counts.
type Indicator struct {
	Key      int64  `db:"id" see:"everyone"`
	Code     string `db:"code" see:"everyone"`
	Position int    `db:"position" see:"everyone"`
	Named    Text   `db:"name" see:"everyone"`
}

// Indicators are the three things that are counted.
var Indicators = newTable[Indicator]("indicators", by("indicator", false, "t.position", "int", "t.id", "bigint"), "code")

// ID names the indicator.
func (i *Indicator) ID() ID { return ID{"Indicator", i.Key} }

// IsNode says that the indicator can be asked for by its id.
func (*Indicator) IsNode() {}

// Name gives the indicator's name.
func (i *Indicator) Name(language *Language) string { return i.Named.Localized(language).value() }

// CountingRule says how an indicator is counted, from a date on.
type CountingRule struct {
	Key              int64        `db:"id" see:"everyone"`
	IndicatorID      int64        `db:"indicator_id" see:"everyone"`
	Version          int          `db:"version" see:"everyone"`
	AppliesFrom      PartialDate  `db:"applies_from" see:"everyone"`
	AppliesUntil     *PartialDate `db:"applies_until" see:"everyone"`
	RegisterOwn      bool         `db:"register_own" see:"everyone"`
	Counting         Counting     `db:"counting" see:"everyone"`
	CountedFromStage *Stage       `db:"counted_from_stage" see:"everyone"`
	SustainedAfter   Figure       `db:"sustained_after" see:"everyone"`
	NEETFromAge      Figure       `db:"neet_from_age" see:"everyone"`
	NEETToAge        Figure       `db:"neet_to_age" see:"everyone"`
	Excluded         *Contracts   `db:"excluded_contracts" see:"everyone"`
	Definitions      Text         `db:"definition" see:"everyone"`
}

// The counting rules, by their indicator, the first version first.
var (
	CountingRules  = newTable[CountingRule]("counting_rules", by("counting_rule", false, "t.version", "int", "t.id", "bigint"), "indicator_id", "version")
	IndicatorRules = CountingRules.of("t.indicator_id")
)

// Contracts are kinds of contract, as a register file has them: CDD, SEASONAL.
type Contracts string

// UnmarshalText reads kinds of contract with commas between them, and refuses what is none.
func (c *Contracts) UnmarshalText(text []byte) error {
	kinds := strings.FieldsFunc(string(text), func(r rune) bool { return r == ',' || r == ' ' })
	allowed := ContractKind("").Values()
	for i, kind := range kinds {
		if !slices.Contains(allowed, kind) || slices.Contains(kinds[:i], kind) {
			return fmt.Errorf("allowed are %s, each once, with commas between them", strings.Join(allowed, ", "))
		}
	}
	if len(kinds) == 0 {
		return fmt.Errorf("a kind of contract is needed; allowed are %s", strings.Join(allowed, ", "))
	}
	*c = Contracts(strings.Join(kinds, ", "))
	return nil
}

// ExcludedContracts are the kinds of contract under which a job doesn't count.
func (r *CountingRule) ExcludedContracts() []ContractKind {
	kinds := []ContractKind{}
	if r.Excluded != nil {
		for kind := range strings.SplitSeq(string(*r.Excluded), ", ") {
			kinds = append(kinds, ContractKind(kind))
		}
	}
	return kinds
}

// ID names the rule.
func (r *CountingRule) ID() ID { return ID{"CountingRule", r.Key} }

// IsNode says that the rule can be asked for by its id.
func (*CountingRule) IsNode() {}

// Definition says in words what counts.
func (r *CountingRule) Definition(language *Language) string {
	return r.Definitions.Localized(language).value()
}

// DefinitionText is the definition with its language and its original.
func (r *CountingRule) DefinitionText(language *Language) *LocalizedText {
	return r.Definitions.Localized(language)
}
