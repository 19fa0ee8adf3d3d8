import {
  checkGrant,
  GRANT_STATUSES,
  GRANT_TRANSITIONS,
  LedgerError,
  MAX_GRANT_DEPTH,
  stateKeys,
  type GrantChange,
  type GrantState,
  type GrantStatus,
} from '@lianpiao/chaincode/domain';
import { accessState, act, ACTORS, change, FROM, grant, resource, UNTIL } from '../../support/access-state';
import type { MemoryState } from '../../support/memory-state';

function granted(...more: Readonly<Record<string, unknown>>[]): MemoryState {
  const state = accessState();
  expect(act(state, 'provider', resource())).toBe('ok');
  for (const facts of more.length === 0 ? [{}] : more) {
    const entry = grant(facts) as { provider: string };
    expect(act(state, entry.provider, entry as never)).toBe('ok');
  }
  return state;
}

const check = (state: MemoryState, id = 'grant-1', now = state.now): string => {
  try {
    return `allowed by ${checkGrant(state, id, now)
      .map(({ id: each }) => each)
      .join(' under ')}`;
  } catch (error) {
    if (error instanceof LedgerError) return error.code;
    throw error;
  }
};

describe('a resource', () => {
  it('is registered by the provider that controls it, with an owner that may be another', () => {
    const state = accessState();
    expect(act(state, 'provider', resource())).toBe('ok');
    expect(state.get(stateKeys.resource('data'))).toEqual({ owner: 'merchant', controller: 'provider' });
    expect(act(state, 'provider', resource())).toBe('RESOURCE_EXISTS');
    expect(act(state, 'provider', resource('more', 'nobody'))).toBe('ORGANISATION_UNKNOWN');
    expect(act(state, 'other-provider', resource('more'))).toBe('ACTION_FORBIDDEN');
    for (const [id, role] of Object.entries(ACTORS)) {
      const facts = { ...resource(`of-${id}`, id), controller: id } as never;
      expect([id, act(state, id, facts)]).toEqual([id, role === 'provider' ? 'ok' : 'ACTION_FORBIDDEN']);
    }
  });

  it('is handed on by its owner, who is not its controller', () => {
    const state = granted();
    const to = (owner: string, controller: string): never =>
      ({ type: 'resource.transferred', resource: 'data', owner, controller }) as never;
    for (const id of Object.keys(ACTORS).filter((each) => each !== 'merchant'))
      expect([id, act(state, id, to(id, id))]).toEqual([id, 'RESOURCE_NOT_YOURS']);
    expect(act(state, 'merchant', to('merchant', 'provider'))).toBe('FIELD_INVALID');
    expect(act(state, 'merchant', to('nobody', 'provider'))).toBe('ORGANISATION_UNKNOWN');
    expect(act(state, 'merchant', { ...(to('consumer', 'provider') as object), resource: 'none' } as never)).toBe(
      'RESOURCE_UNKNOWN',
    );
    expect(act(state, 'merchant', to('consumer', 'other-provider'))).toBe('ok');
    // The new controller decides from now on, the old one does not.
    expect(act(state, 'provider', change('paused'))).toBe('GRANT_NOT_YOURS');
    expect(act(state, 'other-provider', change('revoked'))).toBe('ok');
    expect(act(state, 'provider', grant({ grant: 'grant-2' }))).toBe('RESOURCE_NOT_YOURS');
    expect(act(state, 'merchant', to('merchant', 'provider'))).toBe('RESOURCE_NOT_YOURS');
  });
});

describe('granting', () => {
  it("is the controller's alone: not the owner's, not anybody else's", () => {
    const state = accessState();
    act(state, 'provider', resource());
    for (const id of Object.keys(ACTORS)) {
      const outcome = act(state, id, grant({ provider: id, consumer: id === 'consumer' ? 'provider' : 'consumer' }));
      expect([id, outcome]).toEqual([id, id === 'provider' ? 'ok' : 'RESOURCE_NOT_YOURS']);
    }
  });

  it.each<[string, Readonly<Record<string, unknown>>, string]>([
    ['to whom nobody knows', { consumer: 'nobody' }, 'ORGANISATION_UNKNOWN'],
    ['to itself', { consumer: 'provider' }, 'FIELD_INVALID'],
    ['in the name of another', { provider: 'other-provider' }, 'ACTION_FORBIDDEN'],
    ['to a resource that is not there', { resource: 'none' }, 'RESOURCE_UNKNOWN'],
    ['under a grant that is not there', { parent: 'none' }, 'GRANT_UNKNOWN'],
    ['for no time', { until: FROM }, 'GRANT_TERM_INVALID'],
    ['for a time that is over', { from: '2020-01-01T00:00:00Z', until: '2020-02-01T00:00:00Z' }, 'GRANT_TERM_INVALID'],
  ])('%s is refused', (_, facts, code) => {
    const state = accessState();
    act(state, 'provider', resource());
    expect(act(state, 'provider', grant(facts))).toBe(code);
  });

  it('of one id happens once', () => {
    expect(act(granted(), 'provider', grant({ consumer: 'sub-consumer' }))).toBe('GRANT_EXISTS');
  });
});

