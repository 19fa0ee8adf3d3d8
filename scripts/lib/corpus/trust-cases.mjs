// Cases of signed trust files: windows of keys, compromised keys, quorums over time, ended logs, and what may follow what.
import {
  base64,
  fieldsOf,
  invoices,
  jcs,
  leafOf,
  Log,
  logLine,
  noteKey,
  noteOf,
  rootOf,
  sha256,
  TYPE,
  witnessLine,
  without,
} from './world.mjs';

const NAME = 'corpus.lianpiao.example/trust';
const root = (words) => noteKey('root.example', TYPE.log, `root ${words}`);
export const [FIRST, SECOND, THIRD, STRANGER] = ['first', 'second', 'third', 'of a stranger'].map(root);
export const rootMember = ({ spki }) => ({ algorithm: 'Ed25519', publicKey: base64(spki) });
const signature = (key, body) => ({ ...rootMember(key), value: base64(key.sign(jcs(body))) });
const at = (time) => BigInt(Date.parse(time) / 1000);

/** The first end and the last beginning of a key in these cases; between them both sign. */
export const [BEGIN, END, STOLEN] = ['2026-05-01T00:00:00Z', '2026-06-01T00:00:00Z', '2026-04-01T00:00:00Z'];

/** A P-256 root and its signature over the trust file below; an ECDSA signature is another one each time it is made. */
const ES256 = {
  root: {
    algorithm: 'ES256',
    publicKey:
      'MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE2SHqOtLeIoJCyKxmWv6iT8d13t9x8pyUD7xYHsW39LFkiVPYS+MYzoj+dG+xiYZFY9Ce54jZAFLC/Q8CSNtW+w==',
  },
  value: '8AjysXowVDXQsbEY+T5lVaxosdPqTfgEorp0m8jSVRCs13NougKQTDb53GrpOqURUINa8EgxGlCUjKuyVsgWYQ==',
};

function withEs256(file) {
  return { ...file, roots: [ES256.root], signatures: [{ ...ES256.root, value: ES256.value }] };
}

/** A trust file of version 2 that these roots have signed. */
export function signed(members, signers = [FIRST], roots = [FIRST], more = {}) {
  const body = {
    mediaType: 'application/vnd.lianpiao.trust.v2+json',
    name: NAME,
    version: 1,
    issuedAt: '2026-03-01T00:00:00Z',
    roots: roots.map(rootMember),
    threshold: 1,
    logs: [],
    witnesses: [],
    quorums: [{ least: 0 }],
    anchors: [],
    ...members,
  };
  return { ...body, ...more, signatures: signers.map((key) => signature(key, body)) };
}

export const logOf = (key, window = {}) => ({ origin: key.name, vkey: key.vkey, ...window });
export const witnessOf = ({ vkey }, window = {}) => ({ vkey, ...window });

/** An invoice that was entered at a time. */
function invoiceAt(time) {
  const fields = fieldsOf(`invoice of ${time}`, { header: { number: '26440000000000000099', issuedAt: time, test: true } });
  return { leaf: leafOf(fields, 'invoice.issued', time), fields };
}

export function trustFiles({ log, newKey, witnesses, secondKey }) {
  const { key } = log;
  const two = { witnesses: witnesses.map((one) => witnessOf(one)), quorums: [{ least: 2 }] };
  const rotated = { logs: [logOf(key, { until: END }), logOf(newKey, { from: BEGIN })] };
  const stolen = { logs: [logOf(key, { compromisedAt: STOLEN }), logOf(newKey, { from: BEGIN })] };
  const last = { size: 20, root: base64(rootOf(log.hashes.slice(0, 20))) };
  return {
    signed: signed({ logs: [logOf(key)] }),
    'signed-by-two': signed({ logs: [logOf(key)], threshold: 2 }, [FIRST, SECOND], [FIRST, SECOND, THIRD]),
    'signed-by-more': signed({ logs: [logOf(key)] }, [FIRST, STRANGER]),
    'signed-es256': withEs256(signed({ logs: [logOf(key)] }, [])),
    rotated: signed({ ...two, ...rotated }),
    'rotated-unwitnessed': signed(rotated),
    compromised: signed({ ...two, ...stolen }),
    'compromised-unwitnessed': signed(stolen),
    'compromised-and-retired': signed({ ...two, logs: [logOf(key, { compromisedAt: STOLEN, until: BEGIN })] }),
    'witness-rotated': signed({
      logs: [logOf(key)],
      witnesses: [witnessOf(witnesses[0], { until: END }), witnessOf(secondKey, { from: BEGIN }), witnessOf(witnesses[1])],
      quorums: [{ least: 2 }],
    }),
    'witness-compromised': signed({
      logs: [logOf(key)],
      witnesses: [witnessOf(witnesses[0], { compromisedAt: STOLEN }), ...witnesses.slice(1).map((one) => witnessOf(one))],
      quorums: [{ least: 2 }],
    }),
    quorums: signed({
      logs: [logOf(key)],
      witnesses: witnesses.map((one) => witnessOf(one)),
      quorums: [{ least: 0, until: STOLEN }, { least: 1, until: BEGIN }, { least: 3 }],
    }),
    ended: signed({ logs: [logOf(key, { last })] }),
    'ended-of-another-root': signed({ logs: [logOf(key, { last: { ...last, root: base64(sha256('another root')) } })] }),
  };
}

