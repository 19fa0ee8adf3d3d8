import { bytesToHex } from '@noble/hashes/utils';
import { digestToBase64, type Digest } from '../encoding/digest';
import { LedgerError } from '../errors';
import { bytesFromBase64, bytesToBase64, readHash } from '../encoding/base64';
import { parseCount } from './decimal-count';

/** Proof that a leaf is in a log, to be checked offline: C2SP tlog-proof@v1. */
export interface TlogProof {
  /** Data of the application; nobody vouches for it. */
  readonly extra?: Uint8Array;
  readonly index: number;
  /** From the leaf's sibling to the root's child. */
  readonly path: readonly Digest[];
  /** The checkpoint's note as the log served it, with all its signatures. */
  readonly checkpoint: string;
}

const FIRST_LINE = 'c2sp.org/tlog-proof@v1';
const EXTRA = 'extra ';
const INDEX = 'index ';
/** A path has at most one hash for each bit of the log's size. */
const MAX_PATH = 64;
const HASH_A_LINE = 'one SHA-256 hash in base64 a line';

/** A proof as whoever verifies it needs it: the path as bytes, 32 a hash. */
export interface ReadTlogProof extends Omit<TlogProof, 'path'> {
  readonly path: Uint8Array;
}

const HASH_BYTES = 32;
/** A hash in base64, and a line feed. */
const HASH_LINE = 45;

/**
 * Reads a proof; neither path nor signatures are checked here.
 * @throws LedgerError PROOF_MALFORMED
 */
export function readTlogProof(text: string): ReadTlogProof {
  const end = text.indexOf('\n\n');
  if (end < 0) throw malformed('a blank line before the checkpoint');
  const lines = text.slice(0, end).split('\n', 3);
  if (lines.shift() !== FIRST_LINE) throw malformed(FIRST_LINE);
  const extraLine = lines[0]?.startsWith(EXTRA) === true ? (lines.shift() as string) : undefined;
  const extra = extraLine === undefined ? undefined : parseExtra(extraLine);
  const indexLine = lines[0] ?? '';
  const index = parseIndex(indexLine);
  const start = FIRST_LINE.length + 1 + (extraLine === undefined ? 0 : extraLine.length + 1) + indexLine.length + 1;
  const path = readPath(text, start, end + 1);
  const checkpoint = text.slice(end + 2);
  if (checkpoint === '') throw malformed('a checkpoint');
  return extra === undefined ? { index, path, checkpoint } : { extra, index, path, checkpoint };
}

/** The hashes between two places of the text, one a line. */
function readPath(text: string, start: number, end: number): Uint8Array {
  const count = (end - start) / HASH_LINE;
  if (count > MAX_PATH) throw malformed(`at most ${String(MAX_PATH)} hashes`);
  if (!Number.isInteger(count)) throw malformed(HASH_A_LINE);
  const path = new Uint8Array(count * HASH_BYTES);
  for (let place = 0, at = start; place < count; place += 1, at += HASH_LINE) {
    if (!readHash(text, at, path, place * HASH_BYTES) || text[at + HASH_LINE - 1] !== '\n') throw malformed(HASH_A_LINE);
  }
  return path;
}

/**
 * The same with the path's hashes in hexadecimal.
 * @throws LedgerError PROOF_MALFORMED
 */
export function parseTlogProof(text: string): TlogProof {
  const { path, ...proof } = readTlogProof(text);
  const hex = bytesToHex(path);
  return {
    ...proof,
    path: Array.from({ length: hex.length / 64 }, (_, place) => hex.slice(place * 64, (place + 1) * 64) as Digest),
  };
}

function parseExtra(line: string): Uint8Array {
  const bytes = bytesFromBase64(line.slice(EXTRA.length));
  if (bytes === undefined || bytes.length === 0) throw malformed('extra data in base64');
  return bytes;
}

function parseIndex(line: string): number {
  const index = line.startsWith(INDEX) ? parseCount(line.slice(INDEX.length)) : undefined;
  if (index === undefined) throw malformed('an index line');
  return index;
}

function malformed(wanted: string): LedgerError {
  return new LedgerError('PROOF_MALFORMED', { wanted });
}

/** The one text of a proof. */
export function formatTlogProof({ extra, index, path, checkpoint }: TlogProof): string {
  const extraLine = extra === undefined ? '' : `${EXTRA}${bytesToBase64(extra)}\n`;
  const hashes = path.map((hash) => `${digestToBase64(hash)}\n`).join('');
  return `${FIRST_LINE}\n${extraLine}${INDEX}${String(index)}\n${hashes}\n${checkpoint}`;
}
