import type { Digest } from '@lianpiao/chaincode/domain';
import type { AuditEntry } from './audit-entry';
import type { LogSync } from './log-sync';
import type { Sqlite } from './sqlite';

/** Receipts `first` to `first + count - 1` of a grant, as the ledger has them. */
export interface ReceiptBatch {
  readonly grant: string;
  readonly first: number;
  readonly count: number;
  readonly root: Digest;
  /** Sequence in the ledger of the provider's half. */
  readonly provided: number;
  /** The consumer's half, and its sequence; null while it is missing. */
  readonly answer: 'acknowledged' | 'disputed' | null;
  readonly answered: number | null;
}

/** Whose receipts: of a grant, or of a side. */
export interface ReceiptFilter {
  readonly grant?: string;
  readonly party?: string;
  /** Audit sequences from here on. */
  readonly from: number;
  readonly limit: number;
}

/** A receipt is an audit entry of rows that left; it has a place of its own under its grant. */
export interface StoredReceipt {
  readonly entry: AuditEntry & { readonly grant: string };
  /** From 0, under its grant. */
  readonly ordinal: number;
}

/** How far the receipts of a grant have come here. */
export interface ReceiptHead {
  readonly grant: string;
  readonly provider: string;
  readonly consumer: string;
  readonly count: number;
  /** Of these under the provider's signature, as far as this process knows. */
  readonly provided: number;
  /** Up to which sequence the ledger's batches were noted. */
  readonly noted: number;
}

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS receipts (
    grant_id TEXT NOT NULL, ordinal INTEGER NOT NULL, sequence INTEGER NOT NULL UNIQUE, provider TEXT NOT NULL,
    consumer TEXT NOT NULL, time INTEGER NOT NULL, rows INTEGER NOT NULL, PRIMARY KEY (grant_id, ordinal)) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS receipts_provider ON receipts (provider, sequence);
  CREATE INDEX IF NOT EXISTS receipts_consumer ON receipts (consumer, sequence);
  CREATE TABLE IF NOT EXISTS receipt_heads (
    grant_id TEXT PRIMARY KEY, provider TEXT NOT NULL, consumer TEXT NOT NULL, count INTEGER NOT NULL,
    provided INTEGER NOT NULL DEFAULT 0, noted INTEGER NOT NULL DEFAULT -1);
  CREATE INDEX IF NOT EXISTS receipt_heads_open ON receipt_heads (grant_id) WHERE provided < count;
  CREATE TABLE IF NOT EXISTS receipt_batches (
    grant_id TEXT NOT NULL, first INTEGER NOT NULL, count INTEGER NOT NULL, root TEXT NOT NULL, provided INTEGER NOT NULL,
    answer TEXT, answered INTEGER, PRIMARY KEY (grant_id, first)) WITHOUT ROWID;
