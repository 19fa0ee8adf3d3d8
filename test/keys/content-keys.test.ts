import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { IndexStore } from '../../gateway/src/stores';
import { openSecret, sealSecret, type BoxKeys } from '../../gateway/src/stores/secret-box';
import { encryptDatabase, makeDatabaseKey, rotateDatabaseKey } from '../../gateway/src/stores/database-key';
import { OriginalsStore } from '../../gateway/src/stores/originals-store';
import { openSalesDatabase } from '../../gateway/src/stores/sales-database';
import { SalesStore, type NewSale } from '../../gateway/src/stores/sales-store';
import { SqliteDatabase } from '../../gateway/src/stores/sqlite-driver';
import { StorageKeys } from '../../gateway/src/stores/storage-keys';
import { openWebhookDatabase } from '../../gateway/src/stores/webhook-database';
import { WebhookDeliveries } from '../../gateway/src/stores/webhook-deliveries';
import { WebhookStore } from '../../gateway/src/stores/webhook-store';
import { cli, lianpiao } from '../support/cli';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lianpiao-content-keys-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const keyFiles = (stem: string): string[] => readdirSync(join(folder, 'keys')).filter((name) => name.startsWith(stem)).sort(); // prettier-ignore
const rotate = (what: string, ...words: string[]): ReturnType<typeof cli> =>
  cli('secrets', 'rotate', what, '--data', folder, ...words);
/** The keys that a folder had, as a thief has them who took them before the rotation. */
function stolen(stem: string): StorageKeys {
  const copy = mkdtempSync(join(folder, 'stolen-'));
  new StorageKeys({ folder: copy, stem, make: true, needed: false });
  copyFileSync(join(folder, 'keys', `${stem}.key`), join(copy, 'keys', `${stem}.key`));
  return new StorageKeys({ folder: copy, stem, make: false });
}
const sealedIn = (file: string, sql: string): { place: string; sealed: Buffer }[] => {
  const database = new SqliteDatabase(join(folder, file), { readonly: true });
  const rows = database.prepare(sql).all() as { place: string; sealed: Buffer }[];
  database.close();
  return rows;
};
/** What opens under some keys. */
const opened = (keys: BoxKeys, rows: { place: string; sealed: Buffer }[]): number =>
  rows.filter(({ place, sealed }) => {
    try {
      return openSecret(keys, place, sealed) !== '';
    } catch {
      return false;
    }
  }).length;

describe('the key of sales', () => {
  const SEALED = "SELECT 'sale-' || id AS place, content AS sealed FROM sales";
  const sale = (number: number): NewSale => ({
    ...{ seller: 'shop', caller: 'shop', till: 'shop-1', day: '2026-11-22', createdAt: 1, expiresAt: 2 },
    ...{ orderReference: `ORDER-${String(number)}`, code: `CODE-${String(number)}`, content: `content ${String(number)}` },
    ...{ net: '1.00', tax: '0.00', gross: '1.00', unpaid: number === 7 },
  });

  it('is changed while another process sells: old and new sales are read, found by their codes, and not under the old key', async () => {
    const database = openSalesDatabase(folder);
    const sales = new SalesStore(database);
    for (let number = 0; number < 600; number += 1) sales.add(sale(number));
    sales.pay(sales.byCode('CODE-7')!, 'paid by card', 1);
    const token = database.holderToken('a', 'b');
    const old = stolen('sales');
    let number = 600;
    let rotating = true;
    const selling = (async (): Promise<void> => {
      while (rotating) {
        sales.add(sale((number += 1)));
        await new Promise((done) => setTimeout(done, 1));
      }
    })();
    // In a process of its own, as an operator does; this one goes on selling.
    const done = await lianpiao(['secrets', 'rotate', 'sales', '--data', folder]);
    rotating = false;
    await selling;
    expect([done.code, done.out]).toEqual([0, expect.stringMatching(/new sales go under key 1\n\d+ older[^]*\n1 older keys/)]);
    // All that were there before, and the payment; how many more depends on the moment.
    expect(Number(/(\d+) older contents/.exec(done.out)?.[1])).toBeGreaterThanOrEqual(601);
    sales.add(sale((number += 1)));
    expect(number).toBeGreaterThan(605);
    expect(keyFiles('sales')).toEqual(['sales-1.key', 'sales-fingerprint.key', 'sales-holder.key']);

    const rows = sealedIn('sales.db', SEALED);
    const payments = sealedIn(
      'sales.db',
      "SELECT 'sale-' || id || '-payment' AS place, p.content AS sealed FROM late_payments p JOIN sales s ON s.place = p.sale",
    );
    expect([rows.length, payments.length, opened(old, [...rows, ...payments])]).toEqual([number, 1, 0]);
    // This process, and one that starts now, read everything and find it by what stands on paper.
    const later = openSalesDatabase(folder);
    for (const [store, parts] of [
      [sales, database],
      [new SalesStore(later), later],
    ] as const) {
      // prettier-ignore
      for (const at of [0, 599, number]) {
        const row = store.byCode(`CODE-${String(at)}`);
        expect(row && store.open(row)).toBe(`content ${String(at)}`);
      }
      expect(parts.holderToken('a', 'b')).toBe(token);
      expect(store.latePayment(store.byCode('CODE-7')!)).toBe('paid by card');
    }
    later.database.close();
    sales.close();
  });

  it('goes on after an interruption, may be kept for backups, and says when there is nothing', async () => {
    expect((await rotate('sales')).err).toMatch(/^NOT_FOUND/);
    const database = openSalesDatabase(folder);
    new SalesStore(database).add(sale(1));
    database.database.close();
    expect((await rotate('sales', '--keep-old')).out).toContain('1 older contents');
    expect(keyFiles('sales')).toContain('sales.key');
    expect((await rotate('sales', '--resume')).out).toMatch(/^0 older contents[^]*\n1 older keys/);
    // Who loses what codes are found by is told so; nothing is derived in its place.
    rmSync(join(folder, 'keys', 'sales-fingerprint.key'));
    expect(() => openSalesDatabase(folder)).toThrow('sales-fingerprint.key');
  });
});

