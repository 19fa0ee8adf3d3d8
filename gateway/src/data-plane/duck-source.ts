import { join } from 'node:path';
import { LedgerError } from '@lianpiao/chaincode/domain';
import type { Field } from '../access/condition';
import { DuckFile } from './duck-file';
import { fieldTypeOf, PLACE, selectFromFile, type DuckPlan } from './duck-query';
import { quote } from './postgres-query';
import { rowTexts } from './row-text';
import type { DataSource, SourcePage, SourceQuery } from './source';

/** One plain name in the connection's folder: no folder in it, nothing hidden, nothing that leads out. */
const FILE_NAME = /^[A-Za-z0-9_\u4e00-\u9fff][A-Za-z0-9_\u4e00-\u9fff-]{0,99}\.(jsonl|parquet)$/;
const CURSOR = /^(\d{1,15})-(\d{1,15})-(\d{1,15})$/;
const MAX_LINE_BYTES = 1024 * 1024;
/** Lines of a file that are looked at for its members. */
const SAMPLED_LINES = 1000;

type Kind = 'jsonl' | 'parquet';

/** A file of JSON lines (one object a line, UTF-8) or a Parquet file in a folder of the operator's, read by DuckDB. */
export class DuckSource implements DataSource {
  readonly #path: string;
  readonly #kind: Kind;

  /** @throws LedgerError SOURCE_INVALID for a name that is not plain. */
  constructor(folder: string, file: string) {
    const kind = FILE_NAME.exec(file)?.[1] as Kind | undefined;
    if (kind === undefined)
      throw new LedgerError('SOURCE_INVALID', { path: '/source/file', wanted: 'a plain name of a JSON lines or Parquet file' });
    this.#path = join(folder, file);
    this.#kind = kind;
  }

  async inspect(fields: readonly Field[]): Promise<readonly Field[]> {
    try {
      return await this.#once((file) => this.#inspect(file, fields));
    } catch (error) {
      if (!(error instanceof LedgerError) || error.code !== 'SOURCE_CHANGED') throw error;
      throw new LedgerError(
        'SOURCE_INVALID',
        { path: '/source/file', wanted: 'a file of its kind in the connection' },
        { cause: error },
      );
    }
  }

  page(query: SourceQuery, after: string | undefined, limit: number): Promise<SourcePage> {
    return this.#once(async (file) => {
      const place = placeOf(file, after);
      const rows = await file.rows(selectFromFile(await this.#planOf(file, query), query, place, limit));
      const last = rows.length < limit ? undefined : rows.at(-1)?.at(-1);
      return { rows: rowTexts(rows, query), next: typeof last === 'string' ? `${last}-${file.version}` : undefined };
    });
  }

  stream(query: SourceQuery, signal: AbortSignal): AsyncIterable<readonly string[]> {
    const all = async function* (source: DuckSource, file: DuckFile): AsyncIterable<readonly string[]> {
      const statement = selectFromFile(await source.#planOf(file, query), query, undefined, undefined);
      for await (const rows of file.batches(statement, signal)) yield rowTexts(rows, query);
    };
    return DuckFile.use(this.#path, (file) => all(this, file));
  }

  async #inspect(file: DuckFile, fields: readonly Field[]): Promise<readonly Field[]> {
    const columns = this.#kind === 'parquet' ? await columnsOf(file, parquet(file)) : await columnsOf(file, sampled(file));
    return fields.map(({ name, type }, index) => {
      const path = `/fields/${String(index)}/name`;
      const stored = columns.get(name);
      if (stored === undefined) throw new LedgerError('SOURCE_INVALID', { path, wanted: 'a column of the file' });
      if (this.#kind === 'jsonl') return { name, type };
      const known = fieldTypeOf(stored);
      if (known === undefined)
        throw new LedgerError('SOURCE_INVALID', { path, wanted: 'a column of text, exact numbers, times or booleans' });
      return { name, type: known };
    });
  }

  async #planOf(file: DuckFile, { fields, where }: SourceQuery): Promise<DuckPlan> {
    if (this.#kind === 'parquet') {
      const columns = await columnsOf(file, parquet(file));
      return { table: `(SELECT * RENAME (file_row_number AS ${PLACE}) FROM ${parquet(file)})`, columns };
    }
    const names = [...new Set([...fields, ...where.map(({ field }) => field)])];
    const members = names.map((name) => `${quote(name)}: 'VARCHAR'`).join(', ');
    const table = `(SELECT row_number() OVER () - 1 AS ${PLACE}, * FROM ${jsonLines(file, `columns = {${members}}`)})`;
    return { table, columns: new Map(names.map((name) => [name, 'VARCHAR'])) };
  }

  async #once<Result>(work: (file: DuckFile) => Promise<Result>): Promise<Result> {
    const one = async function* (file: DuckFile): AsyncIterable<Result> {
      yield await work(file);
    };
    let found: { readonly result: Result } | undefined;
    for await (const result of DuckFile.use(this.#path, one)) found = { result };
    if (found === undefined) throw new LedgerError('SOURCE_UNAVAILABLE');
    return found.result;
  }
}

function parquet(file: DuckFile): string {
  return `read_parquet('${file.path}', file_row_number = true)`;
}

function jsonLines(file: DuckFile, more: string): string {
  const form = `format = 'newline_delimited', compression = 'uncompressed', maximum_object_size = ${String(MAX_LINE_BYTES)}`;
  return `read_json('${file.path}', ${form}, ${more})`;
}

function sampled(file: DuckFile): string {
  return jsonLines(file, `sample_size = ${String(SAMPLED_LINES)}`);
}

/** Names and types of what a table gives; of JSON lines, of the members that the first lines have. */
async function columnsOf(file: DuckFile, table: string): Promise<ReadonlyMap<string, string>> {
  const rows = await file.rows({ text: `SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM ${table})`, values: [] });
  return new Map(rows.map(([name, type]) => [name ?? '', type ?? '']));
}

/** @throws LedgerError CURSOR_INVALID when the file is another one since. */
function placeOf({ version }: DuckFile, after: string | undefined): number | undefined {
  if (after === undefined) return undefined;
  const [, place = '', modified, size] = CURSOR.exec(after) ?? [];
  if (`${String(modified)}-${String(size)}` !== version) throw new LedgerError('CURSOR_INVALID', { path: '/after' });
  return Number(place);
}
