import fc from 'fast-check';
import { referenceFingerprint, stateKeys, type JsonValue } from '@lianpiao/chaincode/domain';
import { StubLedgerState, type StateStub } from '../../../chaincode/src/fabric/stub-ledger-state';
import { contracts, item, openMarket, send, type Step } from './market';
import type { Committed, FabricChannel } from '../../support/fabric-channel';
import { pagesApart } from '../../support/fabric-pages';

const SEED = 20261122;
const SELLERS = ['tea-house', 'tea'];
/** Tills by number, of each seller. */
const NUMBERS = ['1', '2', '3'];
const TILLS = SELLERS.flatMap((seller) => NUMBERS.map((number) => `${seller}-${number}`));

/** A peer's state that outlives transactions. */
class Peer implements StateStub {
  readonly values = new Map(TILLS.map((till) => [stateKeys.head(till), Buffer.from('{"counter":0}')]));
  readonly bound: string[] = [];

  async getState(key: string): Promise<Uint8Array> {
    return Promise.resolve(this.values.get(key) ?? Buffer.alloc(0));
  }

  async putState(key: string, value: Uint8Array): Promise<void> {
    this.values.set(key, Buffer.from(value));
    return Promise.resolve();
  }

  async setStateValidationParameter(key: string): Promise<void> {
    this.bound.push(key);
    return Promise.resolve();
  }

  apart(): Record<string, string> {
    return pagesApart(Object.fromEntries([...this.values].map(([key, value]) => [key, value.toString()])));
  }

  of(prefix: string): Record<string, JsonValue>[] {
    return Object.entries(this.apart()).flatMap(([key, text]) => (key.startsWith(prefix) ? [JSON.parse(text)] : []));
  }
}

interface Use {
  readonly till: string;
  readonly seller: string;
  readonly reference: string;
}

const counter = fc.integer({ min: 0, max: 130 });
const reference = fc.oneof(
  { weight: 4, arbitrary: counter.map((n) => `T1-${String(n).padStart(6, '0')}`) },
  { weight: 2, arbitrary: counter.map(String) },
  { weight: 2, arbitrary: fc.string({ minLength: 1, maxLength: 4, unit: 'binary' }) },
  { weight: 1, arbitrary: fc.uuid() },
  { weight: 1, arbitrary: fc.constantFrom('1', '11', '111', 'A', 'A1', 'A11', 'A111', '٣٣', '\0', 'A\0') },
);
const use = fc.record({ till: fc.constantFrom(...NUMBERS), seller: fc.constantFrom(...SELLERS), reference });
const transactions = fc.array(fc.array(use, { minLength: 1, maxLength: 30 }), { minLength: 1, maxLength: 12 });

/** Uses references in one transaction: for each, whether it was free. */
async function useAll(peer: Peer, txId: string, uses: readonly Use[]): Promise<boolean[]> {
  const state = new StubLedgerState(peer, { caller: 'any', now: 1, txId });
  const free: boolean[] = [];
  for (const { till, seller, reference: name } of uses) {
    const head = stateKeys.head(`${seller}-${till}`);
    await state.fetch([head]);
    await state.fetch(state.pages.place(`${seller}-${till}`, seller, name));
    const key = stateKeys.reference(referenceFingerprint(seller, name));
    const outcome = await state.run((view) => {
      if (view.get(key) !== undefined) return false;
      view.put(key, `${txId}-${String(free.length)}`);
      view.put(head, { counter: (view.get<{ counter: number }>(head)?.counter ?? NaN) + 1 });
      return true;
    });
    free.push('result' in outcome && outcome.result);
  }
  await state.flush();
  return free;
}

