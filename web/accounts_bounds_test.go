package web_test

import (
	"fmt"
	"strings"
	"testing"
)

// crowd makes so many accounts.
func (a accounts) crowd(people int) {
	a.exec("insert into accounts (email, language) select 'x' || n || '@partner.test', 'FR' from generate_series(1, $1) n", people)
}

const making = `mutation ($input: CreateTokenInput!) { createToken(input: $input) { token { id } } }`

// TestTokensOfAPartnerEnd makes the fiftieth token and another, and sees which are listed of those that have ended.
func TestTokensOfAPartnerEnd(t *testing.T) {
	a := newAccounts(t)
	administrator, _ := a.administrator("admin@register.test")
	partner := a.partner()
	first := administrator.invites(administrator, "first@partner.test", map[string]any{"role": "PARTNER_ADMINISTRATOR", "partner": partner})
	a.exec(`insert into access_tokens (partner_id, name, scopes, token_sha256, expires_at, revoked_at)
		select p.id, 'n' || n, '{READ}', sha256(n::text::bytea), now() + '1 day',
		  case when n <= 60 then now() - '1 day'::interval when n <= 70 then now() - '91 days'::interval end
		from partners p, generate_series(1, 119) n
		where p.slug = $1`, partner)
	input := map[string]any{"partner": partner, "name": "last", "scopes": []string{"READ"}, "days": 1}
	if made := first.ask(making, input); made.text("data.createToken.token.id") == "" {
		t.Errorf("the fiftieth token isn't made: %v", made.body)
	}
	if got := first.ask(making, input); got.reason() != "CONFLICT tokens_many" {
		t.Errorf("the fifty-first token: %v", got.body)
	}
	listed, _ := first.ask(`{ viewer { partners { tokens { name revokedAt } } } }`, nil).at("data.viewer.partners.0.tokens").([]any)
	stand := 0
	for _, token := range listed {
		if token.(map[string]any)["revokedAt"] == nil {
			stand++
		}
	}
	if len(listed) != 100 || stand != 50 || listed[0].(map[string]any)["name"] != "last" {
		t.Errorf("%d tokens are listed, %d of them standing", len(listed), stand)
	}
	a.exec("update access_tokens set revoked_at = now() - '91 days'::interval where revoked_at is not null")
	if listed, _ := first.ask(`{ viewer { partners { tokens { name } } } }`, nil).at("data.viewer.partners.0.tokens").([]any); len(listed) != 50 {
		t.Errorf("%d tokens are listed, when all others ended long ago", len(listed))
	}
}

// TestPeopleAndRolesEnd gives a partner and an account as many as there can be, and one more.
func TestPeopleAndRolesEnd(t *testing.T) {
	a := newAccounts(t)
	administrator, _ := a.administrator("admin@register.test")
	partner := a.partner()
	a.crowd(200)
	a.exec(`insert into account_roles (account_id, role, partner_id)
		select a.id, 'PARTNER_MEMBER', p.id from accounts a, partners p where a.email like 'x%' and a.email <> 'x1@partner.test' and p.slug = $1`, partner)
	a.exec(`insert into account_roles (account_id, role, convention_id, partner_id, until_on)
		select a.id, 'AUDITOR', s.convention, s.partner, '2099-01-01'
		from accounts a, (select id as convention, null::bigint as partner from conventions union all select null, id from partners limit 49) s
		where a.email = 'x1@partner.test'`)
	for _, invited := range []struct{ email, role, reason string }{
		{"x1@partner.test", "PARTNER_MEMBER", ""}, // the fiftieth role, and the two hundredth of the partner
		{"new@partner.test", "PARTNER_MEMBER", "CONFLICT people_many"},
		{"x2@partner.test", "PARTNER_ADMINISTRATOR", "CONFLICT people_many"},
		{"x1@partner.test", "PARTNER_MEMBER", "CONFLICT role_held"},
		{"x1@partner.test", "OFFICER", "CONFLICT roles_many"},
		{"x2@partner.test", "OFFICER", ""},
	} {
		input := map[string]any{"email": invited.email, "language": "FR", "role": invited.role}
		if strings.HasPrefix(invited.role, "PARTNER") {
			input["partner"] = partner
		}
		if got := administrator.ask(inviting, input); got.reason() != invited.reason {
			t.Errorf("%s as %s: %v", invited.email, invited.role, got.body)
		}
	}
}

