import type { OpenAPIRegistry, ResponseConfig } from '@asteasolutions/zod-to-openapi';
import { LedgerError, ROLES, type ErrorCode, type Role } from '@lianpiao/chaincode/domain';
import type { z } from 'zod';
import { requireAction, type Action } from '../access-policy';
import { DSP_PATH } from '../dataspace/protocol';
import { problemAnswers } from './problems';

type Examples = Readonly<Record<string, { readonly value: unknown }>>;

/** One route as the document describes it. */
export interface Operation {
  readonly method: 'get' | 'post' | 'patch' | 'delete';
  readonly path: string;
  readonly id: string;
  readonly tag: string;
  readonly summary: string;
  /**
   * What the caller's role must allow; `open` to anyone; `unguarded` stands even before credentials and limits are looked at; `data-subject` is for
   * the session of a person who acts for no organisation.
   */
  readonly access: Action | 'data-subject' | 'open' | 'unguarded';
  /** True where anyone is answered without credentials, as far as it is about open data. */
  readonly openData?: true;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly headers?: z.ZodObject;
  readonly body?: { readonly schema: z.ZodType; readonly type?: string; readonly examples?: Examples };
  readonly answers: Readonly<Record<number, Answer>>;
  /** Codes beside those that every such route has. */
  readonly codes?: readonly ErrorCode[];
}

export interface Answer {
  readonly description: string;
  readonly type?: string;
  readonly schema: z.ZodType;
}

const BODY_CODES: readonly ErrorCode[] = [
  'BODY_MALFORMED', 'BODY_TOO_LARGE', 'MEDIA_TYPE_UNSUPPORTED', 'FIELD_MISSING', 'FIELD_INVALID', 'FIELD_UNKNOWN', 'TEXT_NOT_WELL_FORMED',
]; // prettier-ignore

export function registerOperation(registry: OpenAPIRegistry, operation: Operation): void {
  const { method, path, id, tag, summary, params, query, headers, body, answers } = operation;
  const roles = rolesOf(operation.access);
  registry.registerPath({
    method,
    path,
    operationId: id,
    tags: [tag],
    summary,
    ...(roles === undefined ? {} : { description: `Roles: ${roles.join(', ')}.` }),
    security: securityOf(operation),
    request: {
      ...(params === undefined ? {} : { params }),
      ...(query === undefined ? {} : { query }),
      ...(headers === undefined ? {} : { headers }),
      ...(body === undefined ? {} : { body: bodyOf(body) }),
    },
    responses: { ...successes(answers), ...problemAnswers(codesOf(operation), path.startsWith(DSP_PATH)) },
  });
}

function securityOf({ access, openData }: Operation): Record<string, string[]>[] {
  if (access === 'data-subject') return [{ session: [] }];
  if (rolesOf(access) === undefined) return [];
  return [{ bearer: [] }, ...(openData === true ? [{}] : [])];
}

function bodyOf({ schema, type = 'application/json', examples }: NonNullable<Operation['body']>): {
  required: boolean;
  content: Record<string, { schema: z.ZodType; examples?: Record<string, { value: unknown }> }>;
} {
  return { required: true, content: { [type]: { schema, ...(examples === undefined ? {} : { examples: { ...examples } }) } } };
}

function successes(answers: Operation['answers']): Record<string, ResponseConfig> {
  return Object.fromEntries(
    Object.entries(answers).map(([status, { description, type = 'application/json', schema }]) => [
      status,
      {
        description,
        headers: { 'X-Request-Id': { schema: { type: 'string' }, required: true } },
        content: { [type]: { schema } },
      },
    ]),
  );
}

function codesOf({ access, params, query, body, codes = [] }: Operation): ErrorCode[] {
  const all: ErrorCode[] = ['INTERNAL', ...codes];
  if (access !== 'unguarded') all.push('CREDENTIALS_INVALID', 'RATE_LIMITED');
  if (access === 'data-subject') all.push('CREDENTIALS_MISSING', 'ORIGIN_REFUSED');
  if (rolesOf(access) !== undefined) all.push('CREDENTIALS_MISSING', 'CERTIFICATE_UNPROVEN', 'ACTION_FORBIDDEN');
  if (params !== undefined) all.push('FIELD_INVALID');
  if (query !== undefined) all.push('FIELD_INVALID', 'FIELD_UNKNOWN');
  if (body !== undefined) all.push(...BODY_CODES);
  return all;
}

/** The roles that may; undefined when no role is asked for. */
export function rolesOf(access: Operation['access']): readonly Role[] | undefined {
  if (access === 'open' || access === 'unguarded' || access === 'data-subject') return undefined;
  return ROLES.filter((role) => {
    try {
      requireAction({ role, organisation: '', keyId: '' }, access);
      return true;
    } catch (error) {
      if (error instanceof LedgerError) return false;
      throw error;
    }
  });
}
