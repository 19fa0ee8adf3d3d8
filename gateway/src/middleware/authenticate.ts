import { LedgerError } from '@lianpiao/chaincode/domain';
import type { Request, RequestHandler } from 'express';
import { requireAction, type Action } from '../access-policy';
import type { AccessStore, Principal } from '../stores/access-store';

/** How long a key is believed without another look: a revoked one opens nothing after that. */
const CACHE_MS = 1000;
const CACHED_KEYS = 10_000;
const SCHEME = /^Bearer +/i;
const principals = new WeakMap<Request, Principal>();

/** Finds out whom the API key of a request stands for. A wrong one is refused afterwards, when its caller has been counted. */
export function authenticate(access: Pick<AccessStore, 'authenticate'>, clock: () => number): RequestHandler {
  const cache = new Map<string, { readonly principal: Principal; readonly until: number }>();
  return (request, _response, next) => {
    const header = request.headers.authorization;
    if (header === undefined) {
      next();
      return;
    }
    const known = cache.get(header);
    if (known !== undefined && known.until > clock()) {
      principals.set(request, known.principal);
      next();
      return;
    }
    const principal = SCHEME.test(header) ? access.authenticate(header.replace(SCHEME, '')) : undefined;
    if (principal !== undefined) {
      if (cache.size >= CACHED_KEYS) cache.clear();
      cache.set(header, { principal, until: clock() + CACHE_MS });
      principals.set(request, principal);
    }
    next();
  };
}

/** Whoever shows credentials shows right ones, wherever they go. */
export const refuseWrongCredentials: RequestHandler = (request, _response, next) => {
  if (request.headers.authorization !== undefined && !principals.has(request)) throw new LedgerError('CREDENTIALS_INVALID');
  next();
};

/** Who asks; undefined without credentials. */
export function principalOf(request: Request): Principal | undefined {
  return principals.get(request);
}

/** Who asks, when its role may do this. @throws LedgerError CREDENTIALS_MISSING or ACTION_FORBIDDEN. */
export function requirePrincipal(request: Request, action: Action): Principal {
  const principal = principals.get(request);
  if (principal === undefined) throw new LedgerError('CREDENTIALS_MISSING');
  requireAction(principal, action);
  return principal;
}
