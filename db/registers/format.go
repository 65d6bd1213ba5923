// Package registers reads register files: facts written by hand, each with its citation. It checks a file whole, tells
// every fault with its place, and writes it in one transaction.
package registers

import "mithaq/db"

// document is a register file. A row's keys are the columns of its table, as the struct of the table in package db
// names them: a group of columns (a text in three languages, a quote) is a mapping, a foreign key is the slug or code of
// the row it points to. What is listed below a row belongs to it; its place in the list is its position. Each struct
// embeds its row first, so that both have one address.
type document struct {
	Register     register      `yaml:"register" required:"yes"`
	Sources      []source      `yaml:"sources"`
	Partners     []partner     `yaml:"partners"`
	Orientations []orientation `yaml:"orientations"`
	Signings     []signing     `yaml:"signings"`
}

type register struct {
	Slug string `yaml:"slug" rule:"slug" required:"yes"`
	db.Register
}

type source struct {
	db.Source `table:"sources"`
}

type partner struct {
	db.Partner `table:"partners"`
	Names      []partnerName `yaml:"names"`
	Ties       []partnerTie  `yaml:"ties"`
	Cite       []citation    `yaml:"cite" required:"yes"`
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
	db.Orientation `table:"orientations"`
	Cite           []citation `yaml:"cite" required:"yes"`
}

type signing struct {
	db.Signing   `table:"signings"`
	Orientations []string     `yaml:"orientations" ref:"orientations"`
	Signatories  []signatory  `yaml:"signatories"`
	Commitments  []commitment `yaml:"commitments"`
	Conventions  []convention `yaml:"conventions"`
	Claims       []claim      `yaml:"claims"`
	Cite         []citation   `yaml:"cite" required:"yes"`
}

type signatory struct {
	db.Signatory
	Cite []citation `yaml:"cite" required:"yes"`
}

type commitment struct {
	db.Commitment `table:"commitments"`
	Targets       []target   `yaml:"targets" required:"yes"`
	Cite          []citation `yaml:"cite" required:"yes"`
}

type target struct {
	db.Target
	Cite []citation `yaml:"cite" required:"yes"`
}

type convention struct {
	db.Convention `table:"conventions"`
	Orientations  []string     `yaml:"orientations" ref:"orientations"`
	Regions       []string     `yaml:"regions" ref:"regions"`
	Sectors       []string     `yaml:"sectors" ref:"sectors"`
	Parties       []party      `yaml:"parties"`
	Commitments   []commitment `yaml:"commitments"`
	Cite          []citation   `yaml:"cite" required:"yes"`
}

type party struct {
	db.Party
	Cite []citation `yaml:"cite" required:"yes"`
}

// A claim is its own citation: it names its source.
type claim struct {
	db.Claim `table:"claims"`
}

type citation struct {
	db.Citation
}
