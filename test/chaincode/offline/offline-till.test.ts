import {
  applyEntry,
  bytesToBase64,
  canonicalJson,
  deviceKeyId,
  executeCommand,
  hasher,
  isHandoverValue,
  issueOffline,
  leafOfText,
  LedgerError,
  paperSlipText,
  parseEntry,
  signOutage,
  stateKeys,
  verifyPaperSlip,
  type Accepted,
  type DeviceSigner,
  type EntryFacts,
  type ErrorCode,
  type InvoiceIssued,
  type IssuedOffline,
  type OfflineSlip,
  type TillHead,
} from '@lianpiao/chaincode/domain';
import { goodRequest, MemoryState, SEED, SELLER, shopState } from '../../support/memory-state';
import { nodeVerifier, testKey } from '../../support/node-signatures';

const HOUR_MS = 3_600_000;
const DEVICE = deviceOf('the till');
const OTHER = deviceOf('another device');
const RECORD = { seed: SEED, fields: [{ name: 'why', text: '"test"' }] };

function deviceOf(words: string): DeviceSigner & { readonly key: string } {
  const key = testKey(words);
  const text = bytesToBase64(key.publicKey);
  return { id: deviceKeyId(text), key: text, sign: (message) => key.sign(message) };
}

function record(state: MemoryState, facts: EntryFacts): Accepted {
  return executeCommand(state, { type: 'entry.record', facts, record: RECORD }, nodeVerifier);
}

/** A ledger whose till has a device key, and the till's own copy of what it needs of it. */
function ledgerAndTill(): { ledger: MemoryState; till: MemoryState } {
  const ledger = shopState();
  record(ledger, { type: 'till.key-registered', till: 'till-1', key: DEVICE.key });
  return { ledger, till: copyOf(ledger) };
}

function copyOf(ledger: MemoryState): MemoryState {
  const till = new MemoryState();
  for (const [key, value] of ledger.values) till.put(key, value);
  till.now = ledger.now;
  return till;
}

const saleOf = (n: number): Record<string, unknown> => goodRequest({ orderReference: `A-${String(n)}` });

function sell(till: MemoryState, n: number, signer: DeviceSigner = DEVICE): IssuedOffline {
  till.now += 60_000;
  return issueOffline(till, { request: saleOf(n), seller: SELLER, seed: SEED }, signer);
}

function report(ledger: MemoryState, n: number, offline: OfflineSlip, request: unknown = saleOf(n)): Accepted {
  return executeCommand(ledger, { type: 'invoice.issue', request, seller: SELLER, seed: SEED, offline }, nodeVerifier);
}

function codeOf(ledger: MemoryState, run: () => unknown): ErrorCode {
  const before = ledger.snapshot();
  try {
    run();
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    expect(ledger.snapshot()).toBe(before);
    return error.code;
  }
  throw new Error('was accepted');
}

const headOf = (state: MemoryState): TillHead => state.get<TillHead>(stateKeys.head('till-1'))!;

