import { createCipheriv, createDecipheriv, createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import { join } from 'node:path';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { RecordField, SealedRecord } from '@lianpiao/chaincode/domain';
import type { Statement } from 'better-sqlite3';
import { findOrMakeSecret } from '../crypto/keys';
import { openSqlite, type Sqlite } from './sqlite';

/**
 * Records compressed and encrypted together: one call each and one row serve 32, which share much of their text and take
 * a fifth of their size; reading one opens about 25 kB.
 */
const CHUNK_RECORDS = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const CIPHER = 'aes-256-gcm';
/** The fastest level: higher ones save little on short, similar records (docs/performance.md). */
const DEFLATE_LEVEL = 1;
/** What a chunk may grow to when it is opened: 32 of the largest invoices. */
const MAX_CHUNK_BYTES = 64 * 1024 * 1024;

interface ChunkRow {
  readonly first: number;
  readonly count: number;
  readonly data: Buffer;
}

/**
 * The private records behind the ledger's commitments: durable and written before the ledger commits, encrypted with a key
 * that lies apart from the database, and erasable one by one. It is no index: it cannot be made again from the ledger.
 */
export class PayloadStore {
  readonly #database: Sqlite;
  readonly #key: KeyObject;
  readonly #insert: Statement;
  readonly #dropFrom: Statement;
  readonly #find: Statement;

  constructor(folder: string) {
    this.#key = createSecretKey(findOrMakeSecret(join(folder, 'keys', 'payload.key'), () => randomBytes(32)));
    this.#database = openSqlite(join(folder, 'payloads.db'), 'FULL');
    // Erased bytes are overwritten, not only unlinked.
    this.#database.pragma('secure_delete = ON');
    this.#database.exec(
      'CREATE TABLE IF NOT EXISTS chunks (first INTEGER PRIMARY KEY, count INTEGER NOT NULL, data BLOB NOT NULL)',
    );
    this.#insert = this.#database.prepare('INSERT OR REPLACE INTO chunks (first, count, data) VALUES (?, ?, ?)');
    this.#dropFrom = this.#database.prepare('DELETE FROM chunks WHERE first >= ?');
    this.#find = this.#database.prepare('SELECT first, count, data FROM chunks WHERE first <= ? ORDER BY first DESC LIMIT 1');
  }

  /**
   * Stores the records of consecutive entries, durable on return. What a crash left behind from this sequence on belongs to
   * no entry (the ledger's commit comes after) and gives way.
   */
  append(first: number, records: readonly SealedRecord[]): void {
    this.#database.exec('BEGIN IMMEDIATE');
    try {
      this.#dropFrom.run(first);
      for (let offset = 0; offset < records.length; offset += CHUNK_RECORDS) {
        const chunk = records.slice(offset, offset + CHUNK_RECORDS);
        this.#write(first + offset, chunk.map(recordText));
      }
      this.#database.exec('COMMIT');
    } catch (error) {
      if (this.#database.inTransaction) this.#database.exec('ROLLBACK');
      throw error;
    }
  }

  /** The record of an entry; undefined when it was erased or never stored. */
  read(sequence: number): SealedRecord | undefined {
    return this.readRange(sequence, 1)[0];
  }

  /** Records of consecutive entries, undefined in the place of an erased one. */
  readRange(first: number, count: number): (SealedRecord | undefined)[] {
    const records: (SealedRecord | undefined)[] = [];
    while (records.length < count) {
      const at = first + records.length;
      const chunk = this.#find.get(at) as ChunkRow | undefined;
      if (chunk === undefined || at >= chunk.first + chunk.count) {
        records.push(undefined);
        continue;
      }
      const texts = this.#open(chunk);
      for (let index = at - chunk.first; index < chunk.count && records.length < count; index += 1) {
        records.push(parseRecord(texts[index] ?? ''));
      }
    }
    return records;
  }

  /** Erases one record for good; false when there is none. The ledger and every proof stay as they are. */
  erase(sequence: number): boolean {
    const chunk = this.#find.get(sequence) as ChunkRow | undefined;
    if (chunk === undefined || sequence >= chunk.first + chunk.count) return false;
    const texts = this.#open(chunk);
    const index = sequence - chunk.first;
    if (texts[index] === '') return false;
    texts[index] = '';
    this.#write(chunk.first, texts);
    // The old ciphertext must leave the write-ahead log too.
    this.#database.pragma('wal_checkpoint(TRUNCATE)');
    return true;
  }

  close(): void {
    this.#database.close();
  }

  #write(first: number, texts: readonly string[]): void {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, this.#key, nonce);
    cipher.setAAD(additionalData(first));
    const body = cipher.update(deflateRawSync(Buffer.from(texts.join('\n\n')), { level: DEFLATE_LEVEL }));
    cipher.final();
    this.#insert.run(first, texts.length, Buffer.concat([nonce, cipher.getAuthTag(), body]));
  }

  /** @throws Error when a byte of the chunk was changed: GCM authenticates it together with its place. */
  #open({ first, data }: ChunkRow): string[] {
    const decipher = createDecipheriv(CIPHER, this.#key, data.subarray(0, NONCE_BYTES));
    decipher.setAAD(additionalData(first));
    decipher.setAuthTag(data.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    const body = Buffer.concat([decipher.update(data.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
    return inflateRawSync(body, { maxOutputLength: MAX_CHUNK_BYTES }).toString('utf8').split('\n\n');
  }
}

function additionalData(first: number): Buffer {
  return Buffer.from(`lianpiao-payload-v1:${String(first)}`);
}

// A record is its seed and one field a line: canonical JSON holds no line feed.
function recordText(record: SealedRecord): string {
  let text = record.seed;
  for (const field of record.fields) text += `\n${field.name} ${field.text}`;
  return text;
}

function parseRecord(text: string): SealedRecord | undefined {
  if (text === '') return undefined;
  const [seed = '', ...lines] = text.split('\n');
  const fields = lines.map((line): RecordField => {
    const space = line.indexOf(' ');
    return { name: line.slice(0, space), text: line.slice(space + 1) };
  });
  return { seed, fields };
}
