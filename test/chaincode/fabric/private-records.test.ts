import { createHash } from 'node:crypto';
import type { Committed, FabricChannel } from '../../support/fabric-channel';
import { digestOf, register, signed, source, statementOf } from '../../support/provenance';
import {
  canonicalJson,
  discloseRecord,
  sealRecord,
  commitmentOf,
  disclosedDigest,
  type SealedRecord,
} from '@lianpiao/chaincode/domain';
import { act, CANARIES, contracts, delegate, invocationOf, item, NOW, openMarket, send, type Step } from './market';

let channel: FabricChannel;
beforeEach(async () => {
  channel = await openMarket(contracts);
});

const issue = (count: number, as = 'tea-house'): Promise<Committed> =>
  send(channel, { as, batch: Array.from({ length: count }, (_, index) => item(`order ${as} ${String(index + 100)}`)) });
const chunkOf = (key: string, collection = 'invoices'): (SealedRecord | null)[] =>
  JSON.parse(channel.collections[collection]!.get(key)!);
const textsOf = ({ txId }: Committed): string[] => JSON.parse(channel.values()[`batch/${txId}`]!);

describe('the records of a transaction', () => {
  it('stand in chunks of 32 in the order of its entries, each under its commitment', async () => {
    const sent = await issue(70);
    const keys = ['0000', '0001', '0002'].map((chunk) => `records/${sent.txId}/${chunk}`);
    const records = keys.map((key) => chunkOf(key));
    expect(records.map(({ length }) => length)).toEqual([32, 32, 6]);
    const commitments = textsOf(sent).map((text) => JSON.parse(text).commitment);
    expect(records.flat().map((record) => sealRecord(record!))).toEqual(commitments);
    for (const [index, key] of keys.entries()) {
      expect(channel.collections['invoices']!.get(key)).toBe(canonicalJson(records[index] as never));
    }
  });

  it('are seen by hashes alone in the block, and not at all by the data providers', async () => {
    const { privateHashes, txId } = await issue(1);
    const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
    const key = `records/${txId}/0000`;
    expect(privateHashes).toEqual([['invoices', sha256(key), sha256(channel.collections['invoices']!.get(key)!)]]);
    expect([...channel.collections['sharing']!.keys()]).toEqual([]);
    const held = [...channel.collections['invoices']!.values()].join('\n');
    const seen = [...channel.seen, ...Object.entries(channel.values()).flat()].join('\n');
    expect(CANARIES.filter((secret) => !held.includes(secret))).toEqual([]);
    expect(CANARIES.filter((secret) => seen.includes(secret))).toEqual([]);
  });

  it('lie where their writer can read them', async () => {
    const collectionOf = async (step: Step): Promise<string> => (await send(channel, step)).privateHashes[0]![0];
    const acts = (as: string): Step => act(as, 'act:record', { type: 'act.recorded', act: 'a.b', subject: as });
    expect(await collectionOf(acts('bureau'))).toBe('invoices');
    expect(await collectionOf(acts('platform'))).toBe('invoices');
    const seal = act('bureau', 'access:sealAudit', { type: 'audit.sealed', first: 0, count: 1, root: 'c'.repeat(64) as never });
    expect(await collectionOf(seal)).toBe('sharing');
  });

  it('of invoices never lie with an agent of another side', async () => {
    const provider = act('bureau', 'registry:registerOrganisation', {
      type: 'organisation.registered',
      organisation: 'provider',
      role: 'provider',
      sandbox: false,
      publicKey: `${'A'.repeat(122)}==`,
      party: 'b'.repeat(64) as never,
    });
    for (const step of [provider, delegate('tea-house', 'provider')])
      expect(await send(channel, step)).toMatchObject({ status: 200 });
    expect(await send(channel, { as: 'provider', batch: [item('x')] })).toMatchObject({
      status: 500,
      message: 'ACTION_FORBIDDEN: {"rule":"certificate-of-the-right-organisation","wanted":"Merchants"}',
      writes: [],
    });
  });
});

interface Erasure {
  readonly as?: string;
  readonly txId: string;
  readonly chunk?: number;
  readonly index: number;
  readonly subject: string;
  readonly rest: string;
  readonly act?: string;
}

const erase = ({
  as = 'tea-house',
  txId,
  chunk = 0,
  index,
  subject,
  rest,
  act: kind = 'content.erased',
}: Erasure): Promise<Committed> => {
  const step = act(as, 'act:erase', { type: 'act.recorded', act: kind, subject });
  const { args, transient, ...invocation } = invocationOf(step);
  const facts = { ...JSON.parse(args![0]!), txId, chunk, index };
  return channel.invoke({ ...invocation, args: [canonicalJson(facts)], transient: { ...transient, chunk: rest } });
};

const without = (records: readonly (SealedRecord | null)[], index: number): string =>
  canonicalJson(records.with(index, null) as never);

