import {
  checkGrant,
  executeCommand,
  LedgerError,
  stateKeys,
  type Command,
  type EntryFacts,
  type GrantState,
  type JsonValue,
} from '@lianpiao/chaincode/domain';
import fc from 'fast-check';
import { catalogued } from '../../support/directory';
import { embeddedShop } from '../../support/embedded';
import { MemoryState } from '../../support/memory-state';

const SEED = 20260131;
const STARTED = Date.parse('2026-03-16T02:00:00Z');
const HOUR = 3_600_000;
const PEOPLE = ['provider', 'second', 'consumer', 'third'];
const GRANTS = ['grant-a', 'grant-b', 'grant-c', 'grant-d'];
const iso = (hours: number): string => new Date(STARTED + hours * HOUR).toISOString();

/** One thing that somebody tries. */
interface Step {
  readonly caller: string;
  readonly facts: EntryFacts;
}

const person = fc.constantFrom(...PEOPLE);
const grantId = fc.constantFrom(...GRANTS);
const granting = fc
  .record({
    grant: grantId,
    caller: fc.constantFrom('provider', 'provider', 'consumer', ...PEOPLE),
    consumer: fc.constantFrom('consumer', 'consumer', ...PEOPLE),
    right: fc.constantFrom('use' as const, 'operate' as const, 'operate' as const),
    parent: fc.option(grantId, { nil: undefined, freq: 1 }),
    from: fc.integer({ min: -5, max: 3 }),
    hours: fc.integer({ min: -1, max: 40 }),
  })
  .map(({ grant, caller, consumer, right, parent, from, hours }): Step => ({
    caller,
    facts: {
      type: 'grant.granted',
      grant,
      resource: 'data',
      provider: caller,
      consumer,
      right,
      ...(parent === undefined ? {} : { parent }),
      from: iso(from),
      until: iso(from + hours),
    },
  }));
const changing = fc
  .record({
    caller: fc.constantFrom('provider', 'provider', 'provider', ...PEOPLE),
    type: fc.constantFrom('grant.paused' as const, 'grant.resumed' as const, 'grant.revoked' as const),
    grant: grantId,
  })
  .map(({ caller, ...facts }): Step => ({ caller, facts }));
const transfer = fc
  .record({ caller: person, owner: person, controller: person })
  .map(({ caller, ...to }): Step => ({ caller, facts: { type: 'resource.transferred', resource: 'data', ...to } }));
const steps = fc.array(
  fc.oneof({ weight: 5, arbitrary: granting }, { weight: 4, arbitrary: changing }, { weight: 1, arbitrary: transfer }),
  {
    minLength: 15,
    maxLength: 40,
  },
);

const command = (facts: EntryFacts): Command => ({
  type: 'entry.record',
  facts,
  record: { seed: 'ab'.repeat(32), fields: [{ name: 'why', text: '"test"' }] },
});

const OPENING: readonly Step[] = [
  ...['bureau', ...PEOPLE].map((organisation): Step => ({
    caller: 'bureau',
    facts: {
      type: 'organisation.registered',
      organisation,
      role:
        organisation === 'bureau' ? 'bureau' : organisation === 'provider' || organisation === 'second' ? 'provider' : 'consumer',
      sandbox: false,
      publicKey: `${'A'.repeat(122)}==`,
      party: '0'.repeat(64) as never,
    },
  })),
  { caller: 'provider', facts: { type: 'resource.registered', resource: 'data', owner: 'provider', controller: 'provider' } },
  ...catalogued('provider', 'data'),
];

function opened(): MemoryState {
  const state = new MemoryState();
  state.now = STARTED;
  for (const step of OPENING) expect(run(state, step)).toBe('ok');
  return state;
}

function run(state: MemoryState, { caller, facts }: Step): string {
  state.caller = caller;
  try {
    executeCommand(state, command(facts));
    return 'ok';
  } catch (error) {
    if (error instanceof LedgerError) return error.code;
    throw error;
  }
}

const grantsOf = (state: MemoryState): [string, GrantState][] =>
  GRANTS.flatMap((id) => {
    const grant = state.get<GrantState>(stateKeys.grant(id));
    return grant === undefined ? [] : [[id, grant] as [string, GrantState]];
  });

