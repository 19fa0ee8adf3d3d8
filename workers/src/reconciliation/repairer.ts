import type { LedgerReader } from '@lianpiao/gateway/ledger';
import {
  DerivedRows,
  type LogKeys,
  type NewFinding,
  type PayloadStore,
  type ReconciliationStore,
  type Rewritten,
} from '@lianpiao/gateway/stores';
import { mendIndex } from './mend-index';
import { LogMender } from './mend-log';
import { START, StretchTable } from './stretch-table';

const FIRST_PAUSE_MS = 1000;
const MAX_PAUSE_MS = 60_000;

export interface RepairerOptions {
  readonly folder: string;
  readonly store: ReconciliationStore;
  readonly ledger: LedgerReader;
  readonly payloads: PayloadStore;
  readonly logKeys: LogKeys;
  readonly clock: () => number;
  /** Told when a repair cannot be made. */
  readonly onFault: (error: unknown) => void;
}

interface Mended {
  readonly what: string;
  readonly rewritten: Rewritten | undefined;
}

/**
 * Writes derived data anew where a finding says that it is wrong: rows of the index, tiles, checkpoints that our key would
 * sign. Every repair is recorded with digests before and after. Ledger and payloads are never written. Whether a repair
 * helped, the next look says: until then the finding stays open, and the repair is tried again, ever more slowly.
 */
export class Repairer {
  readonly #options: RepairerOptions;
  readonly #table: StretchTable;
  readonly #rows: DerivedRows;
  readonly #log: LogMender;
  readonly #tries = new Map<string, { readonly at: number; readonly pause: number }>();

  constructor(options: RepairerOptions) {
    this.#options = options;
    this.#table = new StretchTable(options.store.database);
    this.#rows = new DerivedRows(options.folder);
    this.#log = new LogMender(options.ledger, this.#rows, options.logKeys, (size) => {
      const stretch = this.#table.holding(size - 1);
      return size === 0 ? START : stretch && this.#table.startOf(stretch);
    });
  }

  mend(findings: readonly NewFinding[]): void {
    for (const finding of findings) if (this.#isDue(finding)) this.#mendOne(finding);
  }

  #isDue({ code, place }: NewFinding): boolean {
    const key = `${code} ${JSON.stringify(place)}`;
    const now = this.#options.clock();
    const last = this.#tries.get(key);
    if (last !== undefined && now < last.at + last.pause) return false;
    if (this.#tries.size > 10_000) this.#tries.clear();
    this.#tries.set(key, { at: now, pause: Math.min(MAX_PAUSE_MS, last === undefined ? FIRST_PAUSE_MS : last.pause * 2) });
    return true;
  }

  #mendOne(finding: NewFinding): void {
    const mended = this.#attempt(finding);
    if (mended?.rewritten === undefined || mended.rewritten.before === mended.rewritten.after) return;
    const { part, place } = finding;
    this.#options.store.addRepair({
      part,
      place,
      what: mended.what,
      ...mended.rewritten,
      repairedAt: this.#options.clock(),
    });
  }

  /** A repair that cannot be made, since what it is made from is wrong itself, waits for its next try. */
  #attempt(finding: NewFinding): Mended | undefined {
    try {
      if (finding.part === 'index') return this.#mendIndex(finding);
      if (finding.part === 'log') return this.#mendLog(finding);
    } catch (error) {
      this.#options.onFault(error);
      return undefined;
    }
    return undefined;
  }

  #mendIndex({ code, place }: NewFinding): Mended | undefined {
    if (code === 'index-ahead') {
      const height = Math.min(Number(place['sequence']), this.#table.edge().length);
      return { what: `index set back to ${String(height)}`, rewritten: this.#rows.lowerIndexHeight(height) };
    }
    if (!code.startsWith('index-row-')) return undefined;
    const sequence = Number(place['sequence']);
    const stretch = this.#table.holding(sequence);
    const span =
      stretch === undefined ? { first: sequence, end: sequence + 1 } : { first: stretch.first, end: stretch.end.length };
    const { ledger, payloads } = this.#options;
    const rewritten = mendIndex(span, { ledger, payloads, rows: this.#rows });
    return { what: `index rows ${String(span.first)} to ${String(span.end - 1)} written anew`, rewritten };
  }

  #mendLog({ code, place }: NewFinding): Mended | undefined {
    if (code.startsWith('tile-')) {
      const [level, index] = String(place['tile']).split('/').map(Number) as [number, number];
      return { what: `tile ${String(place['tile'])} written anew`, rewritten: this.#log.tile(level, index) };
    }
    if (!code.startsWith('checkpoint-')) return undefined;
    const size = Number(place['size']);
    const rewritten = this.#log.checkpoint(size, this.#options.clock());
    return { what: `checkpoint of ${String(size)} signed anew with the ledger's root`, rewritten };
  }

  close(): void {
    this.#rows.close();
  }
}
