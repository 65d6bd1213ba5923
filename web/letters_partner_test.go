package web_test

import (
	"context"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"testing"

	"mithaq/web"
)

// told reads so many letters: whom they are for, their subjects, and where their links lead.
func (o *postOffice) told(t *testing.T, letters int) []string {
	t.Helper()
	var told []string
	for range letters {
		to, subject, text := o.next(t)
		told = append(told, fmt.Sprintf("%s %s %s", strings.Trim(to, "<>"), strings.TrimPrefix(subject, "[Registre fictif] "), linkIn(t, text)))
	}
	slices.Sort(told)
	return told
}

// TestAPartnerIsWrittenToAboutWhatWaits has rows returned twice and questions asked: whoever acts for the partner is told of
// each once that day, and nobody else is.
func TestAPartnerIsWrittenToAboutWhatWaits(t *testing.T) {
	o := newOffice(t)
	o.launched("H-1")
	id := o.starts(o.hr)
	o.saves(o.hr, id, "H-7", nil)
	o.saves(o.hr, id, "H-8", nil)
	o.submits(o.hr, id)
	rows := o.hr.ask(`{ viewer { declaration(id: "`+id+`") { rows { nodes { id } } } } }`, nil)
	o.exec("delete from letters")
	office := newPostOffice(t, func(string) error { return nil })
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	go web.Mail{Server: office.address, From: "Register <register@register.test>"}.Post(ctx, o.d, "http://register.test", slog.New(slog.DiscardHandler))

	space := " http://register.test/fr/partner-space/" + o.partner
	for i := range 2 {
		done := o.national.does("decideRows", "declaration { id }", map[string]any{"declaration": id, "rows": []any{rows.at(fmt.Sprintf("data.viewer.declaration.rows.nodes.%d.id", i))}, "outcome": "RETURNED", "reason": "OTHER", "words": "Le contrat manque."})
		if done.text("data.decideRows.declaration.id") != id {
			t.Fatal(done.body)
		}
	}
	returned := "Des lignes de votre déclaration sont renvoyées" + space
	if got := office.told(t, 2); !slices.Equal(got, []string{"colleague@partner.test " + returned, "hr@partner.test " + returned}) {
		t.Errorf("told of what was returned: %q", got)
	}
	o.asks()
	asked := "Ce qui a été vérifié tient-il encore ?" + space
	got := office.told(t, 2)
	if !slices.Contains(got, "hr@partner.test "+asked) || !slices.Contains(got, "colleague@partner.test "+asked) {
		t.Errorf("told of what is asked: %q", got)
	}
	var written int
	if err := o.owner.QueryRow(`
		select count(*) from letters
		where account_id not in (select account_id from account_roles where partner_id = (select id from partners where slug = $1))
		  and kind in ('ROWS_RETURNED', 'STILL_HELD_ASKED')`, o.partner).Scan(&written); err != nil || written != 0 {
		t.Errorf("%d letters to others (%v)", written, err)
	}
}
