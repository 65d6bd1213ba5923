// Command mithaq keeps and serves an open register of employment conventions.
package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"os"
	"os/signal"
	"path/filepath"
	"runtime/debug"
	"strings"
	"sync"
	"syscall"
	"time"

	"github.com/alecthomas/kong"
	"github.com/caarlos0/env/v11"
	"github.com/lib/pq"
	"github.com/lmittmann/tint"

	"mithaq/db"
	"mithaq/db/embedded"
	"mithaq/db/registers"
	"mithaq/db/sample"
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

// postgresTime is how long the private PostgreSQL may take to stop.
const postgresTime = 4 * time.Second

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
	defer beside.Wait() // before the database is closed
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

// links is what the addresses of pages begin with, in mail and in what is printed.
func (s settings) links(listening string) web.Links {
	if s.PublicURL != "" {
		return web.Links(s.PublicURL)
	}
	return web.Links("http://" + reachedAt(listening))
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

type migrateCommand struct{}

// Run migrates the database and says so.
func (migrateCommand) Run(ctx context.Context) error {
	return withRegister(ctx, func(settings, *db.DB) error {
		progress("the database is up to date")
		return nil
	})
}

type importCommand struct {
	Files    []string `arg:"" help:"Register files (YAML). The README describes their form." type:"existingfile"`
	TakeFile []string `help:"Where this fact was changed on the site, take what the files say; by what a conflict calls it, or all." placeholder:"FACT" sep:"none"`
	KeepSite []string `help:"Where this fact was changed on the site, keep what the site says." placeholder:"FACT" sep:"none"`
}

// Run reads the files whole, tells all their faults, and writes them when there are none.
func (c importCommand) Run(ctx context.Context) error {
	var files []*registers.File
	for _, path := range c.Files {
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		files = append(files, registers.Read(path, text))
	}
	return withRegister(ctx, func(s settings, d *db.DB) error {
		progress("importing " + strings.Join(c.Files, ", "))
		report, err := registers.ImportResolving(ctx, d, "import", registers.Resolve{TakeFile: c.TakeFile, KeepSite: c.KeepSite}, files...)
		if err != nil {
			return plain(ctx, err)
		}
		fmt.Printf("%s\n%s\n", report, "in the register of "+s.database())
		return nil
	})
}

type exportCommand struct {
	Register string `arg:"" optional:"" help:"The register's slug; needed only where the database holds several."`
	Output   string `help:"Write to this file, whole or not at all; unset, to the standard output." placeholder:"FILE"`
	All      string `help:"Write every register into this folder, each to a file of its own, SLUG.yaml." placeholder:"DIR"`
}

// Run writes a register, or all, as files that import reads.
func (c exportCommand) Run(ctx context.Context) error {
	if c.All != "" && c.Register+c.Output != "" {
		return errors.New("--all writes every register; it goes with no slug and no --output")
	}
	return withRegister(ctx, func(_ settings, d *db.DB) error {
		if c.All != "" {
			all, err := registers.ExportAll(ctx, d)
			if err != nil {
				return plain(ctx, err)
			}
			for _, exported := range all {
				if err := writeWhole(filepath.Join(c.All, exported.Slug+".yaml"), exported.Text); err != nil {
					return err
				}
			}
			return nil
		}
		exported, err := registers.Export(ctx, d, c.Register)
		switch {
		case err != nil:
			return plain(ctx, err)
		case c.Output != "":
			return writeWhole(c.Output, exported.Text)
		}
		progress("exporting " + exported.Slug)
		_, err = os.Stdout.Write(exported.Text)
		return err
	})
}

// writeWhole writes a file beside its place and moves it there, so that nobody finds half of it.
func writeWhole(path string, text []byte) error {
	progress("writing " + path)
	part, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+"-*")
	if err != nil {
		return fmt.Errorf("%s can't be written (%w); name a folder that is there and can be written", path, unwrapAll(err))
	}
	defer func() { _ = os.Remove(part.Name()) }() // once it is moved, there is none
	_, err = part.Write(text)
	if err := errors.Join(err, part.Chmod(0o644), part.Sync(), part.Close()); err != nil {
		return err
	}
	return os.Rename(part.Name(), path)
}

type auditCommand struct {
	Verify verifyCommand      `cmd:"" help:"Find what was changed, dropped or moved in the history and the trail since it was recorded."`
	Sample sampleAuditCommand `cmd:"" help:"Draw the sample of a declaration again, and say whether it is the one that was drawn."`
}

type sampleAuditCommand struct {
	Reference string `arg:"" help:"The reference of the declaration's receipt."`
}

