import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { BlockStore } from '@lianpiao/gateway/ledger';
import { installNativeHasher } from '@lianpiao/gateway/stores';
import { Clients } from './clients';
import { Findings } from './findings';
import { Instance } from './instance';
import { judge } from './kill-oracle';
import { SalesGenerator, saleKey, sellerName, type Sale } from './sales';
import { answersOf, Shop } from './shop';

const CLIENTS_EACH = 32;
const SALES = 1600;
/** Both get the same sales at the same moment, so often: otherwise the one that is ahead would stay ahead. */
const ROUND = 2 * CLIENTS_EACH;

/** Small ranges: the gateways race for their top-ups as well. */
const SETTINGS = { LIANPIAO_TILL_CHUNK: '40', LIANPIAO_SELLER_CHUNK: '400', LIANPIAO_LOG_LEVEL: 'warn' };

describe('two gateways on one data folder', () => {
  it('issue one invoice for a reference, in chains without gaps, and tell everybody of the same one', async () => {
    installNativeHasher();
    const findings = new Findings();
    const instance = await Instance.start(findings, SETTINGS);
    try {
      const second = await instance.secondGateway();
      const generator = new SalesGenerator(11);
      const sales: Sale[] = [];
      while (sales.length < SALES) sales.push(...generator.next().sales);
      const both = [instance.url, second.url].map((url) => new Clients(url, instance.apiKeys, findings, CLIENTS_EACH));
      for (let start = 0; start < sales.length; start += ROUND) {
        const round = sales.slice(start, start + ROUND);
        both.forEach((clients, place) => {
          // Half of a round comes in the same order to both, half in opposite orders.
          const order = place === 0 ? round : [...round.slice(0, CLIENTS_EACH), ...round.slice(CLIENTS_EACH).reverse()];
          for (const sale of order) clients.take({ seller: sale.seller, batch: false, sales: [sale], fresh: 1 });
        });
        expect(await Promise.all(both.map((clients) => clients.drain(20_000)))).toEqual([true, true]);
      }
      expect(await instance.sealed(10_000, [instance.url, second.url])).toBe(true);
      const vkey = await instance.logVkey();
      for (const clients of both) clients.stop();
      await second.stop();
      await instance.stop();

      const told = both.flatMap((clients) => clients.told);
      judge(instance.data, { told, checkpoints: [], vkey }, findings);
      expect(findings.lines).toEqual([]);

      const created = told.filter(({ status }) => status === 201).map(({ sale }) => saleKey(sale));
      expect(new Set(created).size).toBe(created.length);
      expect(new Set(created)).toEqual(new Set(sales.map(saleKey)));
      // Both gateways won some, and both saw conflicts: it was a race.
      for (const clients of both) {
        expect(clients.told.filter(({ status }) => status === 201).length).toBeGreaterThan(SALES / 10);
        expect(clients.told.filter(({ status }) => status === 409).length).toBeGreaterThan(0);
      }
    } finally {
      await instance.stop();
      instance.remove();
    }
  });

  it('miss no reference that one of them uses while the other starts', async () => {
    const shop = new Shop();
    try {
      await shop.open();
      await shop.issue(shop.fresh(3));
      const sales = shop.fresh(1);
      shop.restart();
      // A gateway reads the references that are used; at the end of that, before anything else, another one issues.
      const { references } = BlockStore.prototype;
      let others = '';
      jest.spyOn(BlockStore.prototype, 'references').mockImplementation(function* (this: BlockStore, ...range) {
        yield* references.apply(this, range);
        if (others === '') others = issueInAnotherProcess(shop, sales[0]!);
      });
      const outcomes = await shop.issue(sales);
      expect(others).not.toBe('');
      expect(outcomes.map((outcome) => 'created' in outcome && outcome.created)).toEqual([false]);
      expect(answersOf(outcomes)).toEqual([others]);
      expect(shop.verify()).toEqual([]);
    } finally {
      jest.restoreAllMocks();
      shop.remove();
    }
  });
});

/** Gives the answer's text. */
function issueInAnotherProcess(shop: Shop, sale: Sale): string {
  const dist = join(__dirname, '../../gateway/dist');
  const program = `
    const { createGateway } = require(${JSON.stringify(join(dist, 'gateway.js'))});
    const { readConfig } = require(${JSON.stringify(join(dist, 'config.js'))});
    const gateway = createGateway(readConfig(process.env), require('pino').pino({ level: 'silent' }));
    gateway.desk.issue(${JSON.stringify(sellerName(sale.seller))}, [${sale.body}]).then(([outcome]) => {
      process.stdout.write(outcome.created ? outcome.answer : '');
      gateway.close();
    });`;
  return execFileSync(process.execPath, ['-e', program], { env: { ...process.env, ...shop.env }, encoding: 'utf8' });
}
