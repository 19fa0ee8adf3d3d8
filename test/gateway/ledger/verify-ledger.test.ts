import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SqliteDatabase, type Sqlite } from '../../../gateway/src/stores/sqlite-driver';
import { KeyFolder } from '../../../gateway/src/crypto/keys';
import { verifyLedger, type Cause, type LedgerReport, type Part, type Place } from '../../../gateway/src/ledger/embedded/verify';
import { packTexts, recordText } from '../../../gateway/src/stores/payload-chunk';
import { answerOf, embeddedShop, saleRequest, type EmbeddedShop } from '../../support/embedded';

/** Entries: bureau, shop, two tills, an allotment and two assignments, then invoices in groups; 300 in all. */
const SETUP = 7;
const INVOICES = 293;
const GROUP = 37;

let original: string;
const copies: string[] = [];

async function issueGroups(shop: EmbeddedShop, from: number, count: number): Promise<string[]> {
  const numbers: string[] = [];
  for (let at = from; at < from + count; at += GROUP) {
    const group = Array.from({ length: Math.min(GROUP, from + count - at) }, (_, place) => at + place);
    const outcomes = await shop.issue(group.map((i) => saleRequest(i, shop.tills[i % 2])));
    numbers.push(...outcomes.map((outcome) => answerOf(outcome).number));
  }
  return numbers;
}

beforeAll(async () => {
  const shop = await embeddedShop();
  await issueGroups(shop, 0, 150);
  shop.follow();
  await issueGroups(shop, 150, INVOICES - 150);
  shop.follow();
  shop.close();
  original = shop.folder;
});

afterAll(() => {
  for (const folder of [original, ...copies]) rmSync(folder, { recursive: true, force: true });
});

function copy(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lianpiao-fault-'));
  copies.push(folder);
  cpSync(original, folder, { recursive: true });
  return folder;
}

/** Changes a database of a folder. */
function change(folder: string, name: string, work: (database: Sqlite) => void): void {
  const database = new SqliteDatabase(join(folder, name));
  work(database);
  database.close();
}

/** The text with one character changed for another of the same kind. */
function flip(text: string, at: number): string {
  const other = text.charAt(at) === '1' ? '2' : '1';
  return `${text.slice(0, at)}${other}${text.slice(at + 1)}`;
}

function flipColumn(column: string, at: (text: string) => number, block = 4): (database: Sqlite) => void {
  return (database) => {
    const text = database.prepare(`SELECT ${column} FROM blocks WHERE number = ?`).pluck().get(block) as string;
    database.prepare(`UPDATE blocks SET ${column} = ? WHERE number = ?`).run(flip(text, at(text)), block);
  };
}

function flipBlob(database: Sqlite, select: string, update: string, at: number): void {
  const data = database.prepare(select).pluck().get() as Buffer;
  data[at] = (data[at] ?? 0) ^ 1;
  database.prepare(update).run(data);
}

function partOf(report: LedgerReport, part: Part): LedgerReport['parts'][number] {
  return report.parts.find((candidate) => candidate.part === part)!;
}

interface Fault {
  readonly name: string;
  readonly file: string;
  readonly work: (database: Sqlite) => void;
  readonly part: Part;
  readonly cause: Cause;
  readonly place: Place;
}

