// Yardstick of proofs.tessera: a tlog-tiles log by transparency-dev/tessera on this disk, with its defaults but for the
// interval of checkpoints. An entry counts when a checkpoint that covers it is published.
package main

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"sync"
	"time"

	"github.com/transparency-dev/tessera"
	"github.com/transparency-dev/tessera/storage/posix"
	"golang.org/x/mod/sumdb/note"
)

func main() {
	folder := flag.String("folder", "", "an empty folder")
	entries := flag.Int("entries", 20000, "how many to append")
	bytes := flag.Int("bytes", 150, "size of an entry")
	inFlight := flag.Int("inflight", 4096, "appended side by side")
	interval := flag.Duration("interval", 250*time.Millisecond, "between checkpoints")
	flag.Parse()
	ctx := context.Background()

	key, _, err := note.GenerateKey(rand.Reader, "bench.example/tessera")
	check(err)
	signer, err := note.NewSigner(key)
	check(err)
	driver, err := posix.New(ctx, posix.Config{Path: *folder})
	check(err)
	options := tessera.NewAppendOptions().WithCheckpointSigner(signer).WithCheckpointInterval(*interval)
	appender, shutdown, reader, err := tessera.NewAppender(ctx, driver, options)
	check(err)
	published := tessera.NewPublicationAwaiter(ctx, reader.ReadCheckpoint, 20*time.Millisecond)

	started := time.Now()
	places := make(chan int)
	var group sync.WaitGroup
	for worker := 0; worker < *inFlight; worker++ {
		group.Add(1)
		go func() {
			defer group.Done()
			for place := range places {
				data := make([]byte, *bytes)
				copy(data, fmt.Sprintf("entry %d", place))
				_, _, err := published.Await(ctx, appender.Add(ctx, tessera.NewEntry(data)))
				check(err)
			}
		}()
	}
	for place := 0; place < *entries; place++ {
		places <- place
	}
	close(places)
	group.Wait()
	seconds := time.Since(started).Seconds()
	check(shutdown(ctx))
	text, err := json.Marshal(map[string]any{"entries": *entries, "seconds": seconds, "rate": float64(*entries) / seconds})
	check(err)
	fmt.Println(string(text))
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
