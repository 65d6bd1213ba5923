package db_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"mithaq/db"
)

const personName = "Zineb Canari"

func asksAbout(kind db.PersonRequestKind, partner *string) db.NewPersonRequest {
	email, words := "zineb@person.test", "Je veux voir ce que vous avez."
	return db.NewPersonRequest{Kind: kind, Partner: partner, Language: db.FR, FullName: personName, Email: &email, Words: &words}
}

func TestARequestFromItsMakerToItsAnswer(t *testing.T) {
	o := newOffice(t)
	request, code, err := o.d.RequestAboutPerson(t.Context(), asksAbout("ERASE", &o.partner), "10.0.0.1")
	if err != nil {
		t.Fatal(err)
	}
	if due := time.Now().UTC().AddDate(0, 1, 0).Format(time.DateOnly); request.State != "RECEIVED" || !strings.HasPrefix(request.Reference, "P-") || string(request.AnswerDueOn) != due {
		t.Errorf("%+v, due %s", request, due)
	}
	for _, wrong := range [][2]string{{request.Reference, "x" + code}, {"P-AAAA-AAAA", code}} {
		if _, _, err := o.d.FollowPersonRequest(t.Context(), wrong[0], wrong[1], "10.0.0.1"); reasonOf(err) != "person_request_unknown" {
			t.Errorf("followed by %v: %v", wrong, err)
		}
	}
	if found, _, err := o.d.FollowPersonRequest(t.Context(), request.Reference, code, "10.0.0.1"); err != nil || found.Key != request.Key {
		t.Errorf("its maker reads %v, %v", found, err)
	}
	// It is answered by who may, once the identity was checked, and then no more.
	other := int64(-1)
	stranger := &db.Viewer{Account: &db.Account{Key: 3}, Roles: []*db.HeldRole{{Role: db.PartnerMember, PartnerID: &other}}}
	elsewhere := &db.Viewer{Account: &db.Account{Key: 4}, Roles: []*db.HeldRole{{Role: db.Officer, RegionID: &other}}}
	administrator := &db.Viewer{Account: &db.Account{Key: 5}, Roles: []*db.HeldRole{{Role: db.Administrator}}}
	answer := db.PersonAnswer{Request: request.ID(), Version: 1, Words: "C’est effacé."}
	for _, v := range []*db.Viewer{stranger, elsewhere, administrator} {
		if _, err := o.d.AnswerPersonRequest(t.Context(), v, answer); reasonOf(err) != "person_request_unseen" {
			t.Errorf("%v answers: %v", v.Roles[0].Role, err)
		}
	}
	if _, err := o.d.AnswerPersonRequest(t.Context(), o.officer, answer); reasonOf(err) != "person_identity_unchecked" {
		t.Errorf("answered to whoever asks: %v", err)
	}
	submitted := o.declares(o.d, "P-1", "PP 1111")
	var row int64
	if err := o.owner.Get(&row, "select id from declaration_rows where declaration_id = $1", submitted.Key); err != nil {
		t.Fatal(err)
	}
	erase := db.Erasure{Request: request.ID(), Version: 1, Row: db.ID{Type: "DeclarationRow", Key: row}}
	if _, err := o.d.EraseDetails(t.Context(), o.officer, erase); reasonOf(err) != "person_identity_unchecked" {
		t.Errorf("erased for whoever asks: %v", err)
	}
	if _, err := o.d.CheckPersonIdentity(t.Context(), o.hr, db.CheckedIdentity{Request: request.ID(), Version: 1, How: "PARTNER_RECORDS"}); err != nil {
		t.Fatal(err)
	}
	if _, err := o.d.CheckPersonIdentity(t.Context(), o.officer, db.CheckedIdentity{Request: request.ID(), Version: 1, How: "CALL"}); reasonOf(err) != "person_request_changed" {
		t.Errorf("two check it: %v", err)
	}
	erase.Version, answer.Version = 2, 2
	if _, err := o.d.EraseDetails(t.Context(), o.officer, erase); reasonOf(err) != "row_waits" {
		t.Errorf("erased before an officer has looked at it: %v", err)
	}
	if why := o.decides(submitted, "ACCEPTED", "CALL"); why != "" {
		t.Fatal(why)
	}
	amends, err := o.d.CorrectRows(t.Context(), o.hr, db.Correction{Rows: []db.ID{erase.Row}})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := o.d.SubmitDeclaration(t.Context(), o.hr, db.Submission{Declaration: amends.ID(), Version: 1}); err != nil {
		t.Fatal(err)
	}
	if _, err := o.d.EraseDetails(t.Context(), o.officer, erase); reasonOf(err) != "row_waits" {
		t.Errorf("erased while an officer has an amendment to look at: %v", err)
	}
	if why := o.decides(amends, "REFUSED", ""); why != "" {
		t.Fatal(why)
	}
	ends := o.draft()
	end, err := o.d.SaveJobEnd(t.Context(), o.hr, db.SavedEnd{Declaration: ends.ID(), Reference: "P-1", EndedOn: "2024-06-28"})
	if err != nil {
		t.Fatal(err)
	}
	endID := end.ID()
	if _, err := o.d.NameEvidence(t.Context(), o.hr, db.NamedEvidence{Declaration: ends.ID(), Row: &endID, Kind: "CALL", Description: "Lettre de la personne"}); err != nil {
		t.Fatal(err)
	}
	if _, err := o.d.SubmitDeclaration(t.Context(), o.hr, db.Submission{Declaration: ends.ID(), Version: 3}); err != nil {
		t.Fatal(err)
	}
	if _, err := o.d.EraseDetails(t.Context(), o.officer, erase); reasonOf(err) != "row_waits" {
		t.Errorf("erased while an officer has the end to look at: %v", err)
	}
	if why := o.decides(ends, "ACCEPTED", "CALL"); why != "" {
		t.Fatal(why)
	}
	if _, err := o.d.EraseDetails(t.Context(), o.officer, erase); err != nil {
		t.Fatal(err)
	}
	o.says("0", "select count(*) from evidence where row_id = $1", end.Key)
	var left string
	if err := o.owner.Get(&left, `
		select concat_ws(' ', p.gender, p.birth_year, p.identity_kind, p.identity_ending, (select count(*) from fingerprints f where f.job_id = j.id))
		from jobs j join beneficiary_profiles p on p.job_id = j.id where j.row_id = $1`, row); err != nil || left != "FEMALE 0" {
		t.Errorf("left is %q, %v", left, err)
	}
	if done, err := o.d.AnswerPersonRequest(t.Context(), o.officer, answer); err != nil || done.State != "ANSWERED" {
		t.Fatalf("%+v, %v", done, err)
	}
	if _, told, err := o.d.FollowPersonRequest(t.Context(), request.Reference, code, "10.0.0.1"); err != nil || told == nil || *told != answer.Words {
		t.Errorf("its maker is answered %v, %v", told, err)
	}
	if _, err := o.d.WithdrawPersonRequest(t.Context(), request.Reference, code, "10.0.0.1"); reasonOf(err) != "person_request_ended" {
		t.Errorf("what was answered is taken back: %v", err)
	}
	if _, err := o.owner.Exec("select set_config('mithaq.actor', 'test', true), set_config('mithaq.reason', 'test', true); update person_requests set state = 'RECEIVED', ended_at = null"); err == nil {
		t.Error("what was answered begins anew")
	}
	// Of its contents nothing is in the history, in the trail or among the letters.
	var told int
	if err := o.owner.Get(&told, `
		select count(*) from (select c::text as t from changes c union all select a::text from audit_trail a union all select l::text from letters l union all select e::text from trail_entries e) x
		where t ~ 'Canari|zineb|effacé|Je veux'`); err != nil || told != 0 {
		t.Errorf("%d records tell of it, %v", told, err)
	}
	var letters []string
	if err := o.owner.Select(&letters, "select kind::text from letters where request_id is not null order by id"); err != nil || strings.Join(letters, " ") != "PERSON_REQUEST_RECEIVED PERSON_IDENTITY_CHECKED PERSON_REQUEST_ENDED" {
		t.Errorf("written was %v, %v", letters, err)
	}
	due, err := o.d.NextLetter(t.Context())
	if err != nil || due == nil || due.Email != "zineb@person.test" || due.About == nil || *due.About != request.Reference || due.Language != db.FR {
		t.Errorf("the next letter is %+v, %v", due, err)
	}
}

