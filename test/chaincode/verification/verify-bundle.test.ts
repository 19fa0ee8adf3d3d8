import fc from 'fast-check';
import { canonicalJson } from '../../../chaincode/src/domain/encoding/canonical-json';
import { hasher } from '../../../chaincode/src/domain/encoding/digest';
import { bytesToBase64 } from '../../../chaincode/src/domain/encoding/base64';
import {
  cosignedText,
  formatNote,
  formatTlogProof,
  formatVerifierKey,
  keyIdOf,
  parseNote,
  parseTlogProof,
  SIGNATURE_TYPE,
} from '../../../chaincode/src/domain/log';
import {
  CHECK_IDS,
  parseTrustFile,
  TRUST_MEDIA_TYPE,
  verifyBundle,
  type Bundle,
  type Verdict,
} from '../../../chaincode/src/domain/verification';
import { nodeVerifier, testKey } from '../../support/node-signatures';
import { SmallLog } from '../../support/small-log';

const log = new SmallLog('example.com/log', 21);
const other = new SmallLog('example.com/other', 21);
const GOOD = log.bundle(7);

function verdictOf(value: unknown, trust = log.trust()): Verdict {
  return verifyBundle(JSON.parse(JSON.stringify(value)), trust, nodeVerifier);
}

function withProof(change: (text: string) => string): Bundle {
  return { ...GOOD, proof: change(GOOD.proof) };
}

describe('a good bundle', () => {
  it('is valid, for every leaf, with every check named in both languages', () => {
    for (let index = 0; index < 21; index += 1) {
      const { result, checks, reason } = verdictOf(log.bundle(index));
      expect([result, reason]).toEqual(['valid', undefined]);
      expect(checks.map(({ id }) => id)).toEqual(
        CHECK_IDS.filter((id) => !['source', 'erasure', 'commit', 'status'].includes(id)),
      );
      for (const { en, zh } of checks) expect(`${en}${zh}`).toMatch(/^[A-Z].+\..+。$/);
    }
  });

  it('shows the facts of the invoice', () => {
    expect(verdictOf(GOOD).summary).toEqual({
      type: 'invoice.issued',
      time: '2026-03-01T02:03:04.005Z',
      number: '00000000000000000008',
      issuedAt: '2026-03-01T02:03:04.005Z',
      currency: 'CNY',
      test: true,
      totals: { net: '100.00', tax: '13.00', gross: '113.00' },
      hidden: 0,
    });
  });

  it('is valid with fields hidden, and says how many', () => {
    const { result, summary } = verdictOf(log.bundle(3, (name) => name === 'totals'));
    expect(result).toBe('valid');
    expect(summary).toMatchObject({ totals: { gross: '113.00' }, hidden: 3 });
    expect(summary.number).toBeUndefined();
  });

  it('shows no invoice for an entry that is none', () => {
    const acts = new SmallLog('example.com/acts', 2, 'act.recorded');
    const { result, summary } = verdictOf(acts.bundle(0), acts.trust());
    expect(result).toBe('valid');
    expect(summary).toEqual({ type: 'act.recorded', time: '2026-03-01T02:03:04.005Z', hidden: 0 });
  });

  it('is valid with anchors, which are not checked', () => {
    const anchor = { chainId: 31337, contract: `0x${'aB'.repeat(20)}`, transaction: `0x${'0'.repeat(64)}`, block: 5 };
    const { result, checks } = verdictOf({ ...GOOD, anchors: [anchor] });
    expect(result).toBe('valid');
    expect(checks.at(-1)).toMatchObject({ id: 'anchors', ok: 'skipped' });
  });
});

