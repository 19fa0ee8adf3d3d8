// Writes docs/corpus: bundles, trust files, and what a verifier has to say of each. The same words give the same bytes.
//
//   node scripts/lib/generate-corpus.mjs [--check] [--to FOLDER]
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { commitCases, commitTrust } from './corpus/commit-cases.mjs';
import { erasureCases, withheldCases } from './corpus/withheld-cases.mjs';
import { commitmentCases, formCases, goodFormCases, leafCases } from './corpus/form-cases.mjs';
import { logCases, proofCases, witnessCases } from './corpus/proof-cases.mjs';
import { provenanceCases } from './corpus/provenance.mjs';
import { statusCases } from './corpus/status-cases.mjs';
import { trustFiles, unusableTrust, windowCases } from './corpus/trust-cases.mjs';
import { updateCases } from './corpus/trust-update-cases.mjs';
import { invoices, leafOf, Log, noteKey, soloBundle, trustOf, TYPE, without } from './corpus/world.mjs';

const { values } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    to: { type: 'string', default: path.resolve(import.meta.dirname, '../../docs/corpus') },
  },
});
const UNKNOWN = [
  'LOG_UNKNOWN',
  'LOG_KEY_COMPROMISED',
  'WITNESSES_LACKING',
  'COMMIT_UNATTESTED',
  'STATUS_SEAL_UNKNOWN',
  'STATUS_NOT_COVERED',
  'STATUS_LACKING',
  'STATUS_TOO_OLD',
  'STATUS_WITHHELD',
];
const ORIGIN = 'corpus.lianpiao.example/log';

const key = noteKey(ORIGIN, TYPE.log);
const newKey = noteKey(ORIGIN, TYPE.log, 'the key after rotation');
const log = new Log(key, invoices(21));
const other = new Log(noteKey('other.lianpiao.example/log', TYPE.log), invoices(5));
const witnesses = ['bureau', 'auditor', 'provider'].map((name) => noteKey(`${name}.witness.example`, TYPE.witness));
const secondKey = noteKey(witnesses[0].name, TYPE.witness, 'another key of the bureau');

const good = trustOf([key]);
const MALFORMED_TRUST = {
  twice: ['a member twice', JSON.stringify(good).replace('{', '{"quorum":0,')],
  more: ['an unknown member', { ...good, more: 1 }],
  'no-witnesses': ['no member for witnesses', without(good, 'witnesses')],
  version: ['another media type', { ...good, mediaType: 'application/vnd.lianpiao.trust.v3+json' }],
  quorum: ['a quorum beyond its witnesses', { ...good, quorum: 1 }],
  'quorum-of-names': ['a quorum beyond the names of its witnesses', trustOf([key], [witnesses[0], secondKey], 2)],
  'key-id': [
    'a key id of another key',
    { ...good, logs: [{ origin: ORIGIN, vkey: key.vkey.replace(/\+.{8}\+/, '+00000000+') }] },
  ],
  'witness-as-log': ['the key of a witness for a log', trustOf([witnesses[0]])],
  'log-as-witness': ['the key of a log for a witness', trustOf([key], [key])],
  'origin-empty': ['an empty origin', { ...good, logs: [{ origin: '', vkey: key.vkey }] }],
  anchor: ['a chain 0', trustOf([key], [], 0, { anchors: [{ chainId: 0, contract: `0x${'0'.repeat(40)}` }] })],
  'no-json': ['no JSON in it', 'trust'],
  ...unusableTrust({ log, witnesses }),
};
const TRUST = {
  log: good,
  nobody: trustOf([]),
  'two-keys': { ...good, logs: [key, newKey].map(({ vkey }) => ({ origin: ORIGIN, vkey })) },
  'new-key': trustOf([newKey]),
  'two-logs': trustOf([key, other.key]),
  anchors: trustOf([key], [], 0, { anchors: [{ chainId: 1, contract: `0x${'aB'.repeat(20)}` }] }),
  witnesses: trustOf([key], witnesses, 2),
  'quorum-0': trustOf([key], witnesses, 0),
  'witness-of-two-keys': trustOf([key], [witnesses[0], secondKey, witnesses[1]], 2),
  ...commitTrust(good, trustOf, key),
  ...trustFiles({ log, newKey, witnesses, secondKey }),
  ...Object.fromEntries(Object.entries(MALFORMED_TRUST).map(([name, [, content]]) => [`malformed-${name}`, content])),
};

