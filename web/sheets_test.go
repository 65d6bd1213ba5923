package web_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// sent is what came of a file that was sent: the status, and the lines of the answer, or its refusal.
type sent struct {
	answered
	progress []map[string]any
}

// sends sends a file to a draft, with more in the query.
func (p *person) sends(declaration, query string, file []byte, headers ...string) sent {
	p.Helper()
	return p.sendsTo("/declarations/"+declaration+"/rows?"+query, file, headers...)
}

func (p *person) sendsTo(path string, file []byte, headers ...string) sent {
	p.Helper()
	request, err := http.NewRequest("POST", p.url+path, bytes.NewReader(file))
	if err != nil {
		p.Fatal(err)
	}
	for i := 0; i < len(headers); i += 2 {
		request.Header.Set(headers[i], headers[i+1])
	}
	response, err := p.Do(request)
	if err != nil {
		p.Fatal(err)
	}
	defer func() { _ = response.Body.Close() }()
	s := sent{answered: answered{status: response.StatusCode}}
	for lines := json.NewDecoder(response.Body); ; {
		var line map[string]any
		if err := lines.Decode(&line); err == io.EOF {
			return s
		} else if err != nil {
			p.Fatal(err)
		}
		if line["checked"] != nil {
			s.progress = append(s.progress, line)
		} else {
			s.body = line
		}
	}
}

// faults are those of an answer, by cell and reason.
func (s sent) faults() []string {
	var all []string
	list, _ := s.body["faults"].([]any)
	for _, f := range list {
		fault := f.(map[string]any)
		cell := fault["cell"]
		if cell == nil {
			cell = fmt.Sprint(fault["row"], " ", fault["column"])
		}
		all = append(all, fmt.Sprint(cell, " ", fault["reason"]))
	}
	return all
}

func (s sent) counted() string {
	return fmt.Sprint(s.body["rows"], " ", s.body["taken"], " ", s.body["known"], " ", s.body["faulty"])
}

// get reads a file.
func (p *person) get(path string, headers ...string) (int, []byte) {
	p.Helper()
	request, err := http.NewRequest("GET", p.url+path, http.NoBody)
	if err != nil {
		p.Fatal(err)
	}
	for i := 0; i < len(headers); i += 2 {
		request.Header.Set(headers[i], headers[i+1])
	}
	response, err := p.Do(request)
	if err != nil {
		p.Fatal(err)
	}
	defer func() { _ = response.Body.Close() }()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		p.Fatal(err)
	}
	return response.StatusCode, body
}

// book writes a workbook of rows.
func book(t *testing.T, rows ...[]any) []byte {
	t.Helper()
	f := excelize.NewFile()
	for i, row := range rows {
		if err := f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+1), &row); err != nil {
			t.Fatal(err)
		}
	}
	return saved(t, f)
}

func saved(t *testing.T, f *excelize.File) []byte {
	t.Helper()
	content, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return content.Bytes()
}

func opened(t *testing.T, content []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(content))
	if err != nil {
		t.Fatalf("%v: %.200q", err, content)
	}
	return f
}

// TestTheTemplateIsFilledInAndSentBack downloads the template, fills it in as it says, sends it, and downloads what was taken.
func TestTheTemplateIsFilledInAndSentBack(t *testing.T) {
	o := newOffice(t)
	id := o.starts(o.hr)
	for _, row := range [][]any{
		{"T-fr", "carte nationale", "AB 123456", "femme", 1999, "baccalauréat", "au chômage", nil, nil, "conductrice", nil, nil, "Casablanca-Settat", "CDI", "04/03/2024", nil, nil},
		{"T-ar", "البطاقة الوطنية", "AB 123457", "امرأة", "١٩٩٩", "الباكالوريا", "غير معروف", nil, nil, nil, nil, nil, "الدار البيضاء - سطات", "عقد غير محدد المدة", "2024-03-04", nil, nil},
		{"T-en", "national card", "AB 123458", "woman", 1999, "not known", "out of work", nil, nil, nil, nil, nil, "MA-06", "open-ended contract", "04.03.2024", nil, "T-fr"},
	} {
		language := row[0].(string)[2:]
		status, template := o.hr.get("/declarations/template.xlsx?language=" + language + "&partner=" + o.partner)
		if status != http.StatusOK {
			t.Fatalf("the template: %d %s", status, template)
		}
		f := opened(t, template)
		sheet := f.GetSheetName(0)
		lists, err := f.GetDataValidations(sheet)
		comments, _ := f.GetComments(sheet)
		if err != nil || len(lists) != 10 || len(comments) != 18 {
			t.Errorf("%s: %d lists to choose from and %d comments: %v", language, len(lists), len(comments), err)
		}
		if err := f.SetSheetRow(sheet, "A2", &row); err != nil {
			t.Fatal(err)
		}
		if got := o.hr.sends(id, "language="+language, saved(t, f)); got.counted() != "1 1 0 0" || len(got.progress) != 2 {
			t.Fatalf("%s: %v %v", language, got.body, got.progress)
		}
	}
	for _, format := range []string{"xlsx", "csv"} {
		status, rows := o.colleague.get("/declarations/" + id + "/rows." + format + "?language=ar")
		if status != http.StatusOK {
			t.Fatalf("%s of the rows: %d", format, status)
		}
		if got := o.colleague.sends(id, "", rows); got.counted() != "3 0 3 0" {
			t.Errorf("what was downloaded as %s, sent back: %v", format, got.body)
		}
	}
	status, template := o.hr.get("/declarations/template.csv?language=fr&partner=" + o.partner)
	if got := o.hr.sends(id, "", append(template, "T-csv;;;;;;;;;;;;MA-06;CDI;2024-03-04;;\r\n"...)); status != http.StatusOK || got.counted() != "1 1 0 0" {
		t.Errorf("the template as CSV: %d %v", status, got.body)
	}
	if status, refused := o.hr.get("/declarations/template.csv?partner=nobody"); status != http.StatusNotFound || !strings.Contains(string(refused), "partner_unknown") {
		t.Errorf("a template for nobody: %d %s", status, refused)
	}
}
