import { z } from 'zod';
import { FORMATS, PURPOSES } from '../evidence/manifest';

export const MAX_PACKED = 1000;

/** What goes into an evidence package. */
export const evidenceRequest = z
  .strictObject({
    numbers: z
      .array(z.string().regex(/^[0-9]{20}$/, 'NUMBER_MALFORMED'))
      .min(1)
      .max(MAX_PACKED),
    documents: z
      .array(z.enum(FORMATS))
      .max(FORMATS.length)
      .default(['original', 'pdf'])
      .meta({ description: 'Beside the bundles; `original` where there is one' }),
    purpose: z.enum(PURPOSES).default('archive'),
  })
  .meta({ id: 'EvidenceRequest' });
