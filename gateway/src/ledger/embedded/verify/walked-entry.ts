import type { Entry, SealedRecord } from '@lianpiao/chaincode/domain';

/** An entry whose replay held, as the other parts are compared with it. */
export interface WalkedEntry {
  readonly sequence: number;
  readonly block: number;
  readonly entry: Entry;
  readonly text: string;
}

/** What the payload store gave for an entry. */
export type FoundRecord =
  | { readonly kind: 'held'; readonly record: SealedRecord }
  /** `absent`: erased or lost; `unread`: not opened, or bad. */
  | { readonly kind: 'absent' }
  | { readonly kind: 'unread' };

/** A table in order, one row ahead. */
export class Cursor<Row> {
  readonly #rows: Iterator<Row>;
  #next: Row | undefined;
  #started = false;

  constructor(rows: Iterable<Row>) {
    this.#rows = rows[Symbol.iterator]();
  }

  /** The next row without taking it. */
  peek(): Row | undefined {
    if (!this.#started) this.take();
    return this.#next;
  }

  /** Goes on by one row. */
  take(): void {
    this.#started = true;
    const step = this.#rows.next();
    this.#next = step.done === true ? undefined : step.value;
  }
}

/** Rows that each belong to one sequence, beside the walk over the entries. */
export class RowsBeside<Row extends { readonly sequence: number }> {
  readonly #rows: Cursor<Row>;
  readonly #extra: (row: Row) => Error;

  /** @param extra makes the error for a row of a sequence that has none. */
  constructor(rows: Iterable<Row>, extra: (row: Row) => Error) {
    this.#rows = new Cursor(rows);
    this.#extra = extra;
  }

  /** The row of a sequence, asked for in rising order. @throws what `extra` makes, for a row that was passed over. */
  rowOf(sequence: number): Row | undefined {
    const row = this.#rows.peek();
    if (row === undefined || row.sequence > sequence) return undefined;
    this.#rows.take();
    if (row.sequence < sequence) throw this.#extra(row);
    return row;
  }

  /** @throws what `extra` makes, for a row that nobody asked for. */
  refuse(row: Row | undefined = this.#rows.peek()): void {
    if (row !== undefined) throw this.#extra(row);
  }
}
