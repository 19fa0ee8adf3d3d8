import { generateKeyPairSync } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LOG_ORIGIN } from '../../support/embedded';
import { cli, type CliResult } from '../../support/cli';
import { TestWitness } from '../../support/witnesses';

let folder: string;
let data: string;
const file = (name: string): string => join(folder, name);
const read = (name: string): { version: number; [name: string]: unknown } =>
  JSON.parse(readFileSync(file(name), 'utf8')) as { version: number };

function makeRoot(name: string, kind: 'ed25519' | 'p256' = 'ed25519'): string {
  const pair = kind === 'ed25519' ? generateKeyPairSync('ed25519') : generateKeyPairSync('ec', { namedCurve: 'P-256' });
  writeFileSync(file(name), pair.privateKey.export({ format: 'pem', type: 'pkcs8' }));
  return file(name);
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lianpiao-trust-'));
  data = file('data');
  mkdirSync(data);
  makeRoot('root.pem');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const trust = (...words: string[]): Promise<CliResult> => cli('trust', ...words);

async function draft(to: string, ...words: string[]): Promise<void> {
  const { code, out, err } = await trust('draft', '--data', data, '--origin', LOG_ORIGIN, ...words);
  expect([code, err]).toEqual([0, '']);
  writeFileSync(file(to), out);
}

/** A version from draft to publication; gives its file's name. */
async function issue(to: string, keys: readonly string[], ...words: string[]): Promise<CliResult> {
  await draft(to, ...words);
  for (const key of keys) expect((await trust('sign', file(to), '--key', key)).code).toBe(0);
  return trust('publish', file(to), '--data', data);
}

describe('lianpiao trust [rows 001-002-003:B2]', () => {
  it('makes, signs and publishes a version after the other, and a holder takes them', async () => {
    const root = file('root.pem');
    expect((await issue('1.json', [root], '--root', root)).code).toBe(0);
    copyFileSync(file('1.json'), file('held.json'));

    const { code, out } = await cli('keys', 'rotate', 'log', '--data', data, '--origin', LOG_ORIGIN, '--overlap', '2h');
    expect([code, out.split('+')[0]]).toEqual([0, LOG_ORIGIN]);
    expect((await issue('2.json', [root])).code).toBe(0);
    const logs = read('2.json')['logs'] as { vkey: string; from?: string; until?: string }[];
    expect(logs.map(({ from, until }) => [from === undefined, until === undefined])).toEqual([
      [true, false],
      [false, true],
    ]);
    expect(logs[1]!.vkey).toBe(out.trim());

    const taken = await trust('update', file('2.json'), '--trust', file('held.json'));
    expect(taken).toMatchObject({ code: 0, out: `version 版本 2 of ${LOG_ORIGIN}\n` });
    expect(read('held.json')).toEqual(read('2.json'));
    const back = await trust('update', file('1.json'), '--trust', file('held.json'));
    expect(back.code).toBe(1);
    expect(back.err).toContain('TRUST_ROLLBACK');
    expect(read('held.json').version).toBe(2);
  });

  it('hands over to new roots, of which two must sign, and holders follow step by step', async () => {
    const [old, one, two] = [file('root.pem'), makeRoot('one.pem', 'p256'), makeRoot('two.pem')];
    await issue('1.json', [old], '--root', old);
    copyFileSync(file('1.json'), file('held.json'));
    const alone = await issue('2.json', [one, two], '--root', one, two, '--threshold', '2');
    expect(alone).toMatchObject({ code: 2, err: expect.stringContaining('TRUST_UNSIGNED') as string });
    await trust('sign', file('2.json'), '--key', old);
    expect((await trust('publish', file('2.json'), '--data', data)).code).toBe(0);
    expect((await issue('3.json', [one])).err).toContain('TRUST_UNSIGNED');
    await trust('sign', file('3.json'), '--key', two);
    expect((await trust('publish', file('3.json'), '--data', data)).code).toBe(0);

    const skipped = await trust('update', file('3.json'), '--trust', file('held.json'));
    expect(skipped).toMatchObject({ code: 1, err: expect.stringContaining('TRUST_UNSIGNED') as string });
    const followed = await trust('update', file('2.json'), file('3.json'), '--trust', file('held.json'));
    expect(followed).toMatchObject({ code: 0, out: expect.stringContaining('3') as string });
  });

  it('changes witnesses by a policy: who leaves counts for a while, who comes from now on', async () => {
    const root = file('root.pem');
    const [first, second] = ['a.example/witness', 'b.example/witness'].map((name) => new TestWitness(name, []));
    const policy = (witness: TestWitness): string => {
      writeFileSync(file('policy'), `witness w ${witness.key.vkey}\nquorum w\n`);
      return file('policy');
    };
    await issue('1.json', [root], '--root', root, '--policy', policy(first!), '--quorum', '1');
    await issue('2.json', [root], '--policy', policy(second!), '--quorum', '2');
    const [before, after] = read('2.json')['witnesses'] as { vkey: string; from?: string; until?: string }[];
    expect([before!.vkey, before!.from, typeof before!.until]).toEqual([first!.key.vkey, undefined, 'string']);
    expect([after!.vkey, after!.from, after!.until]).toEqual([second!.key.vkey, read('2.json')['issuedAt'], undefined]);
    expect(read('2.json')['quorums']).toEqual([{ least: 1, until: read('2.json')['issuedAt'] }, { least: 2 }]);
    for (const witness of [first!, second!]) await witness.remove();
  });

  it('refuses what is no trust file, or changed since it was signed', async () => {
    const root = file('root.pem');
    await draft('1.json', '--root', root);
    expect((await trust('publish', file('1.json'), '--data', data)).err).toContain('FIELD_MISSING');
    await trust('sign', file('1.json'), '--key', root);
    writeFileSync(file('changed.json'), readFileSync(file('1.json'), 'utf8').replace('"least": 0', '"least": 00'));
    expect((await trust('publish', file('changed.json'), '--data', data)).err).toContain('BODY_MALFORMED');
    writeFileSync(file('changed.json'), JSON.stringify({ ...read('1.json'), version: 7 }));
    expect((await trust('publish', file('changed.json'), '--data', data)).err).toContain('TRUST_UNSIGNED');
    expect((await trust('draft', '--data', data, '--origin', LOG_ORIGIN)).err).toContain('/roots');
    expect((await trust('update', file('1.json'), '--trust', file('none.json'))).err).toContain('NOT_FOUND');
    const plain = { mediaType: 'application/vnd.lianpiao.trust.v1+json', logs: [], witnesses: [], quorum: 0 };
    writeFileSync(file('plain.json'), JSON.stringify(plain));
    expect((await trust('update', file('1.json'), '--trust', file('plain.json'))).err).toContain('FIELD_');
  });
});
