import { join } from 'node:path';
import { LedgerError } from '@lianpiao/chaincode/domain';
import { KeyFolder } from '../crypto/keys';
import { ActRecorder } from '../issuing/act-recorder';
import { GroupCommit } from '../issuing/group-commit';
import { EmbeddedLedger } from '../ledger/embedded/embedded-ledger';
import { PayloadStore } from '../stores/payload-store';
import { liftHold, readHold, type Hold } from './hold';

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
  const payloads = new PayloadStore(folder);
  const onFault = (error: unknown): void => {
    throw error;
  };
  const ledger = new EmbeddedLedger({ folder, keys: new KeyFolder(join(folder, 'keys')), payloads, clock, onFault });
  try {
    const bureau = (ledger.state('genesis') as string | undefined) ?? 'bureau';
    const acts = new ActRecorder(new GroupCommit(ledger, { limit: 1, groupSize: 1 }));
    const facts = { type: 'act.recorded', act: LOSS_ACT, subject: `entries-${String(hold.entries)}` } as const;
    await acts.record(bureau, facts, { keyId: 'operator', why: reason }, { hold: { ...hold, seen: { ...hold.seen } } });
  } finally {
    ledger.close();
    payloads.close();
  }
  liftHold(folder);
  return hold;
}
