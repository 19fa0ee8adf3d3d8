import { p256 } from '@noble/curves/nist';
import { presentFigures, toBase64url, type PublicJwk } from '@lianpiao/gateway/figures';
import { answerOf, api } from '../../api/client';
import { amountsOf, claimsOf, type FiguresDraft } from './figures-draft';

const COORDINATE_BYTES = 32;

/**
 * Has figures signed, and shows of them what was chosen to one bank. The holder's key lives for this one showing and is kept
 * nowhere: nobody can show more of the same figures later, not even who made them.
 * @returns an SD-JWT with its key binding (RFC 9901).
 */
export async function makeFigures(draft: FiguresDraft): Promise<string> {
  const { from, to, currency, above, audience, nonce } = draft;
  const secret = p256.utils.randomSecretKey();
  const body = { from, to, currency, above: [...amountsOf(above)], holderKey: jwkOf(p256.getPublicKey(secret, false)) };
  const { figures } = await answerOf(api.POST('/v1/figures', { body }));
  const sign = (text: string): string =>
    toBase64url(p256.sign(new TextEncoder().encode(text), secret, { prehash: true, lowS: false }).toBytes('compact'));
  return presentFigures(figures, claimsOf(draft), sign, { audience: audience.trim(), nonce: nonce.trim() }, Date.now());
}

/** @param point with a first byte that says that both coordinates follow (SEC 1 §2.3.3). */
function jwkOf(point: Uint8Array): PublicJwk {
  const coordinate = (at: number): string => toBase64url(point.slice(at, at + COORDINATE_BYTES));
  return { kty: 'EC', crv: 'P-256', x: coordinate(1), y: coordinate(1 + COORDINATE_BYTES) };
}
