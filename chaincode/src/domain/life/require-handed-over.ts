import { hasher, type Digest } from '../encoding/digest';
import { LedgerError } from '../errors';
import type { HandoverState } from '../handover/handover';
import { verifyInclusion } from '../merkle/verify-inclusion';
import type { LedgerState } from '../ports/ledger-state';
import { stateKeys } from '../ports/state-keys';
import { leafText } from '../record/entry';

/** Place of an entry in the log of the ledger from which this one goes on, with the RFC 6962 path to the root of that log. */
export interface HandedOverPlace {
  /** Place of the leaf, from 0. */
  readonly index: number;
  /** When the invoice was issued, as its leaf says. */
  readonly time: string;
  /** From the leaf's sibling upwards, RFC 6962 §2.1.1, at the size that was handed over. */
  readonly path: readonly Digest[];
}

/**
 * An invoice of before a hand-over has no transaction here. Its leaf says type, time and commitment, and the ledger's first
 * entry names size and root of the log in which it stands: so the path proves that the old ledger issued what is shown.
 * @throws LedgerError INVOICE_UNKNOWN where nothing was handed over, LIFE_OPENING_WRONG when the path does not prove it.
 */
export function requireHandedOver(state: LedgerState, { index, time, path }: HandedOverPlace, commitment: Digest): void {
  const handover = state.get<HandoverState>(stateKeys.handover);
  if (handover === undefined) throw new LedgerError('INVOICE_UNKNOWN', { path: '/invoice' });
  const leafHash = hasher().leafHash(leafText({ commitment, time, type: 'invoice.issued' }));
  const { size, root } = handover;
  if (!verifyInclusion({ leafHash, index, size, path, root }))
    throw new LedgerError('LIFE_OPENING_WRONG', { path: '/invoice', rule: 'path-to-what-was-handed-over' });
}
