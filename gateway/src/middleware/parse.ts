import { LedgerError, type ErrorCode } from '@lianpiao/chaincode/domain';
import type { z } from 'zod';

/**
 * Reads a value by its schema.
 * @throws LedgerError with the JSON Pointer of the first wrong field.
 */
export function parseWith<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const path = `/${(issue?.path ?? []).map(String).join('/')}`;
  throw new LedgerError(codeOf(issue), {
    path: path === '/' ? '' : path,
    ...(issue === undefined ? {} : { wanted: issue.message }),
  });
}

function codeOf(issue: z.core.$ZodIssue | undefined): ErrorCode {
  if (issue?.code === 'unrecognized_keys') return 'FIELD_UNKNOWN';
  return issue?.code === 'invalid_type' && issue.message.includes('received undefined') ? 'FIELD_MISSING' : 'FIELD_INVALID';
}
