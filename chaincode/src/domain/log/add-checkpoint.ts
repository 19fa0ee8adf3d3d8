import { digestFromBase64, digestToBase64, type Digest } from '../encoding/digest';
import { LedgerError } from '../errors';
import { parseCount } from './decimal-count';

/** What a log asks of a witness (C2SP tlog-witness, `add-checkpoint`). */
export interface AddCheckpoint {
  /** Size of the log's checkpoint that the witness cosigned last; 0 for none. */
  readonly oldSize: number;
  /** RFC 6962 consistency path from there to the checkpoint. */
  readonly path: readonly Digest[];
  /** The signed checkpoint. */
  readonly note: string;
}

const OLD = 'old ';
/** C2SP tlog-witness: a client sends no more. */
export const MAX_CONSISTENCY_LINES = 63;

/**
 * Reads the body of an `add-checkpoint` request; nothing in it is verified.
 * @throws LedgerError BODY_MALFORMED.
 */
export function parseAddCheckpoint(body: string): AddCheckpoint {
  const end = body.indexOf('\n\n');
  const [first = '', ...hashes] = body.slice(0, Math.max(0, end)).split('\n');
  const oldSize = first.startsWith(OLD) ? parseCount(first.slice(OLD.length)) : undefined;
  if (oldSize === undefined) throw malformed('a line of "old" and a size');
  if (hashes.length > MAX_CONSISTENCY_LINES) throw malformed(`at most ${String(MAX_CONSISTENCY_LINES)} hashes`);
  const path = hashes.map((line) => {
    const hash = digestFromBase64(line);
    if (hash === undefined) throw malformed('one SHA-256 hash in base64 a line');
    return hash;
  });
  return { oldSize, path, note: body.slice(end + 2) };
}

/** The one body of a request. */
export function formatAddCheckpoint({ oldSize, path, note }: AddCheckpoint): string {
  return `${OLD}${String(oldSize)}\n${path.map((hash) => `${digestToBase64(hash)}\n`).join('')}\n${note}`;
}

function malformed(wanted: string): LedgerError {
  return new LedgerError('BODY_MALFORMED', { rule: 'tlog-witness', wanted });
}
