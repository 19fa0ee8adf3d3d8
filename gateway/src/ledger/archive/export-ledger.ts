import { existsSync, renameSync } from 'node:fs';
import {
  formatTime,
  formatVerifierKey,
  HASH_BYTES,
  LedgerError,
  parseCheckpoint,
  parseNote,
  tileWidth,
  type SealedRecord,
} from '@lianpiao/chaincode/domain';
import { trustedLogKeys } from '../../crypto/log-key-ring';
import type { StoredCheckpoint, StoredTile } from '../../stores/log-store';
import type { PayloadChunk } from '../../stores/payload-chunk';
import type { Sqlite } from '../../stores/sqlite';
import type { BlockRow } from '../embedded/verify/check-block';
import { openSnapshot, type FolderSnapshot } from '../embedded/verify/folder-snapshot';
import { operatorKeyOf, payloadKeyOf } from '../embedded/verify/open-parts';
import { pagedRows } from '../embedded/verify/paged-rows';
import { PayloadReader } from '../embedded/verify/payload-reader';
import { FrameWriter } from './archive-frames';
import { newContentKey, type Recipient } from './archive-key';
import { packKeys } from './archive-keys-page';
import { packJson, packRecords, packTiles, type ArchivedBlock, type ArchiveEnd, type ArchiveHeader } from './archive-pages';
import { readBegun, type BegunArchive } from './begun-archive';

export interface ExportOptions {
  readonly folder: string;
  /** Where the archive goes; while it grows it is called `<file>.part`. */
  readonly file: string;
  readonly recipient: Recipient;
  /** Puts the private keys in too. */
  readonly withKeys?: boolean;
  readonly onProgress?: (done: number, total: number) => void;
}

export interface ExportReport extends ArchiveEnd {
  /** Entries that an export before had written already. */
  readonly resumedFrom: number;
}

const PAGE_ENTRIES = 1024;
const PAGE_TILES = 64;
const PAGE_CHECKPOINTS = 1000;

/**
 * Writes a ledger into one file, while gateway and workers may go on: its blocks, its records encrypted for a recipient, its
 * log. What a broken-off export has written is gone on with. Memory is bounded by a page.
 * @throws LedgerError NOT_FOUND when there is no ledger, LEDGER_EXISTS when the file is there, LEDGER_BROKEN when the begun
 * file is of another ledger or a record cannot be read.
 */
export function exportLedger(options: ExportOptions): ExportReport {
  if (existsSync(options.file)) throw new LedgerError('LEDGER_EXISTS', { found: options.file });
  const part = `${options.file}.part`;
  const snapshot = openSnapshot(options.folder);
  try {
    const begun = existsSync(part) ? readBegun(part) : undefined;
    const writer = begun === undefined ? FrameWriter.begin(part) : FrameWriter.goOn(part, begun.end);
    try {
      const report = new LedgerExport(snapshot, writer, options).run(begun);
      writer.end();
      renameSync(part, options.file);
      return report;
    } catch (error) {
      writer.close();
      throw error;
    }
  } finally {
    snapshot.close();
  }
}

class LedgerExport {
  readonly #snapshot: FolderSnapshot;
  readonly #writer: FrameWriter;
  readonly #options: ExportOptions;

  constructor(snapshot: FolderSnapshot, writer: FrameWriter, options: ExportOptions) {
    this.#snapshot = snapshot;
    this.#writer = writer;
    this.#options = options;
  }

