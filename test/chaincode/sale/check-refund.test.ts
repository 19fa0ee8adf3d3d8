import fc from 'fast-check';
import { checkRefund, type InvoiceLine, type RefundLine } from '@lianpiao/chaincode/domain';

const sold: InvoiceLine[] = [
  { name: 'a', net: '100.00', rate: '0.09', tax: '9.00', taxCategory: 'standard' },
  { name: 'a, discount', net: '-10.00', rate: '0.09', tax: '-0.90', taxCategory: 'standard' },
  { name: 'b', net: '20.00', taxCategory: 'exempt' },
];
const everything: RefundLine[] = [
  { line: 1, net: '100.00', tax: '9.00' },
  { line: 2, net: '-10.00', tax: '-0.90' },
  { line: 3, net: '20.00' },
];

describe('a refund', () => {
  it('gives back everything, or a part of a line', () => {
    expect(checkRefund(sold, [], everything)).toEqual({ totals: { net: '110.00', tax: '8.10', gross: '118.10' }, whole: true });
    expect(checkRefund(sold, [], [{ line: 1, net: '50.00', tax: '4.50' }])).toEqual({
      totals: { net: '50.00', tax: '4.50', gross: '54.50' },
      whole: false,
    });
  });

  it('counts what was given back before', () => {
    const half = [{ line: 1, net: '50.00', tax: '4.50' }];
    expect(checkRefund(sold, half, half)).toMatchObject({ whole: false });
    expect(() => checkRefund(sold, [...half, ...half], [{ line: 1, net: '0.01', tax: '0.00' }])).toThrow('REFUND_TOO_LARGE');
    const rest: RefundLine[] = [{ line: 1, net: '50.00', tax: '4.50' }, everything[1]!, everything[2]!];
    expect(checkRefund(sold, half, rest)).toMatchObject({ whole: true });
  });

  it.each<[string, string, RefundLine[]]>([
    ['more than the line', 'REFUND_TOO_LARGE', [{ line: 1, net: '100.01', tax: '9.00' }]],
    ['less than nothing', 'REFUND_TOO_LARGE', [{ line: 1, net: '-1.00', tax: '-0.09' }]],
    ['a discount with the wrong sign', 'REFUND_TOO_LARGE', [{ line: 2, net: '1.00', tax: '0.09' }]],
    ['a discount alone, which gives nothing back', 'REFUND_TOO_LARGE', [{ line: 2, net: '-1.00', tax: '-0.09' }]],
    ['the goods without their discount', 'REFUND_TOO_LARGE', [everything[0]!, everything[2]!]],
    ['nothing', 'REFUND_TOO_LARGE', [{ line: 1, net: '0.00', tax: '0.00' }]],
    ['a line twice', 'REFUND_LINE_UNKNOWN', [everything[2]!, everything[2]!]],
    ['a line that is not there', 'REFUND_LINE_UNKNOWN', [{ line: 4, net: '1.00' }]],
    ['tax that the rate does not make', 'LINE_TAX_WRONG', [{ line: 1, net: '50.00', tax: '4.53' }]],
    ['tax of an exempt line', 'REFUND_TOO_LARGE', [{ line: 3, net: '1.00', tax: '0.01' }]],
    ['no amount', 'MONEY_MALFORMED', [{ line: 1, net: '1e2', tax: '9.00' }]],
  ])('is refused: %s (%s)', (_name, code, lines) => {
    expect(() => checkRefund(sold, [], lines)).toThrow(code);
  });

  it('never adds up to more than the sale, however it is cut', () => {
    const cut = fc.array(fc.record({ line: fc.constantFrom(1, 3), fen: fc.bigInt(1n, 12_000n) }), { maxLength: 12 });
    fc.assert(
      fc.property(cut, (cuts) => {
        const taken: RefundLine[] = [];
        let net = 0n;
        for (const { line, fen } of cuts) {
          const amount = `${String(fen / 100n)}.${String(fen % 100n).padStart(2, '0')}`;
          // Rounded down, so that the parts of the tax never pass the whole.
          const tax = (fen * 9n) / 100n;
          const refund =
            line === 1
              ? { line, net: amount, tax: `${String(tax / 100n)}.${String(tax % 100n).padStart(2, '0')}` }
              : { line, net: amount };
          try {
            checkRefund(sold, taken, [refund]);
            taken.push(refund);
            net += fen;
          } catch (error) {
            expect(String(error)).toContain('REFUND_TOO_LARGE');
          }
        }
        expect(net <= 12_000n).toBe(true);
        const gross = taken.reduce((sum, { net: one, tax = '0' }) => sum + Number(one) + Number(tax), 0);
        expect(gross).toBeLessThanOrEqual(118.1 + 1e-9);
      }),
    );
  });
});
