// Cases of the evidence that an entry was committed: bundles of version 2.
import { changed, replaced } from './form-cases.mjs';
import {
  checkpointText,
  jcs,
  leafHash,
  logLine,
  noteKey,
  noteOf,
  pathOf,
  proofOf,
  rootOf,
  sha256,
  signatureLine,
  TYPE,
  withheld,
  witnessLine,
} from './world.mjs';

export const COMMITTED = 'application/vnd.lianpiao.bundle.v2+json';
const INDEX = 7;
/** The block of the ledger that holds the log's entries 5 to 9. */
const BLOCK = { number: 3, first: 5, count: 5 };
const TX_ID = 'ab'.repeat(32);

/** Two organisations that attest, a stranger, and another key under the name of the first. */
export const attesters = ['bureau', 'merchants'].map((name) => noteKey(`${name}.attester.example`, TYPE.witness));
export const otherAttesterKey = noteKey(attesters[0].name, TYPE.witness, 'another key of the attesting bureau');
const stranger = noteKey('stranger.attester.example', TYPE.witness);

const placeOf = (index) => ({ block: 40, transaction: index - BLOCK.first, id: TX_ID });
const commitLeaf = (log, index, place) => jcs({ ...place, index, leaf: `sha256:${log.hashes[index].toString('hex')}` });
const headOf = (log, hashes, number = BLOCK.number) =>
  checkpointText(`${log.key.name}/blocks/${number}`, hashes.length, rootOf(hashes), [
    sha256('header of block 3').toString('hex'),
  ]);

/** A bundle of version 2, with parts of its evidence replaced. */
function committed(log, parts = {}) {
  const { index = INDEX, place = placeOf(index), hashes = hashesOf(log), lines } = parts;
  const { text = headOf(log, hashes), at = index - BLOCK.first, path = pathOf(hashes, at), extra } = parts;
  const cosigned = lines ?? attesters.map((key) => witnessLine(key, text));
  const commit = { place, proof: proofOf(at, path, noteOf(text, ...cosigned), extra) };
  return { ...log.bundle(index), mediaType: COMMITTED, commit };
}

const hashesOf = (log, placed = placeOf) =>
  Array.from({ length: BLOCK.count }, (_, at) => leafHash(commitLeaf(log, BLOCK.first + at, placed(BLOCK.first + at))));

const commitOf = (keys, quorum) => ({ commit: { attesters: keys.map(({ vkey }) => ({ vkey })), quorum } });

/** Trust files for these cases, by name. */
export const commitTrust = (good, trustOf, key) => ({
  attesters: { ...good, ...commitOf(attesters, 2) },
  'one-attester': { ...good, ...commitOf([attesters[0]], 1) },
  'attester-of-two-keys': { ...good, ...commitOf([attesters[0], otherAttesterKey, attesters[1]], 2) },
  'attesters-without-log': { ...trustOf([]), ...commitOf(attesters, 2) },
  'known-attesters': { ...good, ...commitOf(attesters, 0) },
  'malformed-attesters-none': { ...good, ...commitOf([], 1) },
  'malformed-attesters-quorum': { ...good, ...commitOf(attesters, 3) },
  'malformed-attesters-names': { ...good, ...commitOf([attesters[0], otherAttesterKey], 2) },
  'malformed-attester-log-key': { ...good, ...commitOf([key], 1) },
  'malformed-attesters-more': { ...good, commit: { ...commitOf(attesters, 2).commit, more: 1 } },
});

export function commitCases(add, { log, other }) {
  const good = committed(log);
  add('commit', good, 'two organisations attest the commit, as asked for', undefined, 'attesters');
  add('commit-not-asked-for', good, 'evidence of the commit that nobody asks for');
  add('commit-one-of-one', good, 'one organisation is asked for', undefined, 'one-attester');
  add('commit-known-quorum-0', good, 'organisations are known, and none has to attest', undefined, 'known-attesters');
  add('commit-none-quorum-0', log.bundle(INDEX), 'no evidence, and none has to be there', undefined, 'known-attesters');
  add('commit-erased', { ...committed(log), document: { fields: log.entries[INDEX].fields.map(withheld) } }, 'all fields are withheld, and the commit is attested', undefined, 'attesters'); // prettier-ignore
  const embedded = (index) => ({ block: BLOCK.number, transaction: index - BLOCK.first });
  const ofEmbedded = committed(log, { place: embedded(INDEX), hashes: hashesOf(log, embedded) });
  add('commit-without-id', ofEmbedded, 'a transaction without an id, as of an embedded ledger', undefined, 'attesters');
  add('commit-unattested-not-asked-for', committed(log, { lines: [witnessLine(stranger, headOf(log, hashesOf(log)))] }), 'nobody known attests, and nobody is asked for'); // prettier-ignore
  add('commit-extra', committed(log, { extra: 'extra AA==\n' }), 'extra data in the evidence', undefined, 'attesters');
  add('commit-with-strangers', committed(log, { lines: linesOf(log, stranger, ...attesters) }), 'a stranger attests too', undefined, 'attesters'); // prettier-ignore

  malformedForms(add, good);
  malformedProofs(add, log, good);
  wrongEvidence(add, log, other, good);
  signatureCases(add, log, good);
}

