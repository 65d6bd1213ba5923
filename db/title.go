package db

import (
	"context"
	"fmt"
)

// TitleOf gives the name that a page about one row bears; empty when there is no such row. Nouns are signing,
// convention, partner and source.
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
