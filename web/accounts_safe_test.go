package web_test

import (
	"sync"
	"testing"
)

// TestASecondFactorIsForTheSessionThatShowedIt has a thief of the password sign in before the owner sets a second factor up.
func TestASecondFactorIsForTheSessionThatShowedIt(t *testing.T) {
	a := newAccounts(t)
	_, code, err := a.d.InviteAdministrator(t.Context(), "admin@register.test", "FR", false)
	if err != nil {
		t.Fatal(err)
	}
	owner, thief := a.person("admin@register.test"), a.person("admin@register.test")
	owner.join("#" + code)
	owner.signIn(goodPassword, "")
	thief.signIn(goodPassword, "")
	owner.secondFactor()
	if got := thief.ask(whoAmI, nil); got.at("data.viewer") != nil {
		t.Errorf("the other session goes on: %v", got.body)
	}
	a.exec("update sessions s set ended_at = null") // even if it did
	if got := thief.ask(`{ viewer { accounts { totalCount } } }`, nil).reason(); got != "FORBIDDEN role_missing" {
		t.Errorf("a session that showed no second factor reads the accounts: %q", got)
	}
	if got := owner.ask(`{ viewer { accounts { totalCount } } }`, nil); got.at("data.viewer.accounts.totalCount") != 1.0 {
		t.Errorf("the owner's doesn't: %v", got.body)
	}
}

// TestAPartnerSeesItsOwnRolesAlone has a partner invite somebody who is an officer as well.
func TestAPartnerSeesItsOwnRolesAlone(t *testing.T) {
	a := newAccounts(t)
	administrator, _ := a.administrator("admin@register.test")
	partner := a.partner()
	first := administrator.invites(administrator, "first@partner.test", map[string]any{"role": "PARTNER_ADMINISTRATOR", "partner": partner})
	administrator.invites(administrator, "officer@agency.test", map[string]any{"role": "OFFICER", "region": "MA-06"})
	invited := first.ask(`mutation ($input: InviteInput!) { invite(input: $input) { role { account { roles { role region { code } } } } } }`,
		map[string]any{"email": "officer@agency.test", "language": "FR", "role": "PARTNER_MEMBER", "partner": partner})
	people := first.ask(`{ viewer { partners { people { account { email roles { role } } } } } }`, nil)
	for path, answer := range map[string]answered{"data.invite.role.account.roles": invited, "data.viewer.partners.0.people.1.account.roles": people} {
		roles, _ := answer.at(path).([]any)
		if len(roles) != 1 || roles[0].(map[string]any)["role"] != "PARTNER_MEMBER" {
			t.Errorf("a partner sees the roles %v", answer.body)
		}
	}
	all := administrator.ask(`{ viewer { accounts { nodes { email roles { role } } } } }`, nil)
	if roles, _ := all.at("data.viewer.accounts.nodes.2.roles").([]any); len(roles) != 2 {
		t.Errorf("an administrator sees %v", all.body)
	}
}

// TestARoleThatIsOverIsGivenAgain lets an auditor's day pass, closes an account, and opens both again.
func TestARoleThatIsOverIsGivenAgain(t *testing.T) {
	a := newAccounts(t)
	administrator, _ := a.administrator("admin@register.test")
	auditing := map[string]any{"role": "AUDITOR", "untilOn": "2099-01-01"}
	auditor := administrator.invites(administrator, "auditor@agency.test", auditing)
	auditor.secondFactor()
	a.exec("update account_roles set until_on = current_date - 1 where role = 'AUDITOR'")
	auditing["email"], auditing["language"] = "auditor@agency.test", "FR"
	given := administrator.ask(inviting, auditing)
	if given.text("data.invite.role.id") == "" {
		t.Fatalf("a role that was over is not given again: %v", given.body)
	}
	administrator.ask(`mutation ($input: EndRoleInput!) { endRole(input: $input) { account { closedAt } } }`, map[string]any{"role": given.at("data.invite.role.id")})
	if got := auditor.signIn(goodPassword, "").reason(); got != "UNAUTHENTICATED sign_in_wrong" {
		t.Errorf("who holds no role signs in: %q", got)
	}
	again := administrator.ask(inviting, auditing)
	if again.at("data.invite.role.account.joinedAt") != nil {
		t.Errorf("who was let go comes back without an invitation: %v", again.body)
	}
	if got := auditor.signIn(goodPassword, "").reason(); got != "UNAUTHENTICATED sign_in_wrong" {
		t.Errorf("the password of before is good again: %q", got)
	}
}

