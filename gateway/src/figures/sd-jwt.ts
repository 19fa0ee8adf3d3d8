import {
  canonicalJson,
  hasher,
  LedgerError,
  parseStrictJson,
  type JsonValue,
  type SignatureVerifier,
} from '@lianpiao/chaincode/domain';
import { fromBase64url, toBase64url } from './base64url';

/** Signs a text with ES256; the signature is r ‖ s in base64url (RFC 7518 §3.4). */
export type SignText = (text: string) => string;

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
/** A point of P-256 that is not compressed: this, and two coordinates (SEC 1 §2.3.3). */
const UNCOMPRESSED = 4;
const COORDINATE_BYTES = 32;
const UTF8 = new TextEncoder();
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
    toBase64url(UTF8.encode(JSON.stringify([toBase64url(crypto.getRandomValues(new Uint8Array(SALT_BYTES))), name, value]))),
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

/** True for a JWT of a type that the key's owner signed with ES256, and with nothing else (RFC 8725 §3.1). @throws LedgerError FIGURES_MALFORMED. */
export function isSigned(text: string, type: string, key: unknown, verifier: SignatureVerifier): boolean {
  const point = pointOf(key);
  const { header } = parseJwt(text);
  const at = text.lastIndexOf('.');
  const signature = fromBase64url(text.slice(at + 1));
  if (header['typ'] !== type || header['alg'] !== ALGORITHM || signature === undefined) return false;
  return verifier.ecdsaP256(point, UTF8.encode(text.slice(0, at)), signature);
}

/** The point of a public key on P-256. @throws LedgerError FIGURES_MALFORMED. */
export function pointOf(jwk: unknown): Uint8Array {
  const { kty, crv, x, y } = (jwk ?? {}) as Readonly<Record<string, unknown>>;
  const coordinates = [x, y].map((text) => (typeof text === 'string' ? fromBase64url(text) : undefined));
  const whole = coordinates.every((bytes) => bytes?.length === COORDINATE_BYTES);
  if (kty !== 'EC' || crv !== 'P-256' || !whole) throw malformed('a public key on P-256 as JWK');
  return Uint8Array.of(UNCOMPRESSED, ...coordinates.flatMap((bytes) => [...(bytes ?? [])]));
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

/** The names of the claims that an SD-JWT can show. @throws LedgerError FIGURES_MALFORMED. */
export function claimNames(text: string): readonly string[] {
  return parseSdJwt(text).disclosures.map((disclosure) => readDisclosure(disclosure)[0]);
}

/** The digest that a key binding JWT names what was presented by (RFC 9901 §4.3.1). */
export function presentedDigest({ issued, disclosures }: SdJwt): string {
  return digestOf(textOf({ issued, disclosures }));
}

function digestOf(text: string): string {
  return toBase64url(Uint8Array.from(hasher().sha256(text).match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)));
}

function encode(value: Claims): string {
  return toBase64url(UTF8.encode(canonicalJson(value)));
}

function decode(part: string): JsonValue {
  try {
    return parseStrictJson(new TextDecoder('utf-8', { fatal: true }).decode(fromBase64url(part)));
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
