import { createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import type { PublicJwk, SignText } from './sd-jwt';

/** A key for a holder, as PEM (PKCS #8), and its public half. */
export function makeHolderKey(): { readonly pem: string; readonly jwk: PublicJwk } {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { pem: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(), jwk: jwkOf(createPublicKey(privateKey)) };
}

export function jwkOf(key: KeyObject): PublicJwk {
  const { x = '', y = '' } = key.export({ format: 'jwk' });
  return { kty: 'EC', crv: 'P-256', x, y };
}

/** @param key a private key on P-256. */
export function signWith(key: KeyObject): SignText {
  return (text) => sign('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url');
}

/** True for a public key whose point lies on P-256. */
export function isOnCurve(jwk: PublicJwk): boolean {
  try {
    createPublicKey({ key: { ...jwk }, format: 'jwk' });
    return true;
  } catch {
    return false;
  }
}
