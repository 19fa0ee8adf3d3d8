import { closeSync, openSync, readSync, statSync } from 'node:fs';
import type { StatusAsk, TrustFile } from '@lianpiao/chaincode/domain';
import { nodeSignatures } from '../crypto/log-keys';
import type { PackageSource } from '../evidence/open-package';
import { verifyPackage, type PackageReport } from '../evidence/verify-package';

/** The verdict on one evidence package. */
export interface PackageFileReport extends PackageReport {
  readonly file: string;
}

/** True for a file that begins as a ZIP file does. Pipes are not looked into: what was read of one is gone. */
export function isPackageFile(file: string): boolean {
  try {
    return statSync(file).isFile() && withFile(file, startsAsZip);
  } catch {
    // What cannot be read is said by whoever reads it.
    return false;
  }
}

function startsAsZip(descriptor: number): boolean {
  const start = Buffer.alloc(2);
  return readSync(descriptor, start, 0, start.length, 0) === start.length && start.toString('latin1') === 'PK';
}

/** Judges one evidence package from its file and a trust file alone. Never throws for what a package holds. */
export async function checkPackageFile(file: string, trust: TrustFile | undefined, ask?: StatusAsk): Promise<PackageFileReport> {
  const descriptor = openSync(file, 'r');
  try {
    return { file, ...(await verifyPackage(sourceOf(file, descriptor), trust, nodeSignatures, ask)) };
  } finally {
    closeSync(descriptor);
  }
}

/** Reads where it is asked to: a package is never in memory as a whole. */
function sourceOf(file: string, descriptor: number): PackageSource {
  return {
    size: statSync(file).size,
    read: (offset, length) => {
      const bytes = Buffer.alloc(length);
      return Promise.resolve(bytes.subarray(0, readSync(descriptor, bytes, 0, length, offset)));
    },
  };
}

function withFile<Result>(file: string, read: (descriptor: number) => Result): Result {
  const descriptor = openSync(file, 'r');
  try {
    return read(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
