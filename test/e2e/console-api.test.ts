import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { chinaDate, parseTrustFile } from '@lianpiao/chaincode/domain';
import { sale, TAX_IDS } from '../support/sales';
import { services, startSystem, type TestSystem } from '../support/system';

interface Found {
  readonly items: readonly { readonly number: string; readonly sellerName: string; readonly buyerTaxId: string | null }[];
  readonly next: string | null;
}
interface Cuts {
  readonly height: number;
  readonly items: readonly { readonly key: string; readonly count: number; readonly net: string; readonly test: boolean }[];
}

describe('what the pages ask', () => {
  let system: TestSystem;
  let one: { apiKey: string; till: string };
  let two: { apiKey: string; till: string };
  let company: { apiKey: string };
  let auditor: { apiKey: string };
  const today = chinaDate(Date.now());

  beforeAll(async () => {
    system = await startSystem();
    one = await system.seller('shop-one', TAX_IDS.seller, { name: '一号店' });
    two = await system.seller('shop-two', TAX_IDS.other, { name: '二号店' });
    const register = (role: string, party: object): Promise<{ apiKey: string }> =>
      services.registerOrganisation(system.url, system.bureauKey, { organisation: `the-${role}`, role, party });
    company = await register('company', { name: '采购', taxId: TAX_IDS.buyer });
    auditor = await register('auditor', { name: '审计' });
    const buyer = { name: '采购', taxId: TAX_IDS.buyer };
    await system.call('POST', '/v1/invoices', one.apiKey, sale(one.till, { buyer }));
    await system.call('POST', '/v1/invoices', one.apiKey, sale(one.till));
    await system.call('POST', '/v1/invoices', two.apiKey, sale(two.till, { buyer }));
    await services.until(async () => (await search(auditor.apiKey)).items.length === 3, 'the index');
  });
  afterAll(async () => {
    await system.stop();
  });

  async function search(apiKey: string, query = ''): Promise<Found> {
    return (await system.call<Found>('GET', `/v1/invoices/search${query}`, apiKey)).body;
  }
  const cuts = async (by: string, query = ''): Promise<Cuts> =>
    (await system.call<Cuts>('GET', `/v1/stats/cuts?by=${by}${query}`, auditor.apiKey)).body;

  it('a session names its organisation, and a stream from its cursor brings what is new only', async () => {
    const { body } = await system.call<{ cursor: string }>('GET', '/v1/session', one.apiKey);
    expect(body).toMatchObject({ organisation: 'shop-one', role: 'merchant', name: '一号店', sandbox: false });
    const { body: changes } = await system.call<{ items: object[] }>('GET', `/v1/changes?after=${body.cursor}`, one.apiKey);
    expect(changes.items).toEqual([]);
    expect((await system.call('GET', '/v1/session')).status).toBe(401);
  });

  it('the trust file is one', async () => {
    const { body } = await system.call<object>('GET', '/v1/trust');
    const vkey = await (await fetch(`${system.url}/log/vkey`)).text();
    expect(parseTrustFile(body).logs).toHaveLength(1);
    expect(body).toMatchObject({ logs: [{ vkey: vkey.trim() }], quorum: 0 });
  });

  it('a search shows nobody more than is theirs, whatever they search by', async () => {
    const count = async (apiKey: string, query = ''): Promise<number> => (await search(apiKey, query)).items.length;
    expect(await count(one.apiKey)).toBe(2);
    expect(await count(two.apiKey)).toBe(1);
    expect(await count(company.apiKey)).toBe(2);
    expect(await count(two.apiKey, '?seller=shop-one')).toBe(0);
    expect(await count(two.apiKey, `?sellerTaxId=${TAX_IDS.seller}`)).toBe(0);
    expect(await count(company.apiKey, `?buyerTaxId=${TAX_IDS.third}`)).toBe(0);
    expect(await count(company.apiKey, `?sellerTaxId=${TAX_IDS.other}`)).toBe(1);
    expect(await count(auditor.apiKey, `?sellerTaxId=${TAX_IDS.seller}&from=${today}&to=${today}`)).toBe(2);
    expect(await count(auditor.apiKey, '?to=2020-01-01')).toBe(0);
    const first = await search(auditor.apiKey, '?limit=2');
    expect(first.items.map(({ sellerName }) => sellerName)).toEqual(['二号店', '一号店']);
    expect((await search(auditor.apiKey, `?limit=2&after=${first.next!}`)).items).toHaveLength(1);
    expect((await system.call<{ code: string }>('GET', '/v1/invoices/search?least=viel', one.apiKey)).body.code).toBe(
      'MONEY_MALFORMED',
    );
  });

  it('registrations are listed for supervisors, tills for their sellers, too', async () => {
    const list = async (path: string, apiKey: string): Promise<string[]> =>
      (await system.call<{ items: { organisation?: string; till?: string }[] }>('GET', path, apiKey)).body.items.map(
        ({ organisation, till }) => till ?? organisation ?? '',
      );
    expect(await list('/v1/organisations', auditor.apiKey)).toEqual([
      'the-auditor',
      'the-company',
      'shop-two',
      'shop-one',
      'bureau',
    ]);
    expect(await list('/v1/organisations?limit=1', system.bureauKey)).toEqual(['the-auditor']);
    expect(await list('/v1/tills', auditor.apiKey)).toEqual(['shop-two-till', 'shop-one-till']);
    expect(await list('/v1/tills?seller=shop-one', auditor.apiKey)).toEqual(['shop-one-till']);
    expect(await list('/v1/tills', one.apiKey)).toEqual(['shop-one-till']);
    expect(await list('/v1/tills?seller=shop-one', two.apiKey)).toEqual([]);
  });

  it('sums are counted as invoices come in, and again from nothing when their file is gone', async () => {
    const wanted = [{ key: '44', count: 3, net: '300.00', test: false }];
    await services.until(async () => (await cuts('region')).items[0]?.count === 3, 'the sums');
    expect((await cuts('region')).items).toMatchObject(wanted);
    expect((await cuts('rate')).items).toMatchObject([{ key: '9', count: 3 }]);
    expect((await cuts('day')).items).toMatchObject([{ key: today, count: 3 }]);
    expect((await cuts('trade', '&from=2020-01-01&to=2020-01-02')).items).toEqual([]);
    expect((await system.call<{ code: string }>('GET', '/v1/stats/cuts?by=day&from=2020-01-01', auditor.apiKey)).body.code).toBe(
      'FIELD_INVALID',
    );
    await system.gateway.stop();
    await system.workers.stop();
    for (const ending of ['', '-wal', '-shm']) rmSync(join(system.data, `statistics.db${ending}`), { force: true });
    const port = Number(new URL(system.url).port);
    system.gateway = await services.startGateway({ env: system.env, port, log: join(system.folder, 'gateway-2.log') });
    system.workers = await services.startWorkers({ env: system.env, log: join(system.folder, 'workers-2.log') });
    await services.until(async () => (await cuts('region')).items[0]?.count === 3, 'the sums made anew');
    expect((await cuts('region')).items).toMatchObject(wanted);
  });
});
