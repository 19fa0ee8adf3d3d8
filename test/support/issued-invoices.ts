import fc from 'fast-check';
import {
  canonicalJson,
  invoiceFields,
  parseInvoiceRequest,
  type InvoiceRequest,
  type JsonValue,
  type Party,
} from '@lianpiao/chaincode/domain';
import { issuedInvoiceOf, type IssuedInvoice } from '../../gateway/src/documents/issued-invoice';
import { goodRequest, type Json } from './invoice-requests';

export const NUMBER = '26440000000000000017';
export const ISSUED_AT = '2026-03-15T16:30:00.000Z';

/** The invoice as its record has it once a request was issued. */
export function issued(request: InvoiceRequest, seller: Party, more: { test?: boolean } = {}): IssuedInvoice {
  const fields = invoiceFields(request, canonicalJson(seller as unknown as JsonValue), {
    number: NUMBER,
    counter: 1,
    previous: 'ab'.repeat(32) as never,
    issuedAt: ISSUED_AT,
    rules: 'test',
    test: more.test ?? false,
  });
  return issuedInvoiceOf({ seed: '00'.repeat(32), fields });
}

type Line = Record<string, string>;
const CHINESE_RATES: Readonly<Record<string, readonly string[]>> = {
  standard: ['0.13', '0.09', '0.06', '0'],
  levy: ['0.03', '0.015', '0.005'],
};

/** Requests of one profile as the rules let them pass: with rates where they belong; sums need not hold. */
export function issuable(profile: 'cn' | 'en16931'): fc.Arbitrary<InvoiceRequest> {
  return goodRequest
    .filter((request) => ((request as Record<string, Json>)['profile'] ?? 'cn') === profile)
    .filter(hasNames)
    .map((request) => parseInvoiceRequest(profile === 'cn' ? chinese(request) : european(request)));
}

/** A name that is nothing but spaces is no name to a reader of XML. */
function hasNames(request: Json): boolean {
  const { lines, buyer } = request as { lines: Line[]; buyer?: Line };
  return [...lines, ...(buyer === undefined ? [] : [buyer])].every(({ name }) => name!.trim() !== '');
}

function chinese(request: Json): Json {
  const { adjustments: _a, taxBreakdown: _b, ...rest } = request as Record<string, Json>;
  const lines = (rest['lines'] as Line[]).map(
    ({ allowance: _c, charge: _d, baseQuantity: _e, rate: _f, tax, ...line }, index) => {
      const rates = CHINESE_RATES[line['taxCategory'] ?? 'standard'];
      return rates === undefined ? line : { ...line, rate: rates[index % rates.length]!, tax: tax ?? '0.00' };
    },
  );
  return { ...rest, lines };
}

/** Quantity and price come together and are not negative; a rate has two decimals at most. */
function european(request: Json): Json {
  const rest = request as Record<string, Json>;
  const lines = (rest['lines'] as Line[]).map(({ tax: _a, quantity, unitPrice, baseQuantity, ...line }) => ({
    ...withShortRate(line),
    ...(quantity === undefined || unitPrice === undefined
      ? {}
      : {
          quantity,
          unitPrice: unitPrice.replace('-', ''),
          ...(baseQuantity === undefined ? {} : { baseQuantity: baseQuantity.replace('-', '') }),
        }),
  }));
  const short = (key: string): Json => ((rest[key] ?? []) as Line[]).map(withShortRate);
  return { ...rest, lines, adjustments: short('adjustments'), taxBreakdown: short('taxBreakdown') };
}

function withShortRate<T extends Line>(part: T): T {
  return part['rate'] === undefined
    ? part
    : { ...part, rate: part['rate'].replace(/(\.\d\d)\d+$/, '$1').replace(/^-0(?:\.0+)?$/, '0') };
}

/** What XML does to every text: no spaces around it, nothing that XML does not have; empty texts are absent. */
export function asXmlReads<T>(value: T): T {
  if (typeof value === 'string') return value.replace(/[\ufffe\uffff]/g, '\ufffd').trim() as T;
  if (Array.isArray(value)) return value.map(asXmlReads) as T;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, member]) => [key, asXmlReads(member)] as const);
  return Object.fromEntries(entries.filter(([, member]) => member !== '' && member !== undefined)) as T;
}
