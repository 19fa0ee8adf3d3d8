import { datumFingerprint, stateKeys, type EntryFacts } from '@lianpiao/chaincode/domain';
import { accessState, act, ACTORS, resource } from '../../support/access-state';
import { catalogued, placedWithDuties, published } from '../../support/directory';
import type { MemoryState } from '../../support/memory-state';

/** Providers `provider` and `other-provider` are placed and have a duty each. */
function directory(...more: readonly [caller: string, facts: EntryFacts][]): MemoryState {
  const state = accessState();
  for (const { caller, facts } of placedWithDuties('provider', 'other-provider')) expect(act(state, caller, facts)).toBe('ok');
  for (const [caller, facts] of more) expect(act(state, caller, facts)).toBe('ok');
  return state;
}

const entryOf = (state: MemoryState, id = 'entry-1'): unknown => state.get(stateKeys.catalogue(id));
const others = (...but: readonly string[]): string[] => Object.keys(ACTORS).filter((id) => !but.includes(id));

describe('the register of organisations and divisions', () => {
  it('is kept by the bureau alone, and every duty refers to it [rows 000-004:D13]', () => {
    const state = accessState();
    const division = (code: string, parent?: string): EntryFacts => ({
      type: 'division.registered',
      division: code,
      ...(parent === undefined ? {} : { parent }),
    });
    const placed = (organisation: string, code = '110000', superior?: string): EntryFacts => ({
      type: 'organisation.placed',
      organisation,
      division: code,
      ...(superior === undefined ? {} : { superior }),
    });
    const duty: EntryFacts = { type: 'duty.assigned', duty: 'weather', version: 1, organisation: 'provider' };
    for (const id of others('bureau')) {
      expect([id, act(state, id, division('110000'))]).toEqual([id, 'ACTION_FORBIDDEN']);
      expect([id, act(state, id, placed('provider'))]).toEqual([id, 'ACTION_FORBIDDEN']);
      expect([id, act(state, id, duty)]).toEqual([id, 'ACTION_FORBIDDEN']);
    }
    expect(act(state, 'bureau', division('110105', '110000'))).toBe('DIVISION_UNKNOWN');
    expect(act(state, 'bureau', division('110000'))).toBe('ok');
    expect(act(state, 'bureau', division('110000'))).toBe('DIVISION_EXISTS');
    expect(act(state, 'bureau', division('110105', '110000'))).toBe('ok');
    expect(act(state, 'bureau', duty)).toBe('ORGANISATION_NOT_PLACED');
    expect(act(state, 'bureau', placed('nobody'))).toBe('ORGANISATION_UNKNOWN');
    expect(act(state, 'bureau', placed('provider', '440000'))).toBe('DIVISION_UNKNOWN');
    expect(act(state, 'bureau', placed('provider', '110105'))).toBe('ok');
    expect(act(state, 'bureau', placed('other-provider', '110000', 'provider'))).toBe('ok');
    expect(act(state, 'bureau', placed('provider', '110105', 'other-provider'))).toBe('FIELD_INVALID');
    expect(act(state, 'bureau', { ...duty, organisation: 'consumer' })).toBe('ACTION_FORBIDDEN');
    expect(act(state, 'bureau', duty)).toBe('ok');
  });

  it('a duty moves from one organisation to another by a version of its own', () => {
    const moved = (version: number): EntryFacts => ({
      type: 'duty.assigned',
      duty: 'duty-of-provider',
      version,
      organisation: 'other-provider',
    });
    const state = directory();
    expect(act(state, 'bureau', moved(1))).toBe('VERSION_NOT_NEXT');
    expect(act(state, 'bureau', moved(3))).toBe('VERSION_NOT_NEXT');
    expect(act(state, 'bureau', moved(2))).toBe('ok');
    expect(act(state, 'provider', published('provider'))).toBe('DUTY_NOT_YOURS');
    expect(act(state, 'other-provider', published('other-provider', { duty: 'duty-of-provider' }))).toBe('ok');
  });
});

