import { FabricChannel, type Committed } from '../../support/fabric-channel';
import {
  canonicalJson,
  erasedPageKey,
  hasher,
  isHandoverValue,
  nameOnPage,
  NO_PAGES,
  referenceFingerprint,
  type Digest,
  type JsonValue,
} from '@lianpiao/chaincode/domain';
import { act, contracts, delegate, invocationOf, item, NOW, openMarket, organisation, send, type Step } from './market';

type Value = readonly [key: string, value: JsonValue];

const FACTS = { origin: 'lianpiao.example/log', size: 12, root: 'a'.repeat(64) as Digest, lastBlock: 'b'.repeat(64) as Digest };
const begin = (as = 'bureau'): Step => act(as, 'handover:begin', { type: 'ledger.handed-over', ...FACTS });

/** The state of a market as a hand-over would bring it: all but the blocks' texts. */
let values: readonly Value[];
let old: FabricChannel;
beforeAll(async () => {
  old = await openMarket(contracts);
  await send(old, delegate('tea-house', 'platform'));
  await send(old, { as: 'tea-house', batch: [item('sold 01'), item('sold 02'), item('once')] });
  const all = Object.entries(old.values()).filter(([key]) => !key.startsWith('batch/'));
  values = all.map(([key, text]) => [key, JSON.parse(text) as JsonValue]);
});

function load(
  channel: FabricChannel,
  page: number,
  list: readonly unknown[],
  as = 'bureau',
  mspId = 'TaxBureau',
): Promise<Committed> {
  const sender = { attributes: { 'lianpiao.organisation': as }, mspId, now: NOW };
  return channel.invoke({
    ...sender,
    transaction: 'handover:load',
    args: [canonicalJson({ page })],
    transient: { page: JSON.stringify(list) },
  });
}

function digestOf(pages: readonly (readonly Value[])[]): Digest {
  return pages.reduce<Digest>((digest, page) => hasher().sha256(`${digest}:${canonicalJson(page)}`), NO_PAGES.digest);
}

const close = (pages: readonly (readonly Value[])[], erased = 0, as = 'bureau'): Step =>
  act(as, 'handover:close', { type: 'ledger.taken-over', pages: pages.length, digest: digestOf(pages), erased });

async function loading(): Promise<FabricChannel> {
  const channel = new FabricChannel(contracts);
  expect(await send(channel, begin())).toMatchObject({ status: 200, code: 'VALID' });
  return channel;
}

/** The pages of a hand-over: organisations first. */
function pagesOf(extra: readonly Value[] = []): (readonly Value[])[] {
  const isFirst = ([key]: Value): boolean => key === 'genesis' || key.startsWith('organisation/');
  return [values.filter(isFirst), [...values.filter((value) => !isFirst(value)), ...extra]];
}

async function handedOver(extra: readonly Value[] = [], erased = 0): Promise<FabricChannel> {
  const channel = await loading();
  const pages = pagesOf(extra);
  for (const [index, page] of pages.entries())
    expect(await load(channel, index, page)).toMatchObject({ status: 200, code: 'VALID' });
  expect(await send(channel, close(pages, erased))).toMatchObject({ status: 200, message: '', code: 'VALID' });
  return channel;
}

const verdicts = ({ payload }: Committed): unknown => JSON.parse(payload);
const status = async (channel: FabricChannel): Promise<unknown> => {
  const sender = { attributes: { 'lianpiao.organisation': 'platform' }, mspId: 'Merchants', now: NOW };
  return JSON.parse((await channel.invoke({ ...sender, transaction: 'handover:status' })).payload) as unknown;
};

