import { join } from 'node:path';
import { SqliteDatabase } from '../../gateway/src/stores/sqlite-driver';
import { services, startSystem, type TestSystem } from '../support/system';
import { sale, TAX_IDS } from '../support/sales';

interface Finding {
  readonly id: number;
  readonly code: string;
  readonly part: string;
  readonly place: Readonly<Record<string, unknown>>;
  readonly resolvedAt: string | null;
  readonly timeToDetectSeconds: number;
}
interface Total {
  readonly seller?: string;
  readonly platform?: string;
  readonly currency: string;
  readonly test: boolean;
  readonly count: number;
  readonly gross: string;
}
interface Stats {
  readonly definitions: string;
  readonly bureau: readonly Total[];
  readonly platforms: readonly Total[];
  readonly sellers: readonly Total[];
  readonly next: string | null;
}

let system: TestSystem;
let shop: { apiKey: string; till: string };
let other: { apiKey: string; till: string };
let sandbox: { apiKey: string; till: string };
let platform: { apiKey: string; till: string };
let auditor: string;
let today: string;

async function issue(seller: { apiKey: string; till: string }, gross: string, reference: string): Promise<string> {
  const net = (Number(gross) / 1.09).toFixed(2);
  const tax = (Number(gross) - Number(net)).toFixed(2);
  const request = sale(seller.till, {
    orderReference: reference,
    lines: [{ name: '*谷物*大米', net, rate: '0.09', tax }],
    totals: { net, tax, gross },
  });
  const answer = await system.call<{ number: string }>('POST', '/v1/invoices', seller.apiKey, request);
  expect(answer.status).toBe(201);
  return answer.body.number;
}

async function state(): Promise<{
  height: number;
  ledger: number;
  openFindings: number;
  lastFullPass: { result: string } | null;
}> {
  return (await system.call<never>('GET', '/v1/reconciliation', auditor)).body;
}

async function findings(query = ''): Promise<readonly Finding[]> {
  return (await system.call<{ items: Finding[] }>('GET', `/v1/reconciliation/findings${query}`, auditor)).body.items;
}

async function upload(apiKey: string, csv: string): Promise<{ status: number; body: never }> {
  const response = await fetch(`${system.url}/v1/books/reconciliations`, {
    method: 'POST',
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'text/csv' },
    body: csv,
  });
  return { status: response.status, body: (await response.json()) as never };
}

beforeAll(async () => {
  system = await startSystem();
  shop = await system.seller('the-shop', TAX_IDS.seller);
  other = await system.seller('the-other', TAX_IDS.other);
  sandbox = await system.seller('the-sandbox', TAX_IDS.third, { sandbox: true });
  platform = await system.seller('the-platform', TAX_IDS.platform, { role: 'platform' });
  const registration = { organisation: 'the-auditor', role: 'auditor', party: { name: 'auditor' } };
  auditor = (await services.registerOrganisation(system.url, system.bureauKey, registration)).apiKey;
  await system.call('POST', '/v1/delegations', shop.apiKey, { agent: 'the-platform', reason: 'test' });
  await issue(shop, '109.00', 'A-1');
  await issue(shop, '218.00', 'A-2');
  await issue(other, '10.90', 'A-1');
  await issue(sandbox, '1000.00', 'T-1');
  await issue(platform, '54.50', 'P-1');
  await services.until(async () => (await state()).height === (await state()).ledger, 'reconciliation');
  today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
});
afterAll(async () => {
  await system.stop();
});

