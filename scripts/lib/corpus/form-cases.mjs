// Cases of the form of a bundle, of its leaf and of its commitment.
import { base64, commitmentOf, fieldsOf, leafOf, TIME } from './world.mjs';
import { spareBits } from './provenance.mjs';

/** A copy that a function has changed. */
export function changed(bundle, change) {
  const copy = JSON.parse(JSON.stringify(bundle));
  change(copy);
  return copy;
}

/** The text with one part replaced, which has to be there. */
export function replaced(text, from, to) {
  if (!text.includes(from)) throw new Error(`nothing to replace: ${from}`);
  return text.replace(from, () => to);
}

const nested = (levels) => `${'['.repeat(levels)}${']'.repeat(levels)}`;
const ANCHOR = { chainId: 31337, contract: `0x${'aB'.repeat(20)}`, transaction: `0x${'0f'.repeat(32)}`, block: 12 };

export function goodFormCases(add, { log, solo }) {
  const good = log.bundle(7);
  const text = JSON.stringify(good);
  add('invoice', good, 'an invoice with all fields shown');
  add('invoice-one-withheld', log.bundle(7, { show: (name) => name !== 'seller' }), 'one field is withheld');
  add('invoice-erased', log.bundle(7, { show: () => false }), 'all fields are withheld, as after the content was erased');
  for (const index of [0, 15, 16, 20]) add(`invoice-at-${index}`, log.bundle(index), `the leaf ${index} of 21`);
  add('earlier-size', log.bundle(7, { size: 8 }), 'a proof for an earlier size of the log');
  add('log-of-one', solo(fieldsOf('one', { a: 1 })), 'a log of one leaf: the path is empty');
  add('no-fields', solo([]), 'a record without fields');
  add('anchors', { ...good, anchors: [ANCHOR] }, 'an anchor, which counts for nothing offline');
  add('anchors-64', { ...good, anchors: Array(64).fill(ANCHOR) }, 'as many anchors as there may be');
  add('white-space', JSON.stringify(good, null, '\t').replaceAll('\n', '\r\n'), 'white space between the members');
  add('other-order', Object.fromEntries(Object.entries(good).reverse()), 'members in another order');
  add('escapes', replaced(text, '"proof"', '"\\u0070\\u0072oof"'), 'a name with escapes says the same');
  add('number-spelt-otherwise', replaced(text, '"counter":8', '"counter":0.8e1'), 'a number in another spelling');
  add('values', solo(fieldsOf('values', VALUES)), 'values whose canonical text is easy to get wrong');
  add('nested-32', solo(fieldsOf('nested', { a: JSON.parse(nested(32)) })), 'a value as deep as it may be');
  add('name-256', solo(fieldsOf('name', { ['😀'.repeat(128)]: 1 })), 'a name of 256 UTF-16 units');
  add('leaf-leap-day', soloWith(solo, 'leap', { time: '2028-02-29T23:59:59Z' }), 'a leap day, without decimals');
  add('leaf-type-64', soloWith(solo, 'type', { type: `a${'.9-z'.repeat(15)}abc` }), 'a type of 64 characters');
}

const VALUES = {
  numbers: [0, -0, 1e21, 1e20, 123456789012345680000, 1e-6, 1e-7, 0.1, -1.5e-9, 5e-324, 1.7976931348623157e308, 2 ** 53],
  order: { '\u20ac': 1, '\r': 2, '\ufb33': 3, 1: 4, '\u0080': 5, '😂': 6, '\u00f6': 7, '': 8 },
  texts: '\u0000\u0001\b\t\n\u000b\f\r"\\/\u001f\u007f\u0080\u2028\u2029\\u2028<>&😀',
  empty: [{}, [], '', null, true, false],
};
Object.defineProperty(VALUES, '__proto__', { value: { a: 1 }, enumerable: true });

function soloWith(solo, words, { type, time }) {
  const fields = fieldsOf(words, { a: 1 });
  return solo(fields, leafOf(fields, type ?? 'invoice.issued', time ?? TIME));
}

