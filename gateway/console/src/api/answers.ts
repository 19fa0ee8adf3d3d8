import type { components, operations } from '@lianpiao/gateway/client';

type Schemas = components['schemas'];

/** Names for the answers that the pages show. */
export type Session = Schemas['Session'];
export type Role = Session['role'];
export type InvoiceSummary = Schemas['InvoiceSummary'];
export type InvoiceDetail = Schemas['InvoiceDetail'];
export type Bundle = Schemas['Bundle'];
export type VerificationResult = Schemas['VerificationResult'];

/** The body of the operation's answer of status 200. */
export type Answer<Name extends keyof operations> = operations[Name] extends {
  responses: { 200: { content: { 'application/json': infer Body } } };
}
  ? Body
  : never;
