package web_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"mithaq/web"
)

const usualHeader = "reference;region;contractKind;startedOn\n"

// TestFrenchExcelAndOthersAreRead reads CSV as each writes it, and JSON Lines.
func TestFrenchExcelAndOthersAreRead(t *testing.T) {
	o := newOffice(t)
	id := o.starts(o.hr)
	french := "Votre référence;Métier;Région du lieu de travail;Type de contrat;Début;Genre\r\n%s;opérateur à l’œuvre;Fès-Meknès;CDI;04/03/2024;Femme\r\n"
	ansi, err := charmap.Windows1252.NewEncoder().String(fmt.Sprintf(french, "ansi"))
	if err != nil {
		t.Fatal(err)
	}
	utf16, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(fmt.Sprintf(strings.ReplaceAll(french, ";", "\t"), "utf16"))
	if err != nil {
		t.Fatal(err)
	}
	for name, file := range map[string]string{
		"Windows-1252":  ansi,
		"UTF-8":         fmt.Sprintf(french, "utf8"),
		"a mark":        "\ufeff" + fmt.Sprintf(french, "mark"),
		"UTF-16":        utf16,
		"commas":        strings.ReplaceAll(fmt.Sprintf(french, "commas"), ";", ","),
		"tabs":          strings.ReplaceAll(fmt.Sprintf(french, "tabs"), ";", "\t"),
		"sep":           "sep=;\r\n" + fmt.Sprintf(french, "sep"),
		"serial":        strings.Replace(fmt.Sprintf(french, "serial"), "04/03/2024", "45355", 1),
		"quotes":        strings.Replace(fmt.Sprintf(french, "quotes"), "opérateur à l’œuvre", "\"deux\r\nlignes; \"\"œuvre\"\"\"", 1),
		"blank between": strings.Replace(fmt.Sprintf(french, "blank"), "\r\nblank", "\r\n\r\n;;;;;\r\nblank", 1),
		"JSON Lines":    `{"reference":"json","region":"MA-03","contractKind":"CDI","startedOn":"2024-03-04","occupation":"opérateur","person":{"gender":"FEMALE","birthYear":1999}}` + "\n",
	} {
		if got := o.hr.sends(id, "", []byte(file)); got.counted() != "1 1 0 0" {
			t.Errorf("%s: %d %v", name, got.status, got.body)
		}
	}
	var differing int
	if err := o.owner.QueryRow(`
		select count(*) from jobs j join declaration_rows r on r.id = j.row_id join regions g on g.id = j.region_id join beneficiary_profiles p on p.job_id = j.id
		where r.state = 'DRAFT' and r.created_by like 'account%' and (j.started_on, g.code, p.gender) <> ('2024-03-04', 'MA-03', 'FEMALE')`).Scan(&differing); err != nil || differing != 0 {
		t.Errorf("%d rows were read otherwise (%v)", differing, err)
	}
	if got := o.hr.sends(id, "", []byte("reference;occupation;region;contractKind;startedOn\nA;\"x\ny\";MA-06;CDI;2024-03-04\nB;;MA-99;CDI;2024-03-04\n")); fmt.Sprint(got.faults()) != "[C3 value_unknown]" {
		t.Errorf("after a cell of two lines: %v", got.faults())
	}
	if got := o.hr.sends(id, "", []byte(`{"reference":"a\u0000b","region":"MA-06","contractKind":"CDI","startedOn":"2024-03-04"}`)); got.counted() != "1 1 0 0" {
		t.Errorf("a cell with a control character: %v", got.body)
	}
	lines := `{"reference":"A","region":"MA-06","contractKind":"CDI","startedOn":"2024-03-04"}` + "\n\n" + `{"reference":"B","region":"Nulle part","contractKind":"CDI","startedOn":"2024-03-04","person":{"birthYear":1850},"salary":1}`
	got := o.hr.sends(id, "language=en", []byte(lines))
	if fmt.Sprint(got.faults()) != "[0 salary column_unknown 3 region value_unknown 3 person.birthYear birth_year_impossible]" || got.body["marked"] != nil {
		t.Errorf("JSON Lines: %v", got.body)
	}
	if message := got.text("faults.1.message"); !strings.HasPrefix(message, "Region of the workplace: “Nulle part” is not allowed. Allowed: ") {
		t.Errorf("said in English: %q", message)
	}
}

