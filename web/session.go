package web

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net/http"
	"strconv"
	"strings"
	"time"

	"mithaq/db"
)

// mostSignIn is how long what somebody sends who signs in may be, and signInTime how long it may take, with the wait for
// others' passwords.
const (
	mostSignIn = 4 << 10
	signInTime = 8 * time.Second
)

// signIn opens a session and sets its cookie. It takes JSON alone, which no form of another site can send, and nothing
// that another site has had a browser send.
func (s *Site) signIn(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Cache-Control", "no-store")
	if media, _, err := mime.ParseMediaType(r.Header.Get("Content-Type")); err != nil || media != "application/json" {
		s.refuse(w, r, http.StatusUnsupportedMediaType, db.BadInput("", "media_type", "allowed is application/json"))
		return
	}
	var shown struct{ Email, Password, Code string }
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, mostSignIn))
	if err == nil {
		err = json.Unmarshal(body, &shown)
	}
	if err != nil {
		s.refuse(w, r, http.StatusBadRequest, db.BadInput("", "sign_in_malformed", "allowed is an object with email, password and code, of %d bytes at most", mostSignIn))
		return
	}
	before := ""
	if cookie, err := r.Cookie(s.SessionCookie); err == nil {
		before = cookie.Value
	}
	leave := s.Enter(r)
	if leave == nil {
		s.refuse(w, r, 0, &db.Error{Code: db.CodeUnavailable, Reason: "busy", Message: "too many sign in at once; try again in a second", RetryAfter: 1})
		return
	}
	defer leave()
	ctx, cancel := context.WithTimeout(r.Context(), signInTime)
	defer cancel()
	token, err := s.DB.SignIn(ctx, db.SignIn{
		Email: shown.Email, Password: shown.Password, Code: shown.Code,
		Device: r.UserAgent(), Client: s.Client(r), Before: before,
	})
	if err != nil {
		s.refuse(w, r, 0, db.AsError(ctx, err))
		return
	}
	s.setCookie(w, r, token)
	w.Header().Set("Content-Type", "application/json")
	_, _ = io.WriteString(w, "{}\n")
}

// setCookie hands the token of a session over. Whoever runs the site is told once where that could be safer.
func (s *Site) setCookie(w http.ResponseWriter, r *http.Request, token string) {
	cookie := s.cookie(token, 0)
	if !cookie.Secure && s.BehindHTTPS(r) {
		s.insecure.Do(func() {
			s.Log.Warn("a proxy says that the site is reached by https, and the cookie of sessions goes without Secure; set PUBLIC_URL to the site's https address")
		})
	}
	http.SetCookie(w, cookie)
}

// signOut ends the session of the cookie, and takes it back.
func (s *Site) signOut(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Cache-Control", "no-store")
	if cookie, err := r.Cookie(s.SessionCookie); err == nil {
		if err := s.DB.SignOut(r.Context(), cookie.Value); err != nil {
			s.refuse(w, r, 0, err)
			return
		}
	}
	http.SetCookie(w, s.cookie("", -1))
	w.WriteHeader(http.StatusNoContent)
}

// cookie holds a session's token. It goes with the browser; how long it counts, the session says.
func (s *Site) cookie(token string, age int) *http.Cookie {
	return &http.Cookie{
		Name: s.SessionCookie, Value: token, Path: "/", MaxAge: age, HttpOnly: true, SameSite: http.SameSiteStrictMode,
		Secure: strings.HasPrefix(s.SessionCookie, "__Host-"),
	}
}

// statuses are those of the errors that a route of the site answers with.
var statuses = map[db.Code]int{
	db.CodeBadInput: http.StatusBadRequest, db.CodeUnauthenticated: http.StatusUnauthorized, db.CodeForbidden: http.StatusForbidden,
	db.CodeNotFound: http.StatusNotFound, db.CodeConflict: http.StatusConflict,
	db.CodeRateLimited: http.StatusTooManyRequests, db.CodeTimeout: http.StatusGatewayTimeout, db.CodeUnavailable: http.StatusServiceUnavailable,
}

// refuse says what is wrong, in JSON; the status is that of the error's code, where none is given.
func (s *Site) refuse(w http.ResponseWriter, r *http.Request, status int, err error) {
	said := s.refused(r.Context(), err)
	if status == 0 {
		status = statuses[said.Code]
	}
	if status == 0 {
		status = http.StatusInternalServerError
	}
	switch {
	case said.RetryAfter > 0:
		w.Header().Set("Retry-After", strconv.Itoa(said.RetryAfter))
	case said.Code == db.CodeUnavailable:
		w.Header().Set("Retry-After", "5")
	}
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(said)
}

// refused is an error as who asks is told it.
type refused struct {
	Code       db.Code `json:"code"`
	Reason     string  `json:"reason,omitempty"`
	Field      string  `json:"field,omitempty"`
	Message    string  `json:"message"`
	RetryAfter int     `json:"retryAfter,omitempty"`
}

// refused gives an error as it is told; what nobody foresaw is logged.
func (s *Site) refused(ctx context.Context, err error) refused {
	known := db.AsError(ctx, err)
	if statuses[known.Code] == 0 {
		s.Log.Error("a request could not be answered", "cause", errors.Unwrap(known))
	}
	return refused{known.Code, known.Reason, known.Field, known.Message, known.RetryAfter}
}
