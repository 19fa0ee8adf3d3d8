import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { parseFapiaoQr, parseInvoiceRequest } from '@lianpiao/chaincode/domain';
import { loadDocumentKey } from '../../../gateway/src/crypto/document-key';
import type { IssuedInvoice } from '../../../gateway/src/documents/issued-invoice';
import type { Hideable, InvoicePaper } from '../../../gateway/src/documents/pdf/paper';
import { renderPdf } from '../../../gateway/src/documents/pdf/render-pdf';
import { signPdf } from '../../../gateway/src/documents/pdf/sign-pdf';
import { verificationLink } from '../../../gateway/src/verification/paper-desk';
import { EN16931_INVOICE } from '../../../gateway/src/openapi/examples';
import { issuable, issued, NUMBER } from '../../support/issued-invoices';
import { overlaps, SeenPdf } from '../../support/pdf';
import { sale } from '../../support/sales';

const SELLER = {
  name: '街角便利店（示例）有限公司',
  taxId: '91440300MA5DEMQM04',
  address: '示例路1号',
  phone: '0755-1',
  bank: '示例银行',
  account: '6222',
};
const BUYER = { name: '样例科技有限公司', taxId: '91310000MA1DEMQC0F' };
const SEALED_AT = '2026-03-15T16:30:01.000Z';
const LEAF = 'c3'.repeat(32);
const seen: SeenPdf[] = [];

afterAll(() => {
  for (const pdf of seen) pdf.remove();
});

function invoice(lines: number, more: object = {}, test = false): IssuedInvoice {
  const one = {
    specification: '5kg/袋',
    unit: '袋',
    quantity: '2',
    unitPrice: '50.00',
    net: '100.00',
    rate: '0.09',
    tax: '9.00',
  };
  const request = {
    ...sale('till-1'),
    buyer: BUYER,
    lines: Array.from({ length: lines }, (_, index) => ({ name: `*谷物*大米 ${String(index + 1)}`, ...one })),
    totals: { net: `${String(lines * 100)}.00`, tax: `${String(lines * 9)}.00`, gross: `${String(lines * 109)}.00` },
    ...more,
  };
  return issued(parseInvoiceRequest(request), SELLER, { test });
}

function paper(of: IssuedInvoice, hidden: readonly Hideable[] = []): InvoicePaper {
  return {
    invoice: of,
    hidden,
    bundle: '{"mediaType":"a bundle"}',
    proof: { leafHash: LEAF, index: 17, origin: 'lianpiao.example/log', size: 20, sealedAt: SEALED_AT },
    verification: verificationLink('https://lianpiao.example', of, LEAF),
  };
}

async function see(what: InvoicePaper): Promise<SeenPdf> {
  const pdf = new SeenPdf(await renderPdf(what));
  seen.push(pdf);
  return pdf;
}

function expectTidy(pdf: SeenPdf, except: readonly string[] = []): void {
  const words = pdf.words().filter(({ text }) => !except.includes(text));
  const { width, height } = pdf.size();
  expect(words.length).toBeGreaterThan(20);
  expect(overlaps(words)).toEqual([]);
  expect(words.filter(({ left, top, right, bottom }) => left < 20 || right > width - 20 || top < 5 || bottom > height)).toEqual(
    [],
  );
}

