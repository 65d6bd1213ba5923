package web_test

import (
	"strings"
	"testing"
)

// TestAnEmployerThatIsNoChoiceAnyMoreStays downloads a draft whose employer is the partner's subsidiary no more: the sheet says
// by its code who it is, and sent back it is told that it can't be, instead of naming another.
func TestAnEmployerThatIsNoChoiceAnyMoreStays(t *testing.T) {
	o := newOffice(t)
	const tied = "from partner_ties where partner_id = (select id from partners where slug = $1) and other_id = (select id from partners where slug = $2) and kind = 'SUBSIDIARY'"
	o.exec("insert into partner_ties (kind, partner_id, other_id, position) select 'SUBSIDIARY', p.id, q.id, 99 from partners p, partners q where p.slug = $1 and q.slug = $2", o.partner, o.other)
	id := o.starts(o.hr)
	o.saves(o.hr, id, "S-1", map[string]any{"employer": o.other})
	_, before := o.hr.get("/declarations/" + id + "/rows.csv")
	o.exec("update partner_ties set withdrawn_at = now() where id = (select max(id) "+tied+")", o.partner, o.other)
	_, after := o.hr.get("/declarations/" + id + "/rows.csv")
	if strings.Contains(string(before), ";"+o.other+";") || !strings.Contains(string(after), ";"+o.other+";") {
		t.Errorf("the employer %s stands in neither by its name and then by its code: %s%s", o.other, before, after)
	}
	if got := o.hr.sends(id, "", after); !strings.HasSuffix(strings.Join(got.faults(), ", "), " value_unknown") {
		t.Errorf("sent back: %v", got.body)
	}
}