describe('every state, event and role', () => {
  const PATHS: Readonly<Record<GrantStatus, readonly GrantChange[]>> = {
    active: [],
    paused: ['grant.paused'],
    revoked: ['grant.revoked'],
  };
  const events = Object.keys(GRANT_TRANSITIONS) as GrantChange[];
  const cases = GRANT_STATUSES.flatMap((status) =>
    events.flatMap((event) => Object.keys(ACTORS).map((actor) => [status, event, actor] as const)),
  );

  it.each(cases)('%s, %s, by %s', (status, event, actor) => {
    const state = granted();
    for (const step of PATHS[status]) expect(act(state, 'provider', { type: step, grant: 'grant-1' })).toBe('ok');
    const outcome = act(state, actor, { type: event, grant: 'grant-1' });
    const { from, to } = GRANT_TRANSITIONS[event];
    if (actor !== 'provider') expect(outcome).toBe('GRANT_NOT_YOURS');
    else if (status === 'revoked') expect(outcome).toBe('GRANT_REVOKED');
    else expect(outcome).toBe(from.includes(status) ? 'ok' : 'GRANT_STATE_WRONG');
    const after = state.get<GrantState>(stateKeys.grant('grant-1'))!.status;
    expect(after).toBe(outcome === 'ok' ? to : status);
  });

  it('has a final state and no other', () => {
    const leaves = (status: GrantStatus): boolean => events.some((event) => GRANT_TRANSITIONS[event].from.includes(status));
    expect(GRANT_STATUSES.filter((status) => !leaves(status))).toEqual(['revoked']);
  });
});

describe('a check', () => {
  const at = (text: string): number => Date.parse(text);

  it('holds from the first moment of the term, and no longer at its end', () => {
    const state = granted();
    expect(check(state, 'grant-1', at(FROM) - 1)).toBe('GRANT_NOT_STARTED');
    expect(check(state, 'grant-1', at(FROM))).toBe('allowed by grant-1');
    expect(check(state, 'grant-1', at(UNTIL) - 1)).toBe('allowed by grant-1');
    expect(check(state, 'grant-1', at(UNTIL))).toBe('GRANT_EXPIRED');
  });

  it('follows every change, and revoked goes before expired before paused', () => {
    const state = granted();
    act(state, 'provider', change('paused'));
    expect(check(state)).toBe('GRANT_PAUSED');
    expect(check(state, 'grant-1', at(UNTIL))).toBe('GRANT_EXPIRED');
    act(state, 'provider', change('resumed'));
    expect(check(state)).toBe('allowed by grant-1');
    act(state, 'provider', change('revoked'));
    expect(check(state)).toBe('GRANT_REVOKED');
    expect(check(state, 'grant-1', at(UNTIL))).toBe('GRANT_REVOKED');
    expect(check(state, 'none')).toBe('GRANT_UNKNOWN');
  });
});