const linesOf = (log, ...keys) => keys.map((key) => witnessLine(key, headOf(log, hashesOf(log))));

function malformedForms(add, good) {
  const form = (name, change, what) => add(`commit-form-${name}`, changed(good, change), what, 'BUNDLE_MALFORMED', 'attesters');
  form('missing', (copy) => delete copy.commit, 'version 2 without evidence');
  form('null', (copy) => (copy.commit = null), 'null for the evidence');
  form('list', (copy) => (copy.commit = [copy.commit]), 'a list of evidence');
  form('more', (copy) => (copy.commit.more = 1), 'an unknown member of the evidence');
  form('no-place', (copy) => delete copy.commit.place, 'no place');
  form('no-proof', (copy) => delete copy.commit.proof, 'no proof in the evidence');
  form('proof-list', (copy) => (copy.commit.proof = [copy.commit.proof]), 'a list for the proof');
  form('proof-too-long', (copy) => (copy.commit.proof = 'x'.repeat(1_100_001)), 'a proof longer than it may be');
  form('block-text', (copy) => (copy.commit.place.block = '40'), 'a text for the block');
  form('block-negative', (copy) => (copy.commit.place.block = -1), 'a negative block');
  form('transaction-fraction', (copy) => (copy.commit.place.transaction = 2.5), 'a fraction for the transaction');
  form('transaction-too-great', (copy) => (copy.commit.place.transaction = 2 ** 53), 'a transaction beyond 2^53 − 1');
  form('id-upper-case', (copy) => (copy.commit.place.id = TX_ID.toUpperCase()), 'an id in upper case');
  form('id-short', (copy) => (copy.commit.place.id = TX_ID.slice(2)), 'an id that is too short');
  form('id-null', (copy) => (copy.commit.place.id = null), 'null for the id');
  form('place-more', (copy) => (copy.commit.place.entry = 0), 'an unknown member of the place');
  form('in-version-1', (copy) => (copy.mediaType = copy.mediaType.replace('v2', 'v1')), 'evidence in version 1');
}

function malformedProofs(add, log, good) {
  const proof = (name, edit, what) =>
    add(`commit-proof-${name}`, changed(good, ({ commit }) => (commit.proof = edit(commit.proof))), what, 'COMMIT_MALFORMED', 'attesters'); // prettier-ignore
  proof('empty', () => '', 'an empty proof in the evidence');
  proof('version', (text) => replaced(text, '@v1', '@v2'), 'a proof of another version in the evidence');
  proof('no-signatures', (text) => text.slice(0, text.indexOf('\n\u2014')), 'no signatures in the evidence');
  proof(
    'two-checkpoints',
    (text) => `${text}\n${text.slice(text.indexOf('\n\n') + 2)}x`,
    'a second checkpoint, cut off, in the evidence',
  );
  proof('size', (text) => replaced(text, '\n5\n', '\n05\n'), 'a size with a zero in front in the evidence');
  add('commit-proof-empty-not-asked-for', changed(good, ({ commit }) => (commit.proof = '')), 'an empty proof in evidence that nobody asks for', 'COMMIT_MALFORMED'); // prettier-ignore
  add('commit-proof-and-inclusion', changed({ ...good, proof: log.bundle(8).proof }, ({ commit }) => (commit.proof = '')), 'the log’s proof is wrong too, and comes first', 'INCLUSION_WRONG'); // prettier-ignore
}

