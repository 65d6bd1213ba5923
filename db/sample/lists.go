package sample

import (
	"context"

	"github.com/jmoiron/sqlx"
)

// region is a region, and how many of a hundred jobs a convention of all the country has there.
type region struct {
	ID         int64  `db:"id"`
	Code       string `db:"code"`
	Population int64  `db:"population"`
}

// lists are what the migrations put into the database, and the ids already used there.
type lists struct {
	regions    []region
	sectors    map[string]int64
	indicators map[string]int64
	groups     map[string]int64
	last       map[string]int64 // ids by table
}

func readLists(ctx context.Context, tx *sqlx.Tx) (lists, error) {
	l := lists{last: map[string]int64{}}
	if err := tx.SelectContext(ctx, &l.regions, "select id, code, population from regions order by code"); err != nil {
		return l, err
	}
	for table, into := range map[string]*map[string]int64{
		"sectors": &l.sectors, "indicators": &l.indicators, "occupation_groups": &l.groups,
	} {
		var rows []struct {
			ID   int64  `db:"id"`
			Code string `db:"code"`
		}
		if err := tx.SelectContext(ctx, &rows, "select id, code from "+table); err != nil {
			return l, err
		}
		*into = map[string]int64{}
		for _, row := range rows {
			(*into)[row.Code] = row.ID
		}
	}
	for _, table := range []string{"sources", "citations"} { // the others are empty
		var last int64
		if err := tx.GetContext(ctx, &last, "select coalesce(max(id), 0) from "+table); err != nil {
			return l, err
		}
		l.last[table] = last
	}
	return l, nil
}