const files = new Map();
const cases = [];
const bytesOf = (content) =>
  Buffer.isBuffer(content) ? content : Buffer.from(typeof content === 'string' ? content : JSON.stringify(content));

/** @param ask what the reader wants to know of the status. */
function add(name, content, what, reason, trust = 'log', ask = undefined) {
  const result = reason === undefined ? 'valid' : UNKNOWN.includes(reason) ? 'unknown' : 'invalid';
  const file = `bundles/${name}${result === 'valid' ? '' : '_fail'}.lianpiao.json`;
  if (files.has(file)) throw new Error(`two cases named ${name}`);
  files.set(file, bytesOf(content));
  const asked = ask === undefined ? {} : { ask };
  cases.push({ name, file, trust: `trust/${trust}.json`, ...asked, result, ...(reason === undefined ? {} : { reason }), what });
}

const world = {
  log,
  other,
  newKey,
  witnesses,
  secondKey,
  solo: (fields, leaf = leafOf(fields)) => soloBundle(key, leaf, fields),
  malformedTrust: Object.fromEntries(Object.entries(MALFORMED_TRUST).map(([name, [what]]) => [name, what])),
};
goodFormCases(add, world);
formCases(add, world);
leafCases(add, world);
commitmentCases(add, world);
provenanceCases(add, key);
proofCases(add, world);
logCases(add, world);
witnessCases(add, world);
commitCases(add, world);
withheldCases(add, world);
erasureCases(add, world);
statusCases(add, world);
windowCases(add, world);
for (const [name, content] of Object.entries(TRUST)) files.set(`trust/${name}.json`, bytesOf(content));
const lines = cases.map((one) => JSON.stringify(one));
const updates = updateCases(world).map(({ name, from, to, what, reason }) => {
  const [before, after] = [`updates/${name}.from.json`, `updates/${name}.to${reason === undefined ? '' : '_fail'}.json`];
  files.set(before, bytesOf(from));
  files.set(after, bytesOf(to));
  return JSON.stringify({ name, from: before, to: after, ...(reason === undefined ? {} : { reason }), what });
});
const list = (name, items) => `"${name}":[\n${items.join(',\n')}\n]`;
files.set('corpus.json', Buffer.from(`{"version":1,${list('cases', lines)},${list('updates', updates)}}\n`));

const stale = [...files].filter(([file, bytes]) => !isSame(path.join(values.to, file), bytes)).map(([file]) => file);
const left = ['bundles', 'trust', 'updates'].flatMap((folder) => namesIn(folder)).filter((file) => !files.has(file));
if (values.check && stale.length + left.length > 0) {
  console.error(`docs/corpus is out of date: run node scripts/lib/generate-corpus.mjs (${[...stale, ...left].join(', ')})`);
  process.exitCode = 1;
}
if (!values.check) {
  for (const file of left) fs.rmSync(path.join(values.to, file));
  for (const file of stale) {
    fs.mkdirSync(path.dirname(path.join(values.to, file)), { recursive: true });
    fs.writeFileSync(path.join(values.to, file), files.get(file));
  }
}

function isSame(file, bytes) {
  return fs.existsSync(file) && fs.readFileSync(file).equals(bytes);
}

function namesIn(folder) {
  const whole = path.join(values.to, folder);
  return fs.existsSync(whole) ? fs.readdirSync(whole).map((name) => `${folder}/${name}`) : [];
}
