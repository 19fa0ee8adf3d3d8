package main

import (
	"strings"
	"time"

	"github.com/transparency-dev/merkle/proof"
	"github.com/transparency-dev/merkle/rfc6962"
)

const (
	bundleType    = "application/vnd.lianpiao.bundle.v1+json"
	committedType = "application/vnd.lianpiao.bundle.v2+json"
	maxFields     = 20_000
	maxName       = 256
	maxValueDepth = 32
	maxProof      = 1_100_000
	maxAnchors    = 64
	maxEntry      = 65_535
	maxFile       = 16 << 20
)

type leaf struct {
	commitment, kind, written string
	time                      time.Time
}

type field struct {
	name, digest string
	value        any
	open         bool
}

type bundle struct {
	entry  []byte
	proof  string
	fields []field
	commit *commitEvidence
	status *statusEvidence
}

// verdict is the answer about one bundle; the reason is empty when it is valid.
type verdict struct {
	Result   string `json:"result"`
	Reason   string `json:"reason,omitempty"`
	Withheld *int   `json:"withheld,omitempty"`
	// Hidden are the names of withheld fields that the layout leaves no doubt about.
	Hidden []string `json:"hidden,omitempty"`
	// AttestedBy are the known organisations that attest the commit.
	AttestedBy []string `json:"attestedBy,omitempty"`
	// ErasedBy are the known organisations that signed an attestation of erasure.
	ErasedBy []string `json:"erasedBy,omitempty"`
	// Status is where the invoice stood, when the bundle proves it.
	Status *statusView `json:"status,omitempty"`
}

var exitCodes = map[string]int{"valid": 0, "invalid": 1, "unknown": 2}

func invalid(reason string) verdict { return verdict{Result: "invalid", Reason: reason} }

// verifyBundle makes the checks of the page in its order: the first that is wrong gives the reason.
func verifyBundle(text []byte, t trust, ask *asked) verdict {
	b, reason := parseBundle(text)
	if reason != "" {
		return invalid(reason)
	}
	entry, p, v := b.judge(t)
	if v.Result != "invalid" {
		v = b.verifyStatus(v, entry, p, t, ask)
	}
	if v.Result == "valid" {
		withheld := b.withheld()
		v.Withheld, v.Hidden = &withheld, b.hiddenNames(entry.kind)
		v.ErasedBy, _ = b.erasure(entry, t)
	}
	return v
}

// judge makes all checks but those of the form and of the status.
func (b bundle) judge(t trust) (entry leaf, p tlogProof, v verdict) {
	entry, ok := parseLeaf(string(b.entry))
	if !ok {
		return entry, p, invalid("LEAF_MALFORMED")
	}
	if b.commitment() != entry.commitment {
		return entry, p, invalid("COMMITMENT_WRONG")
	}
	if !b.sourceHolds(entry) {
		return entry, p, invalid("SOURCE_SIGNATURE_WRONG")
	}
	if _, right := b.erasure(entry, t); !right {
		return entry, p, invalid("ERASURE_ATTESTATION_WRONG")
	}
	if p, ok = parseTlogProof(b.proof); !ok {
		return entry, p, invalid("PROOF_MALFORMED")
	}
	hasher, head := rfc6962.DefaultHasher, p.checkpoint
	if proof.VerifyInclusion(hasher, p.index, head.size, hasher.HashLeaf(b.entry), p.path, head.root) != nil {
		return entry, p, invalid("INCLUSION_WRONG")
	}
	leafTime := entry.time.Unix()
	if v = verifySigners(head, t, &leafTime); v.Result != "invalid" {
		v = b.verifyCommit(v, p, t)
	}
	return entry, p, v
}

// verifySigners: what is wrong comes before what is merely not known. Without a leaf its time is not asked.
func verifySigners(head checkpoint, t trust, leafTime *int64) verdict {
	logs, unknown := t.logs[head.origin], ""
	signed, right := head.signers(verifiersOf(logs))
	switch {
	case len(logs) == 0:
		unknown = "LOG_UNKNOWN"
	case !right:
		return invalid("CHECKPOINT_SIGNATURE_WRONG")
	case len(signed) == 0:
		return invalid("CHECKPOINT_UNSIGNED")
	}
	times, cosigned := []int64(nil), true
	if t.asksWitnesses() {
		if _, cosigned = head.signers(verifiersOf(t.witnesses)); cosigned {
			times = head.witnessTimes(t.witnesses)
		}
	}
	moments := t.moments(times, leafTime)
	if !cosigned {
		moments = nil
	}
	if unknown == "" {
		switch standing := keyStanding(logs, head, moments, leafTime); standing {
		case "", "LOG_KEY_COMPROMISED":
			unknown = standing
		default:
			return invalid(standing)
		}
	}
	if !cosigned {
		return invalid("WITNESS_SIGNATURE_WRONG")
	}
	if len(moments) == 0 && unknown == "" {
		unknown = "WITNESSES_LACKING"
	}
	if unknown != "" {
		return verdict{Result: "unknown", Reason: unknown}
	}
	return verdict{Result: "valid"}
}

