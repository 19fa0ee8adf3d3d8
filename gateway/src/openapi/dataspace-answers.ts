import { GRANT_RIGHTS } from '@lianpiao/chaincode/domain';
import { z } from 'zod';
import { identifier } from '../routes/schemas';
import { instant, sequence } from './entries';
import { grantTerms } from './grant-answers';

/** What the routes about offers, negotiations and transfers answer. */
const next = z.string().nullable().meta({ description: 'Pass it as `after` for the next page; null at the end' });
const json = z.unknown();
const side = z.enum(['consumer', 'provider']).meta({ description: 'On which side the organisation stands' });
const policy = z.looseObject({}).meta({ description: 'ODRL 2.2' });

export const offerAnswer = z
  .strictObject({
    offer: identifier,
    provider: identifier,
    resource: identifier,
    right: z.enum(GRANT_RIGHTS),
    until: z.string(),
    terms: grantTerms,
    policy,
    sequence,
  })
  .meta({ id: 'Offer' });
export const offerList = z.strictObject({ items: z.array(offerAnswer), next });

const NEGOTIATION_STATES = ['REQUESTED', 'OFFERED', 'ACCEPTED', 'AGREED', 'VERIFIED', 'FINALIZED', 'TERMINATED'] as const;
const TRANSFER_STATES = ['REQUESTED', 'STARTED', 'SUSPENDED', 'COMPLETED', 'TERMINATED'] as const;
const common = {
  providerPid: z.string(),
  consumerPid: z.string(),
  side,
  organisation: identifier,
  peer: identifier,
  callback: z.string(),
  reason: json.meta({ description: 'Why it was suspended or ended' }),
  createdAt: instant,
  updatedAt: instant,
};

export const negotiationAnswer = z
  .strictObject({
    negotiation: z.string(),
    ...common,
    dataset: z.string(),
    state: z.enum(NEGOTIATION_STATES),
    pending: z.enum(NEGOTIATION_STATES).nullable().meta({ description: 'What a message that is not answered yet leads to' }),
    offer: z.string().nullable(),
    policy: json,
    agreement: json,
  })
  .meta({ id: 'Negotiation' });
export const negotiationList = z.strictObject({ items: z.array(negotiationAnswer), next });

export const transferAnswer = z
  .strictObject({
    transfer: z.string(),
    ...common,
    agreement: z.string(),
    state: z.enum(TRANSFER_STATES),
    pending: z.enum(TRANSFER_STATES).nullable(),
    format: z.string().nullable(),
    dataAddress: json.meta({ description: 'Where the data is to be fetched, with its token' }),
  })
  .meta({ id: 'Transfer' });
export const transferList = z.strictObject({ items: z.array(transferAnswer), next });
