// Cases of the proof, of inclusion, of the log's signature and of its witnesses.
import { changed, replaced } from './form-cases.mjs';
import { spareBits } from './provenance.mjs';
import {
  base64,
  checkpointText,
  leafHash,
  logLine,
  nodeHash,
  noteKey,
  noteOf,
  proofOf,
  sha256,
  signatureLine,
  TYPE,
  witnessLine,
} from './world.mjs';

const INDEX = 7;

/** A bundle of the leaf 7 with parts of its proof replaced. */
function parted(log, parts) {
  const { index = INDEX, path = log.path(INDEX), note = log.note(), extra = '' } = parts;
  return { ...log.bundle(INDEX), proof: proofOf(index, path, note, extra) };
}

/** A proof at the greatest size there is, from siblings that are chosen. */
function hugeBundle(log) {
  const [size, index] = [2 ** 53 - 1, 2 ** 52 + 12345];
  const { leaf } = log.entries[INDEX];
  const path = [];
  let [root, node, last] = [leafHash(leaf), BigInt(index), BigInt(size - 1)];
  for (; last > 0n; node >>= 1n, last >>= 1n) {
    if (node % 2n === 0n && node === last) continue;
    const sibling = sha256(`sibling ${path.length}`);
    path.push(sibling);
    root = node % 2n === 1n ? nodeHash(sibling, root) : nodeHash(root, sibling);
  }
  const text = checkpointText(log.key.name, size, root);
  return parted(log, { index, path, note: noteOf(text, logLine(log.key, text)) });
}

export function proofCases(add, { log }) {
  const good = log.bundle(INDEX);
  add('extra', parted(log, { extra: 'extra AA==\n' }), 'extra data, which nobody vouches for');
  add('huge-log', hugeBundle(log), 'a log of 2^53 − 1 leaves');

  const malformed = (name, bundle, what) => add(`proof-${name}`, bundle, what, 'PROOF_MALFORMED');
  const swapped = (name, from, to, what) => malformed(name, { ...good, proof: replaced(good.proof, from, to) }, what);
  const first = base64(log.path(INDEX)[0]);
  const index = `index ${INDEX}\n`;
  malformed('empty', { ...good, proof: '' }, 'an empty proof');
  swapped('version', '@v1', '@v2', 'a proof of another version');
  swapped('no-first-line', 'c2sp.org/tlog-proof@v1\n', '', 'the first line is missing');
  swapped('no-index', index, '', 'the index is missing');
  swapped('index-zero-in-front', index, `index 0${INDEX}\n`, 'an index with a zero in front');
  swapped('index-plus', index, `index +${INDEX}\n`, 'an index with a plus');
  swapped('index-space', index, `index ${INDEX} \n`, 'a space behind the index');
  swapped('index-too-great', index, `index ${2 ** 53}\n`, 'an index beyond 2^53 − 1');
  swapped('index-beyond-64-bits', index, `index 1${'0'.repeat(20)}\n`, 'an index beyond 64 bits');
  swapped('index-no-digits', index, 'index ７\n', 'a digit that is not ASCII');
  swapped('extra-empty', index, `extra \n${index}`, 'extra without data');
  swapped('extra-late', index, `${index}extra AA==\n`, 'extra behind the index');
  swapped('extra-twice', index, `extra AA==\nextra AA==\n${index}`, 'extra twice');
  swapped('carriage-return', index, `index ${INDEX}\r\n`, 'a carriage return');
  swapped('hash-short', first, base64(Buffer.alloc(31)), 'a hash of 31 bytes');
  swapped('hash-long', first, base64(Buffer.alloc(33)), 'a hash of 33 bytes');
  swapped('hash-truncated', first, first.slice(0, -1), 'a hash whose base64 was cut off');
  swapped('hash-unused-bits', first, spareBits(first), 'unused bits of a hash are not zero');
  swapped('hash-space', first, ` ${first}`, 'a space before a hash');
  swapped('blank-lines', '\n\n', '\n\n\n', 'a blank line too many');
  swapped('no-blank-line', '\n\n', '\n', 'no blank line before the checkpoint');
  malformed('65-lines', parted(log, { path: Array(65).fill(log.path(INDEX)[0]) }), 'more lines than a path can have');
  malformed('no-checkpoint', parted(log, { note: '' }), 'no checkpoint');
  malformed('two-checkpoints', parted(log, { note: `${log.note()}${log.note()}` }), 'two checkpoints');
  malformed('two-checkpoints-apart', parted(log, { note: `${log.note()}\n${log.note()}` }), 'two checkpoints and a blank line');
  noteForms(malformed, log);
  inclusionCases(add, log);
}

