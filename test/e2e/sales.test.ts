import { readFileSync } from 'node:fs';
import { verifyBundle, parseClaimCode, type Bundle } from '@lianpiao/chaincode/domain';
import { rawRequest, type RawAnswer } from '../support/raw-request';
import { services, startSystem, type TestSystem } from '../support/system';
import { sale, TAX_IDS } from '../support/sales';
import { nodeVerifier } from '../support/node-signatures';
import { trustOf } from '../support/trust';

interface SaleAnswer {
  readonly id: string;
  readonly state: string;
  readonly code: string;
  readonly url: string;
  readonly qr: string;
  readonly invoice: { readonly number: string } | null;
}
interface ClaimAnswer {
  readonly invoice: { readonly number: string; readonly qr: string; readonly totals: { readonly gross: string } };
  readonly holderToken: string;
  readonly inbox: boolean;
}
interface Problem {
  readonly code: string;
  readonly path?: string;
  readonly existing?: { readonly number: string };
}

interface Answer<Body> {
  readonly status: number;
  readonly body: Body;
  readonly text: string;
}

const COMPANY = { name: '样例科技有限公司', taxId: TAX_IDS.buyer };
const PERSON = { name: '张三' };

describe('a paid sale and its invoice', () => {
  let system: TestSystem;
  let shop: { apiKey: string; till: string };
  let other: { apiKey: string; till: string };
  let company: { apiKey: string };

  beforeAll(async () => {
    system = await startSystem({ LIANPIAO_PUBLIC_URL: 'https://fp.example' });
    shop = await system.seller('corner-shop', TAX_IDS.seller, { name: '街角便利店' });
    other = await system.seller('other-shop', TAX_IDS.other);
    const registration = { organisation: 'the-company', role: 'company', party: COMPANY };
    company = await services.registerOrganisation(system.url, system.bureauKey, registration);
  });
  afterAll(async () => {
    await system.stop();
  });

  let paid = 0;
  const paidSale = (more: Record<string, unknown> = {}): Record<string, unknown> => {
    paid += 1;
    return { ...sale(shop.till), payment: { reference: `PAY-${String(paid)}` }, ...more };
  };
  async function record(more: Record<string, unknown> = {}): Promise<SaleAnswer & { readonly bare: string }> {
    const { status, body } = await system.call<SaleAnswer>('POST', '/v1/sales', shop.apiKey, paidSale(more));
    expect({ status, body }).toMatchObject({ status: 201 });
    return { ...body, bare: parseClaimCode(body.code)! };
  }
  const look = (code: string): Promise<Answer<{ state: string } & Problem>> =>
    system.call<{ state: string } & Problem>('GET', `/v1/claim/${code}`);
  const claim = (code: string, buyer: object = PERSON): Promise<Answer<ClaimAnswer & Problem>> =>
    system.call<ClaimAnswer & Problem>('POST', `/v1/claim/${code}`, undefined, { buyer });
  const hold = (code: string, token: string, what: string): Promise<RawAnswer> =>
    rawRequest(system.url, { path: `/v1/claim/${code}/${what}`, headers: { 'holder-token': token } });

  it('becomes an invoice by the code of the receipt, and reaches the company by itself [rows 000-004:A3]', async () => {
    const { code, bare, url, qr, state } = await record();
    expect([state, url, qr]).toEqual(['open', `https://fp.example/c/${bare}`, url]);
    const seen = await look(code);
    expect(seen.body).toMatchObject({
      state: 'open',
      seller: { name: '街角便利店', taxId: TAX_IDS.seller },
      totals: { gross: '109.00' },
      invoice: null,
    });

    const claimed = await claim(code, COMPANY);
    expect(claimed.status).toBe(201);
    expect(claimed.body).toMatchObject({ inbox: true, invoice: { totals: { gross: '109.00' } } });
    const { number } = claimed.body.invoice;
    expect((await look(bare)).body).toMatchObject({ state: 'invoiced', invoice: { number } });

    const { holderToken } = claimed.body;
    const held = await hold(bare, holderToken, 'invoice');
    expect(JSON.parse(held.text)).toMatchObject({ number, content: { buyer: COMPANY } });
    const bundle = JSON.parse((await hold(bare, holderToken, 'proof')).text) as Bundle;
    expect(verifyBundle(bundle, await trustOf(system.url), nodeVerifier)).toMatchObject({ result: 'valid' });
    const hidden = await hold(bare, holderToken, 'proof?hide=buyer');
    expect(hidden.text).not.toContain(COMPANY.name);
    const pdf = await hold(bare, holderToken, 'pdf');
    expect([pdf.headers['content-type'], pdf.text.slice(0, 5)]).toEqual(['application/pdf', '%PDF-']);

    await services.until(
      async () => (await system.call('GET', `/v1/invoices/${number}`, company.apiKey)).status === 200,
      'the company',
    );
  });

  it('is one invoice however often and from wherever it is asked for [rows 000-004:A3]', async () => {
    const { bare } = await record();
    const titles = Array.from({ length: 8 }, (_, index) => (index % 2 === 0 ? COMPANY : PERSON));
    const answers = await Promise.all(titles.map((title) => claim(bare, title)));
    const won = answers.filter(({ status }) => status < 300);
    const lost = answers.filter(({ status }) => status >= 300);
    expect([won.length, lost.length]).toEqual([4, 4]);
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(new Set(lost.map(({ status, body }) => `${String(status)} ${body.code}`))).toEqual(new Set(['409 SALE_INVOICED']));
    // The losers are told the same invoice, but not whose it is, nor how to open it.
    const numbers = [...won.map(({ body }) => body.invoice.number), ...lost.map(({ body }) => body.existing!.number)];
    expect(new Set(numbers).size).toBe(1);
    expect(new Set(won.map(({ body }) => body.holderToken)).size).toBe(1);
    for (const { text } of lost) {
      expect(text).not.toContain(COMPANY.name);
      expect(text).not.toContain(PERSON.name);
      expect(text).not.toContain('lph_');
    }
  });

  it('is reported once: the same report gets the same code, another is a conflict', async () => {
    const report = paidSale();
    const answers = await Promise.all([1, 2, 3, 4].map(() => system.call<SaleAnswer>('POST', '/v1/sales', shop.apiKey, report)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 201]);
    expect(new Set(answers.map(({ body }) => body.code)).size).toBe(1);
    const changed = await system.call<Problem>('POST', '/v1/sales', shop.apiKey, { ...report, payment: { reference: 'PAY-x' } });
    expect([changed.status, changed.body.code]).toEqual([409, 'SALE_CONFLICT']);
  });

  it('knows of an invoice that the till issued itself', async () => {
    const report = paidSale();
    const { body } = await system.call<SaleAnswer>('POST', '/v1/sales', shop.apiKey, report);
    const { payment: _, ...invoice } = report;
    const issued = await system.call<{ number: string }>('POST', '/v1/invoices', shop.apiKey, { ...invoice, buyer: COMPANY });
    expect(issued.status).toBe(201);
    const claimed = await claim(body.code, PERSON);
    expect(claimed.body).toMatchObject({ code: 'SALE_INVOICED', existing: { number: issued.body.number } });
  });

  it('gives no second invoice for an order that has one', async () => {
    const late = { ...sale(shop.till), payment: { reference: 'PAY-late' } };
    const issued = await system.call<{ number: string }>('POST', '/v1/invoices', shop.apiKey, { ...late, payment: undefined });
    // Another serving process may not have heard of the invoice yet, and takes the sale; the ledger decides on the claim.
    const report = await system.call<SaleAnswer & Problem>('POST', '/v1/sales', shop.apiKey, late);
    const refusal = report.status === 201 ? (await claim(report.body.code)).body : report.body;
    expect(['INVOICE_EXISTS', 'SALE_INVOICED']).toContain(refusal.code);
    expect(refusal.existing?.number ?? issued.body.number).toBe(issued.body.number);
  });

  it('is refused when its invoice would be', async () => {
    const cases: [string, Record<string, unknown>][] = [
      ['TOTALS_WRONG', { totals: { net: '100.00', tax: '9.00', gross: '109.01' } }],
      ['RATE_UNKNOWN', { lines: [{ name: 'x', net: '100.00', rate: '0.17', tax: '17.00' }] }],
      ['TILL_NOT_YOURS', { till: other.till }],
      ['TILL_UNKNOWN', { till: 'nobodys-till' }],
      ['FIELD_UNKNOWN', { buyer: PERSON }],
      ['FIELD_MISSING', { payment: {} }],
      ['FIELD_INVALID', { expiresAt: new Date(Date.now() - 1000).toISOString() }],
      ['FIELD_INVALID', { expiresAt: new Date(Date.now() + 400 * 86_400_000).toISOString() }],
      ['TIME_IN_FUTURE', { soldAt: new Date(Date.now() + 120_000).toISOString() }],
    ];
    for (const [code, more] of cases) {
      const answer = await system.call<Problem>('POST', '/v1/sales', shop.apiKey, paidSale(more));
      expect([answer.body.code, more]).toEqual([code, more]);
    }
  });

  it('checks the title before anything is issued', async () => {
    const { bare } = await record();
    const cases: [string, object][] = [
      ['TAXPAYER_ID_CHECK', { name: 'x', taxId: '91310000MA1DEMQC0G' }],
      ['TAXPAYER_ID_MALFORMED', { name: 'x', taxId: '123' }],
      ['FIELD_INVALID', { name: '' }],
      ['FIELD_MISSING', {}],
      ['FIELD_UNKNOWN', { name: 'x', email: 'x' }],
    ];
    for (const [code, buyer] of cases) expect((await claim(bare, buyer)).body.code).toBe(code);
    const special = await record({ kind: 'special' });
    expect((await claim(special.bare, PERSON)).body).toMatchObject({ code: 'FIELD_MISSING', path: '/buyer/taxId' });
    expect((await claim(special.bare, COMPANY)).status).toBe(201);
    expect((await look(bare)).body.state).toBe('open');
  });

  it('ends by a clear word: over, taken back, mistyped, unknown', async () => {
    const short = await record({ expiresAt: new Date(Date.now() + 700).toISOString() });
    const cancelled = await record();
    const cancel = (): Promise<Answer<Problem>> =>
      system.call<Problem>('POST', `/v1/sales/${cancelled.id}/cancel`, shop.apiKey, { reason: 'given back' });
    expect([(await cancel()).status, (await cancel()).body.code]).toEqual([200, 'SALE_CANCELLED']);
    expect((await claim(cancelled.bare)).body.code).toBe('SALE_CANCELLED');
    expect((await look(cancelled.bare)).body.state).toBe('cancelled');

    const mistyped = short.bare.replace(/.$/, (last) => (last === 'Z' ? 'Y' : 'Z'));
    expect((await look(mistyped)).body.code).toBe('CLAIM_CODE_WRONG');
    const unknown = await look('23456789ABCDEFGHJKMX');
    expect([unknown.status, unknown.body.code]).toEqual([404, 'SALE_UNKNOWN']);

    await new Promise((resolve) => setTimeout(resolve, 800));
    const late = await claim(short.bare);
    expect([late.status, late.body.code]).toEqual([410, 'SALE_EXPIRED']);
    expect((await look(short.bare)).body.state).toBe('expired');

    const invoiced = await record();
    await claim(invoiced.bare);
    const tooLate = await system.call<Problem>('POST', `/v1/sales/${invoiced.id}/cancel`, shop.apiKey, { reason: 'given back' });
    expect([tooLate.status, tooLate.body.code]).toEqual([409, 'SALE_INVOICED']);
  });

  it('is opened by its own token only', async () => {
    const [one, two] = [await record(), await record()];
    expect((await hold(one.bare, '', 'invoice')).problem['code']).toBe('HOLDER_TOKEN_INVALID');
    const [first, second] = [await claim(one.bare), await claim(two.bare)];
    for (const what of ['invoice', 'proof', 'pdf']) {
      expect((await hold(one.bare, second.body.holderToken, what)).problem['code']).toBe('HOLDER_TOKEN_INVALID');
      expect((await hold(one.bare, `${first.body.holderToken}x`, what)).problem['code']).toBe('HOLDER_TOKEN_INVALID');
      expect((await hold(one.bare, first.body.holderToken, what)).status).toBe(200);
    }
  });

  it('limits how often one code is used, and tells when to come back', async () => {
    const { bare } = await record();
    const answers = await Promise.all(Array.from({ length: 14 }, () => claim(bare, { name: '' })));
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(4);
    expect((await look(bare)).status).toBe(200);
    const limited = await rawRequest(system.url, {
      method: 'POST',
      path: `/v1/claim/${bare}`,
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    expect(limited.problem['code']).toBe('RATE_LIMITED');
    expect(Number(limited.headers['retry-after'])).toBeGreaterThan(0);
  });

  it('is listed for its seller with the sums of the day, and for nobody else', async () => {
    await record();
    const list = await system.call<{ items: SaleAnswer[]; next: string }>('GET', '/v1/sales?limit=2', shop.apiKey);
    expect(list.body.items).toHaveLength(2);
    const next = await system.call<{ items: SaleAnswer[] }>('GET', `/v1/sales?limit=2&after=${list.body.next}`, shop.apiKey);
    expect(next.body.items.map(({ id }) => id)).not.toEqual(expect.arrayContaining(list.body.items.map(({ id }) => id)));
    const day = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    const everything = await system.call<{ items: SaleAnswer[] }>('GET', `/v1/sales?day=${day}&limit=500`, shop.apiKey);
    const summary = await system.call<{ sums: { state: string; count: number; gross: string }[] }>(
      'GET',
      `/v1/sales/summary?day=${day}&till=${shop.till}`,
      shop.apiKey,
    );
    for (const { state, count, gross } of summary.body.sums) {
      const listed = everything.body.items.filter((item) => item.state === state);
      expect([state, count, gross]).toEqual([state, listed.length, `${String(listed.length * 109)}.00`]);
    }
    const [mine] = list.body.items;
    expect((await system.call<Problem>('GET', `/v1/sales/${mine!.id}`, other.apiKey)).body.code).toBe('SALE_UNKNOWN');
    expect((await system.call<{ items: unknown[] }>('GET', '/v1/sales', other.apiKey)).body.items).toEqual([]);
  });

  it('prepares refunds for red letters, never more than was sold', async () => {
    const { id, bare } = await record();
    const refund = (
      refundReference: string,
      net: string,
      tax: string,
    ): Promise<Answer<{ state: string; invoice: string | null } & Problem>> =>
      system.call<{ state: string; invoice: string | null } & Problem>('POST', `/v1/sales/${id}/refunds`, shop.apiKey, {
        refundReference,
        lines: [{ line: 1, net, tax }],
        reason: 'torn',
      });
    const claimed = await claim(bare, COMPANY);
    const first = await refund('R-1', '50.00', '4.50');
    expect([first.status, first.body]).toMatchObject([201, { state: 'prepared', invoice: claimed.body.invoice.number }]);
    expect((await refund('R-1', '50.00', '4.50')).status).toBe(200);
    expect((await refund('R-1', '40.00', '3.60')).body.code).toBe('REFUND_CONFLICT');
    // Both want the second half: one of them gets it.
    const racers = await Promise.all([refund('R-2', '50.00', '4.50'), refund('R-3', '50.00', '4.50')]);
    expect(racers.map(({ status }) => status).sort()).toEqual([201, 422]);
    expect(racers.find(({ status }) => status === 422)?.body.code).toBe('REFUND_TOO_LARGE');
    const list = await system.call<{ items: unknown[] }>('GET', `/v1/sales/${id}/refunds`, shop.apiKey);
    expect(list.body.items).toHaveLength(2);
    const all = await system.call<{ items: { sale: string }[] }>('GET', '/v1/refunds', shop.apiKey);
    expect(all.body.items.filter((item) => item.sale === id)).toHaveLength(2);
  });

  it('is cancelled when all of it is given back before it has an invoice', async () => {
    const { id, bare } = await record();
    const refund = { refundReference: 'R-1', lines: [{ line: 1, net: '100.00', tax: '9.00' }], reason: 'given back' };
    const made = await system.call<{ state: string }>('POST', `/v1/sales/${id}/refunds`, shop.apiKey, refund);
    expect([made.status, made.body.state]).toEqual([201, 'not-needed']);
    expect((await claim(bare)).body.code).toBe('SALE_CANCELLED');
  });

  it('loses its content with that of its invoice', async () => {
    const { id, bare } = await record();
    const { body } = await claim(bare, COMPANY);
    const path = `/v1/invoices/${body.invoice.number}/content`;
    expect((await system.call('DELETE', path, shop.apiKey, { reason: 'asked for' })).status).toBe(200);
    expect((await system.call('GET', `/v1/sales/${id}`, shop.apiKey)).body).toMatchObject({ lines: null, code: null, qr: null });
    expect((await look(bare)).body.code).toBe('SALE_ERASED');
    expect((await claim(bare, COMPANY)).body.code).toBe('SALE_ERASED');
  });

  it('is claimed after a restart', async () => {
    const { bare } = await record();
    await system.gateway.kill();
    const port = Number(new URL(system.url).port);
    system.gateway = await services.startGateway({ env: system.env, port, log: `${system.folder}/gateway.log` });
    expect((await claim(bare)).status).toBe(201);
  });

  it('keeps codes out of the log', async () => {
    const { bare } = await record();
    await claim(bare, { name: '' });
    const log = (): string => readFileSync(`${system.folder}/gateway.log`, 'utf8');
    await services.until(() => log().includes('/v1/claim/*'), 'the log');
    expect(log()).not.toContain(bare);
  });
});