// zipped packs files.
func zipped(t *testing.T, files map[string][]byte) []byte {
	t.Helper()
	var packed bytes.Buffer
	z := zip.NewWriter(&packed)
	for name, content := range files {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write(content)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return packed.Bytes()
}

// repacked is a workbook with parts added, or other than they were.
func repacked(t *testing.T, workbook []byte, parts map[string][]byte) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(workbook), int64(len(workbook)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range z.File {
		if parts[f.Name] != nil {
			continue
		}
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		var content bytes.Buffer
		if _, err := content.ReadFrom(r); err != nil {
			t.Fatal(err)
		}
		parts[f.Name] = content.Bytes()
	}
	return zipped(t, parts)
}

func TestWhatIsNoSheetIsRefused(t *testing.T) {
	o := newOffice(t)
	id := o.starts(o.hr)
	good := book(t, []any{"reference", "region", "contractKind", "startedOn"}, []any{"A", "MA-06", "CDI", "2024-03-04"})
	formula := opened(t, good)
	if err := formula.SetCellFormula("Sheet1", "D2", "TODAY()-30"); err != nil {
		t.Fatal(err)
	}
	wide := opened(t, good)
	if err := wide.SetCellValue("Sheet1", "XFD1", "x"); err != nil {
		t.Fatal(err)
	}
	locked, err := excelize.Encrypt(good, &excelize.Options{Password: "x"})
	if err != nil {
		t.Fatal(err)
	}
	types := []byte(`<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>`)
	var fields []string
	for i := range 100_000 {
		fields = append(fields, fmt.Sprintf(`"f%d":1`, i))
	}
	rows := func(n int) []byte {
		return []byte(usualHeader + strings.Repeat("A;MA-06;CDI;2024-03-04\n", n))
	}
	for name, refused := range map[string]struct {
		file   []byte
		reason string
		status int
	}{
		"nothing":             {nil, "sheet_empty", 400},
		"blanks":              {[]byte("\ufeff;;;\r\n;;\r\n"), "sheet_empty", 400},
		"an empty workbook":   {book(t), "sheet_empty", 400},
		"a PDF":               {[]byte("%PDF-1.7\n1 0 obj\n<< >>\nendobj"), "sheet_type", 400},
		"a PNG":               {[]byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"), "sheet_type", 400},
		"a zip":               {zipped(t, map[string][]byte{"a.csv": rows(1)}), "sheet_type", 400},
		"half a workbook":     {good[:len(good)/2], "sheet_type", 400},
		"a locked workbook":   {locked, "sheet_type", 400},
		"another table":       {[]byte("nom;prénom\nx;y\n"), "sheet_header", 400},
		"a stray quote":       {[]byte(usualHeader + "A \"b;MA-06;CDI;2024-03-04\n"), "sheet_malformed", 400},
		"half a line of JSON": {[]byte(`{"reference":"A"}` + "\n{\"refe"), "sheet_malformed", 400},
		"a list in JSON":      {[]byte(`{"reference":["A"]}`), "sheet_malformed", 400},
		"a formula":           {saved(t, formula), "sheet_formula", 400},
		"a macro":             {repacked(t, good, map[string][]byte{"xl/vbaProject.bin": []byte("x")}), "sheet_macros", 400},
		"a macro by its type": {repacked(t, good, map[string][]byte{"[Content_Types].xml": types}), "sheet_macros", 400},
		"a zip bomb":          {repacked(t, good, map[string][]byte{"xl/media/x": make([]byte, 65<<20)}), "sheet_unzipped", 400},
		"10,001 rows":         {rows(10_001), "sheet_rows", 400},
		"16,384 columns":      {saved(t, wide), "sheet_columns", 400},
		"100,000 columns":     {[]byte(strings.Repeat("a;", 99_999) + "a\n"), "sheet_columns", 400},
		"100,000 fields":      {[]byte("{" + strings.Join(fields, ",") + "}"), "sheet_columns", 400},
		"more than 10 MiB":    {bytes.Repeat([]byte("x"), 10<<20+1), "sheet_long", 413},
	} {
		got := o.hr.sends(id, "", refused.file)
		if got.status != refused.status || got.text("reason") != refused.reason || got.text("code") != "BAD_USER_INPUT" || len(got.text("message")) < 40 {
			t.Errorf("%s: %d %v, want %d %s", name, got.status, got.body, refused.status, refused.reason)
		}
	}
	far := []byte(`<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="2000000000"><c r="A2000000000" t="inlineStr"><is><t>reference</t></is></c></row></sheetData></worksheet>`)
	begun := time.Now()
	if got := o.hr.sends(id, "", repacked(t, good, map[string][]byte{"xl/worksheets/sheet1.xml": far})); got.status != 400 || time.Since(begun) > 5*time.Second {
		t.Errorf("a row far away: %d after %v", got.status, time.Since(begun))
	}
	if o.rowsOf(id) != 0 || o.count("marked_copies") != 0 {
		t.Errorf("something is kept of what was refused")
	}
	if got := o.hr.sends(id, "check=only", rows(10_000)); got.status != http.StatusOK || got.body["rows"] != 10_000.0 {
		t.Errorf("10,000 rows: %d %v", got.status, got.body["rows"])
	}
	if got := o.hr.sends(id, "check=yes", good).reason(); got != "BAD_USER_INPUT check_unknown" {
		t.Errorf("another check: %q", got)
	}
	if got := o.hr.sends(id, "language=es", good).reason(); got != "BAD_USER_INPUT language_unknown" {
		t.Errorf("another language: %q", got)
	}
}

// TestSlowUploadsAreLetGo sends a file too slowly, and fills the places of those who send.
func TestSlowUploadsAreLetGo(t *testing.T) {
	o := newOfficeOf(t, web.Pace{Whole: 3 * time.Second, Pause: time.Second})
	id := o.starts(o.hr)
	slow := func(every time.Duration) (status int, took time.Duration) {
		begun := time.Now()
		request, err := http.NewRequest("POST", o.url+"/declarations/"+id+"/rows", &trickle{every})
		if err != nil {
			t.Error(err)
			return 0, 0
		}
		response, err := o.hr.Do(request)
		if err != nil {
			t.Log(err) // the connection may be closed under who still sends
			return 0, time.Since(begun)
		}
		_ = response.Body.Close()
		return response.StatusCode, time.Since(begun)
	}
	if status, took := slow(time.Hour); status != http.StatusRequestTimeout || took > 2*time.Second {
		t.Errorf("who sends nothing is answered %d after %v", status, took)
	}
	done := make(chan time.Duration, 2)
	for range 2 {
		go func() { _, took := slow(100 * time.Millisecond); done <- took }()
	}
	time.Sleep(500 * time.Millisecond)
	if got := o.hr.sends(id, "", bytes.Repeat([]byte("x"), 9<<20)); got.status != http.StatusServiceUnavailable || got.reason() != "UNAVAILABLE busy" || got.at("retryAfter") != 5.0 {
		t.Errorf("a third upload at once: %d %v", got.status, got.body)
	}
	for range 2 {
		if took := <-done; took > 5*time.Second {
			t.Errorf("who goes on slowly is let go after %v", took)
		}
	}
	if got := o.hr.sends(id, "", []byte(usualHeader+"A;MA-06;CDI;2024-03-04\n")); got.counted() != "1 1 0 0" {
		t.Errorf("afterwards: %d %v", got.status, got.body)
	}
}

// trickle gives a byte now and then.
type trickle struct{ every time.Duration }

func (s *trickle) Read(p []byte) (int, error) {
	time.Sleep(min(s.every, 5*time.Second))
	p[0] = 'x'
	return 1, nil
}