describe('statistics [rows 001-002-003:A6]', () => {
  it('have one published definition each, with a version', async () => {
    const { body } = await system.call<{ version: string; items: { name: string }[] }>(
      'GET',
      '/v1/stats/definitions',
      shop.apiKey,
    );
    expect(body.version).toBe('1');
    expect(body.items.map(({ name }) => name)).toEqual(expect.arrayContaining(['count', 'gross', 'test', 'platforms', 'bureau']));
  });

  it('add up: a platform’s are those of its sellers, the bureau’s those of all; test invoices apart', async () => {
    const { body } = await system.call<Stats>('GET', `/v1/stats?date=${today}`, system.bureauKey);
    const line = (count: number, gross: string, test = false): object => ({ currency: 'CNY', test, count, gross });
    expect(body).toMatchObject({ definitions: '1', next: null });
    expect(body.bureau).toEqual([line(4, '392.40'), line(1, '1000.00', true)]);
    expect(body.platforms).toEqual([{ platform: 'the-platform', ...line(3, '381.50') }]);
    expect(body.sellers).toEqual([
      { seller: 'the-other', ...line(1, '10.90') },
      { seller: 'the-platform', ...line(1, '54.50') },
      { seller: 'the-sandbox', ...line(1, '1000.00', true) },
      { seller: 'the-shop', ...line(2, '327.00') },
    ]);
  });

  it('come in pages, and show a seller its own only', async () => {
    const first = await system.call<Stats>('GET', `/v1/stats?date=${today}&limit=2`, system.bureauKey);
    expect([first.body.sellers.length, first.body.next]).toEqual([2, 'the-platform']);
    const second = await system.call<Stats>('GET', `/v1/stats?date=${today}&limit=2&after=the-platform`, system.bureauKey);
    expect(second.body.sellers.map(({ seller }) => seller)).toEqual(['the-sandbox', 'the-shop']);
    const own = (await system.call<Stats>('GET', '/v1/stats', shop.apiKey)).body;
    expect([own.bureau, own.platforms, own.sellers.map(({ seller }) => seller)]).toEqual([[], [], ['the-shop']]);
    expect((await system.call('GET', '/v1/stats?date=2026-02-30', shop.apiKey)).status).toBe(400);
  });
});

describe('a merchant’s payment file [rows 001-002-003:A6]', () => {
  it('is compared with its invoices of the day, and the report is kept', async () => {
    const rows = ['A-1,109,P1', 'A-2,218.01,P2', 'A-1,109.00,P3', 'A-9,5,P4'].map((row) => `${today},${row}`).join('\n');
    const { status, body } = await upload(shop.apiKey, `date,orderReference,amount,paymentReference\n${rows}\n`);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      organisation: 'the-shop',
      days: [today],
      rows: 4,
      counts: { AMOUNT_DIFFERS: 1, PAYMENT_DOUBLED: 1, INVOICE_MISSING: 1 },
      sums: [{ currency: 'CNY', payments: 4, paid: '441.01', invoices: 2, invoiced: '327.00', difference: '114.01' }],
    });
    const { links } = body as { links: { self: string } };
    const page = await system.call<{ items: unknown[]; next: string | null }>('GET', `${links.self}?limit=2`, shop.apiKey);
    expect(page.body.items).toEqual([
      expect.objectContaining({ kind: 'AMOUNT_DIFFERS', line: 3, paid: '218.01', invoiced: '218.00' }),
      expect.objectContaining({ kind: 'PAYMENT_DOUBLED', line: 4, paymentReference: 'P3' }),
    ]);
    const rest = await system.call<{ items: unknown[]; next: null }>(
      'GET',
      `${links.self}?limit=2&after=${page.body.next!}`,
      shop.apiKey,
    );
    expect(rest.body).toMatchObject({ items: [{ kind: 'INVOICE_MISSING', line: 5 }], next: null });
    expect((await system.call<{ items: unknown[] }>('GET', '/v1/books/reconciliations', shop.apiKey)).body.items).toHaveLength(1);
    // Another merchant does not learn that it is there; the bureau sees it.
    expect((await system.call('GET', links.self, other.apiKey)).status).toBe(404);
    expect((await system.call('GET', links.self, system.bureauKey)).status).toBe(200);
  });

  it('of a platform names the sellers it issues for, and no others', async () => {
    const file = (seller: string): string =>
      `date,seller,orderReference,amount\n${today},${seller},A-1,109.00\n${today},,P-1,54.50\n`;
    expect(await upload(platform.apiKey, file('the-shop'))).toMatchObject({
      status: 201,
      body: { counts: { PAYMENT_MISSING: 1 }, sums: [{ payments: 2, invoices: 3 }] },
    });
    expect(await upload(platform.apiKey, file('the-other'))).toMatchObject({
      status: 403,
      body: { code: 'ACTION_FORBIDDEN', path: '/2/seller' },
    });
  });

  it('is refused with the line that is wrong', async () => {
    const file = `date,orderReference,amount\n${today},A-1,1e3\n`;
    expect(await upload(shop.apiKey, file)).toMatchObject({ status: 400, body: { code: 'MONEY_MALFORMED', path: '/2/amount' } });
    expect(await upload(shop.apiKey, '')).toMatchObject({ status: 400, body: { code: 'FIELD_MISSING' } });
  });
});

