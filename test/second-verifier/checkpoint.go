package main

import (
	"encoding/binary"
	"errors"
	"strings"

	"golang.org/x/mod/sumdb/note"
)

// checkpoint is a signed note that holds a tlog-checkpoint; nothing of it is believed yet.
type checkpoint struct {
	text, origin string
	size         uint64
	root         []byte
	signatures   []note.Signature
}

type tlogProof struct {
	index      uint64
	path       [][]byte
	checkpoint checkpoint
}

const maxPath = 64

func parseTlogProof(text string) (p tlogProof, ok bool) {
	head, signed, found := strings.Cut(text, "\n\n")
	lines := strings.Split(head, "\n")
	if !found || lines[0] != "c2sp.org/tlog-proof@v1" {
		return p, false
	}
	lines = lines[1:]
	if len(lines) > 0 && strings.HasPrefix(lines[0], "extra ") {
		if extra, ok := decodeBase64(lines[0][len("extra "):]); !ok || len(extra) == 0 {
			return p, false
		}
		lines = lines[1:]
	}
	if len(lines) == 0 || !strings.HasPrefix(lines[0], "index ") || len(lines)-1 > maxPath {
		return p, false
	}
	if p.index, ok = decodeNumber(lines[0][len("index "):]); !ok {
		return p, false
	}
	for _, line := range lines[1:] {
		hash, ok := decodeHash(line)
		if !ok {
			return p, false
		}
		p.path = append(p.path, hash)
	}
	p.checkpoint, ok = parseCheckpoint(signed)
	return p, ok
}

// openNote leaves the form of a signed note to sumdb/note, which knows no key here and hands back every signature.
func openNote(signed string) (c checkpoint, ok bool) {
	_, err := note.Open([]byte(signed), note.VerifierList())
	var unverified *note.UnverifiedNoteError
	if !errors.As(err, &unverified) {
		return c, false
	}
	c.text, c.signatures = unverified.Note.Text, unverified.Note.UnverifiedSigs
	for _, signature := range c.signatures {
		if _, ok := decodeBase64(signature.Base64); !ok {
			return c, false
		}
	}
	return c, true
}

// parseCheckpoint reads the signed note of a checkpoint.
func parseCheckpoint(signed string) (c checkpoint, ok bool) {
	if c, ok = openNote(signed); !ok {
		return c, false
	}
	lines := strings.Split(strings.TrimSuffix(c.text, "\n"), "\n")
	if len(lines) < 3 {
		return c, false
	}
	for _, line := range lines {
		if line == "" {
			return c, false
		}
	}
	sizeOK, rootOK := false, false
	c.origin = lines[0]
	c.size, sizeOK = decodeNumber(lines[1])
	c.root, rootOK = decodeHash(lines[2])
	return c, sizeOK && rootOK
}

// signers gives the names of those keys that signed, and whether none of their signatures is wrong. Keys that are not
// among these are passed over; of several lines of one key the first counts.
func (c checkpoint) signers(keys []note.Verifier) (names map[string]bool, right bool) {
	names = map[string]bool{}
	for _, key := range keys {
		for _, signature := range c.signatures {
			if signature.Name != key.Name() || signature.Hash != key.KeyHash() {
				continue
			}
			bytes, _ := decodeBase64(signature.Base64)
			if !key.Verify([]byte(c.text), bytes[binary.Size(signature.Hash):]) {
				return nil, false
			}
			names[key.Name()] = true
			break
		}
	}
	return names, true
}
