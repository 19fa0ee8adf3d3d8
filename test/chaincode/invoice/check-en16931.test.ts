import { checkEn16931, findLineDeviations, LedgerError, type InvoiceRequest } from '@lianpiao/chaincode/domain';

const GOOD: InvoiceRequest = {
  profile: 'en16931',
  kind: 'ordinary',
  till: 'till-1',
  orderReference: 'R-1',
  currency: 'EUR',
  lines: [
    { name: 'wood', quantity: '3', unitPrice: '33.3333', net: '100.00', taxCategory: 'S', rate: '19' },
    { name: 'return', quantity: '-1', unitPrice: '20.00', net: '-20.00', taxCategory: 'S', rate: '19.00' },
    {
      name: 'books',
      quantity: '10',
      unitPrice: '50.00',
      baseQuantity: '10',
      allowance: '5.00',
      charge: '1',
      net: '46',
      taxCategory: 'Z',
      rate: '0',
    },
  ],
  adjustments: [
    { charge: false, amount: '10.00', taxCategory: 'S', rate: '19' },
    { charge: true, amount: '5.5', taxCategory: 'S', rate: '19' },
  ],
  taxBreakdown: [
    { taxCategory: 'S', rate: '19', base: '75.50', tax: '14.35' },
    { taxCategory: 'Z', rate: '0', base: '46.00', tax: '0.00' },
  ],
  totals: {
    lines: '126.00',
    allowances: '10.00',
    charges: '5.50',
    net: '121.50',
    tax: '14.35',
    gross: '135.85',
    prepaid: '35.00',
    rounding: '0.15',
    payable: '101.00',
  },
};

function refusal(request: InvoiceRequest): { code: string; rule: string | undefined; path: string | undefined } | undefined {
  try {
    checkEn16931(request);
    return undefined;
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    return { code: error.code, rule: error.detail.rule, path: error.detail.path };
  }
}

function withTotals(totals: Partial<InvoiceRequest['totals']>): InvoiceRequest {
  return { ...GOOD, totals: { ...GOOD.totals, ...totals } };
}

function withRow(row: Partial<NonNullable<InvoiceRequest['taxBreakdown']>[number]>, index = 0): InvoiceRequest {
  return { ...GOOD, taxBreakdown: (GOOD.taxBreakdown ?? []).map((old, at) => (at === index ? { ...old, ...row } : old)) };
}

