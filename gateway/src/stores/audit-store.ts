import { join } from 'node:path';
import { formatTime, hasher, LedgerError, type Digest } from '@lianpiao/chaincode/domain';
import type { Statement } from 'better-sqlite3';
import { auditText, type AuditEntry, type AuditFacts } from './audit-entry';
import { committed } from './exclusive';
import { RunTable } from './run-table';
import { ReceiptTable } from './receipt-table';
import { SpendingTable, type Spending } from './spending-table';
import { LogSync } from './log-sync';
import { openSqlite, type Sqlite } from './sqlite';

export { auditText, type AuditEntry, type AuditFacts } from './audit-entry';

export interface AuditFilter {
  readonly grant?: string;
  /** Who asked. */
  readonly organisation?: string;
  /** Oldest first from this sequence on, or newest first below one. */
  readonly from: number | { readonly before: number };
  readonly limit: number;
}

/** A root of audit entries that is on the ledger. */
export interface AuditSeal {
  readonly first: number;
  readonly count: number;
  readonly root: Digest;
  /** Sequence of its entry in the ledger. */
  readonly sequence: number;
}

interface Waiting {
  readonly facts: AuditFacts;
  readonly spending: Spending | undefined;
  readonly resolve: (entry: AuditEntry) => void;
  readonly reject: (error: unknown) => void;
}

const WAITING_LIMIT = 20_000;
const GROUP_SIZE = 2048;
/** No id of a grant is empty. */
const NO_GRANT = '';
const NOTHING_BEFORE = '0'.repeat(64) as Digest;
const SCHEMA = `
  CREATE TABLE IF NOT EXISTS entries (
    sequence INTEGER PRIMARY KEY, grant_id TEXT NOT NULL, organisation TEXT NOT NULL, hash TEXT NOT NULL, text TEXT NOT NULL);
  CREATE INDEX IF NOT EXISTS entries_grant ON entries (grant_id, sequence);
  CREATE TABLE IF NOT EXISTS seals (first INTEGER PRIMARY KEY, count INTEGER NOT NULL, root TEXT NOT NULL, sequence INTEGER NOT NULL);
`;

/**
 * The log of every check, and of every refused change of an invoice's life: durable before anything is answered, chained, and by its Merkle roots on the ledger. Entries that
 * arrive while the disk is busy share one sync. It cannot be made again; `seals` beside it can, from the ledger.
 */
export class AuditStore {
  /** Which entries are usage receipts. */
  readonly receipts: ReceiptTable;
  /** Runs of query templates. */
  readonly runs: RunTable;
  /** What reads have used up. */
  readonly spending: SpendingTable;
  readonly #database: Sqlite;
  readonly #log: LogSync;
  readonly #clock: () => number;
  readonly #insert: Statement;
  readonly #last: Statement;
  readonly #length: Statement;
  #waiting: Waiting[] = [];
  #running = false;

