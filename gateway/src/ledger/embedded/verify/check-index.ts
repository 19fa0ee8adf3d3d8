import { stateKeys, type InvoiceIssued, type TillState } from '@lianpiao/chaincode/domain';
import type { IndexedInvoice } from '../../../stores/index-store';
import { projectInvoice } from '../../../stores/project-invoice';
import type { ConcernsCheck } from './check-concerns';
import { placeOf } from './check-payloads';
import { BadRecord } from './findings';
import type { ReplayState } from './replay-state';
import { RowsBeside, type FoundRecord, type WalkedEntry } from './walked-entry';

/** What a row says that only the invoice's content says: not to be compared once that is erased. */
const CONTENT: ReadonlySet<keyof IndexedInvoice> = new Set(['buyer', 'currency', 'gross', 'test']);

/** Compares the index, as far as it says that it is complete, with ledger and records. */
export class IndexCheck {
  readonly #rows: RowsBeside<IndexedInvoice>;
  readonly #height: number;
  readonly #state: ReplayState;
  readonly #concerns: ConcernsCheck | undefined;

  constructor(rows: Iterable<IndexedInvoice>, height: number, state: ReplayState, concerns?: ConcernsCheck) {
    this.#rows = new RowsBeside(rows, ({ sequence, number }) => new BadRecord('index-row-extra', { sequence, number }));
    this.#height = height;
    this.#state = state;
    this.#concerns = concerns;
  }

  /** @throws BadRecord @returns how many rows were compared. */
  visit(walked: WalkedEntry, found: FoundRecord): number {
    const { entry, sequence } = walked;
    if (sequence >= this.#height) return 0;
    const row = this.#rows.rowOf(sequence);
    if (entry.type !== 'invoice.issued') {
      if (row !== undefined) this.#rows.refuse(row);
      this.#concerns?.visit(walked);
      return 0;
    }
    if (row === undefined) throw new BadRecord('index-row-missing', placeOf(walked));
    const column = this.#difference(row, entry, found);
    if (column !== undefined) throw new BadRecord('index-row-differs', placeOf(walked), `column ${column}`);
    return 1;
  }

  /** @throws BadRecord for a row beyond the index's height. */
  end(): void {
    this.#rows.refuse();
    this.#concerns?.end();
  }

  #difference(row: IndexedInvoice, entry: InvoiceIssued, found: FoundRecord): string | undefined {
    const seller = this.#state.get<TillState>(stateKeys.till(entry.till))?.seller ?? '';
    const record = found.kind === 'held' ? found.record : undefined;
    const wanted = projectInvoice(row.sequence, entry, seller, record);
    return (Object.keys(wanted) as (keyof IndexedInvoice)[]).find(
      (column) => row[column] !== wanted[column] && !(record === undefined && CONTENT.has(column)),
    );
  }
}
