import { z } from 'zod';
import { HIDEABLE } from '../documents/pdf/paper';
import { identifier, text } from './schemas';

const NAMES = HIDEABLE.join('|');

/** What a paper may leave out; the bundle in it withholds the same fields, and its proof holds. */
export const pdfQuery = z.strictObject({
  hide: z
    .string()
    .regex(new RegExp(`^(?:${NAMES})(?:,(?:${NAMES}))*$`))
    .meta({ description: 'Fields that the paper and the bundle in it withhold', example: 'buyer,note' })
    .optional(),
});

/** Where an imported document goes. */
export const importQuery = z.strictObject({
  till: identifier.meta({ description: 'The till that sells' }),
  orderReference: text(100).meta({ description: "In place of the document's number" }).optional(),
});
