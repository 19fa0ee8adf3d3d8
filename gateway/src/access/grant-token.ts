import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Role } from '@lianpiao/chaincode/domain';
import { deriveKey } from '../crypto/derived-key';
import type { Principal } from '../stores/access-store';
import type { Ticket } from '../stores/spending-table';

/** What a token says: it opens one grant, for one consumer, for a short while. */
export interface TokenClaims {
  readonly grant: string;
  readonly organisation: string;
  readonly role: Role;
  /** The API key that asked for it: when that is revoked, the token opens nothing. */
  readonly keyId: string;
  /** Milliseconds since 1970. */
  readonly expires: number;
  /** Thumbprint (RFC 7638) of the key that it is bound to (RFC 9449); whoever bears one without may use it once. */
  readonly jkt?: string;
  /** The client certificate of the connection over which it was asked for: it is shown over that alone (RFC 8705 §3.1). */
  readonly cnf?: { readonly 'x5t#S256': string };
}

/** A token as it was issued. */
export interface OpenToken extends TokenClaims {
  /** Its own id: 32 hexadecimal digits. */
  readonly id: string;
}

export const MAX_TOKEN_SECONDS = 3600;
const ID_BYTES = 16;
const TOKEN_FORM = /^lpg_([A-Za-z0-9_-]{20,800})\.([A-Za-z0-9_-]{43})$/;

/** Makes and reads grant tokens: claims under an HMAC-SHA-256, so that nothing has to be stored and none can be made up. */
export class GrantTokens {
  readonly #key: Buffer;

  constructor(folder: string) {
    this.#key = deriveKey(folder, 'grant-token');
  }

  make(claims: TokenClaims): string {
    const token: OpenToken = { ...claims, id: randomBytes(ID_BYTES).toString('hex') };
    const body = Buffer.from(JSON.stringify(token)).toString('base64url');
    return `lpg_${body}.${this.#mac(body).toString('base64url')}`;
  }

  /** A token of ours while it lasts; undefined for anything else. */
  open(token: string, now: number): OpenToken | undefined {
    const [, body = '', mac = ''] = TOKEN_FORM.exec(token) ?? [];
    if (body === '' || !timingSafeEqual(Buffer.from(mac, 'base64url'), this.#mac(body))) return undefined;
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as OpenToken;
    // Tokens of before had no id. They lasted for an hour.
    return claims.expires > now && typeof claims.id === 'string' ? claims : undefined;
  }

  /** Whom a token stands for that is shown alone. */
  authenticate(token: string, now: number): Principal | undefined {
    const claims = this.open(token, now);
    if (claims === undefined) return undefined;
    const { id, jkt, expires } = claims;
    return principalOf(claims, jkt === undefined ? { id, walks: true, until: expires } : 'unproven');
  }

  #mac(body: string): Buffer {
    return createHmac('sha256', this.#key).update(body).digest();
  }
}

/** Who is behind a token, with what its use uses up. */
export function principalOf({ organisation, role, keyId, grant, cnf }: OpenToken, ticket: Ticket | 'unproven'): Principal {
  return { organisation, role, keyId, grant, ticket, ...(cnf && { certificate: cnf['x5t#S256'] }) };
}
