package main_test

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// program is the path of the program under test, built by TestMain as make builds it.
var program string

func TestMain(m *testing.M) {
	os.Exit(func() int {
		dir, err := os.MkdirTemp("", "mithaq-program-")
		if err != nil {
			panic(err)
		}
		defer func() { _ = os.RemoveAll(dir) }()
		program = filepath.Join(dir, "mithaq")
		if out, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput(); err != nil {
			panic(string(out))
		}
		return m.Run()
	}())
}

// running is a program that a test has started.
type running struct {
	t       *testing.T
	cmd     *exec.Cmd
	address string // of its site, once it is ready
	mu      sync.Mutex
	said    bytes.Buffer
	ended   chan struct{}
}

// start runs the program with settings and arguments, and stops it with the test.
func start(t *testing.T, settings []string, args ...string) *running {
	t.Helper()
	r := &running{t: t, cmd: exec.Command(program, args...), ended: make(chan struct{})}
	r.cmd.Env = append(os.Environ(), append([]string{"LISTEN=127.0.0.1:0"}, settings...)...)
	out, err := r.cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	r.cmd.Stderr = r
	if err := r.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	ready := make(chan string, 1)
	go func() {
		lines := bufio.NewScanner(out)
		for lines.Scan() {
			_, _ = r.Write(append(lines.Bytes(), '\n'))
			if found := regexp.MustCompile(`http://localhost:(\d+)/`).FindStringSubmatch(lines.Text()); found != nil {
				ready <- "http://127.0.0.1:" + found[1]
			}
		}
		_ = r.cmd.Wait()
		close(r.ended)
	}()
	t.Cleanup(r.stop)
	if len(args) > 0 && args[0] != "serve" {
		return r
	}
	select {
	case r.address = <-ready:
	case <-r.ended:
	case <-time.After(time.Minute):
		t.Fatalf("not ready after a minute:\n%s", r.output())
	}
	return r
}

func (r *running) Write(p []byte) (int, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.said.Write(p)
}

func (r *running) output() string {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.said.String()
}

func (r *running) signal(s syscall.Signal) { _ = r.cmd.Process.Signal(s) }

// stop ends the program, if it goes on, with its PostgreSQL: a killed one's still writes when its folder is removed.
func (r *running) stop() {
	r.signal(syscall.SIGTERM)
	select {
	case <-r.ended:
	case <-time.After(20 * time.Second):
		r.signal(syscall.SIGKILL)
		<-r.ended
	}
}

// end waits for the program's end and gives its exit code and all it said.
func (r *running) end() (int, string) {
	r.t.Helper()
	select {
	case <-r.ended:
	case <-time.After(time.Minute):
		r.t.Fatalf("it goes on:\n%s", r.output())
	}
	return r.cmd.ProcessState.ExitCode(), r.output()
}

func (r *running) get(path string) (int, http.Header, string) {
	r.t.Helper()
	client := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	response, err := client.Get(r.address + path)
	if err != nil {
		r.t.Fatalf("%v\n%s", err, r.output())
	}
	defer func() { _ = response.Body.Close() }()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		r.t.Fatal(err)
	}
	return response.StatusCode, response.Header, string(body)
}

// count asks the API how many rows a list has.
func (r *running) count(list string) string {
	r.t.Helper()
	response, err := http.Post(r.address+"/graphql", "application/json", strings.NewReader(`{"query":"{ `+list+` { totalCount } }"}`))
	if err != nil {
		r.t.Fatalf("%v\n%s", err, r.output())
	}
	defer func() { _ = response.Body.Close() }()
	body, _ := io.ReadAll(response.Body)
	found := regexp.MustCompile(`"totalCount":(\d+)`).FindStringSubmatch(string(body))
	if found == nil {
		r.t.Fatalf("%s: %s", list, body)
	}
	return found[1]
}

func TestFirstStartServesTheFactsAndTheNextOneStillDoes(t *testing.T) {
	settings := []string{"DATA_DIR=" + t.TempDir() + "/data"}
	for _, round := range []string{"first", "second"} {
		r := start(t, settings)
		for path, want := range map[string]string{"/livez": "alive\n", "/readyz": "ready\n"} {
			if status, _, body := r.get(path); status != 200 || body != want {
				t.Errorf("%s start: %s gave %d %q", round, path, status, body)
			}
		}
		if got := r.count("claims"); got != "49" {
			t.Errorf("%s start: %s claims", round, got)
		}
		imported := strings.Contains(r.output(), "importing the register of December 2021")
		if imported != (round == "first") {
			t.Errorf("%s start: imported is %v", round, imported)
		}
		before := time.Now()
		r.signal(syscall.SIGTERM)
		code, said := r.end()
		if took := time.Since(before); code != 0 || took > 10*time.Second {
			t.Errorf("%s start: SIGTERM ended it with %d after %v:\n%s", round, code, took, said)
		}
	}
}

