package main

import (
	"fmt"
	"slices"
	"strings"
)

// layouts are the orders of fields that the page fixes: a name with ? may be missing, one with + comes once or more, numbered.
var layouts = map[string]string{
	"invoice.issued":        "header seller orderReference buyer? totals adjustments? taxBreakdown? line+ note?",
	"provenance.registered": "who what why statement signature description?",
	"provenance.event":      "who what why terms?",
}

// hiddenNames names the withheld fields for which every reading of the layout that fits what is shown has the same name.
func (b bundle) hiddenNames(kind string) []string {
	layout, known := layouts[kind]
	if !known {
		return nil
	}
	readings := b.readings(strings.Fields(layout), nil)
	var names []string
	for place, f := range b.fields {
		if f.open || len(readings) == 0 {
			continue
		}
		sure := true
		for _, reading := range readings {
			sure = sure && reading[place] == readings[0][place]
		}
		if sure {
			names = append(names, readings[0][place])
		}
	}
	return names
}

// readings goes through the layout part by part and keeps the ways in which it can be laid over the fields.
func (b bundle) readings(parts []string, names []string) [][]string {
	if len(parts) == 0 {
		if len(names) == len(b.fields) {
			return [][]string{slices.Clone(names)}
		}
		return nil
	}
	part, rest := parts[0], parts[1:]
	name := strings.TrimRight(part, "?+")
	var found [][]string
	if strings.HasSuffix(part, "?") {
		found = append(found, b.readings(rest, names)...)
	}
	for count := 1; ; count++ {
		next := name
		if strings.HasSuffix(part, "+") {
			next = fmt.Sprintf("%s/%d", name, count)
		}
		place := len(names)
		if place >= len(b.fields) || b.fields[place].open && b.fields[place].name != next {
			return found
		}
		names = append(names, next)
		found = append(found, b.readings(rest, names)...)
		if next == name {
			return found
		}
	}
}
