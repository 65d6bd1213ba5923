package web_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"
)

const announced = "opening { id slug version isFromPartner occupation applyText { value language } posts { value status } opensOn closesOn withdrawnOn convention { slug } }"

func in(days int) string { return time.Now().UTC().AddDate(0, 0, days).Format(time.DateOnly) }

func (o office) vacancy(more map[string]any) map[string]any {
	opening := map[string]any{"partner": o.partner, "convention": o.convention, "language": "AR", "occupation": "عامل لحام", "region": "MA-06",
		"sector": "C", "occupationGroup": "7", "contractKind": "CDI", "posts": 12, "opensOn": in(0), "closesOn": in(30), "apply": "اتصلوا بنا"}
	maps.Copy(opening, more)
	return opening
}

// TestAnOpeningFromItsAnnouncementToItsEnd goes with an opening from the partner to everyone, and to its close.
func TestAnOpeningFromItsAnnouncementToItsEnd(t *testing.T) {
	o := newOffice(t)
	nobody := o.person("")
	shown := func(slug string) answered {
		return nobody.ask(fmt.Sprintf(`{ opening(slug: %q) { occupation occupationText(language: FR) { value language } posts { value } closesOn withdrawnOn isFromPartner partner { slug } } }`, slug), nil)
	}

	// What is wrong is told all at once, and what is only checked isn't published.
	wrong := o.hr.does("announceOpening", announced, o.vacancy(map[string]any{"occupation": " ", "apply": strings.Repeat("x", 2001), "posts": 0,
		"region": "MA-99", "convention": "none", "opensOn": in(2), "closesOn": in(1)}))
	if got := wrong.faults(); got != "apply wording_length, closesOn openings_close_after_they_open, convention convention_unknown, occupation wording_length, posts openings_posts_counted, region region_unknown" {
		t.Errorf("what is wrong: %s %v", got, wrong.body)
	}
	for reason, more := range map[string]map[string]any{
		"opening_over": {"opensOn": in(-9), "closesOn": in(-1)}, "opening_long": {"closesOn": in(366)}, "party_unknown": {"convention": o.foreign()},
	} {
		if got := o.hr.does("announceOpening", announced, o.vacancy(more)).reason(); got != "BAD_USER_INPUT "+reason {
			t.Errorf("%v: %q, want %q", more, got, reason)
		}
	}
	if got := o.hr.does("announceOpening", announced, o.vacancy(map[string]any{"checkOnly": true})); got.reason() != "" || got.at("data.announceOpening.opening") != nil {
		t.Errorf("only checked: %v", got.body)
	}

	first := o.hr.does("announceOpening", announced, o.vacancy(map[string]any{"idempotencyKey": "k"}))
	slug, id := first.text("data.announceOpening.opening.slug"), first.at("data.announceOpening.opening.id")
	if !strings.HasPrefix(slug, o.partner+"-") || first.at("data.announceOpening.opening.version") != 1.0 {
		t.Fatalf("announced: %v", first.body)
	}
	if got := o.hr.does("announceOpening", announced, o.vacancy(map[string]any{"idempotencyKey": "k"})).text("data.announceOpening.opening.slug"); got != slug {
		t.Errorf("the same key gives %q, and gave %q", got, slug)
	}
	if got := shown(slug); got.text("data.opening.occupationText.value") != "عامل لحام" || got.text("data.opening.occupationText.language") != "AR" ||
		got.at("data.opening.isFromPartner") != true || got.at("data.opening.posts.value") != 12.0 || got.text("data.opening.partner.slug") != o.partner {
		t.Errorf("everyone reads %v", got.body)
	}

	// A colleague changes it; who has read it before doesn't write over that.
	again := o.vacancy(map[string]any{"opening": id, "version": 1, "posts": nil, "language": "FR", "occupation": "Soudeur", "apply": "Écrivez-nous"})
	if got := o.colleague.does("announceOpening", announced, again); got.at("data.announceOpening.opening.version") != 2.0 || got.text("data.announceOpening.opening.posts.status") != "UNKNOWN" {
		t.Errorf("changed: %v", got.body)
	}
	if got := o.hr.does("announceOpening", announced, again).reason(); got != "CONFLICT opening_changed" {
		t.Errorf("what was changed meanwhile: %q", got)
	}
	if got := shown(slug).text("data.opening.occupation"); got != "Soudeur" {
		t.Errorf("everyone reads %q since", got)
	}
	o.notTheirs(id)

	// It is closed, and then withdrawn: both stay to be read.
	if got := o.hr.does("closeOpening", announced, map[string]any{"opening": id, "version": 2}); got.text("data.closeOpening.opening.closesOn") != in(0) {
		t.Errorf("closed on the day on which it opened: %v", got.body)
	}
	if got := o.hr.does("withdrawOpening", announced, map[string]any{"opening": id, "version": 3}); got.text("data.withdrawOpening.opening.withdrawnOn") != in(0) {
		t.Errorf("withdrawn: %v", got.body)
	}
	again["version"] = 4
	for _, got := range []answered{o.hr.does("announceOpening", announced, again), o.hr.does("closeOpening", announced, map[string]any{"opening": id, "version": 4})} {
		if got.reason() != "CONFLICT opening_withdrawn" {
			t.Errorf("what is withdrawn is changed: %q", got.reason())
		}
	}
	if got := shown(slug).text("data.opening.withdrawnOn"); got != in(0) {
		t.Errorf("everyone reads that it was withdrawn on %q", got)
	}
	var changes int
	if err := o.owner.QueryRow("select count(*) from public_changes where table_name = 'openings' and cause = 'par le partenaire lui-même'").Scan(&changes); err != nil || changes != 3 {
		t.Errorf("the history has %d changes of it, want 3: %v", changes, err)
	}
}

