import { createSecretKey, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SealedRecord } from '@lianpiao/chaincode/domain';
import { Client } from 'pg';
import {
  IndexStore,
  LocalRecordStore,
  LocalSearchIndex,
  openSharedStores,
  PayloadStore,
  PostgresRecordStore,
  PostgresSearchIndex,
  scrub,
  SharedDatabase,
  type IndexedInvoice,
  type IndexedProvenance,
  type LineageDirection,
  type RecordStore,
  type SearchIndex,
} from '../../../gateway/src/stores';
import { readDatabaseUrl } from '../../../gateway/src/stores/shared';
import { startTestPostgres, type TestPostgres } from '../../support/postgres';

const DAY = '2026-11-22';
const NOON = Date.parse(`${DAY}T12:00:00+08:00`);
const KEY = createSecretKey(randomBytes(32));

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startTestPostgres();
});
afterAll(() => postgres.stop());

/** A database of its own in the test's cluster. */
let databases = 0;
async function newDatabase(): Promise<string> {
  databases += 1;
  const name = `test_${String(databases)}`;
  await postgres.run(`CREATE DATABASE ${name}`);
  return postgres.url.replace(/postgres$/, name);
}

interface Opened<Store> {
  readonly store: Store;
  close(): Promise<void> | void;
}

function inFolder<Store>(open: (folder: string) => { store: Store; close(): void }): Promise<Opened<Store>> {
  const folder = mkdtempSync(join(tmpdir(), 'lianpiao-shared-'));
  const { store, close } = open(folder);
  return Promise.resolve({
    store,
    close: () => {
      close();
      rmSync(folder, { recursive: true, force: true });
    },
  });
}

async function inDatabase<Store>(open: (database: SharedDatabase) => Store): Promise<Opened<Store>> {
  const database = new SharedDatabase(await newDatabase());
  return { store: open(database), close: () => database.close() };
}

const invoice = (sequence: number, parts: Partial<IndexedInvoice> = {}): IndexedInvoice => ({
  sequence,
  number: String(26_440_000_000_000_000_000n + BigInt(sequence)),
  seller: sequence % 2 === 0 ? 'shop-a' : 'shop-b',
  till: 'till-1',
  buyer: sequence % 3 === 0 ? '91310000MA1DEMQC0F' : null,
  issuedAt: NOON + sequence,
  currency: 'CNY',
  gross: '113.10',
  test: 0,
  ...parts,
});
const sequences = (rows: readonly { sequence: number }[]): number[] => rows.map(({ sequence }) => sequence);

const INDEXES: Readonly<Record<string, () => Promise<Opened<SearchIndex>>>> = {
  SQLite: () =>
    inFolder((folder) => {
      const index = new IndexStore(folder);
      return { store: new LocalSearchIndex(index), close: () => index.close() };
    }),
  PostgreSQL: () => inDatabase((database) => new PostgresSearchIndex(database)),
};