function noteForms(malformed, log) {
  const text = log.text();
  const line = logLine(log.key, text);
  const note = (name, content, what) => malformed(`note-${name}`, parted(log, { note: content }), what);
  const signed = (name, content, what) => note(name, noteOf(content, logLine(log.key, content)), what);
  const swapped = (name, from, to, what) => signed(name, replaced(text, from, to), what);
  note('no-signatures', `${text}\n`, 'no signature lines');
  note('no-newline', noteOf(text, line).slice(0, -1), 'the last newline is missing');
  note('hyphen', noteOf(text, line.replace('\u2014', '-')), 'a hyphen for the dash');
  note('two-spaces', noteOf(text, line.replace('\u2014 ', '\u2014  ')), 'two spaces behind the dash');
  note('space-behind', noteOf(text, line.replace('\n', ' \n')), 'a space behind a signature');
  note(
    'unused-bits',
    noteOf(
      text,
      line.replace(/\S+\n$/, (encoded) => `${spareBits(encoded.trim())}\n`),
    ),
    'unused bits of a signature',
  );
  note('four-bytes', noteOf(text, line, signatureLine('x', log.key.id)), 'a signature line with a key id alone');
  note('name-plus', noteOf(text, line, signatureLine('a+b', Buffer.alloc(68))), 'a plus in a name');
  note('name-space', noteOf(text, line, signatureLine('a\u3000b', Buffer.alloc(68))), 'a space of Unicode in a name');
  note('name-empty', noteOf(text, line, signatureLine('', Buffer.alloc(68))), 'an empty name');
  note('tab', noteOf(text, line, signatureLine('a\tb', Buffer.alloc(68))), 'a control character');
  note(
    '101-signatures',
    noteOf(text, line, ...Array.from({ length: 100 }, (_, place) => stranger(place, text))),
    'too many lines',
  );
  swapped('size-zero-in-front', '\n21\n', '\n021\n', 'a size with a zero in front');
  swapped('size-too-great', '\n21\n', `\n${2 ** 53}\n`, 'a size beyond 2^53 − 1');
  swapped('size-hexadecimal', '\n21\n', '\n0x15\n', 'a size that is not decimal');
  signed('root-short', checkpointText(log.key.name, 21, Buffer.alloc(31)), 'a root of 31 bytes');
  signed('no-root', `${log.key.name}\n21\n`, 'no root');
  signed('origin-empty', checkpointText('', 21, sha256('')), 'an empty origin');
  signed('empty-extension', `${text}\n`, 'an empty line in the checkpoint');
}

const stranger = (place, text) => logLine(noteKey(`stranger-${place}.example`, TYPE.log), text);

function inclusionCases(add, log) {
  const wrong = (name, parts, what) => add(`inclusion-${name}`, parted(log, parts), what, 'INCLUSION_WRONG');
  const path = log.path(INDEX);
  const signed = (size, root) => {
    const text = checkpointText(log.key.name, size, root ?? Buffer.from(log.text().split('\n')[2], 'base64'));
    return noteOf(text, logLine(log.key, text));
  };
  wrong('index-less', { index: INDEX - 1 }, 'the index minus 1');
  wrong('index-more', { index: INDEX + 1 }, 'the index plus 1');
  wrong('index-is-size', { index: 21 }, 'the index is the size');
  wrong('index-beyond-size', { index: 2 ** 53 - 1 }, 'an index far beyond the size');
  wrong('size-less', { note: signed(16) }, 'a signed checkpoint of another size with the same root');
  wrong('size-more', { note: signed(33) }, 'a signed checkpoint of a greater size with the same root');
  wrong('size-0', { note: signed(0, sha256('')), index: 0, path: [] }, 'the log without leaves');
  wrong('size-1', { note: signed(1), index: 0, path: [] }, 'a log of one leaf with another root');
  wrong('siblings-swapped', { path: [path[1], path[0], ...path.slice(2)] }, 'two hashes of the path change places');
  wrong('reversed', { path: [...path].reverse() }, 'the path from the root downwards');
  wrong('short', { path: path.slice(0, -1) }, 'a hash less');
  wrong('long', { path: [...path, path[0]] }, 'a hash more');
  wrong('none', { path: [] }, 'no path');
  wrong('64', { path: Array(64).fill(path[0]) }, 'as many lines as a proof may have');
  wrong('bit', { path: path.map((hash, place) => (place === 2 ? flipped(hash) : hash)) }, 'a bit of the path');
  wrong('root', { note: signed(21, sha256('another root')) }, 'a signed checkpoint with another root');
  wrong('other-path', { path: log.path(8) }, "another leaf's path");
  wrong('other-size-path', { path: log.path(INDEX, 13) }, 'the path at another size');
}

