import { parseIdentifier } from '../encoding/identifier';
import { oneOf, optionalText, readArray, readObject, refuseUnknown, requiredText, type JsonObject } from '../encoding/reader';
import { parseTime } from '../encoding/time';
import { LedgerError } from '../errors';
import {
  PROFILES,
  type Corrects,
  type InvoiceLine,
  type InvoiceRequest,
  type InvoiceTotals,
  type Trade,
} from './invoice-request';
import { isContentDigest } from '../provenance/content-digest';
import { parseAdjustments, parseTaxBreakdown } from './parse-en16931-parts';
import { parseOriginal } from './parse-original';
import { parseParty } from './parse-party';
import { copyDecimal, requiredMoney } from './read-money';

/** Lines an invoice may have: the longest published example has a few hundred. */
export const MAX_LINES = 2000;
const MAX_NAME = 300;
const MAX_REFERENCE = 100;
const MAX_NOTE = 1000;

const REQUEST_KEYS: ReadonlySet<string> = new Set([
  'profile', 'kind', 'till', 'orderReference', 'number', 'soldAt', 'currency', 'seller', 'buyer', 'lines',
  'adjustments', 'taxBreakdown', 'totals', 'note', 'original', 'corrects', 'trade',
]); // prettier-ignore
const LINE_KEYS: ReadonlySet<string> = new Set([
  'name', 'classification', 'specification', 'unit', 'quantity', 'unitPrice', 'baseQuantity', 'allowance', 'charge', 'net',
  'taxCategory', 'rate', 'tax',
]); // prettier-ignore
const TOTAL_KEYS: ReadonlySet<string> = new Set([
  'net', 'tax', 'gross', 'lines', 'allowances', 'charges', 'prepaid', 'rounding', 'payable',
]); // prettier-ignore
const SELLER_KEYS: ReadonlySet<string> = new Set(['name', 'taxId']);
const TRADE_KEYS = ['delivery', 'order', 'payment'] as const;
const CORRECTS_KEYS: ReadonlySet<string> = new Set(['correction', 'invoice']);
const INVOICE_NUMBER = /^\d{20}$/;
const CURRENCY = /^[A-Z]{3}$/;
const CN_CATEGORIES = ['standard', 'levy', 'exempt', 'untaxed'] as const;
const EN_CATEGORIES = ['S', 'Z', 'E', 'AE', 'K', 'G', 'O', 'L', 'M', 'B'] as const;

/**
 * Reads the form of an invoice request: every field known, of its type and within its limits. What the amounts mean is
 * checked afterwards by the profile. The result has its members in the order of RFC 8785, so that JSON.stringify of any
 * part of it is already canonical.
 * @throws LedgerError with the JSON Pointer of the first wrong field.
 */
export function parseInvoiceRequest(value: unknown): InvoiceRequest {
  const object = readObject(value, '');
  refuseUnknown(object, REQUEST_KEYS, '');
  const profile = oneOf(object, 'profile', PROFILES, '', 'cn');
  const categories = profile === 'cn' ? CN_CATEGORIES : EN_CATEGORIES;
  const lines = readArray(object['lines'], 1, MAX_LINES, '/lines');
  return {
    ...(object['adjustments'] === undefined ? undefined : { adjustments: parseAdjustments(object['adjustments'], categories) }),
    ...(object['buyer'] === undefined ? undefined : { buyer: parseParty(object['buyer'], '/buyer') }),
    ...(object['corrects'] === undefined ? undefined : { corrects: parseCorrects(object['corrects']) }),
    currency: parseCurrency(object, profile),
    kind: oneOf(object, 'kind', ['ordinary', 'special'], '', 'ordinary'),
    lines: lines.map((line, index) => parseLine(line, `/lines/${String(index)}`, categories)),
    ...parseOptionalParts(object),
    orderReference: requiredText(object, 'orderReference', MAX_REFERENCE, ''),
    ...(object['original'] === undefined ? undefined : { original: parseOriginal(object['original']) }),
    profile,
    ...(object['seller'] === undefined ? undefined : { seller: parseSeller(object['seller']) }),
    ...(object['taxBreakdown'] === undefined
      ? undefined
      : { taxBreakdown: parseTaxBreakdown(object['taxBreakdown'], categories) }),
    till: parseIdentifier(object['till'], '/till'),
    totals: parseTotals(object['totals']),
    ...(object['trade'] === undefined ? undefined : { trade: parseTrade(object['trade']) }),
  };
}

