import type { IncomingMessage } from 'node:http';
import { LedgerError } from '@lianpiao/chaincode/domain';
import type { RequestHandler } from 'express';
import { requireAction, type Action } from '../access-policy';
import type { AccessStore, Principal } from '../stores/access-store';

/** How long a key is believed without another look: a revoked one opens nothing after that. */
const CACHE_MS = 1000;
const CACHED_KEYS = 10_000;
const SCHEME = /^Bearer +/i;
const principals = new WeakMap<IncomingMessage, Principal>();

/** Finds out whom the API key of a request stands for; what it finds, {@link principalOf} knows from then on. */
export type Identify = (request: IncomingMessage) => void;

export function identifier(access: Pick<AccessStore, 'authenticate'>, clock: () => number): Identify {
  const cache = new Map<string, { readonly principal: Principal; readonly until: number }>();
  return (request) => {
    const header = request.headers.authorization;
    if (header === undefined) return;
    const known = cache.get(header);
    if (known !== undefined && known.until > clock()) {
      principals.set(request, known.principal);
      return;
    }
    const principal = SCHEME.test(header) ? access.authenticate(header.replace(SCHEME, '')) : undefined;
    if (principal === undefined) return;
    if (cache.size >= CACHED_KEYS) cache.clear();
    cache.set(header, { principal, until: clock() + CACHE_MS });
    principals.set(request, principal);
  };
}

/** Wrong credentials are refused afterwards, when their caller has been counted. */
export const authenticate =
  (identify: Identify): RequestHandler =>
  (request, _response, next) => {
    identify(request);
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

/** Who asks; undefined without credentials. */
export function principalOf(request: IncomingMessage): Principal | undefined {
  return principals.get(request);
}

/** Who asks, when its role may do this. @throws LedgerError CREDENTIALS_MISSING or ACTION_FORBIDDEN. */
export function requirePrincipal(request: IncomingMessage, action: Action): Principal {
  const principal = principals.get(request);
  if (principal === undefined) throw new LedgerError('CREDENTIALS_MISSING');
  requireAction(principal, action);
  return principal;
}
