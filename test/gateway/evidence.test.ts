import { createHash } from 'node:crypto';
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { EVIDENCE_MEDIA_TYPE, verifyPackage, type PackageReport } from '../../gateway/src/evidence';
import { pack, type FileToPack } from '../../gateway/src/evidence/pack';
import { nodeVerifier } from '../support/node-signatures';
import { rawZip, type RawFile } from '../support/raw-zip';
import { SmallLog } from '../support/small-log';

const log = new SmallLog('evidence.example/log', 6);
const NUMBER = '00000000000000000004';
const BUNDLE = `bundles/${NUMBER}.lianpiao.json`;
const bundleBytes = Buffer.from(JSON.stringify(log.bundle(3)));

/** @param trusted nobody, or the log above. */
function verify(zip: Buffer, trusted: 'nobody' | 'the log' = 'the log'): Promise<PackageReport> {
  const read = (offset: number, length: number): Promise<Uint8Array> => Promise.resolve(zip.subarray(offset, offset + length));
  return verifyPackage({ size: zip.length, read }, trusted === 'nobody' ? undefined : log.trust(), nodeVerifier);
}

async function packed(files: readonly FileToPack[]): Promise<Buffer> {
  const output = new PassThrough();
  const whole = buffer(output);
  async function* each(): AsyncGenerator<FileToPack> {
    yield* await Promise.resolve(files);
  }
  await pack(each(), { purpose: 'dispute', madeAt: new Date('2026-03-02T00:00:00Z') }, output);
  return whole;
}

const FILES: readonly FileToPack[] = [
  { path: BUNDLE, kind: 'bundle', number: NUMBER, content: bundleBytes },
  { path: `documents/${NUMBER}.ubl.xml`, kind: 'document', number: NUMBER, format: 'ubl', content: Buffer.from('<Invoice/>') },
  { path: 'time-line.json', kind: 'time-line', content: Buffer.from('{"items":[]}') },
];

/** The same package, written by hand, with something else in it. */
function byHand(more: readonly RawFile[] = [], change: (files: RawFile[]) => RawFile[] = (files) => files): Buffer {
  const manifest = {
    mediaType: EVIDENCE_MEDIA_TYPE,
    purpose: 'dispute',
    madeAt: '2026-03-02T00:00:00.000Z',
    files: FILES.map(({ content, ...file }) => ({
      ...file,
      bytes: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
    })),
  };
  const files: RawFile[] = FILES.map(({ path, content }) => ({ name: path, content: Buffer.from(content), deflate: true }));
  return rawZip([...change([...files, { name: 'manifest.json', content: Buffer.from(JSON.stringify(manifest)) }]), ...more]);
}

