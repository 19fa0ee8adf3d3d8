import { canonicalJson, type EntryFacts } from '@lianpiao/chaincode/domain';
import { DIRECTORY_TRANSACTIONS, placedWithDuties, published, type Said } from '../../support/directory';
import { FabricChannel } from '../../support/fabric-channel';
import { loadChaincode, type Endorsement } from '../../support/fabric-stub';
import { act, contracts, member, NOW, organisation, send, type Step } from './market';

const FROM = '2026-01-01T00:00:00Z';
const UNTIL = '2027-01-01T00:00:00Z';

const register = (as = 'provider'): Step =>
  act(as, 'access:registerResource', { type: 'resource.registered', resource: 'data', owner: 'city', controller: as });
const grant = (more: Partial<Extract<EntryFacts, { type: 'grant.granted' }>> = {}): Step => {
  const facts = {
    type: 'grant.granted' as const,
    grant: 'grant-1',
    resource: 'data',
    provider: 'provider',
    consumer: 'consumer',
  };
  const whole = { ...facts, right: 'operate' as const, from: FROM, until: UNTIL, ...more };
  return act(whole.provider, 'access:grant', whole);
};
const change = (word: 'pause' | 'resume' | 'revoke', as = 'provider'): Step => {
  const types = { pause: 'grant.paused', resume: 'grant.resumed', revoke: 'grant.revoked' } as const;
  return act(as, `access:${word}`, { type: types[word], grant: 'grant-1' });
};
const seal = (first: number, as = 'bureau'): Step =>
  act(as, 'access:sealAudit', { type: 'audit.sealed', first, count: 3, root: 'c'.repeat(64) as never });

const said = ({ caller, facts }: Said): Step =>
  act(caller, DIRECTORY_TRANSACTIONS[facts.type as keyof typeof DIRECTORY_TRANSACTIONS], facts);
const place = said({ caller: 'provider', facts: { type: 'catalogue.placed', resource: 'data', entry: 'entry-1' } });

const OPENING: readonly Step[] = [
  organisation('bureau', 'bureau'),
  member('city', 'provider'),
  member('provider', 'provider'),
  member('consumer', 'consumer'),
  member('third', 'consumer'),
  ...placedWithDuties('provider').map(said),
  said({ caller: 'provider', facts: published('provider') }),
];

async function opened(...more: readonly Step[]): Promise<FabricChannel> {
  const channel = new FabricChannel(contracts);
  for (const step of [...OPENING, ...more]) expect(await send(channel, step)).toMatchObject({ status: 200, message: '' });
  return channel;
}

describe('the access contract', () => {
  it('is found by the loader of Fabric, with its transactions', () => {
    const { metadata } = loadChaincode(contracts);
    const names = ['grant', 'pause', 'registerResource', 'resume', 'revoke', 'sealAudit', 'transferResource'];
    expect(metadata.contracts['access']?.transactions.map(({ name }) => name).sort()).toEqual(names);
  });

  it('takes a grant through its life, each step as an entry that followers find', async () => {
    const channel = await opened(register(), place, grant());
    const life: [Step, string][] = [
      [change('pause'), 'grant.paused'],
      [change('resume'), 'grant.resumed'],
      [grant({ grant: 'grant-2', parent: 'grant-1', provider: 'consumer', consumer: 'third', right: 'use' }), 'grant.granted'],
      [
        act('city', 'access:transferResource', {
          type: 'resource.transferred',
          resource: 'data',
          owner: 'city',
          controller: 'city',
        }),
        'resource.transferred',
      ],
      [change('revoke', 'city'), 'grant.revoked'],
      [seal(0), 'audit.sealed'],
      [seal(3), 'audit.sealed'],
    ];
    for (const [step, type] of life) {
      const { status, payload, txId, event } = await send(channel, step);
      expect(status).toBe(200);
      expect(JSON.parse(payload)).toMatchObject({ type, time: new Date(NOW).toISOString() });
      expect(JSON.parse(channel.values()[`batch/${txId}`]!)).toEqual([payload]);
      expect(event).toEqual({ name: 'entries.accepted', payload: '{"count":1}' });
    }
    const values = channel.values();
    expect(JSON.parse(values['grant/grant-1']!)).toMatchObject({ status: 'revoked', right: 'operate' });
    expect(JSON.parse(values['grant/grant-2']!)).toMatchObject({ status: 'active', parent: 'grant-1' });
    expect(JSON.parse(values['resource/data']!)).toEqual({ owner: 'city', controller: 'city' });
    expect(JSON.parse(values['audit']!)).toEqual({ sealed: 6 });
  });

  const refusals: [string, readonly Step[], Step, string][] = [
    ['a resource of a consumer', [], register('consumer'), 'ACTION_FORBIDDEN: {"rule":"provider-only"}'],
    ['a known resource', [register()], register(), 'RESOURCE_EXISTS: {"path":"/resource"}'],
    [
      'a grant by the owner, who does not control',
      [register(), place],
      grant({ provider: 'city' }),
      'RESOURCE_NOT_YOURS: {"rule":"controller-only"}',
    ],
    [
      'a sub-grant under a right to use',
      [register(), place, grant({ right: 'use' })],
      grant({ grant: 'grant-2', parent: 'grant-1', provider: 'consumer', consumer: 'third' }),
      'GRANT_RIGHT_MISSING: {"path":"/parent","wanted":"operate"}',
    ],
    [
      'what the consumer would pause',
      [register(), place, grant()],
      change('pause', 'consumer'),
      'GRANT_NOT_YOURS: {"rule":"controller-only"}',
    ],
    [
      'resuming what is active',
      [register(), place, grant()],
      change('resume'),
      'GRANT_STATE_WRONG: {"found":"active","wanted":"paused"}',
    ],
    [
      'resuming what was revoked',
      [register(), place, grant(), change('revoke')],
      change('resume'),
      'GRANT_REVOKED: The grant was revoked, for good.',
    ],
    ['a seal with a gap', [], seal(1), 'AUDIT_NOT_CONTIGUOUS: {"found":"1","path":"/first","wanted":"0"}'],
    ["a provider's seal", [], seal(0, 'provider'), 'ACTION_FORBIDDEN: {"rule":"bureau-only"}'],
  ];
  it.each(refusals)('refuses %s by its code, and writes nothing', async (_, before, step, message) => {
    const answer: Endorsement = await send(await opened(...before), step);
    expect(answer).toMatchObject({ status: 500, message, writes: [] });
  });

  it('shows the terms to nobody who reads the blocks', async () => {
    const channel = await opened(register(), place);
    const step = grant() as Extract<Step, { facts: unknown }>;
    const terms = {
      purpose: { code: 'secret-purpose', text: 'secret-text' },
      fields: ['secret_field'],
      rows: [],
      liability: 'secret-note',
    };
    const fields = Object.entries(terms).map(([name, value]) => ({ name, text: canonicalJson(value) }));
    expect(await send(channel, { ...step, record: { ...step.record, fields } })).toMatchObject({ status: 200 });
    const seen = [...channel.seen, ...Object.entries(channel.values()).flat()].join('\n');
    expect(seen).not.toMatch(/secret/);
    expect(seen).toContain('grant-1');
  });
});
