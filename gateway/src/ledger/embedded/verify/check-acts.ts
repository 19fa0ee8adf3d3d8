import { actOf } from '../entry-extras';
import { BadRecord } from './findings';
import { RowsBeside, type WalkedEntry } from './walked-entry';

export interface ActRow {
  readonly sequence: number;
  readonly type: string;
  readonly subject: string;
  readonly text: string;
}

/** Compares the table of administrative acts with the entries, row by row. */
export class ActsCheck {
  readonly #rows: RowsBeside<ActRow>;

  constructor(rows: Iterable<ActRow>) {
    this.#rows = new RowsBeside(rows, ({ sequence }) => new BadRecord('act-extra', { sequence }));
  }

  /** @throws BadRecord @returns how many rows were compared. */
  visit({ entry, text, sequence, block }: WalkedEntry): number {
    const [wanted] = actOf(entry, text, sequence);
    const row = this.#rows.rowOf(sequence);
    if (wanted === undefined) {
      if (row !== undefined) this.#rows.refuse(row);
      return 0;
    }
    if (row === undefined) throw new BadRecord('act-missing', { block, sequence });
    if (row.type !== wanted.type || row.subject !== wanted.subject || row.text !== text) {
      throw new BadRecord('act-differs', { block, sequence });
    }
    return 1;
  }

  /** @throws BadRecord */
  end(): void {
    this.#rows.refuse();
  }
}
