import { LedgerError } from '../errors';
import { parseVerifierKey, SIGNATURE_TYPE, type VerifierKey } from '../log/verifier-key';
import type { TrustedAnchor } from './trust';

/** Readers of the members that both versions of the trust file have. All throw LedgerErrors that name the path. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function parseAnchor(value: unknown, place: number): TrustedAnchor {
  const path = `/anchors/${String(place)}`;
  const { chainId, contract } = objectAt(value, path, ['chainId', 'contract']) as Record<'chainId' | 'contract', unknown>;
  if (!Number.isSafeInteger(chainId) || (chainId as number) < 1) throw invalid(`${path}/chainId`, 'a chain id');
  if (typeof contract !== 'string' || !/^0x[0-9a-fA-F]{40}$/.test(contract)) throw invalid(`${path}/contract`, 'an address');
  return { chainId: chainId as number, contract };
}

export function parseOrigin(value: unknown, path: string): string {
  if (typeof value !== 'string' || value === '' || value.includes('\n')) throw invalid(path, 'a line of text');
  return value;
}

export function parseLogKey(value: unknown, path: string): VerifierKey {
  return parseKey(value, path, SIGNATURE_TYPE.ed25519);
}

export function parseWitnessKey(value: unknown, path: string): VerifierKey {
  return parseKey(value, path, SIGNATURE_TYPE.cosignature);
}

function parseKey(value: unknown, path: string, type: VerifierKey['type']): VerifierKey {
  if (typeof value !== 'string') throw invalid(path, 'a verifier key');
  const key = parseVerifierKey(value, path);
  if (key.type !== type) throw invalid(path, `a verifier key of type ${String(type)}`);
  return key;
}

export function parseQuorum(value: unknown, path: string, witnesses: readonly VerifierKey[]): number {
  const names = new Set(witnesses.map(({ name }) => name));
  return wholeNumber(value, path, 0, names.size);
}

export function wholeNumber(value: unknown, path: string, least: number, most = Number.MAX_SAFE_INTEGER): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most) {
    throw invalid(path, `a whole number from ${String(least)} to ${String(most)}`);
  }
  return value;
}

/** The object at a path with exactly these members; the optional ones may be missing. */
export function objectAt(value: unknown, path: string, names: readonly string[], optional: readonly string[] = []): JsonObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalid(path, 'an object');
  const unknown = Object.keys(value).find((name) => !names.includes(name) && !optional.includes(name));
  if (unknown !== undefined) throw new LedgerError('FIELD_UNKNOWN', { path: `${path}/${escapePointer(unknown)}` });
  const missing = names.find((name) => !Object.hasOwn(value, name));
  if (missing !== undefined) throw new LedgerError('FIELD_MISSING', { path: `${path}/${missing}` });
  return value as JsonObject;
}

export function arrayAt(value: unknown, path: string): readonly unknown[] {
  if (!Array.isArray(value)) throw invalid(path, 'an array');
  return value;
}

function escapePointer(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

export function invalid(path: string, wanted: string): LedgerError {
  return new LedgerError('FIELD_INVALID', { path, wanted });
}
