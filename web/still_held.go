package web

import (
	"context"
	"log/slog"
	"time"

	"mithaq/db"
)

// askEvery is how often it is looked for what partners are to be asked: what is to be asked on a day, is on that day.
const askEvery = 6 * time.Hour

// AskStillHeld asks partners whether what was verified still holds, and closes what they left unanswered, until ctx ends.
func AskStillHeld(ctx context.Context, d *db.DB, log *slog.Logger) {
	every(ctx, askEvery, func() {
		if _, _, err := d.AskStillHeld(ctx, time.Now()); err != nil && ctx.Err() == nil {
			log.Warn("partners are not asked what still holds; it is tried again", "cause", err)
		}
	})
}
