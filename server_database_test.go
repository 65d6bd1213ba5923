package main_test

import (
	"database/sql"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	_ "github.com/lib/pq"

	"mithaq/db/embedded"
)

// database is an ordinary PostgreSQL that asks the program's logins for passwords, with a database whose owner may not
// create roles.
type database struct {
	url, data string
	super     *sql.DB
	dsn       func(user, name string) string
}

func ordinary(t *testing.T) database {
	t.Helper()
	data := t.TempDir()
	server, err := embedded.Start(t.Context(), embedded.Options{DataDir: data, Binaries: os.Getenv("POSTGRES_BIN")})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = server.Stop(t.Context()) })
	super, err := sql.Open("postgres", server.DSN(embedded.Owner, "postgres"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = super.Close() })
	d := database{url: server.DSN("keeper", "register"), data: data, super: super, dsn: server.DSN}
	d.exec(t, "create role keeper login")
	d.exec(t, "create database register owner keeper")
	hba := "local all mithaq_owner trust\nlocal all keeper trust\nlocal all all scram-sha-256\n"
	if err := os.WriteFile(filepath.Join(data, "postgres", "pg_hba.conf"), []byte(hba), 0o600); err != nil {
		t.Fatal(err)
	}
	d.exec(t, "select pg_reload_conf()")
	return d
}

func (d database) exec(t *testing.T, statement string) {
	t.Helper()
	if _, err := d.super.Exec(statement); err != nil {
		t.Fatalf("%s: %v", statement, err)
	}
}

func TestOwnerWhoMayNotCreateLoginsIsToldTheSQL(t *testing.T) {
	d := ordinary(t)
	settings := []string{"DATA_DIR=" + t.TempDir() + "/data", "DATABASE_URL=" + d.url}
	code, said := start(t, settings, "migrate").end()
	statements := regexp.MustCompile(`(?m)^(create|alter) role .*;$`).FindAllString(said, -1)
	if code != 1 || len(statements) != 3 {
		t.Fatalf("migrate gave %d and %d statements:\n%s", code, len(statements), said)
	}
	for _, statement := range statements {
		d.exec(t, statement)
	}
	serving := start(t, settings)
	if serving.address == "" || serving.count("claims") != "49" {
		t.Fatalf("with the logins, it does not serve:\n%s", serving.output())
	}
	if code, said := start(t, append(settings, "KEYS_DIR="+t.TempDir()), "migrate").end(); code != 1 || !strings.Contains(said, "the database refuses the login") {
		t.Errorf("with other keys, migrate gave %d:\n%s", code, said)
	}
}

func TestOwnerWhoMayNotCreateTheExtensionIsToldTheSQL(t *testing.T) {
	d := ordinary(t)
	d.exec(t, "alter role keeper createrole")
	d.exec(t, "revoke create on database register from keeper")
	settings := []string{"DATA_DIR=" + t.TempDir() + "/data", "DATABASE_URL=" + d.url}
	code, said := start(t, settings, "migrate").end()
	statements := regexp.MustCompile(`(?m)^(create|alter) extension .*;$`).FindAllString(said, -1)
	if code != 1 || len(statements) != 2 {
		t.Fatalf("migrate gave %d and %d statements:\n%s", code, len(statements), said)
	}
	administrator, err := sql.Open("postgres", d.dsn(embedded.Owner, "register"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = administrator.Close() }()
	if _, err := administrator.Exec(strings.Join(statements, "")); err != nil {
		t.Fatal(err)
	}
	if code, said := start(t, settings, "migrate").end(); code != 0 {
		t.Errorf("with the extension, migrate gave %d:\n%s", code, said)
	}
}

func TestServeRefusesAPublicLoginThatSeesTooMuch(t *testing.T) {
	d := ordinary(t)
	d.exec(t, "alter role keeper createrole")
	settings := []string{"DATA_DIR=" + t.TempDir() + "/data", "DATABASE_URL=" + d.url, "READ_DATABASE_URL=" + d.url}
	if code, said := start(t, settings).end(); code != 1 || !strings.Contains(said, "may see what is private") {
		t.Errorf("with the owner as the public, serve gave %d:\n%s", code, said)
	}
}

func TestProgramsThatMigrateAtOnceWaitForOneAnother(t *testing.T) {
	d := ordinary(t)
	d.exec(t, "alter role keeper createrole")
	settings := []string{"DATA_DIR=" + t.TempDir() + "/data", "DATABASE_URL=" + d.url}
	var all []*running
	for range 4 {
		all = append(all, start(t, settings, "migrate"))
	}
	migrated := 0
	for _, r := range all {
		code, said := r.end()
		if code != 0 {
			t.Errorf("migrate gave %d:\n%s", code, said)
		}
		migrated += strings.Count(said, "migrated: 0001")
	}
	if migrated != 1 {
		t.Errorf("%d programs applied the first migration", migrated)
	}
}
