import { CONTENT_KINDS } from '@lianpiao/chaincode/domain';
import { z } from 'zod';
import { identifier } from '../routes/schemas';
import { contentName, instant, sequence } from './entries';

/** The members of a registration of a content, wherever one is answered. */
export const registrationFields = {
  sequence,
  time: instant,
  registrant: identifier,
  test: z.boolean().meta({ description: 'True for a sandbox organisation: worth nothing' }),
  kind: z.enum(CONTENT_KINDS),
  parents: z.array(contentName),
  signer: contentName.meta({ description: "SHA-256 of the source's public key (SPKI)" }),
  signature: z.enum(['valid', 'wrong', 'erased']).meta({
    description: "The source's signature, verified again now; erased: the statement is gone, it was valid when recorded",
  }),
  content: z
    .looseObject({})
    .meta({ description: 'Statement, signature and description: for the registrant and for supervisors' })
    .optional(),
};

export const registration = z.strictObject(registrationFields).meta({ id: 'Registration' });
