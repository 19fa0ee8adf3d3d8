import { LedgerError } from '@lianpiao/chaincode/domain';
import { BINDING_TYPE, parseSdJwt, presentedDigest, readDisclosure, signJwt, textOf, type SignText } from './sd-jwt';

/** To whom figures are shown, and in answer to what. */
export interface Presentation {
  readonly audience: string;
  /** What the verifier gave, so that nobody shows the same again. */
  readonly nonce: string;
}

/**
 * Shows some of the hidden claims to one verifier, bound by the holder's key (RFC 9901 §4.3): nobody else can show them, and
 * not to anybody else.
 * @param names the claims to show; the others stay hidden.
 * @param sign by the holder's private key.
 * @param now milliseconds since 1970.
 * @throws LedgerError FIGURES_MALFORMED, FIELD_UNKNOWN for a claim that is not there.
 */
export function presentFigures(text: string, names: readonly string[], sign: SignText, to: Presentation, now: number): string {
  const { issued, disclosures } = parseSdJwt(text);
  const byName = new Map(disclosures.map((disclosure) => [readDisclosure(disclosure)[0], disclosure]));
  const chosen = names.map((name) => {
    const disclosure = byName.get(name);
    if (disclosure === undefined) throw new LedgerError('FIELD_UNKNOWN', { found: name, wanted: [...byName.keys()].join(', ') });
    return disclosure;
  });
  const shown = { issued, disclosures: chosen };
  const claims = { iat: Math.floor(now / 1000), aud: to.audience, nonce: to.nonce, sd_hash: presentedDigest(shown) };
  return textOf({ ...shown, binding: signJwt({ typ: BINDING_TYPE }, claims, sign) });
}
