import { bytesFromBase64 } from '../encoding/base64';
import { hasher } from '../encoding/digest';
import { parseTime } from '../encoding/time';
import { LedgerError, invariant } from '../errors';
import type { LedgerState } from '../ports/ledger-state';
import type { SignatureVerifier } from '../ports/signature-verifier';
import { stateKeys } from '../ports/state-keys';
import type { DeviceKey, TillState } from '../ports/state-values';
import { requireSellerOrAgent, requireTill } from '../registry/require';
import type { TillKeyRegistered, TillKeyRevoked } from './offline-entries';

const KEY_ID_LENGTH = 16;
const encoder = new TextEncoder();

/** Id of a device key that is given as base64: the first 16 hexadecimal digits of SHA-256 over its 32 bytes. */
export function deviceKeyId(key: string): string {
  return hasher().sha256(keyBytes(key)).slice(0, KEY_ID_LENGTH);
}

/**
 * The seller gives one of its tills a key, or another one in place of it. What the former one has signed until now may still
 * be reported; that is a rotation, and for a key in wrong hands there is {@link revokeTillKey}.
 * @throws LedgerError TILL_UNKNOWN, TILL_NOT_YOURS, TILL_KEY_EXISTS.
 */
export function registerTillKey(state: LedgerState, { till: id, key, time }: Omit<TillKeyRegistered, 'commitment'>): void {
  const till = requireTill(state, id);
  requireSellerOrAgent(state, till.seller);
  const { device } = till;
  if (device?.key === key) throw new LedgerError('TILL_KEY_EXISTS', { path: '/key' });
  const former = device === undefined ? undefined : { former: { id: device.id, key: device.key, until: time } };
  const value: TillState = { ...till, device: { id: deviceKeyId(key), key, ...former } };
  state.put(stateKeys.till(id), value);
}

/** @throws LedgerError TILL_UNKNOWN, TILL_NOT_YOURS, TILL_KEY_MISSING. */
export function revokeTillKey(state: LedgerState, { till: id }: Pick<TillKeyRevoked, 'till'>): void {
  const { device, ...till } = requireTill(state, id);
  requireSellerOrAgent(state, till.seller);
  if (device === undefined) throw new LedgerError('TILL_KEY_MISSING', { path: '/till' });
  state.put(stateKeys.till(id), till);
}

/**
 * The key of a till by its id, for what was signed at a time: the one in force, or the one before for what it signed in its
 * days.
 * @throws LedgerError TILL_KEY_MISSING, TILL_KEY_FOREIGN.
 */
export function requireDeviceKey({ device }: TillState, id: string, signedAt: string): DeviceKey {
  if (device === undefined) throw new LedgerError('TILL_KEY_MISSING', { path: '/till' });
  if (device.id === id) return device;
  const { former } = device;
  if (former?.id !== id || (parseTime(signedAt) ?? Infinity) > (parseTime(former.until) ?? 0))
    throw new LedgerError('TILL_KEY_FOREIGN', { path: '/key', found: id, wanted: device.id });
  return former;
}

/** @throws LedgerError OFFLINE_SIGNATURE_WRONG. */
export function requireSigned(text: string, signature: string, key: DeviceKey, verifier: SignatureVerifier): void {
  if (!isSignedByDevice(text, signature, bytesOf(key), verifier))
    throw new LedgerError('OFFLINE_SIGNATURE_WRONG', { path: '/signature' });
}

/** True when a device key (32 bytes) signed a text; base64 of another length is a wrong signature. */
export function isSignedByDevice(text: string, signature: string, key: Uint8Array, verifier: SignatureVerifier): boolean {
  return verifier.ed25519(key, encoder.encode(text), bytesFromBase64(signature) ?? new Uint8Array());
}

// Hosts remember what they made of a key by the identity of its bytes, so a key that is used again has the same ones.
const known = new WeakMap<DeviceKey, Uint8Array>();

function bytesOf(key: DeviceKey): Uint8Array {
  let bytes = known.get(key);
  if (bytes === undefined) known.set(key, (bytes = keyBytes(key.key)));
  return bytes;
}

function keyBytes(key: string): Uint8Array {
  const bytes = bytesFromBase64(key);
  invariant(bytes !== undefined, 'a device key is read before it is used');
  return bytes;
}
