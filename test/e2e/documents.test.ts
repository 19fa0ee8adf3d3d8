import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chinaDate, TRUST_MEDIA_TYPE, type Bundle } from '@lianpiao/chaincode/domain';
import { readEInvoice, readUbl } from '../../gateway/src/documents';
import { EN16931_INVOICE } from '../../gateway/src/openapi/examples';
import { lianpiao } from '../support/cli';
import { brokenRules } from '../support/en16931-rules';
import { SeenPdf } from '../support/pdf';
import { sale, TAX_IDS } from '../support/sales';
import { services, startSystem, type TestSystem } from '../support/system';

const BUYER = { name: '样例科技有限公司', taxId: TAX_IDS.buyer };

describe('the papers of an invoice', () => {
  let system: TestSystem;
  let seller: { apiKey: string; till: string };
  let stranger: { apiKey: string };
  let company: { apiKey: string };
  let [number, european] = ['', ''];
  let trust: string;
  const seen: SeenPdf[] = [];

  beforeAll(async () => {
    system = await startSystem({ LIANPIAO_PUBLIC_URL: 'https://invoices.example/' });
    seller = await system.seller('corner-shop', TAX_IDS.seller);
    stranger = await system.seller('other-shop', TAX_IDS.other);
    const registration = { organisation: 'the-buyer', role: 'company', party: BUYER };
    company = await services.registerOrganisation(system.url, system.bureauKey, registration);
    number = await issue(sale(seller.till, { buyer: BUYER, note: '谢谢惠顾', orderReference: 'PAPER-1' }));
    european = await issue({ ...EN16931_INVOICE, till: seller.till, orderReference: 'PAPER-2' });
    const vkey = (await (await fetch(`${system.url}/log/vkey`)).text()).trim();
    trust = join(system.folder, 'trust.json');
    const origin = vkey.split('+')[0];
    writeFileSync(trust, JSON.stringify({ mediaType: TRUST_MEDIA_TYPE, logs: [{ origin, vkey }], witnesses: [], quorum: 0 }));
  });
  afterAll(async () => {
    for (const pdf of seen) pdf.remove();
    await system.stop();
  });

  async function issue(request: object): Promise<string> {
    const { status, body } = await system.call<{ number: string }>('POST', '/v1/invoices', seller.apiKey, request);
    expect(status).toBe(201);
    return body.number;
  }

  async function get(
    path: string,
    apiKey = seller.apiKey,
  ): Promise<{ status: number; type: string; bytes: Uint8Array; code?: string }> {
    const response = await fetch(`${system.url}/v1/invoices/${path}`, { headers: { authorization: `Bearer ${apiKey}` } });
    const bytes = new Uint8Array(await response.arrayBuffer());
    const type = response.headers.get('content-type') ?? '';
    const code = type.includes('problem') ? (JSON.parse(new TextDecoder().decode(bytes)) as { code: string }).code : undefined;
    return { status: response.status, type, bytes, ...(code === undefined ? {} : { code }) };
  }

  async function pdfOf(path: string): Promise<SeenPdf> {
    const { status, type, bytes } = await get(path);
    expect([status, type]).toEqual([200, 'application/pdf']);
    const pdf = new SeenPdf(bytes);
    seen.push(pdf);
    return pdf;
  }

  it('are a PDF that is signed, carries its proof, and is the same file each time [rows 000-004:F3]', async () => {
    const pdf = await pdfOf(`${number}/pdf`);
    expect(pdf.signatures()).toContain('Signature is Valid.');
    expect(pdf.signatures()).toContain('Total document signed');
    expect(pdf.text()).toContain('壹佰零玖圆整');

    const bundle = pdf.attachment();
    expect(await lianpiao(['verify', bundle, '--offline', '--trust', trust])).toMatchObject({ code: 0 });
    // More is sealed meanwhile: the first proof stays.
    await issue(sale(seller.till));
    expect(Buffer.from((await get(`${number}/pdf`)).bytes).equals(readFileSync(pdf.path))).toBe(true);
  });

  it('says of an invoice that was red-lettered that it was, and its red invoice names it [rows 000-004:A3]', async () => {
    const blue = await issue(sale(seller.till));
    const asked = { invoice: blue, reasonCode: '02', reason: 'test' };
    const { status, body } = await system.call<{ red: string }>('POST', '/v1/corrections', seller.apiKey, asked);
    expect([status, body]).toEqual([201, expect.objectContaining({ red: expect.stringMatching(/^\d{20}$/) as string })]);
    const today = chinaDate(Date.now());
    expect((await pdfOf(`${blue}/pdf`)).text().replace(/\s+/g, ' ')).toContain(
      `已全额红冲 Red-lettered as a whole，截至 as of ${today}`,
    );
    const redText = (await pdfOf(`${body.red}/pdf`)).text();
    expect(redText).toContain(blue);
    expect(redText).not.toContain('已全额红冲');
  });

  it('carry QR codes that anyone may check without login [rows 000-004:F3]', async () => {
    const pdf = await pdfOf(`${number}/pdf`);
    const check = async (body: object): Promise<unknown> =>
      (await system.call('POST', '/v1/verifications', undefined, body)).body;
    expect(await check({ qr: pdf.qrText('top left') })).toMatchObject({ result: 'genuine' });

    const link = new URL(pdf.qrText('bottom right')!);
    expect(link.href.split('#')[0]).toBe('https://invoices.example/verify');
    const { leaf, ...facts } = Object.fromEntries(new URLSearchParams(link.hash.slice(1)));
    expect(facts).toEqual({ number, date: chinaDate(Date.now()), total: '109.00' });
    expect(await check(facts)).toMatchObject({ result: 'genuine' });
    expect(pdf.text().replace(/\s/g, '')).toContain(Buffer.from(leaf!, 'base64url').toString('hex').slice(0, 16));
  });

  it('withhold what is asked for, in the bundle as on the page', async () => {
    const pdf = await pdfOf(`${number}/pdf?hide=buyer,note`);
    const bundle = pdf.attachment();
    expect(await lianpiao(['verify', bundle, '--offline', '--trust', trust])).toMatchObject({ code: 0 });
    const { document } = JSON.parse(readFileSync(bundle, 'utf8')) as Bundle;
    expect(document.fields.filter((field) => 'digest' in field)).toHaveLength(2);
    for (const text of [pdf.text(), readFileSync(bundle, 'utf8')]) {
      expect(text).not.toContain(BUYER.name);
      expect(text).not.toContain('谢谢惠顾');
    }
    expect(await get(`${number}/pdf?hide=totals`)).toMatchObject({ status: 400, code: 'FIELD_INVALID' });
    expect(await get(`${number}/pdf?show=all`)).toMatchObject({ status: 400, code: 'FIELD_UNKNOWN' });
  });

  it('are UBL that keeps the official rules and is read back', async () => {
    for (const one of [number, european]) {
      const { status, type, bytes } = await get(`${one}/ubl`);
      expect([status, type]).toEqual([200, 'application/xml']);
      expect(brokenRules(bytes)).toEqual([]);
      expect(readUbl(bytes).documentNumber).toBe(one);
    }
  });

  it('are an EInvoice that can be issued again by whoever imports it', async () => {
    const { status, bytes } = await get(`${number}/einvoice`);
    expect(status).toBe(200);
    const { request } = readEInvoice(bytes);
    expect(request).toMatchObject({ buyer: BUYER, note: '谢谢惠顾', totals: { net: '100.00', tax: '9.00', gross: '109.00' } });
    expect(await issue({ ...request, seller: undefined, till: seller.till })).toMatch(/^\d{20}$/);
    expect(await get(`${european}/einvoice`)).toMatchObject({ status: 422, code: 'DOCUMENT_UNSUPPORTED' });
  });

  it.each(['pdf', 'ubl', 'einvoice'])('as %s are there for the parties only, and say clearly why not', async (path) => {
    expect(await get(`${number}/${path}`, company.apiKey)).toMatchObject({ status: 200 });
    expect(await get(`${number}/${path}`, system.bureauKey)).toMatchObject({ status: 200 });
    expect(await get(`${number}/${path}`, stranger.apiKey)).toMatchObject({ status: 404, code: 'INVOICE_UNKNOWN' });
    expect(await get(`26440999999999999999/${path}`)).toMatchObject({ status: 404, code: 'INVOICE_UNKNOWN' });
    expect(await get(`not-a-number/${path}`)).toMatchObject({ status: 400, code: 'NUMBER_MALFORMED' });
    expect((await fetch(`${system.url}/v1/invoices/${number}/${path}`)).status).toBe(401);
    expect((await fetch(`${system.url}/v1/invoices/${number}/${path}`, { method: 'POST' })).status).toBe(405);
  });

  it('are fetched by the command line', async () => {
    const common = ['--gateway', system.url, '--api-key', seller.apiKey];
    const pdf = join(system.folder, 'fetched.pdf');
    expect(await lianpiao(['document', number, '--output', pdf, ...common])).toMatchObject({ code: 0, out: `${pdf}\n` });
    expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-');
    const xml = join(system.folder, 'fetched.xml');
    expect(await lianpiao(['document', number, '--xml', '--output', xml, ...common])).toMatchObject({ code: 0 });
    expect(readEInvoice(new Uint8Array(readFileSync(xml))).documentNumber).toBe(number);
    expect(await lianpiao(['document', '26440999999999999999', '--ubl', ...common])).toMatchObject({ code: 1 });
    expect(await lianpiao(['document', '../secrets', ...common])).toMatchObject({ code: 1 });
  });

  it('are printed many at a time, and none is lost', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, async () => get(`${number}/pdf`)));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 12 }, () => 200));
  });

  it('of erased content are gone', async () => {
    const erased = await issue(sale(seller.till));
    await system.call('DELETE', `/v1/invoices/${erased}/content`, seller.apiKey, { reason: 'test' });
    for (const path of ['pdf', 'ubl', 'einvoice']) {
      expect(await get(`${erased}/${path}`)).toMatchObject({ status: 410, code: 'INVOICE_ERASED' });
    }
  });
});
