import { LedgerError } from '../errors';
import { parseVerifierKey, SIGNATURE_TYPE, type VerifierKey } from '../log/verifier-key';
import { parseAttesters, type TrustedAttesters } from './trusted-attesters';

export const TRUST_MEDIA_TYPE = 'application/vnd.lianpiao.trust.v1+json';

/** A log that the holder trusts, by the first line of its checkpoints. One origin may have several keys. */
export interface TrustedLog {
  readonly origin: string;
  readonly key: VerifierKey;
}

/** An anchor contract that the holder relies on, for checks with a node; offline it counts for nothing. */
export interface TrustedAnchor {
  readonly chainId: number;
  /** `0x` and 40 hexadecimal characters. */
  readonly contract: string;
}

/** Whom a verifier trusts: docs/formats.md, "Trust file". */
export interface TrustFile {
  readonly logs: readonly TrustedLog[];
  readonly witnesses: readonly VerifierKey[];
  /** How many of the witnesses must have cosigned a checkpoint. */
  readonly quorum: number;
  /** Absent in a file that names none. */
  readonly anchors?: readonly TrustedAnchor[];
  /** Absent: nobody is asked who attests that an entry was committed. */
  readonly commit?: TrustedAttesters;
}

type JsonObject = Readonly<Record<string, unknown>>;

/**
 * Reads a trust file (parsed JSON) strictly.
 * @throws LedgerError FIELD_MISSING, FIELD_UNKNOWN or FIELD_INVALID, naming the path.
 */
export function parseTrustFile(value: unknown): TrustFile {
  const file = objectAt(value, '', ['mediaType', 'logs', 'witnesses', 'quorum'], ['anchors', 'commit']);
  if (file['mediaType'] !== TRUST_MEDIA_TYPE) throw invalid('/mediaType', TRUST_MEDIA_TYPE);
  const witnesses = arrayAt(file['witnesses'], '/witnesses').map((witness, place) =>
    parseWitness(witness, `/witnesses/${String(place)}`),
  );
  return {
    logs: arrayAt(file['logs'], '/logs').map((log, place) => parseLog(log, `/logs/${String(place)}`)),
    witnesses,
    quorum: parseQuorum(file['quorum'], witnesses),
    ...(file['anchors'] === undefined ? {} : { anchors: arrayAt(file['anchors'], '/anchors').map(parseAnchor) }),
    ...(file['commit'] === undefined ? {} : { commit: parseAttesters(file['commit'], '/commit') }),
  };
}

function parseAnchor(value: unknown, place: number): TrustedAnchor {
  const path = `/anchors/${String(place)}`;
  const { chainId, contract } = objectAt(value, path, ['chainId', 'contract']) as Record<'chainId' | 'contract', unknown>;
  if (!Number.isSafeInteger(chainId) || (chainId as number) < 1) throw invalid(`${path}/chainId`, 'a chain id');
  if (typeof contract !== 'string' || !/^0x[0-9a-fA-F]{40}$/.test(contract)) throw invalid(`${path}/contract`, 'an address');
  return { chainId: chainId as number, contract };
}

function parseLog(value: unknown, path: string): TrustedLog {
  const log = objectAt(value, path, ['origin', 'vkey']);
  const { origin } = log as { origin?: unknown };
  if (typeof origin !== 'string' || origin === '' || origin.includes('\n')) throw invalid(`${path}/origin`, 'a line of text');
  return { origin, key: parseKey(log['vkey'], `${path}/vkey`, SIGNATURE_TYPE.ed25519) };
}

function parseWitness(value: unknown, path: string): VerifierKey {
  return parseKey(objectAt(value, path, ['vkey'])['vkey'], `${path}/vkey`, SIGNATURE_TYPE.cosignature);
}

function parseKey(value: unknown, path: string, type: VerifierKey['type']): VerifierKey {
  if (typeof value !== 'string') throw invalid(path, 'a verifier key');
  const key = parseVerifierKey(value, path);
  if (key.type !== type) throw invalid(path, `a verifier key of type ${String(type)}`);
  return key;
}

function parseQuorum(value: unknown, witnesses: readonly VerifierKey[]): number {
  const names = new Set(witnesses.map(({ name }) => name));
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > names.size) {
    throw invalid('/quorum', 'a number from 0 to the number of witnesses');
  }
  return value;
}

/** The object at a path with exactly these members; the optional ones may be missing. */
function objectAt(value: unknown, path: string, names: readonly string[], optional: readonly string[] = []): JsonObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalid(path, 'an object');
  const unknown = Object.keys(value).find((name) => !names.includes(name) && !optional.includes(name));
  if (unknown !== undefined) throw new LedgerError('FIELD_UNKNOWN', { path: `${path}/${escapePointer(unknown)}` });
  const missing = names.find((name) => !Object.hasOwn(value, name));
  if (missing !== undefined) throw new LedgerError('FIELD_MISSING', { path: `${path}/${missing}` });
  return value as JsonObject;
}

function arrayAt(value: unknown, path: string): readonly unknown[] {
  if (!Array.isArray(value)) throw invalid(path, 'an array');
  return value;
}

function escapePointer(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

function invalid(path: string, wanted: string): LedgerError {
  return new LedgerError('FIELD_INVALID', { path, wanted });
}