describe('the PDF of an invoice', () => {
  it.each([
    [1, 1, 421],
    [8, 1, 421],
    [30, 1, 842],
    [200, 4, 842],
  ])('of %i lines has %i pages, %i points high, and no words over each other', async (lines, pages, height) => {
    const pdf = await see(paper(invoice(lines, { note: '谢谢惠顾 Thank you' })));
    expect(pdf.size().pages).toBe(pages);
    expect(Math.round(pdf.size().height)).toBe(height);
    expectTidy(pdf);
  });

  it('says what the invoice says', async () => {
    const text = (await see(paper(invoice(2, { kind: 'special', note: '谢谢惠顾' })))).text().replace(/ +/g, ' ');
    for (const wanted of [
      '电子发票（增值税专用发票）', NUMBER, '2026年03月16日', SELLER.name, SELLER.taxId, BUYER.name, BUYER.taxId, '*谷物*大米 2', '9%',
      '¥200.00', '¥18.00', '¥218.00', '贰佰壹拾捌圆整', '谢谢惠顾', 'Ledger proof',
    ]) expect(text).toContain(wanted); // prettier-ignore
    expect(text).not.toContain('测试');
  });

  it('says of a red letter that it is one, of which invoice, and its amounts with their sign', async () => {
    const blue = '26440000000000000009';
    const line = { name: '*谷物*大米', quantity: '-2', unitPrice: '50.00', net: '-100.00', rate: '0.09', tax: '-9.00' };
    const red = invoice(1, {
      lines: [line],
      totals: { net: '-100.00', tax: '-9.00', gross: '-109.00' },
      corrects: { correction: 'red-1', invoice: blue },
    });
    const pdf = await see(paper(red));
    const text = pdf.text().replace(/ +/g, ' ');
    for (const wanted of ['红字发票', blue, '¥-109.00', '（负数）壹佰零玖圆整']) expect(text).toContain(wanted);
    expect(parseFapiaoQr(pdf.qrText('top left')!)).toMatchObject({ verdict: 'valid', amount: '-109.00' });
    expectTidy(pdf);
  });

  it.each([
    ['partly-red', '已部分红冲 Red-lettered in part'],
    ['wholly-red', '已全额红冲 Red-lettered as a whole'],
  ] as const)('says on every page of an invoice that is %s that it was red-lettered, and as of when', async (state, words) => {
    const redLettered = { state, asOf: '2026-03-20T16:30:00.000Z' };
    const pdf = await see({ ...paper(invoice(60)), redLettered });
    const text = pdf.text().replace(/ +/g, ' ');
    expect(text.split(`${words}，截至 as of 2026-03-21 00:30:00 (UTC+8)`)).toHaveLength(pdf.size().pages + 1);
    expect(pdf.size().pages).toBeGreaterThan(1);
    expect((await see(paper(invoice(1)))).text()).not.toContain('红冲');
    expectTidy(pdf);
  });

  it('has 2,000 lines at most, each of them on it, with heads and numbers on every page', async () => {
    const pdf = await see(paper(invoice(2000)));
    const text = pdf.text();
    const { pages } = pdf.size();
    expect([...text.matchAll(/\*谷物\*大米 (\d+)/g)].map(([, number]) => Number(number))).toEqual(
      Array.from({ length: 2000 }, (_, index) => index + 1),
    );
    expect(text.match(/项目名称/g)).toHaveLength(pages);
    expect(text).toContain(`第 ${String(pages)} 页，共 ${String(pages)} 页`);
    expect(readFileSync(pdf.path).length).toBeLessThan(300_000);
  });

  it('carries the QR code of the field and a link to its verification, which a scanner reads', async () => {
    const pdf = await see(paper(invoice(1)));
    const [field, link] = [pdf.qrText('top left'), pdf.qrText('bottom right')];
    expect(parseFapiaoQr(field!)).toMatchObject({
      verdict: 'valid',
      kind: '32',
      number: NUMBER,
      amount: '109.00',
      date: '2026-03-16',
    });
    const url = new URL(link!);
    expect(url.href.split('#')[0]).toBe('https://lianpiao.example/verify');
    expect(Object.fromEntries(new URLSearchParams(url.hash.slice(1)))).toEqual({
      number: NUMBER,
      date: '2026-03-16',
      total: '109.00',
      leaf: Buffer.from(LEAF, 'hex').toString('base64url'),
    });
  });

  it('has the bundle inside, all its fonts, and no text of a caller in its metadata', async () => {
    const pdf = await see(paper(invoice(1, { buyer: { name: '<rdf:x>&' } })));
    expect(readFileSync(pdf.attachment(), 'utf8')).toBe('{"mediaType":"a bundle"}');
    expect(pdf.attachment()).toMatch(new RegExp(`${NUMBER}\\.lianpiao\\.json$`));
    expect(
      pdf
        .fonts()
        .split('\n')
        .slice(2)
        .filter((line) => line !== ''),
    ).toEqual([expect.stringMatching(/NotoSansSC-Regular\s+CID TrueType\s+Identity-H\s+yes yes yes/)]);
    expect(pdf.info()).toContain(`Title:           电子发票 ${NUMBER}`);
    expect(pdf.info()).toMatch(/CreationDate:\s+2026-03-15T16:30:00/);
    expect(readFileSync(pdf.path, 'latin1')).not.toContain('<rdf:x>');
  });

  it('marks a test invoice on every page', async () => {
    const pdf = await see(paper(invoice(60, {}, true)));
    const large = pdf.words().filter(({ text, top, bottom }) => text === '测' && bottom - top > 60);
    expect(large.map(({ page }) => page)).toEqual(Array.from({ length: pdf.size().pages }, (_, index) => index + 1));
    expect(large.length).toBeGreaterThan(1);
    expect(pdf.text()).toContain('测试发票，无效力');
  });

  it('leaves off what is withheld', async () => {
    const text = (
      await see(paper(invoice(1, { note: '机密备注', orderReference: 'SECRET-7' }), ['buyer', 'note', 'orderReference']))
    ).text();
    for (const secret of [BUYER.name, BUYER.taxId, '机密备注', 'SECRET-7']) expect(text).not.toContain(secret);
    expect(text.match(/（已隐去 withheld）/g)).toHaveLength(3);
  });

  it('keeps longest names, largest amounts and notes apart', async () => {
    const long = '很长的名称'.repeat(60);
    const pdf = await see(
      paper(
        invoice(3, {
          buyer: { name: long, taxId: BUYER.taxId, address: 'x'.repeat(300), bank: long, account: '6'.repeat(300), phone: '1'.repeat(50) },
          lines: [
            { name: long, specification: 'y'.repeat(300), unit: '计'.repeat(50), quantity: '1234567890123456.1234567890123', unitPrice: '999999999999999999.1234567890123', net: '999999999999999999.99', rate: '0.13', tax: '129999999999999999.99' },
          ],
          totals: { net: '9999999999999.99', tax: '1299999999999.99', gross: '9999999999999999.98' },
          note: 'note '.repeat(200),
        }),
      ),
    ); // prettier-ignore
    expectTidy(pdf);
    expect(pdf.text().replace(/\s/g, '')).toContain('玖仟玖佰玖拾玖万玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖圆玖角捌分');
  });

  it('holds its pages together whatever line ends a note and names have, and however many taxes there are', async () => {
    const ends = `a${'\n'.repeat(298)}b`;
    const rows = (make: (index: number) => object): object[] => Array.from({ length: 100 }, (_, index) => make(index));
    const chinese = invoice(1, { note: `${'n\n'.repeat(498)}last`, buyer: { name: ends }, orderReference: 'x\n'.repeat(50) });
    const european = issued(
      parseInvoiceRequest({
        ...EN16931_INVOICE,
        lines: [{ name: ends, net: '1.00', taxCategory: 'S', rate: '1' }],
        adjustments: rows(() => ({ charge: true, amount: '1.00', taxCategory: 'S', rate: '1', reason: ends })),
        taxBreakdown: rows((index) => ({ taxCategory: 'S', rate: String(index), base: '100000.00', tax: '1000.00' })),
      }),
      SELLER,
    );
    for (const of of [chinese, european]) expectTidy(await see(paper(of)));
  });

  it('shows a European invoice with its breakdown', async () => {
    const of = issued(parseInvoiceRequest(EN16931_INVOICE), { name: 'Shop GmbH', taxId: 'DE123456789', country: 'DE' });
    const pdf = await see(paper(of));
    expectTidy(pdf);
    expect(pdf.text()).toContain('Amount due (BT-115)');
    expect(pdf.qrText('top left')).toBeNull();
    expect(pdf.qrText('bottom right')).toContain(`number=${NUMBER}`);
  });

  it('is tidy whatever an invoice holds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(issuable('cn'), issuable('en16931')), async (request) => {
        const pdf = await see(paper(issued(request, SELLER)));
        const { width, height } = pdf.size();
        expect(
          pdf.words().filter(({ left, right, top, bottom }) => left < 20 || right > width - 20 || top < 5 || bottom > height),
        ).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });
});

