// Command mithaq keeps and serves an open register of employment conventions.
package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"os"
	"os/signal"
	"runtime/debug"
	"sync"
	"syscall"
	"time"

	"github.com/alecthomas/kong"
	"github.com/lib/pq"
	"github.com/lmittmann/tint"

	"mithaq/db"
	"mithaq/graph"
	"mithaq/web"
)

// commands are the program's; each has its own --help.
type commands struct {
	Serve   serveCommand   `cmd:"" default:"1" help:"Serve the register: the site and the API (the default)."`
	Migrate migrateCommand `cmd:"" help:"Bring the database to this program's version, and make its logins."`
	Import  importCommand  `cmd:"" help:"Read register files into the register: all of them, or, with any fault, nothing."`
	Export  exportCommand  `cmd:"" help:"Write a register as a file that import reads."`
	Audit   auditCommand   `cmd:"" help:"Look at what was recorded."`
	Keys    keysCommand    `cmd:"" help:"Change the key by which identity numbers are compared."`
	Invite  inviteCommand  `cmd:"" help:"Invite an administrator, and print the link where no mail is sent."`
	Sample  sampleCommand  `cmd:"" help:"Fill the database with a register in which nothing is real, for demonstrations and load."`
	Version versionCommand `cmd:"" help:"Say which version this is."`
}

const about = "Mithaq keeps an open register of employment conventions: what was promised, what exists, and on whose word.\n\n" +
	"Settings are taken from the environment: LISTEN, DATA_DIR, KEYS_DIR, DATABASE_URL, READ_DATABASE_URL, PUBLIC_URL, " +
	"OPERATOR_NAME, OPERATOR_CONTACT, OPERATOR_LEGAL, SMTP_URL, MAIL_FROM, ANSWER_DAYS, RETENTION_MONTHS, POSTGRES_BIN, READS, CACHE, RATE, TRUSTED_PROXIES. The README has a table of them."

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second Ctrl-C ends it at once
	call := kong.Parse(&commands{}, kong.Name("mithaq"), kong.Description(about), kong.ShortUsageOnError(),
		kong.BindTo(ctx, (*context.Context)(nil)), kong.Exit(func(code int) { os.Exit(min(code, 1)) }))
	if err := call.Run(); err != nil {
		fmt.Fprintf(os.Stderr, "mithaq: %v\n", err)
		os.Exit(1)
	}
}

type serveCommand struct{}

// Run serves until it is told to stop. What could refuse the start is tried before anything is changed.
func (serveCommand) Run(ctx context.Context) error {
	s, err := readSettings()
	if err != nil {
		return err
	}
	app, err := web.ReadApp(web.Built())
	if err != nil {
		return err
	}
	listener, err := net.Listen("tcp", s.Listen)
	if err != nil {
		return fmt.Errorf("can't listen on %s (%w); stop what uses it, or set LISTEN to another address", s.Listen, unwrapAll(err))
	}
	defer func() { _ = listener.Close() }()
	if s.owner == nil {
		unlock, err := lockDataDir(s.DataDir)
		if err != nil {
			return err
		}
		defer unlock()
	}
	boundMemory()
	log := newLog()
	d, closeDB, err := openRegister(ctx, s, log)
	if err != nil {
		return err
	}
	defer closeDB()
	if err := importFirst(ctx, d); err != nil {
		return err
	}
	if err := d.CheckPublicLogin(ctx); err != nil {
		return plain(ctx, err)
	}
	links := s.links(listener.Addr().String())
	s.API.Documents, s.API.PublicURL, s.API.InvitationLink, s.API.SendsMail = app.Documents, s.PublicURL, links.Invitation, s.Mail.IsSent()
	serving, done := context.WithCancel(context.WithoutCancel(ctx)) // what is asked until the end is answered as before
	var beside sync.WaitGroup
	defer waitFor(&beside, log) // before the database is closed
	defer done()
	api := graph.New(serving, d, log, s.API)
	site := &web.Site{
		DB: d, GraphQL: api, Schema: graph.SchemaFile(), PublicURL: s.PublicURL, Operator: s.operator(), KeptFor: s.RetentionMonths, Log: log,
		SessionCookie: graph.SessionCookie(s.PublicURL), Client: api.Client, Enter: api.Enter, BehindHTTPS: api.BehindHTTPS,
	}
	beside.Go(func() { s.Mail.Post(serving, d, links, log) })
	beside.Go(func() { web.Chores(serving, d, log) })
	fmt.Printf("\n  Mithaq is ready: http://%s/\n\n", reachedAt(listener.Addr().String()))
	return site.Serve(ctx, listener, web.NewServer(site.Handler(app), web.UsualTimes, log), func() { progress("stopping") })
}

