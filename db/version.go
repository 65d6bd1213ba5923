package db

import (
	"context"
	"sync/atomic"
	"time"
)

// The version is a sum of what only grows: of what was written, and of the days, as some of what everyone reads is of a day.
const readVersion = "select 1 + coalesce(sum(n), 0)::bigint + ((now() at time zone 'UTC')::date - '2021-12-15'::date) from data_versions"

// Version gives the version of what the public reads, as this connection sees it. It moves with the commit of whatever
// writes something public, and at midnight in UTC.
func (o *One) Version(ctx context.Context) (int64, error) {
	cells, err := o.Read(ctx, Statement{Text: readVersion})
	if err != nil {
		return 0, err
	}
	version, _ := cells.Row(0)[0].(int64)
	return version, nil
}

// Versions knows the version of what the public reads, to within a tenth of a second, or two where the database is slow.
type Versions struct {
	age   atomic.Pointer[Age]
	seen  atomic.Int64 // when it was read, in nanoseconds of the program's own clock
	start time.Time
}

// Age is a version, and how often it had become less by then: another copy of the database took the place, or an older one
// was brought back, and a version that comes again isn't the same. The zero age is none.
type Age struct{ Version, Fell int64 }

// How often the version is read, and how long it is believed when it can't be.
const (
	versionEvery = 100 * time.Millisecond
	versionTrust = 2 * time.Second
)

// WatchVersions reads the version again and again until ctx ends. It asks, and doesn't wait to be told: a standby can't
// listen, and what is told of the primary may come before a standby has the row.
func (d *DB) WatchVersions(ctx context.Context) *Versions {
	v := &Versions{start: time.Now()}
	go func() {
		for ctx.Err() == nil {
			reading, cancel := context.WithTimeout(ctx, versionTrust)
			asked := time.Since(v.start)
			var version int64
			if err := d.aside.GetContext(reading, &version, readVersion); err == nil {
				v.see(version)
				v.seen.Store(int64(asked))
			}
			cancel()
			select {
			case <-ctx.Done():
			case <-time.After(versionEvery):
			}
		}
	}()
	return v
}

func (v *Versions) see(version int64) {
	age := Age{Version: version}
	if last := v.age.Load(); last != nil {
		age.Fell = last.Fell
		if version < last.Version {
			age.Fell++
		}
	}
	v.age.Store(&age)
}

// Now gives the age of the data; none where it wasn't to be read lately.
func (v *Versions) Now() Age {
	seen, age := time.Duration(v.seen.Load()), v.age.Load()
	if age == nil || seen <= 0 || time.Since(v.start)-seen >= versionTrust {
		return Age{}
	}
	return *age
}
