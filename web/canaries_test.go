package web_test

import (
	"strings"
	"testing"
)

// TestSecretsAreKeptNowhere has every sort of secret made and used, well and wrongly, and looks for them in every row of
// every table, in the history, and in all that was logged.
func TestSecretsAreKeptNowhere(t *testing.T) {
	a := newAccounts(t)
	administrator, secret := a.administrator("admin@register.test")
	partner := a.partner()
	first := administrator.invites(administrator, "first@partner.test", map[string]any{"role": "PARTNER_ADMINISTRATOR", "partner": partner})
	_, recovery := first.secondFactor()
	token := first.ask(`mutation ($input: CreateTokenInput!) { createToken(input: $input) { secret } }`,
		map[string]any{"partner": partner, "name": "paie", "scopes": []string{"READ"}, "days": 1}).text("data.createToken.secret")
	first.signIn("canari faux mot", "")
	first.signIn(goodPassword, recovery[0].(string))
	a.person("").ask(`{ viewer { account { id } } }`, nil, "Authorization", "Bearer "+token+"-wrong")
	link := administrator.ask(`mutation ($input: ShowInvitationInput!) { showInvitation(input: $input) { link } }`, map[string]any{
		"account": administrator.ask(inviting, map[string]any{"email": "next@partner.test", "language": "EN", "role": "OFFICER"}).at("data.invite.role.account.id")}).text("data.showInvitation.link")
	_, code, _ := strings.Cut(link, "#")
	canaries := map[string]string{
		"a password": goodPassword, "a wrong password": "canari faux mot", "the secret of a second factor": secret,
		"a recovery code": recovery[0].(string), "a token": strings.TrimPrefix(token, "mithaq_"), "a code": code, "a session": a.cookie(first).Value,
	}
	rows := 0
	for _, table := range a.tables() {
		found, err := a.owner.Query("select t::text from " + table + " t")
		if err != nil {
			t.Fatal(err)
		}
		for found.Next() {
			var row string
			if err := found.Scan(&row); err != nil {
				t.Fatal(err)
			}
			rows++
			for what, canary := range canaries {
				if canary == "" || strings.Contains(row, canary) || strings.Contains(row, bytea(canary)) {
					t.Errorf("%s stands in %s", what, table)
				}
			}
		}
		if err := found.Close(); err != nil {
			t.Fatal(err)
		}
	}
	for what, canary := range canaries {
		if strings.Contains(a.log.String(), canary) {
			t.Errorf("%s was logged", what)
		}
	}
	if rows < 5000 {
		t.Errorf("only %d rows were looked at", rows)
	}
	var named int
	if err := a.owner.QueryRow(`select count(*) from changes where before::text || coalesce(after::text, '') like any (array['%Personne fictive%', '%partner.test%'])`).Scan(&named); err != nil || named != 0 {
		t.Errorf("the history names people in %d rows (%v)", named, err)
	}
}

// bytea is how PostgreSQL writes a text that is kept as bytes.
func bytea(text string) string {
	const digits = "0123456789abcdef"
	var b strings.Builder
	for i := range len(text) {
		b.WriteByte(digits[text[i]>>4])
		b.WriteByte(digits[text[i]&15])
	}
	return b.String()
}

func (a accounts) tables() []string {
	a.Helper()
	found, err := a.owner.Query("select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'")
	if err != nil {
		a.Fatal(err)
	}
	defer func() { _ = found.Close() }()
	var tables []string
	for found.Next() {
		var table string
		if err := found.Scan(&table); err != nil {
			a.Fatal(err)
		}
		tables = append(tables, table)
	}
	return tables
}