describe('a catalogue entry', () => {
  it('is refused without a duty, and of a duty that another organisation has [rows 001-002-003:B1 000-004:C1]', () => {
    const state = directory();
    expect(act(state, 'provider', published('provider', { duty: 'none' }))).toBe('DUTY_UNKNOWN');
    expect(act(state, 'provider', published('provider', { duty: 'duty-of-other-provider' }))).toBe('DUTY_NOT_YOURS');
    for (const id of others('provider'))
      expect([id, act(state, id, published('provider'))]).toEqual([id, 'CATALOGUE_ENTRY_NOT_YOURS']);
    for (const id of others('provider', 'other-provider'))
      expect([id, act(state, id, published(id, { duty: 'duty-of-provider' }))]).toEqual([id, 'DUTY_NOT_YOURS']);
    expect(act(state, 'provider', published('provider', { steward: 'nobody' }))).toBe('ORGANISATION_UNKNOWN');
    expect(act(state, 'provider', published('provider', { schema: 'none', schemaVersion: 1 }))).toBe('SCHEMA_UNKNOWN');
    expect(act(state, 'provider', published('provider', { schemaVersion: 1 }))).toBe('FIELD_MISSING');
    expect(act(state, 'provider', published('provider'))).toBe('ok');
    expect(entryOf(state)).toEqual({
      version: 1,
      duty: 'duty-of-provider',
      owner: 'provider',
      steward: 'provider',
      datum: datumFingerprint('entry-1'),
      grade: 1,
      class: 'public-service',
      openness: 'conditional',
      sector: 'city',
      stage: 'shared',
      evidence: 'e'.repeat(64),
    });
  });

  it('has versions without gap, and a retired one has no more', () => {
    const state = directory(['provider', published('provider')]);
    for (const version of [1, 3]) expect(act(state, 'provider', published('provider', { version }))).toBe('VERSION_NOT_NEXT');
    expect(act(state, 'provider', published('provider', { version: 2, sector: 'weather' }))).toBe('ok');
    expect(act(state, 'provider', published('provider', { version: 3, datum: datumFingerprint('other') }))).toBe('FIELD_INVALID');
    expect(act(state, 'provider', published('provider', { version: 3, stage: 'retired' }))).toBe('ok');
    expect(act(state, 'provider', published('provider', { version: 4 }))).toBe('CATALOGUE_ENTRY_RETIRED');
  });

  it('one datum has one source: the second is refused, and linked [rows 000-004:D9]', () => {
    const state = directory(['provider', published('provider')]);
    const second = (more: object): EntryFacts =>
      published('other-provider', { entry: 'entry-2', datum: datumFingerprint('entry-1'), ...more });
    expect(act(state, 'other-provider', second({}))).toBe('DATUM_EXISTS');
    expect(act(state, 'other-provider', second({ source: 'entry-9' }))).toBe('DATUM_SOURCE_WRONG');
    expect(act(state, 'other-provider', second({ source: 'entry-1', datum: datumFingerprint('else') }))).toBe(
      'DATUM_SOURCE_WRONG',
    );
    expect(act(state, 'other-provider', second({ source: 'entry-1' }))).toBe('ok');
    expect(act(state, 'other-provider', second({ version: 2 }))).toBe('FIELD_INVALID');
    // A copy that ends takes nothing from the source; a source that ends makes room.
    expect(act(state, 'other-provider', second({ version: 2, source: 'entry-1', stage: 'retired' }))).toBe('ok');
    expect(act(state, 'other-provider', second({ entry: 'entry-3' }))).toBe('DATUM_EXISTS');
    expect(act(state, 'provider', published('provider', { version: 2, stage: 'retired' }))).toBe('ok');
    expect(act(state, 'other-provider', second({ entry: 'entry-3' }))).toBe('ok');
  });

  it('names that differ in width, case or spaces alone are one datum', () => {
    expect(datumFingerprint(' ＧＤＰ  of\tthe City')).toBe(datumFingerprint('gdp of the city'));
    expect(datumFingerprint('户籍人口')).not.toBe(datumFingerprint('常住人口'));
  });

  it('changes its owner by a transaction of the owner, to whoever has a duty for it [rows 000-004:C4]', () => {
    const to = (more: object = {}): EntryFacts => ({
      type: 'catalogue.transferred',
      entry: 'entry-1',
      version: 2,
      duty: 'duty-of-other-provider',
      owner: 'other-provider',
      steward: 'provider',
      ...more,
    });
    const state = directory(['provider', published('provider')]);
    for (const id of others('provider')) expect([id, act(state, id, to())]).toEqual([id, 'CATALOGUE_ENTRY_NOT_YOURS']);
    expect(act(state, 'provider', to({ duty: 'duty-of-provider' }))).toBe('DUTY_NOT_YOURS');
    expect(act(state, 'provider', to({ version: 1 }))).toBe('VERSION_NOT_NEXT');
    const same = { owner: 'provider', duty: 'duty-of-provider' };
    expect(act(state, 'provider', to({ ...same, steward: 'provider' }))).toBe('FIELD_INVALID');
    expect(act(state, 'provider', to())).toBe('ok');
    expect(entryOf(state)).toMatchObject({ version: 2, owner: 'other-provider', steward: 'provider' });
    expect(act(state, 'provider', published('provider', { version: 3 }))).toBe('CATALOGUE_ENTRY_NOT_YOURS');
  });
});

