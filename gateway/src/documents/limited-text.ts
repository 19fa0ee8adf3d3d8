import type { ImportWarning } from './imported-invoice';

/** Longest texts that a request takes. */
export const MAX_TEXT = 300;
export const MAX_NOTE = 1000;

/**
 * Shortens a text that a request would not take, with a warning; the document itself keeps it, and its digest is kept.
 * Cut between characters, never inside one.
 */
export function limitedText(text: string | undefined, most: number, path: string, warnings: ImportWarning[]): string | undefined {
  if (text === undefined || text.length <= most) return text;
  warnings.push({ code: 'TEXT_SHORTENED', path, message: `shortened to ${String(most)} characters` });
  const cut = text.slice(0, most);
  return cut.isWellFormed() ? cut : cut.slice(0, -1);
}
