package web_test

import (
	"bytes"
	"database/sql"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/pquerna/otp/totp"

	"mithaq/db"
	"mithaq/db/dbtest"
	"mithaq/graph"
	"mithaq/web"
)

// accounts is a site with people on it: each is a browser of its own.
type accounts struct {
	*testing.T
	url   string
	d     *db.DB
	owner *sql.DB
	log   *bytes.Buffer // all that is logged, whatever its level
}

const goodPassword = "quatre chevaux bleus"

func newAccounts(t *testing.T) accounts { return newAccountsAt(t, "") }

// newAccountsAt is newAccounts where the site is reached at an address, and behind proxies that are trusted.
func newAccountsAt(t *testing.T, publicURL string, proxies ...netip.Prefix) accounts {
	return newAccountsOf(t, web.Pace{}, publicURL, proxies...)
}

// newAccountsOf is newAccountsAt, with how long an upload may take.
func newAccountsOf(t *testing.T, uploads web.Pace, publicURL string, proxies ...netip.Prefix) accounts {
	d, logins := dbtest.SampleLogins(t)
	app, err := web.ReadApp(fstest.MapFS{
		"index.html":     {Data: []byte(`<html lang="fr" dir="ltr"><title>Mithaq</title><!--site-->`)},
		"pages.json":     {Data: []byte(`[{"pattern":"/"}]`)},
		"documents.json": {Data: []byte("{}")},
	})
	if err != nil {
		t.Fatal(err)
	}
	logged := new(bytes.Buffer)
	log := slog.New(slog.NewTextHandler(logged, &slog.HandlerOptions{Level: slog.LevelDebug}))
	t.Cleanup(func() {
		if t.Failed() {
			t.Log(logged)
		}
	})
	api := graph.New(t.Context(), d, log, graph.Settings{InvitationLink: web.Links("http://register.test").Invitation, PublicURL: publicURL, Proxies: proxies})
	site := &web.Site{
		DB: d, GraphQL: api, Schema: graph.SchemaFile(), PublicURL: publicURL, Log: log,
		SessionCookie: graph.SessionCookie(publicURL), Client: api.Client, Enter: api.Enter, BehindHTTPS: api.BehindHTTPS, Uploads: uploads,
	}
	server := httptest.NewServer(site.Handler(app))
	t.Cleanup(server.Close)
	return accounts{t, server.URL, d, dbtest.Connect(t, logins.Owner), logged}
}

// person is somebody with a browser.
type person struct {
	accounts
	*http.Client
	email string
}

func (a accounts) person(email string) *person {
	jar, err := cookiejar.New(nil)
	if err != nil {
		a.Fatal(err)
	}
	return &person{a, &http.Client{Jar: jar}, email}
}

// answered is what came of a request: JSON, read.
type answered struct {
	status int
	body   map[string]any
}

// at gives what stands at a path of the answer, like data.viewer.account.name or errors.0.extensions.code; nil for nothing.
func (a answered) at(path string) any {
	var value any = a.body
	for step := range strings.SplitSeq(path, ".") {
		switch v := value.(type) {
		case map[string]any:
			value = v[step]
		case []any:
			i := int(step[0] - '0')
			if i >= len(v) {
				return nil
			}
			value = v[i]
		default:
			return nil
		}
	}
	return value
}

func (a answered) text(path string) string { text, _ := a.at(path).(string); return text }

// reason is that of the answer's refusal, with its code; empty where it is none.
func (a answered) reason() string {
	for _, at := range []string{"errors.0.extensions.", ""} {
		if code := a.text(at + "code"); code != "" {
			return code + " " + a.text(at+"reason")
		}
	}
	return ""
}

func (p *person) send(method, path string, body any, headers ...string) answered {
	p.Helper()
	encoded, err := json.Marshal(body)
	if err != nil {
		p.Fatal(err)
	}
	request, err := http.NewRequest(method, p.url+path, bytes.NewReader(encoded))
	if err != nil {
		p.Fatal(err)
	}
	request.Header.Set("Content-Type", "application/json")
	for i := 0; i < len(headers); i += 2 {
		request.Header.Set(headers[i], headers[i+1])
	}
	response, err := p.Do(request)
	if err != nil {
		p.Fatal(err)
	}
	defer func() { _ = response.Body.Close() }()
	raw, err := io.ReadAll(response.Body)
	if err != nil {
		p.Fatal(err)
	}
	a := answered{status: response.StatusCode}
	_ = json.Unmarshal(raw, &a.body) // what is no JSON has nothing in it
	return a
}

