import {
  ANSWER_DAYS,
  BASES,
  BASIS_NAMES,
  checkGrant,
  checkGrantRecord,
  LedgerError,
  MS_PER_DAY,
  stateKeys,
  type Digest,
  type GrantState,
  type RequestState,
  type SealedRecord,
} from '@lianpiao/chaincode/domain';
import { accessState, act, change, FROM, grant, resource, UNTIL } from '../../support/access-state';
import type { MemoryState } from '../../support/memory-state';

type Facts = Readonly<Record<string, unknown>>;
const digest = (letter: string): Digest => letter.repeat(64) as Digest;

/** A state with a resource; `personal` where it is said. */
function opened(personal = false): MemoryState {
  const state = accessState();
  const registration = { ...resource(), ...(personal ? { personal: true } : {}) } as never;
  expect(act(state, 'provider', registration)).toBe('ok');
  return state;
}
const V2 = { version: 2, basis: 'procurement', keepDays: 30, region: 'CN' } as const;
const second = (more: Facts = {}): never => grant({ ...V2, ...more }) as never;
const entry = (type: string, more: Facts = {}): never => ({ type, ...more }) as never;
const one = (type: string): never => entry(type, { grant: 'grant-1' });
const grantOf = (state: MemoryState): GrantState => state.get<GrantState>(stateKeys.grant('grant-1'))!;
const check = (state: MemoryState, now = state.now): string => {
  try {
    checkGrant(state, 'grant-1', now);
    return 'allowed';
  } catch (error) {
    if (error instanceof LedgerError) return error.code;
    throw error;
  }
};
const later = (state: MemoryState, days: number): string => new Date(state.now + days * MS_PER_DAY).toISOString();

describe('a grant of version 2', () => {
  it('says its basis, how long the data may be kept, and where it is used [rows 001-002-003:D12]', () => {
    for (const missing of ['basis', 'keepDays', 'region'])
      expect([missing, act(opened(), 'provider', second({ [missing]: undefined }))]).toEqual([
        missing,
        'GRANT_CONDITIONS_MISSING',
      ]);
    const state = opened();
    expect(act(state, 'provider', second())).toBe('ok');
    expect(grantOf(state)).toMatchObject({ ...V2, status: 'active' });
  });

  it('leaves grants of before as they were: they take no conditions, and their state is the same', () => {
    const state = opened();
    for (const named of [{ basis: 'procurement' }, { keepDays: 1 }, { region: 'CN' }, { approval: 'x1' }])
      expect([named, act(state, 'provider', grant(named))]).toEqual([named, 'GRANT_CONDITIONS_MISSING']);
    expect(act(state, 'provider', grant())).toBe('ok');
    expect(act(state, 'provider', change('revoked'))).toBe('ok');
    expect(grantOf(state)).toEqual({
      resource: 'data',
      provider: 'provider',
      consumer: 'consumer',
      right: 'use',
      from: FROM,
      until: UNTIL,
      status: 'revoked',
    });
  });

  it('passes on no more than it has: no longer keeping, and no grant without conditions under one that has them', () => {
    const state = opened();
    act(state, 'provider', second({ right: 'operate' }));
    const sub = { grant: 'grant-2', parent: 'grant-1', provider: 'consumer', consumer: 'sub-consumer' };
    expect(act(state, 'consumer', second({ ...sub, keepDays: 31 }))).toBe('GRANT_SCOPE_WIDER');
    expect(act(state, 'consumer', grant(sub))).toBe('GRANT_SCOPE_WIDER');
    expect(act(state, 'consumer', second(sub))).toBe('ok');
    const under = opened();
    act(under, 'provider', second({ right: 'use' }));
    expect(act(under, 'consumer', second(sub))).toBe('GRANT_RIGHT_MISSING');
  });
});

