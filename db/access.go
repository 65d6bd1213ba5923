package db

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/jmoiron/sqlx"
	"github.com/lib/pq"
)

// everyone is who may see a column whose see tag says so. Other tags name the roles that may, each within what is its
// own; a column without the tag is the program's alone.
const everyone = "everyone"

// links are the tables that only tie two rows together; like the ties of public rows, they are public.
var links = map[string][]string{
	"signing_orientations":    {"signing_id", "orientation_id"},
	"convention_orientations": {"convention_id", "orientation_id"},
	"convention_regions":      {"convention_id", "region_id"},
	"convention_sectors":      {"convention_id", "sector_id"},
}

// appendOnly are the tables that the program may add to, and no more. The history's rows, and the texts of the search,
// come from triggers alone.
var appendOnly = []string{"targets", "decisions", "confirmations", "audit_trail", "reply_versions", "samples", "second_looks", "yearly_overlaps"}

// grants gives the statements that make the two logins' rights what the structs' tags say, whatever they were. Who first
// wrote a row, and when, is for the table's defaults to say, and whether a job was sustained for its confirmation: the
// program's login can't give those columns a value. Nor does it write through views.
func grants() []string {
	statements := []string{
		"revoke all on schema public from public",
		"revoke all on all tables in schema public from public, " + AppLogin + ", " + PublicLogin,
		"do $do$ begin execute format('revoke all on database %I from public', current_database()); end $do$",
		"do $do$ begin execute format('grant connect on database %I to " + AppLogin + ", " + PublicLogin + "', current_database()); end $do$",
		"grant usage on schema public to " + AppLogin + ", " + PublicLogin,
		"grant select on all tables in schema public to " + AppLogin,
		"revoke all on goose_db_version from " + AppLogin,
		// They would run as the owner for whoever calls them.
		"revoke execute on function rebuild_deliveries, rebuild_job_totals, rebuild_decision_days, current_entry from public, " + AppLogin + ", " + PublicLogin,
		"grant execute on function current_entry to " + AppLogin, // what it adds to the trail belongs to an entry
		`do $do$ declare t record; begin
			for t in
				select c.table_name, string_agg(quote_ident(c.column_name), ', ') as columns
				from information_schema.columns c
				join pg_class r on r.oid = format('%I.%I', c.table_schema, c.table_name)::regclass and r.relkind = 'r'
				where c.table_schema = 'public' and c.table_name not in ('changes', 'goose_db_version', 'deliveries', 'job_totals', 'decision_days', 'search_texts', 'data_versions', 'trail_entries', 'trail_pending', 'sampled_rows')
				  and c.column_name not in ('created_at', 'created_by', 'updated_at', 'happened_at', 'actor', 'entry_id', 'sustained')
				  and c.is_generated = 'NEVER'
				group by c.table_name
			loop
				execute format('grant insert (%1$s), update (%1$s), delete on %2$I to ` + AppLogin + `', t.columns, t.table_name);
			end loop;
		end $do$`,
	}
	statements = append(statements, versionedTables())
	for _, table := range appendOnly {
		statements = append(statements, `do $do$ begin execute (
			select format('revoke update (%s), delete on `+table+` from `+AppLogin+`', string_agg(quote_ident(column_name), ', '))
			from information_schema.columns where table_schema = 'public' and table_name = '`+table+`'); end $do$`)
	}
	for table, columns := range PublicColumns() {
		statements = append(statements, fmt.Sprintf("grant select (%s) on %s to %s", strings.Join(columns, ", "), table, PublicLogin))
	}
	return statements
}

// versionedTables makes writes to whatever the public reads move the version of what it reads.
func versionedTables() string {
	var names []string
	for name := range links {
		names = append(names, pq.QuoteLiteral(name))
	}
	for _, table := range everyTable {
		if !table.isApart() {
			names = append(names, pq.QuoteLiteral(table.TableName()))
		}
	}
	return `do $do$ declare t regclass; begin
		for t in
			select c.oid::regclass from pg_class c
			where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname in (` + strings.Join(names, ", ") + `)
			  and not exists (select from pg_trigger g where g.tgrelid = c.oid and g.tgname = 'version_added')
		loop
			execute format('create trigger version_added after insert on %s referencing new table as added
				for each statement execute function move_version()', t);
			execute format('create trigger version_changed after update on %s referencing new table as added
				for each statement execute function move_version()', t);
			execute format('create trigger version_removed after delete on %s referencing old table as removed
				for each statement execute function move_version()', t);
			execute format('create trigger version_emptied after truncate on %s for each statement execute function move_version()', t);
		end loop;
	end $do$`
}