describe('a sub-grant', () => {
  const sub = (more: Readonly<Record<string, unknown>> = {}): ReturnType<typeof grant> =>
    grant({ grant: 'grant-2', provider: 'consumer', consumer: 'sub-consumer', parent: 'grant-1', ...more });

  it('needs a grant to operate: use does not allow it', () => {
    expect(act(granted(), 'consumer', sub())).toBe('GRANT_RIGHT_MISSING');
    expect(act(granted({ right: 'operate' }), 'consumer', sub())).toBe('ok');
  });

  it.each<[string, Readonly<Record<string, unknown>>, string]>([
    ['that begins earlier', { from: '2025-12-31T23:59:59Z' }, 'GRANT_SCOPE_WIDER'],
    ['that ends later', { until: '2027-01-01T00:00:01Z' }, 'GRANT_SCOPE_WIDER'],
    ['of another resource', { resource: 'more' }, 'GRANT_SCOPE_WIDER'],
    ['of a grant that another holds', { provider: 'other-provider' }, 'GRANT_NOT_YOURS'],
    ["of the controller's own grant by the controller", { provider: 'provider' }, 'GRANT_NOT_YOURS'],
  ])('%s is refused', (_, facts, code) => {
    const state = granted({ right: 'operate' });
    act(state, 'provider', resource('more'));
    const entry = sub(facts) as { provider: string };
    expect(act(state, entry.provider, entry as never)).toBe(code);
  });

  it('stands and falls with every grant above it', () => {
    const state = granted({ right: 'operate' });
    act(state, 'consumer', sub());
    expect(check(state, 'grant-2')).toBe('allowed by grant-2 under grant-1');
    act(state, 'provider', change('paused'));
    expect(check(state, 'grant-2')).toBe('GRANT_PAUSED');
    expect(act(state, 'consumer', sub({ grant: 'grant-3' }))).toBe('GRANT_PAUSED');
    act(state, 'provider', change('resumed'));
    expect(check(state, 'grant-2')).toBe('allowed by grant-2 under grant-1');
    act(state, 'provider', change('revoked'));
    expect(check(state, 'grant-2')).toBe('GRANT_REVOKED');
    expect(act(state, 'consumer', sub({ grant: 'grant-3' }))).toBe('GRANT_REVOKED');
    // Whoever gave it cannot bring it back by resuming what is below.
    act(state, 'consumer', change('paused', 'grant-2'));
    act(state, 'consumer', change('resumed', 'grant-2'));
    expect(check(state, 'grant-2')).toBe('GRANT_REVOKED');
  });

  it('is paused and revoked by whoever gave it and by the controller; what the controller paused only it resumes', () => {
    const state = granted({ right: 'operate' });
    act(state, 'consumer', sub());
    expect(act(state, 'sub-consumer', change('paused', 'grant-2'))).toBe('GRANT_NOT_YOURS');
    expect(act(state, 'consumer', change('paused', 'grant-2'))).toBe('ok');
    expect(act(state, 'provider', change('resumed', 'grant-2'))).toBe('ok');
    expect(act(state, 'provider', change('paused', 'grant-2'))).toBe('ok');
    expect(act(state, 'consumer', change('resumed', 'grant-2'))).toBe('GRANT_NOT_YOURS');
    expect(act(state, 'consumer', change('revoked', 'grant-2'))).toBe('ok');
  });

  it('goes only so deep', () => {
    const state = granted({ right: 'operate' });
    const takers = ['consumer', 'sub-consumer'];
    for (let depth = 2; depth <= MAX_GRANT_DEPTH + 1; depth += 1) {
      const [provider, consumer] = [takers[depth % 2]!, takers[(depth + 1) % 2]!];
      const entry = sub({ grant: `grant-${depth}`, parent: `grant-${depth - 1}`, right: 'operate', provider, consumer });
      expect(act(state, provider, entry)).toBe(depth <= MAX_GRANT_DEPTH ? 'ok' : 'GRANT_SCOPE_WIDER');
    }
    expect(check(state, `grant-${MAX_GRANT_DEPTH}`)).toMatch(/under grant-1$/);
  });
});

describe('seals of the audit log', () => {
  const seal = (first: number, count: number): never => ({ type: 'audit.sealed', first, count, root: 'a'.repeat(64) }) as never;

  it('follow each other without gap or overlap, by the bureau', () => {
    const state = accessState();
    expect(act(state, 'provider', seal(0, 5))).toBe('ACTION_FORBIDDEN');
    expect(act(state, 'bureau', seal(1, 5))).toBe('AUDIT_NOT_CONTIGUOUS');
    expect(act(state, 'bureau', seal(0, 5))).toBe('ok');
    for (const first of [0, 4, 6]) expect(act(state, 'bureau', seal(first, 5))).toBe('AUDIT_NOT_CONTIGUOUS');
    expect(act(state, 'bureau', seal(5, 1))).toBe('ok');
    expect(state.get(stateKeys.audit)).toEqual({ sealed: 6 });
  });
});