describe('the record of a grant of version 2', () => {
  const details = Object.fromEntries(
    BASIS_NAMES.map((kind) => [kind, BASES[kind].required.map((name) => [name, `the ${name}`])]),
  );
  const record = (basis: string, more: Facts = {}, conditions: Facts = {}): SealedRecord => {
    const values: Facts = {
      purpose: { code: 'research', text: 'a study' },
      fields: ['level'],
      rows: [],
      liability: 'each side answers for its own faults',
      conditions: {
        basis: { kind: basis, ...(Object.fromEntries(details[basis]!) as object) },
        modes: ['view'],
        frequency: { count: 3, per: 'day' },
        ...conditions,
      },
      ...more,
    };
    const fields = Object.entries(values).map(([name, value]) => ({ name, text: JSON.stringify(value) }));
    return { seed: 'a'.repeat(64), fields };
  };
  const said = (basis: string, sealed: SealedRecord): string => {
    try {
      checkGrantRecord({ ...(second({ basis }) as object) } as never, sealed);
      return 'ok';
    } catch (error) {
      if (error instanceof LedgerError) return `${error.code} ${error.detail.path ?? ''}`;
      throw error;
    }
  };

  it.each(BASIS_NAMES)('on the basis %s has all that the basis requires [rows 001-002-003:D12]', (basis) => {
    expect(said(basis, record(basis))).toBe('ok');
    for (const [name] of details[basis]!) {
      const without = { ...(Object.fromEntries(details[basis]!) as object), kind: basis, [name as string]: ' ' };
      expect(said(basis, record(basis, {}, { basis: without }))).toBe(
        `GRANT_CONDITIONS_MISSING /conditions/basis/${String(name)}`,
      );
    }
    const other = BASIS_NAMES.find((each) => each !== basis)!;
    expect(said(basis, record(other))).toBe('GRANT_CONDITIONS_MISSING /conditions/basis/kind');
  });

  it.each<[string, Facts, Facts, string]>([
    ['liability', { liability: null }, {}, '/liability'],
    ['purpose', { purpose: {} }, {}, '/purpose'],
    ['fields', { fields: [] }, {}, '/fields'],
    ['modes', {}, { modes: [] }, '/conditions/modes'],
    ['a mode that is none', {}, { modes: ['steal'] }, '/conditions/modes'],
    ['frequency', {}, { frequency: { count: 0, per: 'day' } }, '/conditions/frequency'],
    ['its period', {}, { frequency: { count: 1, per: 'year' } }, '/conditions/frequency'],
  ])('is refused for want of %s', (_, more, conditions, path) => {
    expect(said('procurement', record('procurement', more, conditions))).toBe(`GRANT_CONDITIONS_MISSING ${path}`);
  });
});

describe('personal data', () => {
  const give = (more: Facts = {}): never =>
    entry('consent.given', {
      consent: 'consent-1',
      resource: 'data',
      subject: digest('a'),
      text: digest('b'),
      textVersion: 'v1',
      ...more,
    });
  const withdraw = entry('consent.withdrawn', { consent: 'consent-1' });

  it('takes the consent of the data subject, known by a pseudonym, and stops with it [rows 001-002-003:D18]', () => {
    const state = opened(true);
    expect(act(state, 'provider', grant())).toBe('CONSENT_MISSING');
    expect(act(state, 'provider', second())).toBe('CONSENT_MISSING');
    expect(act(state, 'provider', second({ consent: 'consent-1' }))).toBe('CONSENT_UNKNOWN');
    expect(act(state, 'consumer', give())).toBe('RESOURCE_NOT_YOURS');
    expect(act(state, 'provider', give())).toBe('ok');
    expect(act(state, 'provider', give())).toBe('CONSENT_EXISTS');
    expect(act(state, 'provider', second({ consent: 'consent-1' }))).toBe('ok');
    expect(check(state)).toBe('allowed');
    expect(act(state, 'consumer', withdraw)).toBe('CONSENT_NOT_YOURS');
    expect(act(state, 'provider', withdraw)).toBe('ok');
    expect(check(state)).toBe('CONSENT_WITHDRAWN');
    expect(act(state, 'provider', withdraw)).toBe('CONSENT_WITHDRAWN');
    expect(act(state, 'provider', second({ grant: 'grant-2', consent: 'consent-1' }))).toBe('CONSENT_WITHDRAWN');
  });

  it('stops when the consent runs out, by the time of the ledger', () => {
    const state = opened(true);
    const until = later(state, 10);
    act(state, 'provider', give({ until }));
    act(state, 'provider', second({ consent: 'consent-1' }));
    expect(check(state, Date.parse(until) - 1)).toBe('allowed');
    expect(check(state, Date.parse(until))).toBe('CONSENT_WITHDRAWN');
  });

  it('stops for everybody below, too', () => {
    const state = opened(true);
    act(state, 'provider', give());
    act(state, 'provider', second({ right: 'operate', consent: 'consent-1' }));
    act(state, 'consumer', second({ grant: 'grant-2', parent: 'grant-1', provider: 'consumer', consumer: 'sub-consumer' }));
    expect(checkGrant(state, 'grant-2', state.now)).toHaveLength(2);
    act(state, 'provider', withdraw);
    expect(() => checkGrant(state, 'grant-2', state.now)).toThrow(expect.objectContaining({ code: 'CONSENT_WITHDRAWN' }));
  });

  it('needs none for a duty by law and an emergency, and the consent of another resource is none', () => {
    const state = opened(true);
    act(state, 'provider', resource('other'));
    expect(act(state, 'provider', second({ basis: 'statutory-duty' }))).toBe('ok');
    act(state, 'provider', give({ resource: 'other' }));
    expect(act(state, 'provider', second({ grant: 'grant-2', consent: 'consent-1' }))).toBe('CONSENT_MISSING');
  });
});

