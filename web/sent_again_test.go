package web_test

import (
	"testing"
)

// TestWhatIsShownOnceIsShownAgainToWhoSendsTheSame sends again what makes a secret, as somebody does to whom no answer came.
func TestWhatIsShownOnceIsShownAgainToWhoSendsTheSame(t *testing.T) {
	a := newAccounts(t)
	administrator, _ := a.administrator("admin@register.test")
	partner := a.partner()
	first := administrator.invites(administrator, "first@partner.test", map[string]any{"role": "PARTNER_ADMINISTRATOR", "partner": partner})
	stranger := a.person("")
	for _, sent := range []struct {
		by              *person
		mutation, asked string
		input, other    map[string]any
		made, shown     string
		counted         string
		tooShort        string
	}{
		{stranger, "requestAboutPerson", "code request { reference }",
			map[string]any{"kind": "SEE", "language": "FR", "fullName": "Zineb Essai", "telephone": "0600000000"}, map[string]any{"fullName": "Une Autre"},
			"request.reference", "code", "select (select count(*) from person_requests) || ' ' || (select count(*) from attempts where failed)", "k"},
		{first, "createToken", "secret token { id }",
			map[string]any{"partner": partner, "name": "paie", "scopes": []string{"READ"}, "days": 30}, map[string]any{"days": 31},
			"token.id", "secret", "select count(*) || '' from access_tokens", "nineteen-characters"},
		{first, "invite", "role { id }",
			map[string]any{"email": "second@partner.test", "language": "FR", "role": "PARTNER_MEMBER", "partner": partner}, map[string]any{"language": "AR"},
			"role.id", "role.id", "select count(*) || ' ' || (select count(*) from attempts where failed) from letters", ""},
	} {
		sends := func(key string, more map[string]any) answered {
			input := map[string]any{"idempotencyKey": key}
			for _, of := range []map[string]any{sent.input, more} {
				for name, value := range of {
					input[name] = value
				}
			}
			return sent.by.does(sent.mutation, sent.asked, input)
		}
		counted := func() (n string) {
			if err := a.owner.QueryRow(sent.counted).Scan(&n); err != nil {
				t.Fatal(err)
			}
			return n
		}
		key := "0b9b1c9e-6f53-4a1c-9d3a-9d6c7f6a2f11 " + sent.mutation
		got := sends(key, nil)
		made, shown, there := got.text("data."+sent.mutation+"."+sent.made), got.text("data."+sent.mutation+"."+sent.shown), counted()
		if made == "" || shown == "" {
			t.Fatalf("%s: %v", sent.mutation, got.body)
		}
		again := sends(key, nil)
		if again.text("data."+sent.mutation+"."+sent.made) != made || again.text("data."+sent.mutation+"."+sent.shown) != shown {
			t.Errorf("%s sent again: %v, first %v", sent.mutation, again.body, got.body)
		}
		if got := sends(key, sent.other).reason(); got != "CONFLICT idempotency_key_reused" {
			t.Errorf("%s with something else: %q", sent.mutation, got)
		}
		if got := sends(sent.tooShort, nil).reason(); got != "BAD_USER_INPUT idempotency_key_length" {
			t.Errorf("%s by a short key: %q", sent.mutation, got)
		}
		if now := counted(); now != there {
			t.Errorf("%s sent again leaves %s, first %s", sent.mutation, now, there)
		}
	}
	// What makes a secret keeps its key no more than the secret; once the key is forgotten, it makes another.
	var kept int
	if err := a.owner.QueryRow("select count(*) from idempotency_keys where key ~ 'requestAboutPerson|createToken'").Scan(&kept); err != nil || kept != 0 {
		t.Errorf("%d keys of secrets are kept, %v", kept, err)
	}
	making := map[string]any{"partner": partner, "name": "paie", "scopes": []string{"READ"}, "days": 30, "idempotencyKey": "a key of every year's renewal"}
	before := first.does("createToken", "secret", making).text("data.createToken.secret")
	a.exec("delete from idempotency_keys")
	if got := first.does("createToken", "secret", making).text("data.createToken.secret"); got == "" || got == before {
		t.Errorf("by a key that was forgotten: %q, first %q", got, before)
	}
	// Another key is another request.
	input := map[string]any{"kind": "SEE", "language": "FR", "fullName": "Zineb Essai", "telephone": "0600000000", "idempotencyKey": "another key that is long"}
	if got := stranger.does("requestAboutPerson", "code request { reference }", input); got.text("data.requestAboutPerson.code") == "" {
		t.Errorf("by another key: %v", got.body)
	}
	var requests int
	if err := a.owner.QueryRow("select count(*) from person_requests").Scan(&requests); err != nil || requests != 2 {
		t.Errorf("%d requests, %v; want 2", requests, err)
	}
}
