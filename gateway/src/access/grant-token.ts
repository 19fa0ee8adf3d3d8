import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Role } from '@lianpiao/chaincode/domain';
import { deriveKey } from '../crypto/derived-key';
import type { Principal } from '../stores/access-store';

/** What a token says: it opens one grant, for one consumer, for a short while. */
export interface TokenClaims {
  readonly grant: string;
  readonly organisation: string;
  readonly role: Role;
  /** The API key that asked for it: when that is revoked, the token opens nothing. */
  readonly keyId: string;
  /** Milliseconds since 1970. */
  readonly expires: number;
}

export const MAX_TOKEN_SECONDS = 3600;
const TOKEN_FORM = /^lpg_([A-Za-z0-9_-]{20,600})\.([A-Za-z0-9_-]{43})$/;

/** Makes and reads grant tokens: claims under an HMAC-SHA-256, so that nothing has to be stored and none can be made up. */
export class GrantTokens {
  readonly #key: Buffer;

  constructor(folder: string) {
    this.#key = deriveKey(folder, 'grant-token');
  }

  make(claims: TokenClaims): string {
    const body = Buffer.from(JSON.stringify(claims)).toString('base64url');
    return `lpg_${body}.${this.#mac(body).toString('base64url')}`;
  }

  /** Whom a token of ours stands for while it lasts; undefined for anything else. */
  authenticate(token: string, now: number): Principal | undefined {
    const [, body = '', mac = ''] = TOKEN_FORM.exec(token) ?? [];
    if (body === '' || !timingSafeEqual(Buffer.from(mac, 'base64url'), this.#mac(body))) return undefined;
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as TokenClaims;
    const { grant, organisation, role, keyId, expires } = claims;
    return expires > now ? { organisation, role, keyId, grant } : undefined;
  }

  #mac(body: string): Buffer {
    return createHmac('sha256', this.#key).update(body).digest();
  }
}
