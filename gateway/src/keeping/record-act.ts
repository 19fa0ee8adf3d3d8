import { join } from 'node:path';
import type { JsonValue } from '@lianpiao/chaincode/domain';
import { KeyFolder } from '../crypto/keys';
import { ActRecorder } from '../issuing/act-recorder';
import { GroupCommit } from '../issuing/group-commit';
import { EmbeddedLedger } from '../ledger/embedded/embedded-ledger';
import { PayloadStore } from '../stores/payload-store';

/** What an operator did on the machine itself. */
export interface OperatorAct {
  readonly act: string;
  readonly subject: string;
  /** Why, in the operator's words. */
  readonly reason: string;
  /** Private parts of the record. */
  readonly details: Readonly<Record<string, JsonValue>>;
}

/**
 * Records an act of the operator on an embedded ledger, in the bureau's name; gateway and workers may be running.
 * @param clock milliseconds since 1970.
 * @throws LedgerError the rules' refusal.
 */
export async function recordAct(
  folder: string,
  { act, subject, reason, details }: OperatorAct,
  clock: () => number,
): Promise<void> {
  const payloads = new PayloadStore(folder);
  const onFault = (error: unknown): void => {
    throw error;
  };
  const ledger = new EmbeddedLedger({ folder, keys: new KeyFolder(join(folder, 'keys')), payloads, clock, onFault });
  try {
    const bureau = (ledger.state('genesis') as string | undefined) ?? 'bureau';
    const acts = new ActRecorder(new GroupCommit(ledger, { limit: 1, groupSize: 1 }));
    await acts.record(bureau, { type: 'act.recorded', act, subject }, { keyId: 'operator', why: reason }, details);
  } finally {
    ledger.close();
    payloads.close();
  }
}
