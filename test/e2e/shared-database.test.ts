import { startTestPostgres, type TestPostgres } from '../support/postgres';
import { saleRequest } from '../support/embedded';
import { services, startSystem, type TestSystem } from '../support/system';

interface Listed {
  readonly items: readonly { readonly number: string }[];
  readonly code?: string;
}

let postgres: TestPostgres;
let system: TestSystem;
beforeAll(async () => {
  postgres = await startTestPostgres();
  system = await startSystem({ LIANPIAO_DATABASE_URL: postgres.url });
}, 120_000);
afterAll(async () => {
  await system.stop();
  await postgres.stop();
});

it('attests an erasure only once the copy in PostgreSQL is gone, too, and says that it looked there', async () => {
  const seller = await system.seller('erasing-shop', '91440300MA5THRD30Q');
  const request = saleRequest(7, seller.till);
  const { body } = await system.call<{ number: string }>('POST', '/v1/invoices', seller.apiKey, request);
  const listed = async (): Promise<readonly unknown[]> =>
    (await system.call<Listed>('GET', '/v1/invoices', seller.apiKey)).body.items;
  await services.until(async () => (await listed()).length === 1, 'the row', 20_000);
  // Nobody takes the act into the database: there the content stays.
  await system.workers.stop();
  const erase = await system.call('DELETE', `/v1/invoices/${body.number}/content`, seller.apiKey, { reason: 'test' });
  expect(erase.status).toBe(200);
  type Report = { attestations: { stores: string[] }[]; missing: string[] };
  const report = async (): Promise<Report> =>
    (await system.call<Report>('GET', `/v1/invoices/${body.number}/erasure`, seller.apiKey)).body;
  await new Promise((resolve) => setTimeout(resolve, 16_000));
  expect(await report()).toMatchObject({ attestations: [], missing: ['operator'] });
  const { env } = system;
  system.workers = await services.startWorkers({ env, log: system.workers.log });
  await services.until(async () => (await report()).missing.length === 0, 'the attestation', 30_000);
  expect((await report()).attestations).toMatchObject([{ stores: ['payloads', 'postgresql'] }]);
  await postgres.run('DELETE FROM lianpiao.invoices');
});

it('serves lists and statistics from PostgreSQL, and issues without it', async () => {
  const seller = await system.seller('db-shop', '91350100M000100Y43');
  const issue = (place: number): ReturnType<typeof system.call<{ number: string }>> =>
    system.call<{ number: string }>('POST', '/v1/invoices', seller.apiKey, saleRequest(place, seller.till));
  const { body: first } = await issue(1);
  const list = async (): Promise<{ status: number; body: Listed }> => system.call<Listed>('GET', '/v1/invoices', seller.apiKey);
  await services.until(async () => (await list()).body.items.length === 1, 'the list', 20_000);
  expect(await postgres.run('SELECT number, seller FROM lianpiao.invoices')).toEqual([
    { number: first.number, seller: 'db-shop' },
  ]);
  // What stands in the database is what the list says: the folder's index is not asked.
  await postgres.run("UPDATE lianpiao.invoices SET gross = '1.23'");
  expect((await list()).body.items[0]).toMatchObject({ number: first.number, gross: '1.23' });
  const stats = await system.call<{ bureau: { gross: string }[] }>('GET', '/v1/stats', system.bureauKey);
  expect(stats.body.bureau).toMatchObject([{ gross: '1.23' }]);

  await postgres.stop();
  expect(await list()).toMatchObject({ status: 503, body: { code: 'DATABASE_UNAVAILABLE' } });
  const second = await issue(2);
  expect(second.status).toBe(201);
  expect((await system.call('GET', `/v1/invoices/${second.body.number}`, seller.apiKey)).status).toBe(200);
});