  run(begun: BegunArchive | undefined): ExportReport {
    const header = begun?.header ?? this.#header();
    if (begun === undefined) this.#writer.write('H', packJson(header));
    else this.#requireSame(header);
    const { key, body } = newContentKey(this.#options.recipient);
    this.#writer.write('W', body);
    this.#pages(header, begun, key);
    const { tiles, checkpoints } = this.#log(header.sealed, begun);
    if (this.#options.withKeys === true && begun?.keys !== true) this.#writer.write('K', packKeys(key, this.#options.folder));
    const end: ArchiveEnd = { entries: header.entries, blocks: header.blocks, tiles, checkpoints };
    this.#writer.write('E', packJson(end));
    return { ...end, resumedFrom: begun?.entries ?? 0 };
  }

  /** As far as the records had come when they were read: a block is written after its records. */
  #header(): ArchiveHeader {
    const { ledger, log, settled } = this.#snapshot;
    const last = ledger.prepare(
      'SELECT number, hash, first + count AS entries FROM blocks WHERE first < ? ORDER BY number DESC LIMIT 1',
    );
    const row = last.get(settled) as { number: number; hash: string; entries: number } | undefined;
    if (row === undefined) throw new LedgerError('NOT_FOUND', { found: 'a ledger without a block' });
    const newest = log
      ?.prepare('SELECT size, note FROM checkpoints WHERE size <= ? ORDER BY size DESC LIMIT 1')
      .get(row.entries) as { size: number; note: string } | undefined;
    const origin = newest === undefined ? '' : parseCheckpoint(parseNote(newest.note).text).origin;
    return {
      origin,
      operatorKey: operatorKeyOf(this.#options.folder) ?? '',
      logKey: logKeysText(this.#options.folder, origin),
      entries: row.entries,
      blocks: row.number,
      lastBlock: row.hash,
      sealed: newest?.size ?? 0,
      exportedAt: formatTime(Date.now()),
    };
  }

  #requireSame({ blocks, lastBlock }: ArchiveHeader): void {
    const found = this.#snapshot.ledger.prepare('SELECT hash FROM blocks WHERE number = ?').pluck().get(blocks);
    if (found !== lastBlock) throw new LedgerError('LEDGER_BROKEN', { rule: 'archive-of-another-ledger' });
  }

  /** A page of records, and then the blocks whose records they are: the order in which an import makes them durable. */
  #pages({ blocks, entries }: ArchiveHeader, begun: BegunArchive | undefined, key: Buffer): void {
    const records = this.#records(begun?.entries ?? 0);
    const numbers = { first: (begun?.blocks ?? 0) + 1, end: blocks + 1 };
    let page: BlockRow[] = [];
    const flush = (): void => {
      const [first, last] = [page[0], page.at(-1)];
      if (first === undefined || last === undefined) return;
      const end = last.first + last.count;
      const sequences = Array.from({ length: end - first.first }, (_, place) => first.first + place);
      this.#writer.write('R', packRecords(key, { first: first.first, records: sequences.map(records) }));
      this.#writer.write('B', packJson(page.map(archived)));
      this.#options.onProgress?.(end, entries);
      page = [];
    };
    for (const row of pagedRows<BlockRow>(this.#snapshot.ledger, 'SELECT * FROM blocks', 'number', 16, numbers)) {
      page.push(row);
      if (row.first + row.count - (page[0]?.first ?? 0) >= PAGE_ENTRIES) flush();
    }
    flush();
  }

  /** Records in rising order; undefined for an erased one. */
  #records(from: number): (sequence: number) => SealedRecord | undefined {
    const { payloads } = this.#snapshot;
    const key = payloadKeyOf(this.#options.folder);
    if (payloads === undefined || key === undefined)
      throw new LedgerError('NOT_FOUND', { found: 'no payloads.db, or no keys/payload.key' });
    // From the chunk on that holds the first.
    const start = payloads.prepare('SELECT coalesce(max(first), 0) FROM chunks WHERE first <= ?').pluck().get(from) as number;
    const chunks = pagedRows<PayloadChunk>(payloads, 'SELECT first, count, data FROM chunks', 'first', 16, {
      first: start,
      end: Number.MAX_SAFE_INTEGER,
    });
    const reader = new PayloadReader(chunks, key);
    return (sequence) => {
      try {
        return reader.record(sequence);
      } catch (cause) {
        throw new LedgerError('LEDGER_BROKEN', { found: `the record of entry ${String(sequence)} does not open` }, { cause });
      }
    };
  }

  #log(sealed: number, begun: BegunArchive | undefined): { tiles: number; checkpoints: number } {
    const { log } = this.#snapshot;
    if (log === undefined || sealed === 0) return { tiles: 0, checkpoints: 0 };
    const tiles = this.#paged('T', tilesOf(log, sealed), PAGE_TILES, packTiles, begun?.tiles ?? 0);
    const checkpoints = this.#paged('C', checkpointsOf(log, sealed), PAGE_CHECKPOINTS, packJson, begun?.checkpoints ?? 0);
    return { tiles, checkpoints };
  }

  /** @returns how many there are, those that stood there before among them. */
  #paged<Item>(
    type: 'C' | 'T',
    items: Iterable<Item>,
    size: number,
    pack: (page: readonly Item[]) => Buffer,
    skip: number,
  ): number {
    let count = 0;
    let page: Item[] = [];
    for (const item of items) {
      count += 1;
      if (count > skip) page.push(item);
      if (page.length === size) {
        this.#writer.write(type, pack(page));
        page = [];
      }
    }
    if (page.length > 0) this.#writer.write(type, pack(page));
    return count;
  }
}

function logKeysText(folder: string, origin: string): string {
  const keys = origin === '' ? undefined : trustedLogKeys(folder, origin);
  return (keys ?? []).map(({ key: { name, publicKey, type } }) => formatVerifierKey(name, publicKey, type)).join(' ');
}

function archived({ header, key_id: keyId, signature, transactions, entries }: BlockRow): ArchivedBlock {
  return { header, keyId, signature, transactions, entries };
}

/** The tiles of a log of a size, each as wide as it was then. */
function* tilesOf(log: Sqlite, size: number): Generator<StoredTile> {
  const levels = log.prepare('SELECT DISTINCT level FROM tiles ORDER BY level').pluck().all() as number[];
  for (const level of levels) {
    const select = `SELECT place, data FROM (SELECT place, data FROM tiles WHERE level = ${String(level)})`;
    const rows = pagedRows<{ place: number; data: Buffer }>(log, select, 'place', PAGE_TILES);
    for (const { place, data } of rows) {
      const width = tileWidth(level, place, size);
      if (width > 0) yield { level, index: place, data: data.subarray(0, width * HASH_BYTES) };
    }
  }
}

function checkpointsOf(log: Sqlite, size: number): Iterable<StoredCheckpoint> {
  const select = 'SELECT size, note, sealed_at AS sealedAt FROM checkpoints';
  return pagedRows<StoredCheckpoint>(log, select, 'size', 256, { first: 0, end: size + 1 });
}
