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

// rows gives the jobs of a declaration as the sheet to fill in has them.
func (s *Site) rows(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Cache-Control", "no-store")
	file := r.PathValue("file")
	if file != "rows.xlsx" && file != "rows.csv" {
		s.refuse(w, r, 0, db.NotFound("", "file_unknown", "allowed are rows.xlsx and rows.csv"))
		return
	}
	declared, err := s.declared(r)
	if err != nil {
		s.refuse(w, r, 0, db.AsError(r.Context(), err))
		return
	}
	s.send(w, r, declared, "mithaq-"+r.PathValue("id"), path.Ext(file))
}

func (s *Site) declared(r *http.Request) (*download, error) {
	language, err := languageOf(r)
	if err != nil {
		return nil, err
	}
	v, err := s.viewer(r)
	if err != nil {
		return nil, err
	}
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

// questions gives what a partner is asked as the sheet to answer in.
func (s *Site) questions(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Cache-Control", "no-store")
	file := r.PathValue("file")
	if file != "questions.xlsx" && file != "questions.csv" {
		s.refuse(w, r, 0, db.NotFound("", "file_unknown", "allowed are questions.xlsx and questions.csv"))
		return
	}
	asked, err := s.asked(r)
	if err != nil {
		s.refuse(w, r, 0, db.AsError(r.Context(), err))
		return
	}
	s.send(w, r, asked, "mithaq-"+r.PathValue("partner"), path.Ext(file))
}

func (s *Site) asked(r *http.Request) (*download, error) {
	language, err := languageOf(r)
	if err != nil {
		return nil, err
	}
	v, err := s.viewer(r)
	if err != nil {
		return nil, err
	}
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
