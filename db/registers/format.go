// Package registers reads register files: facts written by hand, each with its citation. It checks a file whole, tells
// every fault with its place, and writes it in one transaction.
package registers

import "mithaq/db"

// document is a register file. A row's keys are the columns of its table, as the struct of the table in package db
// names them: a group of columns (a text in three languages, a quote) is a mapping, a foreign key is the slug or code of
// the row it points to. What is listed below a row belongs to it; its place in the list is its position. Each struct
// embeds its row first, so that both have one address.
//
// Import and Export walk these structs, in their order. A list of rows points to the row above by the column that is
// called after it; a list of slugs is a table of links, called after both. Tags: later marks a list that is written only
// after all else of its section, in every file, as its rows point there; settle a row whose table has rules that hold at
// the end of a transaction: they are tried as soon as what belongs to the row is written, so that a fault has its place.
type document struct {
	Register     register      `yaml:"register" required:"yes"`
	Sources      []source      `yaml:"sources"`
	Indicators   []indicator   `yaml:"indicators"`
	Partners     []partner     `yaml:"partners"`
	Orientations []orientation `yaml:"orientations"`
	Signings     []signing     `yaml:"signings"`
	Openings     []opening     `yaml:"openings"`
	Replies      []reply       `yaml:"replies"`
}

type register struct {
	Slug string `yaml:"slug" rule:"slug" required:"yes"`
	db.Register
}

type source struct {
	db.Source
}

// The indicators that every database has are in no file; one is from its first change on the site on. Their counting rules
// say themselves whose they are.
type indicator struct {
	db.Indicator
	Rules []countingRule `yaml:"counting_rules"`
}

type countingRule struct {
	db.CountingRule
}

type partner struct {
	db.Partner
	Cite  []citation    `yaml:"cite" required:"yes"`
	Names []partnerName `yaml:"names"`
	Ties  []partnerTie  `yaml:"ties" later:"yes"`
}

type partnerName struct {
	db.PartnerName
	Cite []citation `yaml:"cite" required:"yes"`
}

type partnerTie struct {
	db.PartnerTie
	Cite []citation `yaml:"cite" required:"yes"`
}

type orientation struct {
	db.Orientation
	Cite []citation `yaml:"cite" required:"yes"`
}

type signing struct {
	db.Signing
	Cite         []citation    `yaml:"cite" required:"yes"`
	Orientations []string      `yaml:"orientations" ref:"orientations"`
	Signatories  []signatory   `yaml:"signatories"`
	Commitments  []commitment  `yaml:"commitments"`
	Claims       []claim       `yaml:"claims"`
	Documents    []publication `yaml:"documents"`
	Conventions  []convention  `yaml:"conventions" later:"yes"`
}

type signatory struct {
	db.Signatory
	Cite []citation `yaml:"cite" required:"yes"`
}

type commitment struct {
	db.Commitment `settle:"yes"`
	Cite          []citation `yaml:"cite" required:"yes"`
	Targets       []target   `yaml:"targets" required:"yes"`
}

type target struct {
	db.Target
	Cite        []citation   `yaml:"cite" required:"yes"`
	Allocations []allocation `yaml:"allocations"`
}

type allocation struct {
	db.Allocation
	Cite []citation `yaml:"cite" required:"yes"`
}

type convention struct {
	db.Convention
	Cite         []citation    `yaml:"cite" required:"yes"`
	Orientations []string      `yaml:"orientations" ref:"orientations"`
	Regions      []string      `yaml:"regions" ref:"regions"`
	Sectors      []string      `yaml:"sectors" ref:"sectors"`
	Parties      []party       `yaml:"parties"`
	Amendments   []amendment   `yaml:"amendments"` // before the targets that name them
	Documents    []publication `yaml:"documents"`
	Schedules    []schedule    `yaml:"reporting_schedules"`
	Commitments  []commitment  `yaml:"commitments"`
}

type amendment struct {
	db.Amendment
	Cite []citation `yaml:"cite" required:"yes"`
}

type publication struct {
	db.Document
	Cite []citation `yaml:"cite" required:"yes"`
}

type schedule struct {
	db.ReportingSchedule
	Cite []citation `yaml:"cite" required:"yes"`
}

type party struct {
	db.Party
	Cite []citation `yaml:"cite" required:"yes"`
}

// A claim is its own citation: it names its source.
type claim struct {
	db.Claim
}

type opening struct {
	db.Opening
	Cite []citation `yaml:"cite" required:"yes"`
}

type reply struct {
	db.Reply
	Cite []citation `yaml:"cite" required:"yes"`
}

type citation struct {
	db.Citation
}
