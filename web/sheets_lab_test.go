//go:build lab

package web_test

import (
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

// mostToAnswer is what ten thousand rows may take, from the first byte to the answer.
const mostToAnswer = 5 * time.Second

// TestLabTenThousandRows sends workbooks of ten thousand full rows, within the memory that the program keeps to: clean ones,
// and one in which every cell that can be wrong is.
func TestLabTenThousandRows(t *testing.T) {
	o := newOffice(t)
	defer debug.SetGCPercent(debug.SetGCPercent(400))
	defer debug.SetMemoryLimit(debug.SetMemoryLimit(44 << 20))
	onDisk := watched(t)
	id := o.starts(o.hr)
	f := excelize.NewFile()
	out, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		t.Fatal(err)
	}
	g := excelize.NewFile()
	wrong, err := g.NewStreamWriter("Sheet1")
	if err != nil {
		t.Fatal(err)
	}
	for row := 1; row <= 10_001; row++ {
		clean, faulty := frenchHeader, frenchHeader
		if row > 1 {
			reference := fmt.Sprintf("RH-%05d", row)
			clean = []any{reference, "carte nationale", fmt.Sprintf("AB%06d", row), "femme", 1990, "baccalauréat", "au chômage", nil, "Usine de Berrechid", "opératrice de ligne", "professions élémentaires", "C", "Casablanca-Settat", "intérim", 45000 + row%300, nil, nil}
			faulty = []any{reference, "x", "y", "x", "x", "x", "x", "x", "x", "x", "x", "x", "x", "x", "x", "x", "x"}
		}
		for writer, cells := range map[*excelize.StreamWriter][]any{out: clean, wrong: faulty} {
			if err := writer.SetRow(fmt.Sprintf("A%d", row), cells); err != nil {
				t.Fatal(err)
			}
		}
	}
	for _, writer := range []*excelize.StreamWriter{out, wrong} {
		if err := writer.Flush(); err != nil {
			t.Fatal(err)
		}
	}
	file, bad := saved(t, f), saved(t, g)
	for _, sent := range []struct {
		what, query, counted string
		file                 []byte
	}{
		{"checked", "check=only", "10000 0 0 0", file}, {"taken", "", "10000 10000 0 0", file}, {"known", "", "10000 0 10000 0", file}, {"all wrong", "", "10000 0 0 10000", bad},
	} {
		begun := time.Now()
		got := o.hr.sends(id, sent.query, sent.file)
		took := time.Since(begun)
		var memory runtime.MemStats
		runtime.ReadMemStats(&memory)
		t.Logf("%s: %v; %d faults, %d MiB of memory", sent.what, took, len(got.faults()), memory.Sys>>20)
		if got.counted() != sent.counted || took > mostToAnswer && sent.what != "all wrong" {
			t.Errorf("%s: %s in %v", sent.what, got.counted(), took)
		}
		if marked := got.text("marked"); marked != "" {
			begun = time.Now()
			_, copied := o.hr.get(marked)
			t.Logf("the marked copy has %d KiB, read in %v", len(copied)>>10, time.Since(begun))
		}
	}
	if kept := onDisk(); kept != "" {
		t.Errorf("on the disk was %s", kept)
	}
	for _, format := range []string{"xlsx", "csv"} {
		begun := time.Now()
		_, rows := o.hr.get("/declarations/" + id + "/rows." + format)
		t.Logf("rows.%s: %d KiB in %v", format, len(rows)>>10, time.Since(begun))
	}
}

// watched looks at the folder of temporary files until it is asked what was there.
func watched(t *testing.T) func() string {
	t.Helper()
	folder := t.TempDir()
	t.Setenv("TMPDIR", folder)
	over, found := make(chan struct{}), make(chan string)
	go func() {
		seen := ""
		for {
			select {
			case <-over:
				found <- seen
				return
			case <-time.After(2 * time.Millisecond):
				if files, err := os.ReadDir(folder); err == nil && len(files) > 0 {
					seen = files[0].Name()
				}
			}
		}
	}()
	return func() string { close(over); return <-found }
}