// TestTheFirstAdministratorIsInvitedAgain runs the command for an address that has lost its link, that has joined, and that
// has another role.
func TestTheFirstAdministratorIsInvitedAgain(t *testing.T) {
	a := newAccounts(t)
	invite := func(email string, mailed bool) (string, error) {
		_, code, err := a.d.InviteAdministrator(t.Context(), email, "FR", mailed)
		return code, err
	}
	if _, err := invite("admin@register.test", true); err != nil {
		t.Fatal(err)
	}
	a.exec("delete from letters")
	if code, err := invite("admin@register.test", true); err != nil || code != "" {
		t.Errorf("invited again by mail: %q, %v", code, err)
	}
	var letters int
	if err := a.owner.QueryRow("select count(*) from letters").Scan(&letters); err != nil || letters != 1 {
		t.Errorf("%d letters wait (%v)", letters, err)
	}
	administrator, _ := a.administrator("admin@register.test")
	if _, err := invite("admin@register.test", false); err == nil {
		t.Error("who has joined is invited again")
	}
	administrator.invites(administrator, "member@partner.test", map[string]any{"role": "PARTNER_MEMBER", "partner": a.partner()})
	if code, err := invite("member@partner.test", false); err != nil || code != "" {
		t.Errorf("somebody with another role: %q, %v", code, err)
	}
}

// TestSigningInWhileThePasswordChanges has both happen at once: no session of the old password is left.
func TestSigningInWhileThePasswordChanges(t *testing.T) {
	a := newAccounts(t)
	administrator, _ := a.administrator("admin@register.test")
	first := administrator.invites(administrator, "first@partner.test", map[string]any{"role": "PARTNER_MEMBER", "partner": a.partner()})
	passwords := []string{goodPassword, "cinq chevaux verts"}
	for round := range 6 {
		others := make([]*person, 4)
		var all sync.WaitGroup
		for i := range others {
			others[i] = a.person("first@partner.test")
			all.Go(func() { others[i].signIn(passwords[round%2], "") })
		}
		changed := first.ask(`mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { ended } }`,
			map[string]any{"current": passwords[round%2], "new": passwords[1-round%2]})
		all.Wait()
		if changed.reason() != "" {
			t.Fatalf("the password isn't changed: %v", changed.body)
		}
		for _, other := range others {
			if other.ask(whoAmI, nil).at("data.viewer") != nil {
				t.Error("a session of the old password is left")
			}
		}
		a.exec("delete from attempts")
	}
}

// TestASecondFactorIsReplacedByWhoHasIt has somebody at an open screen, who knows the password, try to set up another.
func TestASecondFactorIsReplacedByWhoHasIt(t *testing.T) {
	a := newAccounts(t)
	administrator, secret := a.administrator("admin@register.test")
	beginning := `mutation ($input: BeginSecondFactorInput!) { beginSecondFactor(input: $input) { secret } }`
	for code, reason := range map[string]string{"": "BAD_USER_INPUT second_factor_wrong", "000000": "BAD_USER_INPUT second_factor_wrong", codeAt(t, secret, 1): ""} {
		if got := administrator.ask(beginning, map[string]any{"password": goodPassword, "code": code}); got.reason() != reason {
			t.Errorf("with the code %q: %v", code, got.body)
		}
	}
	for range 10 {
		administrator.ask(beginning, map[string]any{"password": goodPassword, "code": "000000"})
	}
	if got := administrator.ask(beginning, map[string]any{"password": goodPassword, "code": "000000"}).reason(); got != "RATE_LIMITED attempts_too_many" {
		t.Errorf("codes can be tried without an end: %q", got)
	}
}
