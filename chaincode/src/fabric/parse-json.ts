import { LedgerError } from '../domain';

/**
 * The value of a JSON text.
 * @param path names the text in the refusal; the parser's own message is dropped, since it quotes what it could not read.
 * @throws LedgerError BODY_MALFORMED.
 */
export function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new LedgerError('BODY_MALFORMED', { path });
  }
}
