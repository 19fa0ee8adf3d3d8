import { createHash } from 'node:crypto';
import type { ErrorCode } from '@lianpiao/chaincode/domain';
import type { Sqlite } from './sqlite';

/** So many reads of a grant since a time; one more is refused. */
export interface Allowance {
  readonly grant: string;
  readonly count: number;
  /** Milliseconds since 1970. */
  readonly since: number;
}

/** What was shown to be let in, and is not shown again. */
export interface Ticket {
  readonly id: string;
  /** A token walks through the data once, page by page; a proof is for one request, wherever that begins. */
  readonly walks: boolean;
  /** When it opens nothing any more, in milliseconds since 1970. */
  readonly until: number;
}

/** What an allowed read uses up. */
export interface Spending {
  readonly allowances: readonly Allowance[];
  readonly ticket?: Ticket;
  /** The cursor that was shown with the ticket, and the one that is given for it: absent at the ends. */
  readonly after?: string;
  readonly next?: string;
}

/** Clocks of processes differ, and a ticket is believed for a moment after its end. */
const KEPT_AFTER_MS = 60_000;
const SCHEMA = `
  CREATE TABLE IF NOT EXISTS counted_reads (
    grant_id TEXT NOT NULL, time INTEGER NOT NULL, sequence INTEGER NOT NULL, PRIMARY KEY (grant_id, time, sequence)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS tickets (id TEXT PRIMARY KEY, next BLOB, until INTEGER NOT NULL) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS tickets_until ON tickets (until);
`;

/**
 * What reads have used up, in the audit log's own database: a read is counted in the transaction that writes it down, so that
 * neither two processes nor two requests at once spend the same thing.
 */
export class SpendingTable {
  readonly #database: Sqlite;

  constructor(database: Sqlite) {
    this.#database = database;
    database.exec(SCHEMA);
  }

  /** Why a read is refused as things stand; undefined when it is not. */
  refusal({ allowances, ticket, after }: Spending): Extract<ErrorCode, 'GRANT_FREQUENCY_SPENT' | 'TOKEN_REPLAYED'> | undefined {
    if (ticket !== undefined && !this.#opens(ticket, after)) return 'TOKEN_REPLAYED';
    return allowances.some((allowance) => this.#isSpent(allowance)) ? 'GRANT_FREQUENCY_SPENT' : undefined;
  }

  /** Inside the transaction that writes the read down, when {@link refusal} found nothing in it. */
  spend({ allowances, ticket, next }: Spending, sequence: number, time: number): void {
    for (const { grant, since } of allowances) {
      this.#database.prepare('DELETE FROM counted_reads WHERE grant_id = ? AND time < ?').run(grant, since);
      this.#database.prepare('INSERT INTO counted_reads VALUES (?, ?, ?)').run(grant, time, sequence);
    }
    if (ticket === undefined) return;
    this.#database.prepare('DELETE FROM tickets WHERE until < ?').run(time - KEPT_AFTER_MS);
    this.#database
      .prepare('INSERT INTO tickets VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET next = excluded.next')
      .run(ticket.id, next === undefined ? null : hashOf(next), ticket.until);
  }

  /** A token opens the beginning, and then only what comes next. */
  #opens({ id, walks }: Ticket, after: string | undefined): boolean {
    const row = this.#database.prepare('SELECT next FROM tickets WHERE id = ?').get(id) as { next: Buffer | null } | undefined;
    if (row === undefined) return !walks || after === undefined;
    return walks && after !== undefined && row.next?.equals(hashOf(after)) === true;
  }

  #isSpent({ grant, count, since }: Allowance): boolean {
    const statement = this.#database.prepare('SELECT count(*) FROM counted_reads WHERE grant_id = ? AND time >= ?').pluck();
    return (statement.get(grant, since) as number) >= count;
  }
}

function hashOf(cursor: string): Buffer {
  return createHash('sha256').update(cursor).digest();
}