describe('whatever anybody tries', () => {
  it('a revoked grant never comes back, and no sub-grant reaches further than what it rests on', () => {
    let accepted = 0;
    fc.assert(
      fc.property(steps, (tried) => {
        const state = opened();
        for (const step of tried) {
          const before = grantsOf(state);
          if (run(state, step) === 'ok') accepted += 1;
          for (const [id, grant] of before) {
            const after = state.get<GrantState>(stateKeys.grant(id))!;
            if (grant.status === 'revoked') expect(after).toEqual(grant);
            expect({ ...after, status: '', pausedBy: '' }).toEqual({ ...grant, status: '', pausedBy: '' });
          }
          for (const [, grant] of grantsOf(state)) {
            if (grant.parent === undefined) continue;
            const parent = state.get<GrantState>(stateKeys.grant(grant.parent))!;
            expect([parent.right, parent.consumer]).toEqual(['operate', grant.provider]);
            expect(Date.parse(grant.from)).toBeGreaterThanOrEqual(Date.parse(parent.from));
            expect(Date.parse(grant.until)).toBeLessThanOrEqual(Date.parse(parent.until));
          }
        }
      }),
      { numRuns: 300, seed: SEED },
    );
    expect(accepted).toBeGreaterThan(1000);
  });

  it('a check allows exactly when every grant of the chain is active and within its term', () => {
    let allowed = 0;
    fc.assert(
      fc.property(steps, fc.integer({ min: -6, max: 45 }), (tried, hours) => {
        const state = opened();
        for (const step of tried) run(state, step);
        const now = STARTED + hours * HOUR;
        for (const [id] of grantsOf(state)) {
          const chain: GrantState[] = [];
          for (let next: string | undefined = id; next !== undefined; next = chain.at(-1)!.parent)
            chain.push(state.get<GrantState>(stateKeys.grant(next))!);
          const wanted = chain.every(
            ({ status, from, until }) => status === 'active' && Date.parse(from) <= now && now < Date.parse(until),
          );
          let holds = true;
          try {
            checkGrant(state, id, now);
          } catch {
            holds = false;
          }
          expect(holds).toBe(wanted);
          allowed += holds ? 1 : 0;
        }
      }),
      { numRuns: 300, seed: SEED },
    );
    expect(allowed).toBeGreaterThan(50);
  });

  it('the embedded ledger and the rules alone end alike', async () => {
    const shop = await embeddedShop(undefined, { clock: () => STARTED });
    try {
      const party = { name: 'x' };
      for (const organisation of PEOPLE) {
        const role = organisation === 'provider' || organisation === 'second' ? 'provider' : 'consumer';
        await shop.registrations.organisation(
          'bureau',
          { organisation, role, sandbox: false, party },
          { keyId: 'test', why: 'test' },
        );
      }
      const memory = new MemoryState();
      memory.now = STARTED;
      const isMember = ({ facts }: Step): boolean => facts.type === 'organisation.registered';
      for (const step of OPENING.filter(isMember)) run(memory, step);
      // One by one: in a group the ledger orders by caller.
      for (const step of OPENING.filter((each) => !isMember(each))) {
        const [verdict] = await shop.commits.submit([{ caller: step.caller, command: command(step.facts) }]);
        expect([verdict?.accepted, run(memory, step)]).toEqual([true, 'ok']);
      }
      const tried = fc.sample(steps, { numRuns: 8, seed: SEED }).flat();
      const outcomes: string[] = [];
      for (let start = 0; start < tried.length; start += 8) {
        const group = tried.slice(start, start + 8);
        // Several in one transaction: later ones see what earlier ones wrote.
        const verdicts = await shop.commits.submit(group.map(({ caller, facts }) => ({ caller, command: command(facts) })));
        // A ledger orders a group by caller; so does the memory here.
        const order = [...new Set(group.map(({ caller }) => caller))].flatMap((each) =>
          group.filter(({ caller }) => caller === each),
        );
        const expected = new Map(order.map((step) => [step, run(memory, step)]));
        for (const [index, verdict] of verdicts.entries()) {
          const outcome = verdict.accepted ? 'ok' : verdict.error.code;
          expect(outcome).toBe(expected.get(group[index]!));
          outcomes.push(outcome);
        }
      }
      for (const key of [stateKeys.resource('data'), ...GRANTS.map(stateKeys.grant)])
        expect(shop.ledger.state(key)).toEqual(memory.get<JsonValue>(key));
      expect(new Set(outcomes).size).toBeGreaterThan(4);
    } finally {
      shop.remove();
    }
  });
});
