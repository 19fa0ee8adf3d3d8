import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { readSecret, writeSecret } from '../crypto/keys';
import type { Sqlite } from './sqlite-driver';

/**
 * The databases that hold taxpayer ids, amounts or addresses in clear, because lists, sums and limits need them. The others
 * hold commitments and ciphertext, and stand in the way of every invoice: they stay as they are.
 */
export const ENCRYPTED_DATABASES = [
  'access.db',
  'books.db',
  'index.db',
  'reconciliation.db',
  'sales.db',
  'statistics.db',
  'webhooks.db',
] as const;

const KEY_BYTES = 32;
const KEY_FILE = 'databases.key';

function keyFile(folder: string): string {
  return join(folder, 'keys', KEY_FILE);
}

/** Whether the databases of a folder are encrypted: decided when it is made, or by `lianpiao secrets encrypt-databases`. */
export function hasEncryptedDatabases(folder: string): boolean {
  return existsSync(keyFile(folder));
}

/** Makes the key of a folder's databases. @throws Error when there is one. */
export function makeDatabaseKey(folder: string): void {
  writeSecret(keyFile(folder), randomBytes(KEY_BYTES));
}

/**
 * Opens an encrypted database with the folder's key, before anything is read from it; leaves others alone. Pages, and the
 * write-ahead log with them, are encrypted and authenticated (ChaCha20-Poly1305, a nonce a page: SQLite3 Multiple Ciphers).
 */
export function unlock(database: Sqlite, path: string): void {
  if (isEncryptedDatabase(path)) database.pragma(`key = "${keyLiteral(dirname(path))}"`);
}

/** Encrypts a database that was in clear; nobody else may have it open. */
export function encryptDatabase(database: Sqlite, folder: string): void {
  // A change of keys rewrites every page, which the write-ahead log does not allow.
  database.pragma('journal_mode = DELETE');
  database.pragma(`rekey = "${keyLiteral(folder)}"`);
  database.pragma('journal_mode = WAL');
}

/** Whether a database of a data folder is opened with the folder's key. */
export function isEncryptedDatabase(path: string): boolean {
  return (ENCRYPTED_DATABASES as readonly string[]).includes(basename(path)) && hasEncryptedDatabases(dirname(path));
}

/** As 32 bytes and not as a passphrase: nothing has to be stretched. */
function keyLiteral(folder: string): string {
  return `x'${readSecret(keyFile(folder)).toString('hex')}'`;
}
