import { LedgerError } from '@lianpiao/chaincode/domain';
import type { Request, RequestHandler } from 'express';
import { requireAction, type Action } from '../access-policy';
import type { AccessStore, Principal } from '../stores/access-store';

const CACHE_MS = 1000;
const CACHED_KEYS = 10_000;
const principals = new WeakMap<Request, Principal>();

/** Reads the API key of a request, when there is one; a wrong one is refused at once. */
export function authenticate(access: AccessStore, clock: () => number): RequestHandler {
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
    const principal = header.startsWith('Bearer ') ? access.authenticate(header.slice('Bearer '.length)) : undefined;
    if (principal === undefined) throw new LedgerError('CREDENTIALS_INVALID');
    if (cache.size >= CACHED_KEYS) cache.clear();
    cache.set(header, { principal, until: clock() + CACHE_MS });
    principals.set(request, principal);
    next();
  };
}

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