describe('grade and class', () => {
  const regraded = (grade: number, more: object = {}): EntryFacts =>
    ({ type: 'catalogue.regraded', entry: 'entry-1', version: 1, grade, class: 'government', ...more }) as EntryFacts;
  const graded = (): MemoryState =>
    directory(['provider', published('provider', { grade: 3, class: 'government', openness: 'conditional' })]);

  it('are raised by owner or bureau alone, at once', () => {
    for (const id of ['provider', 'bureau']) {
      const state = graded();
      expect(act(state, id, regraded(4))).toBe('ok');
      expect(entryOf(state)).toMatchObject({ grade: 4 });
    }
    for (const id of others('provider', 'bureau'))
      expect([id, act(graded(), id, regraded(4))]).toEqual([
        id,
        id === 'nobody' ? 'ORGANISATION_UNKNOWN' : 'CATALOGUE_ENTRY_NOT_YOURS',
      ]);
  });

  it.each([
    ['provider', 'bureau'],
    ['bureau', 'provider'],
  ])('are lowered when %s and %s have both endorsed it [rows 001-002-003:D7]', (first, second) => {
    const state = graded();
    expect(act(state, first, regraded(2))).toBe('ok');
    expect(entryOf(state)).toMatchObject({ grade: 3, loosening: { grade: 2 } });
    // The same side twice is one endorsement, and another grade is another proposal.
    expect(act(state, first, regraded(2))).toBe('ok');
    expect(act(state, second, regraded(1))).toBe('ok');
    expect(entryOf(state)).toMatchObject({ grade: 3, loosening: { grade: 1 } });
    expect(act(state, first, regraded(2))).toBe('ok');
    expect(act(state, second, regraded(2))).toBe('ok');
    expect(entryOf(state)).toMatchObject({ grade: 2 });
    expect(entryOf(state)).not.toHaveProperty('loosening');
  });

  it('a milder class is a loosening, too, whatever the grade', () => {
    const state = graded();
    expect(act(state, 'provider', regraded(4, { class: 'public-service' }))).toBe('ok');
    expect(entryOf(state)).toMatchObject({ grade: 3, class: 'government' });
    expect(act(state, 'provider', regraded(3, { class: 'personal' }))).toBe('ok');
    expect(entryOf(state)).toMatchObject({ grade: 3, class: 'personal' });
  });

  it('change in no other way, and not by an endorsement of another version', () => {
    const state = graded();
    expect(act(state, 'provider', regraded(3))).toBe('GRADE_CHANGE_WRONG');
    expect(act(state, 'provider', published('provider', { version: 2, grade: 2, class: 'government' }))).toBe(
      'GRADE_CHANGE_WRONG',
    );
    expect(act(state, 'provider', regraded(2))).toBe('ok');
    expect(act(state, 'provider', published('provider', { version: 2, grade: 3, class: 'government' }))).toBe('ok');
    expect(act(state, 'bureau', regraded(2))).toBe('VERSION_NOT_NEXT');
  });

  it('only the lowest grade may be open, and a raised one is open no more', () => {
    const state = directory();
    expect(act(state, 'provider', published('provider', { openness: 'open', grade: 2 }))).toBe('OPENNESS_REFUSED');
    expect(act(state, 'provider', published('provider', { openness: 'open', class: 'personal' }))).toBe('OPENNESS_REFUSED');
    expect(act(state, 'provider', published('provider', { openness: 'open' }))).toBe('ok');
    expect(act(state, 'bureau', regraded(2, { class: 'public-service' }))).toBe('ok');
    expect(entryOf(state)).toMatchObject({ grade: 2, openness: 'conditional' });
  });
});

