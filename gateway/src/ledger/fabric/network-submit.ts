import type { Committer } from 'fabric-common';
import { ChannelError } from './channel-error';
import { DEADLINES } from './fabric-channel';
import type { NetworkConnections } from './network-connections';
import { networkFault } from './network-faults';

/** An orderer that takes the transaction and then says nothing shall leave time for the others. */
const ONE_ORDERER_MS = 2000;

/** What an orderer answers to a broadcast. */
interface Taken {
  readonly status?: string;
  readonly info?: string;
}

/**
 * Hands a signed transaction to one orderer after another until one has taken it, in {@link DEADLINES}.submit altogether.
 * An orderer that says no has decided for itself alone, and one before it may have taken the transaction and died: so
 * nothing here is a refusal, and the transaction is looked up before anything is sent again.
 * @param committers all orderers; the one that took it comes to the front, for the next transaction.
 * @throws ChannelError of stage `submit`: `unavailable`, or `late`.
 */
export async function submitToOrderers(
  committers: Committer[],
  connections: NetworkConnections,
  envelope: Buffer,
  txId: string,
): Promise<void> {
  const end = Date.now() + DEADLINES.submit;
  const faults: ChannelError[] = [];
  for (const committer of [...committers]) {
    try {
      await connections.ensure([committer]);
      const left = end - Date.now();
      if (left <= 0) break;
      const taken = (await committer.sendBroadcast(envelope, Math.min(left, ONE_ORDERER_MS))) as Taken;
      if (taken.status === 'SUCCESS') {
        committers.sort((one, other) => Number(other === committer) - Number(one === committer));
        return;
      }
      const messages = [`${committer.name}: ${taken.status ?? 'no status'} ${taken.info ?? ''}`.trimEnd()];
      faults.push(new ChannelError({ stage: 'submit', problem: 'unavailable', txId, messages }));
    } catch (error) {
      faults.push(networkFault('submit', txId, error));
    }
  }
  const isLate = Date.now() >= end || faults.some(({ problem }) => problem === 'late');
  const messages = faults.flatMap((fault) => fault.messages);
  const options = { cause: new AggregateError(faults) };
  throw new ChannelError({ stage: 'submit', problem: isLate ? 'late' : 'unavailable', txId, messages }, options);
}
