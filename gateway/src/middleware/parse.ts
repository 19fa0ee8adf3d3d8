import { isErrorCode, LedgerError, type ErrorCode } from '@lianpiao/chaincode/domain';
import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

const MAX_PART = 64;

/**
 * Reads a value by its schema. A schema may name the code of its refusal in place of a message.
 * @throws LedgerError with the JSON Pointer of the first wrong field.
 */
export function parseWith<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const { issue, path } = nearest(result.error.issues[0] as Issue, []);
  const code = codeOf(issue, valueAt(value, path));
  throw new LedgerError(code, {
    path: path.map((part) => `/${pointerPart(String(part))}`).join(''),
    ...(isErrorCode(issue.message) || code === 'FIELD_UNKNOWN' ? {} : { wanted: issue.message }),
  });
}

/** Of a choice between forms, what is wrong with the form that comes nearest. */
function nearest(issue: Issue, before: readonly PropertyKey[]): { issue: Issue; path: readonly PropertyKey[] } {
  const path = [...before, ...issue.path];
  if (issue.code === 'unrecognized_keys') return { issue, path: [...path, issue.keys[0] ?? ''] };
  if (issue.code !== 'invalid_union') return { issue, path };
  const [least] = issue.errors.filter((issues) => issues.length > 0).sort((left, right) => faultsOf(left) - faultsOf(right));
  const [first] = least ?? [];
  return first === undefined ? { issue, path } : nearest(first, path);
}

/** How much is wrong; of a choice within, with its best form. */
function faultsOf(issues: readonly Issue[]): number {
  let faults = 0;
  for (const issue of issues) {
    faults += issue.code === 'invalid_union' && issue.errors.length > 0 ? Math.min(...issue.errors.map(faultsOf)) : 1;
  }
  return faults;
}

function codeOf(issue: Issue, found: unknown): ErrorCode {
  if (issue.code === 'unrecognized_keys') return 'FIELD_UNKNOWN';
  if (found === undefined) return 'FIELD_MISSING';
  return isErrorCode(issue.message) ? issue.message : 'FIELD_INVALID';
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, part) => (typeof at === 'object' && at !== null && Object.hasOwn(at, part) ? Reflect.get(at, part) : undefined),
    value,
  );
}

/** A part of a JSON Pointer (RFC 6901); shortened, since it is echoed. */
function pointerPart(key: string): string {
  return key.slice(0, MAX_PART).toWellFormed().replaceAll('~', '~0').replaceAll('/', '~1');
}
