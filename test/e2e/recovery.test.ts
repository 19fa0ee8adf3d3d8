import fs from 'node:fs';
import path from 'node:path';
import { Redis } from 'ioredis';
import { sale, TAX_IDS } from '../support/sales';
import { services, startSystem, type TestSystem } from '../support/system';

interface Readiness {
  readonly ready: boolean;
  readonly parts: {
    readonly ledger: { readonly length: number };
    readonly redis: { readonly ready: boolean };
    readonly index: { readonly height: number };
    readonly log: { readonly size: number };
  };
}

describe('what is lost is made again', () => {
  let system: TestSystem;
  let seller: { apiKey: string; till: string };
  let redisUrl: string;

  beforeAll(async () => {
    system = await startSystem();
    redisUrl = system.env['REDIS_URL']!;
    seller = await system.seller('corner-shop', TAX_IDS.seller);
  });
  afterAll(async () => {
    await system.stop();
  });

  async function state(): Promise<Readiness> {
    return (await system.call<Readiness>('GET', '/readyz')).body;
  }

  async function issue(till = seller.till, apiKey = seller.apiKey): Promise<{ number: string; test: boolean; issuedAt: string }> {
    const { status, body } = await system.call<{ number: string; test: boolean; issuedAt: string }>(
      'POST',
      '/v1/invoices',
      apiKey,
      sale(till),
    );
    expect(status).toBe(201);
    return body;
  }

  /** Index and log have all that the ledger has. */
  async function caughtUp(): Promise<void> {
    await services.until(async () => {
      const { parts } = await state();
      return parts.index.height === parts.ledger.length && parts.log.size === parts.ledger.length;
    }, 'index and log at the end of the ledger');
  }

  async function rows(): Promise<string> {
    return (await system.call('GET', '/v1/invoices?limit=500', system.bureauKey)).text;
  }

  it('goes on when Redis is emptied', async () => {
    await issue();
    const redis = new Redis(redisUrl);
    await redis.flushall();
    await redis.quit();
    for (let count = 0; count < 5; count += 1) await issue();
    await caughtUp();
    expect((await state()).ready).toBe(true);
  });

  it('makes the index again, row for row', async () => {
    await caughtUp();
    const before = await rows();
    await system.gateway.stop();
    await system.workers.stop();
    for (const name of fs.readdirSync(system.data)) {
      if (name.startsWith('index.db')) fs.rmSync(path.join(system.data, name));
    }
    const { env } = system;
    system.gateway = await services.startGateway({ env, port: Number(env['LIANPIAO_PORT']), log: system.gateway.log });
    expect((await state()).parts.index.height).toBe(0);
    system.workers = await services.startWorkers({ env, log: system.workers.log });
    await caughtUp();
    expect(await rows()).toBe(before);
  });

  it('issues without Redis, and seals when it is back', async () => {
    const port = Number(new URL(redisUrl).port);
    await system.redis.stop();
    const numbers: string[] = [];
    const started = Date.now();
    for (let count = 0; count < 5; count += 1) numbers.push((await issue()).number);
    // A till never waits for Redis.
    expect(Date.now() - started).toBeLessThan(5000);
    expect(await state()).toMatchObject({ ready: false, parts: { redis: { ready: false } } });
    expect((await system.call('GET', `/v1/invoices/${numbers[0]!}`, seller.apiKey)).status).toBe(200);
    const pending = await system.call<{ code: string }>('GET', `/v1/invoices/${numbers[0]!}/proof`, seller.apiKey);
    expect([pending.status, pending.body.code]).toEqual([503, 'PROOF_PENDING']);

    system.redis = await services.startRedis({ folder: path.join(system.folder, 'redis'), port });
    await caughtUp();
    for (const number of numbers)
      expect((await system.call('GET', `/v1/invoices/${number}/proof`, seller.apiKey)).status).toBe(200);
    await services.until(async () => (await state()).ready, 'readiness');
  });

  it("marks a sandbox organisation's invoices as test everywhere", async () => {
    const sandbox = await system.seller('sand-shop', TAX_IDS.other, { sandbox: true });
    const { number, test, issuedAt } = await issue(sandbox.till, sandbox.apiKey);
    expect(test).toBe(true);
    // The channel digit: a test number is never a real one.
    expect(number[4]).toBe('9');
    await caughtUp();
    const key = sandbox.apiKey;
    const read = await system.call<{ test: boolean; content: { header: { test: boolean } } }>(
      'GET',
      `/v1/invoices/${number}`,
      key,
    );
    expect([read.body.test, read.body.content.header.test]).toEqual([true, true]);
    const list = await system.call<{ items: { test: boolean }[] }>('GET', '/v1/invoices', key);
    expect(list.body.items.map((item) => item.test)).toEqual([true]);
    const bundle = await system.call<unknown>('GET', `/v1/invoices/${number}/proof`, key);
    const date = new Date(Date.parse(issuedAt) + 8 * 3_600_000).toISOString().slice(0, 10);
    const items = [{ number, date, total: '109.00' }, { bundle: bundle.body }];
    const papers = await system.call<{ items: { result: string }[] }>('POST', '/v1/verifications', undefined, { items });
    expect(papers.body.items.map(({ result }) => result)).toEqual(['test', 'test']);
    for (const apiKey of [key, system.bureauKey]) {
      const changes = await system.call<{ items: { number?: string; test?: boolean }[] }>('GET', '/v1/changes?limit=500', apiKey);
      expect(changes.body.items.find((item) => item.number === number)?.test).toBe(true);
      expect(
        changes.body.items.filter((item) => item.number !== undefined && item.number !== number).some((item) => item.test),
      ).toBe(false);
    }
  });
});
