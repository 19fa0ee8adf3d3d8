import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { LedgerError } from '@lianpiao/chaincode/domain';
import { parse, type Info } from 'csv-parse';
import { meets, type Field } from '../access/condition';
import { openPlainFile, requireUnchanged } from './plain-file';
import { rowTexts } from './row-text';
import type { DataSource, SourcePage, SourceQuery } from './source';

/** One plain name in the connection's folder: no folder in it, nothing hidden, nothing that leads out. */
const FILE_NAME = /^[A-Za-z0-9_\u4e00-\u9fff][A-Za-z0-9_\u4e00-\u9fff-]{0,99}\.csv$/;
const MAX_RECORD_BYTES = 1024 * 1024;
const BATCH_ROWS = 1000;
const CHUNK_BYTES = 64 * 1024;
const CURSOR = /^(\d{1,15})-(\d{1,15})-(\d{1,15})$/;

interface CsvRecord {
  readonly record: readonly string[];
  readonly info: Info;
}

/** A file that was opened, its header read. */
interface OpenFile {
  readonly handle: FileHandle;
  readonly columns: ReadonlyMap<string, number>;
  /** Where the first row begins. */
  readonly start: number;
  /** Changes whenever the file does. */
  readonly version: string;
}

/** A CSV file (RFC 4180, UTF-8, the first record its header) in a folder of the operator's. */
export class CsvSource implements DataSource {
  readonly #path: string;

  /** @throws LedgerError SOURCE_INVALID for a name that is not plain. */
  constructor(folder: string, file: string) {
    if (!FILE_NAME.test(file))
      throw new LedgerError('SOURCE_INVALID', { path: '/source/file', wanted: 'a plain name of a CSV file' });
    this.#path = join(folder, file);
  }

  async inspect(fields: readonly Field[]): Promise<readonly Field[]> {
    try {
      await this.#opened(async ({ columns }) => {
        const missing = fields.findIndex(({ name }) => !columns.has(name));
        if (missing >= 0)
          throw new LedgerError('SOURCE_INVALID', { path: `/fields/${String(missing)}/name`, wanted: 'a column of the header' });
        return Promise.resolve();
      });
    } catch (error) {
      if (!(error instanceof LedgerError) || error.code !== 'SOURCE_CHANGED') throw error;
      throw new LedgerError('SOURCE_INVALID', { path: '/source/file', wanted: 'a CSV file of the connection' }, { cause: error });
    }
    return fields;
  }

  page(query: SourceQuery, after: string | undefined, limit: number): Promise<SourcePage> {
    return this.#opened(async (file) => {
      const rows: (string | null)[][] = [];
      for await (const { record, info } of records(file.handle, startOf(file, after))) {
        const row = rowOf(file, query, record);
        if (row === undefined) continue;
        rows.push(row);
        if (rows.length === limit)
          return { rows: rowTexts(rows, query), next: `${String(startOf(file, after) + info.bytes)}-${file.version}` };
      }
      await requireUnchanged(file);
      return { rows: rowTexts(rows, query), next: undefined };
    });
  }

  async *stream(query: SourceQuery, signal: AbortSignal): AsyncIterable<readonly string[]> {
    const file = await openFile(this.#path);
    try {
      let rows: (string | null)[][] = [];
      for await (const { record } of records(file.handle, file.start)) {
        if (signal.aborted) return;
        const row = rowOf(file, query, record);
        if (row === undefined || rows.push(row) < BATCH_ROWS) continue;
        yield rowTexts(rows, query);
        rows = [];
      }
      await requireUnchanged(file);
      if (rows.length > 0) yield rowTexts(rows, query);
    } finally {
      await file.handle.close();
    }
  }

  async #opened<Result>(work: (file: OpenFile) => Promise<Result>): Promise<Result> {
    const file = await openFile(this.#path);
    try {
      return await work(file);
    } finally {
      await file.handle.close();
    }
  }
}

/** The fields asked for, when every condition holds. An empty cell is no value, unless it is text. */
function rowOf(
  { columns }: OpenFile,
  { fields, where, types }: SourceQuery,
  record: readonly string[],
): (string | null)[] | undefined {
  const cell = (field: string): string | null => {
    const place = columns.get(field);
    if (place === undefined) throw new LedgerError('SOURCE_CHANGED');
    const text = record[place] ?? '';
    return text === '' && types.get(field) !== 'text' ? null : text;
  };
  for (const condition of where) {
    const text = cell(condition.field);
    if (text === null || !meets(condition, types.get(condition.field) ?? 'text', text)) return undefined;
  }
  return fields.map(cell);
}

/** @throws LedgerError CURSOR_INVALID when the file is another one since. */
function startOf({ start, version }: OpenFile, after: string | undefined): number {
  if (after === undefined) return start;
  const [, offset = '', modified, size] = CURSOR.exec(after) ?? [];
  if (`${String(modified)}-${String(size)}` !== version) throw new LedgerError('CURSOR_INVALID', { path: '/after' });
  return Number(offset);
}

/** Opens the file and reads its header. */
async function openFile(path: string): Promise<OpenFile> {
  const { handle, version } = await openPlainFile(path);
  try {
    for await (const { record, info } of records(handle, 0)) {
      const columns = new Map(record.map((name, index) => [name, index]));
      return { handle, columns, start: info.bytes, version };
    }
    throw new LedgerError('SOURCE_CHANGED');
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/** The file's bytes. By hand, since a stream of a file handle closes it, or keeps it from being closed. */
async function* chunks(handle: FileHandle, start: number): AsyncIterable<Buffer> {
  for (let position = start; ;) {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(CHUNK_BYTES), 0, CHUNK_BYTES, position);
    if (bytesRead === 0) return;
    position += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}

/** Records from a byte on, as they are read. */
async function* records(handle: FileHandle, start: number): AsyncIterable<CsvRecord> {
  const input = Readable.from(chunks(handle, start));
  const parser = parse({ bom: start === 0, info: true, max_record_size: MAX_RECORD_BYTES });
  input.on('error', (error) => parser.destroy(error));
  try {
    yield* input.pipe(parser) as AsyncIterable<CsvRecord>;
  } catch (cause) {
    // The parser quotes what it could not read: that is not told.
    throw new LedgerError('SOURCE_CHANGED', {}, { cause });
  } finally {
    input.destroy();
  }
}
