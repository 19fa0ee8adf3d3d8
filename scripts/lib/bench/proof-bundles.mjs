/** Offline bundles as a log of a million entries would give them, made without the log: path and root are chosen to fit. */
import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { createRequire } from 'node:module';
import { random, sale } from './sales.mjs';

export const domain = createRequire(import.meta.url)('../../../chaincode/dist/domain/index.js');
const { hasher } = domain;
const DEPTH = 20;
const SIZE = 2 ** DEPTH;
const ORIGIN = 'bench.example/log';
const SPKI_PREFIX_BYTES = 12;

export function benchLog() {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(SPKI_PREFIX_BYTES);
  const vkey = domain.formatVerifierKey(ORIGIN, raw);
  const signer = { sign: (message) => sign(null, message, privateKey) };
  const key = { name: ORIGIN, keyId: domain.keyIdOf(ORIGIN, raw) };
  const trust = domain.parseTrustFile({
    mediaType: domain.TRUST_MEDIA_TYPE,
    logs: [{ origin: ORIGIN, vkey }],
    witnesses: [],
    quorum: 0,
  });
  return { signer, key, trust };
}

const randomDigest = () => randomBytes(32).toString('hex');

/** The record of a sale as the ledger writes it. */
function record(next, index) {
  const request = JSON.parse(sale(next, 'till-1', `P-${index}`));
  const header = {
    counter: index, currency: 'CNY', issuedAt: '2026-11-22T05:13:03.546Z', kind: 'ordinary',
    number: `26440${String(index).padStart(15, '0')}`, previous: `sha256:${randomDigest()}`, profile: 'cn',
    rules: 'cn-2026-01', soldAt: '2026-11-22T05:13:03.546Z', test: false, till: 'till-1', type: 'invoice',
  }; // prettier-ignore
  const values = [
    ['header', header],
    ['seller', { name: '基准商店', taxId: '91440300BENCH0000X' }],
    ['orderReference', request.orderReference],
    ...(request.buyer === undefined ? [] : [['buyer', request.buyer]]),
    ['totals', request.totals],
    ...request.lines.map((line, place) => [`line/${place + 1}`, line]),
  ];
  return { seed: randomDigest(), fields: values.map(([name, value]) => ({ name, text: domain.canonicalJson(value) })) };
}

/**
 * Texts of bundles, each under a checkpoint of its own or all under one: every entry then stands at the one leaf whose
 * path leads to the shared root, which is as good for timing.
 */
export function makeBundles(log, { count, shared, hide = () => false, tamperEvery = 10 }) {
  const next = random(11);
  const place = Math.floor(SIZE / 3);
  const signed = (root) => domain.signNote(domain.formatCheckpoint({ origin: ORIGIN, size: SIZE, root }), log.key, log.signer);
  const texts = [];
  let leaf, path, checkpoint, sealed;
  for (let index = 0; index < count; index += 1) {
    if (index === 0 || !shared) {
      sealed = record(next, index);
      const entry = { commitment: domain.sealRecord(sealed), time: '2026-11-22T05:13:03.546Z', type: 'invoice.issued' };
      leaf = domain.leafText(entry);
      path = Array.from({ length: DEPTH }, randomDigest);
      const root = domain.rootFromInclusion({ leafHash: hasher().leafHash(leaf), index: place, size: SIZE, path });
      checkpoint = signed(root);
    }
    const bundle = domain.makeBundle({
      leaf,
      proof: { index: place, path, checkpoint },
      fields: domain.discloseRecord(sealed, (name) => !hide(name)),
    });
    texts.push(JSON.stringify(index % tamperEvery === tamperEvery - 1 ? tamper(bundle, next) : bundle));
  }
  return texts;
}

/** One character of the document, the proof or the entry is another one. */
function tamper(bundle, next) {
  const kind = Math.floor(next() * 3);
  if (kind === 0) {
    const fields = bundle.document.fields.slice();
    fields[0] = 'digest' in fields[0] ? { digest: randomDigest() } : { ...fields[0], value: { ...fields[0].value, counter: -1 } };
    return { ...bundle, document: { fields } };
  }
  if (kind === 1) {
    const lines = bundle.proof.split('\n');
    const line = lines[5];
    lines[5] = (line[0] === 'A' ? 'B' : 'A') + line.slice(1);
    return { ...bundle, proof: lines.join('\n') };
  }
  const entry = Buffer.from(bundle.entry, 'base64').toString().replace('.546Z', '.547Z');
  return { ...bundle, entry: Buffer.from(entry).toString('base64') };
}
