import type { CompactRange } from '@lianpiao/chaincode/domain';
import {
  hasher,
  HASH_BYTES,
  hashesAt,
  TILE_HEIGHT,
  TILE_WIDTH,
  tilePath,
  tileWidth,
  type Digest,
} from '@lianpiao/chaincode/domain';
import { LogAlarm } from './log-alarm';
import type { LogSource } from './log-source';

/**
 * Grows the log from a known state to a size, leaf by leaf from the entry bundles, and compares every hash that this adds
 * to a tile with the tile as served.
 * @param note told of each leaf.
 * @throws LogAlarm `tile-wrong`, naming the tile.
 */
export async function growLog(
  source: LogSource,
  range: CompactRange,
  size: number,
  note?: (leaf: Uint8Array, index: number) => void,
): Promise<void> {
  const from = range.size;
  const added = new Map<string, Digest[]>();
  const collect = (height: number, index: number, hash: Digest): void => {
    if (height % TILE_HEIGHT !== 0) return;
    const key = `${String(height / TILE_HEIGHT)}/${String(Math.floor(index / TILE_WIDTH))}`;
    const hashes = added.get(key);
    if (hashes === undefined) added.set(key, [hash]);
    else hashes.push(hash);
  };
  while (range.size < size) {
    const index = Math.floor(range.size / TILE_WIDTH);
    const leaves = await source.leaves(index, tileWidth(0, index, size));
    for (const leaf of leaves.slice(range.size - index * TILE_WIDTH)) {
      note?.(leaf, range.size);
      range.append(hasher().leafHash(leaf), collect);
    }
    await compareTiles(source, from, size, added, range.size);
  }
}

/** Compares the tiles that are complete as far as this size of the log completes them, and forgets them. */
async function compareTiles(
  source: LogSource,
  from: number,
  size: number,
  added: Map<string, Digest[]>,
  grown: number,
): Promise<void> {
  for (const [key, hashes] of added) {
    const [level = 0, index = 0] = key.split('/').map(Number);
    const width = tileWidth(level, index, size);
    if (tileWidth(level, index, grown) < width) continue;
    added.delete(key);
    const served = await source.tile({ level, index, width });
    const start = Math.max(0, hashesAt(level, from) - index * TILE_WIDTH);
    hashes.forEach((hash, place) => {
      const at = (start + place) * HASH_BYTES;
      if (Buffer.from(served.buffer, served.byteOffset + at, HASH_BYTES).toString('hex') === hash) return;
      throw new LogAlarm('tile-wrong', {
        tile: tilePath({ level, index, width }),
        hash: String(start + place),
        computed: hash,
      });
    });
  }
}
