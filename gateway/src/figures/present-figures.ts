import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify, type KeyObject } from 'node:crypto';
import { LedgerError } from '@lianpiao/chaincode/domain';
import {
  BINDING_TYPE,
  parseSdJwt,
  presentedDigest,
  readDisclosure,
  signJwt,
  textOf,
  type CheckText,
  type PublicJwk,
  type SignText,
} from './sd-jwt';

/** To whom figures are shown, and in answer to what. */
export interface Presentation {
  readonly audience: string;
  /** What the verifier gave, so that nobody shows the same again. */
  readonly nonce: string;
}

/** A key for a holder, as PEM (PKCS #8), and its public half. */
export function makeHolderKey(): { readonly pem: string; readonly jwk: PublicJwk } {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { pem: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(), jwk: jwkOf(createPublicKey(privateKey)) };
}

export function jwkOf(key: KeyObject): PublicJwk {
  const { x = '', y = '' } = key.export({ format: 'jwk' });
  return { kty: 'EC', crv: 'P-256', x, y };
}

/**
 * Shows some of the hidden claims to one verifier, bound by the holder's key (RFC 9901 §4.3): nobody else can show them, and
 * not to anybody else.
 * @param names the claims to show; the others stay hidden.
 * @param pem the holder's private key.
 * @param now milliseconds since 1970.
 * @throws LedgerError FIGURES_MALFORMED, FIELD_UNKNOWN for a claim that is not there.
 */
export function presentFigures(text: string, names: readonly string[], pem: string, to: Presentation, now: number): string {
  const { issued, disclosures } = parseSdJwt(text);
  const byName = new Map(disclosures.map((disclosure) => [readDisclosure(disclosure)[0], disclosure]));
  const chosen = names.map((name) => {
    const disclosure = byName.get(name);
    if (disclosure === undefined) throw new LedgerError('FIELD_UNKNOWN', { found: name, wanted: [...byName.keys()].join(', ') });
    return disclosure;
  });
  const shown = { issued, disclosures: chosen };
  const claims = { iat: Math.floor(now / 1000), aud: to.audience, nonce: to.nonce, sd_hash: presentedDigest(shown) };
  return textOf({ ...shown, binding: signJwt({ typ: BINDING_TYPE }, claims, signWith(createPrivateKey(pem))) });
}

export function signWith(key: KeyObject): SignText {
  return (text) => sign('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url');
}

export function checkWith(key: KeyObject): CheckText {
  return (text, signature) =>
    verify('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'));
}

/** @throws LedgerError FIGURES_MALFORMED for anything but a public P-256 key. */
export function keyOfJwk(jwk: unknown): KeyObject {
  const { kty, crv, x, y } = (jwk ?? {}) as Readonly<Record<string, unknown>>;
  if (kty !== 'EC' || crv !== 'P-256' || typeof x !== 'string' || typeof y !== 'string') throw wrongKey();
  try {
    return createPublicKey({ key: { kty, crv, x, y }, format: 'jwk' });
  } catch {
    throw wrongKey();
  }
}

function wrongKey(): LedgerError {
  return new LedgerError('FIGURES_MALFORMED', { wanted: 'a public key on P-256 as JWK' });
}