describe('an evidence package', () => {
  it('is written in one pass and verifies as a whole', async () => {
    const report = await verify(await packed(FILES));
    expect(report).toMatchObject({
      result: 'valid',
      manifest: { purpose: 'dispute', madeAt: '2026-03-02T00:00:00.000Z' },
      bundles: [{ number: NUMBER, result: 'valid' }],
      documents: [{ format: 'ubl', bound: 'copy' }],
    });
    expect(report.reason).toBeUndefined();
  });

  it('that another tool wrote is as good', async () => {
    expect(await verify(byHand())).toMatchObject({ result: 'valid' });
  });

  it('is unknown without trust, and believes no trust file that it carries', async () => {
    const trust = { path: 'trust.json', kind: 'trust', content: Buffer.from('{}') } as const;
    expect(await verify(await packed([...FILES, trust]), 'nobody')).toMatchObject({ result: 'unknown', reason: 'LOG_UNKNOWN' });
  });

  it('is invalid with one bundle that is', async () => {
    const content = Buffer.from(bundleBytes.toString().replace('113.00', '113.01'));
    const changed = FILES.map((file) => (file.kind === 'bundle' ? { ...file, content } : file));
    expect(await verify(await packed(changed))).toMatchObject({ result: 'invalid', reason: 'COMMITMENT_WRONG' });
  });

  it('is invalid with the bundle of another invoice under this name', async () => {
    const content = Buffer.from(JSON.stringify(log.bundle(2)));
    const changed = FILES.map((file) => (file.kind === 'bundle' ? { ...file, content } : file));
    expect(await verify(await packed(changed))).toMatchObject({ result: 'invalid', reason: 'EVIDENCE_CHANGED' });
  });

  it('is invalid with an original to which no bundle commits', async () => {
    const original = {
      path: `documents/${NUMBER}.original.xml`, kind: 'document', number: NUMBER, format: 'original', content: Buffer.from('<x/>'),
    } as const; // prettier-ignore
    expect(await verify(await packed([...FILES, original]))).toMatchObject({
      result: 'invalid',
      reason: 'EVIDENCE_CHANGED',
      documents: expect.arrayContaining([expect.objectContaining({ format: 'original', bound: 'differing' })]) as unknown,
    });
  });

  it('stays unmade when it becomes too large', async () => {
    const content = Buffer.alloc(33 * 1024 * 1024);
    await expect(packed([{ path: 'verify.html', kind: 'page', content }])).rejects.toMatchObject({ code: 'EVIDENCE_TOO_LARGE' });
  });
});

