import type { Digest } from '@lianpiao/chaincode/domain';
import type { CheckpointAnchored, Fees } from '@lianpiao/contracts';
import type { OutboxAttempt, OutboxNonce, WatchedAnchor } from '@lianpiao/gateway/stores';
import { decide, type Decision, type Observation, type Situation, type Standing } from '@lianpiao/workers';
import fc from 'fast-check';

const ORIGIN = '0'.repeat(64);
const CONTRACT = '0xC000000000000000000000000000000000000000';
const OTHER_CONTRACT = '0xD000000000000000000000000000000000000000';
const SETTINGS = {
  ...{
    chainId: 1,
    contract: CONTRACT,
    confirmations: 3,
    intervalMs: 1000,
    bumpAfterMs: 5000,
    resendAfterMs: 500,
    overdueMs: 60_000,
  },
  feeCap: { maxFeePerGas: 1000n, maxPriorityFeePerGas: 100n },
};
const NOW = 1_000_000;
const rootOf = (size: number, variant = 0): Digest => `${variant}${size.toString(16)}`.padStart(64, 'a') as Digest;
const hashOf = (name: string): string => `0x${Buffer.from(name).toString('hex').padStart(64, '0')}`;
const cheap: Fees = { maxFeePerGas: 20n, maxPriorityFeePerGas: 2n };

function attempt(nonce: number, over: Partial<OutboxAttempt> = {}): OutboxAttempt {
  const of = {
    nonce,
    attempt: 1,
    size: 10,
    root: rootOf(10),
    contract: CONTRACT,
    hash: hashOf(`${nonce}/${over.attempt ?? 1}`),
    raw: '0x',
  };
  return { ...of, fees: cheap, signedAt: NOW - 100, head: 50, sends: 1, sentAt: NOW - 100, problem: null, ...over };
}
const open = (nonce: number, ...attempts: OutboxAttempt[]): OutboxNonce => ({
  nonce,
  state: 'open',
  attempts: attempts.length === 0 ? [attempt(nonce)] : attempts,
});
const event = (size: number, root = rootOf(size), origin = ORIGIN): CheckpointAnchored =>
  ({
    origin,
    size: BigInt(size),
    root: String(root),
    block: { number: 50n, hash: hashOf('b50') },
    transaction: hashOf('t'),
  }) as never;
function mined(of: OutboxAttempt, over: Record<string, unknown> = {}): Standing {
  const block = { number: 50n, hash: hashOf('b50') };
  return {
    state: 'included',
    hash: of.hash,
    block,
    confirmations: 3n,
    gasUsed: 1n,
    events: [event(of.size, of.root)],
    ...over,
  } as never;
}
const anchor = (size: number, over: Partial<WatchedAnchor> = {}): WatchedAnchor => ({
  ...{ size, root: rootOf(size), chainId: 1, contract: CONTRACT, transaction: hashOf(`a${size}`), block: 40, confirmedAt: 0 },
  ...{ blockHash: hashOf('b40'), nonce: 4, ...over },
});
const observation = (over: Partial<Observation> = {}): Observation => ({
  ...{ contractKnown: true, head: 52, nextNonce: 5, market: cheap, latest: undefined, newest: undefined, oldest: undefined },
  ...over,
});

type Over = Partial<Omit<Situation, 'outbox' | 'log'>> & {
  outbox?: Partial<Situation['outbox']>;
  log?: Partial<Situation['log']>;
};
function situation({ outbox, log, ...over }: Over = {}): Situation {
  const chain = over.chain ?? observation();
  return {
    ...{ now: NOW, settings: SETTINGS, chain, before: chain, lowHead: undefined },
    ...over,
    outbox: { newest: undefined, oldest: undefined, next: undefined, lastSignedAt: 0, anchored: 0, refused: 0, ...outbox },
    log: { origin: ORIGIN, latest: { size: 10, root: rootOf(10) }, rootAtChain: undefined, ...log },
  };
}
const codes = (decision: Decision): string[] => decision.raise.map(({ code }) => code);

