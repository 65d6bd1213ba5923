package db

import (
	"crypto/rand"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// ReadPasswords reads the logins' passwords from the directory of keys. They are made once, by whichever program comes
// first, in files that only their owner can read.
func ReadPasswords(dir string) (Passwords, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return Passwords{}, fmt.Errorf("the directory of keys can't be made (%w); set KEYS_DIR to one that can be written", err)
	}
	app, err := readKey(filepath.Join(dir, "app-login"))
	if err != nil {
		return Passwords{}, err
	}
	public, err := readKey(filepath.Join(dir, "public-login"))
	return Passwords{App: app, Public: public}, err
}

// readKey reads a secret, or makes it. A half-written one never has its name.
func readKey(path string) (string, error) {
	text, err := os.ReadFile(path)
	if err == nil || !errors.Is(err, os.ErrNotExist) {
		return strings.TrimSpace(string(text)), err
	}
	made, err := os.CreateTemp(filepath.Dir(path), ".new-") // mode 0600
	if err != nil {
		return "", fmt.Errorf("the directory of keys can't be written (%w); set KEYS_DIR to one that can", err)
	}
	defer func() { _ = os.Remove(made.Name()) }()
	_, err = made.WriteString(rand.Text() + "\n")
	if err := errors.Join(err, made.Sync(), made.Close()); err != nil {
		return "", err
	}
	if err := os.Link(made.Name(), path); err != nil && !errors.Is(err, os.ErrExist) { // another program's stands
		return "", err
	}
	text, err = os.ReadFile(path)
	return strings.TrimSpace(string(text)), err
}
