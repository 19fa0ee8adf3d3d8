import { LedgerError } from '@lianpiao/chaincode/domain';
import { Client, Pool, TypeOverrides, types, type ClientBase, type ClientConfig, type QueryResultRow } from 'pg';
import { errorCode } from '../../error-code';
import { migrate } from './migrations';

/** Connections a process holds. */
const MAX_CONNECTIONS = 8;
const CONNECT_TIMEOUT_MS = 5000;
/** A statement; waiting for a lock within it. */
const STATEMENT_TIMEOUT_MS = 10_000;
const LOCK_TIMEOUT_MS = 3000;
/** The server gave no answer at all: the connection is given up. */
const ANSWER_TIMEOUT_MS = STATEMENT_TIMEOUT_MS + 2000;
/** Writing a partition anew may take this long. */
const MAINTENANCE_TIMEOUT_MS = 10 * 60_000;
const ATTEMPTS = 3;
const FIRST_PAUSE_MS = 50;

/** Told by PostgreSQL when the same transaction may work the next time: serialisation, deadlock. */
const AGAIN = new Set(['40001', '40P01']);
/** The server is not there, goes, or does not answer in time: 08… and 57P… besides these. */
const AWAY = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOTFOUND', 'ETIMEDOUT', '53300', '57014', '55P03']);

/** Sequences and times are far below 2^53, so they are numbers. */
const numbers = new TypeOverrides();
numbers.setTypeParser(types.builtins.INT8, Number);

/** Runs one statement of a transaction. */
export type Run = <Row extends QueryResultRow>(text: string, values?: readonly unknown[]) => Promise<readonly Row[]>;

/**
 * The PostgreSQL that an organisation's gateways and workers share: one pool a process, every call with a deadline, a few
 * attempts where another one can help. What runs here is written so that a repetition does no harm.
 */
export class SharedDatabase {
  readonly #url: string;
  readonly #pool: Pool;
  #ready: Promise<void> | undefined;

  constructor(url: string) {
    this.#url = url;
    this.#pool = new Pool({ ...settings(url, STATEMENT_TIMEOUT_MS), max: MAX_CONNECTIONS, allowExitOnIdle: true });
    // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
    this.#pool.on('error', () => undefined);
  }

  /** Rows of one statement. @throws LedgerError DATABASE_UNAVAILABLE. */
  rows<Row extends QueryResultRow>(text: string, values: readonly unknown[] = []): Promise<readonly Row[]> {
    return this.transaction((run) => run<Row>(text, values), false);
  }

  /** All of the work is done, or none of it. @throws LedgerError DATABASE_UNAVAILABLE. */
  async transaction<Result>(work: (run: Run) => Promise<Result>, framed = true): Promise<Result> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await this.#migrated();
        return await this.#once(work, framed);
      } catch (error) {
        const code = errorCode(error);
        if (attempt < ATTEMPTS && isTransient(error, code)) {
          await new Promise((resolve) => setTimeout(resolve, FIRST_PAUSE_MS * 2 ** (attempt - 1)));
          continue;
        }
        throw isTransient(error, code) ? new LedgerError('DATABASE_UNAVAILABLE', {}, { cause: error }) : error;
      }
    }
  }

  /** Runs a statement that may take long and cannot stand in a transaction, on a connection of its own. */
  async maintain(text: string): Promise<void> {
    const client = new Client(settings(this.#url, MAINTENANCE_TIMEOUT_MS));
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.query(text);
    } catch (error) {
      if (isTransient(error, errorCode(error))) throw new LedgerError('DATABASE_UNAVAILABLE', {}, { cause: error });
      throw error;
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  /**
   * Makes sure that this database belongs to this ledger: rows of two would be worth nothing.
   * @param identity a digest that no other ledger has.
   * @throws LedgerError DATABASE_UNSUITABLE.
   */
  async belongTo(identity: string): Promise<void> {
    await this.rows('INSERT INTO ledger (identity) VALUES ($1) ON CONFLICT DO NOTHING', [identity]);
    const [row] = await this.rows<{ identity: string }>('SELECT identity FROM ledger');
    if (row?.identity !== identity) throw new LedgerError('DATABASE_UNSUITABLE', { rule: 'one-ledger' });
  }

  close(): Promise<void> {
    return this.#pool.end();
  }

  /** Once in a process; again after a failure. */
  #migrated(): Promise<void> {
    this.#ready ??= this.#with(migrate).catch((error: unknown) => {
      this.#ready = undefined;
      throw error;
    });
    return this.#ready;
  }

  #once<Result>(work: (run: Run) => Promise<Result>, framed: boolean): Promise<Result> {
    return this.#with(async (client) => {
      if (framed) await client.query('BEGIN');
      const run: Run = async <Row extends QueryResultRow>(text: string, values: readonly unknown[] = []) =>
        (await client.query<Row>(text, [...values])).rows;
      const result = await work(run);
      if (framed) await client.query('COMMIT');
      return result;
    });
  }

  async #with<Result>(work: (client: ClientBase) => Promise<Result>): Promise<Result> {
    const client = await this.#pool.connect();
    let broken = true;
    try {
      const result = await work(client);
      broken = false;
      return result;
    } finally {
      // A connection that failed is closed: that rolls back what it had begun.
      client.release(broken);
    }
  }
}

function settings(url: string, timeoutMs: number): ClientConfig {
  const options = [
    'search_path=lianpiao',
    `statement_timeout=${String(timeoutMs)}`,
    `lock_timeout=${String(LOCK_TIMEOUT_MS)}`,
    `idle_in_transaction_session_timeout=${String(STATEMENT_TIMEOUT_MS)}`,
    'timezone=UTC',
  ];
  return {
    connectionString: url,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    query_timeout: timeoutMs + ANSWER_TIMEOUT_MS - STATEMENT_TIMEOUT_MS,
    application_name: 'lianpiao',
    keepAlive: true,
    types: numbers,
    options: options.map((setting) => `-c ${setting}`).join(' '),
  };
}

/** Whether another attempt, now or later, may succeed. What the driver itself gives up has no code, only a message. */
function isTransient(error: unknown, code: string | undefined): boolean {
  if (error instanceof LedgerError) return false;
  if (code === undefined)
    return error instanceof Error && /^(?:Connection terminated|Query read timeout|timeout exceeded)/.test(error.message);
  return AGAIN.has(code) || AWAY.has(code) || /^(?:08|57P)/.test(code);
}