describe('use in another region', () => {
  const approve = (more: Facts = {}): never =>
    entry('crossing.approved', {
      approval: 'approval-1',
      resource: 'data',
      consumer: 'consumer',
      region: 'SG',
      until: UNTIL,
      ...more,
    });

  it('is denied, unless the bureau has approved it for this resource, consumer, region and time [rows 001-002-003:C18]', () => {
    const state = opened();
    const abroad = (more: Facts = {}): never => second({ region: 'SG', approval: 'approval-1', ...more });
    expect(act(state, 'provider', second({ region: 'SG' }))).toBe('CROSSING_NOT_APPROVED');
    expect(act(state, 'provider', abroad())).toBe('CROSSING_NOT_APPROVED');
    expect(act(state, 'provider', approve())).toBe('ACTION_FORBIDDEN');
    expect(act(state, 'bureau', approve({ region: 'CN' }))).toBe('FIELD_INVALID');
    expect(act(state, 'bureau', approve())).toBe('ok');
    expect(act(state, 'provider', abroad({ region: 'US' }))).toBe('CROSSING_NOT_APPROVED');
    expect(act(state, 'provider', abroad({ consumer: 'sub-consumer' }))).toBe('CROSSING_NOT_APPROVED');
    expect(act(state, 'provider', abroad({ until: '2027-01-02T00:00:00Z' }))).toBe('CROSSING_NOT_APPROVED');
    expect(act(state, 'provider', abroad())).toBe('ok');
    expect(check(state)).toBe('allowed');
    const withdraw = entry('crossing.withdrawn', { approval: 'approval-1' });
    expect(act(state, 'provider', withdraw)).toBe('ACTION_FORBIDDEN');
    expect(act(state, 'bureau', withdraw)).toBe('ok');
    expect(check(state)).toBe('CROSSING_NOT_APPROVED');
  });

  it('that is no longer approved is over for good: whoever had the data states that it has deleted them', () => {
    const state = opened();
    const attest = one('grant.deletion-attested');
    act(state, 'bureau', approve());
    act(state, 'provider', second({ region: 'SG', approval: 'approval-1' }));
    expect(act(state, 'consumer', attest)).toBe('GRANT_STATE_WRONG');
    act(state, 'bureau', entry('crossing.withdrawn', { approval: 'approval-1' }));
    expect(act(state, 'consumer', attest)).toBe('ok');
    expect(grantOf(state).deletedAt).toBe(new Date(state.now).toISOString());
    expect(act(state, 'consumer', attest)).toBe('GRANT_STATE_WRONG');
  });
});

