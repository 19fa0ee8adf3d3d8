import type { HandoverChannel } from '../archive/hand-over';
import { ChannelError, ledgerErrorOf } from './channel-error';
import { DEADLINES, VALID, type FabricChannel, type FabricIdentity, type Proposal } from './fabric-channel';

const LOOK_MS = 200;
/** The bureau's peer and the sellers' endorse everything that a hand-over writes. */
const ENDORSERS = ['TaxBureau', 'Merchants'];

/** A hand-over's transactions on a channel, one after the other, in the bureau's name. */
export class HandoverTransactions implements HandoverChannel {
  readonly #channel: FabricChannel;
  readonly #identity: FabricIdentity;

  constructor(channel: FabricChannel, identity: FabricIdentity) {
    this.#channel = channel;
    this.#identity = identity;
  }

  /** @throws LedgerError what the chaincode refuses with, or that the network does not answer. */
  async submit(transaction: string, args: readonly string[], transient: Proposal['transient']): Promise<string> {
    return known(async () => {
      const endorsed = await this.#channel.endorse(this.#identity, { transaction, args, transient, endorsers: ENDORSERS });
      await endorsed.submit();
      await this.#committed(endorsed.txId);
      return endorsed.answer;
    });
  }

  /** What an endorser answers; nothing is ordered. */
  evaluate(transaction: string): Promise<string> {
    const proposal = { transaction, args: [], transient: {}, endorsers: ENDORSERS };
    return known(async () => (await this.#channel.endorse(this.#identity, proposal)).answer);
  }

  async #committed(txId: string): Promise<void> {
    for (const deadline = performance.now() + DEADLINES.commit; performance.now() < deadline;) {
      const found = await this.#channel.find(txId);
      if (found === VALID) return;
      if (found !== undefined) throw new ChannelError({ stage: 'commit', problem: 'invalid', txId, validation: found });
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
    throw new ChannelError({ stage: 'commit', problem: 'late', txId });
  }
}

async function known<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof ChannelError ? ledgerErrorOf(error) : error;
  }
}
