// An auditor who has docs/evidence-format.md and Go's golang.org/x/mod/sumdb, and nothing of ours: checks the log's
// checkpoint, the tiles that it spans, and each entry of an evidence file against it.
//
// Usage: auditor <address of the log> <verifier key> <evidence file>
package main

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func main() {
	address, key, file := os.Args[1], os.Args[2], os.Args[3]
	verifier, err := note.NewVerifier(key)
	check(err, "the key")

	live := openCheckpoint(fetch(address+"/checkpoint"), verifier)
	fmt.Printf("checkpoint: %s, %d leaves\n", live.origin, live.N)

	// TileHashReader fetches tiles and checks each of them against the signed root.
	reader := tlog.TileHashReader(live.Tree, tiles{address})
	hashes, err := reader.ReadHashes([]int64{tlog.StoredHashIndex(0, 0), tlog.StoredHashIndex(0, live.N-1)})
	check(err, "the tiles")
	fmt.Printf("tiles: fit the checkpoint, first leaf %x...\n", hashes[0][:4])

	checkEvidence(file, verifier, live, reader)
}

type checkpoint struct {
	origin string
	tlog.Tree
}

func openCheckpoint(text []byte, verifier note.Verifier) checkpoint {
	opened, err := note.Open(text, note.VerifierList(verifier))
	check(err, "the checkpoint's signature")
	lines := strings.Split(opened.Text, "\n")
	size, err := strconv.ParseInt(lines[1], 10, 64)
	check(err, "the checkpoint's size")
	root, err := tlog.ParseHash(lines[2])
	check(err, "the checkpoint's root")
	return checkpoint{lines[0], tlog.Tree{N: size, Hash: root}}
}

type tiles struct{ address string }

func (tiles) Height() int { return 8 }

func (t tiles) ReadTiles(wanted []tlog.Tile) ([][]byte, error) {
	var data [][]byte
	for _, tile := range wanted {
		// Go writes the tiles' height into the path, https://c2sp.org/tlog-tiles does not.
		data = append(data, fetch(t.address+"/"+strings.Replace(tile.Path(), "tile/8/", "tile/", 1)))
	}
	return data, nil
}

func (tiles) SaveTiles([]tlog.Tile, [][]byte) {}

type evidence struct {
	Entries []struct {
		Entry struct{ Hash string }
		Proof *struct {
			Index int64
			Path  []string
		}
	}
	Log struct{ Checkpoint string }
}

func checkEvidence(file string, verifier note.Verifier, live checkpoint, reader tlog.HashReader) {
	text, err := os.ReadFile(file)
	check(err, "the file")
	var bundle evidence
	check(json.Unmarshal(text, &bundle), "the file")
	own := openCheckpoint([]byte(bundle.Log.Checkpoint), verifier)

	consistency, err := tlog.ProveTree(live.N, own.N, reader)
	check(err, "the consistency proof")
	check(tlog.CheckTree(consistency, live.N, live.Hash, own.N, own.Hash), "that the log continues the file's checkpoint")

	for _, e := range bundle.Entries {
		hash, err := base64.RawURLEncoding.DecodeString(e.Entry.Hash)
		check(err, "a hash")
		var proof tlog.RecordProof
		for _, line := range e.Proof.Path {
			node, err := tlog.ParseHash(line)
			check(err, "a path")
			proof = append(proof, node)
		}
		check(tlog.CheckRecord(proof, own.N, own.Hash, e.Proof.Index, tlog.RecordHash(hash)), "an entry's proof")
	}
	fmt.Printf("entries: %d, each in the log\n", len(bundle.Entries))
}

func fetch(address string) []byte {
	answer, err := http.Get(address)
	check(err, address)
	defer answer.Body.Close()
	if answer.StatusCode != 200 {
		check(fmt.Errorf("answered %d", answer.StatusCode), address)
	}
	body, err := io.ReadAll(answer.Body)
	check(err, address)
	return body
}

func check(err error, what string) {
	if err != nil {
		fmt.Fprintf(os.Stderr, "%s: %v\n", what, err)
		os.Exit(1)
	}
}
