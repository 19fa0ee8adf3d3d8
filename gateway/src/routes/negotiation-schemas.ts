import { z } from 'zod';
import { grantRequest } from './grant-schemas';
import { identifier, page, reason, text } from './schemas';

/** The forms of what the routes about offers, negotiations and transfers take. */
const address = z
  .string()
  .regex(/^https?:\/\/[^\s?#]{1,200}$/)
  .meta({ description: "Base address of the other side's connector; one that the operator listed" });
const foreignId = z
  .string()
  .regex(/^[!-~]{1,200}$/)
  .meta({ description: 'An id as the other side gave it' });

/** Ids of negotiations and transfers are ours: `urn:uuid:…`. */
export const processId = z.string().regex(/^urn:uuid:[0-9a-f-]{36}$/);

export const offerRequest = grantRequest
  .omit({ grant: true, consumer: true, parent: true, from: true, consent: true, approval: true })
  .extend({
    offer: identifier.meta({ description: 'Name it to be able to repeat the request; made by us when absent' }).optional(),
  })
  .meta({ id: 'OfferRequest', description: 'What a grant made from the offer would be' });

export const negotiationRequest = z
  .strictObject({
    negotiation: processId.optional().meta({ description: 'Name it to be able to repeat the request; made by us when absent' }),
    providerId: identifier,
    connectorAddress: address,
    datasetId: foreignId,
    offerId: foreignId,
  })
  .meta({ id: 'NegotiationRequest' });

export const transferStart = z
  .strictObject({ providerId: identifier, connectorAddress: address, agreementId: foreignId, format: text(100) })
  .meta({ id: 'TransferRequest' });

export const stepRequest = z
  .strictObject({
    offer: identifier.meta({ description: 'With offer and agree: the published offer that is meant, if another one' }).optional(),
    reason,
  })
  .meta({ id: 'NegotiationStep' });

export const offerPage = page.extend({ resource: identifier });

/** The protocol has no cursor of its own: it follows the `Link` of a page (RFC 8288). */
export const dataspacePage = z.strictObject({ after: identifier.optional() });
