import { z } from 'zod';
import { cnRequest, identifier, money, page, party, reason, text, time } from './schemas';

/** The forms of what the routes of sales and claims take. */
const { number: _number, buyer: _buyer, seller: _seller, corrects: _corrects, ...invoiceFields } = cnRequest.shape;

const payment = z
  .strictObject({
    reference: text(100).meta({ description: "The payment provider's name for the payment" }),
    method: text(50).optional(),
    paidAt: time.optional(),
  })
  .meta({ id: 'Payment' });

export const saleRequest = z
  .strictObject({
    ...invoiceFields,
    payment: payment
      .meta({ description: 'Absent while the sale is not paid: nobody can claim its invoice until then' })
      .optional(),
    expiresAt: time.meta({ description: 'Until then its invoice can be claimed; 90 days when absent, 366 at most' }).optional(),
  })
  .meta({
    id: 'SaleRequest',
    description: 'A sale of profile cn: an invoice request without its buyer, whom the claim will name',
  });

export const paymentRequest = payment;

const MAX_REFUND_LINES = 2000;
const day = z.iso.date('TIME_MALFORMED').meta({ description: 'A day in China' });

export const refundRequest = z
  .strictObject({
    refundReference: text(100).meta({ description: "The seller's own name for the refund: at most one each" }),
    lines: z
      .array(
        z.strictObject({
          line: z.int().min(1).max(MAX_REFUND_LINES).meta({ description: 'Of the sale, from 1' }),
          net: money,
          tax: money.optional(),
        }),
      )
      .min(1)
      .max(MAX_REFUND_LINES)
      .meta({ description: 'What is given back of each line, with the signs of the line' }),
    reason,
  })
  .meta({ id: 'RefundRequest' });

export const salePage = page.extend({ day: day.optional(), till: identifier.optional() });
export const refundPage = page.extend({ day: day.optional() });
export const coverageQuery = z.strictObject({ day });
export const dayQuery = z.strictObject({ day, till: identifier.optional() });

export const handoverRequest = z
  .strictObject({ company: identifier.meta({ description: 'Who shall reimburse it' }) })
  .meta({ id: 'HandoverRequest' });
export const claimRequest = z
  .strictObject({ buyer: party.meta({ description: 'The title: a name; the taxpayer id for a company' }) })
  .meta({ id: 'ClaimRequest' });
