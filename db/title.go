package db

import (
	"context"
	"fmt"
)

// TitleOf gives the name that a page about one row bears; empty when there is no such row. Nouns are those of the types
// that have a page, in small letters. A region's or a sector's slug is its code.
func (d *DB) TitleOf(ctx context.Context, noun, slug string, language Language) (string, error) {
	switch noun {
	case "signing":
		return titleOf(ctx, d, Signings, slug, func(s *Signing) string { return s.Title(&language) })
	case "convention":
		return titleOf(ctx, d, Conventions, slug, func(c *Convention) string { return c.Reference })
	case "partner":
		return titleOf(ctx, d, Partners, slug, func(p *Partner) string { return p.Name(&language) })
	case "source":
		return titleOf(ctx, d, Sources, slug, func(s *Source) string {
			if s.Title != nil {
				return *s.Title
			}
			return s.Publishers.Localized(&language).value()
		})
	case "commitment":
		return titleOf(ctx, d, Commitments, slug, func(c *Commitment) string { return c.Wording(&language) })
	case "region":
		return titleOf(ctx, d, Regions, slug, func(r *Region) string { return r.Name(&language) })
	case "sector":
		return titleOf(ctx, d, Sectors, slug, func(s *Sector) string { return s.Name(&language) })
	case "opening":
		return titleOf(ctx, d, Openings, slug, func(o *Opening) string { return o.Occupation(&language) })
	}
	return "", fmt.Errorf("no page is about a %s", noun)
}

func titleOf[T any](ctx context.Context, d *DB, table *Table[T], slug string, title func(*T) string) (string, error) {
	row, err := table.BySlug(ctx, d, slug)
	if err != nil || row == nil {
		return "", err
	}
	return title(row), nil
}