// Run prints the seed and the positions of the drawn rows in the order of the draw; where they are others, it fails.
func (c sampleAuditCommand) Run(ctx context.Context) error {
	return withRegister(ctx, func(_ settings, d *db.DB) error {
		redraw, err := d.RedrawSample(ctx, c.Reference)
		if err != nil {
			return plain(ctx, err)
		}
		fmt.Printf("seed %s\n%d of %d rows, by position: %s\n", redraw.Seed, len(redraw.Positions), redraw.Rows, strings.Trim(fmt.Sprint(redraw.Positions), "[]"))
		for _, fault := range redraw.Faults {
			fmt.Println(fault)
		}
		if len(redraw.Faults) > 0 {
			return errors.New("this is not the sample that the rule draws")
		}
		progress("the sample matches: it is the one that the rule draws")
		return nil
	})
}

type verifyCommand struct{}

// Run tells how long the trail is and what its last sum is, to be kept elsewhere; with any fault it fails.
func (verifyCommand) Run(ctx context.Context) error {
	return withRegister(ctx, func(_ settings, d *db.DB) error {
		trail, err := d.VerifyTrail(ctx)
		if err != nil {
			return plain(ctx, err)
		}
		for _, fault := range trail.Faults {
			fmt.Println(fault)
		}
		fmt.Printf("%d entries; the last sum is %s\n", trail.Entries, cmp.Or(trail.Head, "none yet"))
		if len(trail.Faults) > 0 {
			return errors.New("what was recorded is no longer what is there")
		}
		progress("each record is what it was when it was recorded, and every receipt's entry is there")
		return nil
	})
}

type inviteCommand struct {
	Administrator string      `required:"" help:"The address of who is to keep the register." placeholder:"EMAIL"`
	Language      db.Language `help:"In which language to write: FR, AR or EN." enum:"FR,AR,EN" default:"FR"`
}

// Run invites an administrator. Whoever can run this on the register's own machine may name one.
func (c inviteCommand) Run(ctx context.Context) error {
	return withRegister(ctx, func(s settings, d *db.DB) error {
		account, code, err := d.InviteAdministrator(ctx, c.Administrator, c.Language, s.Mail.IsSent())
		switch {
		case err != nil:
			return plain(ctx, err)
		case account.JoinedAt != nil:
			progress(account.Email + " is an administrator from now on, by the account that is there; it needs a second factor")
		case code == "":
			progress("the invitation goes to " + account.Email + " by mail, once the program serves")
		default:
			progress("hand this link on to " + account.Email + "; it is good for 7 days, once:")
			fmt.Println(s.links(s.Listen).Invitation(account.Language, code))
		}
		return nil
	})
}

type sampleCommand struct {
	Jobs    int    `help:"How many jobs are declared." default:"20000"`
	Holders int    `help:"How many project holders are accompanied." default:"2000"`
	Seed    uint64 `help:"What the sample is made up from: the same gives the same." default:"1"`
	IfEmpty bool   `help:"Do nothing where a sample already is."`
	Replace bool   `help:"Empty the sample that is there, and load another."`
}

// Run loads a sample, and says what it wrote.
func (c sampleCommand) Run(ctx context.Context) error {
	s, err := readSettings()
	if err != nil {
		return err
	}
	logins, stopPostgres, err := readyDatabase(ctx, s, newLog())
	if err != nil {
		return err
	}
	defer stopPostgres()
	options := sample.Options{Jobs: c.Jobs, Holders: c.Holders, Seed: c.Seed, IfEmpty: c.IfEmpty, Replace: c.Replace}
	written, err := sample.Load(ctx, logins.Owner, options, progress)
	if err != nil {
		return plain(ctx, err)
	}
	if len(written.Counts) > 0 {
		fmt.Printf("%s\n%s\n", written, "in the sample register of "+s.database())
	}
	return nil
}

type versionCommand struct{}

// Run prints the version of the source that this program was built from.
func (versionCommand) Run() error {
	version, go_ := "unknown", ""
	if info, ok := debug.ReadBuildInfo(); ok {
		version, go_ = info.Main.Version, info.GoVersion
	}
	fmt.Printf("mithaq %s (%s)\n", version, go_)
	return nil
}

// withRegister runs what a command does with the register, reached and migrated.
func withRegister(ctx context.Context, do func(s settings, d *db.DB) error) error {
	s, err := readSettings()
	if err != nil {
		return err
	}
	d, closeDB, err := openRegister(ctx, s, newLog())
	if err != nil {
		return err
	}
	defer closeDB()
	return do(s, d)
}

