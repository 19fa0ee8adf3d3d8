import {
  chinaDate,
  LedgerError,
  MAX_SEQUENCE,
  numbersLeft,
  numberYear,
  stateKeys,
  type EntryFacts,
  type OrganisationState,
  type PoolState,
  type TillHead,
} from '@lianpiao/chaincode/domain';
import type { Ledger } from '../ledger/ledger';
import type { ActRecorder } from './act-recorder';
import type { RegistryReader } from './registry-reader';

export interface RangeKeeperOptions {
  /** Region (2 digits) and channel (1 digit) of the numbers that are allotted by themselves. */
  readonly regionAndChannel: string;
  /** Channel digit of a sandbox organisation's numbers, so that a test number is never a real one. */
  readonly sandboxChannel: string;
  /** Numbers a till is given at a time; topped up when a quarter is left. */
  readonly tillChunk: number;
  /** Numbers a seller is given at a time. */
  readonly sellerChunk: number;
  readonly clock: () => number;
  /** Told of a fault of ours in a top-up that nobody waits for. */
  readonly onFault: (error: unknown) => void;
}

/**
 * Keeps tills from running out of numbers: a till is topped up from its seller's numbers, the seller by the bureau within
 * its quota, both on the ledger and without anybody waiting (A9: no invoice famine).
 */
export class RangeKeeper {
  readonly #ledger: Ledger;
  readonly #registry: RegistryReader;
  readonly #acts: ActRecorder;
  readonly #options: RangeKeeperOptions;
  readonly #turns = new Map<string, Promise<void>>();

  constructor(ledger: Ledger, registry: RegistryReader, acts: ActRecorder, options: RangeKeeperOptions) {
    this.#ledger = ledger;
    this.#registry = registry;
    this.#acts = acts;
    this.#options = options;
  }

  /**
   * Tops up those of the tills that are low, or lack numbers that are wanted now. A seller without quota left is no error
   * here: its tills find out.
   * @param wanted numbers that each till needs at once, beside its ordinary stock.
   */
  async topUp(tills: Iterable<string>, wanted: ReadonlyMap<string, number> = new Map()): Promise<void> {
    for (const till of tills) await this.#inTurn(till, wanted.get(till) ?? 0);
  }

  /** The same without anybody waiting: an invoice is answered before its till is topped up. */
  topUpLater(tills: Iterable<string>): void {
    this.topUp(tills).catch(this.#options.onFault);
  }

  /**
   * Has the bureau allot to a seller when a quarter of what it is given at a time is left. Where that is not possible (the quota is
   * used up, the bureau's key is elsewhere, somebody else was faster) nothing happens.
   */
  async stock(seller: string): Promise<void> {
    const organisation = this.#registry.organisation(seller);
    if (organisation === undefined || numbersLeft(this.#pool(seller), this.#year()) >= this.#options.sellerChunk / 4) return;
    try {
      await this.#allot(seller, organisation);
    } catch (error) {
      if (!(error instanceof LedgerError)) throw error;
    }
  }

  /** When no top-up is under way any more. */
  async idle(): Promise<void> {
    while (this.#turns.size > 0) await Promise.all(this.#turns.values());
  }

  /** One top-up of a till at a time. */
  #inTurn(till: string, wanted: number): Promise<void> {
    const turn = (this.#turns.get(till) ?? Promise.resolve()).then(() => this.#fillUp(till, wanted));
    const settled = turn
      .catch(() => undefined)
      .then(() => {
        if (this.#turns.get(till) === settled) this.#turns.delete(till);
      });
    this.#turns.set(till, settled);
    return turn;
  }

  async #fillUp(till: string, wanted: number): Promise<void> {
    const needed = Math.max(this.#options.tillChunk / 4, wanted);
    try {
      while (this.#left(till) < needed) await this.#fill(till, needed);
    } catch (error) {
      if (!(error instanceof LedgerError)) throw error;
    }
  }

  #year(): string {
    return numberYear(chinaDate(this.#options.clock()));
  }

  /** Numbers of the year that a till has; of a till that nobody knows, no end of them. */
  #left(till: string): number {
    const head = this.#ledger.state(stateKeys.head(till)) as TillHead | undefined;
    return head === undefined ? Number.POSITIVE_INFINITY : numbersLeft(head.ranges, this.#year());
  }

  #pool(seller: string): PoolState['ranges'] {
    return (this.#ledger.state(stateKeys.pool(seller)) as PoolState | undefined)?.ranges ?? [];
  }

  /** Gives a till the next part of its seller's numbers. @throws LedgerError RANGE_EXHAUSTED when there are none. */
  async #fill(till: string, needed: number): Promise<void> {
    const seller = this.#registry.till(till)?.seller;
    const organisation = seller === undefined ? undefined : this.#registry.organisation(seller);
    if (seller === undefined || organisation === undefined) throw new LedgerError('TILL_UNKNOWN');
    const size = Math.max(this.#options.tillChunk, needed);
    if (numbersLeft(this.#pool(seller), this.#year()) < size) await this.#allot(seller, organisation);
    const range = this.#pool(seller).find(({ prefix }) => prefix.startsWith(this.#year()));
    if (range === undefined) throw new LedgerError('RANGE_EXHAUSTED', { path: '/till' });
    const to = Math.min(range.to, range.next + size - 1);
    await this.#record(seller, { type: 'range.assigned', till, prefix: range.prefix, from: range.next, to });
  }

  async #allot(seller: string, organisation: OrganisationState): Promise<void> {
    const bureau = this.#ledger.state(stateKeys.genesis) as string;
    const { regionAndChannel, sandboxChannel, sellerChunk } = this.#options;
    const prefix = this.#year() + (organisation.sandbox ? regionAndChannel.slice(0, 2) + sandboxChannel : regionAndChannel);
    const from = (this.#ledger.state(stateKeys.prefix(prefix)) as number | undefined) ?? 1;
    const left = (organisation.quota ?? 0) - (organisation.allotted?.[this.#year()] ?? 0);
    const size = Math.min(sellerChunk, left, MAX_SEQUENCE - from + 1);
    // A seller at the end of its quota goes on with what it has.
    if (size <= 0) return;
    try {
      await this.#record(bureau, { type: 'range.allotted', seller, prefix, from, to: from + size - 1 });
    } catch (error) {
      // So does one whose gateway does not hold the bureau's key: the bureau's own gateway allots.
      if (!(error instanceof LedgerError && error.code === 'IDENTITY_ELSEWHERE')) throw error;
    }
  }

  async #record(caller: string, facts: EntryFacts): Promise<void> {
    await this.#acts.record(caller, facts, { keyId: 'range-keeper', why: 'numbers ran low' });
  }
}
