import { digestFromBase64, digestToBase64, type Digest } from '../encoding/digest';
import { LedgerError } from '../errors';
import { bytesFromBase64, bytesToBase64 } from '../encoding/base64';
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

/**
 * Reads a proof; neither path nor signatures are checked here.
 * @throws LedgerError PROOF_MALFORMED
 */
export function parseTlogProof(text: string): TlogProof {
  const end = text.indexOf('\n\n');
  if (end < 0) throw malformed('a blank line before the checkpoint');
  const lines = text.slice(0, end).split('\n');
  if (lines.shift() !== FIRST_LINE) throw malformed(FIRST_LINE);
  const extra = lines[0]?.startsWith(EXTRA) === true ? parseExtra(lines.shift() as string) : undefined;
  const index = parseIndex(lines.shift() ?? '');
  if (lines.length > MAX_PATH) throw malformed(`at most ${String(MAX_PATH)} hashes`);
  const checkpoint = text.slice(end + 2);
  if (checkpoint === '') throw malformed('a checkpoint');
  const proof = { index, path: lines.map(parseHash), checkpoint };
  return extra === undefined ? proof : { extra, ...proof };
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

function parseHash(line: string): Digest {
  const hash = digestFromBase64(line);
  if (hash === undefined) throw malformed('one SHA-256 hash in base64 a line');
  return hash;
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
