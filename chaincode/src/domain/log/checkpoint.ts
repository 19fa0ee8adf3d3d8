import { digestFromBase64, digestToBase64, type Digest } from '../encoding/digest';
import { LedgerError } from '../errors';
import { parseCount } from './decimal-count';

/** The head of a log: C2SP tlog-checkpoint. */
export interface Checkpoint {
  /** The log's name, unique in the world. */
  readonly origin: string;
  /** Number of leaves. */
  readonly size: number;
  readonly root: Digest;
  /** Lines after the root; ours write none, others may. */
  readonly extensions?: readonly string[];
}

/**
 * Reads the text of a checkpoint's note; signatures are `openNote`'s matter.
 * @throws LedgerError NOTE_MALFORMED
 */
export function parseCheckpoint(text: string): Checkpoint {
  const lines = text.endsWith('\n') ? text.slice(0, -1).split('\n') : [];
  const [origin = '', sizeLine = '', rootLine = '', ...extensions] = lines;
  const size = parseCount(sizeLine);
  const root = digestFromBase64(rootLine);
  if (origin === '' || size === undefined || root === undefined || extensions.includes('')) {
    throw new LedgerError('NOTE_MALFORMED', { wanted: 'a checkpoint: origin, size, root, each on a line' });
  }
  return extensions.length === 0 ? { origin, size, root } : { origin, size, root, extensions };
}

/** The text of a checkpoint, to be signed. */
export function formatCheckpoint({ origin, size, root, extensions = [] }: Checkpoint): string {
  return [origin, String(size), digestToBase64(root), ...extensions].map((line) => `${line}\n`).join('');
}
