import fs from 'node:fs';
import path from 'node:path';
import {
  chinaDate,
  CN_RULES_VERSION,
  parseTrustFile,
  TRUST_MEDIA_TYPE,
  verifyBundle,
  type Bundle,
  type TrustFile,
} from '@lianpiao/chaincode/domain';
import { nodeVerifier } from '../support/node-signatures';
import { sale, TAX_IDS } from '../support/sales';
import { services, startSystem, type TestSystem } from '../support/system';

interface Issued {
  readonly number: string;
  readonly issuedAt: string;
  readonly qr: string;
  readonly test: boolean;
  readonly totals: { readonly gross: string };
}
interface Change {
  readonly cursor: string;
  readonly type: string;
  readonly number?: string;
}
interface BatchLine {
  readonly line: number;
  readonly status: number;
  readonly invoice?: Issued;
  readonly error?: { readonly code: string };
}

/** "At once" in these tests: the index and the seal follow within a second. */
const AT_ONCE_MS = 2000;

/** What is given in requests and must be found nowhere in clear. */
const CANARY = {
  buyer: '金丝雀采购有限公司',
  address: '金丝雀路一号',
  item: '*金丝雀*黄铜鸟笼',
  note: 'canary-note-5f1c',
  reference: 'CANARY-REF-77aa',
  net: '98765432.10',
  gross: '107654320.99',
};

