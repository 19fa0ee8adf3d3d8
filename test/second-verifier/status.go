package main

import (
	"crypto/sha256"
	"encoding/hex"
	"regexp"
	"strings"
	"time"
)

// statusEvidence is what a bundle of version 3 brings along: the way to the invoice's place in the map, and the seal.
type statusEvidence struct {
	seal bundle
	path [][]byte
	// pair is what stands there: nothing, another key's pair, or (with fields) the invoice's own.
	otherKey, otherValue string
	fields               []field
	has                  string
}

// asked is what a reader wants to know of a status.
type asked struct {
	now    time.Time
	maxAge *time.Duration
	wanted []wantedState
}

type wantedState struct {
	axis, state string
	is          bool
}

// statusView is where an invoice stood, as far as it is shown.
type statusView struct {
	AsOf    string            `json:"asOf"`
	Changed bool              `json:"changed"`
	Axes    map[string]string `json:"axes"`
}

const (
	statusType    = "application/vnd.lianpiao.bundle.v3+json"
	maxStatusPath = 256
)

var (
	// axes with the state of an invoice that nothing happened to, in the order of the status' fields; amounts come last.
	axes        = []string{"document", "correction", "use", "booking", "claim", "pledge"}
	firstStates = []string{"issued", "none", "unused", "not-booked", "free", "free"}
	stateForm   = regexp.MustCompile(`\A[a-z0-9-]{1,32}\z`)
	// endings are what states with an end become.
	endings = map[string]string{"correction 02": "07", "correction 03": "07", "claim reserved": "expired"}
)

// parseStatus gives nil for what has not the form of a status.
func parseStatus(value any) *statusEvidence {
	members, _ := value.(object)
	s, names := &statusEvidence{}, []string{"seal", "path"}
	for _, name := range []string{"fields", "other"} {
		if _, there := members[name]; there {
			names, s.has = append(names, name), name
		}
	}
	path, isPath := members["path"].([]any)
	if len(names) > 3 || !hasExactly(members, names...) || !isPath || len(path) > maxStatusPath {
		return nil
	}
	for _, item := range path {
		text, _ := item.(string)
		hash, ok := decodeHash(text)
		if !ok {
			return nil
		}
		s.path = append(s.path, hash)
	}
	seal, _ := members["seal"].(object)
	if seal["mediaType"] != bundleType && seal["mediaType"] != committedType {
		return nil
	}
	var reason string
	if s.seal, reason = parseBundleObject(seal); reason != "" || !s.parsePair(members) {
		return nil
	}
	return s
}

func (s *statusEvidence) parsePair(members object) bool {
	switch s.has {
	case "fields":
		list, isList := members["fields"].([]any)
		var ok bool
		s.fields, ok = parseFields(list)
		return isList && ok
	case "other":
		pair, _ := members["other"].(object)
		s.otherKey, _ = pair["key"].(string)
		s.otherValue, _ = pair["value"].(string)
		return hasExactly(pair, "key", "value") && digestForm.MatchString(s.otherKey) && digestForm.MatchString(s.otherValue)
	}
	return true
}

// verifyStatus makes check 9 of a bundle in which nothing was wrong so far.
func (b bundle) verifyStatus(v verdict, entry leaf, p tlogProof, t trust, ask *asked) verdict {
	if b.status == nil {
		if ask != nil {
			return v.lacking("STATUS_LACKING")
		}
		return v
	}
	view, found := b.readStatus(entry, p, t)
	if found.Result == "valid" && ask != nil {
		found = ask.of(view)
	}
	switch found.Result {
	case "invalid":
		return found
	case "unknown":
		return v.lacking(found.Reason)
	}
	if v.Result == "valid" {
		v.Status = &view
	}
	return v
}

// lacking makes a verdict unknown, unless it already is.
func (v verdict) lacking(reason string) verdict {
	if v.Result == "valid" {
		return verdict{Result: "unknown", Reason: reason}
	}
	return v
}

func (b bundle) readStatus(entry leaf, p tlogProof, t trust) (statusView, verdict) {
	s := b.status
	sealLeaf, sealProof, judged := s.seal.judge(t)
	what, _ := s.seal.open("what").(object)
	covers, isCovers := what["covers"].(float64)
	rootText, _ := what["root"].(string)
	if judged.Result == "invalid" || sealLeaf.kind != "status.sealed" || sealProof.checkpoint.origin != p.checkpoint.origin ||
		!isCovers || !isCount(what["covers"]) || !digestForm.MatchString(rootText) {
		return statusView{}, invalid("STATUS_SEAL_WRONG")
	}
	if judged.Result == "unknown" {
		return statusView{}, verdict{Result: "unknown", Reason: "STATUS_SEAL_UNKNOWN"}
	}
	root, _ := hex.DecodeString(rootText)
	states, ok := s.states(sealLeaf.time)
	if entry.kind != "invoice.issued" || !ok || !s.leadsTo(b.hashDigests("lianpiao-status-key-v1\n"), root) {
		return statusView{}, invalid("STATUS_WRONG")
	}
	view := statusView{AsOf: sealLeaf.written, Changed: s.has == "fields", Axes: states}
	if float64(p.index) >= covers {
		return view, verdict{Result: "unknown", Reason: "STATUS_NOT_COVERED"}
	}
	return view, verdict{Result: "valid"}
}

