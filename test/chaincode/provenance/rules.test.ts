import { createHash, generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import {
  executeCommand,
  LedgerError,
  MAX_PARENTS,
  stateKeys,
  type Command,
  type ContentDigest,
  type Digest,
  type ErrorCode,
  type ProvenanceState,
} from '@lianpiao/chaincode/domain';
import type { MemoryState } from '../../support/memory-state';
import { shopState } from '../../support/memory-state';
import { nodeVerifier } from '../../support/node-signatures';
import { command, digestOf, event, factsOf, register, signed, source, statementOf } from '../../support/provenance';

const station = source();
const [RAW, REPORT, OTHER] = ['raw', 'report', 'other'].map(digestOf) as [ContentDigest, ContentDigest, ContentDigest];

function run(state: MemoryState, what: Command, caller = 'shop'): string {
  state.caller = caller;
  return executeCommand(state, what, nodeVerifier).text;
}

/** Refused with this code, and nothing has changed. */
function refused(state: MemoryState, what: Command, code: ErrorCode, path?: string, caller = 'shop'): void {
  const before = state.snapshot();
  let found: LedgerError | undefined;
  try {
    run(state, what, caller);
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    found = error;
  }
  expect({ code: found?.code, path: found?.detail.path }).toEqual({ code, path });
  expect(state.snapshot()).toBe(before);
}

const plain = (digest: ContentDigest, parents: readonly ContentDigest[] = []): ReturnType<typeof signed> =>
  signed(statementOf(digest, { parents }), station);

describe('registering a content', () => {
  let state: MemoryState;
  beforeEach(() => {
    state = shopState();
  });

  it('writes who was first and who holds it', () => {
    const entry = JSON.parse(run(state, register('shop', plain(RAW))));
    expect(entry).toMatchObject({ type: 'provenance.registered', digest: RAW, kind: 'dataset', parents: [], registrant: 'shop' });
    expect(state.get(stateKeys.provenance(RAW))).toEqual({ first: 'shop', holder: 'shop', order: state.now });
  });

  it('takes sources with either kind of key', () => {
    run(state, register('shop', signed(statementOf(RAW), source('ES256'))));
    run(state, register('shop', signed(statementOf(REPORT), source('Ed25519'))));
  });

  it('lets another organisation confirm, once, and the first stays first', () => {
    run(state, register('shop', plain(RAW)));
    run(state, register('other', plain(RAW)), 'other');
    expect(state.get<ProvenanceState>(stateKeys.provenance(RAW))).toMatchObject({ first: 'shop', holder: 'shop' });
    refused(state, register('shop', plain(RAW)), 'PROVENANCE_EXISTS', '/digest');
    refused(state, register('other', signed(statementOf(RAW), source())), 'PROVENANCE_EXISTS', '/digest', 'other');
  });

  it('is done by the registrant itself', () => {
    refused(state, register('other', plain(RAW)), 'ACTION_FORBIDDEN');
    refused(state, register('stranger', plain(RAW)), 'ORGANISATION_UNKNOWN', undefined, 'stranger');
  });

  it('needs parents that are there, and not the content itself', () => {
    refused(state, register('shop', plain(REPORT, [RAW])), 'PROVENANCE_PARENT_UNKNOWN', '/parents/0');
    refused(state, register('shop', plain(REPORT, [REPORT])), 'PROVENANCE_CYCLE', '/parents/0');
    run(state, register('shop', plain(RAW)));
    refused(state, register('shop', plain(REPORT, [RAW, OTHER])), 'PROVENANCE_PARENT_UNKNOWN', '/parents/1');
    run(state, register('shop', plain(REPORT, [RAW])));
  });

  it('lets a later registration add parents that were there before the content, and no others', () => {
    run(state, register('shop', plain(RAW)));
    run(state, register('shop', plain(OTHER)));
    state.now += 1000;
    run(state, register('shop', plain(REPORT, [RAW])));
    run(state, register('other', plain(REPORT, [OTHER])), 'other');
    refused(state, register('other', plain(RAW, [REPORT])), 'PROVENANCE_CYCLE', '/parents', 'other');
    run(state, register('other', plain(RAW)), 'other');
  });

  it('takes no parent that came at the same moment: neither is before the other', () => {
    run(state, register('shop', plain(RAW)));
    run(state, register('shop', plain(OTHER)));
    refused(state, register('other', plain(RAW, [OTHER])), 'PROVENANCE_CYCLE', '/parents', 'other');
    refused(state, register('other', plain(OTHER, [RAW])), 'PROVENANCE_CYCLE', '/parents', 'other');
  });

  it('has limits to its parents', () => {
    const many = Array.from({ length: MAX_PARENTS + 1 }, (_, index) => digestOf(String(index)));
    refused(state, command({ ...factsOf('shop', plain(RAW)), parents: many }), 'FIELD_INVALID', '/parents');
    refused(state, command({ ...factsOf('shop', plain(RAW)), parents: [OTHER, OTHER] }), 'FIELD_INVALID', '/parents');
    for (const digest of many.slice(1)) run(state, register('shop', plain(digest)));
    run(state, register('shop', plain(RAW, many.slice(1))));
  });

  it.each(['sha256:xyz', RAW.toUpperCase(), RAW.slice(7), `sha1:${RAW.slice(7, 47)}`, `${RAW} `, `${RAW}\n`, '', 7, null])(
    'refuses the digest %j',
    (digest) => {
      refused(state, command({ ...factsOf('shop', plain(RAW)), digest } as never), 'FIELD_INVALID', '/digest');
    },
  );
});

describe("the source's statement", () => {
  let state: MemoryState;
  beforeEach(() => {
    state = shopState();
  });
  const good = plain(RAW);
  const facts = factsOf('shop', good);

  it('is verified before anything is written', () => {
    const flipped = Buffer.from(good.signature.value, 'base64');
    flipped[3]! ^= 1;
    const wrong = { ...good.signature, value: flipped.toString('base64') };
    refused(state, command(facts, { ...good, signature: wrong }), 'STATEMENT_SIGNATURE_WRONG', '/signature/value');
  });

  it('is not proven by a signature of another statement, or by another key', () => {
    const { signature } = signed(statementOf(RAW, { method: 'guessed' }), station);
    refused(state, command(facts, { ...good, signature }), 'STATEMENT_SIGNATURE_WRONG', '/signature/value');
    const stranger = source();
    const swapped = { ...good.signature, publicKey: stranger.publicKey };
    refused(state, command(facts, { ...good, signature: swapped }), 'FIELD_INVALID', '/signature/publicKey');
    const both = { statement: good.statement, signature: swapped };
    refused(state, command(factsOf('shop', both), both), 'STATEMENT_SIGNATURE_WRONG', '/signature/value');
  });

  it('names the algorithm of its key', () => {
    const claimed = { ...good.signature, algorithm: 'ES256' as const };
    refused(state, command(facts, { ...good, signature: claimed }), 'FIELD_INVALID', '/signature/publicKey');
    const agreement = generateKeyPairSync('x25519').publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
    const otherCurve = { ...good.signature, publicKey: agreement };
    refused(state, command(facts, { ...good, signature: otherCurve }), 'FIELD_INVALID', '/signature/publicKey');
    const signer = createHash('sha256').update(Buffer.from(agreement, 'base64')).digest('hex') as Digest;
    const named = command({ ...facts, signer }, { ...good, signature: otherCurve });
    refused(state, named, 'FIELD_INVALID', '/signature/publicKey');
    const none = { ...good.signature, algorithm: 'none' };
    refused(state, command(facts, { ...good, signature: none }), 'FIELD_INVALID', '/signature/algorithm');
  });

  it.each([
    ['digest', { digest: OTHER }],
    ['kind', { kind: 'work' }],
    ['parents', { parents: [OTHER] }],
  ] as const)('says what is registered: its %s', (member, parts) => {
    run(state, register('shop', plain(OTHER)));
    const other = signed(statementOf(RAW, parts), station);
    refused(state, command(facts, { ...other }), 'FIELD_INVALID', `/statement/${member}`);
  });

  it.each([
    [{ source: undefined }, 'FIELD_MISSING', '/statement/source'],
    [{ method: '' }, 'FIELD_INVALID', '/statement/method'],
    [{ madeAt: 'yesterday' }, 'TIME_MALFORMED', '/statement/madeAt'],
    [{ madeAt: '2026-03-17T02:00:00Z' }, 'FIELD_INVALID', '/statement/madeAt'],
    [{ digest: 'sha256:' }, 'DIGEST_MALFORMED', '/statement/digest'],
    [{ kind: 'thing' }, 'FIELD_INVALID', '/statement/kind'],
    [{ parents: [RAW, RAW] }, 'FIELD_INVALID', '/statement/parents'],
    [{ mediaType: 'text/plain' }, 'FIELD_INVALID', '/statement/mediaType'],
    [{ more: 1 }, 'FIELD_UNKNOWN', '/statement/more'],
  ] as const)('refuses %j', (parts, code, path) => {
    const statement = JSON.parse(JSON.stringify({ ...good.statement, ...parts }));
    refused(state, command(facts, { statement, signature: good.signature }), code, path);
  });

  it('is there, and the record says what the entry says', () => {
    refused(state, command(facts), 'FIELD_MISSING', '/statement');
    refused(state, command(facts, { statement: { ...good.statement } }), 'FIELD_MISSING', '/signature');
    const lying = command(facts, { ...good, what: { ...facts, registrant: 'other' } });
    refused(state, lying, 'FIELD_INVALID', '/what');
  });

  it('is not passed over by a host that verifies nothing', () => {
    state.caller = 'shop';
    expect(() => executeCommand(state, register('shop', good))).toThrow('this host verifies no signatures');
    expect(state.get(stateKeys.provenance(RAW))).toBeUndefined();
  });
});

describe('what becomes of a content', () => {
  let state: MemoryState;
  beforeEach(() => {
    state = shopState();
    run(state, register('shop', plain(RAW)));
  });

  it('is licensed and transferred by its present holder only', () => {
    refused(state, event('other', 'licensed', RAW, 'shop'), 'PROVENANCE_NOT_YOURS', undefined, 'other');
    refused(state, event('other', 'transferred', RAW, 'other'), 'PROVENANCE_NOT_YOURS', undefined, 'other');
    run(state, event('shop', 'transferred', RAW, 'other'));
    refused(state, event('shop', 'licensed', RAW, 'bureau'), 'PROVENANCE_NOT_YOURS');
    run(state, event('other', 'licensed', RAW, 'shop'), 'other');
    run(state, event('other', 'transferred', RAW, 'shop'), 'other');
    expect(state.get<ProvenanceState>(stateKeys.provenance(RAW))).toMatchObject({ first: 'shop', holder: 'shop' });
  });

  it('is used by holder and licensee, and the licence outlives a transfer', () => {
    run(state, event('shop', 'used', RAW));
    refused(state, event('other', 'used', RAW), 'PROVENANCE_NOT_YOURS', undefined, 'other');
    run(state, event('shop', 'licensed', RAW, 'other'));
    run(state, event('shop', 'transferred', RAW, 'bureau'));
    run(state, event('other', 'used', RAW), 'other');
    refused(state, event('shop', 'used', RAW), 'PROVENANCE_NOT_YOURS');
  });

  it('has a right form', () => {
    refused(state, event('shop', 'licensed', RAW), 'FIELD_MISSING', '/to');
    refused(state, event('shop', 'transferred', RAW, 'shop'), 'FIELD_INVALID', '/to');
    refused(state, event('shop', 'transferred', RAW, 'stranger'), 'ORGANISATION_UNKNOWN');
    refused(state, event('shop', 'used', RAW, 'other'), 'FIELD_UNKNOWN', '/to');
    refused(state, event('shop', 'used', OTHER), 'PROVENANCE_UNKNOWN', '/digest');
    refused(state, event('other', 'used', RAW), 'ACTION_FORBIDDEN');
    refused(state, event('shop', 'sold' as 'used', RAW), 'FIELD_INVALID', '/event');
  });
});

describe('lineage', () => {
  const registrants = ['shop', 'other', 'bureau'] as const;
  const names = Array.from({ length: 8 }, (_, index) => digestOf(`content ${String(index)}`));
  const step = fc.record({
    by: fc.constantFrom(...registrants),
    digest: fc.constantFrom(...names),
    parents: fc.uniqueArray(fc.constantFrom(...names), { maxLength: 3 }),
    // Entries may be older than their neighbours: clocks of two processes differ.
    later: fc.integer({ min: -3, max: 3 }),
  });

  it('has no cycle, whoever registers what and in whichever order', () => {
    let cyclesTried = 0;
    fc.assert(
      fc.property(fc.array(step, { minLength: 5, maxLength: 60 }), (steps) => {
        const state = shopState();
        const parentsOf = new Map<string, Set<string>>();
        for (const { by, digest, parents, later } of steps) {
          state.now += later;
          try {
            run(state, register(by, plain(digest, parents)), by);
            parentsOf.set(digest, new Set([...(parentsOf.get(digest) ?? []), ...parents]));
          } catch (error) {
            if (!(error instanceof LedgerError)) throw error;
            if (error.code === 'PROVENANCE_CYCLE') cyclesTried += 1;
          }
        }
        expect(hasCycle(parentsOf)).toBe(false);
      }),
      { numRuns: 150 },
    );
    // The property says something only if cycles were attempted.
    expect(cyclesTried).toBeGreaterThan(50);
  });
});

function hasCycle(parentsOf: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const done = new Set<string>();
  const walk = (digest: string, above: ReadonlySet<string>): boolean => {
    if (above.has(digest)) return true;
    if (done.has(digest)) return false;
    const under = new Set([...above, digest]);
    const found = [...(parentsOf.get(digest) ?? [])].some((parent) => walk(parent, under));
    done.add(digest);
    return found;
  };
  return [...parentsOf.keys()].some((digest) => walk(digest, new Set()));
}
