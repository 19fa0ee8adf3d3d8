import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { FAILS } from '../../chaincode/src/domain/verification/check-texts';
import { CORPUS, corpusCases, goSays, oursSays } from '../support/corpus';
import { BUILD_TIMEOUT_MS, buildSecondVerifier, type SecondVerifier } from '../support/second-verifier';

const EXIT = { valid: 0, invalid: 1, unknown: 2 };
const cases = corpusCases();
let second: SecondVerifier;
let folder: string;
beforeAll(() => {
  second = buildSecondVerifier();
  folder = mkdtempSync(join(tmpdir(), 'lianpiao-corpus-'));
}, BUILD_TIMEOUT_MS);
afterAll(() => {
  second.remove();
  rmSync(folder, { recursive: true, force: true });
});

describe('the published corpus', () => {
  it('is what its generator writes', () => {
    const generator = resolve(__dirname, '../../scripts/lib/generate-corpus.mjs');
    const { status, stderr } = spawnSync(process.execPath, [generator, '--check'], { encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  it('has a case for every reason', () => {
    const reasons = new Set(cases.flatMap(({ reason }) => (reason === undefined ? [] : [reason])));
    expect([...reasons].sort()).toEqual(Object.keys(FAILS).sort());
  });

  const wanted = cases.map(({ name, result, reason }) => ({ name, result, reason, exit: EXIT[result] }));

  it('has the wanted verdicts and exit codes in our verifier', () => {
    const found = cases.map(({ name, trust, file, ask }) => {
      const { said, exit } = oursSays(trust, file, ask);
      return { name, result: said.result, reason: said.reason, exit };
    });
    expect(found).toEqual(wanted);
  });

  it('has the wanted verdicts in the second verifier, and both count the same fields as withheld', () => {
    const { status, verdicts } = second.judge(cases);
    expect(status).toBe(EXIT.invalid);
    expect(verdicts.map(({ result, reason }, place) => ({ ...wanted[place], result, reason }))).toEqual(wanted);
    expect(verdicts.map(goSays)).toEqual(cases.map(({ trust, file, ask }) => oursSays(trust, file, ask).said));
  });

  it('ends the process of the second verifier with the exit code of the verdict', () => {
    const one = (reason: string | undefined): (typeof cases)[number] => cases.find((known) => known.reason === reason)!;
    for (const reason of [undefined, ...Object.keys(FAILS)]) {
      const known = one(reason);
      expect([reason, second.judge([known]).status]).toEqual([reason, EXIT[known.result]]);
    }
  });
});

describe('bundles too large to publish', () => {
  const good = JSON.parse(readFileSync(join(CORPUS, 'bundles/invoice.lianpiao.json'), 'utf8')) as { proof: string };
  const committed = JSON.parse(readFileSync(join(CORPUS, 'bundles/commit.lianpiao.json'), 'utf8')) as {
    commit: { proof: string };
  };
  const trust = join(CORPUS, 'trust/log.json');
  const hash = `${Buffer.alloc(32).toString('base64')}\n`;
  const withLines = (count: number): string =>
    JSON.stringify({ ...good, proof: good.proof.replace('\n\n', () => `\n${hash.repeat(count)}\n`) });

  it.each<[string, () => string, string]>([
    ['with a million lines of proof', () => withLines(1_000_000), 'BUNDLE_MALFORMED'],
    ['with as many lines of proof as the text may have', () => withLines(24_000), 'PROOF_MALFORMED'],
    ['with a proof that is too long by one', () => JSON.stringify({ ...good, proof: 'x'.repeat(1_100_001) }), 'BUNDLE_MALFORMED'],
    ['with a proof of the greatest length', () => JSON.stringify({ ...good, proof: 'x'.repeat(1_100_000) }), 'PROOF_MALFORMED'],
    [
      'with 20,001 fields',
      () => JSON.stringify({ ...good, document: { fields: Array(20_001).fill({ digest: '0'.repeat(64) }) } }),
      'BUNDLE_MALFORMED',
    ],
    [
      'with 20,000 fields',
      () => JSON.stringify({ ...good, document: { fields: Array(20_000).fill({ digest: '0'.repeat(64) }) } }),
      'COMMITMENT_WRONG',
    ],
    [
      'with a million lines of proof in the evidence of the commit',
      () => JSON.stringify({ ...committed, commit: { ...committed.commit, proof: committed.commit.proof.replace('\n\n', () => `\n${hash.repeat(1_000_000)}\n`) } }), // prettier-ignore
      'BUNDLE_MALFORMED',
    ],
    ['of 16 MiB and a byte', () => `${JSON.stringify(good).padEnd(16 * 1024 * 1024)} `, 'BUNDLE_MALFORMED'],
    ['with a note of more than a million bytes', () => JSON.stringify(withLongNote(good)), 'PROOF_MALFORMED'],
    ['with an entry of 65,536 bytes', () => JSON.stringify({ ...good, entry: entryOf(65_536) }), 'BUNDLE_MALFORMED'],
    ['with an entry of 65,535 bytes', () => JSON.stringify({ ...good, entry: entryOf(65_535) }), 'LEAF_MALFORMED'],
  ])('are refused by both: %s', (_, text, reason) => {
    const file = join(folder, 'large.lianpiao.json');
    writeFileSync(file, text());
    expect(oursSays(trust, file)).toMatchObject({ said: { result: 'invalid', reason }, exit: 1 });
    const { status, verdicts } = second.judge([{ trust, file }]);
    expect([status, verdicts]).toEqual([1, [{ file, result: 'invalid', reason }]]);
  });

  it('are accepted by both with 16 MiB of white space', () => {
    const file = join(folder, 'white.lianpiao.json');
    writeFileSync(file, JSON.stringify(good).padEnd(16 * 1024 * 1024 - 100));
    expect(oursSays(trust, file)).toMatchObject({ said: { result: 'valid' }, exit: 0 });
    expect(second.judge([{ trust, file }]).status).toBe(0);
  });

  it('say so when a file is not there', () => {
    const file = join(folder, 'none');
    expect(oursSays(trust, file)).toMatchObject({ said: { result: 'unknown', reason: 'NOT_FOUND' }, exit: 2 });
    expect(second.judge([{ trust, file }])).toEqual({ status: 2, verdicts: [{ file, result: 'unknown', reason: 'NOT_FOUND' }] });
  });
});

function withLongNote<Good extends { proof: string }>(good: Good): Good {
  return { ...good, proof: good.proof.replace(/\n([^\n]+\n)$/, (_, line: string) => `\n${'x'.repeat(1_000_000)}\n\n${line}`) };
}

function entryOf(bytes: number): string {
  return Buffer.alloc(bytes, 0x61).toString('base64');
}

describe('golden bundles', () => {
  const golden = join(CORPUS, 'golden');
  const listed = readFileSync(join(golden, 'SHA256SUMS'), 'utf8').trim().split('\n');
  const files = listed.map((line) => line.split('  ')[1]!);

  it('are the files that were kept, byte for byte, and no others', () => {
    const sums = files.map(
      (file) =>
        `${createHash('sha256')
          .update(readFileSync(join(golden, file)))
          .digest('hex')}  ${file}`,
    );
    expect(sums).toEqual(listed);
    const found = readdirSync(golden, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(found).toHaveLength(files.length + 1);
  });

  it('still verify, in both verifiers', () => {
    const bundles = files
      .filter((file) => file.endsWith('.lianpiao.json'))
      .map((file) => ({ file: join(golden, file), trust: join(golden, dirname(file), 'trust.json') }));
    const { status, verdicts } = second.judge(bundles);
    expect(status).toBe(0);
    expect(new Set(verdicts.map(({ result }) => result))).toEqual(new Set(['valid']));
    expect(bundles.map(({ trust, file }) => oursSays(trust, file).said)).toEqual(verdicts.map(goSays));
  });
});
