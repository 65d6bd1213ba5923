package web

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"os"
	"strconv"
	"time"

	"mithaq/db"
)

const (
	mostUploads = 2    // at once: each holds the whole of its file
	toldEvery   = 1000 // rows
)

// asked is what somebody asks who sends a sheet.
type asked struct {
	viewer      *db.Viewer
	declaration *db.Declaration // that is filled in; nil for answers
	partner     string          // the slug of who answers; empty for a declaration
	language    db.Language
	checkOnly   bool
	leaveFaulty bool
	version     *int // of the draft that was seen
	key         *string
}

// upload takes the rows of a sheet: all, or, while anything is wrong, none. It says how far it is, and at last what came of it, a
// line of JSON each.
func (s *Site) upload(kind uploaded) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) { s.receive(w, r, kind) }
}

func (s *Site) receive(w http.ResponseWriter, r *http.Request, kind uploaded) {
	w.Header().Set("Cache-Control", "no-store")
	in, err := s.askedToUpload(r)
	if err == nil {
		err = kind.may(r, &in)
	}
	if err != nil {
		if in.viewer != nil {
			s.discard(w, r)
		}
		s.refuse(w, r, 0, err)
		return
	}
	defer s.uploading.Add(-1)
	if s.uploading.Add(1) > mostUploads {
		s.discard(w, r)
		s.refuse(w, r, 0, &db.Error{Code: db.CodeUnavailable, Reason: "busy", Message: "other files are being read; send this one again in a few seconds", RetryAfter: 5})
		return
	}
	ctx, cancel := context.WithTimeout(r.Context(), s.pace().Whole)
	defer cancel()
	body, status, err := s.readBody(ctx, w, r)
	if err != nil {
		s.refuse(w, r, status, err)
		return
	}
	sheet, err := readSheet(body, kind.form)
	if err != nil {
		s.refuse(w, r, 0, err)
		return
	}
	read, take, err := kind.read(ctx, &in, sheet)
	if err != nil {
		s.refuse(w, r, 0, db.AsError(ctx, err))
		return
	}
	s.take(ctx, w, in, read, take)
}

// askedToUpload reads all that is asked but the file.
func (s *Site) askedToUpload(r *http.Request) (in asked, err error) {
	query := r.URL.Query()
	if in.language, err = languageOf(r); err != nil {
		return in, err
	}
	for name, only := range map[string]string{"check": "only", "leave": "faulty"} {
		if given := query.Get(name); given != "" && given != only {
			return in, db.BadInput(name, name+"_unknown", "%s is %.40q; allowed is %s, or nothing", name, given, only)
		}
	}
	in.checkOnly, in.leaveFaulty = query.Get("check") != "", query.Get("leave") != ""
	if given := query.Get("version"); given != "" {
		version, err := strconv.Atoi(given)
		if err != nil {
			return in, db.BadInput("version", "version_unknown", "version is %.40q; allowed is the number of the draft's version that was seen", given)
		}
		in.version = &version
	}
	if key := r.Header.Get("Idempotency-Key"); key != "" {
		in.key = &key
	}
	in.viewer, err = s.viewer(r)
	return in, err
}

// Pace is how long an upload may take: in all, and without a byte.
type Pace struct{ Whole, Pause time.Duration }

func (s *Site) pace() Pace {
	if s.Uploads != (Pace{}) {
		return s.Uploads
	}
	return Pace{2 * time.Minute, 15 * time.Second}
}

// readBody reads a file: who sends nothing for a while is let go.
func (s *Site) readBody(ctx context.Context, w http.ResponseWriter, r *http.Request) (body []byte, status int, err error) {
	control := http.NewResponseController(w)
	source := http.MaxBytesReader(w, r.Body, mostSheet)
	ends, _ := ctx.Deadline()
	part := make([]byte, 64<<10)
	for err == nil {
		soon := time.Now().Add(s.pace().Pause)
		if ends.Before(soon) {
			soon = ends
		}
		if err = control.SetReadDeadline(soon); err != nil {
			break
		}
		var n int
		n, err = source.Read(part)
		body = append(body, part[:n]...)
	}
	_ = control.SetReadDeadline(ends) // at a deadline while rows are checked, the server would take the client for gone
	answer{w, s.pace().Pause}.hurry()
	large := (*http.MaxBytesError)(nil)
	switch {
	case errors.Is(err, io.EOF):
		return body, 0, nil
	case errors.As(err, &large):
		return nil, http.StatusRequestEntityTooLarge, refusal("sheet_long", "the file is longer than %d MiB; send it in parts", mostSheet>>20)
	case errors.Is(err, os.ErrDeadlineExceeded):
		return nil, http.StatusRequestTimeout, refusal("upload_slow", "nothing came for %v, or the file took more than %v; send it again", s.pace().Pause, s.pace().Whole)
	}
	return nil, http.StatusBadRequest, refusal("upload_broken", "the file did not come whole; send it again")
}

