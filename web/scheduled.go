package web

import (
	"context"
	"log/slog"
	"time"

	"mithaq/db"
)

// publishEvery is how often it is looked for what is to be published by now.
const publishEvery = 20 * time.Second

// eachDay is how often it is looked for what goes, or is counted, by the day. What one program has done, the next finds done.
const eachDay = 24 * time.Hour

// EachDay lets go what is personal and was kept long enough, a declaration at a time, and counts the years that are over, until
// ctx ends. What is stopped goes on the next day, or at the next start.
func EachDay(ctx context.Context, d *db.DB, log *slog.Logger) {
	every(ctx, eachDay, func() {
		for ctx.Err() == nil {
			found, err := d.ForgetPersons(ctx)
			if err != nil && ctx.Err() == nil {
				log.Warn("personal details that were kept long enough are still kept; it is tried again", "cause", err)
			}
			if err != nil || !found {
				break
			}
		}
		if err := d.PublishOverlaps(ctx); err != nil && ctx.Err() == nil {
			log.Warn("who counts twice is not counted yet; it is tried again", "cause", err)
		}
	})
}

// closeEvery is how often it is looked for what was returned and isn't answered.
const closeEvery = time.Hour

// CloseUnanswered closes, day by day, the returned rows that nobody has corrected in the time allowed, until ctx ends.
func CloseUnanswered(ctx context.Context, d *db.DB, log *slog.Logger) {
	every(ctx, closeEvery, func() {
		for closed := 1; closed > 0 && ctx.Err() == nil; {
			var err error
			if closed, err = d.CloseUnanswered(ctx); err != nil {
				log.Warn("what was returned and isn't answered stays open; it is tried again", "cause", err)
				return
			}
		}
	})
}

// PublishScheduled publishes what was scheduled, as its time comes, until ctx ends.
func PublishScheduled(ctx context.Context, d *db.DB, log *slog.Logger) {
	every(ctx, publishEvery, func() {
		for ctx.Err() == nil {
			revision, failed, err := d.PublishDue(ctx)
			switch {
			case err != nil:
				log.Warn("what is to be published by now waits; it is tried again", "cause", err)
				return
			case revision == nil:
				return
			case failed != nil:
				log.Warn("a revision could not be published at its time, and is a draft again", "revision", revision.Key, "cause", failed)
			}
		}
	})
}
