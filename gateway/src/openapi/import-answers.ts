import { PROFILES } from '@lianpiao/chaincode/domain';
import { z } from 'zod';
import { WARNING_CODES } from '../documents';
import { invoiceAnswer } from './answers';

/** What is answered about documents of others. */
export const brokenRule = z
  .strictObject({
    rule: z.string().meta({ description: 'Id of the rule', example: 'BR-CO-10' }),
    severity: z.enum(['fatal', 'warning']),
    path: z.string().meta({ description: 'XPath of the element' }),
    text: z.string(),
  })
  .meta({ id: 'BrokenRule', description: 'A rule of EN 16931 that a document breaks' });

const rules = z
  .strictObject({
    profile: z.enum(PROFILES),
    by: z.enum(['official', 'own']).meta({
      description: "official: the validation artefacts of EN 16931 and the ledger's rules; own: the ledger's rules alone",
    }),
    edition: z.string().meta({ description: 'Edition of the official rules' }).optional(),
    warnings: z.array(brokenRule),
  })
  .meta({ id: 'RulesReport', description: 'By which rules the document was judged' });
const warnings = z.array(
  z
    .strictObject({ code: z.enum(WARNING_CODES), path: z.string(), message: z.string() })
    .meta({ id: 'ImportWarning', description: 'What the reader noticed without refusing the document' }),
);

export const importAnswer = z.strictObject({ invoice: invoiceAnswer, rules, warnings });
export const documentCheck = z.strictObject({
  rules,
  warnings,
  request: z.looseObject({}).meta({ description: 'The request that the document stands for' }),
});
