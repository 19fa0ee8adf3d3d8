import type { InvoiceTitle } from '@lianpiao/chaincode/domain';
import { answerOf, api } from '../api/client';
import type { Answer } from '../api/answers';

export type ClaimView = Answer<'readClaim'>;
export type ClaimedInvoice = Answer<'readClaimedInvoice'>;
export type ClaimAnswer = Answer<'claimInvoice'>;

/** The calls behind the page, each for one code. */
export function claimCalls(code: string): {
  readonly look: () => Promise<ClaimView>;
  readonly claim: (buyer: InvoiceTitle) => Promise<ClaimAnswer>;
  readonly invoice: (token: string) => Promise<ClaimedInvoice>;
  readonly file: (token: string, what: 'pdf' | 'proof') => Promise<Blob>;
} {
  const path = { code };
  const header = (token: string): { 'holder-token': string } => ({ 'holder-token': token });
  return {
    look: () => answerOf(api.GET('/v1/claim/{code}', { params: { path } })),
    claim: (buyer) => answerOf(api.POST('/v1/claim/{code}', { params: { path }, body: { buyer } })),
    invoice: (token) => answerOf(api.GET('/v1/claim/{code}/invoice', { params: { path, header: header(token) } })),
    file: (token, what) =>
      answerOf<Blob>(
        what === 'proof'
          ? api.GET('/v1/claim/{code}/proof', { params: { path, header: header(token) }, parseAs: 'blob' })
          : api.GET('/v1/claim/{code}/pdf', { params: { path, header: header(token) }, parseAs: 'blob' }),
      ),
  };
}