describe('the signature of a PDF', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lianpiao-documents-key-'));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it("is not made with another key's certificate", async () => {
    const [one, other] = [join(folder, 'one'), join(folder, 'other')];
    for (const keys of [one, other]) await loadDocumentKey(keys, 'x', new Date());
    copyFileSync(join(other, 'documents.crt.pem'), join(one, 'documents.crt.pem'));
    await expect(loadDocumentKey(one, 'x', new Date())).rejects.toThrow('certifies another key');
  });

  it('covers the whole file, holds, and is the same each time', async () => {
    const of = paper(invoice(1));
    const sign = async (): Promise<Buffer> =>
      signPdf(await renderPdf(of), await loadDocumentKey(folder, '示例运营方', new Date()), new Date(SEALED_AT));
    const bytes = await sign();
    expect((await sign()).equals(bytes)).toBe(true);
    const pdf = new SeenPdf(bytes);
    seen.push(pdf);
    const report = pdf.signatures();
    expect(report).toContain('Signer Certificate Common Name: 示例运营方');
    expect(report).toContain('Signature Type: ETSI.CAdES.detached');
    expect(report).toContain('Total document signed');
    expect(report).toContain('Signature is Valid.');

    writeFileSync(pdf.path, Buffer.from(bytes.toString('latin1').replace('/Title', '/Titel'), 'latin1'));
    expect(pdf.signatures()).not.toContain('Signature is Valid.');
  });
});
