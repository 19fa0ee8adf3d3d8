// An invoice's status and the map it is in, made as docs/formats.md says, a part at a time.
import { base64, commitmentOf, digestOf, fieldsOf, invoices, leafOf, Log, sha256, withheld } from './world.mjs';

export const STATUS = 'application/vnd.lianpiao.bundle.v3+json';
const COUNT = 12;
export const SEALED_AT = '2026-03-02T08:00:00.000Z';
/** The invoice whose status is shown, and others that something happened to. */
export const OWN = 7;
export const OTHERS = [0, 1, 2, 3, 4];
export const FIRST = {
  document: { state: 'issued' },
  correction: { state: 'none' },
  use: { state: 'unused' },
  booking: { state: 'not-booked' },
  claim: { state: 'free' },
  pledge: { state: 'free' },
  amounts: { clawback: false, record: null },
};
export const RED = {
  ...FIRST,
  document: { state: 'partly-red' },
  correction: { state: 'completed' },
  amounts: { clawback: false, record: `sha256:${'ab'.repeat(32)}` },
};

// The map

export const keyOf = (fields) => sha256(`lianpiao-status-key-v1\n${fields.map(digestOf).join('\n')}\n`);
const bit = (key, depth) => (key[depth >> 3] >> (7 - (depth & 7))) & 1;
const EMPTY = Buffer.alloc(32);

/** The hash of a part; and, when a key is asked for, what stands at its place and the path up from there. */
export function part(pairs, depth, key) {
  if (pairs.length === 0) return { hash: EMPTY, path: [] };
  if (pairs.length === 1) return { hash: sha256(Buffer.of(0), pairs[0].key, pairs[0].value), path: [], pair: pairs[0] };
  const [zero, one] = [0, 1].map((side) =>
    part(
      pairs.filter((pair) => bit(pair.key, depth) === side),
      depth + 1,
      key,
    ),
  );
  const hash = sha256(Buffer.of(1), zero.hash, one.hash);
  if (key === undefined) return { hash, path: [] };
  const [own, sibling] = bit(key, depth) === 1 ? [one, zero] : [zero, one];
  return { hash, pair: own.pair, path: [...own.path, sibling.hash] };
}

const statusFields = (words, values) => fieldsOf(`status ${words}`, values);
export const pairOf = (index, values) => ({ key: keyOf(invoiceFields(index)), value: Buffer.from(commitmentOf(statusFields(index, values)), 'hex') }); // prettier-ignore
export const invoiceFields = (index) => invoices(COUNT)[index].fields;

/** The pairs of the map: the own one too, where the invoice has a status. */
const pairsOf = ({ own, values, others }) => [
  ...others.map((index) => pairOf(index, FIRST)),
  ...(values ? [pairOf(own, values)] : []),
];

/** A log whose last entry seals a map of this root, and the bundle of that entry. */
function sealIn(key, pairs, root, { covers = COUNT, type = 'status.sealed', time = SEALED_AT, what }) {
  const record = fieldsOf('seal', {
    who: { key: 'status-sealer', organisation: 'bureau' },
    what: what ?? { changes: pairs.length, covers, number: 1, root, type: 'status.sealed' },
    why: 'sealing the map of statuses',
    changes: pairs.map((pair) => [pair.key.toString('hex'), pair.value.toString('hex')]),
  });
  const log = new Log(key, [...invoices(COUNT), { leaf: leafOf(record, type, time), fields: record }]);
  return { log, seal: log.bundle(COUNT, { show: (name) => name === 'what' }) };
}

/** The bundle of an invoice with its status in it. */
export function statusBundle(key, parts = {}) {
  const { own = OWN, values = RED, others = OTHERS, show = () => true } = parts;
  const pairs = pairsOf({ own, values, others });
  const whole = part(pairs, 0, keyOf(invoiceFields(own)));
  const { log, seal } = sealIn(key, pairs, parts.root ?? whole.hash.toString('hex'), parts);
  const stands = values
    ? { fields: statusFields(own, values).map((field) => (show(field.name) ? field : withheld(field))) }
    : otherOf(whole.pair);
  return { ...log.bundle(own), mediaType: STATUS, status: { seal, path: whole.path.map(base64), ...stands } };
}

const otherOf = (pair) => (pair ? { other: { key: pair.key.toString('hex'), value: pair.value.toString('hex') } } : {});