export function formCases(add, { log, solo }) {
  const good = log.bundle(7);
  const text = JSON.stringify(good);
  const malformed = (name, file, what) => add(name, file, what, 'BUNDLE_MALFORMED');
  const swapped = (name, from, to, what) => malformed(name, replaced(text, from, to), what);
  malformed('empty-file', '', 'an empty file');
  malformed('no-json', 'bundle', 'no JSON');
  malformed('array', [good], 'a list with a bundle in it');
  malformed('null', 'null', 'null');
  malformed('cut-off', text.slice(0, -1), 'the last brace is missing');
  malformed('two-bundles', `${text}${text}`, 'two bundles in one file');
  malformed('text-behind', `${text}x`, 'something behind the bundle');
  malformed('byte-order-mark', `\ufeff${text}`, 'a byte order mark');
  malformed('no-utf8', Buffer.from(replaced(text, '茶', '\u00ff'), 'latin1'), 'bytes that are not UTF-8');
  malformed('overlong-utf8', Buffer.concat([Buffer.from('{"'), Buffer.of(0xc0, 0xaf), Buffer.from('":1}')]), 'overlong UTF-8');
  swapped('trailing-comma', '"anchors":[]', '"anchors":[],', 'a comma too many');
  swapped('comment', '"anchors":[]', '"anchors":[]/**/', 'a comment');
  swapped('control-character', 'ORDER-7', 'ORDER-\u00017', 'a bare control character in a text');
  swapped('bad-escape', 'ORDER-7', 'ORDER-\\x37', 'an escape that JSON does not have');
  swapped('bad-number', '"counter":8', '"counter":08', 'a number with a zero in front');
  swapped('number-plus', '"counter":8', '"counter":+8', 'a number with a plus');
  swapped('number-infinite', '"counter":8', '"counter":1e400', 'a number that no double holds');
  swapped('not-a-number', '"counter":8', '"counter":NaN', 'NaN');
  swapped('surrogate-in-value', 'ORDER-7', 'ORDER-\\ud800', 'half a surrogate pair in a value');
  swapped('surrogate-in-name', '"name":"seller"', '"name":"\\udc00"', 'half a surrogate pair in a name');
  swapped('surrogate-in-proof', '"proof":"', '"proof":"\\ud83d\\u0061', 'half a surrogate pair in the proof');
  swapped('twice-at-top', '"anchors":[]', '"anchors":[],"anchors":[]', 'a member twice in the bundle');
  swapped('twice-in-document', '"document":{', '"document":{"fields":[],', 'a member twice in the document');
  swapped('twice-in-field', '"name":"seller"', '"name":"seller","name":"seller"', 'a member twice in a field');
  swapped('twice-in-value', '"counter":8', '"counter":8,"counter":8', 'a member twice in a value');
  swapped('twice-by-escape', '"counter":8', '"counter":8,"\\u0063ounter":8', 'a member twice, once with an escape');
  malformed(
    'twice-in-anchor',
    replaced(JSON.stringify({ ...good, anchors: [ANCHOR] }), '"block":12', '"block":12,"block":12'),
    'a member twice in an anchor',
  );
  malformed('nested-33', solo(fieldsOf('nested', { a: JSON.parse(nested(33)) })), 'a value one level too deep');
  swapped('nested-65', '"anchors":[]', `"more":${nested(64)}`, 'the file is one level too deep');
  malformed('brackets', '['.repeat(100_000), 'a hundred thousand brackets');
  for (const name of ['entry', 'proof', 'document', 'anchors']) {
    malformed(
      `no-${name}`,
      changed(good, (copy) => delete copy[name]),
      `${name} is missing`,
    );
    malformed(`null-${name}`, { ...good, [name]: null }, `${name} is null`);
  }
  malformed('more-at-top', { ...good, more: 1 }, 'an unknown member of the bundle');
  malformed(
    'more-in-document',
    changed(good, ({ document }) => (document.more = 1)),
    'an unknown member of the document',
  );
  malformed('fields-object', { ...good, document: { fields: {} } }, 'fields is an object');
  fieldForms(malformed, good);
  const entry = (name, value, what) => malformed(`entry-${name}`, { ...good, entry: value }, what);
  entry('truncated', good.entry.slice(0, -1), 'base64 that was cut off');
  entry('line-break', `${good.entry.slice(0, 76)}\n${good.entry.slice(76)}`, 'a line break in base64');
  entry('unused-bits', spareBits(base64(`${leafOf([])}x`.slice(0, 100))), 'unused bits of base64 are not zero');
  entry('empty', '', 'an empty entry');
  entry('no-padding', base64('ab').replace('=', ''), 'base64 without its padding');
  entry('url-alphabet', '-_-_', 'base64 of another alphabet');
  anchorForms(malformed, good);
  unsupported((name, file, what) => add(name, file, what, 'BUNDLE_UNSUPPORTED'), good);
}

