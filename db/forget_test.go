package db_test

import (
	"slices"
	"testing"

	"mithaq/db/dbtest"
)

// forgettable is what can be let go, by how old it is: that of names with an x is.
const forgettable = known + `
	insert into attempts (at, subject, client, known, failed) values (now() - interval '25 hours', 'x', 'x', false, false), (now() - interval '23 hours', 'a', 'a', false, false);
	insert into codes (account_id, purpose, code_sha256, expires_at, used_at) values
	  (1, 'INVITATION', sha256('x1'), now() - interval '31 days', null),
	  (1, 'INVITATION', sha256('x2'), now() + interval '1 day', now() - interval '31 days'),
	  (1, 'INVITATION', sha256('b'), now() - interval '29 days', null),
	  (1, 'INVITATION', sha256('c'), now() + interval '1 day', null);
	insert into letters (account_id, kind, created_at, failure) values
	  (1, 'INVITATION', now() - interval '181 days', 'x'), (1, 'INVITATION', now() - interval '179 days', 'a');
	insert into sessions (account_id, token_sha256, ends_at, created_at, device) values
	  (1, sha256('x'), now(), now() - interval '32 days', 'x'), (1, sha256('b'), now(), now() - interval '30 days', 'b')`

func TestWhatIsKeptForAWhileGoes(t *testing.T) {
	d, logins := dbtest.RegisterLogins(t)
	owner := connect(t, logins.Owner)
	tx := owner.MustBegin()
	tx.MustExec(forgettable)
	if err := tx.Commit(); err != nil {
		t.Fatal(err)
	}
	if err := d.Forget(t.Context()); err != nil {
		t.Fatal(err)
	}
	var left []string
	if err := owner.Select(&left, `
		select 'attempt ' || encode(subject, 'escape') from attempts
		union all select 'code ' || n from codes c join unnest('{a,b,c,x1,x2}'::text[]) n on c.code_sha256 = sha256(n::bytea)
		union all select 'letter ' || coalesce(failure, 'new') from letters
		union all select 'session ' || coalesce(device, 'new') from sessions
		order by 1`); err != nil {
		t.Fatal(err)
	}
	if want := []string{"attempt a", "code a", "code b", "code c", "letter a", "letter new", "session b", "session new"}; !slices.Equal(left, want) {
		t.Errorf("what is left is %v, want %v", left, want)
	}
}
