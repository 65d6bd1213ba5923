package db

// The enums of what is declared and decided.

// Gender says a beneficiary's gender.
type Gender string

// AgeBand says a beneficiary's age at the start.
type AgeBand string

// Education says a beneficiary's education.
type Education string

// SituationBefore says where a beneficiary stood before.
type SituationBefore string

// Basis says what a verification rests on.
type Basis string

// DeclarationState says where a declaration stands.
type DeclarationState string

// RowKind says what a row declares.
type RowKind string

// RowState says where a row stands.
type RowState string

// Outcome says what was decided on a row.
type Outcome string

// Values lists the enum's values.
func (Gender) Values() []string {
	return []string{"FEMALE", "MALE", "UNKNOWN"}
}

// Values lists the enum's values.
func (AgeBand) Values() []string {
	return []string{"UNDER_18", "FROM_18_TO_24", "FROM_25_TO_34", "FROM_35_TO_44", "FROM_45", "UNKNOWN"}
}

// Values lists the enum's values.
func (Education) Values() []string {
	return []string{"NONE", "BELOW_BACCALAUREATE", "VOCATIONAL", "BACCALAUREATE", "HIGHER", "UNKNOWN"}
}

// Values lists the enum's values.
func (SituationBefore) Values() []string {
	return []string{"NEET", "UNEMPLOYED", "STUDENT", "EMPLOYED", "UNKNOWN"}
}

// Values lists the enum's values.
func (Basis) Values() []string {
	return []string{"SOCIAL_SECURITY_LIST", "CONTRACT", "PAYSLIP", "REGISTER_EXTRACT", "VISIT", "CALL", "SAMPLE", "OTHER"}
}

// Values lists the enum's values.
func (DeclarationState) Values() []string {
	return []string{"DRAFT", "SUBMITTED", "DECIDED", "WITHDRAWN"}
}

// Values lists the enum's values.
func (RowKind) Values() []string {
	return []string{"JOB", "JOB_END", "PROGRESS", "STILL_HELD"}
}

// Values lists the enum's values.
func (RowState) Values() []string {
	return []string{"DRAFT", "WAITING", "ACCEPTED", "RETURNED", "REFUSED", "REPLACED", "WITHDRAWN"}
}

// Values lists the enum's values.
func (Outcome) Values() []string {
	return []string{"ACCEPTED", "RETURNED", "REFUSED"}
}
