//go:build lab

package web_test

import (
	"testing"

	"mithaq/web"
)

// TestLabSlowClientsAreLetGo sends 300 slow clients at a server with the times of the program.
func TestLabSlowClientsAreLetGo(t *testing.T) { slowClients(t, 100, web.UsualTimes) }
