import type { Statement } from 'better-sqlite3';
import { concernedOrganisations } from '../../../changes/concerned-organisations';
import type { Sqlite } from '../../../stores/sqlite';
import { placeOf } from './check-payloads';
import { BadRecord } from './findings';
import type { ReplayState } from './replay-state';
import type { WalkedEntry } from './walked-entry';

/** Compares whom the index says that entries concern with what the entries say. */
export class ConcernsCheck {
  readonly #database: Sqlite;
  readonly #of: Statement;
  readonly #state: ReplayState;
  #seen = 0;

  constructor(database: Sqlite, state: ReplayState) {
    this.#database = database;
    this.#of = database.prepare('SELECT organisation FROM concerns WHERE sequence = ?').pluck();
    this.#state = state;
  }

  /** Undefined for an index of a version before; it is emptied when a worker opens it. */
  static open(database: Sqlite, state: ReplayState): ConcernsCheck | undefined {
    const known = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'concerns'").get() !== undefined;
    return known ? new ConcernsCheck(database, state) : undefined;
  }

  /** @throws BadRecord */
  visit(walked: WalkedEntry): void {
    const wanted = new Set(concernedOrganisations(walked.entry, (key) => this.#state.get(key)));
    const found = this.#of.all(walked.sequence) as string[];
    const reason = found.length < wanted.size ? 'index-row-missing' : 'index-row-differs';
    if (found.length !== wanted.size || !found.every((organisation) => wanted.has(organisation)))
      throw new BadRecord(reason, placeOf(walked), 'whom it concerns');
    this.#seen += found.length;
  }

  /** @throws BadRecord for a row of an invoice, or beyond the index's height. */
  end(): void {
    const rows = this.#database.prepare('SELECT count(*) FROM concerns').pluck().get() as number;
    if (rows !== this.#seen) throw new BadRecord('index-row-extra', {}, 'whom an entry concerns');
  }
}
