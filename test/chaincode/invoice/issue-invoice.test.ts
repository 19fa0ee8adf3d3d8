import {
  applyEntry,
  asksForInvoice,
  canonicalJson,
  executeCommand,
  hasher,
  invoiceEntryText,
  LedgerError,
  leafOfText,
  leafText,
  parseInvoiceRequest,
  sealRecord,
  stateKeys,
  type Accepted,
  type ErrorCode,
  type InvoiceIssued,
  type TillHead,
} from '@lianpiao/chaincode/domain';
import { goodRequest, SEED, SELLER, shopState, type MemoryState } from '../../support/memory-state';

function issue(state: MemoryState, request: unknown = goodRequest()): Accepted {
  return executeCommand(state, { type: 'invoice.issue', request, seller: SELLER, seed: SEED });
}

function refusal(state: MemoryState, request: unknown): { code: ErrorCode; path: string | undefined } {
  const before = state.snapshot();
  try {
    issue(state, request);
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    expect(state.snapshot()).toBe(before);
    return { code: error.code, path: error.detail.path };
  }
  throw new Error('was accepted');
}

describe('issuing an invoice', () => {
  it('gives the till its next number and chains its entries', () => {
    const state = shopState();
    const first = issue(state, goodRequest({ orderReference: 'A-1' }));
    const second = issue(state, goodRequest({ orderReference: 'A-2' }));
    const [one, two] = [first.entry, second.entry] as [InvoiceIssued, InvoiceIssued];
    expect([one.number, two.number]).toEqual(['26440000000000000001', '26440000000000000002']);
    expect([one.counter, two.counter]).toEqual([1, 2]);
    expect(two.previous).toBe(hasher().leafHash(first.text));
    expect(state.get<TillHead>(stateKeys.head('till-1'))?.last).toBe(second.hash);
  });

  it('writes entries, headers and leaves in RFC 8785 form', () => {
    const { entry, text, record } = issue(shopState());
    expect(text).toBe(canonicalJson({ ...entry }));
    expect(invoiceEntryText(entry as InvoiceIssued)).toBe(text);
    for (const field of record.fields) expect(field.text).toBe(canonicalJson(JSON.parse(field.text)));
    expect(leafOfText(text)).toBe(leafText(entry));
    expect(sealRecord(record)).toBe(entry.commitment);
  });

  it('is replayed from its public entry alone', () => {
    const [state, replayed] = [shopState(), shopState()];
    const { entry } = issue(state);
    applyEntry(replayed, entry);
    expect(replayed.snapshot()).toBe(state.snapshot());
  });

  it('knows the same request again, and other content', () => {
    const { record } = issue(shopState());
    const same = (overrides: object): boolean => asksForInvoice(parseInvoiceRequest(goodRequest({ ...overrides })), record);
    expect(same({})).toBe(true);
    expect(same({ number: '26440000000000000001' })).toBe(true);
    expect(same({ number: '26440000000000000002' })).toBe(false);
    expect(same({ note: 'x' })).toBe(false);
    expect(same({ kind: 'special' })).toBe(false);
    expect(same({ soldAt: '2026-03-16T01:00:00Z' })).toBe(false);
    expect(same({ buyer: undefined })).toBe(false);
  });

  it.each<[string, Record<string, unknown>, ErrorCode, string]>([
    ['an unknown till', { till: 'till-9' }, 'TILL_UNKNOWN', '/till'],
    ['a wrong check character', { buyer: { name: 'x', taxId: '91310000MA11EFGH24' } }, 'TAXPAYER_ID_CHECK', '/buyer/taxId'],
    ['wrong totals', { totals: { net: '500.00', tax: '45.00', gross: '545.01' } }, 'TOTALS_WRONG', '/totals/gross'],
    ['a date in the future', { soldAt: '2026-03-16T02:02:00Z' }, 'TIME_IN_FUTURE', '/soldAt'],
    ['31 February', { soldAt: '2026-02-31T00:00:00Z' }, 'TIME_MALFORMED', '/soldAt'],
    ['a number that is not the next', { number: '26440000000000000007' }, 'NUMBER_OUT_OF_RANGE', '/number'],
    ['a lone surrogate', { orderReference: '\ud800' }, 'TEXT_NOT_WELL_FORMED', '/orderReference'],
    ['money as a number', { totals: { net: 500, tax: '45.00', gross: '545.00' } }, 'MONEY_MALFORMED', '/totals/net'],
    ['another seller', { seller: { taxId: '91310000MA11EFGH23' } }, 'SELLER_MISMATCH', '/seller/taxId'],
    ['another currency', { currency: 'USD' }, 'CURRENCY_INVALID', '/currency'],
    ['a field nobody knows', { lineItems: [] }, 'FIELD_UNKNOWN', '/lineItems'],
  ])('refuses %s, and changes nothing', (_what, overrides, code, path) => {
    expect(refusal(shopState(), goodRequest(overrides))).toEqual({ code, path });
  });

  it.each<[string, Record<string, string>, ErrorCode]>([
    ['a rate that is not in force', { rate: '0.17', tax: '85.00' }, 'RATE_UNKNOWN'],
    ['a tax off by two fen', { tax: '45.02' }, 'LINE_TAX_WRONG'],
    ['an amount that is not quantity times price', { quantity: '9' }, 'LINE_AMOUNT_WRONG'],
    ['exempt with a rate of 0', { taxCategory: 'exempt', rate: '0', tax: '0.00' }, 'RATE_UNKNOWN'],
    ['exempt with tax', { taxCategory: 'exempt', rate: undefined as never }, 'LINE_TAX_WRONG'],
  ])('refuses a line with %s', (_what, overrides, code) => {
    const [line] = goodRequest()['lines'] as [Record<string, string>];
    expect(refusal(shopState(), goodRequest({ lines: [{ ...line, ...overrides }] })).code).toBe(code);
  });

  it('keeps exempt apart from 0 %', () => {
    const line = { name: '*农产品*蔬菜', net: '100.00', taxCategory: 'exempt' };
    const totals = { net: '100.00', tax: '0.00', gross: '100.00' };
    expect(issue(shopState(), goodRequest({ lines: [line], totals })).entry.type).toBe('invoice.issued');
    const zero = { ...line, taxCategory: 'standard', rate: '0', tax: '0.00' };
    expect(issue(shopState(), goodRequest({ lines: [zero], totals })).entry.type).toBe('invoice.issued');
  });

  it('refuses whoever is neither the seller nor its agent', () => {
    const state = shopState();
    state.caller = 'other';
    expect(refusal(state, goodRequest()).code).toBe('TILL_NOT_YOURS');
    state.put(stateKeys.delegation('shop', 'other'), true);
    expect(issue(state).entry.type).toBe('invoice.issued');
    state.put(stateKeys.delegation('shop', 'other'), false);
    expect(refusal(state, goodRequest({ orderReference: 'A-2' })).code).toBe('TILL_NOT_YOURS');
  });

  it('issues one invoice for an order reference, even when rates have changed or numbers have run out since', () => {
    const state = shopState(1);
    issue(state);
    expect(refusal(state, goodRequest()).code).toBe('INVOICE_EXISTS');
    expect(refusal(state, goodRequest({ orderReference: 'A-2' })).code).toBe('RANGE_EXHAUSTED');
    state.now = Date.parse('2027-03-16T02:00:00Z');
    expect(refusal(state, goodRequest()).code).toBe('INVOICE_EXISTS');
  });

  it('uses numbers of the year in China only', () => {
    const state = shopState();
    state.now = Date.parse('2026-12-31T16:00:00Z');
    expect(refusal(state, goodRequest()).code).toBe('RANGE_EXHAUSTED');
  });
});
