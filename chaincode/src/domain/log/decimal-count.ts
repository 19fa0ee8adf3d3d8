const DECIMAL = /^(?:0|[1-9]\d{0,15})$/;

/** Reads a count or an index as C2SP formats write it: ASCII digits, no leading zero; undefined for anything else or beyond 2^53 − 1. */
export function parseCount(text: string): number | undefined {
  if (!DECIMAL.test(text)) return undefined;
  const count = Number(text);
  return Number.isSafeInteger(count) ? count : undefined;
}
