import { randomBytes } from 'node:crypto';
import { existsSync, renameSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { readSecret, writeSecret } from '../crypto/keys';
import { SqliteDatabase, type Sqlite } from './sqlite-driver';

/**
 * The databases that hold taxpayer ids, amounts or addresses in clear, because lists, sums and limits need them. The others
 * hold commitments and ciphertext, and stand in the way of every invoice: they stay as they are. So does `originals.db`: each
 * document in it is sealed under `originals.key`; in clear stand its SHA-256 and the fingerprint that the ledger has as well.
 */
export const ENCRYPTED_DATABASES = [
  'access.db',
  'books.db',
  'dataspace.db',
  'index.db',
  'life.db',
  'reconciliation.db',
  'sales.db',
  'sessions.db',
  'statistics.db',
  'webhooks.db',
] as const;

const KEY_BYTES = 32;
const KEY_FILE = 'databases.key';
const NEXT_KEY_FILE = 'databases.next.key';
/** Whoever has a database open keeps it open: there is nothing to wait for. */
const REKEY_TIMEOUT_MS = 100;

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
  if (isEncryptedDatabase(path)) database.pragma(`key = "${keyLiteral(keyFile(dirname(path)))}"`);
}

/** Encrypts a database that was in clear; nobody else may have it open. */
export function encryptDatabase(database: Sqlite, folder: string): void {
  rekey(database, keyFile(folder));
}

function rekey(database: Sqlite, file: string): void {
  // A change of keys rewrites every page, which the write-ahead log does not allow.
  database.pragma('journal_mode = DELETE');
  database.pragma(`rekey = "${keyLiteral(file)}"`);
  database.pragma('journal_mode = WAL');
}

/**
 * Puts a folder's encrypted databases under a new key; nobody else may have them open. After an interruption the next call goes on:
 * until the last one is done, the new key lies beside the old one.
 * @returns the databases that were rewritten.
 * @throws Error when one is in use, or opens with neither key; nothing else is touched then.
 */
export function rotateDatabaseKey(folder: string): string[] {
  const next = join(folder, 'keys', NEXT_KEY_FILE);
  if (!existsSync(next)) writeSecret(next, randomBytes(KEY_BYTES));
  const there = ENCRYPTED_DATABASES.filter((name) => existsSync(join(folder, name)));
  const old = there.filter((name) => !opensWith(join(folder, name), next));
  for (const name of old) {
    const database = new SqliteDatabase(join(folder, name), { timeout: REKEY_TIMEOUT_MS });
    try {
      database.pragma(`key = "${keyLiteral(keyFile(folder))}"`);
      rekey(database, next);
    } finally {
      database.close();
    }
  }
  renameSync(next, keyFile(folder));
  return old;
}

function opensWith(path: string, file: string): boolean {
  const database = new SqliteDatabase(path, { readonly: true });
  try {
    database.pragma(`key = "${keyLiteral(file)}"`);
    database.prepare('SELECT count(*) FROM sqlite_schema').get();
    return true;
  } catch {
    return false;
  } finally {
    database.close();
  }
}

/** Whether a database of a data folder is opened with the folder's key. */
export function isEncryptedDatabase(path: string): boolean {
  return (ENCRYPTED_DATABASES as readonly string[]).includes(basename(path)) && hasEncryptedDatabases(dirname(path));
}

/** As 32 bytes and not as a passphrase: nothing has to be stretched. */
function keyLiteral(file: string): string {
  return `x'${readSecret(file).toString('hex')}'`;
}
