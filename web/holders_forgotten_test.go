package web_test

import "testing"

// TestAHolderGoesOnceADraftIsThrownAway keeps who a project holder is while a draft tells more of them, however old the rest is, and
// lets them go once it is thrown away.
func TestAHolderGoesOnceADraftIsThrownAway(t *testing.T) {
	o := newOffice(t)
	id := o.starts(o.hr)
	o.welcomes(o.hr, id, "P-5", nil)
	o.submits(o.hr, id)
	o.national.does("decideRows", progressOf, map[string]any{"declaration": id, "outcome": "ACCEPTED", "basis": "CALL"})
	o.exec(`set local session_replication_role = replica;
		update declarations set decided_at = now() - interval '25 months'
		where id in (select declaration_id from declaration_rows where reference = 'P-5')`)
	draft := o.starts(o.hr)
	o.reaches(o.hr, draft, "P-5", "TRAINED", "2024-05-01")
	named := func() (n int) {
		t.Helper()
		if _, err := o.d.ForgetPersons(t.Context()); err != nil {
			t.Fatal(err)
		}
		if err := o.owner.QueryRow(`
			select count(*) from project_holder_details h join project_holders p on p.id = h.project_holder_id
			join declaration_rows r on r.id = p.row_id where r.reference = 'P-5'`).Scan(&n); err != nil {
			t.Fatal(err)
		}
		return n
	}
	if n := named(); n != 1 {
		t.Errorf("while a draft tells of them, %d are named", n)
	}
	o.hr.does("discardDeclaration", "id", map[string]any{"declaration": draft})
	if n := named(); n != 0 {
		t.Errorf("once it is thrown away, %d are named", n)
	}
}
