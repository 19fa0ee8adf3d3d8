import { LogStore } from '../../stores/log-store';
import { packRecords } from '../../stores/payload-chunk';
import { PayloadStore } from '../../stores/payload-store';
import { BlockStore } from '../embedded/block-store';
import { broken, type Frame, type FrameType } from './archive-frames';
import { openContentKey, type Opener } from './archive-key';
import { unpackKeys } from './archive-keys-page';
import {
  unpackBlocks,
  unpackCheckpoints,
  unpackJson,
  unpackRecords,
  unpackTiles,
  type ArchiveEnd,
  type ArchiveHeader,
} from './archive-pages';
import { ChainImport } from './chain-import';

export interface ArchiveImportOptions {
  readonly folder: string;
  readonly header: ArchiveHeader;
  readonly opener: Opener;
  readonly operatorKey: string;
  readonly onProgress?: (done: number, total: number) => void;
}

/** One pass over an archive's frames behind the header, into a folder that may have a part of them already. */
export class ArchiveImport {
  readonly #options: ArchiveImportOptions;
  readonly #blocks: BlockStore;
  readonly #payloads: PayloadStore;
  readonly #log: LogStore;
  readonly #chain: ChainImport;
  #contentKey: Buffer | undefined;
  #end: ArchiveEnd | undefined;
  #tiles = 0;
  #checkpoints = 0;
  /** Entries that were there before. */
  readonly resumedFrom: number;

  constructor(options: ArchiveImportOptions) {
    this.#options = options;
    this.#blocks = new BlockStore(options.folder);
    this.#payloads = new PayloadStore(options.folder);
    this.#log = new LogStore(options.folder);
    this.#chain = new ChainImport(this.#blocks, options.operatorKey);
    this.resumedFrom = this.#blocks.length();
  }

  /** @throws LedgerError ARCHIVE_BROKEN, ARCHIVE_KEY_WRONG, LEDGER_BROKEN. */
  async run(frames: Iterable<Frame>): Promise<void> {
    let last = 1;
    for (const frame of frames) {
      if (this.#end !== undefined) throw broken('after-end', frame.number);
      await this.#take[frame.type](frame);
      last = frame.number;
    }
    if (this.#end === undefined) throw broken('truncated', last + 1);
    if (!this.#fits(this.#end)) throw broken('counts', last);
    await this.#chain.finish();
  }

  close(): void {
    for (const store of [this.#blocks, this.#payloads, this.#log]) store.close();
  }

  readonly #take: Readonly<Record<FrameType, (frame: Frame) => Promise<void> | void>> = {
    H: ({ number }) => {
      throw broken('type', number);
    },
    W: ({ body }) => {
      this.#contentKey = openContentKey(body, this.#options.opener);
    },
    R: (frame) => {
      const { first, records } = unpackRecords(this.#contentKey, frame);
      // Before the blocks, as when they were issued: records that belong to no entry give way.
      if (first + records.length > this.resumedFrom) this.#payloads.append(first, packRecords(records));
    },
    B: async (frame) => {
      await this.#chain.take(unpackBlocks(frame));
      this.#options.onProgress?.(this.#chain.length, this.#options.header.entries);
    },
    T: (frame) => {
      const tiles = unpackTiles(frame);
      this.#tiles += tiles.length;
      this.#log.restore(tiles, []);
    },
    C: (frame) => {
      const checkpoints = unpackCheckpoints(frame);
      this.#checkpoints += checkpoints.length;
      this.#log.restore([], checkpoints);
    },
    K: (frame) => {
      unpackKeys(this.#contentKey, frame, this.#options.folder);
    },
    E: (frame) => {
      this.#end = unpackJson(frame) as ArchiveEnd;
    },
  };

  /** Nothing is missing that the checksums, which anyone can make, would not show. */
  #fits(end: ArchiveEnd): boolean {
    const { entries, blocks, lastBlock } = this.#options.header;
    const { length, blocks: number, hash } = this.#chain;
    const chain = length === entries && number === blocks && hash === lastBlock;
    return chain && end.tiles === this.#tiles && end.checkpoints === this.#checkpoints;
  }
}
