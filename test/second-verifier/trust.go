package main

import (
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/mod/sumdb/note"
)

// trust is whom a verifier believes: logs by origin, witnesses, and how many of these must have signed, over time.
type trust struct {
	logs      map[string][]trustedKey
	witnesses []trustedKey
	quorums   []quorum
	// attesters are organisations whose word counts for what was committed, of which so many are asked for.
	attesters      []note.Verifier
	attesterQuorum int
}

// nobody is the quorum that asks for no witness.
var nobody = []quorum{{0, always.from, always.until}}

const (
	signedTrustType              = "application/vnd.lianpiao.trust.v2+json"
	typeEd25519, typeCosignature = 0x01, 0x04
)

var errTrust = errors.New("malformed trust file: nobody is trusted")

// trustIn is the trust in one log without witnesses.
func trustIn(log note.Verifier) trust {
	return trust{logs: map[string][]trustedKey{log.Name(): {{window: always, verifier: log}}}, quorums: nobody}
}

func parseTrust(text []byte) (trust, error) {
	t := trust{logs: map[string][]trustedKey{}, quorums: nobody}
	value, err := parseJSON(text)
	members, ok := value.(object)
	if err == nil && ok && members["mediaType"] == signedTrustType {
		signed, err := parseSignedTrust(members)
		if err != nil {
			return t, err
		}
		return signed.trust, nil
	}
	if err != nil || !ok || members["mediaType"] != "application/vnd.lianpiao.trust.v1+json" {
		return t, errTrust
	}
	if _, there := members["anchors"]; !there {
		members["anchors"] = []any{}
	}
	commit, asks := members["commit"]
	delete(members, "commit")
	if asks && !t.readAttesters(commit) {
		return trust{}, errTrust
	}
	logs, isLogs := members["logs"].([]any)
	witnesses, isWitnesses := members["witnesses"].([]any)
	anchors, isAnchors := members["anchors"].([]any)
	if !hasExactly(members, "mediaType", "logs", "witnesses", "quorum", "anchors") || !isLogs || !isWitnesses || !isAnchors {
		return t, errTrust
	}
	for _, item := range logs {
		log, _ := item.(object)
		origin, isName := log["origin"].(string)
		key, err := keyOf(log, typeEd25519)
		if !hasExactly(log, "origin", "vkey") || !isName || origin == "" || strings.Contains(origin, "\n") || err != nil {
			return t, errTrust
		}
		t.logs[origin] = append(t.logs[origin], trustedKey{window: always, verifier: key})
	}
	names := map[string]bool{}
	for _, item := range witnesses {
		witness, _ := item.(object)
		key, err := keyOf(witness, typeCosignature)
		if !hasExactly(witness, "vkey") || err != nil {
			return t, errTrust
		}
		t.witnesses = append(t.witnesses, trustedKey{window: always, verifier: key})
		names[key.Name()] = true
	}
	if !areAnchors(anchors) {
		return t, errTrust
	}
	if !isCount(members["quorum"]) || members["quorum"].(float64) > float64(len(names)) {
		return t, errTrust
	}
	t.quorums = []quorum{{int(members["quorum"].(float64)), always.from, always.until}}
	return t, nil
}

func areAnchors(anchors []any) bool {
	for _, item := range anchors {
		anchor, _ := item.(object)
		if !hasExactly(anchor, "chainId", "contract") || !isCountFrom(anchor["chainId"], 1) ||
			!isText(anchor["contract"], contractForm) {
			return false
		}
	}
	return true
}

// readAttesters reads the member commit of a trust file.
func (t *trust) readAttesters(value any) bool {
	members, _ := value.(object)
	attesters, isList := members["attesters"].([]any)
	if !hasExactly(members, "attesters", "quorum") || !isList || !isCount(members["quorum"]) {
		return false
	}
	names := map[string]bool{}
	for _, item := range attesters {
		attester, _ := item.(object)
		key, err := keyOf(attester, typeCosignature)
		if !hasExactly(attester, "vkey") || err != nil {
			return false
		}
		t.attesters, names[key.Name()] = append(t.attesters, key), true
	}
	quorum := members["quorum"].(float64)
	t.attesterQuorum = int(quorum)
	return quorum <= float64(len(names))
}

// keyOf reads name+keyid+base64(type ‖ public key) and demands that type.
func keyOf(members object, wanted byte) (note.Verifier, error) {
	vkey, _ := members["vkey"].(string)
	parts := strings.SplitN(vkey, "+", 3)
	if len(parts) != 3 || !keyIDForm.MatchString(parts[1]) {
		return nil, errTrust
	}
	key, ok := decodeBase64(parts[2])
	if !ok || len(key) != 1+ed25519.PublicKeySize || key[0] != wanted {
		return nil, errTrust
	}
	if wanted == typeEd25519 {
		return note.NewVerifier(vkey)
	}
	id := sha256.Sum256(append([]byte(parts[0]+"\n"), key...))
	if !isKeyName(parts[0]) || hex.EncodeToString(id[:4]) != parts[1] {
		return nil, errTrust
	}
	return witness{parts[0], binary.BigEndian.Uint32(id[:4]), key[1:]}, nil
}

func isKeyName(name string) bool {
	return name != "" && !strings.ContainsFunc(name, unicode.IsSpace)
}

// witness verifies cosignature/v1 of C2SP tlog-cosignature; sumdb/note knows Ed25519 over the bare text only.
type witness struct {
	name string
	id   uint32
	key  ed25519.PublicKey
}

func (w witness) Name() string    { return w.name }
func (w witness) KeyHash() uint32 { return w.id }

func (w witness) Verify(text, signature []byte) bool {
	if len(signature) != 8+ed25519.SignatureSize {
		return false
	}
	seconds := binary.BigEndian.Uint64(signature)
	return ed25519.Verify(w.key, fmt.Appendf(nil, "cosignature/v1\ntime %d\n%s", seconds, text), signature[8:])
}
