import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  canonicalJson,
  commitmentOf,
  disclosedDigest,
  leafText,
  parseTrustFile,
  TRUST_MEDIA_TYPE,
  verifyBundle,
  type Bundle,
  type DisclosedField,
  type TrustFile,
} from '@lianpiao/chaincode/domain';
import { loadLogKey, nodeSignatures } from '../../../gateway/src/crypto/log-keys';
import { AnchorStore } from '../../../gateway/src/stores/anchor-store';
import { ProofDesk } from '../../../gateway/src/verification/proof-desk';
import { cli } from '../../support/cli';
import { embeddedShop, LOG_ORIGIN, type EmbeddedShop } from '../../support/embedded';
import { digestOf, event, register, signed, source, statementOf } from '../../support/provenance';

const TEXT = 'station,level\nA,3.1\n';
const RAW = digestOf('raw');
const DATA = digestOf(TEXT);
const station = source('ES256');
const folder = mkdtempSync(join(tmpdir(), 'lianpiao-bundle-'));
const good = signed(statementOf(DATA, { parents: [RAW], kind: 'dataset' }), station);

let shop: EmbeddedShop;
let trust: TrustFile;
let trustFile: string;
let desk: ProofDesk;
let anchors: AnchorStore;

beforeAll(async () => {
  shop = await embeddedShop(undefined, { tills: 1 });
  const commands = [
    register('shop', signed(statementOf(RAW), source())),
    register('shop', good),
    event('shop', 'licensed', DATA, 'bureau'),
  ];
  for (const command of commands) {
    const [verdict] = await shop.commits.submit([{ caller: 'shop', command }]);
    if (verdict?.accepted !== true) throw verdict?.error ?? new Error('refused');
  }
  shop.follow();
  const { vkey } = loadLogKey(shop.folder, LOG_ORIGIN);
  const file = { mediaType: TRUST_MEDIA_TYPE, logs: [{ origin: LOG_ORIGIN, vkey }], witnesses: [], quorum: 0 };
  trust = parseTrustFile(file);
  trustFile = join(folder, 'trust.json');
  writeFileSync(trustFile, JSON.stringify(file));
  anchors = new AnchorStore(shop.folder);
  desk = new ProofDesk(shop.log, anchors);
});
afterAll(() => {
  anchors.close();
  shop.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** The bundle of one of the last three entries: 3 the raw data, 2 the dataset, 1 the licence. */
async function bundleOf(fromEnd: number, show: (name: string) => boolean = () => true): Promise<Bundle> {
  const sequence = shop.ledger.length() - fromEnd;
  const [placed] = shop.ledger.read(sequence, 1);
  return desk.bundle(sequence, placed!.entry, shop.payloads.read(sequence)!, show);
}

function checksOf(bundle: Bundle): Record<string, unknown> {
  const { result, reason, checks } = verifyBundle(JSON.parse(JSON.stringify(bundle)), trust, nodeSignatures);
  return { result, reason, source: checks.find(({ id }) => id === 'source')?.ok };
}

/** A bundle with other fields and a leaf that commits to them: what a log that checks nothing might have taken in. */
function forged(bundle: Bundle, change: (name: string, value: never) => unknown): Bundle {
  const fields = bundle.document.fields.map((field): DisclosedField =>
    'name' in field ? { ...field, value: change(field.name, field.value as never) as never } : field,
  );
  const { time } = JSON.parse(Buffer.from(bundle.entry, 'base64').toString()) as { time: string };
  const commitment = commitmentOf(fields.map(disclosedDigest));
  const entry = Buffer.from(leafText({ commitment, time, type: 'provenance.registered' })).toString('base64');
  return { ...bundle, entry, document: { fields } };
}

describe('the bundle of a registration', () => {
  it('is valid and says what the source has signed', async () => {
    const bundle = await bundleOf(2);
    expect(checksOf(bundle)).toEqual({ result: 'valid', reason: undefined, source: true });
    expect(verifyBundle(bundle, trust, nodeSignatures).summary).toMatchObject({
      type: 'provenance.registered',
      provenance: {
        digest: DATA,
        kind: 'dataset',
        registrant: 'shop',
        parents: [RAW],
        source: '示例市水文站',
        madeAt: '2026-01-31T08:00:00Z',
      },
      hidden: 0,
    });
  });

  it('holds with fields withheld, and says that the signature was not checked', async () => {
    const bundle = await bundleOf(2, (name) => name === 'what');
    expect(checksOf(bundle)).toEqual({ result: 'valid', reason: undefined, source: 'skipped' });
    const { summary } = verifyBundle(bundle, trust, nodeSignatures);
    expect(summary).toMatchObject({ provenance: { digest: DATA, registrant: 'shop' }, hidden: 4 });
    expect(canonicalJson(bundle as never)).not.toContain('示例市水文站');
  });

  it('is refused when a field was changed', async () => {
    const bundle = await bundleOf(2);
    const changed = JSON.parse(JSON.stringify(bundle).replace('hourly readings', 'guessed')) as Bundle;
    expect(checksOf(changed)).toEqual({ result: 'invalid', reason: 'COMMITMENT_WRONG', source: undefined });
  });

  it.each([
    [
      'a signature of another statement',
      (name: string, value: object) => (name === 'statement' ? { ...value, method: 'guessed' } : value),
    ],
    ['another digest than was signed', (name: string, value: object) => (name === 'what' ? { ...value, digest: RAW } : value)],
    ['other parents than were signed', (name: string, value: object) => (name === 'what' ? { ...value, parents: [] } : value)],
    [
      'another signer than is named',
      (name: string, value: object) => (name === 'what' ? { ...value, signer: 'ab'.repeat(32) } : value),
    ],
    [
      'a key of another algorithm',
      (name: string, value: object) => (name === 'signature' ? { ...value, algorithm: 'Ed25519' } : value),
    ],
    ['a statement that is none', (name: string, value: object) => (name === 'statement' ? {} : value)],
    [
      'the facts of another type',
      (name: string, value: object) => (name === 'what' ? { ...value, type: 'act.recorded' } : value),
    ],
  ])('is proven wrong by its source with %s, even under a right commitment', async (_name, change) => {
    const { result, reason, source: check } = checksOf(forged(await bundleOf(2), change));
    expect({ result, reason, check }).toEqual({ result: 'invalid', reason: 'SOURCE_SIGNATURE_WRONG', check: false });
  });

  it('has no such check on other entries', async () => {
    const bundle = await bundleOf(1);
    expect(checksOf(bundle)).toEqual({ result: 'valid', reason: undefined, source: undefined });
    const { summary } = verifyBundle(bundle, trust, nodeSignatures);
    expect(summary.provenance).toEqual({ digest: DATA, event: 'licensed', organisation: 'shop', to: 'bureau' });
  });
});

describe('lianpiao with a bundle of a content', () => {
  const content = join(folder, 'data.csv');
  const bundle = join(folder, 'data.lianpiao.json');
  beforeAll(async () => {
    writeFileSync(content, TEXT);
    writeFileSync(bundle, JSON.stringify(await bundleOf(2)));
  });

  it('verify tells its facts in both languages', async () => {
    const { code, out } = await cli('verify', bundle, '--offline', '--trust', trustFile);
    expect(code).toBe(0);
    for (const text of [
      'VALID 有效',
      DATA,
      RAW,
      'shop',
      '示例市水文站',
      'hourly readings',
      'The source signed what is registered',
    ])
      expect(out).toContain(text);
  });

  it('provenance verify finds the file to be the one that was registered', async () => {
    const { code, out } = await cli('provenance', 'verify', content, '--bundle', bundle, '--trust', trustFile);
    expect([code, out.split('\n')[0]]).toEqual([0, `REGISTERED 已登记  ${content}`]);
    const json = await cli('provenance', 'verify', content, '--bundle', bundle, '--trust', trustFile, '--json');
    expect(JSON.parse(json.out)).toMatchObject({
      result: 'registered',
      digest: DATA,
      registrant: 'shop',
      bundle: { result: 'valid' },
    });
  });

  it('provenance verify refuses another file, and a changed bundle', async () => {
    const other = join(folder, 'other.csv');
    writeFileSync(other, `${TEXT}B,9.9\n`);
    const wrong = await cli('provenance', 'verify', other, '--bundle', bundle, '--trust', trustFile);
    expect(wrong.code).toBe(1);
    expect(wrong.out).toContain('another content');
    const changed = join(folder, 'changed.lianpiao.json');
    writeFileSync(changed, JSON.stringify(await bundleOf(2)).replace('hourly', 'yearly'));
    expect((await cli('provenance', 'verify', content, '--bundle', changed, '--trust', trustFile)).code).toBe(1);
  });

  it('provenance verify cannot tell without trust', async () => {
    const { code, out, err } = await cli('provenance', 'verify', content, '--bundle', bundle);
    expect(code).toBe(2);
    expect(out).toContain('UNKNOWN 无法判断');
    expect(err).toContain('No trust file');
  });
});