/** An open nonce 5 that stands so, in both looks. */
function opened(of: OutboxNonce, standing: Standing, over: Over = {}): Situation {
  const chain = observation({ ...over.chain, oldest: { nonce: of.nonce, standing } });
  return situation({ before: chain, ...over, chain, outbox: { oldest: of, ...over.outbox } });
}

describe('with nothing under way', () => {
  const sign = { do: 'sign', nonce: 5, attempt: 1, checkpoint: { size: 10, root: rootOf(10) }, fees: cheap, ask: true };
  it.each<[string, Over, object, string[]]>([
    ['an empty log waits', { log: { latest: undefined } }, { do: 'wait' }, []],
    ['a new checkpoint is anchored', {}, sign, []],
    ['a known one is not anchored again', { outbox: { anchored: 10 } }, { do: 'wait' }, []],
    ['a refused one is not tried again', { outbox: { refused: 10 } }, { do: 'wait' }, []],
    ['a larger one than the refused is', { outbox: { refused: 9 } }, sign, []],
    ['the interval is kept', { outbox: { lastSignedAt: NOW - 999 } }, { do: 'wait' }, []],
    ['and ends', { outbox: { lastSignedAt: NOW - 1000 } }, sign, []],
    [
      'too high fees hold',
      { chain: observation({ market: { maxFeePerGas: 1001n, maxPriorityFeePerGas: 1n } }) },
      { do: 'wait' },
      ['ANCHOR_FEE_HELD'],
    ],
    [
      'without the contract nothing is sent',
      { chain: observation({ contractKnown: false }) },
      { do: 'wait' },
      ['CHAIN_CONTRACT_UNKNOWN'],
    ],
    [
      'a nonce that was used by our anchor is not used again',
      { outbox: { next: { ...open(5), state: 'confirmed' } } },
      { do: 'wait' },
      ['CHAIN_ANSWER_INVALID'],
    ],
    [
      'a nonce that was thought taken is used again, for more',
      { outbox: { next: { ...open(5), state: 'taken' } } },
      { ...sign, attempt: 2, fees: { maxFeePerGas: 23n, maxPriorityFeePerGas: 3n } },
      [],
    ],
  ])('%s', (_, over, step, alarms) => {
    const decision = decide(situation(over));
    expect(decision.step).toEqual(step);
    expect(codes(decision)).toEqual(alarms);
  });

  const held = (size: number, root = rootOf(size), block = 50): Observation => observation({ latest: { size, root, block } });
  it.each<[string, Over, string, string[]]>([
    ['what the chain holds already is taken in', { chain: held(10), log: { rootAtChain: rootOf(10) } }, 'adopt', []],
    ['but not before it is deep', { chain: held(10, rootOf(10), 51), log: { rootAtChain: rootOf(10) } }, 'wait', []],
    ['nor after one look', { chain: held(10), before: observation(), log: { rootAtChain: rootOf(10) } }, 'wait', []],
    ['nor when it is known', { chain: held(10), log: { rootAtChain: rootOf(10) }, outbox: { anchored: 10 } }, 'wait', []],
    ['a larger size on the chain is an alarm', { chain: held(11) }, 'wait', ['ANCHOR_SIZE_DECREASED']],
    [
      'another root for our size is an alarm',
      { chain: held(10, rootOf(10, 1)), log: { rootAtChain: rootOf(10) } },
      'wait',
      ['ANCHOR_ROOT_CONFLICT'],
    ],
    [
      'another root for an earlier size too, and the next checkpoint is anchored all the same',
      { chain: held(9, rootOf(9, 1)), log: { rootAtChain: rootOf(9) } },
      'sign',
      ['ANCHOR_ROOT_CONFLICT'],
    ],
    ['an earlier size with our root is taken in first', { chain: held(9), log: { rootAtChain: rootOf(9) } }, 'adopt', []],
    ['the empty tree that opened the log is no anchor', { chain: held(0, rootOf(0)) }, 'sign', []],
  ])('%s', (_, over, step, alarms) => {
    const decision = decide(situation(over));
    expect(decision.step.do).toBe(step);
    expect(codes(decision)).toEqual(alarms);
  });
});