describe.each(Object.entries(INDEXES))('the search index on %s', (_name, open) => {
  let opened: Opened<SearchIndex>;
  let index: SearchIndex;
  beforeEach(async () => {
    opened = await open();
    index = opened.store;
  });
  afterEach(() => opened.close());

  it('is empty at first, and takes rows in up to a height', async () => {
    expect(await index.height()).toBe(0);
    expect(await index.append({ invoices: [invoice(0), invoice(2)] }, 0, 4)).toBe(true);
    expect(await index.height()).toBe(4);
    expect(await index.byNumber(invoice(2).number)).toEqual(invoice(2));
    expect(await index.byNumber(invoice(1).number)).toBeUndefined();
  });

  it('takes a page in once: whoever names another height is told so, and leaves nothing', async () => {
    expect(await index.append({ invoices: [invoice(0)] }, 0, 1)).toBe(true);
    expect(await index.append({ invoices: [invoice(0)] }, 0, 1)).toBe(false);
    expect(await index.append({ invoices: [invoice(5)] }, 5, 6)).toBe(false);
    expect(await index.height()).toBe(1);
    expect(sequences(await index.list({ all: true }, 0, 10))).toEqual([0]);
  });

  it('lists what a scope may see, a page at a time, in order', async () => {
    const rows = Array.from({ length: 12 }, (_, place) => invoice(place));
    await index.append({ invoices: rows }, 0, 12);
    expect(await index.list({ all: true }, 0, 100)).toEqual(rows);
    expect(sequences(await index.list({ all: true }, 5, 3))).toEqual([5, 6, 7]);
    expect(sequences(await index.list({ sellers: ['shop-a'] }, 3, 3))).toEqual([4, 6, 8]);
    expect(sequences(await index.list({ sellers: ['shop-a', 'shop-b'] }, 10, 9))).toEqual([10, 11]);
    expect(sequences(await index.list({ buyer: '91310000MA1DEMQC0F' }, 1, 9))).toEqual([3, 6, 9]);
    expect(await index.list({ sellers: [] }, 0, 9)).toEqual([]);
    expect(await index.list({ sellers: ["shop-a' OR '1'='1"] }, 0, 9)).toEqual([]);
  });

  it('finds the other entries that concern an organisation', async () => {
    const concerns = [1, 2, 4].map((sequence) => ({ sequence, organisation: 'shop-a' }));
    await index.append({ concerns: [...concerns, { sequence: 2, organisation: 'shop-b' }] }, 0, 5);
    expect(await index.concerns('shop-a', 2, 10)).toEqual([2, 4]);
    expect(await index.concerns('shop-a', 0, 1)).toEqual([1]);
    expect(await index.concerns('shop-c', 0, 1)).toEqual([]);
  });

  it('adds a day up exactly, by seller, group and all, and lets neighbouring days out', async () => {
    const start = Date.parse(`${DAY}T00:00:00+08:00`);
    const rows = [
      invoice(0, { issuedAt: start - 1, gross: '1000000.00' }),
      invoice(2, { issuedAt: start, gross: '0.10' }),
      invoice(4, { gross: '0.20' }),
      invoice(6, { gross: '9999999999999.99' }),
      invoice(7, { gross: '5', currency: 'JPY' }),
      invoice(9, { gross: '7.00', test: 1 }),
      invoice(11, { gross: '', currency: '', buyer: null }),
      invoice(12, { issuedAt: start + 24 * 60 * 60 * 1000, gross: '1000000.00' }),
    ];
    await index.append({ invoices: rows }, 0, 13);
    const books = await index.books(DAY, new Map([['mall', new Set(['shop-a', 'shop-b'])]]));
    const line = (seller: string, currency: string, test: boolean, count: number, gross: string): object => ({
      day: DAY,
      seller,
      currency,
      test,
      count,
      gross,
    });
    expect(books.sellers).toEqual([
      line('shop-a', 'CNY', false, 3, '10000000000000.29'),
      line('shop-b', '', false, 1, '0.00'),
      line('shop-b', 'CNY', true, 1, '7.00'),
      line('shop-b', 'JPY', false, 1, '5.00'),
    ]);
    expect(books.all).toContainEqual(line('', 'CNY', false, 3, '10000000000000.29'));
    expect(books.groups).toContainEqual(line('mall', 'JPY', false, 1, '5.00'));
    expect(await index.books('2020-01-01', new Map())).toEqual({ sellers: [], groups: [], all: [] });
  });

  it('walks a lineage both ways, pages it, and tells a missing handover', async () => {
    const row = (sequence: number, digest: string, parts: Partial<IndexedProvenance> = {}): IndexedProvenance => ({
      sequence,
      digest,
      event: 'registered',
      organisation: 'farm',
      other: null,
      kind: 'item',
      parents: [],
      ...parts,
    });
    const provenance = [
      row(0, 'batch'),
      row(1, 'box-1', { parents: ['batch'] }),
      row(2, 'box-2', { parents: ['batch'], organisation: 'packer' }),
      row(3, 'batch', { event: 'transferred', other: 'packer', kind: null }),
      row(4, 'box-3', { parents: ['batch', 'box-1'], organisation: 'packer' }),
      row(5, 'batch', { event: 'licensed', other: 'shop', kind: null, organisation: 'packer' }),
      row(6, 'box-4', { parents: ['batch', 'box-3'], organisation: 'shop' }),
      row(7, 'photo', { parents: ['report'], kind: 'dataset' }),
    ];
    await index.append({ provenance }, 0, 8);
    const lineage = async (
      digest: string,
      direction: LineageDirection,
      depth: number,
      offset = 0,
      limit = 50,
    ): Promise<unknown> =>
      (await index.lineage({ digest, direction, depth, offset, limit })).map(
        ({ child, parent, by, depth: step, handover }) => `${child}<${parent} ${by} ${String(step)} ${handover ?? '-'}`,
      );
    const down = [
      'box-1<batch farm 1 recorded',
      'box-2<batch packer 1 missing',
      'box-3<batch packer 1 recorded',
      'box-4<batch shop 1 recorded',
      'box-3<box-1 packer 2 missing',
      'box-4<box-3 shop 2 missing',
    ];
    expect(await lineage('batch', 'descendants', 1)).toEqual(down.slice(0, 4));
    expect(await lineage('batch', 'descendants', 9)).toEqual(down);
    expect(await lineage('batch', 'descendants', 9, 1, 4)).toEqual(down.slice(1, 5));
    expect(await lineage('batch', 'descendants', 1, 3, 4)).toEqual(down.slice(3, 4));
    expect(await lineage('box-4', 'ancestors', 9)).toEqual([
      'box-4<batch shop 1 recorded',
      'box-4<box-3 shop 1 missing',
      'box-3<batch packer 2 recorded',
      'box-3<box-1 packer 2 missing',
      'box-1<batch farm 3 recorded',
    ]);
    expect(await lineage('photo', 'ancestors', 3)).toEqual(['photo<report farm 1 -']);
  });

  it('takes buyer and amount out of an erased invoice’s row, also of one on the same page', async () => {
    await index.append({ invoices: [invoice(0), invoice(3)] }, 0, 4);
    await index.append({ invoices: [invoice(6)], erased: [invoice(3).number, invoice(6).number, '00000000000000000000'] }, 4, 8);
    const blank = { buyer: null, currency: '', gross: '', test: 0 };
    expect(await index.byNumber(invoice(3).number)).toEqual({ ...invoice(3), ...blank });
    expect(await index.byNumber(invoice(6).number)).toEqual({ ...invoice(6), ...blank });
    expect(sequences(await index.list({ buyer: '91310000MA1DEMQC0F' }, 0, 10))).toEqual([0]);
  });

  it('can be emptied and filled again', async () => {
    await index.append({ invoices: [invoice(0)], concerns: [{ sequence: 1, organisation: 'shop-a' }] }, 0, 2);
    await index.clear();
    expect(await index.height()).toBe(0);
    expect(await index.append({ invoices: [invoice(0)] }, 0, 2)).toBe(true);
    expect(await index.concerns('shop-a', 0, 9)).toEqual([]);
  });
});

