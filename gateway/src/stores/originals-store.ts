import { createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { findOrMakeSecret } from '../crypto/keys';
import { openSecret, sealSecret } from './secret-box';
import { openSqlite, type Sqlite } from './sqlite';

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
/** The largest document that is read: what is unpacked was one. */
const MAX_BYTES = 10 * 1024 * 1024;

/**
 * The documents that invoices were issued from, byte for byte, compressed and encrypted. One is stored before its invoice is
 * asked for, so that no invoice is without it; what became of no invoice is swept out later.
 */
export class OriginalsStore {
  readonly #database: Sqlite;
  readonly #key: KeyObject;

  constructor(folder: string) {
    const path = join(folder, 'originals.db');
    this.#key = createSecretKey(findOrMakeSecret(join(folder, 'keys', 'originals.key'), () => randomBytes(32), existsSync(path)));
    this.#database = openSqlite(path, 'FULL');
    // Erased bytes are overwritten, not only unlinked.
    this.#database.pragma('secure_delete = ON');
    this.#database.exec(SCHEMA);
  }

  /** Stores an original, durable on return. @param at milliseconds since 1970. */
  put(key: OriginalKey, bytes: Uint8Array, at: number): void {
    const content = sealSecret(this.#key, placeOf(key), deflateRawSync(bytes).toString('base64'));
    this.#database
      .prepare(
        'INSERT INTO originals (reference, digest, at, content) VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET at = excluded.at',
      )
      .run(key.reference, key.digest, at, content);
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
    const packed = Buffer.from(openSecret(this.#key, placeOf(key), row.content), 'base64');
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
