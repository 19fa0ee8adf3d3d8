import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { TLSSocket } from 'node:tls';
import type { Principal } from '../stores/access-store';

/** Of each connection once: a certificate does not change on the way. */
const known = new WeakMap<TLSSocket, string | undefined>();

/**
 * The thumbprint of the certificate by which the caller's connection is proven: SHA-256 of its DER in base64url, `x5t#S256` of
 * RFC 8705 §3.1. Undefined without TLS of ours, without a certificate, and for one of an authority that does not count here.
 */
export function certificateOf({ socket }: Pick<IncomingMessage, 'socket'>): string | undefined {
  if (!(socket instanceof TLSSocket)) return undefined;
  if (!known.has(socket)) known.set(socket, thumbprintOf(socket));
  return known.get(socket);
}

function thumbprintOf(socket: TLSSocket): string | undefined {
  const der = socket.authorized ? socket.getPeerX509Certificate()?.raw : undefined;
  return der === undefined ? undefined : createHash('sha256').update(der).digest('base64url');
}

/** Whom credentials stand for on a connection: what is bound to a certificate opens nothing over another one. */
export function certified(principal: Principal, request: Pick<IncomingMessage, 'socket'>): Principal {
  if (principal.certificate === undefined || principal.certificate === certificateOf(request)) return principal;
  return { ...principal, uncertified: true };
}
