package db_test

import (
	"testing"

	"mithaq/db/dbtest"
)

// known is an account that has joined, with all that an account can have.
const known = `
	select set_config('mithaq.actor', 'test', true), set_config('mithaq.reason', 'test', true);
	insert into accounts (id, email, language, name, password_hash, joined_at) overriding system value
	values (1, 'a@register.test', 'FR', 'x', 'x', now());
	insert into accounts (id, email, language) overriding system value values (2, 'b@register.test', 'FR');
	insert into account_roles (account_id, role) values (1, 'OFFICER');
	insert into codes (account_id, purpose, code_sha256, expires_at) values (1, 'PASSWORD_RESET', sha256('a'), now());
	insert into sessions (account_id, token_sha256, ends_at) values (1, sha256('a'), now());
	insert into recovery_codes (account_id, code_hmac) values (1, sha256('a'));
	insert into access_tokens (partner_id, name, scopes, token_sha256, expires_at)
	select min(id), 'x', '{READ}', sha256('a'), now() from partners;
	insert into letters (account_id, kind, sent_at) values (1, 'INVITATION', now());
	insert into marked_copies (owner, code_sha256, content) values ('account 1', sha256('a'), 'x');`

// brokenAccounts are writes over known that break a rule, by the rule.
var brokenAccounts = map[string]string{
	"update accounts set email = 'A@register.test'":                                                           "accounts_email_is_one",
	"update accounts set email = 'a@register.test'":                                                           "accounts_email_once",
	"update accounts set name = '' where id = 1":                                                              "accounts_name_given",
	"update accounts set name = null where id = 1":                                                            "accounts_joined_with_name_and_password",
	"update accounts set totp_on = true":                                                                      "accounts_second_factor_has_secret",
	"insert into account_roles (account_id, role) values (1, 'OFFICER')":                                      "account_roles_once",
	"insert into account_roles (account_id, role) values (2, 'PARTNER_MEMBER')":                               "account_roles_of_a_partner",
	"insert into account_roles (account_id, role) values (2, 'AUDITOR')":                                      "account_roles_auditor_until",
	"update account_roles set convention_id = (select min(id) from conventions)":                              "account_roles_of_a_convention",
	"insert into account_roles (account_id, role, region_id) select 2, 'ADMINISTRATOR', min(id) from regions": "account_roles_of_a_region",
	`insert into account_roles (account_id, role, until_on, region_id, partner_id)
	 select 2, 'AUDITOR', '2100-01-01', (select min(id) from regions), (select min(id) from partners)`: "account_roles_one_scope",
	"update codes set code_sha256 = 'a'": "codes_are_hashes",
	"insert into codes (account_id, purpose, code_sha256, expires_at) values (2, 'INVITATION', sha256('a'), now())": "codes_once",
	"update sessions set token_sha256 = 'a'":                                                  "sessions_are_hashes",
	"update sessions set device = repeat('a', 201)":                                           "sessions_device_short",
	"insert into sessions (account_id, token_sha256, ends_at) values (2, sha256('a'), now())": "sessions_once",
	"update recovery_codes set code_hmac = 'a'":                                               "recovery_codes_are_hashes",
	"insert into recovery_codes (account_id, code_hmac) values (1, sha256('a'))":              "recovery_codes_once",
	"update access_tokens set name = ''":                                                      "access_tokens_name_given",
	"update access_tokens set scopes = '{}'":                                                  "access_tokens_can_something",
	"update access_tokens set token_sha256 = 'a'":                                             "access_tokens_are_hashes",
	`insert into access_tokens (partner_id, name, scopes, token_sha256, expires_at)
	 select min(id), 'y', '{READ}', sha256('a'), now() from partners`: "access_tokens_once",
	"update letters set dropped_at = now()":                                                          "letters_sent_or_dropped",
	"update marked_copies set code_sha256 = 'a'":                                                     "marked_copies_are_hashes",
	"insert into marked_copies (owner, code_sha256, content) values ('account 2', sha256('a'), 'x')": "marked_copies_once",
	"update marked_copies set content = convert_to(repeat('a', 33554433), 'UTF8')":                   "marked_copies_short",
	"insert into letters (account_id, kind, role_id) select 2, 'ROLE_GIVEN', id from account_roles":  "letters_own_role",
}

func TestAccountsKeepTheirRules(t *testing.T) {
	_, logins := dbtest.RegisterLogins(t)
	breakEach(t, connect(t, logins.Owner), known, brokenAccounts)
}
