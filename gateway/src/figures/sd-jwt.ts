import { createHash, randomBytes } from 'node:crypto';
import { canonicalJson, LedgerError, parseStrictJson, type JsonValue } from '@lianpiao/chaincode/domain';

/** Signs a text with ES256; the signature is r ‖ s in base64url (RFC 7518 §3.4). */
export type SignText = (text: string) => string;
/** Checks what {@link SignText} makes. */
export type CheckText = (text: string, signature: string) => boolean;

/** A public P-256 key as RFC 7517 writes it. */
export type PublicJwk = { readonly kty: 'EC'; readonly crv: 'P-256'; readonly x: string; readonly y: string };

type Claims = Readonly<Record<string, JsonValue>>;

/** An SD-JWT in its compact form, taken apart (RFC 9901 §4). */
export interface SdJwt {
  /** The JWT that the issuer signed. */
  readonly issued: string;
  /** As they stand in the text, base64url. */
  readonly disclosures: readonly string[];
  /** The holder's key binding JWT; absent in an SD-JWT without one. */
  readonly binding?: string;
}

export interface Jwt {
  readonly header: Claims;
  readonly payload: Claims;
}

const SALT_BYTES = 16;
const BASE64URL = /^[A-Za-z0-9_-]+$/;
export const SD_JWT_TYPE = 'figures+sd-jwt';
export const BINDING_TYPE = 'kb+jwt';
const ALGORITHM = 'ES256';

/** Signs claims as a JWT (RFC 7515 §3.1, RFC 7519). */
export function signJwt(header: Claims, payload: Claims, sign: SignText): string {
  const text = `${encode({ ...header, alg: ALGORITHM })}.${encode(payload)}`;
  return `${text}.${sign(text)}`;
}

/**
 * An SD-JWT of which the holder may show each hidden claim by itself. Digests stand in their own order, so that their places
 * tell nothing (RFC 9901 §4.2.4.1).
 */
export function issueSdJwt(kid: string, open: Claims, hidden: Claims, sign: SignText): string {
  const disclosures = Object.entries(hidden).map(([name, value]) =>
    Buffer.from(JSON.stringify([randomBytes(SALT_BYTES).toString('base64url'), name, value])).toString('base64url'),
  );
  const payload = { ...open, _sd: disclosures.map(digestOf).sort(), _sd_alg: 'sha-256' };
  return textOf({ issued: signJwt({ typ: SD_JWT_TYPE, kid }, payload, sign), disclosures });
}

export function textOf({ issued, disclosures, binding = '' }: SdJwt): string {
  return `${[issued, ...disclosures].join('~')}~${binding}`;
}

/** @throws LedgerError FIGURES_MALFORMED. */
export function parseSdJwt(text: string): SdJwt {
  const parts = text.trim().split('~');
  const [issued, binding] = [parts[0], parts.at(-1)];
  if (parts.length < 2 || issued === undefined || binding === undefined) throw malformed('an SD-JWT');
  const disclosures = parts.slice(1, -1);
  if (!disclosures.every((part) => BASE64URL.test(part))) throw malformed('disclosures in base64url');
  return { issued, disclosures, ...(binding === '' ? undefined : { binding }) };
}

/** Reads a JWT; whether its signature is right is asked with {@link isSigned}. @throws LedgerError FIGURES_MALFORMED. */
export function parseJwt(text: string): Jwt {
  const parts = text.split('.');
  if (parts.length !== 3 || !parts.every((part) => BASE64URL.test(part))) throw malformed('a JWT of three parts');
  const [header, payload] = parts.slice(0, 2).map((part) => decode(part));
  if (!isObject(header) || !isObject(payload)) throw malformed('objects');
  return { header, payload };
}

/** True for a JWT of a type that its signer signed with ES256, and with nothing else (RFC 8725 §3.1). */
export function isSigned(text: string, type: string, check: CheckText): boolean {
  const { header } = parseJwt(text);
  const at = text.lastIndexOf('.');
  return header['typ'] === type && header['alg'] === ALGORITHM && check(text.slice(0, at), text.slice(at + 1));
}

/**
 * The claims that disclosures show (RFC 9901 §7.1): each digest stands in the issuer's payload once, no name twice, none that
 * the payload has already.
 * @throws LedgerError FIGURES_MALFORMED.
 */
export function disclosedClaims({ payload }: Jwt, disclosures: readonly string[]): Claims {
  const digests = payload['_sd'];
  if (payload['_sd_alg'] !== 'sha-256' || !Array.isArray(digests)) throw malformed('_sd with _sd_alg sha-256');
  const shown = new Map<string, JsonValue>();
  for (const disclosure of disclosures) {
    const [name, value] = readDisclosure(disclosure);
    if (digests.filter((digest) => digest === digestOf(disclosure)).length !== 1) throw malformed('a disclosure of this SD-JWT');
    if (shown.has(name) || name in payload) throw malformed(`one claim ${name}`);
    shown.set(name, value);
  }
  return Object.fromEntries(shown);
}

/** Name and value of a disclosure. @throws LedgerError FIGURES_MALFORMED. */
export function readDisclosure(disclosure: string): readonly [string, JsonValue] {
  const parts = decode(disclosure);
  if (!Array.isArray(parts) || parts.length !== 3) throw malformed('disclosures of salt, name and value');
  const [salt, name, value] = parts as readonly JsonValue[];
  if (typeof salt !== 'string' || typeof name !== 'string' || value === undefined || ['_sd', '...'].includes(name))
    throw malformed('disclosures of salt, name and value');
  return [name, value];
}

/** The digest that a key binding JWT names what was presented by (RFC 9901 §4.3.1). */
export function presentedDigest({ issued, disclosures }: SdJwt): string {
  return digestOf(textOf({ issued, disclosures }));
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

function encode(value: Claims): string {
  return Buffer.from(canonicalJson(value)).toString('base64url');
}

function decode(part: string): JsonValue {
  try {
    return parseStrictJson(Buffer.from(part, 'base64url').toString('utf8'));
  } catch (cause) {
    throw new LedgerError('FIGURES_MALFORMED', { wanted: 'JSON' }, { cause });
  }
}

function isObject(value: JsonValue | undefined): value is Claims {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function malformed(wanted: string): LedgerError {
  return new LedgerError('FIGURES_MALFORMED', { wanted });
}
