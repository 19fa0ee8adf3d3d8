import type { JsonValue } from '../encoding/canonical-json';

const MAX_DEPTH = 32;

/**
 * True for a value of I-JSON (RFC 7493) that is nested at most 32 deep, so that no file makes a verifier run out of
 * stack: finite numbers, well-formed texts, arrays and objects of these.
 */
export function isShallowJson(value: unknown, depth = 0): value is JsonValue {
  if (value === null || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value === 'string') return value.isWellFormed();
  if (typeof value !== 'object' || depth >= MAX_DEPTH) return false;
  if (Array.isArray(value)) return value.every((item) => isShallowJson(item, depth + 1));
  const object = value as Readonly<Record<string, unknown>>;
  return Object.keys(object).every((name) => name.isWellFormed() && isShallowJson(object[name], depth + 1));
}
