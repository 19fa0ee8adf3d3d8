import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  BundleVerifier,
  canonicalJson,
  parseStrictJson,
  type Bundle,
  type CommitEvidence,
  type JsonValue,
  type StatusEvidence,
} from '@lianpiao/chaincode/domain';
import { strictJsonOf } from '../../gateway/src/cli/read-file';
import { nodeSignatures } from '../../gateway/src/crypto/log-keys';
import { corpusCases, goSays, oursSays, trustIn, type CorpusCase } from '../support/corpus';
import { Choices, mutate, type Mutant } from '../support/mutations';
import { BUILD_TIMEOUT_MS, buildSecondVerifier, type SecondVerifier } from '../support/second-verifier';

/** `LIANPIAO_MUTATIONS=100000 ./scripts/test test/corpus/mutations.test.ts` for as many as docs/corpus/README.md speaks of. */
const MUTATIONS = Number(process.env['LIANPIAO_MUTATIONS'] ?? 5000);
const SEED = process.env['LIANPIAO_MUTATIONS_SEED'] ?? 'lianpiao';
const BATCH = 1000;
const EXIT = { valid: 0, invalid: 1, unknown: 2 };
const PER_MUTATION_MS = 20;

interface Tried extends Mutant {
  readonly base: CorpusCase;
  readonly trust: string;
  readonly file: string;
}

describe('mutations of good bundles', () => {
  const bases = corpusCases().filter(({ result, ask }) => result === 'valid' && ask === undefined);
  const texts = bases.map(({ file }) => readFileSync(file, 'utf8'));
  const values = texts.map((text) => parseStrictJson(text));
  const known = new Set([...values, ...values.map(withheld)].flatMap((value) => piecesOf(value, true)));
  const choices = new Choices(SEED);
  const cached = new Map<string, BundleVerifier>();
  let second: SecondVerifier;
  let folder: string;
  beforeAll(() => {
    second = buildSecondVerifier();
    folder = mkdtempSync(join(tmpdir(), 'lianpiao-mutations-'));
  }, BUILD_TIMEOUT_MS);
  afterAll(() => {
    second.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  function batch(count: number): Tried[] {
    return Array.from({ length: count }, (_, place) => {
      const at = choices.below(bases.length);
      const mutant = mutate(texts[at]!, choices.of(texts), choices);
      const file = join(folder, `${String(place)}.lianpiao.json`);
      writeFileSync(file, mutant.bytes);
      return { ...mutant, base: bases[at]!, trust: bases[at]!.trust, file };
    });
  }

  /** The verifier that remembers checkpoints, as the gateway uses it; undefined for what it never gets to see. */
  function cachedResult({ trust, bytes }: Tried): string | undefined {
    let value: JsonValue;
    try {
      value = strictJsonOf(bytes);
    } catch {
      return undefined;
    }
    const verifier = cached.get(trust) ?? new BundleVerifier(trustIn(trust)!, nodeSignatures);
    cached.set(trust, verifier);
    return verifier.verify(value).result;
  }

  it(
    `never verify as something else, and both verifiers agree on each of ${String(MUTATIONS)}`,
    () => {
      const counts = { valid: 0, invalid: 0, unknown: 0 };
      for (let done = 0; done < MUTATIONS; done += BATCH) {
        const tried = batch(Math.min(BATCH, MUTATIONS - done));
        const { status, verdicts } = second.judge(tried);
        expect(status).toBe(EXIT.invalid);
        tried.forEach((mutant, place) => {
          const { said, exit, report } = oursSays(mutant.trust, mutant.file);
          const told = { kind: mutant.kind, base: mutant.base.name, text: mutant.bytes.toString().slice(0, 20_000) };
          const result = said.result as keyof typeof EXIT;
          const theirs = { ...told, ...goSays(verdicts[place]!), cached: cachedResult(mutant) ?? result };
          expect({ ...theirs, exit }).toEqual({ ...told, ...said, cached: result, exit: EXIT[result] });
          counts[result] += 1;
          if (result !== 'valid') return;
          // Evidence that nobody known attests proves nothing, and nothing is said of it.
          const news = piecesOf(strictJsonOf(mutant.bytes), report.summary.commit !== undefined).filter(
            (piece) => !known.has(piece),
          );
          expect({ ...told, news }).toEqual({ ...told, news: [] });
        });
      }
      // Mutations that mean the same, and those that nobody can judge, are among them: neither check ran on nothing.
      expect(counts.valid).toBeGreaterThan(MUTATIONS / 100);
      expect(counts.unknown).toBeGreaterThan(0);
      expect(counts.invalid).toBeGreaterThan(MUTATIONS / 2);
      if (process.env['LIANPIAO_MUTATIONS'] !== undefined) process.stdout.write(`${JSON.stringify(counts)}\n`);
    },
    BUILD_TIMEOUT_MS + MUTATIONS * PER_MUTATION_MS,
  );
});

/**
 * What a bundle says, piece by piece: its entry at its place under the checkpoint that was signed, and each field of that
 * entry, open or withheld. Not who else signed, and not the anchors: these may change and change nothing.
 */
function piecesOf(value: JsonValue, withCommit: boolean): string[] {
  const { entry, document, proof, commit, status } = value as unknown as Bundle;
  const [head = '', checkpoint = ''] = proof.split('\n\n');
  const place = head.split('\n').filter((line) => !line.startsWith('extra '));
  const fields = document.fields.map((field, at) => canonicalJson([entry, at, document.fields.length, field]));
  const committed = commit === undefined || !withCommit ? [] : [canonicalJson([entry, ...piecesOfCommit(commit)])];
  return [canonicalJson([entry, place, checkpoint]), ...fields, ...committed, ...piecesOfStatus(entry, status)];
}

/** What the map says of the invoice, under the seal that was signed. */
function piecesOfStatus(entry: string, status: StatusEvidence | undefined): string[] {
  if (status === undefined) return [];
  const { seal, path, fields, other } = status;
  const shown = (fields ?? []).map((field, at) => canonicalJson([entry, 'status', at, field]));
  return [canonicalJson([entry, seal.entry, path, fields === undefined, { ...other }] as JsonValue), ...shown];
}

/** Where it was committed, under the checkpoint of its block. */
function piecesOfCommit({ place, proof }: CommitEvidence): JsonValue[] {
  const [head = '', checkpoint = ''] = proof.split('\n\n');
  return [{ ...place }, head.split('\n').filter((line) => !line.startsWith('extra ')), checkpoint];
}

/** The same with every field withheld: whoever holds a bundle may hide more of it. */
function withheld(value: JsonValue): JsonValue {
  const { document, ...rest } = value as unknown as Bundle;
  const fields = document.fields.map((field) => {
    if ('digest' in field) return field;
    return {
      digest: createHash('sha256')
        .update(canonicalJson([field.salt, field.name, field.value]))
        .digest('hex'),
    };
  });
  return { ...rest, document: { fields } } as unknown as JsonValue;
}
