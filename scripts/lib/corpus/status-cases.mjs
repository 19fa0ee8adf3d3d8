// Cases of an invoice's status: bundles of version 3.
import { COMMITTED } from './commit-cases.mjs';
import { changed } from './form-cases.mjs';
import { FIRST, invoiceFields, keyOf, OTHERS, OWN, pairOf, part, RED, SEALED_AT, STATUS, statusBundle } from './status-world.mjs';
import { base64, commitmentOf, fieldsOf, leafOf, Log, noteKey, TYPE, withheld, without, witnessLine } from './world.mjs';

/** A second invoice whose place is taken by another pair, and one whose place is empty. */
function placeOf(wanted) {
  const pairs = OTHERS.map((index) => pairOf(index, FIRST));
  return [5, 6, 7, 8, 9, 10, 11].find((index) => {
    const { pair } = part(pairs, 0, keyOf(invoiceFields(index)));
    return wanted === 'other' ? pair !== undefined : pair === undefined;
  });
}

export function statusCases(add, { log: { key }, other, witnesses }) {
  const good = statusBundle(key);
  add('status', good, 'an invoice that was red-lettered in part');
  add('status-withheld', statusBundle(key, { show: (name) => name === 'document' }), 'only the axis of the document is shown');
  add('status-none-shown', statusBundle(key, { show: () => false }), 'a status of which nothing is shown');
  const taken = placeOf('other');
  add('status-other', statusBundle(key, { own: taken, values: null }), 'nothing happened: another pair stands at the place');
  const empty = placeOf('empty');
  const nothing = empty === undefined ? { others: [0, 1], own: emptyWith([0, 1]) } : { own: empty };
  add('status-empty', statusBundle(key, { ...nothing, values: null }), 'nothing happened: the place is empty');
  add('status-empty-map', statusBundle(key, { values: null, others: [] }), 'a map without pairs');
  add('status-alone', statusBundle(key, { others: [] }), 'the only pair of the map: the path is empty');
  const lease = (until) => ({ ...FIRST, claim: { state: 'reserved', until } });
  add(
    'status-lease',
    statusBundle(key, { values: lease('2026-03-02T08:00:00.001Z') }),
    'a claim whose lease ends after the seal',
  );
  add('status-lease-over', statusBundle(key, { values: lease(SEALED_AT) }), 'a claim whose lease ends with the seal');
  const waiting = { ...FIRST, correction: { state: '02', until: '2026-03-01T00:00:00Z' } };
  add('status-no-answer', statusBundle(key, { values: waiting }), 'a correction that nobody answered in time');
  const until = { ...FIRST, use: { state: 'deducted', until: '2026-03-01T00:00:00Z' } };
  add('status-until-no-end', statusBundle(key, { values: until }), 'a state that time does not end');
  add('status-covers-just', statusBundle(key, { covers: OWN + 1 }), 'the map covers no entry behind this one');
  add('status-not-covered', statusBundle(key, { covers: OWN }), 'the map covers the entries before this one', 'STATUS_NOT_COVERED'); // prettier-ignore
  add('status-lengths', statusBundle(key, { values: { ...FIRST, use: { state: 'a'.repeat(32) } } }), 'a state of 32 characters');
  add('status-amounts-any', statusBundle(key, { values: { ...FIRST, amounts: 1 } }), 'amounts of another form');
  add('status-log-unknown', good, 'a log that nobody knows', 'LOG_UNKNOWN', 'nobody');
  add('status-witnesses', good, 'witnesses are asked for, and the bundle comes first', 'WITNESSES_LACKING', 'witnesses');
  const own = (bundle) => withWitnesses(bundle, witnesses);
  add('status-seal-unknown', own(good), 'enough witnesses for the bundle, none for the seal', 'STATUS_SEAL_UNKNOWN', 'witnesses');
  const both = changed(own(good), (copy) => (copy.status.seal = own(copy.status.seal)));
  add('status-seal-witnessed', both, 'enough witnesses for both', undefined, 'witnesses');
  malformedForms(add, good, statusBundle(key, { own: taken, values: null }));
  wrongSeals(add, key, good, other);
  wrongStatuses(add, key, good, taken);
  askedCases(add, key, good);
}

