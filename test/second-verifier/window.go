package main

import (
	"bytes"
	"encoding/binary"
	"math"
	"slices"

	"golang.org/x/mod/sumdb/note"
)

// window is when a key counts, in seconds since 1970; compromisedAt is `always.until` for a key that is not.
type window struct{ from, until, compromisedAt int64 }

var always = window{math.MinInt64, math.MaxInt64, math.MaxInt64}

// logEnd is the last checkpoint of a log that takes no more entries.
type logEnd struct {
	size uint64
	root []byte
}

type trustedKey struct {
	window
	verifier note.Verifier
	vkey     string
	last     *logEnd
}

// quorum is how many witnesses a period asks for.
type quorum struct {
	least       int
	from, until int64
}

// moment is when a checkpoint was there at the latest; not witnessed where a period asks for nobody.
type moment struct {
	seconds   int64
	witnessed bool
}

func verifiersOf(keys []trustedKey) (verifiers []note.Verifier) {
	for _, key := range keys {
		verifiers = append(verifiers, key.verifier)
	}
	return verifiers
}

// lineOf is the first signature of a key, without its key id.
func (c checkpoint) lineOf(key note.Verifier) ([]byte, bool) {
	for _, signature := range c.signatures {
		if signature.Name == key.Name() && signature.Hash == key.KeyHash() {
			bytes, _ := decodeBase64(signature.Base64)
			return bytes[binary.Size(signature.Hash):], true
		}
	}
	return nil, false
}

// witnessTimes gives the first time of each name that counts, earliest first.
func (c checkpoint) witnessTimes(witnesses []trustedKey) (times []int64) {
	first := map[string]int64{}
	for _, key := range witnesses {
		line, signed := c.lineOf(key.verifier)
		if !signed || key.compromisedAt != always.compromisedAt {
			continue
		}
		// Beyond the end of an int64 no window ends, so the last second of it stands for all that follow.
		seconds := int64(min(binary.BigEndian.Uint64(line), math.MaxInt64-1))
		if seconds < key.from || seconds >= key.until {
			continue
		}
		if known, there := first[key.verifier.Name()]; !there || seconds < known {
			first[key.verifier.Name()] = seconds
		}
	}
	for _, seconds := range first {
		times = append(times, seconds)
	}
	slices.Sort(times)
	return times
}

func (t trust) asksWitnesses() bool {
	return slices.ContainsFunc(t.quorums, func(q quorum) bool { return q.least > 0 })
}

// moments gives one for each period whose quorum is reached in it. Without a leaf, periods that ask for nobody are open.
func (t trust) moments(times []int64, leafTime *int64) (found []moment) {
	for _, q := range t.quorums {
		switch {
		case q.least == 0:
			if leafTime == nil || *leafTime < q.until {
				found = append(found, moment{})
			}
		case len(times) >= q.least && times[q.least-1] >= q.from && times[q.least-1] < q.until:
			found = append(found, moment{times[q.least-1], true})
		}
	}
	return found
}

// standing is empty when a key counts for a checkpoint, else the reason why not.
func (k trustedKey) standing(head checkpoint, at moment, leafTime *int64) string {
	if k.last != nil && (head.size > k.last.size || head.size == k.last.size && !bytes.Equal(head.root, k.last.root)) {
		return "LOG_ENDED"
	}
	latest := int64(math.MinInt64)
	if at.witnessed {
		latest = at.seconds
	}
	if leafTime != nil {
		latest = max(latest, *leafTime)
	}
	switch {
	case latest >= k.until && k.until != always.until, at.witnessed && at.seconds < k.from:
		return "LOG_KEY_OUT_OF_WINDOW"
	case k.compromisedAt != always.compromisedAt && (!at.witnessed || latest >= k.compromisedAt):
		return "LOG_KEY_COMPROMISED"
	}
	return ""
}

// keyStanding is that of the best key and moment: counts, then compromised, then out of its window, then of an ended log.
func keyStanding(keys []trustedKey, head checkpoint, moments []moment, leafTime *int64) string {
	if len(moments) == 0 {
		moments = []moment{{}}
	}
	order := []string{"", "LOG_KEY_COMPROMISED", "LOG_KEY_OUT_OF_WINDOW", "LOG_ENDED"}
	best := len(order) - 1
	for _, key := range keys {
		if _, signed := head.lineOf(key.verifier); !signed {
			continue
		}
		for _, at := range moments {
			best = min(best, slices.Index(order, key.standing(head, at, leafTime)))
		}
	}
	return order[best]
}
