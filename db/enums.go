package db

// The enums are spelled the same in PostgreSQL, in Go and in the API; a test holds them together. Values gives them in
// the order of the type in PostgreSQL.

// Language is a language of the register.
type Language string

// The register's languages.
const (
	FR Language = "FR"
	AR Language = "AR"
	EN Language = "EN"
)

// RegisterLanguage is the language that this register is kept in: what stands in no language asked for is given in it.
const RegisterLanguage = FR

// Coverage says of a list whether it is known to be whole.
type Coverage string

// A list is whole, partly known, or not published at all.
const (
	Complete     Coverage = "COMPLETE"
	Partial      Coverage = "PARTIAL"
	NotPublished Coverage = "NOT_PUBLISHED"
)

// FigureStatus says of a number why it is or isn't there.
type FigureStatus string

// RegisterKind says whether a register holds facts or fictional samples.
type RegisterKind string

// AddressKind says what an address leads to.
type AddressKind string

// SectorGrouping is the register's own grouping of the sections of NMA 2010.
type SectorGrouping string

// Counting says whether hires (gross) or posts (net) are counted.
type Counting string

// Stage is a step on a project holder's way.
type Stage string

// PartnerKind says what sort of body a partner is.
type PartnerKind string

// PartnerTieKind says how two partners are tied.
type PartnerTieKind string

// SignatoryRole says in which role somebody signed.
type SignatoryRole string

// ReferenceKind says who gave a convention its reference.
type ReferenceKind string

// ConventionStatus says where a convention stands.
type ConventionStatus string

// TargetKind says what made a version of a target.
type TargetKind string

// ClaimSubject says what a claim is about.
type ClaimSubject string

// ClaimStance says how a claim stands to the register's own reading.
type ClaimStance string

// ContractKind says what sort of contract a job is held by.
type ContractKind string

// DocumentKind says what a document is.
type DocumentKind string

// ReportingPeriod says how long each report covers.
type ReportingPeriod string

// Values lists the enum's values.
func (Language) Values() []string { return []string{"FR", "AR", "EN"} }

// Values lists the enum's values.
func (Coverage) Values() []string { return []string{"COMPLETE", "PARTIAL", "NOT_PUBLISHED"} }

// Values lists the enum's values.
func (FigureStatus) Values() []string {
	return []string{"KNOWN", "AT_LEAST", "UNKNOWN", "NOT_PUBLISHED", "SUPPRESSED", "NOT_APPLICABLE"}
}

// Values lists the enum's values.
func (RegisterKind) Values() []string { return []string{"REAL", "SAMPLE"} }

// Values lists the enum's values.
func (AddressKind) Values() []string { return []string{"DOCUMENT", "SITE", "ABRIDGED"} }

// Values lists the enum's values.
func (SectorGrouping) Values() []string { return []string{"INDUSTRY", "SERVICES", "TECHNOLOGY"} }

// Values lists the enum's values.
func (Counting) Values() []string { return []string{"GROSS", "NET"} }

// Values lists the enum's values.
func (Stage) Values() []string {
	return []string{"WELCOMED", "TRAINED", "PLAN_READY", "FINANCED", "LAUNCHED", "FIRST_ORDER", "FOLLOWED_UP", "LEFT"}
}

// Values lists the enum's values.
func (PartnerKind) Values() []string {
	return []string{"COMPANY", "FEDERATION", "FOUNDATION", "ASSOCIATION", "PUBLIC_BODY"}
}

// Values lists the enum's values.
func (PartnerTieKind) Values() []string { return []string{"MEMBER", "SUBSIDIARY", "SUCCESSOR"} }

// Values lists the enum's values.
func (SignatoryRole) Values() []string { return []string{"AGENCY", "PARTNER", "WITNESS"} }

// Values lists the enum's values.
func (ReferenceKind) Values() []string { return []string{"OFFICIAL", "REGISTER"} }

// Values lists the enum's values.
func (ConventionStatus) Values() []string {
	return []string{"SIGNED", "IN_FORCE", "ENDED", "TERMINATED"}
}

// Values lists the enum's values.
func (TargetKind) Values() []string { return []string{"SIGNATURE", "AMENDMENT", "CORRECTION"} }

// Values lists the enum's values.
func (ClaimSubject) Values() []string {
	return []string{"DATE", "CONVENTIONS", "PARTNERS", "JOBS", "PROJECT_HOLDERS", "DUE_DATE", "REGIONS", "SECTORS", "REMARKS", "DELIVERY"}
}

// Values lists the enum's values.
func (ClaimStance) Values() []string { return []string{"AGREES", "DIFFERS", "NOT_READ", "NO_READING"} }

// Values lists the enum's values.
func (ContractKind) Values() []string {
	return []string{"CDI", "CDD", "INTERIM", "INSERTION", "APPRENTICESHIP", "SEASONAL", "OTHER"}
}

// Values lists the enum's values.
func (DocumentKind) Values() []string {
	return []string{"CONVENTION", "AMENDMENT", "REPORT", "OTHER"}
}

// Values lists the enum's values.
func (ReportingPeriod) Values() []string {
	return []string{"MONTH", "QUARTER", "HALF_YEAR", "YEAR"}
}

// Enum is a type whose values are listed.
type Enum interface {
	~string
	Values() []string
}
