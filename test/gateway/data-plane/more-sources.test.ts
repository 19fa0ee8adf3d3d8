import { DuckDBInstance } from '@duckdb/node-api';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { checkConditions, type Condition, type FieldType } from '../../../gateway/src/access/condition';
import { DuckFile } from '../../../gateway/src/data-plane/duck-file';
import type { DataSource, SourceQuery } from '../../../gateway/src/data-plane/source';
import { Sources } from '../../../gateway/src/data-plane/sources';
import { readSources } from '../../../gateway/src/data-plane/sources-file';
import { allPages, codeOf, streamed } from '../../support/data-source';

const ROWS = 500;
const STATIONS = ['S1', 'S2', '北站', 'a "quoted", one', "o'clock", 'zażółć'];
const TYPES = new Map<string, FieldType>([
  ['id', 'number'],
  ['station', 'text'],
  ['level', 'number'],
  ['checked', 'boolean'],
]);
const FIELDS = [...TYPES].map(([name, type]) => ({ name, type }));
const DATA = Array.from({ length: ROWS }, (_, index) => ({
  id: index + 1,
  station: STATIONS[index % STATIONS.length]!,
  level: index % 11 === 0 ? null : (((index * 37) % 1000) / 100 - 3).toFixed(2),
  checked: index % 13 === 0 ? null : index % 2 === 0,
}));
type Item = (typeof DATA)[number];

