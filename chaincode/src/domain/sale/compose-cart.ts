import { formatUnits, parseDecimal, unitsAt, type Decimal } from '../encoding/decimal';
import { LedgerError } from '../errors';
import type { DecimalText, InvoiceLine, InvoiceTotals } from '../invoice/invoice-request';

/** Goods in a cart, at the price on the shelf: tax included. */
export interface CartItem {
  readonly name: string;
  readonly classification?: string;
  readonly specification?: string;
  readonly unit?: string;
  /** Above zero, up to 13 decimals. */
  readonly quantity: DecimalText;
  /** Of one, tax included, up to 13 decimals. */
  readonly price: DecimalText;
  readonly taxCategory: 'standard' | 'levy' | 'exempt' | 'untaxed';
  /** A fraction such as "0.13"; absent for exempt and untaxed goods. */
  readonly rate?: DecimalText;
  /** Off these goods, tax included, at most what they cost. */
  readonly discount?: DecimalText;
}

export interface ComposedCart {
  readonly lines: readonly InvoiceLine[];
  readonly totals: InvoiceTotals;
}

const MONEY_SCALE = 2;
const PRICE_SCALE = 13;
const RATE_SCALE = 6;
const ONE = 10n ** BigInt(RATE_SCALE);

interface Amount {
  readonly net: bigint;
  readonly tax: bigint;
}

/**
 * The lines and totals of a cart in profile cn. What the customer pays is exact to the fen: a line's gross is quantity × price,
 * its net gross ÷ (1 + rate), both rounded half up, and the tax is the rest. A discount is a line of its own behind its goods.
 * @param discount off the whole cart, tax included; shared out by what the lines cost.
 * @throws LedgerError FIELD_INVALID, MONEY_MALFORMED with the JSON Pointer of the item.
 */
export function composeCart(items: readonly CartItem[], discount: DecimalText = '0'): ComposedCart {
  const grosses = items.map((item, index) => grossOf(item, `/items/${String(index)}`));
  const own = items.map((item, index) => discountOf(item, grosses[index] as bigint, `/items/${String(index)}/discount`));
  const left = grosses.map((gross, index) => gross - (own[index] as bigint));
  const shared = share(money(discount, '/discount'), left);
  const lines: InvoiceLine[] = [];
  const sum = { net: 0n, tax: 0n };
  items.forEach((item, index) => {
    const rate = rateOf(item, `/items/${String(index)}/rate`);
    const goods = split(grosses[index] as bigint, rate);
    const off = split((own[index] as bigint) + (shared[index] as bigint), rate);
    lines.push({ ...lineOf(item, goods), quantity: item.quantity, unitPrice: unitPrice(goods.net, item.quantity) });
    if (off.net + off.tax > 0n) lines.push(lineOf(item, { net: -off.net, tax: -off.tax }));
    sum.net += goods.net - off.net;
    sum.tax += goods.tax - off.tax;
  });
  return { lines, totals: { net: text(sum.net), tax: text(sum.tax), gross: text(sum.net + sum.tax) } };
}

/** A part of an amount for each weight, none more than its weight, adding up exactly. */
function share(amount: bigint, weights: readonly bigint[]): bigint[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0n);
  if (amount < 0n || amount > whole)
    throw new LedgerError('FIELD_INVALID', { path: '/discount', wanted: 'at most what the cart costs' });
  // What is shared out so far, rounded: each part is the step to the next, so that the last one ends at the amount.
  let [seen, given] = [0n, 0n];
  return weights.map((weight) => {
    seen += weight;
    const due = whole === 0n ? 0n : (amount * seen) / whole;
    const part = due - given;
    given = due;
    return part;
  });
}

function lineOf(item: CartItem, { net, tax }: Amount): InvoiceLine {
  const { name, classification, specification, unit, taxCategory, rate } = item;
  return {
    name,
    ...(classification === undefined ? undefined : { classification }),
    ...(specification === undefined ? undefined : { specification }),
    ...(unit === undefined ? undefined : { unit }),
    net: text(net),
    taxCategory,
    ...(rate === undefined ? undefined : { rate, tax: text(tax) }),
  };
}

function grossOf({ quantity, price }: CartItem, path: string): bigint {
  const [count, each] = [positive(quantity, `${path}/quantity`), positive(price, `${path}/price`)];
  return divide(count * each, 10n ** BigInt(2 * PRICE_SCALE - MONEY_SCALE));
}

function discountOf({ discount = '0' }: CartItem, gross: bigint, path: string): bigint {
  const off = money(discount, path);
  if (off < 0n || off > gross) throw new LedgerError('FIELD_INVALID', { path, wanted: 'at most what the goods cost' });
  return off;
}

/** Net and tax of an amount in fen that includes tax at a rate. @throws LedgerError MONEY_MALFORMED for a rate that is none. */
export function splitGross(gross: bigint, rate: DecimalText): { readonly net: bigint; readonly tax: bigint } {
  return split(gross, units(parseDecimal(rate, RATE_SCALE), RATE_SCALE, '/rate'));
}

function split(gross: bigint, rate: bigint): Amount {
  const net = divide(gross * ONE, ONE + rate);
  return { net, tax: gross - net };
}

/** The price without tax: exact enough that quantity × price gives the net again. */
function unitPrice(net: bigint, quantity: DecimalText): DecimalText {
  const scaled = net * 10n ** BigInt(2 * PRICE_SCALE - MONEY_SCALE);
  const full = formatUnits(divide(scaled, positive(quantity, '/quantity')), PRICE_SCALE);
  return full.replace(/0+$/, '').replace(/\.$/, '.00');
}

function rateOf({ taxCategory, rate }: CartItem, path: string): bigint {
  if (rate === undefined) {
    if (taxCategory === 'exempt' || taxCategory === 'untaxed') return 0n;
    throw new LedgerError('FIELD_MISSING', { path });
  }
  return units(parseDecimal(rate, RATE_SCALE), RATE_SCALE, path);
}

function positive(value: DecimalText, path: string): bigint {
  const read = units(parseDecimal(value, PRICE_SCALE), PRICE_SCALE, path);
  if (read <= 0n) throw new LedgerError('FIELD_INVALID', { path, wanted: 'more than zero' });
  return read;
}

function money(value: DecimalText, path: string): bigint {
  return units(parseDecimal(value, MONEY_SCALE), MONEY_SCALE, path);
}

function units(decimal: Decimal | undefined, scale: number, path: string): bigint {
  if (decimal === undefined) throw new LedgerError('MONEY_MALFORMED', { path });
  return unitsAt(decimal, scale);
}

/** Rounded half up; nothing here is negative. */
function divide(dividend: bigint, divisor: bigint): bigint {
  return (2n * dividend + divisor) / (2n * divisor);
}

function text(fen: bigint): DecimalText {
  return formatUnits(fen, MONEY_SCALE);
}