// leadsTo goes up from what stands at the key's place.
func (s statusEvidence) leadsTo(keyText string, root []byte) bool {
	key, _ := hex.DecodeString(keyText)
	hash := make([]byte, sha256.Size)
	switch s.has {
	case "fields":
		hash = hashOf(0, key, unhex(bundle{fields: s.fields}.commitment()))
	case "other":
		other := unhex(s.otherKey)
		if s.otherKey == keyText {
			return false
		}
		for depth := range s.path {
			if bit(other, depth) != bit(key, depth) {
				return false
			}
		}
		hash = hashOf(0, other, unhex(s.otherValue))
	}
	for i, sibling := range s.path {
		if bit(key, len(s.path)-1-i) == 1 {
			hash = hashOf(1, sibling, hash)
		} else {
			hash = hashOf(1, hash, sibling)
		}
	}
	return string(hash) == string(root)
}

func bit(key []byte, depth int) byte { return key[depth/8] >> (7 - depth%8) & 1 }

func hashOf(prefix byte, first, second []byte) []byte {
	hash := sha256.New()
	hash.Write([]byte{prefix})
	hash.Write(first)
	hash.Write(second)
	return hash.Sum(nil)
}

// states reads the axes that are shown, as of a time.
func (s statusEvidence) states(at time.Time) (map[string]string, bool) {
	states := map[string]string{}
	for i, axis := range axes {
		states[axis] = firstStates[i]
	}
	if s.has != "fields" {
		return states, true
	}
	if len(s.fields) != len(axes)+1 || s.fields[len(axes)].open && s.fields[len(axes)].name != "amounts" {
		return nil, false
	}
	for i, axis := range axes {
		f := s.fields[i]
		if !f.open {
			delete(states, axis)
			continue
		}
		state, ok := stateAt(axis, f.value, at)
		if f.name != axis || !ok {
			return nil, false
		}
		states[axis] = state
	}
	return states, true
}

func stateAt(axis string, value any, at time.Time) (string, bool) {
	members, _ := value.(object)
	state, _ := members["state"].(string)
	if !stateForm.MatchString(state) {
		return "", false
	}
	if hasExactly(members, "state") {
		return state, true
	}
	untilText, _ := members["until"].(string)
	until, ok := decodeTime(untilText)
	if !ok || !hasExactly(members, "state", "until") {
		return "", false
	}
	if ended, ends := endings[axis+" "+state]; ends && !until.After(at) {
		return ended, true
	}
	return state, true
}

// of says whether a status is what was asked for.
func (a asked) of(view statusView) verdict {
	withheld := false
	for _, want := range a.wanted {
		state, shown := view.Axes[want.axis]
		withheld = withheld || !shown
		if shown && (state == want.state) != want.is {
			return invalid("STATUS_NOT_AS_ASKED")
		}
	}
	asOf, _ := decodeTime(view.AsOf)
	if a.maxAge != nil && a.now.Sub(asOf) > *a.maxAge {
		return verdict{Result: "unknown", Reason: "STATUS_TOO_OLD"}
	}
	if withheld {
		return verdict{Result: "unknown", Reason: "STATUS_WITHHELD"}
	}
	return verdict{Result: "valid"}
}

// parseAsked reads what is asked as JSON: now, and perhaps maxAge in seconds and status, such as "document=issued,claim!=settled".
func parseAsked(text string) (*asked, bool) {
	value, err := parseJSON([]byte(text))
	members, _ := value.(object)
	now, _ := members["now"].(string)
	a := &asked{}
	var ok bool
	if a.now, ok = decodeTime(now); err != nil || !ok {
		return nil, false
	}
	if seconds, given := members["maxAge"].(float64); given {
		age := time.Duration(seconds) * time.Second
		a.maxAge = &age
	}
	status, _ := members["status"].(string)
	for _, item := range strings.FieldsFunc(status, func(c rune) bool { return c == ',' }) {
		axis, state, found := strings.Cut(item, "=")
		if !found {
			return nil, false
		}
		name, negated := strings.CutSuffix(axis, "!")
		a.wanted = append(a.wanted, wantedState{name, state, !negated})
	}
	return a, true
}
