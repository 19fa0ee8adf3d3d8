import { generateKeyPairSync, randomBytes } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  consistencyPathFromTiles,
  parseCheckpoint,
  parseNote,
  parseTrustFile,
  TRUST_MEDIA_TYPE,
  verifyBundle,
  verifyConsistency,
  type Bundle,
  type InvoiceIssued,
} from '@lianpiao/chaincode/domain';
import { readFrames, FrameWriter } from '../../../gateway/src/ledger/archive/archive-frames';
import { exportLedger } from '../../../gateway/src/ledger/archive/export-ledger';
import { importLedger } from '../../../gateway/src/ledger/archive/import-ledger';
import { restoreRecords } from '../../../gateway/src/ledger/archive/restore-records';
import { verifyLedger } from '../../../gateway/src/ledger/embedded/verify';
import { KeyFolder } from '../../../gateway/src/crypto/keys';
import { AnchorStore, loadLogKey } from '../../../gateway/src/stores';
import { ProofDesk } from '../../../gateway/src/verification/proof-desk';
import { Sharer } from '@lianpiao/workers';
import { openSharedStores } from '../../../gateway/src/stores/shared';
import { cli } from '../../support/cli';
import { answerOf, embeddedShop, LOG_ORIGIN, saleRequest, type EmbeddedShop } from '../../support/embedded';
import { nodeVerifier } from '../../support/node-signatures';
import { startTestPostgres } from '../../support/postgres';

const PASSPHRASE = 'correct horse battery staple';
const SECRET_NOTE = '备注 canary-7f3a';

let shop: EmbeddedShop;
let base: string;
let archive: string;
const numbers: string[] = [];
let fresh = 0;
/** A path in the test's own folder that nothing stands at. */
const path = (name: string): string => join(base, `${name}-${String((fresh += 1))}`);

beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), 'lianpiao-archive-'));
  shop = await embeddedShop(path('old'));
  for (let round = 0; round < 3; round += 1) {
    const requests = Array.from({ length: 600 }, (_, place) =>
      saleRequest(round * 1000 + place, 'till-1', place === 7 ? { note: SECRET_NOTE } : {}),
    );
    for (const outcome of await shop.issue(requests)) numbers.push(answerOf(outcome).number);
    shop.follow();
  }
  await shop.erase(numbers[20]!);
  shop.follow();
  archive = path('archive');
  exportLedger({ folder: shop.folder, file: archive, recipient, withKeys: true });
});
afterAll(() => {
  shop.close();
  rmSync(base, { recursive: true, force: true });
});

// A key, because a passphrase takes half a second of a processor on purpose.
const { publicKey, privateKey } = generateKeyPairSync('x25519');
const [recipient, opener] = [{ publicKey }, { privateKey }];

async function bundleOf(from: EmbeddedShop, number: string): Promise<Bundle> {
  const { sequence } = from.index.byNumber(number)!;
  const entry = from.ledger.read(sequence, 1)[0]!.entry as InvoiceIssued;
  const anchors = new AnchorStore(from.folder);
  const bundle = await new ProofDesk(from.log, anchors).bundle(sequence, entry, from.payloads.read(sequence)!, () => true);
  anchors.close();
  return bundle;
}