  constructor(folder: string, clock: () => number) {
    this.#clock = clock;
    this.#database = openSqlite(join(folder, 'audit.db'), 'NORMAL');
    this.#log = new LogSync(this.#database);
    this.#database.exec(SCHEMA);
    this.runs = new RunTable(this.#database, folder);
    this.receipts = new ReceiptTable(this.#database, this.#log);
    this.spending = new SpendingTable(this.#database);
    this.#insert = this.#database.prepare('INSERT INTO entries VALUES (?, ?, ?, ?, ?)');
    this.#last = this.#database.prepare('SELECT sequence, hash, text FROM entries ORDER BY sequence DESC LIMIT 1');
    this.#length = this.#database.prepare('SELECT max(sequence) + 1 FROM entries').pluck();
  }

  /**
   * Writes an entry; durable when it resolves.
   * @param spending what an allowed read uses up; when it is spent already, the entry is one of a refusal.
   * @throws LedgerError QUEUE_FULL, DEADLINE_EXCEEDED.
   */
  append(facts: AuditFacts, spending?: Spending): Promise<AuditEntry> {
    if (this.#waiting.length >= WAITING_LIMIT) return Promise.reject(new LedgerError('QUEUE_FULL'));
    return new Promise((resolve, reject) => {
      this.#waiting.push({ facts, spending, resolve, reject });
      if (!this.#running) {
        this.#running = true;
        setImmediate(() => void this.#drain());
      }
    });
  }

  async #drain(): Promise<void> {
    while (this.#waiting.length > 0) {
      let group: Waiting[] = [];
      try {
        const entries = await committed(this.#database, () => {
          // Whoever came while the turn was waited for is taken along.
          group = this.#waiting.splice(0, GROUP_SIZE);
          return this.#write(group);
        });
        // Who comes meanwhile makes up the next group.
        await this.#log.syncBeside();
        group.forEach(({ resolve }, index) => resolve(entries[index] as AuditEntry));
      } catch (error) {
        for (const { reject } of group.length > 0 ? group : this.#waiting.splice(0, GROUP_SIZE)) reject(error);
      }
      await new Promise(setImmediate);
    }
    this.#running = false;
  }

  #write(group: readonly Waiting[]): AuditEntry[] {
    const last = this.#last.get() as { sequence: number; hash: Digest; text: string } | undefined;
    let previous = last?.hash ?? NOTHING_BEFORE;
    let sequence = last === undefined ? 0 : last.sequence + 1;
    const before = last === undefined ? 0 : Date.parse((JSON.parse(last.text) as AuditEntry).time);
    const time = formatTime(Math.max(before, this.#clock()));
    return group.map(({ facts, spending }) => {
      const settled = spending === undefined ? facts : this.#settle(facts, spending, sequence, Date.parse(time));
      const entry: AuditEntry = { ...settled, sequence, time, previous };
      const text = auditText(entry);
      previous = hasher().leafHash(text);
      this.#insert.run(sequence, facts.grant ?? NO_GRANT, facts.organisation, previous, text);
      this.receipts.note(entry);
      sequence += 1;
      return entry;
    });
  }

  /** Takes what a read uses up, or makes a refusal of it. */
  #settle(facts: AuditFacts, spending: Spending, sequence: number, time: number): AuditFacts {
    const code = this.spending.refusal(spending);
    if (code === undefined) {
      this.spending.spend(spending, sequence, time);
      return facts;
    }
    const { rows: _rows, result: _result, ...rest } = facts;
    return { ...rest, outcome: 'refused', code };
  }

  /** How many entries there are. */
  length(): number {
    return (this.#length.get() as number | null) ?? 0;
  }

  list({ grant, organisation, from, limit }: AuditFilter): AuditEntry[] {
    const [start, order, place] = typeof from === 'number' ? ['>=', 'ASC', from] : ['<', 'DESC', from.before];
    const texts = this.#database
      .prepare(
        `SELECT text FROM entries WHERE sequence ${start} @place ${grant === undefined ? '' : 'AND grant_id = @grant'}
         ${organisation === undefined ? '' : 'AND organisation = @organisation'} ORDER BY sequence ${order} LIMIT @limit`,
      )
      .pluck()
      .all({ grant: grant ?? null, organisation: organisation ?? null, place, limit }) as string[];
    return texts.map((text) => JSON.parse(text) as AuditEntry);
  }

  /** The last entries, newest first. */
  newest(limit: number): AuditEntry[] {
    const statement = this.#database.prepare('SELECT text FROM entries ORDER BY sequence DESC LIMIT ?').pluck();
    return (statement.all(limit) as string[]).map((text) => JSON.parse(text) as AuditEntry);
  }

  /** Leaf hashes of consecutive entries, which are durable: a root over them may go to the ledger. */
  leafHashes(first: number, count: number): Digest[] {
    // An entry is seen a moment before it is durable.
    this.#log.sync();
    const statement = this.#database
      .prepare('SELECT hash FROM entries WHERE sequence >= ? AND sequence < ? ORDER BY sequence')
      .pluck();
    return statement.all(first, first + count) as Digest[];
  }

  /** How many entries the seals that are noted here cover. */
  notedSeals(): number {
    return (this.#database.prepare('SELECT max(first + count) FROM seals').pluck().get() as number | null) ?? 0;
  }

  noteSeals(seals: readonly AuditSeal[]): void {
    const insert = this.#database.prepare('INSERT OR IGNORE INTO seals VALUES (@first, @count, @root, @sequence)');
    this.#database
      .transaction(() => {
        for (const seal of seals) insert.run(seal);
      })
      .immediate();
  }

  /** The noted seal that covers an entry. */
  sealOf(sequence: number): AuditSeal | undefined {
    const seal = this.#database
      .prepare('SELECT first, count, root, sequence FROM seals WHERE first <= ? ORDER BY first DESC LIMIT 1')
      .get(sequence) as AuditSeal | undefined;
    return seal !== undefined && sequence < seal.first + seal.count ? seal : undefined;
  }

  close(): void {
    this.#log.close();
    this.#database.close();
  }
}
