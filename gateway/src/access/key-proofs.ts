import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { JWTPayload } from 'jose' with { 'resolution-mode': 'import' };
import type { Principal } from '../stores/access-store';
import type { Ticket } from '../stores/spending-table';
import { principalOf, type GrantTokens } from './grant-token';

/** What proofs are signed with: keys of which only the caller has the private half. */
export const PROOF_ALGORITHMS = ['ES256', 'EdDSA', 'Ed25519', 'PS256', 'RS256'];
/** How far the time of a proof may be from ours. */
const FRESH_MS = 60_000;
const MAX_PROOF_LENGTH = 4096;
const MAX_ID_LENGTH = 200;
const MS_PER_SECOND = 1000;

/** A proof that is right: whose key, and what it uses up. */
export interface KeyProof {
  /** RFC 7638 thumbprint of the key, SHA-256 in base64url. */
  readonly jkt: string;
  readonly ticket: Ticket;
}

/** Reads proofs that a caller holds the key of a token: OAuth 2.0 Demonstrating Proof of Possession, RFC 9449 §4.3. */
export class KeyProofs {
  readonly #publicUrl: string;
  readonly #tokens: GrantTokens;
  readonly #clock: () => number;

  /** @param publicUrl where callers reach this gateway: proofs name it. */
  constructor(publicUrl: string, tokens: GrantTokens, clock: () => number) {
    this.#publicUrl = publicUrl;
    this.#tokens = tokens;
    this.#clock = clock;
  }

  /**
   * Whom a token stands for that is shown with the scheme `DPoP`; undefined when it is none of ours. Without a right proof its
   * bearer stands for nobody who may read, and a read of theirs is written down as refused.
   */
  async authenticate(request: IncomingMessage, token: string): Promise<Principal | undefined> {
    const claims = this.#tokens.open(token, this.#clock());
    if (claims === undefined) return undefined;
    const proof = await this.read(request, token);
    return principalOf(claims, proof !== undefined && proof.jkt === claims.jkt ? proof.ticket : 'unproven');
  }

  /** The proof in the header `DPoP` of a request; undefined when there is no right one. @param token that it has to be for. */
  async read(request: IncomingMessage, token?: string): Promise<KeyProof | undefined> {
    const text = request.headers['dpop'];
    // Two headers of this name come with a comma between, which no JWT has.
    if (typeof text !== 'string' || text.length > MAX_PROOF_LENGTH) return undefined;
    const { jwtVerify, EmbeddedJWK, calculateJwkThumbprint, errors } = await import('jose');
    try {
      const { payload, protectedHeader } = await jwtVerify(text, EmbeddedJWK, {
        ...{ typ: 'dpop+jwt', algorithms: PROOF_ALGORITHMS, currentDate: new Date(this.#clock()) },
        requiredClaims: ['jti', 'htm', 'htu', 'iat'],
      });
      if (protectedHeader.jwk === undefined || !this.#fits(request, payload, token)) return undefined;
      const jkt = await calculateJwkThumbprint(protectedHeader.jwk);
      return { jkt, ticket: ticketOf(jkt, payload) };
    } catch (error) {
      // A key that is none is refused by the engine itself, with its own error.
      if (error instanceof errors.JOSEError || error instanceof TypeError || error instanceof DOMException) return undefined;
      throw error;
    }
  }

  /** Whether a proof was made for this request, just now, and for this token. */
  #fits(request: IncomingMessage, { htm, htu, iat, jti, ath }: JWTPayload, token: string | undefined): boolean {
    const path = (request as { originalUrl?: string }).originalUrl ?? request.url ?? '';
    const isHere = htm === request.method && sameUrl(htu, `${this.#publicUrl}${path}`);
    const isNow = Math.abs(this.#clock() - (iat ?? 0) * MS_PER_SECOND) <= FRESH_MS;
    return isHere && isNow && isId(jti) && (token === undefined || ath === sha256(token));
  }
}

function isId(jti: unknown): boolean {
  return typeof jti === 'string' && jti.length > 0 && jti.length <= MAX_ID_LENGTH;
}

/** Proofs of one key have ids of their own; whoever shows one again repeats what was read off the wire. */
function ticketOf(jkt: string, { jti, iat }: JWTPayload): Ticket {
  return { id: sha256(`${jkt} ${String(jti)}`), walks: false, until: (iat ?? 0) * MS_PER_SECOND + FRESH_MS };
}

/** RFC 9449 §4.3 (9): without query and fragment, after normalisation (RFC 3986 §6.2.2, §6.2.3). */
function sameUrl(named: unknown, asked: string): boolean {
  if (typeof named !== 'string' || !URL.canParse(named) || !URL.canParse(asked)) return false;
  const [left, right] = [new URL(named), new URL(asked)];
  return left.origin === right.origin && left.pathname === right.pathname;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
