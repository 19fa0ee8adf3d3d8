import { checkCn } from '@lianpiao/chaincode/domain';
import { readEInvoice } from '../../../gateway/src/documents';
import { eInvoice } from '../../support/documents';

type Parts = Parameters<typeof eInvoice>[0];
const read = (parts?: Parts): ReturnType<typeof readEInvoice> => readEInvoice(new TextEncoder().encode(eInvoice(parts)));
const RED = {
  blue: 'N',
  net: '-100.00',
  tax: '-13.00',
  gross: '-113.00',
  capitals: '（负数）壹佰壹拾叁圆整',
  red:
    '<SpecificInformation><RedEInvoice><OriginalInvoiceCode>26440000000000000009</OriginalInvoiceCode>' +
    '<CreditNoteNumber>44030726031001000001</CreditNoteNumber></RedEInvoice></SpecificInformation>',
};

describe('reading the Chinese EInvoice', () => {
  it('carries what the model has', () => {
    const { request, documentNumber, seller, warnings, red } = read();
    expect({ documentNumber, seller, warnings, red }).toEqual({
      documentNumber: '26440000000000000017',
      seller: { name: '示例商店', taxId: '91350100M000100Y43', address: '示例路1号' },
      warnings: [],
      red: undefined,
    });
    expect(request).toEqual({
      profile: 'cn',
      kind: 'ordinary',
      orderReference: '26440000000000000017',
      soldAt: '2026-03-14T23:30:00.000Z',
      currency: 'CNY',
      seller: { name: '示例商店', taxId: '91350100M000100Y43' },
      buyer: { name: '个人' },
      lines: [
        {
          name: '*谷物*大米',
          classification: '1010101010000000000',
          unit: '袋',
          quantity: '1',
          unitPrice: '100.00',
          net: '100.00',
          taxCategory: 'standard',
          rate: '0.13',
          tax: '13.00',
        },
      ],
      totals: { net: '100.00', tax: '13.00', gross: '113.00' },
    });
    expect(() => {
      checkCn({ ...request, till: 'till-1' }, '2026-03-15');
    }).not.toThrow();
  });

  it.each([
    ['0.13', 'standard', '0.13'],
    ['0.130000', 'standard', '0.13'],
    ['13%', 'standard', '0.13'],
    ['13.00%', 'standard', '0.13'],
    ['9%', 'standard', '0.09'],
    ['0', 'standard', '0'],
    ['0%', 'standard', '0'],
    ['0.17', 'standard', '0.17'],
    ['3%', 'levy', '0.03'],
    ['1.5%', 'levy', '0.015'],
    ['0.0100', 'levy', '0.01'],
    ['0.050', 'levy', '0.05'],
    ['免税', 'exempt', undefined],
    ['不征税', 'untaxed', undefined],
  ])('reads the rate %s as %s %s', (rate, taxCategory, wanted) => {
    const line = read({ rate }).request.lines[0];
    expect([line?.taxCategory, line?.rate]).toEqual([taxCategory, wanted]);
  });

  it('reads *** as no tax', () => {
    const { request } = read({ rate: '免税', tax: '***', gross: '100.00', capitals: '壹佰圆整' });
    expect(request.lines[0]?.tax).toBeUndefined();
    expect(request.totals.tax).toBe('0.00');
    expect(() => {
      checkCn({ ...request, till: 'till-1' }, '2026-03-15');
    }).not.toThrow();
  });

  it('marks a red letter and keeps what it refers to', () => {
    expect(read(RED)).toMatchObject({
      red: true,
      originalNumber: '26440000000000000009',
      confirmationNumber: '44030726031001000001',
      warnings: [],
    });
  });

  it.each([
    ['a red letter with positive amounts', { ...RED, net: '100.00', tax: '13.00', gross: '113.00' }, 'AMOUNT_SIGN_WRONG'],
    ['a red letter over nothing', { ...RED, net: '0.00', tax: '0.00', gross: '0.00' }, 'AMOUNT_SIGN_WRONG'],
    ['a red letter without reference', { ...RED, red: '' }, 'FIELD_MISSING'],
    ['a number of 19 digits', { number: '2644000000000000001' }, 'NUMBER_MALFORMED'],
    ['a kind that is not known', { kind: '09' }, 'DOCUMENT_UNSUPPORTED'],
    ['a day that is none', { time: '2026-02-30 10:00:00' }, 'TIME_MALFORMED'],
    ['a rate that is a word', { rate: 'abc' }, 'RATE_UNKNOWN'],
    ['an amount that is a word', { gross: 'abc' }, 'MONEY_MALFORMED'],
  ])('refuses %s', (_what, parts, code) => {
    expect(() => read(parts)).toThrow(code);
  });

  it.each([
    ['TAXPAYER_ID_CHECK', { sellerId: '91350100M000100Y44' }],
    ['TAXPAYER_ID_MALFORMED', { sellerId: 'x' }],
    ['CAPITALS_DIFFER', { capitals: '壹佰壹拾贰圆整' }],
    ['NUMBERS_DIFFER', { supervised: '26440000000000000025' }],
  ])('warns with %s and reads on', (code, parts) => {
    expect(read(parts).warnings.map((warning) => warning.code)).toEqual([code]);
  });
});
