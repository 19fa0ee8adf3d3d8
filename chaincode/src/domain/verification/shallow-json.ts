import type { JsonValue } from '../encoding/canonical-json';

/**
 * True for a value of I-JSON (RFC 7493) with at most so many arrays and objects inside one another, so that no file makes
 * a verifier run out of stack: finite numbers, well-formed texts, arrays and objects of these.
 */
export function isShallowJson(value: unknown, levels: number): value is JsonValue {
  if (value === null || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value === 'string') return value.isWellFormed();
  if (typeof value !== 'object' || levels === 0) return false;
  if (Array.isArray(value)) return value.every((item) => isShallowJson(item, levels - 1));
  const object = value as Readonly<Record<string, unknown>>;
  return Object.keys(object).every((name) => name.isWellFormed() && isShallowJson(object[name], levels - 1));
}
