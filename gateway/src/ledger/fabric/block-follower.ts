import { setTimeout } from 'node:timers/promises';
import { LedgerError } from '@lianpiao/chaincode/domain';
import { ChannelError } from './channel-error';
import type { BlockSource, DeliveredBlock } from './fabric-channel';
import type { Mirror } from './mirror';
import { parseBlock } from './parse-block';

const FIRST_PAUSE_MS = 50;
/** One question a second costs a peer nothing, and whoever sells waits for the answer. */
const LONGEST_PAUSE_MS = 1000;

const JOIN_LOOK_MS = 5;

interface Waiter<Value> {
  readonly resolve: (value: Value) => void;
  readonly reject: (error: unknown) => void;
}

export interface BlockFollowerOptions {
  readonly source: BlockSource;
  readonly mirror: Mirror;
  readonly chaincode: string;
  /** Told when following breaks off; it goes on by itself, ever more slowly while it keeps failing. */
  readonly onTrouble: (error: unknown) => void;
}

/**
 * Follows one peer's blocks into the mirror: each block is applied and checkpointed before the next one is looked at. A
 * peer whose chain is shorter than the checkpoint, or another one, is not followed.
 */
export class BlockFollower {
  readonly #options: BlockFollowerOptions;
  readonly #stopping = new AbortController();
  readonly #awaited = new Map<string, Waiter<string>>();
  /** Whoever waits for a block, by its number. */
  #waiting: (Waiter<undefined> & { readonly number: number })[] = [];
  /** True once a block has come that fits to what the mirror has. */
  #joined = false;
  /** True while a peer that had the mirror's chain has less of it: it lost its disk and is getting its blocks back. */
  #behind = false;
  #trouble: unknown;
  #running: Promise<void> | undefined;

  constructor(options: BlockFollowerOptions) {
    this.#options = options;
  }

  /** True while the peer's blocks come. */
  get following(): boolean {
    return this.#joined && this.#trouble === undefined;
  }

  start(): void {
    this.#running ??= this.#run();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
  }

  /** Resolves when everything that the peer has at the time of the call is in the mirror. @throws ChannelError `read`. */
  async caughtUp(): Promise<void> {
    const last = (await this.#options.source.height()) - 1;
    if ((this.#options.mirror.checkpoint()?.number ?? -1) >= last) return;
    await new Promise<undefined>((resolve, reject) => this.#waiting.push({ number: last, resolve, reject }));
  }

  /**
   * The validation code of a transaction, as soon as a block with it is in the mirror. Ask before the transaction is
   * submitted, and `forget` it when the answer is not wanted any more. Rejects with LEDGER_BROKEN when the peer's chain turns
   * out to be another one.
   */
  outcomeOf(txId: string): Promise<string> {
    return new Promise((resolve, reject) => this.#awaited.set(txId, { resolve, reject }));
  }

  /**
   * Resolves when it is known that the peer has the mirror's chain, or that the peer does not answer at the moment.
   * @throws LedgerError LEDGER_BROKEN when it has another one; ChannelError `read` while it has less of it than it had, since it
   * would decide by what was.
   */
  async joined(): Promise<void> {
    while (!this.#joined && this.#trouble === undefined && !this.#stopping.signal.aborted) {
      await sleep(JOIN_LOOK_MS, this.#stopping.signal);
    }
    if (this.#trouble instanceof LedgerError) throw this.#trouble;
    if (this.#behind && this.#trouble instanceof ChannelError) throw this.#trouble;
  }

  forget(txId: string): void {
    this.#awaited.delete(txId);
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopping;
    let pause = FIRST_PAUSE_MS;
    while (!signal.aborted) {
      try {
        await this.#follow(() => {
          pause = FIRST_PAUSE_MS;
          this.#trouble = undefined;
          this.#joined = true;
          this.#behind = false;
        });
      } catch (error) {
        this.#fail(error);
      }
      await sleep(pause, signal);
      pause = Math.min(LONGEST_PAUSE_MS, pause * 2);
    }
  }

  #fail(error: unknown): void {
    this.#trouble = error;
    this.#options.onTrouble(error);
    // A chain that is not ours will not become ours by waiting.
    if (!(error instanceof LedgerError)) return;
    for (const { reject } of [...this.#waiting.splice(0), ...this.#awaited.values()]) reject(error);
    this.#awaited.clear();
  }

  async #follow(onProgress: () => void): Promise<void> {
    const { source, mirror } = this.#options;
    const checkpoint = mirror.checkpoint();
    const height = await source.height();
    if (checkpoint !== undefined && height <= checkpoint.number) {
      const found = `the peer has ${String(height)} blocks, the mirror ${String(checkpoint.number + 1)}`;
      this.#behind = this.#joined;
      if (this.#behind) throw new ChannelError({ stage: 'read', problem: 'unavailable', messages: [found] });
      throw new LedgerError('LEDGER_BROKEN', { rule: 'checkpoint-of-this-chain', found });
    }
    // Once more the block of the checkpoint: a chain that was exchanged is found out at once.
    for await (const block of source.blocks(checkpoint?.number ?? 0, this.#stopping.signal)) {
      await this.#take(block);
      onProgress();
    }
    if (!this.#stopping.signal.aborted) throw new ChannelError({ stage: 'read', problem: 'unavailable' });
  }

  async #take(delivered: DeliveredBlock): Promise<void> {
    const block = parseBlock(delivered, this.#options.chaincode);
    await this.#options.mirror.apply(block);
    for (const [txId, outcome] of block.outcomes) {
      this.#awaited.get(txId)?.resolve(outcome);
      this.#awaited.delete(txId);
    }
    this.#waiting = this.#waiting.filter(({ number, resolve }) => {
      if (number <= block.number) resolve(undefined);
      return number > block.number;
    });
  }
}

async function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  // Told to stop, it is over; what comes next looks at the signal itself.
  await setTimeout(milliseconds, undefined, { signal }).catch(() => undefined);
}
