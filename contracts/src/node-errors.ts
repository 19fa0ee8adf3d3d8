import { AnchorError } from './anchor-errors';
import type { AnchorErrorCode } from './anchor-errors';
import { parseRefusal } from './anchor-interface';

/** Codes that ethers gives to what went wrong, with ours. What is not listed is an answer that makes no sense. */
const ETHERS_CODES: Readonly<Record<string, AnchorErrorCode>> = {
  TIMEOUT: 'CHAIN_TIMEOUT',
  NETWORK_ERROR: 'CHAIN_UNREACHABLE',
  SERVER_ERROR: 'CHAIN_UNREACHABLE',
  NONCE_EXPIRED: 'CHAIN_NONCE_USED',
  REPLACEMENT_UNDERPRICED: 'CHAIN_FEE_TOO_LOW',
  INSUFFICIENT_FUNDS: 'CHAIN_FUNDS_MISSING',
  UNKNOWN_ERROR: 'CHAIN_REFUSED',
  UNSUPPORTED_OPERATION: 'CHAIN_REFUSED',
  CALL_EXCEPTION: 'CHAIN_REFUSED',
};

/** The parts of an error of ethers or of Node's sockets that say what happened. */
interface ForeignError {
  readonly code?: unknown;
  readonly data?: unknown;
}

/** How Node names what happened to a socket: ECONNREFUSED, ECONNRESET, ENOTFOUND … */
const SOCKET_CODE = /^E[A-Z]+$/;

/** What a request ran into, as an AnchorError; one that is already passes through. */
export function toAnchorError(error: unknown, during: string): AnchorError {
  if (error instanceof AnchorError) return error;
  const { code, data } = (error ?? {}) as ForeignError;
  if (code === 'CALL_EXCEPTION' && typeof data === 'string' && data !== '0x') return reverted(data, error);
  return new AnchorError(codeOf(code), during, { cause: error });
}

function codeOf(code: unknown): AnchorErrorCode {
  if (typeof code !== 'string') return 'CHAIN_ANSWER_INVALID';
  return ETHERS_CODES[code] ?? (SOCKET_CODE.test(code) ? 'CHAIN_UNREACHABLE' : 'CHAIN_ANSWER_INVALID');
}

function reverted(data: string, cause: unknown): AnchorError {
  const refusal = parseRefusal(data);
  return refusal
    ? new AnchorError(refusal.code, refusal.detail, { cause })
    : new AnchorError('CHAIN_REVERTED', data.slice(0, 10), { cause });
}
