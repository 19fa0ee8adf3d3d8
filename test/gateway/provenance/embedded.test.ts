import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { LedgerError } from '@lianpiao/chaincode/domain';
import { executeCommand, type ContentDigest, type RecordEntry } from '@lianpiao/chaincode/domain';
import * as recordCheck from '../../../chaincode/src/domain/provenance/check-provenance-record';
import { nodeSignatures } from '../../../gateway/src/crypto/log-keys';
import { BlockStore } from '../../../gateway/src/ledger';
import { verifyLedger } from '../../../gateway/src/ledger/embedded/verify';
import { ProvenanceReader } from '../../../gateway/src/provenance/provenance-reader';
import { SqliteDatabase } from '../../../gateway/src/stores/sqlite-driver';
import { embeddedShop, type EmbeddedShop } from '../../support/embedded';
import { MemoryState } from '../../support/memory-state';
import { command, digestOf, event, factsOf, register, signed, source, statementOf } from '../../support/provenance';

const ACTOR = { keyId: 'test', why: 'test' };
const ORGANISATIONS = ['bureau', 'shop', 'lab'] as const;
const station = source();
const NAMES = Array.from({ length: 6 }, (_, place) => digestOf(`content ${String(place)}`));
const [RAW, REPORT, NOTE] = NAMES as [ContentDigest, ContentDigest, ContentDigest];

const content = (digest: ContentDigest, parents: readonly ContentDigest[] = []): ReturnType<typeof signed> =>
  signed(statementOf(digest, { parents }), station);

let now = Date.parse('2026-03-16T02:00:00Z');
const shops: EmbeddedShop[] = [];

async function openShop(): Promise<EmbeddedShop> {
  const shop = await embeddedShop(undefined, { tills: 1, clock: () => now });
  const lab = { organisation: 'lab', role: 'consumer', sandbox: false, party: { name: '样例研究院' } } as const;
  await shop.registrations.organisation('bureau', lab, ACTOR);
  shops.push(shop);
  return shop;
}

async function submit(shop: EmbeddedShop, caller: string, what: RecordEntry): Promise<string> {
  const [verdict] = await shop.commits.submit([{ caller, command: what }]);
  return verdict?.accepted === true ? 'accepted' : (verdict?.error.code ?? 'none');
}

afterAll(() => {
  for (const shop of shops) {
    shop.close();
    rmSync(shop.folder, { recursive: true, force: true });
  }
});

describe('the embedded ledger and the rules alone', () => {
  const name = fc.constantFrom(...NAMES);
  const by = fc.constantFrom(...ORGANISATIONS);
  const registering = fc
    .record({ by, digest: name, parents: fc.uniqueArray(name, { maxLength: 2 }) })
    .map((step) => ({ by: step.by, what: register(step.by, content(step.digest, step.parents)) }));
  const noting = fc
    .record({
      by,
      digest: name,
      event: fc.constantFrom('licensed', 'transferred', 'used'),
      to: fc.option(by, { nil: undefined }),
    })
    .map((step) => ({ by: step.by, what: event(step.by, step.event as 'used', step.digest, step.to) }));

  it('decide alike, and come to the same state', async () => {
    const shop = await openShop();
    const memory = new MemoryState();
    for (const id of ORGANISATIONS) memory.put(`organisation/${id}`, shop.ledger.state(`organisation/${id}`)!);
    const outcomes = new Map<string, number>();
    const steps = fc.sample(fc.oneof(registering, noting), { numRuns: 250, seed: 20260316 });
    for (const step of steps) {
      now += 1;
      memory.now = now;
      memory.caller = step.by;
      let wanted = 'accepted';
      try {
        executeCommand(memory, step.what, nodeSignatures);
      } catch (error) {
        wanted = (error as LedgerError).code;
      }
      expect(await submit(shop, step.by, step.what)).toBe(wanted);
      outcomes.set(wanted, (outcomes.get(wanted) ?? 0) + 1);
    }
    for (const [key, value] of memory.values) expect([key, shop.ledger.state(key)]).toEqual([key, value]);
    const seen = [...outcomes.keys()];
    for (const code of ['accepted', 'PROVENANCE_CYCLE', 'PROVENANCE_EXISTS', 'PROVENANCE_PARENT_UNKNOWN', 'PROVENANCE_NOT_YOURS'])
      expect(seen).toContain(code);

    // What was decided holds when it is executed again, and the index says the same.
    shop.follow();
    const report = verifyLedger({ folder: shop.folder });
    expect(report.parts.filter(({ result }) => result !== 'ok')).toEqual([]);

    const all = NAMES.map((digest) =>
      shop.index.provenance.lineage({ digest, direction: 'descendants', depth: 32, offset: 0, limit: 500 }),
    );
    expect(all.flat().length).toBeGreaterThan(5);
    shop.index.clear();
    shop.follow();
    const again = NAMES.map((digest) =>
      shop.index.provenance.lineage({ digest, direction: 'descendants', depth: 32, offset: 0, limit: 500 }),
    );
    expect(again).toEqual(all);
  });
});

