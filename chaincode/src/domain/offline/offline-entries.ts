import { bytesFromBase64 } from '../encoding/base64';
import { parseDigest, type Digest } from '../encoding/digest';
import { isIdentifier } from '../encoding/identifier';
import { formatTime, parseTime } from '../encoding/time';

interface Common {
  /** RFC 3339 UTC, milliseconds: when the ledger took it in. */
  readonly time: string;
  readonly commitment: Digest;
}

/** What the till itself says of an invoice that it issued without the network, part of the invoice's entry. */
export type OfflineFacts = {
  /** Id of the device key: the first 16 hexadecimal digits of SHA-256 over its 32 bytes. */
  readonly key: string;
  /** Version of the rules by which the till checked the amounts. */
  readonly rules: string;
  /** Ed25519 over the till's statement, base64. */
  readonly signature: string;
  /** When the till issued it, by the till's clock. */
  readonly time: string;
};

/** A till gets a key of its own, or another one: from now on it issues with that. */
export interface TillKeyRegistered extends Common {
  readonly type: 'till.key-registered';
  readonly till: string;
  /** The 32 bytes of an Ed25519 public key (RFC 8032), base64. */
  readonly key: string;
}

/** A till has no key any more: what it signed and has not reported counts no longer, and it issues over the network again. */
export interface TillKeyRevoked extends Common {
  readonly type: 'till.key-revoked';
  readonly till: string;
}

/** The till's collective record of what it reported since the last one: it ends an outage (as RKSV's Sammelbeleg does). */
export interface OutageClosed extends Common {
  readonly type: 'outage.closed';
  readonly till: string;
  /** Counters of the first and the last invoice, and how many there are. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** Hashes of these two in the till's chain. */
  readonly first: Digest;
  readonly last: Digest;
  readonly key: string;
  readonly signature: string;
  /** When the till signed it, by its own clock. */
  readonly signedAt: string;
}

export type OfflineEntry = OutageClosed | TillKeyRegistered | TillKeyRevoked;

type Check = (value: unknown) => boolean;

const KEY_BYTES = 32;
const SIGNATURE_BYTES = 64;
const isDigest: Check = (value) => parseDigest(value) !== undefined;
const isPlace: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 1;
const isBase64Of = (value: unknown, length: number): boolean =>
  typeof value === 'string' && bytesFromBase64(value)?.length === length;
export const isDeviceKey: Check = (value) => isBase64Of(value, KEY_BYTES);
export const isKeyId: Check = (value) => typeof value === 'string' && /^[0-9a-f]{16}$/.test(value);
export const isDeviceSignature: Check = (value) => isBase64Of(value, SIGNATURE_BYTES);
/** As rule sets name themselves; nothing in it needs quoting. */
export const isRulesName: Check = (value) => typeof value === 'string' && /^[0-9A-Za-z.#-]{1,80}$/.test(value);
/** The one form in which a till writes a time: with milliseconds. */
export const isExactTime: Check = (value) => {
  const time = parseTime(value);
  return time !== undefined && formatTime(time) === value;
};

const OFFLINE_MEMBERS: Readonly<Record<keyof OfflineFacts, Check>> = {
  key: isKeyId,
  rules: isRulesName,
  signature: isDeviceSignature,
  time: isExactTime,
};

/** True for the member `offline` of an invoice's entry. */
export function isOfflineFacts(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const members = Object.entries(value);
  return (
    members.length === Object.keys(OFFLINE_MEMBERS).length &&
    members.every(([name, each]) => Object.hasOwn(OFFLINE_MEMBERS, name) && OFFLINE_MEMBERS[name as keyof OfflineFacts](each))
  );
}

/** The form of these entries, as `record/parse-entry.ts` reads them. */
export const OFFLINE_FORMS: Readonly<Record<OfflineEntry['type'], Readonly<Record<string, Check>>>> = {
  'till.key-registered': { till: isIdentifier, key: isDeviceKey },
  'till.key-revoked': { till: isIdentifier },
  'outage.closed': {
    till: isIdentifier,
    from: isPlace,
    to: isPlace,
    count: isPlace,
    first: isDigest,
    last: isDigest,
    key: isKeyId,
    signature: isDeviceSignature,
    signedAt: isExactTime,
  },
};
