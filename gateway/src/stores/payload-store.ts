import { join } from 'node:path';
import type { SealedRecord } from '@lianpiao/chaincode/domain';
import type { Statement } from 'better-sqlite3';
import {
  openChunk,
  openText,
  packTexts,
  parseRecord,
  recordText,
  resealChunk,
  SEAL_BYTES,
  sealChunk,
  type PackedTexts,
  type PayloadChunk,
} from './payload-chunk';
import { PayloadKeys } from './payload-keys';
import { LogSync } from './log-sync';
import { openSqlite, type Sqlite } from './sqlite';

/**
 * The private records behind the ledger's commitments: durable and written before the ledger commits, encrypted with a key
 * that lies apart from the database, and erasable one by one. It is no index: it cannot be made again from the ledger.
 */
export class PayloadStore {
  readonly #database: Sqlite;
  readonly #log: LogSync;
  readonly keys: PayloadKeys;
  readonly #insert: Statement;
  readonly #dropFrom: Statement;
  readonly #find: Statement;
  readonly #findSeal: Statement;
  readonly #end: Statement;
  readonly #page: Statement;

  constructor(folder: string) {
    this.keys = new PayloadKeys(folder);
    this.#database = openSqlite(join(folder, 'payloads.db'), 'NORMAL');
    this.#log = new LogSync(this.#database);
    // Erased bytes are overwritten, not only unlinked.
    this.#database.pragma('secure_delete = ON');
    this.#database.exec(
      'CREATE TABLE IF NOT EXISTS chunks (first INTEGER PRIMARY KEY, count INTEGER NOT NULL, data BLOB NOT NULL)',
    );
    this.#insert = this.#database.prepare('INSERT OR REPLACE INTO chunks (first, count, data) VALUES (?, ?, ?)');
    this.#dropFrom = this.#database.prepare('DELETE FROM chunks WHERE first >= ?');
    this.#find = this.#database.prepare('SELECT first, count, data FROM chunks WHERE first <= ? ORDER BY first DESC LIMIT 1');
    this.#findSeal = this.#database
      .prepare('SELECT hex(substr(data, 1, ?)) FROM chunks WHERE first <= ? ORDER BY first DESC LIMIT 1')
      .pluck();
    this.#page = this.#database.prepare('SELECT first, count, data FROM chunks WHERE first >= ? ORDER BY first LIMIT ?');
    this.#end = this.#database.prepare('SELECT first + count FROM chunks ORDER BY first DESC LIMIT 1').pluck();
  }

  /** Sequence behind the last record that is stored. */
  end(): number {
    return (this.#end.get() as number | undefined) ?? 0;
  }

  /**
   * Stores the records of consecutive entries, durable on return. What a crash left behind from this sequence on belongs to
   * no entry (the ledger's commit comes after) and gives way.
   * @param records as {@link packRecords} makes them.
   */
  append(first: number, records: readonly PackedTexts[]): void {
    this.#durably(() => {
      this.#dropFrom.run(first);
      let next = first;
      for (const packed of records) {
        this.#write(next, packed);
        next += packed.count;
      }
    });
  }

  /** The record of an entry; undefined when it was erased or never stored. */
  read(sequence: number): SealedRecord | undefined {
    const chunk = this.#chunkOf(sequence);
    return chunk === undefined ? undefined : parseRecord(openText(this.keys, chunk, sequence - chunk.first));
  }

  /** Records of consecutive entries, undefined in the place of an erased one. */
  readRange(first: number, count: number): (SealedRecord | undefined)[] {
    const records: (SealedRecord | undefined)[] = [];
    while (records.length < count) {
      const at = first + records.length;
      const chunk = this.#chunkOf(at);
      if (chunk === undefined) {
        records.push(undefined);
        continue;
      }
      const texts = openChunk(this.keys, chunk);
      for (let index = at - chunk.first; index < chunk.count && records.length < count; index += 1) {
        records.push(parseRecord(texts[index] ?? ''));
      }
    }
    return records;
  }

  /** Nonce and tag of the chunk that holds a record: the same for as long as the chunk's content is, and never again. */
  sealOf(sequence: number): string | undefined {
    return this.#findSeal.get(SEAL_BYTES, sequence) as string | undefined;
  }

  /** Erases one record for good; false when there is none. The ledger and every proof stay as they are. */
  erase(sequence: number): boolean {
    const erased = this.#durably(() => this.#replace(sequence, (text) => (text === '' ? undefined : '')));
    // The old ciphertext must leave the write-ahead log too.
    if (erased) this.#database.pragma('wal_checkpoint(TRUNCATE)');
    return erased;
  }

  /** Puts a record in the place of one that was missing; false when one stands there. */
  fill(sequence: number, record: SealedRecord): boolean {
    return this.#durably(() => this.#replace(sequence, (text) => (text === '' ? recordText(record) : undefined)));
  }

  /**
   * Puts chunks that are under an older key under the newest, a few at a time and each step in a transaction of its own, so
   * that whoever issues waits for a few milliseconds at most. Safe to run again, and beside anything.
   * @returns where to go on; undefined at the end.
   */
  reseal(from: number, limit: number): { readonly next: number; readonly resealed: number } | undefined {
    return this.#durably(() => {
      const chunks = this.#page.all(from, limit) as PayloadChunk[];
      const last = chunks.at(-1);
      if (last === undefined) return undefined;
      const { newest } = this.keys;
      const changed = chunks.flatMap((chunk) => resealChunk(this.keys, newest, chunk) ?? []);
      for (const { first, count, data } of changed) this.#insert.run(first, count, data);
      return { next: last.first + 1, resealed: changed.length };
    });
  }

  /** Takes the old ciphertext out of the write-ahead log, after the last step. */
  finishResealing(): void {
    this.#database.pragma('wal_checkpoint(TRUNCATE)');
  }

  #chunkOf(sequence: number): PayloadChunk | undefined {
    const chunk = this.#find.get(sequence) as PayloadChunk | undefined;
    return chunk !== undefined && sequence < chunk.first + chunk.count ? chunk : undefined;
  }

  /** @param next the text that is to stand instead of another; undefined to leave it. */
  #replace(sequence: number, next: (text: string) => string | undefined): boolean {
    const chunk = this.#chunkOf(sequence);
    if (chunk === undefined) return false;
    const texts = openChunk(this.keys, chunk);
    const index = sequence - chunk.first;
    const text = next(texts[index] ?? '');
    if (text === undefined) return false;
    texts[index] = text;
    this.#write(chunk.first, packTexts(texts));
    return true;
  }

  close(): void {
    this.#log.close();
    this.#database.close();
  }

  /** Does work in one transaction, which is on the disk on return. */
  #durably<Result>(work: () => Result): Result {
    const result = this.#database.transaction(work).immediate();
    this.#log.sync();
    return result;
  }

  #write(first: number, packed: PackedTexts): void {
    const chunk = sealChunk(this.keys.newest, first, packed);
    this.#insert.run(chunk.first, chunk.count, chunk.data);
  }
}