describe('the acts of a content', () => {
  it('are found without reading all others', () => {
    const folder = mkdtempSync(join(tmpdir(), 'lianpiao-acts-'));
    const store = new BlockStore(folder);
    const database = new SqliteDatabase(join(folder, 'ledger.db'));
    const insert = database.prepare("INSERT INTO acts VALUES (?, 'provenance.event', ?, '{}')");
    database.transaction(() => {
      for (let sequence = 0; sequence < 200_000; sequence += 1)
        insert.run(sequence, sequence % 2 === 0 ? RAW : `other-${String(sequence)}`);
    })();
    database.close();
    const started = performance.now();
    for (let times = 0; times < 200; times += 1) {
      expect(store.acts({ subject: NOTE, after: -1, limit: 10 })).toEqual([]);
      expect(store.acts({ subject: RAW, type: 'provenance.registered', after: -1, limit: 10 })).toEqual([]);
      expect(store.acts({ subject: RAW, after: 99_999, limit: 1 })).toMatchObject([{ sequence: 100_000 }]);
      expect(store.acts({ subject: RAW, before: 99_999, limit: 1 })).toMatchObject([{ sequence: 99_998 }]);
    }
    // A scan takes some ten milliseconds each time.
    expect(performance.now() - started).toBeLessThan(1000);
    expect(store.acts({ limit: 2 }).map(({ sequence }) => sequence)).toEqual([199_999, 199_998]);
    store.close();
    rmSync(folder, { recursive: true, force: true });
  });
});

describe('what the reader tells', () => {
  let shop: EmbeddedShop;
  let reader: ProvenanceReader;
  beforeAll(async () => {
    shop = await openShop();
    reader = new ProvenanceReader(shop.ledger, shop.payloads);
    for (const each of ORGANISATIONS) expect(await submit(shop, each, register(each, content(RAW)))).toBe('accepted');
  });

  it('is the first registration first, page by page, without any index', () => {
    const [first] = reader.registrations(RAW, -1, 1);
    expect(first?.entry).toMatchObject({ registrant: 'bureau' });
    const rest = reader.registrations(RAW, first!.sequence, 10);
    expect(rest.map(({ entry }) => (entry as { registrant: string }).registrant)).toEqual(['shop', 'lab']);
    expect(reader.registrationBy(RAW, 'lab')).toEqual(rest[1]);
    expect(reader.registrationBy(RAW, 'nobody')).toBeUndefined();
  });

  it('says that the signature holds, and when it can no longer tell', () => {
    const placed = reader.registrationBy(RAW, 'shop')!;
    expect(reader.view(placed, false)).toMatchObject({ signature: 'valid', registrant: 'shop', test: false });
    expect(reader.view(placed, false)).not.toHaveProperty('content');
    expect(reader.view(placed, true).content).toMatchObject({ statement: { source: '示例市水文站' } });
    shop.payloads.erase(placed.sequence);
    expect(reader.view(placed, true)).toMatchObject({ signature: 'erased' });
    expect(reader.view(placed, true)).not.toHaveProperty('content');
  });

  it('is nothing of another content', () => {
    const { sequence } = reader.registrationBy(RAW, 'lab')!;
    expect(reader.entryAbout(RAW, sequence).sequence).toBe(sequence);
    expect(() => reader.entryAbout(NOTE, sequence)).toThrow('PROVENANCE_UNKNOWN');
    expect(() => reader.entryAbout(RAW, 0)).toThrow('PROVENANCE_UNKNOWN');
    expect(() => reader.entryAbout(RAW, 10_000)).toThrow('PROVENANCE_UNKNOWN');
  });
});

