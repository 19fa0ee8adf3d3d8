import { createHash } from 'node:crypto';
import type { Digest } from '../../chaincode/src/domain/encoding/digest';
import { hashesAt, HASH_BYTES, innerHashes, TILE_WIDTH, tilePath, type TileSource } from '../../chaincode/src/domain/log';
import { CompactRange } from '../../chaincode/src/domain/merkle';

/** A tiled log in memory that refuses to hand out anything a log of its size does not have. */
export class MemoryTiles implements TileSource {
  readonly range = CompactRange.empty();
  private readonly rows: Buffer[] = [];
  reads = 0;

  constructor(
    readonly capacity: number,
    private readonly keepInner = false,
  ) {
    for (let level = 0; hashesAt(level, capacity) > 0; level += 1)
      this.rows.push(Buffer.alloc(hashesAt(level, capacity) * HASH_BYTES));
  }

  append(leafHash: Digest): void {
    this.range.append(leafHash, (level, index, hash) => {
      if (level % 8 === 0) this.rows[level / 8]?.write(hash, index * HASH_BYTES, 'hex');
    });
  }

  /** Appends leaves that are told apart by their number. */
  fill(): this {
    while (this.range.size < this.capacity) {
      this.append(createHash('sha256').update(String(this.range.size)).digest('hex') as Digest);
    }
    return this;
  }

  leaf(index: number): Digest {
    return (this.rows[0] as Buffer).toString('hex', index * HASH_BYTES, (index + 1) * HASH_BYTES) as Digest;
  }

  tile(level: number, index: number, width: number): Uint8Array {
    this.reads += 1;
    const start = index * TILE_WIDTH * HASH_BYTES;
    const bytes = this.rows[level]?.subarray(start, start + width * HASH_BYTES);
    if (bytes?.length !== width * HASH_BYTES) throw new Error(`no ${tilePath({ level, index, width })}`);
    return bytes;
  }

  inner(level: number, index: number, width: number): Uint8Array | undefined {
    return this.keepInner ? innerHashes(this.tile(level, index, width), level) : undefined;
  }
}
