import type { Committed, FabricChannel } from '../../support/fabric-channel';
import {
  bytesToBase64,
  deviceKeyId,
  hasher,
  headAndPage,
  issueOffline,
  signOutage,
  stateKeys,
  type DeviceSigner,
  type InvoiceRequest,
  type JsonValue,
  type TillHead,
} from '@lianpiao/chaincode/domain';
import { MemoryState } from '../../support/memory-state';
import { testKey } from '../../support/node-signatures';
import { act, contracts, item, NOW, openingOf, openMarket, PREFIX, send, type Item } from './market';

interface Verdict {
  readonly accepted: boolean;
  readonly code?: string;
  readonly detail?: unknown;
}

type Issued = Committed & { readonly texts: readonly string[]; readonly verdicts: readonly Verdict[] };

let channel: FabricChannel;
beforeEach(async () => {
  channel = await openMarket(contracts);
});

async function issue(batch: readonly unknown[], as = 'tea-house'): Promise<Issued> {
  const answer = await send(channel, { as, batch: batch as Item[] });
  const texts = JSON.parse(channel.values()[`batch/${answer.txId}`] ?? '[]') as string[];
  return { ...answer, texts, verdicts: (answer.status === 200 ? JSON.parse(answer.payload) : []) as Verdict[] };
}

async function refusalOf(bad: unknown): Promise<Pick<Verdict, 'code' | 'detail'>> {
  const { verdicts, writes, event } = await issue([bad]);
  expect({ writes, event, accepted: verdicts.map(({ accepted }) => accepted) }).toEqual({ writes: [], accepted: [false] });
  return { code: verdicts[0]!.code!, detail: verdicts[0]!.detail };
}

describe('a batch of 50 with three bad ones', () => {
  const BAD: Record<number, [Record<string, JsonValue>, string]> = {
    7: [{ totals: { net: '98765.43', tax: '12839.51', gross: '111604.95' } }, 'TOTALS_WRONG'],
    20: [{ till: 'till-9' }, 'TILL_UNKNOWN'],
    49: [{ buyer: { name: '王小明', taxId: '91350100M000100Y44' } }, 'TAXPAYER_ID_CHECK'],
  };
  const batch = Array.from({ length: 50 }, (_, index) => item(`b${index}`, BAD[index]?.[0]));

  it('names the bad ones by their codes, and issues the others', async () => {
    const { verdicts } = await issue(batch);
    expect(verdicts.map(({ code }) => code ?? 'accepted')).toEqual(batch.map((_, index) => BAD[index]?.[1] ?? 'accepted'));
  });

  it('numbers and chains the accepted ones without a gap', async () => {
    const { texts } = await issue(batch);
    const entries = texts.map((text) => JSON.parse(text));
    expect(entries.map(({ number }) => number)).toEqual(entries.map((_, index) => PREFIX + String(index + 1).padStart(15, '0')));
    expect(entries.map(({ counter }) => counter)).toEqual(entries.map((_, index) => index + 1));
    expect(entries.slice(1).map(({ previous }) => previous)).toEqual(texts.slice(0, -1).map((text) => hasher().leafHash(text)));
    expect(entries.every(({ time }) => time === new Date(NOW).toISOString())).toBe(true);
  });

  it('keeps the accepted texts once, not in the answer, and tells how many', async () => {
    const { texts, payload, event } = await issue(batch);
    expect(texts).toHaveLength(47);
    expect(texts.filter((text) => payload.includes(text))).toEqual([]);
    expect(event).toEqual({ name: 'entries.accepted', payload: '{"count":47}' });
  });

  it('writes each key once, ordered by key', async () => {
    const { writes } = await issue(batch);
    const keys = writes.map(([key]) => key);
    // A page for b0 to b9, which do not end in two digits, each; one for b10 to b49; the batch, the head.
    expect(keys).toHaveLength(9 + 1 + 2);
    expect(keys).toEqual([...new Set(keys)].sort());
  });

  it('asks the peer for each key once', async () => {
    const { reads } = await issue(batch);
    expect(new Set(reads).size).toBe(reads.length);
    // Five keys that all share, one unknown till, and the pages of what a till of the seller sent.
    expect(reads).toHaveLength(5 + 1 + 10 + 1);
  });
});

