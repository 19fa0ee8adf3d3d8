package main

import (
	"bytes"
	"maps"
	"regexp"
	"slices"
	"strings"
)

// signedTrust is a trust file of version 2, read.
type signedTrust struct {
	trust
	name              string
	version           uint64
	issuedAt          int64
	roots, signatures []rootKey
	threshold         int
	body              []byte
}

// rootKey is a root, or a signature by one: then value is there.
type rootKey struct {
	algorithm   any
	spki, value []byte
}

var secondsForm = regexp.MustCompile(`\A\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ\z`)

// parseSignedTrust reads version 2 and demands the signatures of the file's own roots.
func parseSignedTrust(members object) (s signedTrust, err error) {
	s.logs = map[string][]trustedKey{}
	roots, isRoots := members["roots"].([]any)
	signatures, isSignatures := members["signatures"].([]any)
	name, isName := members["name"].(string)
	issuedAt, isTime := decodeSeconds(members["issuedAt"])
	parties := maps.Clone(members)
	delete(parties, "commit")
	if commit, asks := members["commit"]; asks && !s.readAttesters(commit) {
		return s, errTrust
	}
	if !hasExactly(parties, "mediaType", "name", "version", "issuedAt", "roots", "threshold", "logs", "witnesses", "quorums",
		"anchors", "signatures") || !isRoots || !isSignatures || !isLine(name) || !isName || !isTime ||
		!isCountFrom(members["version"], 1) || !isCountFrom(members["threshold"], 1) ||
		members["threshold"].(float64) > float64(len(roots)) {
		return s, errTrust
	}
	s.name, s.issuedAt = name, issuedAt
	s.version, s.threshold = uint64(members["version"].(float64)), int(members["threshold"].(float64))
	if s.roots, err = parseRootKeys(roots, "algorithm", "publicKey"); err != nil {
		return s, err
	}
	if s.signatures, err = parseRootKeys(signatures, "algorithm", "publicKey", "value"); err != nil {
		return s, err
	}
	if err := s.parseParties(members); err != nil {
		return s, err
	}
	unsigned := maps.Clone(members)
	delete(unsigned, "signatures")
	s.body = []byte(jcs(unsigned))
	if !s.signedBy(s) {
		return s, errTrust
	}
	return s, nil
}

// signedBy says whether enough roots of a file have signed this one, and none of them wrongly.
func (s signedTrust) signedBy(by signedTrust) bool {
	count := 0
	for _, signature := range s.signatures {
		isRoot := slices.ContainsFunc(by.roots, func(root rootKey) bool { return bytes.Equal(root.spki, signature.spki) })
		if !isRoot {
			continue
		}
		if !verifies(signature.algorithm, signature.spki, s.body, signature.value) {
			return false
		}
		count++
	}
	return count >= by.threshold
}

func parseRootKeys(items []any, names ...string) (keys []rootKey, err error) {
	seen := map[string]bool{}
	for _, item := range items {
		key, _ := item.(object)
		publicKey, _ := key["publicKey"].(string)
		value, _ := key["value"].(string)
		spki, spkiOK := decodeBase64(publicKey)
		signed, signedOK := decodeBase64(value)
		if !hasExactly(key, names...) || !spkiOK || !signedOK || len(names) == 3 && len(signed) != 64 ||
			!isSPKI(key["algorithm"], spki) || seen[publicKey] {
			return nil, errTrust
		}
		seen[publicKey] = true
		keys = append(keys, rootKey{key["algorithm"], spki, signed})
	}
	return keys, nil
}

// isSPKI looks at the form of a key; whether its point is on the curve is seen when it verifies something.
func isSPKI(algorithm any, spki []byte) bool {
	return algorithm == "Ed25519" && bytes.HasPrefix(spki, ed25519Prefix) && len(spki) == len(ed25519Prefix)+32 ||
		algorithm == "ES256" && bytes.HasPrefix(spki, p256Prefix) && len(spki) == len(p256Prefix)+64
}

