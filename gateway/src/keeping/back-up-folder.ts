import { copyFileSync, cpSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { LedgerError } from '@lianpiao/chaincode/domain';
import { openSnapshot } from '../ledger/embedded/verify';
import { isEncryptedDatabase, unlock } from '../stores/database-key';
import { SqliteDatabase, type Sqlite } from '../stores/sqlite-driver';
import { publishedTrustFiles } from '../trust/trust-folder';
import { describeFile, MANIFEST, manifestText, type BackedUpFile, type BackupManifest } from './backup-manifest';

/**
 * The databases of a backup, in the order in which they are copied while everything runs. Each is a copy of one moment, and
 * the order makes the moments fit: cursors (webhooks) and checkpoints (log) never lie beyond the ledger's end; the ledger
 * comes before its contents, because records without an entry give way but an entry without its record is a loss; API keys
 * and audit entries come after it, so that they hold what it names. What the workers make again by themselves is left out.
 */
export const BACKED_UP = [
  'webhooks',
  'sales',
  'dataspace',
  'originals',
  'log',
  'anchors',
  'ledger',
  'payloads',
  'access',
  'audit',
  'books',
] as const;

const BUSY_TIMEOUT_MS = 10_000;
const ALL_PAGES = 0x7fffffff;

export interface BackupOptions {
  readonly data: string;
  /** A folder that is not there yet. */
  readonly target: string;
  /** Where the private keys go, apart from the databases; without it they are not copied. */
  readonly keys?: string;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  readonly onFile?: (name: string) => void;
}

/**
 * Copies a data folder while gateway and workers go on. Everything is written beside the target and moved there at the end.
 * @throws LedgerError LEDGER_EXISTS when there is something at the target, NOT_FOUND when there is no ledger.
 */
export async function backUpFolder({ data, target, keys, clock, onFile }: BackupOptions): Promise<BackupManifest> {
  for (const folder of [target, keys]) refuseExisting(folder);
  if (!existsSync(join(data, 'ledger.db'))) throw new LedgerError('NOT_FOUND', { found: join(data, 'ledger.db') });
  const staging = partOf(target);
  const parts = [target, ...(keys === undefined ? [] : [keys])].map((folder) => [partOf(folder), folder] as const);
  const discard = (): void => {
    for (const [part] of parts) rmSync(part, { recursive: true, force: true });
  };
  discard();
  mkdirSync(staging, { recursive: true, mode: 0o700 });
  try {
    const files: BackedUpFile[] = [];
    // Trust files come last here, and before the keys: they name only keys that are there already.
    for (const name of [...databasesIn(data), ...publishedTrustFiles(data)]) {
      onFile?.(name);
      await copyFileOf(name, join(data, name), join(staging, name));
      files.push(await describeFile(staging, name));
    }
    // Last: a key is written before the ledger names it, and keys never change.
    if (keys !== undefined) copyKeys(join(data, 'keys'), partOf(keys));
    const manifest = { takenAt: new Date(clock()).toISOString(), ...chainOf(staging), files };
    writeFileSync(join(staging, MANIFEST), manifestText(manifest), { mode: 0o600, flush: true });
    for (const [part, folder] of parts) renameSync(part, folder);
    return manifest;
  } catch (error) {
    discard();
    throw error;
  }
}

function databasesIn(data: string): string[] {
  return BACKED_UP.map((store) => `${store}.db`).filter((name) => existsSync(join(data, name)));
}

/** Where a folder is written until it is whole. */
function partOf(folder: string): string {
  return `${folder.replace(/\/+$/, '')}.part`;
}

function refuseExisting(folder: string | undefined): void {
  if (folder !== undefined && existsSync(folder)) throw new LedgerError('LEDGER_EXISTS', { found: folder });
}

function copyFileOf(name: string, from: string, to: string): Promise<void> {
  if (name.endsWith('.db')) return copyDatabase(from, to);
  copyPlainFile(from, to);
  return Promise.resolve();
}

/** One step takes all pages, under one read lock: writers go on, and no writer makes it begin again. */
async function copyDatabase(from: string, to: string): Promise<void> {
  const database = new SqliteDatabase(from, { readonly: true, timeout: BUSY_TIMEOUT_MS });
  if (isEncryptedDatabase(from)) {
    copyEncrypted(database, from, to);
    return;
  }
  try {
    await database.backup(to, { progress: () => ALL_PAGES });
  } finally {
    database.close();
  }
  // One file without others beside it; whoever opens it for writing turns the write-ahead log on again.
  const copy = new SqliteDatabase(to);
  copy.pragma('journal_mode = DELETE');
  copy.close();
}

/** The copy is under the same key, which SQLite's online backup cannot give it; this is one read of one moment, too. */
function copyEncrypted(database: Sqlite, from: string, to: string): void {
  try {
    unlock(database, from);
    database.prepare('VACUUM INTO ?').run(to);
  } finally {
    database.close();
  }
}

/** A file that is never written again once it is there. */
export function copyPlainFile(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to);
}

/** The folder of the keys as it is, readable by its owner alone. */
export function copyKeys(from: string, to: string): void {
  mkdirSync(to, { recursive: true, mode: 0o700 });
  cpSync(from, to, { recursive: true });
}

/** What the copied ledger says of its end. */
function chainOf(folder: string): Pick<BackupManifest, 'entries' | 'lastBlock' | 'mirrored'> {
  const snapshot = openSnapshot(folder);
  try {
    const last = snapshot.ledger.prepare('SELECT hash FROM blocks ORDER BY number DESC LIMIT 1').pluck().get() as
      string | undefined;
    return { entries: snapshot.settled, lastBlock: last ?? '', mirrored: snapshot.mirrored };
  } finally {
    snapshot.close();
  }
}
