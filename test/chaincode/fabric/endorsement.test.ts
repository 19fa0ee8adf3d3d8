import { catalogued, DIRECTORY_TRANSACTIONS } from '../../support/directory';
import type { FabricChannel } from '../../support/fabric-channel';
import { act, contracts, delegate, invocationOf, item, openMarket, organisation, send, type Step } from './market';

const SELLERS_SIDE = ['TaxBureau', 'Merchants'];
const SHARING_SIDE = ['TaxBureau', 'DataProviders'];

const member = (id: string, role: 'consumer' | 'provider'): Step => {
  const step = organisation(id, 'auditor');
  return 'facts' in step ? { ...step, facts: { ...step.facts, role } as typeof step.facts } : step;
};
const register: Step = act('provider', 'access:registerResource', {
  type: 'resource.registered',
  resource: 'data',
  owner: 'city',
  controller: 'provider',
});
/** The directory's part: a resource stands under an entry before access to it is granted. */
const PLACED = catalogued('provider', 'data').map(({ caller, facts }) =>
  act(caller, DIRECTORY_TRANSACTIONS[facts.type as keyof typeof DIRECTORY_TRANSACTIONS], facts),
);
const grant: Step = act('provider', 'access:grant', {
  type: 'grant.granted',
  grant: 'grant-1',
  resource: 'data',
  provider: 'provider',
  consumer: 'consumer',
  right: 'use',
  from: '2026-01-01T00:00:00Z',
  until: '2027-01-01T00:00:00Z',
});
const transfer = (controller: string): Step =>
  act('city', 'access:transferResource', { type: 'resource.transferred', resource: 'data', owner: 'city', controller });

let channel: FabricChannel;
const codeOf = async (step: Step, endorsers: readonly string[]): Promise<string> =>
  (await channel.invoke(invocationOf(step), endorsers)).code;

beforeEach(async () => {
  channel = await openMarket(contracts);
});

describe('the keys that decide over invoices', () => {
  it('are bound, with their first value, to the bureau and the sellers', async () => {
    await send(channel, { as: 'tea-house', batch: [item('a'), item('b')] });
    await send(channel, delegate('tea-house', 'platform'));
    const bound = Object.keys(channel.values()).filter((key) => channel.policies.has(key));
    const wanted = Object.keys(channel.values()).filter((key) => /^(head|pool|references|delegation)\//.test(key));
    expect(bound).toEqual(wanted);
    expect(bound.map((key) => key.split('/')[0])).toEqual(['delegation', 'head', 'head', 'pool', 'references', 'references']);
    for (const key of bound) expect(channel.policies.get(key)).toEqual(SELLERS_SIDE);
  });

  it('are bound once, not with every value', async () => {
    const first = await send(channel, { as: 'tea-house', batch: [item('no 0101')] });
    const second = await send(channel, { as: 'tea-house', batch: [item('no 0102')] });
    expect(first.policies.map(([key]) => key.split('/')[0])).toEqual(['references']);
    expect(second.policies).toEqual([]);
    // The page that was begun lies beside the till's head.
    expect(second.writes.map(([key]) => key.split('/')[0])).toEqual(['batch', 'head']);
  });

  it.each([[['TaxBureau']], [['Merchants']], [['TaxBureau', 'DataProviders']], [['Merchants', 'DataProviders']]])(
    'an invoice that only %j endorse is none',
    async (endorsers) => {
      const before = channel.values();
      expect(await codeOf({ as: 'tea-house', batch: [item('x')] }, endorsers)).toBe('ENDORSEMENT_POLICY_FAILURE');
      expect(channel.values()).toEqual(before);
    },
  );

  it('an invoice that both sides endorse is one', async () => {
    expect(await codeOf({ as: 'tea-house', batch: [item('x')] }, SELLERS_SIDE)).toBe('VALID');
  });
});

describe('a grant', () => {
  beforeEach(async () => {
    for (const step of [member('city', 'provider'), member('provider', 'provider'), member('consumer', 'consumer')])
      expect(await send(channel, step)).toMatchObject({ code: 'VALID', status: 200 });
  });

  it("is endorsed by its provider's side, and so is its resource", async () => {
    expect(await codeOf(register, SELLERS_SIDE)).toBe('ENDORSEMENT_POLICY_FAILURE');
    expect(await codeOf(register, SHARING_SIDE)).toBe('VALID');
    for (const step of PLACED) expect(await codeOf(step, SHARING_SIDE)).toBe('VALID');
    expect(channel.policies.get('catalogue/entry-1')).toEqual(SHARING_SIDE);
    expect(await codeOf(grant, SELLERS_SIDE)).toBe('ENDORSEMENT_POLICY_FAILURE');
    expect(await codeOf(grant, SHARING_SIDE)).toBe('VALID');
    expect(channel.policies.get('resource/data')).toEqual(SHARING_SIDE);
    expect(channel.policies.get('grant/grant-1')).toEqual(SHARING_SIDE);
  });

  it('follows no transfer, but the resource goes to the side of its new controller', async () => {
    for (const step of [register, ...PLACED, grant]) await send(channel, step);
    const given = await send(channel, transfer('tea-house'));
    expect(given).toMatchObject({ code: 'VALID', policies: [['resource/data', SELLERS_SIDE]] });
    expect(given.endorsers).toEqual(expect.arrayContaining(SHARING_SIDE));
    const revoked = await send(channel, act('tea-house', 'access:revoke', { type: 'grant.revoked', grant: 'grant-1' }));
    expect(revoked).toMatchObject({ code: 'VALID', status: 200, policies: [] });
    expect([...revoked.endorsers].sort()).toEqual(['DataProviders', 'Merchants', 'TaxBureau']);
  });
});

describe('transactions that were endorsed side by side', () => {
  const both = async (one: Step, other: Step): Promise<string[]> => {
    const proposed = [await channel.endorse(invocationOf(one)), await channel.endorse(invocationOf(other))];
    expect(proposed.map(({ status }) => status)).toEqual([200, 200]);
    return proposed.map((each) => channel.commit(each));
  };

  it('use an order reference once, whichever tills they come from', async () => {
    const [a, b]: Step[] = [
      { as: 'tea-house', batch: [item('race')] },
      { as: 'tea-house', batch: [item('race', { till: 'till-2' })] },
    ];
    expect(await both(a!, b!)).toEqual(['VALID', 'MVCC_READ_CONFLICT']);
    expect(JSON.parse((await send(channel, b!)).payload)).toMatchObject([{ code: 'INVOICE_EXISTS' }]);
  });

  it('take numbers of one till one after the other', async () => {
    const batch = (reference: string): Step => ({ as: 'tea-house', batch: [item(reference)] });
    expect(await both(batch('one'), batch('two'))).toEqual(['VALID', 'MVCC_READ_CONFLICT']);
  });

  it('harm each other not at all when tills and pages differ', async () => {
    expect(
      await both({ as: 'tea-house', batch: [item('one')] }, { as: 'tea-house', batch: [item('two', { till: 'till-2' })] }),
    ).toEqual(['VALID', 'VALID']);
  });

  it('give a delegation back before an invoice under it enters, or after', async () => {
    await send(channel, delegate('tea-house', 'platform'));
    const issue: Step = { as: 'platform', batch: [item('late')] };
    const revoke = act('tea-house', 'registry:revokeDelegation', {
      type: 'delegation.revoked',
      seller: 'tea-house',
      agent: 'platform',
    });
    expect(await both(revoke, issue)).toEqual(['VALID', 'MVCC_READ_CONFLICT']);
  });
});
