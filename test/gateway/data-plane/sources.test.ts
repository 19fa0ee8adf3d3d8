import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync, appendFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { checkConditions, type Condition, type Field, type FieldType } from '../../../gateway/src/access/condition';
import { Cursors } from '../../../gateway/src/data-plane/cursor';
import { PostgresDatabase } from '../../../gateway/src/data-plane/postgres-source';
import { selectRows } from '../../../gateway/src/data-plane/postgres-query';
import type { DataSource, SourceQuery } from '../../../gateway/src/data-plane/source';
import { Sources } from '../../../gateway/src/data-plane/sources';
import { readSources } from '../../../gateway/src/data-plane/sources-file';
import { allPages, codeOf, streamed } from '../../support/data-source';
import { startTestPostgres, type TestPostgres } from '../../support/postgres';

const ROWS = 500;
const STATIONS = ['S1', 'S2', '北站', 'a "quoted", one', "o'clock", 'zażółć', ''];
const FIELDS: readonly Field[] = [
  { name: 'id', type: 'number' },
  { name: 'station', type: 'text' },
  { name: 'level', type: 'number' },
  { name: 'checked', type: 'boolean' },
];
const TYPES = new Map<string, FieldType>(FIELDS.map(({ name, type }) => [name, type]));

interface Row {
  readonly id: number;
  readonly station: string;
  readonly level: string | null;
  readonly checked: boolean | null;
}
const DATA: readonly Row[] = Array.from({ length: ROWS }, (_, index) => ({
  id: index + 1,
  station: STATIONS[index % STATIONS.length]!,
  level: index % 11 === 0 ? null : (((index * 37) % 1000) / 100 - 3).toFixed(2),
  checked: index % 13 === 0 ? null : index % 2 === 0,
}));
const csvCell = (value: string | number | boolean | null): string =>
  value === null ? '' : `"${String(value).replaceAll('"', '""')}"`;

