package web_test

import (
	"os"
	"testing"

	"mithaq/db/dbtest"
)

func TestMain(m *testing.M) { os.Exit(dbtest.Main(m)) }