describe('a bundle of the wrong form', () => {
  const [open] = GOOD.document.fields;
  const fields = (list: unknown): unknown => ({ ...GOOD, document: { fields: list } });
  it.each<[string, unknown]>([
    ['nothing', null],
    ['a text', 'bundle'],
    ['an array', [GOOD]],
    ['an unknown member', { ...GOOD, extra: 1 }],
    ['a missing member', { ...GOOD, anchors: undefined }],
    ['an entry that is no base64', { ...GOOD, entry: 'e30' }],
    ['an empty entry', { ...GOOD, entry: '' }],
    ['an entry that is too long', { ...GOOD, entry: bytesToBase64(new Uint8Array(70_000)) }],
    ['a proof that is no text', { ...GOOD, proof: {} }],
    ['a document with more members', { ...GOOD, document: { fields: [], title: 'x' } }],
    ['fields that are no array', fields({})],
    ['20,001 fields', fields(Array.from({ length: 20_001 }, () => ({ digest: hasher().sha256('') })))],
    ['a field with a digest and a name', fields([{ digest: hasher().sha256(''), name: 'a' }])],
    ['a digest in capitals', fields([{ digest: hasher().sha256('').toUpperCase() }])],
    ['a field with an unknown member', fields([{ ...open, note: 1 }])],
    ['a field without a name', fields([{ ...open, name: '' }])],
    ['a salt that is too short', fields([{ ...open, salt: 'ab' }])],
    ['two open fields of one name', fields([open, open])],
    ['a value that is nested too deep', fields([{ ...open, value: JSON.parse('['.repeat(33) + ']'.repeat(33)) as unknown }])],
    ['anchors that are no array', { ...GOOD, anchors: {} }],
    ['an anchor of another form', { ...GOOD, anchors: [{ chainId: 1 }] }],
  ])('is invalid: %s', (_, value) => {
    const { result, reason, checks, summary } = verdictOf(value);
    expect([result, reason]).toEqual(['invalid', 'BUNDLE_MALFORMED']);
    expect(checks.slice(1, 6).every(({ ok }) => ok === 'skipped')).toBe(true);
    expect(summary).toEqual({});
  });

  it.each(['application/vnd.lianpiao.bundle.v4+json', '', 1, undefined])(
    'is invalid as unsupported: media type %j',
    (mediaType) => {
      expect(verdictOf({ ...GOOD, mediaType })).toMatchObject({ result: 'invalid', reason: 'BUNDLE_UNSUPPORTED' });
    },
  );

  it('is invalid, and no overflow: a value nested 100,000 deep', () => {
    const value = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000)) as unknown;
    const bundle = { ...GOOD, document: { fields: [{ name: 'a', salt: '0'.repeat(32), value }] } };
    expect(verifyBundle(bundle, log.trust(), nodeVerifier)).toMatchObject({ result: 'invalid', reason: 'BUNDLE_MALFORMED' });
  });

  it('is invalid: a lone surrogate', () => {
    const value = { ...GOOD, document: { fields: [{ name: 'a', salt: '0'.repeat(32), value: { '\ud800': 1 } }] } };
    expect(verdictOf(value)).toMatchObject({ result: 'invalid', reason: 'BUNDLE_MALFORMED' });
  });
});

describe('a leaf that is not canonical', () => {
  const text = log.leaves[7] as string;
  const bytes = (leaf: string): string => bytesToBase64(new TextEncoder().encode(leaf));
  it.each<[string, string]>([
    ['another order', bytes(canonicalJson({}))],
    ['a space', bytes(text.replace(',', ', '))],
    ['a newline at the end', bytes(`${text}\n`)],
    ['a byte order mark', bytes(`\ufeff${text}`)],
    ['a day that does not exist', bytes(text.replace('03-01', '02-30'))],
    ['a digest without its algorithm', bytes(text.replace('sha256:', ''))],
    ['a type in capitals', bytes(text.replace('invoice', 'Invoice'))],
    ['another member', bytes(text.replace('}', ',"z":1}'))],
    ['bytes that are no UTF-8', bytesToBase64(Uint8Array.of(0xff, 0xfe))],
  ])('is invalid: %s', (_, entry) => {
    expect(verdictOf({ ...GOOD, entry })).toMatchObject({ result: 'invalid', reason: 'LEAF_MALFORMED', summary: {} });
  });
});

describe('a bundle that was changed', () => {
  it.each<[string, unknown, string]>([
    ['a field left out', { ...GOOD, document: { fields: GOOD.document.fields.slice(1) } }, 'COMMITMENT_WRONG'],
    ['fields in another order', { ...GOOD, document: { fields: GOOD.document.fields.toReversed() } }, 'COMMITMENT_WRONG'],
    ["another invoice's document", { ...GOOD, document: log.bundle(8).document }, 'COMMITMENT_WRONG'],
    ["another invoice's entry", { ...GOOD, entry: log.bundle(8).entry }, 'COMMITMENT_WRONG'],
    ["another invoice's proof", { ...GOOD, proof: log.bundle(8).proof }, 'INCLUSION_WRONG'],
    ['another index', withProof((proof) => proof.replace('index 7', 'index 6')), 'INCLUSION_WRONG'],
    ['an index beyond the log', withProof((proof) => proof.replace('index 7', 'index 21')), 'INCLUSION_WRONG'],
    ['a proof of another version', withProof((proof) => proof.replace('@v1', '@v2')), 'PROOF_MALFORMED'],
    ['a checkpoint without signatures', withProof((proof) => proof.slice(0, proof.lastIndexOf('\u2014'))), 'PROOF_MALFORMED'],
    ['a checkpoint signed by another log', { ...GOOD, proof: resigned() }, 'CHECKPOINT_UNSIGNED'],
    [
      'an extension line added',
      withProof((proof) => proof.replace('=\n\n\u2014', '=\nmore\n\n\u2014')),
      'CHECKPOINT_SIGNATURE_WRONG',
    ],
    ['a proof too large for a note', { ...GOOD, proof: GOOD.proof + 'x'.repeat(1_000_001) }, 'PROOF_MALFORMED'],
  ])('is invalid: %s', (_, value, reason) => {
    expect(verdictOf(value)).toMatchObject({ result: 'invalid', reason });
  });

  it('is never valid after one character was changed', () => {
    const text = JSON.stringify(GOOD);
    fc.assert(
      fc.property(fc.nat({ max: text.length - 1 }), fc.constantFrom('A', 'b', '7', '0', '"', ' ', '}'), (place, character) => {
        const changed = text.slice(0, place) + character + text.slice(place + 1);
        let value: unknown;
        try {
          value = JSON.parse(changed);
        } catch {
          return;
        }
        fc.pre(JSON.stringify(value) !== text);
        expect(verdictOf(value).result).not.toBe('valid');
      }),
      { numRuns: 400 },
    );
  });
});

