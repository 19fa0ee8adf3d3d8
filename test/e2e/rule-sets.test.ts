import { createHash } from 'node:crypto';
import { sale, TAX_IDS } from '../support/sales';
import { startSystem, type TestSystem } from '../support/system';

interface RuleSet {
  readonly version: string;
  readonly digest: string;
  readonly text: string;
}

describe('tax rates are a rule set on the ledger [rows 001-002-003:A2]', () => {
  let system: TestSystem;
  let shop: { apiKey: string; till: string };
  beforeAll(async () => {
    system = await startSystem();
    shop = await system.seller('shop', TAX_IDS.seller);
  });
  afterAll(() => system.stop());

  const read = async (): Promise<RuleSet> => (await system.call<RuleSet>('GET', '/v1/rules/cn')).body;
  const publish = (key: string, body: object): Promise<{ status: number; body: { code?: string } }> =>
    system.call('POST', '/v1/rules/cn', key, { reason: 'test', ...body });
  const [line] = sale('till').lines;
  const at = (rate: string, tax: string): object => ({
    ...sale(shop.till),
    lines: [{ ...line, rate, tax }],
    totals: { net: '100.00', tax, gross: (100 + Number(tax)).toFixed(2) },
  });
  const rulesOf = async (sold: object): Promise<string> => {
    const issued = await system.call<{ number: string }>('POST', '/v1/invoices', shop.apiKey, sold);
    expect(issued.status).toBe(201);
    const path = `/v1/invoices/${issued.body.number}`;
    const { body } = await system.call<{ content: { header: { rules: string } } }>('GET', path, shop.apiKey);
    return body.content.header.rules;
  };

  test('the built-in one is read like any other, and invoices name it', async () => {
    const rules = await read();
    expect(rules).toMatchObject({ version: '2026-01', digest: createHash('sha256').update(rules.text).digest('hex') });
    const { rates } = JSON.parse(rules.text) as { rates: object[] };
    expect(rates).toContainEqual({ category: 'standard', rate: '0.13', from: '2019-04-01' });
    expect(await rulesOf(at('0.09', '9.00'))).toBe(`cn-${rules.version}`);
  });

  test('the bureau alone puts another one in force; invoices carry its version and hash, refusals cite them [rows 001-002-003:A11]', async () => {
    const { rates, tolerance } = JSON.parse((await read()).text) as { rates: object[]; tolerance: string };
    const next = {
      version: '2026-11-22',
      rates: [...rates, { category: 'standard', rate: '0.08', from: '2026-01-01' }],
      tolerance,
    };
    const refused = await system.call<{ code: string }>('POST', '/v1/invoices', shop.apiKey, at('0.08', '8.00'));
    expect(refused.body.code).toBe('RATE_UNKNOWN');
    expect((await publish(shop.apiKey, next)).body.code).toBe('ACTION_FORBIDDEN');
    expect((await publish(system.bureauKey, next)).status).toBe(201);
    const { digest } = await read();
    const cited = `cn-2026-11-22#${digest.slice(0, 16)}`;
    expect(await rulesOf(at('0.08', '8.00'))).toBe(cited);
    const wrong = await system.call<{ code: string; rule: string }>('POST', '/v1/invoices', shop.apiKey, at('0.07', '7.00'));
    expect(wrong.body).toMatchObject({ code: 'RATE_UNKNOWN', rule: `cn.rate-in-force@${cited}` });
    expect((await publish(system.bureauKey, next)).body.code).toBe('RULES_VERSION_OLD');
  });
});
