import { parseTime } from '../encoding/time';
import { LedgerError } from '../errors';
import type { LedgerState } from '../ports/ledger-state';
import type { SignatureVerifier } from '../ports/signature-verifier';
import type { TillHead, TillState } from '../ports/state-values';
import type { InvoiceIssued } from '../record/entry';
import { isDeviceSignature } from './offline-entries';
import { requireInTime } from './require-in-time';
import { parseStatementText, type OfflineStatement } from './statement';
import { requireDeviceKey, requireSigned } from './till-key';

/** What a till reports beside the request: its statement, and the signature over it. */
export interface OfflineSlip {
  /** The exact text that the till signed. */
  readonly statement: string;
  /** Ed25519, base64. */
  readonly signature: string;
}

/** A slip that was read, and whose signature, place and time hold. */
export interface OpenedSlip {
  readonly statement: OfflineStatement;
  readonly signature: string;
  /** The till's time, milliseconds since 1970. */
  readonly issuedAt: number;
}

/**
 * Reads a till's slip: its key signed it, it is the next of its chain, and its time is allowed. What it says of the content
 * is compared by {@link requireSame} once the ledger has derived the same.
 * @throws LedgerError OFFLINE_STATEMENT_MALFORMED, TILL_KEY_MISSING, TILL_KEY_FOREIGN, OFFLINE_SIGNATURE_WRONG, OFFLINE_GAP,
 * OFFLINE_PLACE_TAKEN, OFFLINE_CHAIN_BROKEN, OFFLINE_CLOCK_WRONG, OFFLINE_LEASE_OVER.
 */
export function openSlip(
  state: LedgerState,
  { till, head, slip, verifier }: { till: TillState; head: TillHead; slip: OfflineSlip; verifier: SignatureVerifier },
): OpenedSlip {
  const statement = parseStatementText(slip.statement);
  const { signature } = slip;
  if (!isDeviceSignature(signature)) throw new LedgerError('OFFLINE_SIGNATURE_WRONG', { path: '/signature' });
  requireSigned(slip.statement, signature, requireDeviceKey(till, statement.key, statement.time), verifier);
  requireNext(statement, head);
  const issuedAt = parseTime(statement.time) ?? Number.NaN;
  requireInTime(state, head, { issuedAt, recordedAt: state.now });
  return { statement, signature, issuedAt };
}

function requireNext({ counter, previous }: OfflineStatement, head: TillHead): void {
  const wanted = head.counter + 1;
  if (counter !== wanted) {
    const code = counter > wanted ? 'OFFLINE_GAP' : 'OFFLINE_PLACE_TAKEN';
    throw new LedgerError(code, { path: '/counter', found: String(counter), wanted: String(wanted) });
  }
  if (previous !== head.last) throw new LedgerError('OFFLINE_CHAIN_BROKEN', { path: '/previous' });
}

/**
 * The ledger derives of the content just what the till has signed.
 * @throws LedgerError NUMBER_OUT_OF_RANGE, OFFLINE_RECORD_ALTERED.
 */
export function requireSame(statement: OfflineStatement, derived: Omit<InvoiceIssued, 'offline'>): void {
  if (statement.number !== derived.number)
    throw new LedgerError('NUMBER_OUT_OF_RANGE', { path: '/number', found: statement.number, wanted: derived.number });
  for (const member of ['till', 'reference', 'commitment'] as const) {
    if (statement[member] !== derived[member]) throw new LedgerError('OFFLINE_RECORD_ALTERED', { path: `/${member}` });
  }
}
