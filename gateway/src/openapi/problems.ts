import { ERROR_CODES, type ErrorCode } from '@lianpiao/chaincode/domain';
import type { ResponseConfig } from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';
import { PROBLEM_TYPE } from '../middleware/problem';
import { invoiceAnswer } from './answers';
import { brokenRule } from './import-answers';

const CODES = Object.keys(ERROR_CODES) as ErrorCode[];

/** RFC 9457 problem details as every refusal carries them. */
export const problem = z
  .strictObject({
    type: z.string().meta({ format: 'uri' }),
    title: z.string(),
    titleZh: z.string().meta({ description: 'The title in Chinese' }),
    status: z.int().min(400).max(599),
    code: z.enum(CODES).meta({ description: 'Stable: match on it, not on the texts. docs/errors.md lists all' }),
    requestId: z.string().meta({ format: 'uuid', description: 'As in the header X-Request-Id' }),
    path: z.string().meta({ description: 'JSON Pointer of the wrong field' }).optional(),
    rule: z.string().meta({ description: 'Id of the rule that refused' }).optional(),
    found: z.string().optional(),
    wanted: z.string().optional(),
    violations: z
      .array(brokenRule)
      .meta({ description: 'With DOCUMENT_RULES_BROKEN: every rule that the document breaks' })
      .optional(),
    existing: invoiceAnswer
      .meta({ description: 'With INVOICE_CONFLICT and SALE_INVOICED: the first answer for this order reference' })
      .optional(),
  })
  .meta({ id: 'Problem', description: 'A refusal (RFC 9457)' });

const RETRY_AFTER = { schema: { type: 'string' as const }, description: 'Seconds after which to try again' };

/** A refusal in the form of Dataspace Protocol 2025-1: CatalogError, ContractNegotiationError or TransferError. */
const protocolError = z
  .looseObject({
    '@context': z.array(z.string()),
    '@type': z.string(),
    code: z.string(),
    reason: z.array(z.string()),
    providerPid: z.string().optional(),
    consumerPid: z.string().optional(),
  })
  .meta({ id: 'ProtocolError', description: 'What the protocol’s own rules refuse, in its form (Dataspace Protocol 2025-1)' });

/**
 * The refusals of an operation as answers by status, each with the codes that may come with it.
 * @param inProtocol true where the Dataspace Protocol says how a refusal looks.
 */
export function problemAnswers(codes: readonly ErrorCode[], inProtocol: boolean): Record<string, ResponseConfig> {
  const answers: Record<string, ResponseConfig> = {};
  for (const status of [...new Set(codes.map((code) => ERROR_CODES[code].status))].sort()) {
    const possible = [...new Set(codes.filter((code) => ERROR_CODES[code].status === status))].sort();
    answers[String(status)] = {
      description: possible.map((code) => `${code}: ${ERROR_CODES[code].en}`).join(' '),
      headers: {
        'X-Request-Id': { schema: { type: 'string' }, required: true },
        ...(status === 429 || status === 503 ? { 'Retry-After': RETRY_AFTER } : {}),
        ...(status === 401 ? { 'WWW-Authenticate': { schema: { type: 'string' as const }, required: true } } : {}),
      },
      content: {
        ...(inProtocol ? { 'application/json': { schema: protocolError } } : {}),
        [PROBLEM_TYPE]: {
          schema: {
            allOf: [
              { $ref: '#/components/schemas/Problem' },
              {
                type: 'object',
                properties: { code: { type: 'string', enum: possible }, status: { type: 'integer', const: status } },
              },
            ],
          },
        },
      },
    };
  }
  return answers;
}