describe('an order reference', () => {
  const used = { code: 'INVOICE_EXISTS', detail: { path: '/orderReference' } };

  it('is used once within a batch', async () => {
    const { verdicts, event } = await issue([item('twice'), item('other'), item('twice'), item('twice', { till: 'till-2' })]);
    expect(verdicts).toMatchObject([{ accepted: true }, { accepted: true }, used, used]);
    expect(event?.payload).toBe('{"count":2}');
  });

  it('is used once over all batches', async () => {
    const first = await issue([item('r1'), item('r2')]);
    const { verdicts, texts } = await issue([item('r2'), item('r3')]);
    expect(verdicts).toMatchObject([used, { accepted: true }]);
    expect(JSON.parse(texts[0]!)).toMatchObject({ counter: 3, previous: hasher().leafHash(first.texts[1]!) });
  });

  it('stays free when its invoice was refused', async () => {
    const wrong = { totals: { net: '98765.43', tax: '12839.51', gross: '0.00' } };
    const { verdicts } = await issue([item('r1', wrong), item('r1')]);
    expect(verdicts).toMatchObject([{ accepted: false, code: 'TOTALS_WRONG' }, { accepted: true }]);
  });
});

describe('two tills in one batch', () => {
  it('have a chain each, and one may run out of numbers', async () => {
    const { verdicts, texts } = await issue(
      Array.from({ length: 8 }, (_, index) => item(`t${index}`, { till: index % 2 === 0 ? 'till-1' : 'till-2' })),
    );
    expect(texts.map((text) => JSON.parse(text).counter)).toEqual([1, 1, 2, 2, 3, 3, 4]);
    expect(verdicts[7]).toMatchObject({ accepted: false, code: 'RANGE_EXHAUSTED' });
  });
});

describe('a single refusal', () => {
  it.each<[string, unknown, string, object]>([
    ['a stranger', item('x', {}, openingOf('stranger', '')), 'INTERNAL', {}],
    ['no opening', { request: item('x').request, seed: item('x').seed }, 'FIELD_MISSING', { path: '/seller' }],
    ['a wrong salt', item('x', {}, { ...item('x').seller, salt: 'salt' }), 'FIELD_INVALID', { path: '/seller/salt' }],
    ['a wrong seed', { ...item('x'), seed: 'seed' }, 'FIELD_INVALID', { path: '/seed' }],
    ['a member too many', { ...item('x'), 王小明: 1 }, 'FIELD_UNKNOWN', { path: '' }],
    ['an unknown field', item('x', { 王小明: 1 }), 'FIELD_UNKNOWN', { path: '' }],
    ['an unknown field of the buyer', item('x', { buyer: { 王小明: 'x' } }), 'FIELD_UNKNOWN', { path: '/buyer' }],
    ['a field of another profile', item('x', { adjustments: [] }), 'FIELD_UNKNOWN', { path: '/adjustments', rule: 'cn.form' }],
    [
      'wrong totals',
      item('x', { totals: { net: '1.00', tax: '1.00', gross: '1.00' } }),
      'TOTALS_WRONG',
      { path: '/totals/net', rule: 'cn.totals' },
    ],
    ['no object', 'text', 'FIELD_INVALID', { path: '' }],
  ])('%s is told by code, place and rule only', async (_, bad, code, detail) => {
    expect(await refusalOf(bad)).toEqual({ code, detail });
  });

  it('of a caller without the right leaves nothing', async () => {
    const { verdicts, writes } = await issue([item('x')], 'platform');
    expect(verdicts).toEqual([{ accepted: false, code: 'TILL_NOT_YOURS', detail: { path: '/till' } }]);
    expect(writes).toEqual([]);
  });
});

