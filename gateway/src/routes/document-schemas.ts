import { z } from 'zod';
import { HIDEABLE } from '../documents/pdf/paper';

const NAMES = HIDEABLE.join('|');

/** What a paper may leave out; the bundle in it withholds the same fields, and its proof holds. */
export const pdfQuery = z.strictObject({
  hide: z
    .string()
    .regex(new RegExp(`^(?:${NAMES})(?:,(?:${NAMES}))*$`))
    .meta({ description: 'Fields that the paper and the bundle in it withhold', example: 'buyer,note' })
    .optional(),
});