describe('the keys of webhooks and originals', () => {
  it('are changed; secrets and documents stay what they were, in a process that goes on, too', async () => {
    const database = openWebhookDatabase(folder);
    const webhooks = new WebhookStore(database);
    const deliveries = new WebhookDeliveries(folder);
    const id = WebhookStore.newId();
    const first = webhooks.create({
      ...{ id, organisation: 'shop', role: 'merchant', url: 'https://erp.example/', types: null },
      ...{ cursor: 0, createdAt: 1, createdBy: 'test' },
    });
    const second = webhooks.rotate(id, 1000);
    const documents = new OriginalsStore(folder);
    const original = { reference: 'ab'.repeat(32), digest: `sha256:${'cd'.repeat(32)}` };
    documents.put(original, Buffer.from('<Invoice/>'), 1);
    const [oldWebhooks, oldOriginals] = [stolen('webhook'), stolen('originals')];

    expect((await rotate('webhooks')).out).toMatch(/2 older contents/);
    expect((await rotate('originals')).out).toMatch(/1 older contents/);
    deliveries.lease([id], 'me', 1000, 5000);
    expect(deliveries.held(id, 'me', 1000)?.secrets).toEqual([second, first]);
    expect(documents.read(original)?.toString()).toBe('<Invoice/>');
    const secrets = sealedIn(
      'webhooks.db',
      'SELECT id AS place, secret AS sealed FROM webhooks UNION ALL SELECT id, former FROM webhooks',
    );
    const stored = sealedIn('originals.db', 'SELECT reference || char(10) || digest AS place, content AS sealed FROM originals');
    expect([secrets.length, opened(oldWebhooks, secrets)]).toEqual([2, 0]);
    expect([stored.length, opened(oldOriginals, stored)]).toEqual([1, 0]);
    for (const store of [webhooks, deliveries, documents]) store.close();
  });

  it('opens nothing that was moved or changed, under no key', () => {
    const keys = new StorageKeys({ folder, stem: 'webhook', make: true, needed: false });
    const sealed = sealSecret(keys, 'here', 'secret');
    keys.rotate();
    expect(openSecret(keys, 'here', sealed)).toBe('secret');
    expect(() => openSecret(keys, 'there', sealed)).toThrow('there does not open');
    sealed.writeUInt8(sealed.readUInt8(30) ^ 1, 30);
    expect(() => openSecret(keys, 'here', sealed)).toThrow('here does not open');
  });
});

describe('the key of whole databases', () => {
  const height = (): number => {
    const store = new IndexStore(folder);
    const found = store.height();
    store.close();
    return found;
  };
  function encrypted(): void {
    makeDatabaseKey(folder);
    for (const name of ['index.db', 'books.db']) {
      const database = new SqliteDatabase(join(folder, name));
      encryptDatabase(database, folder);
      database.exec("CREATE TABLE IF NOT EXISTS proof (text TEXT); INSERT INTO proof VALUES ('here')");
      database.close();
    }
  }
  const opensUnder = (name: string, key: Buffer): boolean => {
    const database = new SqliteDatabase(join(folder, name), { readonly: true });
    try {
      database.pragma(`key = "x'${key.toString('hex')}'"`);
      return database.prepare('SELECT count(*) FROM proof').pluck().get() === 1;
    } catch {
      return false;
    } finally {
      database.close();
    }
  };
  const key = (): Buffer => readFileSync(join(folder, 'keys', 'databases.key'));

  it('is changed while nothing runs: everything opens with the new one, and nothing with the old one', async () => {
    encrypted();
    const old = key();
    const done = await cli('secrets', 'rotate-databases', '--data', folder);
    expect([done.code, done.out]).toEqual([0, 'under the new key: books.db, index.db\n']);
    for (const name of ['index.db', 'books.db']) expect([opensUnder(name, key()), opensUnder(name, old)]).toEqual([true, false]);
    expect(readdirSync(join(folder, 'keys'))).toEqual(['databases.key']);
    expect(height()).toBe(0);
  });

  it('is not changed while somebody has a database open; the next call goes on where it stopped', async () => {
    encrypted();
    const old = key();
    const open = new IndexStore(folder);
    const refused = await cli('secrets', 'rotate-databases', '--data', folder);
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('locked')]);
    open.close();
    // books.db is under the next key already; the old key still opens the index, and is still there.
    expect([key().equals(old), existsSync(join(folder, 'keys', 'databases.next.key'))]).toEqual([true, true]);
    expect(rotateDatabaseKey(folder)).toEqual(['index.db']);
    for (const name of ['index.db', 'books.db']) expect([opensUnder(name, key()), opensUnder(name, old)]).toEqual([true, false]);
  });

  it('is refused for a folder that has none', async () => {
    writeFileSync(join(folder, 'index.db'), '');
    expect((await cli('secrets', 'rotate-databases', '--data', folder)).err).toMatch(/^NOT_FOUND/);
  });
});
