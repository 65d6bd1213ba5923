package main

import (
	"context"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"time"

	"mithaq/web"
)

// How long the stop may take: balancers see that the site isn't ready and send nothing more, what is under way comes to
// its end, then PostgreSQL's. Together they are 15 s.
const (
	noticeTime   = time.Second
	drainTime    = 10 * time.Second
	postgresTime = 4 * time.Second
)

// times are how long a client may take; who is slower is let go, as each holds a connection and what was read of it.
type times struct{ header, read, write, idle time.Duration }

var usualTimes = times{header: 5 * time.Second, read: 10 * time.Second, write: 15 * time.Second, idle: time.Minute}

func newServer(handler http.Handler, allowed times, log *slog.Logger) *http.Server {
	return &http.Server{
		Handler: handler, ReadHeaderTimeout: allowed.header, ReadTimeout: allowed.read, WriteTimeout: allowed.write,
		IdleTimeout: allowed.idle, MaxHeaderBytes: 16 << 10, ErrorLog: slog.NewLogLogger(log.Handler(), slog.LevelWarn),
	}
}

// serve answers until ctx ends, then says that it stops and lets what is under way come to its end.
func serve(ctx context.Context, listener net.Listener, site *web.Site, server *http.Server) error {
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	fmt.Printf("\n  Mithaq is ready: http://%s/\n\n", reachedAt(listener.Addr().String()))
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	progress("stopping")
	site.Stopping()
	time.Sleep(noticeTime)
	ending, cancel := context.WithTimeout(context.Background(), drainTime)
	defer cancel()
	if err := server.Shutdown(ending); err != nil {
		return server.Close()
	}
	return nil
}
