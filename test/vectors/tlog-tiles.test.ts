import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasher, type Digest } from '../../chaincode/src/domain/encoding/digest';
import {
  consistencyPathFromTiles,
  decodeEntryBundle,
  encodeEntryBundle,
  inclusionPathFromTiles,
  openNote,
  parseCheckpoint,
  parseVerifierKey,
  rootFromTiles,
  type Checkpoint,
} from '../../chaincode/src/domain/log';
import { emptyRoot, verifyConsistency, verifyInclusion } from '../../chaincode/src/domain/merkle';
import { MemoryTiles } from '../support/memory-tiles';
import { nodeVerifier } from '../support/node-signatures';
import { SmallLog } from '../support/small-log';
import { countVectors, vectorFolder } from '../support/vectors';

interface LogCase {
  readonly verifierKey: string;
  readonly entriesHex: readonly string[];
  readonly checkpoints: Readonly<Record<string, string>>;
}

function publishedLog(): LogCase | undefined {
  const folder = vectorFolder('tlog-tiles');
  return folder === undefined ? undefined : (JSON.parse(readFileSync(join(folder, 'log.json'), 'utf8')) as LogCase);
}

function ownLog(): LogCase {
  const log = new SmallLog('own.example/log', 5);
  return {
    verifierKey: log.vkey,
    entriesHex: log.leaves.map((leaf) => Buffer.from(leaf).toString('hex')),
    checkpoints: { '3': log.checkpoint(3), '5': log.checkpoint(5) },
  };
}

const published = publishedLog();
const logs = [ownLog(), ...(published === undefined ? [] : [published])];
const cases = logs.flatMap((log) => {
  return Object.entries(log.checkpoints).map(([size, note]) => ({
    log,
    size: Number(size),
    note,
    key: log.verifierKey.split('+')[0],
  }));
});
afterAll(() => {
  countVectors('tlog-tiles', Object.keys(published?.checkpoints ?? {}).length);
});

function tilesOf(entries: readonly Uint8Array[]): MemoryTiles {
  const tiles = new MemoryTiles(entries.length);
  for (const entry of entries) tiles.append(hasher().leafHash(entry));
  return tiles;
}

describe('a tiled log', () => {
  it.each(cases)('$key at size $size: its checkpoint verifies, and every proof against it', ({ log, size, note }) => {
    const checkpointOf = (text: string): Checkpoint => {
      const opened = openNote(text, [parseVerifierKey(log.verifierKey)], nodeVerifier);
      expect(opened.verifiedBy).toHaveLength(1);
      return parseCheckpoint(opened.text);
    };
    const entries = log.entriesHex.map((hex) => new Uint8Array(Buffer.from(hex, 'hex')));
    const tiles = tilesOf(decodeEntryBundle(encodeEntryBundle(entries)));
    const { root, size: signedSize } = checkpointOf(note);
    expect(signedSize).toBe(size);
    expect(size === 0 ? emptyRoot() : rootFromTiles(tiles, size)).toBe(root);
    for (let index = 0; index < size; index += 1) {
      const leafHash: Digest = hasher().leafHash(entries[index] as Uint8Array);
      expect(verifyInclusion({ leafHash, index, size, path: inclusionPathFromTiles(tiles, index, size), root })).toBe(true);
    }
    for (const older of Object.values(log.checkpoints)
      .map(checkpointOf)
      .filter((one) => one.size <= size)) {
      const path = consistencyPathFromTiles(tiles, older.size, size);
      expect(verifyConsistency({ oldSize: older.size, newSize: size, oldRoot: older.root, newRoot: root, path })).toBe(true);
    }
  });
});
