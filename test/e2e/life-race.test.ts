import { readFileSync } from 'node:fs';
import http from 'node:http';
import { join } from 'node:path';
import { sale, TAX_IDS } from '../support/sales';
import { services, startSystem, type TestSystem } from '../support/system';

interface Answer {
  readonly status: number;
  readonly body: { readonly code?: string; readonly claim?: string; readonly status?: string };
}

/** Each attempt has a connection of its own: the two processes share them out. */
function post(url: string, apiKey: string, body: object): Promise<Answer> {
  const agent = new http.Agent({ maxSockets: 1 });
  const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' };
  return new Promise((resolve, reject) => {
    const request = http.request(url, { method: 'POST', agent, headers }, (response) => {
      let text = '';
      response.on('data', (chunk) => (text += String(chunk)));
      response.on('end', () => {
        agent.destroy();
        resolve({ status: response.statusCode!, body: JSON.parse(text) as Answer['body'] });
      });
      response.on('error', reject);
    });
    request.on('error', reject);
    request.end(JSON.stringify({ reason: 'test', ...body }));
  });
}

function codesOf(answers: readonly Answer[]): readonly string[] {
  return [...new Set(answers.filter(({ status }) => status !== 201).map(({ body }) => String(body.code)))];
}

describe('races for one invoice over HTTP, two serving processes', () => {
  let system: TestSystem;
  let shop: { apiKey: string; till: string };
  const keys: string[] = [];
  const log = (): string => readFileSync(join(system.folder, 'gateway.log'), 'utf8');

  beforeAll(async () => {
    system = await startSystem({ LIANPIAO_PROCESSES: '2', LIANPIAO_LOG_LEVEL: 'info' });
    await services.until(() => log().match(/"gateway listens"/g)?.length === 2, 'both processes listen', 20_000);
    shop = await system.seller('shop', TAX_IDS.seller);
    for (const [organisation, taxId] of [
      ['first', TAX_IDS.buyer],
      ['second', TAX_IDS.other],
    ] as const) {
      const registration = { organisation, role: 'company', sandbox: false, party: { name: organisation, taxId } };
      keys.push((await services.registerOrganisation(system.url, system.bureauKey, registration)).apiKey);
    }
  });
  afterAll(() => system.stop());

  /** To a person: whoever has the paper may reimburse it. */
  async function issue(): Promise<string> {
    const body = sale(shop.till, { buyer: { name: '张三' } });
    return (await system.call<{ number: string }>('POST', '/v1/invoices', shop.apiKey, body)).body.number;
  }
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
  const shown = (invoice: string, amount: string): object => ({ invoices: [{ invoice, amount, date: today, total: '109.00' }] });
  const race = (invoice: string, amount: string, attempts: number): Promise<Answer[]> =>
    Promise.all(
      Array.from({ length: attempts }, (_, index) =>
        post(`${system.url}/v1/claims`, String(keys[index % 2]), shown(invoice, amount)),
      ),
    );
  const left = async (invoice: string): Promise<string> =>
    (await system.call<{ left: string }>('GET', `/v1/invoices/${invoice}/status`, shop.apiKey)).body.left;

  test('of two companies exactly one gets each of ten invoices [rows 000-004:A7]', async () => {
    const winners: number[] = [];
    for (let round = 0; round < 10; round += 1) {
      const invoice = await issue();
      const answers = await race(invoice, '109.00', 8);
      const won = answers.flatMap(({ status }, index) => (status === 201 ? [index] : []));
      expect(won).toHaveLength(1);
      expect(codesOf(answers)).toEqual(['CLAIM_AMOUNT_TAKEN']);
      expect(await left(invoice)).toBe('0.00');
      winners.push(...won);
    }
    expect(winners).toHaveLength(10);
    // Both processes took part: each writes its refusals under its own process id.
    const refused = log()
      .split('\n')
      .filter((line) => line.includes('"request refused"') && line.includes('/v1/claims'));
    expect(new Set(refused.map((line) => (JSON.parse(line) as { pid: number }).pid)).size).toBe(2);
  });

  test('parts of one invoice are given out until it is used up, never beyond', async () => {
    const invoice = await issue();
    const answers = await race(invoice, '30.00', 12);
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(3);
    expect(codesOf(answers)).toEqual(['CLAIM_AMOUNT_TAKEN']);
    expect(await left(invoice)).toBe('19.00');
  });

  test('two red letters for one line at once: one is carried out, the other finds nothing left', async () => {
    const invoice = await issue();
    const asked = { invoice, reasonCode: '02', lines: [{ line: 1, net: '60.00', tax: '5.40' }] };
    const answers = await Promise.all([1, 2, 3, 4].map(() => post(`${system.url}/v1/corrections`, shop.apiKey, asked)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    const codes = codesOf(answers);
    expect(codes.filter((code) => code !== 'CORRECTION_PENDING' && code !== 'REFUND_TOO_LARGE')).toEqual([]);
    expect(await left(invoice)).toBe('43.60');
  });

  test('a red letter and a claim at once: they never take the same money', async () => {
    for (let round = 0; round < 5; round += 1) {
      const invoice = await issue();
      const [claim, red] = await Promise.all([
        post(`${system.url}/v1/claims`, String(keys[0]), shown(invoice, '109.00')),
        post(`${system.url}/v1/corrections`, shop.apiKey, { invoice, reasonCode: '02' }),
      ]);
      // Claimed first: the seller needs the holder's word (02). Corrected first: nothing is left to claim.
      if (claim.status === 201) expect(red.body.status).toBe('02');
      else {
        expect(red.body.status).toBe('completed');
        expect(['INVOICE_RED', 'CORRECTION_PENDING']).toContain(claim.body.code);
      }
    }
  });
});
