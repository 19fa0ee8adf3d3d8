import { createRequire } from 'node:module';
import type * as DuckDB from '@duckdb/node-api';
import { LedgerError } from '@lianpiao/chaincode/domain';
import { openPlainFile, requireUnchanged } from './plain-file';
import type { Statement } from './postgres-query';

/** Files that a process reads at once through DuckDB; each has memory and a thread of its own. */
const MAX_OPEN = 8;
const MEMORY_LIMIT = '256MB';
/** A page, or one batch of a stream. */
const ANSWER_TIMEOUT_MS = 10_000;

type Row = readonly (string | null)[];

const requireHere = createRequire(__filename);

let openFiles = 0;

/** One file, and a DuckDB in memory that can read this file and nothing else. */
export class DuckFile {
  /** What the file is called in statements: its descriptor, so that it is the very file that was checked. */
  readonly path: string;
  readonly version: string;
  readonly #connection: DuckDB.DuckDBConnection;

  private constructor(connection: DuckDB.DuckDBConnection, path: string, version: string) {
    this.#connection = connection;
    this.path = path;
    this.version = version;
  }

  /**
   * Opens a file, works with it, and lets go of it, whatever comes.
   * @throws LedgerError SOURCE_CHANGED, SOURCE_UNAVAILABLE, QUEUE_FULL.
   */
  static async *use<Item>(path: string, work: (file: DuckFile) => AsyncIterable<Item>): AsyncIterable<Item> {
    if (openFiles >= MAX_OPEN) throw new LedgerError('QUEUE_FULL');
    openFiles += 1;
    try {
      const { handle, version } = await openPlainFile(path);
      try {
        yield* withDuck(`/dev/fd/${String(handle.fd)}`, (connection, name) => work(new DuckFile(connection, name, version)));
        await requireUnchanged({ handle, version });
      } finally {
        await handle.close();
      }
    } finally {
      openFiles -= 1;
    }
  }

  async rows({ text, values }: Statement): Promise<readonly Row[]> {
    return this.#answered(async () => (await this.#connection.runAndReadAll(text, [...values])).getRows() as unknown as Row[]);
  }

  /** Rows as they are read, a batch at a time. */
  async *batches({ text, values }: Statement, signal: AbortSignal): AsyncIterable<readonly Row[]> {
    const result = await this.#answered(() => this.#connection.stream(text, [...values]));
    while (!signal.aborted) {
      const chunk = await this.#answered(() => result.fetchChunk());
      if (chunk === null || chunk.rowCount === 0) return;
      yield chunk.getRows() as unknown as Row[];
    }
  }

  /** What DuckDB says is not told further: its messages quote values. */
  async #answered<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    const deadline = performance.now() + ANSWER_TIMEOUT_MS;
    const timer = setTimeout(() => this.#connection.interrupt(), ANSWER_TIMEOUT_MS);
    try {
      return await work();
    } catch (cause) {
      if (performance.now() >= deadline) throw new LedgerError('SOURCE_UNAVAILABLE', {}, { cause });
      const isFilter = cause instanceof Error && cause.message.startsWith('Conversion Error: Could not convert string');
      throw new LedgerError(isFilter ? 'FILTER_INVALID' : 'SOURCE_CHANGED', isFilter ? { path: '/where' } : {}, { cause });
    } finally {
      clearTimeout(timer);
    }
  }
}

/** A database in memory that reads one path; what it may do cannot be changed any more. */
async function* withDuck<Item>(
  path: string,
  work: (connection: DuckDB.DuckDBConnection, path: string) => AsyncIterable<Item>,
): AsyncIterable<Item> {
  // Loaded with the first file: it takes a tenth of a second, which most processes never need.
  const { DuckDBInstance } = requireHere('@duckdb/node-api') as typeof DuckDB;
  const instance = await DuckDBInstance.create(':memory:', {
    // One thread: rows come in the order of the file.
    threads: '1',
    memory_limit: MEMORY_LIMIT,
    temp_directory: '',
    allow_community_extensions: 'false',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  try {
    const connection = await instance.connect();
    try {
      for (const setting of [
        `allowed_paths=['${path}']`,
        "TimeZone='UTC'",
        'enable_external_access=false',
        'lock_configuration=true',
      ])
        await connection.run(`SET ${setting}`);
      yield* work(connection, path);
    } finally {
      connection.closeSync();
    }
  } finally {
    instance.closeSync();
  }
}
