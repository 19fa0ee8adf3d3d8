import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LedgerError } from '../../chaincode/src/domain/errors';
import { checkTrustUpdate, parseSignedTrustFile } from '../../chaincode/src/domain/verification';
import { parseStrictJson } from '../../chaincode/src/domain/encoding/strict-json';
import { CORPUS } from '../support/corpus';
import { nodeVerifier } from '../support/node-signatures';
import { BUILD_TIMEOUT_MS, buildSecondVerifier, type SecondVerifier } from '../support/second-verifier';

interface UpdateCase {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly reason?: string;
}

const { updates } = JSON.parse(readFileSync(join(CORPUS, 'corpus.json'), 'utf8')) as { updates: UpdateCase[] };
let second: SecondVerifier;
beforeAll(() => {
  second = buildSecondVerifier();
}, BUILD_TIMEOUT_MS);
afterAll(() => {
  second.remove();
});

const read = (file: string): ReturnType<typeof parseSignedTrustFile> =>
  parseSignedTrustFile(parseStrictJson(readFileSync(join(CORPUS, file), 'utf8')), nodeVerifier);

/** The reason for which a file may not take another's place, in the corpus' words. */
function refusal({ from, to }: UpdateCase): string | undefined {
  const old = read(from);
  let next: ReturnType<typeof read>;
  try {
    next = read(to);
  } catch (error) {
    if (error instanceof LedgerError) return 'TRUST_UNUSABLE';
    throw error;
  }
  try {
    checkTrustUpdate(old, next, nodeVerifier);
    return undefined;
  } catch (error) {
    if (error instanceof LedgerError) return error.code;
    throw error;
  }
}

describe('trust files that follow one another [rows 001-002-003:B2]', () => {
  it('has cases for every reason, and some that may follow', () => {
    const reasons = [...new Set(updates.map(({ reason }) => reason ?? 'ok'))].sort();
    expect(reasons).toEqual(['TRUST_CONFLICT', 'TRUST_ROLLBACK', 'TRUST_UNSIGNED', 'TRUST_UNUSABLE', 'ok']);
  });

  it.each(updates.map((one) => [one.name, one] as const))('%s', (_, one) => {
    expect(refusal(one)).toBe(one.reason);
    const { status, output } = second.follows(join(CORPUS, one.from), join(CORPUS, one.to));
    expect([status, output.trim()]).toEqual(one.reason === undefined ? [0, 'ok'] : [1, one.reason]);
  });

  it('says that the same file again is no update', () => {
    const same = read(updates.find(({ name }) => name === 'same')!.from);
    expect(checkTrustUpdate(same, same, nodeVerifier)).toBe(false);
  });
});