function fieldForms(malformed, good) {
  const field = (name, change, what) =>
    malformed(
      `field-${name}`,
      changed(good, ({ document }) => (document.fields[1] = change(document.fields[1]))),
      what,
    );
  field('empty', () => ({}), 'a field without members');
  field('text', () => 'seller', 'a field that is a text');
  field('more', (open) => ({ ...open, more: 1 }), 'an unknown member of a field');
  field('no-value', ({ name, salt }) => ({ name, salt }), 'a field without a value');
  field('digest-and-value', (open) => ({ ...open, digest: '0'.repeat(64) }), 'a field both open and withheld');
  field('digest-short', () => ({ digest: '0'.repeat(63) }), 'a digest that is too short');
  field('digest-upper-case', () => ({ digest: 'A'.repeat(64) }), 'a digest in upper case');
  field('salt-upper-case', (open) => ({ ...open, salt: 'A'.repeat(32) }), 'a salt in upper case');
  field('salt-short', (open) => ({ ...open, salt: '0'.repeat(30) }), 'a salt that is too short');
  field('salt-line-break', (open) => ({ ...open, salt: `${open.salt}\n` }), 'a line break behind a salt');
  field('name-empty', (open) => ({ ...open, name: '' }), 'an empty name');
  field('name-257', (open) => ({ ...open, name: `${'😀'.repeat(128)}x` }), 'a name of 257 UTF-16 units');
  field('name-number', (open) => ({ ...open, name: 1 }), 'a name that is a number');
  field('name-twice', (open) => ({ ...open, name: 'header' }), 'two open fields of one name');
}

function anchorForms(malformed, good) {
  const anchor = (name, change, what) => malformed(`anchor-${name}`, { ...good, anchors: [{ ...ANCHOR, ...change }] }, what);
  malformed('anchors-65', { ...good, anchors: Array(65).fill(ANCHOR) }, 'more anchors than there may be');
  malformed('anchors-object', { ...good, anchors: {} }, 'anchors is an object');
  anchor('more', { more: 1 }, 'an unknown member of an anchor');
  anchor('contract-list', { contract: [ANCHOR.contract] }, 'a contract in a list');
  anchor('contract-short', { contract: ANCHOR.contract.slice(0, -1) }, 'a contract that is too short');
  anchor('transaction-upper-case', { transaction: `0x${'0F'.repeat(32)}` }, 'a transaction in upper case');
  anchor('chain-text', { chainId: '1' }, 'a chain that is a text');
  anchor('chain-fraction', { chainId: 1.5 }, 'a chain that is no whole number');
  anchor('block-negative', { block: -1 }, 'a block below 0');
  anchor('block-too-great', { block: 2 ** 53 }, 'a block beyond 2^53 − 1');
}

function unsupported(add, good) {
  const later = 'application/vnd.lianpiao.bundle.v4+json';
  add('future-version', { ...good, mediaType: later }, 'a bundle of a future version');
  add('future-version-other-members', { mediaType: later, leaf: 'x', proofs: [] }, 'a future version with other members');
  add('media-type-upper-case', { ...good, mediaType: good.mediaType.toUpperCase() }, 'the media type in upper case');
  add('media-type-parameter', { ...good, mediaType: `${good.mediaType}; charset=utf-8` }, 'a parameter behind the media type');
  add('media-type-number', { ...good, mediaType: 1 }, 'a media type that is a number');
  add(
    'no-media-type',
    changed(good, (copy) => delete copy.mediaType),
    'no media type',
  );
}

