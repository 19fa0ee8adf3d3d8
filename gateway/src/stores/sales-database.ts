import { createHmac, hkdfSync } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readSecret, writeSecret } from '../crypto/keys';
import type { SealedColumn } from './reseal-column';
import { openSqlite, type Sqlite } from './sqlite';
import { StorageKeys } from './storage-keys';

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
  CREATE TABLE IF NOT EXISTS late_payments (sale INTEGER PRIMARY KEY, paid_at INTEGER, content BLOB);
  CREATE TABLE IF NOT EXISTS handovers (
    place INTEGER PRIMARY KEY AUTOINCREMENT, number TEXT NOT NULL, company TEXT NOT NULL, handed_at INTEGER NOT NULL);
  CREATE UNIQUE INDEX IF NOT EXISTS handovers_number ON handovers (number, company);
  CREATE INDEX IF NOT EXISTS handovers_company ON handovers (company, place);
  CREATE TABLE IF NOT EXISTS refunds (
    place INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, sale INTEGER NOT NULL, seller TEXT NOT NULL, reference BLOB NOT NULL,
    day TEXT NOT NULL, created_at INTEGER NOT NULL, gross TEXT NOT NULL, content BLOB);
  CREATE UNIQUE INDEX IF NOT EXISTS refunds_sale ON refunds (sale, reference);
  CREATE INDEX IF NOT EXISTS refunds_seller ON refunds (seller, place);
  CREATE INDEX IF NOT EXISTS refunds_day ON refunds (seller, day, place);
`;

/** What keys are derived for that can not be replaced: codes on paper and tokens in people's hands are found by them. */
const PURPOSES = ['fingerprint', 'holder'] as const;

export interface SalesDatabase {
  readonly database: Sqlite;
  /** Encrypt contents; they lie apart from the database. */
  readonly keys: StorageKeys;
  /** What an order reference or a claim code is found by: without the key nobody can try them against the database. */
  readonly fingerprint: (kind: 'code' | 'refund' | 'reference', text: string) => Buffer;
  /** The token that opens an invoice for whoever claimed it; derived, so that nothing is kept. */
  readonly holderToken: (sale: string, number: string) => string;
}

/** Opens `sales.db`; durable, because a receipt with a claim code has been printed when it answers. */
export function openSalesDatabase(folder: string): SalesDatabase {
  const path = join(folder, 'sales.db');
  // A ledger may be older than its sales: the key is lost only when there is something that it opens.
  const keys = new StorageKeys({ folder, stem: 'sales', make: true, needed: existsSync(path) });
  const database = openSqlite(path, 'FULL');
  // Erased bytes are overwritten, not only unlinked.
  database.pragma('secure_delete = ON');
  database.exec(SCHEMA);
  const [fingerprints, holders] = PURPOSES.map((purpose) => lookupKey(folder, keys, purpose)) as [Buffer, Buffer];
  return {
    database,
    keys,
    fingerprint: (kind, text) => createHmac('sha256', fingerprints).update(`${kind}\n${text}`).digest(),
    holderToken: (sale, number) => `lph_${createHmac('sha256', holders).update(`${sale}\n${number}`).digest('base64url')}`,
  };
}

/** Contents of `sales.db`, for a rotation of its keys. */
export const SEALED_SALES: readonly SealedColumn[] = [
  { table: 'sales', column: 'content', order: 'place', place: "'sale-' || id" },
  { table: 'refunds', column: 'content', order: 'place', place: "'refund-' || id" },
  {
    table: 'late_payments',
    column: 'content',
    order: 'sale',
    place: "(SELECT 'sale-' || id || '-payment' FROM sales WHERE place = late_payments.sale)",
  },
];

/** Makes the next key of the contents; what sales are found by stays as it is, in files of its own. */
export function rotateSalesKey(folder: string, keys: StorageKeys): number {
  for (const purpose of PURPOSES) {
    const path = lookupPath(folder, purpose);
    if (!existsSync(path)) writeSecret(path, lookupKey(folder, keys, purpose));
  }
  return keys.rotate();
}

/** Derived from the first key, until a rotation gives it a file of its own. */
function lookupKey(folder: string, keys: StorageKeys, purpose: (typeof PURPOSES)[number]): Buffer {
  const path = lookupPath(folder, purpose);
  if (keys.isRotated || existsSync(path)) return readSecret(path);
  return Buffer.from(hkdfSync('sha256', keys.newest, '', `lianpiao sales ${purpose} v1`, 32));
}

function lookupPath(folder: string, purpose: string): string {
  return join(folder, 'keys', `sales-${purpose}.key`);
}