describe('the worker, on a running instance [rows 000-004:A5,E6 001-002-003:B2]', () => {
  it('finds nothing wrong where nothing is', async () => {
    expect(await state()).toMatchObject({ openFindings: 0 });
    expect(await findings()).toEqual([]);
  });

  it('finds a changed amount in the index within seconds, repairs it, and says so', async () => {
    const index = new SqliteDatabase(join(system.data, 'index.db'));
    const sequence = index.prepare("SELECT min(sequence) FROM invoices WHERE seller = 'the-shop'").pluck().get() as number;
    const started = performance.now();
    index.prepare("UPDATE invoices SET gross = '0.01' WHERE sequence = ?").run(sequence);
    await services.until(
      async () => (await findings())[0]?.resolvedAt === null || (await findings()).length > 0,
      'the alarm',
      10_000,
    );
    expect(performance.now() - started).toBeLessThan(5000);
    await services.until(async () => (await findings('?open=true')).length === 0, 'the repair', 10_000);
    expect((await findings())[0]).toMatchObject({ code: 'index-row-differs', part: 'index', place: { sequence } });
    expect((await findings())[0]!.timeToDetectSeconds).toBeLessThan(5);
    expect(index.prepare('SELECT gross FROM invoices WHERE sequence = ?').pluck().get(sequence)).toBe('109.00');
    index.close();
    const repairs = await system.call<{ items: { what: string }[] }>('GET', '/v1/reconciliation/repairs', auditor);
    expect(repairs.body.items).toHaveLength(1);
  });

  it('finds a changed state of the ledger, and does not touch it', async () => {
    const ledger = new SqliteDatabase(join(system.data, 'ledger.db'));
    const key = 'delegation/the-other/the-platform';
    ledger.prepare("INSERT INTO state VALUES (?, 'true')").run(key);
    await services.until(async () => (await findings('?open=true')).length > 0, 'the alarm', 10_000);
    expect((await findings('?open=true'))[0]).toMatchObject({ code: 'state-differs', part: 'state', place: { key } });
    ledger.prepare('DELETE FROM state WHERE key = ?').run(key);
    ledger.close();
    await services.until(async () => (await findings('?open=true')).length === 0, 'the end of the alarm', 10_000);
  });

  it('makes a full pass when the bureau asks, and nobody else', async () => {
    const body = { reason: 'test' };
    expect((await system.call('POST', '/v1/reconciliation/runs', auditor, body)).status).toBe(403);
    expect((await system.call('POST', '/v1/reconciliation/runs', system.bureauKey, body)).status).toBe(202);
    await services.until(async () => (await state()).lastFullPass?.result === 'ok', 'the full pass', 20_000);
  });

  it('is seen in the metrics', async () => {
    const text = await (await fetch(`${system.url}/metrics`)).text();
    expect(text).toMatch(/^lianpiao_reconciliation_open_findings 0$/m);
    expect(text).toMatch(/^lianpiao_reconciliation_height [1-9]\d*$/m);
    expect(text).toMatch(/^lianpiao_reconciliation_full_pass_age_seconds \d/m);
    expect(text).toMatch(/^lianpiao_reconciliation_time_to_detect_seconds \d/m);
  });
});
