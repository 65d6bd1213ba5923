package web_test

import (
	"net/http"
	"testing"
)

const whoAmI = `{ viewer { account { email name } needsSecondFactor recoveryCodesLeft sessions { id isCurrent device } partners { partner { slug } isAdministered people { id role account { email } } } } }`

// TestPeopleAreInvitedAndSignIn goes from the register's first administrator to a partner's colleague.
func TestPeopleAreInvitedAndSignIn(t *testing.T) {
	a := newAccounts(t)
	administrator, secret := a.administrator("admin@register.test")

	// Until there is a second factor the role waits; with it, signing in takes a code, each once.
	again := a.person("admin@register.test")
	for _, step := range []struct {
		password, code, reason string
	}{
		{"wrong wrong wrong", "", "UNAUTHENTICATED sign_in_wrong"},
		{goodPassword, "", "UNAUTHENTICATED second_factor_needed"},
		{goodPassword, "000000", "UNAUTHENTICATED second_factor_wrong"},
		{goodPassword, codeAt(t, secret, 0), "UNAUTHENTICATED second_factor_wrong"}, // it was used to confirm
		{goodPassword, codeAt(t, secret, 1), ""},
	} {
		if got := again.signIn(step.password, step.code).reason(); got != step.reason {
			t.Errorf("signing in with %q and %q: %q, want %q", step.password, step.code, got, step.reason)
		}
	}

	partner := a.partner()
	first := administrator.invites(administrator, "first@partner.test", map[string]any{"role": "PARTNER_ADMINISTRATOR", "partner": partner})
	colleague := first.invites(administrator, "colleague@partner.test", map[string]any{"role": "PARTNER_MEMBER", "partner": partner})
	who := colleague.ask(whoAmI, nil)
	if who.text("data.viewer.account.email") != "colleague@partner.test" || who.text("data.viewer.partners.0.partner.slug") != partner ||
		who.at("data.viewer.partners.0.isAdministered") != false || who.at("data.viewer.partners.0.people.1.account.email") != "colleague@partner.test" {
		t.Errorf("the colleague is %v", who.body)
	}

	for p, reason := range map[*person]string{administrator: "", first: "", colleague: "FORBIDDEN role_missing"} {
		if got := p.ask(`{ viewer { sendsMail } }`, nil); got.reason() != reason || reason == "" && got.at("data.viewer.sendsMail") != false {
			t.Errorf("%s asks whether mail is sent: %v", p.email, got.body)
		}
	}

	// A member invites nobody; a partner's administrator nobody of the register's or of another partner.
	for _, refused := range []struct {
		by     *person
		input  map[string]any
		reason string
	}{
		{colleague, map[string]any{"role": "PARTNER_MEMBER", "partner": partner}, "FORBIDDEN role_missing"},
		{first, map[string]any{"role": "OFFICER"}, "FORBIDDEN role_missing"},
		{first, map[string]any{"role": "ADMINISTRATOR"}, "FORBIDDEN role_missing"},
		{first, map[string]any{"role": "PARTNER_MEMBER"}, "BAD_USER_INPUT role_unfitting"},
		{administrator, map[string]any{"role": "AUDITOR"}, "BAD_USER_INPUT role_unfitting"},
		{administrator, map[string]any{"role": "AUDITOR", "untilOn": "2020-01-01"}, "BAD_USER_INPUT until_past"},
		{administrator, map[string]any{"role": "OFFICER", "partner": partner}, "BAD_USER_INPUT role_unfitting"},
		{administrator, map[string]any{"role": "OFFICER", "region": "MA-99"}, "BAD_USER_INPUT region_unknown"},
	} {
		refused.input["email"], refused.input["language"] = "x@partner.test", "FR"
		if got := refused.by.ask(inviting, refused.input).reason(); got != refused.reason {
			t.Errorf("%s invites %v: %q, want %q", refused.by.email, refused.input, got, refused.reason)
		}
	}
	twice := administrator.ask(inviting, map[string]any{"email": "COLLEAGUE@partner.test", "language": "FR", "role": "PARTNER_MEMBER", "partner": partner})
	if twice.reason() != "CONFLICT role_held" {
		t.Errorf("the same role again: %v", twice.body)
	}
	all := administrator.ask(inviting, map[string]any{"email": "nobody", "language": "FR", "role": "AUDITOR", "region": "MA-99"})
	if faults, _ := all.at("errors.0.extensions.faults").([]any); len(faults) != 3 {
		t.Errorf("three faults should come at once: %v", all.body)
	}
}