describe('an emergency', () => {
  it('is short, is reviewed afterwards, and the next one waits for that [rows 001-002-003:D14]', () => {
    const state = opened();
    const now = new Date(state.now).toISOString();
    const urgent = (more: Facts = {}): never =>
      second({ basis: 'emergency', from: now, until: later(state, 3), reviewBy: later(state, 10), ...more });
    expect(act(state, 'provider', urgent({ until: later(state, 3.1) }))).toBe('GRANT_TERM_INVALID');
    expect(act(state, 'provider', urgent({ reviewBy: undefined }))).toBe('GRANT_CONDITIONS_MISSING');
    expect(act(state, 'provider', urgent({ reviewBy: later(state, 10.1) }))).toBe('GRANT_TERM_INVALID');
    expect(act(state, 'provider', second({ reviewBy: later(state, 3) }))).toBe('FIELD_INVALID');
    expect(act(state, 'provider', urgent())).toBe('ok');
    expect(act(state, 'provider', urgent({ grant: 'grant-2' }))).toBe('REVIEW_DUE');
    const review = (upheld: boolean): never => entry('grant.reviewed', { grant: 'grant-1', upheld });
    expect(act(state, 'provider', review(true))).toBe('ACTION_FORBIDDEN');
    expect(act(state, 'bureau', review(false))).toBe('ok');
    expect(check(state)).toBe('GRANT_REVOKED');
    expect(act(state, 'bureau', review(true))).toBe('GRANT_STATE_WRONG');
    expect(act(state, 'provider', urgent({ grant: 'grant-2' }))).toBe('ok');
  });
});

describe('the end of a grant', () => {
  const propose = one('grant.revocation-proposed');
  const sign = one('grant.revocation-countersigned');
  const attest = one('grant.deletion-attested');

  it.each([
    ['consumer', 'provider'],
    ['provider', 'consumer'],
  ])('proposed by the %s is there when the %s has signed, and not before [rows 000-004:C7]', (by, other) => {
    const state = opened();
    act(state, 'provider', second());
    expect(act(state, 'third', propose)).toBe('GRANT_NOT_YOURS');
    expect(act(state, other, sign)).toBe('GRANT_STATE_WRONG');
    expect(act(state, by, propose)).toBe('ok');
    expect(check(state)).toBe('allowed');
    expect(act(state, other, propose)).toBe('GRANT_STATE_WRONG');
    expect(act(state, by, sign)).toBe('GRANT_NOT_YOURS');
    expect(act(state, other, sign)).toBe('ok');
    expect(check(state)).toBe('GRANT_REVOKED');
    expect(grantOf(state)).toMatchObject({ revocation: { by, signed: true } });
    expect(act(state, other, sign)).toBe('GRANT_STATE_WRONG');
    expect(act(state, by, propose)).toBe('GRANT_REVOKED');
  });

  it('by the controller alone holds at once, and the consumer may sign afterwards; also for grants of before', () => {
    for (const facts of [second(), grant()]) {
      const state = opened();
      act(state, 'provider', facts);
      expect(act(state, 'provider', change('revoked'))).toBe('ok');
      expect(check(state)).toBe('GRANT_REVOKED');
      expect(act(state, 'provider', sign)).toBe('GRANT_NOT_YOURS');
      expect(act(state, 'consumer', sign)).toBe('ok');
      expect(grantOf(state)).toMatchObject({ status: 'revoked', revocation: { by: 'provider', signed: true } });
    }
  });

  it('is followed by an attestation that the data is deleted: by the consumer, after the end, once [rows 000-004:E1]', () => {
    const state = opened();
    act(state, 'provider', second());
    expect(act(state, 'consumer', attest)).toBe('GRANT_STATE_WRONG');
    act(state, 'provider', change('paused'));
    expect(act(state, 'consumer', attest)).toBe('GRANT_STATE_WRONG');
    act(state, 'provider', change('revoked'));
    expect(act(state, 'provider', attest)).toBe('GRANT_NOT_YOURS');
    expect(act(state, 'consumer', attest)).toBe('ok');
    expect(grantOf(state).deletedAt).toBe(new Date(state.now).toISOString());
    expect(act(state, 'consumer', attest)).toBe('GRANT_STATE_WRONG');
  });

  it('comes by the time of the ledger, too', () => {
    const state = opened();
    act(state, 'provider', second());
    state.now = Date.parse(UNTIL);
    expect(act(state, 'consumer', attest)).toBe('ok');
  });
});