func (p *person) ask(document string, input map[string]any, headers ...string) answered {
	p.Helper()
	return p.send("POST", "/graphql", map[string]any{"query": document, "variables": map[string]any{"input": input}}, headers...)
}

func (p *person) signIn(password, code string) answered {
	p.Helper()
	return p.send("POST", "/session", map[string]string{"email": p.email, "password": password, "code": code})
}

// join takes up an invitation, by its link or its code.
func (p *person) join(link string) {
	p.Helper()
	_, code, _ := strings.Cut(link, "#")
	accepted := p.ask(`mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { email } }`,
		map[string]any{"code": code, "name": "Personne fictive", "password": goodPassword})
	if got := accepted.text("data.acceptInvitation.email"); got != p.email {
		p.Fatalf("joined as %q: %v", got, accepted.body)
	}
}

// secondFactor sets one up, and gives its secret and the recovery codes.
func (p *person) secondFactor() (secret string, codes []any) {
	p.Helper()
	secret = p.ask(`mutation ($input: BeginSecondFactorInput!) { beginSecondFactor(input: $input) { secret uri picture } }`,
		map[string]any{"password": goodPassword}).text("data.beginSecondFactor.secret")
	confirmed := p.ask(`mutation ($input: ConfirmSecondFactorInput!) { confirmSecondFactor(input: $input) { recoveryCodes } }`,
		map[string]any{"code": codeAt(p.T, secret, 0)})
	codes, _ = confirmed.at("data.confirmSecondFactor.recoveryCodes").([]any)
	if len(codes) != 10 {
		p.Fatalf("the second factor was not confirmed: %v", confirmed.body)
	}
	return secret, codes
}

// codeAt is the code that an app shows some steps of 30 seconds from now.
func codeAt(t *testing.T, secret string, steps int) string {
	t.Helper()
	code, err := totp.GenerateCode(secret, time.Now().Add(time.Duration(steps)*30*time.Second))
	if err != nil {
		t.Fatal(err)
	}
	return code
}

// administrator gives an administrator who is signed in, with the secret of the second factor.
func (a accounts) administrator(email string) (*person, string) {
	a.Helper()
	_, code, err := a.d.InviteAdministrator(a.Context(), email, db.FR, false)
	if err != nil {
		a.Fatal(err)
	}
	p := a.person(email)
	p.join("#" + code)
	if in := p.signIn(goodPassword, ""); in.status != http.StatusOK {
		a.Fatalf("the administrator can't sign in: %v", in.body)
	}
	if who := p.ask(`{ viewer { needsSecondFactor } }`, nil); who.at("data.viewer.needsSecondFactor") != true {
		a.Errorf("the role doesn't wait for a second factor: %v", who.body)
	}
	if got := p.ask(`{ viewer { accounts { totalCount } } }`, nil).reason(); got != "FORBIDDEN role_missing" {
		a.Errorf("without a second factor an administrator reads the accounts: %q", got)
	}
	secret, _ := p.secondFactor()
	return p, secret
}

const inviting = `mutation ($input: InviteInput!) { invite(input: $input) { role { id role account { id email joinedAt } partner { slug } } } }`

// invited has somebody invited by another, shown the link by an administrator, and sign in.
func (p *person) invites(administrator *person, email string, input map[string]any) *person {
	p.Helper()
	input["email"], input["language"] = email, "FR"
	account := p.ask(inviting, input)
	shown := administrator.ask(`mutation ($input: ShowInvitationInput!) { showInvitation(input: $input) { link expiresAt } }`,
		map[string]any{"account": account.at("data.invite.role.account.id")})
	invited := p.person(email)
	link := shown.text("data.showInvitation.link")
	if !strings.HasPrefix(link, "http://register.test/fr/invitation#") {
		p.Fatalf("the link is %q: %v %v", link, account.body, shown.body)
	}
	invited.join(link)
	if in := invited.signIn(goodPassword, ""); in.status != http.StatusOK {
		p.Fatalf("%s can't sign in: %v", email, in.body)
	}
	return invited
}

func (a accounts) partner() string {
	a.Helper()
	var slug string
	if err := a.owner.QueryRow("select slug from partners order by id limit 1").Scan(&slug); err != nil {
		a.Fatal(err)
	}
	return slug
}

func (a accounts) cookie(p *person) *http.Cookie {
	a.Helper()
	at, _ := url.Parse(a.url)
	for _, cookie := range p.Jar.Cookies(at) {
		return cookie
	}
	return &http.Cookie{}
}
