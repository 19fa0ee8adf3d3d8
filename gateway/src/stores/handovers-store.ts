import type { SalesDatabase } from './sales-database';

/** An invoice that its holder has handed to a company, to be reimbursed. Times are milliseconds since 1970. */
export interface Handover {
  readonly place: number;
  readonly number: string;
  readonly company: string;
  readonly handedAt: number;
}

const COLUMNS = 'place, number, company, handed_at AS handedAt';

/** Which company was handed which invoice; whoever hands it over need have no account. */
export class HandoversStore {
  readonly #database: SalesDatabase['database'];

  constructor({ database }: SalesDatabase) {
    this.#database = database;
  }

  /** Durable on return; the same again changes nothing. */
  add(number: string, company: string, now: number): Handover {
    this.#database
      .prepare('INSERT INTO handovers (number, company, handed_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING')
      .run(number, company, now);
    return this.#database
      .prepare(`SELECT ${COLUMNS} FROM handovers WHERE number = ? AND company = ?`)
      .get(number, company) as Handover;
  }

  has(number: string, company: string): boolean {
    return this.#database.prepare('SELECT 1 FROM handovers WHERE number = ? AND company = ?').get(number, company) !== undefined;
  }

  /** Newest first, before a place. */
  list(company: string, before: number, limit: number): Handover[] {
    return this.#database
      .prepare(`SELECT ${COLUMNS} FROM handovers WHERE company = ? AND place < ? ORDER BY place DESC LIMIT ?`)
      .all(company, before, limit) as Handover[];
  }
}
