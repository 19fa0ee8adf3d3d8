import { LedgerError } from '@lianpiao/chaincode/domain';
import type { JWTPayload, JWTVerifyGetKey } from 'jose' with { 'resolution-mode': 'import' };
import { ALGORITHMS, CLOCK_SECONDS, isAccessToken } from './access-tokens';
import type { OidcSettings } from './oidc-settings';

const EVENT = 'http://schemas.openid.net/event/backchannel-logout';
/** Types of its header: with its own, or with none (§2.4). An ID token or an access token has another. */
const TYPES = ['logout+jwt', 'application/logout+jwt', 'JWT', undefined];
const MS_PER_SECOND = 1000;

/** Whom the provider has signed out: a session of theirs, or all of a person's. */
export interface Logout {
  readonly issuer: string;
  readonly subject: string | undefined;
  readonly session: string | undefined;
  /** Sessions that began later are not meant; milliseconds since 1970. A token that is played again ends nothing new. */
  readonly until: number;
}

/**
 * What a logout token of the provider says: OpenID Connect Back-Channel Logout 1.0, §2.4 and §2.6.
 * @param keys the provider's published keys.
 * @throws LedgerError LOGOUT_TOKEN_INVALID; SIGN_IN_UNAVAILABLE when the provider's keys cannot be had.
 */
export async function readLogoutToken(text: string, { issuer, clientId }: OidcSettings, keys: JWTVerifyGetKey): Promise<Logout> {
  if (!isAccessToken(text)) throw new LedgerError('LOGOUT_TOKEN_INVALID');
  const { jwtVerify, errors } = await import('jose');
  let payload: JWTPayload;
  try {
    const verified = await jwtVerify(text, keys, {
      ...{ issuer, audience: clientId, algorithms: ALGORITHMS, clockTolerance: CLOCK_SECONDS },
      requiredClaims: ['iat', 'exp', 'jti', 'events'],
    });
    if (!TYPES.includes(verified.protectedHeader.typ)) throw new LedgerError('LOGOUT_TOKEN_INVALID');
    payload = verified.payload;
  } catch (error) {
    if (error instanceof errors.JOSEError && !(error instanceof errors.JWKSTimeout))
      throw new LedgerError('LOGOUT_TOKEN_INVALID', {}, { cause: error });
    if (error instanceof LedgerError) throw error;
    throw new LedgerError('SIGN_IN_UNAVAILABLE', {}, { cause: error });
  }
  return logoutOf(issuer, payload);
}

/** A nonce would make an ID token of it, which anybody may have. */
function logoutOf(issuer: string, { events, nonce, sub, sid, iat }: JWTPayload): Logout {
  const [subject, session] = [textOf(sub), textOf(sid)];
  const isLogout = typeof events === 'object' && events !== null && isObject((events as Record<string, unknown>)[EVENT]);
  if (!isLogout || nonce !== undefined || (subject === undefined && session === undefined))
    throw new LedgerError('LOGOUT_TOKEN_INVALID');
  return { issuer, subject, session, until: ((iat ?? 0) + CLOCK_SECONDS) * MS_PER_SECOND };
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