const record = (sequence: number): SealedRecord => ({
  seed: sequence.toString(16).padStart(64, '0'),
  fields: [
    { name: 'header', text: '{"currency":"CNY"}' },
    { name: 'note', text: `"第 ${String(sequence)} 张发票"` },
  ],
});
const records = (first: number, count: number): SealedRecord[] =>
  Array.from({ length: count }, (_, place) => record(first + place));

const RECORDS: Readonly<Record<string, () => Promise<Opened<RecordStore>>>> = {
  SQLite: () =>
    inFolder((folder) => {
      const payloads = new PayloadStore(folder);
      return { store: new LocalRecordStore(payloads), close: () => payloads.close() };
    }),
  PostgreSQL: () => inDatabase((database) => new PostgresRecordStore(database, KEY)),
};

describe.each(Object.entries(RECORDS))('the record store on %s', (_name, open) => {
  let opened: Opened<RecordStore>;
  let store: RecordStore;
  beforeEach(async () => {
    opened = await open();
    store = opened.store;
  });
  afterEach(() => opened.close());

  it('gives back what it took in, one by one and in ranges across pages', async () => {
    expect(await store.height()).toBe(0);
    expect(await store.append(0, records(0, 70))).toBe(true);
    expect(await store.append(70, records(70, 5))).toBe(true);
    expect(await store.height()).toBe(75);
    expect(await store.read(33)).toEqual(record(33));
    expect(await store.readRange(60, 14)).toEqual(records(60, 14));
    expect(await store.readRange(73, 4)).toEqual([record(73), record(74), undefined, undefined]);
    expect(await store.read(75)).toBeUndefined();
  });

  it('takes a page in once', async () => {
    expect(await store.append(0, records(0, 3))).toBe(true);
    expect(await store.append(0, records(0, 3))).toBe(false);
    expect(await store.append(9, records(9, 1))).toBe(false);
    expect(await store.height()).toBe(3);
  });

  it('erases one record and leaves its neighbours', async () => {
    await store.append(0, records(0, 40));
    expect(await store.erase(34)).toBe(true);
    expect(await store.erase(34)).toBe(false);
    expect(await store.erase(99)).toBe(false);
    expect(await store.readRange(32, 8)).toEqual(
      [32, 33, 34, 35, 36, 37, 38, 39].map((at) => (at === 34 ? undefined : record(at))),
    );
  });

  it('keeps the place of what was erased elsewhere, and erases with a page', async () => {
    await store.append(0, [record(0), undefined, record(2)]);
    expect(await store.append(3, records(3, 2), [0, 4, 77])).toBe(true);
    expect(await store.readRange(0, 5)).toEqual([undefined, undefined, record(2), record(3), undefined]);
  });
});

