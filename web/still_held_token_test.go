package web_test

import (
	"bytes"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"mithaq/db"
)

// TestWhatStillHoldsIsAnsweredByASystem has a partner's own system read its questions and answer them: each by the token for it,
// as a workbook and as JSON Lines, checked first, and with what is wrong left out.
func TestWhatStillHoldsIsAnsweredByASystem(t *testing.T) {
	o := newOffice(t)
	o.launched("H-1", "H-2", "H-3", "H-4")
	o.asks()
	system := o.person("")
	declares, reads := []string{"Authorization", "Bearer " + o.token(db.TokenDeclares)}, []string{"Authorization", "Bearer " + o.token(db.TokenReads)}
	at := "/still-held/" + o.partner
	for _, file := range []string{"questions.csv", "questions.xlsx"} {
		if status, _ := system.get(at+"/"+file, declares...); status != http.StatusForbidden {
			t.Errorf("%s for a token that declares: %d", file, status)
		}
		if status, _ := system.get(at+"/"+file, reads...); status != http.StatusOK {
			t.Errorf("%s for a token that reads: %d", file, status)
		}
	}
	if status, content := system.get(at+"/questions.ods", reads...); status != http.StatusNotFound || !bytes.Contains(content, []byte("questions.xlsx and questions.csv")) {
		t.Errorf("another file: %d %s", status, content)
	}
	lines := []byte(`{"reference": "H-1", "answer": "HELD"}` + "\n" + `{"reference": "H-2", "answer": "ENDED"}` + "\n" + `{"reference": "H-3", "endedOn": "2024-05-05"}`)
	if got := system.sendsTo(at+"/answers", lines, reads...); got.status != http.StatusForbidden {
		t.Errorf("answered by a token that reads: %d %v", got.status, got.body)
	}

	// Checked, nothing is taken; then what is wrong is left, and stays open.
	for _, query := range []string{"?check=only", ""} {
		got := system.sendsTo(at+"/answers"+query, lines, declares...)
		if said := strings.Join(got.faults(), ", "); got.counted() != "3 0 0 2" || said != "2 endedOn held_answers_ended_on_a_day, 3 answer held_answer_missing" {
			t.Errorf("%q: %s %s %v", query, got.counted(), said, got.body)
		}
	}
	if answer := o.question("H-1", true)["answer"]; answer != nil {
		t.Errorf("only checked, H-1 is %v", answer)
	}
	if got := system.sendsTo(at+"/answers?leave=faulty", lines, declares...); got.counted() != "3 1 0 2" {
		t.Errorf("what is wrong is left: %v", got.body)
	}

	// The workbook comes with the questions filled in.
	status, content := system.get(at+"/questions.xlsx?language=en", reads...)
	book, err := excelize.OpenReader(bytes.NewReader(content))
	if err != nil || status != http.StatusOK {
		t.Fatalf("%d, %v", status, err)
	}
	sheet := book.GetSheetName(0)
	rows, err := book.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	answered := 0
	for i, row := range rows {
		if len(row) > 0 && strings.HasPrefix(row[0], "H-") {
			answered++
			if err := book.SetCellValue(sheet, fmt.Sprintf("F%d", i+1), "still held"); err != nil {
				t.Fatal(err)
			}
		}
	}
	var filled bytes.Buffer
	if err := book.Write(&filled); err != nil {
		t.Fatal(err)
	}
	if got := system.sendsTo(at+"/answers?language=en", filled.Bytes(), declares...); answered != 3 || got.body["taken"] != 3.0 || got.body["open"] != 1.0 {
		t.Errorf("of a workbook of %d: %v", answered, got.body)
	}
}
