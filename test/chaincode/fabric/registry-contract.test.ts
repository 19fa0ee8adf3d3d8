import { FabricChannel } from '../../support/fabric-channel';
import { loadChaincode } from '../../support/fabric-stub';
import {
  contracts,
  act,
  allot,
  assign,
  delegate,
  item,
  NOW,
  openMarket,
  organisation,
  revoke,
  send,
  till,
  type Step,
} from './market';

const TRANSACTIONS = {
  registry: [
    'closeOutage',
    'grantDelegation',
    'registerOrganisation',
    'registerTill',
    'registerTillKey',
    'revokeDelegation',
    'revokeTillKey',
  ],
  range: ['allot', 'assign'],
  invoice: ['issue'],
  act: ['erase', 'record'],
};

describe('the loader of Fabric', () => {
  const { metadata } = loadChaincode(contracts);

  it.each(Object.entries(TRANSACTIONS))('finds the contract %s with %j', (contract, names) => {
    expect(metadata.contracts[contract]?.transactions.map(({ name }) => name).sort()).toEqual(names);
  });

  it('sees one text as argument and one as answer', () => {
    for (const contract of Object.keys(TRANSACTIONS)) {
      for (const { parameters, returns } of metadata.contracts[contract]!.transactions) {
        expect(returns).toEqual({ type: 'string' });
        const wanted = [{ name: 'facts', description: '', schema: { type: 'string' } }];
        expect(parameters).toEqual(contract === 'invoice' ? [] : wanted);
      }
    }
  });
});