function wrongEvidence(add, log, other, good) {
  const wrong = (name, bundle, what, trust = 'attesters') => add(`commit-wrong-${name}`, bundle, what, 'COMMIT_WRONG', trust);
  const hashes = hashesOf(log);
  const edited = (change) => changed(good, ({ commit }) => change(commit));
  wrong(
    'block',
    edited(({ place }) => (place.block += 1)),
    'another block than was attested',
  );
  wrong(
    'transaction',
    edited(({ place }) => (place.transaction += 1)),
    'another transaction than was attested',
  );
  wrong(
    'id',
    edited(({ place }) => (place.id = 'cd'.repeat(32))),
    'another id than was attested',
  );
  wrong(
    'no-id',
    edited(({ place }) => delete place.id),
    'the id left out',
  );
  wrong('index', committed(log, { at: 3, path: pathOf(hashes, 3) }), 'the place of another entry of the block');
  wrong('index-is-size', committed(log, { at: 5, path: [] }), 'a place behind the block');
  wrong('path', committed(log, { path: [...pathOf(hashes, 2)].reverse() }), 'the path from the root downwards');
  wrong('other-entry', { ...log.bundle(8), mediaType: COMMITTED, commit: good.commit }, 'the evidence of another entry');
  wrong('other-entry-not-asked-for', { ...log.bundle(8), mediaType: COMMITTED, commit: good.commit }, 'the same where nobody asks', 'log'); // prettier-ignore
  const under = (origin) => {
    const text = headOf(log, hashes).replace(/^[^\n]*/, origin);
    return committed(log, { text });
  };
  const { name } = log.key;
  wrong('other-log', under(`${other.key.name}/blocks/3`), 'a block of another log');
  wrong('log-itself', under(name), 'the log’s own origin for that of a block');
  wrong('block-0', under(`${name}/blocks/0`), 'a block 0 of the tree');
  wrong('block-zero-in-front', under(`${name}/blocks/03`), 'a block number with a zero in front');
  wrong('block-too-great', under(`${name}/blocks/${2 ** 53}`), 'a block number beyond 2^53 − 1');
  wrong('origin-longer', under(`${name}/blocks/3/4`), 'an origin that goes on');
  wrong('origin-in-front', under(`x/${name}/blocks/3`), 'an origin with something in front');
  wrong('checkpoint-of-the-log', { ...good, commit: { ...good.commit, proof: good.proof } }, 'the log’s own proof for evidence');
  const elsewhere = other.bundle(2);
  add('commit-log-unknown', { ...elsewhere, mediaType: COMMITTED, commit: good.commit }, 'an unknown log, and evidence of another one', 'COMMIT_WRONG'); // prettier-ignore
}

function signatureCases(add, log, good) {
  const text = headOf(log, hashesOf(log));
  const [first, second] = attesters;
  const wrongLine = signatureLine(first.name, Buffer.concat([first.id, Buffer.alloc(72, 1)]));
  const wrong = (name, lines, what, trust = 'attesters') =>
    add(`commit-signature-${name}`, committed(log, { lines }), what, 'COMMIT_SIGNATURE_WRONG', trust);
  wrong('bytes', [wrongLine, witnessLine(second, text)], 'an attestation over nothing');
  wrong('other-block', [witnessLine(first, headOf(log, hashesOf(log), 4)), witnessLine(second, text)], 'the attestation of another block'); // prettier-ignore
  wrong('time', [witnessLine(first, text, 1n, 2n), witnessLine(second, text)], 'another time than was signed');
  wrong('bare', [logLine(first, text), witnessLine(second, text)], 'a signature without a time');
  const wrongSecond = signatureLine(second.name, Buffer.concat([second.id, Buffer.alloc(72, 1)]));
  wrong('one-of-two', [witnessLine(first, text), wrongSecond], 'of two organisations one attests wrongly');

  const lacking = (name, bundle, what, trust = 'attesters') =>
    add(`commit-lacking-${name}`, bundle, what, 'COMMIT_UNATTESTED', trust);
  lacking('version-1', log.bundle(INDEX), 'no evidence where two are asked for');
  lacking('one', committed(log, { lines: linesOf(log, first) }), 'one of the two that are asked for');
  lacking('strangers', committed(log, { lines: linesOf(log, first, stranger) }), 'one known and one stranger');
  lacking('repeated', committed(log, { lines: [witnessLine(first, text), witnessLine(first, text, 9n)] }), 'one attests twice');
  lacking('one-name', committed(log, { lines: linesOf(log, first, otherAttesterKey) }), 'two keys of one organisation', 'attester-of-two-keys'); // prettier-ignore
  lacking('log-signs', committed(log, { lines: [logLine(log.key, text)] }), 'the log alone signs the block');
  add('commit-log-not-known', good, 'the attesters are known and the log is not', 'LOG_UNKNOWN', 'attesters-without-log');
  for (const name of ['attesters-none', 'attesters-quorum', 'attesters-names', 'attester-log-key', 'attesters-more'])
    add(`trust-${name}`, good, 'a trust file with malformed attesters: nobody is trusted', 'LOG_UNKNOWN', `malformed-${name}`);
}
