import { requireGrant } from '../access/grant';
import { requireResource } from '../access/resource';
import { LedgerError } from '../errors';
import type { LedgerState } from '../ports/ledger-state';
import { stateKeys } from '../ports/state-keys';
import type { ReceiptAcknowledged, ReceiptDisputed, ReceiptProvided } from './usage-entries';
import type { ReceiptBatchState, ReceiptsState } from './usage-state';

type Batch = Omit<ReceiptProvided, 'commitment' | 'time' | 'type'>;

/** Receipts under one root at most: who reads a receipt's proof computes the path in a tree of this size. */
export const MAX_RECEIPTS = 4096;

/**
 * The resource's controller signs for the next reads it served under a grant, whatever became of the grant since. Batches
 * follow each other without gap or overlap, so no read can be slipped in or left out later.
 * @throws LedgerError GRANT_UNKNOWN, RESOURCE_NOT_YOURS, RECEIPT_NOT_CONTIGUOUS, FIELD_INVALID.
 */
export function provideReceipts(state: LedgerState, { grant, first, count, root }: Batch): void {
  const { resource } = requireGrant(state, grant);
  if (requireResource(state, resource).controller !== state.caller)
    throw new LedgerError('RESOURCE_NOT_YOURS', { rule: 'controller-signs' });
  if (count > MAX_RECEIPTS) throw new LedgerError('FIELD_INVALID', { path: '/count', wanted: `at most ${String(MAX_RECEIPTS)}` });
  const head = headOf(state, grant);
  requirePlace(first, head.provided);
  const batch: ReceiptBatchState = { count, root };
  state.put(stateKeys.receiptBatch(grant, first), batch);
  state.put(stateKeys.receipts(grant), { ...head, provided: first + count });
}

/**
 * The consumer answers the oldest batch that it has not answered: it signs the same root, or disputes it with its own.
 * @throws LedgerError GRANT_UNKNOWN, GRANT_NOT_YOURS, RECEIPT_NOT_CONTIGUOUS, RECEIPT_MISMATCH.
 */
export function answerReceipts(
  state: LedgerState,
  { type, grant, first, count, root }: Omit<ReceiptAcknowledged | ReceiptDisputed, 'commitment' | 'time'>,
): void {
  if (requireGrant(state, grant).consumer !== state.caller) throw new LedgerError('GRANT_NOT_YOURS', { rule: 'consumer-signs' });
  const head = headOf(state, grant);
  requirePlace(first, head.answered);
  const batch = state.get<ReceiptBatchState>(stateKeys.receiptBatch(grant, first));
  if (batch?.count !== count)
    throw new LedgerError('RECEIPT_NOT_CONTIGUOUS', {
      path: '/count',
      wanted: batch === undefined ? 'receipts' : String(batch.count),
    });
  const disputed = type === 'receipt.disputed';
  // Who disputes has other receipts; who has the same acknowledges.
  if ((batch.root === root) === disputed) throw new LedgerError('RECEIPT_MISMATCH', { path: '/root' });
  const value: ReceiptBatchState = { ...batch, answer: disputed ? 'disputed' : 'acknowledged' };
  state.put(stateKeys.receiptBatch(grant, first), value);
  state.put(stateKeys.receipts(grant), { ...head, answered: first + count });
}

function headOf(state: LedgerState, grant: string): ReceiptsState {
  return state.get<ReceiptsState>(stateKeys.receipts(grant)) ?? { provided: 0, answered: 0 };
}

function requirePlace(first: number, wanted: number): void {
  if (first !== wanted)
    throw new LedgerError('RECEIPT_NOT_CONTIGUOUS', { path: '/first', found: String(first), wanted: String(wanted) });
}