function emptyWith(others) {
  const pairs = others.map((index) => pairOf(index, FIRST));
  return [5, 6, 7, 8, 9, 10, 11].find((index) => part(pairs, 0, keyOf(invoiceFields(index))).pair === undefined);
}

/** The checkpoint's text is what two witnesses sign. */
function withWitnesses(bundle, [first, second]) {
  const note = bundle.proof.slice(bundle.proof.indexOf('\n\n') + 2);
  const text = `${note.slice(0, note.indexOf('\n\n'))}\n`;
  return { ...bundle, proof: bundle.proof + witnessLine(first, text) + witnessLine(second, text) };
}

function malformedForms(add, good, absent) {
  const form = (name, change, what, from = good) => add(`status-form-${name}`, changed(from, change), what, 'BUNDLE_MALFORMED');
  form('missing', (copy) => delete copy.status, 'version 3 without a status');
  form('null', (copy) => (copy.status = null), 'null for the status');
  form('more', (copy) => (copy.status.more = 1), 'an unknown member of the status');
  form('no-seal', (copy) => delete copy.status.seal, 'no seal');
  form('no-path', (copy) => delete copy.status.path, 'no path');
  form('path-text', (copy) => (copy.status.path = copy.status.path.join('\n')), 'a text for the path');
  form('path-short', (copy) => (copy.status.path[0] = base64(Buffer.alloc(31))), 'a hash of 31 bytes');
  form('path-hexadecimal', (copy) => (copy.status.path[0] = 'ab'.repeat(32)), 'a hash in hexadecimal');
  form('path-257', (copy) => (copy.status.path = Array(257).fill(copy.status.path[0])), 'a path of 257 hashes');
  form('both', (copy) => (copy.status.other = absent.status.other), 'a status and another pair');
  form('fields-twice', (copy) => (copy.status.fields[1] = copy.status.fields[0]), 'two fields of one name');
  form('fields-object', (copy) => (copy.status.fields = {}), 'an object for the fields');
  form('other-more', (copy) => (copy.status.other.more = 1), 'an unknown member of the other pair', absent);
  form('other-null', (copy) => (copy.status.other = null), 'null for the other pair', absent);
  form('other-key', (copy) => (copy.status.other.key = copy.status.other.key.toUpperCase()), 'a key in upper case', absent);
  form('other-value', (copy) => delete copy.status.other.value, 'a pair without a value', absent);
  form('in-version-1', (copy) => (copy.mediaType = copy.mediaType.replace('v3', 'v1')), 'a status in version 1');
  form('in-version-2', (copy) => (copy.mediaType = COMMITTED), 'a status in version 2');
  form('seal-version-3', (copy) => (copy.status.seal = JSON.parse(JSON.stringify(copy))), 'a seal that has a status itself');
  form('seal-version-4', (copy) => (copy.status.seal.mediaType = STATUS.replace('v3', 'v4')), 'a seal of an unknown version');
  form('seal-more', (copy) => (copy.status.seal.more = 1), 'an unknown member of the seal');
  form('commit-null', (copy) => (copy.commit = null), 'null for the evidence of the commit');
}

