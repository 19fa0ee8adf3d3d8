import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ErrorCode } from '@lianpiao/chaincode/domain';
import { EN16931_INVOICE } from '../../gateway/src/openapi/examples';
import { eInvoice, ublInvoice } from '../support/documents';
import { compiledRules } from '../support/en16931-rules';
import { rawRequest, type RawAnswer } from '../support/raw-request';
import { TAX_IDS } from '../support/sales';
import { services, startSystem, type TestSystem } from '../support/system';
import { countVectors, vectorFolder } from '../support/vectors';

interface Seller {
  readonly apiKey: string;
  readonly till: string;
}
interface Imported {
  readonly invoice: { readonly number: string };
  readonly rules: { readonly by: string; readonly edition?: string };
  readonly warnings: readonly { readonly code: string; readonly path: string }[];
}
interface ExpectedRules {
  readonly 'en16931_1.3.16_fatal': readonly string[];
}

/** A system on which a European and a Chinese shop import documents. */
async function openShops(extra: Record<string, string> = {}): Promise<{ system: TestSystem; european: Seller; chinese: Seller }> {
  const system = await startSystem(extra);
  const chinese = await system.seller('corner-shop', TAX_IDS.seller);
  const party = { name: 'Shop & Co GmbH', taxId: 'DE123456789', country: 'DE' };
  const { apiKey } = await services.registerOrganisation(system.url, system.bureauKey, {
    organisation: 'euro-shop',
    role: 'merchant',
    sandbox: false,
    party,
  });
  await system.call('POST', '/v1/tills', system.bureauKey, { till: 'euro-till', seller: 'euro-shop', reason: 'test' });
  return { system, chinese, european: { apiKey, till: 'euro-till' } };
}

function post(
  { url }: TestSystem,
  path: string,
  { apiKey, till }: Seller,
  body: string | Buffer,
  type = 'application/xml',
): Promise<RawAnswer> {
  const headers = { authorization: `Bearer ${apiKey}`, 'content-type': type };
  return rawRequest(url, { method: 'POST', path: `${path}?till=${till}`, headers, body });
}

function broken(answer: RawAnswer): string[] {
  const { violations = [] } = answer.problem as { violations?: readonly { rule: string }[] };
  return [...new Set(violations.map(({ rule }) => rule))].sort();
}

/** The UBL that the gateway itself writes, of a day in the past. */
async function europeanDocument(system: TestSystem, { apiKey, till }: Seller, reference: string): Promise<string> {
  const request = { ...EN16931_INVOICE, till, orderReference: reference };
  const { body } = await system.call<{ number: string }>('POST', '/v1/invoices', apiKey, request);
  const response = await fetch(`${system.url}/v1/invoices/${body.number}/ubl`, {
    headers: { authorization: `Bearer ${apiKey}` },
  });
  return (await response.text()).replace(/<cbc:IssueDate>[^<]*/, '<cbc:IssueDate>2026-03-15');
}

