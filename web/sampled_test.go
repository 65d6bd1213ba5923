package web_test

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"math"
	"strings"
	"testing"
)

const sampleParts = `sample { rows drawn waiting accepted notAccepted errorRate { value status } errorRateLow { value } errorRateHigh { value } result value committedSha256 contentSha256 seed }`

const sampledParts = `declaration { id state drawSha256 contentSha256 sampleDue ` + sampleParts + ` counts { rows waiting accepted returned refused replaced withdrawn } }`

// submitsMany has so many jobs declared by a file, and submitted.
func (o office) submitsMany(rows int) string {
	o.Helper()
	id := o.starts(o.hr)
	var file strings.Builder
	for i := range rows {
		fmt.Fprintf(&file, `{"reference":"%s-%03d","region":"MA-06","contractKind":"CDI","startedOn":"2024-03-04"}`+"\n", id, i)
	}
	if got := o.hr.sends(id, "language=en", []byte(file.String())); got.at("taken") != float64(rows) {
		o.Fatalf("%d rows: %v", rows, got.body)
	}
	if got := o.submits(o.hr, id); counts(got, "data.submitDeclaration.declaration") != fmt.Sprintf("%d %d 0 0 0 0 0", rows, rows) {
		o.Fatalf("submitted: %v", got.body)
	}
	return id
}

// decides has somebody decide, and gives what came of it; of no rows, on all.
func (o office) decides(p *person, id, outcome string, rows []string, basis string) answered {
	o.Helper()
	input := map[string]any{"declaration": id, "outcome": outcome}
	if rows != nil {
		input["rows"] = rows
	}
	if outcome == "ACCEPTED" {
		input["basis"] = basis
	} else {
		input["reason"], input["words"] = "EVIDENCE_MISSING", "Le contrat manque."
	}
	return p.does("decideRows", sampledParts, input)
}

// rowsNamed are the ids of a declaration's rows, of those that were drawn or of all.
func (o office) rowsNamed(p *person, id, which string) []string {
	o.Helper()
	got := p.ask(`{ viewer { declaration(id: "`+id+`") { rows(first: 100`+which+`) { nodes { id } } } } }`, nil)
	nodes, _ := got.at("data.viewer.declaration.rows.nodes").([]any)
	ids := make([]string, len(nodes))
	for i, node := range nodes {
		ids[i], _ = node.(map[string]any)["id"].(string)
	}
	return ids
}

// publicly is what nobody reads of the convention: the latest sample, and the figures of decisions.
func (o office) publicly() (sample answered, decided string) {
	o.Helper()
	got := o.person("").ask(fmt.Sprintf(`{ convention(slug: %q) { samples(first: 1) { totalCount nodes { rows drawn waiting accepted notAccepted errorRate { value status } errorRateLow { value } errorRateHigh { value } result value seed } }
		decisions { accepted { value } returned { value } refused { value } } } }`, o.convention), nil)
	for _, outcome := range []string{"accepted", "returned", "refused"} {
		decided += fmt.Sprintf(" %v", got.at("data.convention.decisions."+outcome+".value"))
	}
	return got, decided
}

// decidedSince is by how much the figures of decisions have grown.
func decidedSince(before, now string) string {
	var a, b [3]float64
	_, _ = fmt.Sscan(before, &a[0], &a[1], &a[2])
	_, _ = fmt.Sscan(now, &b[0], &b[1], &b[2])
	return fmt.Sprint(b[0]-a[0], b[1]-a[1], b[2]-a[2])
}

