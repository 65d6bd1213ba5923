package main_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"net/http"
	"net/http/cookiejar"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/pquerna/otp/totp"
)

// caller asks the API of a program that may be gone at any moment, or come back elsewhere.
type caller struct {
	http.Client
	address *atomic.Pointer[string]
	token   string
}

func newCaller(address *atomic.Pointer[string]) *caller {
	jar, _ := cookiejar.New(nil) // without options it can't fail
	return &caller{Client: http.Client{Jar: jar, Timeout: 5 * time.Second}, address: address}
}

// post sends JSON, and reads the answer into a map. Anything but a whole answer without a refusal is an error.
func (c *caller) post(path string, body any) (map[string]any, error) {
	text, err := json.Marshal(body)
	if err != nil {
		return nil, err
	}
	request, err := http.NewRequest("POST", *c.address.Load()+path, bytes.NewReader(text))
	if err != nil {
		return nil, err
	}
	request.Header.Set("Content-Type", "application/json")
	if c.token != "" {
		request.Header.Set("Authorization", "Bearer "+c.token)
	}
	response, err := c.Do(request)
	if err != nil {
		return nil, err
	}
	defer func() { _ = response.Body.Close() }()
	var answer struct {
		Data   map[string]any
		Errors []any
		Code   string
	}
	if err := json.NewDecoder(response.Body).Decode(&answer); err != nil {
		return nil, err
	}
	if len(answer.Errors) > 0 || answer.Code != "" {
		return nil, fmt.Errorf("refused: %v%s", answer.Errors, answer.Code)
	}
	return answer.Data, nil
}

// does asks for a mutation, and gives what it answers at a path.
func (c *caller) does(mutation, answer string, input map[string]any, at ...string) (string, error) {
	data, err := c.post("/graphql", map[string]any{
		"query":     fmt.Sprintf("mutation ($input: %s%sInput!) { %s(input: $input) { %s } }", strings.ToUpper(mutation[:1]), mutation[1:], mutation, answer),
		"variables": map[string]any{"input": input},
	})
	var value any = data[mutation]
	for _, step := range at {
		inner, _ := value.(map[string]any)
		value = inner[step]
	}
	text, _ := value.(string)
	return text, err
}

const killedPassword = "quatre chevaux bleus"

// tokenOf has a partner's administrator invited, and gives a token of that partner.
func tokenOf(t *testing.T, settings []string, address *atomic.Pointer[string], partner string) string {
	t.Helper()
	inviting := start(t, settings, "invite", "--administrator", "admin@exemple.test")
	_, said := inviting.end()
	must := func(text string, err error) string {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return text
	}
	join := func(email, code string) *caller {
		c := newCaller(address)
		must(c.does("acceptInvitation", "email", map[string]any{"code": code, "name": "Exemple", "password": killedPassword}))
		if _, err := c.post("/session", map[string]string{"email": email, "password": killedPassword}); err != nil {
			t.Fatal(err)
		}
		return c
	}
	code := regexp.MustCompile(`#([A-Z2-7]+)`)
	admin := join("admin@exemple.test", code.FindStringSubmatch(said)[1])
	secret := must(admin.does("beginSecondFactor", "secret", map[string]any{"password": killedPassword}, "secret"))
	shown, _ := totp.GenerateCode(secret, time.Now())
	must(admin.does("confirmSecondFactor", "recoveryCodes", map[string]any{"code": shown}))
	account := must(admin.does("invite", "role { account { id } }", map[string]any{"email": "hr@exemple.test", "language": "FR", "role": "PARTNER_ADMINISTRATOR", "partner": partner}, "role", "account", "id"))
	link := must(admin.does("showInvitation", "link", map[string]any{"account": account}, "link"))
	hr := join("hr@exemple.test", code.FindStringSubmatch(link)[1])
	return must(hr.does("createToken", "secret", map[string]any{"partner": partner, "name": "paie", "scopes": []string{"READ", "DECLARE"}, "days": 1}, "secret"))
}

// submitter declares by a token, one declaration after the other, each step again by the same key until it is acknowledged.
type submitter struct {
	*caller
	name                string
	partner, convention string
	over                *atomic.Bool
	receipts            map[string]string // by the ids of declarations
	tries               int
}

func (s *submitter) again(step func() (string, error)) (string, bool) {
	for !s.over.Load() {
		s.tries++
		if text, err := step(); err == nil && text != "" {
			return text, true
		}
		time.Sleep(20 * time.Millisecond)
	}
	return "", false
}

func (s *submitter) run() {
	for n := 0; ; n++ {
		key := func(step string) string { return fmt.Sprintf("%s-%d-%s", s.name, n, step) }
		id, ok := s.again(func() (string, error) {
			return s.does("startDeclaration", "declaration { id }", map[string]any{"partner": s.partner, "convention": s.convention,
				"from": "2024-01-01", "until": "2024-03-31", "idempotencyKey": key("start")}, "declaration", "id")
		})
		for _, job := range []string{"a", "b"} {
			ok = ok && func() bool {
				_, saved := s.again(func() (string, error) {
					return s.does("saveJob", "row { id }", map[string]any{"declaration": id, "idempotencyKey": key(job), "job": map[string]any{
						"reference": key(job), "region": "MA-06", "contractKind": "CDI", "startedOn": "2024-02-01"}}, "row", "id")
				})
				return saved
			}()
		}
		receipt, submitted := "", false
		if ok {
			receipt, submitted = s.again(func() (string, error) {
				return s.does("submitDeclaration", "declaration { reference }", map[string]any{"declaration": id, "version": 3, "idempotencyKey": key("submit")}, "declaration", "reference")
			})
		}
		if !submitted {
			return
		}
		s.receipts[id] = receipt
	}
}

