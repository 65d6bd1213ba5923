package db

import (
	"crypto/rand"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// ReadPasswords reads the secrets from the directory of keys. They are made once, by whichever program comes
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
	if err != nil {
		return Passwords{}, err
	}
	secret, err := readKey(filepath.Join(dir, "accounts"))
	if err != nil {
		return Passwords{}, err
	}
	persons, err := firstPersonKeyOf(dir)
	return Passwords{App: app, Public: public, Secret: secret, Persons: persons, Dir: dir}, err
}

// firstPersonKey is the file of the first key of persons; that of the nth has -n after it.
const firstPersonKey = "persons"

// firstPersonKeyOf reads or makes the first key of persons; where it was given up for a further one, there is none.
func firstPersonKeyOf(dir string) (string, error) {
	path := filepath.Join(dir, firstPersonKey)
	if _, err := os.Stat(path); errors.Is(err, os.ErrNotExist) {
		further, err := filepath.Glob(path + "-*")
		if err != nil || len(further) > 0 {
			return "", err
		}
	}
	return readKey(path)
}

// readKey reads a secret, or makes it. A half-written one never has its name.
func readKey(path string) (string, error) {
	if _, err := os.Stat(path); !errors.Is(err, os.ErrNotExist) {
		return checkedKey(path)
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
	return checkedKey(path)
}

// checkedKey reads a secret that is there, and refuses one that others can read or that is none.
func checkedKey(path string) (string, error) {
	info, err := os.Stat(path)
	if err != nil {
		return "", err
	}
	if info.Mode().Perm()&0o077 != 0 {
		return "", fmt.Errorf("the key %s can be read by others (mode %04o); give it the mode 0600", path, info.Mode().Perm())
	}
	text, err := os.ReadFile(path)
	if err != nil {
		return "", fmt.Errorf("the key can't be read (%w); give the user who runs this the file, with the mode 0600", err)
	}
	key := strings.TrimSpace(string(text))
	if len(key) < 16 {
		return "", fmt.Errorf("the key %s is too short to be a secret; remove the file for a new one, or restore it", path)
	}
	return key, nil
}
