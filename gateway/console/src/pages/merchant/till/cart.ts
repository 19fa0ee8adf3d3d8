import { composeCart, type CartItem, type ComposedCart } from '@lianpiao/chaincode/domain';
import type { Goods } from './goods';

export interface CartRow {
  readonly goods: Goods;
  readonly quantity: string;
  /** Off this row, with tax; empty for nothing. */
  readonly discount: string;
}

export interface Cart {
  readonly rows: readonly CartRow[];
  /** Off everything, with tax; empty for nothing. */
  readonly discount: string;
  /** Which row the keys work on. */
  readonly at: number;
  /** The seller's name for this sale: the same in every attempt, so that no sale is recorded twice. */
  readonly orderReference: string;
}

export type CartAct =
  | { readonly kind: 'add'; readonly goods: Goods; readonly quantity: string }
  | { readonly kind: 'change'; readonly at: number; readonly row: Partial<Pick<CartRow, 'quantity' | 'discount'>> }
  | { readonly kind: 'step'; readonly by: 1 | -1; readonly at?: number }
  | { readonly kind: 'move'; readonly by: 1 | -1 }
  | { readonly kind: 'remove'; readonly at?: number }
  | { readonly kind: 'discount'; readonly discount: string }
  | { readonly kind: 'clear' };

export function emptyCart(): Cart {
  return { rows: [], discount: '', at: 0, orderReference: newReference() };
}

export function changeCart(cart: Cart, act: CartAct): Cart {
  switch (act.kind) {
    case 'add':
      return addGoods(cart, act.goods, act.quantity);
    case 'change':
      return { ...cart, at: act.at, rows: cart.rows.map((row, at) => (at === act.at ? { ...row, ...act.row } : row)) };
    case 'step':
      return stepQuantity(cart, act.at ?? cart.at, act.by);
    case 'move':
      return { ...cart, at: within(cart.at + act.by, cart.rows.length) };
    case 'remove':
      return removeRow(cart, act.at ?? cart.at);
    case 'discount':
      return { ...cart, discount: act.discount };
    case 'clear':
      return emptyCart();
  }
}

/** Lines and totals; undefined while something typed does not add up. */
export function composed({ rows, discount }: Cart): ComposedCart | undefined {
  const items = rows.map(({ goods, quantity, discount: off }): CartItem => {
    const { name, unit, price, taxCategory, rate } = goods;
    return {
      name,
      ...(unit === '' ? {} : { unit }),
      quantity,
      price,
      taxCategory,
      ...(rate === undefined ? {} : { rate }),
      ...(off === '' ? {} : { discount: off }),
    };
  });
  try {
    return composeCart(items, discount === '' ? '0' : discount);
  } catch {
    return undefined;
  }
}

/** Of each row its line, in the order of the rows: a discount has a line of its own, below zero. */
export function rowLines({ lines }: ComposedCart): ComposedCart['lines'] {
  return lines.filter(({ net }) => !net.startsWith('-'));
}

function addGoods(cart: Cart, goods: Goods, quantity: string): Cart {
  const known = cart.rows.findIndex((row) => row.goods.id === goods.id && row.discount === '');
  if (known >= 0 && quantity === '1') return stepQuantity(cart, known, 1);
  return { ...cart, rows: [...cart.rows, { goods, quantity, discount: '' }], at: cart.rows.length };
}

function stepQuantity(cart: Cart, at: number, by: 1 | -1): Cart {
  const rows = cart.rows.map((row, index) => {
    if (index !== at) return row;
    const [whole = '0', rest] = row.quantity.split('.');
    const next = Number(whole) + by;
    if (!Number.isSafeInteger(next) || next < 0 || (next === 0 && rest === undefined)) return row;
    return { ...row, quantity: rest === undefined ? String(next) : `${String(next)}.${rest}` };
  });
  return { ...cart, rows, at };
}

function removeRow(cart: Cart, at: number): Cart {
  const rows = cart.rows.filter((_, index) => index !== at);
  return rows.length === 0 ? emptyCart() : { ...cart, rows, at: within(cart.at, rows.length) };
}

function within(at: number, length: number): number {
  return Math.max(0, Math.min(at, length - 1));
}

/** Time to the second, so that people can read it, and enough randomness that no two tills meet. */
function newReference(): string {
  const time = new Date(Date.now() + 8 * 3_600_000)
    .toISOString()
    .replaceAll(/[^0-9]/g, '')
    .slice(0, 14);
  return `T${time}-${crypto.randomUUID().slice(0, 8)}`;
}
