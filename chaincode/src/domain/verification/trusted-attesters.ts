import { LedgerError } from '../errors';
import { parseVerifierKey, SIGNATURE_TYPE, type VerifierKey } from '../log/verifier-key';

/** Organisations whose word counts for what was committed, and how many of them have to give it. */
export interface TrustedAttesters {
  readonly keys: readonly VerifierKey[];
  /** From 0 to the number of different names. */
  readonly quorum: number;
}

/**
 * Reads the member `commit` of a trust file: `{"attesters":[{"vkey":…},…],"quorum":n}`, with keys of cosignatures (0x04).
 * @throws LedgerError FIELD_INVALID, naming the path.
 */
export function parseAttesters(value: unknown, path: string): TrustedAttesters {
  const { attesters, quorum } = exactly(value, path, ['attesters', 'quorum']);
  if (!Array.isArray(attesters)) throw invalid(`${path}/attesters`, 'an array');
  const keys = attesters.map((item, place) => parseKey(item, `${path}/attesters/${String(place)}`));
  const names = new Set(keys.map(({ name }) => name));
  if (typeof quorum !== 'number' || !Number.isInteger(quorum) || quorum < 0 || quorum > names.size) {
    throw invalid(`${path}/quorum`, 'a number from 0 to the number of attesters');
  }
  return { keys, quorum };
}

function parseKey(value: unknown, path: string): VerifierKey {
  const { vkey } = exactly(value, path, ['vkey']);
  const key = typeof vkey === 'string' ? parseVerifierKey(vkey, `${path}/vkey`) : undefined;
  if (key?.type !== SIGNATURE_TYPE.cosignature) throw invalid(`${path}/vkey`, 'a verifier key of type 4');
  return key;
}

function exactly<Name extends string>(value: unknown, path: string, names: readonly Name[]): Readonly<Record<Name, unknown>> {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isObject || Object.keys(value).length !== names.length || !names.every((name) => Object.hasOwn(value, name))) {
    throw invalid(path, `an object with exactly ${names.join(', ')}`);
  }
  return value as Readonly<Record<Name, unknown>>;
}

function invalid(path: string, wanted: string): LedgerError {
  return new LedgerError('FIELD_INVALID', { path, wanted });
}
