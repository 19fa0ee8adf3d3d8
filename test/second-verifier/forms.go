package main

import (
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode"
)

var (
	leafForm     = regexp.MustCompile(`\A\{"commitment":"sha256:([0-9a-f]{64})","time":"([^"]+)","type":"([a-z][a-z0-9.-]{0,63})"\}\z`)
	timeForm     = regexp.MustCompile(`\A\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z\z`)
	numberForm   = regexp.MustCompile(`\A(0|[1-9][0-9]*)\z`)
	saltForm     = regexp.MustCompile(`\A[0-9a-f]{32}\z`)
	digestForm   = regexp.MustCompile(`\A[0-9a-f]{64}\z`)
	contentForm  = regexp.MustCompile(`\Asha256:[0-9a-f]{64}\z`)
	contractForm = regexp.MustCompile(`\A0x[0-9a-fA-F]{40}\z`)
	txForm       = regexp.MustCompile(`\A0x[0-9a-f]{64}\z`)
	keyIDForm    = regexp.MustCompile(`\A[0-9a-f]{8}\z`)
)

const maxNumber = 1<<53 - 1

// decodeBase64 refuses line breaks, which encoding/base64 passes over, and unused bits that are not zero.
func decodeBase64(text string) ([]byte, bool) {
	bytes, err := base64.StdEncoding.Strict().DecodeString(text)
	return bytes, err == nil && !strings.ContainsAny(text, "\r\n")
}

func decodeHash(text string) ([]byte, bool) {
	hash, ok := decodeBase64(text)
	return hash, ok && len(hash) == sha256.Size
}

// decodeNumber reads a decimal without leading zeros, at most 2^53 - 1.
func decodeNumber(text string) (uint64, bool) {
	number, err := strconv.ParseUint(text, 10, 64)
	return number, err == nil && numberForm.MatchString(text) && number <= maxNumber
}

// decodeTime reads RFC 3339 in UTC with at most three decimals of a second.
func decodeTime(text string) (time.Time, bool) {
	at, err := time.Parse(time.RFC3339, text)
	return at, err == nil && timeForm.MatchString(text)
}

// isCount says whether a JSON value is a whole number from 0 to 2^53 - 1.
func isCount(value any) bool {
	number, ok := value.(float64)
	return ok && number >= 0 && number <= maxNumber && number == float64(uint64(number))
}

func isText(value any, form *regexp.Regexp) bool {
	text, ok := value.(string)
	return ok && form.MatchString(text)
}

// isPlainText is a text as the page's invoice request has them: so many UTF-16 units, no control characters.
func isPlainText(value any, most int) bool {
	text, ok := value.(string)
	length := utf16Length(text)
	controls := strings.IndexFunc(text, func(c rune) bool {
		return unicode.IsControl(c) && c != '\t' && c != '\n' && c != '\r'
	})
	return ok && length >= 1 && length <= most && controls < 0
}

// hasExactly says whether an object has the members named, and no others.
func hasExactly(members object, names ...string) bool {
	for _, name := range names {
		if _, there := members[name]; !there {
			return false
		}
	}
	return len(members) == len(names)
}

func hexSHA256(text string) string { return fmt.Sprintf("%x", sha256.Sum256([]byte(text))) }
