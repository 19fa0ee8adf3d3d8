import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkEn16931, parseDecimal, unitsAt } from '@lianpiao/chaincode/domain';
import { readDocument, readUbl, type ImportedInvoice } from '../../gateway/src/documents';
import { ublInvoice } from '../support/documents';
import { countVectors, vectorFolder } from '../support/vectors';

interface ExpectedParty {
  readonly name: string;
  readonly vatId: string | null;
  readonly country: string | null;
}
interface Expected {
  readonly syntax: string;
  readonly number: string;
  readonly issueDate: string;
  readonly currency: string;
  readonly seller: ExpectedParty;
  readonly buyer: ExpectedParty;
  readonly lineCount: number;
  readonly totals: Readonly<Record<string, string | null>>;
  readonly taxTotal: string;
  readonly vatBreakdown: readonly { category: string; rate: string | null; base: string; tax: string }[];
  readonly 'en16931_1.3.16': { readonly fatal: readonly string[] };
  readonly 'peppol_3.0.19': { readonly fatal: readonly string[] };
}

const folder = vectorFolder('invoices-ubl');
const ALL: readonly (readonly [string, Expected])[] = folder === undefined ? [] : readExpected(folder);
const INVOICES = ALL.filter(([, { syntax }]) => syntax === 'ubl-invoice');
const CREDIT_NOTES = ALL.filter(([, { syntax }]) => syntax === 'ubl-creditnote');
/** Rules that are arithmetic; all others are about form and codes. */
const ARITHMETIC = /^BR-(?:CO-1[0-8]|[A-Z]{1,2}-(?:01|08|09)|DEC-\d\d)$/;

function readExpected(from: string): readonly (readonly [string, Expected])[] {
  return Object.entries(JSON.parse(readFileSync(join(from, 'expected.json'), 'utf8')) as Record<string, Expected>);
}

function read(name: string): ImportedInvoice {
  return readUbl(new Uint8Array(readFileSync(join(folder ?? '', name))));
}

/** The value of a decimal text, so that "8186" and "8186.00" are equal; null for none. */
function value(text: string | null | undefined): string | null {
  if (text === null || text === undefined) return null;
  const decimal = parseDecimal(text, 13);
  if (decimal === undefined) throw new Error(`no decimal: ${text}`);
  return unitsAt(decimal, 13).toString();
}

function values(record: Readonly<Record<string, string | null | undefined>>): Record<string, string | null> {
  return Object.fromEntries(Object.entries(record).map(([key, text]) => [key, value(text)]));
}

describe('UBL vectors', () => {
  afterAll(() => {
    if (folder !== undefined) countVectors('invoices-ubl', ALL.length);
  });

  it('runs without the folder on an invoice of our own', () => {
    expect(readDocument(new TextEncoder().encode(ublInvoice())).documentNumber).toBe('20260300000000000001');
  });

  if (folder === undefined) return;

  describe('invoices', () => {
    it.each(INVOICES)('%s reads as expected', (name, expected) => {
      const { request, documentNumber, seller } = read(name);
      expect([documentNumber, request.orderReference]).toEqual([expected.number, expected.number]);
      expect(request.soldAt).toBe(`${expected.issueDate}T00:00:00Z`);
      expect([request.currency, request.lines.length]).toEqual([expected.currency, expected.lineCount]);
      expect(seller).toMatchObject({ name: expected.seller.name, country: expected.seller.country });
      expect(request.buyer).toMatchObject({ name: expected.buyer.name, country: expected.buyer.country });
      if (expected.seller.vatId !== null) expect(seller.taxId).toBe(expected.seller.vatId);
      if (expected.buyer.vatId !== null) expect(request.buyer?.taxId).toBe(expected.buyer.vatId);
    });

    it.each(INVOICES)('%s keeps totals and breakdown', (name, { totals, taxTotal, vatBreakdown }) => {
      const { request } = read(name);
      const { lines, allowances, charges, net, tax, gross, prepaid, rounding, payable } = request.totals;
      expect(values({ lines, allowances, charges, net, gross, prepaid, rounding, payable, tax })).toEqual(
        values({
          lines: totals['lineExtension'],
          allowances: totals['allowance'],
          charges: totals['charge'],
          net: totals['taxExclusive'],
          gross: totals['taxInclusive'],
          prepaid: totals['prepaid'],
          rounding: totals['rounding'],
          payable: totals['payable'],
          tax: taxTotal,
        }),
      );
      expect(request.taxBreakdown?.map((row) => [row.taxCategory, ...[row.rate, row.base, row.tax].map(value)])).toEqual(
        vatBreakdown.map((row) => [row.category, ...[row.rate, row.base, row.tax].map(value)]),
      );
    });

    it.each(INVOICES)('%s is judged as by the official rules', (name, expected) => {
      const wrong = expected['en16931_1.3.16'].fatal.filter((rule) => ARITHMETIC.test(rule));
      const check = (): void => {
        checkEn16931({ ...read(name).request, till: 'till-1' });
      };
      if (wrong.length === 0) expect(check).not.toThrow();
      else expect(check).toThrow();
    });
  });

  it.each(INVOICES)('%s is warned of where Peppol finds a wrong line amount', (name, expected) => {
    const warned = read(name).warnings.some(({ code }) => code === 'LINE_AMOUNT_DIFFERS');
    expect(warned).toBe(expected['peppol_3.0.19'].fatal.includes('PEPPOL-EN16931-R120'));
  });

  describe('credit notes', () => {
    it.each(CREDIT_NOTES)('%s is read, with its totals', (name, expected) => {
      const { red, request } = read(name);
      expect({ red, lines: request.lines.length }).toEqual({ red: true, lines: expected.lineCount });
      expect(value(request.totals.tax)).toBe(value(expected.taxTotal));
    });
  });
});
