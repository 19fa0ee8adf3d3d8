import { LedgerError } from '@lianpiao/chaincode/domain';
import type { JWTPayload, JWTVerifyGetKey } from 'jose' with { 'resolution-mode': 'import' };
import type { OidcSettings } from './oidc-settings';
import { PROVIDER_DEADLINE_MS } from './identity-provider';

/** What signs tokens: keys that only the provider has. No secret shared with clients, and never none. */
export const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA', 'Ed25519'];
export const CLOCK_SECONDS = 5;
const MAX_TOKEN_LENGTH = 8192;
const JWT_FORM = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/;

/** True for what may be an access token of the provider; API keys and grant tokens look otherwise. */
export function isAccessToken(text: string): boolean {
  return text.length <= MAX_TOKEN_LENGTH && JWT_FORM.test(text);
}

/**
 * Verifies access tokens of the provider by its published keys: JWT profile for OAuth 2.0 access tokens, RFC 9068 §4. An ID token is
 * none, and neither is a token for another API.
 */
export class AccessTokens {
  readonly #settings: OidcSettings;
  readonly #jwksUri: () => Promise<string>;
  #keys: JWTVerifyGetKey | undefined;

  /** @param jwksUri where the provider publishes its keys; asked for once. */
  constructor(settings: OidcSettings, jwksUri: () => Promise<string>) {
    this.#settings = settings;
    this.#jwksUri = jwksUri;
  }

  /** The provider's published keys. @throws LedgerError SIGN_IN_UNAVAILABLE. */
  async keys(): Promise<JWTVerifyGetKey> {
    const { createRemoteJWKSet } = await import('jose');
    this.#keys ??= createRemoteJWKSet(new URL(await this.#jwksUri()), { timeoutDuration: PROVIDER_DEADLINE_MS });
    return this.#keys;
  }

  /** Undefined for a token that is wrong, expired or for somebody else. @throws LedgerError SIGN_IN_UNAVAILABLE when the provider's keys cannot be had. */
  async claims(token: string): Promise<JWTPayload | undefined> {
    const { jwtVerify, errors } = await import('jose');
    const keys = await this.keys();
    const { issuer, audience } = this.#settings;
    try {
      const { payload } = await jwtVerify(token, keys, {
        ...{ issuer, audience, typ: 'at+jwt', algorithms: ALGORITHMS, clockTolerance: CLOCK_SECONDS },
        requiredClaims: ['exp', 'sub', 'client_id', 'iat', 'jti'],
      });
      return payload;
    } catch (error) {
      // Errors of jose but for a late answer speak of the token; others of the way to the provider.
      if (error instanceof errors.JOSEError && !(error instanceof errors.JWKSTimeout)) return undefined;
      throw new LedgerError('SIGN_IN_UNAVAILABLE', {}, { cause: error });
    }
  }
}
