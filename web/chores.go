package web

import (
	"context"
	"log/slog"
	"runtime/debug"
	"sync"
	"time"

	"mithaq/db"
)

// chore is something that the program does unasked, at its start and again and again. What one program has done, another beside
// it finds done; what is stopped goes on with the next turn, or at the next start.
type chore struct {
	every   time.Duration
	failing string // what is so while it fails
	do      func(ctx context.Context, d *db.DB, log *slog.Logger) (more bool, err error)
}

var chores = []chore{
	{10 * time.Minute, "what is only kept for a while is still kept", func(ctx context.Context, d *db.DB, _ *slog.Logger) (bool, error) {
		return false, d.Forget(ctx)
	}},
	{time.Hour, "what was returned and isn't answered stays open", func(ctx context.Context, d *db.DB, _ *slog.Logger) (bool, error) {
		closed, err := d.CloseUnanswered(ctx)
		return closed > 0, err
	}},
	{20 * time.Second, "what is to be published by now waits", publishDue},
	{6 * time.Hour, "partners are not asked what still holds", func(ctx context.Context, d *db.DB, _ *slog.Logger) (bool, error) {
		_, _, err := d.AskStillHeld(ctx, time.Now())
		return false, err
	}},
	{24 * time.Hour, "personal details that were kept long enough are still kept", func(ctx context.Context, d *db.DB, _ *slog.Logger) (bool, error) {
		_, err := d.ForgetPersons(ctx)
		return false, err
	}},
	{24 * time.Hour, "who asked about themselves long ago is still known", func(ctx context.Context, d *db.DB, _ *slog.Logger) (bool, error) {
		return false, d.ForgetRequests(ctx)
	}},
	{24 * time.Hour, "who counts twice is not counted yet", func(ctx context.Context, d *db.DB, _ *slog.Logger) (bool, error) {
		return false, d.PublishOverlaps(ctx)
	}},
}

func publishDue(ctx context.Context, d *db.DB, log *slog.Logger) (bool, error) {
	revision, failed, err := d.PublishDue(ctx)
	if failed != nil {
		log.Warn("a revision could not be published at its time, and is a draft again", "revision", revision.Key, "cause", failed)
	}
	return revision != nil, err
}

// Chores does, until ctx ends, what is done unasked: lets go what was kept long enough, closes what nobody answered, publishes
// what was scheduled, asks what still holds, counts the years that are over.
func Chores(ctx context.Context, d *db.DB, log *slog.Logger) {
	var running sync.WaitGroup
	for _, c := range chores {
		running.Go(func() { every(ctx, c.every, func() { c.turn(ctx, d, log) }) })
	}
	running.Wait()
}

// turn does whatever there is to do now. A fault of the program's ends the turn and nothing else.
func (c chore) turn(ctx context.Context, d *db.DB, log *slog.Logger) {
	defer func() {
		if fault := recover(); fault != nil {
			log.Error(c.failing+", by a fault of the program; it is tried again", "fault", fault, "stack", string(debug.Stack()))
		}
	}()
	for more := true; more && ctx.Err() == nil; {
		var err error
		if more, err = c.do(ctx, d, log); err != nil {
			if ctx.Err() == nil {
				log.Warn(c.failing+"; it is tried again", "cause", err)
			}
			return
		}
	}
}

// every does something at once, and again and again until ctx ends.
func every(ctx context.Context, pause time.Duration, do func()) {
	tick := time.NewTicker(pause)
	defer tick.Stop()
	for {
		do()
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
	}
}