/** Whether bytes stand in any file of the tables. */
async function inTables(url: string, wanted: Buffer): Promise<boolean> {
  await runAt(url, 'CHECKPOINT');
  const [folder] = await runAt(url, 'SHOW data_directory');
  const base = join(String(folder?.['data_directory']), 'base');
  return readdirSync(base, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .some((entry) => readFileSync(join(entry.parentPath, entry.name)).includes(wanted));
}

async function runAt(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new Client(url);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

describe('the PostgreSQL that gateways share', () => {
  it('has no byte of erased content in its tables after a scrub', async () => {
    const url = await newDatabase();
    const database = new SharedDatabase(url);
    const [index, store] = [new PostgresSearchIndex(database), new PostgresRecordStore(database, KEY)];
    const canary = '91350211CANARY0001';
    await index.append({ invoices: [invoice(0), invoice(3, { buyer: canary })] }, 0, 4);
    await store.append(0, records(0, 64));
    const [chunk] = await runAt(url, 'SELECT data FROM lianpiao.chunks WHERE first = 32');
    const ciphertext = (chunk?.['data'] as Buffer).subarray(40, 72);
    expect(await inTables(url, Buffer.from('第 40 张发票'))).toBe(false);
    await index.append({ erased: [invoice(3).number] }, 4, 5);
    await store.erase(40);
    // Nobody can select them any more, but the bytes are there: this is what the scrub is for.
    expect([await inTables(url, Buffer.from(canary)), await inTables(url, ciphertext)]).toEqual([true, true]);
    expect(await scrub(database)).toBe(2);
    expect([await inTables(url, Buffer.from(canary)), await inTables(url, ciphertext)]).toEqual([false, false]);
    expect(await scrub(database)).toBe(0);
    expect(await store.readRange(39, 3)).toEqual([record(39), undefined, record(41)]);
    await database.close();
  });

  it('spans partitions', async () => {
    const database = new SharedDatabase(await newDatabase());
    const store = new PostgresSearchIndex(database);
    const edge = 2 ** 20;
    await store.append({}, 0, edge - 1);
    await store.append({ invoices: [edge - 1, edge, edge + 1].map((at) => invoice(at)) }, edge - 1, edge + 2);
    expect(sequences(await store.list({ all: true }, 0, 10))).toEqual([edge - 1, edge, edge + 1]);
    await database.close();
  });

  it('lets one of several workers take a page in, whoever comes first', async () => {
    const url = await newDatabase();
    const opened = Array.from({ length: 4 }, () => new SharedDatabase(url));
    const won = await Promise.all(
      opened.map((database) => new PostgresSearchIndex(database).append({ invoices: [invoice(0), invoice(1)] }, 0, 2)),
    );
    expect(won.filter(Boolean)).toHaveLength(1);
    expect(await new PostgresSearchIndex(opened[0]!).list({ all: true }, 0, 10)).toHaveLength(2);
    await Promise.all(opened.map((database) => database.close()));
  });

  it('belongs to one ledger and to versions that know it', async () => {
    const url = await newDatabase();
    const database = new SharedDatabase(url);
    await database.belongTo('aa');
    await database.belongTo('aa');
    await expect(database.belongTo('bb')).rejects.toMatchObject({ code: 'DATABASE_UNSUITABLE', detail: { rule: 'one-ledger' } });
    await database.close();
    await runAt(url, 'INSERT INTO lianpiao.migrations VALUES (999)');
    const older = new SharedDatabase(url);
    await expect(new PostgresSearchIndex(older).height()).rejects.toMatchObject({ code: 'DATABASE_UNSUITABLE' });
    await older.close();
  });

  it('says that it is away, within a deadline, and works again when it is back', async () => {
    const away = new SharedDatabase('postgres://nobody@127.0.0.1:1/none');
    const started = performance.now();
    await expect(new PostgresSearchIndex(away).height()).rejects.toMatchObject({ code: 'DATABASE_UNAVAILABLE', status: 503 });
    expect(performance.now() - started).toBeLessThan(5000);
    await away.close();
    const url = await newDatabase();
    const database = new SharedDatabase(url);
    const index = new PostgresSearchIndex(database);
    await index.append({}, 0, 3);
    // Every connection is cut: the next call makes another one.
    await postgres.run(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${new URL(url).pathname.slice(1)}'`,
    );
    expect(await index.height()).toBe(3);
    await database.close();
  });

  it('is there only when it is set, and only as an address', () => {
    expect(readDatabaseUrl({})).toBeUndefined();
    expect(openSharedStores(undefined, '/nowhere')).toBeUndefined();
    expect(() => readDatabaseUrl({ LIANPIAO_DATABASE_URL: 'mysql://host/db' })).toThrow('LIANPIAO_DATABASE_URL');
  });
});
