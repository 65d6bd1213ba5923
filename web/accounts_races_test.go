package web_test

import (
	"database/sql"
	"testing"
	"time"
)

const (
	accepting = `mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { email } }`
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
