import { canonicalJson, hasher, verifyInclusion, type Digest, type JsonValue } from '@lianpiao/chaincode/domain';
import { cli } from '../support/cli';
import { FABRIC_START_MS } from '../support/fabric-network';
import { LEDGERS } from '../support/ledgers';
import { sale, TAX_IDS } from '../support/sales';
import { services, startSystem, type TestSystem } from '../support/system';

jest.setTimeout(240_000);

interface Answer {
  readonly code?: string;
  readonly status?: string;
  readonly number?: string;
  readonly gross?: string;
  readonly correction?: string;
  readonly claim?: string;
  readonly pledge?: string;
  readonly red?: string | null;
  readonly fence?: number;
  readonly clawbackDue?: boolean;
  readonly left?: string;
}
interface Reply {
  readonly status: number;
  readonly body: Answer;
}
interface Books {
  readonly counts: Readonly<Record<string, number>>;
  readonly sums: readonly { readonly paid: string; readonly invoiced: string; readonly difference: string }[];
}

/** What the audit log says of a refused change, and its proof under a root on the ledger. */
interface Noted {
  readonly entry: Readonly<Record<string, JsonValue>>;
  readonly proof: { readonly seal: number; readonly index: number; readonly path: readonly Digest[] } | null;
}
interface AuditLog {
  readonly items: readonly Noted[];
  readonly seals: readonly { readonly sequence: number; readonly count: number; readonly root: Digest }[];
  readonly next: string | null;
}

/** Changes whose body is not of their form: who asks for which, and with what. */
const WRONG_FORMS: readonly (readonly [who: string, path: string, body: object])[] = [
  ['alpha', '/v1/claims', {}],
  ['alpha', '/v1/claims', { invoices: [] }],
  ['alpha', '/v1/claims/no-such/settle', {}],
  ['alpha', '/v1/claims/no-such/release', { fence: 'one' }],
  ['alpha', '/v1/claims/no-such/renew', { fence: 1, forever: true }],
  ['alpha', '/v1/invoices/INVOICE/use', {}],
  ['alpha', '/v1/invoices/INVOICE/booking', { event: 'burn' }],
  ['shop', '/v1/corrections', {}],
  ['shop', '/v1/corrections/no-such/withdraw', { claim: 5 }],
  ['shop', '/v1/pledges', {}],
];

/** A red invoice over all of a blue one, with a correction that nobody confirmed. */
function redPastCorrection(till: string, invoice: string): JsonValue {
  const line = { name: '*谷物*大米', quantity: '-2', unitPrice: '50.00', net: '-100.00', rate: '0.09', tax: '-9.00' };
  const totals = { net: '-100.00', tax: '-9.00', gross: '-109.00' };
  const red = { ...sale(till), lines: [line], totals, corrects: { correction: 'no-such', invoice } };
  return JSON.parse(JSON.stringify(red)) as JsonValue;
}

const DAYS = 30;
const DAY_MS = 86_400_000;