describe('a channel that goes on from another ledger', () => {
  it('has the same state afterwards, under the same policies, and its two entries tell of the hand-over', async () => {
    const channel = await handedOver();
    const left = Object.entries(channel.values()).filter(([key]) => !key.startsWith('batch/') && !key.startsWith('handover'));
    expect(Object.fromEntries(left)).toEqual(Object.fromEntries(values.map(([key, value]) => [key, canonicalJson(value)])));
    for (const [key] of values) expect([key, channel.policies.get(key)]).toEqual([key, old.policies.get(key)]);
    const texts = Object.entries(channel.values()).flatMap(([key, text]) =>
      key.startsWith('batch/') ? (JSON.parse(text) as string[]) : [],
    );
    expect(texts.map((text) => JSON.parse(text) as unknown)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ type: 'ledger.handed-over', ...FACTS }),
        expect.objectContaining({ type: 'ledger.taken-over', pages: 2, digest: digestOf(pagesOf()), erased: 0 }),
      ]),
    );
    expect(await status(channel)).toMatchObject({
      handover: { status: 'closed', bureau: 'bureau', size: 12 },
      progress: { pages: 2 },
    });
  });

  it('issues where the old one ended: next number, next counter, used references stay used', async () => {
    const channel = await handedOver();
    const committed = await send(channel, { as: 'platform', batch: [item('sold 02'), item('sold 03'), item('once')] });
    expect(verdicts(committed)).toMatchObject([
      { accepted: false, code: 'INVOICE_EXISTS' },
      { accepted: true },
      { accepted: false, code: 'INVOICE_EXISTS' },
    ]);
    expect(committed.writes.find(([key]) => key.startsWith('batch/'))?.[1]).toContain(
      '\\"counter\\":4,\\"number\\":\\"26440000000000000004\\"',
    );
  });

  it('refuses the references of erased invoices too, of which only the fingerprint is left', async () => {
    const fingerprint = referenceFingerprint('tea-house', 'ORDER-REF erased');
    const page = { [nameOnPage(fingerprint)]: '26440000000000000009' };
    const channel = await handedOver([[erasedPageKey('tea-house', fingerprint), page]], 1);
    const committed = await send(channel, { as: 'tea-house', batch: [item('erased'), item('not erased')] });
    expect(verdicts(committed)).toMatchObject([{ accepted: false, code: 'INVOICE_EXISTS' }, { accepted: true }]);
  });

  it('does nothing else while it is loading', async () => {
    const channel = await loading();
    await load(channel, 0, pagesOf()[0] ?? []);
    const steps: Step[] = [
      organisation('other', 'merchant'),
      { as: 'tea-house', batch: [item('early')] },
      delegate('tea-house', 'platform'),
    ];
    for (const step of steps) expect((await send(channel, step)).message).toMatch(/^LEDGER_HANDING_OVER/);
    expect(await status(channel)).toMatchObject({ handover: { status: 'loading' }, progress: { pages: 1 } });
  });

  it('began here: status says so', async () => {
    expect(await status(old)).toBeNull();
  });
});

