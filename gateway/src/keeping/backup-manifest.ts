import { createHash } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { canonicalJson, LedgerError } from '@lianpiao/chaincode/domain';
import { errorCode } from '../error-code';

export const MANIFEST = 'backup.json';
const VERSION = 1;
const FILE_NAME = /^(?:[a-z]+\.db|trust\/[1-9]\d{0,14}\.json)$/;

/** A copied file as it has to be. */
export interface BackedUpFile {
  /** `NAME.db`, or `trust/VERSION.json`; nothing else is read from a backup. */
  readonly name: string;
  readonly bytes: number;
  /** SHA-256, hexadecimal. */
  readonly digest: string;
}

/** What a backup says of itself: `backup.json` beside its files. It guards against damage, not against forgers. */
export interface BackupManifest {
  /** RFC 3339, UTC. */
  readonly takenAt: string;
  /** Entries of the copied ledger, and the hash of its last block. */
  readonly entries: number;
  readonly lastBlock: string;
  /** True for the mirror of a Fabric channel: it catches up from its peer. */
  readonly mirrored: boolean;
  readonly files: readonly BackedUpFile[];
}

export function manifestText({ takenAt, entries, lastBlock, mirrored, files }: BackupManifest): string {
  const listed = files.map(({ name, bytes, digest }) => ({ name, bytes, digest }));
  return `${canonicalJson({ version: VERSION, takenAt, entries, lastBlock, mirrored, files: listed })}\n`;
}

/** @throws LedgerError NOT_FOUND without a manifest, BACKUP_BROKEN for one that cannot be read. */
export function readManifest(folder: string): BackupManifest {
  const path = join(folder, MANIFEST);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') throw new LedgerError('NOT_FOUND', { found: path });
    throw error;
  }
  const manifest = parse(text);
  if (manifest?.version !== VERSION)
    throw new LedgerError('BACKUP_BROKEN', { path: MANIFEST, wanted: `version ${String(VERSION)}` });
  return manifest;
}

function parse(text: string): (BackupManifest & { readonly version: unknown }) | undefined {
  try {
    const value = JSON.parse(text) as BackupManifest & { readonly version: unknown };
    return Array.isArray(value.files) && value.files.every(isFile) && Number.isSafeInteger(value.entries) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isFile(file: Partial<BackedUpFile> | null): boolean {
  return FILE_NAME.test(file?.name ?? '') && typeof file?.bytes === 'number' && typeof file.digest === 'string';
}

/** A file's size and digest as they are now. */
export async function describeFile(folder: string, name: string): Promise<BackedUpFile> {
  const digest = createHash('sha256');
  let bytes = 0;
  await pipeline(createReadStream(join(folder, name)), async (parts: AsyncIterable<Buffer>) => {
    for await (const part of parts) {
      digest.update(part);
      bytes += part.length;
    }
  });
  return { name, bytes, digest: digest.digest('hex') };
}

/** @throws LedgerError BACKUP_BROKEN naming the first file that is missing, cut short or changed. */
export async function checkFiles(folder: string, { files }: BackupManifest): Promise<void> {
  for (const wanted of files) {
    const found = await describeFile(folder, wanted.name).catch((error: unknown) => {
      if (errorCode(error) !== 'ENOENT') throw error;
      return undefined;
    });
    if (found === undefined) throw new LedgerError('BACKUP_BROKEN', { path: wanted.name, found: 'nothing' });
    if (found.bytes !== wanted.bytes || found.digest !== wanted.digest) {
      const size = `${String(found.bytes)} bytes, SHA-256 ${found.digest}`;
      throw new LedgerError('BACKUP_BROKEN', {
        path: wanted.name,
        found: size,
        wanted: `${String(wanted.bytes)} bytes, SHA-256 ${wanted.digest}`,
      });
    }
  }
}
