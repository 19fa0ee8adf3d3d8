package main

import (
	"regexp"
	"slices"
	"strings"
)

var storeForm = regexp.MustCompile(`\A[a-z][a-z-]{0,30}\z`)

// erasure checks a holder's attestation where the bundle of an act shows one: who of those known signed it, and whether all is right.
func (b bundle) erasure(entry leaf, t trust) (names []string, right bool) {
	for _, f := range b.fields {
		if entry.kind != "act.recorded" || !f.open || f.name != "attestation" {
			continue
		}
		signed, ok := parseErasure(f.value)
		if !ok {
			return nil, false
		}
		found, right := signed.signers(t.attesters)
		for name := range found {
			names = append(names, name)
		}
		slices.Sort(names)
		return names, right
	}
	return nil, true
}

// parseErasure reads the signed note of a statement of erasure.
func parseErasure(value any) (c checkpoint, ok bool) {
	text, _ := value.(string)
	if c, ok = openNote(text); !ok {
		return c, false
	}
	lines := strings.Split(strings.TrimSuffix(c.text, "\n"), "\n")
	if len(lines) < 5 || lines[0] != "lianpiao-erasure-v1" || lines[1] == "" {
		return c, false
	}
	_, isIndex := decodeNumber(lines[2])
	_, isHash := decodeHash(lines[3])
	for _, store := range lines[4:] {
		if !storeForm.MatchString(store) {
			return c, false
		}
	}
	return c, isIndex && isHash
}