describe('a ledger that moves house', () => {
  it('verifies in its new folder, part by part', async () => {
    const folder = path('new');
    const { header, resumedFrom, verified } = await importLedger({ file: archive, folder, opener });
    expect(header).toMatchObject({ origin: LOG_ORIGIN, entries: shop.ledger.length(), sealed: shop.ledger.length() });
    expect(resumedFrom).toBe(0);
    expect(verified).toMatchObject({ result: 'ok', erased: 1, entries: shop.ledger.length() });
    expect(verifyLedger({ folder }).parts.map(({ part, result }) => `${part} ${result}`)).toEqual([
      'blocks ok',
      'references ok',
      'state ok',
      'acts ok',
      'payloads ok',
      'index skipped',
      'log ok',
    ]);
    expect(existsSync(`${folder}.importing`)).toBe(false);
    expect((await cli('ledger', 'verify', '--data', folder)).code).toBe(0);
  });

  it('keeps old bundles valid, makes equal ones, and its log goes on where the old one ended', async () => {
    const folder = path('new');
    const old = await bundleOf(shop, numbers[5]!);
    const before = shop.log.latest()!;
    await importLedger({ file: archive, folder, opener });
    const moved = await embeddedShop(folder);
    moved.follow();
    expect(await bundleOf(moved, numbers[5]!)).toEqual(old);
    expect(moved.log.latest()).toEqual(before);
    const [outcome, repeated] = await moved.issue([saleRequest(90_001), saleRequest(3)]);
    expect(answerOf(repeated).number).toBe(numbers[3]);
    expect(answerOf(outcome).number > numbers.at(-1)!).toBe(true);
    moved.follow();
    const after = moved.log.latest()!;
    const [from, to] = [before, after].map(({ note }) => parseCheckpoint(parseNote(note).text)) as [
      ReturnType<typeof parseCheckpoint>,
      ReturnType<typeof parseCheckpoint>,
    ];
    expect(to.size).toBeGreaterThan(from.size);
    const claim = { oldSize: from.size, newSize: to.size, oldRoot: from.root, newRoot: to.root };
    expect(verifyConsistency({ ...claim, path: consistencyPathFromTiles(moved.log, from.size, to.size) })).toBe(true);
    const { vkey } = loadLogKey(shop.folder, LOG_ORIGIN);
    const trust = parseTrustFile({ mediaType: TRUST_MEDIA_TYPE, logs: [{ origin: LOG_ORIGIN, vkey }], witnesses: [], quorum: 0 });
    for (const bundle of [old, await bundleOf(moved, numbers[5]!), await bundleOf(moved, answerOf(outcome).number)])
      expect(verifyBundle(bundle, trust, nodeVerifier).result).toBe('valid');
    expect(verifyLedger({ folder }).result).toBe('ok');
    moved.close();
  });

  it('opens with a passphrase on the command line, and holds no private keys unless asked', async () => {
    const [secret, file, folder] = [path('secret'), path('archive'), path('new')];
    writeFileSync(secret, `${PASSPHRASE}\n`, { mode: 0o600 });
    const exported = await cli('ledger', 'export', file, '--data', shop.folder, '--passphrase-file', secret);
    expect([exported.code, exported.err]).toEqual([0, '']);
    expect(exported.out).toContain(`${String(shop.ledger.length())} entries`);
    const imported = await cli('ledger', 'import', file, '--data', folder, '--passphrase-file', secret);
    expect([imported.code, imported.err]).toEqual([0, '']);
    expect(imported.out).toContain('签名以归档自带的公钥核对');
    expect(readdirSync(join(folder, 'keys')).sort()).toEqual(['complete', 'payload.key']);
    // A gateway there makes no key that is missing: another one would prove nothing.
    expect(() => loadLogKey(folder, LOG_ORIGIN)).toThrow('log.pem is missing');
    const { vkey } = loadLogKey(shop.folder, LOG_ORIGIN);
    const operatorKey = new KeyFolder(join(shop.folder, 'keys')).require('operator').publicKey;
    const verify = await cli('ledger', 'verify', '--data', folder, '--operator-key', operatorKey, '--log-key', vkey);
    expect(verify.out).toContain('OK 账本完好');
    expect((await cli('ledger', 'verify', '--data', folder)).code).toBe(2);
  });

  it('opens with the key of its recipient, from files', async () => {
    const [pub, key, file, folder] = [path('pub'), path('key'), path('archive'), path('new')];
    writeFileSync(pub, publicKey.export({ format: 'pem', type: 'spki' }));
    writeFileSync(key, privateKey.export({ format: 'pem', type: 'pkcs8' }), { mode: 0o600 });
    expect((await cli('ledger', 'export', file, '--data', shop.folder, '--recipient', pub)).code).toBe(0);
    expect((await cli('ledger', 'import', file, '--data', folder, '--key', key)).code).toBe(0);
    const both = await cli('ledger', 'import', file, '--data', path('new'), '--key', key, '--passphrase-file', key);
    expect([both.code, both.err.split(':')[0]]).toEqual([2, 'FIELD_INVALID']);
    const elliptic = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'pem', type: 'spki' });
    writeFileSync(pub, elliptic);
    expect((await cli('ledger', 'export', path('archive'), '--data', shop.folder, '--recipient', pub)).err).toContain('X25519');
  });

  it('shows nothing private to who has the file without the key', () => {
    const bytes = readFileSync(archive);
    for (const secret of ['canary-7f3a', '买方', 'BEGIN PRIVATE KEY']) expect(bytes.includes(secret)).toBe(false);
    for (const { type, body } of readFrames(archive)) expect('HWRBTCKE'.includes(type) && body.includes('canary')).toBe(false);
  });

  it('goes on with an export that broke off, wherever it did', async () => {
    const whole = readFileSync(archive);
    for (const cut of [0.2, 0.5, 0.8, 0.999]) {
      const file = path('archive');
      writeFileSync(`${file}.part`, whole.subarray(0, Math.floor(whole.length * cut)), { mode: 0o600 });
      const { resumedFrom } = exportLedger({ folder: shop.folder, file, recipient, withKeys: true });
      if (cut > 0.7) expect(resumedFrom).toBeGreaterThan(0);
      const { verified } = await importLedger({ file, folder: path('new'), opener });
      expect([verified.result, verified.entries]).toEqual(['ok', shop.ledger.length()]);
    }
  });

  it('exports while the ledger grows, and a broken-off export ends where it began to', async () => {
    const source = path('old');
    cpSync(shop.folder, source, { recursive: true });
    const growing = await embeddedShop(source);
    const file = path('archive');
    const whole = readFileSync(archive);
    writeFileSync(`${file}.part`, whole.subarray(0, Math.floor(whole.length * 0.6)));
    await growing.issue([saleRequest(70_000)]);
    growing.follow();
    const report = exportLedger({ folder: source, file, recipient });
    growing.close();
    expect(report.entries).toBe(shop.ledger.length());
    expect((await importLedger({ file, folder: path('new'), opener })).verified.result).toBe('ok');
  });

  it('goes on with an import that broke off', async () => {
    const folder = path('new');
    const cut = path('archive');
    const whole = readFileSync(archive);
    writeFileSync(cut, whole.subarray(0, Math.floor(whole.length * 0.6)));
    await expect(importLedger({ file: cut, folder, opener })).rejects.toMatchObject({
      code: 'ARCHIVE_BROKEN',
      detail: { rule: 'truncated' },
    });
    expect(existsSync(folder)).toBe(false);
    const { resumedFrom, verified } = await importLedger({ file: archive, folder, opener });
    expect(resumedFrom).toBeGreaterThan(0);
    expect(verified.result).toBe('ok');
  });
});

