import { createHash, generateKeyPairSync, randomUUID, sign, type KeyObject } from 'node:crypto';

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** What a proof says in place of what it should. */
export interface ProofWish {
  readonly header?: Readonly<Record<string, unknown>>;
  readonly claims?: Readonly<Record<string, unknown>>;
}

/** A caller's key, and proofs that it holds it (RFC 9449 §4.2), written out by hand: not by the library that reads them. */
export class CallerKey {
  readonly #key: KeyObject;
  readonly #jwk: object;

  constructor() {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    this.#key = privateKey;
    this.#jwk = publicKey.export({ format: 'jwk' });
  }

  /** A proof for one request. @param token that it goes with. */
  proof(method: string, url: string, token?: string, { header, claims }: ProofWish = {}): string {
    const ath = token === undefined ? {} : { ath: createHash('sha256').update(token).digest('base64url') };
    const head = encode({ typ: 'dpop+jwt', alg: 'ES256', jwk: this.#jwk, ...header });
    const body = encode({ jti: randomUUID(), htm: method, htu: url, iat: Math.floor(Date.now() / 1000), ...ath, ...claims });
    const signature = sign('sha256', Buffer.from(`${head}.${body}`), { key: this.#key, dsaEncoding: 'ieee-p1363' });
    return `${head}.${body}.${signature.toString('base64url')}`;
  }

  /** The private key as well, as no proof may hold it. */
  get privateJwk(): object {
    return this.#key.export({ format: 'jwk' });
  }
}