describe('a till that issues without the network', () => {
  it('derives what the ledger then admits: number, place and commitment are the till’s, and both times are kept', () => {
    const { ledger, till } = ledgerAndTill();
    const sold = [1, 2, 3].map((n) => sell(till, n));
    ledger.now += 5 * HOUR_MS;
    for (const [index, { slip, entry }] of sold.entries()) {
      const taken = report(ledger, index + 1, slip).entry as InvoiceIssued;
      expect(taken).toEqual({ ...entry, time: new Date(ledger.now).toISOString() });
      expect(taken.offline?.time).toBe(entry.time);
    }
    expect(sold.map(({ entry }) => entry.number)).toEqual([1, 2, 3].map((n) => `26440${String(n).padStart(15, '0')}`));
    expect(headOf(ledger)).toEqual(headOf(till));
    expect(headOf(ledger).last).toBe(hasher().leafHash(sold[2]!.slip.statement));
  });

  it('leaves a leaf and a text of the known forms, and one that is parsed back', () => {
    const { ledger, till } = ledgerAndTill();
    const { text, entry, hash } = report(ledger, 1, sell(till, 1).slip);
    expect(text).toBe(canonicalJson({ ...entry }));
    expect(parseEntry(JSON.parse(text))).toEqual(entry);
    expect(hash).toBe(hasher().leafHash(text));
    expect(leafOfText(text)).toBe(`{"commitment":"sha256:${entry.commitment}","time":"${entry.time}","type":"invoice.issued"}`);
  });

  it('checks a sale by the same rules as the ledger, and changes nothing for a wrong one', () => {
    const { till } = ledgerAndTill();
    const wrong = goodRequest({ totals: { net: '500.00', tax: '45.00', gross: '545.01' } });
    expect(codeOf(till, () => issueOffline(till, { request: wrong, seller: SELLER, seed: SEED }, DEVICE))).toBe('TOTALS_WRONG');
    const red = goodRequest({ corrects: { correction: 'c-1', invoice: '26440000000000000001' } });
    expect(codeOf(till, () => issueOffline(till, { request: red, seller: SELLER, seed: SEED }, DEVICE))).toBe(
      'OFFLINE_NOT_ALLOWED',
    );
  });

  it('issues with its key alone from then on: over the network its chain would fork', () => {
    const { ledger } = ledgerAndTill();
    const online = (): unknown =>
      executeCommand(ledger, { type: 'invoice.issue', request: saleOf(1), seller: SELLER, seed: SEED });
    expect(codeOf(ledger, online)).toBe('TILL_SIGNS_ITSELF');
    record(ledger, { type: 'till.key-revoked', till: 'till-1' });
    expect(online()).toHaveProperty('entry.counter', 1);
  });

  it.each<[string, ErrorCode, (parts: { ledger: MemoryState; till: MemoryState }) => () => unknown]>([
    [
      'an invoice before it is missing',
      'OFFLINE_GAP',
      ({ ledger, till }) => {
        sell(till, 1);
        const { slip } = sell(till, 2);
        return () => report(ledger, 2, slip);
      },
    ],
    [
      'its place is taken',
      'OFFLINE_PLACE_TAKEN',
      ({ ledger, till }) => {
        const fork = copyOf(till);
        report(ledger, 1, sell(till, 1).slip);
        const { slip } = sell(fork, 2);
        return () => report(ledger, 2, slip);
      },
    ],
    [
      'the one before is another',
      'OFFLINE_CHAIN_BROKEN',
      ({ ledger, till }) => {
        const fork = copyOf(till);
        report(ledger, 1, sell(till, 1).slip);
        sell(fork, 2);
        const { slip } = sell(fork, 3);
        return () => report(ledger, 3, slip);
      },
    ],
    [
      'the number is not next',
      'NUMBER_OUT_OF_RANGE',
      ({ ledger, till }) => {
        till.put(stateKeys.head('till-1'), { ...headOf(till), ranges: [{ prefix: '26440', next: 7, to: 9 }] });
        const { slip } = sell(till, 1);
        return () => report(ledger, 1, slip);
      },
    ],
    [
      'the content was altered',
      'OFFLINE_RECORD_ALTERED',
      ({ ledger, till }) => {
        const { slip } = sell(till, 1);
        return () => report(ledger, 1, slip, { ...saleOf(1), note: 'altered' });
      },
    ],
    [
      'the statement was altered',
      'OFFLINE_SIGNATURE_WRONG',
      ({ ledger, till }) => {
        const { slip } = sell(till, 1);
        return () => report(ledger, 1, { ...slip, statement: slip.statement.replace('"counter":1', '"counter":2') });
      },
    ],
    [
      'the signature is no signature',
      'OFFLINE_SIGNATURE_WRONG',
      ({ ledger, till }) => {
        const { slip } = sell(till, 1);
        return () => report(ledger, 1, { ...slip, signature: 'AAAA' });
      },
    ],
    [
      'the statement is no statement',
      'OFFLINE_STATEMENT_MALFORMED',
      ({ ledger, till }) => {
        const { slip } = sell(till, 1);
        return () => report(ledger, 1, { ...slip, statement: ` ${slip.statement}` });
      },
    ],
    [
      'a foreign key signed it',
      'TILL_KEY_FOREIGN',
      ({ ledger, till }) => {
        till.put(stateKeys.till('till-1'), { seller: 'shop', device: { id: OTHER.id, key: OTHER.key } });
        const { slip } = sell(till, 1, OTHER);
        return () => report(ledger, 1, slip);
      },
    ],
    [
      'a foreign key signed it in the name of the till’s',
      'OFFLINE_SIGNATURE_WRONG',
      ({ ledger, till }) => {
        const { slip } = sell(till, 1, { id: DEVICE.id, sign: OTHER.sign });
        return () => report(ledger, 1, slip);
      },
    ],
    [
      'the key was revoked',
      'TILL_KEY_MISSING',
      ({ ledger, till }) => {
        const { slip } = sell(till, 1);
        record(ledger, { type: 'till.key-revoked', till: 'till-1' });
        return () => report(ledger, 1, slip);
      },
    ],
    [
      'the till’s clock is ahead',
      'OFFLINE_CLOCK_WRONG',
      ({ ledger, till }) => {
        till.now += HOUR_MS;
        const { slip } = sell(till, 1);
        return () => report(ledger, 1, slip);
      },
    ],
    [
      'the till’s clock went back',
      'OFFLINE_CLOCK_WRONG',
      ({ ledger, till }) => {
        report(ledger, 1, sell(till, 1).slip);
        const { offline: _, ...head } = headOf(till);
        till.put(stateKeys.head('till-1'), head);
        till.now -= 5 * 60_000;
        const { slip } = sell(till, 2);
        return () => report(ledger, 2, slip);
      },
    ],
    [
      'it comes a minute past the lease',
      'OFFLINE_LEASE_OVER',
      ({ ledger, till }) => {
        const { slip } = sell(till, 1);
        ledger.now = till.now + 24 * HOUR_MS + 60_000;
        return () => report(ledger, 1, slip);
      },
    ],
    [
      'nobody knows its rules',
      'OFFLINE_RULES_UNKNOWN',
      ({ ledger, till }) => {
        const text = canonicalJson({ rates: [{ category: 'standard', from: '2020-01-01', rate: '0.09' }], tolerance: '0.01' });
        till.put(stateKeys.rules('cn'), { version: 'own', digest: hasher().sha256(text), text });
        const { slip } = sell(till, 1);
        return () => report(ledger, 1, slip);
      },
    ],
  ])('is refused, and nothing changes, when %s', (_why, code, prepare) => {
    const parts = ledgerAndTill();
    parts.ledger.now += 60_000;
    expect(codeOf(parts.ledger, prepare(parts))).toBe(code);
  });

  it('may report until the last moment of the lease, which the bureau can change', () => {
    const { ledger, till } = ledgerAndTill();
    const sold = [1, 2].map((n) => sell(till, n));
    ledger.now = Date.parse(sold[0]!.entry.time) + 24 * HOUR_MS;
    report(ledger, 1, sold[0]!.slip);
    const text = canonicalJson({ confirmHours: 72, maxClaims: 32, maxLeaseSeconds: 604_800, offlineHours: 1 });
    ledger.put(stateKeys.rules('life'), { version: '2027-01-01', digest: hasher().sha256(text), text });
    expect(codeOf(ledger, () => report(ledger, 2, sold[1]!.slip))).toBe('OFFLINE_LEASE_OVER');
  });

  it('is taken again by a replay, which judges the lease by the time of the entry and not by its own', () => {
    const { ledger, till } = ledgerAndTill();
    const again = copyOf(ledger);
    ledger.now += 23 * HOUR_MS;
    const { entry, text } = report(ledger, 1, sell(till, 1).slip);
    again.now = ledger.now + 100 * HOUR_MS;
    expect(applyEntry(again, entry)).toBe(text);
    expect(headOf(again)).toEqual(headOf(ledger));
    const forged = { ...(entry as InvoiceIssued), time: new Date(again.now).toISOString() };
    const other = ledgerAndTill().ledger;
    expect(codeOf(other, () => applyEntry(other, forged))).toBe('OFFLINE_LEASE_OVER');
  });

  it('takes by the rules of a version that the ledger has, also when another is in force since', () => {
    const { ledger, till } = ledgerAndTill();
    const { slip } = sell(till, 1);
    const text = canonicalJson({ rates: [{ category: 'standard', from: '2020-01-01', rate: '0.10' }], tolerance: '0.01' });
    ledger.put(stateKeys.rules('cn'), { version: '2026-04', digest: hasher().sha256(text), text });
    expect((report(ledger, 1, slip).entry as InvoiceIssued).offline?.rules).toBe('cn-2026-01');
  });

  it('goes on under a new key, and what the former one signed in its days still counts', () => {
    const { ledger, till } = ledgerAndTill();
    const { slip } = sell(till, 1);
    ledger.now = till.now + 1000;
    record(ledger, { type: 'till.key-registered', till: 'till-1', key: OTHER.key });
    till.now = ledger.now;
    const late = sell(till, 2).slip;
    report(ledger, 1, slip);
    ledger.now += 60_000;
    expect(codeOf(ledger, () => report(ledger, 2, late))).toBe('TILL_KEY_FOREIGN');
    const key = { type: 'till.key-registered', till: 'till-1', key: OTHER.key } as const;
    expect(codeOf(ledger, () => record(ledger, key))).toBe('TILL_KEY_EXISTS');
    ledger.caller = 'other';
    expect(codeOf(ledger, () => record(ledger, { ...key, key: DEVICE.key }))).toBe('TILL_NOT_YOURS');
    expect(codeOf(ledger, () => record(ledger, { type: 'till.key-revoked', till: 'till-1' }))).toBe('TILL_NOT_YOURS');
    expect(isHandoverValue('till/till-1', ledger.get(stateKeys.till('till-1')))).toBe(true);
    expect(isHandoverValue('head/till-1', headOf(ledger))).toBe(true);
  });

  it('closes an outage with a signed record of exactly what it reported', () => {
    const { ledger, till } = ledgerAndTill();
    const now = (): string => new Date(till.now).toISOString();
    expect(() => signOutage(till, 'till-1', now(), DEVICE)).toThrow('OUTAGE_NOT_OPEN');
    const [first, , last] = [1, 2, 3].map((n) => sell(till, n));
    const closing = signOutage(till, 'till-1', now(), DEVICE);
    ledger.now = till.now;
    for (const n of [1, 2]) report(ledger, n, [first!, sellAgain(2)][n - 1]!.slip);
    expect(codeOf(ledger, () => record(ledger, closing))).toBe('OUTAGE_MISMATCH');
    report(ledger, 3, last!.slip);
    expect(codeOf(ledger, () => record(ledger, { ...closing, signature: last!.slip.signature }))).toBe('OFFLINE_SIGNATURE_WRONG');
    expect(record(ledger, closing).entry).toMatchObject({
      type: 'outage.closed', from: 1, to: 3, count: 3,
      first: hasher().leafHash(first!.slip.statement), last: hasher().leafHash(last!.slip.statement),
    }); // prettier-ignore
    expect(codeOf(ledger, () => record(ledger, closing))).toBe('OUTAGE_NOT_OPEN');

    /** The second sale as the till issued it: the same words give the same slip. */
    function sellAgain(n: number): IssuedOffline {
      const { till: again } = ledgerAndTill();
      return Array.from({ length: n }, (_, index) => sell(again, index + 1))[n - 1]!;
    }
  });

  it('prints a slip that a stranger checks against the registered key', () => {
    const { till } = ledgerAndTill();
    const issued = sell(till, 1);
    const text = paperSlipText(issued, DEVICE);
    expect(text.length).toBeLessThan(300);
    expect(verifyPaperSlip(text, DEVICE.key, nodeVerifier)).toEqual({
      number: issued.entry.number, till: 'till-1', time: issued.entry.time, currency: 'CNY', gross: '545.00',
      statement: hasher().leafHash(issued.slip.statement),
    }); // prettier-ignore
    expect(() => verifyPaperSlip(text.replace('545.00', '945.00'), DEVICE.key, nodeVerifier)).toThrow('OFFLINE_SIGNATURE_WRONG');
    expect(() => verifyPaperSlip(text, OTHER.key, nodeVerifier)).toThrow('OFFLINE_SIGNATURE_WRONG');
    expect(() => verifyPaperSlip(text.slice(5), DEVICE.key, nodeVerifier)).toThrow('SLIP_MALFORMED');
  });
});