// foreign is a convention that the partner is no party of.
func (o office) foreign() (slug string) {
	o.Helper()
	if err := o.owner.QueryRow(`select min(c.slug) from conventions c where not exists (
		select from parties l join partners p on p.id = l.partner_id left join partner_ties t on t.partner_id = p.id
		where l.convention_id = c.id and $1 in (p.slug, (select o.slug from partners o where o.id = t.other_id)))`, o.partner).Scan(&slug); err != nil {
		o.Fatal(err)
	}
	return slug
}

// notTheirs sees that nobody else changes an opening, and nobody one that the register has from a source.
func (o office) notTheirs(id any) {
	o.Helper()
	for who, p := range map[string]*person{"another partner's": o.stranger, "an officer": o.national, "an administrator": o.inspector} {
		for mutation, input := range map[string]map[string]any{"announceOpening": o.vacancy(map[string]any{"opening": id, "version": 2}),
			"closeOpening": {"opening": id, "version": 2}, "withdrawOpening": {"opening": id, "version": 2}} {
			if got := p.does(mutation, "__typename", input).reason(); got != "FORBIDDEN role_missing" {
				o.Errorf("%s: %s: %q", who, mutation, got)
			}
		}
	}
	var key int64
	if err := o.owner.QueryRow("select min(o.id) from openings o join partners p on p.id = o.partner_id where p.slug = $1 and not is_from_partner", o.partner).Scan(&key); err == nil && key > 0 {
		got := o.hr.ask(fmt.Sprintf(`{ openings(filter: {partner: %q}, first: 100) { nodes { id isFromPartner } } }`, o.partner), nil)
		for i := range min(10, len(got.at("data.openings.nodes").([]any))) {
			if got.at(fmt.Sprintf("data.openings.nodes.%d.isFromPartner", i)) == false {
				if refused := o.hr.does("withdrawOpening", "__typename", map[string]any{"opening": got.at(fmt.Sprintf("data.openings.nodes.%d.id", i)), "version": 1}).reason(); refused != "FORBIDDEN not_own_words" {
					o.Errorf("the register's own opening: %q", refused)
				}
				return
			}
		}
		o.Error("the register's own openings are in no list")
	}
}

const replied = "reply { id slug version isFromPartner repliedOn words { text language } withdrawnAt earlierVersions { totalCount nodes { version words { text } } } }"