describe('with a transaction under way', () => {
  const it5 = open(5);
  const first = it5.attempts[0]!;
  const oneLook = (standing: Standing): Over => ({ before: observation({ oldest: { nonce: 5, standing } }) });
  it.each<[string, Situation, string, string[]]>([
    ['signed and never sent: sent', opened(open(5, attempt(5, { sends: 0, sentAt: null })), { state: 'unknown' }), 'send', []],
    ['waiting: waits', opened(it5, { state: 'pending' }), 'wait', []],
    ['forgotten by the node: waits a little', opened(it5, { state: 'unknown' }), 'wait', []],
    ['then the same one is sent again', opened(open(5, attempt(5, { sentAt: NOW - 500 })), { state: 'unknown' }), 'send', []],
    [
      'only an older one is held: the last is sent again',
      opened(open(5, attempt(5, { sentAt: NOW - 500 })), { state: 'older' }),
      'send',
      [],
    ],
    [
      'the nonce is used, and ours is still held: waits',
      opened(it5, { state: 'pending' }, { chain: observation({ nextNonce: 6 }) }),
      'wait',
      [],
    ],
    [
      'mined for long, and no block on top: an alarm',
      opened(open(5, attempt(5, { signedAt: NOW - 60_000 })), mined(first, { confirmations: 1n })),
      'wait',
      ['ANCHOR_OVERDUE'],
    ],
    ['ever more slowly', opened(open(5, attempt(5, { sentAt: NOW - 1999, sends: 3 })), { state: 'unknown' }), 'wait', []],
    ['mined, not deep: waits', opened(it5, mined(first, { confirmations: 2n })), 'wait', []],
    ['deep in one look: waits', opened(it5, mined(first), oneLook({ state: 'pending' })), 'wait', []],
    [
      'deep in two blocks: waits',
      opened(it5, mined(first), oneLook(mined(first, { block: { number: 50n, hash: hashOf('other') } }))),
      'wait',
      [],
    ],
    ['deep in two looks: confirmed', opened(it5, mined(first)), 'confirm', []],
    ['an earlier attempt may be the one', opened(open(5, first, attempt(5, { attempt: 2 })), mined(first)), 'confirm', []],
    [
      'a wrong root in the event',
      opened(it5, mined(first, { events: [event(10, rootOf(10, 1))] })),
      'wait',
      ['CHAIN_ANSWER_INVALID'],
    ],
    [
      'a wrong size in the event',
      opened(it5, mined(first, { events: [event(11, first.root)] })),
      'wait',
      ['CHAIN_ANSWER_INVALID'],
    ],
    [
      'the event of another log',
      opened(it5, mined(first, { events: [event(10, first.root, '1'.repeat(64))] })),
      'wait',
      ['CHAIN_ANSWER_INVALID'],
    ],
    ['no event, and the contract does not hold it', opened(it5, mined(first, { events: [] })), 'wait', ['CHAIN_ANSWER_INVALID']],
    [
      'no event, because it was a repetition',
      opened(it5, mined(first, { events: [] }), { chain: observation({ latest: { size: 10, root: rootOf(10), block: 9 } }) }),
      'close',
      [],
    ],
    ['undone by the contract', opened(it5, mined(first, { state: 'reverted' })), 'close', ['ANCHOR_REVERTED']],
    [
      'the nonce is used by another',
      opened(it5, { state: 'unknown' }, { chain: observation({ nextNonce: 6 }) }),
      'close',
      ['ANCHOR_NONCE_TAKEN'],
    ],
    [
      'the nonce is said to be used, once',
      opened(
        it5,
        { state: 'unknown' },
        { chain: observation({ nextNonce: 6 }), before: observation({ oldest: { nonce: 5, standing: { state: 'unknown' } } }) },
      ),
      'wait',
      [],
    ],
    ['an earlier nonce is missing', opened(open(7), { state: 'pending' }), 'close', ['ANCHOR_NONCE_GAP']],
    [
      'for another contract: given up',
      opened(open(5, attempt(5, { contract: OTHER_CONTRACT })), { state: 'pending' }),
      'close',
      [],
    ],
    [
      'refused for its fee: raised at once',
      opened(open(5, attempt(5, { problem: 'CHAIN_FEE_TOO_LOW' })), { state: 'unknown' }),
      'sign',
      [],
    ],
    ['passed over for long: raised', opened(open(5, attempt(5, { signedAt: NOW - 5000 })), { state: 'pending' }), 'sign', []],
    [
      'no block for long: not raised',
      opened(open(5, attempt(5, { signedAt: NOW - 5000, head: 51 })), { state: 'pending' }),
      'wait',
      [],
    ],
    [
      'an alarm when it takes too long',
      opened(open(5, attempt(5, { signedAt: NOW - 60_000, head: 51 })), { state: 'pending' }),
      'wait',
      ['ANCHOR_OVERDUE'],
    ],
    [
      'at the limit: holds',
      opened(open(5, attempt(5, { signedAt: NOW - 5000, fees: SETTINGS.feeCap })), { state: 'pending' }),
      'wait',
      ['ANCHOR_FEE_HELD'],
    ],
  ])('%s', (_, given, step, alarms) => {
    const decision = decide(given);
    expect(decision.step.do).toBe(step);
    expect(codes(decision)).toEqual(alarms);
  });

  it('confirms nothing while the chain is shorter than it was, and trusts it again when it has grown', () => {
    const fall = decide(
      opened(it5, mined(first), { before: observation({ head: 60, oldest: { nonce: 5, standing: mined(first) } }) }),
    );
    expect([fall.step.do, codes(fall), fall.lowHead]).toEqual(['wait', ['CHAIN_HEAD_DECREASED'], 52]);
    const low = decide(opened(it5, mined(first), { lowHead: 50 }));
    expect([low.step.do, low.lowHead]).toEqual(['wait', 50]);
    const grown = decide(opened(it5, mined(first), { lowHead: 49 }));
    expect([grown.step.do, grown.lowHead]).toEqual(['confirm', undefined]);
    expect(grown.settle).toContain('CHAIN_HEAD_DECREASED');
  });
});

