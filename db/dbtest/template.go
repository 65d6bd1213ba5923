package dbtest

import (
	"context"
	"sync"
	"time"

	"mithaq/db"
	"mithaq/db/registers"
	"mithaq/db/sample"
)

// template is a database that tests' databases are copies of. It is made when the first test asks for it, from another
// template where it has one; nobody is connected to it then.
type template struct {
	name string
	from *template
	fill func(context.Context, db.Logins) error // nil for nothing but what migrations make

	once sync.Once
	err  error
}

var (
	empty    = &template{name: "template_empty"}
	register = &template{name: "template_register", from: empty, fill: fillRegister}
	sampled  = &template{name: "template_sample", from: empty, fill: fillSample}
)

// made makes the template where it isn't yet.
func (p *template) made() error {
	p.once.Do(func() { p.err = p.make() })
	return p.err
}

func (p *template) make() error {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	creation := "create database " + p.name
	if p.from != nil {
		if err := p.from.made(); err != nil {
			return err
		}
		creation += " template " + p.from.name
	}
	if _, err := shared.owner.ExecContext(ctx, creation); err != nil {
		return err
	}
	logins := shared.logins(p.name)
	// Of a copy too: a template's rights on the database itself aren't copied.
	if err := db.Migrate(ctx, logins, db.Passwords{}, func(string) {}); err != nil || p.fill == nil {
		return err
	}
	return p.fill(ctx, logins)
}

func fillRegister(ctx context.Context, logins db.Logins) error {
	d, err := db.Open(logins)
	if err != nil {
		return err
	}
	defer func() { _ = d.Close() }()
	_, err = registers.Import(ctx, d, "test", registers.Read(registers.December2021Name, registers.December2021))
	return err
}

func fillSample(ctx context.Context, logins db.Logins) error {
	_, err := sample.Load(ctx, logins.Owner, sample.Options{Jobs: 2000, Holders: 200, Seed: 1}, func(string) {})
	return err
}