describe('the arithmetic of EN 16931', () => {
  it('accepts lines, returns, allowances, charges, prepayment and rounding', () => {
    expect(refusal(GOOD)).toBeUndefined();
  });

  it.each([
    ['BR-CO-10', withTotals({ lines: '126.01' }), 'TOTALS_WRONG', '/totals/lines'],
    ['BR-CO-11', withTotals({ allowances: '9.99' }), 'TOTALS_WRONG', '/totals/allowances'],
    ['BR-CO-12', withTotals({ charges: '5.51' }), 'TOTALS_WRONG', '/totals/charges'],
    ['BR-CO-13', withTotals({ net: '121.51' }), 'TOTALS_WRONG', '/totals/net'],
    ['BR-CO-14', withTotals({ tax: '14.36' }), 'TOTALS_WRONG', '/totals/tax'],
    ['BR-CO-15', withTotals({ gross: '135.86' }), 'TOTALS_WRONG', '/totals/gross'],
    ['BR-CO-16', withTotals({ payable: '101.01' }), 'TOTALS_WRONG', '/totals/payable'],
    ['BR-CO-18', { ...GOOD, taxBreakdown: [] }, 'TAX_BREAKDOWN_WRONG', '/taxBreakdown'],
    ['BR-S-08', withRow({ base: '76.50' }), 'TAX_BREAKDOWN_WRONG', '/taxBreakdown/0/base'],
    ['BR-S-08', withRow({ rate: '7' }), 'TAX_BREAKDOWN_WRONG', '/taxBreakdown/0'],
    ['BR-Z-08', withRow({ base: '46.01' }, 1), 'TAX_BREAKDOWN_WRONG', '/taxBreakdown/1/base'],
    ['BR-DEC-18', withTotals({ payable: '101.001' }), 'MONEY_MALFORMED', '/totals/payable'],
    ['BR-DEC-19', withRow({ base: '75.500' }), 'MONEY_MALFORMED', '/taxBreakdown/0/base'],
    ['BR-CL-04', { ...GOOD, currency: 'euro' }, 'CURRENCY_INVALID', '/currency'],
    ['BR-CL-17', withRow({ taxCategory: 'X' }), 'FIELD_INVALID', '/taxBreakdown/0/taxCategory'],
  ])('refuses what breaks %s', (rule, request, code, path) => {
    expect(refusal(request)).toEqual({ code, rule, path });
  });

  it('wants the sum of the lines and the amount due', () => {
    const { lines: _lines, ...withoutLines } = GOOD.totals;
    const { payable: _payable, ...withoutPayable } = GOOD.totals;
    expect(refusal({ ...GOOD, totals: withoutLines })).toMatchObject({ code: 'FIELD_MISSING', rule: 'BR-12' });
    expect(refusal({ ...GOOD, totals: withoutPayable })).toMatchObject({ code: 'FIELD_MISSING', rule: 'BR-15' });
  });

  it.each([
    ['15.34', true],
    ['13.36', true],
    ['15.35', false],
    ['13.35', false],
    ['-14.35', false],
  ])('takes a tax of %s on 75.50 at 19 %: %s (BR-CO-17, less than one unit)', (tax, accepted) => {
    const gross = (121.5 + Number(tax)).toFixed(2);
    const payable = (Number(gross) - 34.85).toFixed(2);
    const request = { ...withRow({ tax }), totals: { ...GOOD.totals, tax, gross, payable } };
    expect(refusal(request)?.rule).toBe(accepted ? undefined : 'BR-CO-17');
  });

  it('refuses a tax on a category that has none', () => {
    const request = {
      ...withRow({ tax: '1.00' }, 1),
      totals: { ...GOOD.totals, tax: '15.35', gross: '136.85', payable: '102.00' },
    };
    expect(refusal(request)).toMatchObject({ code: 'TAX_BREAKDOWN_WRONG', rule: 'BR-Z-09' });
  });

  it('refuses lines that no row of the breakdown covers', () => {
    const request = { ...GOOD, taxBreakdown: GOOD.taxBreakdown?.slice(0, 1) ?? [] };
    expect(refusal(request)).toMatchObject({ code: 'TAX_BREAKDOWN_WRONG', rule: 'BR-Z-01' });
  });

  it('adds exactly where binary fractions would not', () => {
    const lines = Array.from({ length: 30 }, () => ({ name: 'x', net: '0.10', taxCategory: 'E' }));
    const totals = { lines: '3.00', net: '3.00', tax: '0.00', gross: '3.00', payable: '3.00' };
    const { adjustments: _none, ...rest } = GOOD;
    expect(refusal({ ...rest, lines, taxBreakdown: [{ taxCategory: 'E', base: '3.00', tax: '0.00' }], totals })).toBeUndefined();
  });
});

describe('line amounts', () => {
  const line = { name: 'x', taxCategory: 'S', rate: '19' };

  it.each([
    [{ ...line, quantity: '3', unitPrice: '33.3333', net: '100.00' }, 0],
    [{ ...line, quantity: '1', unitPrice: '10.00', net: '10.02' }, 0],
    [{ ...line, quantity: '1', unitPrice: '10.00', net: '10.03' }, 1],
    [{ ...line, quantity: '90', unitPrice: '1585', baseQuantity: '365', net: '390.82' }, 0],
    [{ ...line, quantity: '-2', unitPrice: '10.00', net: '-20.00' }, 0],
    [{ ...line, quantity: '2', unitPrice: '10.00', baseQuantity: '0', net: '20.00' }, 0],
    [{ ...line, quantity: '2', unitPrice: '10.00', allowance: '1.00', charge: '0.50', net: '19.50' }, 0],
    [{ ...line, net: '19.50' }, 0],
  ])('finds in %j %d deviations', (one, count) => {
    expect(findLineDeviations({ lines: [one] })).toHaveLength(count);
    expect(refusal(GOOD)).toBeUndefined();
  });
});