describe('a batch that cannot be read', () => {
  const invoke = async (transient: Record<string, string>, args: string[] = []): Promise<string> => {
    const attributes = { 'lianpiao.organisation': 'tea-house' };
    return (await channel.invoke({ attributes, transaction: 'invoice:issue', args, transient, now: NOW })).message;
  };

  it.each([
    ['none', {}, 'FIELD_MISSING: {"path":"/batch","wanted":"transient data"}'],
    ['broken', { batch: '[{"request":"王小明' }, 'BODY_MALFORMED: {"path":"/batch"}'],
    ['empty', { batch: '[]' }, 'FIELD_INVALID: {"path":"/batch","wanted":"a list of 1 to 5000 items"}'],
    ['no list', { batch: '{}' }, 'FIELD_INVALID: {"path":"/batch","wanted":"a list of 1 to 5000 items"}'],
    ['too long', { batch: `[${'0,'.repeat(5000)}0]` }, 'BATCH_TOO_LONG: {"path":"/batch"}'],
  ])('%s is refused as a whole', async (_, transient, message) => {
    expect(await invoke(transient as Record<string, string>)).toBe(message);
  });

  it('takes no arguments, since they would stay in the block', async () => {
    expect(await invoke({ batch: '[]' }, ['{}'])).toBe('Expected 0 parameters, but 1 have been supplied');
  });
});

describe('a till that issues without the network', () => {
  const { publicKey, sign } = testKey('a till of the tea house');
  const key = bytesToBase64(publicKey);
  const signer: DeviceSigner = { id: deviceKeyId(key), sign };
  const headOf = (): JsonValue => headAndPage(JSON.parse(channel.values()[stateKeys.head('till-1')]!) as JsonValue).head;

  /** The till's copy of what it needs of the channel's state, and the sales that it issues by it. */
  async function sellOffline(references: readonly string[]): Promise<{ items: Item[]; till: MemoryState }> {
    await send(channel, act('tea-house', 'registry:registerTillKey', { type: 'till.key-registered', till: 'till-1', key }));
    const till = new MemoryState();
    Object.assign(till, { caller: 'tea-house', now: NOW - 3_600_000 });
    for (const name of [stateKeys.till('till-1'), stateKeys.organisation('tea-house')])
      till.put(name, JSON.parse(channel.values()[name]!) as JsonValue);
    till.put(stateKeys.head('till-1'), headOf());
    const items = references.map((reference) => {
      const { request, seller, seed } = item(reference);
      return { request, seller, seed, offline: issueOffline(till, { request, seller, seed }, signer).slip };
    });
    return { items, till };
  }

  it('reports what the channel then admits, number by number, and closes the outage', async () => {
    await issue([item('before')]);
    const { items, till } = await sellOffline(['o1', 'o2', 'o3']);
    const { verdicts, texts } = await issue(items);
    expect(verdicts).toEqual(items.map(() => ({ accepted: true })));
    expect(texts.map((text) => JSON.parse(text))).toMatchObject(
      [2, 3, 4].map((counter) => ({
        counter,
        number: PREFIX + String(counter).padStart(15, '0'),
        time: new Date(NOW).toISOString(),
        offline: { key: signer.id, time: new Date(NOW - 3_600_000).toISOString() },
      })),
    );
    expect(headOf()).toEqual(till.get<TillHead>(stateKeys.head('till-1')));
    const closing = act('tea-house', 'registry:closeOutage', signOutage(till, 'till-1', new Date(NOW).toISOString(), signer));
    expect(await send(channel, closing)).toMatchObject({ status: 200 });
    expect(headOf()).toMatchObject({ offline: { time: new Date(NOW - 3_600_000).toISOString() } });
  });

  it('is refused when it reports with a gap, an altered content, or over the network', async () => {
    const { items } = await sellOffline(['o1', 'o2']);
    const [first, second] = items as [Item, Item];
    const altered = { ...first, request: { ...(first.request as InvoiceRequest), note: '王小明' } };
    const { verdicts, writes } = await issue([second, altered, item('online')]);
    expect(verdicts.map(({ code }) => code)).toEqual(['OFFLINE_GAP', 'OFFLINE_RECORD_ALTERED', 'TILL_SIGNS_ITSELF']);
    expect(writes).toEqual([]);
  });
});
