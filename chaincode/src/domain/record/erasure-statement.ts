import { digestFromBase64, digestToBase64, type Digest } from '../encoding/digest';
import { LedgerError } from '../errors';
import { parseCount } from '../log/decimal-count';

/** The kind of act by which a holder of a record says that it has erased it. */
export const ATTESTATION_ACT = 'erasure.attested';

/** What a holder of a record signs when it has erased it. docs/formats.md, "Attestations of erasure". */
export interface ErasureStatement {
  /** Origin of the log. */
  readonly log: string;
  /** The entry's index in the log, and its leaf hash. */
  readonly index: number;
  readonly leaf: Digest;
  /** Stores of the holder that were looked at and do not have the record any more, by short names. */
  readonly stores: readonly string[];
}

const FIRST_LINE = 'lianpiao-erasure-v1';
const STORE = /^[a-z][a-z-]{0,30}$/;

/** What the act of an attestation is about, on the ledger. */
export function attestationSubject(sequence: number): string {
  return `erasure-${String(sequence)}`;
}

function areStores(lines: readonly string[]): boolean {
  return lines.length > 0 && lines.every((line) => STORE.test(line));
}

/** The text of a statement, to be signed. Its third line is no root in base64, so it never passes for a checkpoint. */
export function formatErasure({ log, index, leaf, stores }: ErasureStatement): string {
  return [FIRST_LINE, log, String(index), digestToBase64(leaf), ...stores].map((line) => `${line}\n`).join('');
}

/**
 * Reads the text of a statement; signatures are `openNote`'s matter.
 * @throws LedgerError NOTE_MALFORMED
 */
export function parseErasure(text: string): ErasureStatement {
  const lines = text.endsWith('\n') ? text.slice(0, -1).split('\n') : [];
  const [first, log = '', indexLine = '', leafLine = '', ...stores] = lines;
  const [index, leaf] = [parseCount(indexLine), digestFromBase64(leafLine)];
  if (first !== FIRST_LINE || log === '' || !areStores(stores) || index === undefined || leaf === undefined) {
    throw new LedgerError('NOTE_MALFORMED', { wanted: `${FIRST_LINE}, log, index, leaf hash, stores, each on a line` });
  }
  return { log, index, leaf, stores };
}
