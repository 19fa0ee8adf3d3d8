import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TRUST_MEDIA_TYPE } from '../../../chaincode/src/domain/verification';
import { cli, LIANPIAO, runProgram } from '../../support/cli';
import { SmallLog } from '../../support/small-log';

const log = new SmallLog('cli.example/log', 20);
const folder = mkdtempSync(join(tmpdir(), 'lianpiao-cli-'));
const trust = file('trust.json', {
  mediaType: TRUST_MEDIA_TYPE,
  logs: [{ origin: log.origin, vkey: log.vkey }],
  witnesses: [],
  quorum: 0,
});
const good = file('good.lianpiao.json', log.bundle(3));
const hidden = file(
  'hidden.lianpiao.json',
  log.bundle(4, (name) => name !== 'lines' && name !== 'seller/name'),
);
const changed = file('changed.lianpiao.json', JSON.stringify(log.bundle(3)).replace('113.00', '113.01'));

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, content instanceof Uint8Array || typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('lianpiao verify', () => {
  it('tells what a valid bundle says, in both languages', async () => {
    const { code, out, err } = await cli('verify', good, '--offline', '--trust', trust);
    expect([code, err]).toEqual([0, '']);
    for (const text of [
      'VALID 有效',
      '00000000000000000004',
      '2026-03-01T02:03:04.005Z',
      'gross 113.00',
      'TEST INVOICE',
      '测试发票',
    ]) {
      expect(out).toContain(text);
    }
    expect(out).toMatch(/hidden fields 未披露字段 0\n/);
    for (const check of ['form', 'leaf', 'commitment', 'proof', 'inclusion', 'log'])
      expect(out).toMatch(new RegExp(`\\+ ${check} `));
    expect(out).toMatch(/- witnesses /);
  });

  it('counts hidden fields', async () => {
    const { code, out } = await cli('verify', hidden, '--trust', trust);
    expect(code).toBe(0);
    expect(out).toMatch(/hidden fields 未披露字段 2\n/);
  });

  it('names what is wrong with a changed one, and tells none of its facts', async () => {
    const { code, out } = await cli('verify', changed, '--trust', trust);
    expect(code).toBe(1);
    expect(out).toContain('INVALID 无效');
    expect(out).toContain('COMMITMENT_WRONG');
    expect(out).not.toContain('113.01');
  });

  it('prints one JSON object', async () => {
    const { code, out } = await cli('verify', good, changed, '--trust', trust, '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      result: 'invalid',
      files: [
        { file: good, result: 'valid', summary: { number: '00000000000000000004', test: true, hidden: 0 } },
        { file: changed, result: 'invalid', reason: 'COMMITMENT_WRONG' },
      ],
    });
  });

  it('cannot tell without trust, and says how to come by it', async () => {
    const { code, out, err } = await cli('verify', good);
    expect(code).toBe(2);
    expect(out).toContain('UNKNOWN 无法判断');
    expect(out).toContain('LOG_UNKNOWN');
    expect(err).toMatch(/--trust[\s\S]*信任文件/);
  });

  it('finds what needs no trust even without trust', async () => {
    expect((await cli('verify', changed)).code).toBe(1);
  });

  it('takes ./data/trust.json when no other is named', async () => {
    const home = join(folder, 'home');
    mkdirSync(join(home, 'data'), { recursive: true });
    copyFileSync(trust, join(home, 'data', 'trust.json'));
    const { code } = await runProgram(process.execPath, [LIANPIAO, 'verify', good], { cwd: home });
    expect(code).toBe(0);
  });

  it.each([
    ['of another log', { mediaType: TRUST_MEDIA_TYPE, logs: [], witnesses: [], quorum: 0 }, ''],
    ['that is none', { logs: [] }, 'FIELD_MISSING'],
    ['with a member twice', '{"quorum":0,"quorum":0}', 'BODY_MALFORMED'],
  ])('cannot tell with a trust file %s', async (name, content, error) => {
    const { code, err } = await cli('verify', good, '--trust', file(`trust ${name}.json`, content));
    expect(code).toBe(2);
    expect(err).toContain(error);
  });

  it('cannot tell of a file that is not there or a folder; a file of more bytes than a bundle has is none', async () => {
    const large = file('large.lianpiao.json', Buffer.alloc(16 * 1024 * 1024 + 1, 0x20));
    const { code, out } = await cli('verify', join(folder, 'none'), folder, large, '--trust', trust, '--json');
    expect(code).toBe(1);
    const { files } = JSON.parse(out) as { files: { result: string; reason: string }[] };
    expect(files.map(({ result, reason }) => [result, reason])).toEqual([
      ['unknown', 'NOT_FOUND'],
      ['unknown', 'NOT_FOUND'],
      ['invalid', 'BUNDLE_MALFORMED'],
    ]);
  });

  it('is wrong when one of several is wrong, whatever the others are', async () => {
    expect((await cli('verify', join(folder, 'none'), good, changed, '--trust', trust)).code).toBe(1);
    expect((await cli('verify', join(folder, 'none'), good, '--trust', trust)).code).toBe(2);
    expect((await cli('verify', good, hidden, '--trust', trust)).code).toBe(0);
  });

  it.each([
    ['a member twice', JSON.stringify(log.bundle(3)).replace('{', '{"anchors":[],')],
    ['a member of a field twice', JSON.stringify(log.bundle(3)).replace('"salt"', '"name":"header","salt"')],
    ['a byte order mark', `\ufeff${JSON.stringify(log.bundle(3))}`],
    ['bytes that are not UTF-8', Buffer.concat([Buffer.from(JSON.stringify(log.bundle(3))), Buffer.of(0xff)])],
    ['overlong UTF-8', Buffer.concat([Buffer.from('{"'), Buffer.of(0xc0, 0xaf), Buffer.from('":1}')])],
    ['a hundred thousand brackets', '['.repeat(100_000)],
    ['nothing', ''],
    ['an array', '[]'],
  ])('refuses %s', async (name, content) => {
    const { code, out } = await cli('verify', file(`bad ${name}.lianpiao.json`, content), '--trust', trust, '--json');
    expect(code).toBe(1);
    expect((JSON.parse(out) as { files: { reason: string }[] }).files[0]!.reason).toMatch(/^BUNDLE_(MALFORMED|UNSUPPORTED)$/);
  });

  it('lets no file write to the terminal what it likes', async () => {
    const evil = { ...log.bundle(3), mediaType: '\u001b[2J' };
    const { out, err } = await cli('verify', file('evil\u001b[2J.lianpiao.json', evil), '--trust', trust);
    expect(out + err).not.toContain('\u001b');
  });

  it('gives no verdict on a mistyped command', async () => {
    expect((await cli('verify')).code).toBe(2);
    expect((await cli('verify', good, '--trsut', trust)).code).toBe(2);
    expect((await cli('verfiy', good)).code).toBe(2);
    expect((await cli('verify', '--help')).code).toBe(0);
  });

  it('verifies with no network at all, from the bundle and the trust file alone [rows 000-004:A1,A3]', async () => {
    const alone = mkdtempSync(join(tmpdir(), 'lianpiao-alone-'));
    copyFileSync(good, join(alone, 'a.lianpiao.json'));
    copyFileSync(changed, join(alone, 'b.lianpiao.json'));
    copyFileSync(trust, join(alone, 'trust.json'));
    const verify = (name: string): ReturnType<typeof runProgram> =>
      runProgram('unshare', ['-n', process.execPath, LIANPIAO, 'verify', name, '--offline', '--trust', 'trust.json'], {
        cwd: alone,
      });
    const [right, wrong] = [await verify('a.lianpiao.json'), await verify('b.lianpiao.json')];
    expect(right).toMatchObject({ code: 0, err: '' });
    expect(right.out).toContain('VALID 有效');
    expect(wrong.code).toBe(1);
    rmSync(alone, { recursive: true });
  });
});