const query = (more: Partial<SourceQuery> = {}): SourceQuery => ({ fields: [...TYPES.keys()], where: [], types: TYPES, ...more });
/** A service that pages but leaves the filtering to us, or misbehaves as it is told. */
class Service {
  mode: 'away' | 'barren' | 'circle' | 'endless' | 'honest' | 'huge' | 'lacking' | 'late' | 'redirect' = 'honest';
  readonly asked: URL[] = [];
  readonly server: Server = createServer((request, response) => this.#answer(request, response));
  get url(): string {
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}/api`;
  }
  #answer(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? '', 'http://service');
    this.asked.push(url);
    const known = request.headers.authorization === 'Bearer service-key' && url.pathname === '/api/readings';
    if (!known) response.writeHead(404).end('{}');
    else if (this.mode === 'away') request.socket.destroy();
    else if (this.mode === 'redirect') response.writeHead(302, { location: 'http://169.254.169.254/' }).end();
    else if (this.mode === 'huge') response.end(Buffer.alloc(20 * 1024 * 1024, '{'));
    else setTimeout(() => response.end(JSON.stringify(this.#page(url))), this.mode === 'late' ? 60_000 : 0).unref();
  }
  #page(url: URL): { items: Partial<Item>[]; next: string | null } {
    const [from, limit] = [Number(url.searchParams.get('after') ?? 0), Number(url.searchParams.get('limit'))];
    const items: Partial<Item>[] = DATA.slice(from, from + limit);
    if (this.mode === 'lacking') for (const [place, { level: _, ...rest }] of items.entries()) items[place] = rest;
    const next = from + limit < ROWS ? String(from + limit) : null;
    if (this.mode === 'barren') return { items: [], next: String(from + 1) };
    if (this.mode === 'circle') return { items, next: from === 0 ? '1' : '0' };
    return { items, next: this.mode === 'endless' ? '0' : next };
  }
}

describe('files and services as sources of data', () => {
  let folder: string;
  let sources: Sources;
  const service = new Service();
  let kinds: Record<'csv' | 'http' | 'jsonl' | 'parquet', DataSource>;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'lianpiao-files-'));
    const cell = (value: boolean | number | string | null): string =>
      value === null ? '' : `"${String(value).replaceAll('"', '""')}"`;
    const lines = DATA.map((row) => Object.values(row).map(cell).join(','));
    writeFileSync(join(folder, 'readings.csv'), `id,station,level,checked\n${lines.join('\n')}\n`);
    writeFileSync(join(folder, 'readings.jsonl'), DATA.map((row) => `${JSON.stringify(row)}\n`).join(''));
    await parquetOf(
      `SELECT id::BIGINT AS id, station, level::DECIMAL(10,2) AS level, checked::BOOLEAN AS checked, 1.5::DOUBLE AS inexact
       FROM read_json('${join(folder, 'readings.jsonl')}', columns = {id: 'BIGINT', station: 'VARCHAR', level: 'VARCHAR', checked: 'BOOLEAN'})`,
      'readings.parquet',
    );
    await new Promise<void>((resolve) => service.server.listen(0, '127.0.0.1', resolve));
    const organisations = ['provider'];
    const connections = {
      files: { kind: 'files', folder, organisations },
      csv: { kind: 'csv', folder, organisations },
      service: { kind: 'http', url: `${service.url}/`, headers: { authorization: 'Bearer service-key' }, organisations },
    };
    writeFileSync(join(folder, 'sources.json'), JSON.stringify({ connections: { ...connections, 'c-s-v': connections.csv } }), {
      mode: 0o600,
    });
    sources = new Sources(readSources(join(folder, 'sources.json')));
    const file = (name: string): DataSource => sources.open({ connection: 'files', file: name }, 'provider');
    kinds = {
      csv: file('readings.csv'),
      jsonl: file('readings.jsonl'),
      parquet: file('readings.parquet'),
      http: sources.open({ connection: 'service', collection: 'readings' }, 'provider'),
    };
  });
  beforeEach(() => {
    service.mode = 'honest';
  });
  afterAll(async () => {
    sources.close();
    service.server.closeAllConnections();
    await new Promise((resolve) => service.server.close(resolve));
    rmSync(folder, { recursive: true, force: true });
  });

  async function parquetOf(select: string, file: string): Promise<void> {
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    await connection.run(`COPY (${select}) TO '${join(folder, file)}' (FORMAT parquet, ROW_GROUP_SIZE 100)`);
    connection.closeSync();
    instance.closeSync();
  }

  it('give every row once, in order, in pages of any size and as a stream [rows 001-002-003:F15]', async () => {
    const wanted = DATA.map((row) => ({ ...row, id: String(row.id) }));
    for (const source of Object.values(kinds)) {
      for (const limit of [500, 77]) expect(await allPages(source, query(), limit)).toEqual(wanted);
      expect(await streamed(source, query())).toEqual(wanted);
    }
  });

  it('agree on every condition', async () => {
    const scalar = fc.oneof(
      fc.constantFrom(...STATIONS, '0', '1.5', '-2.63', '6.99', '12', '250'),
      fc.integer({ min: -5, max: 600 }),
      fc.boolean(),
    );
    const field = fc.constantFrom(...TYPES.keys());
    const op = fc.constantFrom('eq' as const, 'ne' as const, 'lt' as const, 'le' as const, 'gt' as const, 'ge' as const);
    const condition = fc.oneof(
      fc.record({ field, op, value: scalar }),
      fc.record({ field, op: fc.constant('in' as const), value: fc.array(scalar, { minLength: 1, maxLength: 4 }) }),
    );
    let [asked, found] = [0, 0];
    await fc.assert(
      fc.asyncProperty(fc.array(condition, { minLength: 1, maxLength: 2 }), async (where: readonly Condition[]) => {
        if ((await codeOf(() => checkConditions(where, TYPES, ''))) !== 'nothing') return;
        if (JSON.stringify(where).includes('"field":"id"') && /\d\.\d/.test(JSON.stringify(where))) return;
        asked += 1;
        const wanted = await streamed(kinds.csv, query({ where }));
        for (const kind of ['jsonl', 'parquet', 'http'] as const)
          expect({ kind, where, rows: await streamed(kinds[kind], query({ where })) }).toEqual({ kind, where, rows: wanted });
        found += wanted.length;
      }),
      { numRuns: 300, seed: 20260131, endOnFailure: true },
    );
    expect(asked).toBeGreaterThan(25);
    expect(found).toBeGreaterThan(150);
  });

  it('push fields and conditions down to the service, and believe it neither', async () => {
    service.asked.length = 0;
    const where: Condition[] = [{ field: 'station', op: 'eq', value: 'S1' }];
    const { rows } = await kinds.http.page(query({ fields: ['level'], where }), undefined, 10);
    expect(Object.fromEntries(service.asked[0]!.searchParams)).toEqual({
      fields: 'level,station',
      where: JSON.stringify(where),
      limit: '10',
    });
    // This service filters nothing: two of its ten rows are of the station, and of these one field is granted.
    expect(rows).toEqual(['{"level":null}', '{"level":"-0.78"}']);
  });

  it.each([
    ['away', 'SOURCE_UNAVAILABLE'],
    ['redirect', 'SOURCE_UNAVAILABLE'],
    ['huge', 'SOURCE_CHANGED'],
    ['lacking', 'SOURCE_CHANGED'],
  ] as const)('say when the service is %s: %s', async (mode, code) => {
    service.mode = mode;
    expect(await codeOf(() => kinds.http.page(query(), undefined, 10))).toBe(code);
    expect(await codeOf(() => streamed(kinds.http, query()))).toBe(code);
  });

  it('do not stay with a service that goes round in circles, and leave a late one when they are told to', async () => {
    for (const mode of ['endless', 'circle', 'barren'] as const) {
      service.mode = mode;
      expect([mode, await codeOf(() => streamed(kinds.http, query()))]).toEqual([mode, 'SOURCE_CHANGED']);
    }
    service.mode = 'late';
    const abort = new AbortController();
    const started = performance.now();
    setTimeout(() => abort.abort(), 100);
    const rows = async (): Promise<void> => {
      for await (const batch of kinds.http.stream(query(), abort.signal)) expect(batch).toEqual([]);
    };
    expect(await codeOf(rows)).toBe('SOURCE_UNAVAILABLE');
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it.each([
    "'; SELECT * FROM read_text('/etc/passwd'); --",
    '$1',
    '\\',
    '"',
    "' UNION SELECT content FROM read_text('sources.json') --",
  ])('treat %j as a value', async (value) => {
    for (const source of Object.values(kinds))
      expect(await streamed(source, query({ where: [{ field: 'station', op: 'eq', value }] }))).toEqual([]);
  });

  it('DuckDB reads the one file, and can be made to do nothing else', async () => {
    const attempts = [
      "SELECT * FROM read_text('/etc/passwd')",
      `SELECT * FROM read_csv('${join(folder, 'readings.csv')}')`,
      "SELECT * FROM glob('/etc/*')",
      `COPY (SELECT 1) TO '${join(folder, 'out.csv')}'`,
      `ATTACH '${join(folder, 'out.db')}'`,
      'INSTALL httpfs',
      'LOAD httpfs',
      "SELECT * FROM read_csv('https://example.com/x.csv')",
      'SET enable_external_access = true',
      "SET allowed_paths = ['/etc/passwd']",
    ];
    const outcomes: string[] = [];
    const work = async function* (file: DuckFile): AsyncIterable<string> {
      expect((await file.rows({ text: `SELECT count(*)::VARCHAR FROM read_parquet('${file.path}')`, values: [] }))[0]).toEqual([
        '500',
      ]);
      for (const text of attempts) yield await codeOf(() => file.rows({ text, values: [] }));
    };
    for await (const outcome of DuckFile.use(join(folder, 'readings.parquet'), work)) outcomes.push(outcome);
    expect(outcomes).toEqual(attempts.map(() => 'SOURCE_CHANGED'));
  });

  it.each<[string, object, string[]]>([
    ['a way out of the folder', { connection: 'files', file: '../readings.parquet' }, ['station']],
    ['an absolute path', { connection: 'files', file: '/etc/passwd.jsonl' }, ['root']],
    ['a folder within', { connection: 'files', file: 'inner/readings.jsonl' }, ['station']],
    ['a pattern of files', { connection: 'files', file: '*.parquet' }, ['station']],
    ['a quote in a name', { connection: 'files', file: "x'.jsonl" }, ['station']],
    ['a link', { connection: 'files', file: 'link.parquet' }, ['station']],
    ['a folder that is called a file', { connection: 'files', file: 'folder.parquet' }, ['station']],
    ['what is no Parquet', { connection: 'files', file: 'broken.parquet' }, ['station']],
    ['what is no JSON', { connection: 'files', file: 'broken.jsonl' }, ['station']],
    ['a column that is not there', { connection: 'files', file: 'readings.parquet' }, ['none']],
    ['a member that no line has', { connection: 'files', file: 'readings.jsonl' }, ['none']],
    ['a number that is not exact', { connection: 'files', file: 'readings.parquet' }, ['inexact']],
    ['JSON lines of a connection for CSV', { connection: 'c-s-v', file: 'readings.jsonl' }, ['station']],
    ['a collection that is not there', { connection: 'service', collection: 'none' }, ['station']],
    ['a field that the service lacks', { connection: 'service', collection: 'readings' }, ['none']],
    ['a file asked of a service', { connection: 'service', file: 'readings.jsonl' }, ['station']],
  ])('%s is refused', async (_, source, names) => {
    try {
      symlinkSync(join(folder, 'readings.parquet'), join(folder, 'link.parquet'));
      mkdirSync(join(folder, 'folder.parquet'));
      for (const name of ['broken.parquet', 'broken.jsonl']) writeFileSync(join(folder, name), 'PAR1{"station":\n');
    } catch (error) {
      if ((error as { code?: string }).code !== 'EEXIST') throw error;
    }
    const fields = names.map((name) => ({ name, type: 'text' as const }));
    expect(await codeOf(() => sources.inspect(source as never, 'provider', fields))).toBe('SOURCE_INVALID');
  });

  it('types come from Parquet, and a cursor into a file that changed since is refused', async () => {
    const fields = FIELDS.map(({ name }) => ({ name, type: 'text' as const }));
    expect(await sources.inspect({ connection: 'files', file: 'readings.parquet' }, 'provider', fields)).toEqual(FIELDS);
    writeFileSync(join(folder, 'growing.jsonl'), '{"station":"a"}\n{"station":"b"}\n');
    const source = sources.open({ connection: 'files', file: 'growing.jsonl' }, 'provider');
    const asked = query({ fields: ['station'] });
    const { next } = await source.page(asked, undefined, 1);
    expect((await source.page(asked, next, 1)).rows).toEqual(['{"station":"b"}']);
    appendFileSync(join(folder, 'growing.jsonl'), '{"station":"c"}\n');
    expect(await codeOf(() => source.page(asked, next, 1))).toBe('CURSOR_INVALID');
  });

  it.each(['http://example.com/api', 'https://user:secret@example.com/api', 'https://example.com/api?key=1', 'file:///etc'])(
    'a service at %s is not taken',
    (url) => {
      const path = join(folder, 'wrong.json');
      writeFileSync(path, JSON.stringify({ connections: { xy: { kind: 'http', url, organisations: ['ab'] } } }), { mode: 0o600 });
      expect(() => readSources(path)).toThrow('LIANPIAO_SOURCES');
    },
  );
});
