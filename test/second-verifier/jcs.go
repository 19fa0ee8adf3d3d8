package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"
)

// jcs writes the canonical JSON of RFC 8785.
func jcs(value any) string {
	var out strings.Builder
	writeJCS(&out, value)
	return out.String()
}

func writeJCS(out *strings.Builder, value any) {
	switch v := value.(type) {
	case nil:
		out.WriteString("null")
	case bool:
		out.WriteString(strconv.FormatBool(v))
	case float64:
		out.WriteString(numberText(v))
	case string:
		writeText(out, v)
	case []any:
		for i, item := range v {
			out.WriteByte("[,"[min(i, 1)])
			writeJCS(out, item)
		}
		if len(v) == 0 {
			out.WriteByte('[')
		}
		out.WriteByte(']')
	case object:
		out.WriteByte('{')
		for i, name := range sortedNames(v) {
			if i > 0 {
				out.WriteByte(',')
			}
			writeText(out, name)
			out.WriteByte(':')
			writeJCS(out, v[name])
		}
		out.WriteByte('}')
	}
}

// sortedNames orders by UTF-16 code units (RFC 8785 §3.2.3), which is not the order of UTF-8 bytes.
func sortedNames(members object) []string {
	names := make([]string, 0, len(members))
	for name := range members {
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b string) int { return slices.Compare(utf16.Encode([]rune(a)), utf16.Encode([]rune(b))) })
	return names
}

func writeText(out *strings.Builder, text string) {
	out.WriteByte('"')
	for _, c := range text {
		switch short := strings.IndexRune("\"\\\b\f\n\r\t", c); {
		case short >= 0:
			out.WriteByte('\\')
			out.WriteByte(`"\bfnrt`[short])
		case c < ' ':
			fmt.Fprintf(out, `\u%04x`, c)
		default:
			out.WriteRune(c)
		}
	}
	out.WriteByte('"')
}

// numberText is ECMA-262's Number::toString, which RFC 8785 §3.2.2.3 demands.
func numberText(number float64) string {
	if number == 0 {
		return "0"
	}
	sign := ""
	if number < 0 {
		sign, number = "-", -number
	}
	mantissa, power, _ := strings.Cut(strconv.FormatFloat(number, 'e', -1, 64), "e")
	digits := strings.Replace(mantissa, ".", "", 1)
	exponent, _ := strconv.Atoi(power)
	point, count := exponent+1, len(digits)
	switch {
	case count <= point && point <= 21:
		return sign + digits + strings.Repeat("0", point-count)
	case 0 < point && point <= 21:
		return sign + digits[:point] + "." + digits[point:]
	case -6 < point && point <= 0:
		return sign + "0." + strings.Repeat("0", -point) + digits
	}
	if count > 1 {
		digits = digits[:1] + "." + digits[1:]
	}
	return fmt.Sprintf("%s%se%+d", sign, digits, exponent)
}