const FAULTS: readonly Fault[] = [
  {
    name: 'a byte of a block header',
    file: 'ledger.db',
    work: flipColumn('header', (text) => text.indexOf('"time":"') + 12),
    part: 'blocks',
    cause: 'header-changed',
    place: { block: 4 },
  },
  {
    name: 'a quotation mark of a block header',
    file: 'ledger.db',
    work: flipColumn('header', (text) => text.indexOf('"time"')),
    part: 'blocks',
    cause: 'header-malformed',
    place: { block: 4 },
  },
  {
    name: 'a byte of an entry',
    file: 'ledger.db',
    work: flipColumn('entries', (text) => text.indexOf('"commitment":"') + 20, 10),
    part: 'blocks',
    cause: 'entries-changed',
    place: { block: 10, sequence: expect.any(Number), to: expect.any(Number) },
  },
  {
    name: 'a byte of the operator’s signature',
    file: 'ledger.db',
    work: flipColumn('signature', () => 5),
    part: 'blocks',
    cause: 'operator-signature-wrong',
    place: { block: 4 },
  },
  {
    name: 'the recorded hash of a block',
    file: 'ledger.db',
    work: flipColumn('hash', () => 5),
    part: 'blocks',
    cause: 'header-changed',
    place: { block: 4 },
  },
  {
    name: 'a byte of a transaction’s signature',
    file: 'ledger.db',
    work: flipColumn('transactions', (text) => text.indexOf('"signature":"') + 20),
    part: 'blocks',
    cause: 'transactions-changed',
    place: { block: 4 },
  },
  {
    name: 'a byte of the transactions’ text',
    file: 'ledger.db',
    work: flipColumn('transactions', (text) => text.indexOf('"count":') + 8),
    part: 'blocks',
    cause: 'transactions-changed',
    place: { block: 4 },
  },
  {
    name: 'the last block deleted',
    file: 'ledger.db',
    work: (database) => database.exec('DELETE FROM blocks WHERE number = (SELECT max(number) FROM blocks)'),
    part: 'blocks',
    cause: 'blocks-missing-at-end',
    place: { block: expect.any(Number), sequence: expect.any(Number) },
  },
  {
    name: 'a block in the middle deleted',
    file: 'ledger.db',
    work: (database) => database.exec('DELETE FROM blocks WHERE number = 9'),
    part: 'blocks',
    cause: 'block-missing',
    place: { block: 9 },
  },
  {
    name: 'two blocks swapped',
    file: 'ledger.db',
    work: (database) =>
      database.exec(
        'UPDATE blocks SET number = -1 WHERE number = 9; UPDATE blocks SET number = 9 WHERE number = 10; UPDATE blocks SET number = 10 WHERE number = -1',
      ),
    part: 'blocks',
    cause: 'order-wrong',
    place: { block: 9 },
  },
  {
    name: 'the column of a block’s first sequence',
    file: 'ledger.db',
    work: (database) => database.exec('UPDATE blocks SET first = -first WHERE number = 9'),
    part: 'blocks',
    cause: 'position-wrong',
    place: { block: 9 },
  },
  {
    name: 'a bit of the reference table',
    file: 'ledger.db',
    work: (database) =>
      flipBlob(
        database,
        'SELECT reference_bits FROM blocks WHERE number = 9',
        'UPDATE blocks SET reference_bits = ? WHERE number = 9',
        3,
      ),
    part: 'references',
    cause: 'reference-bits-wrong',
    place: { block: 9 },
  },
  {
    name: 'a value of the state',
    file: 'ledger.db',
    work: (database) => database.exec(`UPDATE state SET value = replace(value, '"next":', '"next":1') WHERE key = 'head/till-1'`),
    part: 'state',
    cause: 'state-differs',
    place: { key: 'head/till-1' },
  },
  {
    name: 'a value of the state too many',
    file: 'ledger.db',
    work: (database) => database.exec(`INSERT INTO state VALUES ('delegation/shop/thief', 'true')`),
    part: 'state',
    cause: 'state-differs',
    place: { key: 'delegation/shop/thief' },
  },
  {
    name: 'an act',
    file: 'ledger.db',
    work: (database) => database.exec(`UPDATE acts SET subject = 'somebody' WHERE sequence = 2`),
    part: 'acts',
    cause: 'act-differs',
    place: { block: 3, sequence: 2 },
  },
  {
    name: 'an act deleted',
    file: 'ledger.db',
    work: (database) => database.exec('DELETE FROM acts WHERE sequence = 1'),
    part: 'acts',
    cause: 'act-missing',
    place: { block: 2, sequence: 1 },
  },
  {
    name: 'an act too many',
    file: 'ledger.db',
    work: (database) => database.exec(`INSERT INTO acts VALUES (50, 'act.recorded', 'x', '{}')`),
    part: 'acts',
    cause: 'act-extra',
    place: { sequence: 50 },
  },
  {
    name: 'a byte of a payload chunk',
    file: 'payloads.db',
    work: (database) =>
      flipBlob(database, 'SELECT data FROM chunks WHERE first = 7', 'UPDATE chunks SET data = ? WHERE first = 7', 100),
    part: 'payloads',
    cause: 'payload-unreadable',
    place: { sequence: SETUP },
  },
  {
    name: 'a payload chunk deleted',
    file: 'payloads.db',
    work: (database) => database.exec('DELETE FROM chunks WHERE first = 7'),
    part: 'payloads',
    cause: 'payload-lost',
    place: { block: 8, sequence: SETUP, number: expect.any(String) },
  },
  {
    name: 'two payload chunks swapped',
    file: 'payloads.db',
    work: (database) => database.exec('UPDATE chunks SET data = (SELECT data FROM chunks WHERE first = 0) WHERE first = 7'),
    part: 'payloads',
    cause: 'payload-unreadable',
    place: { sequence: SETUP },
  },
  {
    name: 'an amount in the index',
    file: 'index.db',
    work: (database) => database.exec(`UPDATE invoices SET gross = '0.01' WHERE sequence = 20`),
    part: 'index',
    cause: 'index-row-differs',
    place: { block: expect.any(Number), sequence: 20, number: expect.any(String) },
  },
  {
    name: 'a row of the index deleted',
    file: 'index.db',
    work: (database) => database.exec('DELETE FROM invoices WHERE sequence = 20'),
    part: 'index',
    cause: 'index-row-missing',
    place: { block: expect.any(Number), sequence: 20, number: expect.any(String) },
  },
  {
    name: 'a row added to the index',
    file: 'index.db',
    work: (database) =>
      database.exec(`INSERT INTO invoices VALUES (3, '26440000000000999999', 'shop', 'till-1', NULL, 0, 'CNY', '1.00', 0)`),
    part: 'index',
    cause: 'index-row-extra',
    place: { sequence: 3, number: '26440000000000999999' },
  },
  {
    name: 'a row added behind the end of the index',
    file: 'index.db',
    work: (database) =>
      database.exec(`INSERT INTO invoices VALUES (999, '26440000000000999999', 'shop', 'till-1', NULL, 0, 'CNY', '1.00', 0)`),
    part: 'index',
    cause: 'index-row-extra',
    place: { sequence: 999, number: '26440000000000999999' },
  },
  {
    name: 'whom an entry concerns, changed in the index',
    file: 'index.db',
    work: (database) => database.exec(`UPDATE concerns SET organisation = 'other' WHERE sequence = 2`),
    part: 'index',
    cause: 'index-row-differs',
    place: { block: expect.any(Number), sequence: 2 },
  },
  {
    name: 'whom an entry concerns, deleted from the index',
    file: 'index.db',
    work: (database) => database.exec('DELETE FROM concerns WHERE sequence = 2'),
    part: 'index',
    cause: 'index-row-missing',
    place: { block: expect.any(Number), sequence: 2 },
  },
  {
    name: 'an invoice that concerns a stranger in the index',
    file: 'index.db',
    work: (database) => database.exec(`INSERT INTO concerns VALUES (20, 'other')`),
    part: 'index',
    cause: 'index-row-extra',
    place: {},
  },
  {
    name: 'a byte of a tile',
    file: 'log.db',
    work: (database) =>
      flipBlob(
        database,
        'SELECT data FROM tiles WHERE level = 0 AND place = 0',
        'UPDATE tiles SET data = ? WHERE level = 0 AND place = 0',
        32 * 77 + 5,
      ),
    part: 'log',
    cause: 'tile-differs',
    place: { tile: '0/0', sequence: 77 },
  },
  {
    name: 'a byte of a partial tile',
    file: 'log.db',
    work: (database) =>
      flipBlob(
        database,
        'SELECT data FROM tiles WHERE level = 1 AND place = 0',
        'UPDATE tiles SET data = ? WHERE level = 1 AND place = 0',
        5,
      ),
    part: 'log',
    cause: 'tile-differs',
    place: { tile: '1/0' },
  },
  {
    name: 'a tile deleted',
    file: 'log.db',
    work: (database) => database.exec('DELETE FROM tiles WHERE level = 0 AND place = 1'),
    part: 'log',
    cause: 'tile-missing',
    place: { tile: '0/1' },
  },
  {
    name: 'a tile too many',
    file: 'log.db',
    work: (database) => database.exec(`INSERT INTO tiles (level, place, data) VALUES (0, 2, x'00')`),
    part: 'log',
    cause: 'tile-extra',
    place: { tile: '0/2' },
  },
  {
    name: 'the root of an old checkpoint',
    file: 'log.db',
    work: (database) => {
      const note = database.prepare('SELECT note FROM checkpoints WHERE size = 157').pluck().get() as string;
      const lines = note.split('\n');
      lines[2] = flip(lines[2]!, 3);
      database.prepare('UPDATE checkpoints SET note = ? WHERE size = 157').run(lines.join('\n'));
    },
    part: 'log',
    cause: 'checkpoint-signature-wrong',
    place: { size: 157 },
  },
  {
    name: 'a checkpoint that is none',
    file: 'log.db',
    work: (database) => database.exec(`UPDATE checkpoints SET note = 'x' WHERE size = 300`),
    part: 'log',
    cause: 'checkpoint-malformed',
    place: { size: 300 },
  },
  {
    name: 'a checkpoint under another size',
    file: 'log.db',
    work: (database) => database.exec('UPDATE checkpoints SET size = 158 WHERE size = 157'),
    part: 'log',
    cause: 'checkpoint-root-wrong',
    place: { size: 158 },
  },
];

