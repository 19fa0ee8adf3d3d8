import { formatUnits, parseDecimal, unitsAt, type Decimal } from '@lianpiao/chaincode/domain';
import type { Payment } from './payment-file';

const SCALE = 2;

/** An invoice as the books see it. */
export interface BookedInvoice {
  readonly number: string;
  /** Day of issuing in China. */
  readonly day: string;
  readonly seller: string;
  /** Empty, like currency and gross, when the content was erased. */
  readonly orderReference: string;
  readonly currency: string;
  readonly gross: string;
  readonly test: boolean;
}

/** What a difference is: stable words. */
export const DIFFERENCE_KINDS = [
  'INVOICE_MISSING',
  'PAYMENT_MISSING',
  'PAYMENT_DOUBLED',
  'AMOUNT_DIFFERS',
  'CURRENCY_DIFFERS',
  'DAY_DIFFERS',
  'INVOICE_TEST',
  'INVOICE_ERASED',
] as const;

/** One thing that does not fit, with the line of the file and the invoice where there are such. */
export interface Difference {
  readonly kind: (typeof DIFFERENCE_KINDS)[number];
  readonly seller: string;
  readonly line?: number;
  readonly orderReference?: string;
  readonly paymentReference?: string;
  readonly paid?: string;
  readonly number?: string;
  readonly invoiced?: string;
  readonly currency?: string;
}

/** Sums of a currency; exact decimal texts. Test invoices are not in them. */
export interface CurrencySum {
  readonly currency: string;
  readonly payments: number;
  readonly paid: string;
  readonly invoices: number;
  readonly invoiced: string;
  /** Paid less invoiced. */
  readonly difference: string;
}

export interface Comparison {
  readonly differences: readonly Difference[];
  readonly sums: readonly CurrencySum[];
}

/**
 * Compares payments with invoices.
 * @param ofDays the sellers' invoices of the file's days.
 * @param elsewhere finds the invoice of an order reference on another day.
 */
export function comparePayments(
  payments: readonly Payment[],
  ofDays: readonly BookedInvoice[],
  elsewhere: (seller: string, orderReference: string) => BookedInvoice | undefined,
): Comparison {
  const invoices = new Map(ofDays.filter(({ gross }) => gross !== '').map((invoice) => [keyOf(invoice), invoice]));
  const seen = new Map<string, Payment>();
  const paymentNames = new Set<string>();
  const differences = payments.flatMap((payment): Difference[] => {
    const key = keyOf(payment);
    const name = payment.paymentReference === undefined ? undefined : `${payment.seller}\n${payment.paymentReference}`;
    const isDoubled = seen.has(key) || (name !== undefined && paymentNames.has(name));
    seen.set(key, seen.get(key) ?? payment);
    if (name !== undefined) paymentNames.add(name);
    if (isDoubled) return [{ kind: 'PAYMENT_DOUBLED', ...paymentSide(payment) }];
    return comparePayment(payment, invoices.get(key) ?? elsewhere(payment.seller, payment.orderReference));
  });
  const unpaid = ofDays.flatMap((invoice) => compareUnpaid(invoice, seen));
  return { differences: [...differences, ...unpaid], sums: sumUp(payments, ofDays) };
}

function comparePayment(payment: Payment, invoice: BookedInvoice | undefined): Difference[] {
  const side = paymentSide(payment);
  if (invoice === undefined) return [{ kind: 'INVOICE_MISSING', ...side }];
  const both = { ...side, number: invoice.number, invoiced: invoice.gross };
  if (invoice.test) return [{ kind: 'INVOICE_TEST', ...both }];
  if (invoice.gross === '') return [{ kind: 'INVOICE_ERASED', ...side, number: invoice.number }];
  if (invoice.currency !== payment.currency) return [{ kind: 'CURRENCY_DIFFERS', ...both }];
  const found: Difference[] = [];
  if (unitsOf(invoice.gross) !== unitsAt(payment.amount, SCALE)) found.push({ kind: 'AMOUNT_DIFFERS', ...both });
  if (invoice.day !== payment.date) found.push({ kind: 'DAY_DIFFERS', ...both });
  return found;
}

function compareUnpaid(invoice: BookedInvoice, seen: ReadonlyMap<string, Payment>): Difference[] {
  const { number, seller, currency, gross, orderReference, test } = invoice;
  if (test || (gross !== '' && seen.has(keyOf(invoice)))) return [];
  if (gross === '') return [{ kind: 'INVOICE_ERASED', seller, number }];
  return [{ kind: 'PAYMENT_MISSING', seller, orderReference, number, invoiced: gross, currency }];
}

function sumUp(payments: readonly Payment[], invoices: readonly BookedInvoice[]): CurrencySum[] {
  const sums = new Map<string, { payments: number; paid: bigint; invoices: number; invoiced: bigint }>();
  const of = (currency: string): { payments: number; paid: bigint; invoices: number; invoiced: bigint } => {
    const sum = sums.get(currency) ?? { payments: 0, paid: 0n, invoices: 0, invoiced: 0n };
    sums.set(currency, sum);
    return sum;
  };
  for (const { currency, amount } of payments) {
    const sum = of(currency);
    sum.payments += 1;
    sum.paid += unitsAt(amount, SCALE);
  }
  for (const { currency, gross, test } of invoices) {
    if (test || gross === '') continue;
    const sum = of(currency);
    sum.invoices += 1;
    sum.invoiced += unitsOf(gross);
  }
  const text = (units: bigint): string => formatUnits(units, SCALE);
  return [...sums]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([currency, sum]) => ({
      currency,
      payments: sum.payments,
      paid: text(sum.paid),
      invoices: sum.invoices,
      invoiced: text(sum.invoiced),
      difference: text(sum.paid - sum.invoiced),
    }));
}

function paymentSide(payment: Payment): Omit<Difference, 'kind'> {
  const { line, seller, orderReference, currency, amount, paymentReference } = payment;
  const side = { line, seller, orderReference, currency, paid: formatUnits(unitsAt(amount, SCALE), SCALE) };
  return paymentReference === undefined ? side : { ...side, paymentReference };
}

function keyOf({ seller, orderReference }: { readonly seller: string; readonly orderReference: string }): string {
  return `${seller}\n${orderReference}`;
}

/** An amount that the ledger accepted, in the smallest unit. */
function unitsOf(text: string): bigint {
  return unitsAt(parseDecimal(text, SCALE) as Decimal, SCALE);
}