// discard reads what isn't wanted: a browser that is answered while it still sends doesn't show the answer.
func (s *Site) discard(w http.ResponseWriter, r *http.Request) {
	if http.NewResponseController(w).SetReadDeadline(time.Now().Add(s.pace().Pause)) == nil {
		_, _ = io.Copy(io.Discard, io.LimitReader(r.Body, mostSheet)) // what doesn't come isn't wanted either
	}
	answer{w, s.pace().Pause}.hurry()
}

// answer writes lines of JSON as they come to be known.
type answer struct {
	w     http.ResponseWriter
	pause time.Duration
}

func (a answer) say(line any) {
	a.hurry()
	_ = json.NewEncoder(a.w).Encode(line) // who has gone away isn't told
	_ = http.NewResponseController(a.w).Flush()
}

// hurry has who reads too slowly let go.
func (a answer) hurry() {
	_ = http.NewResponseController(a.w).SetWriteDeadline(time.Now().Add(a.pause)) // where it can't be set, the server's own stays
}

// take checks the rows of a sheet and has them taken, and tells what came of it.
func (s *Site) take(ctx context.Context, w http.ResponseWriter, in asked, sheet *reading, take taking) {
	w.Header().Set("Content-Type", "application/x-ndjson")
	a := answer{w, s.pace().Pause}
	of := len(sheet.rows)
	progress := func(rows int) {
		if rows%toldEvery == 0 || rows == of {
			a.say(map[string]int{"checked": rows, "of": of})
		}
	}
	a.say(map[string]int{"checked": 0, "of": of})
	reply, err := take(ctx, progress)
	if err != nil {
		a.say(s.refused(ctx, err))
		return
	}
	sheet.judged(reply.Faults)
	marked := ""
	if len(sheet.faults) > 0 && sheet.cellular {
		marked = s.keepMarked(ctx, in.viewer, sheet)
	}
	a.sum(sheet, reply, marked)
}

// outcome is what came of a sheet; its faults are written one by one, as there may be a hundred thousand.
type outcome struct {
	Rows    int    `json:"rows"`
	Taken   int    `json:"taken"`
	Changed int    `json:"changed"` // of those taken: in place of what stood in the draft
	Known   int    `json:"known"`
	Faulty  int    `json:"faulty"` // rows
	Open    int    `json:"open"`   // rows that say nothing
	Marked  string `json:"marked,omitempty"`
}

// sum says what came of a sheet.
func (a answer) sum(sheet *reading, reply *db.BatchReply, marked string) {
	head, _ := json.Marshal(outcome{len(sheet.rows), reply.Taken, reply.Changed, reply.Known, reply.Faulty, reply.Open, marked}) // always JSON, like a fault
	out := bufio.NewWriter(a.w)
	_, _ = out.Write(append(head[:len(head)-1], `,"faults":[`...))
	for i, f := range sheet.faults {
		if i%toldEvery == 0 {
			a.hurry()
		}
		if i > 0 {
			_ = out.WriteByte(',')
		}
		fault, _ := json.Marshal(sheet.tell(f))
		_, _ = out.Write(fault)
	}
	_, _ = out.WriteString("]}\n")
	_ = out.Flush() // who has gone away isn't told
}

// keepMarked keeps the marked copy of a sheet, and gives its address; empty where it can't be kept, as what was taken is.
func (s *Site) keepMarked(ctx context.Context, v *db.Viewer, sheet *reading) string {
	content, err := sheet.marked()
	code := ""
	if err == nil {
		code, err = s.DB.KeepMarkedCopy(ctx, v, content)
	}
	if err != nil {
		s.Log.Error("a marked copy could not be kept", "cause", err)
		return ""
	}
	return "/declarations/marked/" + code
}
