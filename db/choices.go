package db

import (
	"context"
	"database/sql"
	"errors"
)

// Choice is one of what a job can name.
type Choice struct {
	Code  string `db:"code"`
	Named Name   `db:"name"`
}

// Choices are what a partner's jobs can name. Sector is that of the partner's conventions, where they name one alone.
type Choices struct {
	Employers, Regions, Sectors, OccupationGroups []Choice
	Sector                                        string
}

const choiceNamed = `t.name_fr as "name.fr", t.name_ar as "name.ar", t.name_en as "name.en" `

// employersOf are those whom a partner declares for: itself, its members and its subsidiaries.
const employersOf = `
	from partners t
	where t.id = $1 or exists (
		select from partner_ties l
		where l.partner_id = $1 and l.other_id = t.id and l.kind in ('MEMBER', 'SUBSIDIARY') and l.withdrawn_at is null)`

// Choices reads what the jobs of a partner can name, by its slug; without one, what those of any can.
func (d *DB) Choices(ctx context.Context, slug string) (*Choices, error) {
	if slug == "" {
		return d.choices(ctx, 0)
	}
	partner, known, err := d.keyNamed(ctx, "partners", slug)
	if err == nil && !known {
		err = NotFound("partner", "partner_unknown", "there is no such partner in this register")
	}
	if err != nil {
		return nil, err
	}
	return d.choices(ctx, partner)
}

// ChoicesOf reads what the jobs of a declaration can name.
func (d *DB) ChoicesOf(ctx context.Context, declaration *Declaration) (*Choices, error) {
	return d.choices(ctx, declaration.PartnerID)
}

func (d *DB) choices(ctx context.Context, partner int64) (*Choices, error) {
	c := new(Choices)
	for _, list := range []struct {
		into  *[]Choice
		query string
	}{
		{&c.Regions, "select t.code, " + choiceNamed + "from regions t order by t.code"},
		{&c.Sectors, "select t.code, " + choiceNamed + "from sectors t order by t.code"},
		{&c.OccupationGroups, "select t.code, " + choiceNamed + "from occupation_groups t order by t.code"},
	} {
		if err := d.selectRows(ctx, list.into, list.query); err != nil {
			return nil, err
		}
	}
	if err := d.selectRows(ctx, &c.Employers, "select t.slug as code, "+choiceNamed+employersOf+" order by t.id <> $1, t.sort_name, t.id", partner); err != nil {
		return nil, err
	}
	err := d.selectOne(ctx, &c.Sector, `
		select min(s.code)
		from parties l
		join convention_sectors cs on cs.convention_id = l.convention_id
		join sectors s on s.id = cs.sector_id
		where l.partner_id = $1 and l.role = 'PARTNER' and l.withdrawn_at is null
		having count(distinct s.id) = 1`, partner)
	if errors.Is(err, sql.ErrNoRows) {
		err = nil
	}
	return c, err
}
