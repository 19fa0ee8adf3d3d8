import type { IncomingMessage } from 'node:http';
import { LedgerError } from '@lianpiao/chaincode/domain';

const SAFE = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Requires that what a browser sends with a cookie, and what may change something, comes from a page of ours. The cookie's
 * SameSite=Strict says it already; this also holds for other ports and subdomains, which are the same site.
 * @throws LedgerError ORIGIN_REFUSED
 */
export function requireSameOrigin({ method = '', headers }: IncomingMessage, publicUrl: string): void {
  if (SAFE.includes(method)) return;
  // Fetch Metadata: set by the browser, never by a page. Browsers leave it out where the page came by plain http.
  const site = headers['sec-fetch-site'];
  const isOurs = site === undefined ? isOrigin(headers.origin, headers.host, publicUrl) : site === 'same-origin';
  if (!isOurs) throw new LedgerError('ORIGIN_REFUSED');
}

function isOrigin(origin: string | undefined, host: string | undefined, publicUrl: string): boolean {
  if (origin === undefined || !URL.canParse(origin)) return false;
  return origin === new URL(publicUrl).origin || new URL(origin).host === host;
}
