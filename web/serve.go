package web

import (
	"context"
	"log/slog"
	"net"
	"net/http"
	"time"
)

// How long the stop may take: balancers see that the site isn't ready and send nothing more, then what is under way comes
// to its end. With PostgreSQL's own, 15 s are allowed.
const (
	noticeTime = time.Second
	drainTime  = 10 * time.Second
)

// Times are how long a client may take; who is slower is let go, as each holds a connection and what was read of it.
type Times struct{ Header, Read, Write, Idle time.Duration }

// UsualTimes are those that the program goes by.
var UsualTimes = Times{Header: 5 * time.Second, Read: 10 * time.Second, Write: 15 * time.Second, Idle: time.Minute}

// NewServer gives a server that lets slow clients go.
func NewServer(handler http.Handler, allowed Times, log *slog.Logger) *http.Server {
	return &http.Server{
		Handler: handler, ReadHeaderTimeout: allowed.Header, ReadTimeout: allowed.Read, WriteTimeout: allowed.Write,
		IdleTimeout: allowed.Idle, MaxHeaderBytes: 16 << 10, ErrorLog: slog.NewLogLogger(log.Handler(), slog.LevelWarn),
	}
}

// Serve answers until ctx ends. Then it says that it stops, to balancers and by stopping, and lets what is under way come
// to its end.
func (s *Site) Serve(ctx context.Context, listener net.Listener, server *http.Server, stopping func()) error {
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	stopping()
	s.stopping.Store(true)
	time.Sleep(noticeTime)
	ending, cancel := context.WithTimeout(context.Background(), drainTime)
	defer cancel()
	if err := server.Shutdown(ending); err != nil {
		return server.Close()
	}
	return nil
}