func TestRequestsOfOneAddressAreCounted(t *testing.T) {
	o := newOffice(t)
	for i := range 6 {
		_, _, err := o.d.RequestAboutPerson(t.Context(), asksAbout("SEE", nil), "10.0.0.1")
		if got, want := reasonOf(err), map[bool]string{true: "person_requests_many"}[i == 5]; got != want {
			t.Errorf("request %d: %q, want %q", i+1, got, want)
		}
	}
	if _, _, err := o.d.RequestAboutPerson(t.Context(), asksAbout("SEE", nil), "10.0.0.2"); err != nil {
		t.Error(err)
	}
	refused := 0
	for i := range 60 {
		_, _, err := o.d.FollowPersonRequest(t.Context(), "P-AAAA-AAAA", fmt.Sprint("wrong ", i), "10.0.0.3")
		if reasonOf(err) == "attempts_too_many" {
			refused++
		}
	}
	if refused < 30 {
		t.Errorf("of 60 wrong codes %d are refused", refused)
	}
}

func TestAllThatIsWrongWithARequestIsSaidAndNothingOfIt(t *testing.T) {
	o := newOffice(t)
	partner, email, words := "nobody-such", "zineb", strings.Repeat("x", 2001)
	_, _, err := o.d.RequestAboutPerson(t.Context(), db.NewPersonRequest{Kind: "SEE", Partner: &partner, Language: db.FR, Email: &email, Words: &words}, "10.0.0.1")
	var fault *db.Error
	if !errors.As(err, &fault) {
		t.Fatal(err)
	}
	var said []string
	for _, f := range fault.Faults {
		said = append(said, f.Field+" "+f.Reason)
		if strings.Contains(f.Message, "zineb") {
			t.Errorf("%q says what was given", f.Message)
		}
	}
	if got := strings.Join(said, ", "); got != "fullName name_length, email person_email_malformed, words words_long, partner partner_unknown" {
		t.Errorf("faults are %s", got)
	}
	if _, _, err := o.d.RequestAboutPerson(t.Context(), db.NewPersonRequest{Kind: "SEE", Language: db.FR, FullName: "x"}, "10.0.0.1"); reasonOf(err) != "person_unreachable" {
		t.Errorf("nobody can be reached: %v", err)
	}
}

func TestRequestsGoOnceTheyWereKeptLongEnough(t *testing.T) {
	o := newOffice(t)
	for _, client := range []string{"10.0.0.1", "10.0.0.2"} {
		request, code, err := o.d.RequestAboutPerson(t.Context(), asksAbout("SEE", nil), client)
		if err == nil && client == "10.0.0.1" {
			_, err = o.d.WithdrawPersonRequest(t.Context(), request.Reference, code, client)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	o.past("update person_requests set ended_at = now() - interval '25 months' where ended_at is not null")
	forgets(t, o.d)
	var left int
	if err := o.owner.Get(&left, "select count(*) from person_request_details"); err != nil || left != 1 {
		t.Errorf("%d are left, %v", left, err)
	}
}
