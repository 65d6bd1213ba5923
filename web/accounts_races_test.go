package web_test

import (
	"database/sql"
	"testing"
	"time"
)

const (
	accepting = `mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { email } }`
	resetting = `mutation ($input: ResetPasswordInput!) { resetPassword(input: $input) { email } }`
	changing  = `mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { ended } }`
	endingOf  = `mutation ($input: EndRoleInput!) { endRole(input: $input) { account { closedAt } } }`
)

// other is a transaction of another program, which stays open until it is committed.
func (a accounts) other(statement string, args ...any) *sql.Tx {
	a.Helper()
	tx, err := a.owner.Begin()
	if err != nil {
		a.Fatal(err)
	}
	a.Cleanup(func() { _ = tx.Rollback() }) // where a test ends before
	if _, err := tx.Exec("select set_config('mithaq.actor', 'test', true), set_config('mithaq.reason', 'test', true)"); err != nil {
		a.Fatal(err)
	}
	if _, err := tx.Exec(statement, args...); err != nil {
		a.Fatal(err)
	}
	return tx
}

func (a accounts) commits(tx *sql.Tx) {
	a.Helper()
	if err := tx.Commit(); err != nil {
		a.Fatal(err)
	}
}

// beside has somebody ask, waits until so many wait for each other, and gives the answer once that is asked for.
func (p *person) beside(waiting int, document string, input map[string]any) (answer func() answered) {
	p.Helper()
	came := make(chan answered, 1)
	go func() { came <- p.ask(document, input) }()
	for until := time.Now().Add(time.Second); time.Now().Before(until); time.Sleep(5 * time.Millisecond) {
		var n int
		if err := p.owner.QueryRow("select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'").Scan(&n); err != nil {
			p.Fatal(err)
		}
		if n >= waiting {
			break
		}
	}
	return func() answered { return <-came }
}

// sending takes a letter up as another program does that is about to send it: nobody sees yet the code of its link.
func (a accounts) sending(email, purpose, code string) *sql.Tx {
	a.Helper()
	return a.other(`
		with l as (
			select l.id, a.id as account from letters l join accounts a on a.id = l.account_id
			where a.email = $1 and l.kind::text = $2 and l.sent_at is null and l.dropped_at is null for update of l)
		insert into codes (account_id, purpose, code_sha256, expires_at)
		select l.account, $2::code_purpose, sha256($3::bytea), now() + interval '1 hour' from l`, email, purpose, code)
}

// TestALinkEndsThoughItIsJustBeingMade has links made for letters while what ends them is done.
func TestALinkEndsThoughItIsJustBeingMade(t *testing.T) {
	a := newAccounts(t)
	administrator, _ := a.administrator("admin@register.test")
	input := map[string]any{"role": "PARTNER_MEMBER", "partner": a.partner()}
	first := administrator.invites(administrator, "first@partner.test", input)
	a.later()
	first.ask(`mutation ($input: RequestPasswordResetInput!) { requestPasswordReset(input: $input) { isTaken } }`, map[string]any{"email": first.email})
	sending := a.sending(first.email, "PASSWORD_RESET", "reset")
	changed := first.beside(1, changing, map[string]any{"current": goodPassword, "new": "cinq chevaux verts"})
	a.commits(sending)
	if got := changed(); got.reason() != "" {
		t.Fatalf("the password isn't changed: %v", got.body)
	}
	if got := a.person("").ask(resetting, map[string]any{"code": "reset", "password": "six chevaux rouges"}); got.reason() != "NOT_FOUND code_unknown" {
		t.Errorf("a link of before the change of the password is good: %v", got.body)
	}

	input["email"], input["language"] = "second@partner.test", "FR"
	role := administrator.ask(inviting, input).at("data.invite.role.id")
	sending = a.sending("second@partner.test", "INVITATION", "invitation")
	ended := administrator.beside(1, endingOf, map[string]any{"role": role})
	a.commits(sending)
	if got := ended(); got.text("data.endRole.account.closedAt") == "" {
		t.Fatalf("the account stays open: %v", got.body)
	}
	administrator.ask(inviting, input)
	if got := a.person("").ask(accepting, map[string]any{"code": "invitation", "name": "x", "password": goodPassword}); got.reason() != "NOT_FOUND code_unknown" {
		t.Errorf("the link of before is good again: %v", got.body)
	}
}

// TestAPasswordThatWasResetStays has somebody who knows the old password change it while its owner sets another by a link.
func TestAPasswordThatWasResetStays(t *testing.T) {
	a := newAccounts(t)
	administrator, _ := a.administrator("admin@register.test")
	first := administrator.invites(administrator, "first@partner.test", map[string]any{"role": "PARTNER_MEMBER", "partner": a.partner()})
	a.exec(`insert into codes (account_id, purpose, code_sha256, expires_at)
		select id, 'PASSWORD_RESET', sha256('reset'), now() + interval '1 hour' from accounts where email = $1`, first.email)
	held := a.other("select from accounts where email = $1 for update", first.email)
	reset := a.person("").beside(1, resetting, map[string]any{"code": "reset", "password": "cinq chevaux verts"})
	changed := first.beside(2, changing, map[string]any{"current": goodPassword, "new": "six chevaux rouges"})
	a.commits(held)
	if got := reset(); got.reason() != "" {
		t.Fatalf("the password isn't reset: %v", got.body)
	}
	if got := changed(); got.reason() != "UNAUTHENTICATED " {
		t.Errorf("who knew the password of before changes it: %v", got.body)
	}
	if got := first.signIn("cinq chevaux verts", ""); got.reason() != "" {
		t.Errorf("the password that was set by the link isn't it: %v", got.body)
	}
}

// TestLinksAndRolesWaitForEachOther has two links of an account taken up at once, and its role ended while it is given another.
func TestLinksAndRolesWaitForEachOther(t *testing.T) {
	a := newAccounts(t)
	administrator, _ := a.administrator("admin@register.test")
	a.later()
	input := map[string]any{"email": "first@partner.test", "language": "FR", "role": "PARTNER_MEMBER", "partner": a.partner()}
	role := administrator.ask(inviting, input).at("data.invite.role.id")
	one, another := a.taken(), a.taken()
	held := a.other("select from accounts where email = 'first@partner.test' for update")
	first := a.person("").beside(1, accepting, map[string]any{"code": one, "name": "x", "password": goodPassword})
	second := a.person("").beside(2, accepting, map[string]any{"code": another, "name": "y", "password": goodPassword})
	a.commits(held)
	if one, another := first().reason(), second().reason(); one != "" || another != "NOT_FOUND code_unknown" {
		t.Errorf("two links at once: %q, %q", one, another)
	}

	held = a.other("select from accounts where email = 'first@partner.test' for update")
	input["role"] = "PARTNER_ADMINISTRATOR"
	given := administrator.beside(1, inviting, input)
	ended := administrator.beside(2, endingOf, map[string]any{"role": role})
	a.commits(held)
	if one, another := given(), ended(); one.reason() != "" || another.reason() != "" || another.at("data.endRole.account.closedAt") != nil {
		t.Errorf("a role is given while another ends: %v, %v", one.body, another.body)
	}
}