// besideWithin is how long what is done beside has to stop: a letter that is on its way, a chore that waits for a connection.
const besideWithin = 5 * time.Second

func waitFor(beside *sync.WaitGroup, log *slog.Logger) {
	stopped := make(chan struct{})
	go func() {
		beside.Wait()
		close(stopped)
	}()
	select {
	case <-stopped:
	case <-time.After(besideWithin):
		log.Warn("what is done beside didn't stop in time; it is given up, and done again at the next start", "waited", besideWithin)
	}
}

// boundMemory lets garbage wait as long as there is memory: an answer leaves little that lives on. The environment's own
// GOGC and GOMEMLIMIT come before these.
func boundMemory() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(400)
	}
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(44 << 20)
	}
}

// reachedAt gives the address by which a browser on this machine reaches a listener.
func reachedAt(address string) string {
	host, port, err := net.SplitHostPort(address)
	if ip := net.ParseIP(host); err == nil && (ip.IsUnspecified() || ip.Equal(net.IPv4(127, 0, 0, 1)) || ip.Equal(net.IPv6loopback)) {
		return "localhost:" + port
	}
	return address
}

// progress says that a step of the start has begun.
func progress(step string) { fmt.Fprintf(os.Stderr, "  · %s\n", step) }

// newLog writes for people on a terminal, and for machines elsewhere.
func newLog() *slog.Logger {
	if info, err := os.Stderr.Stat(); err == nil && info.Mode()&os.ModeCharDevice != 0 {
		return slog.New(tint.NewTextHandler(os.Stderr, &tint.Options{TimeFormat: time.TimeOnly}))
	}
	return slog.New(slog.NewJSONHandler(os.Stderr, nil))
}

// plain gives the sentence for an error of the database that the person who starts the program can do something about.
func plain(ctx context.Context, err error) error {
	var missing *db.MissingLogins
	var extension *db.MissingExtension
	var refused *pq.Error
	switch {
	case err == nil, errors.As(err, &missing), errors.As(err, &extension):
		return err
	case ctx.Err() != nil:
		return errors.New("stopped before it was done; nothing is half-written, and the next start goes on from there")
	case errors.As(err, &refused) && refused.Code == "3D000":
		return fmt.Errorf("the database that DATABASE_URL names does not exist; create it, or name another")
	case errors.As(err, &refused) && refused.Code == "42501":
		return fmt.Errorf("DATABASE_URL's user may not do what is needed (%s); it must be the owner of the database", refused.Message)
	case errors.As(err, &refused) && (refused.Code == "55P03" || refused.Code == "57014"):
		return fmt.Errorf("the database took too long (%s); see what else is running in it, and try again", refused.Message)
	case errors.As(err, &refused) && refused.Code.Class() == "28":
		return fmt.Errorf("the database refuses the login (%s); see DATABASE_URL, and KEYS_DIR for the logins %s and %s", refused.Message, db.AppLogin, db.PublicLogin)
	}
	if known := db.AsError(ctx, err); known.Code == db.CodeUnavailable {
		return fmt.Errorf("the database can't be reached (%w); see that it runs and that DATABASE_URL names it", unwrapAll(err))
	}
	return err
}

// unwrapAll gives the innermost error, which says what the system said.
func unwrapAll(err error) error {
	for {
		inner := errors.Unwrap(err)
		if inner == nil {
			return err
		}
		err = inner
	}
}
