import { LedgerError } from '@lianpiao/chaincode/domain';
import { liftHold, readHold, type Hold } from './hold';
import { recordAct } from './record-act';

/** The act that says that a ledger went on without entries that others have seen. */
export const LOSS_ACT = 'ledger.loss-accepted';

/**
 * Lifts the hold of a restored ledger by a person's decision, which is an act on the ledger first: its subject is the number of
 * entries from which the ledger goes on. A crash between the two leaves the hold where it was.
 * @param clock milliseconds since 1970.
 * @throws LedgerError LEDGER_NOT_HELD, or the rules' refusal.
 */
export async function acceptLoss(folder: string, reason: string, clock: () => number): Promise<Hold> {
  const hold = readHold(folder);
  if (hold === undefined) throw new LedgerError('LEDGER_NOT_HELD', { found: folder });
  const details = { hold: { ...hold, seen: { ...hold.seen } } };
  await recordAct(folder, { act: LOSS_ACT, subject: `entries-${String(hold.entries)}`, reason, details }, clock);
  liftHold(folder);
  return hold;
}
