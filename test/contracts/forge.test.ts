import fs from 'node:fs';
import path from 'node:path';
import { ANCHOR_BYTECODE, ANCHOR_DEPLOYED_BYTECODE } from '../../contracts/src/generated/anchor-artifact';
import { runScript } from '../support/run-script';

const FORGE = 'scripts/contracts/forge.mjs';
const BUILT = path.resolve(__dirname, '../../.cache/forge/out/LianpiaoAnchor.sol/LianpiaoAnchor.json');

interface ForgeTest {
  readonly name: string;
  readonly status: string;
  readonly reason: string | null;
  readonly fuzzRuns: number | undefined;
  readonly invariantCalls: number | undefined;
}

interface ForgeSuite {
  readonly test_results: Record<
    string,
    { status: string; reason: string | null; kind: { Fuzz?: { runs: number }; Invariant?: { calls: number } } }
  >;
}

describe('the Solidity tests', () => {
  let tests: ForgeTest[] = [];

  beforeAll(async () => {
    const suites = JSON.parse(await runScript(FORGE, 'test', '--json')) as Record<string, ForgeSuite>;
    tests = Object.values(suites).flatMap((suite) =>
      Object.entries(suite.test_results).map(([name, { status, reason, kind }]) => ({
        ...{ name, status, reason },
        ...{ fuzzRuns: kind.Fuzz?.runs, invariantCalls: kind.Invariant?.calls },
      })),
    );
  }, 120_000);

  it('all ran and passed', () => {
    expect(tests.filter(({ status }) => status !== 'Success')).toEqual([]);
    // As many as the sources declare: a renamed or forgotten one would otherwise pass by not running.
    const folder = path.resolve(__dirname, '../../contracts/solidity/test');
    const sources = fs.readdirSync(folder).map((name) => fs.readFileSync(path.join(folder, name), 'utf8'));
    const declared = sources.flatMap((source) => source.match(/function (test|invariant)\w*_/g) ?? []);
    expect(declared.length).toBeGreaterThan(20);
    expect(tests.length).toBe(declared.length);
  });

  it('tried a thousand inputs for every property', () => {
    const properties = tests.filter(({ name }) => name.startsWith('testFuzz_'));
    expect(properties.length).toBeGreaterThan(10);
    expect(properties.filter(({ fuzzRuns }) => fuzzRuns !== 1000)).toEqual([]);
  });

  it('tried thousands of calls in sequence for every invariant', () => {
    const invariants = tests.filter(({ name }) => name.startsWith('invariant_'));
    expect(invariants.length).toBeGreaterThan(2);
    expect(invariants.filter(({ invariantCalls }) => invariantCalls !== 64 * 64)).toEqual([]);
  });

  it('tested the very code that ships', () => {
    const built = JSON.parse(fs.readFileSync(BUILT, 'utf8'));
    expect(built.bytecode.object).toBe(ANCHOR_BYTECODE);
    expect(built.deployedBytecode.object).toBe(ANCHOR_DEPLOYED_BYTECODE);
  });

  it('and the contracts are laid out as forge fmt does', async () => {
    await expect(runScript(FORGE, 'fmt', '--check')).resolves.toBe('');
  });
});
