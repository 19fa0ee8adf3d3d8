import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { LedgerError } from '@lianpiao/chaincode/domain';
import { markKeysComplete } from '../crypto/keys';
import { verifyLedger, type LedgerReport } from '../ledger/embedded/verify';
import { copyKeys, copyPlainFile } from './back-up-folder';
import { checkFiles, readManifest, type BackupManifest } from './backup-manifest';
import { putHold } from './hold';

export interface RestoreOptions {
  readonly backup: string;
  /** The folder of the private keys, from wherever they are kept. */
  readonly keys: string;
  /** A folder that is not there, or empty. */
  readonly data: string;
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Makes a data folder from a backup: its files are compared with the manifest, copied beside the folder, executed and verified
 * there, and moved into place. The ledger is held until {@link proveLedger} has shown that nobody has seen more of it.
 * @throws LedgerError LEDGER_EXISTS, NOT_FOUND, BACKUP_BROKEN, LEDGER_BROKEN; nothing is left in the folder then.
 */
export async function restoreFolder(options: RestoreOptions): Promise<{ manifest: BackupManifest; verified: LedgerReport }> {
  const { backup, keys, data } = options;
  if (existsSync(data) && readdirSync(data).length > 0) throw new LedgerError('LEDGER_EXISTS', { found: data });
  const manifest = readManifest(backup);
  await checkFiles(backup, manifest);
  const staging = `${data.replace(/\/+$/, '')}.restoring`;
  rmSync(staging, { recursive: true, force: true });
  mkdirSync(staging, { recursive: true, mode: 0o700 });
  try {
    for (const { name } of manifest.files) copyPlainFile(join(backup, name), join(staging, name));
    copyKeys(keys, join(staging, 'keys'));
    // From here on a key that is missing is a loss, and none is made in its place.
    markKeysComplete(join(staging, 'keys'));
    const verified = verify(staging, options);
    if (!manifest.mirrored) putHold(staging, { reason: 'unproven', entries: manifest.entries });
    if (existsSync(data)) rmSync(data, { recursive: true });
    renameSync(staging, data);
    return { manifest, verified };
  } catch (error) {
    rmSync(staging, { recursive: true, force: true });
    throw error;
  }
}

/** @throws LedgerError LEDGER_BROKEN with the first part that is bad, or that a missing key leaves unknown. */
function verify(folder: string, { onProgress }: RestoreOptions): LedgerReport {
  const report = verifyLedger({ folder, ...(onProgress === undefined ? {} : { onProgress }) });
  const bad = report.parts.find(({ finding }) => finding !== undefined);
  if (bad !== undefined) throw new LedgerError('LEDGER_BROKEN', { path: `/${bad.part}`, found: bad.finding?.cause ?? '' });
  const unknown = report.parts.find(({ result }) => result === 'unknown');
  if (unknown !== undefined) throw new LedgerError('LEDGER_BROKEN', { path: `/${unknown.part}`, found: unknown.why ?? '' });
  return report;
}