// TestSessionsOfAnAccountEnd signs in once more than there can be sessions.
func TestSessionsOfAnAccountEnd(t *testing.T) {
	a := newAccounts(t)
	administrator, _ := a.administrator("admin@register.test")
	first := administrator.invites(administrator, "first@partner.test", map[string]any{"role": "PARTNER_MEMBER", "partner": a.partner()})
	browsers := make([]*person, 19)
	for i := range browsers {
		browsers[i] = a.person("first@partner.test")
		browsers[i].signIn(goodPassword, "")
	}
	a.exec("update sessions s set seen_at = now() - '1 minute'::interval where s.id = (select min(id) + 5 from sessions)")
	known := func(p *person) bool { return p.ask(`{ viewer { account { email } } }`, nil).at("data.viewer") != nil }
	if !known(first) {
		t.Error("a session ended before there were twenty")
	}
	last := a.person("first@partner.test")
	last.signIn(goodPassword, "")
	ended := 0
	for _, p := range append(browsers, first, last) {
		if !known(p) {
			ended++
		}
	}
	if sessions, _ := last.ask(whoAmI, nil).at("data.viewer.sessions").([]any); ended != 1 || len(sessions) != 20 || !known(first) || !known(last) {
		t.Errorf("%d sessions ended, and %d are listed", ended, len(sessions))
	}
}

// TestPartnersCostWhatTheyGive asks for the people of one partner, and as somebody who acts for thirty.
func TestPartnersCostWhatTheyGive(t *testing.T) {
	a := newAccounts(t)
	administrator, _ := a.administrator("admin@register.test")
	partner := a.partner()
	first := administrator.invites(administrator, "first@partner.test", map[string]any{"role": "PARTNER_ADMINISTRATOR", "partner": partner})
	people := `{ viewer { partners%s { people { account { email } } } } }`
	if got := first.ask(fmt.Sprintf(people, ""), nil); got.at("data.viewer.partners.0.people") == nil {
		t.Errorf("of one partner: %v", got.body)
	}
	a.exec(`insert into account_roles (account_id, role, partner_id)
		select a.id, 'PARTNER_MEMBER', p.id from accounts a, (select id from partners where slug <> $1 order by id limit 30) p where a.email = 'first@partner.test'`, partner)
	if got := first.ask(fmt.Sprintf(people, ""), nil); got.reason() != "COMPLEXITY_LIMIT_EXCEEDED " {
		t.Errorf("of thirty-one: %v", got.body)
	}
	got := first.ask(fmt.Sprintf(people, `(slug: "`+partner+`")`), nil)
	if own, _ := got.at("data.viewer.partners").([]any); len(own) != 1 || got.text("data.viewer.partners.0.people.0.account.email") != "first@partner.test" {
		t.Errorf("of one of them: %v", got.body)
	}
}

// TestAPartnerInvitesTwentyADay has a partner's administrator invite one more, at first and again, and the register's.
func TestAPartnerInvitesTwentyADay(t *testing.T) {
	a := newAccounts(t)
	administrator, _ := a.administrator("admin@register.test")
	partner := a.partner()
	first := administrator.invites(administrator, "first@partner.test", map[string]any{"role": "PARTNER_ADMINISTRATOR", "partner": partner})
	invites := func(p *person, n int) answered {
		return p.ask(inviting, map[string]any{"email": fmt.Sprintf("x%d@partner.test", n), "language": "FR", "role": "PARTNER_MEMBER", "partner": partner})
	}
	account := invites(first, 1).at("data.invite.role.account.id")
	again := func() answered {
		return first.ask(`mutation ($input: InviteAgainInput!) { inviteAgain(input: $input) { account { id } } }`, map[string]any{"account": account})
	}
	again()
	for n := 2; n < 20; n++ {
		if got := invites(first, n).reason(); got != "" {
			t.Fatalf("the invitation %d: %q", n, got)
		}
		if got := invites(first, 2).reason(); n < 19 && got != "CONFLICT role_held" {
			t.Fatalf("one that was invited: %q", got) // and it isn't counted
		}
	}
	for what, got := range map[string]answered{"a new one": invites(first, 20), "one again": again()} {
		if wait, _ := got.at("errors.0.extensions.retryAfter").(float64); got.reason() != "RATE_LIMITED invitations_many" || wait < 86000 || wait > 86400 {
			t.Errorf("after twenty, %s: %v", what, got.body)
		}
	}
	if got := invites(administrator, 20).reason(); got != "" {
		t.Errorf("who keeps the register is counted: %q", got)
	}
	a.exec("update attempts set at = at - interval '1 day'")
	if got := invites(first, 21).reason(); got != "" {
		t.Errorf("a day later: %q", got)
	}
}
