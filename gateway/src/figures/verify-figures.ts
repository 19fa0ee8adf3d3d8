import { LedgerError, type JsonValue, type SignatureVerifier } from '@lianpiao/chaincode/domain';
import type { Presentation } from './present-figures';
import {
  BINDING_TYPE,
  disclosedClaims,
  isSigned,
  parseJwt,
  parseSdJwt,
  presentedDigest,
  SD_JWT_TYPE,
  type Jwt,
  type PublicJwk,
} from './sd-jwt';

export interface Expected extends Presentation {
  /** The ledger service's key for figures, got from the service itself. */
  readonly issuer: PublicJwk;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** How old the holder's binding may be. */
  readonly maxAgeSeconds: number;
}

const SKEW_SECONDS = 60;

/**
 * Checks figures that a holder has presented (RFC 9901 §7.3), with nothing else at hand, in Node and in a browser alike.
 * @returns the claims that everybody sees and those that were shown, by name.
 * @throws LedgerError FIGURES_MALFORMED; FIGURES_INVALID naming the rule that is broken: `signature`, `expired`, `binding`,
 * `audience`, `nonce`, `age`.
 */
export function verifyFigures(
  text: string,
  expected: Expected,
  verifier: SignatureVerifier,
): Readonly<Record<string, JsonValue>> {
  const shown = parseSdJwt(text);
  insist(isSigned(shown.issued, SD_JWT_TYPE, expected.issuer, verifier), 'signature');
  const issued = parseJwt(shown.issued);
  const claims = disclosedClaims(issued, shown.disclosures);
  const now = expected.now / 1000;
  insist(secondsOf(issued, 'exp') > now && secondsOf(issued, 'iat') <= now + SKEW_SECONDS, 'expired');
  requireBinding(shown.binding, issued, presentedDigest(shown), expected, verifier);
  const { _sd: _, _sd_alg: __, cnf: ___, ...open } = issued.payload;
  return { ...open, ...claims };
}

/** The holder has bound this very text to this verifier, now. */
function requireBinding(
  text: string | undefined,
  issued: Jwt,
  digest: string,
  expected: Expected,
  verifier: SignatureVerifier,
): void {
  const { jwk } = (issued.payload['cnf'] ?? {}) as { readonly jwk?: unknown };
  insist(text !== undefined && isSigned(text, BINDING_TYPE, jwk, verifier), 'binding');
  const binding = parseJwt(text as string);
  insist(binding.payload['sd_hash'] === digest, 'binding');
  insist(binding.payload['aud'] === expected.audience, 'audience');
  insist(binding.payload['nonce'] === expected.nonce, 'nonce');
  const age = expected.now / 1000 - secondsOf(binding, 'iat');
  insist(age <= expected.maxAgeSeconds && age >= -SKEW_SECONDS, 'age');
}

function secondsOf({ payload }: Jwt, name: string): number {
  const value = payload[name];
  if (typeof value !== 'number') throw new LedgerError('FIGURES_MALFORMED', { wanted: name });
  return value;
}

function insist(holds: boolean, rule: string): void {
  if (!holds) throw new LedgerError('FIGURES_INVALID', { rule });
}
