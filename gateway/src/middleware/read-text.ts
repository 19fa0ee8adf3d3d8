import { isUtf8 } from 'node:buffer';
import { LedgerError } from '@lianpiao/chaincode/domain';
import type { Request } from 'express';
import { collectBody, hasBody, refuseEncoded } from './read-json';

/**
 * Reads a body of text of one media type, in UTF-8.
 * @throws LedgerError FIELD_MISSING without a body, MEDIA_TYPE_UNSUPPORTED, BODY_TOO_LARGE, BODY_MALFORMED.
 */
export async function readText(request: Request, type: string, mostBytes: number): Promise<string> {
  if (!hasBody(request)) throw new LedgerError('FIELD_MISSING', { wanted: type });
  refuseEncoded(request);
  if (typeof request.is(type) !== 'string') throw new LedgerError('MEDIA_TYPE_UNSUPPORTED', { wanted: type });
  const bytes = await collectBody(request, mostBytes);
  if (!isUtf8(bytes)) throw new LedgerError('BODY_MALFORMED', { found: 'bytes that are no UTF-8' });
  return bytes.toString('utf8');
}
