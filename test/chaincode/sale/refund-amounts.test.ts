import fc from 'fast-check';
import {
  checkRefund,
  composeCart,
  leftOfSale,
  refundLineOf,
  type InvoiceLine,
  type RefundLine,
  type RefundTotals,
} from '@lianpiao/chaincode/domain';

const { lines } = composeCart([
  { name: 'rice', quantity: '1', price: '109.00', taxCategory: 'standard', rate: '0.09', discount: '10.90' },
  { name: 'book', quantity: '1', price: '20.00', taxCategory: 'exempt' },
]);

describe('amounts of a refund', () => {
  it('are what is left of each line', () => {
    expect(leftOfSale(lines, [{ line: 1, net: '40.00', tax: '3.60' }])).toEqual([
      { net: '60.00', tax: '5.40', gross: '65.40' },
      { net: '-10.00', tax: '-0.90', gross: '-10.90' },
      { net: '20.00', tax: '0.00', gross: '20.00' },
    ]);
  });

  it('split what the customer gets back', () => {
    const [rice, discount, book] = leftOfSale(lines, []) as [RefundTotals, RefundTotals, RefundTotals];
    const [one, two, three] = lines as [InvoiceLine, InvoiceLine, InvoiceLine];
    expect(refundLineOf(1, one, rice, '54.50')).toEqual({ line: 1, net: '50.00', tax: '4.50' });
    expect(refundLineOf(2, two, discount, '-5.45')).toEqual({ line: 2, net: '-5.00', tax: '-0.45' });
    expect(refundLineOf(3, three, book, '7.00')).toEqual({ line: 3, net: '7.00' });
    for (const gross of ['109.01', '-1.00']) expect(() => refundLineOf(1, one, rice, gross)).toThrow('REFUND_TOO_LARGE');
    expect(() => refundLineOf(1, one, rice, 'x')).toThrow('MONEY_MALFORMED');
  });

  it('are taken by the check however often a part is given back, until nothing is left', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 2500 }), { maxLength: 8 }), (parts) => {
        const taken: RefundLine[] = [];
        const [first] = lines as [InvoiceLine];
        const refund = (gross: string): void => {
          const line = refundLineOf(1, first, leftOfSale(lines, taken)[0]!, gross);
          expect(checkRefund(lines, taken, [line]).totals.gross).toBe(gross);
          taken.push(line);
        };
        // The discount takes 10.90 of the 109.00: that much may not be given back alone.
        let most = 9810n;
        for (const part of parts) {
          if (BigInt(part) > most) continue;
          most -= BigInt(part);
          refund(`${String(Math.floor(part / 100))}.${String(part % 100).padStart(2, '0')}`);
        }
        const left = leftOfSale(lines, taken);
        const last = left.map((rest, index) => refundLineOf(index + 1, lines[index]!, rest, rest.gross));
        expect(checkRefund(lines, taken, last).whole).toBe(true);
      }),
    );
  });
});