describe('a hand-over is refused', () => {
  it('on a channel that has a ledger, twice, and from another side', async () => {
    expect((await send(old, begin())).message).toMatch(/^HANDOVER_STATE_WRONG.*empty-channel/);
    expect((await send(await loading(), begin())).message).toMatch(/^HANDOVER_STATE_WRONG.*once/);
    const stranger = { ...invocationOf(begin()), mspId: 'Merchants' };
    expect((await new FabricChannel(contracts).invoke(stranger)).message).toMatch(/^ACTION_FORBIDDEN.*certificate/);
  });

  it('page by page when somebody else sends it, even under the bureau’s name', async () => {
    const channel = await loading();
    const [page = []] = pagesOf();
    expect((await load(channel, 0, page, 'auditor')).message).toMatch(/^ACTION_FORBIDDEN.*bureau-only/);
    expect((await load(channel, 0, page, 'bureau', 'Merchants')).message).toMatch(/^ACTION_FORBIDDEN.*certificate/);
    // The founder alone is there, its registration not: its CA still decides.
    expect((await load(channel, 0, [['genesis', 'bureau']])).status).toBe(200);
    expect((await load(channel, 1, page, 'bureau', 'Merchants')).message).toMatch(/^ACTION_FORBIDDEN.*certificate/);
  });

  it('for a page out of turn, sent again, or over what is there', async () => {
    const channel = await loading();
    const [first = [], second = []] = pagesOf();
    expect((await load(channel, 1, first)).message).toMatch(/^HANDOVER_STATE_WRONG.*next-page/);
    expect((await load(channel, 0, first)).status).toBe(200);
    expect((await load(channel, 0, first)).message).toMatch(/^HANDOVER_STATE_WRONG.*next-page/);
    expect((await load(channel, 1, first)).message).toMatch(/^HANDOVER_STATE_WRONG.*nothing-overwritten/);
    const racing = await Promise.all([0, 1].map(() => load(channel, 1, second)));
    expect(racing.map(({ code }) => code).sort()).not.toEqual(['VALID', 'VALID']);
  });

  it.each<[string, unknown]>([
    ['a key that is none', ['secrets/x', true]],
    ['the hand-over itself', ['handover', { status: 'closed' }]],
    ['its progress', ['handover-progress', NO_PAGES]],
    ['a batch of entries', [`batch/${'a'.repeat(64)}`, ['{}']]],
    [
      'an organisation of no role',
      ['organisation/x', { role: 'king', sandbox: false, publicKey: 'A'.repeat(90), party: 'a'.repeat(64) }],
    ],
    ['a member too many', ['till/x', { seller: 'tea-house', more: 1 }]],
    ['a counter that is no number', ['head/x', { counter: '1', last: 'a'.repeat(64), ranges: [] }]],
    ['a number range backwards in form', ['pool/x', { ranges: [{ prefix: '2644', next: 1, to: 2 }] }]],
    ['a smuggled separator', ['till/x/y', { seller: 'tea-house' }]],
    ['no pair', ['till/x']],
    ['no list', { key: 'till/x' }],
    ['a reference that is no number', [`references/${'a'.repeat(32)}`, { ['b'.repeat(16)]: 'INV-1' }]],
  ])('for a page with %s', async (_what, value) => {
    const channel = await loading();
    expect((await load(channel, 0, [value])).message).toMatch(/^FIELD_INVALID.*\/page\/0/);
  });

  it('for a page without values, with too many, or with a key twice', async () => {
    const channel = await loading();
    expect((await load(channel, 0, [])).message).toMatch(/^FIELD_INVALID/);
    const many = Array.from({ length: 2001 }, (_, place) => [`till/t${String(place)}`, { seller: 'tea-house' }]);
    expect((await load(channel, 0, many)).message).toMatch(/^FIELD_INVALID/);
    expect((await load(channel, 0, [many[0], many[0]])).message).toMatch(/^FIELD_INVALID.*each-key-once/);
    expect((await load(channel, 0, many.slice(0, 2000))).status).toBe(200);
  });

  it('when it closes without its pages, with others, without its bureau, or again', async () => {
    const pages = pagesOf();
    const channel = await loading();
    expect((await send(channel, close([]))).message).toMatch(/^FIELD_|^HANDOVER_STATE_WRONG/);
    await load(channel, 0, pages[0] ?? []);
    expect((await send(channel, close(pages))).message).toMatch(/^HANDOVER_STATE_WRONG.*all-pages/);
    await load(channel, 1, pages[1] ?? []);
    expect((await send(channel, close([...pages].reverse()))).message).toMatch(/^HANDOVER_STATE_WRONG.*all-pages/);
    expect((await send(channel, close(pages, 0, 'auditor'))).message).toMatch(/^ACTION_FORBIDDEN/);
    expect((await send(channel, close(pages))).status).toBe(200);
    expect((await send(channel, close(pages))).message).toMatch(/^HANDOVER_STATE_WRONG.*loading/);
    expect((await load(channel, 2, [['audit', { sealed: 1 }]])).message).toMatch(/^HANDOVER_STATE_WRONG.*loading/);
    const headless = await loading();
    const only: Value[][] = [[['audit', { sealed: 1 }]]];
    await load(headless, 0, only[0] ?? []);
    expect((await send(headless, close(only))).message).toMatch(/^HANDOVER_STATE_WRONG.*bureau-loaded/);
  });
});

describe('the form of a value of the state', () => {
  it('is that of everything the rules have written', () => {
    expect(values).toHaveLength(14);
    for (const [key, value] of values) expect([key, isHandoverValue(key, value)]).toEqual([key, true]);
  });

  it('is that of resources, grants and the audit, too', async () => {
    const channel = await openMarket(contracts);
    const member = (id: string, role: 'consumer' | 'provider'): Step => organisation(id, role as never);
    const term = { from: '2026-01-01T00:00:00.000Z', until: '2027-01-01T00:00:00.000Z' };
    const facts = {
      type: 'grant.granted',
      grant: 'g-1',
      resource: 'data',
      provider: 'provider',
      consumer: 'consumer',
      right: 'use',
      ...term,
    } as const;
    const steps = [
      member('city', 'provider'),
      member('provider', 'provider'),
      member('consumer', 'consumer'),
      act('provider', 'access:registerResource', {
        type: 'resource.registered',
        resource: 'data',
        owner: 'city',
        controller: 'provider',
      }),
      act('provider', 'access:grant', facts),
      act('provider', 'access:pause', { type: 'grant.paused', grant: 'g-1' }),
      act('bureau', 'access:sealAudit', { type: 'audit.sealed', first: 0, count: 3, root: 'c'.repeat(64) as Digest }),
    ];
    for (const step of steps) expect(await send(channel, step)).toMatchObject({ status: 200, message: '' });
    const state = Object.entries(channel.values()).filter(([key]) => !key.startsWith('batch/'));
    expect(state.map(([key]) => key)).toEqual(expect.arrayContaining(['resource/data', 'grant/g-1', 'audit']));
    for (const [key, text] of state) expect([key, isHandoverValue(key, JSON.parse(text))]).toEqual([key, true]);
  });
});
