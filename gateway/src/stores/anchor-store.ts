import { join } from 'node:path';
import type { Statement } from 'better-sqlite3';
import type { AnchorAlarm, ConfirmedAnchor } from './anchor-records';
import { ANCHOR_COLUMNS, ANCHOR_SCHEMA } from './anchor-schema';
import { AnchorWriter, type WriterIdentity } from './anchor-writer';
import { openSqlite, type Sqlite } from './sqlite';

/**
 * What is known of the anchors (anchors.db): confirmed ones, alarms, and the outbox of signed transactions. The workers
 * write, through {@link AnchorWriter} and under a lease; everybody else reads.
 */
export class AnchorStore {
  readonly #database: Sqlite;
  readonly #confirmed: Statement;
  readonly #nextSize: Statement;

  constructor(folder: string) {
    this.#database = openSqlite(join(folder, 'anchors.db'), 'FULL');
    this.#database.exec(ANCHOR_SCHEMA);
    this.#confirmed = this.#database.prepare(
      // With min() the other columns are those of the same row (SQLite, "Bare columns in an aggregate query").
      `SELECT ${ANCHOR_COLUMNS.replace('confirmed_at', 'min(confirmed_at)')} FROM anchors
       WHERE withdrawn_at IS NULL AND size >= ? GROUP BY size ORDER BY size LIMIT ?`,
    );
    this.#nextSize = this.#database
      .prepare('SELECT size FROM anchors WHERE withdrawn_at IS NULL AND size >= ? ORDER BY size LIMIT 1')
      .pluck();
  }

  /** Confirmed anchors from a size on, ordered by size; of several of one size the first. */
  confirmed(fromSize: number, limit: number): ConfirmedAnchor[] {
    return this.#confirmed.all(fromSize, limit) as ConfirmedAnchor[];
  }

  /** The confirmed anchor of the smallest checkpoint that holds the entry of this sequence (from 0); undefined when none does yet. */
  covering(sequence: number): ConfirmedAnchor | undefined {
    // Asked for each proof, and most are of entries that no anchor covers yet: this costs a tenth of grouping.
    const size = this.#nextSize.get(sequence + 1) as number | undefined;
    return size === undefined ? undefined : this.confirmed(size, 1)[0];
  }

  /** The confirmed anchor of the largest checkpoint. */
  newest(): ConfirmedAnchor | undefined {
    return this.#database
      .prepare(`SELECT ${ANCHOR_COLUMNS} FROM anchors WHERE withdrawn_at IS NULL ORDER BY size DESC, confirmed_at LIMIT 1`)
      .get() as ConfirmedAnchor | undefined;
  }

  /** The alarms that are open, or closed ones too; newest first. */
  alarms(which: 'open' | 'all', limit: number): AnchorAlarm[] {
    const open = which === 'open' ? 'WHERE closed_at IS NULL' : '';
    return this.#database
      .prepare(`SELECT code, detail, since, closed_at AS closedAt FROM alarms ${open} ORDER BY id DESC LIMIT ?`)
      .all(limit) as AnchorAlarm[];
  }

  /** Closes an open alarm by hand, for those that no event closes; false when it was not open. */
  closeAlarm(code: string, now: number): boolean {
    return (
      this.#database.prepare('UPDATE alarms SET closed_at = ? WHERE code = ? AND closed_at IS NULL').run(now, code).changes === 1
    );
  }

  /** The outbox of an account on a chain, for one of those who would write it. */
  writer(identity: WriterIdentity): AnchorWriter {
    return new AnchorWriter(this.#database, identity);
  }

  close(): void {
    this.#database.close();
  }
}
