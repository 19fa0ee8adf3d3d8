package main

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/transparency-dev/merkle/proof"
	"github.com/transparency-dev/merkle/rfc6962"
)

// commitEvidence is what a bundle of version 2 brings along: where the ledger took the entry in, and the proof of it.
type commitEvidence struct {
	place object
	proof string
}

var txIDForm = regexp.MustCompile(`\A[0-9a-f]{64}\z`)

// parseCommit gives nil for what has not the form of evidence.
func parseCommit(value any) *commitEvidence {
	members, _ := value.(object)
	place, _ := members["place"].(object)
	text, isText := members["proof"].(string)
	if !hasExactly(members, "place", "proof") || !isText || utf16Length(text) > maxProof ||
		!isCount(place["block"]) || !isCount(place["transaction"]) {
		return nil
	}
	if _, named := place["id"]; named {
		id, _ := place["id"].(string)
		if !hasExactly(place, "block", "transaction", "id") || !txIDForm.MatchString(id) {
			return nil
		}
	} else if !hasExactly(place, "block", "transaction") {
		return nil
	}
	return &commitEvidence{place, text}
}

// verifyCommit makes check 8 of a bundle in which nothing was wrong so far.
func (b bundle) verifyCommit(v verdict, p tlogProof, t trust) verdict {
	lacking := v
	if v.Result == "valid" {
		lacking = verdict{Result: "unknown", Reason: "COMMIT_UNATTESTED"}
	}
	if b.commit == nil {
		if t.attesterQuorum > 0 {
			return lacking
		}
		return v
	}
	block, ok := parseTlogProof(b.commit.proof)
	if !ok {
		return invalid("COMMIT_MALFORMED")
	}
	if !b.commit.holds(b.entry, p, block) {
		return invalid("COMMIT_WRONG")
	}
	names, right := block.checkpoint.signers(t.attesters)
	if !right {
		return invalid("COMMIT_SIGNATURE_WRONG")
	}
	if len(names) < t.attesterQuorum {
		return lacking
	}
	for name := range names {
		v.AttestedBy = append(v.AttestedBy, name)
	}
	slices.Sort(v.AttestedBy)
	return v
}

// holds says whether the tree is that of a block of the log, with the entry in it.
func (c commitEvidence) holds(entry []byte, p, block tlogProof) bool {
	number, found := strings.CutPrefix(block.checkpoint.origin, p.checkpoint.origin+"/blocks/")
	if n, isNumber := decodeNumber(number); !found || !isNumber || n < 1 {
		return false
	}
	hasher := rfc6962.DefaultHasher
	leaf := object{"index": float64(p.index), "leaf": fmt.Sprintf("sha256:%x", hasher.HashLeaf(entry))}
	for name, value := range c.place {
		leaf[name] = value
	}
	head := block.checkpoint
	return proof.VerifyInclusion(hasher, block.index, head.size, hasher.HashLeaf([]byte(jcs(leaf))), block.path, head.root) == nil
}
