//go:build linux

package main

import (
	"context"
	"fmt"
	"os"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// ran is a statement that PostgreSQL has logged, with its parameters.
type ran struct {
	text   string
	values []string
}

// script takes from PostgreSQL's log what our server asks it for when it holds nothing, and writes that as scripts of
// pgbench.
func (h *house) script(ctx context.Context, st *stage, q query, bodies []string) ([][]string, int, error) {
	if err := st.logging(ctx, true); err != nil {
		return nil, 0, err
	}
	defer func() { _ = st.logging(context.WithoutCancel(ctx), false) }()
	var args [][]string
	statements := 0
	for i, body := range bodies {
		if err := st.forget(ctx); err != nil {
			return nil, 0, err
		}
		before, err := os.Stat(st.log)
		if err != nil {
			return nil, 0, err
		}
		if _, err := st.ours.ask(ctx, body); err != nil {
			return nil, 0, err
		}
		log, err := os.ReadFile(st.log)
		if err != nil {
			return nil, 0, err
		}
		logged := readLog(string(log[before.Size():]))
		if len(logged) == 0 {
			return nil, 0, fmt.Errorf("PostgreSQL logged no statement")
		}
		text, defines := pgbenchScript(i, logged)
		path := fmt.Sprintf("%s-%d.sql", h.file(st, "script", q.name), i)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			return nil, 0, err
		}
		args = append(args, append([]string{"-f", path}, defines...))
		statements = len(logged)
	}
	return args, statements, nil
}

// forget makes our server let go of the rows that it holds, as if the data had changed.
func (st *stage) forget(ctx context.Context) error {
	_, err := st.owner.ExecContext(ctx, "insert into data_versions default values")
	time.Sleep(300 * time.Millisecond) // three times as long as it takes to see that
	return err
}

const logPrefix = "bench "

// logging makes PostgreSQL log every statement, or as it was before. Connections heed it before their next statement.
func (st *stage) logging(ctx context.Context, on bool) error {
	statements := []string{"alter system reset log_statement", "alter system reset log_line_prefix"}
	if on {
		statements = []string{"alter system set log_statement = 'all'", "alter system set log_line_prefix = '" + logPrefix + "%u|'"}
	}
	for _, statement := range append(statements, "select pg_reload_conf()", "select pg_sleep(0.3)") {
		if _, err := st.owner.ExecContext(ctx, statement); err != nil {
			return err
		}
	}
	return nil
}

var (
	executed   = regexp.MustCompile(`(?s)^LOG:  (?:execute [^:]*|statement): (.*)$`)
	parameters = regexp.MustCompile(`(?is)^DETAIL:  parameters: (.*)$`)
	parameter  = regexp.MustCompile(`(?s)\$\d+ = ('(?:[^']|'')*'|NULL)`)
)

// readLog gives the statements of the public's login, in their order, but for those that watch the version.
func readLog(log string) []ran {
	var found []ran
	for _, entry := range strings.Split("\n"+log, "\n"+logPrefix)[1:] {
		whose, said, _ := strings.Cut(strings.ReplaceAll(strings.TrimSuffix(entry, "\n"), "\n\t", "\n"), "|")
		if whose != publicLogin || strings.Contains(said, " from data_versions") { // which a server asks ten times a second
			continue
		}
		if m := executed.FindStringSubmatch(said); m != nil {
			found = append(found, ran{text: m[1]})
		} else if m := parameters.FindStringSubmatch(said); m != nil && len(found) > 0 {
			for _, value := range parameter.FindAllStringSubmatch(m[1], -1) {
				plain := strings.TrimSuffix(strings.TrimPrefix(value[1], "'"), "'")
				found[len(found)-1].values = append(found[len(found)-1].values, strings.ReplaceAll(plain, "''", "'"))
			}
		}
	}
	return found
}

var placeholder = regexp.MustCompile(`\$\d+`)

// pgbenchScript writes statements with pgbench's variables in place of the parameters, and what defines these. A variable
// can't be empty: then the text stands in the statement.
func pgbenchScript(number int, statements []ran) (string, []string) {
	var script strings.Builder
	var defines []string
	for i, s := range statements {
		name := fmt.Sprintf("v%d_%d_", number, i)
		for n, value := range s.values {
			if value != "" {
				defines = append(defines, "-D", fmt.Sprintf("%s%d=%s", name, n+1, value))
			}
		}
		script.WriteString(placeholder.ReplaceAllStringFunc(strings.TrimSpace(s.text), func(place string) string {
			n, _ := strconv.Atoi(place[1:]) // the pattern lets only numbers through
			if n <= len(s.values) && s.values[n-1] == "" {
				return "''"
			}
			return fmt.Sprintf(":%s%d", name, n)
		}) + ";\n")
	}
	return script.String(), defines
}
