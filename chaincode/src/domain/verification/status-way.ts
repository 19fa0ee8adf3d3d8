import { digestFromBase64, parseDigest, type Digest } from '../encoding/digest';
import type { DisclosedField } from '../record/commitment';
import type { StatusPair } from '../status/status-node';
import { MAX_STATUS_PATH } from '../status/status-proof';
import { demand, exactObject, isObject, parseFields } from './bundle-form';

/** The way to an invoice's place in the map of statuses, and what stands there, as it was read. */
export interface StatusWayGiven {
  readonly path: readonly Digest[];
  readonly fields: readonly DisclosedField[] | undefined;
  readonly other: StatusPair | undefined;
}

/** Reads the way; the seal is read by whoever reads bundles. @throws CheckFailure BUNDLE_MALFORMED */
export function parseStatusWay(value: Readonly<Record<string, unknown>>): StatusWayGiven {
  const what = ['fields', 'other'].filter((name) => Object.hasOwn(value, name));
  demand(what.length <= 1);
  const { path, fields, other } = exactObject(value, ['seal', 'path', ...what]) as Record<string, unknown>;
  demand(Array.isArray(path) && path.length <= MAX_STATUS_PATH);
  return {
    path: path.map(parseHash),
    fields: what[0] === 'fields' ? parseFields(fields) : undefined,
    other: what[0] === 'other' ? parsePair(other) : undefined,
  };
}

function parseHash(value: unknown): Digest {
  const hash = typeof value === 'string' ? digestFromBase64(value) : undefined;
  demand(hash !== undefined);
  return hash;
}

function parsePair(value: unknown): StatusPair {
  demand(isObject(value));
  const pair = exactObject(value, ['key', 'value']);
  const [key, content] = [parseDigest(pair['key']), parseDigest(pair['value'])];
  demand(key !== undefined && content !== undefined);
  return { key, value: content };
}
