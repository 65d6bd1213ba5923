package web

import (
	"context"
	"fmt"
	"log/slog"
	"net"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/wneessen/go-mail"

	"mithaq/db"
)

// Mail says by which server mail is sent, and from whom. Without a server none is.
type Mail struct {
	Server string `env:"SMTP_URL"`  // smtp://USER:PASSWORD@HOST:PORT, or smtps:
	From   string `env:"MAIL_FROM"` // the sender's address
}

// mailEvery is how often it is looked for letters that wait, mailTime how long sending one may take, and noteTime how long
// writing down what became of it.
const (
	mailEvery = 2 * time.Second
	mailTime  = 20 * time.Second
	noteTime  = 2 * time.Second
)

// Check tells what is wrong with the settings of mail; nil when nothing is, or none is to be sent.
func (m Mail) Check() error {
	if m.Server == "" && m.From == "" {
		return nil
	}
	server, err := url.Parse(m.Server)
	switch {
	case m.Server == "" || m.From == "":
		return fmt.Errorf("SMTP_URL and MAIL_FROM are set together or not at all")
	case err != nil || server.Hostname() == "" || server.Scheme != "smtp" && server.Scheme != "smtps" || strings.Trim(server.Path, "/") != "":
		return fmt.Errorf("SMTP_URL is no address of a mail server; right is smtp://USER:PASSWORD@HOST:PORT, or smtps: where it speaks TLS from the start")
	}
	if err := mail.NewMsg().From(m.From); err != nil {
		return fmt.Errorf("MAIL_FROM is no address of a sender; right is one like Register <register@example.org>")
	}
	return nil
}

// IsSent tells whether mail is sent.
func (m Mail) IsSent() bool { return m.Server != "" }

// client makes what speaks to the server: by TLS, unless it is on this machine.
func (m Mail) client() (*mail.Client, error) {
	server, err := url.Parse(m.Server)
	if err != nil {
		return nil, err
	}
	options := []mail.Option{mail.WithTimeout(mailTime), mail.WithTLSPortPolicy(mail.TLSMandatory)}
	if ip := net.ParseIP(server.Hostname()); server.Hostname() == "localhost" || ip != nil && ip.IsLoopback() {
		options = append(options, mail.WithTLSPortPolicy(mail.TLSOpportunistic))
	}
	if server.Scheme == "smtps" {
		options = append(options, mail.WithSSLPort(false))
	}
	if port, err := strconv.Atoi(server.Port()); err == nil {
		options = append(options, mail.WithPort(port))
	}
	if server.User != nil {
		password, _ := server.User.Password()
		options = append(options, mail.WithSMTPAuth(mail.SMTPAuthAutoDiscover), mail.WithUsername(server.User.Username()), mail.WithPassword(password))
	}
	return mail.NewClient(server.Hostname(), options...)
}

// Post sends the letters that wait, until ctx ends; where no mail is sent, it has nothing to do. What can't be sent is tried
// again for a day.
func (m Mail) Post(ctx context.Context, d *db.DB, links Links, log *slog.Logger) {
	if m.IsSent() {
		every(ctx, mailEvery, func() {
			for m.postNext(ctx, d, links, log) {
			}
		})
	}
}

// postNext sends the next letter, and tells whether there was one.
func (m Mail) postNext(ctx context.Context, d *db.DB, links Links, log *slog.Logger) bool {
	due, err := d.NextLetter(ctx)
	if err != nil || due == nil {
		if err != nil && ctx.Err() == nil {
			log.Warn("letters wait, and can't be read", "cause", err)
		}
		return false
	}
	sent := m.send(ctx, due, links)
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), noteTime) // what became of it is written down at the stop too
	defer cancel()
	if sent != nil {
		log.Warn("a letter could not be sent; it is tried again", "letter", due.Key)
		why := strings.ReplaceAll(sent.Error(), due.Email, "the address") // servers like to quote it
		_ = d.LetterFailed(ctx, due.Key, why)                             // it is tried again in any case
		return true
	}
	if err := d.LetterSent(ctx, due.Key); err != nil {
		log.Warn("a letter was sent, and that can't be written down; it is sent again", "letter", due.Key, "cause", err)
	}
	return true
}

func (m Mail) send(ctx context.Context, due *db.DueLetter, links Links) error {
	message := mail.NewMsg()
	if err := message.From(m.From); err != nil {
		return err
	}
	if err := message.To(due.Email); err != nil {
		return err
	}
	subject, body := written(due, links)
	message.Subject(subject)
	message.SetBodyString(mail.TypeTextPlain, body)
	message.SetDate()
	message.SetMessageID()
	message.SetGenHeader("Auto-Submitted", "auto-generated")
	client, err := m.client()
	if err != nil {
		return err
	}
	return client.DialAndSendWithContext(ctx, message)
}
