package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"

	"mithaq/db"
	"mithaq/db/registers"
	"mithaq/db/sample"
)

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
	return withHeldRegister(ctx, func(_ settings, d *db.DB) error {
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
			progress("hand this link on to " + account.Email + "; it is good for 7 days, once, in the register of " + s.database() + ":")
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