`;
const HEAD = 'SELECT grant_id AS "grant", provider, consumer, count, provided, noted FROM receipt_heads';

/** True for an entry of rows that left: the halves of both sides are about these. docs/formats.md, "Usage receipts". */
function isReceipt(entry: AuditEntry): entry is AuditEntry & { grant: string; provider: string; result: Digest; rows: number } {
  return entry.grant !== undefined && entry.provider !== undefined && entry.result !== undefined && entry.rows !== undefined;
}

/** Which audit entries are usage receipts, and how far both sides signed them. In the audit log's own database. */
export class ReceiptTable {
  readonly #database: Sqlite;
  readonly #log: LogSync;

  constructor(database: Sqlite, log: LogSync) {
    this.#database = database;
    this.#log = log;
    database.exec(SCHEMA);
  }

  /** Inside the transaction that writes the entry: no receipt is missing here, whatever breaks off. */
  note(entry: AuditEntry): void {
    if (!isReceipt(entry)) return;
    const { grant, provider, organisation: consumer, sequence, rows, time } = entry;
    const count = this.#database
      .prepare(
        `INSERT INTO receipt_heads (grant_id, provider, consumer, count) VALUES (?, ?, ?, 1)
         ON CONFLICT DO UPDATE SET count = count + 1, provider = excluded.provider RETURNING count`,
      )
      .pluck()
      .get(grant, provider, consumer) as number;
    this.#database
      .prepare('INSERT INTO receipts VALUES (?, ?, ?, ?, ?, ?, ?)')
      .run(grant, count - 1, sequence, provider, consumer, Date.parse(time), rows);
  }

  list({ grant, party, from, limit }: ReceiptFilter): StoredReceipt[] {
    const rows = this.#database
      .prepare(
        `SELECT r.ordinal, e.text FROM receipts r JOIN entries e ON e.sequence = r.sequence WHERE r.sequence >= @from
         ${grant === undefined ? '' : 'AND r.grant_id = @grant'}
         ${party === undefined ? '' : 'AND (r.provider = @party OR r.consumer = @party)'} ORDER BY r.sequence LIMIT @limit`,
      )
      .all({ grant: grant ?? null, party: party ?? null, from, limit }) as { ordinal: number; text: string }[];
    return rows.map(({ ordinal, text }) => ({ ordinal, entry: JSON.parse(text) as StoredReceipt['entry'] }));
  }

  /** Leaf hashes of consecutive receipts of a grant, those of their audit entries, which are durable: both sides sign for them. */
  leafHashes(grant: string, first: number, count: number): Digest[] {
    this.#log.sync();
    return this.#database
      .prepare(
        `SELECT e.hash FROM receipts r JOIN entries e ON e.sequence = r.sequence
         WHERE r.grant_id = ? AND r.ordinal >= ? AND r.ordinal < ? ORDER BY r.ordinal`,
      )
      .pluck()
      .all(grant, first, first + count) as Digest[];
  }

  /** Grants with receipts that the provider has not signed yet. */
  unsigned(limit: number): ReceiptHead[] {
    return this.#database.prepare(`${HEAD} WHERE provided < count ORDER BY grant_id LIMIT ?`).all(limit) as ReceiptHead[];
  }

  head(grant: string): ReceiptHead | undefined {
    return this.#database.prepare(`${HEAD} WHERE grant_id = ?`).get(grant) as ReceiptHead | undefined;
  }

  /** Grants with receipts, of a party or of all, from behind a grant on. */
  heads(party: string | undefined, after: string, limit: number): ReceiptHead[] {
    const mine = party === undefined ? '' : 'AND (provider = @party OR consumer = @party)';
    const statement = this.#database.prepare(`${HEAD} WHERE grant_id > @after ${mine} ORDER BY grant_id LIMIT @limit`);
    return statement.all({ party: party ?? null, after, limit }) as ReceiptHead[];
  }

  /** When the receipt of a place was made, in milliseconds since 1970. */
  timeOf(grant: string, ordinal: number): number | undefined {
    const statement = this.#database.prepare('SELECT time FROM receipts WHERE grant_id = ? AND ordinal = ?').pluck();
    return statement.get(grant, ordinal) as number | undefined;
  }

  /** Rows that left under a grant, by the hour, from a time on. */
  hours(grant: string, from: number): { readonly hour: number; readonly rows: number; readonly reads: number }[] {
    return this.#database
      .prepare(
        `SELECT time / 3600000 AS hour, sum(rows) AS rows, count(*) AS reads FROM receipts WHERE grant_id = ? AND time >= ?
         GROUP BY 1 ORDER BY 1`,
      )
      .all(grant, from) as { hour: number; rows: number; reads: number }[];
  }

  noteProvided(grant: string, provided: number): void {
    const statement = this.#database.prepare('UPDATE receipt_heads SET provided = max(provided, ?) WHERE grant_id = ?');
    statement.run(provided, grant);
  }

  /** What the ledger says of a grant's receipts, up to a sequence of it; all or nothing. */
  noteBatches(grant: string, batches: readonly ReceiptBatch[], upTo: number): void {
    const insert = this.#database.prepare(
      `INSERT INTO receipt_batches VALUES (@grant, @first, @count, @root, @provided, @answer, @answered)
       ON CONFLICT DO UPDATE SET answer = coalesce(excluded.answer, answer), answered = coalesce(excluded.answered, answered)`,
    );
    const noted = this.#database.prepare('UPDATE receipt_heads SET noted = max(noted, ?) WHERE grant_id = ?');
    this.#database
      .transaction(() => {
        for (const batch of batches) insert.run(batch);
        noted.run(upTo, grant);
      })
      .immediate();
  }

  /** The noted batch that covers a receipt. */
  batchOf(grant: string, ordinal: number): ReceiptBatch | undefined {
    const batch = this.#database
      .prepare('SELECT *, grant_id AS "grant" FROM receipt_batches WHERE grant_id = ? AND first <= ? ORDER BY first DESC LIMIT 1')
      .get(grant, ordinal) as (ReceiptBatch & { grant_id: string }) | undefined;
    if (batch === undefined || ordinal >= batch.first + batch.count) return undefined;
    const { grant_id: _, ...rest } = batch;
    return rest;
  }

  /** Receipts of a grant that the consumer disputes. */
  disputed(grant: string): number {
    return this.#database
      .prepare("SELECT coalesce(sum(count), 0) FROM receipt_batches WHERE grant_id = ? AND answer = 'disputed'")
      .pluck()
      .get(grant) as number;
  }
}