describe('a request between departments', () => {
  const ask = (more: Facts = {}): never =>
    entry('request.made', { request: 'request-1', resource: 'data', consumer: 'consumer', basis: 'statutory-duty', ...more });
  const answer = (more: Facts = {}): never => entry('request.answered', { request: 'request-1', ...more });
  const escalate = entry('request.escalated', { request: 'request-1' });
  const requestOf = (state: MemoryState): RequestState => state.get<RequestState>(stateKeys.request('request-1'))!;

  it('has a deadline of its own, and is escalated when that has passed [rows 001-002-003:C22,D6]', () => {
    const state = opened();
    expect(act(state, 'provider', ask())).toBe('ACTION_FORBIDDEN');
    expect(act(state, 'consumer', ask({ resource: 'none' }))).toBe('RESOURCE_UNKNOWN');
    expect(act(state, 'consumer', ask())).toBe('ok');
    expect(requestOf(state).due).toBe(later(state, ANSWER_DAYS.usual));
    expect(act(state, 'consumer', escalate)).toBe('REQUEST_STATE_WRONG');
    state.now += ANSWER_DAYS.usual * MS_PER_DAY;
    expect(act(state, 'provider', escalate)).toBe('REQUEST_UNKNOWN');
    expect(act(state, 'consumer', escalate)).toBe('ok');
    expect(act(state, 'consumer', escalate)).toBe('REQUEST_STATE_WRONG');
    expect(act(state, 'consumer', answer())).toBe('RESOURCE_NOT_YOURS');
    expect(act(state, 'provider', answer({ grant: 'grant-1' }))).toBe('GRANT_UNKNOWN');
    act(state, 'provider', second());
    expect(act(state, 'provider', answer({ grant: 'grant-1' }))).toBe('ok');
    expect(requestOf(state)).toMatchObject({ status: 'granted', grant: 'grant-1' });
    expect(act(state, 'provider', answer())).toBe('REQUEST_STATE_WRONG');
  });

  it('is urgent in an emergency, and is not answered with a grant for somebody else', () => {
    const state = opened();
    act(state, 'consumer', ask({ basis: 'emergency' }));
    expect(requestOf(state).due).toBe(later(state, ANSWER_DAYS.emergency));
    act(state, 'provider', second({ consumer: 'sub-consumer' }));
    expect(act(state, 'provider', answer({ grant: 'grant-1' }))).toBe('GRANT_UNKNOWN');
    expect(act(state, 'provider', answer())).toBe('ok');
    expect(requestOf(state).status).toBe('refused');
  });
});

describe('a standing grant', () => {
  const open = (more: Facts = {}): never =>
    entry('standing.opened', {
      standing: 'standing-1', resource: 'data', provider: 'provider', consumer: 'consumer', days: 30, until: UNTIL, basis: 'procurement',
      keepDays: 30, ...more,
    }); // prettier-ignore

  it('is signed once by the controller, and drawn from by the consumer within its terms [rows 001-002-003:D6]', () => {
    const state = opened();
    const draw = (more: Facts = {}): never =>
      second({ standing: 'standing-1', from: new Date(state.now).toISOString(), until: later(state, 30), ...more });
    expect(act(state, 'consumer', draw())).toBe('STANDING_CLOSED');
    expect(act(state, 'consumer', open())).toBe('ACTION_FORBIDDEN');
    expect(act(state, 'provider', open())).toBe('ok');
    expect(act(state, 'provider', open())).toBe('STANDING_EXISTS');
    for (const wider of [{ keepDays: 31 }, { basis: 'statutory-duty' }, { right: 'operate' }, { region: 'SG' }])
      expect([wider, act(state, 'consumer', draw(wider))]).toEqual([wider, 'GRANT_SCOPE_WIDER']);
    expect(act(state, 'consumer', draw({ consumer: 'sub-consumer' }))).toBe('ACTION_FORBIDDEN');
    expect(act(state, 'consumer', draw({ until: later(state, 31) }))).toBe('GRANT_SCOPE_WIDER');
    expect(act(state, 'sub-consumer', draw())).toBe('ACTION_FORBIDDEN');
    expect(act(state, 'consumer', draw())).toBe('ok');
    expect(grantOf(state)).toMatchObject({ provider: 'provider', standing: 'standing-1' });
    // What was drawn is the controller's to revoke, like any other.
    expect(act(state, 'provider', change('revoked'))).toBe('ok');
    expect(act(state, 'provider', entry('standing.closed', { standing: 'standing-1' }))).toBe('ok');
    expect(act(state, 'consumer', draw({ grant: 'grant-2' }))).toBe('STANDING_CLOSED');
  });

  it('is none for personal data: each grant needs a consent of its own', () => {
    expect(act(opened(true), 'provider', open())).toBe('CONSENT_MISSING');
  });
});
