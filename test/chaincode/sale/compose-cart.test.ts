import fc from 'fast-check';
import { checkCn, composeCart, parseInvoiceRequest, type CartItem } from '@lianpiao/chaincode/domain';

const rice: CartItem = { name: '*谷物*大米', unit: '袋', quantity: '2', price: '54.50', taxCategory: 'standard', rate: '0.09' };
const book: CartItem = { name: '*图书*小说', quantity: '1', price: '20.00', taxCategory: 'exempt' };

/** What the ledger's rules say of it. */
function check(cart: ReturnType<typeof composeCart>): void {
  checkCn(parseInvoiceRequest({ till: 'a-till', orderReference: 'x', ...cart }), '2026-11-22');
}

describe('a cart', () => {
  it('becomes lines without tax, and the customer pays the price on the shelf', () => {
    const cart = composeCart([rice, book]);
    expect(cart.lines).toEqual([
      {
        name: '*谷物*大米',
        unit: '袋',
        quantity: '2',
        unitPrice: '50.00',
        net: '100.00',
        taxCategory: 'standard',
        rate: '0.09',
        tax: '9.00',
      },
      { name: '*图书*小说', quantity: '1', unitPrice: '20.00', net: '20.00', taxCategory: 'exempt' },
    ]);
    expect(cart.totals).toEqual({ net: '120.00', tax: '9.00', gross: '129.00' });
    check(cart);
  });

  it('writes a discount as a line of its own behind its goods', () => {
    const cart = composeCart([{ ...rice, discount: '10.90' }, book]);
    expect(cart.lines[1]).toEqual({
      name: '*谷物*大米',
      unit: '袋',
      net: '-10.00',
      taxCategory: 'standard',
      rate: '0.09',
      tax: '-0.90',
    });
    expect(cart.totals.gross).toBe('118.10');
    check(cart);
  });

  it('shares a discount off the whole cart out, to the fen', () => {
    const cart = composeCart([rice, rice, book], '0.01');
    expect(cart.totals.gross).toBe('237.99');
    check(cart);
    expect(composeCart([rice, book], '129.00').totals).toEqual({ net: '0.00', tax: '0.00', gross: '0.00' });
  });

  it.each<[string, string, CartItem]>([
    ['no quantity', 'FIELD_INVALID', { ...rice, quantity: '0' }],
    ['a negative price', 'FIELD_INVALID', { ...rice, price: '-1' }],
    ['a price that is no number', 'MONEY_MALFORMED', { ...rice, price: '1e2' }],
    ['more off than it costs', 'FIELD_INVALID', { ...rice, discount: '109.01' }],
    ['no rate', 'FIELD_MISSING', { name: 'x', quantity: '1', price: '1', taxCategory: 'standard' }],
  ])('is refused: %s', (_name, code, item) => {
    expect(() => composeCart([item])).toThrow(code);
  });

  it('refuses more off than the cart costs', () => {
    expect(() => composeCart([rice], '109.01')).toThrow('FIELD_INVALID');
  });

  it("always holds by the ledger's rules, and adds up to what is paid", () => {
    const decimal = (most: number, scale: number): fc.Arbitrary<string> =>
      fc.integer({ min: 1, max: most }).map((units) => {
        const digits = String(units).padStart(scale + 1, '0');
        return `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
      });
    const item = fc.record({
      name: fc.constant('x'),
      quantity: decimal(1_000_000, 3),
      price: decimal(1_000_000, 2),
      tax: fc.constantFrom<Pick<CartItem, 'taxCategory' | 'rate'>>(
        { taxCategory: 'standard', rate: '0.13' },
        { taxCategory: 'standard', rate: '0.09' },
        { taxCategory: 'standard', rate: '0.06' },
        { taxCategory: 'levy', rate: '0.03' },
        { taxCategory: 'exempt' },
      ),
    });
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 6 }), fc.nat(100), (items, percent) => {
        const cart = items.map(({ tax, ...rest }): CartItem => ({ ...rest, ...tax }));
        const full = composeCart(cart);
        check(full);
        const fen = BigInt(full.totals.gross.replace('.', ''));
        const off = (fen * BigInt(percent)) / 100n;
        const text = `${String(off / 100n)}.${String(off % 100n).padStart(2, '0')}`;
        const reduced = composeCart(cart, text);
        check(reduced);
        expect(BigInt(reduced.totals.gross.replace('.', ''))).toBe(fen - off);
      }),
    );
  });
});
