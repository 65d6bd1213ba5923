package web_test

import (
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// TestWrongPasswordsAreSoonUnheard tries sixty in a row, and sixty at once: most aren't heard, the owner is told once, and
// can still sign in where that was done before.
func TestWrongPasswordsAreSoonUnheard(t *testing.T) {
	a := newAccounts(t)
	administrator, _ := a.administrator("admin@register.test")
	partner := a.partner()
	for name, tries := range map[string]func(try func()){
		"inturn": func(try func()) {
			for range 60 {
				try()
			}
		},
		"atonce": func(try func()) {
			for range 4 { // of one place, sixteen are let in at once
				var all sync.WaitGroup
				for range 15 {
					all.Go(try)
				}
				all.Wait()
			}
		},
	} {
		first := administrator.invites(administrator, name+"@partner.test", map[string]any{"role": "PARTNER_MEMBER", "partner": partner})
		a.exec("update sessions set client = '\\x00'") // as if all had signed in somewhere else
		var mu sync.Mutex
		heard, unheard := 0, 0
		tries(func() {
			got := a.person(name+"@partner.test").signIn("wrong wrong wrong", "")
			mu.Lock()
			defer mu.Unlock()
			switch got.reason() {
			case "UNAUTHENTICATED sign_in_wrong":
				heard++
			case "RATE_LIMITED attempts_too_many":
				unheard++
				if wait, _ := got.at("retryAfter").(float64); wait < 1 || wait > 900 || got.status != http.StatusTooManyRequests {
					t.Errorf("it says to wait for %v s, with status %d", wait, got.status)
				}
			default:
				t.Errorf("an attempt is answered with %v", got.body)
			}
		})
		if heard != 10 || unheard != 50 {
			t.Errorf("%s: %d were heard and %d weren't; want 10 and 50", name, heard, unheard)
		}
		if got := first.signIn(goodPassword, "").reason(); got != "RATE_LIMITED attempts_too_many" {
			t.Errorf("%s: the right password is heard from an unknown place: %q", name, got)
		}
		var letters int
		if err := a.owner.QueryRow("select count(*) from letters l join accounts a on a.id = l.account_id where l.kind = 'SIGN_IN_REFUSED' and a.email = $1", name+"@partner.test").Scan(&letters); err != nil || letters != 1 {
			t.Errorf("%s: the owner is told by %d letters (%v)", name, letters, err)
		}
		a.exec("update attempts set at = at - interval '15 minutes'")
		if got := first.signIn(goodPassword, "").reason(); got != "" {
			t.Errorf("%s: a quarter of an hour later: %q", name, got)
		}
	}
}

// TestAKnownPlaceStaysOpen has strangers try from elsewhere: who signed in here before still can.
func TestAKnownPlaceStaysOpen(t *testing.T) {
	a := newAccounts(t)
	administrator, _ := a.administrator("admin@register.test")
	first := administrator.invites(administrator, "first@partner.test", map[string]any{"role": "PARTNER_MEMBER", "partner": a.partner()})
	for range 9 {
		a.person("first@partner.test").signIn("wrong wrong wrong", "")
	}
	a.exec(`insert into attempts (subject, client, known, failed)
		select subject, '\x02', false, true from attempts, generate_series(1, 40) where failed`)
	if got := first.signIn(goodPassword, "").reason(); got != "" {
		t.Errorf("the owner is kept out where they signed in before: %q", got)
	}
	a.person("first@partner.test").signIn("wrong wrong wrong", "")
	if got := first.signIn(goodPassword, "").reason(); got != "RATE_LIMITED attempts_too_many" {
		t.Errorf("after ten wrong ones from a known place: %q", got)
	}
}

// TestNobodyLearnsWhoHasAnAccount compares what is answered of an account that there is with one that there isn't, and the
// time that it takes.
func TestNobodyLearnsWhoHasAnAccount(t *testing.T) {
	a := newAccounts(t)
	a.administrator("admin@register.test")
	a.exec("delete from attempts")
	took := map[string][]time.Duration{}
	for range 9 {
		for _, email := range []string{"admin@register.test", "nobody@register.test"} {
			began := time.Now()
			if got := a.person(email).signIn("wrong wrong wrong", ""); got.reason() != "UNAUTHENTICATED sign_in_wrong" || got.text("message") != "the address or the password is wrong" {
				t.Fatalf("%s: %v", email, got.body)
			}
			took[email] = append(took[email], time.Since(began))
		}
		a.exec("delete from attempts")
	}
	median := func(email string) time.Duration { slices.Sort(took[email]); return took[email][4] }
	known, unknown := median("admin@register.test"), median("nobody@register.test")
	t.Logf("medians: %v with an account, %v without", known, unknown)
	if known > 2*unknown || unknown > 2*known { // without the same work it is some twenty times
		t.Errorf("it takes %v with an account, and %v without", known, unknown)
	}
	reset := `mutation ($input: RequestPasswordResetInput!) { requestPasswordReset(input: $input) { isTaken } }`
	for _, email := range []string{"admin@register.test", "nobody@register.test"} {
		if got := a.person(email).ask(reset, map[string]any{"email": email}); got.at("data.requestPasswordReset.isTaken") != true {
			t.Errorf("%s asks for a new password: %v", email, got.body)
		}
	}
}

// TestOtherSitesCantAct sends what a page of another site can have a browser send.
func TestOtherSitesCantAct(t *testing.T) {
	a := newAccounts(t)
	p, _ := a.administrator("admin@register.test")
	elsewhere := []string{"Sec-Fetch-Site", "cross-site", "Origin", "https://elsewhere.test"}
	for _, form := range []string{"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"} {
		if got := p.send("POST", "/session", map[string]string{"email": p.email, "password": goodPassword}, "Content-Type", form); got.status != http.StatusUnsupportedMediaType {
			t.Errorf("signing in by %s: %d", form, got.status)
		}
		if got := p.send("POST", "/graphql", map[string]string{"query": "mutation { endOtherSessions { ended } }"}, "Content-Type", form); got.status != http.StatusUnsupportedMediaType {
			t.Errorf("a mutation by %s: %d", form, got.status)
		}
	}
	for _, route := range []string{"POST /session", "DELETE /session"} {
		method, path, _ := strings.Cut(route, " ")
		if got := p.send(method, path, map[string]string{}, elsewhere...); got.status != http.StatusForbidden {
			t.Errorf("%s from another site: %d", route, got.status)
		}
	}
	if got := p.ask("mutation { endOtherSessions { ended } }", nil, elsewhere...).reason(); got != "UNAUTHENTICATED " {
		t.Errorf("a mutation from another site: %q", got)
	}
	if got := p.ask(whoAmI, nil, elsewhere...); got.body["data"] == nil || got.at("data.viewer") != nil {
		t.Errorf("another site reads who one is: %v", got.body)
	}
	if got := p.send("GET", "/graphql?query="+strings.ReplaceAll("{viewer{account{email}}}", "{", "%7B"), nil); got.body["data"] == nil || got.at("data.viewer") != nil {
		t.Errorf("by GET somebody is known: %v", got.body)
	}
	if got := p.send("GET", "/graphql?query=mutation%7BendOtherSessions%7Bended%7D%7D", nil); got.status != http.StatusMethodNotAllowed {
		t.Errorf("a mutation by GET: %d", got.status)
	}
	if p.ask(whoAmI, nil).text("data.viewer.account.email") != p.email {
		t.Error("one of these ended the session")
	}
}

// TestASessionIsNotFixed has somebody bring a session's cookie along who signs in: it isn't the one that counts then.
func TestASessionIsNotFixed(t *testing.T) {
	a := newAccounts(t)
	administrator, _ := a.administrator("admin@register.test")
	first := administrator.invites(administrator, "first@partner.test", map[string]any{"role": "PARTNER_MEMBER", "partner": a.partner()})
	planted := a.cookie(first)
	first.signIn(goodPassword, "")
	if now := a.cookie(first); now.Value == planted.Value || now.Value == "" {
		t.Error("signing in keeps the cookie that was there")
	}
	thief := a.person("first@partner.test")
	if got := thief.ask(whoAmI, nil, "Cookie", planted.String()); got.at("data.viewer") != nil {
		t.Error("the cookie of before still counts")
	}
	if got := thief.ask(whoAmI, nil, "Cookie", "mithaq=made-up"); got.at("data.viewer") != nil {
		t.Error("a cookie that was made up counts")
	}
}

// TestCodesCountOnce takes invitations and resets by codes that were used, replaced, are over, or never were.
func TestCodesCountOnce(t *testing.T) {
	a := newAccounts(t)
	administrator, _ := a.administrator("admin@register.test")
	account := administrator.ask(inviting, map[string]any{"email": "first@partner.test", "language": "AR", "role": "PARTNER_MEMBER", "partner": a.partner()}).at("data.invite.role.account.id")
	show := func() string {
		return administrator.ask(`mutation ($input: ShowInvitationInput!) { showInvitation(input: $input) { link } }`, map[string]any{"account": account}).text("data.showInvitation.link")
	}
	accept := func(link string) string {
		_, code, _ := strings.Cut(link, "#")
		return a.person("first@partner.test").ask(`mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { email } }`,
			map[string]any{"code": code, "name": "Personne fictive", "password": goodPassword}).reason()
	}
	old, over := show(), show()
	if got := accept(old); got != "NOT_FOUND code_unknown" {
		t.Errorf("a link that was replaced: %q", got)
	}
	a.exec("update codes set expires_at = now() where used_at is null")
	if got := accept(over); got != "BAD_USER_INPUT code_expired" {
		t.Errorf("a link whose time is over: %q", got)
	}
	_, code, _ := strings.Cut(over, "#")
	a.exec("delete from letters")
	for range 3 {
		a.person("").ask(`mutation ($input: RenewInvitationInput!) { renewInvitation(input: $input) { isTaken } }`, map[string]any{"code": code})
	}
	var letters int
	if err := a.owner.QueryRow("select count(*) from letters where kind = 'INVITATION'").Scan(&letters); err != nil || letters != 1 {
		t.Errorf("asked for three times, a new link is sent %d times (%v)", letters, err)
	}
	link := show()
	if !strings.Contains(link, "/ar/invitation#") {
		t.Errorf("the link is %q", link)
	}
	if got := accept(link); got != "" {
		t.Errorf("a good link: %q", got)
	}
	for _, used := range []string{link, "#", "#AAAA"} {
		if got := accept(used); got != "NOT_FOUND code_unknown" {
			t.Errorf("the link %q: %q", used, got)
		}
	}
	if got := administrator.ask(`mutation ($input: ShowInvitationInput!) { showInvitation(input: $input) { link } }`, map[string]any{"account": account}).reason(); got != "CONFLICT already_joined" {
		t.Errorf("the invitation of who has joined: %q", got)
	}
}
