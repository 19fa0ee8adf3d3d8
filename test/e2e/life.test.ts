import { createHash } from 'node:crypto';
import { canonicalJson, type JsonValue } from '@lianpiao/chaincode/domain';
import { readEInvoice } from '../../gateway/src/documents/read-einvoice';
import { readUbl } from '../../gateway/src/documents/read-ubl';
import { cli } from '../support/cli';
import { sale, TAX_IDS } from '../support/sales';
import { services, startSystem, type TestSystem } from '../support/system';

interface Status {
  readonly document: string;
  readonly correction: string;
  readonly claim: string;
  readonly use: string;
  readonly booking: string;
  readonly left: string;
  readonly clawbackDue: boolean;
}
interface Correction {
  readonly correction: string;
  readonly status: string;
  readonly red: string | null;
  readonly code?: string;
}
interface Claim {
  readonly claim: string;
  readonly status: string;
  readonly fence: number;
  readonly clawbackDue: boolean;
  readonly code?: string;
}

describe('the life of an invoice, over HTTP', () => {
  let system: TestSystem;
  let shop: { apiKey: string; till: string };
  const companies: Record<string, string> = {};

  beforeAll(async () => {
    system = await startSystem();
    shop = await system.seller('shop', TAX_IDS.seller);
    for (const [organisation, taxId] of [
      ['buyer', TAX_IDS.buyer],
      ['rival', TAX_IDS.other],
      ['bank', TAX_IDS.third],
    ] as const) {
      const registration = { organisation, role: 'company', sandbox: false, party: { name: organisation, taxId } };
      companies[organisation] = (await services.registerOrganisation(system.url, system.bureauKey, registration)).apiKey;
    }
  });
  afterAll(() => system.stop());

  const post = <Answer>(who: string | undefined, path: string, body: object): Promise<{ status: number; body: Answer }> =>
    system.call<Answer>('POST', path, who, { reason: 'test', ...body });
  const issue = async (buyer: object): Promise<string> => {
    const { status, body } = await system.call<{ number: string }>(
      'POST',
      '/v1/invoices',
      shop.apiKey,
      sale(shop.till, { buyer }),
    );
    expect(status).toBe(201);
    return body.number;
  };
  const named = { name: '买方', taxId: TAX_IDS.buyer };
  const statusOf = async (number: string): Promise<Status> =>
    (await system.call<Status>('GET', `/v1/invoices/${number}/status`, shop.apiKey)).body;

  test('an unused invoice: the seller asks, the red invoice is there at once, with a number and a proof of its own', async () => {
    const number = await issue(named);
    expect(await statusOf(number)).toMatchObject({ document: 'issued', claim: 'free', left: '109.00' });
    const { status, body } = await post<Correction>(shop.apiKey, '/v1/corrections', { invoice: number, reasonCode: '02' });
    expect({ status, body }).toMatchObject({ status: 201, body: { status: 'completed' } });
    const red = await system.call<{ gross: string; content: { header: { corrects: object } } }>(
      'GET',
      `/v1/invoices/${String(body.red)}`,
      shop.apiKey,
    );
    expect(red.body).toMatchObject({ gross: '-109.00', content: { header: { corrects: { invoice: number } } } });
    expect(await statusOf(number)).toMatchObject({ document: 'wholly-red', left: '0.00' });
    const proof = await system.call<{ mediaType: string }>('GET', `/v1/invoices/${String(body.red)}/proof`, shop.apiKey);
    expect([200, 503]).toContain(proof.status);
    const paper = async (kind: string): Promise<Uint8Array> => {
      const headers = { authorization: `Bearer ${shop.apiKey}` };
      const response = await fetch(`${system.url}/v1/invoices/${String(body.red)}/${kind}`, { headers });
      expect(response.status).toBe(200);
      return new Uint8Array(await response.arrayBuffer());
    };
    expect(readUbl(await paper('ubl'))).toMatchObject({
      red: true,
      originalNumber: number,
      request: { totals: { gross: '109.00' } },
    });
    const chinese = readEInvoice(await paper('einvoice'));
    expect(chinese).toMatchObject({ red: true, originalNumber: number, confirmationNumber: body.correction });
    expect(chinese.request.totals.gross).toBe('-109.00');
  });

  test('a used one waits for the buyer; others learn nothing of it', async () => {
    const number = await issue(named);
    expect((await post(companies['buyer'], `/v1/invoices/${number}/use`, { event: 'select' })).status).toBe(200);
    const asked = await post<Correction>(shop.apiKey, '/v1/corrections', {
      invoice: number,
      reasonCode: '04',
      lines: [{ line: 1, net: '50.00', tax: '4.50' }],
    });
    expect(asked.body.status).toBe('02');
    const at = `/v1/corrections/${asked.body.correction}`;
    expect((await post<Correction>(companies['rival'], `${at}/confirm`, {})).body.code).toBe('CORRECTION_UNKNOWN');
    expect((await post<Correction>(shop.apiKey, `${at}/confirm`, {})).body.code).toBe('CORRECTION_NOT_YOURS');
    const { body } = await post<Correction>(companies['buyer'], `${at}/confirm`, {});
    expect(body.status).toBe('completed');
    expect(await statusOf(number)).toMatchObject({ document: 'partly-red', left: '54.50', use: 'selected' });
  });

  test('two companies race for one invoice, twenty attempts at once: exactly one wins [rows 000-004:A7]', async () => {
    const number = await issue({ name: '张三' });
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
    const shown = { invoice: number, amount: '109.00', date: today, total: '109.00' };
    expect((await post<Claim>(companies['buyer'], '/v1/claims', { invoices: [{ ...shown, total: '1.00' }] })).body.code).toBe(
      'INVOICE_UNKNOWN',
    );
    const attempts = Array.from({ length: 20 }, (_, index) =>
      post<Claim>(companies[index % 2 === 0 ? 'buyer' : 'rival'], '/v1/claims', { invoices: [shown] }),
    );
    const answers = await Promise.all(attempts);
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(new Set(answers.filter(({ status }) => status !== 201).map(({ body }) => body.code))).toEqual(
      new Set(['CLAIM_AMOUNT_TAKEN']),
    );
  });

  test('reserved, renewed, settled; then a red letter: the claim says that money is due back', async () => {
    const number = await issue(named);
    const { body: held } = await post<Claim>(companies['buyer'], '/v1/claims', {
      invoices: [{ invoice: number, amount: '109.00' }],
    });
    const at = `/v1/claims/${held.claim}`;
    expect((await system.call('GET', at, companies['rival'])).status).toBe(404);
    const { body: renewed } = await post<Claim>(companies['buyer'], `${at}/renew`, { fence: held.fence });
    expect((await post<Claim>(companies['buyer'], `${at}/settle`, { fence: held.fence })).body.code).toBe('CLAIM_FENCE_STALE');
    expect((await post<Claim>(companies['rival'], `${at}/settle`, { fence: renewed.fence })).body.code).toBe('CLAIM_NOT_YOURS');
    expect((await post<Claim>(companies['buyer'], `${at}/settle`, { fence: renewed.fence })).body.status).toBe('settled');
    expect((await post<Claim>(companies['buyer'], `${at}/release`, { fence: renewed.fence })).body.code).toBe(
      'CLAIM_STATE_WRONG',
    );
    const asked = await post<Correction>(shop.apiKey, '/v1/corrections', { invoice: number, reasonCode: '02' });
    await post(companies['buyer'], `/v1/corrections/${asked.body.correction}/confirm`, {});
    expect(await statusOf(number)).toMatchObject({ document: 'wholly-red', clawbackDue: true });
    expect((await system.call<Claim>('GET', at, companies['buyer'])).body.clawbackDue).toBe(true);
  });

  test('a batch is all or nothing; a receivable is pledged once; rules are read and replaced', async () => {
    const [first, second] = [await issue(named), await issue(named)];
    const amounts = (one: string, other: string): object => ({
      invoices: [
        { invoice: first, amount: one },
        { invoice: second, amount: other },
      ],
    });
    expect((await post<Claim>(companies['buyer'], '/v1/claims', amounts('1.00', '109.01'))).body.code).toBe('CLAIM_AMOUNT_TAKEN');
    expect(await statusOf(first)).toMatchObject({ left: '109.00', claim: 'free' });
    expect((await post<Claim>(companies['buyer'], '/v1/claims', amounts('9.00', '109.00'))).status).toBe(201);
    const pledge = { invoice: first, financier: 'bank' };
    const made = await post<{ pledge: string }>(shop.apiKey, '/v1/pledges', pledge);
    expect(made.status).toBe(201);
    expect((await post<Claim>(shop.apiKey, '/v1/pledges', pledge)).body.code).toBe('PLEDGE_STATE_WRONG');
    expect((await post(companies['bank'], `/v1/pledges/${made.body.pledge}/release`, { as: 'settled' })).status).toBe(200);
    const { body: rules } = await system.call<{ version: string }>('GET', '/v1/rules/life');
    expect(rules.version).toBe('2026-01-01');
    const next = { version: '2026-12-01', confirmHours: 48, maxLeaseSeconds: 3600, maxClaims: 8 };
    expect((await post<Claim>(shop.apiKey, '/v1/rules/life', next)).body.code).toBe('ACTION_FORBIDDEN');
    expect((await post(system.bureauKey, '/v1/rules/life', next)).status).toBe(201);
    expect(
      (
        await post<Claim>(companies['buyer'], '/v1/claims', {
          invoices: [{ invoice: first, amount: '1.00' }],
          leaseSeconds: 3601,
        })
      ).body.code,
    ).toBe('FIELD_INVALID');
  });

  test("each finds its own claims, corrections and pledges in lists, page by page, and nobody else's", async () => {
    const list = async (path: string, key: string | undefined): Promise<readonly Record<string, unknown>[]> => {
      const found: Record<string, unknown>[] = [];
      for (let after = ''; ;) {
        const { status, body } = await system.call<{ items: Record<string, unknown>[]; next: string | null }>(
          'GET',
          `${path}?limit=2${after}`,
          key,
        );
        expect(status).toBe(200);
        expect(body.items.length).toBeLessThanOrEqual(2);
        found.push(...body.items);
        if (body.next === null) return found;
        after = `&after=${body.next}`;
      }
    };
    const ids = async (kind: string, key: string | undefined): Promise<unknown[]> =>
      (await list(`/v1/${kind}s`, key)).map((item) => item[kind]);
    const number = await issue(named);
    const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
    const paper = { invoice: await issue({ name: '李四' }), amount: '1.00', date: day, total: '109.00' };
    expect((await post(companies['rival'], '/v1/claims', { invoices: [paper] })).status).toBe(201);
    const { body: held } = await post<Claim>(companies['buyer'], '/v1/claims', {
      invoices: [{ invoice: number, amount: '9.00' }],
    });
    const { body: asked } = await post<Correction>(shop.apiKey, '/v1/corrections', { invoice: number, reasonCode: '01' });
    const [claims, all] = [await ids('claim', companies['buyer']), await ids('claim', system.bureauKey)];
    expect(claims[0]).toBe(held.claim);
    expect(claims.length).toBeGreaterThan(2);
    expect(all.length).toBeGreaterThan(claims.length);
    const rivals = await ids('claim', companies['rival']);
    expect([...claims, ...rivals].sort()).toEqual([...all].sort());
    expect(await ids('claim', companies['bank'])).toEqual([]);
    for (const key of [shop.apiKey, companies['buyer'], system.bureauKey]) {
      expect((await ids('correction', key))[0]).toBe(asked.correction);
    }
    expect(await ids('correction', companies['bank'])).toEqual([]);
    expect(await ids('pledge', companies['bank'])).toEqual(await ids('pledge', shop.apiKey));
    expect(await ids('pledge', companies['bank'])).toHaveLength(1);
    expect(await ids('pledge', companies['buyer'])).toEqual([]);
  });

  test('a sale is paid later, claimed then, and its invoice is bound to order, payment and delivery; others are flagged [rows 001-002-003:A7,A8]', async () => {
    const request = sale(shop.till);
    const { status, body: sold } = await system.call<{ id: string; code: string; state: string }>(
      'POST',
      '/v1/sales',
      shop.apiKey,
      { ...request, trade: { delivery: `sha256:${'d'.repeat(64)}` } },
    );
    expect({ status, state: sold.state }).toEqual({ status: 201, state: 'unpaid' });
    const claim = (): Promise<{ status: number; body: { code?: string; holderToken?: string; invoice?: { number: string } } }> =>
      system.call('POST', `/v1/claim/${sold.code}`, undefined, { buyer: { name: '张三' } });
    expect((await claim()).body.code).toBe('SALE_UNPAID');
    const payment = { reference: 'PAY-1', method: 'wechat' };
    const pay = (body: object): Promise<{ status: number; body: { state?: string; code?: string } }> =>
      system.call('POST', `/v1/sales/${sold.id}/payment`, shop.apiKey, body);
    expect((await pay(payment)).body.state).toBe('open');
    expect((await pay(payment)).status).toBe(200);
    expect((await pay({ reference: 'PAY-2' })).body.code).toBe('SALE_PAID');
    // Scanned twice: one invoice.
    const [first, second] = [await claim(), await claim()];
    expect([first.status, second.status]).toEqual([201, 200]);
    const number = String(first.body.invoice?.number);
    expect(second.body.invoice?.number).toBe(number);
    const { body } = await system.call<{ content: Record<'line/1' | 'totals' | 'trade', JsonValue> }>(
      'GET',
      `/v1/invoices/${number}`,
      shop.apiKey,
    );
    const digest = (text: string): string => `sha256:${createHash('sha256').update(text).digest('hex')}`;
    const { 'line/1': line, totals, trade } = body.content;
    expect(trade).toEqual({
      order: digest(canonicalJson({ orderReference: request.orderReference, lines: [line], totals })),
      payment: digest('{"method":"wechat","reference":"PAY-1"}'),
      delivery: `sha256:${'d'.repeat(64)}`,
    });
    // One click from the phone to the company, which needs neither date nor total then.
    const { holderToken } = first.body as { readonly holderToken: string };
    const hand = async (token: string): Promise<number> => {
      const headers = { 'content-type': 'application/json', 'holder-token': token };
      const url = `${system.url}/v1/claim/${sold.code}/hand-over`;
      return (await fetch(url, { method: 'POST', headers, body: JSON.stringify({ company: 'rival' }) })).status;
    };
    expect([await hand('lph_wrong'), await hand(holderToken), await hand(holderToken)]).toEqual([401, 201, 201]);
    const { body: handed } = await system.call<{ items: { invoice: string }[] }>('GET', '/v1/handovers', companies['rival']);
    expect(handed.items.map(({ invoice }) => invoice)).toEqual([number]);
    const reservation = { invoices: [{ invoice: number, amount: '109.00' }] };
    expect((await post<Claim>(companies['buyer'], '/v1/claims', reservation)).body.code).toBe('INVOICE_UNKNOWN');
    const { body: taken } = await post<Claim>(companies['rival'], '/v1/claims', { ...reservation, leaseSeconds: 60 });
    expect((await post<Claim>(companies['rival'], `/v1/claims/${taken.claim}/release`, { fence: taken.fence })).status).toBe(200);
    const refund = { refundReference: 'R-1', reason: 'test', lines: [{ line: 1, net: '50.00', tax: '4.50' }] };
    expect((await system.call('POST', `/v1/sales/${sold.id}/refunds`, shop.apiKey, refund)).status).toBe(201);
    expect((await system.call<{ refunded: string }>('GET', `/v1/sales/${sold.id}`, shop.apiKey)).body.refunded).toBe('part');
    const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
    await services.until(async () => {
      const { body: covered } = await system.call<{ channels: object[]; flagged: string[] }>(
        'GET',
        `/v1/sales/coverage?day=${day}`,
        shop.apiKey,
      );
      return covered.flagged.length >= 6 && !covered.flagged.includes(number) && covered.channels.length === 1;
    }, 'the index has the day');
  });

  test('the ledger replays from its first block to the same state', async () => {
    const { code, out } = await cli('ledger', 'verify', '--data', system.data);
    expect({ code, out }).toMatchObject({ code: 0 });
  });
});
