import { join } from 'node:path';
import type { Digest } from '@lianpiao/chaincode/domain';
import type { Statement } from 'better-sqlite3';
import { exclusively } from '../../stores/exclusive';
import { LogSync } from '../../stores/log-sync';
import { openSqlite, type Sqlite } from '../../stores/sqlite';
import type { Block, BlockHeader } from '../block';
import type { ActFilter, PlacedAct } from '../ledger';

interface BlockRow {
  readonly hash: Digest;
  readonly header: string;
  readonly key_id: string;
  readonly signature: string;
  readonly transactions: string;
  readonly entries: string;
}

interface ActRow {
  readonly sequence: number;
  readonly subject: string;
  readonly text: string;
}

/** What a block adds to the tables beside the chain itself. */
export interface BlockExtras {
  /** First 64 bits of the reference of each entry, big-endian; zeros where there is none. */
  readonly references: Buffer;
  readonly acts: readonly { readonly sequence: number; readonly type: string; readonly subject: string; readonly text: string }[];
}

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS blocks (
    number INTEGER PRIMARY KEY, first INTEGER NOT NULL, count INTEGER NOT NULL, hash TEXT NOT NULL,
    reference_bits BLOB NOT NULL, header TEXT NOT NULL, key_id TEXT NOT NULL, signature TEXT NOT NULL,
    transactions TEXT NOT NULL, entries TEXT NOT NULL);
  CREATE UNIQUE INDEX IF NOT EXISTS blocks_first ON blocks (first);
  CREATE TABLE IF NOT EXISTS state (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS acts (sequence INTEGER PRIMARY KEY, type TEXT NOT NULL, subject TEXT NOT NULL, text TEXT NOT NULL);
  CREATE INDEX IF NOT EXISTS acts_subject ON acts (subject, sequence);
  CREATE INDEX IF NOT EXISTS acts_subject_type ON acts (subject, type, sequence);
  CREATE INDEX IF NOT EXISTS acts_type ON acts (type, sequence);
  CREATE INDEX IF NOT EXISTS acts_provider ON acts (json_extract(text, '$.provider'), sequence) WHERE type = 'grant.granted';
  CREATE INDEX IF NOT EXISTS acts_consumer ON acts (json_extract(text, '$.consumer'), sequence) WHERE type = 'grant.granted';
  CREATE INDEX IF NOT EXISTS acts_resource ON acts (json_extract(text, '$.resource'), sequence) WHERE type = 'grant.granted';
`;

/**
 * The embedded ledger's tables: the chain of blocks, and beside it what is derived from it within the same SQLite
 * transaction (current state, administrative acts), which `lianpiao ledger verify` compares with a replay.
 */
export class BlockStore {
  readonly #database: Sqlite;
  readonly #log: LogSync;
  readonly #insertBlock: Statement;
  readonly #insertAct: Statement;
  readonly #putState: Statement;
  readonly #getState: Statement;
  readonly #blockOf: Statement;
  readonly #blockNumbered: Statement;
  readonly #last: Statement;
  readonly #lastNumber: Statement;
  readonly #length: Statement;
  /** Prepared once: a filter has few shapes. */
  readonly #actQueries = new Map<string, Statement>();
  /** Number of the last block that is known to be on the disk. */
  #durableUpTo = 0;

  constructor(folder: string, options: { readonly readonly?: boolean } = {}) {
    this.#database = openSqlite(join(folder, 'ledger.db'), 'NORMAL', options);
    this.#log = new LogSync(this.#database);
    if (options.readonly !== true) this.#database.exec(SCHEMA);
    const prepare = (text: string): Statement => this.#database.prepare(text);
    this.#insertBlock = prepare('INSERT INTO blocks VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
    this.#insertAct = prepare('INSERT INTO acts VALUES (?, ?, ?, ?)');
    this.#putState = prepare('INSERT INTO state VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value');
    this.#getState = prepare('SELECT value FROM state WHERE key = ?').pluck();
    const columns = 'SELECT hash, header, key_id, signature, transactions, entries FROM blocks';
    this.#blockOf = prepare(`${columns} WHERE first <= ? ORDER BY first DESC LIMIT 1`);
    this.#blockNumbered = prepare(`${columns} WHERE number = ?`);
    this.#last = prepare(`${columns} ORDER BY number DESC LIMIT 1`);
    this.#lastNumber = prepare('SELECT max(number) FROM blocks').pluck();
    this.#length = prepare('SELECT first + count FROM blocks ORDER BY number DESC LIMIT 1').pluck();
  }

  /** Runs work while no other process can write. @throws LedgerError DEADLINE_EXCEEDED. */
  exclusively<Result>(work: () => Result): Promise<Result> {
    return exclusively(this.#database, this.#log, work);
  }

  /** Tables of an engine beside the chain's: they change in the same transaction. @returns what prepares statements on them. */
  beside(schema: string): (text: string) => Statement {
    this.#database.exec(schema);
    return (text) => this.#database.prepare(text);
  }

  append(block: Block, extras: BlockExtras): void {
    const { number, first, count } = block.header;
    this.#insertBlock.run(
      number,
      first,
      count,
      block.hash,
      extras.references,
      block.headerText,
      block.keyId,
      block.signature,
      block.transactionsText,
      block.entryTexts.join('\n'),
    );
    for (const act of extras.acts) this.#insertAct.run(act.sequence, act.type, act.subject, act.text);
  }

  putState(key: string, valueText: string): void {
    this.#putState.run(key, valueText);
  }

  getState(key: string): string | undefined {
    return this.#getState.get(key) as string | undefined;
  }

  allState(): IterableIterator<{ key: string; value: string }> {
    return this.#database.prepare('SELECT key, value FROM state ORDER BY key').iterate() as IterableIterator<{
      key: string;
      value: string;
    }>;
  }

  last(): Block | undefined {
    return toBlock(this.#last.get() as BlockRow | undefined);
  }

  /** Number of the last block, 0 when there is none: cheap enough to ask before every write. */
  lastNumber(): number {
    return (this.#lastNumber.get() as number | null) ?? 0;
  }

  /** Notes that the chain so far was imported: a mirror may go on from it where a hand-over says so. */
  noteImport(): void {
    this.#database.exec('CREATE TABLE IF NOT EXISTS imported (last_block TEXT NOT NULL)');
    this.#database.prepare('INSERT INTO imported SELECT hash FROM blocks ORDER BY number DESC LIMIT 1').run();
  }

  /** Hash of the last block that was imported. */
  importedUpTo(): string | undefined {
    const there = this.#database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'imported'").get();
    return there === undefined ? undefined : (this.#database.prepare('SELECT last_block FROM imported').pluck().get() as string);
  }

  /** How many entries all blocks hold. */
  length(): number {
    return (this.#length.get() as number | undefined) ?? 0;
  }

  blockNumbered(number: number): Block | undefined {
    return this.#durable(toBlock(this.#blockNumbered.get(number) as BlockRow | undefined));
  }

  /** The block that holds the entry of a sequence. */
  blockOf(sequence: number): Block | undefined {
    const block = this.#durable(toBlock(this.#blockOf.get(sequence) as BlockRow | undefined));
    return block !== undefined && sequence < block.header.first + block.header.count ? block : undefined;
  }

  /** Reference bits of the blocks from one number to another, in order. */
  references(from: number, to: number): IterableIterator<{ first: number; bits: Buffer }> {
    const statement = this.#database.prepare(
      'SELECT first, reference_bits AS bits FROM blocks WHERE number BETWEEN ? AND ? ORDER BY number',
    );
    return statement.iterate(from, to) as IterableIterator<{ first: number; bits: Buffer }>;
  }

  acts(filter: ActFilter): PlacedAct[] {
    const { where, order } = actQuery(filter);
    const query = `SELECT sequence, subject, text FROM acts WHERE ${where} ORDER BY sequence ${order} LIMIT @limit`;
    const statement = this.#actQueries.get(query) ?? this.#database.prepare(query);
    this.#actQueries.set(query, statement);
    const rows = statement.all({ ...filter, member: filter.grants?.value }) as ActRow[];
    return rows.map(({ sequence, subject, text }) => ({
      sequence,
      subject,
      text,
      entry: JSON.parse(text) as PlacedAct['entry'],
    }));
  }

  /** Another process's block is seen a moment before it is durable: nobody acts on it before it is. */
  #durable(block: Block | undefined): Block | undefined {
    if (block !== undefined && block.header.number > this.#durableUpTo) {
      const last = this.lastNumber();
      this.#log.sync();
      this.#durableUpTo = last;
    }
    return block;
  }

  close(): void {
    this.#log.close();
    this.#database.close();
  }
}

/** Only the conditions that are asked for, so that SQLite looks up what an index can find instead of reading every act. */
function actQuery({ subject, type, grants, before, after }: ActFilter): {
  readonly where: string;
  readonly order: 'ASC' | 'DESC';
} {
  const conditions = [
    subject === undefined ? [] : ['subject = @subject'],
    type === undefined ? [] : ['type = @type'],
    // The type is written out, because the indexes on members are of grants alone.
    grants === undefined ? [] : [`type = 'grant.granted' AND json_extract(text, '$.${grants.member}') = @member`],
    before === undefined ? [] : ['sequence < @before'],
    after === undefined ? [] : ['sequence > @after'],
  ].flat();
  return { where: conditions.join(' AND ') || '1', order: after === undefined ? 'DESC' : 'ASC' };
}

function toBlock(row: BlockRow | undefined): Block | undefined {
  if (row === undefined) return undefined;
  return {
    header: JSON.parse(row.header) as BlockHeader,
    headerText: row.header,
    hash: row.hash,
    keyId: row.key_id,
    signature: row.signature,
    transactionsText: row.transactions,
    entryTexts: row.entries.split('\n'),
  };
}
