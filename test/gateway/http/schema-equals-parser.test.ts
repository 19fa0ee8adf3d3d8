import { canonicalJson, LedgerError, parseInvoiceRequest, type JsonValue } from '@lianpiao/chaincode/domain';
import fc from 'fast-check';
import { invoiceRequest } from '../../../gateway/src/routes/schemas';
import { CN_INVOICE, EN16931_INVOICE } from '../../../gateway/src/openapi/examples';
import { goodRequest, ODD_VALUES, spoiltRequest } from '../../support/invoice-requests';

const RUNS = Number(process.env['LIANPIAO_PROPERTY_RUNS'] ?? 3000);
const SEED = 20260131;

function parserAccepts(value: unknown): boolean {
  try {
    parseInvoiceRequest(value);
    return true;
  } catch (error) {
    if (error instanceof LedgerError) return false;
    throw error;
  }
}

function schemaAccepts(value: unknown): boolean {
  return invoiceRequest.safeParse(value).success;
}

// There are no allowed differences: what the schema of the OpenAPI document says is what the ledger's parser does. The
// rules on amounts, rates, times and ownership come after both.
describe('the schema of an invoice request and the parser of the ledger', () => {
  it('accept every request of the right form', () => {
    fc.assert(
      fc.property(goodRequest, (request) => {
        expect(parserAccepts(request)).toBe(true);
        expect(schemaAccepts(request)).toBe(true);
      }),
      { numRuns: RUNS / 4, seed: SEED },
    );
  });

  it('agree on a request with one thing changed', () => {
    let refused = 0;
    fc.assert(
      fc.property(spoiltRequest, (request) => {
        const accepted = parserAccepts(request);
        refused += accepted ? 0 : 1;
        expect({ request, accepted: schemaAccepts(request) }).toEqual({ request, accepted });
      }),
      { numRuns: RUNS, seed: SEED },
    );
    expect(refused).toBeGreaterThan(RUNS / 2);
  });

  it('agree on every odd value in every place of the examples', () => {
    for (const example of [CN_INVOICE, EN16931_INVOICE]) {
      const text = JSON.stringify({
        ...example,
        soldAt: '2026-01-31T08:00:00Z',
        kind: 'ordinary',
        number: '26440000000000000001',
      });
      const places = [
        ...Object.keys(JSON.parse(text) as object),
        'lines/0',
        ...Object.keys(example.lines[0]!).map((key) => `lines/0/${key}`),
      ];
      for (const place of [
        ...places,
        'totals/net',
        'totals/payable',
        'buyer/taxId',
        'buyer/country',
        'seller',
        'adjustments',
        'note',
      ]) {
        for (const odd of ODD_VALUES) {
          const request = JSON.parse(text) as Record<string, unknown>;
          const keys = place.split('/');
          let at: Record<string, unknown> = request;
          for (const key of keys.slice(0, -1)) at = at[key] as Record<string, unknown>;
          at[keys.at(-1)!] = odd;
          expect({ place, odd, accepted: schemaAccepts(request) }).toEqual({ place, odd, accepted: parserAccepts(request) });
        }
      }
    }
  });

  it('agree on what is no object at all, and on too many lines', () => {
    const [line] = CN_INVOICE.lines;
    const long = (count: number): unknown => ({ ...CN_INVOICE, lines: Array.from({ length: count }, () => line) });
    for (const value of [undefined, null, 0, 'x', [], [CN_INVOICE], long(0), long(2000), long(2001)]) {
      expect(schemaAccepts(value)).toBe(parserAccepts(value));
    }
  });
});

describe('what the parser leaves', () => {
  it('is canonical JSON (RFC 8785) as JSON.stringify writes it, whatever the Unicode', () => {
    fc.assert(
      fc.property(goodRequest, (value) => {
        const request = parseInvoiceRequest(value);
        for (const part of Object.values(request)) expect(JSON.stringify(part)).toBe(canonicalJson(part as JsonValue));
      }),
      { numRuns: RUNS / 4, seed: SEED },
    );
  });
});
