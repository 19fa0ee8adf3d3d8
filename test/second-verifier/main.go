// A second verifier of Lianpiao's bundles and checkpoints, written from docs/formats.md alone: it shares no code with
// the first one, so that a mistake of one is seen by the other.
//
//	go run . -trust TRUST_FILE verify FILE...     exit 0 valid, 1 invalid, 2 unknown; of several files the worst
//	go run . verify < LINES                       each line: trust file, tab, bundle file, and perhaps a tab and what is asked of the
//	                                              status as JSON; one line of JSON for each
//	go run . follows OLD_TRUST_FILE NEW_TRUST_FILE   exit 0 when the new one may take the old one's place
//	go run . -vkey VKEY bundle FILE...
//	go run . -vkey VKEY consistency OLD_CHECKPOINT NEW_CHECKPOINT PROOF_FILE
package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/transparency-dev/merkle/proof"
	"github.com/transparency-dev/merkle/rfc6962"
	"golang.org/x/mod/sumdb/note"
)

const usage = "usage: -trust FILE verify FILE... | verify < LINES | follows OLD NEW | -vkey VKEY bundle FILE... | -vkey VKEY consistency OLD NEW PROOF"

var (
	errUsage   = errors.New(usage)
	unreadable = verdict{Result: "unknown", Reason: "NOT_FOUND"}
)

// report is one line of output about one file.
type report struct {
	File string `json:"file"`
	verdict
}

func main() {
	vkey, trustFile := flag.String("vkey", "", "the log's verifier key"), flag.String("trust", "", "a trust file")
	flag.Parse()
	command, files := flag.Arg(0), flag.Args()[min(1, flag.NArg()):]
	status, err := run(command, files, *vkey, *trustFile)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		// Not 2, which says that a bundle was looked at and is not known.
		status = 3
	}
	os.Exit(status)
}

func run(command string, files []string, vkey, trustFile string) (int, error) {
	switch {
	case command == "verify" && trustFile == "" && len(files) == 0:
		return verifyLines(os.Stdin, os.Stdout)
	case command == "verify" && len(files) > 0:
		return verifyFiles(files, readTrust(trustFile), nil, os.Stdout)
	}
	if command == "follows" && len(files) == 2 {
		return follows(files[0], files[1])
	}
	verifier, err := note.NewVerifier(vkey)
	switch {
	case err != nil || len(files) == 0:
		return 0, errUsage
	case command == "bundle":
		return forLog(files, verifier)
	case command == "consistency" && len(files) == 3:
		return consistency(files, verifier)
	}
	return 0, errUsage
}

// readTrust trusts nobody when there is no right trust file: what is wrong without any trust is still found.
func readTrust(file string) trust {
	text, err := os.ReadFile(file)
	if err == nil {
		var trusted trust
		if trusted, err = parseTrust(text); err == nil {
			return trusted
		}
	}
	fmt.Fprintf(os.Stderr, "%s: %v\n", file, err)
	return trust{}
}

// worse orders exit codes: invalid is worse than unknown, which is worse than valid.
func worse(a, b int) int {
	if a == 1 || b == 1 {
		return 1
	}
	return max(a, b)
}

func verifyFiles(files []string, trusted trust, ask *asked, out io.Writer) (int, error) {
	status, encoder := 0, json.NewEncoder(out)
	for _, file := range files {
		v := verifyFile(file, trusted, ask)
		status = worse(status, exitCodes[v.Result])
		if err := encoder.Encode(report{file, v}); err != nil {
			return 0, err
		}
	}
	return status, nil
}

func verifyFile(path string, trusted trust, ask *asked) verdict {
	file, err := os.Open(path)
	if err != nil {
		return unreadable
	}
	defer file.Close()
	text, err := io.ReadAll(io.LimitReader(file, maxFile+1))
	if err != nil {
		return unreadable
	}
	return verifyBundle(text, trusted, ask)
}

// verifyLines answers line by line in one process, so that very many files are soon done.
func verifyLines(in io.Reader, to io.Writer) (int, error) {
	out, lines, status, known := bufio.NewWriter(to), bufio.NewScanner(in), 0, map[string]trust{}
	for lines.Scan() {
		trustFile, rest, found := strings.Cut(lines.Text(), "\t")
		file, question, asks := strings.Cut(rest, "\t")
		var ask *asked
		if asks {
			ask, asks = parseAsked(question)
			found = found && asks
		}
		if !found {
			return 0, errUsage
		}
		if _, read := known[trustFile]; !read {
			known[trustFile] = readTrust(trustFile)
		}
		one, err := verifyFiles([]string{file}, known[trustFile], ask, out)
		if err != nil {
			return 0, err
		}
		status = worse(status, one)
	}
	return status, errors.Join(lines.Err(), out.Flush())
}

// follows says whether the second trust file may take the place of the first.
func follows(oldFile, newFile string) (int, error) {
	var files [2]signedTrust
	for i, file := range []string{oldFile, newFile} {
		text, err := os.ReadFile(file)
		if err != nil {
			return 0, err
		}
		value, err := parseJSON(text)
		members, _ := value.(object)
		if err == nil && members["mediaType"] == signedTrustType {
			files[i], err = parseSignedTrust(members)
		} else {
			err = errTrust
		}
		if err != nil {
			fmt.Println("TRUST_UNUSABLE")
			return 1, nil
		}
	}
	if reason := files[1].mayFollow(files[0]); reason != "" {
		fmt.Println(reason)
		return 1, nil
	}
	fmt.Println("ok")
	return 0, nil
}

// forLog takes one log's bundles only: what is not of that log is refused.
func forLog(files []string, log note.Verifier) (int, error) {
	status := 0
	for _, file := range files {
		if v := verifyFile(file, trustIn(log), nil); v.Result != "valid" {
			status = 1
			fmt.Printf("bad %s: %s\n", file, v.Reason)
			continue
		}
		fmt.Println("ok", file)
	}
	return status, nil
}

func consistency(files []string, log note.Verifier) (int, error) {
	var texts [3]string
	for i, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return 0, err
		}
		texts[i] = string(text)
	}
	if err := leadsTo(texts[0], texts[1], texts[2], log); err != nil {
		fmt.Printf("bad %s: %v\n", files[1], err)
		return 1, nil
	}
	fmt.Println("ok", files[1])
	return 0, nil
}

func leadsTo(earlier, later, path string, log note.Verifier) error {
	from, fromOK := parseCheckpoint(earlier)
	to, toOK := parseCheckpoint(later)
	for _, head := range []checkpoint{from, to} {
		if v := verifySigners(head, trustIn(log), nil); v.Result != "valid" || !fromOK || !toOK {
			return errors.New("not a checkpoint of this log")
		}
	}
	var hashes [][]byte
	for _, line := range strings.Fields(path) {
		hash, ok := decodeHash(line)
		if !ok {
			return errors.New("malformed hash")
		}
		hashes = append(hashes, hash)
	}
	return proof.VerifyConsistency(rfc6962.DefaultHasher, from.size, to.size, hashes, from.root, to.root)
}
