import type { IncomingMessage } from 'node:http';
import { LedgerError } from '@lianpiao/chaincode/domain';
import type { RequestHandler } from 'express';
import { requireAction, type Action } from '../access-policy';
import type { People } from '../sign-in/people';
import type { Principal } from '../stores/access-store';
import { certified } from './client-certificate';

/** How long a key is believed without another look: a revoked one opens nothing after that. */
const CACHE_MS = 1000;
const CACHED_KEYS = 10_000;
const SCHEME = /^Bearer +/i;
/** RFC 9449 §7.1. */
export const PROVEN_SCHEME = /^DPoP +/i;
const principals = new WeakMap<IncomingMessage, Principal>();

/** Who can say whom credentials stand for. */
export interface Credentials {
  authenticate(secret: string): Principal | undefined;
  /** Of a token that is shown with a proof; asked anew for every request. */
  authenticateProven(request: IncomingMessage, token: string): Promise<Principal | undefined>;
}

/**
 * Finds out whom the credentials of a request stand for; what it finds, {@link principalOf} knows from then on. Keys are known at
 * once; what has to be asked for elsewhere gives a promise.
 * @throws LedgerError ORIGIN_REFUSED for what another site makes a browser send.
 */
export type Identify = (request: IncomingMessage) => Promise<void> | undefined;

export function identifier(access: Credentials, clock: () => number, people?: Pick<People, 'bySession' | 'byToken'>): Identify {
  const cache = new Map<string, { readonly principal: Principal; readonly until: number }>();
  return (request) => {
    const header = request.headers.authorization;
    if (header === undefined) {
      remember(request, people?.bySession(request));
      return undefined;
    }
    const known = cache.get(header);
    if (known !== undefined && known.until > clock()) {
      remember(request, known.principal);
      return undefined;
    }
    if (PROVEN_SCHEME.test(header))
      return access.authenticateProven(request, header.replace(PROVEN_SCHEME, '')).then((proven) => remember(request, proven));
    if (!SCHEME.test(header)) return undefined;
    const secret = header.replace(SCHEME, '');
    const believe = (principal: Principal | undefined): void => {
      if (principal === undefined) return;
      if (cache.size >= CACHED_KEYS) cache.clear();
      cache.set(header, { principal, until: clock() + CACHE_MS });
      remember(request, principal);
    };
    const principal = access.authenticate(secret);
    if (principal === undefined && people !== undefined) return people.byToken(secret).then(believe);
    believe(principal);
    return undefined;
  };
}

/** What is cached is whom a key stands for; whether this connection may show it is looked at each time. */
function remember(request: IncomingMessage, principal: Principal | undefined): void {
  if (principal !== undefined) principals.set(request, certified(principal, request));
}

/** Wrong credentials are refused afterwards, when their caller has been counted. */
export const authenticate =
  (identify: Identify): RequestHandler =>
  async (request, _response, next) => {
    await identify(request);
    next();
  };

/** Whoever shows credentials shows right ones, wherever they go. @throws LedgerError CREDENTIALS_INVALID. */
export function requireRightCredentials(request: IncomingMessage): void {
  if (request.headers.authorization !== undefined && !principals.has(request)) throw new LedgerError('CREDENTIALS_INVALID');
}

export const refuseWrongCredentials: RequestHandler = (request, _response, next) => {
  requireRightCredentials(request);
  next();
};

/** Who asks; undefined without credentials, and for those that this connection may not show. */
export function principalOf(request: IncomingMessage): Principal | undefined {
  const principal = principals.get(request);
  return principal?.uncertified === true ? undefined : principal;
}

/** Whose credentials were shown, be it over a connection that may not show them: for what is counted and written down. */
export function claimantOf(request: IncomingMessage): Principal | undefined {
  return principals.get(request);
}

/** Who asks, when its role may do this. @throws LedgerError CREDENTIALS_MISSING, CERTIFICATE_UNPROVEN or ACTION_FORBIDDEN. */
export function requirePrincipal(request: IncomingMessage, action: Action): Principal {
  const principal = principals.get(request);
  if (principal === undefined) throw new LedgerError('CREDENTIALS_MISSING');
  requireAction(principal, action);
  return principal;
}

/** Who reads the directory: undefined for anyone without credentials, to whom open data is shown. @throws LedgerError ACTION_FORBIDDEN. */
export function readerOf(request: IncomingMessage): Principal | undefined {
  const principal = principals.get(request);
  if (principal !== undefined) requireAction(principal, 'catalogue.read');
  return principal;
}