/** The proof's checkpoint, signed by the other log's key only. */
function resigned(): string {
  const proof = parseTlogProof(GOOD.proof);
  const { text } = parseNote(proof.checkpoint);
  const signature = other.key.sign(new TextEncoder().encode(text));
  const line = { name: other.origin, keyId: keyIdOf(other.origin, other.key.publicKey), signature };
  return formatTlogProof({ ...proof, checkpoint: formatNote({ text, signatures: [line] }) });
}

describe('when trust is lacking', () => {
  it('cannot tell: no trusted log has this origin', () => {
    expect(verdictOf(GOOD, other.trust())).toMatchObject({ result: 'unknown', reason: 'LOG_UNKNOWN' });
  });

  it('is invalid all the same when something is proven wrong', () => {
    const changed = withProof((proof) => proof.replace('index 7', 'index 6'));
    expect(verdictOf(changed, other.trust())).toMatchObject({ result: 'invalid', reason: 'INCLUSION_WRONG' });
  });

  it('is invalid when the trusted key of that origin is another one', () => {
    const vkey = formatVerifierKey(log.origin, testKey('stranger').publicKey);
    const trust = parseTrustFile({ mediaType: TRUST_MEDIA_TYPE, logs: [{ origin: log.origin, vkey }], witnesses: [], quorum: 0 });
    expect(verdictOf(GOOD, trust)).toMatchObject({ result: 'invalid', reason: 'CHECKPOINT_UNSIGNED' });
  });

  it('accepts either of two keys of one origin', () => {
    const logs = [formatVerifierKey(log.origin, testKey('stranger').publicKey), log.vkey].map((vkey) => ({
      origin: log.origin,
      vkey,
    }));
    expect(verdictOf(GOOD, parseTrustFile({ mediaType: TRUST_MEDIA_TYPE, logs, witnesses: [], quorum: 0 })).result).toBe('valid');
  });
});

describe('witnesses', () => {
  const witness = testKey('witness');
  const vkey = formatVerifierKey('witness.example', witness.publicKey, SIGNATURE_TYPE.cosignature);
  const trust = parseTrustFile({
    mediaType: TRUST_MEDIA_TYPE,
    logs: [{ origin: log.origin, vkey: log.vkey }],
    witnesses: [{ vkey }],
    quorum: 1,
  });
  const cosigned = (seconds: bigint, signedSeconds: bigint): Bundle => {
    const proof = parseTlogProof(GOOD.proof);
    const { text, signatures } = parseNote(proof.checkpoint);
    const signature = new Uint8Array(72);
    new DataView(signature.buffer).setBigUint64(0, seconds);
    signature.set(witness.sign(new TextEncoder().encode(cosignedText(text, signedSeconds))), 8);
    const keyId = keyIdOf('witness.example', witness.publicKey, SIGNATURE_TYPE.cosignature);
    const checkpoint = formatNote({ text, signatures: [...signatures, { name: 'witness.example', keyId, signature }] });
    return { ...GOOD, proof: formatTlogProof({ ...proof, checkpoint }) };
  };

  it('count when they cosigned', () => {
    expect(verdictOf(cosigned(1000n, 1000n), trust).result).toBe('valid');
  });

  it('leave the answer open when they are too few', () => {
    expect(verdictOf(GOOD, trust)).toMatchObject({ result: 'unknown', reason: 'WITNESSES_LACKING' });
  });

  it('make a bundle invalid with a wrong cosignature', () => {
    expect(verdictOf(cosigned(1000n, 1001n), trust)).toMatchObject({ result: 'invalid', reason: 'WITNESS_SIGNATURE_WRONG' });
  });
});
