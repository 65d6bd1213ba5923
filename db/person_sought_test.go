package db_test

import (
	"strings"
	"testing"

	"mithaq/db"
)

// TestWhoHasAskedIsFoundByTheCardThatWasShown finds rows for those who see their persons, and for nobody else, and records it.
func TestWhoHasAskedIsFoundByTheCardThatWasShown(t *testing.T) {
	o := newOffice(t)
	o.declares(o.d, "F-1", "FF 1111")
	o.declares(o.d, "F-2", "FF 1111")
	o.declares(o.d, "F-3", "FF 3333")
	request, _, err := o.d.RequestAboutPerson(t.Context(), asksAbout("ERASE", &o.partner), "10.0.0.1")
	if err != nil {
		t.Fatal(err)
	}
	kind, number, written, reference := db.IdentityKind("NATIONAL_CARD"), "FF 1111", "ff-1111", "F-3"
	sought := db.PersonSought{Request: request.ID(), Version: 1, IdentityKind: &kind, IdentityNumber: &number}
	if _, err := o.d.FindPersonRows(t.Context(), o.hr, sought); reasonOf(err) != "person_identity_unchecked" {
		t.Errorf("found for whoever asks: %v", err)
	}
	if _, err := o.d.CheckPersonIdentity(t.Context(), o.hr, db.CheckedIdentity{Request: request.ID(), Version: 1, How: "CALL"}); err != nil {
		t.Fatal(err)
	}
	elsewhere := int64(-1)
	for _, try := range []struct {
		by           *db.Viewer
		kind         *db.IdentityKind
		number, name *string
		found        string
	}{
		{o.hr, &kind, &number, nil, "F-2 F-1"},
		{o.officer, &kind, &written, nil, "F-2 F-1"},
		{o.hr, nil, nil, &reference, "F-3"},
		{o.officer, nil, nil, &reference, "F-3"}, // of the partner that the request names
		{o.hr, nil, nil, nil, "person_sought_by_nothing"},
		{o.hr, nil, &number, nil, "identity_kind_missing"},
		{o.hr, &kind, nil, &reference, "identity_number_missing"},
		{&db.Viewer{Account: &db.Account{Key: 3}, Roles: []*db.HeldRole{{Role: db.PartnerMember, PartnerID: &elsewhere}}}, &kind, &number, nil, "person_request_unseen"},
	} {
		rows, err := o.d.FindPersonRows(t.Context(), try.by, db.PersonSought{Request: request.ID(), Version: 2, IdentityKind: try.kind, IdentityNumber: try.number, Reference: try.name})
		found := []string{}
		for _, row := range rows {
			found = append(found, row.Reference)
		}
		if got := strings.Join(found, " ") + reasonOf(err); got != try.found {
			t.Errorf("%v finds %q, want %q", try, got, try.found)
		}
	}
	var recorded int
	if err := o.owner.Get(&recorded, "select count(*) from audit_trail where action = 'SOUGHT' and table_name = 'person_requests' and row_id = $1", request.Key); err != nil || recorded != 4 {
		t.Errorf("%d searches are recorded, %v", recorded, err)
	}
	var told int
	if err := o.owner.Get(&told, "select count(*) from (select a::text as t from audit_trail a union all select c::text from changes c) x where t ~ '1111'"); err != nil || told != 0 {
		t.Errorf("the number is in %d records, %v", told, err)
	}
}