const query = (more: Partial<SourceQuery> = {}): SourceQuery => ({
  fields: FIELDS.map(({ name }) => name),
  where: [],
  types: TYPES,
  ...more,
});
describe('sources of data', () => {
  let postgres: TestPostgres;
  let folder: string;
  let sources: Sources;
  let table: DataSource;
  let file: DataSource;

  beforeAll(async () => {
    postgres = await startTestPostgres();
    folder = mkdtempSync(join(tmpdir(), 'lianpiao-csv-'));
    const lines = DATA.map(({ id, station, level, checked }) => [id, station, level, checked].map(csvCell).join(','));
    writeFileSync(join(folder, 'readings.csv'), `\ufeffid,station,level,checked\r\n${lines.join('\r\n')}\r\n`);
    await postgres.run(
      'CREATE TABLE readings (id int PRIMARY KEY, station text, level numeric(10,2), checked boolean, secret text, shape point)',
    );
    await postgres.run(
      `INSERT INTO readings SELECT (row->>'id')::int, row->>'station', (row->>'level')::numeric, (row->>'checked')::boolean, 'canary'
       FROM jsonb_array_elements($1::jsonb) row`,
      [JSON.stringify(DATA)],
    );
    await postgres.run(`CREATE TABLE "odd ""name" (k text PRIMARY KEY)`);
    const connections = {
      db: { kind: 'postgres', url: postgres.url, schema: 'public', organisations: ['provider'] },
      files: { kind: 'csv', folder, organisations: ['provider'] },
    };
    writeFileSync(join(folder, 'sources.json'), JSON.stringify({ connections }), { mode: 0o600 });
    sources = new Sources(readSources(join(folder, 'sources.json')));
    table = sources.open({ connection: 'db', table: 'readings', key: 'id' }, 'provider');
    file = sources.open({ connection: 'files', file: 'readings.csv' }, 'provider');
  });
  afterAll(async () => {
    sources.close();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('give every row once, in pages of any size and as a stream', async () => {
    const wanted = DATA.map((row) => ({ ...row, id: String(row.id) }));
    for (const source of [table, file]) {
      for (const limit of [1000, 500, 7]) expect(await allPages(source, query(), limit)).toEqual(wanted);
      expect(await streamed(source, query())).toEqual(wanted);
      expect(await streamed(source, query({ fields: ['station'] }))).toEqual(wanted.map(({ station }) => ({ station })));
    }
  });

  it('agree on every condition, table and file alike', async () => {
    const scalar = fc.oneof(
      fc.constantFrom(...STATIONS.filter((text) => text !== '')),
      fc.constantFrom('0', '1.5', '-2.63', '6.99', '12', '250'),
      fc.integer({ min: -5, max: 600 }),
      fc.boolean(),
    );
    const condition = fc.oneof(
      fc.record({
        field: fc.constantFrom(...TYPES.keys()),
        op: fc.constantFrom('eq' as const, 'ne' as const, 'lt' as const, 'le' as const, 'gt' as const, 'ge' as const),
        value: scalar,
      }),
      fc.record({
        field: fc.constantFrom(...TYPES.keys()),
        op: fc.constant('in' as const),
        value: fc.array(scalar, { minLength: 1, maxLength: 4 }),
      }),
    );
    let [asked, found] = [0, 0];
    await fc.assert(
      fc.asyncProperty(fc.array(condition, { minLength: 1, maxLength: 2 }), async (where: readonly Condition[]) => {
        if ((await codeOf(() => checkConditions(where, TYPES, ''))) !== 'nothing') return;
        // A whole number is asked of a whole column: PostgreSQL has none between.
        if (JSON.stringify(where).includes('"field":"id"') && /\d\.\d/.test(JSON.stringify(where))) return;
        asked += 1;
        const [fromTable, fromFile] = [await streamed(table, query({ where })), await streamed(file, query({ where }))];
        expect({ where, rows: fromFile }).toEqual({ where, rows: fromTable });
        found += fromTable.length;
      }),
      { numRuns: 500, seed: 20260131, endOnFailure: true },
    );
    expect(asked).toBeGreaterThan(40);
    expect(found).toBeGreaterThan(300);
  });

  it('keep what a caller says out of the statement', () => {
    const text = "x' OR '1'='1";
    const where: Condition[] = [{ field: 'station', op: 'eq', value: text }];
    const plan = {
      schema: 'public',
      table: 'odd "name',
      key: 'id',
      sqlTypes: new Map([
        ['station', 'text'],
        ['id', 'int4'],
      ]),
    };
    const statement = selectRows(plan, query({ fields: ['station'], where }), '5', 10);
    expect(statement).toEqual({
      text: 'SELECT t."station", t."id" FROM "public"."odd ""name" t WHERE t."station" = $1::pg_catalog.text AND t."id" > $2::pg_catalog.int4 ORDER BY t."id" LIMIT 10',
      values: [text, '5'],
    });
  });

  it.each(["'; DROP TABLE readings; --", '$1', '\\', '"', '%', "' UNION SELECT secret FROM readings --"])(
    'treat %j as a value',
    async (value) => {
      const where: Condition[] = [{ field: 'station', op: 'eq', value }];
      expect(await streamed(table, query({ where }))).toEqual([]);
      expect(await streamed(file, query({ where }))).toEqual([]);
      expect((await postgres.run('SELECT count(*)::int AS count FROM readings'))[0]).toEqual({ count: ROWS });
    },
  );

  it('write nothing: the connection cannot', async () => {
    const database = new PostgresDatabase(postgres.url);
    expect(await codeOf(() => database.rows({ text: 'DELETE FROM readings', values: [] }))).toBe('SOURCE_UNAVAILABLE');
    expect((await postgres.run('SELECT count(*)::int AS count FROM readings'))[0]).toEqual({ count: ROWS });
    database.close();
  });

  describe('are looked over before a resource rests on them', () => {
    const inspect = (source: object, fields: readonly string[] = ['station'], organisation = 'provider'): Promise<string> =>
      codeOf(() =>
        sources.inspect(
          source as never,
          organisation,
          fields.map((name) => ({ name, type: 'text' })),
        ),
      );

    it('types come from the table', async () => {
      const seen = await sources.inspect(
        { connection: 'db', table: 'readings', key: 'id' },
        'provider',
        FIELDS.map(({ name }) => ({ name, type: 'text' })),
      );
      expect(seen).toEqual(FIELDS);
    });

    it.each<[string, object, string[], string?]>([
      ['a connection that is not there', { connection: 'none', table: 'readings', key: 'id' }, ['station']],
      ["another organisation's connection", { connection: 'db', table: 'readings', key: 'id' }, ['station'], 'other'],
      ['a file asked of a database', { connection: 'db', file: 'readings.csv' }, ['station']],
      ['a table asked of a folder', { connection: 'files', table: 'readings', key: 'id' }, ['station']],
      ['a table that is not there', { connection: 'db', table: 'none', key: 'id' }, ['station']],
      ['a table of another schema', { connection: 'db', table: 'pg_authid', key: 'oid' }, ['rolname']],
      ['SQL for a table', { connection: 'db', table: 'readings; DROP TABLE readings', key: 'id' }, ['station']],
      ['a column that is not there', { connection: 'db', table: 'readings', key: 'id' }, ['none']],
      ['a column of a type that has no order', { connection: 'db', table: 'readings', key: 'id' }, ['shape']],
      ['a key that is not unique', { connection: 'db', table: 'readings', key: 'station' }, ['station']],
      ['a file that is not there', { connection: 'files', file: 'none.csv' }, ['station']],
      ['a column that the header lacks', { connection: 'files', file: 'readings.csv' }, ['secret']],
      ['a way out of the folder', { connection: 'files', file: '../readings.csv' }, ['station']],
      ['an absolute path', { connection: 'files', file: '/etc/passwd' }, ['root']],
      ['a folder within', { connection: 'files', file: 'inner/readings.csv' }, ['station']],
      ['a hidden file', { connection: 'files', file: '.hidden.csv' }, ['station']],
      ['a zero byte', { connection: 'files', file: 'readings.csv\0.csv' }, ['station']],
      ['a link', { connection: 'files', file: 'link.csv' }, ['station']],
      ['a folder that is called a file', { connection: 'files', file: 'folder.csv' }, ['station']],
      ['an empty file', { connection: 'files', file: 'empty.csv' }, ['station']],
    ])('%s is refused', async (_, source, fields, ...[organisation]) => {
      symlinkIfNeeded(folder);
      expect(await inspect(source, fields, organisation)).toBe('SOURCE_INVALID');
    });
  });

  it('say that they changed, or are away, and tell nothing of why', async () => {
    await postgres.run('CREATE TABLE short_lived (id int PRIMARY KEY, station text)');
    const source = sources.open({ connection: 'db', table: 'short_lived', key: 'id' }, 'provider');
    const asked = query({
      fields: ['station'],
      types: new Map([
        ['id', 'number'],
        ['station', 'text'],
      ]),
    });
    expect((await source.page(asked, undefined, 5)).rows).toEqual([]);
    await postgres.run('ALTER TABLE short_lived DROP COLUMN station');
    expect(await codeOf(() => source.page(asked, undefined, 5))).toBe('SOURCE_CHANGED');
    const away = new Sources(
      new Map([['gone', { kind: 'postgres', url: 'postgres://x@127.0.0.1:1/x', schema: 'public', organisations: ['provider'] }]]),
    );
    expect(await codeOf(() => away.inspect({ connection: 'gone', table: 't', key: 'k' }, 'provider', []))).toBe(
      'SOURCE_UNAVAILABLE',
    );
    away.close();
    writeFileSync(join(folder, 'broken.csv'), 'station,level\n"x,1\n');
    const broken = sources.open({ connection: 'files', file: 'broken.csv' }, 'provider');
    expect(await codeOf(() => broken.page(asked, undefined, 5))).toBe('SOURCE_CHANGED');
  });

  it('refuse a cursor into a file that has changed since', async () => {
    writeFileSync(join(folder, 'growing.csv'), 'station\na\nb\n');
    const source = sources.open({ connection: 'files', file: 'growing.csv' }, 'provider');
    const asked = query({ fields: ['station'] });
    const { next } = await source.page(asked, undefined, 1);
    expect((await source.page(asked, next, 1)).rows).toEqual(['{"station":"b"}']);
    appendFileSync(join(folder, 'growing.csv'), 'c\n');
    expect(await codeOf(() => source.page(asked, next, 1))).toBe('CURSOR_INVALID');
  });

  it('let go of the database when a stream is broken off', async () => {
    const abort = new AbortController();
    for await (const rows of table.stream(query(), abort.signal)) {
      expect(rows.length).toBe(ROWS);
      break;
    }
    const open = await postgres.run(
      "SELECT count(*)::int AS count FROM pg_stat_activity WHERE state LIKE 'idle in transaction%'",
    );
    expect(open[0]).toEqual({ count: 0 });
  });

  it('need a file of connections that nobody else can read, and that says what it means', () => {
    const path = join(folder, 'open.json');
    writeFileSync(path, '{"connections":{}}', { mode: 0o644 });
    expect(() => readSources(path)).toThrow('chmod 600');
    const wrong = join(folder, 'wrong.json');
    writeFileSync(wrong, '{"connections":{"xy":{"kind":"csv","folder":"relative","organisations":["a-b"]}}}', { mode: 0o600 });
    expect(() => readSources(wrong)).toThrow('an absolute path');
    expect(readSources(undefined).size).toBe(0);
  });
});

describe('a cursor', () => {
  it('opens for its own grant only, and cannot be made up', () => {
    const folder = mkdtempSync(join(tmpdir(), 'lianpiao-cursor-'));
    const cursors = new Cursors(folder);
    const cursor = cursors.seal('grant-1', 'place 7');
    expect(cursors.open('grant-1', cursor)).toBe('place 7');
    expect(cursor).not.toContain(Buffer.from('place').toString('base64url'));
    const spoilt = `${cursor.slice(0, -2)}${cursor.endsWith('A') ? 'B' : 'A'}A`;
    for (const [grant, text] of [
      ['grant-2', cursor],
      ['grant-1', spoilt],
      ['grant-1', 'x'],
      ['grant-1', ''],
    ] as const)
      expect(() => cursors.open(grant, text)).toThrow('CURSOR_INVALID');
    rmSync(folder, { recursive: true });
  });
});

function symlinkIfNeeded(folder: string): void {
  try {
    symlinkSync(join(folder, 'readings.csv'), join(folder, 'link.csv'));
    mkdirSync(join(folder, 'folder.csv'));
    mkdirSync(join(folder, 'inner'));
    for (const name of ['inner/readings.csv', '.hidden.csv']) writeFileSync(join(folder, name), 'station\nx\n');
    writeFileSync(join(folder, 'empty.csv'), '');
  } catch (error) {
    if ((error as { code?: string }).code !== 'EEXIST') throw error;
  }
}
