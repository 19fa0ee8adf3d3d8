import { LedgerError } from '@lianpiao/chaincode/domain';
import { Pool, type PoolClient } from 'pg';
import type { Field, FieldType } from '../access/condition';
import { errorCode } from '../error-code';
import { selectRows, type Statement, type TablePlan } from './postgres-query';
import { rowTexts } from './row-text';
import type { DataSource, SourcePage, SourceQuery } from './source';

/** Connections a process holds to one database, and of them streams at most: pages always find one. */
const MAX_CONNECTIONS = 16;
const MAX_STREAMS = 12;
const CONNECT_TIMEOUT_MS = 5000;
/** A statement, or one fetch of a stream. */
const STATEMENT_TIMEOUT_MS = 10_000;
/** A stream whose reader takes nothing for this long lets go of the database. */
const IDLE_STREAM_TIMEOUT_MS = 60_000;
const FETCH_ROWS = 1000;
/** How long the table's columns are believed without another look; a statement on what is gone fails anyway. */
const PLAN_MS = 10_000;

const FIELD_TYPES: Readonly<Record<string, FieldType>> = {
  int2: 'number', int4: 'number', int8: 'number', numeric: 'number', bool: 'boolean',
  date: 'time', timestamp: 'time', timestamptz: 'time', text: 'text', varchar: 'text', bpchar: 'text', uuid: 'text',
}; // prettier-ignore

const COLUMNS = `
  SELECT a.attname AS name, t.typname AS type,
    EXISTS (SELECT 1 FROM pg_index i WHERE i.indrelid = c.oid AND i.indisunique AND i.indpred IS NULL AND i.indisvalid
            AND i.indnkeyatts = 1 AND i.indkey[0] = a.attnum) AND a.attnotnull AS "isKey"
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    JOIN pg_type t ON t.oid = a.atttypid
  WHERE n.nspname = $1 AND c.relname = $2 AND c.relkind IN ('r', 'p', 'm') AND t.typnamespace = 'pg_catalog'::regnamespace`;

interface Column {
  readonly name: string;
  readonly type: string;
  readonly isKey: boolean;
}

const ignore = (): void => undefined;

/** One database: a pool of connections that can read only. */
export class PostgresDatabase {
  readonly #pool: Pool;
  #streams = 0;

