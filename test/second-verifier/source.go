package main

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/sha256"
	"crypto/x509"
	"encoding/hex"
	"math/big"
	"reflect"
	"slices"
	"time"
)

const (
	statementType = "application/vnd.lianpiao.provenance-statement.v1+json"
	maxParents    = 64
	maxText       = 300
	maxAhead      = time.Minute
)

// The one form of a key: the SPKI prefixes of RFC 8410 and of RFC 5480 with an uncompressed point.
var (
	ed25519Prefix = unhex("302a300506032b6570032100")
	p256Prefix    = unhex("3059301306072a8648ce3d020106082a8648ce3d03010703420004")
	kinds         = []any{"document", "dataset", "work", "item"}
)

func unhex(text string) []byte {
	bytes, err := hex.DecodeString(text)
	if err != nil {
		panic(err)
	}
	return bytes
}

// sourceSigned says whether the source's signature holds for an entry of the type provenance.registered.
func sourceSigned(entry leaf, whatValue, statementValue, signatureValue any) bool {
	what, isWhat := whatValue.(object)
	statement, isStatement := statementValue.(object)
	signature, isSignature := signatureValue.(object)
	if !isWhat || !isStatement || !isSignature || what["type"] != entry.kind || !isStatementForm(statement, entry.time) {
		return false
	}
	for _, name := range []string{"digest", "kind", "parents"} {
		if !reflect.DeepEqual(what[name], statement[name]) {
			return false
		}
	}
	publicKey, _ := signature["publicKey"].(string)
	value, _ := signature["value"].(string)
	spki, spkiOK := decodeBase64(publicKey)
	signed, signedOK := decodeBase64(value)
	if !hasExactly(signature, "algorithm", "publicKey", "value") || !spkiOK || !signedOK || len(signed) != 64 {
		return false
	}
	return what["signer"] == hexSHA256(string(spki)) && verifies(signature["algorithm"], spki, []byte(jcs(statement)), signed)
}

func isStatementForm(s object, entryTime time.Time) bool {
	madeAt, _ := s["madeAt"].(string)
	made, isTime := decodeTime(madeAt)
	parents, isList := s["parents"].([]any)
	seen := map[any]bool{}
	for _, parent := range parents {
		if !isText(parent, contentForm) || seen[parent] {
			return false
		}
		seen[parent] = true
	}
	return hasExactly(s, "mediaType", "digest", "kind", "source", "method", "madeAt", "parents") &&
		s["mediaType"] == statementType && isText(s["digest"], contentForm) && slices.Contains(kinds, s["kind"]) &&
		isPlainText(s["source"], maxText) && isPlainText(s["method"], maxText) &&
		isTime && !made.After(entryTime.Add(maxAhead)) && isList && len(parents) <= maxParents
}

func verifies(algorithm any, spki, text, signature []byte) bool {
	switch {
	case algorithm == "Ed25519" && bytes.HasPrefix(spki, ed25519Prefix) && len(spki) == len(ed25519Prefix)+ed25519.PublicKeySize:
		return ed25519.Verify(spki[len(ed25519Prefix):], text, signature)
	case algorithm == "ES256" && bytes.HasPrefix(spki, p256Prefix) && len(spki) == len(p256Prefix)+64:
		parsed, err := x509.ParsePKIXPublicKey(spki)
		key, ok := parsed.(*ecdsa.PublicKey)
		digest := sha256.Sum256(text)
		r, s := new(big.Int).SetBytes(signature[:32]), new(big.Int).SetBytes(signature[32:])
		return err == nil && ok && ecdsa.Verify(key, digest[:], r, s)
	}
	return false
}