// openRegister reaches the database, starting or joining the private PostgreSQL where no other is named, and migrates
// it. What it gives back closes all that again.
func openRegister(ctx context.Context, s settings, log *slog.Logger) (*db.DB, func(), error) {
	logins, stopPostgres, err := readyDatabase(ctx, s, log)
	if err != nil {
		return nil, nil, err
	}
	d, err := db.Open(logins)
	if err == nil {
		d.AnswerDays, d.RetentionMonths, d.Format = s.AnswerDays, s.RetentionMonths, registers.Form{}
		err = d.Ping(ctx)
	}
	if err != nil {
		stopPostgres()
		return nil, nil, plain(ctx, err)
	}
	return d, func() { _ = d.Close(); stopPostgres() }, nil
}

// readyDatabase is openRegister without the pools: it gives the logins to the migrated database.
func readyDatabase(ctx context.Context, s settings, log *slog.Logger) (db.Logins, func(), error) {
	if s.owner != nil { // before anything is made
		if err := db.Reach(ctx, *s.owner); err != nil {
			return db.Logins{}, nil, plain(ctx, err)
		}
	}
	passwords, err := db.ReadPasswords(s.KeysDir)
	if err != nil {
		return db.Logins{}, nil, err
	}
	owner, stopPostgres, err := ownerLogin(ctx, s, log)
	if err != nil {
		return db.Logins{}, nil, err
	}
	logins := db.LoginsFor(owner, passwords, s.read)
	if err := db.Migrate(ctx, logins, passwords, progress); err != nil {
		stopPostgres()
		return db.Logins{}, nil, plain(ctx, err)
	}
	return logins, stopPostgres, nil
}

// ownerLogin gives the owner's login: DATABASE_URL's, or the private PostgreSQL's.
func ownerLogin(ctx context.Context, s settings, log *slog.Logger) (pq.Config, func(), error) {
	if s.owner != nil {
		return *s.owner, func() {}, nil
	}
	forgetPostgresEnvironment()
	private, err := embedded.Start(ctx, embedded.Options{DataDir: s.DataDir, Binaries: s.PostgresBin, Log: log, Progress: progress})
	if err != nil {
		return pq.Config{}, nil, err
	}
	stop := func() {
		ending, cancel := context.WithTimeout(context.Background(), postgresTime)
		defer cancel()
		if err := private.Stop(ending); err != nil {
			log.Warn("PostgreSQL did not stop cleanly; the next start recovers", "cause", err)
		}
	}
	cfg, err := pq.NewConfig(private.DSN(embedded.Owner, embedded.Database))
	return cfg, stop, err
}

// forgetPostgresEnvironment takes away what the environment says of other PostgreSQLs (PGHOST, PGOPTIONS, …): lib/pq
// would heed it, and the private one is set up by this program alone.
func forgetPostgresEnvironment() {
	for _, variable := range os.Environ() {
		if name, _, _ := strings.Cut(variable, "="); strings.HasPrefix(name, "PG") {
			_ = os.Unsetenv(name)
		}
	}
}

// importFirst puts the register of December 2021 into a database that holds none, and sees that the public reads the
// same one.
func importFirst(ctx context.Context, d *db.DB) error {
	held, err := d.HeldRegister(ctx)
	if err == nil && held == nil {
		progress("importing the register of December 2021")
		_, err = registers.Import(ctx, d, "import", registers.Read(registers.December2021Name, registers.December2021))
	}
	for range 50 { // a replica may be a little behind
		if err != nil {
			return plain(ctx, err)
		}
		var shown *db.Register
		if shown, err = d.Register(ctx); shown != nil {
			return nil
		}
		select {
		case <-ctx.Done():
			return plain(ctx, ctx.Err())
		case <-time.After(100 * time.Millisecond):
		}
	}
	return errors.New("READ_DATABASE_URL names a database without this register; it must be DATABASE_URL's, or a replica of it")
}

// readSettings reads the environment and tells all that is wrong with it at once.
func readSettings() (settings, error) {
	s, err := env.ParseAs[settings]()
	if err != nil {
		return s, err
	}
	var faults []error
	wrong := func(name, format string, args ...any) {
		faults = append(faults, fmt.Errorf("%s: %s", name, fmt.Sprintf(format, args...)))
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

// lockDataDir holds the data directory for one serving program; the system lets go of it when the program ends,
// however it does.
func lockDataDir(dir string) (unlock func(), err error) {
	if err := os.MkdirAll(dir, 0o711); err != nil {
		return nil, fmt.Errorf("the data directory can't be made (%w); set DATA_DIR to one that can be written", err)
	}
	file, err := os.OpenFile(filepath.Join(dir, "serve.lock"), os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, fmt.Errorf("the data directory can't be written (%w); set DATA_DIR to one that can", err)
	}
	if err := syscall.Flock(int(file.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err != nil {
		_ = file.Close()
		return nil, fmt.Errorf("another mithaq serves the data directory %s; stop it, or set DATA_DIR to another", dir)
	}
	return func() { _ = file.Close() }, nil
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
