import { canonicalJson, type JsonValue } from '@lianpiao/chaincode/domain';
import { BadRecord } from './findings';

/**
 * Compares the state table, in the order of its keys, with the replayed state.
 * @returns how many keys there are.
 * @throws BadRecord naming the first key that differs.
 */
export function checkState(rows: Iterable<{ key: string; value: string }>, values: ReadonlyMap<string, JsonValue>): number {
  const stored = new Map<string, string>();
  for (const { key, value } of rows) stored.set(key, value);
  const keys = [...new Set([...stored.keys(), ...values.keys()])].sort();
  for (const key of keys) {
    const value = values.get(key);
    const text = stored.get(key);
    if (value !== undefined && canonicalJson(value) === text) continue;
    const detail = value === undefined ? 'no entry wrote it' : text === undefined ? 'it is missing' : 'its value differs';
    throw new BadRecord('state-differs', { key }, detail);
  }
  return keys.length;
}