describe('a ledger that nobody touched verifies', () => {
  it('as it stands', () => {
    const report = verifyLedger({ folder: original });
    expect(report).toMatchObject({ result: 'ok', entries: 300, erased: 0, erasuresPending: 0 });
    expect(report.parts.map(({ part, result, checked }) => [part, result, checked > 0])).toEqual(
      ['blocks', 'references', 'state', 'acts', 'payloads', 'index', 'log'].map((part) => [part, 'ok', true]),
    );
  });

  it('when only the chain and the log are asked for', () => {
    const report = verifyLedger({ folder: original, quick: true });
    expect(report.result).toBe('ok');
    expect(partOf(report, 'payloads')).toMatchObject({ result: 'skipped', why: 'left out by --quick' });
  });

  it('after an erasure with its act, before and after the index is made again', async () => {
    const folder = copy();
    const shop = await embeddedShop(folder);
    const [number] = await issueGroups(shop, 1000, 1);
    shop.follow();
    await shop.erase(number!);
    expect(verifyLedger({ folder })).toMatchObject({ result: 'ok', erased: 1, erasuresPending: 0 });
    shop.index.clear();
    shop.follow();
    expect(verifyLedger({ folder })).toMatchObject({ result: 'ok', erased: 1 });
    shop.close();
  });

  it('when a crash came between the act and the erasing: it says so', async () => {
    const folder = copy();
    const shop = await embeddedShop(folder);
    const [number] = await issueGroups(shop, 1000, 1);
    const facts = { type: 'act.recorded', act: 'content.erased', subject: number! } as const;
    await shop.acts.record('bureau', facts, { keyId: 'test', why: 'test' });
    expect(verifyLedger({ folder })).toMatchObject({ result: 'ok', erased: 0, erasuresPending: 1 });
    shop.close();
  });

  it('after a restart, while others write', async () => {
    const folder = copy();
    const shop = await embeddedShop(folder);
    await issueGroups(shop, 1000, 40);
    expect(verifyLedger({ folder })).toMatchObject({ result: 'ok', entries: 340 });
    shop.close();
  });

  it('with records that a crash left behind the end', async () => {
    const folder = copy();
    const shop = await embeddedShop(folder);
    const record = shop.payloads.read(20)!;
    shop.payloads.append(300, [packTexts([record, record].map(recordText))]);
    expect(verifyLedger({ folder }).result).toBe('ok');
    await issueGroups(shop, 1000, 5);
    expect(verifyLedger({ folder })).toMatchObject({ result: 'ok', entries: 305 });
    shop.close();
  });

  it('without index and log: they are not there yet', () => {
    const folder = copy();
    for (const name of ['index.db', 'log.db']) rmSync(join(folder, name));
    const report = verifyLedger({ folder });
    expect([report.result, partOf(report, 'index').result, partOf(report, 'log').result]).toEqual(['ok', 'skipped', 'skipped']);
  });

  it('and changes no file', () => {
    const folder = copy();
    const files = ['ledger.db', 'payloads.db', 'index.db', 'log.db'].map((name) => join(folder, name));
    const before = files.map((file) => readFileSync(file));
    verifyLedger({ folder });
    expect(files.map((file, at) => readFileSync(file).equals(before[at]!))).toEqual([true, true, true, true]);
  });
});

