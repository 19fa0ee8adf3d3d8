import type { InvoiceTitle } from '@lianpiao/chaincode/domain';
import { answerOf, api } from '../api/client';
import { ApiProblem } from '../api/problem';
import type { Answer } from '../api/answers';

export type ClaimView = Answer<'readClaim'>;
export type ClaimedInvoice = Answer<'readClaimedInvoice'>;
export type ClaimAnswer = Answer<'claimInvoice'>;
export type InvoiceStatus = Answer<'readClaimedStatus'>;
export type Handover = Answer<'listHandovers'>['items'][number];

/** The calls behind the page, each for one code. */
export function claimCalls(code: string): {
  readonly look: () => Promise<ClaimView>;
  readonly claim: (buyer: InvoiceTitle) => Promise<ClaimAnswer>;
  readonly invoice: (token: string) => Promise<ClaimedInvoice>;
  readonly status: (token: string) => Promise<InvoiceStatus>;
  readonly handOver: (token: string, company: string) => Promise<Handover>;
  /** Undefined for an id that no company has. */
  readonly companyName: (token: string, company: string) => Promise<string | undefined>;
  readonly file: (token: string, what: 'pdf' | 'proof') => Promise<Blob>;
} {
  const path = { code };
  const header = (token: string): { 'holder-token': string } => ({ 'holder-token': token });
  return {
    look: () => answerOf(api.GET('/v1/claim/{code}', { params: { path } })),
    claim: (buyer) => answerOf(api.POST('/v1/claim/{code}', { params: { path }, body: { buyer } })),
    invoice: (token) => answerOf(api.GET('/v1/claim/{code}/invoice', { params: { path, header: header(token) } })),
    status: (token) => answerOf(api.GET('/v1/claim/{code}/status', { params: { path, header: header(token) } })),
    handOver: (token, company) =>
      answerOf(api.POST('/v1/claim/{code}/hand-over', { params: { path, header: header(token) }, body: { company } })),
    companyName: (token, company) =>
      nameOf(api.GET('/v1/claim/{code}/companies/{company}', { params: { path: { code, company }, header: header(token) } })),
    file: (token, what) =>
      answerOf<Blob>(
        what === 'proof'
          ? api.GET('/v1/claim/{code}/proof', { params: { path, header: header(token) }, parseAs: 'blob' })
          : api.GET('/v1/claim/{code}/pdf', { params: { path, header: header(token) }, parseAs: 'blob' }),
      ),
  };
}

async function nameOf(call: Promise<{ data?: { readonly name: string } | undefined }>): Promise<string | undefined> {
  try {
    return (await answerOf(call)).name;
  } catch (error) {
    if (error instanceof ApiProblem && error.problem.code === 'ORGANISATION_UNKNOWN') return undefined;
    throw error;
  }
}
