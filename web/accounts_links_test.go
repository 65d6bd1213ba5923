package web_test

import (
	"strings"
	"testing"
)

// taken has the next letter that waits be tried, and gives the code of its link.
func (a accounts) taken() string {
	a.Helper()
	a.exec("update letters set due_at = now() - '1 minute'::interval")
	due, err := a.d.NextLetter(a.Context())
	if err != nil || due == nil {
		a.Fatalf("no letter waits (%v)", err)
	}
	return due.Code
}

// later is as if no letter had been written just now.
func (a accounts) later() {
	a.Helper()
	a.exec("delete from letters")
}

// TestALinkOutlivesTriesOfItsLetter has letters tried again: what was handed on or sent before stands, until somebody asks
// for another in its place, or takes one up.
func TestALinkOutlivesTriesOfItsLetter(t *testing.T) {
	a := newAccounts(t)
	administrator, _ := a.administrator("admin@register.test")
	a.later()
	account := administrator.ask(inviting, map[string]any{"email": "first@partner.test", "language": "FR", "role": "PARTNER_MEMBER", "partner": a.partner()}).at("data.invite.role.account.id")
	mutation := func(name, ask string, input map[string]any) string {
		return administrator.ask(`mutation ($input: `+strings.ToUpper(name[:1])+name[1:]+`Input!) { `+name+`(input: $input) { `+ask+` } }`, input).text("data." + name + "." + ask)
	}
	show := func() string {
		_, code, _ := strings.Cut(mutation("showInvitation", "link", map[string]any{"account": account}), "#")
		return code
	}
	// stands tells how a code stands without using it up: a name is missing.
	stands := func(codes ...string) (good []bool) {
		for _, code := range codes {
			got := a.person("").ask(`mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { email } }`, map[string]any{"code": code, "name": "", "password": goodPassword}).reason()
			if got != "BAD_USER_INPUT name_missing" && got != "NOT_FOUND code_unknown" {
				t.Fatalf("the code is answered with %q", got)
			}
			good = append(good, got == "BAD_USER_INPUT name_missing")
		}
		return good
	}
	expect := func(when string, got []bool, want ...bool) {
		t.Helper()
		for i := range want {
			if got[i] != want[i] {
				t.Errorf("%s the links stand: %v, want %v", when, got, want)
				return
			}
		}
	}
	shown := show()
	sent, again := a.taken(), a.taken()
	expect("after two tries", stands(shown, sent, again), true, true, true)
	mutation("inviteAgain", "account { id }", map[string]any{"account": account})
	expect("after inviting again at once, which sends nothing,", stands(shown, sent, again), true, true, true)
	a.later()
	mutation("inviteAgain", "account { id }", map[string]any{"account": account})
	expect("after inviting again", stands(shown, sent, again), false, false, false)
	sent, shown = a.taken(), show()
	expect("after one was shown", stands(sent, shown), false, true)
	sent, again = a.taken(), a.taken()
	a.person("first@partner.test").join("#" + sent)
	expect("after one was taken up", stands(shown, sent, again), false, false, false)

	reset := func() { mutation("requestPasswordReset", "isTaken", map[string]any{"email": "first@partner.test"}) }
	a.later()
	reset()
	sent, again = a.taken(), a.taken()
	resets := func(code string) string {
		return a.person("").ask(`mutation ($input: ResetPasswordInput!) { resetPassword(input: $input) { email } }`, map[string]any{"code": code, "password": "court"}).reason()
	}
	if resets(sent) != "BAD_USER_INPUT password_short" || resets(again) != "BAD_USER_INPUT password_short" {
		t.Error("a letter that is tried again ends the link of before")
	}
	a.later()
	reset()
	if resets(sent) != "NOT_FOUND code_unknown" || resets(again) != "NOT_FOUND code_unknown" {
		t.Error("asking for another link leaves the one of before")
	}
}

// TestALinkEndsWithItsAccount has an invitation taken back, and given anew.
func TestALinkEndsWithItsAccount(t *testing.T) {
	a := newAccounts(t)
	administrator, _ := a.administrator("admin@register.test")
	a.later()
	input := map[string]any{"email": "first@partner.test", "language": "FR", "role": "PARTNER_MEMBER", "partner": a.partner()}
	role := administrator.ask(inviting, input).at("data.invite.role.id")
	sent := a.taken()
	administrator.ask(`mutation ($input: EndRoleInput!) { endRole(input: $input) { account { closedAt } } }`, map[string]any{"role": role})
	administrator.ask(inviting, input)
	got := a.person("").ask(`mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { email } }`, map[string]any{"code": sent, "name": "x", "password": goodPassword})
	if got.reason() != "NOT_FOUND code_unknown" {
		t.Errorf("the link of before is good again: %v", got.body)
	}
}
