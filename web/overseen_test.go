package web_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// finds are the declarations of a partner that somebody finds in the list of what one may see, by their ids.
func (o office) finds(p *person, more string) (ids []string, reason string) {
	o.Helper()
	got := p.ask(fmt.Sprintf(`{ viewer { declarations(partner: %q, first: 100%s) { totalCount nodes { id state enteredByOfficer } } } }`, o.partner, more), nil)
	nodes, _ := got.at("data.viewer.declarations.nodes").([]any)
	for _, node := range nodes {
		id, _ := node.(map[string]any)["id"].(string)
		ids = append(ids, id)
	}
	if total, _ := got.at("data.viewer.declarations.totalCount").(float64); int(total) != len(ids) {
		o.Errorf("%s: %v are counted, and %d found", p.email, total, len(ids))
	}
	return ids, got.reason()
}

// TestEachFindsWhatIsTheirsToSee lists a declaration of two regions, a draft of the partner's, and one that an officer enters.
func TestEachFindsWhatIsTheirsToSee(t *testing.T) {
	o := newOffice(t)
	auditor := func(email string, scope map[string]any) *person {
		scope["role"], scope["untilOn"] = "AUDITOR", "2099-01-01"
		p := o.inspector.invites(o.inspector, email, scope)
		p.secondFactor()
		return p
	}
	submitted, draft, entered := o.starts(o.hr), o.starts(o.hr), o.starts(o.national)
	o.saves(o.hr, submitted, "E-1", map[string]any{"region": "MA-01"})
	o.submits(o.hr, submitted)
	for _, see := range []struct {
		who  *person
		want string // of submitted, draft and entered
	}{
		{o.national, "yes no yes"}, {o.here, "no no no"}, {o.elsewhere, "yes no no"}, {o.inspector, "yes no no"},
		{auditor("all@audit.test", map[string]any{}), "yes no no"},
		{auditor("partner@audit.test", map[string]any{"partner": o.partner}), "yes no no"},
		{auditor("other@audit.test", map[string]any{"partner": o.other}), "no no no"},
		{auditor("convention@audit.test", map[string]any{"convention": o.convention}), "yes no no"},
		{auditor("region@audit.test", map[string]any{"region": "MA-01"}), "yes no no"},
		{auditor("away@audit.test", map[string]any{"region": "MA-12"}), "no no no"},
	} {
		found, reason := o.finds(see.who, "")
		var got []string
		for _, id := range []string{submitted, draft, entered} {
			got = append(got, map[bool]string{true: "yes", false: "no"}[slices.Contains(found, id)])
			// The list and the declaration itself agree on who may see it.
			one := see.who.ask(`{ viewer { declaration(id: "`+id+`") { id } } }`, nil).at("data.viewer.declaration") != nil
			if one != slices.Contains(found, id) {
				t.Errorf("%s: one at a time %v, in the list %v", see.who.email, one, !one)
			}
		}
		if strings.Join(got, " ") != see.want || reason != "" {
			t.Errorf("%s finds %v, want %s %s", see.who.email, got, see.want, reason)
		}
	}
	for _, p := range []*person{o.hr, o.stranger} {
		if found, reason := o.finds(p, ""); len(found) > 0 || reason != "FORBIDDEN role_missing" {
			t.Errorf("%s finds %v, %s", p.email, found, reason)
		}
	}
	if found, _ := o.finds(o.national, ", state: DRAFT"); !slices.Equal(found, []string{entered}) {
		t.Errorf("drafts of the officer: %v", found)
	}
	// What the officer entered another decides; and who isn't one is told nothing of the past.
	o.saves(o.national, entered, "E-2", nil)
	o.submits(o.national, entered)
	if got := o.decides(o.national, entered, "ACCEPTED", nil, "CALL").reason(); got != "FORBIDDEN decisions_not_on_own_entry" {
		t.Errorf("the officer decides on an own entry: %q", got)
	}
	if got := o.decides(o.here, entered, "ACCEPTED", nil, "CALL").text("data.decideRows.declaration.state"); got != "DECIDED" {
		t.Errorf("another officer decides: %q", got)
	}
}

// TestOnlyOfficersAreToldOfThePast has three declarations accepted, and one of many more jobs.
func TestOnlyOfficersAreToldOfThePast(t *testing.T) {
	o := newOffice(t)
	if _, err := o.owner.Exec("set session_replication_role = replica; update declarations set submitted_at = '2999-01-01' where submitted_at is not null; set session_replication_role = origin"); err != nil {
		t.Fatal(err)
	}
	for range 3 {
		o.decides(o.national, o.submitsMany(2), "ACCEPTED", nil, "CONTRACT")
	}
	many := o.submitsMany(12)
	for p, want := range map[*person]string{
		o.national: "map[declarations:3 isUnusual:true jobs:12 months:6 usualJobs:0.3333333333333333]", o.hr: "<nil>", o.inspector: "<nil>",
	} {
		got := p.ask(`{ viewer { declaration(id: "`+many+`") { past { jobs months declarations usualJobs isUnusual } } } }`, nil)
		if fmt.Sprint(got.at("data.viewer.declaration.past")) != want {
			t.Errorf("%s is told %v", p.email, got.body)
		}
	}
}
