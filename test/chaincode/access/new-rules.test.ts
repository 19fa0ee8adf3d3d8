import { checkGrant, LedgerError, requireOwnConsent, type Digest, type EntryFacts } from '@lianpiao/chaincode/domain';
import { accessState, act, change, grant, propose, resource, UNTIL } from '../../support/access-state';
import { catalogued } from '../../support/directory';
import type { MemoryState } from '../../support/memory-state';

type Facts = Readonly<Record<string, unknown>>;
const facts = (type: string, more: Facts): EntryFacts => ({ type, ...more }) as never;
const granting = (more: Facts = {}): EntryFacts => grant(more) as EntryFacts;

/** A resource in the directory; `personal` where it is said. */
function opened(personal = false): MemoryState {
  const state = accessState();
  const registration = { ...resource(), ...(personal ? { personal: true } : {}) } as EntryFacts;
  for (const { caller, facts: said } of [{ caller: 'provider', facts: registration }, ...catalogued('provider', 'data')])
    expect(propose(state, caller, said)).toBe('ok');
  return state;
}

describe('a request is answered', () => {
  const ask = facts('request.made', { request: 'request-1', resource: 'data', consumer: 'consumer', basis: 'statutory-duty' });
  const answer = facts('request.answered', { request: 'request-1', grant: 'grant-1' });
  /** A state with the request and a grant. */
  const asked = (more: Facts = {}, before: readonly [string, EntryFacts][] = []): MemoryState => {
    const state = opened();
    for (const [caller, said] of [...before, ['consumer', ask], ['provider', granting(more)]] as const)
      expect(propose(state, caller, said)).toBe('ok');
    return state;
  };

  it('with a grant that holds, or will hold again, and with none that has ended', () => {
    expect(propose(asked(), 'provider', answer)).toBe('ok');
    const paused = asked();
    propose(paused, 'provider', change('paused') as EntryFacts);
    expect(propose(paused, 'provider', answer)).toBe('ok');
    const revoked = asked();
    propose(revoked, 'provider', change('revoked') as EntryFacts);
    expect(propose(revoked, 'provider', answer)).toBe('GRANT_REVOKED');
    const expired = asked();
    expired.now = Date.parse(UNTIL);
    expect(propose(expired, 'provider', answer)).toBe('GRANT_EXPIRED');
    expect(propose(expired, 'provider', facts('request.answered', { request: 'request-1' }))).toBe('ok');
  });

  it('as it was, where that stands on the ledger from before', () => {
    const state = asked();
    propose(state, 'provider', change('revoked') as EntryFacts);
    expect(act(state, 'provider', answer as never)).toBe('ok');
  });
});

describe('personal data goes on to another organisation', () => {
  const digest = (letter: string): Digest => letter.repeat(64) as Digest;
  const consent = (id: string, more: Facts = {}): EntryFacts =>
    facts('consent.given', { consent: id, resource: 'data', subject: digest('a'), text: digest('b'), textVersion: '1', ...more });
  const below = (more: Facts = {}): EntryFacts =>
    granting({ grant: 'grant-2', parent: 'grant-1', provider: 'consumer', consumer: 'sub-consumer', ...more });
  /** A grant to pass on, which rests on a consent. */
  const passing = (): MemoryState => {
    const state = opened(true);
    for (const said of [consent('consent-1'), granting({ right: 'operate', consent: 'consent-1' })])
      expect(propose(state, 'provider', said)).toBe('ok');
    return state;
  };

  it('by a consent that names it, of the same data subject, and stops with that one alone, too', () => {
    const state = passing();
    expect(propose(state, 'consumer', below())).toBe('CONSENT_MISSING');
    // What the subject said of the first consumer says nothing of the next.
    expect(propose(state, 'consumer', below({ consent: 'consent-1' }))).toBe('CONSENT_MISSING');
    expect(propose(state, 'provider', consent('nobody', { consumer: 'nobody-known' }))).toBe('ORGANISATION_UNKNOWN');
    expect(propose(state, 'provider', consent('other', { consumer: 'sub-consumer', subject: digest('c') }))).toBe('ok');
    expect(propose(state, 'consumer', below({ consent: 'other' }))).toBe('CONSENT_MISSING');
    expect(propose(state, 'consumer', below({ consent: 'consent-2' }))).toBe('CONSENT_UNKNOWN');
    expect(propose(state, 'provider', consent('consent-2', { consumer: 'sub-consumer' }))).toBe('ok');
    expect(propose(state, 'consumer', below({ consent: 'consent-2' }))).toBe('ok');
    expect(propose(state, 'provider', facts('consent.withdrawn', { consent: 'consent-2' }))).toBe('ok');
    expect(() => checkGrant(state, 'grant-2', state.now)).toThrow(expect.objectContaining({ code: 'CONSENT_WITHDRAWN' }));
    expect(checkGrant(state, 'grant-1', state.now)).toHaveLength(1);
  });

  it('a consent that names somebody is for nobody else', () => {
    const state = opened(true);
    expect(propose(state, 'provider', consent('consent-1', { consumer: 'sub-consumer' }))).toBe('ok');
    expect(propose(state, 'provider', granting({ consent: 'consent-1' }))).toBe('CONSENT_MISSING');
    expect(propose(state, 'provider', granting({ consent: 'consent-1', consumer: 'sub-consumer' }))).toBe('ok');
  });

  it('without one for a duty by law and an emergency, of other data, and where that stands on the ledger from before', () => {
    const said = (state: MemoryState, basis: 'emergency' | 'procurement' | 'statutory-duty'): string => {
      try {
        requireOwnConsent(state, { basis, consumer: 'sub-consumer', parent: 'grant-1', resource: 'data' });
        return 'ok';
      } catch (error) {
        if (error instanceof LedgerError) return error.code;
        throw error;
      }
    };
    const state = passing();
    expect((['statutory-duty', 'emergency', 'procurement'] as const).map((basis) => said(state, basis))).toEqual([
      'ok',
      'ok',
      'CONSENT_MISSING',
    ]);
    expect(act(state, 'consumer', below() as never)).toBe('ok');
    const impersonal = opened();
    expect(propose(impersonal, 'provider', granting({ right: 'operate' }))).toBe('ok');
    expect(propose(impersonal, 'consumer', below())).toBe('ok');
  });
});