describe('an erasure', () => {
  let sent: Committed;
  let numbers: string[];
  let records: (SealedRecord | null)[];
  beforeEach(async () => {
    sent = await issue(3);
    numbers = textsOf(sent).map((text) => JSON.parse(text).number);
    records = chunkOf(`records/${sent.txId}/0000`);
  });

  it('takes one record from all who had it, and leaves its neighbours and every proof', async () => {
    const shown = discloseRecord(records[1]!, () => true);
    const done = await erase({ txId: sent.txId, index: 1, subject: numbers[1]!, rest: without(records, 1) });
    expect(done).toMatchObject({ status: 200, code: 'VALID', event: { payload: '{"count":1}' } });
    expect(JSON.parse(done.payload)).toMatchObject({ type: 'act.recorded', act: 'content.erased', subject: numbers[1] });
    const held = channel.collections['invoices']!;
    expect(held.has(`records/${sent.txId}/0000`)).toBe(false);
    expect(chunkOf(`records/${sent.txId}/0000.1`)).toEqual([records[0], null, records[2]]);
    expect([...held.values()].join('\n')).not.toContain(records[1]!.seed);
    // Whoever was shown the invoice before still holds what the ledger commits to.
    expect(commitmentOf(shown.map(disclosedDigest))).toBe(JSON.parse(textsOf(sent)[1]!).commitment);
    expect(sealRecord(chunkOf(`records/${sent.txId}/0000.1`)[0]!)).toBe(JSON.parse(textsOf(sent)[0]!).commitment);
  });

  it('may follow another one in the same chunk, but not its own', async () => {
    await erase({ txId: sent.txId, index: 1, subject: numbers[1]!, rest: without(records, 1) });
    const left = chunkOf(`records/${sent.txId}/0000.1`);
    const again = await erase({ txId: sent.txId, index: 1, subject: numbers[1]!, rest: without(left, 1) });
    expect(again).toMatchObject({ status: 500, message: expect.stringMatching(/^INVOICE_ERASED/) });
    const next = await erase({ as: 'bureau', txId: sent.txId, index: 0, subject: numbers[0]!, rest: without(left, 0) });
    expect(next).toMatchObject({ status: 200, code: 'VALID' });
    expect(chunkOf(`records/${sent.txId}/0000.2`)).toEqual([null, null, records[2]]);
    expect([...channel.collections['invoices']!.keys()].filter((key) => key.includes(sent.txId))).toHaveLength(1);
  });

  it.each<[string, Partial<Erasure>, string]>([
    ['by a stranger to the seller', { as: 'platform' }, 'TILL_NOT_YOURS: {"path":"/till"}'],
    ['with a neighbour changed', { rest: '[null,null,null]' }, 'FIELD_INVALID: {"path":"/chunk","rule":"rest-unchanged"}'],
    [
      'of another number',
      { subject: '26440000000000000099' },
      `FIELD_INVALID: {"path":"/subject","wanted":"the invoice's number"}`,
    ],
    ['of a place that holds nothing', { index: 3 }, 'NOT_FOUND: {"path":"/index"}'],
    ['of an unknown transaction', { txId: 'f'.repeat(64) }, 'NOT_FOUND: {"path":"/index"}'],
    ['of no transaction', { txId: '../genesis' }, 'FIELD_INVALID: {"path":"/txId","wanted":"the id of a transaction"}'],
    ['under another name', { act: 'content.kept' }, 'FIELD_INVALID: {"path":"/act","wanted":"content.erased"}'],
  ])('%s is refused and changes nothing', async (_, wrong, message) => {
    const before = JSON.stringify([...channel.collections['invoices']!]);
    const answer = await erase({ txId: sent.txId, index: 1, subject: numbers[1]!, rest: without(records, 1), ...wrong });
    expect(answer).toMatchObject({ status: 500, message, writes: [] });
    expect(JSON.stringify([...channel.collections['invoices']!])).toBe(before);
  });

  it("of a provenance record is its writer's, where the writer can read it", async () => {
    const content = signed(statementOf(digestOf('report')), source());
    const sender = { attributes: { 'lianpiao.organisation': 'platform' }, mspId: 'Merchants', now: NOW };
    const { facts, record } = register('platform', content);
    const { type: _, ...own } = facts;
    const registered = await channel.invoke({
      ...sender,
      transaction: 'provenance:register',
      args: [canonicalJson(own)],
      transient: { commands: JSON.stringify({ record }) },
    });
    expect(registered.privateHashes.map(([collection]) => collection)).toEqual(['invoices']);
    const wanted = { txId: registered.txId, index: 0, subject: 'entry-9', rest: '[null]' };
    expect(await erase({ ...wanted, as: 'tea-house' })).toMatchObject({
      message: 'PROVENANCE_NOT_YOURS: {"rule":"writer-only"}',
    });
    expect(await erase({ ...wanted, as: 'bureau' })).toMatchObject({
      status: 200,
      code: 'VALID',
      privateHashes: [['invoices'], ['invoices'], ['invoices']].map(([name]) => [name, expect.anything(), expect.anything()]),
    });
    expect(await erase({ ...wanted, as: 'platform' })).toMatchObject({ message: expect.stringMatching(/^PROVENANCE_ERASED/) });
  });

  it("of an administrative entry's record is refused", async () => {
    const registered = await send(channel, act('tea-house', 'act:record', { type: 'act.recorded', act: 'a.b', subject: 's' }));
    const answer = await erase({ as: 'bureau', txId: registered.txId, index: 0, subject: 's', rest: '[null]' });
    expect(answer.message).toBe('ACTION_FORBIDDEN: {"rule":"record-stays"}');
  });
});
