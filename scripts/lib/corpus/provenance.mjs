// Registrations of provenance for the corpus: statements, their sources' signatures, and bundles of them.
import { createPublicKey, verify } from 'node:crypto';
import { base64, fieldsOf, jcs, leafOf, noteKey, sha256, soloBundle, without } from './world.mjs';

const digest = (words) => `sha256:${sha256(words).toString('hex')}`;
const source = noteKey('source', 1, 'source of provenance');
const stranger = noteKey('source', 1, 'another source');

export const STATEMENT = {
  mediaType: 'application/vnd.lianpiao.provenance-statement.v1+json',
  digest: digest('corpus content'),
  kind: 'dataset',
  source: '示例市气象站',
  method: 'daily export of sensor readings',
  madeAt: '2026-01-31T08:00:00Z',
  parents: [digest('corpus parent 1'), digest('corpus parent 2')],
};

const ed25519 = (statement, key = source) => ({
  algorithm: 'Ed25519',
  publicKey: base64(key.spki),
  value: base64(key.sign(jcs(statement))),
});

/** Over STATEMENT, by a P-256 key whose private half nobody keeps: ECDSA signatures are not the same twice. */
export const ES256 = {
  algorithm: 'ES256',
  publicKey:
    'MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEvpDcKYB3ew21/y2JKhU0V+mKN0bdYEpFi8zqOReG3kcXgTh/GIfRRKgooRlNWRQFyWB0P9dxq4PuBxpdzhmopQ==',
  value: 'X87BkwxRS0FJ677Kc0wkNuoTAMTTaS6Ip9EnZ0gM9qq6cyvCptUXaAg6olhHp8UNWKrIVWbRkjBMDtXSgxWa5A==',
};
const p256 = createPublicKey({ key: Buffer.from(ES256.publicKey, 'base64'), format: 'der', type: 'spki' });
if (!verify('sha256', Buffer.from(jcs(STATEMENT)), { key: p256, dsaEncoding: 'ieee-p1363' }, Buffer.from(ES256.value, 'base64')))
  throw new Error('the signature does not fit the statement');

/** The fields of a registration; `parts` replaces any of them, also by what is wrong. */
export function registration({ statement = STATEMENT, signature = ed25519(statement), what = {}, fields = {} } = {}) {
  return fieldsOf('registration', {
    who: { key: 'corpus', organisation: 'weather-office' },
    what: {
      digest: statement.digest,
      kind: statement.kind,
      parents: statement.parents,
      registrant: 'weather-office',
      signer: sha256(Buffer.from(signature.publicKey ?? '', 'base64')).toString('hex'),
      type: 'provenance.registered',
      ...what,
    },
    why: 'published',
    statement,
    signature,
    ...fields,
  });
}

