import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LedgerError, parseStrictJson, type JsonValue } from '@lianpiao/chaincode/domain';
import { writeWhole } from '../crypto/write-whole';

/** `<data>/trust/<version>.json`: every version of the signed trust file that was ever published. */
function trustFolder(folder: string): string {
  return join(folder, 'trust');
}

const FILE = /^([1-9]\d{0,14})\.json$/;

/** The newest version that is published; undefined when none is. */
export function newestTrustVersion(folder: string): number | undefined {
  return publishedVersions(folder).at(-1);
}

/** Oldest first. */
function publishedVersions(folder: string): number[] {
  const path = trustFolder(folder);
  if (!existsSync(path)) return [];
  const versions = readdirSync(path).flatMap((name) => FILE.exec(name)?.[1] ?? []);
  return versions.map(Number).sort((left, right) => left - right);
}

/** Every published version as a path in the data folder, oldest first. */
export function publishedTrustFiles(folder: string): string[] {
  return publishedVersions(folder).map((version) => `trust/${String(version)}.json`);
}

/** @throws LedgerError NOT_FOUND when that version was never published. */
export function readTrustVersion(folder: string, version: string): JsonValue {
  const path = join(trustFolder(folder), `${version}.json`);
  if (!FILE.test(`${version}.json`) || !existsSync(path)) throw new LedgerError('NOT_FOUND');
  return parseStrictJson(readFileSync(path, 'utf8'));
}

/** Publishes a version: from now on the gateway serves it. */
export function storeTrustVersion(folder: string, version: number, file: JsonValue): void {
  mkdirSync(trustFolder(folder), { recursive: true, mode: 0o755 });
  writeWhole(join(trustFolder(folder), `${String(version)}.json`), `${JSON.stringify(file, null, 2)}\n`);
}
