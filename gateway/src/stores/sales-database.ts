import { createHmac, createSecretKey, hkdfSync, randomBytes, type KeyObject } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findOrMakeSecret } from '../crypto/keys';
import { openSqlite, type Sqlite } from './sqlite';

/**
 * In clear is what lists, sums and limits need: who, when, how much, which state. Lines, order reference, payment and claim
 * code are encrypted; order references and codes are found by their HMAC.
 */
const SCHEMA = `
  CREATE TABLE IF NOT EXISTS sales (
    place INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, seller TEXT NOT NULL, caller TEXT NOT NULL, till TEXT NOT NULL,
    reference BLOB NOT NULL, code BLOB NOT NULL UNIQUE, day TEXT NOT NULL, created_at INTEGER NOT NULL, expires_at INTEGER NOT NULL,
    net TEXT NOT NULL, tax TEXT NOT NULL, gross TEXT NOT NULL, issuing_until INTEGER NOT NULL DEFAULT 0, cancelled_at INTEGER,
    number TEXT, invoiced_at INTEGER, content BLOB);
  CREATE UNIQUE INDEX IF NOT EXISTS sales_reference ON sales (seller, reference);
  CREATE INDEX IF NOT EXISTS sales_seller ON sales (seller, place);
  CREATE INDEX IF NOT EXISTS sales_day ON sales (seller, day, place);
  CREATE INDEX IF NOT EXISTS sales_till ON sales (till, day, place);
  CREATE INDEX IF NOT EXISTS sales_number ON sales (number) WHERE number IS NOT NULL;
  CREATE TABLE IF NOT EXISTS refunds (
    place INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, sale INTEGER NOT NULL, seller TEXT NOT NULL, reference BLOB NOT NULL,
    day TEXT NOT NULL, created_at INTEGER NOT NULL, gross TEXT NOT NULL, content BLOB);
  CREATE UNIQUE INDEX IF NOT EXISTS refunds_sale ON refunds (sale, reference);
  CREATE INDEX IF NOT EXISTS refunds_seller ON refunds (seller, place);
  CREATE INDEX IF NOT EXISTS refunds_day ON refunds (seller, day, place);
`;

export interface SalesDatabase {
  readonly database: Sqlite;
  /** Encrypts contents; it lies apart from the database. */
  readonly key: KeyObject;
  /** What an order reference or a claim code is found by: without the key nobody can try them against the database. */
  readonly fingerprint: (kind: 'code' | 'refund' | 'reference', text: string) => Buffer;
  /** The token that opens an invoice for whoever claimed it; derived, so that nothing is kept. */
  readonly holderToken: (sale: string, number: string) => string;
}

/** Opens `sales.db`; durable, because a receipt with a claim code has been printed when it answers. */
export function openSalesDatabase(folder: string): SalesDatabase {
  const path = join(folder, 'sales.db');
  // A ledger may be older than its sales: the key is lost only when there is something that it opens.
  const secret = findOrMakeSecret(join(folder, 'keys', 'sales.key'), () => randomBytes(32), existsSync(path));
  const database = openSqlite(path, 'FULL');
  // Erased bytes are overwritten, not only unlinked.
  database.pragma('secure_delete = ON');
  database.exec(SCHEMA);
  const derived = (purpose: string): Buffer => Buffer.from(hkdfSync('sha256', secret, '', `lianpiao sales ${purpose} v1`, 32));
  const [fingerprints, holders] = [derived('fingerprint'), derived('holder')];
  return {
    database,
    key: createSecretKey(secret),
    fingerprint: (kind, text) => createHmac('sha256', fingerprints).update(`${kind}\n${text}`).digest(),
    holderToken: (sale, number) => `lph_${createHmac('sha256', holders).update(`${sale}\n${number}`).digest('base64url')}`,
  };
}
