//go:build linux

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
)

// tick is the kernel's unit of processor time, in milliseconds: 1/100 s on every Linux.
const tick = 10

// statFields are those of /proc/PID/stat after the name, which may hold spaces. None: there is no such process.
func statFields(pid string) []string {
	text, err := os.ReadFile(filepath.Join("/proc", pid, "stat"))
	if err != nil {
		return nil
	}
	return strings.Fields(string(text)[strings.LastIndex(string(text), ")")+1:])
}

// The places of the fields that are read, counted from the state.
const (
	parentField      = 1
	userField        = 11 // and the system's after it, then the same of the children that have ended
	endedUserField   = 13
	fieldsThatMatter = 15
)

func ticks(fields []string, at int) float64 {
	if len(fields) < fieldsThatMatter {
		return 0
	}
	user, _ := strconv.ParseFloat(fields[at], 64)
	system, _ := strconv.ParseFloat(fields[at+1], 64)
	return (user + system) * tick
}

// processorTime is what a process has used, in milliseconds; 0 for none.
func processorTime(pid int) float64 { return ticks(statFields(fmt.Sprint(pid)), userField) }

// familyTime is what a postmaster has used, its children, and those that have ended.
func familyTime(postmaster int) float64 {
	if postmaster == 0 {
		return 0
	}
	own := statFields(fmt.Sprint(postmaster))
	sum := ticks(own, userField) + ticks(own, endedUserField)
	processes, _ := filepath.Glob("/proc/[0-9]*")
	for _, process := range processes {
		fields := statFields(filepath.Base(process))
		if len(fields) > parentField && fields[parentField] == fmt.Sprint(postmaster) {
			sum += ticks(fields, userField)
		}
	}
	return sum
}

// peak is the most memory that a process has held, in MiB.
func peak(pid int) float64 {
	text, _ := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	_, after, _ := strings.Cut(string(text), "VmHWM:")
	kilobytes, _ := strconv.ParseFloat(strings.Fields(after + " 0")[0], 64)
	return kilobytes / 1024
}

// memory tells the peaks of the servers on the largest sample.
func (h *house) memory() string {
	st := h.stages[len(h.stages)-1]
	return fmt.Sprintf("Peak memory (VmHWM): Mithaq %.0f MiB, PostGraphile %.0f MiB, the static server %.0f MiB.",
		peak(st.ours.cmd.Process.Pid), peak(st.theirs.cmd.Process.Pid), peak(h.static.cmd.Process.Pid))
}

// machine says on what it was measured, and how busy that was.
func machine() string {
	read := func(path string) string { text, _ := os.ReadFile(path); return string(text) }
	model, memory := "a processor", 0.0
	for line := range strings.Lines(read("/proc/cpuinfo")) {
		if name, value, _ := strings.Cut(line, ":"); strings.TrimSpace(name) == "model name" {
			model = strings.TrimSpace(value)
		}
	}
	_, total, _ := strings.Cut(read("/proc/meminfo"), "MemTotal:")
	memory, _ = strconv.ParseFloat(strings.Fields(total + " 0")[0], 64)
	return fmt.Sprintf("%s, %d cores, %.0f GiB; Linux %s; %s; load before it began %s", model, runtime.NumCPU(), memory/(1<<20),
		strings.TrimSpace(read("/proc/sys/kernel/osrelease")), runtime.Version(), strings.Join(strings.Fields(read("/proc/loadavg") + " ?")[:1], ""))
}

func firstNumber(path string) (int, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return 0, err
	}
	line, _, _ := strings.Cut(string(text), "\n")
	return strconv.Atoi(strings.TrimSpace(line))
}
