// The corpus' world: keys, records, logs, notes and bundles, all from fixed words, by node:crypto and docs/formats.md alone.
// It shares no code with either verifier, so that the corpus does not repeat a mistake of one of them.
import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto';

export const sha256 = (...parts) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};
const hex = (text) => sha256(text).toString('hex');
export const base64 = (bytes) => Buffer.from(bytes).toString('base64');
/** An object with one member less. */
export const without = (object, name) => Object.fromEntries(Object.entries(object).filter(([known]) => known !== name));
const range = (count) => Array.from({ length: count }, (_, index) => index);

/** RFC 8785; JSON.stringify writes texts and numbers as it asks, sort() orders by UTF-16 code units. */
export function jcs(value) {
  if (Array.isArray(value)) return `[${value.map(jcs).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${jcs(value[name])}`).join(',')}}`;
}

// Keys and notes

const ED25519_PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
export const TYPE = { log: 0x01, witness: 0x04 };

/** A key of a note: the same for the same name and words. */
export function noteKey(name, type, words = name) {
  const privateKey = createPrivateKey({
    key: Buffer.concat([ED25519_PKCS8, sha256(`lianpiao corpus ${words}`)]),
    format: 'der',
    type: 'pkcs8',
  });
  const spki = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  const typed = Buffer.concat([Buffer.of(type), spki.subarray(-32)]);
  const id = sha256(`${name}\n`, typed).subarray(0, 4);
  return {
    name,
    id,
    spki,
    vkey: `${name}+${id.toString('hex')}+${base64(typed)}`,
    sign: (text) => sign(null, Buffer.from(text), privateKey),
  };
}

export const signatureLine = (name, bytes) => `\u2014 ${name} ${base64(bytes)}\n`;
export const logLine = (key, text) => signatureLine(key.name, Buffer.concat([key.id, key.sign(text)]));

/** A cosignature/v1 line; `said` is the time that the line names, when it is to be another than the signed one. */
export function witnessLine(key, text, seconds = 1_772_330_000n, said = seconds) {
  const time = Buffer.alloc(8);
  time.writeBigUInt64BE(said);
  return signatureLine(key.name, Buffer.concat([key.id, time, key.sign(`cosignature/v1\ntime ${seconds}\n${text}`)]));
}

export const checkpointText = (origin, size, root, more = []) =>
  [origin, String(size), base64(root), ...more].map((line) => `${line}\n`).join('');
export const noteOf = (text, ...lines) => `${text}\n${lines.join('')}`;

// Records and leaves

/** A record's fields, open, in their order. */
export function fieldsOf(words, values) {
  const seed = hex(`lianpiao corpus record ${words}`);
  return Object.entries(values).map(([name, value], place) => {
    const block = createHash('sha512')
      .update(`${seed}:${Math.floor(place / 4)}`)
      .digest('hex');
    return { name, salt: block.slice((place % 4) * 32, ((place % 4) + 1) * 32), value };
  });
}

export const digestOf = (field) => field.digest ?? hex(jcs([field.salt, field.name, field.value]));
export const withheld = (field) => ({ digest: digestOf(field) });
export const commitmentOf = (fields) => hex(`lianpiao-commitment-v1\n${fields.map(digestOf).join('\n')}\n`);
export const TIME = '2026-03-01T02:03:04.005Z';
export const leafOf = (fields, type = 'invoice.issued', time = TIME) =>
  jcs({ commitment: `sha256:${commitmentOf(fields)}`, time, type });

// The tree of RFC 6962

export const leafHash = (leaf) => sha256(Buffer.of(0), leaf);
export const nodeHash = (left, right) => sha256(Buffer.of(1), left, right);
const splitOf = (size) => 2 ** (Math.ceil(Math.log2(size)) - 1);

export function rootOf(hashes) {
  if (hashes.length <= 1) return hashes[0] ?? sha256();
  const split = splitOf(hashes.length);
  return nodeHash(rootOf(hashes.slice(0, split)), rootOf(hashes.slice(split)));
}

export function pathOf(hashes, index) {
  if (hashes.length <= 1) return [];
  const split = splitOf(hashes.length);
  return index < split
    ? [...pathOf(hashes.slice(0, split), index), rootOf(hashes.slice(split))]
    : [...pathOf(hashes.slice(split), index - split), rootOf(hashes.slice(0, split))];
}

export const proofOf = (index, path, note, extra = '') =>
  `c2sp.org/tlog-proof@v1\n${extra}index ${index}\n${path.map((hash) => `${base64(hash)}\n`).join('')}\n${note}`;

export const bundleOf = (leaf, fields, proof, anchors = []) => ({
  mediaType: 'application/vnd.lianpiao.bundle.v1+json',
  entry: base64(leaf),
  proof,
  document: { fields },
  anchors,
});

/** A log of these entries, each `{ leaf, fields }`. */
export class Log {
  constructor(key, entries) {
    this.key = key;
    this.entries = entries;
    this.hashes = entries.map(({ leaf }) => leafHash(leaf));
  }

  text(size = this.hashes.length) {
    return checkpointText(this.key.name, size, rootOf(this.hashes.slice(0, size)));
  }

  note(size, ...more) {
    const text = this.text(size);
    return noteOf(text, logLine(this.key, text), ...more);
  }

  path(index, size = this.hashes.length) {
    return pathOf(this.hashes.slice(0, size), index);
  }

  bundle(index, { size, note = this.note(size), extra, anchors, show = () => true } = {}) {
    const { leaf, fields } = this.entries[index];
    const shown = fields.map((field) => (show(field.name) ? field : withheld(field)));
    return bundleOf(leaf, shown, proofOf(index, this.path(index, size), note, extra), anchors);
  }
}

/** A bundle of a log that holds this one leaf: for what has to be committed and signed as it is. */
export const soloBundle = (key, leaf, fields) => new Log(key, [{ leaf, fields }]).bundle(0);

export const trustOf = (logs, witnesses = [], quorum = 0, more = {}) => ({
  mediaType: 'application/vnd.lianpiao.trust.v1+json',
  logs: logs.map((key) => ({ origin: key.name, vkey: key.vkey })),
  witnesses: witnesses.map(({ vkey }) => ({ vkey })),
  quorum,
  ...more,
});

/** The invoice of one place in the log. */
export function invoice(index) {
  const number = `2644${String(index + 1).padStart(16, '0')}`;
  const header = { counter: index + 1, currency: 'CNY', issuedAt: TIME, kind: 'ordinary', number, test: true, type: 'invoice' };
  const fields = fieldsOf(`invoice ${index}`, {
    header,
    seller: { name: `示例茶馆 "${index}" <&>\u2028\\u2028 😀`, taxId: '91440300MA5FHXXX17' },
    orderReference: `ORDER-${index}`,
    totals: { net: '100.00', tax: '13.00', gross: '113.00' },
    'line/1': { name: '茶', net: '100.00', quantity: '2', flags: [true, false, null, index], '\ufb33': 1, '😂': 2 },
  });
  return { leaf: leafOf(fields), fields };
}

export const invoices = (count) => range(count).map(invoice);