func (s *signedTrust) parseParties(members object) error {
	logs, isLogs := members["logs"].([]any)
	witnesses, isWitnesses := members["witnesses"].([]any)
	anchors, isAnchors := members["anchors"].([]any)
	if !isLogs || !isWitnesses || !isAnchors || !areAnchors(anchors) {
		return errTrust
	}
	seen := map[string]bool{}
	for _, item := range logs {
		log, _ := item.(object)
		origin, isName := log["origin"].(string)
		key, err := parseTrustedKey(log, typeEd25519, "origin", "last")
		if err != nil || !isName || !isLine(origin) || seen[origin+"\n"+key.vkey] {
			return errTrust
		}
		seen[origin+"\n"+key.vkey] = true
		s.logs[origin] = append(s.logs[origin], key)
	}
	names := map[string]bool{}
	for _, item := range witnesses {
		witness, _ := item.(object)
		key, err := parseTrustedKey(witness, typeCosignature, "", "")
		if err != nil || seen[key.vkey] {
			return errTrust
		}
		seen[key.vkey] = true
		s.witnesses, names[key.verifier.Name()] = append(s.witnesses, key), true
	}
	return s.parseQuorums(members["quorums"], len(names))
}

// parseTrustedKey reads a log (with its two more members) or a witness.
func parseTrustedKey(members object, wanted byte, needed, optional string) (key trustedKey, err error) {
	key.window = always
	rest := maps.Clone(members)
	for name, to := range map[string]*int64{"from": &key.from, "until": &key.until, "compromisedAt": &key.compromisedAt} {
		if value, there := rest[name]; there {
			seconds, ok := decodeSeconds(value)
			if !ok {
				return key, errTrust
			}
			*to = seconds
			delete(rest, name)
		}
	}
	if key.from >= key.until {
		return key, errTrust
	}
	if last, there := rest[optional]; there && optional != "" {
		end, _ := last.(object)
		root, _ := end["root"].(string)
		hash, ok := decodeHash(root)
		if !hasExactly(end, "size", "root") || !isCount(end["size"]) || !ok {
			return key, errTrust
		}
		key.last = &logEnd{uint64(end["size"].(float64)), hash}
		delete(rest, optional)
	}
	if needed == "" && !hasExactly(rest, "vkey") || needed != "" && !hasExactly(rest, "vkey", needed) {
		return key, errTrust
	}
	key.verifier, err = keyOf(rest, wanted)
	key.vkey, _ = rest["vkey"].(string)
	return key, err
}

func (s *signedTrust) parseQuorums(value any, names int) error {
	items, _ := value.([]any)
	for i, item := range items {
		period, _ := item.(object)
		if !isCount(period["least"]) || period["least"].(float64) > float64(names) {
			return errTrust
		}
		q := quorum{int(period["least"].(float64)), always.from, always.until}
		if i > 0 {
			q.from = s.quorums[i-1].until
		}
		if i == len(items)-1 {
			if !hasExactly(period, "least") {
				return errTrust
			}
		} else {
			until, ok := decodeSeconds(period["until"])
			if !hasExactly(period, "least", "until") || !ok || until <= q.from {
				return errTrust
			}
			q.until = until
		}
		s.quorums = append(s.quorums, q)
	}
	if len(items) == 0 {
		return errTrust
	}
	return nil
}

// decodeSeconds reads a time of whole seconds.
func decodeSeconds(value any) (int64, bool) {
	text, _ := value.(string)
	at, ok := decodeTime(text)
	return at.Unix(), ok && secondsForm.MatchString(text)
}

func isLine(text string) bool { return text != "" && !strings.Contains(text, "\n") }

func isCountFrom(value any, least float64) bool { return isCount(value) && value.(float64) >= least }

// mayFollow gives the reason why a trust file may not take the place of another one; empty when it may.
func (s signedTrust) mayFollow(old signedTrust) string {
	switch {
	case s.name != old.name:
		return "TRUST_CONFLICT"
	case s.version == old.version && bytes.Equal(s.body, old.body):
		return ""
	case s.version <= old.version:
		return "TRUST_ROLLBACK"
	case !s.signedBy(old):
		return "TRUST_UNSIGNED"
	case s.issuedAt < old.issuedAt:
		return "TRUST_CONFLICT"
	}
	for origin, keys := range old.logs {
		for _, key := range keys {
			if !s.keeps(key, s.logs[origin]) {
				return "TRUST_CONFLICT"
			}
		}
	}
	for _, key := range old.witnesses {
		if !s.keeps(key, s.witnesses) {
			return "TRUST_CONFLICT"
		}
	}
	return ""
}

// keeps says whether a key of the version before is there still and counts for no less of the past.
func (s signedTrust) keeps(old trustedKey, keys []trustedKey) bool {
	for _, key := range keys {
		if key.vkey == old.vkey {
			sameEnd := old.last == nil ||
				key.last != nil && key.last.size == old.last.size && bytes.Equal(key.last.root, old.last.root)
			return key.from <= old.from && key.until >= min(old.until, s.issuedAt) && key.compromisedAt <= old.compromisedAt && sameEnd
		}
	}
	return false
}
