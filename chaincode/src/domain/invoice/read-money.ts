import { isDecimal } from '../encoding/decimal';
import type { JsonObject } from '../encoding/reader';
import { LedgerError } from '../errors';

/** Copies a decimal when it is there; its form is checked here, its value by the profile. */
export function copyDecimal(target: Record<string, string>, object: JsonObject, key: string, scale: number, path: string): void {
  const value = object[key];
  if (value === undefined) return;
  if (!isDecimal(value, scale)) throw malformed(`${path}/${key}`, scale);
  target[key] = value;
}

/** @throws LedgerError FIELD_MISSING or MONEY_MALFORMED: money is a text with at most two decimals. */
export function requiredMoney(object: JsonObject, key: string, path: string): string {
  const value = object[key];
  if (value === undefined) throw new LedgerError('FIELD_MISSING', { path: `${path}/${key}` });
  if (!isDecimal(value, 2)) throw malformed(`${path}/${key}`, 2);
  return value;
}

function malformed(path: string, scale: number): LedgerError {
  return new LedgerError('MONEY_MALFORMED', { path, wanted: `a decimal text with at most ${String(scale)} decimals` });
}