describe('pages of order references', () => {
  it('give the very verdicts that a key a reference gives, whatever the references are', async () => {
    let taken = 0;
    await fc.assert(
      fc.asyncProperty(transactions, async (batches) => {
        const peer = new Peer();
        const used = new Set<string>();
        for (const [index, uses] of batches.entries()) {
          const wanted = uses.map(({ seller, reference: name }) => {
            const key = JSON.stringify([seller, name]);
            const free = !used.has(key);
            used.add(key);
            return free;
          });
          taken += wanted.filter((free) => !free).length;
          expect(await useAll(peer, String(index), uses)).toEqual(wanted);
        }
        const pages = peer.of('references/');
        // Nothing of a head is lost because a page lies beside it.
        expect(peer.of('head/').reduce((sum, { counter }) => sum + Number(counter), 0)).toBe(used.size);
        expect(pages.flatMap((page) => Object.keys(page))).toHaveLength(used.size);
        expect(Math.max(...pages.map((page) => Object.keys(page).length))).toBeLessThanOrEqual(101);
        expect([...peer.bound].sort()).toEqual([...peer.values.keys()].filter((key) => key.startsWith('references/')).sort());
      }),
      { seed: SEED, numRuns: 300 },
    );
    // Repetitions within a transaction and between transactions were among them.
    expect(taken).toBeGreaterThan(300);
  });

  it('hold at most 101 names, and then the next page begins', async () => {
    const peer = new Peer();
    const numbers = ['A', ...Array.from({ length: 1000 }, (_, n) => `A${String(n).padStart(2, '0')}`)];
    await useAll(
      peer,
      'tx',
      numbers.map((name) => ({ till: '1', seller: 'tea', reference: name })),
    );
    const sizes = peer.of('references/').map((page) => Object.keys(page).length);
    expect(sizes.sort((left, right) => right - left)).toEqual([101, ...Array.from({ length: 9 }, () => 100)]);
  });
});

describe('what invoices of one till cost', () => {
  let channel: FabricChannel;
  beforeEach(async () => {
    channel = await openMarket(contracts);
  });

  const sequential = (from: number, count: number): Step => ({
    as: 'tea-house',
    batch: Array.from({ length: count }, (_, index) => item(`T1-${String(from + index).padStart(6, '0')}`)),
  });
  const scattered = (count: number): Step => ({
    as: 'tea-house',
    batch: Array.from({ length: count }, (_, index) => item(`${String((index * 7919) % 1009)}-x`)),
  });
  const bytes = ({ writes }: Committed): number => writes.reduce((sum, [key, value]) => sum + key.length + value.length, 0);
  const calls = ({ reads, writes, policies }: Committed): number => reads.length + writes.length + policies.length;

  it('a batch of 500 in sequence asks the peer for ten keys and writes seven', async () => {
    const sent = await send(channel, sequential(0, 500));
    expect(JSON.parse(sent.payload).filter(({ accepted }: { accepted: boolean }) => accepted)).toHaveLength(500);
    expect(new Set(sent.reads.map((key) => key.split('/')[0]))).toEqual(
      new Set(['organisation', 'handover', 'till', 'head', 'references', 'rules']),
    );
    expect(sent.reads).toHaveLength(5 + 5);
    expect(sent.writes).toHaveLength(2 + 5);
    expect(sent.policies).toHaveLength(5);
    expect(calls(sent)).toBe(22);
    expect(sent.privateWrites).toHaveLength(16);
  });

  it('writes less an invoice the more there are in a batch, and one alone rewrites a page at most', async () => {
    const rows: [number, number][] = [];
    let next = 0;
    for (const count of [1, 10, 100, 389]) {
      const sent = await send(channel, sequential(next, count));
      next += count;
      rows.push([count, Math.round(bytes(sent) / count)]);
    }
    console.info(`bytes of public writes an invoice, by batch: ${JSON.stringify(rows)}`);
    const sizes = rows.map(([, size]) => size);
    expect([...sizes].sort((left, right) => right - left)).toEqual(sizes);
    // An entry's text is 430 bytes; its place on a page 41.
    expect(sizes[3]).toBeLessThan(550);
  });

  it('one at a time, a till in sequence never writes more than a whole page with its invoice', async () => {
    await send(channel, sequential(0, 99));
    const sent = await send(channel, sequential(99, 1));
    console.info(`bytes of public writes for the hundredth invoice of a page, alone: ${String(bytes(sent))}`);
    expect(bytes(sent)).toBeLessThan(5500);
    // The next one begins a page, and the full one moves to its own key.
    expect(bytes(await send(channel, sequential(100, 1)))).toBeLessThan(6000);
    const next = await send(channel, sequential(101, 1));
    expect(bytes(next)).toBeLessThan(1100);
    // Within a page, a till is two keys: itself and its head.
    expect(next.reads.filter((key) => /^(?:till|head|references)\//.test(key))).toHaveLength(2);
    expect(next.writes.map(([key]) => key.split('/')[0])).toEqual(['batch', 'head']);
  });

  it('scattered references cost a key each, as before', async () => {
    const sent = await send(channel, scattered(100));
    expect(sent.reads).toHaveLength(5 + 100);
    console.info(`bytes of public writes an invoice, 100 scattered in a batch: ${String(Math.round(bytes(sent) / 100))}`);
  });
});
