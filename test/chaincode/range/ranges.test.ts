import {
  applyEntry,
  LedgerError,
  stateKeys,
  type Digest,
  type Entry,
  type ErrorCode,
  type OrganisationState,
  type PoolState,
  type TillHead,
} from '@lianpiao/chaincode/domain';
import { shopState, type MemoryState } from '../../support/memory-state';

const COMMON = { time: '2026-03-16T02:00:00.000Z', commitment: 'a'.repeat(64) as Digest };

function apply(state: MemoryState, caller: string, entry: Record<string, unknown>): ErrorCode | 'accepted' {
  state.caller = caller;
  const before = state.snapshot();
  try {
    applyEntry(state, { ...COMMON, ...entry } as unknown as Entry);
    return 'accepted';
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    expect(state.snapshot()).toBe(before);
    return error.code;
  }
}

const allot = (from: number, to: number, seller = 'shop'): Record<string, unknown> => ({
  type: 'range.allotted', seller, prefix: '26440', from, to,
}); // prettier-ignore
const assign = (from: number, to: number): Record<string, unknown> => ({
  type: 'range.assigned', till: 'till-1', prefix: '26440', from, to,
}); // prettier-ignore

describe('number ranges [rows 000-004:A9]', () => {
  it('go from the bureau to a seller and from the seller to its till', () => {
    const state = shopState();
    expect(apply(state, 'bureau', allot(1000, 1499))).toBe('accepted');
    expect(apply(state, 'shop', assign(1000, 1099))).toBe('accepted');
    expect(state.get<PoolState>(stateKeys.pool('shop'))?.ranges).toEqual([{ prefix: '26440', next: 1100, to: 1499 }]);
    expect(state.get<TillHead>(stateKeys.head('till-1'))?.ranges.at(-1)).toEqual({ prefix: '26440', next: 1000, to: 1099 });
    expect(state.get<OrganisationState>(stateKeys.organisation('shop'))?.allotted).toEqual({ '26': 500 });
  });

  it('never overlap, whoever gets them', () => {
    const state = shopState();
    expect(apply(state, 'bureau', allot(1, 100))).toBe('accepted');
    expect(apply(state, 'bureau', allot(100, 120, 'other'))).toBe('RANGE_OVERLAPS');
    expect(apply(state, 'bureau', allot(101, 120, 'other'))).toBe('accepted');
  });

  it('stay within the quota', () => {
    const state = shopState();
    expect(apply(state, 'bureau', allot(1, 1000))).toBe('accepted');
    expect(apply(state, 'bureau', allot(1001, 1001))).toBe('RANGE_QUOTA');
  });

  it.each<[string, string, Record<string, unknown>, ErrorCode]>([
    ['a seller allots to itself', 'shop', allot(1, 10), 'ACTION_FORBIDDEN'],
    ['the bureau allots to nobody', 'bureau', allot(1, 10, 'nobody'), 'ORGANISATION_UNKNOWN'],
    ['the end lies before the start', 'bureau', allot(10, 9), 'RANGE_INVALID'],
    ['a seller assigns what it does not have', 'shop', assign(1, 10), 'RANGE_EXHAUSTED'],
    ['somebody else assigns', 'other', assign(1, 10), 'TILL_NOT_YOURS'],
  ])('are refused when %s', (_what, caller, entry, code) => {
    expect(apply(shopState(), caller, entry)).toBe(code);
  });
});
