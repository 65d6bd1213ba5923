package web_test

import (
	"fmt"
	"strings"
	"testing"
)

// lines are the lines of a file as Windows ends them.
func lines(rows ...string) []byte { return []byte(strings.Join(rows, "\r\n")) }

// TestEndsAreDeclaredByASheet declares the ends of jobs beside new ones, with all that is wrong by cell.
func TestEndsAreDeclaredByASheet(t *testing.T) {
	o := newOffice(t)
	first := o.starts(o.hr)
	for _, reference := range []string{"E-1", "E-2", "E-3", "E-4"} {
		o.saves(o.hr, first, reference, nil) // from 2024-03-04 on
	}
	o.submits(o.hr, first)
	id := o.starts(o.hr)

	const heading = "Votre référence;Ce que dit la ligne;Fin;Région du lieu de travail;Type de contrat;Début"
	wrong := o.hr.sends(id, "language=fr", lines("\ufeff"+heading,
		"E-1;fin d’un emploi;;;;",           // without its last day
		"E-2;fin d’un emploi;2024-01-01;;;", // before its start
		"E-3;fin d’un emploi;2099-01-01;;;", // to come
		"E-4;fin d’un emploi;2024-05-01;;;", // twice
		"E-4;نهاية منصب;2024-05-01;;;",      // twice
		"E-9;JOB_END;2024-05-01;;;",         // nobody
		"N-1;fin d’un emploi;2024-05-01;;;", // is new in this very file
		"N-1;nouvel emploi;;MA-06;CDI;2024-04-01",
		"E-1;fin;2024-05-01;;;", // no such word
	))
	want := "C2 last_day_missing, C3 jobs_end_after_start, C4 end_to_come, A5 end_twice, A6 end_twice, A7 ended_unknown, A8 ended_unknown, " +
		"A10 reference_declared, B10 value_unknown, D10 value_missing, E10 value_missing, F10 value_missing"
	if got := strings.Join(wrong.faults(), ", "); got != want || wrong.body["taken"] != 0.0 {
		t.Errorf("what is wrong: %s\nwant %s\n%v", got, want, wrong.body)
	}
	for _, said := range wrong.body["faults"].([]any) {
		if message := fmt.Sprint(said.(map[string]any)["message"]); message == "" || strings.Contains(message, "{") {
			t.Errorf("a fault without words: %v", said)
		}
	}

	// A file of ends alone needs no other column. What it says again is known; another day changes the row.
	if got := o.hr.sends(id, "", lines("reference;kind;endedOn", "E-1;JOB_END;2024-05-01", "E-2;JOB_END;2024-05-02")); got.counted() != "2 2 0 0" || got.body["changed"] != 0.0 {
		t.Fatalf("ends alone: %v", got.body)
	}
	if got := o.hr.sends(id, "", lines("reference;kind;endedOn;region;contractKind;startedOn", "E-1;JOB_END;2024-05-01;;;", "E-2;JOB_END;2024-05-09;;;",
		"E-3;JOB_END;2024-05-03;;;", "N-1;;;MA-06;CDI;2024-05-04")); got.counted() != "4 3 1 0" || got.body["changed"] != 1.0 {
		t.Errorf("again, with one of another day and a new job: %v", got.body)
	}
	if got := o.hr.sends(id, "", []byte(`{"reference": "E-4", "kind": "JOB_END", "endedOn": "2024-05-05"}`)); got.counted() != "1 1 0 0" {
		t.Errorf("by JSON Lines: %v", got.body)
	}
	shown := o.hr.ask(`{ viewer { declaration(id: "`+id+`") { rows { nodes { kind reference version end { endedOn } } } } } }`, nil)
	for i, want := range []string{"JOB_END E-1 1 2024-05-01", "JOB_END E-2 2 2024-05-09", "JOB N-1 1 <nil>", "JOB_END E-3 1 2024-05-03", "JOB_END E-4 1 2024-05-05"} {
		at := fmt.Sprintf("data.viewer.declaration.rows.nodes.%d.", i)
		if got := fmt.Sprint(shown.at(at+"kind"), " ", shown.at(at+"reference"), " ", shown.at(at+"version"), " ", shown.at(at+"end.endedOn")); got != want {
			t.Errorf("row %d is %s, want %s", i, got, want)
		}
	}

	// What was declared is downloaded with its ends, and is known when it comes back.
	_, rows := o.hr.get("/declarations/" + id + "/rows.csv?language=ar")
	if got := o.hr.sends(id, "", rows); got.counted() != "5 0 5 0" {
		t.Errorf("what was downloaded, sent back: %v", got.body)
	}
	o.submits(o.hr, id)
	o.national.does("decideRows", "declaration { id }", map[string]any{"declaration": first, "outcome": "ACCEPTED", "basis": "CONTRACT"})
	o.national.does("decideRows", "declaration { id }", map[string]any{"declaration": id, "outcome": "ACCEPTED", "basis": "CONTRACT"})
	var ended int
	if err := o.owner.QueryRow(`select count(*) from jobs j join declaration_rows r on r.id = j.row_id join declarations d on d.id = r.declaration_id
		join partners p on p.id = d.partner_id where p.slug = $1 and r.reference like 'E-_' and j.ended_on >= '2024-05-01' and j.state = 'ACCEPTED'`, o.partner).Scan(&ended); err != nil || ended != 4 {
		t.Errorf("%d jobs have ended, want 4: %v", ended, err)
	}
	third := o.starts(o.hr)
	if got := o.hr.sends(third, "", lines("reference;kind;endedOn", "E-1;JOB_END;2024-05-01", "E-2;JOB_END;2024-05-30")); strings.Join(got.faults(), ", ") != "A3 ended_already" {
		t.Errorf("what has ended, once more: %q", got.faults())
	}
}

// TestASheetWritesNothingOverThatWasNotSeen guards the rows that a colleague has written since.
func TestASheetWritesNothingOverThatWasNotSeen(t *testing.T) {
	o := newOffice(t)
	id := o.starts(o.hr)
	o.saves(o.hr, id, "E-1", nil)
	o.saves(o.colleague, id, "E-2", nil) // the draft is now of version 3
	file := lines("reference;region;contractKind;startedOn", "E-1;MA-06;CDD;2024-03-04", "N-1;MA-06;CDI;2024-03-04")
	if got := o.hr.sends(id, "version=2", file); got.reason() != "CONFLICT draft_changed" || !strings.Contains(fmt.Sprint(got.body["message"]), "1 of its rows") {
		t.Errorf("what was changed since: %v", got.body)
	}
	if got := o.hr.sends(id, "version=x", file); got.reason() != "BAD_USER_INPUT version_unknown" {
		t.Errorf("no version: %v", got.body)
	}
	if got := o.hr.sends(id, "version=3", file); got.counted() != "2 2 0 0" || got.body["changed"] != 1.0 {
		t.Errorf("as it was seen: %v", got.body)
	}
	// Where nothing is written over, nothing has to have been seen.
	if got := o.hr.sends(id, "version=1", lines("reference;region;contractKind;startedOn", "N-2;MA-06;CDI;2024-03-04")); got.counted() != "1 1 0 0" || got.body["changed"] != 0.0 {
		t.Errorf("a new row: %v", got.body)
	}
}
