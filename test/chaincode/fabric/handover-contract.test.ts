import type { CatalogueEntry } from '@lianpiao/chaincode/domain';
import { catalogued, DIRECTORY_TRANSACTIONS } from '../../support/directory';
import { FabricChannel, type Committed } from '../../support/fabric-channel';
import { pagesApart } from '../../support/fabric-pages';
import {
  canonicalJson,
  erasedPageKey,
  hasher,
  inclusionPath,
  inclusionPaths,
  isHandoverValue,
  leafOfText,
  nameOnPage,
  NO_PAGES,
  referenceFingerprint,
  type Digest,
  type InvoiceIssued,
  type JsonValue,
  type SealedRecord,
} from '@lianpiao/chaincode/domain';
import { act, CANARIES, contracts, delegate, invocationOf, item, NOW, openMarket, organisation, send, type Step } from './market';

type Value = readonly [key: string, value: JsonValue];

const FACTS = { origin: 'lianpiao.example/log', size: 12, root: 'a'.repeat(64) as Digest, lastBlock: 'b'.repeat(64) as Digest };
const begin = (as = 'bureau', facts = FACTS): Step => act(as, 'handover:begin', { type: 'ledger.handed-over', ...facts });

/** The state of a market as a hand-over would bring it: all but the blocks' texts. */
let values: readonly Value[];
let old: FabricChannel;
beforeAll(async () => {
  old = await openMarket(contracts);
  await send(old, delegate('tea-house', 'platform'));
  await send(old, { as: 'tea-house', batch: [item('sold 01'), item('sold 02'), item('once')] });
  const all = Object.entries(pagesApart(old.values())).filter(([key]) => !key.startsWith('batch/'));
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

async function loading(facts = FACTS): Promise<FabricChannel> {
  const channel = new FabricChannel(contracts);
  expect(await send(channel, begin('bureau', facts))).toMatchObject({ status: 200, code: 'VALID' });
  return channel;
}

/** The pages of a hand-over: organisations first. */
function pagesOf(extra: readonly Value[] = []): (readonly Value[])[] {
  const isFirst = ([key]: Value): boolean => key === 'genesis' || key.startsWith('organisation/');
  return [values.filter(isFirst), [...values.filter((value) => !isFirst(value)), ...extra]];
}

async function handedOver(extra: readonly Value[] = [], erased = 0, facts = FACTS): Promise<FabricChannel> {
  const channel = await loading(facts);
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
    const left = Object.entries(pagesApart(channel.values())).filter(
      ([key]) => !key.startsWith('batch/') && !key.startsWith('handover'),
    );
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

describe('an invoice of before', () => {
  /** Leaves of the old log, and the record behind each. */
  function oldLog(): { leaves: Digest[]; records: SealedRecord[]; entries: InvoiceIssued[] } {
    const batches = Object.keys(old.values()).filter((key) => key.startsWith('batch/'));
    const chunks = batches.map((key) =>
      [...old.collections['invoices']!].filter(([name]) => name.includes(key.slice('batch/'.length))),
    );
    const texts = batches.flatMap((key) => JSON.parse(old.state.get(key)!.toString()) as string[]);
    return {
      leaves: texts.map((text) => hasher().leafHash(leafOfText(text))),
      records: chunks.flat().flatMap(([, text]) => JSON.parse(text) as SealedRecord[]),
      entries: texts.map((text) => JSON.parse(text) as InvoiceIssued),
    };
  }

  interface Shown {
    readonly place: { readonly index: number; readonly time: string; readonly path: readonly unknown[] };
    readonly record: SealedRecord;
  }

  /** The n-th invoice, shown by its place in the old log, and a channel that goes on from that log. */
  async function shown(nth: number): Promise<{ channel: FabricChannel; number: string; opening: Shown }> {
    const { leaves, records, entries } = oldLog();
    expect(records).toHaveLength(entries.length);
    const index = entries.findIndex(({ type }) => type === ('invoice.issued' as string)) + nth;
    const { root } = inclusionPaths(leaves);
    const channel = await handedOver([], 0, { ...FACTS, size: leaves.length, root });
    const { number, time } = entries[index]!;
    return { channel, number, opening: { place: { index, time, path: inclusionPath(leaves, index) }, record: records[index]! } };
  }

  function correct(channel: FabricChannel, invoice: string, opening: unknown): Promise<Committed> {
    const change = {
      asked: { by: 'seller' },
      openings: [opening],
      words: [{ name: 'why', text: '"test"' }],
      seed: 'ab'.repeat(32),
    };
    return channel.invoke({
      attributes: { 'lianpiao.organisation': 'tea-house' },
      mspId: 'Merchants',
      now: NOW,
      transaction: 'life:requestCorrection',
      args: [canonicalJson({ correction: 'red-1', invoice, reason: '02' })],
      transient: { change: JSON.stringify(change) },
    });
  }

  it('is corrected by who shows its place in the log that was handed over', async () => {
    const { channel, number, opening } = await shown(1);
    const committed = await correct(channel, number, opening);
    expect(committed).toMatchObject({ status: 200, message: '', code: 'VALID' });
    expect([...committed.endorsers].sort()).toEqual(['Merchants', 'TaxBureau']);
    expect(JSON.parse(committed.payload)).toMatchObject({ type: 'correction.requested', invoice: number, seller: 'tea-house' });
    expect(channel.state.has(`life/${number}`)).toBe(true);
    // What shows the content reaches no block.
    expect(channel.seen.filter((text) => CANARIES.some((canary) => text.includes(canary)))).toEqual([]);
  });

  it.each<[string, string, (opening: Shown) => unknown]>([
    ['at another place', 'LIFE_OPENING_WRONG', ({ place, record }) => ({ place: { ...place, index: place.index - 1 }, record })],
    ['beyond the log', 'LIFE_OPENING_WRONG', ({ place, record }) => ({ place: { ...place, index: 9999 }, record })],
    ['at another time', 'LIFE_OPENING_WRONG', ({ place, record }) => ({ place: { ...place, time: '2020-01-01T00:00:00.000Z' }, record })],
    ['without its path', 'LIFE_OPENING_WRONG', ({ place, record }) => ({ place: { ...place, path: [] }, record })],
    ['with another path', 'LIFE_OPENING_WRONG', ({ place, record }) => ({ place: { ...place, path: place.path.map(() => 'a'.repeat(64)) }, record })],
    ['with other content', 'LIFE_OPENING_WRONG', ({ place, record }) => ({ place, record: { ...record, fields: record.fields.map(({ name, text }) => ({ name, text: text.replaceAll('98765.43', '98765.44') })) } })],
    ['with a path that is none', 'FIELD_INVALID', ({ place, record }) => ({ place: { ...place, path: ['up'] }, record })],
    ['with a path that has no end', 'FIELD_INVALID', ({ place, record }) => ({ place: { ...place, path: Array(54).fill('a'.repeat(64)) }, record })],
    ['with more than a place', 'FIELD_UNKNOWN', ({ place, record }) => ({ place: { ...place, root: 'a'.repeat(64) }, record })],
    ['by a transaction, which it has not', 'INVOICE_UNKNOWN', ({ record }) => ({ place: `${'a'.repeat(64)}/0`, record })],
  ])('is not, %s: %s', async (_how, code, forge) => {
    const { channel, number, opening } = await shown(1);
    const before = channel.values();
    expect((await correct(channel, number, forge(opening))).message.split(':')[0]).toBe(code);
    expect(channel.values()).toEqual(before);
  }); // prettier-ignore

  it('is none on a channel that began by itself', async () => {
    const { number, opening } = await shown(1);
    expect((await correct(old, number, opening)).message).toMatch(/^INVOICE_UNKNOWN/);
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
      ...catalogued('provider', 'data').map(({ caller, facts: said }) =>
        act(caller, DIRECTORY_TRANSACTIONS[said.type as CatalogueEntry['type']], said),
      ),
      act('provider', 'access:grant', facts),
      act('provider', 'access:pause', { type: 'grant.paused', grant: 'g-1' }),
      act('bureau', 'access:sealAudit', { type: 'audit.sealed', first: 0, count: 3, root: 'c'.repeat(64) as Digest }),
    ];
    for (const step of steps) expect(await send(channel, step)).toMatchObject({ status: 200, message: '' });
    const state = Object.entries(pagesApart(channel.values())).filter(([key]) => !key.startsWith('batch/'));
    expect(state.map(([key]) => key)).toEqual(expect.arrayContaining(['resource/data', 'grant/g-1', 'audit']));
    for (const [key, text] of state) expect([key, isHandoverValue(key, JSON.parse(text))]).toEqual([key, true]);
  });

  it('is that of emergencies, ended grants and personal resources, and of nothing like them', () => {
    const [from, until] = ['2026-11-22T00:00:00Z', '2026-11-24T00:00:00Z'];
    const parties = { resource: 'data', provider: 'provider', consumer: 'consumer' };
    const ended = { status: 'revoked', revocation: { by: 'consumer', signed: true }, endedAt: until, deletedAt: until };
    const known: Readonly<Record<string, object>> = {
      'resource/data': { owner: 'city', controller: 'provider', personal: true },
      'grant/g-1': { ...parties, right: 'use', from, until, version: 2, basis: 'emergency', keepDays: 0, region: 'SG', reviewBy: until, approval: 'a-1', reviewed: false, ...ended },
      'crossing/a-1': { resource: 'data', consumer: 'consumer', region: 'SG', until, withdrawn: true },
      'request/r-1': { resource: 'data', consumer: 'consumer', basis: 'emergency', due: until, status: 'escalated' },
    }; // prettier-ignore
    for (const [key, value] of Object.entries(known)) {
      expect([key, isHandoverValue(key, value)]).toEqual([key, true]);
      expect([key, isHandoverValue(key, { ...value, more: 1 })]).toEqual([key, false]);
    }
    for (const value of ['g-1', '']) expect(isHandoverValue('emergency/data/consumer', value)).toBe(true);
    for (const value of ['G 1', true, {}]) expect(isHandoverValue('emergency/data/consumer', value)).toBe(false);
    expect(isHandoverValue('grant/g-1', { ...known['grant/g-1'], basis: 'friendship' })).toBe(false);
    expect(isHandoverValue('resource/data', { owner: 'city', controller: 'provider', personal: false })).toBe(false);
  });

  it('is that of what became of invoices, and of nothing like it', () => {
    const until = '2026-11-23T00:00:00.000Z';
    const number = '26440000000000000001';
    const digest = 'a'.repeat(64);
    const life = { seller: 'shop', document: 'partly-red', use: 'unused', booking: '02', claims: ['claim-1'], fence: 3 };
    const known: Readonly<Record<string, object>> = {
      [`life/${number}`]: life,
      'correction/red-1': { invoice: number, by: 'seller', reason: '02', status: 'completed', commitment: digest, red: number },
      'claim/claim-1': { invoices: [number], holder: digest, until, fence: 3, status: 'settled' },
      'pledge/pledge-1': { invoice: number, financier: digest, status: 'pledged' },
      'rules/life': { version: '2027-01-01', digest, text: '{}' },
      'rules/life/2027-01-01': { version: '2027-01-01', digest, text: '{}' },
      status: { number: 2, covers: 40, root: digest, time: until },
    };
    for (const [key, value] of Object.entries(known)) {
      expect([key, isHandoverValue(key, value)]).toEqual([key, true]);
      expect([key, isHandoverValue(key, { ...value, more: 1 })]).toEqual([key, false]);
    }
    expect(isHandoverValue(`life/${number}`, { ...life, document: 'void' })).toBe(false);
  });
});