/** Trust files that nobody may use: the case says what is wrong with each. */
export function unusableTrust({ log, witnesses }) {
  const logs = [logOf(log.key)];
  const good = signed({ logs });
  const window = (bounds) => signed({ logs: [logOf(log.key, bounds)] });
  const quorums = (...periods) => signed({ logs, witnesses: witnesses.map((one) => witnessOf(one)), quorums: periods });
  return {
    'signed-changed': ['a quorum that was changed behind the signature', { ...good, quorums: [{ least: 0 }, { least: 0 }] }],
    'signed-issued-later': ['a time that was changed behind the signature', { ...good, issuedAt: '2027-03-01T00:00:00Z' }],
    'signed-stranger': ['the signature of a stranger', signed({ logs }, [STRANGER])],
    'signed-nobody': ['no signature', signed({ logs }, [])],
    'signed-too-few': ['one of two signatures', signed({ logs, threshold: 2 }, [FIRST], [FIRST, SECOND])],
    'signed-wrong-beside-enough': [
      'enough signatures, and a wrong one of another root',
      { ...good, ...wrongBeside(signed({ logs }, [FIRST], [FIRST, SECOND])) },
    ],
    'signed-twice-by-one': ['a signature twice', signed({ logs, threshold: 2 }, [FIRST, FIRST], [FIRST, SECOND])],
    'signed-root-twice': ['a root twice', signed({ logs }, [FIRST], [FIRST, FIRST])],
    'signed-threshold': ['more signatures asked for than there are roots', signed({ logs, threshold: 2 })],
    'signed-threshold-0': ['a threshold of 0', signed({ logs, threshold: 0 })],
    'signed-version-0': ['version 0', signed({ logs, version: 0 })],
    'signed-version-text': ['a version that is a text', signed({ logs, version: '1' })],
    'signed-no-name': ['no name', signed({ logs, name: '' })],
    'signed-more': ['an unknown member', signed({ logs, more: 1 })],
    'signed-less': ['no member for anchors', without(good, 'anchors')],
    'signed-key-twice': ['a key twice', signed({ logs: [...logs, logOf(log.key, { until: END })] })],
    'signed-window-empty': ['a window that ends where it begins', window({ from: BEGIN, until: BEGIN })],
    'signed-window-fraction': ['a time with a fraction of a second', window({ until: '2026-06-01T00:00:00.0Z' })],
    'signed-window-no-day': ['a time on no day', window({ until: '2026-02-30T00:00:00Z' })],
    'signed-window-of-seconds': ['a time that is a number', window({ until: 1_780_000_000 })],
    'signed-last': ['an end without a root', window({ last: { size: 20 } })],
    'signed-no-quorum': ['no quorum', quorums()],
    'signed-quorum-4': ['a quorum beyond its witnesses', quorums({ least: 4 })],
    'signed-quorum-order': [
      'periods in the wrong order',
      quorums({ least: 1, until: END }, { least: 2, until: BEGIN }, { least: 3 }),
    ],
    'signed-quorum-ends': ['a last period that ends', quorums({ least: 1, until: END })],
    'signed-quorum-endless': ['an earlier period without an end', quorums({ least: 1 }, { least: 2 })],
    'signed-version-3': [
      'the media type of a version to come',
      signed({ logs, mediaType: 'application/vnd.lianpiao.trust.v3+json' }),
    ],
    'signed-plain': ['the members of version 1 under the name of version 2', { ...good, quorum: 0 }],
  };
}

