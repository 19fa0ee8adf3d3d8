import { createHash } from 'node:crypto';
import { checkEn16931 } from '@lianpiao/chaincode/domain';
import { readUbl } from '../../../gateway/src/documents';
import { ublInvoice } from '../../support/documents';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string): ReturnType<typeof readUbl> => readUbl(bytes(text));

describe('reading UBL', () => {
  it('carries what the model has', () => {
    const text = ublInvoice();
    const { request, ...rest } = read(text);
    expect(rest).toEqual({
      documentNumber: '20260300000000000001',
      seller: { name: 'Shop & Co GmbH', taxId: 'DE123456789', address: 'Weg 1, 89073 Ulm', country: 'DE' },
      warnings: [],
      originalDigest: createHash('sha256').update(text).digest('hex'),
    });
    expect(request).toEqual({
      profile: 'en16931',
      kind: 'ordinary',
      orderReference: '20260300000000000001',
      soldAt: '2026-03-15T00:00:00Z',
      currency: 'EUR',
      seller: { name: 'Shop & Co GmbH', taxId: 'DE123456789' },
      buyer: { name: 'Buyer AG' },
      lines: [{ name: 'Wood', unit: 'EA', quantity: '2.000', unitPrice: '50.00', net: '100.00', taxCategory: 'S', rate: '19' }],
      adjustments: [{ charge: true, amount: '10.00', taxCategory: 'S', rate: '19.00', reason: 'Freight' }],
      taxBreakdown: [{ taxCategory: 'S', rate: '19', base: '110', tax: '20.90' }],
      totals: { lines: '100.00', charges: '10', net: '110', tax: '20.9', gross: '130.90', prepaid: '0.00', payable: '130.90' },
    });
    expect(() => {
      checkEn16931({ ...request, till: 'till-1' });
    }).not.toThrow();
  });

  it('reads the same under other prefixes', () => {
    expect(read(ublInvoice({ prefix: 'q' })).request).toEqual(read(ublInvoice()).request);
  });

  it('does not see elements of foreign namespaces', () => {
    const extra = '<f:ID xmlns:f="urn:foreign">evil</f:ID><f:InvoiceTypeCode xmlns:f="urn:foreign">381</f:InvoiceTypeCode>';
    expect(read(ublInvoice({ extra })).request).toEqual(read(ublInvoice()).request);
  });

  it('sums the allowances and charges of a line', () => {
    const part = (indicator: string, amount: string): string =>
      `<cac:AllowanceCharge><cbc:ChargeIndicator>${indicator}</cbc:ChargeIndicator><cbc:Amount>${amount}</cbc:Amount></cac:AllowanceCharge>`;
    const line = part('true', '0.1') + part('1', '0.20') + part('false', '5') + part('0', '-0.5');
    expect(read(ublInvoice({ line })).request.lines[0]).toMatchObject({ charge: '0.30', allowance: '4.5' });
  });

  it.each(['381', '396', '83', '999'])('refuses type code %s', (type) => {
    expect(() => read(ublInvoice({ type }))).toThrow('DOCUMENT_UNSUPPORTED');
  });

  it.each(['380', '384', '389', '326', '875', '876', '877', '386'])('takes type code %s', (type) => {
    expect(read(ublInvoice({ type })).documentNumber).toBe('20260300000000000001');
  });

  it('reads a credit note, and which invoice it takes back', () => {
    const blue =
      '<cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>INV-7</cbc:ID></cac:InvoiceDocumentReference></cac:BillingReference>';
    const found = read(ublInvoice({ root: 'CreditNote', type: '381', extra: blue }));
    expect(found).toMatchObject({ red: true, originalNumber: 'INV-7', request: { totals: { gross: '130.90' } } });
    expect(found.request.lines).toHaveLength(1);
  });

  it.each(['380', '384', '999'])('refuses type code %s of a credit note', (type) => {
    expect(() => read(ublInvoice({ root: 'CreditNote', type }))).toThrow('DOCUMENT_UNSUPPORTED');
  });

  it.each([
    ['no number', /<cbc:ID>2026\d+<\/cbc:ID>/, '', 'FIELD_MISSING'],
    ['no currency', /<cbc:DocumentCurrencyCode>EUR<\/cbc:DocumentCurrencyCode>/, '', 'FIELD_MISSING'],
    [
      'no line amount',
      /<cbc:LineExtensionAmount currencyID="EUR">100.00</,
      '<cbc:LineExtensionAmount currencyID="EUR"><',
      'FIELD_MISSING',
    ],
    ['a date that is none', '2026-03-15', '2026-02-30', 'TIME_MALFORMED'],
    ['an amount with an exponent', '130.900', '1.3e2', 'MONEY_MALFORMED'],
    ['an amount with a comma', '130.900', '130,90', 'MONEY_MALFORMED'],
    ['an amount without digits', '130.900', '.', 'MONEY_MALFORMED'],
    ['no tax in the currency of the invoice', /currencyID="EUR">20.9</, 'currencyID="USD">20.9<', 'CURRENCY_INVALID'],
    ['a truncated file', /<\/x:Invoice>/, '', 'DOCUMENT_MALFORMED'],
    ['an indicator that is neither', '>true<', '>yes<', 'FIELD_INVALID'],
  ])('refuses %s', (_what, from, to, code) => {
    expect(() => read(ublInvoice().replace(from, to))).toThrow(code);
  });

  it('warns of a line that is not quantity times price, of other currencies and of sub-lines', () => {
    const warned = ublInvoice({ line: '<cac:SubInvoiceLine/>' })
      .replace('>50.00<', '>51.00<')
      .replace('<cbc:PriceAmount', '<cbc:PriceAmount')
      .replace('currencyID="EUR">100.00', 'currencyID="SEK">100.00');
    expect(read(warned).warnings.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'PART_NOT_CARRIED /lines/0',
      'CURRENCIES_DIFFER /lines/0',
      'LINE_AMOUNT_DIFFERS /lines/0/net',
    ]);
  });

  it('shortens a long description with a warning', () => {
    const { request, warnings } = read(ublInvoice({ extra: `<cbc:Note>${'😀'.repeat(501)}</cbc:Note>` }));
    expect(request.note).toBe('😀'.repeat(500));
    expect(warnings).toMatchObject([{ code: 'TEXT_SHORTENED', path: '/note' }]);
  });
});