// PublicColumns lists, by table, the columns that everyone may read.
func PublicColumns() map[string][]string {
	public := map[string][]string{"data_versions": {"n"}}
	for table, columns := range links {
		public[table] = columns
	}
	for _, table := range everyTable {
		if table.isHidden() {
			continue
		}
		for _, column := range table.Columns() {
			if column.See == everyone && !column.Computed && !slices.Contains(public[table.TableName()], column.Name) {
				public[table.TableName()] = append(public[table.TableName()], column.Name)
			}
		}
	}
	return public
}

// makeViews makes the views that the structs describe: of the rows that everyone may see, and of the public history. A
// view that is as described stays, so that nobody waits for it; its comment says what it was made from.
func makeViews(ctx context.Context, tx *sqlx.Tx) error {
	views := map[string]string{"public_changes": publicHistory()}
	for _, table := range everyTable {
		if v := table.viewed(); v != nil {
			columns := make([]string, 0, len(table.Columns()))
			for _, c := range table.Columns() {
				columns = append(columns, "t."+c.Name)
			}
			views[table.TableName()] = fmt.Sprintf("select %s from %s t where %s", strings.Join(columns, ", "), v.base, v.condition)
		}
	}
	for name, query := range views {
		var made bool
		if err := tx.GetContext(ctx, &made, `
			select coalesce(obj_description(to_regclass($1)) = $2, false)`, name, query); err != nil {
			return err
		}
		if made {
			continue
		}
		for _, statement := range []string{
			"drop view if exists " + name, "create view " + name + " as " + query,
			"comment on view " + name + " is " + pq.QuoteLiteral(query),
		} {
			if _, err := tx.ExecContext(ctx, statement); err != nil {
				return fmt.Errorf("%s: %w", statement, err)
			}
		}
	}
	return nil
}

func grantAccess(ctx context.Context, owner *sqlx.DB) error {
	tx, err := owner.BeginTxx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }() // after a commit it does nothing
	// Rights are rows of the catalogue: two programs that set them at once would trip over each other.
	if _, err := tx.ExecContext(ctx, "select pg_advisory_xact_lock(hashtext('mithaq'), hashtext('grants'))"); err != nil {
		return err
	}
	if err := makeViews(ctx, tx); err != nil {
		return err
	}
	for _, statement := range grants() {
		if _, err := tx.ExecContext(ctx, statement); err != nil {
			return fmt.Errorf("%s: %w", statement, err)
		}
	}
	return tx.Commit()
}

// CheckPublicLogin tries, as the public, what the public must not be able to do: to read what is private, to take on
// another role, to write. It gives an error when any of it works.
func (d *DB) CheckPublicLogin(ctx context.Context) error {
	conn, err := d.public.Connx(ctx)
	if err != nil {
		return err
	}
	defer func() { _ = conn.Close() }()
	for _, try := range []string{
		"select from changes limit 0",
		"select from register_rows limit 0",
		"select from accounts limit 0",
		"select from sessions limit 0",
		"select created_by from signings limit 0",
		"set role " + AppLogin,
		"set session authorization " + AppLogin,
	} {
		_, err := conn.ExecContext(ctx, try)
		var refused *pq.Error
		if err == nil {
			_, _ = conn.ExecContext(ctx, "reset role")
			return fmt.Errorf("the public's login can run %q, so it may see what is private; READ_DATABASE_URL must name the login %s, a member of nothing", try, PublicLogin)
		}
		if !errors.As(err, &refused) || (refused.Code != "42501" && refused.Code != "25006") {
			return err
		}
	}
	var able []string
	if err := conn.SelectContext(ctx, &able, `
		select 'write ' || c.relname
		from pg_class c
		join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
		where c.relkind in ('r', 'p', 'v', 'm', 'f')
		  and (has_table_privilege(c.oid, 'insert, update, delete, truncate')
		    or has_any_column_privilege(c.oid, 'insert, update'))
		union all
		select 'act as ' || r.rolname
		from pg_auth_members m
		join pg_roles r on r.oid = m.roleid
		join pg_roles me on me.oid = m.member
		where me.rolname = session_user
		union all
		select 'run as its owner ' || proname
		from pg_proc
		where pronamespace = 'public'::regnamespace and prosecdef and prorettype <> 'trigger'::regtype
		  and has_function_privilege(oid, 'execute')
		union all
		select 'do what only an administrator may'
		from pg_roles
		where rolname = session_user and (rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls)
		union all
		select 'make tables'
		where has_schema_privilege('public', 'create') or has_database_privilege(current_database(), 'create, temporary')`); err != nil {
		return err
	}
	if len(able) > 0 {
		return fmt.Errorf("the public's login may %s; READ_DATABASE_URL must name the login %s, which is a member of nothing and may only read", strings.Join(able, ", "), PublicLogin)
	}
	return nil
}
