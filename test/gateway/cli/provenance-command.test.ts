import { createHash, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkSource, parseSourceKey, parseSourceSignature, parseStatement } from '@lianpiao/chaincode/domain';
import { nodeSignatures } from '../../../gateway/src/crypto/log-keys';
import { cli } from '../../support/cli';
import { digestOf, source } from '../../support/provenance';

const folder = mkdtempSync(join(tmpdir(), 'lianpiao-provenance-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const small = file('small.txt', 'abc');
const keys = Object.fromEntries((['Ed25519', 'ES256'] as const).map((name) => [name, file(`${name}.pem`, source(name).pem)]));

describe('lianpiao provenance hash', () => {
  it('prints the digests of files, small ones and such as are read in parts', async () => {
    const bytes = Buffer.alloc(5 * 1024 * 1024 + 7, 'lianpiao');
    const large = file('large.bin', bytes);
    const empty = file('empty.bin', '');
    const { code, out, err } = await cli('provenance', 'hash', small, large, empty);
    expect([code, err]).toEqual([0, '']);
    expect(out).toBe(
      [
        // FIPS 180-4's own example.
        `sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  ${small}\n`,
        `sha256:${createHash('sha256').update(bytes).digest('hex')}  ${large}\n`,
        `sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  ${empty}\n`,
      ].join(''),
    );
  });

  it('refuses what it cannot read', async () => {
    const { code, err } = await cli('provenance', 'hash', join(folder, 'nothing'));
    expect(code).toBe(1);
    expect(err).toContain('NOT_FOUND');
  });
});

describe('lianpiao provenance sign', () => {
  const said = ['--source', '水文站', '--method', 'hourly', '--kind', 'dataset', '--made-at', '2026-01-31T08:00:00Z'];

  it.each(['Ed25519', 'ES256'])('makes a statement that a key for %s has signed', async (algorithm) => {
    const [one, two] = [digestOf('1'), digestOf('2')];
    const out = join(folder, `${algorithm}.json`);
    const words = ['--key', keys[algorithm]!, ...said, '--parent', one, '--parent', two, '--out', out];
    const { code, err } = await cli('provenance', 'sign', small, ...words);
    expect([code, err]).toEqual([0, '']);
    const made = JSON.parse(readFileSync(out, 'utf8'));
    const [statement, signature] = [parseStatement(made.statement, ''), parseSourceSignature(made.signature, '')];
    expect(statement).toMatchObject({ digest: digestOf('abc'), kind: 'dataset', source: '水文站', parents: [one, two] });
    const { signer } = parseSourceKey(signature.publicKey, signature.algorithm, '');
    const facts = { type: 'provenance.registered', ...statement, registrant: 'any', signer } as const;
    expect(() => checkSource(facts, statement, signature, nodeSignatures)).not.toThrow();
    expect(() => checkSource(facts, { ...statement, method: 'x' }, signature, nodeSignatures)).toThrow(
      'STATEMENT_SIGNATURE_WRONG',
    );
  });

  it.each([
    ['no key', said, 'FIELD_MISSING', '/key'],
    ['no source', ['--key', keys['ES256']!, '--method', 'x'], 'FIELD_MISSING', '/statement/source'],
    ['a bad parent', ['--key', keys['ES256']!, ...said, '--parent', 'abc'], 'FIELD_INVALID', '/statement/parents'],
    ['a key of another kind', ['--key', file('rsa.pem', rsa()), ...said], 'FIELD_INVALID', '/key'],
    ['a key that is none', ['--key', small, ...said], 'FIELD_INVALID', '/key'],
  ])('refuses %s', async (_name, words, code, path) => {
    const result = await cli('provenance', 'sign', small, ...words);
    expect([result.code, result.out]).toEqual([1, '']);
    expect(result.err).toContain(code);
    expect(result.err).toContain(path);
  });
});

describe('lianpiao provenance register', () => {
  it('refuses a statement about another file before it sends anything', async () => {
    const other = file('other.txt', 'abcd');
    const out = join(folder, 'of-small.json');
    const said = ['--key', keys['Ed25519']!, '--source', 'x', '--method', 'y'];
    expect((await cli('provenance', 'sign', small, ...said, '--out', out)).code).toBe(0);
    const nowhere = ['--gateway', 'http://127.0.0.1:1', '--api-key', 'none'];
    const { code, err } = await cli('provenance', 'register', other, '--statement', out, ...nowhere);
    expect(code).toBe(1);
    expect(err).toContain('/statement/digest');
  });

  it('needs to know where, and as whom', async () => {
    const { code, err } = await cli('provenance', 'register', small, '--key', keys['Ed25519']!, '--source', 'x', '--method', 'y');
    expect(code).toBe(1);
    expect(err).toContain('CREDENTIALS_MISSING');
    const verify = await cli('provenance', 'verify', small);
    expect(verify.code).toBe(1);
    expect(verify.err).toContain('/gateway');
  });
});

function rsa(): string {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });
  return privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
}