function parseOptionalParts(object: JsonObject): Pick<InvoiceRequest, 'note' | 'number' | 'soldAt'> {
  const note = optionalText(object, 'note', MAX_NOTE, '');
  const { number, soldAt } = object;
  if (number !== undefined && (typeof number !== 'string' || !INVOICE_NUMBER.test(number))) {
    throw new LedgerError('NUMBER_MALFORMED', { path: '/number' });
  }
  if (soldAt !== undefined && parseTime(soldAt) === undefined) throw new LedgerError('TIME_MALFORMED', { path: '/soldAt' });
  return {
    ...(note === undefined ? undefined : { note }),
    ...(number === undefined ? undefined : { number }),
    ...(soldAt === undefined ? undefined : { soldAt: soldAt as string }),
  };
}

function parseCurrency(object: JsonObject, profile: string): string {
  const currency = object['currency'] === undefined ? 'CNY' : object['currency'];
  if (typeof currency !== 'string' || !CURRENCY.test(currency)) {
    throw new LedgerError('FIELD_INVALID', { path: '/currency', wanted: 'a code of ISO 4217' });
  }
  if (profile === 'cn' && currency !== 'CNY')
    throw new LedgerError('CURRENCY_INVALID', { path: '/currency', rule: 'cn.currency', wanted: 'CNY' });
  return currency;
}

function parseSeller(value: unknown): { name?: string; taxId?: string } {
  const object = readObject(value, '/seller');
  refuseUnknown(object, SELLER_KEYS, '/seller');
  const name = optionalText(object, 'name', MAX_NAME, '/seller');
  const taxId = optionalText(object, 'taxId', 50, '/seller');
  return { ...(name === undefined ? undefined : { name }), ...(taxId === undefined ? undefined : { taxId }) };
}

/** At least one digest; the members come in the order of RFC 8785. */
function parseTrade(value: unknown): Trade {
  const object = readObject(value, '/trade');
  refuseUnknown(object, new Set(TRADE_KEYS), '/trade');
  const given = TRADE_KEYS.filter((key) => object[key] !== undefined);
  const wrong = given.find((key) => !isContentDigest(object[key]));
  if (wrong !== undefined || given.length === 0)
    throw new LedgerError('FIELD_INVALID', { path: wrong === undefined ? '/trade' : `/trade/${wrong}`, wanted: 'sha256:…' });
  return Object.fromEntries(given.map((key) => [key, object[key]]));
}

function parseCorrects(value: unknown): Corrects {
  const object = readObject(value, '/corrects');
  refuseUnknown(object, CORRECTS_KEYS, '/corrects');
  const { invoice } = object;
  if (typeof invoice !== 'string' || !INVOICE_NUMBER.test(invoice))
    throw new LedgerError('NUMBER_MALFORMED', { path: '/corrects/invoice' });
  return { correction: parseIdentifier(object['correction'], '/corrects/correction'), invoice };
}

function parseLine(value: unknown, path: string, categories: readonly string[]): InvoiceLine {
  const object = readObject(value, path);
  refuseUnknown(object, LINE_KEYS, path);
  const line: Record<string, string> = {};
  copyDecimal(line, object, 'allowance', 2, path);
  copyDecimal(line, object, 'baseQuantity', 13, path);
  copyDecimal(line, object, 'charge', 2, path);
  copyText(line, object, 'classification', 50, path);
  line['name'] = requiredText(object, 'name', MAX_NAME, path);
  line['net'] = requiredMoney(object, 'net', path);
  copyDecimal(line, object, 'quantity', 13, path);
  copyDecimal(line, object, 'rate', 6, path);
  copyText(line, object, 'specification', MAX_NAME, path);
  copyDecimal(line, object, 'tax', 2, path);
  line['taxCategory'] = oneOf(object, 'taxCategory', categories, path, categories[0]);
  copyText(line, object, 'unit', 50, path);
  copyDecimal(line, object, 'unitPrice', 13, path);
  return line as unknown as InvoiceLine;
}

function copyText(target: Record<string, string>, object: JsonObject, key: string, most: number, path: string): void {
  const text = optionalText(object, key, most, path);
  if (text !== undefined) target[key] = text;
}

function parseTotals(value: unknown): InvoiceTotals {
  const object = readObject(value, '/totals');
  refuseUnknown(object, TOTAL_KEYS, '/totals');
  const totals: Record<string, string> = {};
  copyDecimal(totals, object, 'allowances', 2, '/totals');
  copyDecimal(totals, object, 'charges', 2, '/totals');
  totals['gross'] = requiredMoney(object, 'gross', '/totals');
  copyDecimal(totals, object, 'lines', 2, '/totals');
  totals['net'] = requiredMoney(object, 'net', '/totals');
  copyDecimal(totals, object, 'payable', 2, '/totals');
  copyDecimal(totals, object, 'prepaid', 2, '/totals');
  copyDecimal(totals, object, 'rounding', 2, '/totals');
  totals['tax'] = requiredMoney(object, 'tax', '/totals');
  return totals as unknown as InvoiceTotals;
}
