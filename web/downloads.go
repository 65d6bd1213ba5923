package web

import (
	"bytes"
	"context"
	"mime"
	"net/http"
	"path"
	"strconv"

	"mithaq/db"
)

const workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

// template gives the sheet to fill in, which is everybody's.
func (s *Site) template(w http.ResponseWriter, r *http.Request) {
	language, err := languageOf(r)
	if err != nil {
		s.refuse(w, r, 0, err)
		return
	}
	choices, err := s.DB.Choices(r.Context(), r.URL.Query().Get("partner"))
	if err != nil {
		s.refuse(w, r, 0, db.AsError(r.Context(), err))
		return
	}
	w.Header().Set("Cache-Control", "public, max-age=300")
	s.send(w, r, template(choices, language), "mithaq", path.Ext(r.URL.Path))
}

// filledIn gives a sheet in which what there is stands already, as a workbook or CSV of a name; about is the part of the
// address that says what it is of.
func (s *Site) filledIn(name, about string, content func(r *http.Request, v *db.Viewer, language db.Language) (*download, error)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cache-Control", "no-store")
		file := r.PathValue("file")
		if file != name+".xlsx" && file != name+".csv" {
			s.refuse(w, r, 0, db.NotFound("", "file_unknown", "allowed are "+name+".xlsx and "+name+".csv"))
			return
		}
		filled, err := s.askedFor(r, content)
		if err != nil {
			s.refuse(w, r, 0, db.AsError(r.Context(), err))
			return
		}
		s.send(w, r, filled, "mithaq-"+r.PathValue(about), path.Ext(file))
	}
}

func (s *Site) askedFor(r *http.Request, content func(*http.Request, *db.Viewer, db.Language) (*download, error)) (*download, error) {
	language, err := languageOf(r)
	if err != nil {
		return nil, err
	}
	v, err := s.viewer(r)
	if err != nil {
		return nil, err
	}
	return content(r, v, language)
}

// rows are the jobs of a declaration as the sheet to fill in has them.
func (s *Site) rows(r *http.Request, v *db.Viewer, language db.Language) (*download, error) {
	id, err := db.ParseID(r.PathValue("id"))
	if err != nil {
		return nil, err
	}
	declaration, jobs, err := s.DB.DeclaredJobInputs(r.Context(), v, id)
	if err != nil {
		return nil, err
	}
	choices, err := s.DB.ChoicesOf(r.Context(), declaration)
	return &download{form: jobForm, language: language, choices: choices, rows: addressesOf(jobs)}, err
}

// questions are what a partner is asked as the sheet to answer in.
func (s *Site) questions(r *http.Request, v *db.Viewer, language db.Language) (*download, error) {
	inputs, err := s.DB.HeldInputs(r.Context(), v, r.PathValue("partner"))
	return &download{form: heldForm, language: language, rows: addressesOf(inputs)}, err
}

// addressesOf are rows as a form takes them.
func addressesOf[T any](rows []T) []any {
	all := make([]any, len(rows))
	for i := range rows {
		all[i] = &rows[i]
	}
	return all
}

// send writes a download whole, or says that it can't be.
func (s *Site) send(w http.ResponseWriter, r *http.Request, d *download, name, extension string) {
	var written bytes.Buffer
	media, write := workbookType, d.writeWorkbook
	if extension == ".csv" {
		media, write = "text/csv; charset=utf-8", d.writeCSV
	}
	if err := write(&written); err != nil {
		s.refuse(w, r, 0, err)
		return
	}
	attach(w, media, name+extension, written.Bytes())
}

// attach answers by a file to be kept.
func attach(w http.ResponseWriter, media, name string, content []byte) {
	w.Header().Set("Content-Type", media)
	w.Header().Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": name}))
	w.Header().Set("Content-Length", strconv.Itoa(len(content)))
	_, _ = w.Write(content)
}

// marked gives who has sent a sheet the copy in which what is wrong is marked.
func (s *Site) marked(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Cache-Control", "no-store")
	content, err := s.markedFor(r.Context(), r)
	if err != nil {
		s.refuse(w, r, 0, db.AsError(r.Context(), err))
		return
	}
	attach(w, workbookType, "mithaq.xlsx", []byte(content))
}

func (s *Site) markedFor(ctx context.Context, r *http.Request) (string, error) {
	v, err := s.viewer(r)
	if err != nil {
		return "", err
	}
	return s.DB.MarkedCopy(ctx, v, r.PathValue("code"))
}
