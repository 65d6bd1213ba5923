package web

import (
	"net/http"
	"slices"
	"strings"

	"mithaq/db"
)

// viewer tells who asks: by a token, or by the cookie of a session, if it isn't another site that has it sent. Who is
// neither is refused.
func (s *Site) viewer(r *http.Request) (v *db.Viewer, err error) {
	if secret, shown := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer "); shown {
		v, err = s.DB.ViewerByToken(r.Context(), strings.TrimSpace(secret))
	} else if cookie, missing := r.Cookie(s.SessionCookie); missing == nil {
		if s.ownOrigins().Check(r) != nil {
			return nil, db.Forbidden("cross_origin", "another site has had this sent; do it on the register's own page")
		}
		v, err = s.DB.ViewerBySession(r.Context(), cookie.Value)
	}
	if err == nil && v == nil {
		err = db.Unauthenticated("", "sign in, or show a token, to ask for this")
	}
	return v, err
}

var spoken = []db.Language{db.FR, db.AR, db.EN}

// languageOf is in which language somebody asks; unasked, the register's.
func languageOf(r *http.Request) (db.Language, error) {
	given := r.URL.Query().Get("language")
	if given == "" {
		return db.RegisterLanguage, nil
	}
	at := slices.IndexFunc(spoken, func(l db.Language) bool { return given == strings.ToLower(string(l)) })
	if at < 0 {
		return "", db.BadInput("language", "language_unknown", "%.40q is no language of this register; allowed are fr, ar and en", given)
	}
	return spoken[at], nil
}

// inTurn answers when one of the places at once is free, as making a workbook takes a while.
func (s *Site) inTurn(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		leave := s.Enter(r)
		if leave == nil {
			s.refuse(w, r, 0, &db.Error{Code: db.CodeUnavailable, Reason: "busy", Message: "too much is asked at once; try again in a second", RetryAfter: 1})
			return
		}
		defer leave()
		next(w, r)
	}
}
