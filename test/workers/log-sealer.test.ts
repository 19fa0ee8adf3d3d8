import { innerHashes, parseCheckpoint, parseNote, rootFromTiles } from '@lianpiao/chaincode/domain';
import { LogSealer } from '../../workers/src/sealing/log-sealer';
import { BlockStore, EmbeddedLedgerReader } from '../../gateway/src/ledger';
import { join } from 'node:path';
import { LogKeyRing, LogStore } from '../../gateway/src/stores';
import { SqliteDatabase } from '../../gateway/src/stores/sqlite-driver';
import { embeddedShop, LOG_ORIGIN, saleRequest, type EmbeddedShop } from '../support/embedded';

type Parts = ConstructorParameters<typeof LogSealer>;

function sealerOf(shop: EmbeddedShop): { sealer: LogSealer; log: LogStore } {
  const log = new LogStore(shop.folder);
  const parts = [new EmbeddedLedgerReader(new BlockStore(shop.folder)), log, new LogKeyRing(shop.folder, LOG_ORIGIN), Date.now];
  return { sealer: new LogSealer(...(parts as unknown as Parts)), log };
}

describe('the log sealer', () => {
  let shop: EmbeddedShop;
  beforeEach(async () => {
    shop = await embeddedShop();
  });
  afterEach(() => {
    shop.remove();
  });

  const issue = (from: number, count: number): Promise<unknown> =>
    shop.issue(Array.from({ length: count }, (_, index) => saleRequest(from + index)));

  it('gives the same roots whether entries come one by one, in groups, or all at once', async () => {
    const { sealer, log } = sealerOf(shop);
    let from = 0;
    for (const count of [1, 2, 254, 300, 1, 700]) {
      await issue(from, count);
      from += count;
      expect(sealer.seal()).toBe(shop.ledger.length());
    }
    const checkpoints = log.checkpoints(Number.MAX_SAFE_INTEGER, 100);
    expect(checkpoints).toHaveLength(6);
    for (const { size, note } of checkpoints) {
      expect(parseCheckpoint(parseNote(note).text)).toMatchObject({ origin: LOG_ORIGIN, size, root: rootFromTiles(log, size) });
    }
  });

  it('keeps the inner hashes of every full tile, however its entries came', async () => {
    let from = 0;
    for (const count of [100, 1, 155, 600]) {
      await issue(from, count);
      from += count;
      // Another process each time: what one has collected the next one does not know.
      sealerOf(shop).sealer.seal();
    }
    const { log } = sealerOf(shop);
    const full = Math.floor(shop.ledger.length() / 256);
    expect(full).toBeGreaterThanOrEqual(3);
    for (let place = 0; place < full; place += 1) {
      expect(Buffer.from(log.inner(0, place, 256)!)).toEqual(Buffer.from(innerHashes(log.tile(0, place, 256), 0)));
    }
    expect(log.inner(0, full, 256)).toBeUndefined();
  });

  it('gives a log that an earlier version wrote its inner hashes', async () => {
    await issue(0, 600);
    sealerOf(shop).sealer.seal();
    const database = new SqliteDatabase(join(shop.folder, 'log.db'));
    database.exec('DROP TABLE inner_hashes');
    const { sealer, log } = sealerOf(shop);
    expect(log.inner(0, 1, 256)).toBeUndefined();
    sealer.seal();
    expect(database.prepare('SELECT count(*) FROM inner_hashes').pluck().get()).toBe(Math.floor(shop.ledger.length() / 256));
    database.close();
    expect(Buffer.from(log.inner(0, 1, 256)!)).toEqual(Buffer.from(innerHashes(log.tile(0, 1, 256), 0)));
  });

  it('goes on where it was when it starts again', async () => {
    await issue(0, 300);
    sealerOf(shop).sealer.seal();
    await issue(300, 300);
    const { sealer, log } = sealerOf(shop);
    sealer.seal();
    const { size, note } = log.latest()!;
    expect(parseCheckpoint(parseNote(note).text).root).toBe(rootFromTiles(log, size));
  });

  it('does not seal beside another sealer, and recovers', async () => {
    await issue(0, 10);
    const [one, two] = [sealerOf(shop), sealerOf(shop)];
    one.sealer.seal();
    expect(() => two.sealer.seal()).toThrow('somebody else seals');
    await issue(10, 10);
    expect(two.sealer.seal()).toBe(shop.ledger.length());
    const { size, note } = two.log.latest()!;
    expect(parseCheckpoint(parseNote(note).text).root).toBe(rootFromTiles(two.log, size));
  });
});
