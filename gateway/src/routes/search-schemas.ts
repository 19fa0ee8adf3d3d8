import { z } from 'zod';
import { identifier, page, text } from './schemas';

const amount = z
  .string()
  .regex(/^-?[0-9]{1,15}(?:\.[0-9]{1,2})?$/, 'MONEY_MALFORMED')
  .meta({ description: 'Decimal text' });
const day = z.iso.date('TIME_MALFORMED');

/** What invoices are searched by; every member narrows. */
export const invoiceSearch = z.strictObject({
  ...page.shape,
  seller: identifier.optional(),
  sellerTaxId: text(50).meta({ description: 'Taxpayer id of a registered seller' }).optional(),
  buyerTaxId: text(50).optional(),
  from: day.meta({ description: 'First day of issuing, in China' }).optional(),
  to: day.meta({ description: 'Last day of issuing, in China' }).optional(),
  number: z
    .string()
    .regex(/^[0-9]{1,20}$/, 'NUMBER_MALFORMED')
    .meta({ description: 'The first digits of the number, or all' })
    .optional(),
  least: amount.optional(),
  most: amount.optional(),
});
