import { canonicalJson, hasher, type EntryFacts, type JsonValue } from '@lianpiao/chaincode/domain';
import { catalogued, DIRECTORY_TRANSACTIONS } from '../../support/directory';
import { FabricChannel } from '../../support/fabric-channel';
import { loadChaincode } from '../../support/fabric-stub';
import { act, contracts, member, organisation, send, type Step } from './market';

const FROM = '2026-01-01T00:00:00Z';
const UNTIL = '2027-01-01T00:00:00Z';

/** A step whose record says more than who, what and why. */
function withRecord(step: Step, more: Readonly<Record<string, JsonValue>>): Step {
  if (!('record' in step)) throw new Error('a batch has no record');
  const fields = Object.entries(more).map(([name, value]) => ({ name, text: canonicalJson(value) }));
  return { ...step, record: { ...step.record, fields: [...step.record.fields, ...fields] } };
}

const RECORD = {
  purpose: { code: 'research', text: 'a study' },
  fields: ['level'],
  rows: [],
  liability: 'each side answers for its own faults',
  conditions: { basis: { kind: 'commissioned-project', project: 'P-1' }, modes: ['view'], frequency: null },
} as const;
const OPENING: readonly Step[] = [
  organisation('bureau', 'bureau'),
  member('provider', 'provider'),
  member('consumer', 'consumer'),
  act('provider', 'access:registerResource', {
    type: 'resource.registered',
    resource: 'data',
    owner: 'provider',
    controller: 'provider',
    personal: true,
  }),
  ...catalogued('provider', 'data').map(({ caller, facts }) =>
    act(caller, DIRECTORY_TRANSACTIONS[facts.type as keyof typeof DIRECTORY_TRANSACTIONS], facts),
  ),
];
const consent = act('provider', 'sharing:giveConsent', {
  type: 'consent.given',
  consent: 'consent-1',
  resource: 'data',
  subject: hasher().sha256('a patient'),
  text: hasher().sha256('I agree'),
  textVersion: '1',
});
const facts: EntryFacts = {
  type: 'grant.granted',
  grant: 'grant-1',
  resource: 'data',
  provider: 'provider',
  consumer: 'consumer',
  right: 'use',
  from: FROM,
  until: UNTIL,
  version: 2,
  basis: 'commissioned-project',
  keepDays: 30,
  region: 'CN',
  consent: 'consent-1',
};
const grant = withRecord(act('provider', 'access:grant', facts), RECORD);
const step = (as: string, word: string, more: EntryFacts): Step => act(as, `sharing:${word}`, more);
const propose = (as: string): Step => step(as, 'proposeRevocation', { type: 'grant.revocation-proposed', grant: 'grant-1' });
const countersign = (as: string): Step =>
  step(as, 'countersignRevocation', { type: 'grant.revocation-countersigned', grant: 'grant-1' });
const attest = withRecord(step('consumer', 'attestDeletion', { type: 'grant.deletion-attested', grant: 'grant-1' }), {
  statement: 'all copies were deleted',
});

async function opened(...more: readonly Step[]): Promise<FabricChannel> {
  const channel = new FabricChannel(contracts);
  for (const each of [...OPENING, ...more]) expect(await send(channel, each)).toMatchObject({ status: 200, message: '' });
  return channel;
}

describe('the sharing contract', () => {
  it('is found by the loader of Fabric, with its transactions', () => {
    const { metadata } = loadChaincode(contracts);
    expect(metadata.contracts['sharing']?.transactions.map(({ name }) => name).sort()).toEqual([
      'answer', 'approveCrossing', 'attestDeletion', 'closeStanding', 'countersignRevocation', 'escalate', 'giveConsent', 'openStanding',
      'proposeRevocation', 'request', 'review', 'withdrawConsent', 'withdrawCrossing',
    ]); // prettier-ignore
  });

  it('takes a grant on personal data from consent to attested deletion [rows 001-002-003:D18]', async () => {
    const channel = await opened(consent, grant, propose('consumer'), countersign('provider'), attest);
    expect(JSON.parse(channel.values()['grant/grant-1']!)).toMatchObject({
      version: 2,
      status: 'revoked',
      revocation: { by: 'consumer', signed: true },
      deletedAt: expect.any(String) as string,
    });
    const text = JSON.stringify(channel.values());
    for (const secret of ['a study', 'P-1', 'all copies were deleted', 'each side answers']) expect(text).not.toContain(secret);
  });

  it.each<[string, readonly Step[], Step, string]>([
    ['a grant without the consent', [], grant, 'CONSENT_UNKNOWN: {"found":"consent-1","path":"/consent"}'],
    [
      'a grant whose record lacks what its basis requires',
      [consent],
      withRecord(act('provider', 'access:grant', facts), {
        ...RECORD,
        conditions: { ...RECORD.conditions, basis: { kind: 'commissioned-project' } },
      }),
      'GRANT_CONDITIONS_MISSING: {"path":"/conditions/basis/project"}',
    ],
    [
      'a second signature of the same side',
      [consent, grant, propose('consumer')],
      countersign('consumer'),
      'GRANT_NOT_YOURS: {"rule":"other-side-signs"}',
    ],
    ['a deletion before the end', [consent, grant], attest, 'GRANT_STATE_WRONG: {"found":"active","wanted":"ended"}'],
  ])('refuses %s', async (_, before, refused, message) => {
    const channel = await opened(...before);
    const values = JSON.stringify(channel.values());
    expect(await send(channel, refused)).toMatchObject({ status: 500, message });
    expect(JSON.stringify(channel.values())).toBe(values);
  });
});
