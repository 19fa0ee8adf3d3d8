import type { DeliveredBlock, Endorsed, FabricChannel, FabricIdentity, Proposal } from './fabric-channel';

/** A channel that is opened when it is first asked for something; after a failure the next one asks again. */
export class LazyChannel implements FabricChannel {
  readonly #open: () => Promise<FabricChannel>;
  #opened: Promise<FabricChannel> | undefined;

  constructor(open: () => Promise<FabricChannel>) {
    this.#open = open;
  }

  async endorse(identity: FabricIdentity, proposal: Proposal): Promise<Endorsed> {
    return (await this.#channel()).endorse(identity, proposal);
  }

  async find(txId: string): Promise<string | undefined> {
    return (await this.#channel()).find(txId);
  }

  async height(): Promise<number> {
    return (await this.#channel()).height();
  }

  async *blocks(from: number, signal: AbortSignal): AsyncIterable<DeliveredBlock> {
    yield* (await this.#channel()).blocks(from, signal);
  }

  close(): void {
    this.#opened?.then(
      (channel) => channel.close(),
      () => undefined,
    );
  }

  #channel(): Promise<FabricChannel> {
    this.#opened ??= this.#open().catch((error: unknown) => {
      this.#opened = undefined;
      throw error;
    });
    return this.#opened;
  }
}