func parseBundle(text []byte) (b bundle, reason string) {
	value, err := parseJSON(text)
	members, isObject := value.(object)
	if err != nil || !isObject || len(text) > maxFile {
		return b, "BUNDLE_MALFORMED"
	}
	return parseBundleObject(members)
}

func parseBundleObject(members object) (b bundle, reason string) {
	wanted := []string{"mediaType", "entry", "proof", "document", "anchors"}
	_, hasCommit := members["commit"]
	switch members["mediaType"] {
	case bundleType:
		hasCommit = false
	case committedType:
		hasCommit = true
	case statusType:
		wanted = append(wanted, "status")
		if b.status = parseStatus(members["status"]); b.status == nil {
			return b, "BUNDLE_MALFORMED"
		}
	default:
		return b, "BUNDLE_UNSUPPORTED"
	}
	if hasCommit {
		wanted = append(wanted, "commit")
		if b.commit = parseCommit(members["commit"]); b.commit == nil {
			return b, "BUNDLE_MALFORMED"
		}
	}
	document, _ := members["document"].(object)
	fields, isFields := document["fields"].([]any)
	anchors, isAnchors := members["anchors"].([]any)
	encoded, _ := members["entry"].(string)
	entry, isEntry := decodeBase64(encoded)
	proof, isProof := members["proof"].(string)
	if !hasExactly(members, wanted...) || !hasExactly(document, "fields") ||
		!isFields || !isAnchors || !isEntry || len(entry) == 0 || len(entry) > maxEntry || !isProof || len(anchors) > maxAnchors ||
		utf16Length(proof) > maxProof {
		return b, "BUNDLE_MALFORMED"
	}
	b.entry, b.proof = entry, proof
	var ok bool
	if b.fields, ok = parseFields(fields); !ok {
		return b, "BUNDLE_MALFORMED"
	}
	for _, item := range anchors {
		if !isAnchor(item) {
			return b, "BUNDLE_MALFORMED"
		}
	}
	return b, ""
}

// parseFields reads a list of fields, no two open ones of one name.
func parseFields(items []any) (fields []field, ok bool) {
	if len(items) > maxFields {
		return nil, false
	}
	names := map[string]bool{}
	for _, item := range items {
		f, ok := parseField(item)
		if !ok || f.open && names[f.name] {
			return nil, false
		}
		names[f.name] = true
		fields = append(fields, f)
	}
	return fields, true
}

func parseField(item any) (field, bool) {
	members, _ := item.(object)
	if hasExactly(members, "digest") {
		digest, _ := members["digest"].(string)
		return field{digest: digest}, digestForm.MatchString(digest)
	}
	name, isName := members["name"].(string)
	salt, _ := members["salt"].(string)
	if !hasExactly(members, "name", "salt", "value") || !isName || !saltForm.MatchString(salt) ||
		name == "" || utf16Length(name) > maxName || nesting(members["value"]) > maxValueDepth {
		return field{}, false
	}
	digest := hexSHA256(jcs([]any{salt, name, members["value"]}))
	return field{name: name, digest: digest, value: members["value"], open: true}, true
}

func isAnchor(item any) bool {
	anchor, _ := item.(object)
	return hasExactly(anchor, "chainId", "contract", "transaction", "block") && isCount(anchor["chainId"]) &&
		isCount(anchor["block"]) && isText(anchor["contract"], contractForm) && isText(anchor["transaction"], txForm)
}

func parseLeaf(text string) (leaf, bool) {
	parts := leafForm.FindStringSubmatch(text)
	if parts == nil {
		return leaf{}, false
	}
	at, ok := decodeTime(parts[2])
	return leaf{commitment: parts[1], kind: parts[3], written: parts[2], time: at}, ok
}

func (b bundle) commitment() string { return b.hashDigests("lianpiao-commitment-v1\n") }

// hashDigests is SHA-256 over a first line and the digests of all fields.
func (b bundle) hashDigests(first string) string {
	var text strings.Builder
	text.WriteString(first)
	for _, f := range b.fields {
		text.WriteString(f.digest + "\n")
	}
	if len(b.fields) == 0 {
		text.WriteByte('\n')
	}
	return hexSHA256(text.String())
}

// open is the value of an open field; nil when there is none of this name.
func (b bundle) open(name string) any {
	for _, f := range b.fields {
		if f.open && f.name == name {
			return f.value
		}
	}
	return nil
}

func (b bundle) withheld() int {
	count := 0
	for _, f := range b.fields {
		if !f.open {
			count++
		}
	}
	return count
}

// sourceHolds checks the source's signature where the bundle shows it.
func (b bundle) sourceHolds(entry leaf) bool {
	shown := map[string]any{}
	for _, f := range b.fields {
		if f.open && (f.name == "what" || f.name == "statement" || f.name == "signature") {
			shown[f.name] = f.value
		}
	}
	return entry.kind != "provenance.registered" || len(shown) < 3 ||
		sourceSigned(entry, shown["what"], shown["statement"], shown["signature"])
}
