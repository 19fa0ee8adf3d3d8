package main

import (
	"errors"
	"math"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// Strict JSON: RFC 8259 without what two readers could read differently. encoding/json takes the last of two members of
// one name and replaces bytes that are not UTF-8, so it cannot be used here.

var errJSON = errors.New("malformed JSON")

const maxNesting = 64

type object = map[string]any

type jsonReader struct {
	text  string
	place int
	depth int
}

// parseJSON gives nil, bool, float64, string, []any or object.
func parseJSON(text []byte) (value any, err error) {
	if !utf8.Valid(text) {
		return nil, errJSON
	}
	defer func() {
		if recover() != nil {
			value, err = nil, errJSON
		}
	}()
	r := &jsonReader{text: string(text)}
	value = r.value()
	if r.peek() != 0 || r.place != len(r.text) {
		return nil, errJSON
	}
	return value, nil
}

func (r *jsonReader) fail() { panic(errJSON) }

// peek passes over white space and gives the byte after it, 0 at the end.
func (r *jsonReader) peek() byte {
	for r.place < len(r.text) && strings.IndexByte(" \t\n\r", r.text[r.place]) >= 0 {
		r.place++
	}
	if r.place == len(r.text) {
		return 0
	}
	return r.text[r.place]
}

func (r *jsonReader) take(wanted byte) {
	if r.peek() != wanted || r.place == len(r.text) {
		r.fail()
	}
	r.place++
}

func (r *jsonReader) value() any {
	switch r.peek() {
	case '{':
		return r.object()
	case '[':
		return r.array()
	case '"':
		return r.string()
	case 't':
		return r.word("true", true)
	case 'f':
		return r.word("false", false)
	case 'n':
		return r.word("null", nil)
	}
	return r.number()
}

func (r *jsonReader) word(word string, value any) any {
	if !strings.HasPrefix(r.text[r.place:], word) {
		r.fail()
	}
	r.place += len(word)
	return value
}

func (r *jsonReader) items(first, last byte, item func()) {
	if r.depth++; r.depth > maxNesting {
		r.fail()
	}
	r.take(first)
	for more := r.peek() != last; more; {
		item()
		if more = r.peek() == ','; more {
			r.place++
		}
	}
	r.take(last)
	r.depth--
}

func (r *jsonReader) object() object {
	members := object{}
	r.items('{', '}', func() {
		if r.peek() != '"' {
			r.fail()
		}
		name := r.string()
		if _, twice := members[name]; twice {
			r.fail()
		}
		r.take(':')
		members[name] = r.value()
	})
	return members
}

func (r *jsonReader) array() []any {
	list := []any{}
	r.items('[', ']', func() { list = append(list, r.value()) })
	return list
}

func (r *jsonReader) digits() {
	from := r.place
	for r.place < len(r.text) && r.text[r.place] >= '0' && r.text[r.place] <= '9' {
		r.place++
	}
	if r.place == from {
		r.fail()
	}
}

func (r *jsonReader) skip(any string) bool {
	found := r.place < len(r.text) && strings.IndexByte(any, r.text[r.place]) >= 0
	if found {
		r.place++
	}
	return found
}

func (r *jsonReader) number() float64 {
	from := r.place
	r.skip("-")
	if !r.skip("0") {
		r.digits()
	}
	if r.skip(".") {
		r.digits()
	}
	if r.skip("eE") {
		r.skip("+-")
		r.digits()
	}
	number, err := strconv.ParseFloat(r.text[from:r.place], 64)
	if err != nil || math.IsInf(number, 0) {
		r.fail()
	}
	return number
}

const escapes, escaped = `"\/bfnrt`, "\"\\/\b\f\n\r\t"

func (r *jsonReader) string() string {
	var out strings.Builder
	for r.place++; ; {
		plain := strings.IndexFunc(r.text[r.place:], func(c rune) bool { return c < ' ' || c == '"' || c == '\\' })
		if plain < 0 {
			r.fail()
		}
		out.WriteString(r.text[r.place : r.place+plain])
		r.place += plain
		switch {
		case r.skip(`"`):
			return out.String()
		case !r.skip(`\`):
			r.fail()
		case r.skip("u"):
			out.WriteRune(r.escapedRune())
		default:
			at := strings.IndexByte(escapes, r.text[r.place])
			out.WriteByte(escaped[at])
			r.place++
		}
	}
}

// escapedRune reads what follows `\u`; half of a surrogate pair without the other half is no character.
func (r *jsonReader) escapedRune() rune {
	unit := r.unit()
	if !utf16.IsSurrogate(unit) {
		return unit
	}
	if !r.skip(`\`) || !r.skip("u") {
		r.fail()
	}
	pair := utf16.DecodeRune(unit, r.unit())
	if pair == utf8.RuneError {
		r.fail()
	}
	return pair
}

func (r *jsonReader) unit() rune {
	unit, err := strconv.ParseUint(r.text[r.place:r.place+4], 16, 16)
	if err != nil {
		r.fail()
	}
	r.place += 4
	return rune(unit)
}

// nesting is how many arrays and objects lie inside one another.
func nesting(value any) int {
	deepest := -1
	switch v := value.(type) {
	case []any:
		deepest = 0
		for _, item := range v {
			deepest = max(deepest, nesting(item))
		}
	case object:
		deepest = 0
		for _, item := range v {
			deepest = max(deepest, nesting(item))
		}
	}
	return deepest + 1
}

// utf16Length counts a text as our page does.
func utf16Length(text string) int {
	length := 0
	for _, character := range text {
		length += max(1, utf16.RuneLen(character))
	}
	return length
}
