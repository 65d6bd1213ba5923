package main

import (
	"errors"
	"fmt"
	"net"
	"os"
	"path/filepath"

	"github.com/caarlos0/env/v11"
	"github.com/lib/pq"

	"mithaq/graph"
	"mithaq/web"
)

// settings are all that can be set, by environment. The README's table says the same.
type settings struct {
	Listen          string `env:"LISTEN" envDefault:"127.0.0.1:8080"`
	DataDir         string `env:"DATA_DIR"`
	KeysDir         string `env:"KEYS_DIR"`
	DatabaseURL     string `env:"DATABASE_URL"`
	ReadDatabaseURL string `env:"READ_DATABASE_URL"`
	PublicURL       string `env:"PUBLIC_URL"`
	OperatorName    string `env:"OPERATOR_NAME"`
	OperatorContact string `env:"OPERATOR_CONTACT"`
	OperatorLegal   string `env:"OPERATOR_LEGAL"`
	PostgresBin     string `env:"POSTGRES_BIN"`
	AnswerDays      int    `env:"ANSWER_DAYS" envDefault:"30"`
	RetentionMonths int    `env:"RETENTION_MONTHS" envDefault:"24"`

	API  graph.Settings
	Mail web.Mail

	owner, read *pq.Config // DATABASE_URL and READ_DATABASE_URL, read
}

// links is what the addresses of pages begin with, in mail and in what is printed.
func (s settings) links(listening string) web.Links {
	if s.PublicURL != "" {
		return web.Links(s.PublicURL)
	}
	return web.Links("http://" + reachedAt(listening))
}

// readSettings reads the environment and tells all that is wrong with it at once.
func readSettings() (settings, error) {
	s, err := env.ParseAs[settings]()
	var faults []error
	told := map[string]bool{}
	wrong := func(name, format string, args ...any) {
		if !told[name] { // what can't be read isn't out of its bounds as well
			faults = append(faults, fmt.Errorf("%s: %s", name, fmt.Sprintf(format, args...)))
		}
		told[name] = true
	}
	if err := tellUnread(err, wrong); err != nil {
		return s, err
	}
	if s.DataDir == "" {
		s.DataDir = defaultDataDir()
	}
	if s.KeysDir == "" {
		s.KeysDir = filepath.Clean(s.DataDir) + "-keys"
	}
	if _, port, err := net.SplitHostPort(s.Listen); err != nil || port == "" {
		wrong("LISTEN", "%q is no address to listen on; right is HOST:PORT, like 127.0.0.1:8080", s.Listen)
	}
	if err := s.Mail.Check(); err != nil {
		faults = append(faults, err)
	}
	s.owner = readLogin("DATABASE_URL", s.DatabaseURL, wrong)
	s.read = readLogin("READ_DATABASE_URL", s.ReadDatabaseURL, wrong)
	if s.read != nil && s.owner == nil && s.DatabaseURL == "" {
		wrong("READ_DATABASE_URL", "it goes with DATABASE_URL, which isn't set")
	}
	if s.PublicURL != "" {
		origin, ok := web.Origin(s.PublicURL)
		if !ok {
			wrong("PUBLIC_URL", "%q is no address of a site; right is one without a path, like https://register.example.org", s.PublicURL)
		}
		s.PublicURL = origin
	}
	if s.AnswerDays < 1 || s.AnswerDays > 366 {
		wrong("ANSWER_DAYS", "%d days; allowed are 1 to 366", s.AnswerDays)
	}
	if s.RetentionMonths < 1 || s.RetentionMonths > 120 {
		wrong("RETENTION_MONTHS", "%d months; allowed are 1 to 120", s.RetentionMonths)
	}
	if s.API.Rate < 0 {
		wrong("RATE", "%d; allowed are 0, which is without an end, and more", s.API.Rate)
	}
	if s.API.Cache < 0 {
		wrong("CACHE", "%d MiB; allowed are 0, which keeps no answers, and more", s.API.Cache)
	}
	if s.API.Reads != "compiled" && s.API.Reads != "resolvers" {
		wrong("READS", "%q; allowed are compiled and resolvers", s.API.Reads)
	}
	if s.OperatorName+s.OperatorContact+s.OperatorLegal != "" {
		for _, operator := range [][2]string{{"OPERATOR_NAME", s.OperatorName}, {"OPERATOR_CONTACT", s.OperatorContact}, {"OPERATOR_LEGAL", s.OperatorLegal}} {
			if operator[1] == "" {
				wrong(operator[0], "it isn't set; the three OPERATOR_ settings are set together or not at all")
			}
		}
	}
	if len(faults) > 0 {
		return s, fmt.Errorf("these settings are wrong:\n%w", errors.Join(faults...))
	}
	return s, nil
}

// forms are the settings that aren't any text: by their fields, what they are called and what is right.
var forms = map[string][2]string{
	"AnswerDays":      {"ANSWER_DAYS", "a number of days, 1 to 366"},
	"RetentionMonths": {"RETENTION_MONTHS", "a number of months, 1 to 120"},
	"Rate":            {"RATE", "a cost an hour, 0 or more"},
	"Cache":           {"CACHE", "a number of MiB, 0 or more"},
	"Proxies":         {"TRUSTED_PROXIES", "networks with a comma alone between them, like 10.0.0.0/8,::1/128"},
}

// tellUnread tells which settings haven't their form; what else is in the error is given back.
func tellUnread(err error, wrong func(name, format string, args ...any)) error {
	var all env.AggregateError
	if !errors.As(err, &all) {
		return err
	}
	for _, err := range all.Errors {
		var unread env.ParseError
		if !errors.As(err, &unread) || forms[unread.Name][0] == "" {
			return err
		}
		name, right := forms[unread.Name][0], forms[unread.Name][1]
		wrong(name, "%q can't be read; right is %s", os.Getenv(name), right)
	}
	return nil
}

func readLogin(name, dsn string, wrong func(name, format string, args ...any)) *pq.Config {
	if dsn == "" {
		return nil
	}
	cfg, err := pq.NewConfig(dsn)
	if err != nil {
		wrong(name, "it can't be read; right is postgres://USER:PASSWORD@HOST:PORT/DATABASE?sslmode=…, or KEY=VALUE pairs") // no more: it may hold a password
		return nil
	}
	return &cfg
}

// database says which database these settings name, without a login.
func (s settings) database() string {
	if s.owner == nil {
		return s.DataDir
	}
	return fmt.Sprintf("%s on %s", s.owner.Database, s.owner.Host)
}

func (s settings) operator() *web.Operator {
	if s.OperatorName == "" {
		return nil
	}
	return &web.Operator{Name: s.OperatorName, Contact: s.OperatorContact, Legal: s.OperatorLegal}
}

// defaultDataDir is where the user's programs keep their data.
func defaultDataDir() string {
	if dir := os.Getenv("XDG_DATA_HOME"); dir != "" {
		return filepath.Join(dir, "mithaq")
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "mithaq-data"
	}
	return filepath.Join(home, ".local", "share", "mithaq")
}