describe('an empty ledger', () => {
  it('takes the bureau first, and nobody else', async () => {
    const channel = new FabricChannel(contracts);
    const shop = await send(channel, organisation('shop', 'merchant', 'shop'));
    expect(shop).toMatchObject({ status: 500, message: expect.stringMatching(/^ACTION_FORBIDDEN: /) });
    const bureau = await send(channel, organisation('bureau', 'bureau'));
    expect(bureau).toMatchObject({ status: 200, event: { name: 'entries.accepted', payload: '{"count":1}' } });
    expect(bureau.writes.map(([key]) => key)).toEqual([`batch/${bureau.txId}`, 'genesis', 'organisation/bureau']);
  });

  it('answers with the text of the entry and keeps it for the followers of blocks', async () => {
    const channel = new FabricChannel(contracts);
    const { payload, txId } = await send(channel, organisation('bureau', 'bureau'));
    expect(JSON.parse(payload)).toMatchObject({
      type: 'organisation.registered',
      organisation: 'bureau',
      time: '2026-03-15T02:03:04.567Z',
      commitment: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(JSON.parse(channel.values()[`batch/${txId}`]!)).toEqual([payload]);
  });
});

describe('a ledger with a bureau, a tea house and a platform', () => {
  let channel: FabricChannel;
  beforeAll(async () => {
    channel = await openMarket(contracts);
  });

  const refusals: [string, Step, string][] = [
    ['a known organisation', organisation('platform', 'platform'), 'ORGANISATION_EXISTS: {"path":"/organisation"}'],
    ['a till registered by its seller', till('till-9', 'tea-house', 'tea-house'), 'ACTION_FORBIDDEN: {"rule":"bureau-only"}'],
    ['a known till', till('till-1', 'tea-house'), 'TILL_EXISTS: {"path":"/till"}'],
    ['a till of nobody', till('till-9', 'nobody'), 'ORGANISATION_UNKNOWN: {"found":"nobody"}'],
    ['numbers that were allotted', allot('tea-house', 1000, 1001), 'RANGE_OVERLAPS: {"path":"/from"}'],
    [
      'numbers beyond the quota',
      allot('tea-house', 1001, 1_000_001),
      'RANGE_QUOTA: {"path":"/to","wanted":"at most 1000000 a year"}',
    ],
    ['numbers allotted by the seller', allot('tea-house', 1001, 1002, 'tea-house'), 'ACTION_FORBIDDEN: {"rule":"bureau-only"}'],
    ['numbers assigned by a stranger', assign('till-1', 504, 505, 'platform'), 'TILL_NOT_YOURS: {"path":"/till"}'],
    ['a delegation by the agent', delegate('tea-house', 'platform', 'platform'), 'ACTION_FORBIDDEN: {"rule":"seller-only"}'],
    ['no delegation to revoke', revoke('tea-house', 'platform'), 'DELEGATION_UNKNOWN: {"path":"/agent"}'],
    [
      'an act of a stranger',
      act('nobody', 'act:record', { type: 'act.recorded', act: 'api-key.created', subject: 'key-1' }),
      'ORGANISATION_UNKNOWN: {"found":"nobody"}',
    ],
  ];

  it.each(refusals)('refuses %s by its code, and writes nothing', async (_, step, message) => {
    expect(await send(channel, step)).toMatchObject({ status: 500, message, writes: [] });
  });

  it('records an administrative act', async () => {
    const { status, payload } = await send(
      channel,
      act('platform', 'act:record', { type: 'act.recorded', act: 'api-key.created', subject: 'key-1' }),
    );
    expect(status).toBe(200);
    expect(JSON.parse(payload)).toMatchObject({ type: 'act.recorded', act: 'api-key.created', subject: 'key-1' });
  });

  it('lets a platform issue for the tea house just as long as it is delegated to', async () => {
    const issue = async (reference: string): Promise<unknown> =>
      JSON.parse((await send(channel, { as: 'platform', batch: [item(reference)] })).payload);
    const refused = [{ accepted: false, code: 'TILL_NOT_YOURS', detail: { path: '/till' } }];
    expect(await issue('d1')).toEqual(refused);
    expect(await send(channel, delegate('tea-house', 'platform'))).toMatchObject({ status: 200 });
    expect(await issue('d1')).toMatchObject([{ accepted: true }]);
    expect(await send(channel, delegate('tea-house', 'platform'))).toMatchObject({
      message: 'DELEGATION_EXISTS: {"path":"/agent"}',
    });
    expect(await send(channel, revoke('tea-house', 'platform'))).toMatchObject({ status: 200 });
    expect(await issue('d2')).toEqual(refused);
  });
});

describe('what cannot be read', () => {
  const FACTS = '{"act":"api-key.created","subject":"key-1"}';
  const RECORD = { seed: 'a'.repeat(64), fields: [{ name: 'why', text: '"secret-word"' }] };
  let channel: FabricChannel;
  beforeAll(async () => {
    channel = await openMarket(contracts);
  });

  const invoke = async (args: string[], commands: unknown, organisationId: unknown = 'bureau'): Promise<string> => {
    const attributes = { 'lianpiao.organisation': organisationId };
    const transient =
      commands === undefined ? {} : { commands: typeof commands === 'string' ? commands : JSON.stringify(commands) };
    return (await channel.invoke({ attributes, mspId: 'TaxBureau', transaction: 'act:record', args, transient, now: NOW }))
      .message;
  };

  it.each([
    ['broken facts', '{"act":', 'BODY_MALFORMED: {"path":""}'],
    [
      'facts with space between them',
      '{ "act":"api-key.created","subject":"key-1"}',
      'BODY_MALFORMED: {"path":"","rule":"RFC 8785"}',
    ],
    ['a member twice', '{"act":"a.b","act":"api-key.created"}', 'BODY_MALFORMED: {"path":"","rule":"RFC 8785"}'],
    ['a list', '[]', 'FIELD_INVALID: {"path":"","wanted":"an object"}'],
    ['an unknown fact', '{"act":"api-key.created","name":"x","subject":"key-1"}', 'FIELD_UNKNOWN: {"path":"/name"}'],
    ['a time of its own', '{"act":"api-key.created","time":"x"}', 'FIELD_UNKNOWN: {"path":"/time","rule":"the-ledger-gives-it"}'],
    ['no act', '{"subject":"key-1"}', 'FIELD_MISSING: {"path":"/act"}'],
    ['a wrong act', '{"act":"Geheim","subject":"key-1"}', 'FIELD_INVALID: {"path":"/act"}'],
  ])('%s is refused', async (_, facts, message) => {
    expect(await invoke([facts], { record: RECORD })).toBe(message);
  });

  it.each<[string, unknown, string]>([
    ['no transient data', undefined, 'FIELD_MISSING: {"path":"/commands","wanted":"transient data"}'],
    ['broken transient data', '{"secret-word', 'BODY_MALFORMED: {"path":"/commands"}'],
    ['no record', {}, 'FIELD_MISSING: {"path":"/commands/record"}'],
    ['an unknown member', { record: RECORD, 'secret-word': 1 }, 'FIELD_UNKNOWN: {"path":"/commands"}'],
    [
      'a wrong seed',
      { record: { ...RECORD, seed: 'secret-word' } },
      'FIELD_INVALID: {"path":"/seed","wanted":"32 bytes as hexadecimal text"}',
    ],
    [
      'no fields',
      { record: { ...RECORD, fields: [] } },
      'FIELD_INVALID: {"path":"/commands/record/fields","wanted":"a list of 1 to 2100 items"}',
    ],
    [
      'a quoted field name',
      { record: { ...RECORD, fields: [{ name: 'a"', text: '1' }] } },
      'FIELD_INVALID: {"path":"/commands/record/fields/0/name"}',
    ],
    [
      'a text that is no JSON',
      { record: { ...RECORD, fields: [{ name: 'a', text: 'secret-word' }] } },
      'BODY_MALFORMED: {"path":"/commands/record/fields/0/text"}',
    ],
    [
      'a text of another form',
      { record: { ...RECORD, fields: [{ name: 'a', text: '"secret-word" ' }] } },
      'BODY_MALFORMED: {"path":"/commands/record/fields/0/text","rule":"RFC 8785"}',
    ],
    [
      'a number for a text',
      { record: { ...RECORD, fields: [{ name: 'a', text: 1 }] } },
      'FIELD_INVALID: {"path":"/commands/record/fields/0/text","wanted":"a text"}',
    ],
  ])('%s is refused without being quoted', async (_, commands, message) => {
    expect(await invoke([FACTS], commands)).toBe(message);
  });

  it.each([null, '', 'Not An Id', 7])('a caller whose certificate says %j is refused', async (attribute) => {
    const message = 'ACTION_FORBIDDEN: {"rule":"certificate-names-organisation","wanted":"lianpiao.organisation"}';
    expect(await invoke([FACTS], { record: RECORD }, attribute)).toBe(message);
  });

  it('a certificate without attributes is refused', async () => {
    const transient = { commands: JSON.stringify({ record: RECORD }) };
    const { message } = await channel.invoke({ transaction: 'act:record', args: [FACTS], transient, now: NOW });
    expect(message).toMatch(/^ACTION_FORBIDDEN: /);
  });

  it('a transaction that no contract has is refused', async () => {
    const { message } = await channel.invoke({ transaction: 'act:forget', now: NOW });
    expect(message).toBe('NOT_FOUND: {"wanted":"a transaction of this contract"}');
  });

  it('a broken state is a fault of ours, told without its content', async () => {
    channel.state.set('organisation/bureau', Buffer.from('secret-word'));
    expect(await invoke([FACTS], { record: RECORD })).toBe('INTERNAL: Something is wrong on our side.');
    expect(channel.seen.join('\n')).not.toContain('secret-word');
  });
});
