//go:build lab

package main

import "testing"

// TestLabSlowClientsAreLetGo sends 300 slow clients at a server with the times of the program.
func TestLabSlowClientsAreLetGo(t *testing.T) { slowClients(t, 100, usualTimes) }
