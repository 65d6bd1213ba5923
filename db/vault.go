package db

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/hkdf"
	"crypto/hmac"
	"crypto/sha256"
)

// vault keeps what the database must not be able to give away by itself. Its keys are made from a secret that lies outside
// the database: what must be read again is sealed, and what is only compared is hashed under a key.
type vault struct {
	aead cipher.AEAD
	mac  []byte
}

func newVault(secret string) (*vault, error) {
	derived := func(purpose string) ([]byte, error) {
		return hkdf.Key(sha256.New, []byte(secret), nil, "mithaq "+purpose, sha256.Size)
	}
	key, err := derived("seal")
	if err != nil {
		return nil, err
	}
	mac, err := derived("hash")
	if err != nil {
		return nil, err
	}
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, err
	}
	aead, err := cipher.NewGCMWithRandomNonce(block)
	return &vault{aead, mac}, err
}

// seal seals a text (AES-256-GCM). It opens only as what it was sealed as, so that one row's can't stand in another.
func (v *vault) seal(text, as string) []byte { return v.aead.Seal(nil, nil, []byte(text), []byte(as)) }

func (v *vault) open(sealed []byte, as string) (string, error) {
	text, err := v.aead.Open(nil, nil, sealed, []byte(as))
	return string(text), err
}

// hash is HMAC-SHA-256 of a text, other for each purpose.
func (v *vault) hash(purpose, text string) []byte {
	mac := hmac.New(sha256.New, v.mac)
	mac.Write([]byte(purpose + "\x00" + text))
	return mac.Sum(nil)
}
