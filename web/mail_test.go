package web_test

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"mime"
	"mime/quotedprintable"
	"net"
	"net/mail"
	"strings"
	"testing"
	"time"

	"github.com/emersion/go-smtp"

	"mithaq/web"
)

// postOffice is a mail server on this machine. It keeps what it is sent, and refuses what its clerk refuses.
type postOffice struct {
	address  string
	letters  chan *mail.Message
	accepted func(to string) error
}

func newPostOffice(t *testing.T, accepted func(to string) error) *postOffice {
	t.Helper()
	office := &postOffice{letters: make(chan *mail.Message, 100), accepted: accepted}
	server := smtp.NewServer(smtp.BackendFunc(func(*smtp.Conn) (smtp.Session, error) { return &counter{office: office}, nil }))
	server.Domain = "localhost"
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	go func() { _ = server.Serve(listener) }()
	t.Cleanup(func() { _ = server.Close() })
	office.address = "smtp://" + listener.Addr().String()
	return office
}

// counter is one conversation with the server.
type counter struct{ office *postOffice }

func (c *counter) Mail(string, *smtp.MailOptions) error      { return nil }
func (c *counter) Rcpt(to string, _ *smtp.RcptOptions) error { return c.office.accepted(to) }
func (c *counter) Reset()                                    {}
func (c *counter) Logout() error                             { return nil }
func (c *counter) Data(r io.Reader) error {
	message, err := mail.ReadMessage(r)
	if err != nil {
		return err
	}
	body, err := io.ReadAll(quotedprintable.NewReader(message.Body))
	if err != nil {
		return err
	}
	message.Body = strings.NewReader(string(body))
	c.office.letters <- message
	return nil
}

// next gives the next letter: whom it is for, its subject, and its text.
func (o *postOffice) next(t *testing.T) (to, subject, text string) {
	t.Helper()
	select {
	case message := <-o.letters:
		subject, err := new(mime.WordDecoder).DecodeHeader(message.Header.Get("Subject"))
		if err != nil {
			t.Fatal(err)
		}
		body, _ := io.ReadAll(message.Body) // it is in memory
		return message.Header.Get("To"), subject, string(body)
	case <-time.After(10 * time.Second):
		t.Fatal("no letter came")
		return "", "", ""
	}
}

// linkIn gives the link of a letter.
func linkIn(t *testing.T, text string) string {
	t.Helper()
	for line := range strings.Lines(text) {
		if strings.HasPrefix(line, "http") {
			return strings.TrimSpace(line)
		}
	}
	t.Fatalf("there is no link in %q", text)
	return ""
}

// TestLettersAreSent invites somebody by mail, has the first try refused, and the password forgotten.
func TestLettersAreSent(t *testing.T) {
	a := newAccounts(t)
	refusals := 1
	office := newPostOffice(t, func(string) error {
		if refusals > 0 {
			refusals--
			return errors.New("the box is full")
		}
		return nil
	})
	administrator, _ := a.administrator("admin@register.test")
	a.exec("delete from letters")
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	go web.Mail{Server: office.address, From: "Register <register@register.test>"}.Post(ctx, a.d, "http://register.test", slog.New(slog.DiscardHandler))

	administrator.ask(inviting, map[string]any{"email": "first@partner.test", "language": "AR", "role": "PARTNER_ADMINISTRATOR", "partner": a.partner()})
	letters := `{ viewer { letters { nodes { kind tries failure sentAt account { email } } } } }`
	eventually(t, func() bool { return administrator.ask(letters, nil).text("data.viewer.letters.nodes.0.failure") != "" })
	a.exec("update letters set due_at = now()") // a minute later
	to, subject, text := office.next(t)
	if to != "<first@partner.test>" || subject != "[سجل تجريبي] دعوة إلى ميثاق" || !strings.Contains(text, "مدير لدى") {
		t.Errorf("the letter to %s, %q, says %q", to, subject, text)
	}
	eventually(t, func() bool { return administrator.ask(letters, nil).text("data.viewer.letters.nodes.0.sentAt") != "" })
	first := a.person("first@partner.test")
	first.join(linkIn(t, text))
	first.signIn(goodPassword, "")

	first.ask(`mutation ($input: RequestPasswordResetInput!) { requestPasswordReset(input: $input) { isTaken } }`, map[string]any{"email": " First@Partner.test "})
	_, subject, text = office.next(t)
	link := linkIn(t, text)
	if !strings.HasPrefix(link, "http://register.test/ar/new-password#") || !strings.Contains(subject, "كلمة سر جديدة") {
		t.Errorf("%q: %q", subject, text)
	}
	_, code, _ := strings.Cut(link, "#")
	reset := first.ask(`mutation ($input: ResetPasswordInput!) { resetPassword(input: $input) { email } }`, map[string]any{"code": code, "password": "six chevaux jaunes"})
	if reset.text("data.resetPassword.email") != "first@partner.test" || first.ask(whoAmI, nil).at("data.viewer") != nil {
		t.Errorf("resetting the password: %v, or a session stayed", reset.body)
	}
	if _, subject, _ := office.next(t); !strings.Contains(subject, "تم تغيير كلمة سركم") {
		t.Errorf("the owner is told %q", subject)
	}
	if got := first.signIn("six chevaux jaunes", "").reason(); got != "" {
		t.Errorf("the new password: %q", got)
	}
	var codes int
	if err := a.owner.QueryRow("select count(*) from codes where encode(code_sha256, 'escape') like '%' || $1 || '%'", code).Scan(&codes); err != nil || codes != 0 {
		t.Errorf("a code is kept as it is (%v)", err)
	}
}

func eventually(t *testing.T, holds func() bool) {
	t.Helper()
	for deadline := time.Now().Add(10 * time.Second); !holds(); time.Sleep(50 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatal("it did not come to that in ten seconds")
		}
	}
}

func TestSettingsOfMail(t *testing.T) {
	for _, m := range []web.Mail{{Server: "smtp://mail.test:25"}, {From: "a@b.test"}, {Server: "mail.test", From: "a@b.test"}, {Server: "smtp://mail.test", From: "nobody"}, {Server: "https://mail.test", From: "a@b.test"}} {
		if m.Check() == nil {
			t.Errorf("%+v is taken", m)
		}
	}
	for _, m := range []web.Mail{{}, {Server: "smtp://u:p@mail.test:587", From: "Register <a@b.test>"}, {Server: "smtps://mail.test", From: "a@b.test"}} {
		if err := m.Check(); err != nil {
			t.Errorf("%+v: %v", m, err)
		}
	}
}
