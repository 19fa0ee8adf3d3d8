import { digestToBase64 } from '../../../chaincode/src/domain/encoding/digest';
import { formatTlogProof, parseTlogProof } from '../../../chaincode/src/domain/log';
import { verifyBundle, type Bundle } from '../../../chaincode/src/domain/verification';
import { nodeVerifier } from '../../support/node-signatures';
import { BUILD_TIMEOUT_MS, buildSecondVerifier, type SecondVerifier } from '../../support/second-verifier';
import { flipBit, SmallLog } from '../../support/small-log';

const SIZE = 20;
const log = new SmallLog('example.com/log', SIZE);
const stranger = new SmallLog('example.com/stranger', SIZE);

let verifier: SecondVerifier;
beforeAll(() => {
  verifier = buildSecondVerifier();
}, BUILD_TIMEOUT_MS);
afterAll(() => {
  verifier.remove();
});
const goSays = (command: string, ...contents: string[]): { status: number | null; output: string } =>
  verifier.says(log.vkey, command, ...contents);

const GOOD = log.bundle(7);

function withProof(change: (proof: ReturnType<typeof parseTlogProof>) => Partial<ReturnType<typeof parseTlogProof>>): Bundle {
  const proof = parseTlogProof(GOOD.proof);
  return { ...GOOD, proof: formatTlogProof({ ...proof, ...change(proof) }) };
}

function withFields(change: (fields: Bundle['document']['fields']) => unknown[]): unknown {
  return { ...GOOD, document: { fields: change(GOOD.document.fields) } };
}

describe('the second verifier, in Go', () => {
  it('accepts every good bundle, with all fields shown and with some hidden', () => {
    const bundles = log.leaves.flatMap((_, index) => [log.bundle(index), log.bundle(index, (name) => name === 'header')]);
    const { status, output } = goSays('bundle', ...bundles.map((bundle) => JSON.stringify(bundle)));
    expect(output.match(/^ok /gm)).toHaveLength(2 * SIZE);
    expect(status).toBe(0);
    for (const bundle of bundles) expect(verifyBundle(bundle, log.trust(), nodeVerifier).result).toBe('valid');
  });

  it.each<[string, unknown]>([
    ['another media type', { ...GOOD, mediaType: 'application/vnd.lianpiao.bundle.v2+json' }],
    ['an unknown member', { ...GOOD, more: true }],
    ["another invoice's entry", { ...GOOD, entry: log.bundle(8).entry }],
    ["another invoice's document", { ...GOOD, document: log.bundle(8).document }],
    ["another invoice's proof", { ...GOOD, proof: log.bundle(8).proof }],
    ["another log's proof", { ...GOOD, proof: stranger.bundle(7).proof }],
    ['a value changed', withFields((fields) => [{ ...fields[0], value: { number: '1' } }, ...fields.slice(1)])],
    ['a salt changed', withFields((fields) => [{ ...fields[0], salt: '0'.repeat(32) }, ...fields.slice(1)])],
    ['a name changed', withFields((fields) => [{ ...fields[0], name: 'heading' }, ...fields.slice(1)])],
    ['a field added', withFields((fields) => [...fields, { name: 'more', salt: '0'.repeat(32), value: 1 }])],
    ['a field left out', withFields((fields) => fields.slice(0, -1))],
    ['another index', withProof(() => ({ index: 6 }))],
    ['a path that is too short', withProof(({ path }) => ({ path: path.slice(0, -1) }))],
    ['a path that is too long', withProof(({ path }) => ({ path: [...path, ...path.slice(0, 1)] }))],
    [
      'one bit of the path',
      withProof(({ path }) => ({ path: path.map((hash, place) => (place === 2 ? flipBit(hash, 9) : hash)) })),
    ],
    ['the size in the checkpoint', withProof(({ checkpoint }) => ({ checkpoint: checkpoint.replace('\n20\n', '\n21\n') }))],
    [
      'the origin in the checkpoint',
      withProof(({ checkpoint }) => ({ checkpoint: checkpoint.replace('example.com/log\n', 'example.com/lag\n') })),
    ],
    ['no signature', withProof(({ checkpoint }) => ({ checkpoint: checkpoint.slice(0, checkpoint.indexOf('\u2014')) }))],
    ['no proof', { ...GOOD, proof: '' }],
  ])('refuses, as ours does: %s', (_, bundle) => {
    expect(verifyBundle(bundle, log.trust(), nodeVerifier).result).not.toBe('valid');
    const { status, output } = goSays('bundle', JSON.stringify(bundle));
    expect(output).toMatch(/^bad /);
    expect(status).toBe(1);
  });

  it.each([
    [0, 20],
    [1, 20],
    [8, 20],
    [13, 20],
    [19, 20],
    [20, 20],
    [7, 16],
  ])('accepts that size %i leads to %i', (oldSize, newSize) => {
    const lines = log.consistency(oldSize, newSize).map((hash) => `${digestToBase64(hash)}\n`);
    const { status, output } = goSays('consistency', log.checkpoint(oldSize), log.checkpoint(newSize), lines.join(''));
    expect(output).toMatch(/^ok /);
    expect(status).toBe(0);
  });

  it('refuses a consistency path with a bit turned over, or a hash less', () => {
    const path = log.consistency(13, 20);
    const changed = [path.slice(1), path.map((hash, place) => (place === 1 ? flipBit(hash, 200) : hash))];
    for (const hashes of changed) {
      const lines = hashes.map((hash) => `${digestToBase64(hash)}\n`).join('');
      const { status, output } = goSays('consistency', log.checkpoint(13), log.checkpoint(20), lines);
      expect(output).toMatch(/^bad /);
      expect(status).toBe(1);
    }
  });
});
