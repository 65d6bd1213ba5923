package registers_test

import (
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"pgregory.net/rapid"
)

// forget deletes all that register files hold, past the triggers: targets are never deleted otherwise.
func forget(t rapid.TB, owner *sql.DB) {
	t.Helper()
	if _, err := owner.Exec(`do $do$ declare held text; begin
		set local session_replication_role = replica;
		for held in select distinct table_name from register_rows loop
			execute format('delete from %I t using register_rows h where h.table_name = %1$L and h.row_id = t.id', held);
		end loop;
		delete from register_rows;
		delete from registers;
	end $do$`); err != nil {
		t.Fatal(err)
	}
}

// facts gives every row of a database without its ids: a foreign key is replaced by the row that it points to.
func facts(t rapid.TB, owner *sql.DB) map[string][]string {
	t.Helper()
	points := map[string]string{} // tables by the columns that point to them
	for _, row := range lines(t, owner, `
		select format('%s.%s %s', c.conrelid::regclass, a.attname, c.confrelid::regclass)
		from pg_constraint c
		cross join unnest(c.conkey, c.confkey) as k (near, far)
		join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.near
		join pg_attribute b on b.attrelid = c.confrelid and b.attnum = k.far and b.attname = 'id'
		where c.contype = 'f'`) {
		column, table, _ := strings.Cut(row, " ")
		points[column] = table
	}
	all := map[string]map[string]map[string]any{} // rows by table and id
	for _, table := range lines(t, owner, "select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relname not in ('changes', 'audit_trail', 'trail_entries', 'search_texts', 'data_versions', 'goose_db_version')") {
		all[table] = map[string]map[string]any{}
		for i, text := range lines(t, owner, "select (to_jsonb(t) - '{created_at,created_by,updated_at}'::text[])::text from "+table+" t") {
			var row map[string]any
			_ = json.Unmarshal([]byte(text), &row) // PostgreSQL's own
			if row["id"] == nil {
				row["id"] = i
			}
			all[table][fmt.Sprint(row["id"])] = row
		}
	}
	var said func(table, id string) string
	said = func(table, id string) string {
		row := map[string]any{}
		for column, value := range all[table][id] {
			switch far := points[table+"."+column]; {
			case column == "id":
			case table == "register_rows" && column == "row_id":
				row[column] = said(fmt.Sprint(all[table][id]["table_name"]), fmt.Sprint(value))
			case far != "" && value != nil:
				row[column] = said(far, fmt.Sprint(value))
			default:
				row[column] = value
			}
		}
		text, _ := json.Marshal(row)
		return string(text)
	}
	facts := map[string][]string{}
	for table, rows := range all {
		for id := range rows {
			facts[table] = append(facts[table], said(table, id))
		}
		slices.Sort(facts[table])
	}
	return facts
}

func lines(t rapid.TB, owner *sql.DB, query string) []string {
	t.Helper()
	rows, err := owner.Query(query)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = rows.Close() }()
	var all []string
	for rows.Next() {
		var line string
		if err := rows.Scan(&line); err != nil {
			t.Fatal(err)
		}
		all = append(all, line)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return all
}
