import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalJson, hasher, LedgerError } from '@lianpiao/chaincode/domain';
import { markKeysComplete } from '../../crypto/keys';
import { verifyLedger, type LedgerReport } from '../embedded/verify';
import { broken, readFrames } from './archive-frames';
import { ArchiveImport } from './archive-import';
import type { Opener } from './archive-key';
import { unpackHeader, type ArchiveHeader } from './archive-pages';

export interface ImportOptions {
  readonly file: string;
  /** A folder that is not there, or empty. */
  readonly folder: string;
  readonly opener: Opener;
  /** The operator's public key (SPKI, base64) and the log's verifier keys from a source that is trusted; the archive's own when absent. */
  readonly operatorKey?: string;
  readonly logKeys?: readonly string[];
  readonly onProgress?: (done: number, total: number) => void;
}

export interface ImportReport {
  readonly header: ArchiveHeader;
  /** Entries that an import before had written already. */
  readonly resumedFrom: number;
  readonly verified: LedgerReport;
}

const MARKER = 'import.json';

/**
 * Makes a ledger's folder from an archive. Everything is executed and written in `<folder>.importing`, verified there as
 * `ledger verify` does, and moved into its place at the end: nobody opens half of a ledger. What a broken-off import of the
 * same archive has written is gone on with. The folder's records get a key of its own; private keys come from the archive
 * only when it has them, and a gateway on the folder makes none that are missing.
 * @throws LedgerError LEDGER_EXISTS, ARCHIVE_BROKEN, ARCHIVE_UNSUPPORTED, ARCHIVE_KEY_WRONG, LEDGER_BROKEN.
 */
export async function importLedger(options: ImportOptions): Promise<ImportReport> {
  requireEmpty(options.folder);
  const staging = `${options.folder.replace(/\/+$/, '')}.importing`;
  const frames = readFrames(options.file);
  const first = frames.next();
  if (first.done === true) throw broken('truncated', 1);
  const header = unpackHeader(first.value);
  const operatorKey = options.operatorKey ?? header.operatorKey;
  if (operatorKey === '') throw new LedgerError('FIELD_MISSING', { path: '/operatorKey' });
  claim(staging, header);
  const archive = new ArchiveImport({ ...options, folder: staging, header, operatorKey });
  try {
    await archive.run(frames);
  } finally {
    archive.close();
  }
  const verified = verify(staging, operatorKey, options.logKeys ?? header.logKey.split(' ').filter((vkey) => vkey !== ''));
  settle(staging, options.folder);
  return { header, resumedFrom: archive.resumedFrom, verified };
}

function requireEmpty(folder: string): void {
  if (existsSync(folder) && readdirSync(folder).length > 0) throw new LedgerError('LEDGER_EXISTS', { found: folder });
}

/** The staging folder belongs to one archive. @throws LedgerError LEDGER_EXISTS. */
function claim(staging: string, header: ArchiveHeader): void {
  const archive = hasher().sha256(canonicalJson({ ...header }));
  const marker = join(staging, MARKER);
  if (!existsSync(staging)) {
    mkdirSync(staging, { recursive: true, mode: 0o700 });
    writeFileSync(marker, JSON.stringify({ archive }), { mode: 0o600, flush: true });
    return;
  }
  const found = existsSync(marker) ? (JSON.parse(readFileSync(marker, 'utf8')) as { archive: string }).archive : undefined;
  if (found !== archive) throw new LedgerError('LEDGER_EXISTS', { found: staging, rule: 'another-import' });
}

/** @throws LedgerError LEDGER_BROKEN with the first part that is bad. */
function verify(staging: string, operatorKey: string, logKeys: readonly string[]): LedgerReport {
  const verified = verifyLedger({ folder: staging, operatorKey, ...(logKeys.length === 0 ? {} : { logKeys }) });
  const bad = verified.parts.find(({ finding }) => finding !== undefined);
  if (bad !== undefined) throw new LedgerError('LEDGER_BROKEN', { path: `/${bad.part}`, found: bad.finding?.cause ?? '' });
  return verified;
}

function settle(staging: string, folder: string): void {
  markKeysComplete(join(staging, 'keys'));
  rmSync(join(staging, MARKER));
  if (existsSync(folder)) rmdirSync(folder);
  renameSync(staging, folder);
}
