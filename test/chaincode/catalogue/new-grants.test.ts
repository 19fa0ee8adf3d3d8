import {
  CLASS_DECISIONS,
  DATA_CLASSES,
  DATA_GRADES,
  decideSharing,
  GRADE_DECISIONS,
  stateKeys,
  type CataloguePublished,
  type EntryFacts,
  type GrantRight,
  type Role,
} from '@lianpiao/chaincode/domain';
import { accessState, act, ACTORS, grant, propose, resource } from '../../support/access-state';
import { catalogued, placedWithDuties, published } from '../../support/directory';
import type { MemoryState } from '../../support/memory-state';

/** A resource of the provider under an entry with these members. */
function shared(more: Partial<CataloguePublished> = {}): MemoryState {
  const state = accessState();
  const steps = [
    ...placedWithDuties('provider'),
    { caller: 'provider', facts: published('provider', more) },
    { caller: 'provider', facts: resource() as EntryFacts },
    { caller: 'provider', facts: { type: 'catalogue.placed', resource: 'data', entry: 'entry-1' } as const },
  ];
  for (const { caller, facts } of steps) expect(propose(state, caller, facts)).toBe('ok');
  return state;
}

const wanted = (more: Readonly<Record<string, unknown>> = {}): EntryFacts => grant(more) as EntryFacts;

describe('a new grant', () => {
  it('is refused while its resource stands under no catalogue entry [rows 001-002-003:B1]', () => {
    const state = accessState();
    expect(propose(state, 'provider', resource() as EntryFacts)).toBe('ok');
    expect(propose(state, 'provider', wanted())).toBe('RESOURCE_NOT_CATALOGUED');
    for (const { caller, facts } of catalogued('provider', 'data')) expect(propose(state, caller, facts)).toBe('ok');
    expect(propose(state, 'provider', wanted())).toBe('ok');
    expect(propose(state, 'provider', wanted({ resource: 'none' }))).toBe('RESOURCE_UNKNOWN');
  });

  it('that stands on the ledger from before there was a directory is replayed as it was', () => {
    const state = accessState();
    expect(act(state, 'provider', resource())).toBe('ok');
    expect(act(state, 'provider', grant())).toBe('ok');
    expect(state.get(stateKeys.grant('grant-1'))).toMatchObject({ status: 'active' });
  });

  it('is refused under an entry that is closed or retired, or in quarantine', () => {
    expect(propose(shared({ openness: 'closed' }), 'provider', wanted())).toBe('SHARING_CLOSED');
    const retired = shared();
    expect(propose(retired, 'provider', published('provider', { version: 2, stage: 'retired' }))).toBe('ok');
    expect(propose(retired, 'provider', wanted())).toBe('CATALOGUE_ENTRY_RETIRED');
    const unfit = shared();
    const schema = { type: 'schema.registered', schema: 'stops', version: 1, owner: 'provider', digest: 'd'.repeat(64) };
    expect(propose(unfit, 'provider', schema as EntryFacts)).toBe('ok');
    expect(propose(unfit, 'bureau', { type: 'catalogue.quarantined', resource: 'data', schema: 'stops', version: 1 })).toBe('ok');
    expect(propose(unfit, 'provider', wanted())).toBe('RESOURCE_QUARANTINED');
    expect(propose(unfit, 'bureau', { type: 'catalogue.released', resource: 'data' })).toBe('ok');
    expect(propose(unfit, 'provider', wanted())).toBe('ok');
  });

  it('gives no right to operate while title to the data is not proven [rows 001-002-003:C21]', () => {
    const { evidence: _, ...unproven } = published('provider');
    const state = accessState();
    const steps = [...placedWithDuties('provider'), { caller: 'provider', facts: unproven as EntryFacts }];
    for (const { caller, facts } of steps) expect(propose(state, caller, facts)).toBe('ok');
    expect(propose(state, 'provider', resource() as EntryFacts)).toBe('ok');
    expect(propose(state, 'provider', { type: 'catalogue.placed', resource: 'data', entry: 'entry-1' })).toBe('ok');
    expect(propose(state, 'provider', wanted({ right: 'operate' }))).toBe('TITLE_UNPROVEN');
    expect(propose(state, 'provider', wanted())).toBe('ok');
  });

  it.each(
    DATA_GRADES.flatMap((grade) =>
      DATA_CLASSES.flatMap((dataClass) =>
        (['other-provider', 'consumer', 'auditor', 'merchant'] as const).flatMap((consumer) =>
          (['use', 'operate'] as const).map((right) => [grade, dataClass, consumer, right] as const),
        ),
      ),
    ),
  )('of grade %d, class %s, to %s, to %s is what the table says', (grade, dataClass, consumer, right) => {
    const state = shared({ grade, class: dataClass });
    const decision = decideSharing({ grade, class: dataClass }, ACTORS[consumer]!, right);
    const first = propose(state, 'provider', wanted({ consumer, right }));
    expect(first).toBe({ allow: 'ok', approve: 'SHARING_UNAPPROVED', deny: 'SHARING_DENIED' }[decision]);
    const approved = (until: string): EntryFacts => ({ type: 'catalogue.approved', entry: 'entry-1', consumer, right, until });
    expect(propose(state, 'provider', approved('2026-04-01T00:00:00Z'))).toBe('ACTION_FORBIDDEN');
    expect(propose(state, 'bureau', approved('2026-01-01T00:00:00Z'))).toBe('FIELD_INVALID');
    expect(propose(state, 'bureau', approved('2026-04-01T00:00:00Z'))).toBe('ok');
    const again = propose(state, 'provider', wanted({ grant: 'grant-2', consumer, right }));
    expect(again).toBe(decision === 'deny' ? 'SHARING_DENIED' : 'ok');
    state.now = Date.parse('2026-04-01T00:00:00Z');
    const late = propose(state, 'provider', wanted({ grant: 'grant-3', consumer, right }));
    expect(late).toBe(first);
  });
});

describe('the decision table', () => {
  const RANK = { allow: 0, approve: 1, deny: 2 };
  const ROLES: readonly Role[] = ['provider', 'consumer', 'auditor'];
  const rank = (grade: 1 | 2 | 3 | 4, dataClass: (typeof DATA_CLASSES)[number], role: Role, right: GrantRight): number =>
    RANK[decideSharing({ grade, class: dataClass }, role, right)];

  it('says something for every grade and class, and never less for more [rows 001-002-003:D7]', () => {
    expect(Object.keys(GRADE_DECISIONS).map(Number)).toEqual([...DATA_GRADES]);
    expect(Object.keys(CLASS_DECISIONS).sort()).toEqual([...DATA_CLASSES].sort());
    for (const role of ROLES) {
      for (const dataClass of DATA_CLASSES) {
        for (const grade of [2, 3, 4] as const) {
          for (const right of ['use', 'operate'] as const)
            expect(rank(grade, dataClass, role, right)).toBeGreaterThanOrEqual(rank((grade - 1) as 1, dataClass, role, right));
        }
        for (const grade of DATA_GRADES)
          expect(rank(grade, dataClass, role, 'operate')).toBeGreaterThanOrEqual(rank(grade, dataClass, role, 'use'));
      }
    }
  });

  it('a later class is never shared more easily than one before it', () => {
    for (const role of ROLES) {
      for (const right of ['use', 'operate'] as const) {
        const ranks = DATA_CLASSES.map((dataClass) => rank(1, dataClass, role, right));
        expect(ranks).toEqual([...ranks].sort());
      }
    }
  });
});
