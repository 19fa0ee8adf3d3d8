import { join } from 'node:path';
import { canonicalJson, formatTime, hasher, LedgerError, type Digest } from '@lianpiao/chaincode/domain';
import type { Statement } from 'better-sqlite3';
import { exclusively } from './exclusive';
import { openSqlite, type Sqlite } from './sqlite';

/** What a check of a grant leaves. Names of fields and digests, never a value of the data. docs/formats.md, "Audit entries". */
export type AuditFacts = {
  /** `stream-end` belongs to the stream that began before; every other event is one check. */
  readonly event: 'check' | 'read' | 'stream' | 'stream-end';
  readonly grant: string;
  readonly resource?: string;
  /** Who asked, and by which API key. */
  readonly organisation: string;
  readonly key: string;
  readonly purpose?: string;
  /** Fields that were asked for; absent when all that is granted was. */
  readonly fields?: readonly string[];
  /** SHA-256 over the canonical JSON of what was asked. */
  readonly query: Digest;
  readonly outcome: 'allowed' | 'failed' | 'refused';
  /** Why it was refused, failed or ended. */
  readonly code?: string;
  /** Rows that left, or were about to. */
  readonly rows?: number;
  /** Entries of the ledger when the grant's state was read. */
  readonly height: number;
  /** Of a `stream-end`: the entry of its beginning. */
  readonly began?: number;
};

/** An entry as it is chained: `previous` is the leaf hash of the entry before, 64 zeros for the first. */
export type AuditEntry = AuditFacts & { readonly sequence: number; readonly time: string; readonly previous: Digest };

export interface AuditFilter {
  readonly grant?: string;
  /** Who asked. */
  readonly organisation?: string;
  /** Entries from this sequence on. */
  readonly from: number;
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
  readonly resolve: (entry: AuditEntry) => void;
  readonly reject: (error: unknown) => void;
}

const WAITING_LIMIT = 20_000;
const GROUP_SIZE = 2048;
const NOTHING_BEFORE = '0'.repeat(64) as Digest;
const SCHEMA = `
  CREATE TABLE IF NOT EXISTS entries (
    sequence INTEGER PRIMARY KEY, grant_id TEXT NOT NULL, organisation TEXT NOT NULL, hash TEXT NOT NULL, text TEXT NOT NULL);
  CREATE INDEX IF NOT EXISTS entries_grant ON entries (grant_id, sequence);
  CREATE TABLE IF NOT EXISTS seals (first INTEGER PRIMARY KEY, count INTEGER NOT NULL, root TEXT NOT NULL, sequence INTEGER NOT NULL);
`;

/**
 * The log of every check: durable before anything is served, chained, and by its Merkle roots on the ledger. Entries that
 * arrive while the disk is busy share one sync. It cannot be made again; `seals` beside it can, from the ledger.
 */
export class AuditStore {
  readonly #database: Sqlite;
  readonly #clock: () => number;
  readonly #insert: Statement;
  readonly #last: Statement;
  readonly #length: Statement;
  #waiting: Waiting[] = [];
  #running = false;

  constructor(folder: string, clock: () => number) {
    this.#clock = clock;
    this.#database = openSqlite(join(folder, 'audit.db'), 'FULL');
    this.#database.exec(SCHEMA);
    this.#insert = this.#database.prepare('INSERT INTO entries VALUES (?, ?, ?, ?, ?)');
    this.#last = this.#database.prepare('SELECT sequence, hash, text FROM entries ORDER BY sequence DESC LIMIT 1');
    this.#length = this.#database.prepare('SELECT max(sequence) + 1 FROM entries').pluck();
  }

  /**
   * Writes an entry; durable when it resolves.
   * @throws LedgerError QUEUE_FULL, DEADLINE_EXCEEDED.
   */
  append(facts: AuditFacts): Promise<AuditEntry> {
    if (this.#waiting.length >= WAITING_LIMIT) return Promise.reject(new LedgerError('QUEUE_FULL'));
    return new Promise((resolve, reject) => {
      this.#waiting.push({ facts, resolve, reject });
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
        const entries = await exclusively(this.#database, () => {
          // Whoever came while the turn was waited for is taken along.
          group = this.#waiting.splice(0, GROUP_SIZE);
          return this.#write(group);
        });
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
    return group.map(({ facts }) => {
      const entry: AuditEntry = { ...facts, sequence, time, previous };
      const text = auditText(entry);
      previous = hasher().leafHash(text);
      this.#insert.run(sequence, facts.grant, facts.organisation, previous, text);
      sequence += 1;
      return entry;
    });
  }

  /** How many entries there are. */
  length(): number {
    return (this.#length.get() as number | null) ?? 0;
  }

  list({ grant, organisation, from, limit }: AuditFilter): AuditEntry[] {
    const texts = this.#database
      .prepare(
        `SELECT text FROM entries WHERE sequence >= @from ${grant === undefined ? '' : 'AND grant_id = @grant'}
         ${organisation === undefined ? '' : 'AND organisation = @organisation'} ORDER BY sequence LIMIT @limit`,
      )
      .pluck()
      .all({ grant: grant ?? null, organisation: organisation ?? null, from, limit }) as string[];
    return texts.map((text) => JSON.parse(text) as AuditEntry);
  }

  /** Leaf hashes of consecutive entries. */
  leafHashes(first: number, count: number): Digest[] {
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
    this.#database.close();
  }
}

/** The one text of an entry (RFC 8785): what is hashed and chained. */
export function auditText(entry: AuditEntry): string {
  return canonicalJson({ ...entry });
}
