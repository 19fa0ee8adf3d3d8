// A second verifier of Lianpiao's bundles and checkpoints, written from docs/formats.md alone: it shares no code with
// the first one, so that a mistake of one is seen by the other.
//
//	go run . -vkey VKEY bundle FILE...
//	go run . -vkey VKEY consistency OLD_CHECKPOINT NEW_CHECKPOINT PROOF_FILE
package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"

	"github.com/transparency-dev/merkle/proof"
	"github.com/transparency-dev/merkle/rfc6962"
	"golang.org/x/mod/sumdb/note"
)

type bundle struct {
	MediaType, Entry, Proof string
	Document                struct{ Fields []field }
	Anchors                 []json.RawMessage
}

type field struct {
	Name, Salt, Digest string
	Value              any
}

var (
	leafForm = regexp.MustCompile(`^\{"commitment":"sha256:([0-9a-f]{64})","time":"[0-9T:.-]+Z","type":"[a-z][a-z0-9.-]{0,63}"\}$`)
	hexForm  = regexp.MustCompile(`^[0-9a-f]*$`)
)

// require and must end a verification; attempt turns that into an error.
func require(holds bool, what string) {
	if !holds {
		panic(errors.New(what))
	}
}

func must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}

func attempt(verify func() error) (err error) {
	defer func() {
		if failure := recover(); failure != nil {
			err = fmt.Errorf("%v", failure)
		}
	}()
	return verify()
}

func verifyBundle(text []byte, verifier note.Verifier) error {
	var b bundle
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.DisallowUnknownFields()
	decoder.UseNumber()
	must(0, decoder.Decode(&b))
	require(b.MediaType == "application/vnd.lianpiao.bundle.v1+json", "unsupported media type")
	entry := must(base64.StdEncoding.Strict().DecodeString(b.Entry))
	leaf := leafForm.FindSubmatch(entry)
	require(leaf != nil, "malformed leaf")
	require(commitmentOf(b.Document.Fields) == string(leaf[1]), "the document is not the one that was entered")
	head, signed, found := strings.Cut(b.Proof, "\n\n")
	lines := strings.Split(head, "\n")
	require(found && len(lines) > 1 && lines[0] == "c2sp.org/tlog-proof@v1" && strings.HasPrefix(lines[1], "index "), "malformed proof")
	index := number(lines[1][len("index "):])
	size, root := openCheckpoint([]byte(signed), verifier)
	return proof.VerifyInclusion(rfc6962.DefaultHasher, index, size, rfc6962.DefaultHasher.HashLeaf(entry), hashes(lines[2:]), root)
}

func commitmentOf(fields []field) string {
	text, names := "lianpiao-commitment-v1\n", map[string]bool{"": true}
	for _, f := range fields {
		digest := f.Digest
		if digest == "" {
			require(!names[f.Name] && len(f.Salt) == 32 && hexForm.MatchString(f.Salt), "malformed open field")
			names[f.Name] = true
			digest = fmt.Sprintf("%x", sha256.Sum256([]byte(jcs([]any{f.Salt, f.Name, f.Value}))))
		}
		require(f.Digest == "" || f.Name+f.Salt == "" && f.Value == nil, "malformed withheld field")
		require(len(digest) == 64 && hexForm.MatchString(digest), "malformed digest")
		text += digest + "\n"
	}
	if len(fields) == 0 {
		text += "\n"
	}
	return fmt.Sprintf("%x", sha256.Sum256([]byte(text)))
}

// jcs writes RFC 8785 for values without fractions: amounts of money are texts in our records.
func jcs(value any) string {
	switch v := value.(type) {
	case []any:
		items := make([]string, len(v))
		for i, item := range v {
			items[i] = jcs(item)
		}
		return "[" + strings.Join(items, ",") + "]"
	case map[string]any:
		members := make([]string, 0, len(v))
		for name := range v {
			members = append(members, name)
		}
		slices.SortFunc(members, func(a, b string) int { return slices.Compare(utf16.Encode([]rune(a)), utf16.Encode([]rune(b))) })
		for i, name := range members {
			members[i] = jcs(name) + ":" + jcs(v[name])
		}
		return "{" + strings.Join(members, ",") + "}"
	}
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	must(0, encoder.Encode(value))
	// encoding/json escapes the two line separators, RFC 8785 does not; `\\` comes first, so that a backslash that is data stays.
	plain := strings.NewReplacer(`\\`, `\\`, `\u2028`, "\u2028", `\u2029`, "\u2029")
	return plain.Replace(strings.TrimSuffix(out.String(), "\n"))
}

func openCheckpoint(text []byte, verifier note.Verifier) (size uint64, root []byte) {
	lines := strings.Split(must(note.Open(text, note.VerifierList(verifier))).Text, "\n")
	require(len(lines) >= 4 && lines[0] == verifier.Name(), "not a checkpoint of this log")
	return number(lines[1]), hashes(lines[2:3])[0]
}

func number(line string) uint64 {
	value := must(strconv.ParseUint(line, 10, 53))
	require(strconv.FormatUint(value, 10) == line, "malformed number")
	return value
}

func hashes(lines []string) [][]byte {
	found := make([][]byte, len(lines))
	for i, line := range lines {
		found[i] = must(base64.StdEncoding.Strict().DecodeString(line))
		require(len(found[i]) == sha256.Size, "malformed hash")
	}
	return found
}

func verifyConsistency(oldNote, newNote, path []byte, verifier note.Verifier) error {
	oldSize, oldRoot := openCheckpoint(oldNote, verifier)
	newSize, newRoot := openCheckpoint(newNote, verifier)
	return proof.VerifyConsistency(rfc6962.DefaultHasher, oldSize, newSize, hashes(strings.Fields(string(path))), oldRoot, newRoot)
}

func main() {
	vkey := flag.String("vkey", "", "the log's verifier key")
	flag.Parse()
	verifier, status := must(note.NewVerifier(*vkey)), 0
	report := func(name string, err error) {
		if err != nil {
			status = 1
			fmt.Printf("bad %s: %v\n", name, err)
			return
		}
		fmt.Println("ok", name)
	}
	files := make([][]byte, 0, flag.NArg())
	for _, name := range flag.Args()[min(1, flag.NArg()):] {
		files = append(files, must(os.ReadFile(name)))
	}
	switch {
	case flag.Arg(0) == "bundle" && len(files) > 0:
		for i, text := range files {
			report(flag.Arg(i+1), attempt(func() error { return verifyBundle(text, verifier) }))
		}
	case flag.Arg(0) == "consistency" && len(files) == 3:
		report(flag.Arg(2), attempt(func() error { return verifyConsistency(files[0], files[1], files[2], verifier) }))
	default:
		fmt.Fprintln(os.Stderr, "usage: -vkey VKEY bundle FILE... | -vkey VKEY consistency OLD NEW PROOF")
		status = 2
	}
	os.Exit(status)
}
