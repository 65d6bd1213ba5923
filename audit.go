package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"strings"

	"mithaq/db"
)

type auditCommand struct {
	Verify verifyCommand      `cmd:"" help:"Find what was changed, dropped or moved in the history and the trail since it was recorded."`
	Sample sampleAuditCommand `cmd:"" help:"Draw the sample of a declaration again, and say whether it is the one that was drawn."`
}

type sampleAuditCommand struct {
	Reference string `arg:"" help:"The reference of the declaration's receipt."`
}

// Run prints the seed and the positions of the drawn rows in the order of the draw; where they are others, it fails.
func (c sampleAuditCommand) Run(ctx context.Context) error {
	return withHeldRegister(ctx, func(_ settings, d *db.DB) error {
		redraw, err := d.RedrawSample(ctx, c.Reference)
		if err != nil {
			return plain(ctx, err)
		}
		fmt.Printf("seed %s\n%d of %d rows, by position: %s\n", redraw.Seed, len(redraw.Positions), redraw.Rows, strings.Trim(fmt.Sprint(redraw.Positions), "[]"))
		for _, fault := range redraw.Faults {
			fmt.Println(fault)
		}
		if len(redraw.Faults) > 0 {
			return errors.New("this is not the sample that the rule draws")
		}
		progress("the sample matches: it is the one that the rule draws")
		return nil
	})
}

type verifyCommand struct{}

// Run tells how long the trail is and what its last sum is, to be kept elsewhere; with any fault it fails.
func (verifyCommand) Run(ctx context.Context) error {
	return withHeldRegister(ctx, func(_ settings, d *db.DB) error {
		trail, err := d.VerifyTrail(ctx)
		if err != nil {
			return plain(ctx, err)
		}
		for _, fault := range trail.Faults {
			fmt.Println(fault)
		}
		fmt.Printf("%d entries; the last sum is %s\n", trail.Entries, cmp.Or(trail.Head, "none yet"))
		if len(trail.Faults) > 0 {
			return errors.New("what was recorded is no longer what is there")
		}
		progress("each record is what it was when it was recorded, and every receipt's entry is there")
		return nil
	})
}