describe('a fault is found and named', () => {
  it.each(FAULTS)('$name', ({ file, work, part, cause, place }) => {
    const folder = copy();
    change(folder, file, work);
    const report = verifyLedger({ folder });
    expect(report.result).toBe('bad');
    expect(partOf(report, part)).toMatchObject({ result: 'bad', finding: { part, cause } });
    expect(partOf(report, part).finding?.place).toEqual(place);
    expect(partOf(report, part).finding?.repair.en).toMatch(
      part === 'index' || part === 'log' ? /^derived data, rebuild/ : /restore/,
    );
    // What lies beside the damaged file, and does not hang on it, is still found to be in order.
    const innocent = report.parts.filter((other) => other.part !== part && other.result === 'bad');
    if (file !== 'ledger.db') expect(innocent).toEqual([]);
  });

  it('a payload that is erased without an act', async () => {
    const folder = copy();
    const shop = await embeddedShop(folder);
    shop.payloads.erase(30);
    shop.close();
    const { finding } = partOf(verifyLedger({ folder }), 'payloads');
    expect(finding).toMatchObject({ cause: 'payload-lost', place: { sequence: 30 } });
  });

  it('a ledger whose operator is another one', () => {
    const folder = copy();
    const { publicKey } = new KeyFolder(join(folder, 'other-keys')).findOrCreate('operator');
    expect(partOf(verifyLedger({ folder, operatorKey: publicKey }), 'blocks').finding?.cause).toBe('operator-signature-wrong');
  });

  it('a file that is no database any more', () => {
    for (const [file, part] of [
      ['payloads.db', 'payloads'],
      ['index.db', 'index'],
      ['log.db', 'log'],
      ['ledger.db', 'blocks'],
    ] as const) {
      const folder = copy();
      const path = join(folder, file);
      writeFileSync(path, Buffer.from('this is no database, it only looks at you'.repeat(500)));
      expect(partOf(verifyLedger({ folder }), part).finding?.cause).toBe('storage-damaged');
    }
  });
});

