import { LedgerError } from '@lianpiao/chaincode/domain';
import { verifyFigures, type PublicJwk } from '@lianpiao/gateway/figures';
import { browserSignatures } from '../verify/browser-signatures';
import type { FiguresRequest } from './request';

/** The rules in the order in which they are asked; behind the one that is broken none is. */
export const RULES = ['signature', 'expired', 'binding', 'audience', 'nonce', 'age'] as const;
export type Rule = (typeof RULES)[number];

export type Judgement =
  | { readonly claims: ReturnType<typeof verifyFigures> }
  | { readonly broken: Rule }
  /** It cannot be read at all. */
  | { readonly broken: undefined };

/** A day: figures travel by mail, and the code makes sure that they are no old ones. */
const MAX_AGE_SECONDS = 86_400;

/** Checks what a seller has shown, here. */
export function judge(text: string, issuer: PublicJwk, request: FiguresRequest, now: number): Judgement {
  try {
    const expected = { issuer, ...request, now, maxAgeSeconds: MAX_AGE_SECONDS };
    return { claims: verifyFigures(text, expected, browserSignatures) };
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    return { broken: RULES.find((rule) => rule === error.detail.rule) };
  }
}
