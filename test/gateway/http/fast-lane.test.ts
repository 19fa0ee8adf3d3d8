import { sale, TAX_IDS } from '../../support/sales';
import { services, startSystem, type TestSystem } from '../../support/system';

/** What differs from request to request. */
const FLEETING = ['x-request-id', 'date', 'ratelimit', 'content-length', 'keep-alive', 'connection'];

interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Record<string, unknown>;
}

describe('the fast lane answers as the router does', () => {
  let system: TestSystem;
  let seller: { apiKey: string; till: string };
  let number: string;

  beforeAll(async () => {
    system = await startSystem({ LIANPIAO_PROCESSES: '2' });
    seller = await system.seller('corner-shop', TAX_IDS.seller);
    number = await issue('LANE-1');
  });
  afterAll(() => system.stop());

  async function issue(orderReference: string): Promise<string> {
    const { status, body } = await system.call<{ number: string }>(
      'POST',
      '/v1/invoices',
      seller.apiKey,
      sale(seller.till, { orderReference }),
    );
    expect(status).toBe(201);
    return body.number;
  }

  async function ask(path: string, init: RequestInit): Promise<Reply> {
    const answer = await fetch(system.url + path, init);
    const body = (await answer.json()) as Record<string, unknown>;
    delete body['requestId'];
    const headers = Object.fromEntries([...answer.headers].filter(([name]) => !FLEETING.includes(name)));
    return { status: answer.status, headers, body };
  }

  const wrongKey = `lp_${'0'.repeat(16)}_${'A'.repeat(43)}`;
  const post = (body: string, type: string, apiKey?: string): RequestInit => ({
    method: 'POST',
    body,
    headers: { 'content-type': type, ...(apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` }) },
  });

  /** A query, or a quoted charset, is enough to leave the lane. */
  it.each([
    ['an invoice', () => [`/v1/invoices/${number}`, `/v1/invoices/${number}?`, seller.apiKey] as const, 200],
    [
      'one that is not there',
      () => [`/v1/invoices/${'9'.repeat(20)}`, `/v1/invoices/${'9'.repeat(20)}?`, seller.apiKey] as const,
      404,
    ],
    ['no credentials', () => [`/v1/invoices/${number}`, `/v1/invoices/${number}?`, undefined] as const, 401],
    ['wrong credentials', () => [`/v1/invoices/${number}`, `/v1/invoices/${number}?`, wrongKey] as const, 401],
  ])('reading %s', async (_what, paths, status) => {
    const [fast, slow, apiKey] = paths();
    const init = apiKey === undefined ? {} : { headers: { authorization: `Bearer ${apiKey}` } };
    const [left, right] = [await ask(fast, init), await ask(slow, init)];
    expect(left.status).toBe(status);
    expect(left).toEqual(right);
  });

  it.each([
    ['a repeated sale', '/v1/invoices', () => JSON.stringify(sale(seller.till, { orderReference: 'LANE-1' })), true, 200],
    ['a conflict', '/v1/invoices', () => JSON.stringify(sale(seller.till, { orderReference: 'LANE-1', note: 'x' })), true, 409],
    ['a sale without a key', '/v1/invoices', () => '{}', false, 401],
    ['a form that is wrong', '/v1/invoices', () => '{"till":1}', true, 400],
    ['text that is no JSON', '/v1/invoices', () => '{"till"', true, 400],
    ['a name given twice', '/v1/verifications', () => '{"qr":"1","qr":"2"}', false, 400],
    ['a paper', '/v1/verifications', () => JSON.stringify({ number, date: '2001-01-01', total: '1.00' }), false, 200],
    ['a list', '/v1/verifications', () => JSON.stringify({ items: [{ qr: 'no' }] }), false, 200],
  ])('posting %s', async (_what, path, body, withKey, status) => {
    const apiKey = withKey ? seller.apiKey : undefined;
    const left = await ask(path, post(body(), 'application/json', apiKey));
    const right = await ask(path, post(body(), 'application/json; charset="utf-8"', apiKey));
    expect(left.status).toBe(status);
    expect(left).toEqual(right);
  });

  it('claiming: the claim, and refusals with their entries in the audit log', async () => {
    const party = { name: '样例科技有限公司', taxId: TAX_IDS.buyer };
    const company = { organisation: 'the-company', role: 'company', party };
    const { apiKey } = await services.registerOrganisation(system.url, system.bureauKey, company);
    const { body: bought } = await system.call<{ number: string; gross: string; issuedAt: string }>(
      'GET',
      `/v1/invoices/${await issue('LANE-CLAIM')}`,
      seller.apiKey,
    );
    const date = new Date(Date.parse(bought.issuedAt) + 8 * 3_600_000).toISOString().slice(0, 10);
    const claimOf = (amount: string, claim: string): string =>
      JSON.stringify({
        reason: 'trip',
        claim,
        invoices: [{ invoice: bought.number, amount, total: bought.gross, date }],
      });
    const both = async (body: (way: string) => string, key?: string): Promise<readonly [Reply, Reply]> => [
      await ask('/v1/claims', post(body('fast'), 'application/json', key)),
      await ask('/v1/claims', post(body('slow'), 'application/json; charset="utf-8"', key)),
    ];

    const [fast, slow] = await both((way) => claimOf('0.01', `claim-${way}`), apiKey);
    expect([fast.status, slow.status]).toEqual([201, 201]);
    expect(fast.headers).toEqual(slow.headers);
    expect(Object.keys(fast.body)).toEqual(Object.keys(slow.body));
    const refused: (readonly [string, () => Promise<readonly [Reply, Reply]>])[] = [
      ['CLAIM_AMOUNT_TAKEN', () => both(() => claimOf(bought.gross, 'claim-more'), apiKey)],
      ['INVOICE_UNKNOWN', () => both(() => claimOf('0.01', 'claim-4').replace(bought.number, '9'.repeat(20)), apiKey)],
      ['ACTION_FORBIDDEN', () => both(() => claimOf('0.01', 'claim-5'), system.bureauKey)],
      ['FIELD_MISSING', () => both(() => '{}', apiKey)],
      ['CREDENTIALS_MISSING', () => both(() => claimOf('0.01', 'claim-6'))],
    ];
    for (const [code, way] of refused) {
      const [left, right] = await way();
      expect(left).toEqual(right);
      expect(left.body['code']).toBe(code);
    }
    const { items } = (
      await system.call<{ items: { entry: Record<string, unknown> }[] }>('GET', '/v1/audit?limit=100', system.bureauKey)
    ).body;
    const told = items.map(({ entry: { event, change, subjects, organisation, code, query } }) =>
      event === 'life' ? { change, subjects, organisation, code, query } : undefined,
    );
    const entries = told.filter((entry) => entry !== undefined);
    expect(entries.map(({ code }) => code)).toEqual(
      ['CLAIM_AMOUNT_TAKEN', 'INVOICE_UNKNOWN', 'ACTION_FORBIDDEN'].flatMap((code) => [code, code]),
    );
    for (let index = 0; index < entries.length; index += 2) expect(entries[index]).toEqual(entries[index + 1]);
  });

  it('never shows content that another process has erased, however often it was read before', async () => {
    const erased = await issue('LANE-ERASE');
    const init = { headers: { authorization: `Bearer ${seller.apiKey}` } };
    // Connections of their own, so that both processes have read it.
    const read = (): Promise<Reply> => ask(`/v1/invoices/${erased}`, { headers: { ...init.headers, connection: 'close' } });
    for (let times = 0; times < 20; times += 1) expect((await read()).body['content']).not.toBeNull();
    const { status } = await system.call('DELETE', `/v1/invoices/${erased}/content`, seller.apiKey, { reason: 'test' });
    expect(status).toBe(200);
    for (let times = 0; times < 20; times += 1) {
      const { body } = await read();
      expect(body).toMatchObject({ content: null, gross: '' });
    }
  });
});