/** Cases of registrations: what is committed and logged as it is, and still was not said by the source. */
export function provenanceCases(add, key) {
  const bundle = (parts, type = 'provenance.registered') => {
    const fields = registration(parts);
    return soloBundle(key, leafOf(fields, type), fields);
  };
  const statement = (change) => ({ statement: { ...STATEMENT, ...change } });
  const good = ed25519(STATEMENT);

  add('provenance', bundle(), 'a registration with its statement and an Ed25519 signature');
  add('provenance-es256', bundle({ signature: ES256 }), 'a registration with an ES256 signature');
  add('provenance-made-a-minute-ahead', bundle(statement({ madeAt: '2026-03-01T02:04:04.005Z' })), 'made 60 s after the entry');
  add('provenance-no-parents', bundle(statement({ parents: [] })), 'a statement without parents');
  add('provenance-64-parents', bundle(statement({ parents: parents(64) })), 'as many parents as there may be');
  add(
    'provenance-longest-source',
    bundle(statement({ source: '😀'.repeat(150), method: 'a\tb\nc\rd' })),
    'a text of 300 UTF-16 units; tab, line feed and carriage return',
  );
  for (const name of ['what', 'statement', 'signature']) {
    const fields = registration({ signature: ed25519(STATEMENT, stranger), what: { signer: '0'.repeat(64) } });
    const solo = soloBundle(key, leafOf(fields, 'provenance.registered'), fields);
    solo.document.fields = solo.document.fields.map((field) =>
      field.name === name ? { digest: sha256(jcs([field.salt, field.name, field.value])).toString('hex') } : field,
    );
    add(`provenance-${name}-withheld`, solo, `${name} is withheld, so that the source is not checked`);
  }
  add(
    'provenance-other-type',
    bundle({ what: { signer: '0'.repeat(64) } }, 'provenance.event'),
    'the source is checked for leaves of the type provenance.registered only',
  );

  const wrong = (name, parts, what) => add(`source-${name}`, bundle(parts), what, 'SOURCE_SIGNATURE_WRONG');
  wrong(
    'method-changed',
    { ...statement({ method: 'another' }), signature: good },
    'the statement was changed after it was signed',
  );
  wrong('other-key', { signature: { ...good, value: ed25519(STATEMENT, stranger).value } }, "another key's signature");
  wrong('other-signer', { what: { signer: '0'.repeat(64) } }, 'what.signer is of another key');
  wrong('other-digest', { what: { digest: digest('other') } }, 'what.digest is not the one of the statement');
  wrong('other-kind', { what: { kind: 'work' } }, 'what.kind is not the one of the statement');
  wrong('other-parents', { what: { parents: STATEMENT.parents.slice(0, 1) } }, 'what.parents are fewer than in the statement');
  wrong('parents-swapped', { what: { parents: [...STATEMENT.parents].reverse() } }, 'what.parents stand in another order');
  wrong('other-what-type', { what: { type: 'provenance.event' } }, "what.type is not the leaf's");
  wrong('what-null', { fields: { what: null } }, 'what is open and holds null');
  wrong('statement-text', { fields: { statement: jcs(STATEMENT) } }, 'statement is open and holds a text');
  wrong('signature-list', { fields: { signature: [good] } }, 'signature is open and holds a list');
  wrong('made-later', statement({ madeAt: '2026-03-01T02:04:04.006Z' }), 'made more than 60 s after the entry');
  wrong('made-on-no-day', statement({ madeAt: '2026-02-30T08:00:00Z' }), 'madeAt is no day');
  wrong('unknown-kind', statement({ kind: 'song' }), 'a kind that does not exist');
  wrong('statement-media-type', statement({ mediaType: 'text/plain' }), 'a statement of another media type');
  wrong('statement-more', statement({ more: 1 }), 'a statement with one member more');
  wrong('statement-less', { statement: without(STATEMENT, 'method') }, 'a statement without its method');
  wrong('empty-source', statement({ source: '' }), 'an empty source');
  wrong('long-source', statement({ source: `${'😀'.repeat(150)}x` }), 'a source of 301 UTF-16 units');
  wrong('control-character', statement({ method: 'a\u0007' }), 'a control character in a text');
  wrong('c1-control-character', statement({ method: 'a\u0085' }), 'a control character above U+007F in a text');
  wrong('parent-twice', statement({ parents: [digest('p'), digest('p')] }), 'a parent twice');
  wrong('65-parents', statement({ parents: parents(65) }), 'more parents than there may be');
  wrong('parent-upper-case', statement({ parents: [digest('p').toUpperCase()] }), 'a digest in upper case');
  wrong('signature-more', { signature: { ...good, more: 1 } }, 'a signature with one member more');
  wrong('algorithm', { signature: { ...good, algorithm: 'ES256' } }, 'an Ed25519 key that is said to be of ES256');
  wrong('algorithm-unknown', { signature: { ...good, algorithm: 'EdDSA' } }, 'an algorithm by another name');
  wrong('es256-changed', { ...statement({ kind: 'work' }), signature: ES256 }, 'an ES256 signature over another statement');
  wrong('es256-compressed', { signature: { ...ES256, publicKey: compressed() } }, 'the point of the key is compressed');
  wrong('es256-off-curve', { signature: { ...ES256, publicKey: offCurve() } }, 'the point of the key is not on the curve');
  wrong('es256-zero', { signature: { ...ES256, value: base64(Buffer.alloc(64)) } }, 'an ES256 signature of zeros');
  wrong('short', { signature: { ...good, value: good.value.slice(0, 84) } }, 'a signature of 63 bytes');
  wrong('unused-bits', { signature: { ...good, value: spareBits(good.value) } }, 'unused bits of the base64 are not zero');
}

const parents = (count) => Array.from({ length: count }, (_, place) => digest(`parent ${place}`));
const spki = () => Buffer.from(ES256.publicKey, 'base64');

function compressed() {
  const bytes = spki();
  const prefix = Buffer.from('3039301306072a8648ce3d020106082a8648ce3d030107032200', 'hex');
  return base64(Buffer.concat([prefix, Buffer.of(2 + (bytes.at(-1) & 1)), bytes.subarray(27, 59)]));
}

function offCurve() {
  const bytes = spki();
  bytes[bytes.length - 1] ^= 1;
  return base64(bytes);
}

/** The same bytes, with the first bit of those that base64 does not use set. */
export function spareBits(text) {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  const last = text.replace(/=+$/, '').length - 1;
  return `${text.slice(0, last)}${alphabet[alphabet.indexOf(text[last]) + 1]}${text.slice(last + 1)}`;
}