describe('from a sale to an invoice that anyone can check', () => {
  let system: TestSystem;
  let seller: { apiKey: string; till: string };
  let company: { apiKey: string };
  let auditor: { apiKey: string };
  let trust: TrustFile;

  beforeAll(async () => {
    system = await startSystem({ LIANPIAO_TILL_CHUNK: '40' });
    seller = await system.seller('corner-shop', TAX_IDS.seller, { name: '街角便利店' });
    const party = { name: '样例科技有限公司', taxId: TAX_IDS.buyer };
    company = await services.registerOrganisation(system.url, system.bureauKey, {
      organisation: 'buyer-co',
      role: 'company',
      party,
    });
    auditor = await services.registerOrganisation(system.url, system.bureauKey, {
      organisation: 'auditor',
      role: 'auditor',
      party: { name: '审计' },
    });
    const vkey = (await (await fetch(`${system.url}/log/vkey`)).text()).trim();
    trust = parseTrustFile({
      mediaType: TRUST_MEDIA_TYPE,
      logs: [{ origin: vkey.split('+')[0]!, vkey }],
      witnesses: [],
      quorum: 0,
    });
  });
  afterAll(async () => {
    await system.stop();
  });

  const buyer = { name: '样例科技有限公司', taxId: TAX_IDS.buyer };

  async function issue(request: unknown, apiKey = seller.apiKey): Promise<Issued> {
    const { status, body, text } = await system.call<Issued>('POST', '/v1/invoices', apiKey, request);
    expect({ status, text }).toMatchObject({ status: 201 });
    return body;
  }

  async function batch(requests: readonly unknown[], apiKey: string): Promise<BatchLine[]> {
    const response = await fetch(`${system.url}/v1/invoices/batch`, {
      method: 'POST',
      headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/x-ndjson' },
      body: requests.map((request) => JSON.stringify(request)).join('\n'),
    });
    const text = await response.text();
    return text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as BatchLine);
  }

  async function cursorOf(apiKey: string): Promise<string> {
    for (let cursor = '0'; ;) {
      const { body } = await system.call<{ cursor: string; more: boolean }>(
        'GET',
        `/v1/changes?limit=500&after=${cursor}`,
        apiKey,
      );
      cursor = body.cursor;
      if (!body.more) return cursor;
    }
  }

  /** Milliseconds until a change with this number is in the feed. */
  async function timeToVisible(number: string, apiKey: string, after: string): Promise<number> {
    const started = performance.now();
    await services.until(async () => {
      const { body } = await system.call<{ items: Change[] }>('GET', `/v1/changes?limit=500&after=${after}`, apiKey);
      return body.items.some((change) => change.number === number);
    }, `change ${number}`);
    return performance.now() - started;
  }

  async function verify(item: unknown): Promise<{ result: string; differing?: string[] }> {
    return (await system.call<{ result: string; differing?: string[] }>('POST', '/v1/verifications', undefined, item)).body;
  }

  it('makes the sale the invoice, and shows it to the buyer and the bureau at once [rows 000-004:A1,A3]', async () => {
    const [bureauCursor, companyCursor] = await Promise.all([cursorOf(system.bureauKey), cursorOf(company.apiKey)]);
    const stop = new AbortController();
    const stream = await fetch(`${system.url}/v1/changes/stream?after=${companyCursor}`, {
      headers: { authorization: `Bearer ${company.apiKey}` },
      signal: stop.signal,
    });
    const request = sale(seller.till, { buyer });
    const started = performance.now();
    const invoice = await issue(request);
    const answered = performance.now() - started;

    // One sale, one invoice, however often it is asked for.
    const repeated = await Promise.all([1, 2, 3].map(() => system.call<Issued>('POST', '/v1/invoices', seller.apiKey, request)));
    expect(repeated.map(({ status, body }) => [status, body.number])).toEqual(
      Array.from({ length: 3 }, () => [200, invoice.number]),
    );

    const visible = await Promise.all([
      timeToVisible(invoice.number, system.bureauKey, bureauCursor),
      timeToVisible(invoice.number, company.apiKey, companyCursor),
    ]);
    let seen = '';
    const decoder = new TextDecoder();
    const reader = stream.body!.getReader();
    while (!seen.includes(invoice.number)) seen += decoder.decode((await reader.read()).value, { stream: true });
    const streamed = performance.now() - started;
    stop.abort();
    expect(seen).toMatch(/id: \d+\nevent: change\ndata: \{/);
    console.log(
      `answered ${answered.toFixed(0)} ms, visible to bureau and buyer ${visible.map((ms) => ms.toFixed(0)).join(' and ')} ms, by stream ${streamed.toFixed(0)} ms`,
    );
    for (const ms of [...visible, streamed]) expect(ms).toBeLessThan(AT_ONCE_MS);

    const read = await system.call<{ content: { buyer: object } }>('GET', `/v1/invoices/${invoice.number}`, company.apiKey);
    expect(read.body.content.buyer).toEqual(buyer);
  });

  it('registers, issues, delivers and verifies without a counter [rows 000-004:A2]', async () => {
    const shop = await system.seller('remote-shop', TAX_IDS.other);
    const invoice = await issue(sale(shop.till, { buyer }), shop.apiKey);
    const bundle = await system.call<Bundle>('GET', `/v1/invoices/${invoice.number}/proof`, company.apiKey);
    expect(verifyBundle(bundle.body, trust, nodeVerifier).result).toBe('valid');
    const hidden = await system.call<Bundle>('GET', `/v1/invoices/${invoice.number}/proof?hide=buyer,line`, shop.apiKey);
    expect(hidden.text).not.toContain(buyer.name);
    expect(verifyBundle(hidden.body, trust, nodeVerifier)).toMatchObject({ result: 'valid', summary: { hidden: 2 } });
  });

  it('keeps the whole history, and shows every change to a copy [rows 000-004:A5]', async () => {
    const invoice = await issue(sale(seller.till));
    const { body: bundle } = await system.call<Bundle>('GET', `/v1/invoices/${invoice.number}/proof`, seller.apiKey);
    const events = await system.call<{ items: { type: string; time: string }[] }>(
      'GET',
      `/v1/invoices/${invoice.number}/events`,
      seller.apiKey,
    );
    expect(events.body.items).toMatchObject([{ type: 'invoice.issued', time: invoice.issuedAt }]);
    for (const method of ['PUT', 'PATCH', 'DELETE']) {
      expect((await system.call('GET', `/v1/invoices/${invoice.number}`, seller.apiKey)).status).toBe(200);
      expect((await system.call(method, `/v1/invoices/${invoice.number}`, seller.apiKey)).status).toBe(405);
    }
    const places = bundle.document.fields.length;
    for (let place = 0; place < places; place += 1) {
      const forged = structuredClone<unknown>(bundle) as { document: { fields: { value: unknown }[] } };
      forged.document.fields[place]!.value = 'forged';
      expect(verifyBundle(forged, trust, nodeVerifier)).toMatchObject({ result: 'invalid', reason: 'COMMITMENT_WRONG' });
    }
    // The till's chain: each entry names the hash of the one before.
    const next = await issue(sale(seller.till));
    const read = (number: string): ReturnType<typeof system.call<{ entry: { counter: number; previous: string } }>> =>
      system.call<{ entry: { counter: number; previous: string } }>('GET', `/v1/invoices/${number}`, seller.apiKey);
    const [first, second] = await Promise.all([read(invoice.number), read(next.number)]);
    expect(second.body.entry.counter).toBe(first.body.entry.counter + 1);
    expect(second.body.entry.previous).not.toBe(first.body.entry.previous);
  });

  it('tells anyone a genuine paper from a fake [rows 000-004:A6]', async () => {
    const invoice = await issue(sale(seller.till));
    const date = chinaDate(Date.parse(invoice.issuedAt));
    const paper = { number: invoice.number, date, total: '109.00' };
    expect(await verify(paper)).toEqual({ result: 'genuine', number: invoice.number });
    expect(await verify({ ...paper, total: '109' })).toMatchObject({ result: 'genuine' });
    expect(await verify({ ...paper, total: '1090.00' })).toMatchObject({ result: 'differing', differing: ['total'] });
    expect(await verify({ ...paper, date: '2020-01-01' })).toMatchObject({ result: 'differing', differing: ['date'] });
    expect(await verify({ ...paper, number: `${invoice.number.slice(0, 5)}999999999999999` })).toMatchObject({
      result: 'unknown',
    });
    expect(await verify({ qr: invoice.qr })).toEqual({ result: 'genuine', number: invoice.number });
    expect(await verify({ qr: invoice.qr.replace('109.00', '190.00') })).toMatchObject({ result: 'invalid' });
    const { body: bundle } = await system.call<Bundle>('GET', `/v1/invoices/${invoice.number}/proof`, seller.apiKey);
    expect(await verify({ bundle })).toMatchObject({ result: 'genuine', summary: { number: invoice.number } });
    expect(await verify({ bundle: { ...bundle, entry: bundle.entry.slice(4) } })).toMatchObject({ result: 'invalid' });
  });

  it('never runs out of numbers in a burst, until the quota is used up [rows 000-004:A9]', async () => {
    const lines = await batch(
      Array.from({ length: 1000 }, () => sale(seller.till)),
      seller.apiKey,
    );
    expect(lines.map(({ status }) => status)).toEqual(Array.from({ length: 1000 }, () => 201));
    expect(new Set(lines.map(({ invoice }) => invoice!.number)).size).toBe(1000);

    const small = { organisation: 'small-shop', role: 'merchant', quota: 50, party: { name: '小店', taxId: TAX_IDS.third } };
    const { apiKey } = await services.registerOrganisation(system.url, system.bureauKey, small);
    await services.call(system.url, 'POST', '/v1/tills', {
      apiKey: system.bureauKey,
      body: { till: 'small-till', seller: 'small-shop', reason: 'test' },
    });
    const some = await batch(
      Array.from({ length: 60 }, () => sale('small-till')),
      apiKey,
    );
    expect(some.filter(({ status }) => status === 201)).toHaveLength(50);
    expect(some.slice(50).map(({ error }) => error?.code)).toEqual(Array.from({ length: 10 }, () => 'RANGE_EXHAUSTED'));
  });

  it('records what operators do: who, what, when and why [rows 000-004:E10]', async () => {
    const made = await system.call<{ id: string }>('POST', '/v1/api-keys', seller.apiKey, {
      organisation: 'corner-shop',
      label: 'till 2',
      reason: 'a second till',
    });
    await system.call('DELETE', `/v1/api-keys/${made.body.id}`, seller.apiKey, { reason: 'lost on the way' });
    const { body } = await system.call<{ items: Record<string, unknown>[] }>('GET', '/v1/acts?limit=10', auditor.apiKey);
    const mine = body.items.filter(({ subject }) => subject === made.body.id);
    expect(mine).toMatchObject([
      { type: 'act.recorded', act: 'api-key.revoked', record: { who: { organisation: 'corner-shop' }, why: 'lost on the way' } },
      { type: 'act.recorded', act: 'api-key.created', record: { who: { organisation: 'corner-shop' }, why: 'a second till' } },
    ]);
    for (const { time } of mine) expect(Date.now() - Date.parse(time as string)).toBeLessThan(60_000);
    expect((await system.call('GET', '/v1/acts', seller.apiKey)).status).toBe(403);
  });

  it('lets a platform issue for its sellers while they want it to [rows 001-002-003:A4]', async () => {
    const platform = await services.registerOrganisation(system.url, system.bureauKey, {
      organisation: 'market',
      role: 'platform',
      party: { name: '示例集市', taxId: TAX_IDS.platform },
    });
    const refusal = async (): Promise<string> =>
      (await system.call<{ code: string }>('POST', '/v1/invoices', platform.apiKey, sale(seller.till))).body.code;
    expect(await refusal()).toBe('TILL_NOT_YOURS');
    await system.call('POST', '/v1/delegations', seller.apiKey, { agent: 'market', reason: 'sells there' });
    const invoice = await issue(sale(seller.till, { buyer }), platform.apiKey);
    const many = await batch(
      Array.from({ length: 20 }, () => sale(seller.till)),
      platform.apiKey,
    );
    expect(many.every(({ status }) => status === 201)).toBe(true);
    const read = await system.call<{ seller: string }>('GET', `/v1/invoices/${invoice.number}`, platform.apiKey);
    expect(read.body.seller).toBe('corner-shop');
    expect((await system.call('DELETE', '/v1/delegations/market', seller.apiKey, { reason: 'left' })).status).toBe(200);
    expect(await refusal()).toBe('TILL_NOT_YOURS');
    expect((await system.call('GET', `/v1/invoices/${invoice.number}`, platform.apiKey)).status).toBe(404);
  });

  it('is tamper-evident, traceable, open about its rules, and checked without trusting us [rows 001-002-003:B2]', async () => {
    const invoice = await issue(sale(seller.till));
    const { body: bundle } = await system.call<Bundle>('GET', `/v1/invoices/${invoice.number}/proof`, seller.apiKey);
    // Checked by nothing but the file and the log's key; another log's key proves nothing.
    expect(verifyBundle(bundle, trust, nodeVerifier).result).toBe('valid');
    expect(verifyBundle(bundle, { ...trust, logs: [] }, nodeVerifier)).toMatchObject({
      result: 'unknown',
      reason: 'LOG_UNKNOWN',
    });
    const altered = {
      ...bundle,
      proof: bundle.proof.replace(/\n([0-9A-Za-z+/])/, (_, first: string) => `\n${first === 'A' ? 'B' : 'A'}`),
    };
    expect(verifyBundle(altered, trust, nodeVerifier).result).toBe('invalid');
    const read = await system.call<{ content: { header: { rules: string } }; sequence: number }>(
      'GET',
      `/v1/invoices/${invoice.number}`,
      auditor.apiKey,
    );
    expect(read.body.content.header.rules).toBe(CN_RULES_VERSION);
    // The feed ends where the index does, a moment behind the ledger.
    let items: Change[] = [];
    await services.until(async () => {
      const path = `/v1/changes?after=${String(read.body.sequence)}&limit=1`;
      ({ items } = (await system.call<{ items: Change[] }>('GET', path, auditor.apiKey)).body);
      return items.length > 0;
    }, 'change');
    expect(items).toMatchObject([{ type: 'invoice.issued', number: invoice.number }]);
  });

  it('writes no personal data in clear, but for what the index needs [rows 000-004:E12]', async () => {
    const request = {
      ...sale(seller.till, { orderReference: CANARY.reference, note: CANARY.note }),
      buyer: { name: CANARY.buyer, taxId: TAX_IDS.third, address: CANARY.address },
      lines: [{ name: CANARY.item, net: CANARY.net, rate: '0.09', tax: '8888888.89' }],
      totals: { net: CANARY.net, tax: '8888888.89', gross: CANARY.gross },
    };
    const invoice = await issue(request);
    await system.call('POST', '/v1/invoices', seller.apiKey, { ...request, note: 'other' });
    await system.call('POST', '/v1/invoices', seller.apiKey, {
      ...request,
      orderReference: 'x',
      totals: { ...request.totals, tax: '1.00' },
    });
    await system.call('POST', '/v1/verifications', undefined, {
      number: invoice.number,
      date: '2026-01-31',
      total: CANARY.gross,
    });
    await system.call('GET', `/v1/invoices/${invoice.number}/proof`, seller.apiKey);

    const words = [...Object.values(CANARY), TAX_IDS.third, TAX_IDS.seller, '街角便利店', seller.apiKey.slice(-43)];
    const found: string[] = [];
    let files = 0;
    for (const entry of fs.readdirSync(system.folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      files += 1;
      const file = path.join(entry.parentPath, entry.name);
      const bytes = fs.readFileSync(file);
      const hits = words.filter((word) => bytes.includes(word));
      if (hits.length > 0) found.push(`${entry.name}: ${hits.join(', ')}`);
    }
    expect(files).toBeGreaterThan(8);
    const names = fs.readdirSync(system.data);
    expect(names).toEqual(expect.arrayContaining(['ledger.db', 'log.db', 'access.db', 'payloads.db', 'index.db']));
    // The index holds the buyer's taxpayer id and the total with tax, by which papers are found and compared.
    const inIndex = found.filter((line) => line.startsWith('index.db')).flatMap((line) => line.split(': ')[1]!.split(', '));
    expect(found.filter((line) => !line.startsWith('index.db'))).toEqual([]);
    expect([...new Set(inIndex)].filter((word) => word !== TAX_IDS.third && word !== CANARY.gross)).toEqual([]);
  });
});