it('finds a byte changed in what SQLite looks numbers up by', () => {
  const folder = copy();
  const path = join(folder, 'index.db');
  const data = readFileSync(path);
  const causes: (Cause | undefined)[] = [];
  for (let at = data.indexOf(LOOKED_UP); at >= 0; at = data.indexOf(LOOKED_UP, at + 1)) {
    const changed = Buffer.from(data);
    changed[at] = (changed[at] ?? 0) ^ 1;
    writeFileSync(path, changed);
    causes.push(partOf(verifyLedger({ folder }), 'index').finding?.cause);
  }
  // Once in the table and once in SQLite's index over it; what else holds the text is a page that nobody uses.
  expect(causes).toEqual(expect.arrayContaining(['index-row-differs', 'storage-damaged']));
});

/** A number that is issued in every run. */
const LOOKED_UP = '000000000000042';

describe('what cannot be told is not called right', () => {
  it.each([
    ['operator.pem', 'blocks'],
    ['payload.key', 'payloads'],
    ['log.pem', 'log'],
  ] as const)('without %s', (key, part) => {
    const folder = copy();
    rmSync(join(folder, 'keys', key));
    const report = verifyLedger({ folder });
    expect([report.result, partOf(report, part).result]).toEqual(['unknown', 'unknown']);
  });

  it('without a ledger', () => {
    expect(() => verifyLedger({ folder: join(original, 'keys') })).toThrow('NOT_FOUND');
  });
});

/** Any byte of the chain's rows: wherever it is changed, the verifier finds it, and never falls over. */
it('finds a change anywhere in the texts of a block', () => {
  const folder = copy();
  const missed: string[] = [];
  change(folder, 'ledger.db', (database) => {
    for (const column of ['header', 'transactions', 'entries', 'signature', 'key_id', 'hash']) {
      const text = database.prepare(`SELECT ${column} FROM blocks WHERE number = 9`).pluck().get() as string;
      for (let step = 0; step < 12; step += 1) {
        const at = Math.floor((text.length * step) / 12);
        database.prepare(`UPDATE blocks SET ${column} = ? WHERE number = 9`).run(flip(text, at));
        const report = verifyLedger({ folder, quick: true });
        if (partOf(report, 'blocks').finding?.place.block !== 9) missed.push(`${column} ${String(at)}`);
      }
      database.prepare(`UPDATE blocks SET ${column} = ? WHERE number = 9`).run(text);
    }
  });
  expect(missed).toEqual([]);
  expect(verifyLedger({ folder }).result).toBe('ok');
});