export function leafCases(add, { solo }) {
  const fields = fieldsOf('leaf', { a: 1 });
  const right = leafOf(fields);
  const leaf = (name, bytes, what) => add(`leaf-${name}`, solo(fields, bytes), what, 'LEAF_MALFORMED');
  const time = (name, text, what) => leaf(`time-${name}`, replaced(right, TIME, text), what);
  const commitment = commitmentOf(fields);
  leaf('space', replaced(right, '":"', '": "'), 'a space in the leaf');
  leaf('line-break', `${right}\n`, 'a newline behind the leaf');
  leaf('order', `{"type":"invoice.issued",${right.slice(1).replace(',"type":"invoice.issued"', '')}`, 'another order');
  leaf('escape', replaced(right, 'invoice.issued', 'invoice\\u002eissued'), 'an escape in the leaf');
  leaf('more', replaced(right, '{', '{"a":1,'), 'one member more');
  leaf('no-algorithm', replaced(right, 'sha256:', ''), 'a commitment without its algorithm');
  leaf('upper-case', replaced(right, commitment, commitment.toUpperCase()), 'a commitment in upper case');
  leaf('type-upper-case', leafOf(fields, 'Invoice'), 'a type in upper case');
  leaf('type-digit-first', leafOf(fields, '1invoice'), 'a type with a digit first');
  leaf('type-65', leafOf(fields, 'a'.repeat(65)), 'a type of 65 characters');
  leaf('no-utf8', Buffer.concat([Buffer.from(right), Buffer.of(0xff)]), 'bytes that are not UTF-8');
  leaf('byte-order-mark', `\ufeff${right}`, 'a byte order mark');
  time('no-day', '2026-02-30T02:03:04Z', '30 February');
  time('no-leap-day', '2026-02-29T02:03:04Z', '29 February of a year that has none');
  time('hour-24', '2026-03-01T24:00:00Z', 'hour 24');
  time('second-60', '2016-12-31T23:59:60Z', 'a leap second');
  time('decimals-4', '2026-03-01T02:03:04.0051Z', 'four decimals');
  time('point', '2026-03-01T02:03:04.Z', 'a point without decimals');
  time('comma', '2026-03-01T02:03:04,005Z', 'a comma for the point');
  time('offset', '2026-03-01T02:03:04+00:00', 'an offset for Z');
  time('lower-case', '2026-03-01t02:03:04z', 'letters in lower case');
}

export function commitmentCases(add, { log }) {
  const good = log.bundle(7);
  const wrong = (name, bundle, what) => add(`commitment-${name}`, bundle, what, 'COMMITMENT_WRONG');
  const fields = (name, change, what) =>
    wrong(name, { ...good, document: { fields: change(JSON.parse(JSON.stringify(good.document.fields))) } }, what);
  const second = (change) => (all) => all.map((field, place) => (place === 1 ? change(field) : field));
  wrong('other-document', { ...good, document: log.bundle(8).document }, "another invoice's document");
  wrong('other-entry', { ...good, entry: log.bundle(8).entry }, "another invoice's entry");
  fields(
    'value',
    second((field) => ({ ...field, value: { ...field.value, name: '别的茶馆' } })),
    'a value was changed',
  );
  fields('amount', (all) => JSON.parse(replaced(JSON.stringify(all), '"113.00"', '"113.0"')), 'an amount in another spelling');
  fields('number', (all) => JSON.parse(replaced(JSON.stringify(all), '"counter":8', '"counter":9')), 'a number plus 1');
  fields(
    'number-as-text',
    (all) => JSON.parse(replaced(JSON.stringify(all), '"counter":8', '"counter":"8"')),
    'a text for a number',
  );
  fields(
    'salt',
    second((field) => ({ ...field, salt: '0'.repeat(32) })),
    'a salt was changed',
  );
  fields(
    'name',
    second((field) => ({ ...field, name: 'buyer' })),
    'a name was changed',
  );
  fields(
    'normalized',
    second((field) => ({ ...field, value: { ...field.value, name: `e\u0301${field.value.name}` } })),
    'a letter more',
  );
  fields(
    'withheld-digest',
    second(() => ({ digest: '0'.repeat(64) })),
    'the digest of a withheld field is another',
  );
  fields('added', (all) => [...all, fieldsOf('more', { more: 1 })[0]], 'a field was added');
  fields('left-out', (all) => all.slice(0, -1), 'a field was left out');
  fields('swapped', ([first, next, ...rest]) => [next, first, ...rest], 'two fields stand in another order');
  fields('none', () => [], 'no fields');
}
