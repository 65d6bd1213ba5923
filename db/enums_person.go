package db

// PersonRequestKind says what somebody asks about what is held of them.
type PersonRequestKind string

// Values lists the enum's values.
func (PersonRequestKind) Values() []string { return []string{"SEE", "CORRECT", "OBJECT", "ERASE"} }

// PersonRequestState says where a request stands.
type PersonRequestState string

// Values lists the enum's values.
func (PersonRequestState) Values() []string {
	return []string{"RECEIVED", "IDENTITY_CHECKED", "ANSWERED", "REFUSED", "WITHDRAWN"}
}

// PersonRequestReason says, out of a list, why a request is refused.
type PersonRequestReason string

// Values lists the enum's values.
func (PersonRequestReason) Values() []string {
	return []string{"IDENTITY_NOT_SHOWN", "NOTHING_HELD", "NEEDED_TO_VERIFY", "OTHER"}
}

// IdentityCheck says how somebody has shown who they are.
type IdentityCheck string

// Values lists the enum's values.
func (IdentityCheck) Values() []string {
	return []string{"IN_PERSON", "CALL", "PARTNER_RECORDS", "OTHER"}
}

// TrailActor says what sort of actor an entry of the trail is by.
type TrailActor string

// Values lists the enum's values.
func (TrailActor) Values() []string {
	return []string{"ACCOUNT", "TOKEN", "COMMAND", "PROGRAM", "NOBODY", "OTHER"}
}
