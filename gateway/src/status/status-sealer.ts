import {
  invoicesOf,
  LedgerError,
  MAX_SEALED_CHANGES,
  STATUS_ENTRY_TYPES,
  stateKeys,
  type EntryFacts,
  type LifeEntry,
  type StatusPair,
  type StatusSealState,
} from '@lianpiao/chaincode/domain';
import type { Logger } from 'pino';
import type { ActRecorder } from '../issuing/act-recorder';
import type { Ledger, PlacedAct } from '../ledger/ledger';
import { Repeated } from '../repeated';
import type { KeptSeal } from '../stores/status-store';
import type { StatusMap } from './status-map';
import type { StatusReader } from './status-reader';

export interface StatusSealerParts {
  readonly ledger: Ledger;
  readonly acts: ActRecorder;
  readonly map: StatusMap;
  readonly reader: StatusReader;
  readonly logger: Logger;
  readonly clock: () => number;
  /** True on a channel where other sides' gateways show proofs, and cannot seal: the map is sealed when the ledger has grown. */
  readonly isForOthers?: boolean;
}

const SEAL_INTERVAL_MS = 2000;
/** A proof that another side's gateway is asked for waits at most about so long for its seal. */
const FOR_OTHERS_MS = 5000;
const LEAST_PAUSE_MS = 1000;
/** A claim of many invoices counts whole, so a look stops well before a seal is full. */
const MAX_ENTRIES = MAX_SEALED_CHANGES;
const ACTOR = { keyId: 'status-sealer', why: 'sealing the map of statuses' };

/** What has to be sealed. */
interface Due {
  readonly covers: number;
  /** Something happened to some invoice: that is sealed also when it left every status as it was. */
  readonly isTouched: boolean;
  readonly changes: readonly StatusPair[];
}

/**
 * Puts the root of the map on the ledger, signed by the bureau, some seconds after something has changed. Every serving process
 * tries; the ledger numbers the seals without gap, so of two that race one is refused and looks again. A gateway that does not
 * hold the bureau's key has the seals of those that do.
 */
export class StatusSealer extends Repeated {
  readonly #parts: StatusSealerParts;
  #running: Promise<KeptSeal> | undefined;

  constructor(parts: StatusSealerParts) {
    super(parts.logger, SEAL_INTERVAL_MS, 'the map of statuses is not sealed');
    this.#parts = parts;
  }

  /**
   * Seals what has changed. One look at a time.
   * @param isNeeded asked when it is this one's turn: whether an unchanged map is sealed too, so that a proof can be young.
   * @returns the newest seal.
   */
  async seal(isNeeded: () => boolean = () => false): Promise<KeptSeal> {
    while (this.#running !== undefined) await this.#running.catch(() => undefined);
    this.#running = this.#sealAll(isNeeded).finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  protected turn(): Promise<KeptSeal> {
    return this.seal(() => this.#isDueForOthers());
  }

  #isDueForOthers(): boolean {
    const { ledger, clock, isForOthers = false } = this.#parts;
    const last = isForOthers ? ledger.acts({ type: 'status.sealed', limit: 1 })[0] : undefined;
    if (last === undefined) return isForOthers;
    return ledger.length() > last.sequence + 1 && clock() - Date.parse(last.entry.time) > FOR_OTHERS_MS;
  }

  async #sealAll(isNeeded: () => boolean): Promise<KeptSeal> {
    const { ledger, map } = this.#parts;
    if (isNeeded()) await this.#pause();
    const upTo = ledger.length();
    for (;;) {
      const kept = map.catchUp();
      const due = this.#due(kept.covers, upTo);
      if (!due.isTouched && (due.covers < upTo || !isNeeded())) return kept;
      if (!(await this.#submit(kept.number + 1, due))) return kept;
    }
  }

  /** The changes of the entries between two lengths of the ledger, or of the first of them. */
  #due(from: number, upTo: number): Due {
    const { map, reader } = this.#parts;
    const { numbers, covers } = this.#changedInvoices(from, upTo);
    const changes: StatusPair[] = [];
    for (const number of numbers) {
      const pair = reader.pair(number);
      if (pair !== undefined && !isThere(map, pair)) changes.push(pair);
    }
    return { covers, isTouched: numbers.size > 0, changes: changes.sort((left, right) => (left.key < right.key ? -1 : 1)) };
  }

  #changedInvoices(from: number, upTo: number): { readonly numbers: ReadonlySet<string>; readonly covers: number } {
    const numbers = new Set<string>();
    const { entries, end } = this.#lifeEntries(from, upTo);
    for (const { entry, sequence } of entries) {
      const some = invoicesOf(this.#parts.reader.state, entry as LifeEntry);
      if (numbers.size + some.length > MAX_SEALED_CHANGES) return { numbers, covers: sequence };
      for (const number of some) numbers.add(number);
    }
    return { numbers, covers: Math.max(from, end) };
  }

  /** In their order, and up to where they are all; of each type as many as may fit into a seal. */
  #lifeEntries(from: number, upTo: number): { readonly entries: readonly PlacedAct[]; readonly end: number } {
    const { ledger } = this.#parts;
    const pages = STATUS_ENTRY_TYPES.map((type) => ledger.acts({ type, after: from - 1, limit: MAX_ENTRIES }));
    // Behind the end of a full page there may be more of that type.
    const full = pages.filter((page) => page.length === MAX_ENTRIES).map((page) => (page.at(-1)?.sequence ?? upTo) + 1);
    const end = Math.min(upTo, ...full);
    const entries = pages.flat().filter(({ sequence }) => sequence < end);
    return { entries: entries.sort((left, right) => left.sequence - right.sequence), end };
  }

  /** False where the bureau's key is with another gateway, which seals. */
  async #submit(number: number, { covers, changes }: Due): Promise<boolean> {
    const { ledger, acts, map } = this.#parts;
    const bureau = ledger.state(stateKeys.genesis) as string;
    const facts: EntryFacts = { type: 'status.sealed', number, covers, changes: changes.length, root: map.rootWith(changes) };
    try {
      await acts.record(bureau, facts, ACTOR, { changes: changes.map(({ key, value }) => [key, value]) });
    } catch (error) {
      const code = error instanceof LedgerError ? error.code : undefined;
      if (code === 'IDENTITY_ELSEWHERE') return false;
      // Another process was faster.
      if (code !== 'STATUS_NOT_CONTIGUOUS') throw error;
    }
    return true;
  }

  /** Proofs that are asked for cause a seal a second at most. */
  async #pause(): Promise<void> {
    const last = this.#parts.ledger.state(stateKeys.status) as StatusSealState | undefined;
    const wait = last === undefined ? 0 : Date.parse(last.time) + LEAST_PAUSE_MS - this.#parts.clock();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, Math.min(wait, LEAST_PAUSE_MS)));
  }
}

function isThere(map: StatusMap, { key, value }: StatusPair): boolean {
  const { pair } = map.way(key).way;
  return pair?.key === key && pair.value === value;
}