describe('a confirmed anchor', () => {
  const newest = anchor(10);
  const look = (stands: boolean): Observation => observation({ newest: { transaction: newest.transaction, stands } });
  it.each<[string, Observation, Observation | undefined, string]>([
    ['that stands is left alone', look(true), look(true), 'wait'],
    ['that is gone at the first look is looked at again', look(false), look(true), 'wait'],
    ['of which nothing was seen before is looked at again', look(false), undefined, 'wait'],
    ['that is gone twice is withdrawn', look(false), look(false), 'withdraw'],
  ])('%s', (_, chain, before, step) => {
    const decision = decide(situation({ chain, before, outbox: { newest, anchored: 10 } }));
    expect(decision.step.do).toBe(step);
    expect(codes(decision)).toEqual(step === 'withdraw' ? ['ANCHOR_WITHDRAWN'] : []);
  });

  it('is withdrawn before anything else, without its contract too', () => {
    const gone = { ...look(false), contractKnown: false };
    const decision = decide(situation({ chain: gone, before: gone, outbox: { newest, oldest: open(5) } }));
    expect(decision.step.do).toBe('withdraw');
    expect(codes(decision).sort()).toEqual(['ANCHOR_WITHDRAWN', 'CHAIN_CONTRACT_UNKNOWN']);
  });
});

