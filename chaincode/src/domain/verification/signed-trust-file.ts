import { utf8ToBytes } from '@noble/hashes/utils';
import { bytesFromBase64 } from '../encoding/base64';
import { canonicalJson, type JsonValue } from '../encoding/canonical-json';
import { digestFromBase64 } from '../encoding/digest';
import { parseTime } from '../encoding/time';
import { LedgerError } from '../errors';
import { formatVerifierKey } from '../log/verifier-key';
import type { SignatureVerifier } from '../ports/signature-verifier';
import { isSignedBy, parseSourceKey, SOURCE_ALGORITHMS, type SourceAlgorithm, type SourceKey } from '../provenance/source-key';
import type { KeyWindow, LogEnd, QuorumPeriod, TrustedLog, TrustedWitness, TrustFile } from './trust';
import { parseAttesters } from './trusted-attesters';
import {
  arrayAt,
  invalid,
  objectAt,
  parseAnchor,
  parseLogKey,
  parseOrigin,
  parseQuorum,
  parseWitnessKey,
  wholeNumber,
  type JsonObject,
} from './trust-members';

export const SIGNED_TRUST_MEDIA_TYPE = 'application/vnd.lianpiao.trust.v2+json';

/** One signature over a trust file's body. */
export interface TrustSignature {
  readonly key: SourceKey;
  /** 64 bytes, base64. */
  readonly value: string;
}

/** A trust file that says who vouches for it, and which version of it this is: docs/formats.md, "Signed trust file". */
export interface SignedTrustFile extends TrustFile {
  /** Of all versions of this file. */
  readonly name: string;
  readonly version: number;
  /** Seconds since 1970. */
  readonly issuedAt: number;
  /** Keys that may sign this version, and the next. */
  readonly roots: readonly SourceKey[];
  /** How many of them must. */
  readonly threshold: number;
  /** The bytes that are signed: RFC 8785 of the file without its signatures. */
  readonly body: Uint8Array;
  readonly signatures: readonly TrustSignature[];
}

const MEMBERS = ['mediaType', 'name', 'version', 'issuedAt', 'roots', 'threshold', 'logs', 'witnesses', 'quorums', 'anchors'];
const WINDOW = ['from', 'until', 'compromisedAt'];
const WHOLE_SECONDS = 'YYYY-MM-DDTHH:MM:SSZ';
const SIGNATURE_BYTES = 64;

/** The bytes that roots sign. @param file a trust file, with or without its signatures. */
export function trustBody(file: JsonObject): Uint8Array {
  const body = Object.entries(file).filter(([name]) => name !== 'signatures');
  return utf8ToBytes(canonicalJson(Object.fromEntries(body) as JsonValue));
}

/**
 * Reads a signed trust file, and requires the signatures of its own roots: enough of them, and no wrong one.
 * @throws LedgerError FIELD_MISSING, FIELD_UNKNOWN or FIELD_INVALID, naming the path; TRUST_UNSIGNED.
 */
export function parseSignedTrustFile(value: unknown, verifier: SignatureVerifier): SignedTrustFile {
  const file = objectAt(value, '', [...MEMBERS, 'signatures'], ['commit']);
  const draft = parseTrustDraft(Object.fromEntries(Object.entries(file).filter(([name]) => name !== 'signatures')));
  const signatures = arrayAt(file['signatures'], '/signatures').map(parseSignature);
  requireOnce(
    signatures.map(({ key }) => key.signer),
    '/signatures',
  );
  const signed = { ...draft, signatures };
  requireSignatures(signed, draft, verifier);
  return signed;
}

/** Reads a trust file that is not signed yet. @throws LedgerError naming the path. */
export function parseTrustDraft(value: unknown): Omit<SignedTrustFile, 'signatures'> {
  const file = objectAt(value, '', MEMBERS, ['commit']);
  if (file['mediaType'] !== SIGNED_TRUST_MEDIA_TYPE) throw invalid('/mediaType', SIGNED_TRUST_MEDIA_TYPE);
  const roots = arrayAt(file['roots'], '/roots').map((root, place) => parseRoot(root, `/roots/${String(place)}`));
  requireOnce(
    roots.map(({ signer }) => signer),
    '/roots',
  );
  const witnesses = parseWitnesses(file['witnesses']);
  const quorums = parseQuorums(file['quorums'], witnesses);
  return {
    name: parseOrigin(file['name'], '/name'),
    version: wholeNumber(file['version'], '/version', 1),
    issuedAt: secondsAt(file['issuedAt'], '/issuedAt'),
    roots,
    threshold: wholeNumber(file['threshold'], '/threshold', 1, roots.length),
    logs: parseLogs(file['logs']),
    witnesses,
    quorum: (quorums.at(-1) as QuorumPeriod).least,
    quorums,
    anchors: arrayAt(file['anchors'], '/anchors').map(parseAnchor),
    ...(file['commit'] === undefined ? {} : { commit: parseAttesters(file['commit'], '/commit') }),
    body: trustBody(file),
  };
}

/**
 * Requires that enough roots have signed a file.
 * @param by whose roots: the file's own, or those of the version before.
 * @throws LedgerError TRUST_UNSIGNED for too few, or a wrong one.
 */
