import type { BlockFollower } from './block-follower';
import { ChannelError, retryAfter } from './channel-error';
import { DEADLINES, VALID, type Endorsed, type FabricChannel, type FabricIdentity, type Proposal } from './fabric-channel';
import type { Mirror } from './mirror';

/**
 * How long a block may take to show the transaction until it is looked up and sent once more, the same one. An orderer that
 * follows says yes and hands it to the leader: when that one dies, it is lost, and nobody is told. A new leader is there
 * within 5 s (election of 10 to 20 ticks of 250 ms). What is sent twice is marked a duplicate and changes nothing.
 */
const LOOKS_MS = [1500, 2500, 4000, DEADLINES.commit - 8000];
/** At most so long when no orderer has taken it. */
const LONGEST_UNTAKEN_MS = 3000;

export interface TransactorParts {
  readonly channel: FabricChannel;
  readonly follower: Pick<BlockFollower, 'forget' | 'outcomeOf'>;
  readonly mirror: Pick<Mirror, 'transaction'>;
}

/** Takes one transaction from its proposal to the mirror. */
export class Transactor {
  readonly #parts: TransactorParts;

  readonly #looks: readonly number[];

  /** @param looks milliseconds to wait for a block after each sending. */
  constructor(parts: TransactorParts, looks: readonly number[] = LOOKS_MS) {
    this.#parts = parts;
    this.#looks = looks;
  }

  /**
   * Has a proposal endorsed and, if the answer is worth it, committed; resolves when its block is in the mirror.
   * @param worthwhile false for an answer by which nothing was written: there is nothing to order then.
   * @throws ChannelError; `retryAfter` says what may be tried.
   */
  async transact(
    identity: FabricIdentity,
    proposal: Proposal,
    worthwhile: (answer: string) => boolean = () => true,
  ): Promise<Pick<Endorsed, 'answer' | 'txId'>> {
    const endorsed = await this.#parts.channel.endorse(identity, proposal);
    if (worthwhile(endorsed.answer)) await this.#commit(endorsed);
    return endorsed;
  }

  async #commit(endorsed: Endorsed): Promise<void> {
    const { txId } = endorsed;
    const seen = this.#parts.follower.outcomeOf(txId);
    try {
      let fault: ChannelError | undefined;
      for (const look of this.#looks) {
        fault = await submitted(endorsed);
        const wait = fault === undefined ? look : Math.min(look, LONGEST_UNTAKEN_MS);
        const outcome = (await within(seen, wait)) ?? (await this.#lookUp(txId, seen));
        if (outcome === VALID) return;
        if (outcome !== undefined) {
          throw new ChannelError({ stage: 'commit', problem: 'invalid', txId, validation: outcome });
        }
      }
      throw fault ?? new ChannelError({ stage: 'commit', problem: 'late', txId });
    } finally {
      this.#parts.follower.forget(txId);
    }
  }

  /** No block has shown the transaction in time: perhaps the peer knows more than what has come through. */
  async #lookUp(txId: string, seen: Promise<string>): Promise<string | undefined> {
    if (this.#parts.mirror.transaction(txId) !== undefined) return VALID;
    const found = await this.#parts.channel.find(txId).catch(() => undefined);
    return found === VALID ? within(seen, DEADLINES.commit) : found;
  }
}

/** Undefined when the orderers took it; an error after which it may have been ordered all the same. @throws others. */
async function submitted(endorsed: Endorsed): Promise<ChannelError | undefined> {
  try {
    await endorsed.submit();
    return undefined;
  } catch (error) {
    if (error instanceof ChannelError && retryAfter(error) === 'same-transaction') return error;
    throw error;
  }
}

async function within<Result>(promise: Promise<Result>, milliseconds: number): Promise<Result | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, milliseconds, undefined);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
