package web

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"os"
	"regexp"
	"strings"

	"github.com/xuri/excelize/v2"
)

const mostParts = 1000 // of a workbook

var notAWorkbook = refusal("sheet_type", "this is no Excel workbook (.xlsx), CSV or JSON Lines; save it as one of these")

// readWorkbook reads the first sheet of a workbook, once nothing is in it but values.
func (s *sheet) readWorkbook(body []byte) (_ *sheet, err error) {
	defer func() {
		if recover() != nil { // the library trusts files more than these can be
			err = notAWorkbook
		}
	}()
	if err := checkParts(body); err != nil {
		return nil, err
	}
	book, err := excelize.OpenReader(bytes.NewReader(body), excelize.Options{
		RawCellValue: true, UnzipSizeLimit: mostUnzipped, UnzipXMLSizeLimit: mostUnzipped, TmpDir: os.DevNull, // nothing of it is on a disk
	})
	if err != nil {
		return nil, notAWorkbook
	}
	defer func() { _ = book.Close() }()
	s.cellular = true
	if properties, err := book.GetWorkbookProps(); err == nil && properties.Date1904 != nil {
		s.since = *properties.Date1904
	}
	rows, err := book.Rows(book.GetSheetName(0))
	if err != nil {
		return nil, notAWorkbook
	}
	defer func() { _ = rows.Close() }()
	for number := 1; rows.Next(); number++ {
		cells, err := rows.Columns()
		if err != nil || number > excelize.TotalRows {
			return nil, notAWorkbook
		}
		if err := s.add(number, cells); err != nil {
			return nil, err
		}
	}
	if rows.Error() != nil {
		return nil, notAWorkbook
	}
	return s.checked()
}

// checkParts refuses what is no workbook, unpacks to too much, or holds macros or formulas.
func checkParts(body []byte) error {
	parts, err := zip.NewReader(bytes.NewReader(body), int64(len(body)))
	if err != nil {
		return notAWorkbook
	}
	if len(parts.File) > mostParts {
		return refusal("sheet_unzipped", "the file has %d parts; allowed are %d", len(parts.File), mostParts)
	}
	isWorkbook, unzipped := false, uint64(0)
	for _, part := range parts.File {
		unzipped += min(part.UncompressedSize64, mostUnzipped+1) // a part can't be read beyond the size that it says
		if unzipped > mostUnzipped {
			return refusal("sheet_unzipped", "the file unpacks to more than %d MiB; send it in parts, or as CSV", mostUnzipped>>20)
		}
		isWorkbook = isWorkbook || strings.EqualFold(part.Name, "xl/workbook.xml")
	}
	if !isWorkbook {
		return notAWorkbook
	}
	for _, part := range parts.File {
		if err := checkPart(part); err != nil {
			return err
		}
	}
	return nil
}

var hasMacros = refusal("sheet_macros", "the workbook holds macros; save it as .xlsx, without them")

func checkPart(part *zip.File) error {
	name := strings.ToLower(part.Name)
	isSheet := strings.HasPrefix(name, "xl/worksheets/") && strings.HasSuffix(name, ".xml")
	switch {
	case strings.Contains(name, "vbaproject") || strings.HasPrefix(name, "xl/macrosheets/"):
		return hasMacros
	case !isSheet && name != "[content_types].xml":
		return nil
	}
	content, err := readPart(part)
	switch {
	case err != nil:
		return notAWorkbook
	case !isSheet && bytes.Contains(bytes.ToLower(content), []byte("macroenabled")):
		return hasMacros
	case isSheet:
		if cell := formulaIn(content); cell != "" {
			return refusal("sheet_formula", "the workbook holds formulas, the first of them in %s; put the values in their place (copy, paste as values), or save the sheet as CSV", cell)
		}
	}
	return nil
}

func readPart(part *zip.File) (content []byte, err error) {
	open, err := part.Open()
	if err != nil {
		return nil, err
	}
	content, err = io.ReadAll(io.LimitReader(open, mostUnzipped))
	return content, errors.Join(err, open.Close())
}

var (
	prefixOfSheet = regexp.MustCompile(`<(\w+:)worksheet[\s>]`)
	cellBefore    = regexp.MustCompile(`r="([A-Z]+[0-9]+)"`)
)

// formulaIn names the first cell of a sheet that holds a formula; empty for none.
func formulaIn(content []byte) string {
	tag := []byte("<f")
	if prefix := prefixOfSheet.FindSubmatch(content[:min(len(content), 4<<10)]); prefix != nil {
		tag = []byte("<" + string(prefix[1]) + "f")
	}
	for from := 0; ; {
		at := bytes.Index(content[from:], tag)
		if at < 0 || from+at+len(tag) == len(content) {
			return ""
		}
		at += from
		from = at + len(tag)
		if !bytes.ContainsRune([]byte(" />\t\r\n"), rune(content[from])) {
			continue // another element, which begins alike
		}
		named := cellBefore.FindAllSubmatch(content[max(0, at-200):at], -1)
		if named == nil {
			return "a cell"
		}
		return string(named[len(named)-1][1])
	}
}