describe('importing documents, with the official rules of EN 16931', () => {
  let shops: Awaited<ReturnType<typeof openShops>>;
  beforeAll(async () => {
    shops = await openShops({ LIANPIAO_EN16931_RULES: compiledRules() });
  });
  afterAll(async () => {
    await shops.system.stop();
  });

  async function refused(body: string | Buffer, code: ErrorCode, more: object = {}, seller = shops.european): Promise<void> {
    const answer = await post(shops.system, '/v1/invoices/import', seller, body);
    expect(answer.problem).toMatchObject({ code, ...more });
  }

  it('issues from UBL, and gives the document back byte for byte', async () => {
    const { system, european } = shops;
    const document = `<?xml version="1.0" encoding="UTF-8"?>\r\n<!-- as it came -->\n${(
      await europeanDocument(system, european, 'IMPORT-1')
    ).replace(/^<\?xml[^>]*\?>\s*/, '')}`;
    const answer = await post(system, '/v1/invoices/import', european, document);
    expect(answer.status).toBe(201);
    const { invoice, rules } = JSON.parse(answer.text) as Imported;
    expect(rules).toEqual({ profile: 'en16931', by: 'official', edition: '1.3.16', warnings: [] });

    const headers = { authorization: `Bearer ${european.apiKey}` };
    const original = await fetch(`${system.url}/v1/invoices/${invoice.number}/original`, { headers });
    expect(original.headers.get('content-type')).toContain('application/xml');
    expect(Buffer.from(await original.arrayBuffer()).equals(Buffer.from(document))).toBe(true);
    // The ledger's commitment covers its digest.
    const detail = await system.call<{ content: { original: object } }>('GET', `/v1/invoices/${invoice.number}`, european.apiKey);
    expect(detail.body.content.original).toEqual({
      digest: `sha256:${createHash('sha256').update(document).digest('hex')}`,
      mediaType: 'application/xml',
    });
    // On the disk it lies encrypted.
    const stored = ['originals.db', 'originals.db-wal'].map((name) => readFileSync(join(system.data, name), 'latin1')).join('');
    expect(stored).not.toContain('as it came');

    const again = await post(system, '/v1/invoices/import', european, document);
    expect([again.status, (JSON.parse(again.text) as Imported).invoice.number]).toEqual([200, invoice.number]);
    const other = document.replace('as it came', 'as it never came');
    expect((await post(system, '/v1/invoices/import', european, other)).problem).toMatchObject({ code: 'INVOICE_CONFLICT' });
    // The first one is still the first one.
    expect(await (await fetch(`${system.url}/v1/invoices/${invoice.number}/original`, { headers })).text()).toBe(document);
  });

  it('withholds the digest of the document with any field, and erases the document with the content', async () => {
    const { system, chinese } = shops;
    const imported = await post(system, '/v1/invoices/import', chinese, eInvoice());
    expect(imported.status).toBe(201);
    const { invoice, rules } = JSON.parse(imported.text) as Imported;
    expect(rules).toMatchObject({ profile: 'cn', by: 'own' });
    const path = `/v1/invoices/${invoice.number}`;
    const whole = await system.call('GET', `${path}/proof`, chinese.apiKey);
    expect(whole.text).toContain('"name":"original"');
    const partly = await system.call('GET', `${path}/proof?hide=buyer`, chinese.apiKey);
    expect(partly.text).not.toContain('"name":"original"');

    expect((await fetch(`${system.url}${path}/original`)).status).toBe(401);
    expect((await system.call('DELETE', `${path}/content`, chinese.apiKey, { reason: 'test' })).status).toBe(200);
    expect((await system.call<{ code: string }>('GET', `${path}/original`, chinese.apiKey)).body.code).toBe('INVOICE_ERASED');
    for (const name of readdirSync(system.data).filter((file) => file.startsWith('originals.db-wal'))) {
      expect(readFileSync(join(system.data, name))).toHaveLength(0);
    }
  });

  it('says so when an invoice came from no document', async () => {
    const { system, european } = shops;
    const { body } = await system.call<{ number: string }>('POST', '/v1/invoices', european.apiKey, {
      ...EN16931_INVOICE, till: european.till, orderReference: 'NO-DOCUMENT',
    }); // prettier-ignore
    const answer = await system.call<{ code: string }>('GET', `/v1/invoices/${body.number}/original`, european.apiKey);
    expect([answer.status, answer.body.code]).toEqual([404, 'ORIGINAL_UNKNOWN']);
  });

  it('names rule and element of what is wrong, and every rule beside', async () => {
    const document = (await europeanDocument(shops.system, shops.european, 'IMPORT-2')).replace(
      '>125.00</cbc:TaxInclusiveAmount>',
      '>126.00</cbc:TaxInclusiveAmount>',
    );
    await refused(document, 'DOCUMENT_RULES_BROKEN', {
      rule: 'BR-CO-15',
      path: '/Invoice[1]',
      found: 'BR-CO-15, BR-CO-16',
      violations: [
        { rule: 'BR-CO-15', severity: 'fatal', path: '/Invoice[1]', text: expect.stringContaining('BT-112') as string },
        { rule: 'BR-CO-16', severity: 'fatal', path: '/Invoice[1]/cac:LegalMonetaryTotal[1]' },
      ],
    });
  });

  it('refuses what is no document, in time and with its code', async () => {
    const ubl = ublInvoice();
    const [head = '', tail = ''] = ubl.split('?>\n');
    await refused(`${head}?>\n<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>${tail}`, 'DOCUMENT_MALFORMED');
    await refused(Buffer.from(ubl, 'utf16le'), 'DOCUMENT_MALFORMED');
    await refused(Buffer.concat([Buffer.from(ubl), Buffer.from([0xc3, 0x28])]), 'DOCUMENT_MALFORMED');
    await refused(ubl.replace('UTF-8', 'GBK'), 'DOCUMENT_MALFORMED', { wanted: 'UTF-8' });
    await refused(ubl.slice(0, 900), 'DOCUMENT_MALFORMED');
    await refused(Buffer.alloc(30 * 1024 * 1024, '<x/>'), 'BODY_TOO_LARGE');
    await refused(ublInvoice({ root: 'Order' }), 'DOCUMENT_UNSUPPORTED');
    await refused('', 'FIELD_MISSING');
    const { system, european } = shops;
    expect((await post(system, '/v1/invoices/import', european, '{}', 'application/json')).problem).toMatchObject({
      code: 'MEDIA_TYPE_UNSUPPORTED',
    });
    const nobody = await post(system, '/v1/invoices/import', { ...european, till: 'no-such-till' }, eInvoice());
    expect(nobody.problem).toMatchObject({ code: 'TILL_UNKNOWN' });
  });

  it('keeps every digit of a number, and refuses amounts of twenty digits', async () => {
    const { system, chinese } = shops;
    const number = '99999999999999999999';
    const answer = await post(system, '/v1/documents/check', chinese, eInvoice({ number, supervised: number }));
    expect(JSON.parse(answer.text)).toMatchObject({ request: { orderReference: number } });
    await refused(eInvoice({ number: `${number}1`, supervised: `${number}1` }), 'NUMBER_MALFORMED', {}, chinese);
    await refused(eInvoice({ net: number, gross: number }), 'MONEY_MALFORMED', { path: '/lines/0/unitPrice' }, chinese);
  });

  it('takes a title of 300 characters, and shortens a longer one with a warning', async () => {
    const { system, chinese } = shops;
    const check = async (length: number): Promise<Imported['warnings']> => {
      const answer = await post(system, '/v1/documents/check', chinese, eInvoice().replace('个人', '名'.repeat(length)));
      return (JSON.parse(answer.text) as Imported).warnings;
    };
    expect(await check(300)).toEqual([]);
    expect(await check(301)).toMatchObject([{ code: 'TEXT_SHORTENED', path: '/buyer/name' }]);
    const sale = { till: chinese.till, orderReference: 'TITLE', buyer: { name: '名'.repeat(301) }, lines: [{}], totals: {} };
    const direct = await system.call<{ code: string; path: string }>('POST', '/v1/invoices', chinese.apiKey, sale);
    expect(direct.body).toMatchObject({ code: 'FIELD_INVALID', path: '/buyer/name' });
  });

  const invalid = vectorFolder('invoices-invalid');
  if (invalid !== undefined) {
    const expected = JSON.parse(readFileSync(join(invalid, 'expected.json'), 'utf8')) as Record<string, ExpectedRules>;
    const names = Object.keys(expected);
    afterAll(() => {
      countVectors('invoices-invalid', names.length);
    });

    it.each(names)('%s: names exactly the rules that it breaks', async (name) => {
      const rules = expected[name]?.['en16931_1.3.16_fatal'] ?? [];
      const answer = await post(shops.system, '/v1/documents/check', shops.european, readFileSync(join(invalid, name)));
      if (rules.length > 0) {
        expect(answer.problem).toMatchObject({ code: 'DOCUMENT_RULES_BROKEN' });
        expect(broken(answer)).toEqual([...rules].sort());
      } else if (name.startsWith('type-date-invalid')) {
        // 30 February: the official rules compare no dates with the calendar; our reader does.
        expect(answer.problem).toMatchObject({ code: 'TIME_MALFORMED', rule: 'BR-03', path: '/soldAt' });
      } else {
        // Rules of Peppol alone, or withdrawn: for EN 16931 it is right.
        expect(answer.status).toBe(200);
      }
    });
  }

  const chineseFolder = vectorFolder('cn-einvoice');
  if (chineseFolder !== undefined) {
    it.each([
      ['bad-buyer-id.xml', 'TAXPAYER_ID_CHECK', '/buyer/taxId', 'GB 32100-2015'],
      ['bad-line-tax.xml', 'LINE_TAX_WRONG', '/lines/0/tax', 'cn.line-tax'],
      ['bad-rate.xml', 'RATE_UNKNOWN', '/lines/0/rate', 'cn.rate-in-force'],
      ['bad-red-positive.xml', 'AMOUNT_SIGN_WRONG', '/totals/net', 'cn.red-negative'],
    ])('%s: %s at %s by %s', async (name, code, path, rule) => {
      const bytes = readFileSync(join(chineseFolder, 'xml', name));
      const answer = await post(shops.system, '/v1/documents/check', shops.chinese, bytes);
      expect(answer.problem).toMatchObject({ code, path, rule });
    });
  }
});