describe('whatever the situation', () => {
  const small = fc.integer({ min: 0, max: 12 });
  const fee = fc.bigInt({ min: 1n, max: 1200n });
  const fees = fc.record({ maxFeePerGas: fee, maxPriorityFeePerGas: fee });
  const anyAttempts = (nonce: number): fc.Arbitrary<OutboxAttempt[]> =>
    fc
      .array(
        fc.record({
          ...{
            size: fc.integer({ min: 1, max: 12 }),
            fees,
            contract: fc.constantFrom(CONTRACT, CONTRACT, OTHER_CONTRACT),
            sends: small,
          },
          ...{
            signedAt: fc.integer({ min: NOW - 70_000, max: NOW }),
            sentAt: fc.integer({ min: NOW - 70_000, max: NOW }),
            head: fc.integer({ min: 40, max: 56 }),
          },
          problem: fc.constantFrom(null, null, 'CHAIN_FEE_TOO_LOW', 'CHAIN_REFUSED'),
        }),
        { minLength: 1, maxLength: 3 },
      )
      .map((list) => list.map((over, at) => attempt(nonce, { ...over, attempt: at + 1, root: rootOf(over.size) })));
  const states = fc.constantFrom<OutboxNonce['state']>('open', 'confirmed', 'repeated', 'reverted', 'taken', 'retired');
  const anyNonce: fc.Arbitrary<OutboxNonce> = small.chain((nonce) =>
    fc.record({ nonce: fc.constant(nonce), state: states, attempts: anyAttempts(nonce) }),
  );
  const anyStanding = (of: OutboxNonce): fc.Arbitrary<Standing> =>
    fc.oneof(
      fc.constant<Standing>({ state: 'pending' }),
      fc.constant<Standing>({ state: 'unknown' }),
      fc.constant<Standing>({ state: 'older' }),
      fc
        .tuple(
          fc.constantFrom(...of.attempts),
          fc.bigInt({ min: 0n, max: 5n }),
          fc.constantFrom('included', 'reverted'),
          small,
          small,
          fc.boolean(),
        )
        .map(([one, confirmations, state, block, lie, empty]) =>
          mined(one, {
            ...{ state, confirmations, block: { number: BigInt(block), hash: hashOf(`b${block % 2}`) } },
            events: empty ? [] : [event(lie < 9 ? one.size : lie, lie < 11 ? one.root : rootOf(lie))],
          }),
        ),
    );
  const anySized = fc
    .record({ size: small, variant: fc.constantFrom(0, 0, 1) })
    .map(({ size, variant }) => ({ size, root: rootOf(size, variant) }));
  const anyObservation = (oldest: OutboxNonce | undefined, newest: WatchedAnchor | undefined): fc.Arbitrary<Observation> =>
    fc.record({
      ...{ contractKnown: fc.boolean(), head: fc.integer({ min: 40, max: 56 }), nextNonce: small, market: fees },
      latest: fc.option(
        anySized.map((sized) => ({ ...sized, block: 50 })),
        { nil: undefined },
      ),
      newest:
        newest === undefined
          ? fc.constant(undefined)
          : fc.boolean().map((stands) => ({ transaction: newest.transaction, stands })),
      oldest:
        oldest === undefined
          ? fc.constant(undefined)
          : anyStanding(oldest).map((standing) => ({ nonce: oldest.nonce, standing })),
    });
  const anySituation: fc.Arbitrary<Situation> = fc
    .tuple(
      fc.option(
        anyNonce.map((nonce) => ({ ...nonce, state: 'open' as const })),
        { nil: undefined },
      ),
      fc.option(
        small.map((size) => anchor(size)),
        { nil: undefined },
      ),
      fc.option(anyNonce, { nil: undefined }),
    )
    .chain(([oldest, newest, next]) =>
      fc
        .record({
          ...{ chain: anyObservation(oldest, newest), before: fc.option(anyObservation(oldest, newest), { nil: undefined }) },
          ...{
            lowHead: fc.option(fc.integer({ min: 40, max: 56 }), { nil: undefined }),
            latest: fc.option(anySized, { nil: undefined }),
          },
          ...{
            rootAtChain: fc.option(
              anySized.map(({ root }) => root),
              { nil: undefined },
            ),
            anchored: small,
            refused: small,
          },
          lastSignedAt: fc.integer({ min: NOW - 2000, max: NOW }),
        })
        .map(({ chain, before, lowHead, latest, rootAtChain, ...sizes }) =>
          situation({
            ...{ chain, before, lowHead },
            outbox: {
              newest,
              oldest,
              ...sizes,
              next: next && {
                ...next,
                nonce: chain.nextNonce,
                attempts: next.attempts.map((one) => ({ ...one, nonce: chain.nextNonce })),
              },
            },
            log: { latest, rootAtChain },
          }),
        ),
    );
  const always = (name: string, holds: (given: Situation, decision: Decision) => void): void => {
    it(name, () => {
      fc.assert(
        fc.property(anySituation, (given) => {
          holds(given, decide(given));
        }),
        { numRuns: 2000 },
      );
    });
  };

  always('the same situation gives the same step', (given, decision) => {
    expect(decide(given)).toEqual(decision);
  });

  always(
    'nothing is confirmed but the right event, deep in one block of a chain that does not shrink, at two looks',
    ({ before, chain, log }, { step, lowHead }) => {
      if (step.do !== 'confirm') return;
      const { attempt: of, mined: found } = step;
      expect([chain.contractKnown, lowHead, found.state]).toEqual([true, undefined, 'included']);
      for (const look of [before, chain]) {
        expect(look?.oldest?.standing).toMatchObject({ state: 'included', hash: of.hash, block: { hash: found.block.hash } });
        expect((look?.oldest?.standing as { confirmations: bigint }).confirmations).toBeGreaterThanOrEqual(3n);
      }
      expect((found as Extract<typeof found, { state: 'included' }>).events).toContainEqual(
        expect.objectContaining({ origin: log.origin, size: BigInt(of.size), root: of.root }),
      );
    },
  );

  always('nothing is withdrawn or given up after one look', ({ before, chain, outbox }, { step }) => {
    if (step.do === 'withdraw') expect([before?.newest?.stands, chain.newest?.stands]).toEqual([false, false]);
    if (step.do !== 'close' || step.as !== 'taken') return;
    expect(before!.nextNonce).toBeGreaterThan(outbox.oldest!.nonce);
    expect(chain.nextNonce).toBeGreaterThan(outbox.oldest!.nonce);
  });

  always(
    'a signature goes to the nonce that is next, or above a transaction of ours that it replaces, within the limit',
    ({ chain, outbox, settings }, { step }) => {
      if (step.do !== 'sign') return;
      const { nonce, fees: offered } = step;
      const known = nonce === outbox.oldest?.nonce ? outbox.oldest : outbox.next;
      expect(nonce).toBe(chain.nextNonce);
      expect(chain.contractKnown).toBe(true);
      expect(known?.state).not.toBe('confirmed');
      const last = known?.attempts.at(-1);
      expect(step.attempt).toBe((last?.attempt ?? 0) + 1);
      expect(offered.maxFeePerGas <= settings.feeCap.maxFeePerGas && offered.maxPriorityFeePerGas <= offered.maxFeePerGas).toBe(
        true,
      );
      if (last !== undefined) {
        expect(8n * offered.maxFeePerGas).toBeGreaterThanOrEqual(9n * last.fees.maxFeePerGas);
        expect(8n * offered.maxPriorityFeePerGas).toBeGreaterThanOrEqual(9n * last.fees.maxPriorityFeePerGas);
      }
    },
  );

  always(
    'what was anchored or refused is not begun again, and nothing is while something is open',
    ({ outbox, chain }, { step }) => {
      if (step.do !== 'sign' || !step.ask) return;
      expect(outbox.oldest).toBeUndefined();
      expect(step.checkpoint.size).toBeGreaterThan(Math.max(outbox.anchored, outbox.refused, chain.latest?.size ?? 0));
    },
  );

  always('no alarm begins and ends at once', (_, { raise, settle }) => {
    for (const { code } of raise) expect(settle).not.toContain(code);
  });
});