// TestManyJobsAreDecidedByTheirSample goes from the submission of 60 jobs to what everyone reads of their sample.
func TestManyJobsAreDecidedByTheirSample(t *testing.T) {
	o := newOffice(t)
	before, decidedBefore := o.publicly()
	id := o.submitsMany(60)
	if got := o.decides(o.here, id, "ACCEPTED", nil, "CONTRACT").reason(); got != "CONFLICT decisions_after_the_draw" {
		t.Errorf("before the draw: %q", got)
	}
	for p, want := range map[*person]string{o.hr: "FORBIDDEN role_missing", o.inspector: "FORBIDDEN role_missing", o.elsewhere: "NOT_FOUND declaration_unknown", o.person(""): "UNAUTHENTICATED "} {
		if got := p.does("drawSample", "declaration { id }", map[string]any{"declaration": id}).reason(); got != want {
			t.Errorf("%s draws: %q, want %q", p.email, got, want)
		}
	}
	drawn := o.here.does("drawSample", sampledParts, map[string]any{"declaration": id})
	const at = "data.drawSample.declaration."
	value := drawn.text(at + "sample.value")
	sum, seed := sha256.Sum256([]byte(value)), sha256.Sum256([]byte(drawn.text(at+"contentSha256")+":"+value))
	if drawn.at(at+"sample.drawn") != 43.0 || drawn.at(at+"sample.waiting") != 43.0 || drawn.text(at+"sample.result") != "WAITING" || drawn.text(at+"sample.errorRate.status") != "UNKNOWN" ||
		drawn.text(at+"drawSha256") != hex.EncodeToString(sum[:]) || drawn.text(at+"sample.seed") != hex.EncodeToString(seed[:]) {
		t.Fatalf("drawn: %v", drawn.body)
	}
	if got := o.national.does("drawSample", "declaration { id }", map[string]any{"declaration": id}).reason(); got != "CONFLICT samples_once" {
		t.Errorf("drawn again: %q", got)
	}
	if got := o.decides(o.here, id, "ACCEPTED", nil, "SAMPLE").reason(); got != "CONFLICT sample_waits" {
		t.Errorf("the rest before the drawn ones: %q", got)
	}
	rows := o.rowsNamed(o.here, id, ", drawn: true")
	if len(rows) != 43 || len(o.rowsNamed(o.hr, id, ", drawn: true")) != 43 {
		t.Fatalf("%d drawn rows are shown", len(rows))
	}
	if got := o.decides(o.here, id, "ACCEPTED", rows[:1], "SAMPLE").reason(); got != "CONFLICT sample_waits" {
		t.Errorf("a drawn row on the sample: %q", got)
	}
	o.decides(o.here, id, "REFUSED", rows[:4], "")
	if got := o.decides(o.here, id, "ACCEPTED", nil, "PAYSLIP"); counts(got, "data.decideRows.declaration") != "60 17 39 0 4 0 0" || got.text("data.decideRows.declaration.sample.result") != "ACCEPTED" {
		t.Errorf("the drawn ones: %v", got.body)
	}
	if got := o.decides(o.here, id, "ACCEPTED", nil, "SAMPLE"); counts(got, "data.decideRows.declaration") != "60 0 56 0 4 0 0" || got.text("data.decideRows.declaration.state") != "DECIDED" {
		t.Errorf("the rest: %v", got.body)
	}
	public, decided := o.publicly()
	const sampled = "data.convention.samples."
	rate, _ := public.at(sampled + "nodes.0.errorRate.value").(float64)
	low, _ := public.at(sampled + "nodes.0.errorRateLow.value").(float64)
	high, _ := public.at(sampled + "nodes.0.errorRateHigh.value").(float64)
	if public.at(sampled+"totalCount") != before.at(sampled+"totalCount").(float64)+1 || public.text(sampled+"nodes.0.value") != value || public.text(sampled+"nodes.0.result") != "ACCEPTED" ||
		math.Abs(rate-4.0/43) > 1e-9 || math.Abs(low-0.0368) > 1e-3 || math.Abs(high-0.2160) > 1e-3 {
		t.Errorf("everyone reads %v", public.body)
	}
	if got := decidedSince(decidedBefore, decided); got != "56 0 4" {
		t.Errorf("decided, as everyone reads it: %s more", got)
	}
}

// TestTheWholeIsReturnedAboveTheRate has five of 43 refused, and the rest returned with a reason that follows.
func TestTheWholeIsReturnedAboveTheRate(t *testing.T) {
	o := newOffice(t)
	_, before := o.publicly()
	id := o.submitsMany(60)
	o.national.does("drawSample", "declaration { id }", map[string]any{"declaration": id})
	rows := o.rowsNamed(o.national, id, ", drawn: true")
	o.decides(o.national, id, "REFUSED", rows[:5], "")
	if got := o.decides(o.national, id, "ACCEPTED", nil, "CONTRACT"); counts(got, "data.decideRows.declaration") != "60 0 38 17 5 0 0" || got.text("data.decideRows.declaration.sample.result") != "RETURNED" {
		t.Errorf("above the rate: %v", got.body)
	}
	if got := o.decides(o.national, id, "ACCEPTED", nil, "SAMPLE").reason(); got != "CONFLICT nothing_waits" {
		t.Errorf("accepted on it all the same: %q", got)
	}
	if got := o.national.does("decideRows", "declaration { id }", map[string]any{"declaration": id, "outcome": "RETURNED", "reason": "SAMPLE_ABOVE_RATE", "words": "x"}).reason(); got != "BAD_USER_INPUT decisions_reason_follows" {
		t.Errorf("an officer says what follows by itself: %q", got)
	}
	read := o.hr.ask(`{ viewer { declaration(id: "`+id+`") { rows(state: RETURNED, first: 1) { totalCount nodes { isDrawn decision { reason words closesOn } } } } } }`, nil)
	const row = "data.viewer.declaration.rows."
	if read.at(row+"totalCount") != 17.0 || read.at(row+"nodes.0.isDrawn") != false || read.text(row+"nodes.0.decision.reason") != "SAMPLE_ABOVE_RATE" || !strings.Contains(read.text(row+"nodes.0.decision.words"), "5 of the 43 drawn rows") {
		t.Errorf("the partner reads %v", read.body)
	}
	public, decided := o.publicly()
	if public.text("data.convention.samples.nodes.0.result") != "RETURNED" || decidedSince(before, decided) != "38 17 5" {
		t.Errorf("everyone reads %v; decided %s more", public.body, decidedSince(before, decided))
	}
}