function flipped(bytes) {
  const copy = Buffer.from(bytes);
  copy[5] ^= 1;
  return copy;
}

export function logCases(add, world) {
  const { log, other, newKey, witnesses } = world;
  const text = log.text();
  const right = logLine(log.key, text);
  const note = (...lines) => parted(log, { note: noteOf(text, ...lines) });
  const wrongLine = signatureLine(log.key.name, Buffer.concat([log.key.id, Buffer.alloc(64, 7)]));
  const added = parted(log, { note: withExtension(log) });
  add('checkpoint-extension', added, 'an extension line in the checkpoint');
  add(
    'unknown-signatures',
    note(stranger(1, text), wrongOf(noteKey('x.example', TYPE.log)), right),
    'lines of unknown keys, one wrong',
  );
  add('same-name-other-key', note(logLine(newKey, 'other text\n'), right), 'a wrong line of an unknown key of the same name');
  add('first-line-counts', note(right, wrongLine), 'a second, wrong line of the same key does not count');
  add(
    '100-signatures',
    note(...Array.from({ length: 99 }, (_, place) => stranger(place, text)), right),
    'as many lines as there may be',
  );
  add('rotated-old-key', note(right), 'signed by the older of two trusted keys', undefined, 'two-keys');
  add('rotated-new-key', note(logLine(newKey, text)), 'signed by the newer of two trusted keys', undefined, 'two-keys');
  add('rotated-both-keys', note(right, logLine(newKey, text)), 'signed by both trusted keys', undefined, 'two-keys');
  add('other-log', other.bundle(2), 'a bundle of another trusted log', undefined, 'two-logs');
  add('trust-with-anchors', log.bundle(INDEX), 'a trust file that names a contract', undefined, 'anchors');

  add('log-unknown', other.bundle(2), 'a bundle of another log', 'LOG_UNKNOWN');
  add('log-nobody', log.bundle(INDEX), 'nobody is trusted', 'LOG_UNKNOWN', 'nobody');
  const renamed = replaced(text, log.key.name, `${log.key.name}/`);
  add(
    'log-origin-longer',
    parted(log, { note: noteOf(renamed, logLine(log.key, renamed)) }),
    'an origin that begins as a trusted one',
    'LOG_UNKNOWN',
  );
  for (const [name, what] of Object.entries(world.malformedTrust)) {
    add(`trust-${name}`, log.bundle(INDEX), `a trust file with ${what}: nobody is trusted`, 'LOG_UNKNOWN', `malformed-${name}`);
  }
  const forged = changed(other.bundle(2), ({ document }) => (document.fields[2].value = 'ORDER-X'));
  add('log-unknown-and-forged', forged, 'a changed value in a bundle of an unknown log', 'COMMITMENT_WRONG');

  const unsigned = (name, bundle, what, trust) => add(`unsigned-${name}`, bundle, what, 'CHECKPOINT_UNSIGNED', trust);
  unsigned('stranger', note(stranger(1, text)), 'a stranger signed alone');
  unsigned('other-log', note(logLine(other.key, text)), "another trusted log's signature", 'two-logs');
  unsigned('other-key', log.bundle(INDEX), 'the trust file has another key for this origin', 'new-key');
  unsigned('other-name', note(right.replace(log.key.name, 'x.example')), 'the right signature under another name');
  unsigned('witness-alone', note(witnessLine(witnesses[0], text)), 'a witness signed alone', 'witnesses');

  const wrong = (name, bundle, what, trust) => add(`signature-${name}`, bundle, what, 'CHECKPOINT_SIGNATURE_WRONG', trust);
  wrong('bit', note(wrongLine), 'a signature over nothing');
  wrong('first-line-counts', note(wrongLine, right), 'a wrong line before the right one');
  wrong('other-size', note(logLine(log.key, log.text(20))), 'the signature of another checkpoint');
  wrong(
    'short',
    note(signatureLine(log.key.name, Buffer.concat([log.key.id, log.key.sign(text).subarray(0, 63)]))),
    'a byte less',
  );
  wrong('long', note(signatureLine(log.key.name, Buffer.concat([log.key.id, log.key.sign(text), Buffer.of(0)]))), 'a byte more');
  wrong(
    'other-key',
    note(signatureLine(log.key.name, Buffer.concat([log.key.id, newKey.sign(text)]))),
    "another key's signature",
  );
  wrong('cosignature', note(witnessLine(log.key, text)), 'a cosignature for a signature');
  wrong('one-of-two', note(right, wrongOf(newKey)), 'of two trusted keys one signed wrongly', 'two-keys');
  wrong('extension-added', parted(log, { note: replaced(log.note(), '\n\n', '\nmore\n\n') }), 'an extension added later');
}

