import { LedgerError } from '../errors';

const IDENTIFIER = /^[a-z][a-z0-9-]{1,39}$/;

/** Ids of organisations and tills: 2 to 40 characters of a-z, 0-9 and "-", a letter first. */
export function isIdentifier(text: unknown): text is string {
  return typeof text === 'string' && IDENTIFIER.test(text);
}

/**
 * @throws LedgerError FIELD_MISSING or FIELD_INVALID, naming the path.
 */
export function parseIdentifier(value: unknown, path: string): string {
  if (value === undefined) throw new LedgerError('FIELD_MISSING', { path });
  if (!isIdentifier(value))
    throw new LedgerError('FIELD_INVALID', { path, wanted: '2 to 40 characters of a-z, 0-9 and -, a letter first' });
  return value;
}