export function requireSignatures(
  { body, signatures }: Pick<SignedTrustFile, 'body' | 'signatures'>,
  by: Pick<SignedTrustFile, 'roots' | 'threshold' | 'version'>,
  verifier: SignatureVerifier,
): void {
  const own = signatures.filter(({ key }) => by.roots.some(({ signer }) => signer === key.signer));
  const wrong = own.find(({ key, value }) => !isSignedBy(key, body, value, verifier));
  const rule = `roots-of-version-${String(by.version)}`;
  if (wrong !== undefined) throw new LedgerError('TRUST_UNSIGNED', { rule, found: `a wrong signature by ${wrong.key.signer}` });
  if (own.length >= by.threshold) return;
  const wanted = `${String(by.threshold)} of ${String(by.roots.length)} roots`;
  throw new LedgerError('TRUST_UNSIGNED', { rule, wanted, found: String(own.length) });
}

function parseRoot(value: unknown, path: string): SourceKey {
  const root = objectAt(value, path, ['algorithm', 'publicKey']);
  return parsePublicKey(root, path);
}

function parsePublicKey(
  { algorithm, publicKey }: JsonObject & { algorithm?: unknown; publicKey?: unknown },
  path: string,
): SourceKey {
  if (!SOURCE_ALGORITHMS.includes(algorithm as SourceAlgorithm)) throw invalid(`${path}/algorithm`, SOURCE_ALGORITHMS.join(', '));
  if (typeof publicKey !== 'string') throw invalid(`${path}/publicKey`, 'a key in base64');
  return parseSourceKey(publicKey, algorithm as SourceAlgorithm, `${path}/publicKey`);
}

function parseSignature(value: unknown, place: number): TrustSignature {
  const path = `/signatures/${String(place)}`;
  const signature = objectAt(value, path, ['algorithm', 'publicKey', 'value']);
  const bytes = signature['value'];
  if (typeof bytes !== 'string' || bytesFromBase64(bytes)?.length !== SIGNATURE_BYTES) {
    throw invalid(`${path}/value`, `${String(SIGNATURE_BYTES)} bytes in base64`);
  }
  return { key: parsePublicKey(signature, path), value: bytes };
}

function parseLogs(value: unknown): TrustedLog[] {
  const logs = arrayAt(value, '/logs').map((log, place) => parseLog(log, `/logs/${String(place)}`));
  requireOnce(
    logs.map(({ origin, key }) => `${origin}\n${vkeyOf(key)}`),
    '/logs',
  );
  return logs;
}

function parseLog(value: unknown, path: string): TrustedLog {
  const log = objectAt(value, path, ['origin', 'vkey'], [...WINDOW, 'last']);
  return {
    origin: parseOrigin(log['origin'], `${path}/origin`),
    key: parseLogKey(log['vkey'], `${path}/vkey`),
    ...parseWindow(log, path),
    ...(log['last'] === undefined ? {} : { last: parseEnd(log['last'], `${path}/last`) }),
  };
}

function parseEnd(value: unknown, path: string): LogEnd {
  const end = objectAt(value, path, ['size', 'root']);
  const root = typeof end['root'] === 'string' ? digestFromBase64(end['root']) : undefined;
  if (root === undefined) throw invalid(`${path}/root`, 'a root in base64');
  return { size: wholeNumber(end['size'], `${path}/size`, 0), root };
}

function parseWitnesses(value: unknown): TrustedWitness[] {
  const witnesses = arrayAt(value, '/witnesses').map((item, place) => {
    const path = `/witnesses/${String(place)}`;
    const witness = objectAt(item, path, ['vkey'], WINDOW);
    return { ...parseWitnessKey(witness['vkey'], `${path}/vkey`), ...parseWindow(witness, path) };
  });
  requireOnce(witnesses.map(vkeyOf), '/witnesses');
  return witnesses;
}

function parseWindow(object: JsonObject, path: string): KeyWindow {
  const window = Object.fromEntries(
    WINDOW.filter((name) => Object.hasOwn(object, name)).map((name) => [name, secondsAt(object[name], `${path}/${name}`)]),
  ) as KeyWindow;
  if (window.from !== undefined && window.until !== undefined && window.from >= window.until) {
    throw invalid(`${path}/until`, 'a time after `from`');
  }
  return window;
}

function parseQuorums(value: unknown, witnesses: readonly TrustedWitness[]): QuorumPeriod[] {
  const items = arrayAt(value, '/quorums');
  if (items.length === 0) throw invalid('/quorums', 'at least one period');
  let end = Number.NEGATIVE_INFINITY;
  return items.map((item, place) => {
    const path = `/quorums/${String(place)}`;
    const isLast = place === items.length - 1;
    const period = objectAt(item, path, isLast ? ['least'] : ['least', 'until']);
    const least = parseQuorum(period['least'], `${path}/least`, witnesses);
    if (isLast) return { least };
    const until = secondsAt(period['until'], `${path}/until`);
    if (until <= end) throw invalid(`${path}/until`, 'a time after the period before');
    end = until;
    return { least, until };
  });
}

/** Whole seconds since 1970. */
function secondsAt(value: unknown, path: string): number {
  const milliseconds = typeof value === 'string' && value.length === WHOLE_SECONDS.length ? parseTime(value) : undefined;
  if (milliseconds === undefined) throw invalid(path, WHOLE_SECONDS);
  return milliseconds / 1000;
}

function vkeyOf({ name, publicKey, type }: TrustedWitness): string {
  return formatVerifierKey(name, publicKey, type);
}

function requireOnce(names: readonly string[], path: string): void {
  if (new Set(names).size !== names.length) throw invalid(path, 'each key once');
}
