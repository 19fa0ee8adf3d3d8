import type { IncomingMessage } from 'node:http';
import type { ErrorCode } from '@lianpiao/chaincode/domain';
import { PROOF_ALGORITHMS } from '../access/key-proofs';
import { PROVEN_SCHEME } from './authenticate';

const PROVEN = `DPoP algs="${PROOF_ALGORITHMS.join(' ')}", error=`;

/**
 * What `WWW-Authenticate` says of a refusal with 401: with which scheme to come again (RFC 9110 §11.6.1). Where a token is bound to a
 * key, that is DPoP, with the algorithms of proofs and what was wrong (RFC 9449 §7.1): `invalid_dpop_proof` for a proof that is not
 * right or was used before, `invalid_token` for a token that was shown without one.
 */
export function challengeOf({ headers }: Pick<IncomingMessage, 'headers'>, code: ErrorCode): string {
  const isProven = PROVEN_SCHEME.test(headers.authorization ?? '');
  if (code === 'PROOF_INVALID' || (code === 'TOKEN_REPLAYED' && isProven))
    return `${PROVEN}"${isProven || headers['dpop'] !== undefined ? 'invalid_dpop_proof' : 'invalid_token'}"`;
  // RFC 8705 §3.
  if (code === 'CERTIFICATE_UNPROVEN' && !isProven) return 'Bearer error="invalid_token"';
  return isProven ? `${PROVEN}"invalid_token"` : 'Bearer';
}
