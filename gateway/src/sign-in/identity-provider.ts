import { LedgerError } from '@lianpiao/chaincode/domain';
import type { Configuration, IDToken } from 'openid-client' with { 'resolution-mode': 'import' };
import type { OidcSettings } from './oidc-settings';

/** The provider is asked for no longer; a person waits meanwhile. */
export const PROVIDER_DEADLINE_MS = 5000;
/** So long a person may take at the provider. */
export const SIGN_IN_MS = 600_000;

/** What has to come back with a person, kept in their browser meanwhile, sealed. */
export interface Attempt {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** Page of the console that they wanted. */
  readonly to: string;
}

/**
 * The identity provider: OpenID Connect Core 1.0, authorization code flow with PKCE (RFC 7636), by openid-client. It is looked for when it is
 * first needed, so that the gateway starts and sells without it.
 */
export class IdentityProvider {
  readonly #settings: OidcSettings;
  readonly #redirectUri: string;
  #found: Promise<Configuration> | undefined;

  /** @param publicUrl where people reach this gateway; `<publicUrl>/auth/callback` is registered at the provider. */
  constructor(settings: OidcSettings, publicUrl: string) {
    this.#settings = settings;
    this.#redirectUri = `${publicUrl}/auth/callback`;
  }

  get issuer(): string {
    return this.#settings.issuer;
  }

  /** Where the provider publishes its keys. @throws LedgerError SIGN_IN_UNAVAILABLE */
  async jwksUri(): Promise<string> {
    const uri = (await this.#configuration()).serverMetadata().jwks_uri;
    if (uri === undefined) throw new LedgerError('SIGN_IN_UNAVAILABLE', { found: 'a provider without keys' });
    return uri;
  }

  /** Where to send a person, and what to remember of it. @throws LedgerError SIGN_IN_UNAVAILABLE */
  async begin(to: string): Promise<{ readonly url: string; readonly attempt: Attempt }> {
    const configuration = await this.#configuration();
    const client = await import('openid-client');
    const attempt = { state: client.randomState(), nonce: client.randomNonce(), verifier: client.randomPKCECodeVerifier(), to };
    const url = client.buildAuthorizationUrl(configuration, {
      redirect_uri: this.#redirectUri,
      scope: 'openid profile',
      state: attempt.state,
      nonce: attempt.nonce,
      code_challenge: await client.calculatePKCECodeChallenge(attempt.verifier),
      code_challenge_method: 'S256',
    });
    return { url: url.href, attempt };
  }

  /**
   * The claims of the ID token for the code that a person brought back.
   * @param query of the request, with `?`.
   * @throws LedgerError SIGN_IN_FAILED, SIGN_IN_UNAVAILABLE
   */
  async finish(query: string, { state, nonce, verifier }: Attempt): Promise<IDToken> {
    const configuration = await this.#configuration();
    const client = await import('openid-client');
    try {
      const tokens = await client.authorizationCodeGrant(configuration, new URL(this.#redirectUri + query), {
        ...{ expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true },
      });
      const claims = tokens.claims();
      if (claims === undefined) throw new LedgerError('SIGN_IN_FAILED', { found: 'no ID token' });
      return claims;
    } catch (error) {
      if (error instanceof LedgerError) throw error;
      throw new LedgerError(isAway(error) ? 'SIGN_IN_UNAVAILABLE' : 'SIGN_IN_FAILED', {}, { cause: error });
    }
  }

  /** Where a person signs out of the provider, too (RP-Initiated Logout 1.0); undefined when it offers no such page. */
  async signOutUrl(backTo: string): Promise<string | undefined> {
    try {
      const configuration = await this.#configuration();
      if (configuration.serverMetadata().end_session_endpoint === undefined) return undefined;
      const client = await import('openid-client');
      return client.buildEndSessionUrl(configuration, { post_logout_redirect_uri: backTo }).href;
    } catch (error) {
      // Whoever signs out is signed out here, whether the provider answers or not.
      if (error instanceof LedgerError) return undefined;
      throw error;
    }
  }

  /** What discovery found; looked for again after a failure. */
  #configuration(): Promise<Configuration> {
    this.#found ??= this.#discover().catch((error: unknown) => {
      this.#found = undefined;
      throw new LedgerError('SIGN_IN_UNAVAILABLE', { found: this.#settings.issuer }, { cause: error });
    });
    return this.#found;
  }

  async #discover(): Promise<Configuration> {
    const { issuer, clientId, clientSecret } = this.#settings;
    const client = await import('openid-client');
    const authentication = clientSecret === undefined ? client.None() : client.ClientSecretBasic(clientSecret);
    // http is for a provider on this machine alone: readOidcSettings has seen to it.
    const execute = issuer.startsWith('http:') ? [client.allowInsecureRequests] : [];
    return client.discovery(new URL(issuer), clientId, undefined, authentication, {
      execute,
      timeout: PROVIDER_DEADLINE_MS / 1000,
    });
  }
}

/** No answer, or one of a server in trouble: another attempt may succeed. */
function isAway(error: unknown): boolean {
  const { code, status, name } = error as { code?: unknown; status?: unknown; name?: unknown };
  return (
    code === 'OAUTH_TIMEOUT' || name === 'TypeError' || name === 'TimeoutError' || (typeof status === 'number' && status >= 500)
  );
}