function wrongSeals(add, key, good, other) {
  const wrong = (name, bundle, what) => add(`status-seal-${name}`, bundle, what, 'STATUS_SEAL_WRONG');
  const seal = (change) => changed(good, ({ status }) => change(status.seal));
  wrong('of-no-log', statusBundle(key, { type: 'audit.sealed' }), 'an entry of another type');
  wrong('is-invoice', changed(good, (copy) => (copy.status.seal = without({ ...copy, mediaType: copy.status.seal.mediaType }, 'status'))), 'the invoice for the seal'); // prettier-ignore
  wrong(
    'edited',
    seal(({ document }) => (document.fields[1].value.covers = 13)),
    'an edited seal',
  );
  wrong(
    'edited-root',
    seal(({ document }) => (document.fields[1].value.root = '0'.repeat(64))),
    'an edited root',
  );
  wrong(
    'withheld',
    seal(({ document }) => (document.fields[1] = withheld(document.fields[1]))),
    'a seal that shows nothing',
  );
  wrong('signature', seal((copy) => (copy.proof = copy.proof.replace(/\u2014 .*\n$/, (line) => line.replace(/.{4}==?\n$/, 'AAA=\n')))), 'a wrong signature'); // prettier-ignore
  wrong(
    'leaf',
    seal((copy) => (copy.entry = base64('{}'))),
    'a leaf of another form',
  );
  wrong('no-covers', statusBundle(key, { what: { root: 'ab'.repeat(32), type: 'status.sealed' } }), 'no size');
  wrong('covers-negative', statusBundle(key, { covers: -1 }), 'a negative size');
  wrong('covers-text', statusBundle(key, { covers: '12' }), 'a text for the size');
  wrong('root-prefix', statusBundle(key, { root: `sha256:${'ab'.repeat(32)}` }), 'a root that names its algorithm');
  const elsewhere = statusBundle(other.key).status;
  add('status-seal-of-other-log', { ...good, status: elsewhere }, 'the seal of another log, which is trusted too', 'STATUS_SEAL_WRONG', 'two-logs'); // prettier-ignore
  const stranger = statusBundle(noteKey('stranger.lianpiao.example/log', TYPE.log)).status;
  add('status-seal-of-stranger', { ...good, status: stranger }, 'the seal of a log that nobody knows', 'STATUS_SEAL_WRONG');
}

function wrongStatuses(add, key, good, taken) {
  const wrong = (name, bundle, what) => add(`status-wrong-${name}`, bundle, what, 'STATUS_WRONG');
  const edited = (change) => changed(good, ({ status }) => change(status));
  wrong(
    'state',
    edited(({ fields }) => (fields[0].value.state = 'issued')),
    'an edited state',
  );
  wrong(
    'salt',
    edited(({ fields }) => (fields[0].salt = '0'.repeat(32))),
    'an edited salt',
  );
  wrong(
    'digest',
    edited(({ fields }) => (fields[4] = { digest: '0'.repeat(64) })),
    'a digest of nothing',
  );
  wrong(
    'absent',
    edited((status) => delete status.fields),
    'a status that is left out',
  );
  wrong('older', { ...good, status: { ...good.status, ...pick(statusBundle(key, { values: FIRST }).status) } }, 'the status before it was red-lettered'); // prettier-ignore
  wrong('other-invoice', { ...statusBundle(key, { own: 3, others: [0, 1, 2, 4] }), status: good.status }, 'the status of another invoice'); // prettier-ignore
  const absent = statusBundle(key, { own: taken, values: null });
  wrong(
    'other-is-own',
    changed(good, ({ status }) => replaceByPair(status)),
    'the own pair, as if it were another one',
  );
  wrong(
    'other-value',
    changed(absent, ({ status }) => (status.other.value = '0'.repeat(64))),
    'another value of the other pair',
  );
  wrong('other-away', changed(absent, ({ status }) => (status.other.key = flip(status.other.key))), 'another pair that cannot stand there'); // prettier-ignore
  wrong(
    'other-left-out',
    changed(absent, ({ status }) => delete status.other),
    'another pair that is left out',
  );
  wrong(
    'path-cut',
    edited(({ path }) => path.pop()),
    'a path that is too short',
  );
  wrong(
    'path-more',
    edited(({ path }) => path.push(path[0])),
    'a path that is too long',
  );
  wrong(
    'path-order',
    edited(({ path }) => path.reverse()),
    'a path from the top down',
  );
  wrong(
    'path-256',
    edited((status) => (status.path = Array(256).fill(status.path[0]))),
    'a path of 256 hashes of something else',
  );
  const laid = (name, values, what) => wrong(name, statusBundle(key, { values }), what);
  laid('layout', without(RED, 'pledge'), 'an axis less');
  laid('layout-more', { ...RED, more: 1 }, 'a field more');
  laid('layout-order', { correction: RED.correction, document: RED.document, ...without(without(RED, 'document'), 'correction') }, 'axes in another order'); // prettier-ignore
  laid('amounts-name', { ...without(RED, 'amounts'), sums: 1 }, 'another name for the amounts');
  laid('state-text', { ...RED, document: 'issued' }, 'a text for an axis');
  laid('state-upper-case', { ...RED, document: { state: 'Issued' } }, 'a state in upper case');
  laid('state-empty', { ...RED, document: { state: '' } }, 'an empty state');
  laid('state-more', { ...RED, document: { state: 'issued', more: 1 } }, 'an unknown member of a state');
  laid('until-no-time', { ...RED, claim: { state: 'reserved', until: '2026-02-30T00:00:00Z' } }, 'a day that there is not');
  laid('until-null', { ...RED, claim: { state: 'reserved', until: null } }, 'null for the end of a state');
  const act = fieldsOf('act', { header: {} });
  const seal = good.status.seal;
  const solo = new Log({ ...key }, [{ leaf: leafOf(act, 'act.recorded'), fields: act }]).bundle(0);
  wrong('type', { ...solo, mediaType: STATUS, status: { seal, path: good.status.path } }, 'the status of something else than an invoice'); // prettier-ignore
}

