import type { IncomingMessage } from 'node:http';
import { isIdentifier, LedgerError } from '@lianpiao/chaincode/domain';
import type { Request } from 'express';
import type { Asked } from '../access/decide';
import type { Use } from '../access/use';
import type { DataDesk } from '../data-plane/data-desk';
import { requirePrincipal } from '../middleware/authenticate';

/** A request as it came, read by whoever has led it here. */
export interface Question {
  readonly request: IncomingMessage & { readonly body?: unknown };
  /** The grant that its path names. */
  readonly grant: unknown;
  readonly query: unknown;
}

export function questionOf(request: Request): Question {
  return { request, grant: request.params['grant'], query: request.query };
}

/** Who asks, and under which grant. @throws LedgerError CREDENTIALS_MISSING, ACTION_FORBIDDEN, FIELD_INVALID. */
export function callerOf({ request, grant }: Question): Omit<Asked, 'where'> {
  const { organisation, keyId, grant: tokenFor, ticket, uncertified } = requirePrincipal(request, 'data.read');
  if (!isIdentifier(grant)) throw new LedgerError('FIELD_INVALID', { path: '/grant' });
  return {
    grant,
    organisation,
    keyId,
    ...(tokenFor === undefined ? undefined : { tokenFor }),
    ...(ticket === undefined ? undefined : { ticket }),
    ...(uncertified === undefined ? undefined : { uncertified }),
  };
}

/**
 * Reads what is asked for under a grant; what has the wrong form is written down under that grant before it is refused. Whoever may
 * not read at all, or names what can be no grant, is refused without.
 * @throws LedgerError.
 */
export async function formed<Form>(desk: DataDesk, question: Question, use: Use, read: () => Form): Promise<Form> {
  const caller = callerOf(question);
  try {
    return read();
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    const { url = '', body } = question.request;
    const query = url.replace(/^[^?]*/, '');
    return desk.malformed(caller, use, body === undefined ? query : `${query}${JSON.stringify(body)}`, error);
  }
}