// TestRolesEnd ends roles, and sees that somebody is left to give them.
func TestRolesEnd(t *testing.T) {
	a := newAccounts(t)
	administrator, _ := a.administrator("admin@register.test")
	partner := a.partner()
	first := administrator.invites(administrator, "first@partner.test", map[string]any{"role": "PARTNER_ADMINISTRATOR", "partner": partner})
	colleague := first.invites(administrator, "colleague@partner.test", map[string]any{"role": "PARTNER_MEMBER", "partner": partner})
	ending := `mutation ($input: EndRoleInput!) { endRole(input: $input) { account { email closedAt roles { role } } } }`
	people := first.ask(whoAmI, nil)
	own, theirs := people.at("data.viewer.partners.0.people.0.id"), people.at("data.viewer.partners.0.people.1.id")

	if got := colleague.ask(ending, map[string]any{"role": own}).reason(); got != "FORBIDDEN role_missing" {
		t.Errorf("a member ends a role: %q", got)
	}
	if got := first.ask(ending, map[string]any{"role": own}).reason(); got != "CONFLICT last_administrator" {
		t.Errorf("a partner's last administrator ends the own role: %q", got)
	}
	ended := first.ask(ending, map[string]any{"role": theirs})
	if ended.text("data.endRole.account.closedAt") == "" {
		t.Errorf("the colleague's account stays open: %v", ended.body)
	}
	if got := colleague.ask(whoAmI, nil); got.body["data"] == nil || got.at("data.viewer") != nil {
		t.Errorf("the colleague is still known: %v", got.body)
	}
	if got := colleague.signIn(goodPassword, "").reason(); got != "UNAUTHENTICATED sign_in_wrong" {
		t.Errorf("the colleague still signs in: %q", got)
	}
	if got := first.ask(ending, map[string]any{"role": theirs}).reason(); got != "NOT_FOUND role_unknown" {
		t.Errorf("a role ends twice: %q", got)
	}
	accounts := administrator.ask(`{ viewer { accounts { totalCount nodes { email closedAt roles { id role } } } letters { totalCount nodes { kind account { email } sentAt } } } }`, nil)
	if accounts.at("data.viewer.accounts.totalCount") != 3.0 || accounts.text("data.viewer.accounts.nodes.0.email") != "admin@register.test" {
		t.Errorf("the accounts are %v", accounts.body)
	}
	last := administrator.ask(ending, map[string]any{"role": accounts.at("data.viewer.accounts.nodes.0.roles.0.id")})
	if last.reason() != "CONFLICT last_administrator" {
		t.Errorf("the register's last administrator goes: %v", last.body)
	}
	if got := first.ask(`{ viewer { accounts { totalCount } } }`, nil).reason(); got != "FORBIDDEN role_missing" {
		t.Errorf("a partner reads the accounts: %q", got)
	}
}

// TestSessionsEnd sees sessions end by hand, with a password, and for want of requests.
func TestSessionsEnd(t *testing.T) {
	a := newAccounts(t)
	administrator, _ := a.administrator("admin@register.test")
	first := administrator.invites(administrator, "first@partner.test", map[string]any{"role": "PARTNER_ADMINISTRATOR", "partner": a.partner()})
	second := a.person("first@partner.test")
	known := func(p *person) bool { return p.ask(whoAmI, nil).text("data.viewer.account.email") == p.email }
	if second.signIn(goodPassword, ""); !known(second) || !known(first) {
		t.Fatal("one account can't be signed in twice")
	}
	others := first.ask(whoAmI, nil).at("data.viewer.sessions").([]any)
	if len(others) != 2 {
		t.Fatalf("%d sessions are shown", len(others))
	}
	for _, session := range others {
		if s := session.(map[string]any); s["isCurrent"] == false {
			first.ask(`mutation ($input: EndSessionInput!) { endSession(input: $input) { sessions { id } } }`, map[string]any{"session": s["id"]})
		}
	}
	if known(second) || !known(first) {
		t.Error("ending the other session ended another")
	}
	foreign := administrator.ask(whoAmI, nil).at("data.viewer.sessions.0.id")
	if got := first.ask(`mutation ($input: EndSessionInput!) { endSession(input: $input) { sessions { id } } }`, map[string]any{"session": foreign}).reason(); got != "NOT_FOUND session_unknown" {
		t.Errorf("another's session was ended: %q", got)
	}

	second.signIn(goodPassword, "")
	changing := `mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { ended } }`
	for password, reason := range map[string]string{"court": "password_short", "azertyuiop123": "password_common", "first@partner.test": "password_like_account"} {
		if got := first.ask(changing, map[string]any{"current": goodPassword, "new": password}).reason(); got != "BAD_USER_INPUT "+reason {
			t.Errorf("the new password %q: %q", password, got)
		}
	}
	if got := first.ask(changing, map[string]any{"current": "not that one", "new": "cinq chevaux verts"}).reason(); got != "BAD_USER_INPUT password_wrong" {
		t.Errorf("with a wrong password: %q", got)
	}
	if got := first.ask(changing, map[string]any{"current": goodPassword, "new": "cinq chevaux verts"}).at("data.changePassword.ended"); got != 1.0 {
		t.Errorf("%v other sessions were ended", got)
	}
	if known(second) || !known(first) {
		t.Error("a new password ends the other sessions, and not this one")
	}

	stolen := a.cookie(first)
	if out := first.send("DELETE", "/session", nil); out.status != http.StatusNoContent || known(first) {
		t.Errorf("signing out: %d", out.status)
	}
	thief := a.person("first@partner.test")
	if got := thief.ask(whoAmI, nil, "Cookie", stolen.String()); got.at("data.viewer") != nil {
		t.Error("the cookie counts after signing out")
	}

	first.signIn("cinq chevaux verts", "")
	for _, age := range []string{"seen_at = now() - interval '31 minutes'", "ends_at = now()"} {
		if second.signIn("cinq chevaux verts", ""); !known(second) {
			t.Fatal("signing in again did not work")
		}
		a.exec("update sessions set " + age)
		if known(second) {
			t.Errorf("a session counts with %s", age)
		}
	}
}

// exec runs a statement as the database's owner.
func (a accounts) exec(statement string, args ...any) {
	a.Helper()
	tx, err := a.owner.Begin()
	if err == nil {
		_, err = tx.Exec("select set_config('mithaq.actor', 'test', true), set_config('mithaq.reason', 'test', true)")
	}
	if err == nil {
		_, err = tx.Exec(statement, args...)
	}
	if err == nil {
		err = tx.Commit()
	}
	if err != nil {
		a.Fatal(err)
	}
}
