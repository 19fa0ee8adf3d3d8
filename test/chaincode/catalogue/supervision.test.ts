import { lookDue, parseEntry, stateKeys, type EntryFacts, type SupervisionState } from '@lianpiao/chaincode/domain';
import { accessState, act, ACTORS } from '../../support/access-state';
import type { MemoryState } from '../../support/memory-state';

const DAY = 24 * 60 * 60 * 1000;
const KEY = stateKeys.supervision('auditor', 'provider', 'sampling');

type Stated = Extract<EntryFacts, { readonly type: 'supervision.stated' }>;
type Looked = Extract<EntryFacts, { readonly type: 'supervision.looked' }>;
const stated = (more: Partial<Stated> = {}): EntryFacts => ({
  type: 'supervision.stated',
  authority: 'auditor',
  object: 'provider',
  method: 'sampling',
  intervalDays: 30,
  ...more,
});
const looked = (more: Partial<Looked> = {}): EntryFacts => ({
  type: 'supervision.looked',
  authority: 'auditor',
  object: 'provider',
  method: 'sampling',
  number: 1,
  finding: 'none',
  ...more,
});
const valueOf = (state: MemoryState): SupervisionState => state.get(KEY)!;
const others = (...but: readonly string[]): string[] => Object.keys(ACTORS).filter((id) => !but.includes(id));

describe('who looks at whom', () => {
  it('is stated by the bureau alone, of an authority and another organisation', () => {
    const state = accessState();
    for (const id of others('bureau')) expect([id, act(state, id, stated())]).toEqual([id, 'ACTION_FORBIDDEN']);
    expect(act(state, 'bureau', stated({ authority: 'nobody' }))).toBe('ORGANISATION_UNKNOWN');
    expect(act(state, 'bureau', stated({ object: 'nobody' }))).toBe('ORGANISATION_UNKNOWN');
    for (const id of others('bureau', 'auditor'))
      expect([id, act(state, 'bureau', stated({ authority: id, object: 'auditor' }))]).toEqual([
        id,
        'SUPERVISION_AUTHORITY_WRONG',
      ]);
    expect(act(state, 'bureau', stated({ object: 'auditor' }))).toBe('SUPERVISION_AUTHORITY_WRONG');
    expect(act(state, 'bureau', stated({ authority: 'bureau' }))).toBe('ok');
    expect(act(state, 'bureau', stated())).toBe('ok');
    expect(valueOf(state)).toEqual({ intervalDays: 30, since: '2026-03-16T02:00:00.000Z', looks: 0 });
  });

  it('is replaced by another interval, which does not put off what is due, and ended by 0', () => {
    const state = accessState();
    expect(act(state, 'bureau', stated({ intervalDays: 0 }))).toBe('SUPERVISION_UNKNOWN');
    expect(act(state, 'bureau', stated())).toBe('ok');
    expect(act(state, 'bureau', stated())).toBe('SUPERVISION_STANDS');
    const began = state.now;
    state.now += 10 * DAY;
    expect(act(state, 'bureau', stated({ intervalDays: 20 }))).toBe('ok');
    expect(lookDue(valueOf(state))).toBe(began + 20 * DAY);
    expect(act(state, 'auditor', looked())).toBe('ok');
    expect(lookDue(valueOf(state))).toBe(began + 30 * DAY);
    expect(act(state, 'bureau', stated({ intervalDays: 0 }))).toBe('ok');
    expect(act(state, 'bureau', stated({ intervalDays: 0 }))).toBe('SUPERVISION_UNKNOWN');
    expect(act(state, 'auditor', looked({ number: 2 }))).toBe('SUPERVISION_UNKNOWN');
    state.now += 10 * DAY;
    expect(act(state, 'bureau', stated())).toBe('ok');
    // From now on, not from a look before it was ended; looks are counted on.
    expect(lookDue(valueOf(state))).toBe(began + 50 * DAY);
    expect(act(state, 'auditor', looked({ number: 2 }))).toBe('ok');
  });

  it('is looked at by the authority itself, by what is stated, each look once', () => {
    const state = accessState();
    expect(act(state, 'auditor', looked())).toBe('SUPERVISION_UNKNOWN');
    expect(act(state, 'bureau', stated())).toBe('ok');
    for (const id of others('auditor')) expect([id, act(state, id, looked())]).toEqual([id, 'ACTION_FORBIDDEN']);
    expect(act(state, 'nobody', looked({ authority: 'nobody' }))).toBe('ORGANISATION_UNKNOWN');
    expect(act(state, 'auditor', looked({ method: 'inspection' }))).toBe('SUPERVISION_UNKNOWN');
    expect(act(state, 'auditor', looked({ object: 'consumer' }))).toBe('SUPERVISION_UNKNOWN');
    expect(act(state, 'bureau', looked({ authority: 'bureau' }))).toBe('SUPERVISION_UNKNOWN');
    expect(act(state, 'auditor', looked({ number: 2 }))).toBe('VERSION_NOT_NEXT');
    expect(act(state, 'auditor', looked({ finding: 'open' }))).toBe('ok');
    expect(act(state, 'auditor', looked({ finding: 'open' }))).toBe('VERSION_NOT_NEXT');
    expect(valueOf(state)).toMatchObject({ looks: 1, looked: '2026-03-16T02:00:00.000Z', finding: 'open' });
  });

  it.each([
    ['an unknown method', { method: 'rumour' }],
    ['a negative interval', { intervalDays: -1 }],
    ['half a day', { intervalDays: 0.5 }],
    ['more than ten years', { intervalDays: 3661 }],
    ['no interval', { intervalDays: undefined }],
  ])('has a form: %s is refused', (_what, wrong) => {
    const frame = { time: '2026-03-16T02:00:00.000Z', commitment: '0'.repeat(64) };
    expect(parseEntry({ ...stated(), ...frame })).toMatchObject(stated());
    expect(() => parseEntry({ ...stated(), ...frame, ...wrong })).toThrow(/FIELD_(?:INVALID|MISSING)/);
  });
});
