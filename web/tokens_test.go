package web_test

import (
	"testing"

	"mithaq/db"
)

// TestTokensActForTheirPartner makes a token, shows it, and revokes it.
func TestTokensActForTheirPartner(t *testing.T) {
	a := newAccounts(t)
	administrator, _ := a.administrator("admin@register.test")
	partner := a.partner()
	first := administrator.invites(administrator, "first@partner.test", map[string]any{"role": "PARTNER_ADMINISTRATOR", "partner": partner})
	member := first.invites(administrator, "member@partner.test", map[string]any{"role": "PARTNER_MEMBER", "partner": partner})
	making := `mutation ($input: CreateTokenInput!) { createToken(input: $input) { secret token { id name scopes usedAt expiresAt } } }`
	good := map[string]any{"partner": partner, "name": "paie", "scopes": []string{"READ", "DECLARE", "READ"}, "days": 30}
	if got := member.ask(making, good).reason(); got != "FORBIDDEN role_missing" {
		t.Errorf("a member makes a token: %q", got)
	}
	var other string
	if err := a.owner.QueryRow("select slug from partners where slug <> $1 limit 1", partner).Scan(&other); err != nil {
		t.Fatal(err)
	}
	for _, wrong := range []struct{ field, reason string }{{"partner", "FORBIDDEN role_missing"}, {"name", "BAD_USER_INPUT name_missing"}, {"scopes", "BAD_USER_INPUT scopes_missing"}, {"days", "BAD_USER_INPUT days_out_of_range"}} {
		input := map[string]any{}
		for name, value := range good {
			input[name] = value
		}
		input[wrong.field] = map[string]any{"partner": other, "name": " ", "scopes": []string{}, "days": 367}[wrong.field]
		if got := first.ask(making, input).reason(); got != wrong.reason {
			t.Errorf("a token with a wrong %s: %q, want %q", wrong.field, got, wrong.reason)
		}
	}
	made := first.ask(making, good)
	secret := made.text("data.createToken.secret")
	if scopes, _ := made.at("data.createToken.token.scopes").([]any); len(scopes) != 2 || secret == "" {
		t.Fatalf("the token is %v", made.body)
	}
	system := a.person("")
	shown := func() answered {
		return system.ask(`{ viewer { account { email } partners { partner { slug } isAdministered tokens { name } } sessions { id } } }`, nil, "Authorization", "Bearer "+secret)
	}
	if got := shown(); got.text("data.viewer.partners.0.partner.slug") != partner || got.at("data.viewer.account") != nil || got.at("data.viewer.partners.0.isAdministered") != false {
		t.Errorf("by the token one is %v", got.body)
	}
	if got := system.ask(making, good, "Authorization", "Bearer "+secret).reason(); got != "FORBIDDEN role_missing" {
		t.Errorf("a token makes tokens: %q", got)
	}
	changing := `mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { ended } }`
	if got := system.ask(changing, map[string]any{"current": goodPassword, "new": "cinq chevaux verts"}, "Authorization", "Bearer "+secret).reason(); got != "FORBIDDEN account_needed" {
		t.Errorf("a token changes a password: %q", got)
	}
	for _, scope := range []db.TokenScope{db.TokenReads, db.TokenDeclares} {
		of := first.ask(making, map[string]any{"partner": partner, "name": "x", "scopes": []db.TokenScope{scope}, "days": 1}).text("data.createToken.secret")
		read := system.ask(`{ viewer { partners { people { id } } } }`, nil, "Authorization", "Bearer "+of).at("data.viewer.partners.0") != nil
		viewer, err := a.d.ViewerByToken(t.Context(), of)
		if err != nil || read != (scope == db.TokenReads) || viewer.Holds(db.PartnerMember) != (scope == db.TokenDeclares) {
			t.Errorf("a token to %s reads: %v, and writes: %v (%v)", scope, read, viewer.Holds(db.PartnerMember), err)
		}
	}
	tokens := first.ask(`{ viewer { partners { tokens { id usedAt revokedAt } } } }`, nil)
	if tokens.text("data.viewer.partners.0.tokens.2.usedAt") == "" {
		t.Errorf("that the token was used isn't shown: %v", tokens.body)
	}
	revoking := `mutation ($input: RevokeTokenInput!) { revokeToken(input: $input) { token { revokedAt } } }`
	if got := member.ask(revoking, map[string]any{"token": made.at("data.createToken.token.id")}).reason(); got != "FORBIDDEN role_missing" {
		t.Errorf("another revokes the token: %q", got)
	}
	if got := first.ask(revoking, map[string]any{"token": made.at("data.createToken.token.id")}); got.text("data.revokeToken.token.revokedAt") == "" {
		t.Errorf("revoking: %v", got.body)
	}
	if got := shown(); got.body["data"] == nil || got.at("data.viewer") != nil {
		t.Errorf("the token counts after it was revoked: %v", got.body)
	}
}