const pick = ({ path, fields }) => ({ path, fields });
const flip = (key) => (parseInt(key[0], 16) ^ 8).toString(16) + key.slice(1);

function replaceByPair(status) {
  status.other = { key: keyOf(invoiceFields(OWN)).toString('hex'), value: commitmentOf(status.fields) };
  delete status.fields;
}

function askedCases(add, key, good) {
  const now = '2026-03-03T08:00:00Z';
  const ask = (name, bundle, asked, what, reason) => add(`status-asked-${name}`, bundle, what, reason, 'log', { now, ...asked });
  const day = 86_400;
  ask('young', good, { maxAge: day }, 'a seal that is just young enough');
  ask('too-old', good, { maxAge: day - 1 }, 'a seal that is a second too old', 'STATUS_TOO_OLD');
  ask('from-later', good, { now: '2026-03-01T00:00:00Z', maxAge: 0 }, 'a seal from later than the clock of the reader');
  ask('any-age', good, {}, 'a status of any age is asked for');
  ask('none', without({ ...good, mediaType: good.status.seal.mediaType }, 'status'), { maxAge: day }, 'a bundle without a status', 'STATUS_LACKING'); // prettier-ignore
  ask('is', good, { status: 'document=partly-red' }, 'the state that is asked for');
  ask('is-not', good, { status: 'document!=wholly-red,claim!=settled' }, 'states that must not be');
  ask('differs', good, { status: 'document=issued' }, 'another state than is asked for', 'STATUS_NOT_AS_ASKED');
  ask('differs-not', good, { status: 'claim!=settled,document!=partly-red' }, 'a state that must not be', 'STATUS_NOT_AS_ASKED');
  ask('differs-old', good, { maxAge: 1, status: 'document=issued' }, 'another state, and too old: what is wrong comes first', 'STATUS_NOT_AS_ASKED'); // prettier-ignore
  const hidden = statusBundle(key, { show: (name) => name === 'document' });
  ask('withheld', hidden, { status: 'claim=free' }, 'a state that is withheld', 'STATUS_WITHHELD');
  ask('withheld-old', hidden, { maxAge: 1, status: 'claim=free' }, 'a state that is withheld, and too old', 'STATUS_TOO_OLD');
  ask('not-withheld', hidden, { status: 'document=partly-red' }, 'a state that is shown, beside others');
  const over = statusBundle(key, { values: { ...FIRST, claim: { state: 'reserved', until: SEALED_AT } } });
  ask('expired', over, { status: 'claim=expired' }, 'a lease that is over by the time of the seal');
  ask('absent', statusBundle(key, { values: null }), { status: 'document=issued,claim=free,pledge=free' }, 'nothing happened');
}