// TestAReplyIsKeptWithItsVersions goes with a reply from its publication over a change to its withdrawal.
func TestAReplyIsKeptWithItsVersions(t *testing.T) {
	o := newOffice(t)
	nobody := o.person("")
	says := func(more map[string]any) map[string]any {
		reply := map[string]any{"partner": o.partner, "language": "FR", "words": "Ces lignes ont été refusées à tort."}
		maps.Copy(reply, more)
		return reply
	}
	for reason, more := range map[string]map[string]any{
		"BAD_USER_INPUT replies_to_one_thing": {}, "BAD_USER_INPUT convention_unknown": {"convention": "none"}, "BAD_USER_INPUT reply_to_others": {"convention": o.unsigned()},
		"BAD_USER_INPUT wording_length": {"convention": o.convention, "words": " "}, "FORBIDDEN role_missing": {"convention": o.convention, "partner": o.other},
	} {
		if got := o.hr.does("publishReply", replied, says(more)).reason(); got != reason {
			t.Errorf("%v: %q, want %q", more, got, reason)
		}
	}
	first := o.hr.does("publishReply", replied, says(map[string]any{"convention": o.convention, "idempotencyKey": "k"}))
	id := first.at("data.publishReply.reply.id")
	if first.text("data.publishReply.reply.repliedOn") != in(0) || first.at("data.publishReply.reply.version") != 1.0 {
		t.Fatalf("replied: %v", first.body)
	}
	if got := o.hr.does("publishReply", replied, says(map[string]any{"convention": o.convention, "idempotencyKey": "k"})).at("data.publishReply.reply.id"); got != id {
		t.Errorf("the same key gives %v, and gave %v", got, id)
	}
	listed := func() answered {
		return nobody.ask(fmt.Sprintf(`{ convention(slug: %q) { replies(filter: {partner: %q}, first: 50) { totalCount nodes { words { text } earlierVersions { nodes { version words { text } stoodFrom stoodUntil } } } } } }`, o.convention, o.partner), nil)
	}
	before := listed().at("data.convention.replies.totalCount").(float64)

	change := says(map[string]any{"reply": id, "version": 1, "language": "AR", "words": "رُفضت هذه الأسطر خطأ."})
	changed := o.colleague.does("publishReply", replied, change)
	if changed.at("data.publishReply.reply.version") != 2.0 || changed.text("data.publishReply.reply.earlierVersions.nodes.0.words.text") != "Ces lignes ont été refusées à tort." {
		t.Errorf("changed: %v", changed.body)
	}
	if got := o.hr.does("publishReply", replied, change).reason(); got != "CONFLICT reply_changed" {
		t.Errorf("what was changed meanwhile: %q", got)
	}
	change["version"], change["convention"] = 2, o.convention
	if got := o.hr.does("publishReply", replied, change).reason(); got != "BAD_USER_INPUT reply_elsewhere" {
		t.Errorf("a reply is moved: %q", got)
	}
	if got := listed(); got.text("data.convention.replies.nodes.0.words.text") != "رُفضت هذه الأسطر خطأ." || got.at("data.convention.replies.nodes.0.earlierVersions.nodes.0.version") != 1.0 {
		t.Errorf("everyone reads %v", got.body)
	}
	if got := o.stranger.does("withdrawReply", replied, map[string]any{"reply": id, "version": 2}).reason(); got != "FORBIDDEN role_missing" {
		t.Errorf("another partner withdraws it: %q", got)
	}
	if got := o.hr.does("withdrawReply", replied, map[string]any{"reply": id, "version": 2}); got.text("data.withdrawReply.reply.withdrawnAt") == "" || got.at("data.withdrawReply.reply.earlierVersions.totalCount") != 1.0 {
		t.Errorf("withdrawn: %v", got.body)
	}
	if got := listed().at("data.convention.replies.totalCount"); got != before-1 {
		t.Errorf("the list has %v replies, and had %v", got, before)
	}
	if got := nobody.ask(fmt.Sprintf(`{ node(id: %q) { ... on Reply { withdrawnAt words { text } } } }`, id), nil); got.text("data.node.withdrawnAt") == "" {
		t.Errorf("its address says %v", got.body)
	}
	if got := o.hr.does("publishReply", replied, says(map[string]any{"reply": id, "version": 3})).reason(); got != "CONFLICT reply_withdrawn" {
		t.Errorf("what is withdrawn is changed: %q", got)
	}
}

// unsigned is a convention of a signing that doesn't name the partner, of which it is no party.
func (o office) unsigned() (slug string) {
	o.Helper()
	if err := o.owner.QueryRow(`select min(c.slug) from conventions c join partners p on p.slug = $1
		where not exists (select from parties l where l.convention_id = c.id and l.partner_id = p.id)
		  and not exists (select from signatories s where s.signing_id = c.signing_id and s.partner_id = p.id)`, o.partner).Scan(&slug); err != nil {
		o.Fatal(err)
	}
	return slug
}

// faults lists the fields of a refusal with what is wrong with each, in their order.
func (a answered) faults() string {
	told, _ := a.at("errors.0.extensions.faults").([]any)
	var all []string
	for _, fault := range told {
		if said, ok := fault.(map[string]any); ok {
			all = append(all, fmt.Sprint(said["field"], " ", said["reason"]))
		}
	}
	slices.Sort(all)
	return strings.Join(all, ", ")
}
