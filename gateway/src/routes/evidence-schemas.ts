import { STATUS_FIELDS } from '@lianpiao/chaincode/domain';
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
    status: z
      .array(z.enum(['all', ...STATUS_FIELDS]))
      .min(1)
      .max(STATUS_FIELDS.length + 1)
      .meta({
        description: 'Axes of the status that each bundle proves and shows, or `all`; without it bundles tell of the issue alone',
      })
      .optional(),
    purpose: z.enum(PURPOSES).default('archive'),
  })
  .meta({ id: 'EvidenceRequest' });