function wrongBeside(file) {
  const { value } = signature(SECOND, { other: 'text' });
  return { ...file, signatures: [...file.signatures, { ...rootMember(SECOND), value }] };
}

/** Bundles whose verdict depends on when something was signed. */
export function windowCases(add, { log, newKey, witnesses: [first, second, third], secondKey }) {
  const text = log.text();
  const [old, fresh] = [logLine(log.key, text), logLine(newKey, text)];
  const cosigned = (time, ...keys) => keys.map((key) => witnessLine(key, text, at(time)));
  const bundle = (...lines) => log.bundle(3, { note: noteOf(text, ...lines) });
  const entered = (time, key = log.key, lines = () => []) => {
    const late = new Log(log.key, [...invoices(2), invoiceAt(time)]);
    const lateText = late.text();
    return late.bundle(2, { note: noteOf(lateText, logLine(key, lateText), ...lines(lateText)) });
  };
  const witnessedLate = (time) => (lateText) => [first, second].map((key) => witnessLine(key, lateText, at(time)));
  const one = (name, content, what, trust, reason) => add(`window-${name}`, content, what, reason, trust);

  one('signed-trust', bundle(old), 'a signed trust file', 'signed');
  one('signed-trust-by-two', bundle(old), 'a trust file that two of three roots had to sign', 'signed-by-two');
  one('signed-trust-by-more', bundle(old), 'a trust file that a stranger has signed too', 'signed-by-more');
  one('signed-trust-es256', bundle(old), 'a trust file that a P-256 key has signed', 'signed-es256');

  const [before, between, after] = ['2026-04-15T00:00:00Z', '2026-05-15T00:00:00Z', '2026-06-15T00:00:00Z'];
  const OUT = 'LOG_KEY_OUT_OF_WINDOW';
  const rotated = (name, content, what, reason) => one(name, content, what, 'rotated', reason);
  rotated('retired-in', bundle(old, ...cosigned(before, first, second)), 'a retired key, cosigned in its time');
  rotated('retired-last-second', bundle(old, ...cosigned('2026-05-31T23:59:59Z', first, second)), 'in the last second of a key');
  rotated('retired-at-end', bundle(old, ...cosigned(END, first, second)), 'in the first second behind a key', OUT);
  rotated('retired-out', bundle(old, ...cosigned(after, first, second)), 'a retired key, cosigned after its time', OUT);
  rotated('new-in', bundle(fresh, ...cosigned(after, first, second)), 'the new key, cosigned in its time');
  rotated('new-first-second', bundle(fresh, ...cosigned(BEGIN, first, second)), 'in the first second of a key');
  rotated('new-too-early', bundle(fresh, ...cosigned(before, first, second)), 'the new key, cosigned before its time', OUT);
  rotated('change-over', bundle(old, fresh, ...cosigned(between, first, second)), 'both keys, while both count');
  rotated('both-after', bundle(old, fresh, ...cosigned(after, first, second)), 'both keys signed, and one of them still counts');
  rotated(
    'kth-decides',
    bundle(old, witnessLine(first, text, at(before)), witnessLine(second, text, at(after))),
    'the second of the two witnesses came too late',
    OUT,
  );
  rotated(
    'third-does-not-decide',
    bundle(old, ...cosigned(before, first, second), ...cosigned(after, third)),
    'a third witness that came later than the two that are asked for',
  );
  rotated('lacking', bundle(old, ...cosigned(before, first)), 'a retired key and too few witnesses', 'WITNESSES_LACKING');
  rotated(
    'leaf-after-end',
    entered(after, log.key, witnessedLate(before)),
    'an entry of a time when the key had ended, whatever the witnesses say',
    OUT,
  );
  rotated('leaf-after-end-lacking', entered(after), 'the same without witnesses: what is wrong is known', OUT);
  rotated(
    'wrong-cosignature',
    bundle(old, ...cosigned(before, first), witnessLine(second, text, at(before), at(after))),
    'another time than the one that was cosigned',
    'WITNESS_SIGNATURE_WRONG',
  );

  const plain = (name, content, what, reason) => one(`unwitnessed-${name}`, content, what, 'rotated-unwitnessed', reason);
  plain('retired-in', bundle(old), "without witnesses the entry's time counts");
  plain('retired-out', entered(after), 'an entry of a time when the key had ended', OUT);
  plain('retired-at-end', entered(END), 'an entry of the first second behind a key', OUT);
  plain('retired-last-moment', entered('2026-05-31T23:59:59.999Z'), 'an entry of the last moment of a key');
  plain('new-old-entry', bundle(fresh), 'an entry of before the new key, proven again under it');

  const STOLEN_KEY = 'LOG_KEY_COMPROMISED';
  const stolen = (name, content, what, reason) => one(`compromised-${name}`, content, what, 'compromised', reason);
  stolen('shown-before', bundle(old, ...cosigned('2026-03-31T23:59:59Z', first, second)), 'witnesses show that it was before');
  stolen('at-that-time', bundle(old, ...cosigned(STOLEN, first, second)), 'in the first second of doubt', STOLEN_KEY);
  stolen('after', bundle(old, ...cosigned(before, first, second)), 'cosigned after the key was in other hands', STOLEN_KEY);
  stolen('lacking', bundle(old, ...cosigned('2026-03-31T00:00:00Z', first)), 'too few witnesses show it', STOLEN_KEY);
  stolen('new-key', bundle(old, fresh, ...cosigned(after, first, second)), 'the new key has signed it again');
  one('compromised-unwitnessed', bundle(old), 'without witnesses nothing is shown', 'compromised-unwitnessed', STOLEN_KEY);
  one('compromised-unwitnessed-new-key', bundle(old, fresh), 'the new key has signed it again', 'compromised-unwitnessed');
  one(
    'compromised-and-retired',
    bundle(old, ...cosigned(between, first, second)),
    'a compromised key behind its end: that is wrong, and not only in doubt',
    'compromised-and-retired',
    OUT,
  );

  const witness = (name, lines, what, reason) => one(`witness-${name}`, bundle(old, ...lines), what, 'witness-rotated', reason);
  witness('old-key', cosigned(before, first, second), 'the old key of a witness in its time');
  witness('new-key', cosigned(after, secondKey, second), 'its new key in its time');
  witness('old-key-late', cosigned(after, first, second), 'its old key after its time', 'WITNESSES_LACKING');
  witness('new-key-early', cosigned(before, secondKey, second), 'its new key before its time', 'WITNESSES_LACKING');
  witness('both-keys', cosigned(between, first, secondKey), 'two keys of one witness are one witness', 'WITNESSES_LACKING');
  const lost = (name, lines, what, reason) => one(`witness-${name}`, bundle(old, ...lines), what, 'witness-compromised', reason);
  lost(
    'compromised',
    cosigned('2026-03-31T00:00:00Z', first, second),
    'a compromised witness does not count',
    'WITNESSES_LACKING',
  );
  lost('compromised-beside', cosigned('2026-03-31T00:00:00Z', first, second, third), 'two others beside a compromised one');

  const quorum = (name, content, what, reason) => one(`quorum-${name}`, content, what, 'quorums', reason);
  quorum('nobody-yet', bundle(old), 'of a time when nobody was asked for');
  quorum(
    'one-then',
    entered(before, log.key, (late) => [witnessLine(first, late, at(before))]),
    'one, when one was asked for',
  );
  quorum('nobody-later', entered(before), 'nobody, when one was asked for', 'WITNESSES_LACKING');
  const later = entered(after, log.key, witnessedLate(after));
  quorum('two-later', later, 'two, when three were asked for', 'WITNESSES_LACKING');
  const three = entered(after, log.key, (late) => [first, second, third].map((key) => witnessLine(key, late, at(after))));
  quorum('three-later', three, 'three, when three were asked for');

  one('ended-before', log.bundle(3, { size: 19 }), 'an earlier checkpoint of a log that ended', 'ended');
  one('ended-last', log.bundle(3, { size: 20 }), 'the last checkpoint of a log that ended', 'ended');
  one('ended-beyond', log.bundle(3), 'a checkpoint behind the last one', 'ended', 'LOG_ENDED');
  const other = 'another checkpoint of the size of the last one';
  one('ended-other-root', log.bundle(3, { size: 20 }), other, 'ended-of-another-root', 'LOG_ENDED');
}