func TestPagesAreServedInTheirLanguage(t *testing.T) {
	r := start(t, []string{"DATA_DIR=" + t.TempDir() + "/data", "PUBLIC_URL=https://register.example.org/"})
	for path, want := range map[string][]string{
		"/fr":                                 {"200", `lang="fr" dir="ltr"`, "· Mithaq</title>", `hreflang="ar" href="https://register.example.org/ar"`},
		"/ar":                                 {"200", `lang="ar" dir="rtl"`},
		"/en/partners":                        {"200", `lang="en" dir="ltr"`, "<title>Partners · Mithaq</title>"},
		"/fr/partners/fenagri":                {"200", "<title>Fédération nationale de l&#39;agroalimentaire · Mithaq</title>"},
		"/fr/partners/nobody":                 {"404", `"status":404`, "noindex"},
		"/fr/nothing":                         {"404", `lang="fr"`},
		"/nothing/at/all":                     {"404"},
		"/fr/partners/%00":                    {"404"},
		"/fr/partners/a%2Fb":                  {"404"},
		"/assets/nothing.js":                  {"404"},
		"/fr/conventions/2021-12-15-anapec-3": {"200", "<title>Convention 3/8 · Mithaq</title>"},
	} {
		status, header, body := r.get(path)
		if fmt.Sprint(status) != want[0] {
			t.Errorf("%s gave %d, want %s", path, status, want[0])
		}
		for _, text := range want[1:] {
			if !strings.Contains(body, text) {
				t.Errorf("%s has no %s", path, text)
			}
		}
		if strings.HasPrefix(header.Get("Content-Type"), "text/html") && header.Get("Cache-Control") != "no-cache" ||
			!strings.Contains(header.Get("Content-Security-Policy"), "default-src 'none'") {
			t.Errorf("%s has the headers %v", path, header)
		}
	}
	_, _, index := r.get("/fr")
	script := regexp.MustCompile(`/assets/[^"]+\.js`).FindString(index)
	if status, header, _ := r.get(script); status != 200 || !strings.Contains(header.Get("Cache-Control"), "immutable") {
		t.Errorf("%s gave %d, %v", script, status, header)
	}
	for accept, want := range map[string]string{"ar-MA,ar;q=0.9": "/ar", "de,en;q=0.5": "/en", "": "/fr", "zz": "/fr"} {
		request, _ := http.NewRequest(http.MethodGet, r.address+"/", nil)
		request.Header.Set("Accept-Language", accept)
		response, err := http.DefaultTransport.RoundTrip(request)
		if err != nil {
			t.Fatal(err)
		}
		_ = response.Body.Close()
		if got := response.Header.Get("Location"); got != want {
			t.Errorf("a browser that prefers %q is sent to %s, want %s", accept, got, want)
		}
	}
}

func TestOperatorIsInEveryPageAndPagesAreCompressed(t *testing.T) {
	r := start(t, []string{"DATA_DIR=" + t.TempDir() + "/data", "OPERATOR_NAME=</script>& Co", "OPERATOR_CONTACT=mail@example.org", "OPERATOR_LEGAL=Rabat"})
	if _, _, body := r.get("/ar/sources"); !strings.Contains(body, `"operator":{"name":"\u003c/script\u003e\u0026 Co","contact":"mail@example.org","legal":"Rabat"}`) {
		t.Errorf("the operator is not in the page:\n%s", body)
	}
	request, _ := http.NewRequest(http.MethodGet, r.address+"/fr", nil)
	request.Header.Set("Accept-Encoding", "gzip")
	response, err := http.DefaultTransport.RoundTrip(request)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = response.Body.Close() }()
	if response.Header.Get("Content-Encoding") != "gzip" {
		t.Errorf("a page is not compressed: %v", response.Header)
	}
}

func TestStopDuringTheStartIsOneSentence(t *testing.T) {
	settings := []string{"DATA_DIR=" + t.TempDir() + "/data", "PGOPTIONS=-c search_path=nowhere", "PGTARGETSESSIONATTRS=standby"}
	for _, after := range []string{"making the database", "starting PostgreSQL", "migrated: 0001"} {
		r := start(t, settings, "migrate")
		for deadline := time.Now().Add(30 * time.Second); !strings.Contains(r.output(), after) && time.Now().Before(deadline); {
			time.Sleep(time.Millisecond)
		}
		r.signal(syscall.SIGTERM)
		code, said := r.end()
		lines := strings.Split(strings.TrimSpace(said), "\n")
		if last := lines[len(lines)-1]; code == 1 && !strings.HasPrefix(last, "mithaq: ") || strings.Contains(said, "goroutine") || strings.Contains(last, "pq:") {
			t.Errorf("stopped after %q, it says:\n%s", after, said)
		}
	}
	if code, said := start(t, settings, "migrate").end(); code != 0 {
		t.Errorf("after that, it does not start (%d):\n%s", code, said)
	}
}
