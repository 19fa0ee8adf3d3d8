import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cli } from '../support/cli';
import { sale, TAX_IDS } from '../support/sales';
import { services, startSystem, type TestSystem } from '../support/system';

/** A seller's figures on their way to a bank: asked for, shown in part, checked, with nobody asked. */
describe('verified figures for a bank [rows 001-002-003:C13]', () => {
  let system: TestSystem;
  let shop: { apiKey: string; till: string };
  let folder: string;
  const file = (name: string, content: string): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'lianpiao-figures-'));
    system = await startSystem();
    shop = await system.seller('shop', TAX_IDS.seller);
    const other = await system.seller('other', TAX_IDS.other);
    const sell = async (seller: typeof shop): Promise<string> =>
      (await system.call<{ number: string }>('POST', '/v1/invoices', seller.apiKey, sale(seller.till))).body.number;
    const numbers = [await sell(shop), await sell(shop), await sell(shop)];
    await sell(other);
    const red = { invoice: numbers[0], reasonCode: '02', lines: [{ line: 1, net: '40.00', tax: '3.60' }], reason: 'test' };
    expect((await system.call('POST', '/v1/corrections', shop.apiKey, red)).status).toBe(201);
    await services.until(async () => {
      const { body } = await system.call<{ items: unknown[] }>('GET', '/v1/invoices', shop.apiKey);
      return body.items.length === 4;
    }, 'the index has all four');
  });
  afterAll(async () => {
    await system.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('are the sums of the ledger, shown as far as the seller will, and hold for that bank and that once', async () => {
    const { code, out: jwk } = await cli('figures', 'key', join(folder, 'holder.pem'));
    expect(code).toBe(0);
    expect((await cli('figures', 'key', join(folder, 'holder.pem'))).code).not.toBe(0);
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    const period = { from: `${String(Number(today.slice(0, 4)) - 1)}-${today.slice(5).replace('02-29', '02-28')}`, to: today };
    const asked = { ...period, above: ['250.00', '300.00'], holderKey: JSON.parse(jwk) as object };
    const { status, body } = await system.call<{ figures: string }>('POST', '/v1/figures', shop.apiKey, asked);
    expect(status).toBe(201);
    const figures = file('figures.txt', body.figures);
    const { text: key } = await system.call('GET', '/v1/figures/key');
    const issuer = file('issuer.json', key);

    const show = async (claims: string): Promise<string> => {
      const shown = await cli(
        'figures',
        'show',
        figures,
        '--show',
        claims,
        '--key',
        join(folder, 'holder.pem'),
        '--audience',
        'bank',
        '--nonce',
        'n-1',
      );
      expect(shown).toMatchObject({ code: 0, err: '' });
      return file('shown.txt', shown.out);
    };
    const verify = (path: string, audience = 'bank', nonce = 'n-1'): ReturnType<typeof cli> =>
      cli('figures', 'verify', path, '--issuer', issuer, '--audience', audience, '--nonce', nonce);

    const part = await verify(await show('turnover-above-250.00,turnover-above-300.00'));
    expect(part.code).toBe(0);
    const claims = JSON.parse(part.out) as Record<string, unknown>;
    expect(claims).toMatchObject({ ...period, currency: 'CNY', 'turnover-above-250.00': true, 'turnover-above-300.00': false });
    expect(Object.keys(claims)).not.toEqual(expect.arrayContaining(['turnover']));
    expect(part.out).not.toContain(TAX_IDS.seller);

    const whole = await verify(await show('turnover,invoices,taxId'));
    expect(JSON.parse(whole.out)).toMatchObject({ turnover: '283.40', invoices: 4, taxId: TAX_IDS.seller });
    const shown = await show('turnover');
    expect(await verify(shown, 'rival')).toMatchObject({ code: 1, err: expect.stringContaining('FIGURES_INVALID') as string });
    expect(await verify(shown, 'bank', 'n-2')).toMatchObject({ code: 1 });
    expect(await verify(figures)).toMatchObject({ code: 1 });
  });

  test('are for sellers, of periods that are some, with a key that is one', async () => {
    const good = { kty: 'EC', crv: 'P-256', x: 'A'.repeat(43), y: 'A'.repeat(43) };
    const { out } = await cli('figures', 'key', join(folder, 'second.pem'));
    const holderKey = JSON.parse(out) as object;
    const code = async (key: string, body: object): Promise<string | undefined> =>
      (await system.call<{ code?: string }>('POST', '/v1/figures', key, body)).body.code;
    const year = { from: '2026-01-01', to: '2026-12-31', holderKey };
    expect(await code(system.bureauKey, year)).toBe('ACTION_FORBIDDEN');
    expect(await code(shop.apiKey, { ...year, from: '2027-01-01' })).toBe('FIELD_INVALID');
    expect(await code(shop.apiKey, { ...year, from: '2020-01-01' })).toBe('FIELD_INVALID');
    expect(await code(shop.apiKey, { ...year, from: '2026-02-30' })).toBe('TIME_MALFORMED');
    expect(await code(shop.apiKey, { ...year, above: ['much'] })).toBe('MONEY_MALFORMED');
    expect(await code(shop.apiKey, { ...year, holderKey: good })).toBe('FIGURES_MALFORMED');
    expect(await code(shop.apiKey, { ...year, holderKey: { ...holderKey, d: 'secret' } })).toBe('FIELD_UNKNOWN');
  });
});
