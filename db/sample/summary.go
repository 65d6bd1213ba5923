package sample

import (
	"context"
	"fmt"
	"strings"
	"time"
)

// Count is how many rows were written into a table.
type Count struct {
	Table string
	Rows  int
}

// Summary says what a load wrote; without counts it wrote nothing.
type Summary struct {
	Counts []Count
	Took   time.Duration
	Bytes  int64 // the size of the database on disk
}

func (s Summary) String() string {
	var text strings.Builder
	total := 0
	for _, c := range s.Counts {
		fmt.Fprintf(&text, "%10d  %s\n", c.Rows, c.Table)
		total += c.Rows
	}
	fmt.Fprintf(&text, "%10d  rows in %.1f s; the database takes %d MB on disk", total, s.Took.Seconds(), s.Bytes>>20)
	return text.String()
}

func (l *loader) summary(ctx context.Context) (Summary, error) {
	s := Summary{Counts: l.counts, Took: time.Since(l.began)}
	err := l.conn.QueryRowContext(ctx, "select pg_database_size(current_database())").Scan(&s.Bytes)
	return s, err
}