describe('importing documents, without the official rules', () => {
  let shops: Awaited<ReturnType<typeof openShops>>;
  beforeAll(async () => {
    shops = await openShops();
  });
  afterAll(async () => {
    await shops.system.stop();
  });

  it('checks the arithmetic by itself, and says that it was itself', async () => {
    const { system, european } = shops;
    const document = await europeanDocument(system, european, 'IMPORT-3');
    const good = await post(system, '/v1/documents/check', european, document);
    expect(JSON.parse(good.text)).toMatchObject({ rules: { profile: 'en16931', by: 'own' } });
    const wrong = document.replace('>125.00</cbc:TaxInclusiveAmount>', '>126.00</cbc:TaxInclusiveAmount>');
    const answer = await post(system, '/v1/documents/check', european, wrong);
    expect(answer.problem).toMatchObject({ code: 'TOTALS_WRONG', rule: 'BR-CO-15', path: '/totals/gross' });
  });

  const invalid = vectorFolder('invoices-invalid');
  if (invalid !== undefined) {
    // What is not arithmetic and not needed to read the document, only the official rules know.
    const OFFICIAL_ONLY =
      /^(?:bad-country|bad-unit|no-customization|no-seller-address|no-seller-vat|line-no-id|line-no-price|zero-cat-with-rate)__/;
    const expected = JSON.parse(readFileSync(join(invalid, 'expected.json'), 'utf8')) as Record<string, ExpectedRules>;
    const names = Object.entries(expected).filter(([name, rules]) => rules['en16931_1.3.16_fatal'].length > 0 && !OFFICIAL_ONLY.test(name)); // prettier-ignore
    it.each(names)('%s: names one of the rules that it breaks', async (name, rules) => {
      const answer = await post(shops.system, '/v1/documents/check', shops.european, readFileSync(join(invalid, name)));
      expect(rules['en16931_1.3.16_fatal']).toContain(answer.problem['rule']);
      expect(answer.problem['path']).toMatch(/^\//);
    });
  }
});
