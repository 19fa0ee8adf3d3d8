import { z } from 'zod';
import { evidenceRequest } from '../routes/evidence-schemas';
import type { Operation } from './operation';

/** Evidence packages. */
export const evidenceOperations: readonly Operation[] = [
  {
    method: 'post',
    path: '/v1/evidence',
    id: 'exportEvidence',
    tag: 'invoices',
    summary: 'An evidence package: bundles, documents, time line and a page that verifies all of it with the network off',
    access: 'invoice.read',
    body: {
      schema: evidenceRequest,
      examples: { one: { value: { numbers: ['26440000000000000001'], purpose: 'dispute' } } },
    },
    answers: {
      200: {
        description: 'A ZIP file, *.lianpiao.zip. docs/formats.md, Evidence package',
        type: 'application/zip',
        schema: z.string().meta({ format: 'binary' }),
      },
    },
    codes: [
      'INVOICE_UNKNOWN', 'INVOICE_ERASED', 'NUMBER_MALFORMED', 'PROOF_PENDING', 'QUEUE_FULL', 'DEADLINE_EXCEEDED',
      'DOCUMENT_UNSUPPORTED', 'EVIDENCE_TOO_LARGE',
    ], // prettier-ignore
  },
];
