package main

import (
	"context"
	"fmt"

	"mithaq/db"
)

// keysCommand is about the key by which identity numbers are compared. The numbers aren't kept, so what was written by a key
// is matched by that key alone: it is changed slowly, with two keys in force.
type keysCommand struct {
	Status keysStatusCommand `cmd:"" help:"Say which key is in force, and how many rows carry which."`
	Begin  keysBeginCommand  `cmd:"" help:"Make a new key of persons in KEYS_DIR; from then on new rows carry a fingerprint by it and by the former."`
	End    keysEndCommand    `cmd:"" help:"Give the former key up, and all fingerprints by it. Rows that carry it alone are matched no more; without --yes it only says how many."`
}

type keysStatusCommand struct{}

// Run says where a change of the key stands.
func (keysStatusCommand) Run(ctx context.Context) error {
	return withHeldRegister(ctx, func(_ settings, d *db.DB) error {
		change, err := d.KeyChange(ctx)
		if err != nil {
			return plain(ctx, err)
		}
		fmt.Println(keysSaid(change))
		return nil
	})
}

func keysSaid(change *db.KeyChange) string {
	said := fmt.Sprintf("the key %d of persons is in force, since %s UTC", change.Present, change.Since)
	if change.Former == 0 {
		return said
	}
	if change.Going {
		said += fmt.Sprintf("; new rows carry the key %d too", change.Former)
	} else {
		said += fmt.Sprintf("; the key %d was given up, and not all fingerprints by it are gone: run mithaq keys end --yes", change.Former)
	}
	return said + fmt.Sprintf("\n%d rows carry both, %d the key %d alone", change.Both, change.Alone, change.Former)
}

type keysBeginCommand struct{}

// Run begins a change of the key. Run again, it finds the change under way.
func (keysBeginCommand) Run(ctx context.Context) error {
	return withHeldRegister(ctx, func(_ settings, d *db.DB) error {
		change, err := d.BeginKeyChange(ctx, progress)
		if err != nil {
			return plain(ctx, err)
		}
		fmt.Println(keysSaid(change))
		progress("every instance needs the new file in its KEYS_DIR, or takes no rows; end the change once enough rows carry both")
		return nil
	})
}

type keysEndCommand struct {
	Yes bool `help:"Do it."`
}

// Run ends a change of the key. Stopped, it goes on from there when it is run again.
func (c keysEndCommand) Run(ctx context.Context) error {
	return withHeldRegister(ctx, func(_ settings, d *db.DB) error {
		if !c.Yes {
			change, err := d.KeyChange(ctx)
			if err != nil {
				return plain(ctx, err)
			}
			fmt.Println(keysSaid(change))
			if change.Former != 0 {
				progress(fmt.Sprintf("with --yes, %d rows are matched no more, and the key %d is taken out of KEYS_DIR", change.Alone, change.Former))
			}
			return nil
		}
		lost, err := d.EndKeyChange(ctx, progress)
		if err != nil {
			return plain(ctx, err)
		}
		fmt.Printf("the change is over; %d rows were under the former key alone, and are matched no more\n", lost)
		progress("take the former key's file out of the KEYS_DIR of other instances too")
		return nil
	})
}