  constructor(url: string) {
    this.#pool = new Pool({
      connectionString: url,
      max: MAX_CONNECTIONS,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      query_timeout: STATEMENT_TIMEOUT_MS + CONNECT_TIMEOUT_MS,
      allowExitOnIdle: true,
      application_name: 'lianpiao',
      // Whatever the database's defaults are: reads only, times in UTC, and never for long.
      options: [
        'default_transaction_read_only=on',
        `statement_timeout=${String(STATEMENT_TIMEOUT_MS)}`,
        `idle_in_transaction_session_timeout=${String(IDLE_STREAM_TIMEOUT_MS)}`,
        'timezone=UTC',
        'datestyle=ISO',
      ]
        .map((setting) => `-c ${setting}`)
        .join(' '),
    });
    // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
    this.#pool.on('error', ignore);
  }

  async rows(statement: Statement): Promise<readonly (readonly (string | null)[])[]> {
    return (await answered(this.#pool.query<(string | null)[]>(asArrays(statement)))).rows;
  }

  async columns(schema: string, table: string): Promise<readonly Column[]> {
    return (await answered(this.#pool.query<Column>(COLUMNS, [schema, table]))).rows;
  }

  /** Rows through a cursor, inside one transaction that can read only. */
  async *cursor(statement: Statement, signal: AbortSignal): AsyncIterable<readonly (readonly (string | null)[])[]> {
    if (this.#streams >= MAX_STREAMS) throw new LedgerError('QUEUE_FULL');
    this.#streams += 1;
    let client: PoolClient | undefined;
    let broken = true;
    try {
      client = await answered(this.#pool.connect());
      // While nothing is asked of it, a connection that breaks says so here; without a listener that would end the process.
      client.on('error', ignore);
      await answered(client.query('BEGIN READ ONLY ISOLATION LEVEL REPEATABLE READ'));
      await answered(client.query(`DECLARE rows_of_grant NO SCROLL CURSOR FOR ${statement.text}`, [...statement.values]));
      yield* fetchAll(client, signal);
      await answered(client.query('COMMIT'));
      broken = false;
    } finally {
      this.#streams -= 1;
      if (!broken) client?.off('error', ignore);
      // A connection whose transaction did not come to its end is closed: that ends the statement, too.
      client?.release(broken);
    }
  }

  close(): void {
    void this.#pool.end();
  }
}

async function* fetchAll(client: PoolClient, signal: AbortSignal): AsyncIterable<readonly (readonly (string | null)[])[]> {
  const fetch: Statement = { text: `FETCH ${String(FETCH_ROWS)} FROM rows_of_grant`, values: [] };
  // The next batch is on its way while this one is sent.
  let next = client.query<(string | null)[]>(asArrays(fetch));
  while (!signal.aborted) {
    const { rows } = await answered(next);
    if (rows.length === FETCH_ROWS) {
      next = client.query<(string | null)[]>(asArrays(fetch));
      next.catch(() => undefined);
    }
    if (rows.length > 0) yield rows;
    if (rows.length < FETCH_ROWS) return;
  }
}

/** Values as PostgreSQL writes them: nothing is turned into a number or a date here. */
function asArrays({ text, values }: Statement): {
  text: string;
  values: string[];
  rowMode: 'array';
  types: { getTypeParser: () => (value: string) => string };
} {
  return { text, values: [...values], rowMode: 'array', types: { getTypeParser: () => (value) => value } };
}

/** What PostgreSQL says is not told further: its messages quote names and values. */
async function answered<Answer>(promise: Promise<Answer>): Promise<Answer> {
  try {
    return await promise;
  } catch (cause) {
    if (cause instanceof LedgerError) throw cause;
    const code = errorCode(cause) ?? '';
    // Undefined column or table, datatype mismatch: classes 42 and 22 of SQLSTATE.
    if (code.startsWith('42')) throw new LedgerError('SOURCE_CHANGED', {}, { cause });
    if (code.startsWith('22')) throw new LedgerError('FILTER_INVALID', { path: '/where' }, { cause });
    throw new LedgerError('SOURCE_UNAVAILABLE', {}, { cause });
  }
}

/** A table of a PostgreSQL database. */
export class PostgresSource implements DataSource {
  readonly #database: PostgresDatabase;
  readonly #place: Pick<TablePlan, 'key' | 'schema' | 'table'>;
  #plan: { readonly plan: TablePlan; readonly until: number } | undefined;

  constructor(database: PostgresDatabase, schema: string, table: string, key: string) {
    this.#database = database;
    this.#place = { schema, table, key };
  }

  async inspect(fields: readonly Field[]): Promise<readonly Field[]> {
    const { schema, table, key } = this.#place;
    const columns = new Map((await this.#database.columns(schema, table)).map((column) => [column.name, column]));
    if (columns.size === 0)
      throw new LedgerError('SOURCE_INVALID', { path: '/source/table', wanted: 'a table of the connection' });
    if (columns.get(key)?.isKey !== true)
      throw new LedgerError('SOURCE_INVALID', {
        path: '/source/key',
        wanted: 'a NOT NULL column with a unique index of its own',
      });
    return fields.map(({ name }, index) => {
      const column = columns.get(name);
      if (column === undefined)
        throw new LedgerError('SOURCE_INVALID', { path: `/fields/${String(index)}/name`, wanted: 'a column of the table' });
      const type = FIELD_TYPES[column.type];
      if (type === undefined)
        throw new LedgerError('SOURCE_INVALID', {
          path: `/fields/${String(index)}/name`,
          wanted: 'a column of text, numbers, times or booleans',
        });
      return { name, type };
    });
  }

  async page(query: SourceQuery, after: string | undefined, limit: number): Promise<SourcePage> {
    const rows = await this.#database.rows(selectRows(await this.#planOf(query), query, after, limit));
    const last = rows.length < limit ? undefined : rows.at(-1)?.at(-1);
    return { rows: rowTexts(rows, query), next: last ?? undefined };
  }

  async *stream(query: SourceQuery, signal: AbortSignal): AsyncIterable<readonly string[]> {
    const statement = selectRows(await this.#planOf(query), query, undefined, undefined);
    for await (const rows of this.#database.cursor(statement, signal)) yield rowTexts(rows, query);
  }

  /** The table's real columns: a name that is not among them reaches no statement. */
  async #planOf({ fields, where }: SourceQuery): Promise<TablePlan> {
    if (this.#plan === undefined || this.#plan.until < Date.now()) {
      const columns = await this.#database.columns(this.#place.schema, this.#place.table);
      const sqlTypes = new Map(columns.flatMap(({ name, type }) => (type in FIELD_TYPES ? [[name, type] as const] : [])));
      this.#plan = { plan: { ...this.#place, sqlTypes }, until: Date.now() + PLAN_MS };
    }
    const { plan } = this.#plan;
    const names = [...fields, ...where.map(({ field }) => field), plan.key];
    if (!names.every((name) => plan.sqlTypes.has(name))) throw new LedgerError('SOURCE_CHANGED');
    return plan;
  }
}