const wrongOf = (key) => signatureLine(key.name, Buffer.concat([key.id, Buffer.alloc(64, 1)]));

function withExtension(log) {
  const text = `${log.text()}an extension\n`;
  return noteOf(text, logLine(log.key, text));
}

export function witnessCases(add, { log, other, witnesses: [first, second, third], secondKey }) {
  const text = log.text();
  const wrongLine = signatureLine(first.name, Buffer.concat([first.id, Buffer.alloc(72, 1)]));
  const bundle = (...lines) => parted(log, { note: noteOf(text, logLine(log.key, text), ...lines) });
  const cosigned = [witnessLine(first, text), witnessLine(second, text)];
  const one = (name, content, what, reason, trust = 'witnesses') => add(`witness-${name}`, content, what, reason, trust);
  one('two-of-three', bundle(...cosigned), 'two of three witnesses, as asked for');
  one('three-of-three', bundle(...cosigned, witnessLine(third, text)), 'all three witnesses');
  one('before-the-log', parted(log, { note: noteOf(text, ...cosigned, logLine(log.key, text)) }), "the log's line stands last");
  one(
    'at-any-time',
    bundle(witnessLine(first, text, 0n), witnessLine(second, text, 2n ** 64n - 1n)),
    'a time is not compared with a clock',
  );
  one('not-asked-for', bundle(wrongLine), 'a wrong cosignature where no witnesses are asked for', undefined, 'quorum-0');
  one('first-line-counts', bundle(...cosigned, wrongLine), 'a second, wrong line of the same witness does not count');

  const wrong = (name, content, what) => one(`wrong-${name}`, content, what, 'WITNESS_SIGNATURE_WRONG');
  wrong('bytes', bundle(...cosigned.slice(1), wrongLine), 'a cosignature over nothing');
  wrong(
    'beside-enough',
    bundle(witnessLine(second, text), witnessLine(third, text), wrongLine),
    'enough witnesses, and one is wrong',
  );
  wrong('time', bundle(witnessLine(first, text, 1n, 2n), cosigned[1]), 'another time than was signed');
  wrong('other-size', bundle(witnessLine(first, log.text(20)), cosigned[1]), 'the cosignature of another checkpoint');
  wrong('bare', bundle(logLine(first, text), cosigned[1]), 'a signature without a time');
  wrong(
    'bare-with-time',
    bundle(signatureLine(first.name, Buffer.concat([first.id, Buffer.alloc(8), first.sign(text)])), cosigned[1]),
    'a signature over the bare text',
  );
  wrong('short', bundle(signatureLine(first.name, Buffer.concat([first.id, Buffer.alloc(8)])), cosigned[1]), 'a time alone');
  wrong('first-line-counts', bundle(wrongLine, ...cosigned), 'a wrong line before the right one');
  const otherText = other.text();
  const otherNote = noteOf(otherText, logLine(other.key, otherText), wrongLine);
  wrong('unknown-log', other.bundle(2, { note: otherNote }), 'a wrong cosignature on a checkpoint of an unknown log');

  const lacking = (name, content, what, trust) => one(`lacking-${name}`, content, what, 'WITNESSES_LACKING', trust);
  lacking('all', bundle(), 'nobody cosigned');
  lacking('one', bundle(cosigned[0]), 'one of the two that are asked for');
  lacking('repeated', bundle(cosigned[0], witnessLine(first, text, 9n)), 'one witness twice');
  lacking('one-name', bundle(cosigned[0], witnessLine(secondKey, text)), 'two keys of one witness', 'witness-of-two-keys');
  lacking(
    'strangers',
    bundle(cosigned[0], witnessLine(noteKey('w.example', TYPE.witness), text)),
    'a witness that is not trusted',
  );
  lacking(
    'names-exchanged',
    bundle(cosigned[0], witnessLine(second, text).replace(second.name, 'w.example')),
    'a cosignature under another name',
  );
  one('lacking-unknown-log', other.bundle(2), 'neither the log nor witnesses are known', 'LOG_UNKNOWN');
  const wrongLog = parted(log, { note: noteOf(text, wrongOf(log.key)) });
  one('lacking-and-wrong-signature', wrongLog, "no witnesses, and the log's signature is wrong", 'CHECKPOINT_SIGNATURE_WRONG');
}