describe('a hostile archive', () => {
  const text = Buffer.from('hello');
  const stranger = (more: Partial<RawFile>): Buffer => byHand([{ name: 'notes.txt', content: text, ...more }]);
  const zeros = Buffer.alloc(100 * 1024 * 1024);

  const cases: readonly (readonly [name: string, code: string, zip: () => Buffer])[] = [
    ['a name that leads out', 'EVIDENCE_UNSAFE', () => stranger({ name: '../../etc/passwd' })],
    ['a name that leads out in the middle', 'EVIDENCE_UNSAFE', () => stranger({ name: 'bundles/../../x' })],
    ['an absolute name', 'EVIDENCE_UNSAFE', () => stranger({ name: '/etc/passwd' })],
    ['a name with backslashes', 'EVIDENCE_UNSAFE', () => stranger({ name: '..\\..\\x' })],
    ['a drive', 'EVIDENCE_UNSAFE', () => stranger({ name: 'C:x' })],
    ['a name with NUL', 'EVIDENCE_UNSAFE', () => stranger({ name: 'a\u0000.json' })],
    ['a name of another script', 'EVIDENCE_UNSAFE', () => stranger({ name: 'bundlеs.json' })],
    ['two files of one name', 'EVIDENCE_UNSAFE', () => stranger({ name: BUNDLE })],
    ['names that differ in case alone', 'EVIDENCE_UNSAFE', () => stranger({ name: 'TRUST.json' })],
    ['a symbolic link', 'EVIDENCE_UNSAFE', () => stranger({ attributes: 0o120777 * 0x10000, content: Buffer.from('/etc/passwd') })],
    ['a device', 'EVIDENCE_UNSAFE', () => stranger({ attributes: 0o020644 * 0x10000 })],
    ['a folder', 'EVIDENCE_UNSAFE', () => stranger({ name: 'bundles/', content: Buffer.alloc(0), attributes: 0o040755 * 0x10000 })],
    ['an encrypted file', 'EVIDENCE_UNSAFE', () => stranger({ flags: 0x0801 })],
    ['something before it', 'EVIDENCE_UNSAFE', () => rawZip([{ name: 'manifest.json', content: text }], { before: Buffer.from('MZ stub') })],
    ['something behind it', 'EVIDENCE_UNSAFE', () => rawZip([{ name: 'manifest.json', content: text }], { after: Buffer.from('tail') })],
    ['a file larger than allowed', 'EVIDENCE_TOO_LARGE', () => stranger({ content: zeros, deflate: true })],
    ['more in all than allowed', 'EVIDENCE_TOO_LARGE', () => {
      const one = { content: zeros.subarray(0, 30 * 1024 * 1024), deflate: true };
      const [first] = [{ name: 'a.bin', ...one }];
      return byHand([first!, ...Array.from({ length: 19 }, (_, index) => ({ ...one, name: `b${String(index)}.bin`, at: 4 }))]);
    }],
    ['more files than allowed', 'EVIDENCE_TOO_LARGE', () =>
      byHand(Array.from({ length: 6001 }, (_, index) => ({ name: `f${String(index)}.txt`, content: Buffer.alloc(0) })))],
    ['a file that is not listed', 'EVIDENCE_CHANGED', () => stranger({})],
    ['a listed file that is not there', 'EVIDENCE_CHANGED', () => byHand([], (files) => files.slice(1))],
    ['other bytes than listed', 'EVIDENCE_CHANGED', () =>
      byHand([], ([first, second, ...rest]) => [first!, { ...second!, content: Buffer.from('<Invoicf/>') }, ...rest])],
    ['two files over the same bytes', 'EVIDENCE_UNSAFE', () =>
      byHand([], ([first, second, third, manifest]) => [first!, { ...first!, name: second!.name, at: 0 }, third!, manifest!])],
    ['no manifest', 'EVIDENCE_MALFORMED', () => byHand([], (files) => files.slice(0, -1))],
    ['a manifest with a member twice', 'EVIDENCE_MALFORMED', () =>
      byHand([], (files) => [...files.slice(0, -1), { name: 'manifest.json', content: Buffer.from(`{"mediaType":"${EVIDENCE_MEDIA_TYPE}","mediaType":"x"}`) }])],
    ['a manifest of another version', 'EVIDENCE_MALFORMED', () =>
      byHand([], (files) => [...files.slice(0, -1), { name: 'manifest.json', content: Buffer.from('{"mediaType":"application/vnd.lianpiao.evidence.v9+json"}') }])],
    ['a wrong checksum', 'EVIDENCE_MALFORMED', () =>
      byHand([], ([first, ...rest]) => [{ ...first!, claimed: { crc: 1 } }, ...rest])],
    ['half an archive', 'EVIDENCE_MALFORMED', () => byHand().subarray(0, 700)],
    ['no archive', 'EVIDENCE_MALFORMED', () => Buffer.from('PK, and then something else')],
    ['nothing', 'EVIDENCE_MALFORMED', () => Buffer.alloc(0)],
  ]; // prettier-ignore

  it.each(cases)('%s: %s', async (_name, code, zip) => {
    expect(await verify(zip())).toMatchObject({ result: 'invalid', reason: code, error: { code } });
  });

  it('that unpacks to more than it says is stopped where it said it would end', async () => {
    const before = process.memoryUsage().arrayBuffers;
    const bomb = byHand([], ([first, ...rest]) => [
      { ...first!, content: zeros, claimed: { size: bundleBytes.length } },
      ...rest,
    ]);
    expect(bomb.length).toBeLessThan(200_000);
    const report = await verify(bomb);
    expect(report.result).toBe('invalid');
    expect(['EVIDENCE_TOO_LARGE', 'EVIDENCE_MALFORMED', 'EVIDENCE_UNSAFE']).toContain(report.reason);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(30 * 1024 * 1024);
  });

  it('of random damage is never valid and never an exception', async () => {
    const good = byHand();
    const wanted = await verify(good);
    let refused = 0;
    for (let at = 0; at < good.length; at += 7) {
      const changed = Buffer.from(good);
      changed.writeUInt8(changed.readUInt8(at) ^ (1 << (at % 8)), at);
      const report = await verify(changed);
      // What nobody reads, such as the time of a file, may change: then the report is the same one.
      if (report.result !== 'invalid') expect(report).toEqual(wanted);
      else refused += 1;
    }
    expect(refused).toBeGreaterThan(good.length / 7 / 2);
  });
});