describe('lianpiao ledger verify', () => {
  let shop: EmbeddedShop;
  beforeEach(async () => {
    shop = await openShop();
    await submit(shop, 'shop', register('shop', content(RAW)));
    await submit(shop, 'shop', register('shop', content(REPORT, [RAW])));
    await submit(shop, 'shop', event('shop', 'licensed', RAW, 'lab'));
  });

  it('holds for an index of a version before provenance, when no entry is about a content', async () => {
    const old = await openShop();
    old.follow();
    const database = new SqliteDatabase(join(old.folder, 'index.db'));
    database.exec('DROP TABLE provenance; DROP TABLE provenance_links');
    database.close();
    expect(verifyLedger({ folder: old.folder }).result).toBe('ok');
  });

  it('holds for what was registered', () => {
    shop.follow();
    expect(verifyLedger({ folder: shop.folder }).result).toBe('ok');
  });

  it.each([
    [
      'whose source never signed it',
      (good: ReturnType<typeof content>) => ({ ...good, signature: { ...good.signature, value: content(RAW).signature.value } }),
      'the signature of its source is wrong',
    ],
    ['whose statement was signed and is another one', () => content(RAW), 'it is not what was registered: /statement/digest'],
  ])('names a record %s, which an operator that checks nothing has let in', async (_name, forge, detail) => {
    const good = content(NOTE);
    const unchecked = jest.spyOn(recordCheck, 'checkProvenanceRecord').mockReturnValue(undefined);
    expect(await submit(shop, 'shop', command(factsOf('shop', good), { ...forge(good) }))).toBe('accepted');
    unchecked.mockRestore();
    shop.follow();
    const report = verifyLedger({ folder: shop.folder });
    const bad = report.parts.filter(({ result }) => result === 'bad');
    expect(bad.map(({ part, finding }) => [part, finding?.cause, finding?.detail])).toEqual([
      ['payloads', 'payload-differs', detail],
    ]);
    expect(bad[0]!.finding!.place.sequence).toBe(shop.ledger.length() - 1);
  });

  it.each([
    ['changed', "UPDATE provenance SET organisation = 'lab' WHERE event = 'registered'", 'index-row-differs'],
    ['missing', "DELETE FROM provenance WHERE event = 'licensed'", 'index-row-missing'],
    ['added', "INSERT INTO provenance VALUES (1, 'x', 'registered', 'shop', NULL, 'work')", 'index-row-extra'],
    ['without its link', 'DELETE FROM provenance_links', 'index-row-differs'],
    ['with a link of another', "UPDATE provenance_links SET parent = 'x'", 'index-row-differs'],
    ['that the index of an earlier version lacks', 'DROP TABLE provenance; DROP TABLE provenance_links', 'index-row-missing'],
    ['that is none, but for a link', "INSERT INTO provenance_links VALUES (2, 0, 'x', 'y')", 'index-row-extra'],
  ])('names a row of the index %s', (_name, sql, cause) => {
    shop.follow();
    const database = new SqliteDatabase(join(shop.folder, 'index.db'));
    database.exec(sql);
    database.close();
    const report = verifyLedger({ folder: shop.folder });
    expect(report.parts.filter(({ result }) => result === 'bad').map(({ part, finding }) => [part, finding?.cause])).toEqual([
      ['index', cause],
    ]);
  });
});