// TestKilledSubmissionsAreNeitherLostNorDoubled kills the program, PostgreSQL or both while two systems of a partner submit
// one declaration after the other with keys: whatever was acknowledged is there, once. LAB=1 does it fifty times.
func TestKilledSubmissionsAreNeitherLostNorDoubled(t *testing.T) {
	kills := 3
	if os.Getenv("LAB") != "" {
		kills = 50
	}
	data := filepath.Join(t.TempDir(), "data")
	settings := []string{"DATA_DIR=" + data, "RATE=0"}
	if code, said := start(t, settings, "sample", "--jobs", "300", "--holders", "20").end(); code != 0 {
		t.Fatal(said)
	}
	serving := start(t, settings)
	var address atomic.Pointer[string]
	address.Store(&serving.address)
	nobody := newCaller(&address)
	found, err := nobody.post("/graphql", map[string]any{"query": `{ partners(filter: {kind: COMPANY}, first: 50) { nodes { slug conventions(first: 1) { nodes { slug } } } } }`})
	if err != nil {
		t.Fatal(err)
	}
	partner, convention := declaring(found)
	token := tokenOf(t, settings, &address, partner)
	before := declarations(t, &address, token)
	var over atomic.Bool
	var all sync.WaitGroup
	submitters := []*submitter{}
	for _, name := range []string{"x", "y"} {
		s := &submitter{newCaller(&address), name, partner, convention, &over, map[string]string{}, 0}
		s.token = token
		submitters = append(submitters, s)
		all.Go(s.run)
	}
	for kill := range kills {
		time.Sleep(200*time.Millisecond + time.Duration(rand.IntN(800))*time.Millisecond)
		victim := []string{"program", "PostgreSQL", "both"}[kill%3]
		pid := postmaster(data)
		if victim != "PostgreSQL" {
			serving.signal(syscall.SIGKILL)
			serving.end()
		}
		if pid > 1 && victim != "program" {
			_ = syscall.Kill(pid, syscall.SIGKILL)
		}
		if victim != "PostgreSQL" {
			serving = start(t, settings)
			if serving.address == "" {
				t.Fatalf("after %s was killed, the next start failed:\n%s", victim, serving.output())
			}
			address.Store(&serving.address)
		}
	}
	time.Sleep(2 * time.Second) // what was under way is acknowledged
	over.Store(true)
	all.Wait()
	acknowledged, tries := 0, 0
	for _, s := range submitters {
		tries += s.tries
		for id, receipt := range s.receipts {
			acknowledged++
			got, err := s.post("/graphql", map[string]any{"query": fmt.Sprintf(`{ viewer { declaration(id: %q) { reference state counts { rows waiting } } } }`, id)})
			if want := fmt.Sprintf("map[counts:map[rows:2 waiting:2] reference:%s state:SUBMITTED]", receipt); err != nil || fmt.Sprint(got["viewer"].(map[string]any)["declaration"]) != want {
				t.Errorf("the declaration of receipt %s is %v, %v", receipt, got, err)
			}
		}
	}
	after := declarations(t, &address, token)
	// Two may have been begun, or submitted, without that anybody was told.
	if extra := after - before - acknowledged; acknowledged == 0 || extra < 0 || extra > len(submitters) {
		t.Errorf("%d acknowledged, %d declarations more than before", acknowledged, after-before)
	}
	t.Logf("%d kills, %d tries, %d submissions acknowledged, %d declarations more", kills, tries, acknowledged, after-before)
	if code, said := start(t, settings, "audit", "verify").end(); code != 0 {
		t.Errorf("the trail does not hold:\n%s", said)
	}
}

// declaring finds a partner of a list that has a convention.
func declaring(found map[string]any) (partner, convention string) {
	for _, node := range found["partners"].(map[string]any)["nodes"].([]any) {
		n := node.(map[string]any)
		if conventions := n["conventions"].(map[string]any)["nodes"].([]any); len(conventions) > 0 {
			return n["slug"].(string), conventions[0].(map[string]any)["slug"].(string)
		}
	}
	return "", ""
}

// declarations counts those of the partner that a token is of.
func declarations(t *testing.T, address *atomic.Pointer[string], token string) int {
	t.Helper()
	c := newCaller(address)
	c.token = token
	var last error
	for range 100 {
		got, err := c.post("/graphql", map[string]any{"query": `{ viewer { partners { declarations { totalCount } } } }`})
		if err == nil {
			return int(got["viewer"].(map[string]any)["partners"].([]any)[0].(map[string]any)["declarations"].(map[string]any)["totalCount"].(float64))
		}
		last = err
		time.Sleep(50 * time.Millisecond)
	}
	t.Fatal(last)
	return 0
}
