import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hasher, merkleRoot, type Digest } from '@lianpiao/chaincode/domain';
import { AuditReader } from '../../../gateway/src/access/audit-reader';
import { AuditSealer } from '../../../gateway/src/access/audit-sealer';
import { auditText, AuditStore, type AuditFacts } from '../../../gateway/src/stores/audit-store';
import { SqliteDatabase } from '../../../gateway/src/stores/sqlite-driver';
import { pino } from 'pino';
import { embeddedShop, type EmbeddedShop } from '../../support/embedded';

const facts = (grant: string, more: Partial<AuditFacts> = {}): AuditFacts => ({
  event: 'read',
  grant,
  organisation: 'consumer',
  key: 'k',
  query: 'a'.repeat(64) as Digest,
  outcome: 'allowed',
  rows: 3,
  height: 7,
  ...more,
});

describe('the audit log', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'lianpiao-audit-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('numbers and chains what two processes write at once', async () => {
    const stores = [new AuditStore(folder, Date.now), new AuditStore(folder, Date.now)];
    const written = await Promise.all(
      Array.from({ length: 600 }, async (_, index) => {
        // Not all in one turn of the event loop.
        await new Promise((resolve) => setTimeout(resolve, index % 7));
        return stores[index % 2]!.append(facts(`grant-${index % 3}`));
      }),
    );
    expect(new Set(written.map(({ sequence }) => sequence)).size).toBe(600);
    const entries = stores[0]!.list({ from: 0, limit: 1000 });
    expect(entries.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 600 }, (_, index) => index));
    let previous = '0'.repeat(64);
    for (const entry of entries) {
      expect(entry.previous).toBe(previous);
      previous = hasher().leafHash(auditText(entry));
    }
    expect(stores[1]!.leafHashes(599, 5)).toEqual([previous]);
    const times = entries.map(({ time }) => time);
    expect(times).toEqual([...times].sort());
    expect(
      stores[1]!
        .list({ grant: 'grant-1', from: 300, limit: 10 })
        .every(({ grant, sequence }) => grant === 'grant-1' && sequence >= 300),
    ).toBe(true);
    stores.forEach((store) => store.close());
  });

  it('keeps what was written, and never goes back in time', async () => {
    const first = new AuditStore(folder, () => 2_000_000_000_000);
    await first.append(facts('grant-1'));
    first.close();
    const second = new AuditStore(folder, () => 1_000_000_000_000);
    const entry = await second.append(facts('grant-1'));
    expect(entry).toMatchObject({ sequence: 1, time: new Date(2_000_000_000_000).toISOString() });
    second.close();
  });

  it('refuses what the disk refuses: no entry, no promise', async () => {
    const store = new AuditStore(folder, Date.now);
    const other = new SqliteDatabase(join(folder, 'audit.db'));
    other.exec('DROP TABLE entries');
    await expect(store.append(facts('grant-1'))).rejects.toMatchObject({ code: 'SQLITE_ERROR' });
    other.close();
    store.close();
  });
});

describe('seals', () => {
  let shop: EmbeddedShop;
  let store: AuditStore;
  let sealers: AuditSealer[];
  let reader: AuditReader;
  beforeAll(async () => {
    shop = await embeddedShop();
    store = new AuditStore(shop.folder, Date.now);
    sealers = [0, 1].map(() => new AuditSealer(shop.ledger, store, shop.acts, pino({ level: 'silent' })));
    reader = new AuditReader(shop.ledger, store);
  });
  afterAll(() => {
    store.close();
    shop.remove();
  });
  const write = (count: number): Promise<unknown> =>
    Promise.all(Array.from({ length: count }, () => store.append(facts('grant-1'))));

  it('cover every entry once, also when two seal at once, and every entry then has a proof', async () => {
    for (const count of [1, 5, 40]) {
      await write(count);
      await Promise.all(sealers.map((sealer) => sealer.seal()));
    }
    await write(2);
    const { items, seals } = reader.page({ from: 0, limit: 100 });
    expect(items.map(({ proof }) => proof !== null)).toEqual([...Array.from({ length: 46 }, () => true), false, false]);
    expect(seals.map(({ first, count }) => [first, count])).toEqual([
      [0, 1],
      [1, 5],
      [6, 40],
    ]);
    const roots = seals.map(({ first, count }) => merkleRoot(store.leafHashes(first, count)));
    expect(seals.map(({ root }) => root)).toEqual(roots);
    // The root is on the ledger itself.
    for (const { sequence, root, receipt } of seals) {
      expect(shop.ledger.read(sequence, 1)[0]!.entry).toMatchObject({ type: 'audit.sealed', root });
      expect(JSON.parse(receipt.entry)).toMatchObject({ root });
    }
    expect(await sealers[0]!.seal()).toBe(48);
    expect(await sealers[1]!.seal()).toBe(48);
  });

  it('do not chase the entries that come while they are made', async () => {
    const record = shop.acts.record.bind(shop.acts);
    const spy = jest.spyOn(shop.acts, 'record').mockImplementation(async (...act) => {
      if (spy.mock.calls.length < 20) await write(1);
      return record(...act);
    });
    await write(3);
    const length = store.length();
    expect(await sealers[0]!.seal()).toBe(length);
    expect(spy).toHaveBeenCalledTimes(1);
    spy.mockRestore();
    expect(await sealers[0]!.seal()).toBe(length + 1);
  });

  it('are found again from the ledger when the notes beside the entries are gone', () => {
    const database = new SqliteDatabase(join(shop.folder, 'audit.db'));
    database.exec('DELETE FROM seals');
    database.close();
    expect(reader.page({ from: 0, limit: 100 }).seals.length).toBe(6);
  });

  it('give away an entry that was changed afterwards', () => {
    const database = new SqliteDatabase(join(shop.folder, 'audit.db'));
    const text = database.prepare('SELECT text FROM entries WHERE sequence = 10').pluck().get() as string;
    database.prepare('UPDATE entries SET text = ? WHERE sequence = 10').run(text.replace('"rows":3', '"rows":2'));
    expect(() => reader.page({ from: 10, limit: 1 })).toThrow('an audit entry has its sealed root');
    database.prepare('UPDATE entries SET text = ? WHERE sequence = 10').run(text);
    database.close();
    expect(reader.page({ from: 10, limit: 1 }).items.length).toBe(1);
  });
});
