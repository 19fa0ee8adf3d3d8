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

  constructor(ledger: Ledger, registry: RegistryReader, acts: ActRecorder, options: RangeKeeperOptions) {
    this.#ledger = ledger;
    this.#registry = registry;
    this.#acts = acts;
    this.#options = options;
  }

  /** Tops up those of the tills that are low. A seller without quota left is no error here: its tills find out. */
  async topUp(tills: Iterable<string>): Promise<void> {
    for (const till of tills) {
      try {
        if (this.#isLow(till)) await this.#fill(till);
      } catch (error) {
        if (!(error instanceof LedgerError)) throw error;
      }
    }
  }

  #year(): string {
    return numberYear(chinaDate(this.#options.clock()));
  }

  #isLow(till: string): boolean {
    const head = this.#ledger.state(stateKeys.head(till)) as TillHead | undefined;
    return head !== undefined && numbersLeft(head.ranges, this.#year()) < this.#options.tillChunk / 4;
  }

  async #fill(till: string): Promise<void> {
    const seller = this.#registry.till(till)?.seller;
    const organisation = seller === undefined ? undefined : this.#registry.organisation(seller);
    if (seller === undefined || organisation === undefined) return;
    const pool = (this.#ledger.state(stateKeys.pool(seller)) as PoolState | undefined)?.ranges ?? [];
    if (numbersLeft(pool, this.#year()) < this.#options.tillChunk) await this.#allot(seller, organisation);
    const range = (this.#ledger.state(stateKeys.pool(seller)) as PoolState | undefined)?.ranges.find(({ prefix }) =>
      prefix.startsWith(this.#year()),
    );
    if (range === undefined) throw new LedgerError('RANGE_EXHAUSTED', { path: '/till' });
    const to = Math.min(range.to, range.next + this.#options.tillChunk - 1);
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
    if (size > 0) await this.#record(bureau, { type: 'range.allotted', seller, prefix, from, to: from + size - 1 });
  }

  async #record(caller: string, facts: EntryFacts): Promise<void> {
    await this.#acts.record(caller, facts, { keyId: 'range-keeper', why: 'numbers ran low' });
  }
}
