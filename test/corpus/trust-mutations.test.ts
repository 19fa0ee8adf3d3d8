import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseStrictJson, trustBody, type JsonObject } from '@lianpiao/chaincode/domain';
import { corpusCases, goSays, oursSays } from '../support/corpus';
import { Choices, mutateJson } from '../support/mutations';
import { BUILD_TIMEOUT_MS, buildSecondVerifier, type SecondVerifier } from '../support/second-verifier';

const MUTATIONS = Number(process.env['LIANPIAO_MUTATIONS'] ?? 2000);
const SEED = process.env['LIANPIAO_MUTATIONS_SEED'] ?? 'lianpiao trust';
const PER_MUTATION_MS = 20;

describe('mutations of signed trust files [rows 001-002-003:B2]', () => {
  const bases = corpusCases().filter(({ result, name }) => result === 'valid' && name.startsWith('window-'));
  let second: SecondVerifier;
  let folder: string;
  beforeAll(() => {
    second = buildSecondVerifier();
    folder = mkdtempSync(join(tmpdir(), 'lianpiao-trust-mutations-'));
  }, BUILD_TIMEOUT_MS);
  afterAll(() => {
    second.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  it(
    `never make anybody trusted who was not signed for, and both verifiers agree on each of ${String(MUTATIONS)}`,
    () => {
      const choices = new Choices(SEED);
      const tried = Array.from({ length: MUTATIONS }, (_, place) => {
        const base = choices.of(bases);
        const { kind, bytes } = mutateJson(readFileSync(base.trust, 'utf8'), choices);
        const trust = join(folder, `${String(place)}.json`);
        writeFileSync(trust, bytes);
        return { base, kind, trust, file: base.file };
      });
      const { verdicts } = second.judge(tried);
      const ours = tried.map(({ trust, file }) => oursSays(trust, file).said);
      const differing = tried.flatMap(({ kind, trust }, place) => {
        const [go, own] = [goSays(verdicts[place]!), ours[place]!];
        return go.result === own.result && go.reason === own.reason
          ? []
          : [{ kind, trust: readFileSync(trust, 'utf8'), go, own }];
      });
      expect(differing).toEqual([]);
      const body = (file: string): string =>
        Buffer.from(trustBody(parseStrictJson(readFileSync(file, 'utf8')) as JsonObject)).toString();
      const believed = tried.filter((_, place) => ours[place]!.result === 'valid');
      const changed = believed.filter(({ trust, base }) => body(trust) !== body(base.trust));
      expect(changed.map(({ kind, trust }) => [kind, readFileSync(trust, 'utf8')])).toEqual([]);
      expect(new Set(ours.map(({ result }) => result))).toEqual(new Set(['valid', 'unknown']));
    },
    MUTATIONS * PER_MUTATION_MS + 60_000,
  );
});
