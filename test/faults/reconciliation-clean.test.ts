import { utimesSync } from 'node:fs';
import { join } from 'node:path';
import { openSnapshot } from '@lianpiao/gateway/verify';
import { ChangeWatch, Pace } from '@lianpiao/workers';
import { answerOf, embeddedShop, saleRequest, type EmbeddedShop } from '../support/embedded';
import { reconciling, type Reconciling } from '../support/reconciling';

let shop: EmbeddedShop;
let running: Reconciling;
let sold = 0;

beforeEach(async () => {
  shop = await embeddedShop();
  running = reconciling(shop.folder);
});
afterEach(() => {
  running.close();
  shop.remove();
});

async function issue(count: number): Promise<string[]> {
  const requests = Array.from({ length: count }, () => saleRequest((sold += 1), shop.tills[sold % 2]));
  return (await shop.issue(requests)).map((outcome) => answerOf(outcome).number);
}

describe('the watch over the files', () => {
  it('takes its own looks for no change, and a commit or a byte for one', async () => {
    await issue(20);
    shop.follow();
    const watch = new ChangeWatch(shop.folder);
    expect(watch.poll()).toEqual(['ledger', 'payloads', 'index', 'log']);
    openSnapshot(shop.folder).close();
    expect(watch.poll()).toEqual([]);
    await issue(1);
    expect(watch.poll()).toEqual(['ledger', 'payloads']);
    shop.follow();
    expect(watch.poll()).toEqual(['index', 'log']);
    utimesSync(join(shop.folder, 'payloads.db'), 1, 1);
    expect(watch.poll()).toEqual(['payloads']);
  });
});

describe('where nothing is wrong there is no alarm', () => {
  it('while invoices are issued, and sealing and indexing lag behind', async () => {
    for (let round = 0; round < 40; round += 1) {
      await issue(1 + ((round * 29) % 90));
      running.reconciler.look();
      if (round % 7 === 3) shop.follow();
      running.reconciler.look();
    }
    shop.follow();
    running.settle();
    expect(running.told).toEqual([]);
    expect(running.reconciler.height).toBe(shop.ledger.length());
    expect(running.reconciler.isCalm).toBe(true);
  });

  it('at the pace of a worker: busy looks give way, and catch up after', async () => {
    running.close();
    running = reconciling(shop.folder, { pace: new Pace() });
    running.reconciler.look();
    await issue(3000);
    shop.follow();
    expect([running.reconciler.look(), running.reconciler.height < 3000]).toEqual([0, true]);
    for (let look = 0; look < 50 && !running.reconciler.isCalm; look += 1) running.reconciler.look();
    expect([running.told, running.reconciler.height]).toEqual([[], shop.ledger.length()]);
  });

  it('when many small stretches are joined', async () => {
    for (let round = 0; round < 70; round += 1) {
      await issue(1);
      shop.follow();
      running.reconciler.look();
    }
    const stretches = running.store.database.prepare('SELECT count(*) FROM stretches').pluck().get();
    expect(stretches).toBeLessThan(40);
    running.settle();
    expect(running.told).toEqual([]);
  });

  it('when a content is erased, before and after the index is made again', async () => {
    const [number] = await issue(50);
    shop.follow();
    running.settle();
    await shop.erase(number!);
    running.settle();
    shop.follow();
    shop.index.erase(shop.index.byNumber(number!)!.sequence);
    running.settle();
    shop.index.clear();
    shop.follow();
    running.settle();
    expect(running.store.findings({ limit: 10, openOnly: true })).toEqual([]);
    expect(running.told).toEqual([]);
  });

  it('when the worker starts again in the middle', async () => {
    for (let round = 0; round < 5; round += 1) {
      await issue(200);
      shop.follow();
      running.reconciler.look();
      running.close();
      running = reconciling(shop.folder);
    }
    running.settle();
    expect([running.told, running.reconciler.height]).toEqual([[], shop.ledger.length()]);
  });
});
