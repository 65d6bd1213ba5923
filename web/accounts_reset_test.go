package web_test

import "testing"

// TestASecondFactorIsReset has an officer lose the app and the recovery codes, and an administrator turn the factor off.
func TestASecondFactorIsReset(t *testing.T) {
	a := newAccounts(t)
	administrator, _ := a.administrator("admin@register.test")
	officer := administrator.invites(administrator, "officer@agency.test", map[string]any{"role": "OFFICER"})
	_, recovery := officer.secondFactor()
	first := administrator.invites(administrator, "first@partner.test", map[string]any{"role": "PARTNER_ADMINISTRATOR", "partner": a.partner()})
	ids := map[string]any{}
	nodes, _ := administrator.ask(`{ viewer { accounts { nodes { id email } } } }`, nil).at("data.viewer.accounts.nodes").([]any)
	for _, node := range nodes {
		ids[node.(map[string]any)["email"].(string)] = node.(map[string]any)["id"]
	}
	resetting := `mutation ($input: ResetSecondFactorInput!) { resetSecondFactor(input: $input) { account { hasSecondFactor } } }`
	for _, step := range []struct {
		by              *person
		whose, password string
		reason          string
	}{
		{first, "officer@agency.test", goodPassword, "FORBIDDEN role_missing"},
		{officer, "admin@register.test", goodPassword, "FORBIDDEN role_missing"},
		{administrator, "admin@register.test", goodPassword, "CONFLICT own_second_factor"},
		{administrator, "officer@agency.test", "wrong wrong wrong", "BAD_USER_INPUT password_wrong"},
		{administrator, "first@partner.test", goodPassword, "CONFLICT second_factor_none"},
	} {
		if got := step.by.ask(resetting, map[string]any{"account": ids[step.whose], "password": step.password}); got.reason() != step.reason {
			t.Errorf("%s resets that of %s: %v", step.by.email, step.whose, got.body)
		}
	}
	if got := officer.ask(whoAmI, nil); got.text("data.viewer.account.email") != officer.email {
		t.Fatalf("what was refused ended a session: %v", got.body)
	}
	reset := administrator.ask(resetting, map[string]any{"account": ids["officer@agency.test"], "password": goodPassword})
	if reset.at("data.resetSecondFactor.account.hasSecondFactor") != false {
		t.Fatalf("the second factor is not reset: %v", reset.body)
	}
	if got := officer.ask(whoAmI, nil); got.at("data.viewer") != nil {
		t.Errorf("a session goes on: %v", got.body)
	}
	if in := officer.signIn(goodPassword, ""); in.reason() != "" {
		t.Errorf("the officer can't sign in by password: %v", in.body)
	}
	if who := officer.ask(whoAmI, nil); who.at("data.viewer.needsSecondFactor") != true || who.at("data.viewer.recoveryCodesLeft") != nil {
		t.Errorf("the role doesn't wait for another: %v", who.body)
	}
	var left int
	if err := a.owner.QueryRow("select count(*) from recovery_codes where used_at is null and account_id <> (select id from accounts where email = 'admin@register.test')").Scan(&left); err != nil || left != 0 {
		t.Errorf("%d recovery codes are left (%v)", left, err)
	}
	letters := administrator.ask(`{ viewer { letters(first: 1) { nodes { kind account { email } } } } }`, nil)
	if letters.text("data.viewer.letters.nodes.0.kind") != "SECOND_FACTOR_CHANGED" || letters.text("data.viewer.letters.nodes.0.account.email") != officer.email {
		t.Errorf("the owner is told by %v", letters.body)
	}
	secret, _ := officer.secondFactor()
	if got := officer.signIn(goodPassword, recovery[0].(string)).reason(); got != "UNAUTHENTICATED second_factor_wrong" {
		t.Errorf("a recovery code of the lost factor: %q", got)
	}
	if got := officer.signIn(goodPassword, codeAt(t, secret, 1)).reason(); got != "" {
		t.Errorf("the new factor: %q", got)
	}
}