describe('a resource', () => {
  it('goes under an entry by its controller, who is owner or steward of the entry', () => {
    const place = (entry = 'entry-1'): EntryFacts => ({ type: 'catalogue.placed', resource: 'data', entry });
    const state = directory(
      ['provider', published('provider')],
      ['other-provider', published('other-provider', { entry: 'entry-2' })],
    );
    expect(act(state, 'provider', place())).toBe('RESOURCE_UNKNOWN');
    expect(act(state, 'provider', resource() as EntryFacts)).toBe('ok');
    for (const id of others('provider')) expect([id, act(state, id, place())]).toEqual([id, 'RESOURCE_NOT_YOURS']);
    expect(act(state, 'provider', place('none'))).toBe('CATALOGUE_ENTRY_UNKNOWN');
    expect(act(state, 'provider', place('entry-2'))).toBe('CATALOGUE_ENTRY_NOT_YOURS');
    expect(act(state, 'provider', place())).toBe('ok');
    expect(state.get(stateKeys.resourcePlace('data'))).toEqual({ entry: 'entry-1' });
  });

  it('is put in quarantine and released by its controller or the bureau', () => {
    const state = directory();
    const schema = (owner: string, version = 1): EntryFacts => ({
      type: 'schema.registered',
      schema: 'stops',
      version,
      owner,
      digest: 'd'.repeat(64) as never,
    });
    for (const id of others('provider', 'other-provider', 'bureau'))
      expect([id, act(state, id, schema(id))]).toEqual([id, 'ACTION_FORBIDDEN']);
    expect(act(state, 'provider', schema('other-provider'))).toBe('SCHEMA_NOT_YOURS');
    expect(act(state, 'provider', schema('provider', 2))).toBe('VERSION_NOT_NEXT');
    expect(act(state, 'provider', schema('provider'))).toBe('ok');
    expect(act(state, 'other-provider', schema('other-provider', 2))).toBe('SCHEMA_NOT_YOURS');
    expect(act(state, 'provider', resource() as EntryFacts)).toBe('ok');
    const bad = (version = 1): EntryFacts => ({ type: 'catalogue.quarantined', resource: 'data', schema: 'stops', version });
    for (const id of others('provider', 'bureau')) expect([id, act(state, id, bad())]).toEqual([id, 'RESOURCE_NOT_YOURS']);
    expect(act(state, 'bureau', bad(2))).toBe('SCHEMA_UNKNOWN');
    expect(act(state, 'bureau', bad())).toBe('ok');
    expect(act(state, 'consumer', { type: 'catalogue.released', resource: 'data' })).toBe('RESOURCE_NOT_YOURS');
    expect(act(state, 'provider', { type: 'catalogue.released', resource: 'data' })).toBe('ok');
    expect(state.get(stateKeys.quarantine('data'))).toEqual({});
  });
});

describe('feedback', () => {
  const given: EntryFacts = { type: 'feedback.given', feedback: 'fault-1', entry: 'entry-1', from: 'consumer', kind: 'wrong' };
  const answered = (outcome: 'corrected' | 'declined'): EntryFacts => ({
    type: 'feedback.answered',
    feedback: 'fault-1',
    outcome,
  });
  const closed: EntryFacts = { type: 'feedback.closed', feedback: 'fault-1' };
  const faulty = (): MemoryState =>
    directory(['provider', published('provider', { steward: 'other-provider' })], ['consumer', given]);

  it('ends in a new version of the entry, and whoever gave it closes the loop [rows 001-002-003:D13]', () => {
    const state = faulty();
    expect(state.get(stateKeys.feedback('fault-1'))).toMatchObject({
      status: 'open',
      version: 1,
      due: '2026-03-26T02:00:00.000Z',
    });
    expect(act(state, 'consumer', given)).toBe('FEEDBACK_EXISTS');
    for (const id of others('provider', 'other-provider'))
      expect([id, act(state, id, answered('declined'))]).toEqual([id, 'FEEDBACK_NOT_YOURS']);
    expect(act(state, 'provider', answered('corrected'))).toBe('FEEDBACK_STATE_WRONG');
    expect(act(state, 'other-provider', answered('declined'))).toBe('ok');
    expect(act(state, 'provider', published('provider', { version: 2 }))).toBe('ok');
    expect(act(state, 'provider', answered('corrected'))).toBe('ok');
    for (const id of others('consumer')) expect([id, act(state, id, closed)]).toEqual([id, 'FEEDBACK_NOT_YOURS']);
    expect(act(state, 'consumer', closed)).toBe('ok');
    expect(act(state, 'consumer', closed)).toBe('FEEDBACK_STATE_WRONG');
    expect(act(state, 'provider', answered('declined'))).toBe('FEEDBACK_STATE_WRONG');
  });

  it('is given in one’s own name, about an entry that is there', () => {
    const state = directory();
    expect(act(state, 'consumer', given)).toBe('CATALOGUE_ENTRY_UNKNOWN');
    expect(act(state, 'merchant', given)).toBe('ACTION_FORBIDDEN');
    expect(act(state, 'nobody', { ...given, from: 'nobody' })).toBe('ORGANISATION_UNKNOWN');
    expect(act(state, 'provider', closed)).toBe('FEEDBACK_UNKNOWN');
  });
});

it('what a test calls catalogued is', () => {
  const state = accessState();
  expect(act(state, 'provider', resource() as EntryFacts)).toBe('ok');
  for (const { caller, facts } of catalogued('provider', 'data')) expect(act(state, caller, facts)).toBe('ok');
});
