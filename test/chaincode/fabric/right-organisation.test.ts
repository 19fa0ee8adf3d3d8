import { FabricChannel } from '../../support/fabric-channel';
import { ROLES, ROLE_MSPS } from '@lianpiao/chaincode/domain';
import { act, contracts, delegate, invocationOf, item, NOW, openMarket, organisation, till, type Step } from './market';

const WRONG = /^ACTION_FORBIDDEN: .*"certificate-of-the-right-organisation"/;

/** A step with a certificate of another organisation's CA than the caller's own. */
async function sendFrom(channel: FabricChannel, mspId: string, step: Step): Promise<{ status: number; message: string }> {
  return channel.invoke({ ...invocationOf(step), mspId });
}

describe('a certificate names an organisation', () => {
  let channel: FabricChannel;
  beforeAll(async () => {
    channel = await openMarket(contracts);
  });

  const acted: Step = act('bureau', 'act:record', { type: 'act.recorded', act: 'api-key.created', subject: 'key-1' });
  it.each<[string, string, Step]>([
    ["the bureau, by the merchants' CA", 'Merchants', till('till-9', 'tea-house')],
    ["the bureau, by the providers' CA", 'DataProviders', acted],
    ["the tea house, by the bureau's own CA", 'TaxBureau', { as: 'tea-house', batch: [item('w1')] }],
    ["the tea house, by the providers' CA", 'DataProviders', { as: 'tea-house', batch: [item('w1')] }],
    ['the tea house, by a CA that is none of ours', 'Orderers', { as: 'tea-house', batch: [item('w1')] }],
    ["a seller's delegation, by the providers' CA", 'DataProviders', delegate('tea-house', 'platform')],
  ])('%s: refused, nothing is written', async (_, mspId, step) => {
    expect(await sendFrom(channel, mspId, step)).toMatchObject({
      status: 500,
      message: expect.stringMatching(WRONG),
      writes: [],
      privateHashes: [],
    });
  });

  it('and its own CA is heard', async () => {
    expect(await sendFrom(channel, 'Merchants', { as: 'tea-house', batch: [item('w1')] })).toMatchObject({ status: 200 });
  });
});

describe('the first entry of a ledger', () => {
  it.each(['Merchants', 'DataProviders', 'Orderers'])('is not written with a certificate of %s', async (mspId) => {
    const channel = new FabricChannel(contracts);
    const answer = await sendFrom(channel, mspId, organisation('bureau', 'bureau'));
    expect(answer).toMatchObject({ status: 500, message: expect.stringMatching(WRONG) });
    expect(channel.values()).toEqual({});
  });
});

describe('every role', () => {
  it.each(ROLES.filter((role) => role !== 'bureau'))('%s acts with certificates of its own side only', async (role) => {
    const channel = await openMarket(contracts);
    const registered = organisation('someone', 'auditor');
    if (!('facts' in registered)) throw new Error('a registration has facts');
    const facts = { ...registered.facts, role } as typeof registered.facts;
    expect((await channel.invoke(invocationOf({ ...registered, facts }))).message).toBe('');
    const does = act('someone', 'act:record', { type: 'act.recorded', act: 'api-key.created', subject: 'key-1' });
    for (const mspId of ['TaxBureau', 'Merchants', 'DataProviders']) {
      expect([mspId, (await sendFrom(channel, mspId, does)).status]).toEqual([mspId, mspId === ROLE_MSPS[role] ? 200 : 500]);
    }
  });
});

describe("the bureau's clock", () => {
  const step = organisation('bureau', 'bureau');
  const sent = (now: number): Promise<{ status: number; message: string }> =>
    new FabricChannel(contracts).invoke({ ...invocationOf(step), now });

  afterEach(() => {
    delete process.env['LIANPIAO_CLOCK_GUARD'];
    jest.restoreAllMocks();
  });

  it.each([
    [0, 200],
    [60_000, 200],
    [-60_000, 200],
    [60_001, 500],
    [-60_001, 500],
    [-86_400_000, 500],
  ])('%d ms away: %d', async (off, status) => {
    process.env['LIANPIAO_CLOCK_GUARD'] = '1';
    jest.spyOn(Date, 'now').mockReturnValue(NOW);
    const answer = await sent(NOW + off);
    expect(answer.status).toBe(status);
    if (status === 500)
      expect(answer.message).toBe('TRANSACTION_TIME_OFF: {"wanted":"at most 60 s from the tax bureau\'s clock"}');
  });

  it('is asked by the process that guards only', async () => {
    jest.spyOn(Date, 'now').mockReturnValue(NOW);
    expect((await sent(NOW + 86_400_000)).status).toBe(200);
  });
});
