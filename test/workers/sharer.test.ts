import { createSecretKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Sharer } from '@lianpiao/workers';
import { openSharedStores, SharedDatabase, type SharedStores } from '../../gateway/src/stores';
import { PostgresRecordStore } from '../../gateway/src/stores/shared';
import { answerOf, embeddedShop, saleRequest, SHOP, type EmbeddedShop } from '../support/embedded';
import { startTestPostgres, type TestPostgres } from '../support/postgres';

let postgres: TestPostgres;
let shop: EmbeddedShop;
let shared: SharedStores;
beforeAll(async () => {
  [postgres, shop] = await Promise.all([startTestPostgres(), embeddedShop()]);
  shared = openSharedStores(postgres.url, shop.folder)!;
});
afterAll(async () => {
  await shared.close();
  shop.remove();
  await postgres.stop();
});

function sharerOf(from: EmbeddedShop, scrubMs?: number): Sharer {
  const { ledger, payloads, index } = from;
  // The workers know the gateway's classes by the types of its package; here they come from its sources.
  const options = { ledger, payloads, index, shared, ...(scrubMs === undefined ? {} : { scrubMs }) };
  return new Sharer(options);
}

async function catchUp(sharer: Sharer): Promise<void> {
  shop.follow();
  while ((await sharer.look()) > 0);
}

describe('the stores that an organisation’s machines share', () => {
  it('are filled with what the folder has: rows, concerns, records, books', async () => {
    const outcomes = await shop.issue(Array.from({ length: 40 }, (_, place) => saleRequest(place)));
    await catchUp(sharerOf(shop));
    const { ledger, index, payloads } = shop;
    expect([await shared.index.height(), await shared.records.height()]).toEqual([ledger.length(), ledger.length()]);
    expect(await shared.index.list({ all: true }, 0, 500)).toEqual(index.list({ all: true }, 0, 500));
    expect(await shared.index.concerns(SHOP, 0, 500)).toEqual(index.concerns(SHOP, 0, 500));
    expect(await shared.records.readRange(0, ledger.length())).toEqual(payloads.readRange(0, ledger.length()));
    expect(await shared.index.byNumber(answerOf(outcomes[7]).number)).toMatchObject({ seller: SHOP });
  });

  it('take in what is new when several workers look at once, each entry once', async () => {
    await shop.issue(Array.from({ length: 30 }, (_, place) => saleRequest(100 + place)));
    shop.follow();
    await Promise.all([sharerOf(shop), sharerOf(shop), sharerOf(shop)].map((sharer) => catchUp(sharer)));
    const rows = await shared.index.list({ all: true }, 0, 500);
    expect(rows).toEqual(shop.index.list({ all: true }, 0, 500));
    expect(rows).toHaveLength(70);
  });

  it('lose what an act on the ledger erased, and its bytes with the next scrub', async () => {
    const number = answerOf((await shop.issue([saleRequest(200)]))[0]).number;
    const sharer = sharerOf(shop, 0);
    await catchUp(sharer);
    const { sequence } = (await shared.index.byNumber(number))!;
    expect(await shared.records.read(sequence)).toBeDefined();
    await shop.erase(number);
    await catchUp(sharer);
    expect(await shared.index.byNumber(number)).toMatchObject({ buyer: null, gross: '' });
    expect(await shared.records.read(sequence)).toBeUndefined();
    expect(await shared.records.read(sequence - 1)).toBeDefined();
    expect(await postgres.run('SELECT * FROM lianpiao.scrubs')).toEqual([]);
  });

  it('hold no content that a stranger could read: another key opens nothing', async () => {
    const own = readFileSync(join(shop.folder, 'keys', 'payload.key'));
    const database = new SharedDatabase(postgres.url);
    const stranger = new PostgresRecordStore(database, createSecretKey(own.map((byte) => byte ^ 1)));
    await expect(stranger.read(0)).rejects.toThrow();
    expect(await new PostgresRecordStore(database, createSecretKey(own)).read(0)).toBeDefined();
    await database.close();
  });

  it('refuse the rows of another ledger', async () => {
    const other = await embeddedShop();
    await expect(sharerOf(other).look()).rejects.toMatchObject({ code: 'DATABASE_UNSUITABLE' });
    other.remove();
  });
});
