import { z } from 'zod';
import { offlineBundle } from './answers';
import { instant, number, sequence } from './entries';
import { commitOnly, identifier } from '../routes/schemas';
import type { Operation } from './operation';

const tag = 'invoices';
const act = z.strictObject({ sequence, time: instant });
const attestation = act
  .extend({
    holder: z.string(),
    organisation: identifier,
    stores: z.array(z.string()).nullable().meta({ description: 'What it looked at; null when its words were not given to us' }),
  })
  .meta({ id: 'ErasureAttestation' });
const erasureReport = z
  .strictObject({
    number,
    erased: act.nullable().meta({ description: 'Null while the content stands' }),
    attestations: z.array(attestation),
    missing: z.array(z.string()).meta({ description: 'Holders that have not attested' }),
  })
  .meta({ id: 'ErasureReport' });

/** What became of content that was to be erased. */
export const erasureOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/v1/invoices/{number}/erasure',
    id: 'readErasure',
    tag,
    summary: "Was an invoice's content erased, which holders attest it of their own copies, and which have not",
    access: 'invoice.read',
    params: z.object({ number }),
    answers: { 200: { description: 'What the ledger says of it', schema: erasureReport } },
    codes: ['INVOICE_UNKNOWN', 'NUMBER_MALFORMED'],
  },
  {
    method: 'get',
    path: '/v1/invoices/{number}/erasure/{sequence}/proof',
    id: 'readErasureProof',
    tag,
    summary: 'The offline bundle of the erasure, or of an attestation of it',
    access: 'invoice.read',
    params: z.object({ number, sequence: z.string().regex(/^(?:0|[1-9][0-9]{0,14})$/) }),
    query: commitOnly,
    answers: { 200: { description: 'The bundle', schema: offlineBundle } },
    codes: ['COMMIT_UNATTESTED', 'INVOICE_UNKNOWN', 'NOT_FOUND', 'NUMBER_MALFORMED', 'PROOF_PENDING'],
  },
];
