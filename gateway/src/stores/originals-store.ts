import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { SealedColumn } from './reseal-column';
import { openSecret, sealSecret } from './secret-box';
import { openSqlite, type Sqlite } from './sqlite';
import { StorageKeys } from './storage-keys';

/** Which original: the fingerprint of seller and order reference, and the digest of its bytes. */
export interface OriginalKey {
  readonly reference: string;
  /** `sha256:` and 64 hexadecimal characters. */
  readonly digest: string;
}

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS originals (
    reference TEXT NOT NULL, digest TEXT NOT NULL, at INTEGER NOT NULL, kept INTEGER NOT NULL DEFAULT 0, content BLOB NOT NULL,
    PRIMARY KEY (reference, digest));
  CREATE INDEX IF NOT EXISTS originals_waiting ON originals (at) WHERE kept = 0;
`;
/** Documents in `originals.db`, for a rotation of its keys. */
export const SEALED_ORIGINALS: readonly SealedColumn[] = [
  { table: 'originals', column: 'content', order: 'rowid', place: 'reference || char(10) || digest' },
];
/** The largest document that is read: what is unpacked was one. */
const MAX_BYTES = 10 * 1024 * 1024;

/** Opens `originals.db`, and the keys that its documents are under. */
export function openOriginalsDatabase(folder: string): { readonly database: Sqlite; readonly keys: StorageKeys } {
  const path = join(folder, 'originals.db');
  const keys = new StorageKeys({ folder, stem: 'originals', make: true, needed: existsSync(path) });
  const database = openSqlite(path, 'FULL');
  // Erased bytes are overwritten, not only unlinked.
  database.pragma('secure_delete = ON');
  database.exec(SCHEMA);
  return { database, keys };
}

/**
 * The documents that invoices were issued from, byte for byte, compressed and encrypted. One is stored before its invoice is
 * asked for, so that no invoice is without it; what became of no invoice is swept out later.
 */
export class OriginalsStore {
  readonly #database: Sqlite;
  readonly #keys: StorageKeys;

  constructor(folder: string) {
    ({ database: this.#database, keys: this.#keys } = openOriginalsDatabase(folder));
  }

  /** Stores an original, durable on return. @param at milliseconds since 1970. */
  put(key: OriginalKey, bytes: Uint8Array, at: number): void {
    const packed = deflateRawSync(bytes).toString('base64');
    const put = this.#database.prepare(
      'INSERT INTO originals (reference, digest, at, content) VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET at = excluded.at',
    );
    this.#database
      .transaction(() => put.run(key.reference, key.digest, at, sealSecret(this.#keys, placeOf(key), packed)))
      .immediate();
  }

  /** Marks an original as that of an invoice. */
  keep({ reference, digest }: OriginalKey): void {
    this.#database.prepare('UPDATE originals SET kept = 1 WHERE reference = ? AND digest = ?').run(reference, digest);
  }

  /** The bytes as they came; undefined when they are not here. */
  read(key: OriginalKey): Buffer | undefined {
    const row = this.#database
      .prepare('SELECT content FROM originals WHERE reference = ? AND digest = ?')
      .get(key.reference, key.digest) as { content: Buffer } | undefined;
    if (row === undefined) return undefined;
    const packed = Buffer.from(openSecret(this.#keys, placeOf(key), row.content), 'base64');
    return inflateRawSync(packed, { maxOutputLength: MAX_BYTES });
  }

  /** Some originals that were stored before a time and of which no invoice is known, oldest first. */
  waiting(before: number, limit: number): readonly OriginalKey[] {
    return this.#database
      .prepare('SELECT reference, digest FROM originals WHERE kept = 0 AND at < ? ORDER BY at LIMIT ?')
      .all(before, limit) as OriginalKey[];
  }

  drop({ reference, digest }: OriginalKey): void {
    this.#database.prepare('DELETE FROM originals WHERE reference = ? AND digest = ?').run(reference, digest);
  }

  /** Erases what was stored for an invoice, for good. @param reference the fingerprint in its entry. */
  erase(reference: string): void {
    const { changes } = this.#database.prepare('DELETE FROM originals WHERE reference = ?').run(reference);
    // The write-ahead log still holds the bytes until it is taken in.
    if (changes > 0) this.#database.pragma('wal_checkpoint(TRUNCATE)');
  }

  close(): void {
    this.#database.close();
  }
}

function placeOf({ reference, digest }: OriginalKey): string {
  return `${reference}\n${digest}`;
}