describe.each(Object.entries(LEDGERS))("a shop's month on %s [rows 000-004:A3,A4,A5,A7 001-002-003:A9,F8]", (name, prepare) => {
  let system: TestSystem;
  let end: () => Promise<unknown> = () => Promise.resolve();
  let shop: { apiKey: string; till: string };
  const keys: Record<string, string> = {};
  /** What came in and went out, as the shop's bank would list it. */
  const payments: { reference: string; amount: string }[] = [];
  const invoices: string[] = [];

  beforeAll(async () => {
    const ledger = await prepare();
    end = ledger.end;
    system = await startSystem(ledger.env);
    if (name === 'fabric') {
      const party = { name: '开票平台', taxId: TAX_IDS.platform };
      const operator = { organisation: 'operator', role: 'platform', sandbox: false, party };
      await services.registerOrganisation(system.url, system.bureauKey, operator);
    }
    shop = await system.seller('shop', TAX_IDS.seller);
    for (const [organisation, role, taxId] of [
      ['alpha', 'company', TAX_IDS.buyer],
      ['beta', 'company', TAX_IDS.other],
      ['bank', 'company', TAX_IDS.third],
      ['audit', 'auditor', undefined],
    ] as const) {
      const party = { name: organisation, ...(taxId === undefined ? {} : { taxId }) };
      const registration = { organisation, role, sandbox: false, party };
      keys[organisation] = (await services.registerOrganisation(system.url, system.bureauKey, registration)).apiKey;
    }
  }, FABRIC_START_MS + 60_000);
  afterAll(async () => {
    await system.stop();
    await end();
  });

  const post = (who: string, path: string, body: object = {}): Promise<Reply> =>
    system.call<Answer>('POST', path, who === 'shop' ? shop.apiKey : keys[who], { reason: 'test', ...body });
  const ok = async (who: string, path: string, body: object = {}): Promise<Answer> => {
    const reply = await post(who, path, body);
    expect([200, 201, reply.body]).toContain(reply.status);
    return reply.body;
  };
  /** Who was refused what, and why, in their order: each has to be in the audit log. */
  const refusals: { organisation: string; change: string; code: string | undefined; query: Digest }[] = [];
  const refused = async (who: string, path: string, body: object = {}): Promise<string | undefined> => {
    const { code } = (await post(who, path, body)).body;
    const [kind = '', id, event] = path.split('/').slice(2);
    const query = hasher().sha256(canonicalJson({ reason: 'test', ...body }));
    refusals.push({ organisation: who, change: id === undefined ? kind : `${kind}/${String(event)}`, code, query });
    return code;
  };
  /** Sends a red invoice to be issued; of a batch, the code of its line. */
  const refusedRed = async (path: string, red: JsonValue): Promise<string | undefined> => {
    const type = path.endsWith('batch') ? 'application/x-ndjson' : 'application/json';
    const headers = { authorization: `Bearer ${shop.apiKey}`, 'content-type': type };
    const response = await fetch(`${system.url}${path}`, { method: 'POST', headers, body: JSON.stringify(red) });
    const answer = (await response.json()) as Answer & { error?: Answer };
    return (answer.error ?? answer).code;
  };
  const statusOf = async (number: string): Promise<Record<string, unknown>> =>
    (await system.call<Record<string, unknown>>('GET', `/v1/invoices/${number}/status`, shop.apiKey)).body;
  const invoice = (day: number): string => String(invoices[day]);
  const redOf = async (correction: Answer): Promise<void> => {
    expect(correction).toMatchObject({ status: 'completed' });
    const { body } = await system.call<Answer>('GET', `/v1/invoices/${String(correction.red)}`, shop.apiKey);
    payments.push({ reference: `red:${String(correction.correction)}`, amount: String(body.gross) });
  };
  const ask = (day: number, more: object = {}, who = 'shop'): Promise<Answer> =>
    ok(who, '/v1/corrections', { invoice: invoice(day), reasonCode: '02', ...more });

  test('a sale a day: to two companies and to people', async () => {
    const buyers = [{ name: '甲公司', taxId: TAX_IDS.buyer }, { name: '乙公司', taxId: TAX_IDS.other }, { name: '张三' }];
    for (let day = 0; day < DAYS; day += 1) {
      const soldAt = new Date(Date.now() - (DAYS - day) * DAY_MS).toISOString().replace(/\.\d+Z$/, 'Z');
      const request = sale(shop.till, { buyer: buyers[day % 3], soldAt });
      const { status, body } = await system.call<Answer>('POST', '/v1/invoices', shop.apiKey, request);
      expect(status).toBe(201);
      invoices.push(String(body.number));
      payments.push({ reference: request.orderReference, amount: '109.00' });
    }
  });

  test('goods come back: alone, in part, with the buyer’s word, refused, asked again, withdrawn', async () => {
    await redOf(await ask(0));
    await redOf(await ask(3, { lines: [{ line: 1, net: '40.00', tax: '3.60' }] }));
    expect(
      await refused('shop', '/v1/corrections', {
        invoice: invoice(3),
        reasonCode: '04',
        lines: [{ line: 1, net: '60.01', tax: '5.40' }],
      }),
    ).toBe('REFUND_TOO_LARGE');
    await ok('alpha', `/v1/invoices/${invoice(6)}/use`, { event: 'select' });
    const first = await ask(6);
    expect(first.status).toBe('02');
    expect(await ok('alpha', `/v1/corrections/${String(first.correction)}/refuse`)).toMatchObject({ status: '05' });
    const second = await ask(6);
    await redOf(await ok('alpha', `/v1/corrections/${String(second.correction)}/confirm`));
    const third = await ask(9, { reasonCode: '01' }, 'alpha');
    expect(third.status).toBe('03');
    expect(await ok('alpha', `/v1/corrections/${String(third.correction)}/withdraw`)).toMatchObject({ status: '08' });
    const fourth = await ask(12, { reasonCode: '03' }, 'alpha');
    await redOf(await ok('shop', `/v1/corrections/${String(fourth.correction)}/confirm`));
    expect(await statusOf(invoice(9))).toMatchObject({ document: 'issued', left: '109.00' });
  });

  test('two companies reimburse: in lists, one after the other, and with money due back', async () => {
    const list = [15, 18, 21].map((day) => ({ invoice: invoice(day), amount: '109.00' }));
    const batch = await ok('alpha', '/v1/claims', { invoices: list });
    expect(await ok('alpha', `/v1/claims/${String(batch.claim)}/settle`, { fence: batch.fence })).toMatchObject({
      status: 'settled',
    });
    expect(await refused('beta', '/v1/claims', { invoices: [{ invoice: invoice(15), amount: '1.00' }] })).toBe('INVOICE_UNKNOWN');
    // To a person: whoever has the paper. Half of it each.
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
    const paper = (amount: string): object => ({ invoices: [{ invoice: invoice(2), amount, date: today, total: '109.00' }] });
    const ours = await ok('alpha', '/v1/claims', paper('54.50'));
    expect(await refused('beta', '/v1/claims', paper('54.51'))).toBe('CLAIM_AMOUNT_TAKEN');
    const theirs = await ok('beta', '/v1/claims', paper('54.50'));
    await ok('beta', `/v1/claims/${String(theirs.claim)}/settle`, { fence: theirs.fence });
    await ok('alpha', `/v1/claims/${String(ours.claim)}/release`, { fence: ours.fence });
    expect(await statusOf(invoice(2))).toMatchObject({ claim: 'settled', left: '54.50' });
    // Settled, then corrected: the claim says that it has to be paid back.
    const late = await ask(18);
    await redOf(await ok('alpha', `/v1/corrections/${String(late.correction)}/confirm`));
    const { body: claim } = await system.call<Answer>('GET', `/v1/claims/${String(batch.claim)}`, keys['alpha']);
    expect(claim).toMatchObject({ status: 'settled', clawbackDue: true });
  });

  test('one receivable is pledged, once, and cannot be corrected meanwhile', async () => {
    const pledge = await ok('shop', '/v1/pledges', { invoice: invoice(4), financier: 'bank' });
    expect(await refused('shop', '/v1/pledges', { invoice: invoice(4), financier: 'alpha' })).toBe('PLEDGE_STATE_WRONG');
    expect(await refused('shop', '/v1/corrections', { invoice: invoice(4), reasonCode: '02' })).toBe('INVOICE_PLEDGED');
    expect(await ok('bank', `/v1/pledges/${String(pledge.pledge)}/release`, { as: 'settled' })).toMatchObject({
      status: 'released',
    });
    expect(await statusOf(invoice(4))).toMatchObject({ pledge: 'free' });
  });

  test('what the states forbid has a code each, and leaves an entry of the audit log and nothing else', async () => {
    const states = async (): Promise<object[]> =>
      Promise.all([0, 2, 3, 24].map(async (day) => ({ ...(await statusOf(invoice(day))), asOf: null })));
    const claim = { invoices: [{ invoice: invoice(24), amount: '10.00' }] };
    const held = await ok('alpha', '/v1/claims', claim);
    const path = `/v1/claims/${String(held.claim)}`;
    const reserved = await states();
    expect(await refused('alpha', `${path}/settle`, { fence: Number(held.fence) + 1 })).toBe('CLAIM_FENCE_STALE');
    expect(await refused('beta', `${path}/release`, { fence: held.fence })).toBe('CLAIM_NOT_YOURS');
    expect(await states()).toEqual(reserved);
    await ok('alpha', `${path}/release`, { fence: held.fence });
    const before = await states();
    expect(await refused('alpha', `${path}/settle`, { fence: held.fence })).toBe('CLAIM_STATE_WRONG');
    expect(await refused('alpha', '/v1/claims', { ...claim, claim: held.claim })).toBe('CLAIM_EXISTS');
    expect(await refused('alpha', '/v1/claims/no-such/settle', { fence: 1 })).toBe('CLAIM_UNKNOWN');
    const dollars = { invoices: [{ ...claim.invoices[0], currency: 'USD' }] };
    expect(await refused('alpha', '/v1/claims', dollars)).toBe('CLAIM_CURRENCY_WRONG');
    expect(await refused('audit', '/v1/claims', claim)).toBe('ACTION_FORBIDDEN');
    expect(await refused('beta', `/v1/invoices/${invoice(24)}/use`, { event: 'select' })).toBe('INVOICE_NOT_YOURS');
    expect(await refused('alpha', `/v1/invoices/${invoice(24)}/use`, { event: 'unselect' })).toBe('USE_STATE_WRONG');
    expect(await refused('shop', '/v1/corrections', { invoice: invoice(0), reasonCode: '02' })).toBe('INVOICE_RED');
    // Past its correction no red invoice is issued, neither alone nor in a batch.
    const red = redPastCorrection(shop.till, invoice(24));
    for (const path of ['/v1/invoices', '/v1/invoices/batch']) {
      const code = await refusedRed(path, red);
      expect(code).toBe('CORRECTION_UNKNOWN');
      refusals.push({ organisation: 'shop', change: 'invoices', code, query: hasher().sha256(canonicalJson(red)) });
    }
    // What is no attempt leaves no entry: a body of the wrong form.
    for (const [who, path, body] of WRONG_FORMS) {
      const { status, body: answer } = await post(who, path.replace('INVOICE', invoice(24)), body);
      expect([path, status, answer.code]).toEqual([path, 400, expect.stringMatching(/^FIELD_(MISSING|INVALID|UNKNOWN)$/)]);
    }
    expect(await states()).toEqual(before);

    const log = async (): Promise<AuditLog> => (await system.call<AuditLog>('GET', '/v1/audit?limit=100', system.bureauKey)).body;
    await services.until(async () => (await log()).items.every(({ proof }) => proof !== null), 'the entries are sealed', 30_000);
    const { items, seals } = await log();
    const noted = items.filter(({ entry }) => entry['event'] === 'life');
    expect(noted.map(({ entry: { organisation, change, code, query } }) => ({ organisation, change, code, query }))).toEqual(
      refusals,
    );
    const subjects = [invoice(15)];
    expect(noted.find(({ entry }) => entry['code'] === 'INVOICE_UNKNOWN')?.entry).toMatchObject({ subjects, outcome: 'refused' });
    for (const { entry, proof } of noted) {
      const seal = seals.find(({ sequence }) => sequence === proof?.seal);
      const leafHash = hasher().leafHash(canonicalJson(entry));
      const { index = -1, path: siblings = [] } = proof ?? {};
      expect(verifyInclusion({ leafHash, index, size: seal?.count ?? 0, path: siblings, root: seal?.root as Digest })).toBe(true);
    }
    // A page at a time, and for supervisors only.
    const page = (await system.call<AuditLog>('GET', '/v1/audit?limit=2', keys['audit'])).body;
    expect(page).toMatchObject({ items: { length: 2 }, next: expect.any(String) as string });
    expect((await system.call('GET', '/v1/audit', keys['alpha'])).status).toBe(403);
    // Not a word of who bought: names and taxpayer ids are in no entry.
    expect(JSON.stringify(noted)).not.toMatch(new RegExp([...Object.values(TAX_IDS), '甲公司', '乙公司'].join('|')));
  });

  test('the audit: every claim and correction is in its list, each red letter has its entry, the books are reconciled', async () => {
    const all = async (kind: string): Promise<readonly Answer[]> =>
      (await system.call<{ items: Answer[] }>('GET', `/v1/${kind}?limit=100`, keys['audit'])).body.items;
    expect((await all('claims')).map(({ status }) => status).sort()).toEqual(['released', 'released', 'settled', 'settled']);
    const corrections = (await all('corrections')).map(({ status }) => String(status)).sort();
    expect(corrections).toEqual(['05', '08', ...Array.from({ length: 5 }, () => 'completed')]);
    expect(await all('pledges')).toHaveLength(1);

    // The shop's payments, sales and refunds, are what its invoices say, to the fen.
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    const rows = payments.map(({ reference, amount }) => `${today},${reference},${amount}`);
    await services.until(async () => {
      const { body } = await system.call<{ items: unknown[] }>('GET', '/v1/invoices?limit=100', shop.apiKey);
      return body.items.length === payments.length;
    }, 'the index has all invoices');
    const response = await fetch(`${system.url}/v1/books/reconciliations`, {
      method: 'POST',
      headers: { authorization: `Bearer ${shop.apiKey}`, 'content-type': 'text/csv' },
      body: ['date,orderReference,amount', ...rows].join('\n'),
    });
    const books = (await response.json()) as Books;
    const { sums } = books;
    expect(sums).toMatchObject([{ paid: sums[0]?.invoiced, difference: '0.00' }]);
    expect(books.counts).toEqual({});
    expect(books).toMatchObject({ sums: [{ paid: '2790.40' }] });

    // The ledger, its index, its log and its records agree, down to the values.
    await system.call('POST', '/v1/reconciliation/runs', system.bureauKey, { reason: 'month end' });
    interface State {
      readonly openFindings: number;
      readonly lastFullPass: { readonly result: string } | null;
    }
    const state = async (): Promise<State> => (await system.call<State>('GET', '/v1/reconciliation', keys['audit'])).body;
    await services.until(async () => (await state()).lastFullPass !== null, 'a full pass', 60_000);
    // The findings themselves first: they say what is wrong.
    const findings = await system.call<{ items: object[] }>('GET', '/v1/reconciliation/findings?open=true', keys['audit']);
    expect(findings.body.items).toEqual([]);
    expect(await state()).toMatchObject({ openFindings: 0, lastFullPass: { result: 'ok' } });
    if (name === 'embedded') expect(await cli('ledger', 'verify', '--data', system.data)).toMatchObject({ code: 0 });
  });
});