describe('an import refuses', () => {
  /** The archive with its frames written anew, so that all checksums hold. */
  function rewritten(change: (type: string, body: Buffer) => Buffer | undefined): string {
    const file = path('archive');
    const writer = FrameWriter.begin(file);
    for (const { type, body } of readFrames(archive)) {
      const changed = change(type, Buffer.from(body));
      if (changed !== undefined) writer.write(type, changed);
    }
    writer.end();
    return file;
  }

  async function refusal(file: string, extra: object = {}): Promise<unknown> {
    const folder = path('new');
    const error: unknown = await importLedger({ file, folder, opener, ...extra }).catch((caught: unknown) => caught);
    // Whatever was wrong, there is no ledger.
    expect(existsSync(folder)).toBe(false);
    return error;
  }

  it.each([0.001, 0.1, 0.5, 0.9, 0.999])('a file that ends too soon (%f)', async (part) => {
    const file = path('archive');
    cpSync(archive, file);
    truncateSync(file, Math.floor(readFileSync(archive).length * part));
    expect(await refusal(file)).toMatchObject({ code: 'ARCHIVE_BROKEN', detail: { rule: 'truncated' } });
  });

  it('a file that ends between two frames', async () => {
    expect(await refusal(rewritten((type, body) => (type === 'E' ? undefined : body)))).toMatchObject({
      code: 'ARCHIVE_BROKEN',
      detail: { rule: 'truncated' },
    });
  });

  it('a changed byte, wherever it is', async () => {
    const whole = readFileSync(archive);
    for (const place of [20, 200, 5000, Math.floor(whole.length / 2), whole.length - 40, whole.length - 1]) {
      const file = path('archive');
      const bytes = Buffer.from(whole);
      bytes[place] = (bytes[place] ?? 0) ^ 1;
      writeFileSync(file, bytes);
      expect(await refusal(file)).toMatchObject({ code: 'ARCHIVE_BROKEN' });
    }
  });

  it('frames in another order, left out, or behind the end', async () => {
    const frames = [...readFrames(archive)];
    const write = (order: readonly { type: (typeof frames)[0]['type']; body: Buffer }[]): string => {
      const file = path('archive');
      const writer = FrameWriter.begin(file);
      for (const { type, body } of order) writer.write(type, body);
      writer.end();
      return file;
    };
    const blocks = frames.filter(({ type }) => type === 'B');
    expect(blocks.length).toBeGreaterThan(1);
    const without = frames.filter((frame) => frame !== blocks[0]);
    expect(await refusal(write(without))).toMatchObject({ code: 'LEDGER_BROKEN' });
    expect(await refusal(write([...frames, ...frames.slice(-1)]))).toMatchObject({
      code: 'ARCHIVE_BROKEN',
      detail: { rule: 'after-end' },
    });
    expect(await refusal(write(frames.filter(({ type }) => type !== 'T')))).toMatchObject({ detail: { rule: 'counts' } });
    expect(await refusal(write(frames.filter((frame) => frame !== blocks.at(-1))))).toMatchObject({ detail: { rule: 'counts' } });
    const lastRecords = frames.filter(({ type }) => type === 'R').at(-1);
    expect(await refusal(write(frames.filter((frame) => frame !== lastRecords)))).toMatchObject({
      code: 'LEDGER_BROKEN',
      detail: { path: '/payloads' },
    });
  });

  it('a wrong passphrase or key, and a passphrase that is too short', async () => {
    const wrong = { code: 'ARCHIVE_KEY_WRONG', status: 403 };
    expect(await refusal(archive, { opener: { privateKey: generateKeyPairSync('x25519').privateKey } })).toMatchObject(wrong);
    expect(await refusal(archive, { opener: { passphrase: PASSPHRASE } })).toMatchObject(wrong);
    const file = path('archive');
    exportLedger({ folder: shop.folder, file, recipient: { passphrase: PASSPHRASE } });
    expect(await refusal(file, { opener: { passphrase: `${PASSPHRASE}.` } })).toMatchObject(wrong);
    expect(await refusal(file)).toMatchObject(wrong);
    expect(() => exportLedger({ folder: shop.folder, file: path('archive'), recipient: { passphrase: 'short' } })).toThrow(
      'FIELD_INVALID',
    );
  });

  it('a passphrase’s cost that would take all memory', async () => {
    const greedy = JSON.stringify({ by: 'scrypt', salt: '', N: 2 ** 30, r: 16, p: 4, wrapped: '' });
    const file = rewritten((type, body) => (type === 'W' ? Buffer.from(greedy) : body));
    expect(await refusal(file, { opener: { passphrase: PASSPHRASE } })).toMatchObject({ code: 'ARCHIVE_KEY_WRONG' });
  });

  it('another version, another kind of file, and no file', async () => {
    const [newer, other] = [path('archive'), path('archive')];
    writeFileSync(newer, Buffer.from(readFileSync(archive)).fill('9', 16, 17));
    writeFileSync(other, randomBytes(100));
    expect(await refusal(newer)).toMatchObject({ code: 'ARCHIVE_UNSUPPORTED', detail: { found: 'version 9' } });
    expect(await refusal(other)).toMatchObject({ code: 'ARCHIVE_UNSUPPORTED' });
    expect(await refusal(path('nothing'))).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('a folder that holds something, and another archive in the place of a broken-off one', async () => {
    const folder = path('new');
    mkdirSync(folder);
    writeFileSync(join(folder, 'ledger.db'), 'mine');
    await expect(importLedger({ file: archive, folder, opener })).rejects.toMatchObject({ code: 'LEDGER_EXISTS', status: 409 });
    expect(readFileSync(join(folder, 'ledger.db'), 'utf8')).toBe('mine');
    const other = path('new');
    await expect(
      importLedger({ file: archive, folder: other, opener: { privateKey: generateKeyPairSync('x25519').privateKey } }),
    ).rejects.toMatchObject({ code: 'ARCHIVE_KEY_WRONG' });
    const file = path('archive');
    exportLedger({ folder: shop.folder, file, recipient });
    await expect(importLedger({ file, folder: other, opener })).rejects.toMatchObject({
      code: 'LEDGER_EXISTS',
      detail: { rule: 'another-import' },
    });
  });

  it('keys other than those that its reader trusts', async () => {
    const stranger = await embeddedShop();
    const { vkey } = loadLogKey(stranger.folder, LOG_ORIGIN);
    stranger.remove();
    expect(await refusal(archive, { logKeys: [vkey] })).toMatchObject({ code: 'LEDGER_BROKEN', detail: { path: '/log' } });
    const operatorKey = generateKeyPairSync('ec', { namedCurve: 'P-256' })
      .publicKey.export({ format: 'der', type: 'spki' })
      .toString('base64');
    expect(await refusal(archive, { operatorKey })).toMatchObject({ code: 'LEDGER_BROKEN', detail: { path: '/block/1' } });
  });

  it('an export over a file that is there', () => {
    expect(() => exportLedger({ folder: shop.folder, file: archive, recipient })).toThrow('LEDGER_EXISTS');
  });
});

describe('lianpiao ledger restore-records', () => {
  it('fetches a lost payload store from the database that machines share', async () => {
    const postgres = await startTestPostgres();
    const shared = openSharedStores(postgres.url, shop.folder)!;
    const parts = { ledger: shop.ledger, payloads: shop.payloads, index: shop.index, shared };
    const sharer = new Sharer(parts);
    while ((await sharer.look()) > 0);
    await shared.close();
    const folder = path('new');
    cpSync(shop.folder, folder, { recursive: true });
    for (const name of readdirSync(folder)) if (name.startsWith('payloads.db')) rmSync(join(folder, name));
    expect(verifyLedger({ folder }).result).toBe('bad');
    expect(await restoreRecords(postgres.url, folder)).toBe(shop.ledger.length());
    expect(await restoreRecords(postgres.url, folder)).toBe(0);
    expect(verifyLedger({ folder })).toMatchObject({ result: 'ok', erased: 1 });
    await postgres.stop();
  });

  it('says what is missing', async () => {
    const { code, err } = await cli('ledger', 'restore-records', '--data', shop.folder);
    expect([code, err.split(':')[0]]).toEqual([2, 'FIELD_MISSING']);
  });
});
